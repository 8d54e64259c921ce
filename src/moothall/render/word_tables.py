"""Tables in Word: header rows that repeat, rows that stay whole, cells of several paragraphs."""

from typing import TYPE_CHECKING

from moothall.documents.document import Paragraphs, Table
from moothall.render.column_widths import column_widths
from moothall.render.table_parts import Fit
from moothall.render.table_shape import columns_of, full_rows, groups_of, is_brief, names_its_rows
from moothall.render.word_styles import (
    CELL_PADDING_POINTS,
    TABLE_STYLE,
    TABLE_TEXT_POINTS,
    give_style,
)
from moothall.render.wording import caption_of, plain, titled

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.table import _Cell, _Row

_TWIPS_TO_A_POINT = 20
_SMALL = " Small"
"""Ends the name of each style of a table in the smaller type."""
# Beyond this many letters a row is allowed to break: one that fills a page cannot stay whole.
_LONGEST_WHOLE_ROW = 1500


def add_table(word: "WordDocument", table: Table, fit: Fit) -> "WordTable":
    """Append a table as it fits a page and return it; its caption is the caller's to print.

    Raises ValueError where its rows or groups do not fit its head.
    """
    rows, groups = full_rows(table), groups_of(table)
    headers = bool(groups) + bool(table.head)
    made: WordTable = word.add_table(
        rows=headers + len(rows), cols=columns_of(table), style=TABLE_STYLE
    )
    _set_properties(made, table, fit)
    small = _SMALL if fit.size < TABLE_TEXT_POINTS else ""
    drawn = list(made.rows)
    if groups:
        _fill_groups(drawn[0], groups, small)
    if table.head:
        _fill_head(drawn[headers - 1], table, small)
    for row in drawn[:headers]:
        _flag(row, "w:tblHeader")
    for row, cells in zip(drawn[headers:], rows, strict=True):
        _fill(row, cells, table, small)
    if is_brief(table):
        for row in drawn[:-1]:
            _keep_with_next(row)
    return made


def _set_properties(made: "WordTable", table: Table, fit: Fit) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Pt

    made.autofit = False
    widths = column_widths(table, fit.width, fit.size, CELL_PADDING_POINTS)
    for column, column_width in zip(made.columns, widths, strict=True):
        column.width = Pt(column_width)
    for row in made.rows:
        for cell, column_width in zip(row.cells, widths, strict=True):
            cell.width = Pt(column_width)
    properties = made._tbl.tblPr
    for whole in properties.xpath("w:tblW"):
        whole.set(qn("w:type"), "dxa")
        whole.set(qn("w:w"), str(round(fit.width * _TWIPS_TO_A_POINT)))
    for old in properties.xpath("w:tblLook"):
        properties.remove(old)
    first_row, first_column = int(bool(table.head)), int(names_its_rows(table))
    look = f"{0x20 * first_row + 0x80 * first_column + 0x600:04X}"
    properties.append(
        parse_xml(
            f'<w:tblLook {nsdecls("w")} w:val="{look}" w:firstRow="{first_row}" w:lastRow="0" '
            f'w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        )
    )
    caption = parse_xml(f"<w:tblCaption {nsdecls('w')}/>")
    caption.set(qn("w:val"), titled(table.label, caption_of(table)))
    properties.append(caption)


def _fill_groups(row: "_Row", groups: tuple[tuple[str, int], ...], small: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    cells = row.cells
    first = 0
    for text, span in groups:
        cell = cells[first]
        if span > 1:
            cell = cell.merge(cells[first + span - 1])
        _write(cell, (text,), f"Table Heading{small}")
        if span > 1:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        _shade(cell)
        first += span


def _fill_head(row: "_Row", table: Table, small: str) -> None:
    for number, (cell, text) in enumerate(zip(row.cells, table.head, strict=True)):
        to_the_right = number in table.numeric
        _write(cell, (text,), f"Table Heading{small}", to_the_right=to_the_right)
        _shade(cell)


def _fill(row: "_Row", cells: tuple[Paragraphs, ...], table: Table, small: str) -> None:
    for number, (cell, paragraphs) in enumerate(zip(row.cells, cells, strict=True)):
        figures = number in table.numeric
        if number == 0 and names_its_rows(table):
            _write(cell, paragraphs, f"Table Text{small}", to_the_right=figures)
            # What follows the first paragraph explains the name and is not part of it.
            give_style(cell.paragraphs[0], f"Table Row Heading{small}")
        else:
            style = "Table Figure" if figures else "Table Text"
            _write(cell, paragraphs, f"{style}{small}")
    if sum(len(text) for paragraphs in cells for text in paragraphs) <= _LONGEST_WHOLE_ROW:
        _flag(row, "w:cantSplit")


def _write(
    cell: "_Cell", paragraphs: Paragraphs, style: str, *, to_the_right: bool = False
) -> None:
    """Put the paragraphs into a cell in place of the empty ones that it has."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for empty in cell.paragraphs:
        empty._p.getparent().remove(empty._p)
    # A cell needs one paragraph even where it says nothing.
    for text in [plain(text) for text in paragraphs if plain(text)] or [""]:
        paragraph = cell.add_paragraph(text)
        give_style(paragraph, style)
        if to_the_right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _flag(row: "_Row", name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _shade(cell: "_Cell") -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="E6EBF0"/>'
    cell._tc.get_or_add_tcPr().append(parse_xml(shade))


def _keep_with_next(row: "_Row") -> None:
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
