"""So many of each make the number said."""

import pytest

from moothall.proofread.figures.numbered_parts import so_many_of_each_make_the_number_said as rule
from ordinary_wordings import found_by


@pytest.mark.parametrize(
    "text",
    [
        "The joint board has nine members, four appointed by each council.",
        "The joint board has nine members: four from each council.",
        "There are 20 places, six in each of three rooms.",
        "The crew has 25 people, eight on each of the three ferries.",
        "The panel has seven councillors (three from each party).",
        "Fourteen lamps were put up, four at each pier.",
        "The two councils share a board of ten members, four from each council.",
        "A working group of 11 members, two from each of the five parishes, will meet in May.",
        "The trust let 31 berths, ten in each of the three harbours.",
        "The forum has 15 trustees, seven named by each council.",
        "Tenders are scored by six officers, four from each authority.",
        "The scheme gives 50 vouchers, 12 for each of four schools.",
    ],
)
def test_a_number_that_the_like_shares_do_not_make_is_found(text: str) -> None:
    assert len(found_by((rule,), f"2.1 {text}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The joint board has eight members, four appointed by each council.",
        "There are 18 places, six in each of three rooms.",
        "The joint board has nine members, four from each council and an independent chair.",
        "The joint board has nine members, four from each council, plus a chair.",
        "The joint board has nine members, at least four from each council.",
        "The board meets nine times a year, four hours for each meeting.",
        "The board has nine members, one from each council.",
        "The two councils share a board of eight members, four from each council.",
        "There were 40 lamps, of which six in each of the piers were broken.",
        "Nine members were present, four of them for each of the two votes.",
        "The contract is for three years, two weeks in each month.",
        "The board has nine members, up to four from each council.",
        "There are nine members; four pounds are paid for each mile.",
    ],
)
def test_a_number_that_they_make_or_need_not_is_left_alone(text: str) -> None:
    assert found_by((rule,), f"2.1 {text}") == ()
