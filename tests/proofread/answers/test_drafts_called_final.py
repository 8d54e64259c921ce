"""Assessments final in one place and a draft in another; named votes; ticks under “Neutral”."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.drafts_called_final import an_assessment_is_final_in_all_places
from moothall.proofread.answers.front_sheet_answers import (
    an_effect_denied_in_the_table_is_not_found_in_the_text,
)
from moothall.proofread.answers.statuses import a_report_asks_what_its_status_says
from moothall.proofread.answers.those_present import who_sends_apologies_does_not_vote

_OPEN_ELSEWHERE = (
    (
        "7 Impact assessment\n7.1 Stage: final (version 3).\n7.2 The impact assessment will be "
        "updated "
        "after the survey and published in its final form in June."
    ),
    (
        "12. The equality impact assessment at Appendix 4 is the final assessment.\n\n"
        "## Appendix 4 – Equality impact assessment (interim)\n\nAge: positive."
    ),
    (
        "9.1 A draft equality impact assessment is at Appendix B and will be completed in May.\n\n"
        "# Appendix B Equality impact assessment\n\nStatus of this assessment: Final"
    ),
)
_FINAL_INDEED = (
    (
        "The final equality impact assessment is attached.\n\nThe health impact assessment will be "
        "completed when the data are in."
    ),
    (
        "The final equality impact assessment is attached.\n\nThe assessment will be reviewed "
        "annually "
        "and updated if needed."
    ),
    (
        "The draft equality impact assessment was consulted on.\n\nThe final equality impact "
        "assessment is attached."
    ),
    (
        "The impact assessment will be updated after the survey.\n\n| Step | Date |\n|---|---|\n"
        "| Final impact assessment published | June |\n| Report to Cabinet | July |"
    ),
)
_FINAL_INDEED += (
    (
        "Equality impact assessment\n\nStage: Final\n\nA full equality impact assessment will be "
        "completed for each scheme before it starts."
    ),
)
_VOTES = "Present: Cllrs Ash, Cole, Pike, Quill\nApologies were received from Cllrs I. Moss.\n"


@pytest.mark.parametrize("text", _OPEN_ELSEWHERE)
def test_a_final_assessment_still_to_be_completed_is_told(text: str) -> None:
    assert list(an_assessment_is_final_in_all_places(read_plain_text(text, "report.txt")))


@pytest.mark.parametrize("text", _FINAL_INDEED)
def test_a_final_assessment_is_left_alone(text: str) -> None:
    assert not list(an_assessment_is_final_in_all_places(read_plain_text(text, "report.txt")))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("For the motion (3): Councillors Ash, Moss and Cole", True),
        ("| Side | Who |\n|---|---|\n| For | Cllrs Ash, Moss, Cole |\n| Against | Quill |", True),
        ("For the motion (2): Councillors Ash and Cole", False),
        ("Not voting: Councillors Moss and Cole", False),
    ],
)
def test_who_sent_apologies_is_not_among_those_who_voted(line: str, told: bool) -> None:
    report = read_plain_text(f"{_VOTES}{line}", "minutes.txt")
    assert bool(list(who_sends_apologies_does_not_vote(report))) is told


def test_a_tick_under_neutral_stands_beside_no_negative_effect() -> None:
    report = read_plain_text(
        "We found a potential negative effect on age and disability.\n\n"
        "| Group | Positive | Negative | Neutral |\n|---|---|---|---|\n| Age | | ✓ | |\n"
        "| Disability | | | ✓ |\n| Sex | | | ✓ |",
        "report.txt",
    )
    found = list(an_effect_denied_in_the_table_is_not_found_in_the_text(report))
    assert [("Disability" in finding.message) for finding in found] == [True]


def test_information_is_ticked_and_a_decision_asked_for() -> None:
    report = read_plain_text(
        "Decision or information: ☒ Information ☐ Decision\n\n"
        "The Committee is asked to decide whether to approve the revised plan.",
        "report.txt",
    )
    assert list(a_report_asks_what_its_status_says(report))
