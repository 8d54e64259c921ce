"""What somebody gives who says from where a council's meetings are read."""

from collections.abc import Iterable
from typing import Any

from django import forms

from moothall_web.calendars.fetching import LONGEST_ADDRESS, FetchError, place_of


class SystemForm(forms.Form):
    """For which council, and where."""

    council = forms.ChoiceField(
        label="For which council?", error_messages={"required": "Choose the council"}
    )
    address = forms.CharField(
        label="Address",
        max_length=LONGEST_ADDRESS,
        help_text=(
            "It begins with https://: any page of the council’s Modern.gov site, its forward plan, "
            "or the page of CMIS that lists meetings"
        ),
        error_messages={"required": "Enter the address"},
    )

    def __init__(self, *args: Any, councils: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field, offered = self.fields["council"], list(councils)
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = offered
        if len(offered) == 1:
            field.initial = offered[0][0]

    def clean_address(self) -> str:
        """One that the site may ask: https, and on the public web."""
        address = str(self.cleaned_data["address"]).strip()
        try:
            place_of(address)
        except FetchError as error:
            said = f"{error.what}. {error.cure}".replace("calendar", "page")
            raise forms.ValidationError(said) from None
        return address
