"""The lines that are drawn on a page as the lattices of tables: edges of rows and columns."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from moothall.files.reports.block_sequence import is_caption
from moothall.files.reports.pages.lines import lines_of
from moothall.files.reports.pages.page import Box, Page, Word
from moothall.files.reports.pages.page_table import is_figure

_NEAR = 3.0
_MOST_LINES = 1500
_WIDE = 12.0
_TALLEST_ROW = 150.0
LEAST_COLUMN, LEAST_ROW = 10.0, 8.0


@dataclass(slots=True)
class Lattice:
    xs: list[float]
    ys: list[float]
    first_cell: list[list[tuple[int, int]]]
    """For each place, the row and column in which its cell begins."""

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def lattices(page: Page, words: list[Word]) -> list[Lattice]:
    """Where tables are drawn on a page, from the top down."""
    across, down = _straightened(page.across, page), _stood(page.down, page)
    found = [_lattice(*lines) for lines in _connected(across, down)]
    drawn = [lattice for lattice in found if lattice is not None]
    drawn += _barred(across, [lattice.box for lattice in drawn], words)
    return sorted(drawn, key=lambda lattice: lattice.ys[0])


def _straightened(boxes: list[Box], page: Page) -> list[Box]:
    """Lines from left to right, those that go on from each other made one."""
    edges = [(b.middle[1], b.left, b.right) for b in boxes if b.width < page.width * 1.5]
    return [Box(left, y, right, y) for y, left, right in _merged(edges)]


def _stood(boxes: list[Box], page: Page) -> list[Box]:
    edges = [(b.middle[0], b.top, b.bottom) for b in boxes if b.height < page.height * 0.98]
    return [Box(x, top, x, bottom) for x, top, bottom in _merged(edges)]


def _merged(edges: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    merged: list[tuple[float, float, float]] = []
    levels: list[list[tuple[float, float, float]]] = []
    for edge in sorted(edges):
        if levels and edge[0] - levels[-1][0][0] <= _NEAR:
            levels[-1].append(edge)
        else:
            levels.append([edge])
    for level in levels:
        at = sum(edge[0] for edge in level) / len(level)
        run: tuple[float, float] | None = None
        for _, begin, end in sorted(level, key=lambda edge: edge[1]):
            if run is not None and begin <= run[1] + _NEAR:
                run = (run[0], max(run[1], end))
            else:
                if run is not None:
                    merged.append((at, *run))
                run = (begin, end)
        if run is not None:
            merged.append((at, *run))
    return merged


def _connected(across: list[Box], down: list[Box]) -> list[tuple[list[Box], list[Box]]]:
    """The lines that meet each other, each set of them by itself."""
    if not across or not down or len(across) > _MOST_LINES or len(down) > _MOST_LINES:
        return []
    group = list(range(len(across) + len(down)))

    def root(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    levels = [line.top for line in across]  # from the top down, as they were merged
    for standing, upright in enumerate(down):
        begin = bisect_right(levels, upright.top - _NEAR)
        end = bisect_right(levels, upright.bottom + _NEAR)
        for lying in range(begin, end):
            line = across[lying]
            if line.left - _NEAR <= upright.left <= line.right + _NEAR:
                group[root(lying)] = root(len(across) + standing)
    sets: dict[int, tuple[list[Box], list[Box]]] = {}
    for lying, line in enumerate(across):
        sets.setdefault(root(lying), ([], []))[0].append(line)
    for standing, upright in enumerate(down):
        sets.setdefault(root(len(across) + standing), ([], []))[1].append(upright)
    found = [pair for pair in sets.values() if pair[0] and pair[1]]
    return sorted(found, key=lambda pair: pair[0][0].top)


def _lattice(across: list[Box], down: list[Box]) -> Lattice | None:
    xs = _apart([line.left for line in down])
    ys = _apart([line.top for line in across])
    # many tables have no line at their very left and right
    left, right = min(line.left for line in across), max(line.right for line in across)
    if xs[0] - left > _WIDE:
        xs.insert(0, left)
    if right - xs[-1] > _WIDE:
        xs.append(right)
    top, bottom = min(line.top for line in down), max(line.bottom for line in down)
    if ys[0] - top > _WIDE / 2:
        ys.insert(0, top)
    if bottom - ys[-1] > _WIDE / 2:
        ys.append(bottom)
    if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > 20_000:
        return None
    return Lattice(xs, ys, _cells(xs, ys, across, down))


def _barred(across: list[Box], taken: list[Box], words: list[Word]) -> list[Lattice]:
    """Tables whose rows are drawn, by lines or by shading, and whose columns only stand apart."""
    groups: list[list[Box]] = []
    for line in across:
        if any(box.holds(*line.middle) for box in taken):
            continue
        for group in groups:
            if abs(group[0].left - line.left) < _NEAR and abs(group[0].right - line.right) < _NEAR:
                group.append(line)
                break
        else:
            groups.append([line])
    found = []
    captions = [line.base for line in lines_of(words) if is_caption(line.text.strip())]
    for lines in groups:
        for run in _runs(_apart([line.top for line in lines]), captions):
            xs = _columns(Box(lines[0].left, run[0], lines[0].right, run[-1]), words)
            if len(xs) < 3:
                continue
            cells = [
                [(row, column) for column in range(len(xs) - 1)] for row in range(len(run) - 1)
            ]
            lattice = Lattice(xs, run, cells)
            if _rows_agree(lattice, words):
                found.append(lattice)
    return found


def _runs(ys: list[float], captions: list[float]) -> list[list[float]]:
    """Lines near enough to each other to be of one table, two rows at the least."""
    runs: list[list[float]] = [[]]
    for y in ys:
        before = runs[-1][-1] if runs[-1] else y
        if y - before > _TALLEST_ROW or any(before < caption <= y for caption in captions):
            runs.append([])
        runs[-1].append(y)
    return [run for run in runs if len(run) >= 3]


def _columns(box: Box, words: list[Word]) -> list[float]:
    """The edges of columns in a table: the middles of strips in which no word stands."""
    spans = sorted((w.left, w.right) for w in words if box.holds(*w.box.middle))
    if not spans:
        return []
    edges = [min(box.left, spans[0][0])]
    reached = spans[0][1]
    for left, right in spans[1:]:
        if left - reached > LEAST_COLUMN:
            edges.append((left + reached) / 2)
        reached = max(reached, right)
    return [*edges, max(box.right, reached)]


def _rows_agree(lattice: Lattice, words: list[Word]) -> bool:
    """Whether most rows have words in several columns, as those of a table do."""
    filled: list[set[int]] = [set() for _ in lattice.ys[1:]]
    for word in words:
        x, y = word.box.middle
        if lattice.box.holds(x, y):
            row = min(max(bisect_right(lattice.ys, y) - 1, 0), len(filled) - 1)
            filled[row].add(bisect_right(lattice.xs, x))
    several = sum(1 for columns in filled if len(columns) > 1)
    return several >= 2 and several >= len(filled) * 0.5


def _apart(values: list[float]) -> list[float]:
    apart: list[float] = []
    for value in sorted(values):
        if not apart or value - apart[-1] > _NEAR:
            apart.append(value)
    return apart


def _cells(
    xs: list[float], ys: list[float], across: list[Box], down: list[Box]
) -> list[list[tuple[int, int]]]:
    rows, columns = len(ys) - 1, len(xs) - 1
    walls = [[False] * columns for _ in range(rows)]  # to the left of a place
    floors = [[False] * columns for _ in range(rows)]  # above a place
    for line in down:
        column = _nearest(xs, line.left)
        for row in range(rows):
            if column < columns and line.top <= (ys[row] + ys[row + 1]) / 2 <= line.bottom:
                walls[row][column] = True
    for line in across:
        row = _nearest(ys, line.top)
        for column in range(columns):
            if row < rows and line.left <= (xs[column] + xs[column + 1]) / 2 <= line.right:
                floors[row][column] = True
    first = [[(row, column) for column in range(columns)] for row in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if column and not walls[row][column]:
                first[row][column] = first[row][column - 1]
            elif row and not floors[row][column]:
                first[row][column] = first[row - 1][column]
    return first


def _nearest(values: list[float], value: float) -> int:
    place = bisect_right(values, value + _NEAR)
    return max(0, place - 1)


def part_rows(lattice: Lattice, words: list[Word]) -> None:
    """Parts rows between which no line is drawn: figures of one column under each other."""
    xs, ys = lattice.xs, lattice.ys
    stacks: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        x, y = word.box.middle
        row = min(max(bisect_right(ys, y) - 1, 0), len(ys) - 2)
        column = min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
        stacks.setdefault(lattice.first_cell[row][column], []).append(word)
    tops: list[float] = []
    for cell in stacks.values():
        lines = lines_of(word for word in cell if word.upright)
        if len(lines) > 1 and all(is_figure(line.text.strip()) for line in lines):
            bases = [word.base for word in words if word.upright]
            tops += [_between(a.base, b.base, bases) for a, b in pairwise(lines)]
    for top in sorted(tops):
        row = bisect_right(lattice.ys, top) - 1
        near = min(abs(top - y) for y in lattice.ys)
        if near < LEAST_ROW / 2 or not 0 <= row < len(lattice.ys) - 1:
            continue
        lattice.ys.insert(row + 1, top)
        lattice.first_cell = [
            [(r + (r > row), c) for r, c in cells] for cells in lattice.first_cell
        ]
        above = lattice.first_cell[row]
        lattice.first_cell.insert(
            row + 1,
            [(row + 1, c) if r == row else (r, c) for r, c in above],
        )


def part_cells(lattice: Lattice, words: list[Word]) -> None:
    """Parts cells between which no line is drawn, where their words stand in other rows' columns.

    Tables with shaded bands often have lines around the cells of every second row only.
    """
    xs, ys = lattice.xs, lattice.ys
    for row, cells in enumerate(lattice.first_cell):
        if len(set(cells)) == len(cells):
            continue
        here = [
            word for word in words if word.upright and ys[row] <= word.box.middle[1] < ys[row + 1]
        ]
        parts = [part for line in lines_of(here) for part in line.segments()]
        spans = [
            (bisect_right(xs, part.left + 1) - 1, bisect_right(xs, part.right - 1) - 1)
            for part in parts
        ]
        if all(first == last for first, last in spans):
            filled = {first for first, _ in spans if 0 <= first < len(cells)}
            merged = {cells[column] for column in filled}
            if len(merged) < len(filled) and all(cell[0] == row for cell in cells):
                lattice.first_cell[row] = [(row, column) for column in range(len(cells))]


def _between(above: float, below: float, bases: list[float]) -> float:
    """Where one row ends and the next begins: in the widest gap between the lines of labels."""
    levels = sorted({round(base, 1) for base in bases if above - 1 <= base <= below + 1})
    gaps = [(lower - upper, lower) for upper, lower in pairwise(levels)]
    widest, lower = max(gaps, default=(below - above, below))
    return lower - widest * 0.7
