"""Shares of a whole: the percentages that a table sets under one another make a hundred."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import found_once
from moothall.proofread.tables.columns import Cell, Figure, Line, Sheet, number_table
from moothall.proofread.tables.shares import wrong_percentages
from moothall.proofread.tables.totals import MOVEMENT, Role, role

_HUNDRED = Decimal(100)
_NEAR = 3
"""How far at most the shares of places may be from the hundred that ends them."""
_FINE = Decimal("0.05")
_MANY = 4
"""So many shares come within a few points of a hundred only where they divide one thing."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """Shares said or seen to make up a whole."""

    rank: int
    place: Place
    parts: tuple[Figure, ...]
    printed: str
    """The total as printed, where one is."""
    places: frozenset[Place] = frozenset()

    @property
    def total(self) -> Decimal:
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def slack(self) -> Decimal:
        return sum((part.half for part in self.parts), Decimal(0)) + Decimal("0.05")

    @property
    def adds_up(self) -> bool:
        return abs(self.total - _HUNDRED) <= self.slack


@found_once
def shares_in_a_table_make_a_hundred(report: Report) -> Iterator[TextFinding]:
    """Shares of one whole add up to 100 %, whether down under a printed 100 % or across."""
    told = _percentages_told(report)
    for grid in report.grids:
        table = number_table(grid)
        if table is None:
            continue
        yield from wrong_wholes(table.down(), grid.caption, told)
        if len(table.columns) > 1:
            yield from wrong_wholes(table.across(), grid.caption, told)


def _percentages_told(report: Report) -> set[Place]:
    """The cells whose percentage is told not to compute: they explain a whole that fails."""
    found = wrong_percentages(report)
    return {finding.place for finding in found if finding.confidence is not Confidence.LOW}


def wrong_wholes(
    sheet: Sheet, before: str, told: AbstractSet[Place] = frozenset()
) -> Iterator[TextFinding]:
    """The wholes of a sheet that are no hundred; `before` is what stands over it."""
    wholes = [whole for rank in range(len(sheet.ranks)) for whole in _whole(sheet, rank)]
    right = sum(whole.adds_up for whole in wholes)
    for whole in wholes:
        off = abs(whole.total - _HUNDRED)
        if whole.adds_up or told & whole.places:
            continue
        wide = all(len(one.parts) > 2 for one in wholes)
        seen = right >= (2 if wide else 3) and len(wholes) - right <= max(1, right // 3)
        # where the other rows make a hundred, the one that does not is wrong by however much
        said = whole.printed or (off <= _FAR and _is_of_one_whole(sheet, whole, before))
        if (off > 15 and not seen) or off > 60 or not (said or seen):
            continue
        sure = off > 1 and (len(whole.parts) > 2 or off > 2)
        # two whole percentages come to 99 or 101 at the most where all the others make a hundred
        sure = sure or (seen and right >= _MANY and off > whole.slack)
        # a few shares with a decimal each cannot be so far off by rounding
        fine = all(part.places and part.half <= _FINE for part in whole.parts)
        sure = sure or (fine and bool(whole.printed) and off > whole.slack + _FINE * 2)
        confidence = Confidence.LOW
        if sure:
            confidence = Confidence.HIGH if seen and whole.printed else Confidence.MEDIUM
        shown = " + ".join(part.text for part in whole.parts[:8])
        shown += " + …" if len(whole.parts) > 8 else ""
        instead = f", but the table says {whole.printed}" if whole.printed else ", not 100%"
        yield TextFinding(
            place=whole.place,
            quote=f"{sheet.ranks[whole.rank]} {shown}".strip(),
            message=f"{shown} = {whole.total.normalize():f}%{instead}.",
            confidence=confidence,
            cure="Correct the share that is wrong, or say what is left out",
        )


_FAR = 12
_ONE_WHOLE = Expression(
    r"\b(?:share|percentage|proportion|per cent|%) of (?:all |the |our |total )*[a-z]|"
    r"\bone (?:answer|option|response|choice) only\b|\bonly one (?:answer|option)\b|\bbreakdown\b|"
    r"\b(?:single|one) (?:choice|answer|response)\b|\bmake[- ]?up\b|\bcomposition\b|\bsplit\b",
    re.IGNORECASE,
)
_SEVERAL = Expression(
    r"\b(?:all that apply|more than one|several|multiple|any of|top (?:three|five|ten)|main|most "
    r"common|includ\w+|selected|examples?|up to (?:two|three|five))\b",
    re.IGNORECASE,
)
_OPPOSITES = (
    Expression(r"\b(?:agree|satisfied|support|favour|yes|good)\b", re.IGNORECASE),
    Expression(r"\b(?:dis(?:agree|satisfied)|oppose|against|no|poor|bad)\b", re.IGNORECASE),
    Expression(
        r"\b(?:neither|don[’']t know|not sure|no (?:view|opinion)|unsure|undecided|other)\b",
        re.IGNORECASE,
    ),
)
"""Answers of which everybody gives one."""


def _is_of_one_whole(sheet: Sheet, whole: _Whole, before: str) -> bool:
    """Whether the words say that the shares divide one thing, though no 100 % ends them."""
    head = "" if sheet.across else sheet.ranks[whole.rank]
    labels = " | ".join(sheet.ranks if sheet.across else [line.label for line in sheet.lines])
    if _SEVERAL.search(f"{before} {head}") or len(whole.parts) < _NEAR:
        return False
    return bool(_ONE_WHOLE.search(f"{before} {head}")) or all(
        answer.search(labels) for answer in _OPPOSITES
    )


def _whole(sheet: Sheet, rank: int) -> Iterator[_Whole]:
    """The wholes of a rank: the shares before each printed 100 %, or all where none is printed."""
    if MOVEMENT.search(sheet.ranks[rank]) and not sheet.across:
        return
    parts: list[tuple[Line, Figure]] = []
    closed = False
    last_line = (
        None if sheet.across else next((ln for ln in sheet.lines[::-1] if not ln.empty), None)
    )
    for line in sheet.lines:
        cell = line.cells[rank]
        if line.empty and line.label and not sheet.across:
            parts = []  # a heading within the table
            continue
        share = _share_of(cell, line.label if sheet.across else sheet.ranks[rank])
        total = role(line, across=sheet.across) is Role.TOTAL or "total" in line.label.lower()
        if share is None or MOVEMENT.search(line.label):
            continue
        if total or (line is last_line and _is_a_district_of(parts, share)):
            if len(parts) > 1 and abs(share.value - _HUNDRED) < 1:
                yield _Whole(
                    rank,
                    sheet.place(line, rank),
                    _only(parts),
                    share.text,
                    _places(sheet, parts, rank),
                )
            parts, closed = [], True
        else:
            parts.append((line, share))
    if not closed and len(parts) > 1:
        last = sheet.place(parts[-1][0], rank)
        yield _Whole(rank, last, _only(parts), "", _places(sheet, parts, rank))


def _is_a_district_of(parts: list[tuple[Line, Figure]], share: Figure) -> bool:
    """Whether a last 100 % is of all the places before it, though no word calls it a total."""
    off = abs(sum(part.value for _, part in parts) - _HUNDRED)
    near = off <= (_FAR if len(parts) >= _MANY else _NEAR)
    return len(parts) > 2 and near and share.value == _HUNDRED


def _places(sheet: Sheet, parts: list[tuple[Line, Figure]], rank: int) -> frozenset[Place]:
    return frozenset(sheet.place(line, rank) for line, _ in parts)


def _only(parts: list[tuple[Line, Figure]]) -> tuple[Figure, ...]:
    return tuple(figure for _, figure in parts)


def _share_of(cell: Cell, head: str) -> Figure | None:
    if not isinstance(cell, Figure):
        return None
    if cell.share is not None:
        return cell.share
    if cell.kind is Kind.PERCENT or (cell.kind is Kind.COUNT and "%" in head):
        return cell if cell.value >= 0 else None
    return None


RULES = (shares_in_a_table_make_a_hundred,)
