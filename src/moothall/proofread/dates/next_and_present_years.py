"""The next year and the present one, with their numbers: what they are called against what is told.

“Target for next year (2024/25)” in the report on that year, a forecast of a year as it stood when
the year was over, the year-end of last year under this one’s.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.dates.period_labels import CURE, YEAR, named
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, passages, sentences
from moothall.proofread.reading.written_dates import in_full, own_date, written_dates

_SPAN = YEAR.format("")


def _finding(passage: Passage, sentence: str, match: re.Match[str], message: str) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(sentence, match.start(), match.end(), 90),
        message=message,
        confidence=Confidence.MEDIUM,
        cure=CURE,
    )


def _is_one_year(match: re.Match[str]) -> bool:
    return int(match["second"]) % 100 == (int(match["first"]) + 1) % 100


# --- next year ------------------------------------------------------------------------------------

_NEXT = Expression(
    rf"\b(?:next|the coming|the forthcoming)\s(?:financial\s|municipal\s|council\s)?"
    rf"year,?\s?[(–-]?\s?(?:which is\s|that is\s)?{_SPAN}",
    re.IGNORECASE,
)
_ENDED = Expression(
    r"\byear (?:ended|ending|to)\s(?:on\s)?(?:the\s)?31(?:st)?\sMarch\s(?P<year>20\d\d)", re.I
)
_FIRST = 6


def next_year_is_not_the_year_reported_on(report: Report) -> Iterator[TextFinding]:
    """“Target for next year (2024/25)”, in the report on the year ended 31 March 2025."""
    own, over = own_date(report), 0
    why = ""
    for passage in passages(report)[:_FIRST]:
        if (ended := _ENDED.search(passage.text)) is not None:
            over, why = int(ended["year"]) - 1, f"the paper is on the {ended[0]}"
    if not over and own is not None:
        over = own.year - (2 if own.month < 4 else 1)
        why = f"the paper is of {in_full(own)}"
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            match = _NEXT.search(sentence)
            if match is not None and _is_one_year(match) and over:
                year = int(match["first"])
                # “carried from 2022/23 into the next year (2023/24)” tells of the past
                before = named(year - 1)[:4] in sentence[: match.start()]
                if 0 <= over - year <= 1 and not before:
                    said = f"{named(year)} is called the next year; {why}."
                    yield _finding(passage, sentence, match, said)


# --- a forecast of a year, as it stood when that was over -----------------------------------------

_FORECAST_AT = Expression(
    rf"\b(?:forecast|projected|projection)\b[^.;\d]{{0,40}}?{_SPAN}[^.;\d]{{0,30}}?\b"
    r"(?:as at|at|as of)\s(?:the\s)?(?:end of\s)?$",
    re.IGNORECASE,
)
_CLOSING = 45
"""Days after 31 March on which a year is still being closed and its outturn forecast."""


def a_forecast_is_made_before_the_year_is_over(report: Report) -> Iterator[TextFinding]:
    """“Forecast outturn 2024/25 as at 30 June 2025” is last year’s label."""
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                match = _FORECAST_AT.search(sentence[: on.start])
                if match is None or not _is_one_year(match):
                    continue
                year = int(match["first"])
                if _CLOSING < (on.first - date(year + 1, 3, 31)).days < 366:
                    said = (
                        f"A forecast for {named(year)} as at {on.text.strip()}, when that year was "
                        "over."
                    )
                    yield _finding(passage, sentence, match, said)


# --- the present year and what is told of its end -------------------------------------------------

_PRESENT = Expression(
    r"\b(?:present|current|this)\s(?:financial\s)?year\s?[(,–-]\s?(?:1\s)?April\s20\d\d\s(?:to|–|-)\s"
    r"(?:31\s)?March\s(?P<year>20\d\d)",
    re.IGNORECASE,
)
_YEAR_END = Expression(
    r"\b(?:projected|forecast|expected|predicted)\b[^.;\d]{0,40}?\byear[- ]end\b[^.;\d]{0,30}?\b"
    r"31\sMarch\s(?P<year>20\d\d)",
    re.IGNORECASE,
)


def the_year_end_forecast_is_that_of_this_year(report: Report) -> Iterator[TextFinding]:
    """This year is April 2025 to March 2026; the “projected year-end position at 31 March 2025”."""
    ends = {match["year"] for p in passages(report) for match in _PRESENT.finditer(p.text)}
    if len(ends) != 1:
        return
    (end,) = ends
    for passage in passages(report):
        match = _YEAR_END.search(passage.text)
        if match is not None and int(match["year"]) == int(end) - 1:
            said = f"The year-end of {match['year']} is forecast; this year ends in March {end}."
            yield _finding(passage, passage.text, match, said)


# --- what is paid under a scheme of its own dates -------------------------------------------------

_IN_FORCE = Expression(
    r"\b(?:in force|applies|effective|runs|valid|operates|covers the (?:year|period))\b"
    r"[^.;\d]{0,30}?\b1(?:st)?\sApril\s(?P<a>20\d\d)\s(?:to|until|–|-)\s31(?:st)?\sMarch\s(?P<b>20\d\d)",
    re.IGNORECASE,
)
_UNDER_THIS = Expression(
    rf"{_SPAN}[^.;\d]{{0,40}}?\b(?:under|in|by) this (?:scheme|plan|policy|schedule|agreement)\b",
    re.IGNORECASE,
)


def what_is_due_under_a_scheme_is_of_its_year(report: Report) -> Iterator[TextFinding]:
    """In force from April 2025 to March 2026; “allowances payable 2024/25 under this scheme”."""
    first = None
    for passage in passages(report):
        if (force := _IN_FORCE.search(passage.text)) and int(force["b"]) == int(force["a"]) + 1:
            first = int(force["a"])
        match = _UNDER_THIS.search(passage.text)
        if match is not None and first is not None and first - int(match["first"]) == 1:
            said = f"{named(first - 1)} here; it is in force in {named(first)}."
            yield _finding(passage, passage.text, match, said)


RULES: tuple[Rule, ...] = (
    next_year_is_not_the_year_reported_on,
    a_forecast_is_made_before_the_year_is_over,
    the_year_end_forecast_is_that_of_this_year,
    what_is_due_under_a_scheme_is_of_its_year,
)
