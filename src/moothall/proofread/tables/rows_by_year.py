"""Rows whose columns are years, against what the text says of a year.

When a cumulative row first reaches nought is when the money is paid back; what is short in 2028 is
worked out from the figure of 2028, not from that of 2027.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, Paragraph, Sentence, finding_on, paragraphs
from moothall.proofread.reading.share_words import telling_words
from moothall.proofread.reading.slips import in_figures
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures

# --- when money is paid back ----------------------------------------------------------------------

_PAID_BACK = Expression(
    r"\b(?:pa(?:id|ys?|ying) for (?:itself|themselves)|paid back|pays? back|pay-?back|"
    r"break-?s?\s?even|broken even|"
    r"recover(?:ed|s)? (?:its|the|their|all) (?:cost|costs|investment|outlay)|recouped|"
    r"(?:investment|cost|outlay|money)s? (?:is|are|will be|will have been|would be) (?:recovered|"
    r"repaid|recouped))\b",
    re.IGNORECASE,
)
_A_DEBT = Expression(
    r"\b(?:loans?|lend\w*|borrow\w*|deposits?|overpa\w+|grants?|levy)\b", re.IGNORECASE
)
_BY_WHEN = Expression(
    r"\b(?:by|in|during|before|within|from)\s(?:the end of\s|the start of\s|end of\s|early\s|"
    r"late\s)?(?:(?P<month>january|"
    r"february|march|april|may|june|july|august|september|october|november|"
    r"december)\s(?P<year>20\d\d)|"
    r"(?P<first>20\d\d)[/-](?P<second>\d\d|20\d\d)\b)",
    re.IGNORECASE,
)
_AFTER_MARCH = (
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_FINANCIAL_YEAR = Expression(r"^\D*(?P<first>20\d\d)\s?[/–-]\s?(?:20)?(?P<second>\d\d)\b")


def money_is_paid_back_when_the_table_says(report: Report) -> Iterator[TextFinding]:
    """“It will have paid for itself by March 2027”, where the row is negative till 2028."""
    said = [
        (paragraph, one, match)
        for paragraph in paragraphs(report)
        for one in paragraph.sentences
        if _PAID_BACK.search(one.text)
        and not _A_DEBT.search(one.text)
        and (match := _BY_WHEN.search(one.text))
    ]
    if not said:
        return
    rows = [row for grid in tables_of(report) for row in _cumulative(grid)]
    if len(rows) != 1:
        return
    grid, years = rows[0]
    turned = next((year for year, cell, negative in years if not negative), None)
    for paragraph, one, match in said:
        told = _year_told(match)
        last = [(year, cell) for year, cell, negative in years if negative and year >= told]
        if turned is not None and turned <= told:
            continue
        if not last or last[0][0] != told or not any(year == told for year, *_ in years):
            continue
        year, cell = last[0]
        when = (
            f"it is positive first in {_named(turned)}"
            if turned is not None
            else "it stays negative"
        )
        yield finding_on(
            paragraph,
            one,
            f"“{cell.label}” is still {grid.rows[cell.row][cell.column].strip()} at the end of "
            f"{_named(year)} "
            f"({grid.cell_place(cell.row, cell.column)}); {when}.",
            "Correct the date or the table.",
            Confidence.MEDIUM,
        )


def _year_told(match: re.Match[str]) -> int:
    """The first calendar year of the financial year that a date lies in."""
    if match["first"]:
        return int(match["first"])
    return int(match["year"]) - (0 if match["month"].lower() in _AFTER_MARCH else 1)


def _named(year: int | None) -> str:
    return f"{year}/{(year + 1) % 100:02d}" if year is not None else ""


def _cumulative(grid: Grid) -> Iterator[tuple[Grid, list[tuple[int, Cell, bool]]]]:
    rows: dict[int, list[Cell]] = {}
    for cell in figures(grid):
        if re.search(r"\bcumulative\b|\brunning total\b|\bpay-?back\b", cell.label, re.IGNORECASE):
            rows.setdefault(cell.row, []).append(cell)
    for cells in rows.values():
        years = [
            (int(head["first"]), cell, _is_negative(grid, cell))
            for cell in cells
            if (head := _FINANCIAL_YEAR.match(cell.head))
        ]
        if len(years) >= 2 and years[0][2]:
            yield grid, years


def _is_negative(grid: Grid, cell: Cell) -> bool:
    return bool(re.match(r"\s*£?\s*[-−–(]", grid.rows[cell.row][cell.column])) and cell.value != 0


# --- what is short in a year ----------------------------------------------------------------------

_SHORT = Expression(
    r"^(?:\s[a-z-]+){0,3}?\s(?:short|too few|too many|over|above|below|under|fewer|more|spare|"
    r"surplus|left)\b|"
    r"^\s(?:short|spare|surplus|empty)\b",
    re.IGNORECASE,
)
_SHORTFALL = Expression(
    r"\b(?:shortfall|gap|deficit|surplus|shortage|excess)\s(?:of|will be|would be|"
    r"is)\s(?:about\s)?$",
    re.I,
)
_YEAR = Expression(r"\b20\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row with a figure that is of no year, and one for each of several years."""

    grid: Grid
    label: frozenset[str]
    text: str
    base: tuple[Cell, ...]
    years: dict[str, Cell]


