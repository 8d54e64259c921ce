"""Periods told as over that have not come: a quarter that has not begun, the outturn of this year.

A label such as “quarter 4 of 2024/25” is a time like any date; its first and its last day follow.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.dates.period_labels import Label, labels_in, named, period_ends
from moothall.proofread.dates.told_as_past import is_told_as_past
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import Written, in_full, own_date

_MONTHS = {"q1": 3, "q2": 3, "q3": 3, "q4": 3, "half": 6}


def _begins(label: Label, ends: date) -> date:
    """The first day of the period that ends then."""
    month = ends.month - _MONTHS.get(label.period, 1) + 1
    return date(ends.year, month, 1)


def a_quarter_told_of_has_come(report: Report) -> Iterator[TextFinding]:
    """“In quarter 4 of 2024/25 the target was met” in a report of October 2024."""
    own = own_date(report)
    if own is None:
        return
    for passage in passages(report):
        if passage.part == "cell" or "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for label in labels_in(sentence):
                ends = period_ends(label)
                if ends is None or _begins(label, ends) <= own or (ends - own).days > 500:
                    continue
                told = Written(
                    text=label.text,
                    first=_begins(label, ends),
                    last=ends,
                    start=label.start,
                    end=label.end,
                )
                if is_told_as_past(sentence, told):
                    yield TextFinding(
                        place=passage.place,
                        quote=sentence,
                        message=f"Told as past, yet {label.text.strip()} begins on "
                        f"{in_full(told.first)}, after the report’s own date, {in_full(own)}.",
                        confidence=Confidence.MEDIUM,
                        cure="Correct the period, or say that it is still to come.",
                    )


_OUTTURN = Expression(
    r"\b(?:final |actual |net |revenue |capital )?outturn\s(?:position\s)?(?:for|in|of)\s(?:the\s)?"
    r"(?:financial year\s|year\s)?(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)(?!\d)\s"
    r"(?:was|is|shows?|showed|came|has)\b"
)
_BEFOREHAND = Expression(
    r"\b(?:forecast\w*|project\w+|estimat\w+|expect\w+|provisional\w*|likely|predict\w+|latest|"
    r"current\w*|indicative|anticipated|draft|will|would|not yet|due|to be|awaited)\b",
    re.IGNORECASE,
)


def an_outturn_is_of_a_year_that_is_over(report: Report) -> Iterator[TextFinding]:
    """“The outturn for 2025/26 was an underspend” in a report of October 2025."""
    own = own_date(report)
    if own is None:
        return
    for passage in passages(report):
        if "utturn" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            match = _OUTTURN.search(sentence)
            if match is None or _BEFOREHAND.search(sentence):
                continue
            first = int(match["first"])
            if int(match["second"]) % 100 != (first + 1) % 100 or own > date(first + 1, 3, 20):
                continue
            yield TextFinding(
                place=passage.place,
                quote=sentence,
                message=f"The outturn of {named(first)} is known when that year is over, on 31 "
                f"March {first + 1}; the report is of {in_full(own)}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the year, or call it a forecast.",
            )


# --- an event named with its year -----------------------------------------------------------------

_WAS_THERE = Expression(
    r"\b(?:attended|visited|hosted|held|enjoyed|celebrated|organised|[Gg]uests?\sat|took\spart\sin|"
    r"spoke\sat|exhibited\sat|won|supported)\b[^.;\d]{0,25}?\s(?:[A-Z][\w’'&-]*\s(?:and\s|of\s|"
    r"the\s)?){2,8}(?P<year>20\d\d)\b(?!\s?[/–-]\s?\d)"
)
_AHEAD = Expression(
    r"\b(?:will|plans?|planning|prepar\w+|ahead|towards|bid\w*|next|forthcoming|strateg\w+|act|"
    r"programme|report|budget)\b",
    re.IGNORECASE,
)


def what_was_attended_is_not_of_a_later_year(report: Report) -> Iterator[TextFinding]:
    """“We attended the Lantern Day 2023 Fair” in a report of November 2022."""
    own = own_date(report)
    if own is None:
        return
    for passage in passages(report):
        if not any(str(year) in passage.text for year in (own.year + 1, own.year + 2)):
            continue
        for sentence in sentences(passage.text):
            match = _WAS_THERE.search(sentence)
            if match is None or _AHEAD.search(sentence):
                continue
            if not own.year < int(match["year"]) <= own.year + 2:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, match.start(), match.end(), reach=60),
                message=f"Told as past, yet it is of {match['year']}; the report’s own date is "
                f"{in_full(own)}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the year, or say that it is still to come.",
            )


RULES: tuple[Rule, ...] = (
    a_quarter_told_of_has_come,
    an_outturn_is_of_a_year_that_is_over,
    what_was_attended_is_not_of_a_later_year,
)
