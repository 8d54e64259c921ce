"""Absentees known by first name and surname, and letters that stand beside the kind of a thing."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.names.abbreviations import an_abbreviation_stands_for_one_thing
from moothall.proofread.names.absentees import who_sent_apologies_does_not_speak
from moothall.proofread.names.held_offices import a_person_is_given_one_office

_AWAY = "Apologies were received from Cllrs. Ian Stott and Joan Peel.\n\n"


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("It was proposed by Cllr. J. Peel and agreed that the minutes be signed.", 1),
        ("Councillor Ian Stott made the meeting aware of a new pier.", 1),
        ("2. MINUTES OF THE LAST MEETING\n\nSeconded by Cllr. I. Stott.", 1),
        ("It was proposed by Cllr. A. Peel and agreed that the minutes be signed.", 0),
        ("Councillor Reed told the meeting that Joan Peel was away.", 0),
    ],
)
def test_who_is_away_does_not_move(said: str, count: int) -> None:
    report = read_plain_text(_AWAY + said, "minutes")
    assert len(list(who_sent_apologies_does_not_speak(report))) == count


def test_a_title_is_nobody() -> None:
    away = "Apologies: Cllr Mrs Reed-Ash\n\n"
    said = ("Seconded by Cllr Mrs Peel.", "Councillor Mrs Reed-Ash asked about the quay.")
    found = [
        len(list(who_sent_apologies_does_not_speak(read_plain_text(away + each, "minutes"))))
        for each in said
    ]
    assert found == [0, 1]


@pytest.mark.parametrize(
    ("office", "count"),
    [("Chief Finance Officer", 1), ("Director of Finance", 0), ("Head of Piers", 0)],
)
def test_a_title_and_surname_are_the_person_named_in_full(office: str, count: int) -> None:
    report = read_plain_text(
        f"Lead: Fiona Marlow, Director of Finance\n\nMs Marlow, the {office}, asks for more.",
        "report",
    )
    assert len(list(a_person_is_given_one_office(report))) == count


def test_a_kind_in_small_letters_has_no_letter() -> None:
    report = read_plain_text(
        "The Integrated Front Door (IFD) is open. Two left the Intensive Ferry Duty team (IFD).",
        "report",
    )
    found = [finding.message for finding in an_abbreviation_stands_for_one_thing(report)]
    assert len(found) == 1
