"""Clearances: given by another, and by whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.clearances import (
    RULES,
    a_clearance_says_yes_and_by_whom,
    clearance_is_given_by_another,
)
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import Rule, proofread

pytestmark = pytest.mark.checklist("K06", "R8")


def _found(text: str, *rules: Rule, everything: bool = False) -> tuple[TextFinding, ...]:
    report = read_plain_text(text, "report.txt")
    return proofread((report,), rules or RULES, everything=everything)


# --- clearance ---

_CONTACT = "Officer contact:\t\nName:\tJane Smith\nPost:\tHead of Service\n"
_ROWS = {
    "finance": "Have the resource implications been cleared by Finance?",
    "law": "Has the impact on legal implications been cleared by Legal Services?",
    "equality": "Have the equality implications been cleared by your Service Contact?",
}
_PEOPLE = st.sampled_from(["Martin Wade", "Tess Campbell", "Shahin Ismail", "Matthew Hall"])


def _clearance(**answers: str) -> str:
    rows = "\n".join(f"{_ROWS[key]}\t{answer}" for key, answer in answers.items())
    return f"{_CONTACT}\n# Officer clearance\n\nImplications\tOfficer Clearance\n{rows}\n"


@given(st.sampled_from(sorted(_ROWS)), _PEOPLE)
def test_clearing_ones_own_report_is_found(own: str, other: str) -> None:
    answers = dict.fromkeys(_ROWS, f"Yes Name of Officer: {other}")
    assert _found(_clearance(**answers)) == ()
    answers[own] = "Yes Name of Officer: Jane Smith"
    findings = _found(_clearance(**answers))
    assert [finding.rule for finding in findings] == [clearance_is_given_by_another.__name__]
    assert "Jane Smith clears this" in findings[0].message


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("No Name of Officer: Paul White The report has no such issues.", "Paul White is named"),
        ("Yes Name of Officer:", "nobody is named"),
        ("Yes", "nobody is named"),
        ("", "Nobody has answered"),
        ("Yes Name of Officer: Paul White", None),
        ("No", None),
        ("Not applicable", None),
    ],
)
def test_a_clearance_says_yes_and_by_whom_it_is_given(answer: str, said: str | None) -> None:
    text = _clearance(finance="Yes Name of Officer: Martin Wade", law=answer)
    findings = _found(text, a_clearance_says_yes_and_by_whom)
    assert len(findings) == (1 if said else 0)
    assert said is None or said in findings[0].message
