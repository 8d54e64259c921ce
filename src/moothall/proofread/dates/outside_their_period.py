"""A day said to lie within a period that it lies outside of.

“The period ran from 17 January to 14 February.  One objection came on 12 December, midway through
it”: what came midway, or within, or before the period closed, came between its two days.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.running_text import sentences
from moothall.proofread.reading.written_dates import Written, with_years, written_dates

_TO = Expression(
    r"^\s(?:20\d\d\s)?(?:to|until|and|till|[-–])\s(?:[A-Z][a-z]+day,?\s)?(?:the\s)?$", re.I
)
_FROM = Expression(r"\b(?:from|between|ran|:|\()\s?(?:[A-Z][a-z]+day,?\s)?$", re.IGNORECASE)
_WITHIN = Expression(
    r"\b(?:mid-?way (?:through|in)|half-?way (?:through|into)|part-?way (?:through|into)|during|"
    r"in the (?:course|middle) of|within|inside|in)\s(?:that|the|this|its|those|it)\b"
    r"(?:\s(?:[\w-]+\s){0,3}?(?:period|consultation|window|time|dates|weeks|days|term|stage))?",
    re.IGNORECASE,
)
_STRONG = Expression(
    r"^(?:mid-?way|half-?way|part-?way|in the (?:course|middle)|(?:during|within|inside)\s\w+\s"
    r"(?:[\w-]+\s){0,3}?(?:period|consultation|window|time|dates|weeks))",
    re.IGNORECASE,
)


def what_came_within_a_period_has_a_day_in_it(report: Report) -> Iterator[TextFinding]:
    """An objection of 12 December did not come midway through a period from 17 January on."""
    for passage in passages(report):
        text = " ".join(map(with_years, sentences(passage.text)))
        if not passage.has("way", "course", "middle", "during", "within", "inside"):
            continue
        days = [day for day in written_dates(text) if day.is_a_day]
        spans = [
            (one, other)
            for one, other in pairwise(days)
            if _TO.match(text[one.end : other.start])
            and _FROM.search(text[: one.start])
            and one.first < other.last
        ]
        if len(spans) != 1:
            continue
        first, last = spans[0]
        for day in days:
            match = _said_within(text, day)
            if match is None or day in (first, last) or day.start < last.end:
                continue
            if first.first <= day.first <= last.last:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(text, day.start, match.end(), 80),
                message=f"{day.text.strip()} is not between {first.text.strip()} and "
                f"{last.text.strip()}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the day, or say that it came outside the period.",
            )
            break


def _said_within(text: str, day: Written) -> re.Match[str] | None:
    match = _WITHIN.search(text, day.end, day.end + 60)
    if match is None or "." in text[day.end : match.start()]:
        return None
    return match if _STRONG.match(match[0]) else None


RULES: tuple[Rule, ...] = (what_came_within_a_period_has_a_day_in_it,)
