"""The check of documents finds what it is there to find."""

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from document_checks import empty_pages, faults_in_docx, faults_in_pdf, faults_of_order
from hostile_papers import hostile_papers
from moothall.documents.document import Document, Picture, Section, Table
from moothall.render.docx import paper_docx
from moothall.render.pdf import paper_pdf

ROOT = Path(__file__).resolve().parent.parent.parent
DRAWING = Picture(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 50"></svg>',
    "A drawing",
    "Of nothing.",
)
GOOD = Document(
    title="A paper",
    sections=(
        Section("First", (Table("T", ("A", "B"), ((("a",), ("b",)),)), DRAWING)),
        Section("Below it", level=3),
    ),
)


def test_a_good_paper_has_no_faults() -> None:
    assert faults_in_docx(paper_docx(GOOD)) == []
    assert faults_in_pdf(paper_pdf(GOOD)) == []


@pytest.mark.parametrize("name", list(hostile_papers()))
def test_a_hostile_paper_is_a_good_word_file(name: str) -> None:
    assert faults_in_docx(paper_docx(hostile_papers()[name])) == []


def _without(tag: str) -> Any:
    def spoil(word: Any) -> None:
        for element in list(word.element.body.iter(qn(tag))):
            element.getparent().remove(element)

    return spoil


def _untitled(word: Any) -> None:
    word.core_properties.title = " "


def _undescribed(word: Any) -> None:
    for element in word.element.body.iter(qn("wp:docPr")):
        element.attrib.pop("descr")


def _skipping(word: Any) -> None:
    deep = next(p for p in word.paragraphs if p.style.name == "Heading 2")
    deep.style = "Heading 3"


def _two_languages(word: Any) -> None:
    next(word.styles.element.iter(qn("w:lang"))).set(qn("w:val"), "de-DE")


def _never_turned(word: Any) -> None:
    for section in word.sections:
        section.page_width, section.page_height = section.page_height, section.page_width


def _tiny(word: Any) -> None:
    word.styles["Table Text"].font.size = Pt(6)


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_never_turned, "table 1 is 728 points wide, on a page with 482"),
        (_never_turned, "section 1 says that its pages lie otherwise"),
        (_tiny, "the style TableText is set in 6 points"),
    ],
)
def test_a_fault_of_a_turned_page_is_found(spoil: Any, fault: str) -> None:
    wide = Table("Wide", tuple(f"Column {n}" for n in range(12)), ((("a",),) * 12,) * 3)
    word = docx.Document(
        BytesIO(paper_docx(Document(title="W", sections=(Section("S", (wide,)),))))
    )
    spoil(word)
    written = BytesIO()
    word.save(written)
    faults = faults_in_docx(written.getvalue())
    assert any(each.startswith(fault) for each in faults), faults


def test_a_paper_that_closes_after_its_appendices_is_found() -> None:
    document = hostile_papers()["pages"]
    word = docx.Document(BytesIO(paper_docx(document)))
    assert faults_of_order(paper_docx(document), document) == []
    for element in list(word.element.body):
        text = "".join(each.text or "" for each in element.iter(qn("w:t")))
        if element.tag == qn("w:p") and text == "Appendix A Wide":
            word.element.body.insert(0, element)
    written = BytesIO()
    word.save(written)
    assert faults_of_order(written.getvalue(), document) == ["closes after its appendices"]


def test_an_empty_page_of_a_pdf_is_found() -> None:
    paper = paper_pdf(hostile_papers()["pages"])
    assert empty_pages(paper) == []
    with pikepdf.open(BytesIO(paper)) as pdf:
        pdf.add_blank_page()
        written = BytesIO()
        pdf.save(written)
        last = len(pdf.pages)
    assert empty_pages(written.getvalue()) == [f"page {last} is empty"]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_untitled, "has no title"),
        (_without("w:tblHeader"), "table 1 does not repeat its header row"),
        (_without("w:tblLook"), "table 1 has neither header row nor row headers"),
        (_undescribed, "drawing 1 has no alternative text"),
        (_skipping, "a heading of level 3 stands directly under one of level 1"),
        (_two_languages, "names these languages"),
    ],
)
def test_a_fault_of_a_word_file_is_found(spoil: Any, fault: str) -> None:
    word = docx.Document(BytesIO(paper_docx(GOOD)))
    spoil(word)
    written = BytesIO()
    word.save(written)
    assert any(each.startswith(fault) for each in faults_in_docx(written.getvalue()))


def _each(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == kind]


def _drop(key: str, *, of: str = "") -> Any:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for each in _each(pdf, of) if of else [pdf.Root]:
            if key in each:
                del each[key]

    return spoil


def _no_header(pdf: pikepdf.Pdf) -> None:
    for cell in _each(pdf, "/TH"):
        cell.S = pikepdf.Name.TD


def _too_deep(pdf: pikepdf.Pdf) -> None:
    _each(pdf, "/H3")[0].S = pikepdf.Name.H6


def _lost_header(pdf: pikepdf.Pdf) -> None:
    for cell in _each(pdf, "/TH"):
        if "/ID" in cell:
            cell.ID = pikepdf.String("another")


def _no_mark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as about:
        del about["pdfuaid:part"]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_drop("/Lang"), "has no language"),
        (_drop("/MarkInfo"), "is not marked as tagged"),
        (_drop("/StructTreeRoot"), "is not tagged"),
        (_drop("/ViewerPreferences"), "shows its file name"),
        (_drop("/Outlines"), "has no outline"),
        (_drop("/Alt", of="/Figure"), "drawing 1 has no alternative text"),
        (_drop("/A", of="/TH"), "table 1 has a header cell without scope"),
        (_no_header, "table 1 has no header cell"),
        (_too_deep, "a heading of level 6 stands directly under one of level 2"),
        (_lost_header, "table 1 has a cell under a header that is not there"),
        (_no_mark, "does not say pdfuaid:part 1"),
    ],
)
def test_a_fault_of_a_pdf_is_found(spoil: Any, fault: str) -> None:
    with pikepdf.open(BytesIO(paper_pdf(GOOD))) as pdf:
        spoil(pdf)
        written = BytesIO()
        pdf.save(written)
    faults = faults_in_pdf(written.getvalue())
    assert any(each.startswith(fault) for each in faults), faults


def test_the_makefile_checks_documents_before_the_tests_on_a_build_server() -> None:
    def asked(**more: str) -> str:
        return subprocess.run(
            [str(shutil.which("make")), "--dry-run", "--always-make", "test"],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={"PATH": "/usr/bin:/bin", **more},
        ).stdout

    on_ci = asked(CI="true")
    assert on_ci.index("tools/check_documents.py") < on_ci.index("bin/pytest")
    assert "tools/check_documents.py" not in asked()


def test_the_check_knows_every_paper_of_the_samples() -> None:
    listed = subprocess.run(
        [
            sys.executable,
            "-c",
            "import check_documents as c; [print(name) for name, _ in c.papers()]",
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT / "tools",
    ).stdout.split()
    assert len(listed) == len(set(listed))
    for name in (
        "early-years-leadership-tameside-tameside-executive-cabinet",
        "early-years-leadership-stockport-stockport-scrutiny-report",
        "shared-education-services-cambridgeshire-cambridgeshire-committee-report",
        "hostile-tables",
    ):
        assert name in listed
