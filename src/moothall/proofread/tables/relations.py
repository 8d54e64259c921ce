"""Relations that a table shows by its figures alone, whatever its labels say, and the odd one out.

Where in all columns but one a row is the sum or the difference of two others, the one column is
wrong; so is a year whose change is not that from the year before, where all other years' are.
What is kept in three places or more by figures too long for chance is kept on purpose.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.tables.columns import Figure, Line, NumberTable, Sheet
from moothall.proofread.tables.equations import Equation, shown
from moothall.proofread.tables.totals import APART, MOVEMENT, TOTAL

RULE = "what_a_table_keeps_to_it_keeps_throughout"
_LEAST = 3
_MOST_LINES, _MOST_RANKS = 24, 80
_CHANCE = 1e-4
"""How likely at most, among all its triples, a table keeps to a relation by chance."""
_SIGNS = ((1, 1), (1, -1), (-1, 1), (-1, -1))


@dataclass(frozen=True, slots=True)
class _Row:
    """The figures of a line, as plain numbers; `shift` is 1 for those of the place before."""

    line: Line
    values: tuple[float | None, ...]
    step: float
    shift: int = 0


@dataclass(frozen=True, slots=True)
class _Relation:
    """`result` is `one` and `other` under `signs`, in all places but `wrong`."""

    result: _Row
    one: _Row
    other: _Row
    signs: tuple[int, int]
    kept: tuple[int, ...]
    wrong: int


def relations_of(table: NumberTable) -> Iterator[Equation]:
    """Each relation that all places of the table but one keep to, as equations."""
    if len(table.body) >= _LEAST and len(table.columns) > 1:
        yield from _of_sheet(table, table.down())
        yield from _of_sheet(table, table.across())


def _of_sheet(table: NumberTable, sheet: Sheet) -> Iterator[Equation]:
    if not _LEAST < len(sheet.ranks) <= _MOST_RANKS:
        return
    rows = [row for line in sheet.lines if (row := _row(line)) is not None]
    if not 1 < len(rows) <= _MOST_LINES:
        return
    seen: set[tuple[int, int]] = set()
    for relation in (*_triples(sheet, rows), *_steps(sheet, rows)):
        spot = (relation.result.line.place, relation.wrong)
        if spot not in seen:
            seen.add(spot)
            yield from _equations(table, sheet, relation)


def _row(line: Line) -> _Row | None:
    figures = [cell for cell in line.cells if isinstance(cell, Figure)]
    if len(figures) <= _LEAST or any(figure.kind is Kind.PERCENT for figure in figures):
        return None
    if len({figure.scale for figure in figures}) > 1 or all(f.year_like for f in figures):
        return None
    places = max(figure.places for figure in figures)
    step = Decimal(1).scaleb(-places) * figures[0].scale
    for coarse in (1000, 100, 50, 10, 5):
        # all are rounded to fives, tens or hundreds
        if all(figure.value % (step * coarse) == 0 for figure in figures):
            step *= coarse
            break
    values = tuple(float(cell.value) if isinstance(cell, Figure) else None for cell in line.cells)
    return _Row(line, values, float(step))


# --- a line that is the sum or difference of two others -------------------------------------------


def _triples(sheet: Sheet, rows: list[_Row]) -> Iterator[_Relation]:
    """The sums and differences of two lines that a third is, in all places but one."""
    if len(rows) < _LEAST:
        return
    found: dict[frozenset[int], _Relation] = {}
    for rank in _pivots(sheet, rows):
        held = sorted((abs(v), n) for n, row in enumerate(rows) if (v := row.values[rank]))
        sizes = [size for size, _ in held]
        for first, second in combinations(range(len(rows)), 2):
            a, b = rows[first].values[rank], rows[second].values[rank]
            if not a or not b:
                continue
            for target in {abs(a + b), abs(a - b)}:
                slack = (rows[first].step + rows[second].step) * 1.5
                place = bisect_left(sizes, target - slack)
                while place < len(sizes) and sizes[place] <= target + slack:
                    third = held[place][1]
                    key = frozenset((first, second, third))
                    if len(key) == _LEAST and key not in found:
                        three = sorted(key)
                        relation = _relation(sheet, [rows[n] for n in three], len(rows))
                        if relation is not None:
                            found[key] = relation
                    place += 1
    yield from found.values()


def _pivots(sheet: Sheet, rows: list[_Row]) -> list[int]:
    """Two places with most figures; a relation broken once is kept at one of them."""
    filled = [
        (sum(1 for row in rows if row.values[rank]), rank) for rank in range(len(sheet.ranks))
    ]
    return [rank for _, rank in sorted(filled, reverse=True)[:2]]


def _relation(sheet: Sheet, three: Sequence[_Row], lines: int) -> _Relation | None:
    one, other, result = three
    for signs in _SIGNS:
        relation = _kept(sheet, one, other, result, signs, lines)
        if relation is not None:
            return relation
    return None


def _kept(
    sheet: Sheet, one: _Row, other: _Row, result: _Row, signs: tuple[int, int], lines: int
) -> _Relation | None:
    slack = (one.step + other.step + result.step) * 0.501
    finest = max(one.step, other.step, result.step)
    wrong: int | None = None
    kept, sizes, furthest = list[int](), list[float](), 0.0
    for rank, printed in enumerate(result.values):
        a = one.values[rank - one.shift] if rank >= one.shift else None
        b = other.values[rank - other.shift] if rank >= other.shift else None
        if a is None or b is None or printed is None:
            continue
        off = abs(signs[0] * a + signs[1] * b - printed)
        if off > slack:
            if wrong is not None:
                return None
            wrong = rank
            continue
        kept.append(rank)
        smallest = min(abs(a), abs(b), abs(printed))
        if smallest > 4 * slack and not TOTAL.search(sheet.ranks[rank]):
            sizes.append(smallest)
            furthest = max(furthest, off)
    if wrong is None or len(sizes) < _LEAST:
        return None
    chance = float(lines**3)
    for size in sizes:
        chance *= min(1.0, (2 * furthest + finest) / size)
    if chance > _CHANCE:
        return None
    return _Relation(result, one, other, signs, tuple(kept), wrong)


# --- a change that is the one from the place before -----------------------------------------------


def _steps(sheet: Sheet, rows: list[_Row]) -> Iterator[_Relation]:
    """A line that says how another has changed since the place before it."""
    for row in rows:
        before = _Row(row.line, row.values, row.step, shift=1)
        for result in rows:
            if result is not row:
                for signs in ((1, -1), (-1, 1)):
                    relation = _kept(sheet, row, before, result, signs, len(rows))
                    if relation is not None:
                        yield relation
                        break


# --- as equations ---------------------------------------------------------------------------------


def _equations(table: NumberTable, sheet: Sheet, relation: _Relation) -> Iterator[Equation]:
    if not _can_be_wrong(sheet, relation):
        return
    for rank in (*relation.kept, relation.wrong):
        cells = [
            (sheet.position(row.line, rank - row.shift), row.line.cells[rank - row.shift])
            for row in (relation.result, relation.one, relation.other)
        ]
        (whole, printed), (at_one, a), (at_other, b) = cells
        if not (isinstance(printed, Figure) and isinstance(a, Figure) and isinstance(b, Figure)):
            continue
        value = relation.signs[0] * a.value + relation.signs[1] * b.value
        off = printed.value - value
        holds = rank != relation.wrong
        needs = {
            whole: value,
            at_one: a.value + relation.signs[0] * off,
            at_other: b.value + relation.signs[1] * off,
        }
        yield Equation(
            rule=RULE,
            total=whole,
            cells=frozenset(needs),
            holds=holds,
            needs={} if holds else needs,
            slack=a.half + b.half + printed.half,
            finding=None if holds else _finding(table, sheet, relation, (a, b, printed), value),
        )


def _can_be_wrong(sheet: Sheet, relation: _Relation) -> bool:
    """Whether the odd place is like the others, and nothing else in it explains what is off."""
    rank = relation.wrong
    head = sheet.ranks[rank]
    if APART.search(head) or MOVEMENT.search(head):
        return False
    three = (relation.result, relation.one, relation.other)
    values = [row.values[rank - row.shift] or 0.0 for row in three]
    printed, a, b = (abs(value) for value in values)
    off = abs(relation.signs[0] * values[1] + relation.signs[1] * values[2] - values[0])
    slack = sum(row.step for row in three) * 0.501
    if min(abs(printed - (a + b)), abs(printed - abs(a - b))) <= slack:
        return False  # a sign left out or turned round is another rule's finding
    usual = [
        max(abs(row.values[place - row.shift] or 0.0) for row in three) for place in relation.kept
    ]
    if not min(usual) / 50 <= max(printed, a, b) <= max(usual) * 50:
        return False
    three_places = {row.line.place for row in three if not row.shift}
    others = [line.cells[rank] for line in sheet.lines if line.place not in three_places]
    # a further line may have been added or taken off here
    return not any(
        isinstance(cell, Figure) and cell.value and abs(abs(float(cell.value)) - off) <= slack
        for cell in others
    )


def _finding(
    table: NumberTable,
    sheet: Sheet,
    relation: _Relation,
    cells: tuple[Figure, Figure, Figure],
    value: Decimal,
) -> TextFinding:
    a, b, printed = cells
    row, column = sheet.position(relation.result.line, relation.wrong)
    kind, here = "row" if sheet.across else "column", sheet.ranks[relation.wrong]
    where = f" (“{here}”)" if here else ""
    return TextFinding(
        place=table.grid.cell_place(row, column),
        quote=f"{table.labels[row]} {printed.text}".strip(),
        message=f"In {len(relation.kept)} other {kind}s {_told(relation, kind)} "
        f"({_example(relation)}); here{where} {_sum(relation.signs, a.text, b.text)} is "
        f"{shown(value, printed)}, not {printed.text}.",
        confidence=Confidence.HIGH if len(relation.kept) > _LEAST else Confidence.MEDIUM,
        cure="Correct the figure that is wrong",
    )


def _told(relation: _Relation, kind: str) -> str:
    """The relation in words."""
    one, other, result = (_named(row) for row in (relation.one, relation.other, relation.result))
    if relation.other.shift:
        return f"{result} is the change of {one} from the {kind} before"
    if relation.signs == (1, 1):
        return f"{one} and {other} are {result}"
    if relation.signs == (-1, 1):
        one, other = other, one
    return f"{one} less {other} is {result}"


def _sum(signs: tuple[int, int], one: str, other: str) -> str:
    if signs == (-1, 1):
        return f"{other} − {one}"
    return f"{'−' if signs[0] < 0 else ''}{one} {'+' if signs[1] > 0 else '−'} {other}"


def _example(relation: _Relation) -> str:
    """A place that keeps to the relation, with its figures."""
    rank = relation.kept[0]
    one, other, result = (
        _text(row, rank) for row in (relation.one, relation.other, relation.result)
    )
    return f"{_sum(relation.signs, one, other)} = {result}"


def _text(row: _Row, rank: int) -> str:
    cell = row.line.cells[rank - row.shift]
    return cell.text if isinstance(cell, Figure) else ""


def _named(row: _Row) -> str:
    return f"“{row.line.label[:60]}”" if row.line.label else "the line without a name"
