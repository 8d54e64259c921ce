"""Opinions: of how many people, and of which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.opinions.opinions import RULES
from moothall.proofread.proofread import proofread
from runaway import comes_to_an_end

_SHARES = st.sampled_from(
    [
        *("Four out of five", "Nine in ten", "Nearly all the", "The vast majority of"),
        *("Two-thirds of", "Three quarters of", "72% of", "Almost all", "A clear majority of the"),
    ]
)
_GROUPS = st.sampled_from(["traders", "tenants", "parents", "users", "young people", "carers"])
_OPINIONS = st.sampled_from(
    ["supported the plan", "were happy with it", "wanted longer hours", "felt safe in the park"]
)


def _found(text: str) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(f"1.1 {text}", "r"),), RULES)


@given(_SHARES, _GROUPS, _OPINIONS)
def test_a_share_of_a_group_that_nobody_counted_is_found(
    share: str, group: str, opinion: str
) -> None:
    (finding,) = _found(f"{share} {group} {opinion}.")
    assert finding.rule == "opinions_say_of_how_many"
    assert group in finding.message


@given(_SHARES, _GROUPS, _OPINIONS, st.integers(min_value=20, max_value=900))
def test_a_share_of_a_group_that_is_counted_is_left_in_peace(
    share: str, group: str, opinion: str, number: int
) -> None:
    assert _found(f"We heard from {number} {group} in May.\n\n1.2 {share} {group} {opinion}.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "There were 617 responses. Most residents supported the plan.",
        "Nationally 70% of residents are satisfied with their council.",
        "The majority of members agreed to defer the item.",
        "82% of pupils reached the standard.",
        "Most people live in the town.",
        "Nearly all schools are full.",
        "The team talks most with schools who want support.",
    ],
)
def test_facts_votes_and_counted_surveys_are_left_in_peace(text: str) -> None:
    assert _found(text) == ()


def test_support_among_a_group_that_nobody_counted_is_found() -> None:
    assert len(_found("Support was strong among leaseholders, at 78%.")) == 1


@given(st.integers(min_value=30, max_value=70), st.integers(min_value=0, max_value=20))
def test_a_share_of_some_is_not_a_share_of_all(share: int, more: int) -> None:
    narrow = f"{share}% of those who answered the question supported the tram."
    wide = f"We heard that {share + more}% of all respondents supported the tram."
    found = _found(f"There were 812 responses. {narrow}\n\n2.1 {wide}")
    assert [finding.rule for finding in found] == ["a_share_keeps_its_base"]


def test_a_share_of_all_may_be_less_than_that_of_some() -> None:
    narrow = "61% of those who answered the question supported the tram."
    assert _found(f"{narrow}\n\n2.1 Only 52% of all respondents supported the tram.") == ()


@comes_to_an_end()
def test_hostile_opinions_are_read_in_bounded_time() -> None:
    _found("the majority of " * 6_000 + "carers " * 4_000)
