"""What a paper tells the body that it is for: the answers to its questions, and what changed."""

from dataclasses import replace
from datetime import date

import pytest

from moothall.appraisal.options import options_of
from moothall.documents.document import Block, Bullets, Paragraph, Table
from moothall.documents.formats import Format, FrontStyle, Numbering
from moothall.facts.papers import Paper
from moothall.facts.programme import Programme, known_by
from moothall.files.law import read_law
from moothall.governance.timetable import joint_route
from moothall.papers.brief import Brief
from moothall.papers.scrutiny_answers import changes_since_seen, reader_of, scrutiny_answers

BEFORE = date(2022, 2, 15)
FAMILIES = "body-st-children-families-scrutiny"


def brief_of(
    programme: Programme,
    proposal_id: str,
    as_at: date,
    paper: Paper | None = None,
    to: str = "",
) -> Brief:
    known = known_by(programme, as_at)[0]
    proposal = known.proposal(proposal_id)
    law = read_law()
    layout = Format(
        name="scrutiny",
        title="Scrutiny",
        source="invented",
        front_style=FrontStyle.TITLE,
        numbering=Numbering.NONE,
        sections=(),
        to=to,
    )
    return Brief(
        programme=known,
        law=law,
        as_at=as_at,
        proposal=proposal,
        authority=known.authority("stockport"),
        format=layout,
        options=next((o for o in options_of(known) if o.proposal == proposal_id), None),
        savings=(),
        route=joint_route(known, law, proposal, as_at),
        paper=paper,
    )


def table_in(blocks: list[Block]) -> Table:
    (table,) = (block for block in blocks if isinstance(block, Table))
    return table


def paper_named(programme: Programme, name: str) -> Paper:
    return next(each for each in programme.papers if each.id == name)


@pytest.mark.checklist("H15", "J08", "J11")
def test_the_next_paper_shows_the_committee_all_that_it_asked(stockport_tameside: Programme):
    paper = paper_named(stockport_tameside, "paper-000-children-families")
    brief = brief_of(stockport_tameside, "early-years-leadership", BEFORE, paper)

    blocks = scrutiny_answers(brief)

    assert blocks[0] == Paragraph("Members raised 12 matters; 7 have no reply yet.")
    rows = table_in(blocks).rows
    assert len(rows) == 12
    assert rows[0][0][1] == "(on Joint Director of Education)"
    assert rows[0][1] == ("Children and Families Scrutiny Committee", "Wed 17 Mar 2021")
    assert rows[0][2][0] == "The proposal went to Group Leaders first and then to scrutiny."
    assert "Wed 17 Mar 2021" in rows[0][2][1]
    unanswered = [row for row in rows if row[2][0] == "No reply is recorded yet."]
    assert len(unanswered) == 7
    assert all(row[3] == ("Nothing is recorded",) for row in rows)
    assert {str(each) for each in brief.cited} >= {"002 b6", "002 b21"}


def test_another_committee_finds_what_was_asked_on_this_proposal(stockport_tameside: Programme):
    paper = replace(paper_named(stockport_tameside, "paper-000-crmg"), proposal="joint-director")
    brief = brief_of(stockport_tameside, "joint-director", BEFORE, paper)
    assert len(table_in(scrutiny_answers(brief)).rows) == 8
    early = brief_of(stockport_tameside, "early-years-leadership", BEFORE, paper)
    assert scrutiny_answers(early) == []


def test_what_was_asked_at_the_meeting_itself_is_for_the_next_paper(
    stockport_tameside: Programme,
):
    paper = paper_named(stockport_tameside, "paper-002-director")
    brief = brief_of(stockport_tameside, "joint-director", date(2021, 3, 17), paper)
    assert scrutiny_answers(brief) == []


def test_a_question_that_a_paper_is_recorded_to_answer_is_not_carried_to_other_proposals(
    stockport_tameside: Programme,
):
    paper = paper_named(stockport_tameside, "paper-000-children-families")
    comments = tuple(
        replace(each, appears_in=paper.id) if each.reply else each
        for each in stockport_tameside.comments
    )
    shown = replace(stockport_tameside, comments=comments)
    brief = brief_of(shown, "early-years-leadership", BEFORE, paper)
    assert len(table_in(scrutiny_answers(brief)).rows) == 7


@pytest.mark.checklist("J07")
def test_the_paper_says_what_changed_since_the_committee_last_had_it(
    stockport_tameside: Programme,
):
    paper = replace(
        paper_named(stockport_tameside, "paper-000-children-families"),
        proposal="education-send-scoping",
    )
    blocks = changes_since_seen(
        brief_of(stockport_tameside, "education-send-scoping", BEFORE, paper)
    )
    first = blocks[0]
    assert isinstance(first, Paragraph)
    assert "last had this before it on Wed 17 Mar 2021. Since then" in first.text
    headings = [b.text for b in blocks[1:] if isinstance(b, Paragraph)]
    assert headings == ["Money:", "Days:", "Scope:", "Other matters:"]
    items = [item for b in blocks if isinstance(b, Bullets) for item in b.items]
    assert "Option “Formal shared services”: new." in items


def test_a_committee_that_never_had_it_is_told_that(stockport_tameside: Programme):
    paper = paper_named(stockport_tameside, "paper-000-children-families")
    (only,) = changes_since_seen(
        brief_of(stockport_tameside, "early-years-leadership", BEFORE, paper)
    )
    assert isinstance(only, Paragraph)
    assert "No day is recorded on which Children and Families Scrutiny Committee" in only.text


def test_without_a_paper_the_reader_is_the_formats_body_or_what_decides(
    stockport_tameside: Programme,
):
    scrutiny = brief_of(stockport_tameside, "early-years-leadership", BEFORE, to="scrutiny")
    assert getattr(reader_of(scrutiny), "id", "") == FAMILIES  # the lead committee
    decides = brief_of(stockport_tameside, "early-years-leadership", BEFORE)
    assert getattr(reader_of(decides), "id", "") == "body-st-cabinet"
    nobody = brief_of(stockport_tameside, "early-years-leadership", BEFORE, to="council")
    assert reader_of(nobody) is None
    assert changes_since_seen(nobody) == []
