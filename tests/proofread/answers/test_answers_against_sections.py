"""Answers of the front sheet and of boxes against the report; limits called kept; own clearance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_reports import table
from moothall.files.reports.markdown import read_markdown
from moothall.proofread.answers.assessments import a_final_assessment_is_complete
from moothall.proofread.answers.clearances import clearance_is_given_by_another
from moothall.proofread.answers.exempt_appendices import RULES as EXEMPT
from moothall.proofread.answers.front_sheet_answers import RULES as FRONT
from moothall.proofread.answers.own_work import RULES as OWN
from moothall.proofread.proofread import Rule, proofread
from moothall.proofread.tables.limits_kept import RULES as LIMITS


def _found(text: str, *rules: Rule) -> int:
    return len(proofread((read_markdown(text, "report.md"),), rules))


_FRONT = "# A report\n\n{}\n\n## 1 Purpose\n\n1.1 To decide.\n\n## 2 {}\n\n2.1 {}\n"
_SOMETHING = (
    "An assessment has been completed.",
    "The screening found an effect on two groups.",
    "The closure will affect people who rely on the bus.",
)
_NOTHING = (
    "There are no implications.",
    "No assessment is required.",
    "An assessment has been completed and found no effect on any group.",
    "This is set out elsewhere.",
)


@given(
    st.sampled_from(["Equality", "Climate", "Data protection"]),
    st.sampled_from(["Not applicable", "N/A", "None"]),
    st.sampled_from((*_SOMETHING, *_NOTHING)),
)
def test_the_front_denies_nothing_that_a_section_reports(
    topic: str, answer: str, said: str
) -> None:
    front = table((f"{topic} impact", answer), ("Wards", "All"), ("Author", "The Head of Parks"))
    assert _found(_FRONT.format(front, f"{topic} implications", said), *FRONT) == (
        said in _SOMETHING
    )


def test_a_section_on_something_else_says_nothing_against_the_front() -> None:
    front = table(("Climate impact", "None"), ("Wards", "All"))
    assert _found(_FRONT.format(front, "Equality implications", _SOMETHING[0]), *FRONT) == 0


@pytest.mark.parametrize(
    ("label", "answer", "said", "count"),
    [
        ("Access", "☒ Open ☐ Exempt", "The bids are in the exempt Appendix 3.", 1),
        ("Exempt", "No", "The bids are in Appendix 3, which is not for publication.", 1),
        ("Exempt", "No", "The bids are in Appendix 3 (exempt).", 1),
        ("Access", "☐ Open ☒ Exempt", "The bids are in the exempt Appendix 3.", 0),
        ("Access", "Open, with an exempt appendix", "The bids are in the exempt Appendix 3.", 0),
        ("Exempt", "No", "The bids are in Appendix 3, and nobody is exempt from the charge.", 0),
        ("Key decision", "No", "The bids are in the exempt Appendix 3.", 0),
    ],
)
def test_an_open_report_has_no_exempt_appendix(
    label: str, answer: str, said: str, count: int
) -> None:
    front = table((label, answer), ("Wards", "All"))
    assert _found(_FRONT.format(front, "Bids", said), *EXEMPT) == count


@pytest.mark.parametrize(
    ("group", "answer", "said", "count"),
    [
        ("Age", "☐ Yes ☒ No", "The move would have an adverse effect on older residents.", 1),
        ("Age", "None", "The move will disproportionately affect older residents.", 1),
        ("Age", "☒ Yes ☐ No", "The move would have an adverse effect on older residents.", 0),
        ("Sex", "☐ Yes ☒ No", "The move would have an adverse effect on older residents.", 0),
        ("Age", "☐ Yes ☒ No", "The move would not have an adverse effect on older people.", 0),
        ("Age", "☐ Yes ☒ No", "The move would help older residents.", 0),
    ],
)
def test_a_box_agrees_with_the_paragraph(group: str, answer: str, said: str, count: int) -> None:
    boxes = table(("Group", "Adverse effect?", "Reason"), (group, answer, "See 2.1"))
    assert _found(_FRONT.format(boxes, "Effects", said), *FRONT) == count


@given(st.integers(5, 30), st.integers(1, 40), st.booleans())
def test_limits_called_kept_were_kept(limit: int, held: int, denied: bool) -> None:
    said = "All limits were kept throughout the year." if denied else "Two limits were raised."
    text = f"# Investments\n\n1.1 {said}\n\n**Table 1: Limits**\n\n" + table(
        ("Counterparty", "Limit (£m)", "Highest balance (£m)"), ("Banks", f"{limit}", f"{held}")
    )
    assert _found(text, *LIMITS) == (held > limit and denied)


_LIMITS = "\n\n**Table 1: Limits**\n\n" + table(
    ("Counterparty", "Limit for each", "Limit in all"), ("Building societies", "£4m", "£20m")
)


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("Building societies held £11m in all, the largest being £6m. No limit was exceeded.", 1),
        ("Building societies held £11m in all, the largest being £3m. No limit was exceeded.", 0),
        ("Building societies held £11m in all. No limit was exceeded.", 0),
        ("No limit was breached. The sum was £6m for a day and put right, the limit being £5m.", 1),
        ("No limit was breached except one. The sum was £6m for a day, the limit being £5m.", 0),
    ],
)
def test_the_largest_holding_is_within_its_limit(said: str, count: int) -> None:
    assert _found(f"# Investments\n\n1.1 {said}{_LIMITS}", *LIMITS) == count


@given(
    st.sampled_from(["Ada Brook", "Ben Carr", "Cat Dunn"]),
    st.sampled_from(["Ada Brook", "Ben Carr"]),
)
def test_who_writes_the_report_clears_none_of_it(officer: str, author: str) -> None:
    text = (
        f"# A report\n\n{table(('Contact officer', author), ('Wards', 'All'))}\n\nWords.\n\n"
        + table(
            ("Implications", "Cleared?", "Name"),
            ("Law", "Yes", "Di Fox"),
            ("Money", "Yes", officer),
        )
    )
    assert _found(text, clearance_is_given_by_another) == (officer == author)


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("The Head of Audit has reviewed her own compliance with rule B.3 and found it good.", 1),
        ("The Head of Audit has reviewed compliance with rule B.3 and found it good.", 0),
        ("Each manager checked their own figures before they were sent.", 0),
    ],
)
def test_nobody_assesses_their_own_compliance(said: str, count: int) -> None:
    assert _found(f"# Rules\n\n1.1 {said}", *OWN) == count


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("Part 2 has still to be completed.", 1),
        ("Stage 3 has not yet begun.", 1),
        ("Part 2 was completed in May.", 0),
        ("Stage 3 of the works is not yet complete.", 0),
    ],
)
def test_a_final_assessment_has_no_stage_to_come(said: str, count: int) -> None:
    front = table(
        ("Equality impact assessment", "Bus routes"), ("Status of this assessment", "Final")
    )
    assert _found(f"# Assessment\n\n{front}\n\n1.1 {said}", a_final_assessment_is_complete) == count
