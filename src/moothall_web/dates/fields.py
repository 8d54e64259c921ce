"""A field for a day, as people write days."""

from datetime import date, datetime
from typing import Any

from django import forms

from moothall.basics.dates import read_written_date

EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)
HOW = "for example 15 February 2022 or 2022-02-15"


class DayField(forms.Field):
    """A day as people write it: 15 February 2022, 15/2/2022 or 2022-02-15."""

    def to_python(self, value: Any) -> date | None:
        text = str(value or "").strip()
        if not text:
            return None
        day = _slashed(text) or _written(text)
        if day is None:
            raise forms.ValidationError(f"Enter a day that exists, {HOW}")
        if not EARLIEST <= day <= LATEST:
            raise forms.ValidationError(
                f"Enter a day between {EARLIEST.year} and {LATEST.year}, {HOW}"
            )
        return day


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
