"""Readings: the ways in which a printed total can be the sum of lines of its table.

A total takes the lines since the last one, since a heading, or all; "of which" lines left out or
added; signs as printed, or income taken off though printed positive.  The reading under which most
of its figures cast is taken.
"""

from collections.abc import Iterator
from decimal import Decimal

from moothall.proofread.reading.amounts import Kind
from moothall.proofread.tables.cast_parts import NOUGHT, Cast, Node, Outcome, Result, Sums
from moothall.proofread.tables.columns import Cell, Figure, Line, Sheet
from moothall.proofread.tables.totals import MOVEMENT, NET, TAKEN_OFF, Role, role

_READINGS = ("as printed", "income taken off", "brackets as positive", "the first less the rest")


def casts(sheet: Sheet) -> Iterator[Cast]:
    """Each total of a sheet with the reading that fits it best."""
    stack: list[Node] = []
    mark = 0  # where the current section begins in the stack
    roles = [role(line, across=sheet.across) for line in sheet.lines]
    for position, (line, kind) in enumerate(zip(sheet.lines, roles, strict=True)):
        if kind in (Role.SECTION, Role.BLANK):
            mark = len(stack) if kind is Role.SECTION else mark
            continue
        if kind is Role.APART:
            continue
        last = position == len(sheet.lines) - 1 and len(stack) > 1 and kind is not Role.ASIDE
        total = kind is Role.TOTAL or (last and is_unnamed_total(line, stack))
        best = None
        hidden = kind is Role.ITEM and _may_total(line, stack, min(mark, len(stack)))
        if total or kind is Role.PERHAPS_TOTAL or last or hidden:
            best = _best(line, stack, min(mark, len(stack)))
            if hidden and not last and best is not None and not best.natural:
                best = None
        if total and (best is None or not best.telling):
            following = _following(sheet, roles, position, sectioned=best is not None)
            first = _best(line, following, 0)
            if first is not None and first.telling and first.telling > first.failed:
                # the total stands above or before its parts
                if first.failed and first.telling > 1:
                    yield first
                best = None
        paired = best is not None and is_pair(best)
        if best is not None and (
            total
            or (best.sure and kind is Role.PERHAPS_TOTAL)
            or best.telling > max(1, best.failed)
            or paired
            or (last and casts_but_once(best))
        ):
            yield best
            first_place = best.members[0].line.place
            alone = len(best.members) == 1 and not best.matched  # "gross, total income, net"
            while stack and stack[-1].line.place >= first_place and not alone:
                stack.pop()
            mark = min(mark, len(stack))
            total = True
        stack.append(
            Node(
                line=line,
                aside=kind is Role.ASIDE,
                total=total,
                taken_off=bool(TAKEN_OFF.search(line.label)),
                correction=_correction(best) if best is not None and best.failed else [],
            )
        )


def is_unnamed_total(line: Line, above: list[Node]) -> bool:
    """Whether a last line without a label is the total of lines that all have one.

    "A. Housing 1,200 | B. Roads 3,400 | (nothing) 4,600": it is above each of them, and no further
    from their sum than a slip or two would bring it.  Beneath payments to the penny it may be
    further away, for one of them may be left out or counted twice.
    """
    if line.label.strip(" £€") or len(above) < 2 or not all(node.line.label for node in above):
        return False
    if any(node.total or node.aside for node in above):
        return False
    near = far = 0
    for rank, cell in enumerate(line.cells):
        held = [c.value for node in above if isinstance(c := node.line.cells[rank], Figure)]
        if not isinstance(cell, Figure) or cell.kind is Kind.PERCENT or len(held) < 2:
            continue
        added = sum(held, NOUGHT)
        share = _OF_PAYMENTS if _are_payments(line, above) else _OF_ANY_SUM
        if cell.value > max(held) and abs(cell.value - added) <= share * added:
            near += 1
        else:
            far += 1
    return near > far


_OF_ANY_SUM, _OF_PAYMENTS = Decimal("0.1"), Decimal("0.35")
_SEVERAL, _PENCE = 3, 2


def _are_payments(line: Line, above: list[Node]) -> bool:
    """Whether several lines and the last one have their figures to the penny."""
    figures = [cell for each in (line, *(node.line for node in above)) for cell in each.cells
               if isinstance(cell, Figure) and cell.value]  # fmt: skip
    return len(above) >= _SEVERAL and all(
        figure.places == _PENCE and figure.value > 0 for figure in figures
    )


def is_unnamed_total_of_payments(line: Line, above: list[Node]) -> bool:
    """Whether a last line without a label is the total of payments, in all columns or in one."""
    return is_unnamed_total(line, above) and _are_payments(line, above)


def casts_but_once(cast: Cast) -> bool:
    """Whether a last line is the sum of all above it to the digit in some column, and nearly so
    in the one where it is not: no word is needed to call it a total."""
    if not (cast.natural and cast.whole and cast.failed == 1 and len(cast.members) > 1):
        return False
    exact = near = False
    for cell, result in zip(cast.total.cells, cast.results, strict=True):
        if not isinstance(cell, Figure) or result.outcome is Outcome.UNCHECKED:
            continue
        if result.outcome is Outcome.FAILS:
            near = abs(cell.value - result.summed) * 10 < abs(result.summed)
        else:
            exact = exact or (cell.value == result.summed and abs(cell.value) > 200 * cell.half)
    return exact and near


