"""What a reader enters: the day for which a question is asked, and what is done with a snapshot."""

from datetime import date, datetime
from typing import Any

from django import forms

from moothall.basics.dates import read_written_date

EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)
_HOW = "for example 15 February 2022 or 2022-02-15"


class DayField(forms.Field):
    """A day as people write it: 15 February 2022, 15/2/2022 or 2022-02-15."""

    def to_python(self, value: Any) -> date | None:
        text = str(value or "").strip()
        if not text:
            return None
        day = _slashed(text) or _written(text)
        if day is None:
            raise forms.ValidationError(f"Enter a day that exists, {_HOW}")
        if not EARLIEST <= day <= LATEST:
            raise forms.ValidationError(
                f"Enter a day between {EARLIEST.year} and {LATEST.year}, {_HOW}"
            )
        return day


class AsAtForm(forms.Form):
    """`?as_at=`: what was known by the end of that day."""

    as_at = DayField(label="Show what was known on", required=False)


class SnapshotForm(forms.Form):
    """For whom to freeze the case, as at which day, and why."""

    authority = forms.ChoiceField(
        label="For which council?", error_messages={"required": "Choose the council"}
    )
    as_at = DayField(label="As at which day?", required=False, help_text=f"Empty for today; {_HOW}")
    why = forms.CharField(
        label="What is it for?",
        max_length=500,
        help_text="For example: for the agenda of 4 April",
        error_messages={"required": "Say what the snapshot is for"},
    )

    def __init__(self, *args: Any, councils: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["authority"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = councils
        if len(councils) == 1:
            field.initial = councils[0][0]


class StepForm(forms.Form):
    """Why something is done with a snapshot."""

    why = forms.CharField(
        label="Why?",
        max_length=500,
        help_text="It is kept in the record beside your name",
        error_messages={"required": "Say why, in a few words"},
    )


def _slashed(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def _written(text: str) -> date | None:
    try:
        written = read_written_date(text)
    except ValueError:
        return None
    return written.earliest if written.is_exact else None
