"""The forms of tokens and webhooks."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

from moothall.basics.dates import in_words
from moothall_web.api.webhooks.occasions import DECISIONS, SNAPSHOTS
from moothall_web.api.webhooks.sending import check_address
from moothall_web.calendars.fetching import LONGEST_ADDRESS, FetchError
from moothall_web.dates.fields import HOW, DayField

LONGEST_DAYS = 366
"""A token does not outlive a year: who asked for it looks at it again by then."""

Choices = Iterable[tuple[str, str]]


class TokenForm(forms.Form):
    """For which council, for what, how far and until when."""

    council = forms.ChoiceField(
        label="For which council?", error_messages={"required": "Choose the council"}
    )
    name = forms.CharField(
        label="What is it for?",
        max_length=100,
        help_text="For example: finance system, nightly",
        error_messages={"required": "Say what it is for, so that it is known again"},
    )
    kinds = forms.MultipleChoiceField(label="What may it write?", required=False)
    until = DayField(
        label="Until when?",
        help_text=f"{HOW[:1].upper()}{HOW[1:]}; at most a year ahead",
        error_messages={"required": "Enter the last day on which it is taken"},
    )

    def __init__(self, *args: Any, councils: Choices, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["council"], councils)
        _offer(self.fields["kinds"], kinds)

    def clean_until(self) -> Any:
        until, today = self.cleaned_data["until"], timezone.localdate()
        latest = today + timedelta(days=LONGEST_DAYS)
        if not today <= until <= latest:
            raise forms.ValidationError(f"Enter a day from today to {in_words(latest)}")
        return until


class WebhookForm(forms.Form):
    """For which council, where, and of what."""

    council = forms.ChoiceField(
        label="For which council?", error_messages={"required": "Choose the council"}
    )
    address = forms.CharField(
        label="Which address is told?",
        max_length=LONGEST_ADDRESS,
        help_text="It begins with https:// and stands on the public web",
        error_messages={"required": "Enter the address"},
    )
    kinds = forms.MultipleChoiceField(
        label="Of what?",
        choices=[
            (DECISIONS, "Decisions, when one is recorded or changed"),
            (SNAPSHOTS, "Snapshots, when one is published or withdrawn"),
        ],
        error_messages={"required": "Choose at least one"},
    )

    def __init__(self, *args: Any, councils: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["council"], councils)

    def clean_address(self) -> str:
        address = str(self.cleaned_data["address"])
        try:
            check_address(address)
        except FetchError as error:
            raise forms.ValidationError(
                f"{error.what}. Enter an https address on the public web"
            ) from None
        return address


def _offer(field: forms.Field, choices: Choices) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
    field.choices = list(choices)
