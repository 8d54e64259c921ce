"""Makers and checkers under a full name and an initial, and decisions whose decider is not told."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.deciders import decisions_name_who_decided
from moothall.proofread.answers.made_and_checked import what_one_made_another_checks
from moothall.proofread.answers.own_clearance import who_made_it_does_not_clear_it
from moothall.proofread.finding import Confidence

_RULES = (
    what_one_made_another_checks,
    who_made_it_does_not_clear_it,
    decisions_name_who_decided,
)


def _found(text: str) -> list[str]:
    report = read_plain_text(text, "report")
    return [
        finding.message
        for rule in _RULES
        for finding in rule(report)
        if finding.confidence is not Confidence.LOW
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Filled in by: J. Marlow, Ferry Lead\nIndependently checked by: J. Marlow, Ferry Lead",
        "Form drawn up by: Alun Price\nAuthorising officer: A. Price (Head of Piers)",
        (
            "The waiver was asked for by the Assistant Director (Piers), Moira Tully, on the form. "
            "Approval box: Satisfied that the grounds are made out – M. Tully, AD Piers."
        ),
        "The exemption was sought by Dora Finch, Head of Ferries. It was granted by D. Finch.",
        "Author, reviewer and approver: Ted Boon",
        "The harbour master wrote the business case; the same officer signed it off.",
        "It has been settled that the paddling pool will not be filled again.",
        "A decision was taken over the summer to merge the two councils' lamp rooms.",
        "Agreement has been reached to pay the lamp trust £40,000.",
    ],
)
def test_one_person_or_nobody_is_told(text: str) -> None:
    assert len(_found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The order was raised by Iris Colley and approved by Ivan Colley.",
        "Prepared by: Ann Hill\nApproved by: Cabinet",
        "Filled in by: J. Marlow\nIndependently checked by: M. Marlow",
        "It was settled by Cabinet in May that the library will move.",
        "A decision was taken by the Harbour Board over the summer to close the line.",
        "Agreement has been reached with the trust.",
    ],
)
def test_two_people_or_a_body_that_is_told_are_left_alone(text: str) -> None:
    assert _found(text) == []
