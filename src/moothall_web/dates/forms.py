"""The questions about dates, each a form; the address holds what is asked, so it can be sent on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from moothall.files.law import read_law
from moothall.law.clear_days import Count
from moothall.law.day_sums import (
    MOST_DAYS,
    DaySum,
    from_when_to_meet,
    how_many_clear_days,
    until_when_to_publish,
    when_call_in_ends,
    when_to_give_notice_of_election,
)
from moothall_web.dates.fields import HOW, DayField

_COUNTS = [
    (Count.WORKING.value, "Working days (five clear days)"),
    (Count.CALENDAR.value, "Calendar days (28 days' notice)"),
    (Count.PARISH.value, "Parish: Saturdays count, Sundays and bank holidays do not"),
]


def _day(label: str) -> DayField:
    return DayField(
        label=label,
        help_text=f"{HOW[:1].upper()}{HOW[1:]}",
        error_messages={"required": "Enter a day"},
    )


def _number(label: str, *, required: bool = True, initial: int | None = None) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=MOST_DAYS,
        required=required,
        initial=initial,
        error_messages={
            "required": "Enter a number of days",
            "invalid": "Enter a whole number of days, for example 5",
        },
    )


def _count() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Which days count?", choices=_COUNTS, initial=Count.WORKING.value
    )


class PublicationForm(forms.Form):
    """Until when to publish."""

    meeting = _day("When is the meeting?")
    clear_days = _number("How many clear days?", initial=5)
    count = _count()


class MeetingForm(forms.Form):
    """From when to meet."""

    published = _day("When is it published?")
    clear_days = _number("How many clear days?", initial=5)
    count = _count()


class ClearDaysForm(forms.Form):
    """How many clear days."""

    published = _day("When was it published?")
    meeting = _day("When is the meeting?")
    need = _number("How many are needed? (optional)", required=False)
    count = _count()


class CallInForm(forms.Form):
    """From when a decision is effective."""

    published = _day("When was the decision published?")
    days = _number("How many working days is the call-in period?", initial=5)
    count_publication_day = forms.ChoiceField(
        label="Does the day of publication count?",
        choices=[("no", "No"), ("yes", "Yes")],
        initial="no",
    )
    effective = forms.ChoiceField(
        label="When is the decision effective?",
        choices=[
            ("next-day", "On the day after the period ends"),
            ("next-working-day", "On the next working day"),
        ],
        initial="next-day",
    )


class ElectionForm(forms.Form):
    """The latest notice of election."""

    poll = _day("When is polling day?")


@dataclass(frozen=True, slots=True)
class Question:
    """A question about dates: its form, and how what was entered is answered."""

    asks: str
    form: type[forms.Form]
    answer: Callable[[dict[str, Any]], DaySum]


QUESTIONS: dict[str, Question] = {
    "latest-publication": Question(
        "Until when does it have to be published?",
        PublicationForm,
        lambda given: until_when_to_publish(
            given["meeting"], given["clear_days"], Count(given["count"])
        ),
    ),
    "earliest-meeting": Question(
        "From when can the meeting be held?",
        MeetingForm,
        lambda given: from_when_to_meet(
            given["published"], given["clear_days"], Count(given["count"])
        ),
    ),
    "clear-days": Question(
        "How many clear days lie between?",
        ClearDaysForm,
        lambda given: how_many_clear_days(
            given["published"], given["meeting"], Count(given["count"]), given["need"]
        ),
    ),
    "call-in": Question(
        "When is the decision effective?",
        CallInForm,
        lambda given: when_call_in_ends(
            given["published"],
            given["days"],
            count_publication_day=given["count_publication_day"] == "yes",
            next_working_day=given["effective"] == "next-working-day",
        ),
    ),
    "notice-of-election": Question(
        "When does the pre-election period begin at the latest?",
        ElectionForm,
        lambda given: when_to_give_notice_of_election(given["poll"], read_law()),
    ),
}
"""The same questions as `moothall dates`, under the same names."""
