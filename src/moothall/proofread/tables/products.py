"""Products: a column that is rate × quantity, or so many years of one column and others besides.

"Unit price × number = total" and "seven years' running cost and the set-up = whole-life cost" are
learnt from the rows: what most of them keep to, the one that does not has broken.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.tables.columns import Figure, NumberTable
from moothall.proofread.tables.equations import Equation, Where, shown
from moothall.proofread.tables.totals import TOTAL

RULE = "a_product_in_a_table_computes"
_SCALES = tuple(Decimal(text) for text in ("1", "1000", "0.001", "100", "0.01", "0.000001"))
_LEAST = 3
_MOST_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class _Row:
    """The figures of one row, by their columns."""

    place: int
    figures: dict[int, Figure]
    total: bool


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
            yield from _multiples(table, plain, result)


def _rows(table: NumberTable) -> list[_Row]:
    rows = []
    for place in table.body:
        figures = {
            column: cell
            for column in table.columns
            if isinstance(cell := table.cells[place][column], Figure)
        }
        rows.append(_Row(place, figures, bool(TOTAL.search(table.labels[place]))))
    return rows


# --- rate × quantity ------------------------------------------------------------------------------


def _scale(rows: list[_Row], result: int, one: int, other: int) -> Decimal | None:
    """By what the product of two columns is to be multiplied, where all rows but one keep to it."""
    whole = [row for row in rows if {result, one, other} <= row.figures.keys()]
    whole = [row for row in whole if all(row.figures[c].value for c in (result, one, other))]
    if len(whole) < _LEAST:
        return None
    for column in (one, other):
        if len({row.figures[column].value for row in whole}) == 1 and column != result:
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


def _product(row: _Row, one: int, other: int, scale: Decimal) -> tuple[Decimal, Decimal]:
    """The product and how far rounding of its factors can move it."""
    a, b = row.figures[one], row.figures[other]
    percent = sum(figure.kind is Kind.PERCENT for figure in (a, b))
    value = a.value * b.value * scale / 100**percent
    slack = (abs(a.value) * _loose(b) + abs(b.value) * _loose(a)) * scale / 100**percent
    return value, slack


def _loose(figure: Figure) -> Decimal:
    """Whole numbers are counted, not rounded; whole percentages are rounded all the same."""
    rounded = figure.places or figure.scale != 1 or figure.kind is Kind.PERCENT
    return figure.half if rounded else Decimal(0)


def _off(row: _Row, result: int, one: int, other: int, scale: Decimal) -> Decimal:
    value, slack = _product(row, one, other, scale)
    printed = row.figures[result]
    off = abs(abs(printed.value) - abs(value))
    return off if off > slack + printed.half * 2 else Decimal(0)


def _tells(row: _Row, result: int, one: int, other: int) -> bool:
    small = min(abs(row.figures[c].value / row.figures[c].scale) for c in (one, other))
    printed = row.figures[result]
    return small > Decimal("1.001") and abs(printed.value) > 20 * printed.half


def _equations(
    table: NumberTable, rows: list[_Row], result: int, one: int, other: int, scale: Decimal
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
            finding = _finding(table, row, (result, one, other), value, right)
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
    table: NumberTable, row: _Row, columns: tuple[int, int, int], value: Decimal, right: int
) -> TextFinding:
    result, one, other = columns
    printed = row.figures[result]
    label = table.labels[row.place]
    return TextFinding(
        place=table.grid.cell_place(row.place, result),
        quote=f"{label} {printed.text}".strip(),
        message=f"{row.figures[one].text} × {row.figures[other].text} = {shown(value, printed)}, "
        f"but the table says {printed.text}; {right} other rows compute.",
        confidence=Confidence.HIGH if right >= 3 else Confidence.MEDIUM,
        cure="Correct the product or one of its factors",
    )


# --- so many years of one column, and others ------------------------------------------------------


def _multiples(table: NumberTable, rows: list[_Row], result: int) -> Iterator[Equation]:
    """ "Seven-year cost = 7 × yearly cost + set-up", where all rows but one keep to it."""
    before = [column for column in table.columns if column < result]
    for base in before:
        rest = [column for column in before if column != base]
        for size in range(min(len(rest), 3), 0, -1):
            for added in combinations(rest, size):
                times = _times(rows, result, base, added)
                if times is not None:
                    yield from _sums(table, rows, result, base, added, times)
                    return


def _times(rows: list[_Row], result: int, base: int, added: tuple[int, ...]) -> int | None:
    whole = [row for row in rows if {result, base, *added} <= row.figures.keys()]
    if len(whole) < 4:
        return None
    counts: dict[int, int] = {}
    for row in whole:
        one = row.figures[base].value
        rest = row.figures[result].value - sum(row.figures[c].value for c in added)
        if one and rest % one == 0 and 2 <= rest / one <= 60:
            counts[int(rest / one)] = counts.get(int(rest / one), 0) + 1
    if not counts:
        return None
    times, kept = max(counts.items(), key=lambda item: item[1])
    return times if kept >= 3 and len(whole) - kept <= 1 else None


def _sums(
    table: NumberTable,
    rows: list[_Row],
    result: int,
    base: int,
    added: tuple[int, ...],
    times: int,
) -> Iterator[Equation]:
    for row in rows:
        if not {result, base, *added} <= row.figures.keys():
            continue
        printed = row.figures[result]
        value = times * row.figures[base].value + sum(row.figures[c].value for c in added)
        off = printed.value - value
        places: dict[int, Where] = {c: (row.place, c) for c in (result, base, *added)}
        holds = abs(off) <= printed.half * 2
        needs = {places[result]: value}
        needs |= {places[c]: row.figures[c].value + off for c in added}
        finding = None
        if not holds:
            terms = " + ".join(row.figures[c].text for c in added)
            finding = TextFinding(
                place=table.grid.cell_place(row.place, result),
                quote=f"{table.labels[row.place]} {printed.text}".strip(),
                message=f"{times} × {row.figures[base].text} + {terms} = {shown(value, printed)}, "
                f"but the table says {printed.text}; the other rows compute in this way.",
                confidence=Confidence.HIGH,
                cure="Correct the sum or the figures that it is worked out from",
            )
        yield Equation(
            rule=RULE,
            total=places[result],
            cells=frozenset(places.values()),
            holds=holds,
            needs={} if holds else needs,
            slack=printed.half,
            finding=finding,
        )
