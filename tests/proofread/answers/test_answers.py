"""Answers of a form, set beside the report’s own text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.answers import (
    RULES,
    background_papers_are_listed,
    not_applicable_agrees_with_the_rest,
)
from moothall.proofread.answers.own_answers import text_agrees_with_its_own_answer
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule, proofread

pytestmark = pytest.mark.checklist("R9", "I10", "J01")


def _found(text: str, *rules: Rule, everything: bool = False) -> tuple[TextFinding, ...]:
    report = read_plain_text(text, "report.txt")
    return proofread((report,), rules or RULES, everything=everything)


# --- not applicable ---

_TELLING = {
    "Equality and Diversity Implications": (
        "The service supports disabled adults in their homes.",
        "Most service users are older people living alone.",
    ),
    "Financial Implications": (
        "The scheme will cost £240,000 a year to run.",
        "A saving of £90,000 is expected from the budget.",
    ),
    "Staffing Implications": (
        "Four posts are at risk and redundancies may follow from it.",
        "Staff will move to the new employer under TUPE in April.",
    ),
    "Public Health Implications": (
        "The clinic improves mental health in the north of the town.",
        "Health visiting reaches every family with a baby.",
    ),
    "Procurement Implications": (
        "The work will go out to tender in the autumn of this year.",
        "Officers propose to award the contract in January.",
    ),
    "Consultation": (
        "The consultation ran for six weeks over the summer.",
        "There were 200 respondents from across the county.",
    ),
}
_NOTHING = st.sampled_from(
    [
        "Not applicable.",
        "None.",
        "N/A",
        "None arising from this report.",
        "There are no implications arising from this report.",
    ]
)


def _form(heading: str, answer: str, *told: str) -> str:
    body = "\n\n".join(f"2.{n} {words}" for n, words in enumerate(told, start=1))
    return f"2. BACKGROUND\n\n{body}\n\n# {heading}\n\n{answer}\n\n# Conclusion\n\nIt is so.\n"


@given(st.sampled_from(sorted(_TELLING)), _NOTHING, st.booleans())
def test_not_applicable_against_the_reports_own_words_is_found(
    heading: str, answer: str, contradicted: bool
) -> None:
    plain = ("The plan was read in full.", "It will be read again next year.")
    told = _TELLING[heading] if contradicted else plain
    findings = _found(_form(heading, answer, *told), not_applicable_agrees_with_the_rest)
    assert [f.confidence for f in findings] == ([Confidence.MEDIUM] if contradicted else [])


@pytest.mark.parametrize(
    ("heading", "answer"),
    [
        ("Equality and Diversity Implications", "An assessment is attached at Appendix A."),
        ("Equality Implications", "None, because this report is for noting and changes nothing."),
        ("Officer contact", "Not applicable."),
        ("Forward Plan ref", "n/a"),
    ],
)
def test_an_answer_with_a_reason_is_left_in_peace(heading: str, answer: str) -> None:
    told = _TELLING["Equality and Diversity Implications"]
    assert _found(_form(heading, answer, *told), not_applicable_agrees_with_the_rest) == ()


def test_an_office_is_no_content() -> None:
    told = (
        "The Cabinet Member for Public Health spoke to the meeting.",
        "The Director of Public Health replied to the letter at once.",
    )
    text = _form("Public Health Implications", "None.", *told)
    assert _found(text, not_applicable_agrees_with_the_rest) == ()


# --- ticked boxes ---


@pytest.mark.parametrize(
    ("form", "text", "count"),
    [
        ("Key decision: No", "This is a key decision because it affects two or more wards.", 1),
        ("Key decision: Yes", "The proposal is not a key decision.", 1),
        ("Forward Plan ref: n/a Key decision: No", "The report is a key decision.", 1),
        ("To: Cabinet\nDate: 1 May 2020\nKey decision: No", "This is a key decision.", 1),
        ("Key decision\tNo", "The spend exceeds the key decision threshold.", 1),
        ("Key decision: ☐ Yes ☒ No", "This is a key decision.", 1),
        ("Exempt: No", "NOT FOR PUBLICATION by virtue of paragraph 3.", 1),
        ("Is subject to call-in?: No", "The decision is subject to call-in.", 1),
        ("Has an equality impact assessment been completed?: Yes", "An EIA is not required.", 1),
        ("Key decision: No", "It is not a key decision.", 0),
        ("Key decision: No", "It is not expected that this will be a key decision.", 0),
        ("Key decision: No", "A key decision is one that affects two or more people.", 0),
        ("Key decision: Yes", "This is a key decision.", 0),
        ("Exempt: No", "The report is public.", 0),
    ],
)
def test_the_text_is_set_against_its_own_answer(form: str, text: str, count: int) -> None:
    body = f"{form}\n\n2.1 {text}\n\n2.2 The matter is set out for members."
    assert len(_found(body, text_agrees_with_its_own_answer)) == count


@pytest.mark.parametrize(
    ("boxes", "said"),
    [
        ("☒ Yes ☒ No", "Yes and No are both ticked."),
        ("Yes ☐ No ☐", "Neither Yes nor No is ticked."),
        ("☒ Yes ☐ No", None),
        ("Yes [ ] No [x]", None),
    ],
)
def test_two_boxes_or_none_ticked_are_found(boxes: str, said: str | None) -> None:
    findings = _found(f"Is this urgent?: {boxes}", text_agrees_with_its_own_answer)
    assert [finding.message for finding in findings] == ([said] if said else [])


@pytest.mark.parametrize(
    ("told", "form", "confidence"),
    [
        ("The survey was sent to schools.", "# Background papers\n\nNone\n", Confidence.LOW),
        (
            "The survey was sent to schools. The peer review report is at hand.",
            "Source documents\tLocation\nNone\tNone\n",
            Confidence.MEDIUM,
        ),
        ("The plan was read.", "# Background papers\n\nNone\n", None),
        ("The survey was sent.", "# Background papers\n\nSurvey of schools, 2018\n", None),
    ],
)
def test_a_report_that_rests_on_papers_lists_them(
    told: str, form: str, confidence: Confidence | None
) -> None:
    findings = _found(f"2.1 {told}\n\n{form}", background_papers_are_listed, everything=True)
    assert [f.confidence for f in findings] == ([confidence] if confidence else [])
