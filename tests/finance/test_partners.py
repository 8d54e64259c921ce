"""A partner leaves, declines, or is replaced: the game and the split worked out again."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared_towns import PROPOSAL, YEAR, planned, priced, split, towns

from moothall.facts.sharing import SplitBasis
from moothall.finance.partners import Successor, if_one_leaves, if_replaced
from moothall.finance.splits import shares_of

THREE = {
    "ashby": 60_000,
    "brae": 50_000,
    "combe": 40_000,
    "ashby_brae": 95_000,
    "ashby_combe": 85_000,
    "brae_combe": 78_000,
    "ashby_brae_combe": 120_000,
}


def test_the_others_pay_their_own_game_and_the_leaver_nothing() -> None:
    held = towns(
        "ashby",
        "brae",
        "combe",
        splits=[split(SplitBasis.SHAPLEY)],
        coalition_costs=priced(**THREE),
    )
    change = if_one_leaves(held, PROPOSAL, YEAR, "combe")
    after = {each.authority: each.after for each in change.differences}
    assert after == {"ashby": 52_500, "brae": 42_500, "combe": 0}
    assert sum(each.before or 0 for each in change.differences) == 120_000
    assert change.alone == 40_000
    assert "For two councils the fair rules" in change.rules_after.sentences[0]
    assert any("Combe by itself would pay £40,000 a year" in note for note in change.notes)


def test_weights_of_those_who_stay_share_the_whole_cost() -> None:
    held = towns(
        "ashby",
        "brae",
        "combe",
        splits=[split(SplitBasis.AGREED, weights={"ashby": 50, "brae": 30, "combe": 20})],
        coalition_costs=priced(**THREE),
    )
    change = if_one_leaves(held, PROPOSAL, YEAR, "combe")
    assert change.after.parts == (Fraction(5, 8), Fraction(3, 8))
    assert change.after.cost == 95_000
    assert "until they agree anew" in change.notes[0]


def test_what_the_others_would_pay_without_it_is_asked_for_and_not_taken_from_the_plan() -> None:
    held = towns(
        "ashby",
        "brae",
        "combe",
        splits=[split(SplitBasis.EQUAL)],
        ledger_entries=[planned("ashby", 120), planned("brae", 0), planned("combe", 0)],
    )
    assert shares_of(held, PROPOSAL, YEAR).cost == 120
    change = if_one_leaves(held, PROPOSAL, YEAR, "combe")
    assert change.after.parts == (Fraction(1, 2), Fraction(1, 2))
    assert change.after.cost is None
    assert [(each.after, each.more) for each in change.differences] == [
        (None, None),
        (None, None),
        (0, -40),
    ]
    assert "nobody has priced" in change.rules_after.lacking["all"]


def test_of_two_councils_the_one_that_stays_pays_all() -> None:
    held = towns(
        "ashby",
        "brae",
        splits=[split(SplitBasis.EQUAL)],
        coalition_costs=priced(ashby=11, brae=7, ashby_brae=15),
    )
    change = if_one_leaves(held, PROPOSAL, YEAR, "brae")
    assert [(each.authority, each.after) for each in change.differences] == [
        ("ashby", 11),
        ("brae", 0),
    ]
    assert any("nothing left to share" in note for note in change.notes)
    assert any("£0.50 less than its share" in note for note in change.notes)


def test_only_a_party_can_leave() -> None:
    with pytest.raises(ValueError, match="no party"):
        if_one_leaves(towns("ashby", "brae"), PROPOSAL, YEAR, "combe")


@given(
    costs=st.lists(st.integers(1, 10**6), min_size=7, max_size=7),
    basis=st.sampled_from(
        [SplitBasis.EQUAL, SplitBasis.SHAPLEY, SplitBasis.STAND_ALONE, SplitBasis.EQUAL_SAVING]
    ),
    leaver=st.sampled_from(["ashby", "brae", "combe"]),
)
def test_a_partner_that_left_pays_nothing_and_the_rest_pay_their_cost(
    costs: list[int], basis: SplitBasis, leaver: str
) -> None:
    game = dict(zip(THREE, costs, strict=True))
    held = towns("ashby", "brae", "combe", splits=[split(basis)], coalition_costs=priced(**game))
    change = if_one_leaves(held, PROPOSAL, YEAR, leaver)
    rest = "_".join(code for code in ("ashby", "brae", "combe") if code != leaver)
    after = {each.authority: each.after for each in change.differences}
    assert after[leaver] == 0
    assert sum(each or 0 for each in after.values()) == game[rest]


def test_successors_together_stand_where_the_one_stood() -> None:
    held = towns(
        "ashby",
        "brae",
        splits=[split(SplitBasis.POPULATION, weights={"ashby": 300, "brae": 100})],
        coalition_costs=priced(ashby=110, brae=70, ashby_brae=150),
    )
    change = if_replaced(
        held,
        PROPOSAL,
        YEAR,
        "ashby",
        [Successor("east", weight=Decimal(200)), Successor("west", weight=Decimal(100))],
    )
    after = {each.authority: each.after for each in change.differences}
    assert after == {"ashby": 0, "brae": Fraction(75, 2), "east": 75, "west": Fraction(75, 2)}
    # What one successor would pay alone nobody has said: the rules that need it say so.
    assert "needs the cost of east" in change.rules_after.lacking["shapley"]
    assert "east and west together stand where Ashby stood" in change.notes[0]


def test_successors_whose_own_costs_are_given_play_their_own_game() -> None:
    held = towns(
        "ashby",
        "brae",
        splits=[split(SplitBasis.EQUAL_SAVING)],
        coalition_costs=priced(ashby=110, brae=70, ashby_brae=150),
    )
    change = if_replaced(
        held,
        PROPOSAL,
        YEAR,
        "ashby",
        [Successor("east", alone=Decimal(80)), Successor("west", alone=Decimal(60))],
    )
    # Alone 80 + 60 + 70 = 210 against 150: a saving of 60, of which each has 20.
    assert {each.authority: each.after for each in change.differences} == {
        "ashby": 0,
        "brae": 50,
        "east": 60,
        "west": 40,
    }


def test_equal_parts_by_council_change_with_the_number_of_councils_and_say_so() -> None:
    held = towns(
        "ashby",
        "brae",
        splits=[split(SplitBasis.EQUAL)],
        coalition_costs=priced(ashby=110, brae=70, ashby_brae=150),
    )
    change = if_replaced(held, PROPOSAL, YEAR, "ashby", [Successor("east"), Successor("west")])
    assert change.after.parts == (Fraction(1, 3),) * 3
    assert any("2 parts where Ashby paid one" in note for note in change.notes)


def test_a_sole_successor_takes_over_everything() -> None:
    held = towns(
        "ashby",
        "brae",
        splits=[split(SplitBasis.AGREED, weights={"ashby": 60, "brae": 40})],
        coalition_costs=priced(ashby=110, brae=70, ashby_brae=150),
    )
    change = if_replaced(held, PROPOSAL, YEAR, "ashby", [Successor("county")])
    assert change.after.pounds == change.before.pounds == (90, 60)


def test_successors_of_agreed_shares_are_asked_for_a_new_agreement() -> None:
    held = towns(
        "ashby",
        "brae",
        splits=[split(SplitBasis.AGREED, weights={"ashby": 60, "brae": 40})],
        coalition_costs=priced(ashby=110, brae=70, ashby_brae=150),
    )
    change = if_replaced(held, PROPOSAL, YEAR, "ashby", [Successor("east"), Successor("west")])
    assert "needs a weight for east, west and Brae" in change.after.lacking
    assert {each.after for each in change.differences if each.authority != "ashby"} == {None}
