"""The table of clearances in a paper: of each part the latest, and never a silence for a Yes."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cleared_towns import clearance, cleared, paper, towns
from moothall.case.case import Case, make_case
from moothall.documents.document import Table
from moothall.facts.programme import Programme
from moothall.files.law import read_law
from moothall.files.programme_folder import read_programme

DAY = date(2026, 5, 20)


def case_of(folder: Path, **more: Any) -> Case:
    return make_case(read_programme(towns(folder / "towns", **more)), read_law(), DAY)


def printed(case: Case) -> list[tuple[str, tuple[str, ...]]]:
    """(what is asked, what stands beside it) of Ashby's table; none where it has no table."""
    document = next(each.document for each in case.papers if each.authority == "ashby")
    assert document is not None
    return [
        (row[0][0], row[1])
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table) and block.caption == "Officer clearance"
        for row in block.rows
    ]


def test_a_paper_prints_the_latest_clearance_of_each_part(tmp_path: Path) -> None:
    case = case_of(
        tmp_path,
        clearances=(
            cleared(answer="no", comment="Which year?"),
            cleared("Law", officer="Leo Law", words=["Older words."]),
            clearance(
                "again",
                "Money",
                answer="yes",
                officer="Fay Officer",
                asked_on="2026-05-10",
                answered_on="2026-05-12",
            ),
        ),
    )
    assert printed(case) == [
        ("Is Money cleared?", ("Yes", "Name of officer: Fay Officer")),
        ("Is Law cleared?", ("Yes", "Name of officer: Leo Law")),
    ]


def test_the_earlier_ones_stay_among_the_facts_and_are_not_cited_by_the_paper(
    tmp_path: Path,
) -> None:
    again = clearance("again", "Money", asked_on="2026-05-10", source="brae 7")
    case = case_of(tmp_path, clearances=(cleared(source="brae 3"), again))
    assert [each.id for each in case.programme.clearances] == ["clears-money", "again"]
    document = next(each.document for each in case.papers if each.authority == "ashby")
    assert document is not None
    rests_on = dict(document.provenance)["Made from"]
    assert "document brae: 7" in rests_on
    assert "brae: 3" not in rests_on


def test_a_part_that_was_asked_again_is_not_printed_as_cleared(tmp_path: Path) -> None:
    again = clearance("again", "Money", asked_on="2026-05-10")
    case = case_of(tmp_path, clearances=(cleared(), again))
    assert printed(case) == [("Is Money cleared?", ("Asked, not answered yet",))]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"officer": None}, "No officer has answered"),
        ({"comment": "Deemed cleared: no reply received."}, "Asked, not answered yet"),
        ({"answered_on": "2026-05-25"}, "Asked, not answered yet"),
    ],
)
def test_nobodys_silence_is_printed_as_a_yes(
    tmp_path: Path, more: dict[str, Any], words: str
) -> None:
    case = case_of(tmp_path, clearances=(cleared(**more),))
    assert printed(case) == [("Is Money cleared?", (words,))]


def test_the_order_is_that_of_the_councils_own_list(tmp_path: Path) -> None:
    asked = tuple(
        clearance(f"asks-{area.lower()}", area)
        for area in ("Climate", "Procurement", "Law", "Money")
    )
    assert [question for question, _ in printed(case_of(tmp_path, clearances=asked))] == [
        "Is Money cleared?",
        "Is Law cleared?",
        "Is Procurement cleared?",
        "Is Climate cleared?",
    ]


def test_a_paper_in_another_format_keeps_its_own_clearances(tmp_path: Path) -> None:
    board = paper(format="programme-board-paper", dated="1 July 2026")
    later = cleared(paper="board-paper", officer="Bo Board", answered_on="2026-05-18")
    case = case_of(
        tmp_path,
        papers=(paper(), board | {"id": "board-paper"}),
        clearances=(cleared(), later | {"id": "for-the-board"}),
    )
    assert printed(case) == [("Is Money cleared?", ("Yes", "Name of officer: Fay Officer"))]


@pytest.mark.checklist("K06")
def test_all_seven_clearances_of_document_004_are_printed(
    cambridgeshire_peterborough: Programme,
) -> None:
    case = make_case(cambridgeshire_peterborough, read_law(), date(2018, 10, 1))
    papers = [each for each in case.papers if each.document is not None]
    tables = [
        block
        for each in papers
        for section in (each.document.sections if each.document else ())
        for block in section.blocks
        if isinstance(block, Table) and block.caption == "Officer clearance"
    ]
    assert [len(each.rows) for each in tables] == [7]
