"""Casting: whether the figures of a table add up to the totals that it prints.

Councils lay totals out in many ways, so a total is held against every usual reading, and only one
that fits none is a fault.  How sure we are comes from the table itself: where the other columns
cast by the same reading, the one that does not is wrong; where nothing casts, the reading may be
ours that is wrong.
"""

from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.tables.cast_parts import NOUGHT, Cast, Node, Outcome, Result
from moothall.proofread.tables.casting_sureness import sureness
from moothall.proofread.tables.columns import Figure, Line, NumberTable, Sheet
from moothall.proofread.tables.equations import Equation
from moothall.proofread.tables.other_sums import is_the_sum_of_some
from moothall.proofread.tables.readings import casts
from moothall.proofread.tables.sums_elsewhere import comes_out_elsewhere, rows_before
from moothall.proofread.tables.sureness_of_rounding import sureness_of_rounding
from moothall.proofread.tables.totals import A_YEAR_OF_MONEY, APART, ASIDE, is_of_one_kind

AS_ROUNDING_MAY = ": no more than rounding explains"
DOWN = "a_table_casts_down"
ACROSS = "a_table_casts_across"


def sums_of(report: Report, grid: Grid, table: NumberTable) -> Iterator[Equation]:
    """Every sum that a table prints, down and across, with a finding where it does not cast."""
    words = f"{grid.caption} {grid.place.section}"
    before = rows_before(report, grid)
    yield from _equations(table.down(), words, before, fragment=_is_fragment(report, grid))
    if len(table.columns) > 2:
        yield from _equations(table.across(), words, before, fragment=False)


def sums_of_lines(table: NumberTable) -> Iterator[Equation]:
    """The sums down a list of lines, which stands by itself."""
    yield from _equations(table.down(), "", (), fragment=False)


def _is_fragment(report: Report, grid: Grid) -> bool:
    """Whether the table may be the rest of one that a page break cut off."""
    if grid.head_rows:
        return False
    position = next(n for n, block in enumerate(report.blocks) if block is grid)
    before = report.blocks[position - 1] if position else None
    return isinstance(before, Grid)


def _equations(
    sheet: Sheet, words: str, before: tuple[tuple[str, ...], ...], *, fragment: bool
) -> Iterator[Equation]:
    found = [
        cast
        for cast in casts(sheet)
        if not counts_a_doubled_row_once(cast)
        and not is_the_sum_of_some(sheet, cast)
        and not comes_out_elsewhere(sheet, cast, before)
    ]
    proven = [0] * len(sheet.ranks)
    for cast in found:
        for rank, result in enumerate(cast.results):
            proven[rank] += result.telling and result.outcome is Outcome.CASTS
    for cast in found:
        signed = _keeps_signs(cast)
        for rank, result in enumerate(cast.results):
            total = cast.total.cells[rank]
            if result.outcome is Outcome.UNCHECKED or not isinstance(total, Figure):
                continue
            turn = 1 if signed is not None or result.summed * total.value >= 0 else -1
            finding = None
            if _is_worth_telling(sheet, cast, rank, result):
                finding = _finding(
                    sheet, cast, rank, result, words, proven[rank], turn, fragment=fragment
                )
            elif signed and result.telling and result.summed * total.value < 0:
                finding = _sign_finding(sheet, cast, rank, result, total)
            yield _equation(sheet, cast, rank, result, turn, finding)


def _keeps_signs(cast: Cast) -> bool | None:
    """Whether the other sums come out with the sign of their totals, and both signs are printed.

    None where some do not: then a total may be printed without its sign.
    """
    held = [
        (result.summed, cell.value)
        for result, cell in zip(cast.results, cast.total.cells, strict=True)
        if isinstance(cell, Figure) and result.telling and result.outcome is Outcome.CASTS
    ]
    against = sum(summed * printed < 0 for summed, printed in held)
    if against > 1 or len(held) - against < 2:
        return None
    if against == 1 and len(held) < 4:
        return None
    return any(summed < 0 and printed < 0 for summed, printed in held)


