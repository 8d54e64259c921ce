"""Figures in lines: a label and its figure on each of several lines, as a table without a grid.

“Very satisfied 31%”, “Balance at 1 April: £4,310k”, “of which in foster care: 278”.  What can be
said of a column of a table is said of these: a total that its parts do not make, shares of one
whole that are no hundred.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import found_once, read_once
from moothall.proofread.tables.casting import sums_of_lines
from moothall.proofread.tables.columns import number_table
from moothall.proofread.tables.equations import one_finding_each
from moothall.proofread.tables.sums_kept import sums_kept
from moothall.proofread.tables.whole_shares import wrong_wholes

_LINE = Expression(
    r"^(?P<label>(?:[^\d:£%|]|(?:19|20)\d\d[/–-]\d\d\b(?=:))[^:£%|]{0,80}?)\s*(?::|\s[–-]|\s)\s*"
    r"(?P<figure>\(?[-–+]?£?\d[\d,]*(?:\.\d+)?\s?(?:k|m|bn|%|per cent)?\)?)[.;]?(?:\s*and)?$",
    re.IGNORECASE,
)
_FEWEST = 4
_MOST = 40


@read_once
def figure_lists(report: Report) -> tuple[tuple[Grid, tuple[Place, ...]], ...]:
    """Runs of lines that end with a figure, as grids of two columns, and where each line stands."""
    return tuple(_figure_lists(report))


def _figure_lists(report: Report) -> Iterator[tuple[Grid, tuple[Place, ...]]]:
    run: list[tuple[str, str, Place]] = []
    for block in (*report.blocks, None):
        match = _LINE.match(block.text) if isinstance(block, Prose) and not block.number else None
        if match is not None and isinstance(block, Prose) and _is_amount(match["figure"]):
            run.append((match["label"], match["figure"], block.place))
            continue
        if _FEWEST <= len(run) <= _MOST:
            rows = tuple((label, figure) for label, figure, _ in run)
            yield Grid(rows=rows, place=run[0][2], head_rows=0), tuple(place for *_, place in run)
        run = []


def _is_amount(text: str) -> bool:
    """Years, and the page numbers of a list of contents, are none."""
    digits = re.sub(r"\D", "", text)
    plain = text.strip("() ").replace(",", "").isdigit()
    return not (plain and (len(digits) < 2 or re.fullmatch(r"(?:19|20)\d\d", digits)))


@found_once
def lines_of_figures_add_up(report: Report) -> Iterator[TextFinding]:
    """The total among lines with a figure each is the sum of the others."""
    for grid, places in figure_lists(report):
        table = number_table(grid)
        if table is None:
            continue
        equations = [*sums_of_lines(table), *sums_kept(table)]
        found = list(one_finding_each(table, equations))
        if found:
            yield _at(found[0][1], places)


def shares_in_lines_make_a_hundred(report: Report) -> Iterator[TextFinding]:
    """Shares of one whole, each on a line of its own, add up to a hundred."""
    for grid, places in figure_lists(report):
        table = number_table(grid)
        before = _before(report, places[0])
        found = list(wrong_wholes(table.down(), before)) if table is not None else []
        for finding in found:
            yield _at(finding, places)
        if not found and _ARE_ALL.search(f"{before} {_after(report, places[-1])}"):
            yield from _no_hundred(grid, places)


_ARE_ALL = Expression(
    r"\b(?:(?:are|were|is) the only|no others?|make up (?:the whole|all)|the whole (?:cost|sum|"
    r"budget|amount)|in full|between them|"
    r"(?:funding|income|spending|tenure|modal|energy|fuel|staff|age|"
    r"ethnic) (?:mix|split|breakdown)|(?:mix|split|breakdown|composition) of)\b",
    re.IGNORECASE,
)
"""What says of a list that nothing is left out of it."""
_NEAR, _ROUNDED = 20, Decimal(2)


def _no_hundred(grid: Grid, places: tuple[Place, ...]) -> Iterator[TextFinding]:
    shares = [figure for _, figure in grid.rows if figure.rstrip().endswith("%")]
    if len(shares) < len(grid.rows):
        return
    total = sum((Decimal(share.strip(" %()").replace(",", "")) for share in shares), Decimal(0))
    if _ROUNDED < abs(total - 100) <= _NEAR:
        yield TextFinding(
            place=places[-1],
            quote="; ".join(f"{label} {figure}" for label, figure in grid.rows),
            message=f"{' + '.join(shares)} = {total:f}%, not 100%.",
            confidence=Confidence.MEDIUM,
            cure="Correct the share that is wrong, or say what is left out.",
        )


def _after(report: Report, place: Place) -> str:
    """The words below a list."""
    blocks = iter(report.blocks)
    for block in blocks:
        if block.place == place:
            return getattr(next(blocks, None), "text", "")
    return ""


def _before(report: Report, place: Place) -> str:
    """The words over a list: what was asked, and whether one answer only could be given."""
    last = ""
    for block in report.blocks:
        if block.place == place:
            break
        last = getattr(block, "text", "")
    return last


def _at(finding: TextFinding, places: tuple[Place, ...]) -> TextFinding:
    row = (finding.place.row or 1) - 1
    return replace(finding, place=places[min(row, len(places) - 1)])


RULES: tuple[Rule, ...] = (lines_of_figures_add_up, shares_in_lines_make_a_hundred)
