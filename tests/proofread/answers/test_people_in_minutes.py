"""People in minutes: who is listed as present, and what those do who are not, or stand back."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.acts_of_the_absent import RULES as OF_THEIR_ACTS
from moothall.proofread.answers.interests_declared import RULES as OF_INTERESTS
from moothall.proofread.answers.those_present import RULES as OF_THOSE_PRESENT
from moothall.proofread.dates.lengths_told import a_meeting_closes_after_it_opens
from moothall.proofread.names.absentees import RULES as OF_ABSENTEES

_HEAD = """Minutes of Pier Parish Council held on Monday 3 March 2025

Present: {present}

1. Apologies for absence

{apologies}

"""
_BARE = "D Ash (Chair), C Birch (Vice Chair), S Cole, M Dell, A Elm"
_PLURAL = "Councillors Ash (Chair), Birch, Cole, Dell and Elm."


def _told(body: str, present: str = _PLURAL, apologies: str = "None.") -> list[str]:
    report = read_plain_text(_HEAD.format(present=present, apologies=apologies) + body, "r")
    return [f.message for rule in (*OF_THOSE_PRESENT, *OF_INTERESTS) for f in rule(report)]


@pytest.mark.parametrize(
    ("present", "apologies"),
    [
        (_BARE, "Mr A Elm (unwell)."),
        (_BARE, "Cllr Elm (holiday)"),
        (_PLURAL, "Cllr Birch (work) and Cllr Fern."),
        (_PLURAL, "Apologies were received from Cllr Dell."),
    ],
)
def test_one_present_sends_no_apologies(present: str, apologies: str) -> None:
    assert len(_told("2. Lamps\n\nNoted.", present, apologies)) == 1


@pytest.mark.parametrize(
    ("present", "apologies"),
    [
        (_BARE, "Mr B Elm (unwell)."),
        (_BARE, "Cllr Fern (holiday)"),
        (_PLURAL, "None."),
        (_PLURAL, "Apologies were received from Cllr Fern."),
    ],
)
def test_one_away_sends_apologies(present: str, apologies: str) -> None:
    assert _told("2. Lamps\n\nNoted.", present, apologies) == []


_SPOKEN = "2. Ferry\n\n{0} said it was late. {0} replied that it ran. {0} explained why. {1}"


@pytest.mark.parametrize("who", ["Cllr Hazel", "Councillor Hazel", "Councillor Mary Hazel"])
def test_who_speaks_throughout_is_present(who: str) -> None:
    (message,) = _told(_SPOKEN.format(who, ""))
    assert message.startswith("Councillor Hazel speaks 3 times")


@pytest.mark.parametrize(
    ("who", "then"),
    [
        ("Cllr Birch", ""),
        ("County Cllr Hazel", ""),
        ("District Councillor Hazel", ""),
        ("Cllr Dells", ""),  # misspelt, which other rules tell
        ("Mr Hazel", ""),
        ("Cllr Hazel", "Cllr Hazel arrived at 7.40pm."),
    ],
)
def test_others_may_speak(who: str, then: str) -> None:
    assert _told(_SPOKEN.format(who, then)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Ash proposed: Cllr Birch seconded: carried. (Cllrs Cole and Ash did not vote.)",
        "Cllr Cole left the room. Proposed by Cllr Ash, seconded by Cllr Cole. Carried.",
        "Cllr Dell, having an interest, took no part. Cllr Dell proposed the grant.",
    ],
)
def test_who_takes_no_part_moves_nothing(text: str) -> None:
    (message,) = _told(f"2. The clerk’s pay\n\n{text}")
    assert "took no part in item 2" in message


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Ash proposed: Cllr Birch seconded: carried. (Cllrs Cole and Dell did not vote.)",
        "Cllr Cole left the room and returned. Proposed by Cllr Cole, seconded by Cllr Ash.",
        "Cllr Cole proposed A. Cllr Ash proposed B. Cllr Cole did not vote on it.",
        "Cllr Ash proposed the grant. Cllr Cole abstained.\n\n3. Pay\n\nCllr Cole proposed it.",
    ],
)
def test_others_move_what_one_stood_back_from(text: str) -> None:
    assert _told(f"2. The clerk’s pay\n\n{text}") == []


_ITEMS = """2. Declarations of interest

