"""Every heading of every format stands on the page once, with all that the paper says under it."""

from datetime import date

import pytest

from moothall.case.case import Case, make_case
from moothall.documents.document import Document, Paragraph, Table
from moothall.documents.formats import Format, FrontStyle
from moothall.facts.programme import Programme
from moothall.files.law import read_law
from moothall.papers.choosing import formats_for
from moothall_web.writing.margin import Margin, margin_of
from moothall_web.writing.outline import PaperHeading, outline
from moothall_web.writing.queries import topics_of

DAYS = {"stockport-tameside": date(2022, 3, 1), "cambridgeshire-peterborough": date(2019, 6, 1)}


@pytest.fixture(scope="module", params=sorted(DAYS))
def case(request: pytest.FixtureRequest) -> Case:
    name = request.param.replace("-", "_")
    programme: Programme = request.getfixturevalue(name)
    return make_case(programme, read_law(), DAYS[request.param])


def papers(case: Case) -> list[tuple[str, str, Format, Document]]:
    found = []
    for proposal in case.programme.proposals:
        for code in proposal.parties:
            council = case.programme.authority(code)
            for layout in formats_for(case.programme, proposal, council, case.as_at):
                written = case.paper(proposal.id, code, layout.name)
                if written.document is not None:
                    found.append((proposal.id, code, layout, written.document))
    return found


def test_every_section_of_every_paper_is_found_under_its_heading(case: Case):
    every = papers(case)
    assert len(every) > 5
    for proposal, code, layout, document in every:
        headings = outlined(case, proposal, code, layout, document, Margin(notes=()))

        printed = [*document.sections, *document.appendices]
        there = [each for each in headings if each.number or each.lines]
        sections = [each for each in there if not each.id.startswith("front")]
        assert [each.text for each in sections] == [each.heading for each in printed]
        for heading, section in zip(sections, printed, strict=True):
            assert [line.block for line in heading.lines] == list(section.blocks)
        if layout.front_style is not FrontStyle.TITLE and layout.front:
            front = [each for each in headings if each.id.startswith("front")]
            assert len(front) == len(layout.front)
            tables = [b for b in document.front if isinstance(b, Table) and b.head]
            assert all(
                any(line.block == table for each in front for line in each.lines)
                for table in tables
            )


def test_all_words_of_people_can_be_reached_and_all_findings_stand_somewhere(case: Case):
    for proposal, code, layout, document in papers(case):
        margin = margin_of(document, layout)
        headings = outlined(case, proposal, code, layout, document, margin)

        reached = {line.passage.id for h in headings for line in h.lines if line.passage}
        reached |= {passage.id for h in headings for passage in h.apart}
        carried = {
            each.id
            for each in case.programme.passages
            if each.proposal == proposal
            and each.authority in (None, code)
            and each.topic in topics_of(layout)
        }
        assert reached == carried
        notes = [note.number for h in headings for note in h.all_notes]
        assert len(notes) == len(set(notes)), "beside one line only"


def outlined(
    case: Case, proposal: str, code: str, layout: Format, document: Document, margin: Margin
) -> tuple[PaperHeading, ...]:
    return outline(case.programme, proposal, code, layout, document, margin)


def test_a_finding_names_the_fact_whose_words_it_is_about(case: Case):
    kinds = set()
    for _, _, layout, document in papers(case):
        held = [b for s in document.sections for b in s.blocks if isinstance(b, Paragraph) and b.of]
        for note in margin_of(document, layout).notes:
            if note.home is not None and note.home.place is not None and note.of:
                kinds.add(note.of.partition("/")[0])
                assert any(note.of == block.of for block in held) or note.home.front
    assert "passages" in kinds
