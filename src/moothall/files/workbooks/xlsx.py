"""A workbook (.xlsx) as sheets of cells, read row by row as the file goes.

Read by our own hand and not by a library, because what matters here is what libraries drop when
they stream: numbers as they are written (money is never a binary fraction), the formula beside the
value last worked out, merged cells, and what is hidden.
"""

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree

from moothall.files.reports.unreadable import unreadable
from moothall.files.workbooks import limits
from moothall.files.workbooks.archive import WorkbookArchive
from moothall.files.workbooks.cells import Book, Cell, Holds, Sheet, column_number

_RELATION = re.compile(r"\}id$")
_PLACE = re.compile(r"^([A-Z]{1,3})(\d{1,7})$")
_OTHER_BOOK = re.compile(r"\[\d+\]|\[[^\]]+\.xl\w*\]", re.IGNORECASE)
_BUILT_IN_DAYS = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
_BUILT_IN_PERCENT = {9, 10}
_NOT_A_PATTERN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_DAY = 2_958_465
_ELEMENTS = tuple(f"{{*}}{name}" for name in ("row", "col", "mergeCell", "sheetFormatPr"))


def read_workbook(data: bytes, name: str) -> Book:
    """Every sheet of a workbook.  Raises UnreadableError."""
    archive = WorkbookArchive(data, name)
    return _Workbook(archive).book()


class _Workbook:
    """One workbook in the reading."""

    def __init__(self, archive: WorkbookArchive) -> None:
        self._archive = archive
        self._words = self._shared_words()
        self._styles = self._cell_styles()
        self._epoch = _EPOCH
        self._cells = 0

    def book(self) -> Book:
        root = self._archive.part("xl/workbook.xml")
        if root is None:
            raise self._archive.damaged("xl/workbook.xml")
        if any(each.get("date1904") in ("1", "true") for each in root.iter("{*}workbookPr")):
            self._epoch = _EPOCH_1904
        places = self._places()
        sheets: list[Sheet] = []
        for entry in root.iter("{*}sheet"):
            target = places.get(_relation(entry), "")
            if not target.startswith("xl/worksheets/") or not self._archive.holds(target):
                continue  # a chart's own sheet, or one that is not there
            if len(sheets) == limits.SHEETS:
                raise unreadable(
                    self._archive.file,
                    f"has over {limits.SHEETS} sheets",
                    "Keep the sheet with the table and give that.",
                )
            hidden = entry.get("state", "visible") != "visible"
            sheets.append(self._sheet(str(entry.get("name", "")), target, hidden=hidden))
        return Book(self._archive.file, tuple(sheets), has_links=self._archive.has_links)

    def _places(self) -> dict[str, str]:
        root = self._archive.part("xl/_rels/workbook.xml.rels")
        found = {}
        for each in root if root is not None else ():
            if each.get("TargetMode") != "External":
                target = str(each.get("Target", ""))
                whole = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                found[str(each.get("Id", ""))] = whole
        return found

    def _shared_words(self) -> list[str]:
        root = self._archive.part("xl/sharedStrings.xml")
        return [_words(each) for each in root.iter("{*}si")] if root is not None else []

    def _cell_styles(self) -> list[Holds]:
        """Of each style of a cell, what a number in it means."""
        root = self._archive.part("xl/styles.xml")
        if root is None:
            return []
        patterns = {
            each.get("numFmtId"): str(each.get("formatCode", "")) for each in root.iter("{*}numFmt")
        }
        formats = root.find("{*}cellXfs")
        return [
            _meaning(str(each.get("numFmtId", "0")), patterns)
            for each in (formats if formats is not None else ())
        ]

    # --- One sheet ------------------------------------------------------------------------------

    def _sheet(self, name: str, target: str, *, hidden: bool) -> Sheet:
        sheet = Sheet(name, hidden=hidden)
        masters: dict[str, str] = {}
        last, is_hidden = 0, False
        with self._archive.stream(target) as part:
            events = etree.iterparse(
                part,
                events=("end",),
                tag=_ELEMENTS,
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=False,
            )
            try:
                for _, element in events:
                    sort = etree.QName(element).localname
                    if sort == "row":
                        last = self._row(sheet, element, last, masters, hidden_else=is_hidden)
                    elif sort == "sheetFormatPr":
                        is_hidden = element.get("zeroHeight") in ("1", "true")
                    elif sort == "col":
                        _hide(sheet, element)
                    else:
                        _merge(sheet, element)
                    element.clear()
                    while element.getprevious() is not None and sort == "row":
                        del element.getparent()[0]
            except (etree.XMLSyntaxError, ValueError, InvalidOperation):
                raise self._archive.damaged(target) from None
        return sheet

    def _row(
        self,
        sheet: Sheet,
        element: Any,
        last: int,
        masters: dict[str, str],
        *,
        hidden_else: bool,
    ) -> int:
        number = int(element.get("r") or last + 1)
        column, cells = 0, {}
        for each in element.iterchildren("{*}c"):
            match = _PLACE.match(str(each.get("r", "")))
            column = column_number(match[1]) if match else column + 1
            made = self._cell(each, masters)
            if made is not None and column <= limits.COLUMNS:
                cells[column] = made
        if cells:
            self._cells += len(cells)
            sheet.rows[number] = cells
            if len(sheet.rows) > limits.ROWS or self._cells > limits.CELLS:
                raise too_many_rows(self._archive.file)
            hidden = element.get("hidden", "1" if hidden_else else "0")
            if hidden in ("1", "true") or element.get("ht") == "0":
                sheet.hidden_rows.add(number)
        return number

    def _cell(self, element: Any, masters: dict[str, str]) -> Cell | None:
        formula, value, words = "", None, ""
        for each in element:
            sort = each.tag.rpartition("}")[2] if isinstance(each.tag, str) else ""
            if sort == "v":
                value = each.text or ""
            elif sort == "is":
                words = _words(each)
            elif sort == "f":
                shared = str(each.get("si", ""))
                formula = each.text or masters.get(shared, "") or "…"
                if each.text and shared:
                    masters[shared] = formula
        linked = bool(formula and _OTHER_BOOK.search(formula))
        held = self._held(str(element.get("t", "n")), element.get("s"), value, words)
        if held is not None:
            return Cell(held[0], held[1], formula, linked)
        return Cell(Holds.NOTHING_WORKED_OUT, "", formula, linked) if formula else None

    def _held(
        self, sort: str, style: str | None, value: str | None, words: str
    ) -> tuple[Holds, str] | None:
        if sort == "inlineStr":
            return _text(words)
        if value is None or not value:
            return None
        if sort == "s":
            place = int(value)
            return _text(self._words[place] if place < len(self._words) else "")
        if sort == "str":
            return _text(value)
        if sort == "b":
            return Holds.FLAG, "yes" if value == "1" else "no"
        if sort == "e":
            return Holds.ERROR, value
        if sort == "d":
            return Holds.DAY, value[:10]
        return self._number(value, style)

    def _number(self, value: str, style: str | None) -> tuple[Holds, str]:
        number = Decimal(value.strip())
        if not number.is_finite():
            raise InvalidOperation
        place = int(style or 0)
        meaning = self._styles[place] if place < len(self._styles) else Holds.NUMBER
        if meaning is Holds.DAY and 0 < number <= _LAST_DAY:
            return Holds.DAY, (self._epoch + timedelta(days=int(number))).isoformat()
        return (meaning if meaning is Holds.PERCENT else Holds.NUMBER), value.strip()


