"""An address, how soon one is told of each kind, and asking for news."""

from typing import Any

from django import forms

from moothall_web.notifications.choices import Chosen
from moothall_web.notifications.models import Soon

_REQUIRED = {
    "required": "Enter an e-mail address",
    "invalid": "Enter an e-mail address in the right form, such as name@example.org",
    "max_length": "Enter an e-mail address of at most 254 characters",
}


class AddressForm(forms.Form):
    """An e-mail address of somebody who is signed in."""

    address = forms.EmailField(
        label="Your e-mail address at work",
        max_length=254,
        help_text="A link is sent there; messages go to it once you have followed the link",
        error_messages=_REQUIRED,
    )


class SubscribeForm(forms.Form):
    """An e-mail address of somebody of the public."""

    address = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        help_text="A link is sent there. Nothing else is sent until you have followed it",
        error_messages=_REQUIRED,
    )


class ChoicesForm(forms.Form):
    """How soon somebody is told of each kind."""

    def __init__(self, *args: Any, chosen: tuple[Chosen, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = chosen
        for each in chosen:
            self.fields[each.kind.name] = forms.ChoiceField(
                label=each.kind.says,
                choices=[(soon.value, soon.label) for soon in each.offered],
                initial=each.soon.value,
                help_text=f"Cannot be switched off: {each.why}" if each.why else "",
                error_messages={
                    "required": f"{each.kind.says}: choose how soon you are told",
                    "invalid_choice": "Choose one of the answers that are offered",
                },
            )

    @property
    def said(self) -> dict[str, Soon]:
        """What was chosen, by kind."""
        return {name: Soon(value) for name, value in self.cleaned_data.items()}
