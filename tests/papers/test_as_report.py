"""A paper of ours read as any report is read: every word of it, and whence each comes."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.case.case import make_case
from moothall.documents.as_report import DraftReport, Home, as_report
from moothall.documents.document import (
    Block,
    Bullets,
    Document,
    InCell,
    Note,
    Paragraph,
    Picture,
    Quote,
    Section,
    Table,
)
from moothall.documents.report import Grid, Heading, Image, Prose, Report
from moothall.files.law import read_law
from moothall.files.programme_folder import read_programme
from moothall.files.reports.report_file import read_bytes
from moothall.proofread.rules import proofread_all
from moothall.render.docx import paper_docx
from moothall.render.html import paper_html

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SAMPLES = [
    ("stockport-tameside", date(2022, 3, 1)),
    ("cambridgeshire-peterborough", date(2019, 6, 1)),
]
OURS = ("Assumed: ", "To ask: ", "Unknown: ", "Not yet written: ", "Made from: ", "As known on: ")


def texts(report: Report) -> list[str]:
    """Every run of words of a report."""
    found = []
    for block in report.blocks:
        match block:
            case Heading() | Prose():
                found.append(block.text)
            case Grid():
                found += [cell for row in block.rows for cell in row]
            case Image():
                pass
    return [" ".join(text.split()) for text in found if text.strip()]


def papers(name: str, as_at: date) -> list[Document]:
    case = make_case(read_programme(EXAMPLES / name), read_law(), as_at)
    return [paper.document for paper in case.papers if paper.document is not None]


@pytest.mark.parametrize(("name", "as_at"), SAMPLES)
def test_a_paper_is_read_the_same_from_its_document_and_from_its_files(name: str, as_at: date):
    read = papers(name, as_at)
    assert len(read) >= 3
    for document in read:
        own = texts(as_report(document).report)
        files = (("docx", paper_docx(document)), ("html", paper_html(document).encode()))
        for ending, data in files:
            theirs = texts(read_bytes(data, f"paper.{ending}"))
            assert set(own) <= set(theirs), "no word that the paper does not print"
            more = [text for text in theirs if text not in own and not text.startswith(OURS)]
            printed = [text for text in more if not _is_frame(text, document)]
            assert not printed, "no word of the paper that was not read"


def _is_frame(text: str, document: Document) -> bool:
    """Captions, which a table holds apart, drawings, and what the paper rests on."""
    drawn = [b for s in document.sections for b in s.blocks if not isinstance(b, Paragraph)]
    named = [getattr(block, "title", getattr(block, "caption", "")) for block in drawn]
    named += [getattr(block, "caption", "") for block in document.front]
    frame = ("What this paper rests on", "Report format: ", "Moothall: ", "Figure ")
    return text.startswith(frame) or any(name and name in text for name in named)


_NOTHING_UNDER_IT = ("a_heading_has_something_under_it", "a_label_has_its_answer")


@pytest.mark.parametrize(("name", "as_at"), SAMPLES)
def test_the_proofreader_finds_in_a_draft_what_it_finds_in_the_file(name: str, as_at: date):
    for document in papers(name, as_at):
        own = as_report(document).report
        file = read_bytes(paper_docx(document), "paper.docx")
        found = [
            {(each.rule, each.quote) for each in proofread_all((report,), None, everything=False)}
            for report in (own, file)
        ]
        # In the file our own remark stands under an empty heading; in the draft nothing does.
        empty = {each for each in found[0] if each[0] in _NOTHING_UNDER_IT}
        assert found[0] - empty == found[1]


def test_every_block_says_where_it_stands_and_whose_words_it_is():
    quote = Quote(4, 9, "savings/archive.full_year_saving", "1,000")
    sheet = Table(
        "Front sheet",
        (),
        ((("Legal:",), ("Nobody objects.", "Nor shall they.")),),
        in_cells=(InCell(0, 1, 1, "passages/legal"),),
    )
    document = Document(
        title="Archive",
        authority="Ashby Borough Council",
        front=(sheet,),
        sections=(
            Section(
                "BACKGROUND",
                (
                    Paragraph("Not 1,100.", "1.1", "passages/why", (quote,)),
                    Note("Assumed", "nobody says so"),
                    Bullets(("one", "two"), ("a)", "b)"), "papers/p"),
                    Table("Costs", ("Year", "£"), ((("2026",), ("5",)),), label="Table 1"),
                    Picture("<svg/>", "Map", "A map."),
                ),
                "1.",
            ),
        ),
        appendices=(Section("Terms", (Paragraph("Notice."),), "Appendix A"),),
    )

    draft = as_report(document)

    assert [_where(draft, number) for number in range(len(draft.homes))] == [
        ("Archive", None, None, None, ""),
        ("Ashby Borough Council", None, None, None, ""),
        ("Legal:", None, 0, None, ""),
        ("BACKGROUND", 0, None, None, ""),
        ("Not 1,100.", 0, 0, None, "passages/why"),
        ("one", 0, 2, 0, "papers/p"),
        ("two", 0, 2, 1, "papers/p"),
        ("Year", 0, 3, None, ""),
        ("A map.", 0, 4, None, ""),
        ("Terms", 1, None, None, ""),
        ("Notice.", 1, 0, None, ""),
    ]
    assert draft.homes[2].of_cell(0, 1) == "passages/legal"
    assert not draft.homes[2].of_cell(0, 0)
    assert draft.homes[4].quotes == (quote,)
    places = [block.place for block in draft.report.blocks]
    assert str(places[4]) == "section BACKGROUND, paragraph 1.1"
    assert str(places[7]) == "section BACKGROUND, paragraph 1.1, table 2"
    assert draft.report.grids[1].caption == "Table 1: Costs"
    assert draft.report.grids[1].head_rows == 1
    assert draft.block_at(draft.report.grids[1].cell_place(1, 1)) == 7
    assert [draft.block_at(place) for place in places] == list(range(len(places)))


def _where(draft: DraftReport, number: int) -> tuple[object, ...]:
    block, home = draft.report.blocks[number], draft.homes[number]
    said = {Grid: lambda b: b.rows[0][0], Image: lambda b: b.alternative}
    text = said.get(type(block), lambda b: b.text)(block)
    return text, home.section, home.place, home.item, home.of


_WORDS = st.text(st.characters(categories=("L", "N", "P", "Zs", "Cc")), max_size=30)
_BLOCKS = st.one_of(
    st.builds(Paragraph, _WORDS, _WORDS),
    st.builds(Note, _WORDS, _WORDS),
    st.lists(_WORDS, max_size=3).map(lambda items: Bullets(tuple(items))),
    st.lists(st.lists(st.tuples(_WORDS), max_size=3).map(tuple), max_size=3).map(
        lambda rows: Table("t", (), tuple(rows))
    ),
)
_SECTIONS = st.builds(Section, _WORDS, st.lists(_BLOCKS, max_size=4).map(tuple))


@given(st.lists(_SECTIONS, max_size=4))
def test_whatever_a_document_holds_its_words_are_read_once_and_in_order(sections: list[Section]):
    document = Document(title="T", sections=tuple(sections))

    draft = as_report(document)

    assert len(draft.homes) == len(draft.report.blocks)
    words = [text for section in sections for text in (section.heading, *_said(section.blocks))]
    assert texts(draft.report) == ["T", *(" ".join(w.split()) for w in words if w.strip())]
    for home, block in zip(draft.homes, draft.report.blocks, strict=True):
        if home != Home(front=True):
            assert home.section is not None
            assert isinstance(block, Heading) == (home.place is None)


def _said(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                found.append(block.text)
            case Bullets():
                found += block.items
            case Table():
                found += [" ".join(cell) for row in block.rows for cell in row]
            case _:
                pass
    return found
