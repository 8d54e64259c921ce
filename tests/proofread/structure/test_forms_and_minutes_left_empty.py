"""Forms that deny an impact and describe it; minutes with no word; final, and yet to be done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.assessments import an_assessment_called_final_has_nothing_to_do
from moothall.proofread.answers.impact_forms import an_impact_denied_is_not_described
from moothall.proofread.proofread import Rule, proofread
from moothall.proofread.structure.agenda_items import items_of_a_meeting_run_on
from moothall.proofread.structure.appendices import referred_appendices_are_there
from moothall.proofread.structure.empty_headings import a_heading_has_something_under_it


def _found(text: str, *rules: Rule) -> int:
    return len(proofread((read_plain_text(text, "report.txt"),), rules))


_GROUPS = st.sampled_from(["Age", "Religion and belief", "Carers’ responsibilities"])
_DETAILS = st.sampled_from(
    ["Not applicable", "N/A", "None", "Some of them will wait for longer than they do now."]
)


@given(_GROUPS, st.sampled_from(["No", "Yes"]), _DETAILS, _DETAILS)
def test_an_impact_denied_is_not_described(group: str, answer: str, told: str, done: str) -> None:
    text = (
        f"12. Impacts for {group}\n\nAre there negative impacts for {group}?\n\n{answer}\n\n"
        f"Details of negative impacts for {group}\n\n{told}\n\n"
        f"Mitigating actions for {group}\n\n{done}\n\n"
        "Responsible officer for mitigating actions\n\nNot applicable\n"
    )
    described = (told.startswith("Some")) + (done.startswith("Some"))
    assert _found(text, an_impact_denied_is_not_described) == (described if answer == "No" else 0)


def test_what_another_group_suffers_says_nothing_against_the_answer() -> None:
    text = (
        "Are there negative impacts for Age? No\n\nDetails of negative impacts for Sex\n\n"
        "Some of them will wait for longer than they do now.\n"
    )
    assert _found(text, an_impact_denied_is_not_described) == 0


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("This is the final assessment, to be completed when the survey has closed.", 1),
        ("Appendix 2: EqIA (final version; part 3 to be completed)", 1),
        ("This is the final assessment, completed when the survey had closed.", 0),
        ("A final assessment is to be completed when the survey has closed.", 0),
        ("Appendix 2: EqIA (final version; the plan in it will be reviewed)", 0),
    ],
)
def test_final_is_not_still_to_be_completed(said: str, count: int) -> None:
    assert _found(f"1.1 {said}\n", an_assessment_called_final_has_nothing_to_do) == count


_MINUTES = "MINUTES of the Cabinet\n\nPresent: Councillors Hale and Reed\n\n"


@given(st.integers(30, 90), st.integers(1, 4), st.booleans())
def test_every_minute_has_a_word(first: int, empty: int, filled: bool) -> None:
    parts = [
        f"{first + n}. Report on {name}\n\n(Item {n + 1})\n\n"
        + ("" if n == empty and not filled else "RESOLVED that it be noted.\n\n")
        for n, name in enumerate(("parks", "roads", "rents", "fees", "staff", "grants"))
    ]
    assert _found(_MINUTES + "".join(parts), a_heading_has_something_under_it) == (not filled)


@given(st.integers(30, 90), st.integers(0, 6))
def test_minutes_run_on_past_what_is_listed_under_them(first: int, missing: int) -> None:
    parts = [
        f"{first + n}. Report on {name}\n\n1. Members asked why.\n\n2. Members agreed.\n\n"
        for n, name in enumerate(("parks", "roads", "rents", "fees", "staff", "grants", "taxes"))
        if n != missing
    ]
    found = _found(_MINUTES + "".join(parts), items_of_a_meeting_run_on)
    assert found == (missing not in (0, 6))


@pytest.mark.parametrize(("label", "count"), [("B", 0), ("C", 1)])
def test_a_list_of_lettered_appendices_is_read(label: str, count: int) -> None:
    text = (
        f"1. Purpose\n\n1.1 The work is told in Appendix {label}.\n\n2. Appendices\n\n"
        "A: What is done now B: What is to be done\n\n3. Contact\n\nThe Clerk\n"
    )
    assert _found(text, referred_appendices_are_there) == count
