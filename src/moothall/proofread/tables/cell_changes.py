"""Changes told of two cells of one row, found by what is printed: "up by 41 (9.3 %)", "in 2026 30".

A row is known by its label, by "overall" for the total, or by a figure of the sentence that stands
in it.  A change that is that of any two of its cells is right; else one of its two figures must
fit for the other to be called wrong.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from moothall.documents.report import Grid, Report
from moothall.proofread.figures.words_of_change import CHANGE_NOUN, DOWN, UP
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.concepts import WEAK, concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    ROUGH,
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
    per_cent,
    read_once,
)
from moothall.proofread.reading.slips import in_figures
from moothall.proofread.reading.statements import periods_named
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures

_CURE = "Correct the figure that is wrong."
_MOST_CELLS = 8
_TOTAL = Expression(r"^\W*(?:grand |overall )?(?:total|all)\b|\btotal\W*$", re.IGNORECASE)
_YEARS = Expression(r"\b(?:(?:19|20)\d\d|\d\d)(?![\d,.%])")
_IS_CHANGE = Expression(
    r"\b(?:change|increase|decrease|difference|movement|growth|variance|rise|fall)\b|\+/",
    re.IGNORECASE,
)
_OVERALL = Expression(r"\b(?:overall|total|in all|altogether|all)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of a table with its figures, in the order of the columns."""

    grid: Grid
    block: int
    label: str
    topics: frozenset[str]
    about: frozenset[str]
    cells: tuple[Cell, ...]

    @property
    def totals(self) -> bool:
        return bool(_TOTAL.search(self.label))


class _Rows:
    """The rows of all tables, and those that hold a figure."""

    def __init__(self, found: list[_Row]) -> None:
        self.all = found
        self.holding: defaultdict[tuple[Kind, Decimal], list[tuple[_Row, int]]] = defaultdict(list)
        self.by_topic: defaultdict[str, list[_Row]] = defaultdict(list)
        for row in found:
            for place, cell in enumerate(row.cells):
                self.holding[cell.kind, cell.value].append((row, place))
            if row.topics:
                self.by_topic[min(row.topics)].append(row)

    def named(self, topics: frozenset[str], text: str) -> list[_Row]:
        """Rows whose label the words hold whole; the totals of tables that they are about."""
        found = [
            row
            for topic in sorted(topics)
            for row in self.by_topic.get(topic, ())
            if row.topics <= topics
        ]
        if _OVERALL.search(text):
            found += [row for row in self.all if row.totals and row.about & topics]
        return found


@read_once
def _rows(report: Report) -> _Rows:
    found = []
    for number, grid in captioned_grids(report):
        about = (concepts(grid.caption) | concepts(grid.rows[0][0] if grid.rows else "")) - WEAK
        by_row: defaultdict[int, list[Cell]] = defaultdict(list)
        for cell in figures(grid):
            by_row[cell.row].append(cell)
        for cells in by_row.values():
            if 2 <= len(cells) <= _MOST_CELLS:
                label = cells[0].label
                row = _Row(
                    grid=grid,
                    block=number,
                    label=label,
                    topics=concepts(label) - WEAK - {"total"},
                    about=about,
                    cells=tuple(cells),
                )
                found.append(row)
    return _Rows(found)


# --- up by so many, and so many per cent ---------------------------------------------------------

_MOVE = rf"(?:{UP}|{DOWN}|{CHANGE_NOUN}|growth|up|down|higher|lower|more|fewer|less)"
_BOTH = Expression(
    rf"\b{_MOVE}\b[^«»;.]{{0,40}}?\s{mark('n', 'MC')}(?:\s[a-z-]+){{0,3}}?\s?(?:\(|,\s(?:or\s)?|"
    rf"or\s)"
    rf"(?:or\s)?{mark('p', 'P')}|"
    rf"\b{_MOVE}\b[^«»;.]{{0,40}}?\s{mark('q', 'P')}\s?\(\s?{mark('m', 'MC')}"
    rf"(?:\s[a-z]+){{0,2}}\s?\)|"
    rf"{mark('k', 'MC')}(?:\s[a-z-]+){{0,2}}?\s?\(\s?{mark('r', 'P')}\s?\)\s(?:{UP}|{DOWN}|"
    rf"{CHANGE_NOUN}|higher|lower|more|fewer|less)\b",
    re.IGNORECASE,
)
_OTHERWISE = Expression(r"\b(?:target|budget|national|england|average|forecast)\b", re.IGNORECASE)


