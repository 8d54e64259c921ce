"""What a report says that it is for, and what it asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.statuses import RULES
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread

_FOR_DECISION = st.sampled_from(
    [
        "Status: ☒ For decision ☐ For information",
        "Status of report: [ ] For information [X] For decision [ ] Confidential",
        "For information [ ] For decision [x]",
        "Purpose: For decision",
    ]
)
_INFORMS = st.sampled_from(
    [
        "This paper is for information only.",
        "No decision is required.",
        "Members are not asked to make a decision.",
    ]
)


def _found(text: str) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(text, "r"),), RULES)


@given(_FOR_DECISION, _INFORMS)
def test_a_paper_for_decision_asks_for_one(status: str, informs: str) -> None:
    assert len(_found(f"{status}\n\n1.1 {informs}")) == 1
    assert _found(f"{status}\n\n1.1 Members are asked to approve the plan.") == ()


@given(st.sampled_from(["That Cabinet approves the contract.", "Agree the policy at Appendix A."]))
def test_a_paper_for_information_asks_for_no_decision(asked: str) -> None:
    text = "Purpose: For information\n\n2. RECOMMENDATIONS\n\n2.1 {}"
    assert len(_found(text.format(asked))) == 1
    assert _found(text.format("That Cabinet notes the report.")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Status: For decision\n\n1.1 Appendix 2 is for information only.",
        "Status: ☒ For decision ☒ For information\n\n1.1 This report is for information only.",
        "1.1 This report is for information only.",
    ],
)
def test_what_is_no_contradiction_is_left_in_peace(text: str) -> None:
    assert _found(text) == ()


def test_an_assessment_that_is_attached_is_not_denied() -> None:
    text = "Equality assessment attached? {}\n\n1.1 The attached equality assessment shows no harm."
    assert len(_found(text.format("Yes [ ] No [X]"))) == 1
    assert len(_found(text.format("☐ Yes ☒ No"))) == 1
    assert _found(text.format("Yes [X] No [ ]")) == ()
