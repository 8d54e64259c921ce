"""What somebody gives who brings a calendar in, and who makes a feed's address."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from moothall.facts.fact import PROGRAMME
from moothall.files.calendars.calendar_read import LARGEST
from moothall_web.calendars.fetching import LONGEST_ADDRESS
from moothall_web.dates.fields import DayField

FILE, ADDRESS, MODERN_GOV = "file", "address", "modern-gov"
WAYS = (
    (FILE, "A file"),
    (ADDRESS, "The address of a calendar"),
    (MODERN_GOV, "A council’s Modern.gov site"),
)
MOST_YEARS = 5


class CalendarForm(forms.Form):
    """Whose calendar it is, where it comes from, and for which days."""

    authority = forms.ChoiceField(
        label="Whose calendar is it?", error_messages={"required": "Choose whose calendar it is"}
    )
    way = forms.ChoiceField(
        label="Where does it come from?",
        choices=WAYS,
        error_messages={"required": "Choose where the calendar comes from"},
    )
    file = forms.FileField(label="Choose the calendar file", required=False)
    address = forms.CharField(
        label="Address",
        required=False,
        max_length=LONGEST_ADDRESS,
        help_text="It begins with https://. Of a Modern.gov site any page will do",
    )
    committee = forms.IntegerField(
        label="Number of one committee (optional)",
        required=False,
        min_value=0,
        max_value=10**9,
        help_text="Only for a Modern.gov site: the number after CId= in a committee’s address",
        error_messages={"invalid": "Enter the committee’s number in digits, for example 544"},
    )
    since = DayField(label="From", error_messages={"required": "Enter the first day that you want"})
    last = DayField(
        label="Up to and including", error_messages={"required": "Enter the last day that you want"}
    )

    def __init__(self, *args: Any, owners: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["authority"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = list(owners)
        councils = [code for code, _ in owners if code != PROGRAMME]
        if len(councils) == 1:
            field.initial = councils[0]

    def clean_file(self) -> UploadedFile | None:
        """No more than is read; a browser says how large the file is."""
        file: UploadedFile | None = self.cleaned_data.get("file")
        if file is not None and (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                f"The calendar is larger than {LARGEST // 1_000_000} MB. Export fewer years, or "
                "one committee at a time"
            )
        return file

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        way = given.get("way")
        if way == FILE and not given.get("file") and "file" not in self.errors:
            self.add_error("file", "Choose the calendar file")
        needs_address = way in (ADDRESS, MODERN_GOV) and not given.get("address")
        if needs_address and "address" not in self.errors:
            self.add_error("address", "Enter the address")
        since, last = given.get("since"), given.get("last")
        if isinstance(since, date) and isinstance(last, date):
            if last < since:
                self.add_error("last", "Enter a day that is not before the first one")
            elif last.year - since.year > MOST_YEARS:
                self.add_error("last", f"Ask for at most {MOST_YEARS} years at a time")
        return given


class FeedForm(forms.Form):
    """Of what an address is made: one programme, or all that touches the person."""

    programme = forms.ChoiceField(
        label="What should stand in it?",
        error_messages={"required": "Choose what should stand in the calendar"},
    )

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["programme"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = list(choices)
