"""Differences: a variance, change or saving that a table prints is the one between its columns.

Which two columns a variance is between is learnt from the rows themselves: the pair for which most
rows compute.  Either sign will do, since councils print an overspend with a plus, a minus or in
brackets.
"""

from collections.abc import Iterator
from decimal import Decimal

from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Cell, Figure, Gap, Line, NumberTable, Sheet
from moothall.proofread.tables.equations import Equation, shown
from moothall.proofread.tables.signs_of_differences import (
    A_TOTAL,
    Relation,
    direction,
    has_wrong_sign,
    is_income_among_spending,
    tells,
    value_of,
)
from moothall.proofread.tables.totals import APART, MOVEMENT, Role, role

_CODED = Expression(r"^[A-Z]{1,4}[-/ ]?\d{1,4}\b")
_REACH = 8
"""How far from its two columns a difference stands at most."""


RULE = "a_difference_in_a_table_computes"
SIGN = "a_difference_has_the_sign_of_its_column"


def differences_of(table: NumberTable) -> Iterator[Equation]:
    """Every variance, change or movement of a table, with a finding where it does not compute."""
    if len(table.columns) >= 3:
        yield from _in_sheet(table.across())
    yield from _in_sheet(table.down())


def _in_sheet(sheet: Sheet) -> Iterator[Equation]:
    if sum(bool(_CODED.match(line.label)) for line in sheet.lines) * 2 > len(sheet.lines):
        return  # items of a register, of which none is reckoned from others
    for position, line in enumerate(sheet.lines):
        if not MOVEMENT.search(line.label) or _share(line):
            continue
        near = sheet.lines[max(0, position - _REACH) : position + 3]
        others = [other for other in near if other is not line and _may_be_compared(other, line)]
        relation = _best_relation(line, others)
        if relation is None or relation.telling == 0:
            continue
        yield from _equations(sheet, line, relation)


def _equations(sheet: Sheet, line: Line, relation: Relation) -> Iterator[Equation]:
    confidence = None if _is_cast(sheet, line, relation) else _confidence(sheet, relation)
    one_sided = _is_one_sided(line, relation)
    turn = direction(sheet, line, relation)
    for rank, cell in enumerate(line.cells):
        one, other = relation.first.cells[rank], relation.second.cells[rank]
        if _off(cell, one, other) is None or not isinstance(cell, Figure):
            continue
        finding, holds = None, rank not in relation.wrong
        apart = APART.search(sheet.ranks[rank])
        aside = apart or (one_sided and A_TOTAL.search(sheet.ranks[rank]))
        if not holds and confidence is not None and not aside:
            finding = _finding(sheet, line, relation, rank, confidence)
        rule = RULE
        if holds and turn and has_wrong_sign(cell, one, other, turn):
            holds, rule = False, SIGN
            if not apart and not is_income_among_spending(sheet, line, rank):
                finding = _sign_finding(sheet, line, relation, rank, turn)
        yield _equation(sheet, line, relation, rank, turn, rule, holds=holds, finding=finding)


def _equation(
    sheet: Sheet,
    line: Line,
    relation: Relation,
    rank: int,
    turn: int,
    rule: str,
    *,
    holds: bool,
    finding: TextFinding | None,
) -> Equation:
    """Without a known direction the sign of the difference is taken as it is printed."""
    cell, one, other = (each.cells[rank] for each in (line, relation.first, relation.second))
    printed, first, second = (value_of(each) or Decimal(0) for each in (cell, one, other))
    true = first - second
    sign = turn or (-1 if true * printed < 0 else 1)
    places = [sheet.position(each, rank) for each in (line, relation.first, relation.second)]
    needs = {places[0]: sign * true}
    if isinstance(one, Figure):
        needs[places[1]] = second + sign * printed
    if isinstance(other, Figure):
        needs[places[2]] = first - sign * printed
    slack = sum((c.half for c in (cell, one, other) if isinstance(c, Figure)), Decimal(0))
    return Equation(
        rule=rule,
        total=places[0],
        cells=frozenset(needs),
        holds=holds,
        telling=tells(cell, one, other),
        needs={} if holds else needs,
        slack=slack,
        finding=finding,
    )


# --- signs ----------------------------------------------------------------------------------------


def _sign_finding(
    sheet: Sheet, line: Line, relation: Relation, rank: int, turn: int
) -> TextFinding:
    cell, one, other = (each.cells[rank] for each in (line, relation.first, relation.second))
    first, second = (one, other) if turn > 0 else (other, one)
    true = turn * ((value_of(one) or Decimal(0)) - (value_of(other) or Decimal(0)))
    label = line.label if not sheet.across else sheet.ranks[rank]
    kind = "row" if sheet.across else "column"
    return TextFinding(
        place=sheet.place(line, rank),
        quote=f"{label} {_text(first)} {_text(second)} {_text(cell)}".strip(),
        message=(
            f"{_text(first)} − {_text(second)} = {shown(true, cell)}, but “{line.label}” says "
            f"{_text(cell)}: the sign is the other way in the {relation.telling - 1} other "
            f"{kind}s."
        ),
        confidence=Confidence.MEDIUM,
        cure="Turn the sign round",
    )


