"""Savings claimed in any words, and what only looks like a claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.savings.saving_claims import RULES

_CLAIMS = st.sampled_from(
    [
        "Smarter buying will deliver significant savings from next year.",
        "Substantial efficiencies are expected to be made across the estate.",
        "The new contract will reduce running costs and improve quality.",
        "Over the years the scheme will pay for itself.",
        "Considerable economies of scale will be achieved.",
        "Moving online will save money.",
        "The outreach workers will cut demand and generate substantial savings.",
        "Better joining-up will release savings that cover the gap.",
        "This will lead to real financial benefits for both councils.",
        "Further savings will be found through procurement.",
    ]
)


def _found(*paragraphs: str) -> tuple[TextFinding, ...]:
    text = "\n\n".join(f"1.{n} {words}" for n, words in enumerate(paragraphs, start=1))
    return proofread((read_plain_text(f"1. FINANCE\n\n{text}", "r"),), RULES)


@given(_CLAIMS)
def test_a_claim_of_saving_without_a_figure_is_found(claim: str) -> None:
    assert len(_found("Staff were told.", claim, "Members were told.")) == 1


@given(_CLAIMS, st.integers(min_value=2, max_value=900))
def test_a_claim_of_saving_with_its_figure_is_left_in_peace(claim: str, thousands: int) -> None:
    amount = f"The saving is £{thousands},000 a year."
    assert _found("Staff were told.", f"{claim} {amount}") == ()
    assert _found("Staff were told.", claim, amount) == ()


@given(_CLAIMS)
def test_the_cost_of_the_scheme_is_not_the_figure_of_its_saving(claim: str) -> None:
    assert len(_found("Staff were told.", f"{claim} It cost £0.3m last year.")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Savings will be reported to Cabinet each quarter.",
        "Further savings will be required in later years.",
        "Members asked how savings would be achieved.",
        "There is a risk that savings will not be achieved.",
        "Options for making savings will be brought forward.",
        "The proposal will deliver significant savings, as set out in Table 4.",
        "The savings in Appendix B will be delivered by March.",
        "The rest of the savings will be achieved in the current year.",
        "The review will identify further savings.",
        "It will save officers time.",
        "If demand falls, costs will reduce.",
    ],
)
def test_what_only_speaks_of_savings_claims_none(words: str) -> None:
    assert _found("Staff were told.", words, "Members were told.") == ()
