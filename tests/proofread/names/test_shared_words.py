"""Two names of one sort that share their telling words, of which one is used once."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.names.held_offices import a_person_is_given_one_office
from moothall.proofread.names.shared_words import names_that_share_their_words_are_one
from moothall.proofread.names.surnames import a_surname_has_one_spelling

_FOUND = (
    (
        "The contract with Sandpipers Lighting Ltd ends in March.\nSandpipers Lighting Ltd has "
        "nine "
        "vans.\nSandpiper Lighting Services would not commit to a price."
    ),
    (
        "The Ferry Services Select Committee met on 4 November. It asked that the report come to "
        "the "
        "Ferries Overview and Scrutiny Committee before Cabinet."
    ),
    (
        "The Lantern Hub Programme was agreed in June.\nOption 2 would extend the Quayside Hubs "
        "Project to Marsh End."
    ),
    (
        "The Harbour Theft Action Plan was launched in October.\nThe growth is for the Harbour "
        "Theft "
        "Strategy."
    ),
    (
        "Six Members of the Tarn and Brook Joint Refuse Committee were there.\nThis is the fourth "
        "meeting of the Tarn and Brook Refuse Partnership Board."
    ),
    "The Hallett Trust runs the museum.\nMembers met the trustees of the Halett Foundation.",
)
_LEFT_ALONE = (
    "The Harbour Theft Action Plan delivers the Harbour Theft Strategy.",
    "The Harbour Theft Strategy was agreed.\nA new Harbour Theft Action Plan follows it in May.",
    "The Lamp Network Board met.\nThe Lamp Safety Board met.\nThe Lamp Supply Panel reported.",
    "Sandpiper Marine Ltd has the contract.\nMarine Services asked for a price.",
    "Harbour Commissioning Group was asked.\nCommissioned Services are listed below.",
    "The Community Safety Plan is due.\nThe Community Transport Strategy was agreed in May.",
)


@pytest.mark.parametrize("text", _FOUND)
def test_one_thing_under_two_names_is_told(text: str) -> None:
    assert list(names_that_share_their_words_are_one(read_plain_text(text, "report.txt")))


@pytest.mark.parametrize("text", _LEFT_ALONE)
def test_two_things_are_left_alone(text: str) -> None:
    assert not list(names_that_share_their_words_are_one(read_plain_text(text, "report.txt")))


def test_an_office_ends_where_the_next_field_begins() -> None:
    report = read_plain_text(
        "Contact: Ada Quill, Director of Ferries Report author: Sam Reed\n\n"
        "Ada Quill, Director of Ferries, said so.",
        "report.txt",
    )
    assert not list(a_person_is_given_one_office(report))


def test_a_surname_that_lost_its_last_letter_is_told_beside_its_initial() -> None:
    report = read_plain_text(
        "Cllr O. Ferrers asked about the path.\n\nAction: Cllr O. Ferrer to write.\n\n"
        "Cllr O. Ferrers thanked the clerk.",
        "minutes.txt",
    )
    assert list(a_surname_has_one_spelling(report))
