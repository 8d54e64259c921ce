"""Posts and one sum in a line: far outside what a post costs is found, and pay as it is, not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.savings import posts_and_sums, posts_saved
from ordinary_wordings import found_by

RULES = (*posts_and_sums.RULES, *posts_saved.RULES)


@pytest.mark.parametrize(
    "text",
    [
        "2.1 The full-year saving from taking out 12.0 FTE at the quay is £18,000.",
        "Proposal Q7\tRemove 0.5 FTE ferry receptionist\tOngoing saving £145k",
        "2.1 The loss of 85 FTE across the harbours is worth £0.2m in a full year.",
        "2.1 Three crossing patrols (five hours a week each) would go, releasing £275,000 a year.",
        "2.1 The restructure takes out 40 full-time posts and cuts the annual pay bill by £52,000.",
    ],
)
def test_a_sum_that_no_posts_can_make_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize(
    "text",
    [
        "2.1 The full-year saving from taking out 12.0 FTE at the quay is £480,000.",
        "2.1 Taking out 12.0 FTE from October saves £90,000 over the remaining months.",
        "2.1 The loss of 2 FTE and other savings on premises are worth £900,000.",
        "2.1 The 12 posts that are lost will be met with a saving of £40,000 per post.",
        "2.1 The 30 staff were thanked for a saving on the lamps.",
        "2.1 The harbour has 40 staff and a pay bill of £52,000 a month.",
        "2.1 The loss of one director is worth £210,000 a year.",
    ],
)
def test_a_sum_that_pay_or_something_else_explains_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)


@given(st.integers(2, 90), st.integers(24_000, 90_000))
def test_a_sum_is_told_once_its_unit_slips(posts: int, each: int) -> None:
    line = "2.1 Taking out {} FTE at the quay saves £{:,} in a full year."

    assert not found_by(RULES, line.format(posts, posts * each))
    assert found_by(RULES, line.format(posts, posts * each // 1_000 or 1))
