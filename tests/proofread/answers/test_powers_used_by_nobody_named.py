"""Power used by nobody named, and a view taken by nobody named."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.deciders import decisions_name_who_decided
from moothall.proofread.answers.delegations import power_is_delegated_to_somebody
from moothall.proofread.finding import Confidence


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It is proposed that the hours be finalised under delegated authority.", 1),
        ("The list of sites will be agreed under delegated powers.", 1),
        ("The lease should be let using delegated authority after consulting the Leader.", 1),
        ("The terms will be settled under delegated authority by the Director of Works.", 0),
        ("The terms will be settled by the clerk under delegated authority.", 0),
        ("The sum cannot be paid under delegated powers.", 0),
        ("The lease was granted under delegated authority in May.", 0),
    ],
)
def test_power_is_used_by_somebody(text: str, wrong: int) -> None:
    assert len(list(power_is_delegated_to_somebody(read_plain_text(text, "r")))) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("After a visit the view was taken that the ferry stop should go, which was approved.", 1),
        ("Cabinet met in May. The view was taken that the stop should go.", 0),
        ("After a visit the view was taken by the Harbour Board that the stop should go.", 0),
    ],
)
def test_a_view_is_taken_by_somebody(text: str, wrong: int) -> None:
    found = decisions_name_who_decided(read_plain_text(text, "r"))
    assert sum(one.confidence is not Confidence.LOW for one in found) == wrong
