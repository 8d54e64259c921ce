"""What is exempt stands in the annex with its reasons, and nowhere in the paper for the public."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from town_papers import (
    DAY,
    LAYOUT,
    SAVING,
    changed,
    common,
    exempt,
    found,
    having,
    paper_of,
    passage,
    tables,
    town,
    words,
    worked_up,
)

from moothall.basics.figures import Figure, read_figure
from moothall.documents.document import Document
from moothall.facts.decisions import Decision
from moothall.facts.fact import Fact, reference_fields
from moothall.facts.programme import KINDS, Programme
from moothall.papers.insertions import WITHHELD

HIDDEN = "Zanzibar"
HIDDEN_FIGURE = "987,654"
WHY = "Quokka: the bidder would learn it."

SECRETIVE = (
    LAYOUT
    + """\
appendices:
  - {heading: Exemption, content: [exempt_notice], optional: yes}
"""
)


@pytest.fixture
def archive(tmp_path: Path) -> Programme:
    return town(tmp_path / "three-towns", SECRETIVE)


def two_parts(programme: Programme, format_name: str = "") -> tuple[Document, Document]:
    paper = paper_of(programme, format_name=format_name)
    assert paper.document is not None
    assert paper.annex is not None
    return paper.document, paper.annex


def test_where_nothing_is_exempt_there_is_no_annex(archive: Programme) -> None:
    assert paper_of(having(archive, passages=[passage("Open.")])).annex is None


@pytest.mark.checklist("J09")
def test_an_exempt_passage_stands_in_the_annex_under_its_heading(archive: Programme) -> None:
    open_words = passage("The purpose is open.", key="open")
    archive = having(archive, passages=[open_words, exempt(passage(f"{HIDDEN} bids."), WHY)])
    document, annex = two_parts(archive)
    assert HIDDEN not in repr(document)
    said = words(document, "Purpose")
    assert said.startswith("The purpose is open. Part of what belongs here is exempt.")
    assert "paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972" in said
    assert [(each.number, each.heading) for each in annex.sections] == [("1.", "Purpose")]
    assert words(annex, "Purpose") == f"The purpose is open. {HIDDEN} bids."


def test_the_annex_says_on_what_the_exemption_rests_and_the_paper_does_not_tell_why(
    archive: Programme,
) -> None:
    archive = having(archive, passages=[exempt(passage(f"{HIDDEN} bids."), WHY)])
    document, annex = two_parts(archive)
    assert WHY not in repr(document)
    why = next(table for table in tables(annex) if table.caption == "Why it is exempt")
    assert why.rows[0][0] == ("3",)
    assert why.rows[0][2] == (WHY,)
    assert annex.subtitle == "Not for publication"
    assert "Part B" in annex.title
    notice = words(document, "Exemption")
    assert "not for publication under paragraph 3" in notice
    assert "financial or business affairs" in notice


def test_an_exempt_row_leaves_its_table_and_the_annex_has_the_whole_table(
    archive: Programme,
) -> None:
    milestones = [exempt(each, WHY) if each.id == "decide" else each for each in archive.milestones]
    archive = replace(archive, milestones=tuple(milestones))
    document, annex = two_parts(archive)
    assert [row[0] for row in named(document, "Milestones").rows] == [("Listening",)]
    assert [row[0] for row in named(annex, "Milestones").rows] == [("Listening",), ("Decision",)]


def test_a_front_sheet_keeps_back_its_row_alone(archive: Programme) -> None:
    archive = having(archive, passages=[exempt(passage(f"{HIDDEN}.", topic="policy"), WHY)])
    document, annex = two_parts(archive)
    assert HIDDEN not in repr(document)
    rows = {row[0][0]: row[1] for row in named(document, "Front sheet").rows}
    assert rows["For:"] == ("Ashby Executive",)
    assert rows["Policy:"][0].startswith("Part of what belongs here is exempt")
    assert [row[0][0] for row in named(annex, "Front sheet").rows] == ["Policy:"]


def test_public_words_that_quote_an_exempt_figure_print_a_gap(archive: Programme) -> None:
    text = f"It saves [[{SAVING}.full_year_saving|{HIDDEN_FIGURE}]]."
    archive = having(archive, passages=[passage(text)])
    secret = exempt(archive.savings[0], WHY)
    archive = replace(archive, savings=(secret,))
    document, annex = two_parts(archive)
    assert words(document, "Purpose").startswith(f"It saves {WITHHELD}.")
    assert HIDDEN_FIGURE not in repr(document)
    assert "(200)" not in repr(document)
    assert words(annex, "Purpose") == "It saves (200)."
    (message,) = found(archive, "words_for_the_public_quote_nothing_exempt")
    assert "exempt under paragraph 3" in message


def test_the_day_of_an_exempt_meeting_is_withheld_where_it_is_quoted(archive: Programme) -> None:
    text = "It is decided on [[route.ashby.decides_on|Wed 10 Jun 2026]]."
    archive = having(archive, passages=[passage(text)])
    meetings = [exempt(m, WHY) if m.id == "ashby-meets" else m for m in archive.meetings]
    archive = replace(archive, meetings=tuple(meetings))
    document, annex = two_parts(archive)
    assert words(document, "Purpose").startswith(f"It is decided on {WITHHELD}.")
    assert "10 Jun 2026" not in repr(document)
    assert words(annex, "Purpose") == "It is decided on Wed 10 Jun 2026."


def test_of_an_exempt_proposal_the_public_learns_only_that_it_is_so(archive: Programme) -> None:
    archive = changed(archive, "proposals", "archive", name=HIDDEN)
    archive = replace(archive, proposals=(exempt(archive.proposals[0], WHY),))
    document, annex = two_parts(archive)
    assert HIDDEN not in repr(document)
    assert document.title == "A matter to be considered in private"
    assert document.sections == ()
    assert annex.title.startswith(HIDDEN)


def test_a_source_of_exempt_words_alone_is_no_background_paper(archive: Programme) -> None:
    secret = exempt(passage("Priced.", source=archive.bodies[1].source), WHY)
    document, annex = two_parts(having(archive, passages=[passage("Open.", key="a"), secret]))
    assert "Report of ashby" in words(document, "Sources")
    assert "Report of brae" not in words(document, "Sources")
    assert [each.heading for each in annex.sections] == ["Purpose"]


def test_an_exempt_decision_stands_in_the_annex_of_its_notice(archive: Programme) -> None:
    decision = Decision(
        **common("done"),
        proposal="archive",
        authority="ashby",
        body="ashby-decides",
        decided_on=DAY,
        text=f"{HIDDEN} is awarded.",
    )
    document, annex = two_parts(
        having(archive, decisions=[exempt(decision, WHY)]), "decision-notice"
    )
    assert HIDDEN not in repr(document)
    assert words(annex, "Decision") == f"{HIDDEN} is awarded."


def named(document: Document, caption: str) -> Any:
    return next(table for table in tables(document) if table.caption == caption)


def secretive(value: Any, kept: frozenset[str] = frozenset()) -> Any:
    """The value with every free word and figure in it replaced by one to look for."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return f"{HIDDEN} {value}"
    if isinstance(value, Figure):
        return read_figure(HIDDEN_FIGURE)
    if isinstance(value, tuple):
        return tuple(secretive(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        try:
            return replace(
                value,
                **{
                    field.name: secretive(getattr(value, field.name))
                    for field in fields(value)
                    if field.name not in kept and field.name not in NOT_WORDS
                },
            )
        except (ValueError, TypeError):
            return value
    return value


NOT_WORDS = {"id", "source", "known_on", "owner", "assumed", "exempt", "year", "authority"}
NOT_WORDS |= {"starts_at", "text", "earliest", "latest", "kind"}


def secret_of(fact: Fact) -> Any:
    kept = frozenset(name for name, _ in reference_fields(type(fact)))
    made = secretive(fact, kept)
    text = getattr(fact, "text", None)
    return replace(made, text=f"{HIDDEN} {text}") if isinstance(text, str) else made


def facts_of_proposals(programme: Programme) -> Iterator[tuple[str, int]]:
    for kind in KINDS:
        yield from ((kind, place) for place in range(len(getattr(programme, kind))))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_whatever_fact_is_exempt_no_word_or_figure_of_it_is_in_a_public_paper(
    stockport_tameside: Programme, data: st.DataObject
) -> None:
    kind, place = data.draw(st.sampled_from(list(facts_of_proposals(stockport_tameside))))
    held = list(getattr(stockport_tameside, kind))
    held[place] = exempt(secret_of(held[place]), f"{HIDDEN}, and why")
    programme = replace(stockport_tameside, **{kind: tuple(held)})
    case = worked_up(programme, max(fact.known_on for _, fact in programme.facts()))
    others = ("programme-board-paper", "decision-notice", "agenda-item-with-minutes")
    papers = [
        case.paper(each.proposal, each.authority, name)
        for each in case.papers
        for name in ("", *others)
    ]
    for paper in papers:
        said = repr(paper.document)
        assert HIDDEN not in said, f"{kind} {paper.authority} {paper.format}"
        assert HIDDEN_FIGURE not in said, f"{kind} {paper.authority} {paper.format}"
