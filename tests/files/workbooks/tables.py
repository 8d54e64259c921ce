"""Tables for the tests: all councils, services and figures here are invented."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl

from moothall.facts.authority import Authority
from moothall.files.workbooks.fields import TableKind
from moothall.files.workbooks.layout import Answers
from moothall.files.workbooks.money_table import MoneyTable, read_money_table
from moothall.files.workbooks.table_file import read_table_file

COUNCILS = tuple(
    Authority(code=code, name=f"{code.capitalize()} Council", short_name=code.capitalize())
    for code in ("ashby", "brae")
)
HEAD = ("Service", "Gross expenditure £", "Gross income £", "Year", "Funding")
ROOM = ("Reading room", 1200, 200, "2026/27", "General Fund")


def read(
    data: str | bytes,
    kind: TableKind = TableKind.BASELINE,
    *,
    name: str = "budget.csv",
    **answers: Any,
) -> MoneyTable:
    """A table of Ashby's, read."""
    content = data.encode() if isinstance(data, str) else data
    book = read_table_file(content, name)
    return read_money_table(book, kind, COUNCILS, "ashby", Answers(**answers))


def workbook(*rows: tuple[Any, ...], change: Callable[[Any], None] | None = None) -> bytes:
    """A workbook with one sheet, Budget; `change` may do something to it first."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Budget"
    for row in rows:
        sheet.append(row)
    if change is not None:
        change(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """The archive with its parts changed and others added (`__` stands for a stroke)."""
    out = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(data))
    with old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in more.items():
            new.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def unchanged(name: str, content: bytes) -> bytes:
    return content


def worked_out(data: bytes, **values: float) -> bytes:
    """The workbook with values beside the formulas of these cells, as Excel saves them."""

    def put(name: str, content: bytes) -> bytes:
        if not name.startswith("xl/worksheets/"):
            return content
        text = content.decode()
        for cell, value in values.items():
            text = re.sub(
                rf'(<c r="{cell}"[^>]*>)(<f>.*?</f>)<v\s*/?>(?:</v>)?',
                rf"\g<1>\g<2><v>{value}</v>",
                text,
            )
        return text.encode()

    return repacked(data, put)


def places(remarks: Any) -> list[str]:
    return [each.place for each in remarks]
