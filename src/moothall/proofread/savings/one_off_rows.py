"""Rows of a table that its own words call one-off, with the same sum in year after year.

“Release of provision | One-off, 2026/27 only | 120 | 120 | 120” under three years: what comes once
stands in one of them.  Sums that differ may be one thing paid for over several years; they are told
only where the row itself says for which year it is.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.table_figures import Figure, figures

_ONE_YEAR = r"(?:20)?\d\d\s?[-/–]\s?(?:20)?\d\d"
_A_YEAR = Expression(
    rf"^\W*(?:£?\s?[’']?(?:000s?|m|k)\W*)?(?:budget |saving |plan |estimate |forecast )?"
    rf"(?P<year>{_ONE_YEAR}|(?:19|20)\d\d|year\s(?:\d|one|two|three|four|five))"
    r"(?:\W*(?:£?\s?[’']?(?:000s?|m|k)|saving|budget|plan|estimate))*\W*$",
    re.IGNORECASE,
)
ONCE_WORDS = (
    r"one[- ](?:off|time)\b|(?:one|single|first|this) year only|one[- ]year\b|once only|"
    rf"non[- ]?recurr(?:ent|ing)|(?:for |in )?(?:{_ONE_YEAR}|20\d\d) (?:only|alone)|"
    rf"only (?:in|for) {_ONE_YEAR}"
)
_ONCE = Expression(rf"\b(?:{ONCE_WORDS})", re.IGNORECASE)
_YEAR_NAMED = Expression(rf"(?P<year>{_ONE_YEAR}) (?:only|alone)|only (?:in|for)", re.IGNORECASE)
_LASTS_ASKED = Expression(r"\b(?:recurr\w+|on-?going|permanent|continues)\s?\?", re.IGNORECASE)
_DENIED = Expression(
    r"\b(?:not|never|no longer|and (?:on-?going|recurring|permanent)|plus|each|every)\b|"
    r"/\s?ongoing",
    re.IGNORECASE,
)
_SUMMED_UP = Expression(r"\b(?:cumulative|running total|to date|balance)\b", re.IGNORECASE)


def what_comes_once_stands_in_one_year(report: Report) -> Iterator[TextFinding]:
    """A row called one-off that is counted in each of three years."""
    for grid in tables_of(report):
        years = _years(grid)
        if len(years) < 2 or _SUMMED_UP.search(" ".join((grid.caption or "", *grid.rows[0]))):
            continue
        for row in range(grid.head_rows, len(grid.rows)):
            if once := _once(grid, row, years):
                yield from _counted_again(grid, row, once, years)


def _years(grid: Grid) -> dict[int, str]:
    """The columns that are years, each once: a budget beside a forecast of one year is not."""
    found: dict[int, str] = {}
    for column in range(len(grid.rows[0]) if grid.rows and grid.head_rows else 0):
        head = " ".join(grid.rows[row][column] for row in range(grid.head_rows))
        if match := _A_YEAR.match(head):
            found[column] = re.sub(r"\s|\b20(?=\d\d)", "", match["year"].replace("–", "-").lower())
    return found if len(set(found.values())) == len(found) else {}


def _once(grid: Grid, row: int, years: dict[int, str]) -> str:
    """The words of a row that say that it comes once."""
    for column, cell in enumerate(grid.rows[row]):
        if column in years:
            continue
        if _ONCE.search(cell) and not _DENIED.search(cell):
            return cell.strip()
        if cell.strip().lower() in ("no", "n") and _LASTS_ASKED.search(grid.rows[0][column]):
            return f"{grid.rows[0][column].strip()} {cell.strip()}"
    return ""


def _counted_again(grid: Grid, row: int, once: str, years: dict[int, str]) -> Iterator[TextFinding]:
    sums = [cell for cell in figures(grid) if cell.row == row and cell.column in years]
    full = [cell for cell in sums if cell.value]
    if len(full) < 2 or not _is_money(grid, full) or _is_paid_back(grid, full):
        return
    if len({cell.value for cell in full}) > 1 and not _YEAR_NAMED.search(once):
        return
    listed = ", ".join(f"{grid.rows[row][cell.column].strip()} in {cell.head}" for cell in full[:4])
    yield TextFinding(
        place=grid.cell_place(row, full[1].column),
        quote=" | ".join(cell for cell in grid.rows[row] if cell.strip()),
        message=f"{_named(full[0].label, once)} comes once, but is counted in {len(full)} years: "
        f"{listed}.",
        confidence=Confidence.MEDIUM,
        cure="Leave it in the one year in which it comes, and see to the totals.",
    )


def _named(label: str, once: str) -> str:
    label = label.strip()
    return f"“{once}”" if label == once else f"“{label}” (“{once}”)"


def _is_money(grid: Grid, full: list[Figure]) -> bool:
    """Whether the row has sums of money: its signs, the words of the table or of the row say so."""
    row, column = full[0].row, full[0].column
    told = " ".join((grid.caption or "", *grid.rows[0], *grid.rows[row]))
    return bool(_MONEY.search(told)) and "%" not in grid.rows[row][column]


_MONEY = Expression(
    r"[£€]|\b(?:savings?|costs?|budgets?|grants?|income|funding|pressures?|growth|receipts?|"
    r"efficienc\w+|expenditure|reserves?|rebates?|refunds?|money|financ\w+|releases?|"
    r"recruitment|contributions?|allocations?)\b",
    re.IGNORECASE,
)


def _is_paid_back(grid: Grid, full: list[Figure]) -> bool:
    """“120 | (120)”: taken in one year and given back in the next, as it should be."""
    return len({_sign(grid.rows[cell.row][cell.column]) for cell in full}) > 1


def _sign(text: str) -> bool:
    return text.strip().startswith(("(", "-", "−", "–"))


RULES: tuple[Rule, ...] = (what_comes_once_stands_in_one_year,)
