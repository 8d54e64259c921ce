"""One named person with two offices; a portfolio or directorate with a word exchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names import (
    held_offices,
    portfolio_names,
)
from moothall.proofread.proofread import proofread

_RULES = (*held_offices.RULES, *portfolio_names.RULES)
_OFFICES = st.sampled_from(
    [
        ("Acting Chief Accountant", "Acting Chief Analyst"),
        ("Interim Corporate Director Resources", "Interim Corporate Director Finance"),
        ("Assistant Director of Housing", "Assistant Director of Planning"),
        ("Head of Legal Services", "Head of Library Services"),
        ("Strategic Lead for Public Health", "Strategic Lead for Public Safety"),
        (
            "Cabinet Member for Finance, Trade and Town Centres",
            "Cabinet Member for Finance, Transport and Town Centres",
        ),
    ]
)
_PEOPLE = st.sampled_from(["Anna Archer", "Mr B Barker", "Dr C O’Hara", "Joe McCabe"])
_SAID = st.sampled_from(
    [
        "{name} ({office}) attended for this item.",
        "{name}, {office}, introduced the report.",
        "Report author: {name}, {office}",
        "From: {office}, {name}",
    ]
)


def _found(*paragraphs: str, everything: bool = False) -> tuple[TextFinding, ...]:
    text = "\n\n".join(paragraphs)
    return proofread((read_plain_text(text, "r"),), _RULES, everything=everything)


@given(_PEOPLE, _OFFICES, _SAID, _SAID)
def test_a_person_with_two_offices_is_found(
    name: str, offices: tuple[str, str], one: str, other: str
) -> None:
    found = _found(
        one.format(name=name, office=offices[0]),
        "Members thanked the officers for the work.",
        other.format(name=name, office=offices[1]),
    )
    assert any(
        offices[0].split()[-1] in finding.message and offices[1].split()[-1] in finding.message
        for finding in found
    )


@given(_PEOPLE, _OFFICES, _SAID, _SAID)
def test_a_person_with_one_office_is_left_in_peace(
    name: str, offices: tuple[str, str], one: str, other: str
) -> None:
    office = offices[0]
    paragraphs = [said.format(name=name, office=office) for said in (one, other)]
    assert _found(*paragraphs, everything=True) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # two offices that have nothing in common
        ("Anna Archer (Director of Housing)", "Anna Archer (Monitoring Officer)"),
        ("Mr B Barker, Deputy Leader", "Mr B Barker, Cabinet Member for Harbours"),
        # what she was, and what she is
        (
            "Anna Archer, then Assistant Director of Housing, began it.",
            "Anna Archer (Assistant Director of Planning)",
        ),
        # two people of one name
        ("Mr A Barker (Head of Harbours)", "Mrs C Barker (Head of Libraries)"),
        ("Anna Archer (Director of Housing)", "Anna Archer (interim Director of Housing)"),
        ("Anna Archer (Head of Parks & Beaches)", "Anna Archer, Head of Parks and Beaches"),
        ("Anna Archer (Head of Parks), Ben Cole (Head of Roads)", "Ben Cole, Head of Roads"),
    ],
)
def test_what_may_well_be_right_is_left_in_peace(one: str, other: str) -> None:
    assert _found(one, other) == ()


def test_a_shortened_office_is_told_only_on_request() -> None:
    paragraphs = ("Anna Archer (Head of Finance)", "Anna Archer, Head of Finance Operations")
    assert _found(*paragraphs) == ()
    (found,) = _found(*paragraphs, everything=True)
    assert found.confidence is Confidence.LOW


def test_the_office_under_a_name_in_the_table_of_contacts_is_read() -> None:
    place = Place(section="Contacts", table=1)
    grid = Grid(
        rows=(("Author", "Director"), ("Joe Cole", "Anna Archer"),
              ("Planner", "Corporate Director Resources")),
        place=place,
    )  # fmt: skip
    front = Prose(text="From: Corporate Director Finance, Anna Archer", place=Place(line=1))
    report = Report(file="r", blocks=(front, grid))
    (found,) = proofread((report,), held_offices.RULES)
    assert "Corporate Director Finance" in found.message


# --- portfolios -----------------------------------------------------------------------------------

_LISTS = st.sampled_from(
    [
        ("Growth, Environment and Transport", "Growth Economic and Transport"),
        ("Children, Young People and Education", "Children, Younger People and Education"),
        ("Finance, Corporate and Traded Services", "Finance, Commercial and Traded Services"),
    ]
)
_HELD = st.sampled_from(
    ["The {} Directorate overspent.", "The Corporate Director of {} will report.",
     "It is for the Cabinet Member for {} to decide."]
)  # fmt: skip


@given(_LISTS, _HELD, _HELD)
def test_a_portfolio_with_a_word_exchanged_is_found(
    lists: tuple[str, str], one: str, other: str
) -> None:
    found = _found(one.format(lists[0]), other.format(lists[1]))
    assert [finding.rule for finding in found] == ["a_portfolio_has_one_name"]


@given(_LISTS, _HELD, _HELD)
def test_a_portfolio_under_one_name_is_left_in_peace(
    lists: tuple[str, str], one: str, other: str
) -> None:
    assert _found(one.format(lists[0]), other.format(lists[0])) == ()


@given(_LISTS)
def test_portfolios_side_by_side_are_two(lists: tuple[str, str]) -> None:
    one, other = lists
    text = f"The {one} Directorate and the {other} Directorate share an office."
    assert _found(text, f"The {one} Directorate overspent.") == ()


def test_directorates_with_subjects_of_their_own_are_two() -> None:
    assert (
        _found(
            "The Adults, Health and Housing Directorate overspent.",
            "The Adults, Health and Education Directorate did not.",
        )
        == ()
    )
