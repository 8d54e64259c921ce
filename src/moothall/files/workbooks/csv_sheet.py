"""A CSV file as one sheet: commas, semicolons, tabs or strokes, UTF-8, UTF-16 or old Windows."""

import csv
import io
from collections import Counter

from moothall.files.problems import Problem, UnreadableError
from moothall.files.reports.decoded_text import decoded
from moothall.files.reports.unreadable import unreadable
from moothall.files.workbooks import limits
from moothall.files.workbooks.cells import Book, Cell, Holds, Sheet
from moothall.files.workbooks.xlsx import too_many_rows

_DELIMITERS = ",;\t|"
_LOOKED_AT = 50


def read_csv(data: bytes, name: str) -> Book:
    """The table of a CSV file.  Raises UnreadableError.

    Rows count as Excel would number them, so that a place is found there.
    """
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in data[:4096] and not is_wide:
        raise unreadable(name, "is no table: it does not hold text", "Give it as .xlsx or .csv.")
    text, notes = decoded(data, name)
    text = text.removeprefix("\ufeff")
    lines = text.splitlines(keepends=True)
    skipped = 0
    delimiter = ""
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].strip()) == 5:
        delimiter, skipped = lines[0].strip()[4], 1  # how Excel marks its delimiter
    delimiter = delimiter or _delimiter(lines)
    sheet = Sheet(name.rpartition(".")[0] or name)
    reader = csv.reader(
        io.StringIO("".join(lines[skipped:]), newline=""), delimiter=delimiter, strict=True
    )
    cells = 0
    try:
        for number, row in enumerate(reader, start=1 + skipped):
            held = {
                column: Cell(Holds.TEXT, kept[: limits.TEXT])
                for column, words in enumerate(row[: limits.COLUMNS], start=1)
                if (kept := words.replace("\xa0", " ").strip())
            }
            if held:
                cells += len(held)
                sheet.rows[number] = held
            if len(sheet.rows) > limits.ROWS or cells > limits.CELLS:
                raise too_many_rows(name)
    except csv.Error as error:
        problem = Problem(
            name,
            reader.line_num + skipped,
            f"is no table from here on ({error})",
            "Look for a quotation mark that is not closed, or save it as CSV anew.",
        )
        raise UnreadableError([problem]) from None
    return Book(name, (sheet,), notes)


def _delimiter(lines: list[str]) -> str:
    """What keeps the cells apart: whichever makes the most lines equally wide."""
    sample = [line for line in lines[:_LOOKED_AT] if line.strip()]

    def fit(mark: str) -> tuple[int, int]:
        widths: Counter[int] = Counter()
        try:
            widths.update(len(row) for row in csv.reader(sample, delimiter=mark))
        except csv.Error:
            return 0, 0
        wide = {width: number for width, number in widths.items() if width > 1}
        if not wide:
            return 0, 0
        width = max(wide, key=lambda each: (wide[each], each))
        return wide[width], width

    return max(_DELIMITERS, key=fit)
