"""Whatever bytes a reader is given, it reads them or says why not: nothing else is ever raised."""

import contextlib
import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_docx import LEGAL, NAMES, made_docx, numbered, paragraph, table
from made_pdf import made_pdf, page

from moothall.documents.report import Report
from moothall.files.problems import UnreadableError
from moothall.files.reports.pages.report import report_of
from moothall.files.reports.report_file import read_bytes
from runaway import comes_to_an_end

MANY = settings(deadline=None, max_examples=150)
NAMES_OF_FILES = st.sampled_from(["r.docx", "r.md", "r.txt", "r.html", "r.htm", "r", "r.xyz"])
WORD = made_docx(
    paragraph("One", properties=numbered(1)) + table(["a", "b"], ["1", "2"]), numbering=LEGAL
)
PDF = made_pdf(page().text(72, 72, "Words.").grid(72, 100, [80, 80], [["a", "b"], ["1", "2"]]))
MARKS = re.split(
    r"\s+",
    r"<table> <tr> <td~colspan=9> <li> <ol~start=-3> </div> <b> <p> <br> &amp; &#0; <!-- -->"
    r" ` * _ $ <![CDATA[ | |-|-|¶ ¶ 1.~ -~ >~ ``` #~ ===¶ ---¶ [x](y) ![a](b) \ words ~ x",
)
MARK = st.sampled_from(MARKS).map(lambda mark: mark.replace("~", " ").replace("¶", "\n"))


def says_or_reads(data: bytes, name: str) -> None:
    with contextlib.suppress(UnreadableError):
        assert isinstance(read_bytes(data, name), Report)


@MANY
@given(st.binary(max_size=2000), NAMES_OF_FILES)
def test_noise(data: bytes, name: str):
    says_or_reads(data, name)


@MANY
@given(st.lists(MARK, max_size=60).map("".join), st.sampled_from(["r.html", "r.md", "r.txt"]))
def test_mark_up_in_any_order(text: str, name: str):
    says_or_reads(text.encode(), name)


@MANY
@given(st.data())
def test_word_files_with_bytes_changed(data: st.DataObject):
    broken = bytearray(WORD)
    for place in data.draw(st.lists(st.integers(0, len(broken) - 1), max_size=8)):
        broken[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(4, len(broken)))
    says_or_reads(bytes(broken[:cut]), "r.docx")


W_TAGS = re.split(
    r"\s+",
    "p r t tbl tr tc pPr rPr numPr sdt sdtContent fldChar del ins drawing pict txbxContent tcPr br"
    " gridSpan vMerge sym trPr lvl num abstractNum footnote style",
)


@MANY
@given(
    st.recursive(
        st.text("ab1 ", max_size=4),
        lambda inner: st.tuples(
            st.sampled_from(W_TAGS),
            st.sampled_from(["", "-1", "x", "99999999999"]),
            st.lists(inner, max_size=4),
        ).map(lambda part: f'<w:{part[0]} w:val="{part[1]}">{"".join(part[2])}</w:{part[0]}>'),
        max_leaves=30,
    )
)
def test_word_elements_in_any_order(body: str):
    says_or_reads(made_docx(body, numbering=body, styles=body, footnotes=body), "r.docx")


@MANY
@given(st.data())
def test_pdfs_with_bytes_changed(data: st.DataObject):
    broken = bytearray(PDF)
    for place in data.draw(st.lists(st.integers(0, len(broken) - 1), max_size=8)):
        broken[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(10, len(broken)))
    with contextlib.suppress(UnreadableError):
        report_of(bytes(broken[:cut]), "r.pdf")  # in this process, as starting one takes a while


@settings(deadline=None, max_examples=5)
@given(st.binary(max_size=500))
def test_noise_that_calls_itself_a_pdf(data: bytes):
    says_or_reads(b"%PDF-1.7\n" + data, "r.pdf")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("r.md", "[" * 100_000),
        ("r.md", "![" * 100_000),
        ("r.md", "_" * 100_000),
        ("r.md", "`" * 99_999),
        ("r.md", "> " * 50_000),
        ("r.md", "- " * 50_000),
        ("r.md", "|" * 100_000),
        ("r.md", "| a |\n" * 20_000),
        ("r.md", "1. " * 30_000),
        ("r.md", "<" * 100_000),
        ("r.md", "<!--" * 25_000),
        ("r.html", "<p>" * 100_000),
        ("r.html", "<p>" + "<" * 100_000),
        ("r.html", "<p>" + " \n" * 50_000 + "x"),
        ("r.html", "<p>" + "<br>" * 30_000 + "x"),
        ("r.html", "<table>" + "<tr><td rowspan=1000 colspan=200>x" * 300),
        ("r.html", "<ul><li>" * 5_000),
        ("r.html", "<p>" + "1." * 50_000),
        ("r.html", "<p>" + "Table 1" + " " * 100_000 + "x"),
        ("r.html", "<!--" * 25_000),
    ],
)
@comes_to_an_end()
def test_a_hundred_thousand_hostile_letters_take_no_time(name: str, text: str):
    says_or_reads(text.encode(), name)


@comes_to_an_end()
def test_a_word_file_of_many_small_parts_takes_no_time():
    body = paragraph("x", properties=numbered(1)) * 20_000
    assert len(read_bytes(made_docx(body, numbering=LEGAL), "r.docx").prose) == 20_000


def test_an_archive_within_the_archive_is_not_opened():
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x", b"y")
    body = f"<w:document {NAMES}><w:body/></w:document>"
    data = made_docx(
        "", parts={"word/document.xml": body, "word/embeddings/x.zip": inner.getvalue()}
    )
    assert read_bytes(data, "r.docx").blocks == ()
