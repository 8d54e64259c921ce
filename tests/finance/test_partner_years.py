"""A partner goes: every council, year and rule, before and after."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from shared_towns import PROPOSAL, YEAR, priced, split, towns, year

from moothall.facts.sharing import SplitBasis
from moothall.finance.partner_years import (
    Going,
    PartnerYear,
    Way,
    in_a_sentence,
    partner_years,
)
from moothall.finance.partners import Successor

THREE = {
    "ashby": 60_000,
    "brae": 50_000,
    "combe": 40_000,
    "ashby_brae": 95_000,
    "ashby_combe": 85_000,
    "brae_combe": 78_000,
    "ashby_brae_combe": 120_000,
}
NEXT = year("2026/27")
LEAVES = Going(authority="combe", way=Way.LEAVES, since=YEAR)


def three(**more: object):
    return towns(
        "ashby",
        "brae",
        "combe",
        splits=[split(SplitBasis.SHAPLEY), split(SplitBasis.EQUAL, NEXT)],
        coalition_costs=priced(**THREE),
        **more,
    )


def pays(row, of: PartnerYear) -> dict[str, tuple[Fraction | None, Fraction | None]]:
    return {code: (each.before, each.after) for code, each in zip(of.authorities, row, strict=True)}


def test_every_year_of_which_a_split_is_held_is_worked_out():
    first, second = partner_years(three(), PROPOSAL, LEAVES)
    assert (first.year, second.year) == (YEAR, NEXT)
    assert pays(first.in_force, first)["combe"][1] == 0
    assert pays(second.in_force, second) == {
        "ashby": (40_000, 47_500),
        "brae": (40_000, 47_500),
        "combe": (40_000, 0),
    }


def test_a_rule_that_is_one_row_for_two_stands_beside_its_own_of_three():
    first, _ = partner_years(three(), PROPOSAL, LEAVES)
    rows = {row.rule: pays(row.payments, first) for row in first.rules}
    assert {"equal", "proportional", "scrb", "shapley", "nucleolus"} <= set(rows)
    for rule in ("scrb", "shapley", "nucleolus", "equal_saving"):
        assert rows[rule]["ashby"][1] == 52_500, "two halve the saving, by whatever fair rule"
        assert sum(before for before, _ in rows[rule].values()) == 120_000
        assert sum(after for _, after in rows[rule].values()) == 95_000
    assert rows["shapley"]["ashby"][0] != rows["equal_saving"]["ashby"][0]


def test_who_is_left_by_itself_pays_all_and_no_rule_is_put_to_it():
    two = towns(
        "ashby",
        "brae",
        splits=[split(SplitBasis.EQUAL)],
        coalition_costs=priced(ashby=60_000, brae=50_000, ashby_brae=95_000),
    )
    going = Going(authority="brae", way=Way.LEAVES, since=YEAR)
    (only,) = partner_years(two, PROPOSAL, going)
    assert not only.rules
    assert pays(only.in_force, only) == {"ashby": (47_500, 60_000), "brae": (47_500, 0)}
    words = in_a_sentence(two, going, (only,))
    assert words == "In 2025/26 Ashby would pay £12,500 more."


def test_what_the_one_left_would_pay_by_itself_is_asked_where_nobody_has_priced_it():
    two = towns("ashby", "brae", splits=[split(SplitBasis.EQUAL)])
    (only,) = partner_years(two, PROPOSAL, Going(authority="brae", way=Way.LEAVES, since=YEAR))
    assert "what Ashby would pay by itself: nobody has priced or planned it" in only.lacking


def test_of_two_before_and_after_the_fair_rules_stay_one_row():
    two = towns(
        "ashby",
        "brae",
        splits=[split(SplitBasis.EQUAL)],
        coalition_costs=priced(ashby=60_000, brae=50_000, ashby_brae=95_000),
    )
    going = Going(
        authority="brae", way=Way.REPLACED, since=YEAR, successors=(Successor("Brae and Dell"),)
    )
    (only,) = partner_years(two, PROPOSAL, going)
    assert [row.rule for row in only.rules if row.rule in ("scrb", "shapley")] == []
    fair = next(row for row in only.rules if row.rule == "equal_saving")
    assert pays(fair.payments, only)["Brae and Dell"] == (0, 42_500)


def test_successors_are_councils_of_their_own():
    going = Going(
        authority="combe",
        way=Way.REPLACED,
        since=NEXT,
        successors=(Successor("North", Decimal(25_000)), Successor("South", Decimal(20_000))),
    )
    (only,) = partner_years(three(), PROPOSAL, going)
    assert only.authorities == ("ashby", "brae", "combe", "North", "South")
    assert pays(only.in_force, only)["North"] == (0, 30_000)
    assert sum(each.after or 0 for each in only.in_force) == 120_000


def test_what_nobody_has_priced_is_said_and_never_a_figure():
    unpriced = replace(three(), coalition_costs=())
    found = partner_years(unpriced, PROPOSAL, LEAVES)
    assert all(each.after is None for of in found for each in of.in_force[:2])
    assert all(of.lacking for of in found)
    said = in_a_sentence(unpriced, LEAVES, found)
    assert said == "What each would pay if Combe left in 2025/26 is not known."


def test_a_year_of_which_nothing_is_held_is_still_answered():
    later = replace(LEAVES, since=year("2030/31"))
    (only,) = partner_years(three(), PROPOSAL, later)
    assert only.year == later.since
    assert pays(only.in_force, only)["ashby"] == (40_000, 47_500)


def test_a_council_that_is_no_party_cannot_go():
    with pytest.raises(ValueError, match="no party"):
        partner_years(three(), PROPOSAL, replace(LEAVES, authority="dell"))