def _may_total(line: Line, stack: list[Node], mark: int) -> bool:
    """Whether a line that no word calls a total is one by its figures, in two columns or more."""
    figures = [(n, c) for n, c in enumerate(line.cells) if isinstance(c, Figure) and c.value]
    if len(figures) < 2 or len(stack) < 2:
        return False
    for count in _naturals(stack, mark):
        if count < 2:
            continue
        right = 0
        for rank, cell in figures:
            held = [node.line.cells[rank] for node in stack[-count:]]
            added = [one.value for one in held if isinstance(one, Figure)]
            exact = len(added) > 1 and sum(added) == cell.value
            right += exact and abs(cell.value) > 6 * cell.half * (count + 1)
        if right >= max(2, len(figures) - 1):
            return True
    return False


def is_pair(cast: Cast) -> bool:
    """ "Budget, saving, revised budget" and "gross, income, net": a figure and what changes it."""
    if not (cast.whole and cast.natural and len(cast.members) == 2 and cast.failed <= 2):
        return False
    changes = cast.members[1].line.label
    changed = MOVEMENT.search(changes) or TAKEN_OFF.search(changes)
    both = all(node.total for node in cast.members)
    return bool(NET.search(cast.total.label) and (changed or both))


def _correction(cast: Cast) -> list[Decimal]:
    return [
        result.computed - cell.value
        if result.outcome is Outcome.FAILS and isinstance(cell, Figure)
        else NOUGHT
        for cell, result in zip(cast.total.cells, cast.results, strict=True)
    ]


def _following(sheet: Sheet, roles: list[Role], position: int, *, sectioned: bool) -> list[Node]:
    """The lines after a total that may be its parts, nearest last.

    Where lines stand before it too (`sectioned`), a heading after it begins something else.
    """
    after: list[Node] = []
    for line, kind in zip(sheet.lines[position + 1 :], roles[position + 1 :], strict=True):
        if kind is Role.TOTAL or len(after) >= 60 or (sectioned and kind is Role.SECTION):
            break
        if kind in (Role.ITEM, Role.PERHAPS_TOTAL):
            after.append(Node(line=line, aside=False, total=False, taken_off=False))
    return after[::-1]


def _best(total: Line, stack: list[Node], mark: int) -> Cast | None:
    """The reading under which most of a total's figures cast: lines aside left out, or added."""
    best: Cast | None = None
    for asides in (False, True):
        nodes = [node for node in stack if asides or not node.aside]
        if asides and len(nodes) == len([node for node in stack if not node.aside]):
            break
        before = sum(1 for node in stack[:mark] if asides or not node.aside)
        for cast in _suffixes(total, nodes, _naturals(nodes, before)):
            if best is None or cast.rank() > best.rank():
                best = cast
        if best is not None and best.matched and not best.failed:
            break
    return best


def _naturals(nodes: list[Node], mark: int) -> set[int]:
    """How many lines, counted from the last, a reader would take: section, since a total, all."""
    since = next((n for n, node in enumerate(reversed(nodes)) if node.total), len(nodes))
    totals = next((n for n, node in enumerate(reversed(nodes)) if not node.total), len(nodes))
    return {count for count in (len(nodes) - mark, since, totals, len(nodes)) if count}


def _suffixes(total: Line, nodes: list[Node], naturals: set[int]) -> Iterator[Cast]:
    sums = [Sums() for _ in total.cells]
    turned = False
    signed = False
    for count in range(1, min(len(nodes), 400) + 1):
        node = nodes[-count]
        turned = turned or node.taken_off
        for rank, (held, cell) in enumerate(zip(sums, node.line.cells, strict=True)):
            held.add(cell, taken_off=node.taken_off)
            held.correction += node.correction[rank] if node.correction else NOUGHT
            signed = signed or (isinstance(cell, Figure) and cell.value < 0)
        natural = count in naturals
        net = bool(NET.search(total.label)) or turned
        for reading in _READINGS:
            if reading == "income taken off" and not turned:
                continue
            if reading == "brackets as positive" and not signed:
                continue
            if reading == "the first less the rest" and not (count > 1 and net and natural):
                continue
            results = [_result(cell, s, reading) for cell, s in zip(total.cells, sums, strict=True)]
            matched = sum(r.outcome in (Outcome.CASTS, Outcome.ROUNDED) for r in results)
            if not matched and not natural:
                continue
            yield Cast(
                total=total,
                members=nodes[-count:],
                signed=reading,
                natural=natural,
                results=results,
                matched=matched,
                telling=sum(
                    r.telling and r.outcome in (Outcome.CASTS, Outcome.ROUNDED) for r in results
                ),
                failed=sum(r.outcome is Outcome.FAILS for r in results),
                whole=count == len(nodes),
            )


def _result(cell: Cell, sums: Sums, reading: str) -> Result:
    if not isinstance(cell, Figure) or cell.kind is Kind.PERCENT:
        return Result(Outcome.UNCHECKED)
    if not sums.known or not sums.figures:
        return Result(Outcome.UNCHECKED)
    computed = sums.under(reading)
    if sums.correction and reading == "as printed" and cell.value == computed + sums.correction:
        # right, though a total within it is wrong
        return Result(Outcome.CASTS, cell.value, computed, telling=True)
    off = min(abs(cell.value - computed), abs(cell.value + computed))
    slack = sums.slack + cell.half
    telling = sums.figures > 1 and abs(cell.value) > 6 * slack
    if off == 0:
        return Result(Outcome.CASTS, computed, computed, telling)
    if off <= slack and sums.figures > 1:
        return Result(Outcome.ROUNDED, computed, computed, telling)
    return Result(Outcome.FAILS, computed, computed, telling)
