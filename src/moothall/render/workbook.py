"""A workbook (.xlsx) with live formulas: what is worked out is a formula over what was entered.

Each formula carries the value that we make of it, so that a program that does not calculate (a
preview, our own reader) shows it too; Excel and LibreOffice work it out anew on opening.  The same
content gives the same bytes.  Nothing in a workbook reads another file, and no text of anybody's
is ever taken for a formula.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from moothall.render.wording import plain

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.worksheet.worksheet import Worksheet

# A file has to carry a time; the day that the figures are of stands on its first sheet.
_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_AUTHOR = "Moothall"
_LONGEST_TEXT = 32_000
_LONGEST_NAME = 31
_HEAD_LINE = 15  # points
_WIDE = 200
"""Characters in a row beyond which nobody could read it on A4; then it is printed on A3."""
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_SHEET_XML = "xl/worksheets/sheet"


class Format(StrEnum):
    """How a column's numbers are shown; negatives stand in brackets."""

    TEXT = "@"
    POUNDS = "#,##0.00_);(#,##0.00);0.00_)"
    PRINTED = "#,##0.###_);(#,##0.###);0_)"
    NUMBER = "#,##0.00_);(#,##0.00);0.00_)"
    PERCENT = "0.00%"
    FACTOR = "0.0000"
    WHOLE = "0"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its sign of equality, and what it comes to.

    `{row}` in it stands for its own row; `{name}` for the letters of the column of that name.
    """

    text: str
    value: Decimal


Value = str | Decimal | int | Formula | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: by what name formulas call it, its heading, and how it shows numbers."""

    name: str
    heading: str
    format: Format = Format.TEXT
    width: int = 16
    group: str = ""


@dataclass(slots=True)
class MoneySheet:
    """One sheet: lines above the table, its columns, and rows that are added one by one."""

    name: str
    title: str
    columns: Sequence[Column]
    above: Sequence[str] = ()
    rows: list[tuple[Mapping[str, Value], bool]] = field(default_factory=list)
    _places: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._places = {each.name: _letters(n) for n, each in enumerate(self.columns, 1)}

    @property
    def head(self) -> int:
        """The row of the headings."""
        return 1 + 1 + len(self.above) + (1 if self._has_groups else 0)

    @property
    def next_row(self) -> int:
        """The row that the next one added will have."""
        return self.head + 1 + len(self.rows)

    @property
    def _has_groups(self) -> bool:
        return any(column.group for column in self.columns)

    def add(self, **values: Value) -> int:
        """Add a row, by the names of its columns, and return its number."""
        self.rows.append((values, False))
        return self.next_row - 1

    def add_total(self, **values: Value) -> int:
        """The same in bold, with a line above it."""
        self.rows.append((values, True))
        return self.next_row - 1

    def letters(self, name: str) -> str:
        """The letters of a column."""
        return self._places[name]

    def span(self, name: str, first: int, last: int) -> str:
        """`C5:C9`."""
        return f"{self.letters(name)}{first}:{self.letters(name)}{last}"

    def formula(self, text: str, value: Decimal, row: int | None = None) -> Formula:
        """A formula for a row (the next one), with its columns' letters put in."""
        at = self.next_row if row is None else row
        names = {name: f"{letters}{at}" for name, letters in self._places.items()}
        return Formula(text.format(**names), value)


