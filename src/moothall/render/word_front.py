"""Words and quoted figures in the cells of a table in Word: a front sheet is written in as the
body is.
"""

from typing import TYPE_CHECKING

from moothall.documents.document import Paragraph, Table
from moothall.documents.word_marks import on_one_line
from moothall.papers.authored import (
    Authored,
    Takes,
    cell_paragraphs,
    in_front,
    is_editable,
    is_front_sheet,
    place_of,
    runs,
)
from moothall.render.word_controls import EDITABLE, LOCKED, MADE_TITLE, Controls, made_mark

if TYPE_CHECKING:
    from docx.table import Table as WordTable
    from docx.table import _Cell


def can_be_written_in(table: Table, takes: Takes) -> bool:
    """Whether somebody may write in the cells of a table: else the whole of it is locked."""
    return is_front_sheet(table) and (
        any(is_editable(each.of) for each in table.in_cells)
        or any(on_one_line(in_front(table, row)) in takes for row in range(len(table.rows)))
    )


def quote_in_cells(made: "WordTable", table: Table, controls: Controls) -> None:
    """Mark the quoted figures in the cells of a table that is locked as a whole."""
    headers = len(made.rows) - len(table.rows)
    for row, column in sorted({(each.row, each.column) for each in table.in_cells}):
        _rewrite(made.cell(row + headers, column), _written(table, row, column), controls)


def open_cells(made: "WordTable", table: Table, takes: Takes, controls: Controls) -> None:
    """Put every cell of a front sheet into controls: words to be changed, a place to write, or
    what the program made."""
    for row, drawn in enumerate(made.rows):
        label = in_front(table, row)
        for column, cell in enumerate(drawn.cells[: len(table.rows[row])]):
            _open(cell, label, _written(table, row, column), controls)
            has_words = any(is_editable(each.of) for each in _written(table, row, column))
            if column and not has_words and on_one_line(label) in takes:
                controls.prompt(cell.add_paragraph(style="Table Text"), label)


def _written(table: Table, row: int, column: int) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell that are printed: empty ones are not."""
    return tuple(each for each in cell_paragraphs(table, row, column) if on_one_line(each.text))


def _open(cell: "_Cell", label: str, paragraphs: tuple[Paragraph, ...], controls: Controls) -> None:
    _rewrite(cell, paragraphs, controls)
    elements = list(cell._tc.p_lst)
    count = 0
    for of, run in runs(paragraphs):
        mine = elements[count : count + len(run)]
        words = Authored(
            of=of,
            heading=label,
            place=place_of(label, count + 1, paragraphs[count]),
            paragraphs=paragraphs[count : count + len(run)],
        )
        count += len(run)
        if of and len(mine) > 1:
            controls.wrap(mine, words.mark, words.place, EDITABLE)
        elif of:
            controls.within(mine[0], words.mark, words.place, EDITABLE)
        else:
            for element, text in zip(mine, words.texts, strict=True):
                controls.within(element, made_mark(text), MADE_TITLE, LOCKED)


def _rewrite(cell: "_Cell", paragraphs: tuple[Paragraph, ...], controls: Controls) -> None:
    """Write paragraphs with quotes again, with their figures marked."""
    for drawn, paragraph in zip(cell.paragraphs, paragraphs, strict=False):
        if paragraph.quotes:
            for run in list(drawn.runs):
                drawn._p.remove(run._r)
            controls.fill(drawn, paragraph)
