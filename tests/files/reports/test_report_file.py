"""Which reader a file gets, and what is said of a file that none can read."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from made_docx import made_docx, paragraph, zipped
from made_pdf import made_pdf, page

from moothall.files.problems import UnreadableError
from moothall.files.reports import limits
from moothall.files.reports.report_file import read_bytes, read_report

WORDS = "The council agreed that the review goes on.\n"


def refused(data: bytes, name: str) -> str:
    """What is said of a file, the one problem that it has, with its cure."""
    with pytest.raises(UnreadableError) as raised:
        read_bytes(data, name)
    (problem,) = raised.value.problems
    assert problem.file == name
    assert problem.cure.endswith(".")
    return f"{problem.what}. {problem.cure}"


def ole(*streams: str) -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 500
        + b"".join(stream.encode("utf-16-le") for stream in streams)
    )


# --- which reader -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.docx", made_docx(paragraph(WORDS))),
        ("report.pdf", made_pdf(page().text(72, 72, WORDS.strip()))),
        ("report.md", WORDS.encode()),
        ("report.txt", WORDS.encode()),
        ("report.html", f"<!DOCTYPE html><html><body><p>{WORDS}</body></html>".encode()),
        ("report.htm", f"<p>{WORDS}".encode()),
        ("REPORT.TXT", WORDS.encode()),
        ("report", WORDS.encode()),
    ],
)
def test_every_format_is_read_by_its_content(name: str, data: bytes, tmp_path: Path):
    path = tmp_path / name
    path.write_bytes(data)
    report = read_report(path, shown_as=name)
    assert [block.text for block in report.prose] == [WORDS.strip()]
    assert (report.file, report.notes) == (name, ())


def test_a_report_is_called_by_its_path_unless_told_otherwise(tmp_path: Path):
    path = tmp_path / "upload-1234"
    path.write_bytes(made_docx(paragraph(WORDS)))
    assert read_report(path).file == str(path)
    assert read_report(path, shown_as="Outturn.docx").file == "Outturn.docx"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("r.pdf", made_docx(paragraph(WORDS)), "Word file"),
        ("r.docx", made_pdf(page().text(72, 72, "Words.")), "PDF"),
        ("r.txt", b"<!DOCTYPE html><html><body><p>Words here.</body></html>", "web page"),
    ],
)
def test_a_name_that_says_something_else_is_noted(name: str, data: bytes, kind: str):
    report = read_bytes(data, name)
    assert any(kind in note and Path(name).suffix in note for note in report.notes)


# --- letters ------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_letters_are_read_whichever_way_they_are_encoded(encoding: str):
    report = read_bytes("Cost: £5m – “agreed”.\n".encode(encoding), "r.txt")
    assert report.prose[0].text == "Cost: £5m – “agreed”."
    assert report.notes == ()


def test_letters_that_are_no_utf_8_are_read_as_windows_wrote_them_and_noted():
    report = read_bytes("Cost: £5m – “agreed”.\n".encode("windows-1252"), "r.txt")
    assert report.prose[0].text == "Cost: £5m – “agreed”."
    assert "Windows-1252" in report.notes[0]


def test_garbled_letters_are_set_right_and_noted():
    garbled = "It’s £5m, and that’s £3m more.\n".encode().decode("windows-1252")
    report = read_bytes(garbled.encode(), "r.md")
    assert report.prose[0].text == "It’s £5m, and that’s £3m more."
    assert "set right" in report.notes[0]


def test_a_page_that_says_that_it_is_latin_needs_no_note():
    data = "<html><meta charset='iso-8859-1'><body><p>£5m</body></html>".encode("latin-1")
    report = read_bytes(data, "r.html")
    assert (report.prose[0].text, report.notes) == ("£5m", ())


# --- what cannot be read ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("r.docx", b"", "is empty"),
        ("r.txt", b" \r\n\t\n", "is empty"),
        ("r.docx", b"\0" * 2000, "is empty"),
        ("r.doc", ole("WordDocument"), "old kind (.doc"),
        ("r.docx", ole("EncryptionInfo", "EncryptedPackage"), "locked with a password"),
        ("r.msg", ole("__properties"), "Office file of an old kind"),
        ("r.rtf", b"{\\rtf1 hello}", "rich text (RTF)"),
        ("r.docx", b"\x89PNG\r\n\x1a\n....", "is a picture"),
        ("r.docx", b"just words", "no Word file at all"),
        ("r.pdf", b"just words", "no PDF at all"),
        ("r.csv", b"a,b\n1,2\n", "ends in .csv"),
        ("r.txt", os.urandom(4000), "does not hold text"),
        ("r.txt", b"\xff\xfe" + b"a\x00\xd8", "damaged"),
        ("r.html", b"<html><body><script>go()</script></body></html>", "without any words"),
        ("r.docx", zipped({"xl/workbook.xml": "<x/>"}), "is a spreadsheet"),
        ("r.docx", zipped({"content.xml": "<x/>"}), "OpenDocument"),
        ("r.docx", zipped({"report.pdf": "x"}), "archive without a Word document"),
        ("r.docx", made_docx(paragraph(WORDS))[:200], "damaged or cut short"),
        ("r.docx", made_docx("<w:p>"), "not well formed"),
        ("r.pdf", b"%PDF-1.7 and no more", "damaged or cut short"),
    ],
)
def test_each_cause_is_named_in_plain_words(name: str, data: bytes, told: str):
    assert told in refused(data, name)


@pytest.mark.parametrize("name", ["minutes.docx", "minutes.pdf", "minutes.doc"])
def test_an_error_page_saved_as_a_document_is_named(name: str):
    told = refused(b"\r\n<!DOCTYPE html><html><title>Sign in</title><body>Log in</body>", name)
    assert "is a web page, “Sign in”, under a name that ends in" in told
    assert "Fetch the document again" in told


def test_folders_and_missing_files_are_named(tmp_path: Path):
    with pytest.raises(UnreadableError, match="is a folder"):
        read_report(tmp_path)
    with pytest.raises(UnreadableError, match="does not exist"):
        read_report(tmp_path / "none.docx")
    with pytest.raises(UnreadableError, match="cannot be opened"):
        read_report(Path("a\0b.docx"))
    fifo = tmp_path / "fifo.txt"
    os.mkfifo(fifo)
    with pytest.raises(UnreadableError, match="not an ordinary file"):
        read_report(fifo)


def test_macros_are_neither_run_nor_read_and_noted():
    data = made_docx(paragraph(WORDS), parts={"word/vbaProject.bin": b"Sub AutoOpen()"})
    report = read_bytes(data, "r.docm")
    assert report.notes == ("The file holds macros; they were neither run nor read.",)
    assert len(report.prose) == 1


# --- made to harm -------------------------------------------------------------------------------


def test_a_zip_bomb_is_not_unpacked():
    body = f"<w:t>{' ' * (limits.PART_BYTES - 200)}</w:t>"
    data = made_docx(f"<w:p><w:r>{body}</w:r></w:p>")
    assert len(data) < limits.PART_BYTES / 500
    assert "zip bomb" in refused(data, "r.docx")


def test_a_bomb_that_lies_about_its_size_is_cut_off():
    data = bytearray(made_docx(f"<w:p>{' ' * (limits.PART_BYTES + 9)}</w:p>"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        true_size = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    lie = (5000).to_bytes(4, "little")
    told = refused(bytes(data).replace(true_size, lie), "r.docx")
    assert "damaged" in told or "zip bomb" in told


def test_a_bomb_in_a_part_that_is_never_read_is_named_all_the_same():
    data = made_docx(paragraph(WORDS), parts={"word/media/image1.bmp": b"\0" * 20_000_000})
    assert "zip bomb" in refused(data, "r.docx")


@pytest.mark.parametrize(
    "inside",
    [
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "https://example.org/x.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(inside: str, encoding: str):
    from made_docx import NAMES

    text = f"<?xml version='1.0' encoding='{encoding}'?>{inside}<w:document {NAMES}/>"
    data = made_docx("", parts={"word/document.xml": text.encode(encoding)})
    assert "defines entities" in refused(data, "r.docx")


def test_what_is_nested_without_end_is_refused():
    deep = 400
    inside = "<w:tbl><w:tr><w:tc>" * deep + "</w:tc></w:tr></w:tbl>" * deep
    assert "not well formed" in refused(made_docx(inside), "r.docx")
    page_ = f"<html><body>{'<div>' * 5000}words{'</div>' * 5000}</body></html>".encode()
    with pytest.raises(UnreadableError):
        read_bytes(page_, "r.html")


def test_relations_that_point_outside_are_not_followed():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://x/styles" Target="http://example.org/s.xml" '
        'TargetMode="External"/></Relationships>'
    )
    data = made_docx(paragraph(WORDS), parts={"word/_rels/document.xml.rels": relations})
    assert len(read_bytes(data, "r.docx").prose) == 1


@pytest.mark.parametrize(
    ("name", "value", "data", "file"),
    [
        ("FILE_BYTES", 10, b"longer than ten bytes", "r.txt"),
        ("CHARACTERS", 20, WORDS.encode(), "r.txt"),
        ("CHARACTERS", 20, WORDS.encode(), "r.md"),
        ("CHARACTERS", 20, f"<p>{WORDS}".encode(), "r.html"),
        ("CHARACTERS", 20, made_docx(paragraph(WORDS)), "r.docx"),
        ("ELEMENTS", 2, made_docx(paragraph(WORDS)), "r.docx"),
        ("CELLS", 1, b"<table><tr><td>a<td>b<tr><td>c<td>d</table>", "r.html"),
        ("CELLS", 1, b"|a|b|\n|-|-|\n|c|d|\n", "r.md"),
        ("ARCHIVE_ENTRIES", 1, made_docx(paragraph(WORDS)), "r.docx"),
    ],
)
def test_beyond_the_limits_the_reader_says_so(monkeypatch, name, value, data, file):
    monkeypatch.setattr(limits, name, value)
    assert "Split it" in refused(data, file)


def test_a_word_file_of_too_many_pages_is_refused(monkeypatch):
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Pages>612</Pages></Properties>'
    )
    data = made_docx(paragraph(WORDS), parts={"docProps/app.xml": app})
    assert "has 612 pages; at most 500 are read" in refused(data, "r.docx")
    monkeypatch.setattr(limits, "PAGES", 2)
    broken = "<w:r><w:lastRenderedPageBreak/></w:r>"
    data = made_docx(paragraph(broken, "x") * 3)
    assert "has over 2 pages" in refused(data, "r.docx")