def a_change_and_its_percentage_are_of_one_row(report: Report) -> Iterator[TextFinding]:
    """“The overall number rose by 41 (12.4%)” where the totals are 330 and 371, a rise of 41."""
    rows = _rows(report)
    if not rows.all:
        return
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            kinds = {figure.kind for figure in one.figures}
            told = Kind.PERCENT in kinds and len(kinds) > 1
            match = _BOTH.search(one.pattern) if told else None
            if match is None:
                continue
            names = next(
                (match[n], match[p]) for n, p in (("n", "p"), ("m", "q"), ("k", "r")) if match[n]
            )
            n, p = (one.figure(name) for name in names)
            if n.rough or p.rough or n.size < 2 or len(one.figures) > 6:
                continue
            message = _wrong_of_row(one, n, p, rows, paragraph.block)
            if message:
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong_of_row(one: Sentence, n: Figure, p: Figure, rows: _Rows, block: int) -> str | None:
    topics = concepts(one.text)
    near = rows.named(topics, one.text)
    near += [row for row, _ in rows.holding.get((n.kind, n.size), ()) if row.topics & topics]
    only: list[tuple[int, str]] = []
    for row in near:
        pairs = [
            (a, b)
            for a, b in permutations(row.cells, 2)
            if a.kind is b.kind is n.kind
            and a.value > 0
            and b.value > 0
            and a.value != b.value
            and not _is_later(a, b)
            and not _IS_CHANGE.search(a.head + b.head)
        ]
        by_n = [pair for pair in pairs if _is_gap(*pair, n)]
        by_p = [pair for pair in pairs if _is_share(*pair, p)]
        if any(pair in by_p for pair in by_n):
            return None
        printed = any(c.value == n.size and _IS_CHANGE.search(c.head) for c in row.cells)
        if by_n and not by_p and (printed or len(n.text.strip("£0.")) > 1):
            earlier = [pair for pair in by_n if pair[0].column < pair[1].column] or by_n
            a, b = earlier[0]
            true = (b.value - a.value) / a.value * HUNDRED
            if abs(true) / 4 <= p.size <= abs(true) * 4:
                only.append((abs(row.block - block), _of_cells(row, a, b, true, f"not {p.text}")))
        elif by_p and not by_n and p.amount.places:
            earlier = [pair for pair in by_p if pair[0].column < pair[1].column]
            if earlier:
                a, b = earlier[0]
                gap = abs(b.value - a.value)
                if gap / 4 <= n.size <= gap * 4:
                    true = (b.value - a.value) / a.value * HUNDRED
                    words = _of_cells(row, a, b, true, f"not {n.text}")
                    only.append((abs(row.block - block), words))
    if _OTHERWISE.search(one.text) and len(only) > 1:
        return None
    return min(only)[1] if only else None


def _is_later(a: Cell, b: Cell) -> bool:
    """Whether the heads say that the first figure is the later one."""
    first, last = (_YEARS.findall(cell.head) for cell in (a, b))
    if not first or not last:
        return False
    if first[-1] != last[-1]:
        return bool(first[-1][-2:] > last[-1][-2:])
    return a.column > b.column and bool(periods_named(a.head))


def _of_cells(row: _Row, a: Cell, b: Cell, true: Decimal, wrong: str) -> str:
    return (
        f"The table has “{row.label.strip()}” at {in_figures(a.value)} (“{a.head}”) and "
        f"{in_figures(b.value)} (“{b.head}”; {row.grid.cell_place(b.row, b.column)}): a change of "
        f"{in_figures(abs(b.value - a.value))}, {per_cent(true)}; {wrong}."
    )


def _is_gap(a: Cell, b: Cell, n: Figure) -> bool:
    slack = max(n.spread, n.amount.half) + (a.step + b.step) / 2 * (n.amount.step < a.step)
    return abs(abs(b.value - a.value) - n.size) <= (slack if n.amount.step != a.step else 0)


def _is_share(a: Cell, b: Cell, p: Figure) -> bool:
    true = abs(b.value - a.value) / a.value * HUNDRED
    return abs(true - p.size) <= p.amount.step


# --- so many points better, at so much -----------------------------------------------------------

_AT = Expression(
    rf"{mark('n', 'QMC')}(?:\s[a-z]+){{0,2}}?\s(?:{UP}|{DOWN}|better|worse|higher|lower|more|"
    rf"fewer|less)\b"
    rf"(?!\sthan)[^«»;.]{{0,30}}?\b(?:at|to|with|:)\s{mark('l', 'PMC')}|"
    rf"\b(?:{UP}|{DOWN}|improv\w+|worsen\w+|up|down)\s(?:by\s)?{ROUGH}{mark('m', 'QMC')}"
    rf"(?:\s[a-z]+){{0,3}}?,?\s(?:to|at|to stand at|and (?:is|"
    rf"stands) (?:now\s)?at)\s{mark('k', 'PMC')}",
    re.IGNORECASE,
)
_POINTS = Expression(r"\s?(?:percentage\s|%\s)?points?\b|\s?p\.?p\b", re.IGNORECASE)
_FEWEST_DIGITS = 3


