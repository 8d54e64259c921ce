"""Minutes are told from reports."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.deciders import decisions_name_who_decided
from moothall.proofread.reading.minutes import are_minutes


@pytest.mark.parametrize(
    "text",
    [
        "Present: Cllrs Hart and Gale\n\nApologies for absence: none\n\n1. It was agreed to go.",
        "Minutes of the meeting of the Parish Council\n\n1. It was agreed to paint it.",
        "RESOLVED:\n\n1. That the plan be approved. It was agreed to paint it.",
        "It was reported that the Clerk wrote. It was agreed to paint it. It was noted again.",
        "Cllr Hart proposed and Cllr Gale seconded it. Members asked why. It was agreed to wait.",
    ],
)
def test_minutes_of_every_kind_are_known(text: str) -> None:
    report = read_plain_text(text, "r")
    assert are_minutes(report)
    assert list(decisions_name_who_decided(report)) == []


@pytest.mark.parametrize(
    "text",
    [
        "1.1 The Board is asked to note that the matter was resolved at the front door.",
        "1.1 Cabinet considered a report in May. Members asked for more.\n\n2.1 It was agreed.",
        "1.1 The minutes record a figure of £2m.\n\n2.1 It was reported in March.",
    ],
)
def test_a_report_is_no_minute(text: str) -> None:
    assert not are_minutes(read_plain_text(text, "r"))