def _sign_finding(
    sheet: Sheet, cast: Cast, rank: int, result: Result, total: Figure
) -> TextFinding:
    return TextFinding(
        place=sheet.place(cast.total, rank),
        quote=_quote(sheet, cast.total, rank, total),
        message=f"{_working(cast, rank, result.summed, total)}, but the table says {total.text}: "
        f"the sign is wrong, as the other {'rows' if sheet.across else 'columns'} show.",
        confidence=Confidence.HIGH,
        cure="Turn the sign round",
    )


def counts_a_doubled_row_once(cast: Cast) -> bool:
    """Whether a total that fails casts where rows that stand twice are taken once."""
    if not cast.failed:
        return False
    once: list[Node] = []
    seen = set()
    for node in cast.members:
        key = (node.line.label.casefold(), node.line.cells)
        if key not in seen or not node.line.label:
            once.append(node)
        seen.add(key)
    if len(once) == len(cast.members):
        return False
    for rank, cell in enumerate(cast.total.cells):
        if not isinstance(cell, Figure) or cast.results[rank].outcome is Outcome.UNCHECKED:
            continue
        held = [c for node in once if isinstance(c := node.line.cells[rank], Figure)]
        slack = cell.half + sum((c.half for c in held), NOUGHT)
        if abs(cell.value - sum((c.value for c in held), NOUGHT)) > slack:
            return False
    return True


def _is_worth_telling(sheet: Sheet, cast: Cast, rank: int, result: Result) -> bool:
    if result.outcome is Outcome.CASTS:
        return False
    if result.outcome is Outcome.FAILS and not _worth_saying(cast, rank, result):
        return False
    head = A_YEAR_OF_MONEY.sub("", sheet.ranks[rank])
    return not (APART.search(head) or ASIDE.match(head))


def _equation(
    sheet: Sheet, cast: Cast, rank: int, result: Result, turn: int, finding: TextFinding | None
) -> Equation:
    """What each figure of a sum would have to be for it to cast."""
    total = cast.total.cells[rank]
    assert isinstance(total, Figure)  # noqa: S101 -- an unchecked cell has no equation
    off = total.value - turn * result.summed
    whole = sheet.position(cast.total, rank)
    needs = {whole: turn * result.summed}
    slack = total.half
    for place, node in enumerate(reversed(cast.members)):
        cell = node.line.cells[rank]
        if isinstance(cell, Figure):
            sign = turn * _sign(cast, node, cell, first=place == len(cast.members) - 1)
            needs[sheet.position(node.line, rank)] = cell.value + sign * off
            slack += cell.half if cell.value else 0
    holds = result.outcome is Outcome.CASTS and abs(off) <= slack
    if result.outcome is Outcome.ROUNDED:
        holds = finding is None or finding.confidence is Confidence.LOW
    return Equation(
        rule=ACROSS if sheet.across else DOWN,
        total=whole,
        cells=frozenset(needs),
        holds=holds,
        telling=result.telling and cast.natural,
        needs=needs,
        slack=slack,
        finding=finding,
    )


def _sign(cast: Cast, node: Node, cell: Figure, *, first: bool) -> int:
    """Whether a figure is added to the sum or taken off it, under the reading that was found."""
    if cast.signed == "income taken off" and node.taken_off:
        return -1
    if cast.signed == "brackets as positive":
        return -1 if cell.value < 0 else 1
    if cast.signed == "the first less the rest":
        return 1 if first == (cell.value >= 0) else -1
    return 1


def _worth_saying(cast: Cast, rank: int, result: Result) -> bool:
    """Whether the figures can be meant as a sum at all, though nothing says that they are."""
    if cast.telling:
        return True
    total = cast.total.cells[rank]
    members = [c for node in cast.members if isinstance(c := node.line.cells[rank], Figure)]
    if not isinstance(total, Figure) or len([m for m in members if m.value]) < 2:
        return False
    return is_of_one_kind((*members, total)) and abs(result.computed) < 20 * abs(
        total.value
    ) < 400 * abs(result.computed)


