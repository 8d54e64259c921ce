"""Ordinary wordings of votes that cannot be as they are told, and of those that can.

In minutes those present are listed; in a report the council says of how many it is made up.
"""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.votes_told import RULES
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread
from ordinary_wordings import papers

_HEAD = """HARBOUR PARISH COUNCIL
Minutes of the meeting held on Monday 3 March 2025

Present: Cllr A Ash, Cllr B Birch, Cllr C Cole, Cllr D Dell, Cllr E Elm

1. Apologies
There were no apologies.

2. Minutes of the last meeting
The minutes were signed as a true record.

"""
_FOUND = """
3. Lamps / 4 votes for, 1 against - unanimously agreed.
---
3. Lamps / Four voted for and one against, and the motion was carried unanimously.
---
3. Ferry / It was resolved by four votes to one, with all in favour, to keep the ferry.
---
3. Ferry / It was unanimously agreed, with Cllr Dell voting against, to keep the ferry.
---
3. Lease / The lease was approved by all present with two votes against.
---
3. Quay / Five were in favour, one against and one abstained.
---
3. Quay / The quay was to be let: 4 votes for, 3 against.
---
3. Quay / The vote was 5 in favour and 2 against.
"""
_ALONE = """
3. Lamps / 5 votes for - unanimously agreed.
---
3. Lamps / Four voted for and one against, and the motion was carried.
---
3. Ferry / The first motion fell by two votes to three; the second was carried unanimously.
---
3. Quay / Three were in favour, one against and one abstained.
---
3. Poll / Of the residents 14 were in favour and 6 against.
---
3. Quay / The motion was carried unanimously with none against.
---
3. Quay / The Council backed the first plan unanimously and the other by four votes to one.
---
3. Rates / It was agreed to pay 5 of the 8 bills.
"""


def _found(text: str) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(f"{_HEAD}{text}\n", "minutes"),), RULES)


@pytest.mark.parametrize("text", papers(_FOUND))
def test_a_vote_that_cannot_be_is_found(text: str) -> None:
    assert _found(text)


@pytest.mark.parametrize("text", papers(_ALONE))
def test_a_vote_that_can_be_is_left_alone(text: str) -> None:
    assert not _found(text)


def test_one_decision_told_as_unanimous_and_as_divided_is_found() -> None:
    report = (
        "Report to: Cabinet\n\n1. Call-in\n\n1.1 After the debate the Scrutiny Committee "
        "unanimously agreed to refer the ferry contract to Council.\n\n1.2 The Scrutiny Committee "
        "resolved, by six votes to three, to refer the ferry contract to Council.\n"
    )
    assert proofread((read_plain_text(report, "report"),), RULES)
    other = report.replace("refer the ferry contract to Council.\n", "let the quay to the club.\n")
    other = other.replace("The Scrutiny Committee resolved", "The Audit Panel resolved")
    assert not proofread((read_plain_text(other, "report"),), RULES)


def test_no_more_vote_than_the_council_has_members() -> None:
    report = (
        "Annual report\n\n1. Who we are\n\n1.1 The Council is made up of nine councillors."
        "\n\n1.2 In May the budget was agreed, with {} councillors voting for and one against.\n"
    )
    assert proofread((read_plain_text(report.format("eleven"), "report"),), RULES)
    assert not proofread((read_plain_text(report.format("eight"), "report"),), RULES)