def _is_one_sided(line: Line, relation: Relation) -> bool:
    """Whether overspends stand in one column and underspends in another: totals then differ."""
    return any(
        cell is Gap.NOTHING and value_of(one) != value_of(other)
        for cell, one, other in zip(
            line.cells, relation.first.cells, relation.second.cells, strict=True
        )
    )


def _share(line: Line) -> bool:
    return bool(APART.search(line.label)) and "point" not in line.label.lower()


def _may_be_compared(other: Line, line: Line) -> bool:
    if other.empty or _kind(other) is not _kind(line):
        return False
    return not APART.search(other.label) or _kind(line) is Kind.PERCENT


def _kind(line: Line) -> Kind:
    """Shares are compared with shares only; money and counts may lack their sign."""
    figures = [cell for cell in line.cells if isinstance(cell, Figure)]
    shares = sum(figure.kind is Kind.PERCENT for figure in figures)
    return Kind.PERCENT if shares * 2 > len(figures) else Kind.COUNT


def _best_relation(line: Line, others: list[Line]) -> Relation | None:
    best: Relation | None = None
    for place, first in enumerate(others):
        for second in others[place + 1 :]:
            relation = _relation(line, first, second)
            if relation is None:
                continue
            if best is None or _fit(relation) > _fit(best):
                best = relation
    return best


def _fit(relation: Relation) -> int:
    return relation.telling - len(relation.wrong)


def _relation(line: Line, first: Line, second: Line) -> Relation | None:
    telling = 0
    wrong: list[int] = []
    for rank, cell in enumerate(line.cells):
        off = _off(cell, first.cells[rank], second.cells[rank])
        if off is None:
            continue
        if off > 0:
            wrong.append(rank)
            if len(wrong) > 3 + len(line.cells) // 4:
                return None
        elif tells(cell, first.cells[rank], second.cells[rank]):
            telling += 1
    return Relation(first, second, telling, tuple(wrong))


def _off(cell: Cell, first: Cell, second: Cell) -> Decimal | None:
    """How far a difference is from the true one beyond rounding; None where not all are known."""
    if not isinstance(cell, Figure):
        return None
    one, other = value_of(first), value_of(second)
    if one is None or other is None or (first is Gap.NOTHING and second is Gap.NOTHING):
        return None
    slack = sum((c.half for c in (cell, first, second) if isinstance(c, Figure)), Decimal(0))
    off = abs(abs(cell.value) - abs(one - other))
    # Income printed as a positive figure in one column and in brackets in another.
    off = min(off, abs(abs(cell.value) - abs(abs(one) - abs(other))))
    # "Change" may be the sum of two movements above it.
    off = min(off, abs(abs(cell.value) - abs(one + other)))
    return off if off > slack else Decimal(0)


def _is_cast(sheet: Sheet, line: Line, relation: Relation) -> bool:
    """Whether the three are a sum ("original, changes, revised") that casting answers for."""
    three = (line, relation.first, relation.second)
    last = max(three, key=lambda one: one.place)
    return role(last, across=sheet.across) in (Role.TOTAL, Role.PERHAPS_TOTAL)


def _confidence(sheet: Sheet, relation: Relation) -> Confidence | None:
    wrong, telling = len(relation.wrong), relation.telling
    if not wrong or telling == 0:
        return None
    if telling >= 3 and wrong <= max(1, telling // 3):
        return Confidence.HIGH
    if telling >= 2 and wrong == 1:
        return Confidence.MEDIUM
    if telling == 1 and wrong == 1 and len(sheet.lines) <= 4:
        return Confidence.MEDIUM
    return Confidence.LOW if wrong <= telling else None


def _finding(
    sheet: Sheet, line: Line, relation: Relation, rank: int, confidence: Confidence
) -> TextFinding:
    printed = line.cells[rank]
    one, other = relation.first.cells[rank], relation.second.cells[rank]
    first, second = value_of(one) or Decimal(0), value_of(other) or Decimal(0)
    text = printed.text if isinstance(printed, Figure) else ""
    scale = printed.scale if isinstance(printed, Figure) else Decimal(1)
    gap = abs(first - second) / scale
    label = line.label if not sheet.across else sheet.ranks[rank]
    kind = "row" if sheet.across else "column"
    plural = "s compute" if relation.telling > 1 else " computes"
    return TextFinding(
        place=sheet.place(line, rank),
        quote=f"{label} {_text(one)} {_text(other)} {text}".strip(),
        message=(
            f"{_text(one)} and {_text(other)} differ by {gap:,}, but “{line.label}” says {text}; "
            f"{relation.telling} other {kind}{plural}."
        ),
        confidence=confidence,
        cure="Correct the difference or the figure that is wrong",
    )


def _text(cell: Cell) -> str:
    return cell.text if isinstance(cell, Figure) else "0"