def workbook(sheets: Iterable[MoneySheet], *, title: str, about: str) -> bytes:
    """The sheets as the bytes of an .xlsx file."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    values = [_write(book, sheet) for sheet in sheets]
    _set_properties(book, title, about)
    written = BytesIO()
    book.save(written)
    return _finished(written.getvalue(), values)


def _set_properties(book: "Workbook", title: str, about: str) -> None:
    properties = book.properties
    properties.title = plain(title)
    properties.subject = plain(about)
    properties.creator = properties.lastModifiedBy = _AUTHOR
    properties.language = "en-GB"
    properties.created = properties.modified = _TIME.replace(tzinfo=None)
    book.calculation.fullCalcOnLoad = True


def _write(book: "Workbook", sheet: MoneySheet) -> dict[str, Decimal]:
    """Write one sheet, and return what each of its formulas comes to."""
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.worksheet.properties import PageSetupProperties

    name = plain(sheet.name).translate(_NOT_IN_NAMES)[:_LONGEST_NAME].strip() or "Sheet"
    made: Worksheet = book.create_sheet(name)
    bold = Font(bold=True)
    wrapped = Alignment(wrap_text=True, vertical="top")
    _put(made.cell(1, 1), sheet.title).font = Font(bold=True, size=14)
    for number, line in enumerate(sheet.above, start=2):
        _put(made.cell(number, 1), line)
    _write_groups(made, sheet, bold)
    for number, column in enumerate(sheet.columns, start=1):
        cell = _put(made.cell(sheet.head, number), column.heading)
        cell.font = bold
        cell.border = Border(bottom=Side(style="thin"))
        right = "left" if column.format is Format.TEXT else "right"
        cell.alignment = Alignment(wrap_text=True, vertical="bottom", horizontal=right)
        made.column_dimensions[_letters(number)].width = column.width
    # Said outright: not every program makes a row as high as its wrapped headings.
    made.row_dimensions[sheet.head].height = _HEAD_LINE * max(
        (len(wrap(each.heading, max(each.width - 2, 1))) for each in sheet.columns), default=1
    )
    values = {}
    styles: dict[tuple[object, ...], Any] = {}
    for row, (held, total) in enumerate(sheet.rows, start=sheet.head + 1):
        for number, column in enumerate(sheet.columns, start=1):
            value = held.get(column.name)
            if value is None:
                continue
            put: Any = _put(made.cell(row, number), value)
            is_text = isinstance(value, str)
            # Cells that look alike share one style: working one out takes longer than the cell.
            alike = (is_text, column.format, total, put.quotePrefix)
            if alike in styles:
                put._style = copy(styles[alike])
            else:
                if not is_text:
                    put.number_format = column.format.value
                put.alignment = wrapped if is_text else Alignment(vertical="top")
                if total:
                    put.font = bold
                    put.border = Border(top=Side(style="thin"))
                styles[alike] = put._style
            if isinstance(value, Formula):
                values[put.coordinate] = value.value
    made.freeze_panes = f"A{sheet.head + 1}"
    made.print_title_rows = f"{sheet.head}:{sheet.head}"
    made.page_setup.orientation = "landscape"
    if sum(column.width for column in sheet.columns) > _WIDE:
        made.page_setup.paperSize = made.PAPERSIZE_A3
    made.page_setup.fitToWidth, made.page_setup.fitToHeight = 1, 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return values


def _write_groups(made: "Worksheet", sheet: MoneySheet, bold: Any) -> None:
    """The first row of a head of two: each group over its columns."""
    number = 1
    while number <= len(sheet.columns):
        group, first = sheet.columns[number - 1].group, number
        while number < len(sheet.columns) and sheet.columns[number].group == group:
            number += 1
        if group:
            _put(made.cell(sheet.head - 1, first), group).font = bold
            if number > first:
                made.merge_cells(
                    start_row=sheet.head - 1,
                    end_row=sheet.head - 1,
                    start_column=first,
                    end_column=number,
                )
        number += 1


def _put(cell: Any, value: Value) -> "ExcelCell":
    """Put a value into a cell; a text stays one, whatever it begins with."""
    if isinstance(value, Formula):
        cell.value = f"={value.text}"
    elif isinstance(value, str):
        cell.value = plain(value)[:_LONGEST_TEXT]
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in ("=", "+", "-", "@")
    else:
        cell.value = value
    made: ExcelCell = cell
    return made


def _letters(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(number)


def _finished(data: bytes, values: Sequence[Mapping[str, Decimal]]) -> bytes:
    """The same workbook with the value of each formula beside it, and no time in the archive."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as held, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for entry in held.infolist():
            content = held.read(entry)
            if entry.filename.startswith(_SHEET_XML):
                number = int(entry.filename.removeprefix(_SHEET_XML).partition(".")[0])
                content = _with_values(content, values[number - 1])
            elif entry.filename == "docProps/core.xml":
                content = _SAVED.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
            fixed = ZipInfo(entry.filename, _TIME.timetuple()[:6])
            fixed.compress_type = ZIP_DEFLATED
            fixed.create_system = 3  # else the platform that ran this would show
            made.writestr(fixed, content)
    return out.getvalue()


def _with_values(content: bytes, values: Mapping[str, Decimal]) -> bytes:
    from lxml import etree

    root = etree.fromstring(content)
    for cell in root.iter("{*}c"):
        value = values.get(str(cell.get("r")))
        if value is not None:
            held = cell.find("{*}v")
            if held is None:
                held = etree.SubElement(cell, f"{{{etree.QName(cell).namespace}}}v")
            held.text = f"{value:f}"
            if "t" in cell.attrib:
                del cell.attrib["t"]
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
