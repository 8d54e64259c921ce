"""Assessments called final, and placeholders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.assessments import (
    RULES,
    a_final_assessment_is_complete,
    an_assessment_called_final_has_nothing_to_do,
    no_placeholder_is_left_in,
)
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule, proofread

pytestmark = pytest.mark.checklist("R7")


def _found(text: str, *rules: Rule, everything: bool = False) -> tuple[TextFinding, ...]:
    report = read_plain_text(text, "report.txt")
    return proofread((report,), rules or RULES, everything=everything)


# --- called final ---

_ASSESSMENT = """# Equality Impact Assessment

Title\tDay services
{label}\t{stage}

## Stage 1: Screening

A full assessment is needed.

## Stage 2: Results

{results}
"""


@given(
    st.sampled_from(["Stage:", "Status", "Version"]),
    st.sampled_from(["Final", "Draft", "Final draft"]),
    st.sampled_from(
        ["To be completed after consultation.", "TBC", "The effect is slight and can be eased."]
    ),
)
def test_a_final_assessment_with_a_stage_to_come_is_found(
    label: str, stage: str, results: str
) -> None:
    text = _ASSESSMENT.format(label=label, stage=stage, results=results)
    findings = _found(text, a_final_assessment_is_complete)
    wrong = stage == "Final" and results.startswith("T") and "effect" not in results
    assert [finding.confidence for finding in findings] == ([Confidence.HIGH] if wrong else [])


def test_a_ticked_final_counts_as_called_final() -> None:
    text = "Equality Impact Assessment\n\n☐ Draft ☒ Final\n\n# Results\n\nTo be completed later."
    assert len(_found(text, a_final_assessment_is_complete)) == 1


def test_a_final_report_beside_a_milestone_to_come_is_left_in_peace() -> None:
    text = "Version: Final\n\nMilestone\tDate\nGo live\tTBC\n\nTo be confirmed by the supplier."
    assert _found(text, a_final_assessment_is_complete) == ()


# --- placeholders ---


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("The cost is £XX a year.", Confidence.HIGH),
        ("The cost is £X.Xm in all.", Confidence.HIGH),
        ("The contract is worth £TBC.", Confidence.HIGH),
        ("[Insert the date of the meeting] at the Town Hall", Confidence.HIGH),
        ("Error! Reference source not found. shows the trend.", Confidence.HIGH),
        ("Lorem ipsum dolor sit amet.", Confidence.HIGH),
        ("A rise of XX% on last year.", Confidence.HIGH),
        ("Report of: [name]", Confidence.HIGH),
        ("Published on DD/MM/YYYY by the council.", Confidence.HIGH),
        ("As set out in paragraph XX above.", Confidence.MEDIUM),
        ("There were XX pupils in May.", Confidence.MEDIUM),
        ("Councillor xxxx will speak.", Confidence.MEDIUM),
        ("Public/Private (delete as appropriate)", Confidence.MEDIUM),
    ],
)
def test_a_placeholder_left_in_is_found(text: str, confidence: Confidence) -> None:
    findings = _found(text, no_placeholder_is_left_in)
    assert [finding.confidence for finding in findings] == [confidence]


@pytest.mark.parametrize(
    "text",
    [
        "He said that “the plan […] was sound” [sic].",
        "Name withheld [redacted], and [name of child removed].",
        "Part XX of the Act; Chapter XX on fees; Louis XX of France.",
        "Go live\tTBC",
        "☒ Yes ☐ No [x] Agreed",
        "Paragraph (3) of Schedule 12A applies.",
        "The date will be confirmed in June.",
        "Grade 10 posts, XL vehicles and size XXL coats.",
        "It costs £2m; see [1] and [12].",
    ],
)
def test_what_is_no_placeholder_is_left_in_peace(text: str) -> None:
    assert _found(text, no_placeholder_is_left_in) == ()


def test_a_front_line_to_be_confirmed_is_found() -> None:
    text = "Report to:\tCabinet\nDate:\tTBC\nReport of:\tThe Director\n"
    assert len(_found(text, no_placeholder_is_left_in)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Equality Impact Assessment has been completed. It will be finalised after workshops.",
        "The EIA is final, although its action plan has yet to be written.",
        "The completed EIA is at Appendix 4; the consultation with users has not yet begun.",
        "The Health Impact Assessment (final) is attached. Two of its sections are still in draft.",
        "The equality analysis, now finalised, will be completed after the summer.",
    ],
)
def test_a_sentence_that_calls_an_unfinished_assessment_final_is_found(text: str) -> None:
    report = read_plain_text(f"1.1 {text}", "r")
    assert len(list(an_assessment_called_final_has_nothing_to_do(report))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "An Equality Impact Assessment has been completed and is at Appendix 2.",
        "A screening assessment has been completed; a full assessment will be undertaken in May.",
        "The final EIA will be completed after consultation.",
        "An EIA has been completed and will be kept under review.",
        "The EIA has not yet been completed.",
        "The EIA for phase 1 is complete; the EIA for phase 2 has yet to be written.",
        "A Data Protection Impact Assessment has been completed. The lease will be signed in May.",
    ],
)
def test_an_assessment_that_is_done_or_still_to_be_done_is_left_in_peace(text: str) -> None:
    report = read_plain_text(f"1.1 {text}", "r")
    assert list(an_assessment_called_final_has_nothing_to_do(report)) == []