def too_many_rows(file: str) -> Exception:
    """The error for a table that is larger than any budget."""
    return unreadable(
        file,
        f"has over {limits.ROWS:,} rows or {limits.CELLS:,} cells",
        "Sum it by service, or bring it in council by council.",
    )


def _text(words: str) -> tuple[Holds, str] | None:
    kept = words.replace("\xa0", " ").strip()[: limits.TEXT]
    return (Holds.TEXT, kept) if kept else None


def _words(element: Any) -> str:
    """The letters of a text without its reading aids."""
    return "".join(
        each.text or ""
        for each in element.iter("{*}t")
        if etree.QName(each.getparent()).localname != "rPh"
    )


def _relation(entry: Any) -> str:
    return next((str(value) for name, value in entry.attrib.items() if _RELATION.search(name)), "")


def _meaning(number: str, patterns: dict[str | None, str]) -> Holds:
    pattern = _NOT_A_PATTERN.sub("", patterns.get(number, "")).lower()
    place = int(number) if number.isdecimal() else 0
    if "%" in pattern or (not pattern and place in _BUILT_IN_PERCENT):
        return Holds.PERCENT
    dated = bool(re.search(r"[dy]", pattern)) and "general" not in pattern
    if dated or (not pattern and place in _BUILT_IN_DAYS):
        return Holds.DAY
    return Holds.NUMBER


def _hide(sheet: Sheet, element: Any) -> None:
    if element.get("hidden") in ("1", "true") or element.get("width") == "0":
        first, last = int(element.get("min", "1")), int(element.get("max", "1"))
        sheet.hidden_columns.update(range(first, min(last, limits.COLUMNS) + 1))


def _merge(sheet: Sheet, element: Any) -> None:
    first, _, last = str(element.get("ref", "")).partition(":")
    start, end = _PLACE.match(first), _PLACE.match(last)
    if start and end:
        rows = range(int(start[2]), int(end[2]) + 1)
        columns = range(column_number(start[1]), min(column_number(end[1]), limits.COLUMNS) + 1)
        if len(rows) * len(columns) + len(sheet.merged) <= limits.ROWS:
            top = rows.start, columns.start
            sheet.merged.update({(row, column): top for row in rows for column in columns})
