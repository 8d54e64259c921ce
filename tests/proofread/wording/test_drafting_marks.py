"""Marks of a draft in the paper that is published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.wording.drafting_marks import RULES

_WHO = st.sampled_from(["Leader", "Cabinet", "Council", "Mayor", "Chief Executive"])


def _found(text: str, *, everything: bool = False) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(f"1.1 {text}", "r"),), RULES, everything=everything)


@given(_WHO, _WHO)
def test_two_deciders_one_in_brackets_are_found(one: str, other: str) -> None:
    (found,) = _found(f"The grant will be awarded by the {one} [{other}] in May.")
    assert f"[{other}]" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "The scheme costs £40,000 [check with Finance] a year.",
        "The lease ends in 2031 [NB: confirm] and may be renewed.",
        "The consultation ran until insert date.",
        "Some XX homes will be built.",
        "The works take xx weeks.",
        "Officers will report back [officer to confirm when].",
        "The contract begins on date to be inserted. Comment [AB3]: is this right?",
        "It will be let through a framework (name of framework to be added).",
        "Authors should set out here any effect on health. Delete this guidance before publishing.",
    ],
)
def test_a_note_to_the_author_is_found(text: str) -> None:
    assert _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The judge said that “the Leader [Cabinet] may not fetter discretion”.",
        "The case of R v Council [2024] EWHC 12 is to the point.",
        "Status: [ ] For information [X] For decision",
        "See note [1] and note [b].",
        "Members heard that “[the] work goes on”.",
        "Officers were asked to insert a date in the plan for each action.",
        "The date is to be confirmed with the contractor next month.",
        "It was made under Title XX of the charter.",
    ],
)
def test_brackets_of_a_quotation_a_case_or_a_box_are_none(text: str) -> None:
    assert _found(text) == ()


@given(_WHO)
def test_what_is_still_open_is_told_only_on_request(who: str) -> None:
    text = f"The {who} will visit the site in May (TBC)."
    assert _found(text) == ()
    assert len(_found(text, everything=True)) == 1
