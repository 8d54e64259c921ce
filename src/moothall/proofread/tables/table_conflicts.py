"""Conflicts with tables: a table against the words about it, and against another table."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Grid, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind, amounts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import sentences
from moothall.proofread.reading.slips import are_close, in_figures, looks_like_a_slip
from moothall.proofread.reading.statements import (
    MOST_ALIKE,
    MOVED,
    ROUGHLY,
    Statement,
    content_words,
    periods_named,
    section_words,
    statements,
)
from moothall.proofread.reading.table_figures import THOUSANDS, Figure, figures

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
    head = content_words(THOUSANDS.sub(" ", cell.head)) - {"£", "000"}
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


_LEADS_IN = Expression(
    r"\b(?:table|below|following|set out|summarised|as follows|shown)\b", re.IGNORECASE
)
_TOTALS = Expression(r"\btotal(?:s|ling|led)?\b|\bin total\b|\boverall\b", re.IGNORECASE)
_TOTAL_ROW = Expression(r"^(?:grand |overall |sub ?)?total\b", re.IGNORECASE)


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
