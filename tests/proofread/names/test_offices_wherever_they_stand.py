"""Offices wherever a sentence gives them, two in one paragraph, and one office under two names."""

import pytest

from moothall.documents.report import Place, Prose, Report
from moothall.proofread.names import held_offices, holders_of_an_office
from moothall.proofread.proofread import proofread

_RULES = (*held_offices.RULES, *holders_of_an_office.RULES)


def _told(*paragraphs: str) -> set[str]:
    blocks = tuple(
        Prose(text=text, place=Place(line=line)) for line, text in enumerate(paragraphs, 1)
    )
    found = proofread((Report(file="r", blocks=blocks),), _RULES)
    return {finding.rule for finding in found}


@pytest.mark.parametrize(
    "paragraphs",
    [
        # two portfolios with nothing in common
        (
            "Councillor Ada Wynn opened the item as Cabinet Member for Harbours.",
            "Councillor Wynn, Cabinet Member for Schools and Youth, will report in May.",
        ),
        # “and” within the office
        (
            "The Ferry and Quay Commissioner, Ada Wynn, was heard.",
            "Members thanked the Deputy Ferry and Quay Commissioner, Ada Wynn, for an answer.",
        ),
        # one rank and another in one subject
        ("The Head of Internal Audit, Bo Cole, agrees. Bo Cole, as Audit Manager, will attend.",),
        # the Leader is not her own deputy
        (
            "“The new hours will suit,” said Councillor Ada Wynn, Leader of the Council.",
            "For interviews with the Deputy Leader, Councillor Ada Wynn, ring the press desk.",
        ),
        ("The Town Clerk, Mr P. Cole, read it. The Deputy Town Clerk, Mr P. Cole, will reply.",),
    ],
)
def test_two_offices_of_one_person_are_told(paragraphs: tuple[str, ...]) -> None:
    assert _told(*paragraphs) == {"a_person_is_given_one_office"}


@pytest.mark.parametrize(
    "paragraphs",
    [
        # two offices at one mention
        ("The Deputy Leader, Councillor Ada Wynn, Cabinet Member for Harbours, spoke.",),
        ("Councillor Ada Wynn was Cabinet Member for Harbours until May.",
         "Councillor Ada Wynn, Cabinet Member for Libraries, spoke."),
        # a portfolio in short
        ("Councillor Ada Wynn, Cabinet Member for Harbours and Ferries, spoke.",
         "Councillor Ada Wynn answered as Cabinet Member for Ferries."),
        # what follows the dash is the next sentence
        ("Locum Clerk, Ada Wynn – the Town Clerk thanked Ada Wynn for her notes.",
         "Ada Wynn - Locum Clerk"),
        # a portfolio of another member
        ("Councillor Ada Wynn asked the Cabinet Member for Harbours, Councillor Bo Cole, why.",
         "Councillor Ada Wynn, Cabinet Member for Libraries, agreed."),
        # two holders: other initials, a successor, another office
        ("The Independent Person, Mr G. Fell, wrote.",
         "The Independent Person, Mr D. Full, wrote."),
        ("The former Independent Person, Mr G. Fell, wrote.",
         "The Independent Person, Mr G. Full, wrote."),
        ("The Independent Person, Mr G. Fell, wrote.", "The Town Clerk, Mr G. Full, wrote."),
    ],
)  # fmt: skip
def test_what_may_well_be_right_is_left_alone(paragraphs: tuple[str, ...]) -> None:
    assert _told(*paragraphs) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mr G. Fell", "Mr G. Full"), ("Ms D. Holt", "Ms D. Hoult"), ("Mrs Amos", "Mrs Ames")],
)
def test_an_office_has_one_holder(one: str, other: str) -> None:
    told = _told(
        f"The Independent Person, {one}, gave a view. "
        f"Having heard the Independent Person, {other}, the panel found no breach."
    )
    assert told == {"an_office_is_held_under_one_name"}
