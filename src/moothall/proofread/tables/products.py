"""Products: a column that is rate × quantity, or so many years of one column and others besides.

"Unit price × number = total" and "seven years' running cost and the set-up = whole-life cost" are
learnt from the rows: what most of them keep to, the one that does not has broken.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.tables.columns import Figure, NumberTable
from moothall.proofread.tables.equations import Equation, Where, shown
from moothall.proofread.tables.multiples import RULE, Row, multiples_of
from moothall.proofread.tables.totals import TOTAL

_SCALES = tuple(
    Decimal(text) for text in ("1", "1000", "0.001", "0.0001", "0.00001", "100", "0.01", "0.000001")
)
_FINE = Decimal("0.001")
_LEAST = 3
_MOST_COLUMNS = 12
_LEAST_SCORE = 5
"""Scores of risks are products of numbers up to five: “3 × 3 = 9” is one already."""


def products_of(table: NumberTable) -> Iterator[Equation]:
    """Columns that are the product of two others, or a multiple of one with others added."""
    rows = _rows(table)
    plain = [row for row in rows if not row.total]
    if len(plain) < _LEAST or len(table.columns) < 3 or len(table.columns) > _MOST_COLUMNS:
        return
    taken: set[int] = set()
    for result in reversed(table.columns):
        others = [c for c in table.columns if c != result and c not in taken]
        for one, other in combinations(others, 2):
            scale = _scale(plain, result, one, other)
            if scale is not None:
                taken.add(result)
                yield from _equations(table, rows, result, one, other, scale)
                break
    for result in table.columns[2:]:
        if result not in taken:
            yield from multiples_of(table, plain, result)


def _rows(table: NumberTable) -> list[Row]:
    rows = []
    for place in table.body:
        figures = {
            column: cell
            for column in table.columns
            if isinstance(cell := table.cells[place][column], Figure)
        }
        rows.append(Row(place, figures, bool(TOTAL.search(table.labels[place]))))
    shares = {column for column in table.columns if _is_of_shares(rows, column)}
    return [
        Row(
            row.place,
            {c: _share(f) if c in shares else f for c, f in row.figures.items()},
            row.total,
        )
        for row in rows
    ]


def _is_of_shares(rows: list[Row], column: int) -> bool:
    """Whether a column holds percentages, though a whole one may be printed as "100"."""
    held = [row.figures[column] for row in rows if column in row.figures]
    shares = sum(figure.kind is Kind.PERCENT for figure in held)
    return len(held) > shares > len(held) // 2


def _share(figure: Figure) -> Figure:
    plain = figure.kind is Kind.COUNT and figure.scale == 1
    return replace(figure, kind=Kind.PERCENT) if plain else figure


# --- rate × quantity ------------------------------------------------------------------------------


def _scale(rows: list[Row], result: int, one: int, other: int) -> Decimal | None:
    """By what the product of two columns is to be multiplied, where all rows but one keep to it."""
    whole = [row for row in rows if {result, one, other} <= row.figures.keys()]
    whole = [row for row in whole if all(row.figures[c].value for c in (result, one, other))]
    if _are_shares_of_one_whole(whole, (result, one, other)):
        return None
    if len(whole) < _LEAST:
        return None
    for column in (one, other):
        if len({row.figures[column].value for row in whole}) == 1:
            if _is_power_of_ten(row.figures[column].value for row in whole):
                return None  # "100" in each row only writes the same digits again
            continue
        if all(abs(row.figures[column].value) == 1 for row in whole):
            return None
    if any(row.figures[c].value < 0 for row in whole for c in (one, other)):
        return None
    for scale in _SCALES:
        right = [row for row in whole if _off(row, result, one, other, scale) == 0]
        # rows that are alike tell no more than one does
        telling = {
            (row.figures[one].value, row.figures[other].value)
            for row in right
            if _tells(row, result, one, other)
        }
        if len(telling) >= 2 and len(right) >= max(_LEAST - 1, len(whole) - 1 - len(whole) // 8):
            # two rows may be like a product by chance where their figures are small
            return scale if len(telling) >= 3 or len(whole) == len(right) + 1 == 3 else None
    return None


def _are_shares_of_one_whole(rows: list[Row], columns: tuple[int, int, int]) -> bool:
    """Whether most rows divide a hundred between the three columns: no product is meant then."""
    shares = [
        sum((row.figures[column].value for column in columns), Decimal(0))
        for row in rows
        if all(row.figures[column].kind is Kind.PERCENT for column in columns)
    ]
    hundreds = sum(abs(share - 100) <= 1 for share in shares)
    return hundreds * 2 > len(rows)


def _is_power_of_ten(values: Iterable[Decimal]) -> bool:
    return all(str(abs(value)).replace(".", "").strip("0") == "1" for value in values)


def _product(row: Row, one: int, other: int, scale: Decimal) -> tuple[Decimal, Decimal]:
    """The product and how far rounding of its factors can move it."""
    a, b = row.figures[one], row.figures[other]
    percent = sum(figure.kind is Kind.PERCENT for figure in (a, b))
    value = a.value * b.value * scale / 100**percent
    fine = scale >= _FINE  # of a rate per 10,000 the whole numbers are rounded too
    loose_a, loose_b = (_loose(a), _loose(b)) if fine else (a.half, b.half)
    slack = (abs(a.value) * loose_b + abs(b.value) * loose_a) * scale / 100**percent
    return value, slack


def _loose(figure: Figure) -> Decimal:
    """Whole numbers are counted, not rounded; whole percentages are rounded all the same."""
    rounded = figure.places or figure.scale != 1 or figure.kind is Kind.PERCENT
    return figure.half if rounded else Decimal(0)


def _off(row: Row, result: int, one: int, other: int, scale: Decimal) -> Decimal:
    value, slack = _product(row, one, other, scale)
    printed = row.figures[result]
    off = abs(abs(printed.value) - abs(value))
    return off if off > slack + printed.half * 2 else Decimal(0)


def _tells(row: Row, result: int, one: int, other: int) -> bool:
    least = min((row.figures[c] for c in (one, other)), key=lambda f: abs(f.value / f.scale))
    small = abs(least.value / least.scale)
    if small < 1 and least.places > 1 and abs(least.value) > 100 * least.half:
        return True  # a rate below one, printed finely enough to be no chance
    printed = row.figures[result]
    counted = all(row.figures[c].scale == 1 and not row.figures[c].places for c in (result, one))
    enough = _LEAST_SCORE if counted else 20 * printed.half
    return small > Decimal("1.001") and abs(printed.value) > enough


def _equations(
    table: NumberTable, rows: list[Row], result: int, one: int, other: int, scale: Decimal
) -> Iterator[Equation]:
    whole = [row for row in rows if {result, one, other} <= row.figures.keys()]
    plain = [row for row in whole if not row.total]
    right = sum(_off(row, result, one, other, scale) == 0 for row in plain)
    for row in whole:
        printed = row.figures[result]
        value, slack = _product(row, one, other, scale)
        value = abs(value) if printed.value >= 0 else -abs(value)
        holds = _off(row, result, one, other, scale) == 0
        if row.total and not holds:
            continue  # a total is a sum, seldom a product
        places: dict[int, Where] = {c: (row.place, c) for c in (result, one, other)}
        needs = {places[result]: value}
        for factor in (one, other):
            held = row.figures[factor].value
            if value:
                needs[places[factor]] = held * printed.value / value
        finding = None
        if not holds:
            finding = _finding(table, row, (result, one, other), scale, value, right)
        yield Equation(
            rule=RULE,
            total=places[result],
            cells=frozenset(needs),
            holds=holds,
            telling=_tells(row, result, one, other),
            needs={} if holds else needs,
            slack=slack + printed.half,
            finding=finding,
        )


def _finding(
    table: NumberTable,
    row: Row,
    columns: tuple[int, int, int],
    scale: Decimal,
    value: Decimal,
    right: int,
) -> TextFinding:
    result, one, other = columns
    printed = row.figures[result]
    label = table.labels[row.place]
    finest = max((one, other), key=lambda column: row.figures[column].places)
    rate = row.figures[finest]
    of_each = scale == 1 or scale < Decimal("0.01")
    if of_each and rate.places > printed.places and value and rate.kind is not Kind.PERCENT:
        return _rate_finding(
            table, row, (result, one if finest == other else other, finest), value, right
        )
    return TextFinding(
        place=table.grid.cell_place(row.place, result),
        quote=f"{label} {printed.text}".strip(),
        message=f"{row.figures[one].text} × {row.figures[other].text} = {shown(value, printed)}, "
        f"but the table says {printed.text}; {right} other rows compute.",
        confidence=Confidence.HIGH if right >= 3 else Confidence.MEDIUM,
        cure="Correct the product or one of its factors",
    )


def _rate_finding(
    table: NumberTable, row: Row, columns: tuple[int, int, int], value: Decimal, right: int
) -> TextFinding:
    """A rate has been worked out from the two counts beside it, and is told as their quotient."""
    count, base, rate = (row.figures[column] for column in columns)
    true = rate.value * count.value / value
    per = rate.value * base.value / value
    each = "" if per == 1 else f" per {per.normalize():,f}"
    head = table.heads[columns[2]]
    return TextFinding(
        place=table.grid.cell_place(row.place, columns[2]),
        quote=f"{table.labels[row.place]} {count.text} {rate.text}".strip(),
        message=f"{count.text} for {base.text} is {shown(true, rate)}{each}, but the table says "
        f"{rate.text}{f' (“{head}”)' if head else ''}; {right} other rows compute.",
        confidence=Confidence.HIGH if right >= 3 else Confidence.MEDIUM,
        cure="Correct the rate or one of the figures that it is worked out from",
    )
