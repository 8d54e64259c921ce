"""Conflicts with tables: a table against the words about it, and against another table."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Grid, Prose, Report
from moothall.proofread.amounts import Kind, amounts
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.running_text import sentences
from moothall.proofread.slips import are_close, in_figures, looks_like_a_slip
from moothall.proofread.statements import (
    MOST_ALIKE,
    MOVED,
    ROUGHLY,
    Statement,
    content_words,
    periods_named,
    section_words,
    statements,
)

# --- the figures of a table -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure in a cell: its row's label, its column's head and its value in single units."""

    value: Decimal
    step: Decimal
    kind: Kind
    label: str
    head: str
    row: int
    column: int


_CELL_FIGURE = re.compile(
    r"^\(?\s*[-−–]?\s*£?\s*(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
    r"(?P<unit>%|m|k|bn)?\s*\)?$",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"£\s*[’']?\s*000|£\s?k\b|000[’']?s?\b", re.IGNORECASE)
_MILLIONS = re.compile(r"£\s*(?:m\b|million)", re.IGNORECASE)


def figures(grid: Grid) -> list[Figure]:
    """The figures of a table whose first column labels its rows; read once for all rules."""
    kept = _KEPT.get(id(grid))
    if kept is None or kept[0] is not grid:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        kept = _KEPT[id(grid)] = (grid, _figures(grid))
    return kept[1]


_KEPT: dict[int, tuple[Grid, list[Figure]]] = {}
_MOST_KEPT = 200


def _figures(grid: Grid) -> list[Figure]:
    if not grid.head_rows or len(grid.rows) > 400:
        return []
    heads = [
        " ".join(grid.rows[row][column] for row in range(grid.head_rows)).strip()
        for column in range(len(grid.rows[0]))
    ]
    # A unit that stands once over the columns is theirs all; beside other words it is its column's.
    alone = [head for head in heads[1:] if "£" in head and not content_words(head)]
    table = " ".join((grid.caption, heads[0], *(alone if len(alone) == 1 else ())))
    found = []
    for number, row in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows):
        label_at = next((place for place, cell in enumerate(row[:2]) if _is_label(cell)), None)
        if label_at is None:
            continue
        for column in range(label_at + 1, len(row)):
            match = _CELL_FIGURE.match(row[column].strip())
            if match:
                scale, kind = _unit(row[column], heads[column], table)
                places = len(match["digits"].partition(".")[2])
                found.append(
                    Figure(
                        value=Decimal(match["digits"].replace(",", "")) * scale,
                        step=Decimal(1).scaleb(-places) * scale,
                        kind=kind,
                        label=row[label_at],
                        head=heads[column],
                        row=number,
                        column=column,
                    )
                )
    return found


def _is_label(cell: str) -> bool:
    return len(cell) <= 120 and sum(letter.isalpha() for letter in cell) >= 3


_OF_THINGS = re.compile(
    r"\b(?:number|no\.?|count|f\.?t\.?e\.?s?|wte|headcount|posts?|staff|pupils?|places|units|"
    r"responses|respondents|base|ref(?:erence)?|score|rank|weight(?:ing)?|days|hours|miles|"
    r"tonnes|schemes|cases|clients|people|homes|households|properties)\b",
    re.IGNORECASE,
)


def _unit(cell: str, head: str, table: str) -> tuple[Decimal, Kind]:
    unit = cell.strip(" )").lower()
    if _OF_THINGS.search(head) and "£" not in head + cell and not unit.endswith("%"):
        return Decimal(1), Kind.PERCENT if "%" in head else Kind.COUNT
    if unit.endswith("%") or ("%" in head and "£" not in cell):
        return Decimal(1), Kind.PERCENT
    money = "£" in cell or "£" in head or ("£" in table and "%" not in head)
    if unit.endswith("m") or _MILLIONS.search(head):
        return Decimal(1_000_000), Kind.MONEY
    if unit.endswith("k") or _THOUSANDS.search(head):
        return Decimal(1_000), Kind.MONEY
    if money and "£" not in cell and "£" not in head:
        if _THOUSANDS.search(table):
            return Decimal(1_000), Kind.MONEY
        if _MILLIONS.search(table):
            return Decimal(1_000_000), Kind.MONEY
    return Decimal(1), Kind.MONEY if money else Kind.COUNT


