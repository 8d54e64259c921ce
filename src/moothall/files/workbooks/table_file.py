"""A table file of whichever form: told by what is in it, not by what it is called."""

from moothall.files.reports.unreadable import unreadable
from moothall.files.workbooks import limits
from moothall.files.workbooks.cells import Book

_OFFICE = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")


def read_table_file(data: bytes, name: str) -> Book:
    """The sheets of a workbook (.xlsx) or of a CSV file.

    `name` is what problems call the file.  Raises UnreadableError with the cause and the cure.
    """
    if len(data) > limits.FILE_BYTES:
        raise too_large(name)
    if not data.strip():
        raise unreadable(name, "is empty", "Give a workbook (.xlsx) or a CSV file.")
    if data.startswith(b"%PDF"):
        raise unreadable(
            name, "is a PDF, and a table is not read from one", "Ask for the workbook behind it."
        )
    if data.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise unreadable(
            name,
            "is a web page and no table",
            "It may be called .xls and be one all the same: open it in Excel and save it as .xlsx.",
        )
    if data.startswith(_OFFICE):
        from moothall.files.workbooks.xlsx import read_workbook

        book = read_workbook(data, name)
    else:
        from moothall.files.workbooks.csv_sheet import read_csv

        book = read_csv(data, name)
    if not any(sheet.rows for sheet in book.sheets):
        raise unreadable(name, "holds no cell that says anything", "Give the table itself.")
    return book


def too_large(name: str) -> Exception:
    """The error for a file that is refused before it is looked at."""
    return unreadable(
        name,
        f"is larger than {limits.FILE_BYTES // 2**20} MB",
        "Keep the one table in it that is wanted, or sum it by service.",
    )
