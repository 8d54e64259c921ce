"""People counted and named, votes told and counted, and members who had left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.names.absentees import RULES as ABSENTEES
from moothall.proofread.names.named_people import RULES as NAMED
from moothall.proofread.names.surnames import RULES as SURNAMES
from moothall.proofread.proofread import proofread

_SURNAMES = ("Archer", "Bolton", "Crewe", "Danby", "Elstow", "Farley", "Garvey", "Hinton", "Ilkley")
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")


def _found(text: str) -> list[str]:
    report = read_plain_text(text, "minutes.txt")
    return [f.message for f in proofread((report,), (*NAMED, *ABSENTEES, *SURNAMES))]


def _listed(names: tuple[str, ...]) -> str:
    return f"Councillors {', '.join(names[:-1])} and {names[-1]}"


@given(st.integers(2, 9), st.integers(2, 9), st.sampled_from(["called", "for"]))
def test_as_many_are_named_as_are_counted(said: int, named: int, form: str) -> None:
    names = _listed(_SURNAMES[:named])
    text = {
        "called": f"The item was called in by {_WORDS[said - 2]} members ({names}).",
        "for": f"On a recorded vote there voted:\n\nFor ({said}): {names}\n",
    }[form]
    messages = _found(text)
    assert len(messages) == (said != named)
    assert all(f"{said}, and {named} are named" in message for message in messages)


@pytest.mark.parametrize(
    "text",
    [
        "Five members, including Councillors Archer and Bolton, asked for the item.",
        "The working group of six members (Councillors Archer, Bolton and three others) met.",
        "Two members (Councillor Archer (Chair) and Councillor Bolton) were thanked.",
        "Councillors Archer and Bolton, with two officers, visited four schools.",
        "Present: Councillors Archer, Bolton, Crewe\n\nIt was agreed by two votes to one.",
    ],
)
def test_lists_that_are_not_the_whole_are_left_in_peace(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("carried by six votes to five", 1),
        ("carried by seven votes to four", 0),
        ("lost by four votes to seven", 0),
        ("carried", 0),
    ],
)
def test_a_vote_is_told_as_counted(told: str, count: int) -> None:
    text = f"A vote was taken.\n\nFor Against Abstained\n\n7 4 1\n\nIt was {told}."
    assert len(_found(text)) == count


def test_no_more_vote_than_are_present() -> None:
    text = "Present: Councillors Archer, Bolton, Crewe and Danby\n\nIt was carried by {}."
    assert _found(text.format("four votes to one")) == [
        "4 + 1 = 5 voted; 4 members are named as present."
    ]
    assert _found(text.format("three votes to one")) == []


_LEFT = "Councillor Farley left {}.\n\n12.4 Councillor Garvey moved and Councillor {} seconded it."


@pytest.mark.parametrize(
    ("how", "who", "count"),
    [
        ("the meeting at 8.10pm", "Farley", 1),
        ("the meeting at this point", "Farley", 1),
        ("the meeting at 8.10pm", "Hinton", 0),
        ("the meeting for this item only, while it was discussed", "Farley", 0),
        ("the meeting at 8.10pm. Councillor Farley returned at 8.20pm", "Farley", 0),
        ("the room during the vote", "Farley", 0),
    ],
)
def test_who_has_left_seconds_nothing(how: str, who: str, count: int) -> None:
    text = _LEFT.format(how, who).replace(". Councillor Farley ret", ".\n\nCouncillor Farley ret")
    assert len(_found(text)) == count


def test_an_item_called_minutes_begins_no_other_meeting() -> None:
    text = (
        "# Apologies\n\nApologies were received from Councillor Crewe.\n\n# Minutes\n\nAgreed.\n\n"
    )
    assert len(_found(f"{text}Councillor Crewe moved the motion.")) == 1


_ROLL = "Present: Councillors R. Elstowe, P. Garvey and T. Hinton\n\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"{_ROLL}Councillor Elstow asked why.", 1),
        (f"{_ROLL}Councillor Elstowe asked why.", 0),
        (f"{_ROLL}Councillors Garvey and Garvy asked why.", 0),
        ("Present: Councillors R. Elstowe, M. Elstow and T. Hinton\n\nCouncillor Elstow spoke.", 0),
        ("Mr J Harmer spoke.\n\nMrs S Harper replied.", 0),
        (f"{_ROLL}Councillor Bolton asked why.", 0),
    ],
)
def test_a_surname_is_spelt_in_one_way(text: str, count: int) -> None:
    assert len(_found(text)) == count


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Jo Farley (Acting Chief Analyst)", 1),
        ("Jo Farley (Chief Accountant)", 0),
        ("Jo Farley (Section 151 Officer)", 0),
        ("Sam Farley (Acting Chief Analyst)", 0),
    ],
)
def test_a_named_officer_has_one_title(second: str, count: int) -> None:
    text = (
        f"In attendance: Mr J Farley (Acting Chief Accountant)\n\nThe report of {second} was read."
    )
    assert len(_found(text)) == count
