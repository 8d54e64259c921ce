"""Work that is cleared by whoever did it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers import made_and_checked, own_work
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread

_OFFICERS = st.sampled_from(["Treasurer", "Head of Assets", "Director of Place", "County Surveyor"])
_THINGS = st.sampled_from(["forecasts", "valuations", "estimates", "risk scores"])

_RULES = (*own_work.RULES, *made_and_checked.RULES)


def _found(text: str) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(text, "r"),), _RULES)


@given(_OFFICERS, _THINGS)
def test_work_reviewed_by_its_own_author_is_found(officer: str, things: str) -> None:
    assert len(_found(f"1.1 The {officer} has reviewed the {things} that she prepared.")) == 1
    assert len(_found(f"1.1 The {officer}, who prepared the {things}, has certified them.")) == 1
    assert len(_found(f"1.1 The {officer} gave his own independent assurance of them.")) == 1
    assert len(_found(f"1.1 The {things} were prepared and approved by the {officer}.")) == 1


@given(_OFFICERS, _THINGS)
def test_work_reviewed_by_another_is_left_in_peace(officer: str, things: str) -> None:
    assert _found(f"1.1 The {officer} has reviewed the {things} that Finance prepared.") == ()
    assert _found(f"1.1 The {things} were prepared by Finance and approved by the {officer}.") == ()
    assert _found(f"1.1 Independent assurance of the {things} was given by the auditor.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The figures were checked by the report's author.",
        "The consultants have evaluated the scheme they designed.",
        "The assessment was verified by the same officer who wrote it.",
        "The service has carried out its own independent review of the closure.",
    ],
)
def test_other_words_for_clearing_oneself_are_found(text: str) -> None:
    assert len(_found(f"1.1 {text}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Council has its own assurance framework.",
        "Each school has its own budget and has reviewed it.",
        "Officers reviewed their plans and produced a new draft.",
        "The committee approved the plan and they wrote to the Minister.",
        "Residents have their own advice service.",
    ],
)
def test_what_is_ones_own_otherwise_is_left_in_peace(text: str) -> None:
    assert _found(f"1.1 {text}") == ()


def test_a_front_sheet_names_two_officers() -> None:
    table = "Prepared by\tJane Hart\nReviewed by\t{}\nVersion\t2\n"
    assert len(_found(table.format("Jane Hart"))) == 1
    assert _found(table.format("Tom Gale")) == ()
    assert len(_found("Report author: Jane Hart\n\nReviewed by: Jane Hart\n\n1.1 Text.")) == 1
