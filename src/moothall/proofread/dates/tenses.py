"""Tenses: what is called future in a report that is later than it, and past in one that is earlier.

Where no date stands on the report's head, nothing is said about future and past.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.dates.period_labels import named, year_of_the_title
from moothall.proofread.dates.time_of_writing import latest_day_of_writing
from moothall.proofread.dates.told_as_past import is_told_as_past
from moothall.proofread.dates.told_as_to_come import (
    EVENTS,
    is_called_future,
    is_fixed_and_still_open,
)
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import (
    WRITTEN,
    Written,
    day_month_year,
    exists,
    in_full,
    own_date,
    with_years,
    written_dates,
)

_PAST = Expression(
    rf"\b(?:was|were)\s+(?:then |also |formally |first |last )?{EVENTS}"
    rf"(?P<between>(?:\s+(?:to|by|at|the|its|this|full|council|cabinet|committee|executive|members|"
    rf"scrutiny|board|and|approved|agreed|with|staff|residents)){{0,7}})"
    rf"\s+(?:in|on)\s+(?:the\s+)?$|"
    rf"\b(?:took place|ended|closed|commenced|began|concluded|went live|came into (?:force|effect)|"
    rf"met|expired)\s+(?:in|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BEGAN = Expression(
    r"\b(?:opened|started|began|launched|closed|ended|ran|finished|reopened|moved)"
    r"(?P<between>(?:\s(?:its|their|the|to|at|for|with|work|doors|public|business|residents|all|"
    r"new|"
    r"users|visitors|again|there|here|online)){0,5})\s(?:on|in)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_SUCCEEDED = Expression(
    r"\b(?:our|their|its|the|this|a\s(?:very|highly|hugely|most|really))\s(?:(?:very|highly|hugely|"
    r"most)\s)?successful\s(?:[\w’'-]+\s){1,4}?(?:in|on|of)\s(?:the\s)?$",
    re.IGNORECASE,
)
_HOPED_FOR = Expression(r"\b(?:will|would|should|may|might|could|can|if|must)\b", re.IGNORECASE)
MAY_NOT_BE_PAST = Expression(
    r"\b(?:if|when|once|until|unless|after|assum\w+|would|should|will|shall|planned|due|"
    r"by the time|that "
    r"(?:ended|closed)|year)\b",
    re.IGNORECASE,
)
IS_REPORTED = Expression(
    r"\b(?:stated|said|provides? that|agreed that|resolved|minutes?|noted|previously|originally|"
    r"had been|"
    r"was expected|would|initially|at that time|at the time|queried|(?<!be )asked)\b|[“\"]",
    re.IGNORECASE,
)
_REPORTED_AT_A_MEETING = Expression(
    r"\b(?:minutes?|previously|originally|had|was expected|would|initially|at (?:that|the) time|"
    r"last|"
    r"earlier|letter|e-?mail(?:ed)?|stated|queried|(?<!be )asked)\b|[“\"]",
    re.IGNORECASE,
)
_CLAUSE, _FURTHEST = 70, 3 * 366
"""In minutes “it was noted that the path will be cleared in May” is told at the meeting itself."""


def what_is_called_future_is_not_past(report: Report) -> Iterator[TextFinding]:
    """What "will be launched in January 2019" is not dated before the report itself."""
    yield from _out_of_time(report, future=True)


def what_is_called_past_is_not_future(report: Report) -> Iterator[TextFinding]:
    """What "was held on 12 June 2021" is not dated after the report itself."""
    yield from _out_of_time(report, future=False)


def _out_of_time(report: Report, *, future: bool) -> Iterator[TextFinding]:
    own = own_date(report)
    day, told = own, f"the report’s own date, {in_full(own)}" if own else ""
    if own is None and future and (year := year_of_the_title(report)) is not None:
        # a paper on a year is written in the year before it, or later
        day, told = date(year - 1, 7, 1), f"a paper on {named(year)} can be written"
    elif own is None and future and (year := _year_of_an_annual_report(report)) is not None:
        day, told = date(year - 1, 7, 1), f"an annual report of {year} can be written"
    if own is None and not future and (latest := latest_day_of_writing(report)) is not None:
        day, told = latest
    if day is None:
        return
    reported = _REPORTED_AT_A_MEETING if are_minutes(report) else IS_REPORTED
    for passage in passages(report):
        for sentence in sentences(passage.text):
            for written in (
                *written_dates(sentence),
                *(() if future else _years_alone(sentence, day)),
                *(days_without_years(sentence, own) if own else ()),
            ):
                if not (written.last < day if future else written.first > day):
                    continue
                if not (is_called_future if future else is_called_past)(sentence, written):
                    continue
                unsure = reported if future else MAY_NOT_BE_PAST
                said = sentence[: written.start]
                if future and is_fixed_and_still_open(sentence, written):
                    confidence = Confidence.MEDIUM
                elif unsure.search(said[-_CLAUSE:] if unsure is _REPORTED_AT_A_MEETING else said):
                    confidence = Confidence.LOW
                elif abs(((written.last if future else written.first) - day).days) > (
                    _FURTHEST if future else 2 * _FURTHEST
                ):
                    continue  # a slip is of months or a year; further off it is another's
                else:
                    confidence = Confidence.MEDIUM
                called = "future" if future else "past"
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, written.start, written.end, reach=100),
                    message=f"Called {called}, yet {written.text.strip()} is "
                    f"{'before' if future else 'after'} {told}.",
                    confidence=confidence,
                    cure="Correct the date, or say what has happened since.",
                )


_ANNUAL = Expression(
    r"\b(?:annual (?:\w+ ){0,2}(?:report|review)|yearly report)\b\W{0,4}(?:for |of )?"
    r"(?P<year>20\d\d)(?!\s?[/–-]\s?\d)\b",
    re.IGNORECASE,
)
_FIRST_TEXTS = 3


def _year_of_an_annual_report(report: Report) -> int | None:
    """The calendar year in the title of an annual report."""
    for passage in passages(report)[:_FIRST_TEXTS]:
        if (match := _ANNUAL.search(passage.text)) is not None:
            return int(match["year"])
    return None


def is_called_past(sentence: str, written: Written) -> bool:
    """Whether the words about a date say that something has happened at it."""
    before = sentence[max(0, written.start - 160) : written.start]
    if _PAST.search(before) or _is_over(before, written):
        return True
    if _SUCCEEDED.search(before) and not _HOPED_FOR.search(sentence):
        return True
    return is_told_as_past(sentence, written)


_DID = Expression(
    r"\b(?:was|were|has been|have been)\s(?:[a-z]+ly\s|also\s|then\s|first\s|last\s)?(?!expected|"
    r"planned|"
    r"scheduled|proposed|intended|asked|required|extended|deferred|postponed|delayed|anticipated|"
    r"projected|estimated|based|moved|allocated|requested|programmed|needed|revised|limited|agreed|"
    r"approved|rescheduled|budgeted)[a-z]{2,}ed\b"
    r"(?:\s(?!for|until|to|from|as|that|the next)[A-Za-z’'-]+){0,7}\s(?:on|in)\s(?:the\s)?"
    r"(?:[A-Z][a-z]+day,?\s)?$"
)


_TOOK_UP = Expression(
    r"\b(?:took up|took on|took over|started|began|commenced|assumed|joined|became)"
    r"\b[^.;,\d]{0,90}?\s"
    r"(?:with effect )?from\s(?:the\s)?$"
)


def _is_over(before: str, written: Written) -> re.Match[str] | None:
    """The words that call a day past, in whatever verb."""
    match = _DID.search(before) or _BEGAN.search(before) or _TOOK_UP.search(before)
    return match if written.is_a_day else None


_NEAR = 75
"""How many days off a day without a year can lie and still be this year's, not the next one's."""
_EVERY_YEAR = Expression(r"\b(?:each|every|any|annual\w*|year(?:s|ly)?|always|normally)\b", re.I)


def days_without_years(sentence: str, own: date) -> Iterator[Written]:
    """The days of a sentence that stand without a year, in the year nearest to the report."""
    if not _HAS_DAY.search(sentence) or _EVERY_YEAR.search(sentence):
        return
    if with_years(sentence) != sentence:
        return  # the one year that the sentence prints may be that of the day
    for match in WRITTEN.finditer(sentence):
        day, month, year = day_month_year(match)
        if year is not None:
            continue
        near = [
            on
            for about in (own.year - 1, own.year, own.year + 1)
            if exists(day, month, about)
            and abs(((on := date(about, month, day)) - own).days) <= _NEAR
        ]
        if len(near) == 1:
            yield Written(
                text=match[0],
                first=near[0],
                last=near[0],
                start=match.start(),
                end=match.end(),
                weekday=match["weekday"],
            )


_IN_A_YEAR = Expression(r"(?<=\bin\s)(?P<year>20\d\d)(?![\d/]|\s?[–-]\s?\d|,\d)")


def _years_alone(sentence: str, own: date) -> Iterator[Written]:
    """The years after the report's own that a sentence names alone: “was carried out in 2026”."""
    for match in _IN_A_YEAR.finditer(sentence):
        year = int(match["year"])
        if own.year < year <= own.year + 10:
            yield Written(
                text=match[0],
                first=date(year, 1, 1),
                last=date(year, 12, 31),
                start=match.start(),
                end=match.end(),
            )


_HAS_DAY = Expression(r"\d\s?(?:st|nd|rd|th)?\s(?:of\s)?[A-Z]")

RULES: tuple[Rule, ...] = (
    what_is_called_future_is_not_past,
    what_is_called_past_is_not_future,
)
