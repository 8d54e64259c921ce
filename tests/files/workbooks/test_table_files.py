"""What is given as a table: workbooks and CSV of all sorts, and what is refused unopened."""

import io
import re
import struct
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from tables import HEAD, ROOM, places, read, repacked, unchanged, workbook, worked_out

from exhaustive import exhaustive
from moothall.files.problems import UnreadableError
from moothall.files.workbooks import limits
from moothall.files.workbooks.cells import Holds, column_number, letters
from moothall.files.workbooks.table_file import read_table_file


def refused(data: bytes, name: str = "b.xlsx") -> str:
    with pytest.raises(UnreadableError) as caught:
        read_table_file(data, name)
    return str(caught.value)


# --- Workbooks ------------------------------------------------------------------------------------


def test_a_number_is_as_it_stands_and_never_a_binary_fraction():
    book = read_table_file(workbook((0.1 + 0.2, 1e-7, 12345678.91, 2**0.5)), "b.xlsx")
    row = book.sheets[0].rows[1]

    assert [row[n].number for n in range(1, 5)] == [
        Decimal("0.3"),
        Decimal("0.0000001"),
        Decimal("12345678.91"),
        Decimal("1.4142135623731"),
    ]


def test_what_a_cell_holds_is_told_by_its_format():
    from datetime import date

    def formats(sheet):
        sheet["B1"].number_format = "0.0%"
        sheet["D1"].number_format = '"yes"0'

    book = read_table_file(
        workbook((date(2026, 4, 1), 0.125, True, 7, "words"), change=formats), "b.xlsx"
    )
    held = {n: (cell.holds, cell.text) for n, cell in book.sheets[0].rows[1].items()}

    assert held[1] == (Holds.DAY, "2026-04-01")
    assert held[2] == (Holds.PERCENT, "0.125")
    assert held[3] == (Holds.FLAG, "yes")
    assert held[4] == (Holds.NUMBER, "7")
    assert held[5] == (Holds.TEXT, "words")


def test_a_formula_gives_the_value_that_was_last_worked_out_and_says_so():
    rows = (HEAD, ("A", "=2*600", 200, "2026/27", "GF"))
    table = read(worked_out(workbook(*rows), B2=1200))

    assert table.is_ready, table.problems
    assert table.entries[0].says["gross_expenditure"] == 1200
    assert any("1 cells are formulas (the first is Budget!B2)" in note for note in table.notes)


def test_a_formula_that_nobody_has_worked_out_is_named():
    table = read(workbook(HEAD, ("A", "=2*600", 200, "2026/27", "GF")))

    assert places(table.problems) == ["Budget!B2"]
    assert "no program has worked out yet" in table.problems[0].what


def test_an_error_of_a_formula_is_named():
    def fail(name: str, content: bytes) -> bytes:
        error = rb'<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        return re.sub(rb'<c r="B2"[^>]*><f>1/0</f><v ?/?>(?:</v>)?</c>', error, content)

    table = read(repacked(workbook(HEAD, ("A", "=1/0", 200, "2026/27", "GF")), fail))

    assert places(table.problems) == ["Budget!B2"]
    assert "#DIV/0! is an error of Excel" in table.problems[0].what


def test_a_figure_from_another_workbook_is_refused_where_it_is_needed():
    rows = (HEAD, ("A", "=[1]Sheet1!A1", 200, "2026/27", "GF"))
    table = read(
        repacked(
            worked_out(workbook(*rows), B2=5), unchanged, xl__externalLinks__externalLink1=b"<a/>"
        )
    )

    assert places(table.problems) == ["Budget!B2"]
    assert "reads another workbook" in table.problems[0].what
    assert "is linked to other workbooks" in table.warnings[0].what


def test_a_sheet_name_that_needs_quotes_is_quoted_in_places():
    def rename(sheet):
        sheet.title = "Children's 26-27"

    table = read(workbook(HEAD, ("A", "x", 1, "2026/27", "GF"), change=rename))

    assert places(table.problems) == ["'Children''s 26-27'!B2"]