def a_change_to_a_figure_of_a_row_is_that_of_its_cells(report: Report) -> Iterator[TextFinding]:
    """“4.1 points better at 82.4%” where the cell beside 82.4 has 79.1: 3.3 points."""
    rows = _rows(report)
    if not rows.all:
        return
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            match = _AT.search(one.pattern) if 2 <= len(one.figures) <= 4 else None
            if match is None or _OTHERWISE.search(one.text):
                continue
            n = one.figure(match["n"] or match["m"])
            level = one.figure(match["l"] or match["k"])
            counted = n.kind is Kind.POINTS or _POINTS.match(one.text, n.amount.end)
            points = bool(counted) and level.kind is Kind.PERCENT
            if (not points and n.kind is not level.kind) or n.rough or level.rough:
                continue
            yield from _unlike_neighbours(paragraph, one, n, level, rows)


def _unlike_neighbours(
    paragraph: Paragraph, one: Sentence, n: Figure, level: Figure, rows: _Rows
) -> Iterator[TextFinding]:
    if len(re.sub(r"\D", "", level.text).strip("0")) < _FEWEST_DIGITS - level.amount.places:
        return
    topics = concepts(one.text)
    kinds = {level.kind, Kind.COUNT} if level.kind is Kind.PERCENT else {level.kind}
    held = [found for kind in kinds for found in rows.holding.get((kind, level.size), ())]
    if not held or len(held) > 2:
        return
    for row, place in held:
        others = [
            c for c in row.cells if c is not row.cells[place] and c.kind is row.cells[place].kind
        ]
        if any(abs(abs(c.value - level.size) - n.size) <= n.amount.step for c in others):
            return
    for row, place in held:
        cell = row.cells[place]
        before = row.cells[place - 1] if place else None
        if before is None or before.kind is not cell.kind or not (row.topics | row.about) & topics:
            continue
        gap = abs(cell.value - before.value)
        if not gap / 4 <= n.size <= gap * 4 or gap == n.size:
            continue
        yield finding_on(
            paragraph,
            one,
            f"The table has {in_figures(before.value)} (“{before.head}”) and then "
            f"{in_figures(cell.value)} (“{cell.head}”; "
            f"{row.grid.cell_place(cell.row, cell.column)}) "
            f"for “{row.label.strip()}”: {in_figures(gap)} apart, not {n.text}.",
            _CURE,
            Confidence.MEDIUM,
        )
        return


# --- so far above a figure of its row in one year, and so far in another --------------------------

_IN_A_YEAR = Expression(
    rf"{mark('a', 'MC')}(?:\s[a-z-]+){{0,3}}?\s(?:in|by|for|at)\s(?P<when>[^«»,;.]{{2,30}}?)"
    r"(?=\s(?:and|rising|falling|then|but|with)\b|[,;.]|$)",
    re.IGNORECASE,
)
_EXCESS = Expression(
    r"\b(?:excess|exceed\w*|over|above|beyond|more than|short of|shortfall|below|under|surplus|"
    r"spare)\b",
    re.IGNORECASE,
)


def an_excess_in_a_year_is_that_of_its_row(report: Report) -> Iterator[TextFinding]:
    """“Over the capacity of 420 by 18 in 2026 and 35 in 2027” where the row has 438 and 453."""
    rows = _rows(report)
    if not rows.all:
        return
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if len(one.figures) < 3 or not _EXCESS.search(one.text):
                continue
            told = [
                (one.figure(match["a"]), frozenset(periods_named(match["when"])))
                for match in _IN_A_YEAR.finditer(one.pattern)
            ]
            told = [(a, when) for a, when in told if when and not a.rough]
            bases = [f for f in one.figures if all(f is not a for a, _ in told)]
            if len(told) < 2 or not bases:
                continue
            message = _wrong_excess(told, bases, rows)
            if message:
                yield finding_on(paragraph, one, message, _CURE, Confidence.HIGH)


def _wrong_excess(
    told: list[tuple[Figure, frozenset[str]]], bases: list[Figure], rows: _Rows
) -> str | None:
    for base in bases:
        for row, place in rows.holding.get((base.kind, base.size), ()):
            right, wrong = 0, []
            for a, when in told:
                cells = [
                    c
                    for number, c in enumerate(row.cells)
                    if number != place and periods_named(c.head) & when and c.kind is a.kind
                ]
                if len(cells) != 1:
                    break
                gap = abs(cells[0].value - base.size)
                if abs(gap - a.size) <= max(a.spread, cells[0].step / 2 * (a.amount.step > 1)):
                    right += 1
                else:
                    wrong.append((a, cells[0], gap))
            else:
                if not wrong:
                    return None
                if right and len(wrong) == 1:
                    a, cell, gap = wrong[0]
                    where = row.grid.cell_place(cell.row, cell.column)
                    return (
                        f"“{row.label.strip()}” is {in_figures(cell.value)} for “{cell.head}” "
                        f"({where}): {in_figures(gap)} from {base.text}, not {a.text}."
                    )
    return None


RULES: tuple[Rule, ...] = (
    a_change_and_its_percentage_are_of_one_row,
    a_change_to_a_figure_of_a_row_is_that_of_its_cells,
    an_excess_in_a_year_is_that_of_its_row,
)