{declared}

3. Lamps

{three}

4. Quay

{four}
"""


@pytest.mark.parametrize("did", ["left the room", "did not vote", "withdrew", "took no part"])
def test_the_item_declared_on_is_the_item_left_for(did: str) -> None:
    said, went = "Cllr Cole declared an interest in Item {}.", f"Cllr Cole {did}."
    for number, wrong in (("3", 1), ("4", 0)):
        text = _ITEMS.format(declared=said.format(number), three="Noted.", four=went)
        assert len(_told(text)) == wrong
    beyond = _ITEMS.format(declared=said.format("9"), three="Noted.", four=went)
    assert _told(beyond) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The meeting, which started at 7.30pm, ended at 6.49pm.", 1),
        ("The meeting began at 7pm and closed at 6.40 pm.", 1),
        ("The meeting, which started at 7.30pm, ended at 9.49pm.", 0),
        ("The last meeting started at 7pm and ended at 6pm.", 0),
        ("The meeting began at 11.30am and closed at 1.10pm.", 0),
    ],
)
def test_a_meeting_ends_after_it_began(text: str, wrong: int) -> None:
    assert len(list(a_meeting_closes_after_it_opens(read_plain_text(text, "r")))) == wrong


_LISTS = """Minutes of the Pier Board held on 3 March 2025

Members
Ann Ash (Chair)
Ben Birch

Apologies:
{away}

Presenters
Sam Cole (Pier Office)

1. Minutes of the last meeting

The minutes were agreed.

2. Quay

{text}
"""
_AWAY = "Sir Tim Dell-Moor\nNora Elm (Harbour Office)"


def _acts(text: str, away: str = _AWAY) -> list[str]:
    report = read_plain_text(_LISTS.format(away=away, text=text), "r")
    rules = (*OF_ABSENTEES, *OF_THOSE_PRESENT, *OF_THEIR_ACTS)
    return [f.message for rule in rules for f in rule(report)]


@pytest.mark.parametrize(
    "text",
    [
        "Sir Tim Dell-Moor gave a verbal update on the quay.",
        "Nora Elm presented the paper.",
        "The paper was presented by Nora Elm.",
        "Led by: Sir Tim Dell-Moor. The board noted it.",
        "It was noted. Nora Elm then left the meeting.",
    ],
)
def test_who_is_listed_as_away_does_nothing_there(text: str) -> None:
    assert len(_acts(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Sam Cole gave a verbal update on the quay.",
        "An email was read out in which Nora Elm presented her views.",
        "Nora Elm had presented the paper in May.",
        "In advance of the meeting Nora Elm suggested a grant.",
        "A letter from Nora Elm was noted.",
        "Nora Elm would be asked to lead. Action: Nora Elm.",
        "Nora Elm-Green presented the paper.",
        "Minutes of the Quay Panel were noted.",
    ],
)
def test_who_is_away_may_be_spoken_of(text: str) -> None:
    assert _acts(text) == []


def test_who_is_away_in_words_does_nothing_there() -> None:
    head = _HEAD.format(present=_PLURAL, apologies="Apologies were received from Cllr Fern.")
    for text, wrong in (
        ("2. Lamps\n\nCllr Fern seconded the motion, and it was carried.", 1),
        ("2. Lamps\n\nSeconder: Cllr Fern. Carried.", 1),
        ("2. Lamps\n\nCllr Dell seconded the motion, and it was carried.", 0),
    ):
        report = read_plain_text(head + text, "r")
        rules = (*OF_ABSENTEES, *OF_THOSE_PRESENT, *OF_THEIR_ACTS)
        assert len([f for rule in rules for f in rule(report)]) == wrong, text
