"""Labels of years beside the twelve months that they stand for.

“The twelve months ended 31 March 2025 (the financial year 2025/26)”; “the allocation for 2025/26,
which runs to 31 March 2025”; “the return for 2024-25 … from April 2023 to March 2024”; and a paper
of
one span of twelve months all of whose labels are of the year before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(_MONTHS)
_LABEL = r"(?:FY\s?)?(?P<first>20\d\d|(?<=FY)\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)(?![\d/-])"


def _day(name: str) -> str:
    return rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?P<{name}m>{_MONTH}) (?P<{name}y>20\d\d)"


_SPAN = Expression(
    rf"\b{_day('a')}\s?(?:to|until|–|-|through to|and ending "
    rf"on)\s?{_day('b')}\b",
    re.I,
)
_ENDED = Expression(
    rf"\b(?:year|(?:twelve|12) months|period)\s(?:ended|ending|to)\s(?:on\s)?{_day('b')}\b"
    rf"(?P<gap>[^.;]{{0,40}}?){_LABEL}",
    re.IGNORECASE,
)
_RUNS_TO = Expression(
    rf"{_LABEL}(?P<gap>[^.;]{{0,80}}?)\b(?:runs?|running|ends?|ending|ended|expires?)\s(?:to|on|"
    rf"in|until)"
    rf"\s{_day('b')}\b",
    re.IGNORECASE,
)
_A_LABEL = Expression(rf"\b{_LABEL}")
_COMPARED = Expression(
    r"\b(?:than|compar\w+|previous\w*|last year|prior|before|earlier|against|from|since|next|"
    r"following|after|carried|brought|both|plan|strategy|programme to|accounts)\b",
    re.IGNORECASE,
)
_OWN = Expression(
    r"\b(?:report|table|book|this|annual|yearly|return|accounts|review|statement|programme|"
    r"summary|leaflet|plan|budget)\b",
    re.IGNORECASE,
)
_YEAR_OF_MONTHS = (11, 12)


@dataclass(frozen=True, slots=True)
class _Span:
    """Twelve months, by the year that they begin and end in."""

    first: int
    second: int
    text: str
    passage: Passage
    start: int


def a_label_is_of_the_year_that_ends_then(report: Report) -> Iterator[TextFinding]:
    """“The twelve months ended 31 March 2025 (the financial year 2025/26)” is 2024/25."""
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        for pattern in (_ENDED, _RUNS_TO):
            for match in pattern.finditer(passage.text):
                label = _years(match)
                if label is None or _COMPARED.search(match["gap"]):
                    continue
                if _MONTHS.index(match["bm"].lower()) > _AUTUMN or int(match["by"]) == label[1]:
                    continue
                yield _finding(
                    passage,
                    match.start(),
                    match.end(),
                    f"What ends in {match['bm']} {match['by']} is {int(match['by']) - 1}/"
                    f"{int(match['by']) % 100:02d}, not {label[0]}/{label[1] % 100:02d}.",
                )


_AUTUMN = 7
"""August: financial, school and municipal years end by then."""


def _years(match: re.Match[str]) -> tuple[int, int] | None:
    first = int(match["first"]) % 100 + 2000
    second = int(match["second"]) % 100 + 2000
    return (first, second) if second == first + 1 else None


def a_paper_of_one_year_bears_its_label(report: Report) -> Iterator[TextFinding]:
    """“Budget Book 2024/25 … for the financial year 1 April 2025 to 31 March 2026”."""
    spans = list(_spans(report))
    if len({(span.first, span.second) for span in spans}) != 1:
        return
    span = spans[0]
    labels = [
        (years, match, passage)
        for passage in passages(report)
        for match in _A_LABEL.finditer(passage.text)
        if (years := _years(match)) is not None
    ]
    if {years for years, _, _ in labels} != {(span.first - 1, span.second - 1)}:
        return
    _, match, passage = labels[0]
    near = passage.text[max(0, match.start() - 60) : match.end() + 30]
    if _COMPARED.search(near) or not (passage.heading or _OWN.search(near)):
        return
    yield _finding(
        passage,
        match.start(),
        match.end(),
        f"The paper is of {span.text} ({span.passage.place}), which is {span.first}/"
        f"{span.second % 100:02d}, and that year is named nowhere.",
    )


def _spans(report: Report) -> Iterator[_Span]:
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        for match in _SPAN.finditer(passage.text):
            first = int(match["ay"]) * 12 + _MONTHS.index(match["am"].lower())
            last = int(match["by"]) * 12 + _MONTHS.index(match["bm"].lower())
            if last - first in _YEAR_OF_MONTHS and int(match["by"]) == int(match["ay"]) + 1:
                yield _Span(int(match["ay"]), int(match["by"]), match[0], passage, match.start())


def _finding(passage: Passage, start: int, end: int, message: str) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, start, end, 50),
        message=message,
        confidence=Confidence.MEDIUM,
        cure="Correct the year's label, or the dates.",
    )


# --- two spans of one name ------------------------------------------------------------------------


def a_year_of_one_name_is_one_span(report: Report) -> Iterator[TextFinding]:
    """“The reporting year” ends in August 2025 here and in August 2024 there."""
    named: dict[str, _Span] = {}
    for span in _spans(report):
        before = span.passage.text[max(0, span.start - 60) : span.start]
        match = _NAME.search(before)
        if match is None or _COMPARED.search(before):
            continue
        name = match[1].lower()
        earlier = named.setdefault(name, span)
        if (earlier.first, earlier.text) != (span.first, span.text) and earlier.first != span.first:
            yield _finding(
                span.passage,
                span.start,
                span.start + len(span.text),
                f"The {name} is {span.text} here, {earlier.text} at {earlier.passage.place}.",
            )
            return


_NAME = Expression(
    r"\b((?:reporting|review|financial|audit|plan|academic|accounting) year)\b[^.;]{0,25}$", re.I
)

RULES: tuple[Rule, ...] = (
    a_label_is_of_the_year_that_ends_then,
    a_paper_of_one_year_bears_its_label,
    a_year_of_one_name_is_one_span,
)
