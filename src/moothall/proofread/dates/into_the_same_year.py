"""Two years that are one: “from 2025/26 into 2025/26”, “an increase on the 20,160 of 2023/24”.

What is put off goes into a later year; what rose did so from another year; the sums of two years
are of two that follow one another; a budget is considered before its year begins, and nothing costs
money in a year that is over before it starts.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.dates.years_compared import RULES as COMPARED
from moothall.proofread.dates.years_of_budgets import RULES as BUDGETS
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import passages, sentences
from moothall.proofread.reading.written_dates import in_full, written_dates

_SPAN = r"20\d\d\s?[/–-]\s?(?:20)?\d\d(?![\d/])"
_N = r"£?\d[\d,]*(?:\.\d+)?(?:%|m\b|bn\b|k\b|\smillion)?"
_TEXT = r"(?:[^.;,]|[.,]\d)"
_PUT_OFF = (
    r"(?:re-?profil\w*|re-?phas\w*|slip\w*|carr(?:y|ied|ying)|defer\w*|roll(?:ed|ing)|"
    r"mov(?:ed|ing))"
)
_FROM_INTO = Expression(
    rf"\b{_PUT_OFF}\b{_TEXT}{{0,80}}?\bfrom (?P<one>{_SPAN}) (?:in)?to (?P<two>{_SPAN})",
    re.IGNORECASE,
)
_WENT = r"(?:increase|rise|fall|reduction|decrease|drop|growth)"
_RISE_ON = Expression(
    rf"\bin (?P<one>{_SPAN})\b{_TEXT}{{0,90}}?,\s(?:which (?:is|was) )?an? {_WENT}\b"
    rf"{_TEXT}{{0,25}}?\b(?:on|from|over|against|compared with) (?:the )?{_N}{_TEXT}{{0,40}}?"
    rf"\bin (?P<two>{_SPAN})",
    re.IGNORECASE,
)
_TWO_SUMS = Expression(
    rf"(?P<a>{_N}) in (?P<one>{_SPAN})(?:,[^,.;]{{0,40}})?,? and (?P<b>{_N}) in (?P<two>{_SPAN})",
    re.IGNORECASE,
)
_TWO_YEARS = Expression(
    rf"\bover two years\b(?:[^.;]|\.\d){{0,30}}?\bin (?P<one>{_SPAN}) and (?:[^.;]|\.\d){{0,20}}?"
    rf"\bin (?P<two>{_SPAN})",
    re.IGNORECASE,
)
_ITS_BUDGET = Expression(
    rf"\b(?P<year>{_SPAN}) (?:revenue |capital )?(?:budget|precept|council tax),? "
    r"(?:which |that )?(?:will be|is to be|is due to be) (?:considered|set|approved|agreed|"
    r"decided|put)[^.;]{0,60}?$",
    re.IGNORECASE,
)
_STARTS = Expression(r"\b(?:from|starts? on|begins? on|takes? effect on|with effect from)\s$", re.I)
_COSTS_IN = Expression(
    rf"\b(?:costs?|saves?|adds?|save|yields?|brings?)\b[^.;£]{{0,30}}{_N} in (?P<year>{_SPAN})",
    re.I,
)
_HEAD = Expression(
    rf"^\W*(?:{_PUT_OFF}|slippage)\b[^|]{{0,20}}?\b(?:in)?to (?P<year>{_SPAN})\W*$", re.IGNORECASE
)
_YEAR = Expression(_SPAN)
_RESTATED = Expression(r"\b(?:restated|revised|original|first|later|quarter|month)\b", re.I)
_CURE = "Correct one of the two years."


def two_years_that_are_told_apart_are_two(report: Report) -> Iterator[TextFinding]:
    """“Re-profiling of £1.2m from 2025/26 into 2025/26.”"""
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        before = ""
        for sentence in sentences(passage.text):
            message = _wrong(sentence) or _begins_after(before, sentence)
            if message is not None:
                yield TextFinding(
                    place=passage.place,
                    quote=sentence,
                    message=message,
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )
            before = sentence


def what_is_put_off_goes_into_a_later_year(report: Report) -> Iterator[TextFinding]:
    """A column “Re-profiled to 2025/26” in the capital programme of 2025/26."""
    for _, grid in captioned_grids(report):
        years = {_first(match[0]) for match in _YEAR.finditer(grid.caption)}
        for column, head in enumerate(grid.rows[0] if grid.rows else ()):
            match = _HEAD.match(head)
            if match is not None and years == {_first(match["year"])}:
                yield TextFinding(
                    place=grid.cell_place(0, column),
                    quote=head,
                    message=f"The table is of {match['year']} itself (“{grid.caption.strip()}”).",
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )


def _wrong(sentence: str) -> str | None:
    for form in (_FROM_INTO, _RISE_ON):
        match = form.search(sentence)
        meant = match and (form is _FROM_INTO or not _RESTATED.search(match[0]))
        if match and meant and _first(match["one"]) == _first(match["two"]):
            return f"{match['one']} and {match['two']} are one year."
    match = _TWO_SUMS.search(sentence)
    differ = match and match["a"] != match["b"] and not _RESTATED.search(match[0])
    if match and differ and _first(match["one"]) == _first(match["two"]):
        return f"{match['a']} and {match['b']} are both said of {match['one']}."
    match = _TWO_YEARS.search(sentence)
    if match and _first(match["two"]) != _first(match["one"]) + 1:
        return f"{match['one']} and {match['two']} are not two years that follow one another."
    for day in written_dates(sentence):
        match = _ITS_BUDGET.search(sentence[: day.start])
        if match and day.is_a_day and day.first >= date(_first(match["year"]), 4, 1):
            return f"On {in_full(day.first)} the year {match['year']} has begun."
    return None


def _begins_after(before: str, sentence: str) -> str | None:
    """“A pay award from 1 September 2026.  It would cost £2.1m in 2025/26.”"""
    match = _COSTS_IN.search(sentence)
    if match is None:
        return None
    starts = [
        day for day in written_dates(before) if day.is_a_day and _STARTS.search(before[: day.start])
    ]
    if len(starts) != 1 or starts[0].first <= date(_first(match["year"]) + 1, 3, 31):
        return None
    return f"It starts on {in_full(starts[0].first)}, when {match['year']} is over."


def _first(span: str) -> int:
    return int(span[:4])


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(two_years_that_are_told_apart_are_two, (*COMPARED, *BUDGETS)),
    what_is_put_off_goes_into_a_later_year,
)