def what_is_short_in_a_year_is_worked_out_from_that_year(report: Report) -> Iterator[TextFinding]:
    """“Forty places short by 2028”, where 40 is the gap of 2027 and that of 2028 is 62."""
    rows = [row for grid in tables_of(report) for row in _rows(grid)]
    if not rows:
        return
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            years = set(_YEAR.findall(one.text))
            if len(years) != 1:
                continue
            for figure in one.figures:
                found = _of_another_year(one, figure, next(iter(years)), rows)
                if found is not None:
                    yield _finding(paragraph, one, figure, *found)
                    break


def _of_another_year(
    one: Sentence, figure: Figure, year: str, rows: list[_Row]
) -> tuple[_Row, Cell, Cell, Cell] | None:
    if figure.kind not in (Kind.COUNT, Kind.MONEY) or figure.rough or figure.size == 0:
        return None
    before = one.text[max(0, figure.amount.start - 40) : figure.amount.start]
    if not _SHORT.match(one.text[figure.amount.end :]) and not _SHORTFALL.search(before):
        return None
    words = telling_words(one.text)
    for row in rows:
        if not row.label or not row.label <= words or year not in row.years:
            continue
        for base in row.base:
            meant = row.years[year]
            if meant.kind is not figure.kind or _gap(meant, base) == figure.size:
                return None
            for other_year, other in row.years.items():
                if other_year != year and _gap(other, base) == figure.size:
                    return row, base, meant, other
    return None


def _gap(cell: Cell, base: Cell) -> Decimal:
    return abs(cell.value - base.value)


def _rows(grid: Grid) -> Iterator[_Row]:
    found: dict[int, list[Cell]] = {}
    for cell in figures(grid):
        found.setdefault(cell.row, []).append(cell)
    for cells in found.values():
        years = {match[0]: cell for cell in cells if (match := _YEAR.search(cell.head))}
        base = tuple(cell for cell in cells if not _YEAR.search(cell.head))
        if len(years) >= 2 and 1 <= len(base) <= 2:
            label = telling_words(cells[0].label)
            yield _Row(grid=grid, label=label, text=cells[0].label, base=base, years=years)


def _finding(
    paragraph: Paragraph,
    one: Sentence,
    figure: Figure,
    row: _Row,
    base: Cell,
    meant: Cell,
    other: Cell,
) -> TextFinding:
    return finding_on(
        paragraph,
        one,
        f"“{row.text}” has {in_figures(meant.value)} for “{meant.head}” and "
        f"{in_figures(base.value)} for "
        f"“{base.head}” ({row.grid.cell_place(meant.row, meant.column)}): "
        f"{in_figures(_gap(meant, base))}; "
        f"{figure.text} is that of “{other.head}”.",
        "Give the figure of the year that is named.",
        Confidence.MEDIUM,
    )


RULES: tuple[Rule, ...] = (
    money_is_paid_back_when_the_table_says,
    what_is_short_in_a_year_is_worked_out_from_that_year,
)
