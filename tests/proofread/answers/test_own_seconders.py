"""Motions that whoever moved them is said to have seconded."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.own_seconders import RULES


def _found(text: str) -> list[str]:
    return [f.message for f in RULES[0](read_plain_text(f"{text}\n", "minutes.txt"))]


@pytest.mark.parametrize(
    "text",
    [
        "Proposed Cllr Ash, seconded Cllr Ash.",
        "Proposed by Cllr Ash and seconded by Cllr Ash, the accounts were approved.",
        "The residents could go ahead. Prop JB, 2nd JB. All agreed.",
        "The accounts were approved (P: Ash, S: Ash).",
        "Proposer: Cllr B Birch. Seconder: Cllr B Birch.",
        "Cllr Ash proposed and Cllr Ash seconded that a bench be bought.",
        "JB proposed and JB seconded the motion.",
        "It was proposed by Cllr Cole, seconded by Cllr Cole and RESOLVED that £500 be paid.",
        "Prop: Cllr Elm Sec: Cllr Elm",
        "Proposed: RT / Seconded: RT",
        "The minutes were signed as a true record. Prop. Mrs Ash, sec. Mrs Ash. Carried.",
        "Moved by Councillor Quayle, seconded by Councillor Quayle: “That the pier be painted.”",
        "Cllr Ash proposed that the quay be dredged, seconded by Cllr Ash.",
        "Prop by JB & seconded by JB",
        "Proposed by Councillor J. Davies, seconded by Councillor J. Davies and carried.",
        "Cllr Birch moved acceptance: Cllr Birch seconded: carried.",
        "(Proposed AB, Seconded AB)",
        "P/S: JB/JB. All agreed.",
    ],
)
def test_who_seconds_his_own_motion_is_told(text: str) -> None:
    assert len(_found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Proposed Cllr Ash, seconded Cllr Birch.",
        "Proposed by Cllr A Ash and seconded by Cllr B Ash.",
        "Proposed by Mr Ash and seconded by Mrs Ash.",
        "Prop JB, 2nd GK. All agreed.",
        "P/S: JB/GK.",
        "Cllr Ash proposed Cllr Birch as Chair; Cllr Cole seconded.",
        "Cllr Ash proposed the accounts, seconded by Cllr Birch. Cllr Ash signed them.",
        "Proposed by Cllr Ash. No seconder. Cllr Ash then seconded a motion of Cllr Elm.",
        "Cllr Ash proposed a bench. It fell. Seconded by Cllr Elm, Cllr Ash proposed a bin.",
        "Cllr Ash proposed Cllr Elm; Cllr Oak seconded. Cllr Elm proposed me; Cllr Oak seconded.",
        "Present: Cllrs A Ash and B Ash.\n\nProposed by Cllr Ash, seconded by Cllr Ash.",
        "Present: Alan Ash, Beth Ash, Carl Oak.\n\nProposed by Cllr Ash, seconded by Cllr Ash.",
        "The extension proposed by Pier Ltd. Officers seconded from Pier Ltd will help.",
        "It was proposed by Cllr Ash, and by Cllr Ash only; Cllr Birch seconded.",
        "Proposed NP, seconded Cllr NP Elm.",
        (
            "Cllr Ash proposed a bench, seconded by Cllr Birch; Cllr Birch proposed a bin, "
            "seconded by Cllr Ash."
        ),
        "Proposed by the Chair and seconded by the Vice-Chair.",
        "The item was proposed in May, the 2nd May meeting having closed.",
    ],
)
def test_two_who_move_and_second_are_left_alone(text: str) -> None:
    assert _found(text) == []