def test_columns_are_counted_as_excel_does():
    assert [letters(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert all(column_number(letters(n)) == n for n in range(1, 2000))


# --- What is refused ------------------------------------------------------------------------------


def test_a_bomb_is_refused_before_it_is_unpacked():
    def swell(name: str, content: bytes) -> bytes:
        return b"<a>" + b" " * (30 * 2**20) + b"</a>" if "sheet1" in name else content

    assert "built like a zip bomb" in refused(repacked(workbook(HEAD, ROOM), swell))


def test_a_bomb_that_hides_its_size_is_refused_too(monkeypatch: pytest.MonkeyPatch):
    data = repacked(workbook(HEAD, ROOM), unchanged, xl__sharedStrings2=b"x" * 1000)
    monkeypatch.setattr(limits, "PART_BYTES", 300)
    entry = next(
        each
        for each in zipfile.ZipFile(io.BytesIO(data)).infolist()
        if each.filename.startswith("xl/worksheets/")
    )
    # The list of contents says 10 bytes; the part holds more.
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(entry.filename.encode()))
    lying = data[: at + 24] + struct.pack("<I", 10) + data[at + 28 :]

    assert "is damaged" in refused(lying) or "zip bomb" in refused(lying)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"old", "workbook of old Excel (.xls)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "locked with a password",
        ),
        (b"PK\x03\x04 and then nothing", "damaged or cut short"),
        (workbook(ROOM)[:-200], "damaged or cut short"),
        (b"%PDF-1.7", "is a PDF"),
        (b"<html><table>", "is a web page and no table"),
        (b"", "is empty"),
        (b"\x00\x01\x02\x00 binary", "does not hold text"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(data: bytes, told: str):
    assert told in refused(data)


def test_macros_are_refused_by_their_part_and_by_their_type():
    by_part = repacked(workbook(ROOM), unchanged, **{"xl__vbaProject.bin": b"x"})

    def retype(name: str, content: bytes) -> bytes:
        return content.replace(b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml")

    by_type = repacked(workbook(ROOM), retype)

    for data in (by_part, by_type):
        assert "holds macros (.xlsm)" in refused(data)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("word__document.xml", "is a Word document"),
        ("content.xml", "is an OpenDocument file"),
        ("xl__workbook.bin", "is a binary workbook (.xlsb)"),
        ("a.txt", "an archive without a workbook"),
    ],
)
def test_another_sort_of_archive_is_called_by_its_name(part: str, told: str):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(part.replace("__", "/"), b"<a/>")

    assert told in refused(out.getvalue())


@pytest.mark.parametrize("start", [b"", b" " * 70_000])
def test_entities_are_refused_wherever_they_are_defined(start: bytes):
    bad = b'<?xml version="1.0"?><!--' + start + b'--><!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'

    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml"):
        data = repacked(
            workbook(HEAD, ROOM), lambda name, content, part=part: bad if name == part else content
        )
        assert "defines entities" in refused(data)


def test_a_part_in_other_letters_is_refused():
    wide = '<?xml version="1.0"?><worksheet/>'.encode("utf-16")
    data = repacked(
        workbook(HEAD, ROOM),
        lambda name, content: wide if name == "xl/worksheets/sheet1.xml" else content,
    )

    assert "is damaged" in refused(data)


def test_two_parts_of_one_name_are_refused():
    data = workbook(HEAD, ROOM)
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", b"<a/>")

    assert "two parts of one name" in refused(out.getvalue())


def test_too_many_rows_are_refused_in_words(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "ROWS", 3)

    assert "has over 3 rows" in refused(workbook(*[ROOM] * 5))
    assert "has over 3 rows" in refused(b"a,b\n" * 5, "b.csv")


def test_a_large_file_is_refused_in_words(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 2**20)

    assert "is larger than 1 MB" in refused(b"a" * (2**20 + 1), "b.csv")


# --- 100,000 rows ---------------------------------------------------------------------------------


def hundred_thousand() -> str:
    head = "Service,Cost centre,Gross expenditure £,Gross income £,Year,Fund\n"
    return head + "".join(
        f"Service {n % 40},{n},{n % 97}.25,{n % 7},2026/27,GF\n" for n in range(100_000)
    )


@exhaustive
def test_a_budget_of_100_000_rows_says_what_to_do_and_is_added_up():
    text = hundred_thousand()
    table = read(text)
    together = read(text, add_up=True)

    assert "makes 100,000 lines, and 10,000 is the most" in table.problems[0].what
    assert "added up" in table.problems[0].cure
    assert together.is_ready
    assert len(together.entries) == 40
    spent = sum(each.says["gross_expenditure"] for each in together.entries)
    assert spent == sum(Decimal(n % 97) + Decimal("0.25") for n in range(100_000))


@exhaustive
def test_so_does_a_workbook_of_as_many():
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Budget")
    for line in hundred_thousand().splitlines():
        service, centre, *figures, year, fund = line.split(",")
        numbers = [float(each) if each[0].isdigit() else each for each in figures]
        sheet.append([service, centre, *numbers, year, fund])
    out = io.BytesIO()
    book.save(out)

    together = read(out.getvalue(), add_up=True, name="b.xlsx")

    assert together.is_ready, together.problems
    assert together.rows == 100_000
    assert len(together.entries) == 40


# --- CSV ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_csv_is_read_however_it_was_saved(mark: str, encoding: str):
    rows = [HEAD, ("Children’s", "5", "1", "2026/27", "reserve")]
    table = read("\r\n".join(mark.join(row) for row in rows).encode(encoding))

    assert table.is_ready, table.problems
    assert table.entries[0].says["service"] == "Children’s"


def test_excels_own_mark_of_the_delimiter_is_heeded_and_rows_count_as_there():
    table = read(
        "sep=;\nService;Gross expenditure £;Gross income £;Year;Fund\nA;x,y;1;2026/27;GF\n"
    )

    assert places(table.problems) == ["budget!B3"]


def test_a_quotation_mark_that_is_not_closed_is_named_with_its_line():
    assert "Look for a quotation mark" in refused(b'a,b\nc,"d\ne,f\n', "b.csv")
