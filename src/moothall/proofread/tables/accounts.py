"""Accounts: what was there, what came in and what went out make what is left.

“Opening balance, add receipts, less payments, closing balance” stands in the accounts of every
parish council, often without the word “total”; so does “Income minus expenditure” under the two.
Each line says itself which way it counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import found_once
from moothall.proofread.reading.slips import looks_like_a_slip
from moothall.proofread.tables.columns import Figure, Line, NumberTable, number_table
from moothall.proofread.tables.equations import shown

_OUT = Expression(
    r"^\W*(?:less|minus|deduct)\b|\b(?:payments?|expenditure|spending|spent|outgoings?|"
    r"unpresented|outstanding|not (?:yet )?presented|transfers? out)\b",
    re.IGNORECASE,
)
_IN = Expression(
    r"^\W*(?:add|plus)\b|\b(?:receipts?|income|brought forward|b/f(?:wd)?|opening|start of|"
    r"account|a/c|statement|lodg(?:ed|e?ments)|not (?:yet )?(?:banked|credited)|cash|"
    r"balance|petty cash|deposit)\b",
    re.IGNORECASE,
)
_LEFT = Expression(
    r"\b(?:balances?|closing|carried forward|c/f(?:wd)?|surplus|deficit|net (?:position|income|"
    r"receipts|balance)|in hand|remaining|left|minus|less)\b",
    re.IGNORECASE,
)
_NAMES_BOTH = Expression(
    r"\b(?:income|receipts?)\s(?:minus|less|over|net of)\s(?:the\s)?(?:expenditure|payments?|"
    r"spending)\b|\bexcess of (?:income|receipts?) over\b",
    re.IGNORECASE,
)
_FIRST = Expression(r"\b(?:brought forward|b/f(?:wd)?|opening|start of|as at 1 )\b", re.IGNORECASE)
_FEWEST = 2
_MOST = 6


@dataclass(frozen=True, slots=True)
class _Item:
    figure: Figure
    sign: int


@found_once
def what_is_left_is_what_came_in_less_what_went_out(report: Report) -> Iterator[TextFinding]:
    """“Balance £10,412.18, receipts £23,105.60, payments £19,874.33” leave £13,643.45."""
    for grid in report.grids:
        if not any(_LEFT.search(cell) for row in grid.rows for cell in row[:2]):
            continue
        table = number_table(grid)
        if table is None or len(grid.rows) > 200:
            continue
        lines = table.down().lines
        for rank in range(len(table.columns)):
            for number, line in enumerate(lines):
                if number >= _FEWEST and _LEFT.search(line.label):
                    finding = _wrong(table, lines, number, rank)
                    if finding is not None:
                        yield finding


def _wrong(
    table: NumberTable, lines: tuple[Line, ...], number: int, rank: int
) -> TextFinding | None:
    printed = lines[number].cells[rank]
    if (
        not isinstance(printed, Figure)
        or printed.kind is Kind.PERCENT
        or _begins(lines[number].label)
    ):
        return None
    items: list[_Item] = []
    for line in reversed(lines[max(0, number - _MOST) : number]):
        cell = line.cells[rank]
        if not isinstance(cell, Figure) or cell.kind is Kind.PERCENT:
            break
        sign = _way(line.label)
        if not sign:
            break
        items.insert(0, _Item(cell, sign))
    if len(items) < _FEWEST or all(item.sign > 0 for item in items):
        return None
    value = _sum(items)
    if _is_made_by_some(items, printed):
        return None
    true, wrong = abs(value), abs(printed.value)
    if not looks_like_a_slip(true, wrong) or min(true, wrong) < 100:
        return None
    label = lines[number].label
    row, column = lines[number].place, table.columns[rank]
    working = "".join(
        f"{(' − ' if item.sign < 0 else ' + ') if place else ('−' if item.sign < 0 else '')}"
        f"{item.figure.text.strip('-–−() ')}"
        for place, item in enumerate(items)
    )
    return TextFinding(
        place=table.grid.cell_place(row, column),
        quote=f"{label} {printed.text}".strip(),
        message=f"{working} = {shown(value, printed)}, but “{label}” says {printed.text}.",
        confidence=Confidence.HIGH
        if len(items) > _FEWEST or _NAMES_BOTH.search(label)
        else Confidence.MEDIUM,
        cure="Correct the balance or the figure that is wrong",
    )


def _begins(label: str) -> bool:
    """Whether a balance is the one that an account begins with."""
    return bool(_FIRST.search(label)) and not _NAMES_BOTH.search(label)


def _way(label: str) -> int:
    """1 where a line adds, -1 where it takes off, 0 where it does not say."""
    if _OUT.search(label) and not re.match(r"\W*(?:add|plus)\b", label, re.IGNORECASE):
        return -1
    return 1 if _IN.search(label) else 0


def _sum(items: list[_Item]) -> Decimal:
    return sum((item.sign * abs(item.figure.value) for item in items), Decimal(0))


def _is_made_by_some(items: list[_Item], printed: Figure) -> bool:
    """Whether any choice of the lines, added, taken off or left out, makes what is printed."""
    slack = printed.half * (len(items) + 1)
    values = [abs(item.figure.value) for item in items]
    for signs in product((0, 1, -1), repeat=len(values)):
        made = sum((s * v for s, v in zip(signs, values, strict=True)), Decimal(0))
        if abs(abs(made) - abs(printed.value)) <= slack:
            return True
    return False


RULES: tuple[Rule, ...] = (what_is_left_is_what_came_in_less_what_went_out,)
