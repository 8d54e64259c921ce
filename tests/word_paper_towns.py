"""A small paper of an invented council, to be taken to Word and brought back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from invented import write
from moothall.basics.citations import Citation
from moothall.case.case import Case, make_case
from moothall.documents.formats import Format, FormatSection, FrontField, FrontStyle, Numbering
from moothall.facts.papers import Abbreviation
from moothall.facts.programme import Programme
from moothall.facts.proposals import Passage
from moothall.files.law import read_law
from moothall.files.programme_folder import read_programme
from moothall.files.word_papers.coming_back import coming_back
from moothall.files.word_papers.held import HeldPaper
from moothall.files.word_papers.returned import Change, Returned
from moothall.files.word_papers.word_file import read_word_file
from moothall.papers.authored import in_word
from moothall.papers.papers import WrittenPaper, paper_in
from moothall.render.docx import paper_docx

DAY = date(2026, 5, 1)
SAVING = "savings/archive-saving.full_year_saving"
LAYOUT = Format(
    name="ashby-report",
    title="Ashby report",
    source="invented",
    front_style=FrontStyle.SHEET,
    numbering=Numbering.SECTIONS_AND_PARAGRAPHS,
    front=(
        FrontField(label="For:", content=("to_body",)),
        FrontField(label="Summary:", content=("summary",)),
        FrontField(label="Legal:", content=("legal",), authorised_by="the solicitor"),
    ),
    sections=(
        FormatSection(heading="Background", content=("background", "governance")),
        FormatSection(heading="Money", content=("financial", "savings_table")),
        FormatSection(heading="People", content=("hr",)),
        FormatSection(heading="When", content=("milestone_table",)),
    ),
)
WORDS = {
    "why": ("summary", "Three towns keep one archive each, and none has a conservator."),
    "past": ("background", "The archives were founded in 1894 and have moved four times."),
    "near": ("background", "QTS holders visit. The towns lie within ten miles of one another."),
    "board": ("governance", "A board of members would meet every quarter."),
    "cost": ("financial", f"One archive saves [[{SAVING}|(200)]] a year once it is open."),
}


@cache
def _case() -> Case:
    with TemporaryDirectory() as folder:
        programme = read_programme(write(Path(folder) / "three-towns"))
    layouts = tuple(LAYOUT if each.name == LAYOUT.name else each for each in programme.formats)
    short = Abbreviation(
        id="qts",
        source=Citation("ashby", "9"),
        known_on=date(2026, 1, 5),
        owner="ashby",
        short="QTS",
        full="qualified teacher status",
    )
    programme = replace(programme, formats=layouts, abbreviations=(short,))
    return make_case(programme, read_law(), DAY)


def passage(key: str, topic: str, text: str) -> Passage:
    return Passage(
        id=key,
        source=Citation("ashby", "1"),
        known_on=date(2026, 1, 5),
        owner="ashby",
        proposal="archive",
        topic=topic,
        authority="ashby",
        text=text,
    )


def held(
    words: Mapping[str, tuple[str, str]] = WORDS,
    *,
    saving: str = "",
    earlier: Mapping[str, tuple[str, ...]] | None = None,
    layout: Format = LAYOUT,
) -> HeldPaper:
    """The paper with these words, by the id of each passage."""
    case = _case()
    passages = tuple(passage(key, topic, text) for key, (topic, text) in words.items())
    layouts = tuple(layout if each.name == LAYOUT.name else each for each in case.programme.formats)
    programme: Programme = replace(case.programme, passages=passages, formats=layouts)
    if saving:
        figure = replace(programme.savings[0].full_year_saving, text=saving)
        savings = (replace(programme.savings[0], full_year_saving=figure),)
        programme = replace(programme, savings=savings)
    written = paper_in(
        programme,
        case.law,
        case.options,
        case.savings,
        next(each for each in case.routes if each.proposal == "archive"),
        DAY,
        "archive",
        "ashby",
    )
    return HeldPaper(programme, written, earlier or {})


def document_of(paper: HeldPaper) -> WrittenPaper:
    return paper.written


def taken_to_word(paper: HeldPaper) -> bytes:
    document = paper.written.document
    assert document is not None
    return paper_docx(document, in_word(paper.programme, paper.written, DAY))


def brought_back(data: bytes, paper: HeldPaper) -> Returned:
    return coming_back(read_word_file(data, "paper.docx"), paper)


def only(returned: Returned) -> Change:
    """The one thing that a file would change."""
    (change,) = returned.proposed
    return change
