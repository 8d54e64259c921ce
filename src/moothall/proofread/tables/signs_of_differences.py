"""Signs of differences: which way round a variance is taken, as the rows themselves show it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Cell, Figure, Gap, Line, Sheet

A_TOTAL = Expression(r"\btotals?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Relation:
    """How a difference stands to two lines: ranks that compute, tell, and do not."""

    first: Line
    second: Line
    telling: int
    wrong: tuple[int, ...]


def direction(sheet: Sheet, line: Line, relation: Relation) -> int:
    """1 where the differences are the first less the second, -1 the other way; 0 if unknown."""
    return _direction_of_the_rows(line, relation) or _direction_of_the_total(sheet, line, relation)


def _direction_of_the_rows(line: Line, relation: Relation) -> int:
    """Known where both signs are printed, and all rows but one keep to it."""
    kept = {1: 0, -1: 0}
    signs: dict[int, set[bool]] = {1: set(), -1: set()}
    negative = 0
    signed = _prints_both_signs(line)
    for rank, cell in enumerate(line.cells):
        one, other = relation.first.cells[rank], relation.second.cells[rank]
        if rank in relation.wrong or not tells(cell, one, other):
            continue
        if isinstance(cell, Figure) and isinstance(one, Figure) and isinstance(other, Figure):
            if one.value < 0 or other.value < 0:
                if signed:
                    continue
                return 0  # income and deficits: the signs mean something else
            true = one.value - other.value
            if abs(abs(cell.value) - abs(true)) > cell.half + one.half + other.half:
                return 0
            negative += cell.value < 0
            way = 1 if true * cell.value > 0 else -1
            kept[way] += 1
            signs[way].add(cell.value > 0)
    way = 1 if kept[1] > kept[-1] else -1
    against = kept[-way]
    # where over and under are told apart by their signs, two rows that keep to it are enough
    enough = 2 if len(signs[way]) > 1 else 3 if signed else 4
    sure = kept[way] >= (max(enough, against + 1) if against else 2)
    return way if negative and against <= 1 and sure else 0


def _direction_of_the_total(sheet: Sheet, line: Line, relation: Relation) -> int:
    """The same where no sign is printed, known from a total that wants one of the others turned.

    "1,665, 1,560, 295, total 2,930" is the sum of its lines only if 295 is taken off.
    """
    totals = [rank for rank, name in enumerate(sheet.ranks) if A_TOTAL.search(name)]
    if len(totals) != 1 or relation.wrong:
        return 0
    whole = line.cells[totals[0]]
    true = {
        rank: one.value - other.value
        for rank, (cell, one, other) in enumerate(
            zip(line.cells, relation.first.cells, relation.second.cells, strict=True)
        )
        if all(isinstance(each, Figure) and each.value >= 0 for each in (cell, one, other))
        and isinstance(one, Figure)
        and isinstance(other, Figure)
    }
    items = [value for rank, value in true.items() if rank != totals[0]]
    if not isinstance(whole, Figure) or len(true) != len(line.cells) or len(items) < 3:
        return 0
    way = 1 if true[totals[0]] > 0 else -1
    turned = [value for value in items if way * value < 0]
    slack = whole.half * (len(items) + 1)
    casts = abs(sum(items) - true[totals[0]]) <= slack
    printed = abs(sum(map(abs, items), Decimal(0)) - whole.value) <= slack
    return way if len(turned) == 1 and casts and not printed else 0


def _prints_both_signs(line: Line) -> bool:
    """Whether each of its figures bears a plus or a minus, so that its signs have one meaning."""
    texts = [cell.text.strip() for cell in line.cells if isinstance(cell, Figure) and cell.value]
    return any(text[0] == "+" for text in texts) and all(text[0] in "+-–−" for text in texts)


def has_wrong_sign(cell: Figure, one: Cell, other: Cell, turn: int) -> bool:
    first, second = value_of(one), value_of(other)
    if first is None or second is None or not tells(cell, one, other):
        return False
    if first < 0 or second < 0:
        return False
    return turn * (first - second) * cell.value < 0


COMES_IN = Expression(
    r"\b(?:income|fees|charges|receipts|grants?|rents?|sales|recharges|contributions?|interest)\b",
    re.IGNORECASE,
)

_RECEIVED = Expression(r"\b(?:receiv\w*|collect\w*|raised|income|earned)\b", re.IGNORECASE)


def is_income_among_spending(sheet: Sheet, line: Line, rank: int) -> bool:
    """Whether one row is income and the others are not: less of it is worse, not better."""
    labels = [each.label for each in sheet.lines] if not sheet.across else list(sheet.ranks)
    heads = [each.label for each in sheet.lines] if sheet.across else list(sheet.ranks)
    if any(_RECEIVED.search(head) for head in heads):
        return False  # all of it is income, whatever the rows are called
    own = sheet.ranks[rank] if sheet.across else line.label
    comes_in = sum(bool(COMES_IN.search(label)) for label in labels)
    return bool(COMES_IN.search(own)) and comes_in * 2 < len(labels)


def value_of(cell: Cell) -> Decimal | None:
    if isinstance(cell, Figure):
        return cell.value
    return Decimal(0) if cell is Gap.NOTHING else None


def tells(cell: Cell, first: Cell, second: Cell) -> bool:
    figures = [c for c in (cell, first, second) if isinstance(c, Figure) and c.value]
    if len(figures) < 3:
        return False
    smallest = min(figures, key=lambda figure: abs(figure.value))
    return abs(smallest.value) > 2 * smallest.half
