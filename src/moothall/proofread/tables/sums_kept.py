"""Sums that a table keeps to by its figures alone, whatever the total is called.

Where the last (or the first) line is the sum of all the others in two places or more, it is meant
to be in the place where it is not.  Where there is one place only, the sum was meant if one slip
of the pen, a digit miscopied or two changed about, is all that keeps it from being so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.proofread.figures.slips_in_sums import is_a_slip
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.tables.columns import Figure, Gap, Line, NumberTable, Sheet
from moothall.proofread.tables.equations import Equation, shown
from moothall.proofread.tables.totals import APART, MOVEMENT, TOTAL

RULE = "what_a_table_keeps_to_it_keeps_throughout"
_FEWEST_PARTS = 3
_ENOUGH_KEPT = 2
_MANY = 6
_ROUNDINGS = (1000, 100, 50, 10, 5)
_SMALLEST = 100
"""Of smaller numbers too many are a digit apart."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """What the other lines add up to in one place, and what is printed there."""

    rank: int
    parts: tuple[tuple[Line, Figure], ...]
    printed: Figure

    @property
    def value(self) -> Decimal:
        return sum((figure.value for _, figure in self.parts), Decimal(0))

    @property
    def slack(self) -> Decimal:
        figures = [self.printed, *(figure for _, figure in self.parts)]
        return sum((figure.half for figure in figures), Decimal(0)) * self._coarseness(figures)

    @staticmethod
    def _coarseness(figures: list[Figure]) -> int:
        """By how much coarser than printed they are: all may be rounded to fives, or to tens.

        One of many may have slipped through unrounded.
        """
        held = [figure.value / (2 * figure.half) for figure in figures if figure.value]
        spared = len(held) >= _MANY
        return next((c for c in _ROUNDINGS if sum(1 for v in held if v % c) <= spared), 1)

    @property
    def holds(self) -> bool:
        return abs(self.value - self.printed.value) <= self.slack

    @property
    def is_telling(self) -> bool:
        """Whether it can hardly hold by chance."""
        figures = [figure for _, figure in self.parts if figure.value]
        return len(figures) > 1 and abs(self.printed.value) > 20 * self.slack


def sums_kept(table: NumberTable) -> Iterator[Equation]:
    """The sums of all other lines that one line is, in all places but one."""
    yield from _of_sheet(table, table.down())
    if len(table.columns) >= _FEWEST_PARTS:
        yield from _of_sheet(table, table.across())


def _of_sheet(table: NumberTable, sheet: Sheet) -> Iterator[Equation]:
    lines = [line for line in sheet.lines if any(isinstance(c, Figure) for c in line.cells)]
    if len(lines) < _FEWEST_PARTS or _are_lettered(lines):
        return
    for whole in (lines[-1], lines[0]):
        others = [line for line in lines if line is not whole]
        if any(map(_is_apart, others)) or len({_is_a_part(line) for line in others}) > 1:
            continue
        sums = list(_sums(lines, whole))
        kept = [one for one in sums if one.holds and one.is_telling]
        wrong = [one for one in sums if not one.holds]
        if len(wrong) != 1 or APART.search(sheet.ranks[wrong[0].rank]):
            continue
        if _has_a_sign_turned(wrong[0]) or not _may_be_a_sum(wrong[0]):
            continue
        if len(kept) >= _ENOUGH_KEPT or _is_one_slip_away(sums, wrong[0]):
            yield _equation(table, sheet, whole, wrong[0], kept)
            return


def _are_lettered(lines: list[Line]) -> bool:
    """Whether the lines are A, B, C and so on, as bands of council tax are: none is their sum."""
    letters = [line.label.strip().upper().removeprefix("BAND").strip(" ‘’'") for line in lines]
    return "".join(letters) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _is_apart(line: Line) -> bool:
    """Whether a line holds shares, averages or changes, which nothing adds up to."""
    figures = [cell for cell in line.cells if isinstance(cell, Figure)]
    shares = any(figure.kind is Kind.PERCENT or figure.year_like for figure in figures)
    return shares or bool(APART.search(line.label) or MOVEMENT.search(line.label))


def _is_a_part(line: Line) -> bool:
    """Whether it is a part of the line above, and in that line already where that is added too."""
    return line.label.casefold().lstrip(" –-•").startswith(("of which", "of whom"))


def _sums(lines: list[Line], whole: Line) -> Iterator[_Sum]:
    others = [line for line in lines if line is not whole]
    for rank, printed in enumerate(whole.cells):
        cells = [(line, line.cells[rank]) for line in others]
        if not isinstance(printed, Figure) or any(
            not isinstance(cell, Figure) and cell is not Gap.NOTHING for _, cell in cells
        ):
            continue
        parts = tuple((line, cell) for line, cell in cells if isinstance(cell, Figure))
        if len({figure.scale for _, figure in parts} | {printed.scale}) == 1:
            yield _Sum(rank, parts, printed)


def _may_be_a_sum(one: _Sum) -> bool:
    """Whether what is printed is more than its parts: an average or a rate is not."""
    signs = {figure.value > 0 for _, figure in one.parts if figure.value}
    largest = max((abs(figure.value) for _, figure in one.parts), default=Decimal(0))
    return len(signs) > 1 or abs(one.printed.value) > largest


def _has_a_sign_turned(one: _Sum) -> bool:
    """Whether a sign alone is amiss, which is another rule's finding."""
    off = abs(one.value - one.printed.value)
    if abs(abs(one.value) - abs(one.printed.value)) <= one.slack:
        return True
    return any(abs(2 * abs(part.value) - off) <= one.slack for _, part in one.parts if part.value)