# --- words and tables -----------------------------------------------------------------------------


def the_words_agree_with_the_table(report: Report) -> Iterator[TextFinding]:
    """A figure in the text, of a row and a column of a table, is the figure of that cell."""
    by_word: defaultdict[tuple[Kind, str], list[tuple[Grid, Figure, frozenset[str]]]]
    by_word = defaultdict(list)
    values: dict[int, set[tuple[Kind, Decimal, Decimal]]] = {}
    for grid in report.grids:
        cells = figures(grid)
        values[id(grid)] = {(cell.kind, cell.value, cell.step) for cell in cells}
        for cell in cells:
            label = content_words(cell.label)
            if len(label) >= 2:
                by_word[cell.kind, min(label)].append((grid, cell, label))
    told: set[tuple[int, int, int]] = set()
    for statement in statements(report):
        if statement.rough or statement.role in MOVED:
            continue
        for word in statement.words:
            for grid, cell, label in by_word.get((statement.amount.kind, word), [])[:MOST_ALIKE]:
                key = (id(grid), cell.row, cell.column)
                if key not in told and _contradicts(statement, cell, label, grid, values[id(grid)]):
                    told.add(key)
                    yield _against_table(statement, cell, grid)


def _contradicts(
    statement: Statement,
    cell: Figure,
    label: frozenset[str],
    grid: Grid,
    values: set[tuple[Kind, Decimal, Decimal]],
) -> bool:
    head = content_words(_THOUSANDS.sub(" ", cell.head)) - {"£", "000"}
    if not label <= statement.words or not head <= statement.words | periods_named(cell.head):
        return False
    if len(label | head) < 3 or periods_named(cell.head) - statement.when:
        return False
    about = content_words(grid.caption) | section_words(grid.place.section)
    if len(statement.words - label - head - about) > 1:
        return False
    amount = statement.amount
    if any(
        kind is amount.kind and abs(value - abs(amount.value)) <= max(step, amount.step)
        for kind, value, step in values
    ):
        return False  # the table holds the figure, if in another cell
    return looks_like_a_slip(cell.value, abs(amount.value)) or are_close(
        cell.value, amount.value, "0.1"
    )


def _against_table(statement: Statement, cell: Figure, grid: Grid) -> TextFinding:
    return TextFinding(
        place=statement.passage.place,
        quote=statement.sentence,
        message=f"{statement.amount.text} here; the table has {in_figures(cell.value)} for "
        f"“{cell.label}”, “{cell.head}” ({grid.cell_place(cell.row, cell.column)}).",
        confidence=Confidence.MEDIUM,
        cure="Give one figure in both places, or say what makes them differ.",
    )


_LEADS_IN = re.compile(
    r"\b(?:table|below|following|set out|summarised|as follows|shown)\b", re.IGNORECASE
)
_TOTALS = re.compile(r"\btotal(?:s|ling|led)?\b|\bin total\b|\boverall\b", re.IGNORECASE)
_TOTAL_ROW = re.compile(r"^(?:grand |overall |sub ?)?total\b", re.IGNORECASE)


def a_table_has_the_total_that_its_words_give(report: Report) -> Iterator[TextFinding]:
    """The total in the sentence that leads to a table is the table's own total."""
    blocks = report.blocks
    for number, grid in enumerate(blocks):
        if not isinstance(grid, Grid):
            continue
        cells = figures(grid)
        totals = [cell for cell in cells if _TOTAL_ROW.match(cell.label.strip())]
        before = [
            block for block in blocks[max(0, number - 2) : number] if isinstance(block, Prose)
        ]
        if not totals or not before:
            continue
        for block in before:
            for sentence in sentences(block.text[:4000]):
                if _LEADS_IN.search(sentence) and _TOTALS.search(sentence):
                    yield from _unlike_its_total(sentence, block, cells, totals, grid)


