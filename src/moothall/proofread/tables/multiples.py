"""Multiples: a column that is so many times another, and others besides.

"Seven-year cost = 7 × yearly cost + set-up" is learnt from the rows by figures that no plain sum
and no row of equal years explains.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.tables.columns import Figure, NumberTable
from moothall.proofread.tables.equations import Equation, Where, shown

RULE = "a_product_in_a_table_computes"
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one row, by their columns."""

    place: int
    figures: dict[int, Figure]
    total: bool


def multiples_of(table: NumberTable, rows: list[Row], result: int) -> Iterator[Equation]:
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


def _times(rows: list[Row], result: int, base: int, added: tuple[int, ...]) -> int | None:
    whole = [row for row in rows if {result, base, *added} <= row.figures.keys()]
    if len(whole) < 4:
        return None
    counts: dict[int, int] = {}
    told: dict[int, set[tuple[Decimal, ...]]] = {}
    for row in whole:
        one = row.figures[base].value
        rest = row.figures[result].value - sum(row.figures[c].value for c in added)
        if one and rest % one == 0 and 2 <= rest / one <= 60:
            times = int(rest / one)
            counts[times] = counts.get(times, 0) + 1
            if _can_be_no_chance(row, result, (base, *added)):
                terms = tuple(row.figures[c].value for c in (base, *added))
                told.setdefault(times, set()).add(terms)
    if not counts:
        return None
    times, kept = max(counts.items(), key=lambda item: item[1])
    if len(told.get(times, ())) < _LEAST or len(whole) - kept > 1:
        return None
    return times


def _can_be_no_chance(row: Row, result: int, terms: tuple[int, ...]) -> bool:
    """Whether a row tells a multiple: not where equal years or the plain sum explain it."""
    values = [row.figures[c].value for c in terms]
    if not all(values) or len(set(values)) < 2:
        return False
    before = [figure.value for c, figure in row.figures.items() if c < result]
    return sum(before) != row.figures[result].value


def _sums(
    table: NumberTable,
    rows: list[Row],
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
