"""The year in the head of a column, against the day from which the text says that it holds.

Charges “to be approved … for the year starting on 1 April 2025” under the head “2024/25 proposed”;
a budget of 2024/25 beside the forecast to 31 March 2026 and the variance between the two.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Report
from moothall.proofread.dates.years_of_columns import RULES as YEARS_OF_COLUMNS
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import passages

_LABEL = Expression(r"\b(?P<first>20\d\d)[/–-](?:20)?(?P<second>\d\d)\b")
_TO_COME = Expression(
    r"\b(?:proposed|recommended|new|to be (?:approved|charged|set)|for approval|draft)\b", re.I
)
_FROM_APRIL = Expression(
    r"\b(?:from|on|starting(?: on)?|beginning(?: on)?|commencing(?: on)?|effective(?: from)?|"
    r"effect "
    r"from|w\.?e\.?f\.?)\s1(?:st)?\sApril\s(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_SPENT = Expression(r"\b(?:budget|plan)\b", re.IGNORECASE)
_FORECAST = Expression(r"\b(?:forecast|outturn|actual|projection|projected)\b", re.IGNORECASE)
_BETWEEN = Expression(r"\b(?:variance|difference|over|under)\b", re.IGNORECASE)
_YEAR_END = Expression(r"\b31(?:st)?\sMarch\s(?P<year>20\d\d)\b", re.IGNORECASE)
_CURE = "Correct the year in the head, or the day in the text."


def a_head_is_of_the_year_told_with_it(report: Report) -> Iterator[TextFinding]:
    """Charges from 1 April 2025 are not “2024/25 proposed”."""
    told: set[int | None] | None = None
    starts = {
        int(match["year"])
        for passage in passages(report)
        if not passage.cell and passage.has("april")
        for match in _FROM_APRIL.finditer(passage.text)
    }
    for grid in report.grids:
        found = (_proposed(grid, starts) or _compared(grid)) if grid.rows else None
        if found is not None and told is None:
            told = {each.place.table for rule in YEARS_OF_COLUMNS for each in rule(report)}
        if found is not None and told is not None and grid.place.table not in told:
            column, message = found
            yield TextFinding(
                place=grid.cell_place(0, column),
                quote=" | ".join(filter(None, grid.rows[0])),
                message=message,
                confidence=Confidence.MEDIUM,
                cure=_CURE,
            )


def _proposed(grid: Grid, starts: set[int]) -> tuple[int, str] | None:
    if len(starts) != 1:
        return None
    (start,) = starts
    for column, head in enumerate(grid.rows[0]):
        year = _first_year(head)
        if year is not None and _TO_COME.search(head) and year == start - 1:
            return column, (
                f"“{head}” is of {_named(year)}; the text speaks of what holds from 1 April "
                f"{start}, "
                f"in {_named(start)}."
            )
    return None


def _compared(grid: Grid) -> tuple[int, str] | None:
    """A budget and a forecast whose variance is taken, of two years."""
    heads = grid.rows[0]
    if not any(_BETWEEN.search(head) for head in heads):
        return None
    budgets = [(at, year) for at, head in enumerate(heads) if (year := _of(head, _SPENT))]
    others = [(at, year) for at, head in enumerate(heads) if (year := _of(head, _FORECAST))]
    if len(budgets) != 1 or len(others) != 1 or budgets[0][1] == others[0][1]:
        return None
    (at, year), (_, other) = budgets[0], others[0]
    return at, (
        f"“{heads[at]}” is of {_named(year)}, and what it is compared with of {_named(other)}."
    )


def _of(head: str, words: Expression) -> int | None:
    if not words.search(head):
        return None
    ends = _YEAR_END.search(head)
    return int(ends["year"]) - 1 if ends else _first_year(head)


def _first_year(head: str) -> int | None:
    match = _LABEL.search(head)
    if match is None or int(match["second"]) != (int(match["first"]) + 1) % 100:
        return None
    return int(match["first"])


def _named(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02d}"


RULES: tuple[Rule, ...] = (a_head_is_of_the_year_told_with_it,)
