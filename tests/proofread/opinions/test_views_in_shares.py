"""Views given in shares alone, in figures and in words, where people were asked."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.opinions.shares_of_answers import shares_of_answers_come_with_their_number


@pytest.mark.parametrize(
    "text",
    [
        "What families said. Two thirds agreed with the new gate and one fifth disagreed.",
        "Consultation results\n\nThree fifths were in favour of the gate, a quarter were against.",
        "Views of tenants\n\nJust over half supported the new rent day; two in five did not.",
        "Families were asked if the day should begin at ten. Seven in ten said yes.",
        "We sought views. Half backed the one-way street, a third opposed it.",
        "Of those who replied, four fifths wanted the bollards moved.",
        "Staff were consulted on the rota. Two thirds preferred pattern A, one third pattern B.",
        "What the young told us\n\nThree in four felt unsafe in the underpass.",
        "Cards were sent to all. Two fifths of those who returned them disliked the design.",
        "Consultation responses\n\n72% for, 28% against.",
        "A poll of readers found that nine tenths would use a machine.",
        "Carers’ views were sought. Well over half were content, a quarter were worried.",
        "The response was strong and three quarters favoured option 2.",
        "Reaction from traders: one half welcomed it, one half did not.",
        "The drop-in heard from neighbours; two thirds of them supported a crossing.",
        "What was said. A third thought the fee too high; most of the rest thought it fair.",
    ],
)
def test_a_share_of_those_asked_wants_their_number(text: str) -> None:
    assert len(list(shares_of_answers_come_with_their_number(read_plain_text(text, "r")))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "What families said. 312 families replied. Two thirds agreed and one fifth disagreed.",
        "Consultation results\n\nForty-one people answered. Two thirds agreed, a third did not.",
        "Views\n\nFour objectors spoke. Half wanted a wall and half wanted a hedge.",
        "Half of the savings were agreed in May and a third were rejected.",
        "Half of the appeals were accepted after consultation and a quarter were rejected.",
        "A motion needs the support of two thirds of the members.",
        "Nationally, two thirds supported the change and a fifth opposed it.",
        "The survey of the bridge found that half of the bearings were unsatisfactory.",
        "The lease was extended by half a year after consultation; the tenant was happy.",
        "The board agreed to fund a third of the cost and the trust agreed to fund half.",
        "The target is that three quarters are satisfied with the service.",
        "Half of the members voted for the motion and half against.",
        "The engagement officer works half of the week and would like more hours.",
        "One third wanted for the bridge will come from reserves, as was said in June.",
        "Three quarters of repairs were done on time and tenants said that they were satisfied.",
    ],
)
def test_other_shares_are_left_alone(text: str) -> None:
    assert list(shares_of_answers_come_with_their_number(read_plain_text(text, "r"))) == []
