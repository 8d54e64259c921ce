"""Minute numbers: a minute that these minutes refer to stands among them.

The minutes of one meeting are numbered one after another, often through the whole year.  A number
below the first is a minute of an earlier meeting; one above the last has not been written.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.structure.year_numbers import numbered_by_year

_FEWEST = 4
_NUMBER = Expression(r"^(?P<number>\d{1,4})[.:)]?$")
_OPENS_WITH_ONE = Expression(r"^(?P<number>\d{1,4})[.:)]?\s+[A-Z]")
_YEARS = range(1900, 2101)
_MINUTE = Expression(
    r"\bminutes?\s+(?:no\.?s?\s+|numbers?\s+|ref(?:erence)?\.?\s+)?(?P<number>\d{1,4})"
    r"(?:\.(?P<part>\d{1,2}))?(?![\d./])",
    re.IGNORECASE,
)
_OF_ANOTHER_MEETING = Expression(
    r"^[^.;]{0,40}?\b(?:of|from|dated|at|held)\b[^.;]{0,40}?(?:\d{4}|\bmeeting\b|\bcabinet\b|"
    r"\bcouncil\b|\bcommittee\b|\bboard\b|\bpanel\b|\blast\b|\bprevious\b)",
    re.IGNORECASE,
)
_NO_NUMBER_OF_OURS = Expression(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty))[\s-]$|"
    r"\b(?:every|each|within|about|under|over|first|last|per|in|for|least|of|to|next|than)\s$",
    re.I,
)
_ITS_BODY = Expression(r"(?:Cabinet|Committee|Board|Panel|Executive|Council|Forum)\s$")
"""“Cabinet minute 62” is the Cabinet's."""
_MOST_BEYOND = 60


def a_minute_referred_to_is_among_the_minutes(report: Report) -> Iterator[TextFinding]:
    """“As minute 67 records”, in minutes that are numbered from 55 to 63."""
    if not are_minutes(report):
        return
    numbers = _numbers_of_minutes(report)
    if len(numbers) < _FEWEST:
        return
    first, last = numbers[0], numbers[-1]
    for passage in passages(report):
        if passage.heading or "minute" not in passage.folded:
            continue
        for match in _MINUTE.finditer(passage.text):
            number = int(match["number"])
            # "minute 67 of 12 May" is another meeting's, "a five minute 100 metre walk" is none
            if not last < number <= last + _MOST_BEYOND or number in _YEARS:
                continue
            if _OF_ANOTHER_MEETING.match(passage.text[match.end() :]):
                continue
            before = passage.text[max(0, match.start() - 12) : match.start()]
            if _NO_NUMBER_OF_OURS.search(before) or _ITS_BODY.search(before):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), after=40),
                message=f"The text refers to minute {number}; these minutes run from {first} to "
                f"{last}.",
                confidence=Confidence.MEDIUM,
                cure="Give the number of the minute that is meant, and its meeting if another.",
            )


_WITH_YEAR = Expression(
    r"\b(?:minutes?|items?)\s+(?:no\.?s?\s+|numbers?\s+|ref(?:erence)?\.?\s+)?"
    r"(?P<label>[A-Z]{0,6}[/.-]?\d{1,4}/\d{1,4})(?![\d/])",
    re.IGNORECASE,
)


def a_minute_of_this_year_referred_to_is_there(report: Report) -> Iterator[TextFinding]:
    """“As recorded at minute 177/18”, in minutes that run from 140/18 to 162/18."""
    labels = numbered_by_year(report) if are_minutes(report) else ()
    if not labels:
        return
    numbers = [label.number for label in labels]
    before, after = labels[0].frame.split("*")
    for passage in passages(report):
        if "/" not in passage.text or not passage.has("minute", "item"):
            continue
        for match in _WITH_YEAR.finditer(passage.text):
            label = match["label"].upper()
            inner = label.removeprefix(before).removesuffix(after)
            framed = label.startswith(before) and label.endswith(after) and inner.isdecimal()
            if not framed or not max(numbers) < int(inner) <= max(numbers) + _MOST_BEYOND:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), after=40),
                message=f"The text refers to minute {label}; these minutes run from "
                f"{labels[0].printed} to {labels[-1].printed}.",
                confidence=Confidence.MEDIUM,
                cure="Give the number of the minute that is meant, and its meeting if another.",
            )


def _numbers_of_minutes(report: Report) -> list[int]:
    """The longest run of whole numbers that count up by one, gaps of one apart."""
    runs: list[list[int]] = []
    for block in report.blocks:
        if not isinstance(block, Heading | Prose):
            continue
        match = _NUMBER.match(block.number) or (
            _OPENS_WITH_ONE.match(block.text) if not block.number else None
        )
        if match is None or int(match["number"]) in _YEARS:
            continue
        number = int(match["number"])
        for run in runs:
            if 0 <= number - run[-1] <= 2:
                run.append(number)
                break
        else:
            runs.append([number])
    return max(runs, key=len, default=[])


RULES: tuple[Rule, ...] = (
    a_minute_referred_to_is_among_the_minutes,
    a_minute_of_this_year_referred_to_is_there,
)
