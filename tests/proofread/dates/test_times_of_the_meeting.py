"""The time at which a meeting closed, told twice, and the public who were there, counted twice."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.public_present import RULES as PUBLIC
from moothall.proofread.dates.times_of_the_meeting import RULES as TIMES
from moothall.proofread.proofread import Rule, proofread

_MINUTES = """Minutes of the Pier Parish Council meeting held on 9 July 2012 at 7.00pm

Present: Cllr Ash (Chair), Cllr Birch, Cllr Cole{}.

Apologies for absence were received from Cllr Elm.

"""


def _found(rules: tuple[Rule, ...], text: str, also: str = "") -> int:
    report = read_plain_text(f"{_MINUTES.format(also)}{text}\n", "minutes")
    return len(proofread((report,), rules))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The meeting ended at 8.30pm.", "The Chair closed the meeting at 8.15 pm."),
        (
            "The meeting closed at 8.15pm.",
            "There being no further business the meeting ended at 9pm.",
        ),
        ("Meeting closed 8.10pm", "The meeting finished at 8.40 pm."),
        ("Close of meeting: 20:45", "The Chairman declared the meeting closed at 8.54pm."),
        (
            "The meeting concluded at 21.05.",
            "The Mayor thanked all and closed the meeting at 9.15pm.",
        ),
        ("Meeting ended: 9.05pm", "There was no other business and the meeting closed at 9.50pm."),
        ("The Chair closed the meeting at 9:20 p.m.", "The meeting closed at 9.02 pm"),
        ("The meeting rose at 8.30pm.", "Time meeting closed: 8.50pm"),
    ],
)
def test_a_meeting_closes_once(one: str, other: str) -> None:
    assert _found(TIMES, f"{one}\n\nThe accounts were approved.\n\n{other}") == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The meeting ended at 8.30pm.", "The Chair closed the meeting at 20.30."),
        ("The public session closed at 7.20pm.", "The meeting closed at 8.30pm."),
        ("The meeting was closed at 7.40pm for the public to speak.", "The meeting closed at 9pm."),
        ("The meeting closed at 8.05pm and reopened at 8.15pm.", "The meeting closed at 9pm."),
        ("The last meeting closed at 8.05pm.", "The meeting closed at 9pm."),
        ("The planning meeting ended at 6.50pm.", "The meeting closed at 9pm."),
        ("The meeting was closed to the public at 8pm.", "The meeting closed at 9pm."),
        ("The Annual Parish Meeting closed at 7.10pm.", "The meeting closed at 9pm."),
        ("Cllr Ash left the meeting at 8.05pm.", "The meeting closed at 9pm."),
        ("The meeting was adjourned at 8.05pm.", "The meeting closed at 9pm."),
        ("The meeting closed at 8.30.", "The meeting closed at 8.30pm."),
        ("The part open to the public closed at 8pm.", "The meeting closed at 8.30pm."),
    ],
)
def test_other_times_of_a_meeting_are_left_alone(one: str, other: str) -> None:
    assert _found(TIMES, f"{one}\n\nThe accounts were approved.\n\n{other}") == 0


@pytest.mark.parametrize(
    ("also", "text"),
    [
        (" and 5 members of the public", "Public session: 3 members of the public were present."),
        (" and five members of the public", "There were 7 members of the public in attendance."),
        (", the Clerk and 2 members of the public", "No members of the public were present."),
        (
            "; 12 members of the public",
            "Public forum. There were ten members of the public present.",
        ),
        (" and one member of the public", "Two members of the public attended."),
        (
            " and no members of the public",
            "Public time: 4 members of the public were in attendance.",
        ),
        (", 6 residents", "There were 8 residents present."),
        (" and 9 parishioners", "Six parishioners were in attendance."),
    ],
)
def test_the_public_present_are_counted_once(also: str, text: str) -> None:
    assert _found(PUBLIC, text, also) == 1


@pytest.mark.parametrize(
    ("also", "text"),
    [
        (" and 5 members of the public", "Five members of the public were present."),
        (" and 5 members of the public", "3 members of the public spoke about the pier."),
        (" and 5 members of the public", "Two members of the public left at 8pm."),
        (
            " and 5 members of the public",
            "A further 2 members of the public were present from 8pm.",
        ),
        (" and 5 members of the public", "After item 4 only 2 members of the public were present."),
        (" and 5 members of the public", "30 members of the public attended the open day in May."),
        (" and 5 members of the public", "3 members of the public were present online."),
        (
            " and 5 members of the public",
            "The police met; 40 members of the public were present there.",
        ),
        (
            " and 5 members of the public",
            "At the last meeting 9 members of the public were present.",
        ),
        (
            " and 5 members of the public",
            "Two of the members of the public present asked about bins.",
        ),
        (" and 5 members of the public", "7 residents were present at the drop-in."),
        (" and 5 members of the public", "Up to 50 members of the public may attend."),
        ("", "3 members of the public were present."),
        (" and 5 residents", "3 residents attended in support of the skate park."),
    ],
)
def test_others_of_the_public_are_left_alone(also: str, text: str) -> None:
    assert _found(PUBLIC, text, also) == 0