def _finding(
    sheet: Sheet,
    cast: Cast,
    rank: int,
    result: Result,
    words: str,
    proven: int,
    turn: int,
    *,
    fragment: bool,
) -> TextFinding:
    total = cast.total.cells[rank]
    assert isinstance(total, Figure)  # noqa: S101 -- an unchecked cell has no finding
    shown = turn * result.computed
    off = total.value - shown
    if result.outcome is Outcome.ROUNDED:
        confidence = sureness_of_rounding(sheet, cast, rank, total, words)
        ending = (
            ": rounding explains no such difference"
            if confidence is not Confidence.LOW
            else AS_ROUNDING_MAY
        )
    else:
        confidence = sureness(sheet, cast, rank, total, result, words, proven, fragment)
        ending = _witnesses(sheet, cast)
    where = "across" if sheet.across else "down"
    return TextFinding(
        place=sheet.place(cast.total, rank),
        quote=_quote(sheet, cast.total, rank, total),
        message=(
            f"{_working(cast, rank, shown, total)}, but the table says {total.text}, "
            f"{_written(abs(off), total)} {'more' if off > 0 else 'less'}, "
            f"cast {where} ({_named(sheet.ranks[rank])}){ending}."
        ),
        confidence=confidence,
        cure="Correct the total or the figure that is wrong"
        if result.outcome is Outcome.FAILS
        else "Say that figures may not add up because they are rounded",
    )


def _named(rank: str) -> str:
    return f"“{rank}”" if rank else "no heading"


def _witnesses(sheet: Sheet, cast: Cast) -> str:
    """The other columns or rows that cast by the same reading."""
    if not cast.telling:
        return ""
    kind = "row" if sheet.across else "column"
    if cast.telling == 1:
        return f"; the sum of another {kind} is right"
    return f"; the sums of {cast.telling} other {kind}s are right"


def _working(cast: Cast, rank: int, shown: Decimal, total: Figure) -> str:
    cells = [(node, node.line.cells[rank]) for node in cast.members]
    figures = [(n, c) for n, c in cells if isinstance(c, Figure) and c.value]
    result = _written(shown, total)
    if len(figures) > 6:
        first, last = figures[0][1].text, figures[-1][1].text
        return f"The {len(figures)} figures from {first} to {last} add up to {result}"
    parts = []
    for place, (node, figure) in enumerate(figures):
        text = figure.text
        minus = cast.signed == "income taken off" and node.taken_off
        minus = minus or (cast.signed == "the first less the rest" and place > 0)
        if place and text[:1] in "-–−" and len(text) > 1:
            minus, text = not minus, text[1:].lstrip()
        joint = (" − " if minus else " + ") if place else ("−" if minus else "")
        parts.append(joint + text)
    return f"{''.join(parts)} = {result}"


def _written(value: Decimal, total: Figure) -> str:
    """A value as the table prints its total: with its pound sign, in its unit."""
    scaled = (abs(value) / total.scale).normalize()
    if scaled == scaled.to_integral_value():
        scaled = scaled.quantize(Decimal(1))
    elif total.places > -int(scaled.as_tuple().exponent):
        scaled = scaled.quantize(Decimal(1).scaleb(-total.places))
    sign = "−" if value < 0 else ""
    pound = ("€" if "€" in total.text else "£") if total.kind is Kind.MONEY else ""
    unit = {Decimal(1_000): "k", Decimal(1_000_000): "m", Decimal(10**9): "bn"}.get(total.scale, "")
    return f"{sign}{pound}{scaled:,f}{unit}"


def _quote(sheet: Sheet, line: Line, rank: int, total: Figure) -> str:
    label = sheet.ranks[rank] if sheet.across else line.label
    return f"{label} {total.text}".strip()