def _unlike_its_total(
    sentence: str, block: Prose, cells: list[Figure], totals: list[Figure], grid: Grid
) -> Iterator[TextFinding]:
    found = amounts(sentence)
    if len(found) != 1 or ROUGHLY.search(sentence[: found[0].start]):
        return
    amount = found[0]
    alike = [cell for cell in cells if cell.kind is amount.kind]
    near = [cell for cell in totals if cell.kind is amount.kind]
    if any(abs(cell.value - abs(amount.value)) <= max(cell.step, amount.step) for cell in alike):
        return
    for cell in near:
        if looks_like_a_slip(cell.value, amount.value) or are_close(cell.value, amount.value):
            yield TextFinding(
                place=block.place,
                quote=sentence,
                message=f"The text gives a total of {amount.text}; the table’s total is "
                f"{in_figures(cell.value)} ({grid.cell_place(cell.row, cell.column)}).",
                confidence=Confidence.MEDIUM,
                cure="Give one total in both places.",
            )
            return


# --- two tables -----------------------------------------------------------------------------------


def two_tables_of_the_same_agree(report: Report) -> Iterator[TextFinding]:
    """Two tables that agree in most cells under the same labels agree in all of them."""
    grids = [grid for grid in report.grids if grid.head_rows]
    by_label: defaultdict[tuple[str, str, Kind], list[tuple[int, Figure]]] = defaultdict(list)
    for number, grid in enumerate(grids):
        cells = figures(grid)
        seen = Counter((cell.label.lower(), cell.head.lower()) for cell in cells)
        for cell in cells:
            names = (cell.label.lower(), cell.head.lower())
            if seen[names] == 1 and content_words(cell.label):
                by_label[(*names, cell.kind)].append((number, cell))
    agreed: Counter[tuple[int, int]] = Counter()
    differing: defaultdict[tuple[int, int], list[tuple[Figure, Figure]]] = defaultdict(list)
    for alike in by_label.values():
        for (first, one), (second, other) in combinations(alike[:12], 2):
            if first == second:
                continue
            if abs(one.value - other.value) <= max(one.step, other.step):
                agreed[first, second] += 1
            else:
                differing[first, second].append((one, other))
    for (first, second), conflicts in differing.items():
        times = agreed[first, second]
        if times < 3 or len(conflicts) * 3 > times or _of_two_times(grids[first], grids[second]):
            continue
        by_row: defaultdict[tuple[int, int], list[tuple[Figure, Figure]]] = defaultdict(list)
        for one, other in conflicts:
            by_row[one.row, other.row].append((one, other))
        for (_, row), unlike in by_row.items():
            one, other = unlike[0]
            there = grids[first].cell_place(one.row, one.column)
            here = " ".join(grids[second].rows[row][cell.column] for _, cell in unlike)
            told = " and ".join(
                f"“{cell.head}” is {in_figures(cell.value)} here and {in_figures(before.value)}"
                for before, cell in unlike
            )
            yield TextFinding(
                place=grids[second].cell_place(row, other.column),
                quote=f"{other.label}: {here}",
                message=f"“{other.label}”, {told} in the table at {there}; {times} other cells "
                "agree.",
                confidence=Confidence.HIGH if times >= 6 else Confidence.MEDIUM,
                cure="Give one figure in both tables.",
            )


def _of_two_times(one: Grid, other: Grid) -> bool:
    words = [f"{grid.caption} {grid.place.section}" for grid in (one, other)]
    return periods_named(words[0]) != periods_named(words[1])


RULES: tuple[Rule, ...] = (
    the_words_agree_with_the_table,
    a_table_has_the_total_that_its_words_give,
    two_tables_of_the_same_agree,
)
