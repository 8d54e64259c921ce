"""Chains of figures down one column: what was there, what was added and used, what is left.

“Brought forward (6.4), overspend (2.9), contribution 3.0, carried forward (3.5)”: however the signs
are taken, no 3.5 comes of it.  “Gross 430.5, less income (14.2), less savings (4.3), net 412.0”
shows by what follows that the gross is a sum of what stands above it, which make 431.5.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from operator import mul

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.accounts import what_is_left_is_what_came_in_less_what_went_out
from moothall.proofread.tables.columns import Figure, Gap, Line, number_table
from moothall.proofread.tables.equations import shown
from moothall.proofread.tables.figure_lines import figure_lists, lines_of_figures_add_up
from moothall.proofread.tables.table_sums import faults_of_sums
from moothall.proofread.tables.totals import APART, ASIDE, TAKEN_OFF, Role, role

_OPENS = Expression(
    r"\b(?:opening|brought forward|b/?f(?:wd|orward)?|at (?:the )?(?:start|beginning|outset)|"
    r"start of|beginning of|(?:at|on) (?:1|1st|6|6th) [a-z]{3,9}|previous (?:balance|total))\b",
    re.IGNORECASE,
)
_CLOSES = Expression(
    r"\b(?:closing|carried forward|c/?f(?:wd|orward)?|at (?:the )?(?:end|close|year[- ]end)|"
    r"end of (?:the )?(?:year|period|quarter|month|term)|"
    r"(?:at|on) (?:28|29|30|31)(?:st|th)? [a-z]{3,9})\b",
    re.IGNORECASE,
)
_FEWEST_ABOVE, _FEWEST, _MOST = 3, 2, 8
_NEAR = Decimal("0.2")


@dataclass(frozen=True, slots=True)
class _Link:
    line: Line
    figure: Figure

    def added(self, *, signed: bool) -> Decimal:
        """What it adds, by its sign, or by its words where no figure has one."""
        value = self.figure.value
        return -value if not signed and TAKEN_OFF.search(self.line.label) else value


def _are_signed(links: list[_Link]) -> bool:
    return any(link.figure.value < 0 for link in links)


def a_chain_of_figures_ends_where_it_leads(report: Report) -> Iterator[TextFinding]:
    """What is carried forward is what was brought forward and what came and went since."""
    told = {finding.place for finding in _told_already(report)}
    for finding in _found(report):
        if finding.place not in told:
            yield finding


def _told_already(report: Report) -> Iterator[TextFinding]:
    held = [finding for _, finding in faults_of_sums(report)]
    held += lines_of_figures_add_up(report)
    held += what_is_left_is_what_came_in_less_what_went_out(report)
    return (finding for finding in held if finding.confidence is not Confidence.LOW)


def _found(report: Report) -> Iterator[TextFinding]:
    for grid in report.grids:
        yield from _in(grid, None)
    for grid, places in figure_lists(report):
        yield from _in(grid, places)


def _in(grid: Grid, places: tuple[Place, ...] | None) -> Iterator[TextFinding]:
    table = number_table(grid)
    if table is None:
        return
    sheet = table.down()
    for rank, head in enumerate(sheet.ranks):
        if APART.search(head):
            continue
        for chain in _unbroken(sheet.lines, rank):
            for end, message, confidence in (*_closings(chain), *_gross_sums(chain)):
                row, column = sheet.position(end.line, rank)
                yield TextFinding(
                    place=places[row] if places else grid.cell_place(row, column),
                    quote=f"{end.line.label} {end.figure.text}".strip(),
                    message=message,
                    confidence=confidence,
                    cure="Correct the figure or the one of the others that is wrong",
                )


def _unbroken(lines: Sequence[Line], rank: int) -> Iterator[list[_Link]]:
    """Runs of lines that all have a figure; one that is not known breaks the chain."""
    run: list[_Link] = []
    for line in lines:
        cell = line.cells[rank]
        if isinstance(cell, Figure) and cell.kind is not Kind.PERCENT and not cell.year_like:
            run.append(_Link(line, cell))
        elif cell is not Gap.NOTHING or line.empty:
            yield run
            run = []
    yield run


_Told = tuple[_Link, str, Confidence]


def _closings(chain: list[_Link]) -> Iterator[_Told]:
    """What is carried forward, where no way to take the signs of what came and went gives it."""
    since: int | None = None
    for place, link in enumerate(chain):
        opens, closes = _OPENS.search(link.line.label), _CLOSES.search(link.line.label)
        if opens and not closes:
            since = place
        elif closes and not opens and since is not None:
            links = chain[since + 1 : place]
            if _may_be_moves(links) and not _is_made(chain[since], links, link):
                yield link, _working(chain[since], links, link), Confidence.MEDIUM
            since = None


def _may_be_moves(links: list[_Link]) -> bool:
    return _FEWEST <= len(links) <= _MOST and not any(
        role(link.line) is Role.TOTAL or ASIDE.search(link.line.label) for link in links
    )


def _is_made(first: _Link, links: list[_Link], last: _Link) -> bool:
    """Whether any choice of signs makes the end, rounding apart."""
    held = [first, *links]
    slack = sum((link.figure.half for link in (*held, last)), Decimal(0))
    values = [abs(link.figure.value) for link in links]
    start, end = abs(first.figure.value), abs(last.figure.value)
    return any(
        abs(abs(start + sum((s * v for s, v in zip(signs, values, strict=True)), Decimal(0))) - end)
        <= slack
        for signs in product((1, -1), repeat=len(values))
    )


def _working(first: _Link, links: list[_Link], last: _Link) -> str:
    signed = _are_signed([first, *links])
    moves = [
        link.figure.value if signed else _nearest_way(link, first, links, last) for link in links
    ]
    made = first.figure.value + sum(moves, Decimal(0))
    parts = "".join(
        f" {'−' if move < 0 else '+'} {link.figure.text.strip('()-–−+ ')}"
        for link, move in zip(links, moves, strict=True)
    )
    return (
        f"{first.figure.text}{parts} = {shown(made, last.figure)}, but “{last.line.label}” says "
        f"{last.figure.text}; nor does it come out with other signs."
    )


def _nearest_way(link: _Link, first: _Link, links: list[_Link], last: _Link) -> Decimal:
    """A move with the sign that it has where all together come nearest to the end."""
    values = [each.figure.value for each in links]
    start, end = first.figure.value, last.figure.value
    ways = product((1, -1), repeat=len(values))
    best = min(
        ways,
        key=lambda signs: abs(start + sum(map(mul, signs, values)) - end),
    )
    return best[links.index(link)] * link.figure.value


def _gross_sums(chain: list[_Link]) -> Iterator[_Told]:
    """A sum of the lines above it, which what is taken off it and what is left show to be one."""
    roles = [role(link.line) for link in chain]
    if roles[-1:] and roles[-1] not in (Role.PERHAPS_TOTAL, Role.TOTAL):
        return
    for place in range(_FEWEST_ABOVE, len(chain) - 1):
        if roles[place] not in (Role.PERHAPS_TOTAL, Role.TOTAL):
            continue
        above, gross, links, net = chain[:place], chain[place], chain[place + 1 : -1], chain[-1]
        moves = [link.added(signed=_are_signed(links)) for link in links]
        if not links or len(links) > _MOST or max(moves) >= 0:
            continue
        if any(kind is not Role.ITEM for kind in roles[:place]):
            continue
        left = gross.figure.value + sum(moves, Decimal(0))
        added = sum((link.figure.value for link in above), Decimal(0))
        slack = sum((link.figure.half for link in (*above, gross)), Decimal(0))
        off = abs(gross.figure.value - added)
        if left != net.figure.value or not slack < off <= _NEAR * abs(added):
            continue
        working = " + ".join(link.figure.text for link in above)
        if len(above) > _MOST:
            working = f"the {len(above)} figures above it"
        message = (
            f"{working} = {shown(added, gross.figure)}, but “{gross.line.label}” says "
            f"{gross.figure.text}, and the lines below are taken off that."
        )
        yield gross, message, Confidence.HIGH
        return


RULES: tuple[Rule, ...] = (a_chain_of_figures_ends_where_it_leads,)
