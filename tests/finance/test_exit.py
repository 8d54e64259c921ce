"""Parting: the notice clock, what it costs whom, and who has to be replaced."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared_towns import PROPOSAL, exit_terms, post, priced, split, towns

from moothall.facts.programme import Programme
from moothall.facts.sharing import SplitBasis, SplitWeight, UnwindCost
from moothall.finance import sharing_rules
from moothall.finance.exit import key_people, notice_ends, parting_of


def named(programme: Programme, rule: str) -> list[Any]:
    return [each for each in sharing_rules.findings(programme) if each.rule == rule]


def cost(name: str, amount: int, **more: Any) -> UnwindCost:
    return UnwindCost(name=name, authority="ashby", amount=Decimal(amount), **more)


BOTH = (cost("Redundancy", 0), cost("Pension strain", 0))


@pytest.mark.parametrize(
    ("given_on", "months", "ends"),
    [
        # Dodds v Walker [1981] 1 WLR 1027: four months from 30 September end on 30 January.
        (date(1978, 9, 30), 4, date(1979, 1, 30)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        # oneSource, Schedule: fifteen months; the day is invented.
        (date(2025, 4, 1), 15, date(2026, 7, 1)),
        (date(2025, 12, 31), 12, date(2026, 12, 31)),
    ],
)
def test_notice_ends_on_the_corresponding_day(given_on: date, months: int, ends: date) -> None:
    assert notice_ends(given_on, months) == ends


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
def test_notice_ends_in_the_month_that_was_counted(day: date, months: int) -> None:
    ends = notice_ends(day, months)
    assert (ends.year - day.year) * 12 + ends.month - day.month == months
    assert ends.day <= day.day
    assert ends.day >= min(day.day, 28)


def parting_towns(*costs: UnwindCost, **more: Any) -> Programme:
    return towns(
        "ashby",
        "brae",
        splits=[split(SplitBasis.EQUAL_SAVING)],
        coalition_costs=priced(ashby=110_000, brae=70_000, ashby_brae=150_000),
        exit_terms=[exit_terms(*costs, **more)],
    )


def test_one_off_and_recurrent_costs_fall_where_they_fall_over_five_years() -> None:
    """As Stirling and Clackmannanshire counted: the cost of divorce over five years."""
    held = parting_towns(
        cost("Redundancy", 80_000),
        cost("Pension strain", 20_000, year_after=2),
        cost("Two systems", 10_000, year_after=3, recurrent=True),
        cost("After the horizon", 999, year_after=6),
        notice_months=12,
        share_out=SplitBasis.EQUAL,
    )
    parting = parting_of(held, PROPOSAL, date(2025, 6, 30))
    assert parting is not None
    assert parting.notice_ends == date(2026, 6, 30)
    assert [sum(each) for each in parting.by_year] == [80_000, 20_000, 10_000, 10_000, 10_000]
    assert parting.borne == (65_000, 65_000)
    assert parting.total == sum(parting.to_the_penny) == 130_000
    # Each saves 15,000 a year by sharing.
    assert parting.saving_lost == (75_000, 75_000)


def test_costs_are_shared_out_by_the_terms_own_weights() -> None:
    weights = (
        SplitWeight(authority="ashby", weight=Decimal("82.6")),
        SplitWeight(authority="brae", weight=Decimal("17.4")),
    )
    held = parting_towns(
        cost("Redundancy", 100_001), share_out=SplitBasis.AGREED, weights=weights, notice_months=6
    )
    parting = parting_of(held, PROPOSAL)
    assert parting is not None
    assert parting.to_the_penny == (Decimal("82600.83"), Decimal("17400.17"))
    assert parting.notice_ends is None


def test_without_a_share_out_nobody_knows_who_bears_what() -> None:
    parting = parting_of(parting_towns(cost("Redundancy", 100), notice_months=6), PROPOSAL)
    assert parting is not None
    assert parting.borne == ()
    assert parting.total == 100
    assert "by what rule the costs of parting are shared out" in parting.lacking
    assert parting_of(towns("ashby", "brae"), PROPOSAL) is None


def test_agreed_shares_of_the_costs_sum_to_100_or_nobody_bears_them() -> None:
    weights = (
        SplitWeight(authority="ashby", weight=Decimal("59.9")),
        SplitWeight(authority="brae", weight=Decimal(40)),
    )
    parting = parting_of(
        parting_towns(cost("Redundancy", 100), share_out=SplitBasis.AGREED, weights=weights),
        PROPOSAL,
    )
    assert parting is not None
    assert parting.borne == ()
    assert "do not sum to 100 per cent" in parting.lacking


RULE = "an_exit_has_notice_costs_and_a_share_out"


def test_terms_that_say_everything_are_left_in_peace() -> None:
    held = parting_towns(*BOTH, notice_months=12, share_out=SplitBasis.EQUAL)
    assert not named(held, RULE)


@pytest.mark.parametrize(
    ("costs", "more", "message"),
    [
        (BOTH, {"share_out": SplitBasis.EQUAL}, "do not say the length of notice"),
        (BOTH, {"notice_months": 6}, "do not say who bears it"),
        ((), {"notice_months": 6, "share_out": SplitBasis.EQUAL}, "do not say what parting costs"),
        ((), {}, "the length of notice, what parting costs and who bears it"),
        (BOTH[:1], {"notice_months": 6, "share_out": SplitBasis.EQUAL}, "name no pension strain"),
        (BOTH, {"notice_months": 6, "share_out": SplitBasis.PUPILS}, "a weight for Ashby and Brae"),
    ],
)
def test_what_the_terms_leave_open_is_found(
    costs: tuple[UnwindCost, ...], more: dict[str, Any], message: str
) -> None:
    (finding,) = named(parting_towns(*costs, **more), RULE)
    assert message in finding.message


def test_a_shared_cost_without_any_terms_is_asked_about() -> None:
    (finding,) = named(towns("ashby", "brae", splits=[split(SplitBasis.EQUAL)]), RULE)
    assert finding.severity == "question"
    assert not named(towns("ashby", "brae"), RULE)


@pytest.mark.checklist("L01")
def test_each_shared_post_says_who_relies_on_it_and_who_covers() -> None:
    held = towns(
        "ashby",
        "brae",
        posts=[
            post("Archivist", {"ashby": 50, "brae": 50}, host="ashby", cover="The deputy"),
            post("Keeper", {"ashby": 100, "brae": 0}, notice_months=3),
        ],
    )
    archivist, keeper = key_people(held, PROPOSAL)
    assert (archivist.relied_on_by, archivist.cover) == (("ashby", "brae"), "The deputy")
    assert (keeper.relied_on_by, keeper.cover, keeper.notice_months) == (("ashby",), None, 3)
