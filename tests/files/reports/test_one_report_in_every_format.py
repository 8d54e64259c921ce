"""The same report, whatever the format it comes in: the same tables, nearly the same paragraphs."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_docx import made_docx, table
from made_pdf import made_pdf, page
from written_reports import as_docx, as_html, as_pdf, lines, tables

from exhaustive import exhaustive
from moothall.documents.report import Report
from moothall.files.reports.pages.report import report_of
from moothall.files.reports.report_file import read_bytes
from moothall.files.reports.text import read_plain_text

SEEDS = ("000", "001", "002", "003", "004")

PLAIN = (
    "OUTTURN 2021/22\n\n"
    "1. PURPOSE OF THE REPORT\n\n"
    "1.1 The Committee is asked to note the outturn for the year, which is set out in Table 1 and "
    "shows an underspend against the budget that was set in February.\n\n"
    "1.2 It is also asked to agree that:\n\n"
    "- the underspend is carried forward to the reserve for transformation\n"
    "- the review of children's services goes on\n\n"
    "2. OUTTURN\n\n"
    "2.1 Services spent as follows.\n\n"
    "Service\tBudget £000\tOutturn £000\tVariance £000\n"
    "Schools and early years\t12,400\t12,150\t(250)\n"
    "Highways\t8,030\t8,110\t80\n"
    "Total\t20,430\t20,260\t(170)\n\n"
    "2.2 The variance on highways, 1.0 % of its budget, comes from a mild winter that was followed "
    "by heavy rain; it is not expected to recur in the year that follows.\n"
)


@pytest.fixture(params=["own", *SEEDS])
def plain(request: pytest.FixtureRequest) -> str:
    if request.param == "own":
        return PLAIN
    shared: Path = request.getfixturevalue("shared")
    (seed,) = (shared / "seeds").glob(f"{request.param}_*.txt")
    return seed.read_text(encoding="utf-8")


def alike(one: Report, other: Report) -> float:
    return difflib.SequenceMatcher(None, lines(one), lines(other), autojunk=False).ratio()


def test_text_markdown_word_and_web_page_say_the_same(plain: str):
    report = read_plain_text(plain, "r.txt")
    for name, data in (
        ("r.md", plain.encode()),
        ("r.docx", as_docx(report)),
        ("r.html", as_html(report)),
    ):
        read = read_bytes(data, name)
        assert tables(read) == tables(report), name
        assert lines(read) == lines(report), name


@exhaustive
@pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])
def test_the_pdf_that_is_made_of_it_says_nearly_the_same(plain: str, tagged: bool, tmp_path: Path):
    report = read_plain_text(plain, "r.txt")
    data = as_pdf(as_docx(report), tmp_path, tagged=tagged)
    if data is None:
        pytest.skip("needs LibreOffice (soffice)")
    read = read_bytes(data, "r.pdf")
    assert [(len(rows), len(rows[0])) for rows in tables(read)] == [
        (len(rows), len(rows[0])) for rows in tables(report)
    ]
    # where a column is narrow LibreOffice breaks words in the middle
    same = sum(a == b for a, b in zip(tables(read), tables(report), strict=True))
    assert same >= len(tables(report)) - 1
    # nor can the running head of a single page be told from its text
    assert alike(read, report) > 0.94


FIGURES = st.integers(-99_999, 999_999).map(lambda n: f"({-n:,})" if n < 0 else f"{n:,}")
LABELS = (
    st.text("abcdefghij ", min_size=3, max_size=14)
    .map(lambda words: "Head " + " ".join(words.split()))
    .map(str.strip)
)


@st.composite
def figure_tables(draw: st.DrawFn) -> list[list[str]]:
    """A table of figures as reports have them: a head, labels, some cells empty."""
    columns = draw(st.integers(2, 5))
    rows = draw(st.integers(3, 12))
    body = [
        [draw(LABELS), *(draw(FIGURES | st.just("")) for _ in range(columns - 1)), draw(FIGURES)]
        for _ in range(rows)
    ]
    head = ["Service", *(f"Year {n}" for n in range(1, columns + 1))]
    return [head, *body]


@settings(deadline=None, max_examples=40)
@given(figure_tables(), st.integers(60, 120))
def test_a_drawn_table_in_a_pdf_is_read_as_it_is(rows: list[list[str]], top: int):
    widths = [150.0, *([64.0] * (len(rows[0]) - 1))]
    made = page().text(40, 50, "Before the table.").grid(40, top, widths, rows)
    report = report_of(made_pdf(made), "r.pdf")
    assert tables(report) == [tuple(map(tuple, rows))]


@settings(deadline=None, max_examples=40)
@given(figure_tables())
def test_a_table_in_a_pdf_without_lines_is_read_as_it_is(rows: list[list[str]]):
    made = page().text(40, 50, "Before the table stands a sentence of some length, and it ends.")
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            if words:
                made.text(40 + (0 if not column else 90 + 66 * column), 90 + 16 * at, words)
    report = report_of(made_pdf(made), "r.pdf")
    assert tables(report) == [tuple(map(tuple, rows))]


@settings(deadline=None, max_examples=40)
@given(figure_tables())
def test_a_table_in_a_word_file_is_read_as_it_is(rows: list[list[str]]):
    report = read_bytes(made_docx(table(*rows)), "r.docx")
    assert tables(report) == [tuple(map(tuple, rows))]
