"""A meeting spoken of in a month in which, by the day of the next meeting, there is none."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.dates.next_meetings import RULES
from moothall.proofread.proofread import proofread

_MINUTES = """Minutes of the Pier Parish Council meeting held on 9 July 2012 at 7.30pm

Present: Cllr Ash (Chair), Cllr Birch, Cllr Cole.

Apologies for absence were received from Cllr Elm.

{}

Date of next meeting: {}
"""


def _found(text: str, following: str) -> int:
    report = read_plain_text(_MINUTES.format(text, following), "minutes")
    return len(proofread((report,), RULES))


@pytest.mark.parametrize(
    "text",
    [
        "The item was put off to the next meeting in August.",
        "The Clerk to bring quotes to the August meeting.",
        "The matter to be an item for the August meeting.",
        "It was agreed to decide at the August meeting.",
        "Deferred until the August meeting.",
        "Cllr Ash will report at the meeting in August.",
        "To be considered at the August 2012 meeting.",
        "The policy will be brought back to the next meeting in October.",
        "Carry over to August’s meeting.",
        "The clerk will circulate the draft before the August meeting.",
    ],
)
def test_a_month_without_a_meeting_is_told(text: str) -> None:
    assert _found(text, "3 September 2012") == 1


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("The Clerk to bring quotes to the September meeting.", "3 September 2012"),
        ("The Clerk to bring quotes to the October meeting.", "3 September 2012"),
        ("There is no August meeting.", "3 September 2012"),
        ("It was decided at the June meeting to wait.", "3 September 2012"),
        ("As told at the August meeting last year, the pier is old.", "3 September 2012"),
        ("The item was put off to the August Planning Committee meeting.", "3 September 2012"),
        ("The County Council will decide at its August meeting.", "3 September 2012"),
        ("The Clerk to bring quotes to the August meeting.", "6 August 2012"),
        ("The planning group will look at it at the August meeting.", "3 September 2012"),
        ("The next meeting in September will have the audit.", "3 September 2012"),
        ("The August meeting is cancelled.", "3 September 2012"),
        ("At the August 2011 meeting it was put off.", "3 September 2012"),
        ("The Clerk to bring quotes to the August meeting.", "to be told"),
    ],
)
def test_other_meetings_of_a_month_are_left_alone(text: str, following: str) -> None:
    assert _found(text, following) == 0
