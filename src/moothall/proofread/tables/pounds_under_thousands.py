"""Figures in pounds under a heading that says thousands or millions.

“Loans outstanding (£000)” over 42,500,000, where the text has £42.5 million: under that heading it
is forty-two billion.  Or one row has 1,250,000 where its neighbours have 640 and 385.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from moothall.documents.report import Grid, Image, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind, amounts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Figure, NumberTable, number_table
from moothall.proofread.tables.totals import TOTAL

_UNIT = Expression(
    r"£\s?[’']?(?P<k>0{3}s?|k\b|thousands?\b)|£\s?(?P<m>m\b|mn\b|millions?\b)|"
    r"(?<![\d,])[’']?(?P<bare>0{3})s?\b|\bin thousands\b",
    re.IGNORECASE,
)
_OTHER_UNIT = Expression(r"£(?!\s?[’']?(?:0{3}|k\b|m\b|mn\b|th|mi))|%|\bnumber\b|\bno\.?\b", re.I)
_LONGEST_LINE = 160
_THOUSAND = Decimal(1_000)
_LEAST = Decimal(100_000)
"""Pounds below it may well be thousands of pounds."""
_FEWEST_OTHERS, _TIMES = 2, 500
_A_BILLION_IN_THOUSANDS = Decimal(1_000_000)


def pounds_do_not_stand_under_thousands(report: Report) -> Iterator[TextFinding]:
    """Under “£000” the figure 1,250,000 is more than a billion."""
    said: dict[Decimal, tuple[str, Place]] | None = None
    for position, grid in enumerate(report.blocks):
        if not isinstance(grid, Grid):
            continue
        stated = _unit_over(report, position, grid)
        table = number_table(grid)
        if stated is None or table is None:
            continue
        words, scale = stated
        if said is None:
            said = _told(report)
        for column in table.columns:
            head = table.heads[column]
            if _OTHER_UNIT.search(head):
                continue
            yield from _in_column(table, column, words, scale, said)


def _unit_over(report: Report, position: int, grid: Grid) -> tuple[str, Decimal] | None:
    """The words that give the unit of a table's figures, and what it is; nothing where unclear."""
    texts = [grid.caption, *(cell for row in grid.rows[: grid.head_rows] for cell in row)]
    above = report.blocks[position - 1] if position else None
    if above is not None and not isinstance(above, Grid | Image):
        texts.append(above.text[:_LONGEST_LINE])
    found: dict[Decimal, str] = {}
    for text in texts:
        match = _UNIT.search(text)
        if match:
            found.setdefault(_THOUSAND**2 if match["m"] else _THOUSAND, text)
    if len(found) != 1:
        return None
    scale, words = found.popitem()
    return words, scale


def _told(report: Report) -> dict[Decimal, tuple[str, Place]]:
    """The sums of money of the text, by their value in pounds."""
    found: dict[Decimal, tuple[str, Place]] = {}
    for prose in report.prose:
        if "£" in prose.text:
            for amount in amounts(prose.text):
                if amount.kind is Kind.MONEY:
                    found.setdefault(abs(amount.value), (amount.text, prose.place))
    return found


def _in_column(
    table: NumberTable,
    column: int,
    words: str,
    scale: Decimal,
    said: dict[Decimal, tuple[str, Place]],
) -> Iterator[TextFinding]:
    held = [
        (row, cell)
        for row in table.body
        if isinstance(cell := table.cells[row][column], Figure)
        and cell.scale == 1
        and cell.kind is not Kind.PERCENT
        and not cell.year_like
    ]
    for row, cell in held:
        size = abs(cell.value)
        millions = said.get(size * _THOUSAND**2)
        if millions and scale == _THOUSAND and cell.places and size * scale not in said:
            yield _in_millions(table, (row, column), cell, words, millions)
            return
        if size < _LEAST or size * scale in said:
            continue
        others = [abs(c.value) for r, c in held if r != row and c.value]
        told = said.get(size)
        why = ""
        if told is not None:
            why = f"{told[0]} is said of it at {told[1]}"
        elif _is_out_of_scale(size, others) and not TOTAL.search(table.labels[row]):
            why = f"the other rows go up to {max(others):,f}"
        if why:
            yield TextFinding(
                place=table.grid.cell_place(row, column),
                quote=f"{table.labels[row]} {cell.text}".strip(),
                message=f"Under “{words[:60].strip()}” {cell.text} is £{_short(size * scale)}; "
                f"{why}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the unit in the heading, or the figure.",
            )
            return


def _in_millions(
    table: NumberTable, at: tuple[int, int], cell: Figure, words: str, told: tuple[str, Place]
) -> TextFinding:
    """2.83 under “£000”, where the text has £2.83m."""
    return TextFinding(
        place=table.grid.cell_place(*at),
        quote=f"{table.labels[at[0]]} {cell.text}".strip(),
        message=f"Under “{words[:60].strip()}” {cell.text} is £{abs(cell.value) * _THOUSAND:,.0f}; "
        f"{told[0]} is said at {told[1]}.",
        confidence=Confidence.MEDIUM,
        cure="Correct the unit in the heading, or the figure.",
    )


def _is_out_of_scale(size: Decimal, others: list[Decimal]) -> bool:
    """Whether one figure is so much larger that it must be in pounds."""
    if len(others) < _FEWEST_OTHERS or size % _THOUSAND or size < _A_BILLION_IN_THOUSANDS:
        return False
    return size >= _TIMES * median(others) and max(others) * _TIMES / 5 < size


def _short(pounds: Decimal) -> str:
    billions = pounds / Decimal(10) ** 9
    if billions >= 1:
        return f"{billions.quantize(Decimal('0.01')).normalize():f}bn"
    return f"{(pounds / Decimal(10) ** 6).normalize():f}m"


RULES: tuple[Rule, ...] = (pounds_do_not_stand_under_thousands,)
