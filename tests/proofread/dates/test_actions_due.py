"""Actions of a meeting that were due before it was held, and successes of a year to come."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.dates.actions_due import RULES
from moothall.proofread.dates.tenses import what_is_called_past_is_not_future
from moothall.proofread.proofread import proofread
from ordinary_wordings import found_by

_MINUTES = """Minutes of the Pier Parish Council meeting held on 8 June 2011

Present: Cllr Ash (Chair), Cllr Birch, Cllr Cole and the Clerk.

Apologies for absence were received from Cllr Elm.

"""


def _found(text: str) -> tuple[str, ...]:
    report = read_plain_text(f"{_MINUTES}{text}\n", "minutes")
    return tuple(finding.message for finding in proofread((report,), RULES))


@pytest.mark.parametrize(
    "text",
    [
        "Action: Clerk to obtain three quotes. Due: May 2011",
        "Action: Clerk to obtain three quotes by 30 May 2011.",
        "RESOLVED to replace the bench by April 2011.",
        "Cllr Ash to write to the County by 3 June 2011.",
        "It was agreed that the Clerk would report back by May 2011.",
        "Target date: April 2011",
        "Clerk to order the signs. By when: 1 June 2011",
        "It was RESOLVED that the fence be repaired by 31 May 2011.",
        "Members agreed to send comments to the Clerk by 6 June 2011.",
        "ACTION – Cllr Birch to inspect the slipway before 1 May 2011",
        "Due date: 27 May 2011",
        "Cllrs Ash and Cole to meet the harbour master by the end of April 2011.",
        "The Chair to draft a reply by 1 March 2011",
        "Resolved: that tenders be invited and opened by 20th May 2011.",
        "Deadline: 4/6/2011",
        "It was agreed to ask the school for its views no later than 2 June 2011.",
    ],
)
def test_an_action_due_before_its_meeting_is_told(text: str) -> None:
    assert len(_found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Action: Clerk to obtain three quotes. Due: July 2011",
        "Action: Clerk to obtain three quotes by 30 June 2011.",
        "Due: June 2011",
        "Matters arising: Clerk to obtain three quotes by 30 May 2011 – done.",
        "At the last meeting it was agreed that the Clerk would report back by May 2011.",
        "Cllr Ash had agreed to write to the County by 3 June 2011 and had done so.",
        "The forms had to be with the County by 3 June 2011.",
        "Action 4: Clerk to order signs. Due: May 2011. Status: overdue.",
        "Action carried forward: Cllr Ash to inspect the slipway by 1 May 2011.",
        "It was agreed that the work had been completed by May 2011.",
        "RESOLVED to pay the invoice sent by Quay Ltd on 3 May 2011.",
        "RESOLVED to accept the quote received by 31 May 2011.",
        "It was agreed to note the accounts signed by 31 May 2011.",
        "Original target date: April 2011",
        "The Clerk read the letter to residents, who had to reply by 1 May 2011.",
        "RESOLVED to accept the report by Cllr Ash of 3 May 2011.",
        "It was agreed to pay those whose claims were in by 31 March 2011.",
        "Outstanding: Clerk to write to the County. Due: May 2011",
    ],
)
def test_what_was_due_before_a_meeting_otherwise_is_left_alone(text: str) -> None:
    assert _found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Our successful grant application in 2027 brought £40,000.",
        "The successful trial in March 2026 has shown the way.",
        "The surplus is from a very successful Pier Festival in August 2025.",
    ],
)
def test_a_success_is_of_a_time_gone_by(text: str) -> None:
    assert len(found_by((what_is_called_past_is_not_future,), text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A successful bid in 2026 would bring £40,000.",
        "Subject to a successful trial in March 2026, the scheme will be widened.",
        "The successful bid in 2026 will be told in the press.",
        "The successful applicants will begin in April 2026.",
        "Our successful grant application in 2024 brought £40,000.",
        "To be sure of a successful Pier Festival in August 2025 we need stewards.",
    ],
)
def test_a_success_that_is_hoped_for_is_left_alone(text: str) -> None:
    assert found_by((what_is_called_past_is_not_future,), text) == ()
