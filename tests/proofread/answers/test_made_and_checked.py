"""Who made a thing and who checked it, in the fields of a form and in sentences."""

import pytest

from moothall.proofread.answers.made_and_checked import RULES
from ordinary_wordings import found_by

ONE_AND_THE_SAME = (
    (
        "The screening was carried out by the Head of Ferries. The assurance check, to be by "
        "a second officer, was then made by the Head of Ferries, who was content."
    ),
    "Report author: Jo Rope, Harbour Accountant\nFinance clearance (must be by another): Jo Rope",
    (
        "Waiver. Requested by: Director of Piers. Value: £38,000. Approved by: Director of "
        "Piers, as "
        "the rules ask for a director other than the one who requests."
    ),
    (
        "The estimate was prepared by the Principal Engineer. It has since been verified by the "
        "Principal Engineer and is thought robust."
    ),
    "The business case was drafted by Hal Bight in May. Hal Bight reviewed it in June.",
    "Completed by: Jo Rope, Policy Officer\nQuality assured by: Jo Rope",
    (
        "The savings were calculated by the Head of Lamps; independent assurance was given by the "
        "Head of Lamps."
    ),
    "Timesheets raised by: Mark Fen. Countersigned by: Mark Fen.",
    "Step\tOfficer\nEstimate prepared by\tA. Holt\nEstimate checked by\tA. Holt",
    "The expenses were claimed by the Chief Executive and authorised by the Chief Executive.",
)
TWO_PEOPLE = (
    "Report author: Jo Rope, Harbour Accountant\nFinance clearance: Hal Bight",
    "The estimate was prepared by the Principal Engineer and checked by the Head of Finance.",
    "Report of: Director of Piers\nContact: Jo Rope\nCleared by: Director of Lamps",
    "The plan was prepared by the Director of Piers and approved by Cabinet.",
    "The screening must not be checked by the Head of Ferries, by whom it was carried out.",
    "Completed by: Jo Rope\nDate completed: 4 May\nApproved by: Hal Bight",
    "Cllr Bight proposed and Cllr Rope seconded the motion.",
    "Requested by: Director of Piers. Approved by: Director of Lamps.",
    "Prepared by: Finance Team. Reviewed by: Finance Team manager, J. Rope.",
)


@pytest.mark.parametrize("text", ONE_AND_THE_SAME, ids=range(len(ONE_AND_THE_SAME)))
def test_one_who_made_it_and_checked_it_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", TWO_PEOPLE, ids=range(len(TWO_PEOPLE)))
def test_two_people_are_let_be(text: str) -> None:
    assert not found_by(RULES, text)