def _is_one_slip_away(sums: list[_Sum], one: _Sum) -> bool:
    """Whether the one total printed is the sum but for a digit, and longer than its parts."""
    if len(sums) > 1 or len(one.parts) < _FEWEST_PARTS:
        return False
    if any(TOTAL.search(line.label) for line, _ in one.parts):
        return False  # a sum among them is added already
    step = min(figure.half * 2 for figure in (one.printed, *(figure for _, figure in one.parts)))
    meant, printed = abs(one.value), abs(one.printed.value)
    if min(meant, printed) / step < _SMALLEST:
        return False
    return is_a_slip(printed, meant, step) and (one.value > 0) == (one.printed.value > 0)


def _equation(
    table: NumberTable, sheet: Sheet, whole: Line, one: _Sum, kept: list[_Sum]
) -> Equation:
    off = one.printed.value - one.value
    at_whole = sheet.position(whole, one.rank)
    needs = {at_whole: one.value}
    needs |= {sheet.position(line, one.rank): part.value + off for line, part in one.parts}
    return Equation(
        rule=RULE,
        total=at_whole,
        cells=frozenset(needs),
        holds=False,
        needs=needs,
        slack=one.slack,
        finding=_finding(table, sheet, at_whole, one, kept),
    )


def _finding(
    table: NumberTable, sheet: Sheet, at: tuple[int, int], one: _Sum, kept: list[_Sum]
) -> TextFinding:
    row, column = at
    kind = "row" if sheet.across else "column"
    where = f" ({sheet.name(one.rank)})" if sheet.ranks[one.rank] else ""
    others = (
        f"In {len(kept)} other {kind}s the sum is right ({_working(kept[0])}); here{where} "
        if kept
        else ""
    )
    return TextFinding(
        place=table.grid.cell_place(row, column),
        quote=f"{table.labels[row]} {one.printed.text}".strip(),
        message=f"{others}{_working(one)}, not {one.printed.text}.",
        confidence=Confidence.HIGH if kept else Confidence.MEDIUM,
        cure="Correct the figure that is wrong",
    )


def _working(one: _Sum) -> str:
    texts = [figure.text for _, figure in one.parts if figure.value]
    if len(texts) > 7:
        return f"the {len(texts)} figures add up to {shown(one.value, one.printed)}"
    return f"{' + '.join(texts)} = {shown(one.value, one.printed)}"


__all__ = ["sums_kept"]
