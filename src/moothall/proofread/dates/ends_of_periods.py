"""Ends of periods: balances stand at the end of a month, and what follows begins the day after.

“£25.8m at 24 March 2026” where all else is at 31 March; “the contract ends on 30 March 2027 … from
1 April 2027”; “for eight years from 1 April 2019 to 28 March 2027”.
"""

import calendar
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.written_dates import Written, in_full, written_dates

_STANDS_AT = Expression(
    r"(?:\b(?:as )?at|\b(?:year|months|quarter|period|spend|spending|spent|expenditure|"
    r"actuals?)\s(?:ended|ending|"
    r"to|until)|\b(?:balances?|position|reserves?)(?:\s\w+){0,2}\son)\s$",
    re.IGNORECASE,
)
_OF_ACCOUNTS = Expression(
    r"\b(?:balance\w*|there were|stood|waiting|in post|vacan\w+|enrolled|on roll|reserves?|"
    r"deficit|surplus|outturn|spend|spending|spent|expenditure|collected|debt|"
    r"arrears|funds?|position|borrowing|investments?|budget\w*|forecast|months to|year to|year "
    r"end\w*|"
    r"quarter|capital|limit)\b|£",
    re.IGNORECASE,
)
_MEETING = Expression(r"\b(?:meeting|cabinet|committee|council|board|panel)\b", re.IGNORECASE)
_WORDS = "|".join(sorted((*NUMBERS_TO_99, "one"), key=len, reverse=True))
_TERM = Expression(
    rf"\b(?P<n>{_WORDS}|\d{{1,2}})[\s-](?P<unit>year|month)s?\b(?:\s[a-z]+)?,?\s(?:from|starting|"
    r"beginning|commencing)\s(?:on\s)?$",
    re.IGNORECASE,
)
_ENDS = Expression(r"\b(?:ends?|ended|expires?|expired|closes?|ceases?|runs? (?:to|until))\b", re.I)
_BEGINS = Expression(r"\b(?:from|starts?|starting|begins?|beginning|commenc\w+)\s(?:on\s)?$", re.I)
_CLOSE, _NEAR, _LEAST_TOLD = 8, 2, 2
_MOST_DAYS_OFF = 40
_CURE = "Correct the day."


@dataclass(frozen=True, slots=True)
class _Stand:
    """A day at which a figure stands."""

    day: date
    passage: Passage
    start: int
    end: int


def a_balance_stands_at_the_end_of_its_month(report: Report) -> Iterator[TextFinding]:
    """“£18.6m at 31 March 2025 and £25.8m at 24 March 2026”."""
    stands = list(_stands(report))
    ends = [one.day for one in stands if _is_last(one.day)]
    for one in stands:
        last = date(one.day.year, one.day.month, _last_of(one.day))
        days_short = (last - one.day).days
        told = [end for end in ends if end.month == one.day.month]
        least = 1 if days_short <= _NEAR else _LEAST_TOLD
        if not 0 < days_short <= _CLOSE or not (last in told or len(told) >= least):
            continue
        alike = [each for each in stands if each.day == one.day]
        if len(alike) > 1:
            continue  # said twice, it is meant
        yield _finding(
            one.passage,
            one.start,
            one.end,
            f"{in_full(one.day)} is {_days(days_short)} before the end of the month, at which the "
            "other balances stand.",
        )


def _stands(report: Report) -> Iterator[_Stand]:
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        for day in written_dates(passage.text):
            before = passage.text[max(0, day.start - 40) : day.start]
            about = passage.text[max(0, day.start - 120) : day.end + 60]
            led = _STANDS_AT.search(before) and not _MEETING.search(before[-25:])
            if day.is_a_day and led and _OF_ACCOUNTS.search(about):
                yield _Stand(day.first, passage, day.start, day.end)


def _last_of(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _is_last(day: date) -> bool:
    return day.day == _last_of(day)


def _days(number: int) -> str:
    return "a day" if number == 1 else f"{number} days"


def what_follows_begins_the_day_after(report: Report) -> Iterator[TextFinding]:
    """“The contract ends on 30 March 2027 …; eight years from 1 April 2027”."""
    for passage in passages(report):
        if passage.text.count("20") < _LEAST_TOLD or not _ENDS.search(passage.text):
            continue
        days = [day for day in written_dates(passage.text) if day.is_a_day]
        ended = [day for day in days if _is_an_end(passage, day)]
        for begins in days:
            before = passage.text[max(0, begins.start - 25) : begins.start]
            if begins.first.day != 1 or not _BEGINS.search(before):
                continue
            for end in ended:
                gap = (begins.first - end.first).days
                if end.start < begins.start and 1 < gap <= _CLOSE:
                    yield _finding(
                        passage,
                        end.start,
                        begins.end,
                        f"What ends on {in_full(end.first)} leaves {_days(gap - 1)} before "
                        f"{in_full(begins.first)}.",
                    )


def _is_an_end(passage: Passage, day: Written) -> bool:
    before = passage.text[max(0, day.start - 30) : day.start]
    return bool(_ENDS.search(before)) and not re.search(r"[.;]", before)


def a_term_of_years_ends_the_day_before_it_began(report: Report) -> Iterator[TextFinding]:
    """“For eight years from 1 April 2019 to 28 March 2027” is three days short."""
    for passage in passages(report):
        if passage.text.count("20") < _LEAST_TOLD:
            continue
        days = [day for day in written_dates(passage.text) if day.is_a_day]
        for first, last in itertools.pairwise(days):
            term = _TERM.search(passage.text[: first.start])
            between = passage.text[first.end : last.start]
            if term is None or not re.fullmatch(r",?\s(?:to|until|and ending on|–)\s", between):
                continue
            told = term["n"].lower()
            number = int(told) if told.isdigit() else NUMBERS_TO_99.get(told, 1)
            months = number * (12 if term["unit"].lower() == "year" else 1)
            true = _months_after(first.first, months)
            off = (last.first - true + timedelta(days=1)).days
            if off in (0, 1) or abs(off) > _MOST_DAYS_OFF:
                continue
            yield _finding(
                passage,
                term.start(),
                last.end,
                f"{term['n']} {term['unit']}s from {in_full(first.first)} end on "
                f"{in_full(true - timedelta(days=1))}, not on {in_full(last.first)}.",
            )


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _finding(passage: Passage, start: int, end: int, message: str) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, start, end, 60),
        message=message,
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


RULES: tuple[Rule, ...] = (
    a_balance_stands_at_the_end_of_its_month,
    what_follows_begins_the_day_after,
    a_term_of_years_ends_the_day_before_it_began,
)
