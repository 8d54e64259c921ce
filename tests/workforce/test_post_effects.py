"""What sharing posts does to each council's money: the share, what it paid before, its backfill."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from post_towns import ASHBY, BRAE, LONG_RATES, paid, post, programme, rates, year

from moothall.basics.dates import read_written_date
from moothall.basics.figures import Figure, read_figure
from moothall.basics.pence import to_the_penny
from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.posts import Share, SharedPost
from moothall.files.rates import read_rates
from moothall.workforce.post_effects import PostEffect, effects_of, totals_of

LAW = read_rates()


def effects(shared: SharedPost, since: str, until: str, **facts: Any) -> dict[str, PostEffect]:
    found = effects_of(programme(shared, **facts), "archive", LAW, year(since), year(until))
    return {effect.authority: effect for effect in found}


def test_the_effect_is_the_share_less_what_was_paid_before_plus_backfill() -> None:
    """Cost 48,000 + 13.8 % of 39,160 + 20.5 % = 63,244.08, half each (invented)."""
    shared = post(
        paid_before=paid(ashby="60000", brae="55000"), backfill=paid(ashby="20000", brae="0")
    )
    found = effects(shared, "2021/22", "2022/23")
    ashby, brae = found[ASHBY].years[0].whole, found[BRAE].years[0].whole
    assert ashby.share == brae.share == Fraction("31622.04")
    assert ashby.net == Fraction("31622.04") - 60_000 + 20_000
    assert brae.net == Fraction("31622.04") - 55_000


@pytest.mark.checklist("D04")
def test_an_odd_penny_goes_to_the_host_employer() -> None:
    shared = post(salary=read_figure("8,000.01"))  # under the threshold: 9,640.01 with on-costs
    for host, other in ((ASHBY, BRAE), (BRAE, ASHBY)):
        held = (rates(authority=host, pension="20", levy="0.5"),)
        found = effects(replace(shared, host=host), "2021/22", "2022/23", employer_rates=held)
        assert found[host].years[0].whole.share == Fraction("4820.01")
        assert found[other].years[0].whole.share == Fraction("4820.00")


def test_a_council_that_has_not_said_what_it_paid_has_no_effect_and_is_asked() -> None:
    found = effects(post(paid_before=paid(ashby="60000")), "2021/22", "2022/23")
    ashby, brae = found[ASHBY], found[BRAE]
    assert ashby.years[0].whole.net is None, "its backfill is not known"
    assert ashby.years[0].whole.net_at_least == Fraction("31622.04") - 60_000
    assert brae.years[0].whole.net_at_least is None
    assert brae.years[0].whole.share == Fraction("31622.04"), "what is known is shown"
    assert "what it paid before" in [each.what for each in brae.lacking]
    assert "what it paid before" not in [each.what for each in ashby.lacking]


def test_a_floor_is_shown_as_a_floor() -> None:
    found = effects(
        post(paid_before=paid(ashby="0"), backfill=paid(ashby="0")),
        "2021/22",
        "2022/23",
        employer_rates=(),
    )
    whole = found[ASHBY].years[0].whole
    assert (whole.share, whole.net) == (None, None)
    assert whole.share_at_least == whole.net_at_least == Fraction("26702.04")


def test_a_withheld_salary_leaves_the_percentages() -> None:
    """Document 001 2.11 splits the cost of the joint director equally and does not print it."""
    found = effects(post(salary=None), "2021/22", "2022/23")
    assert {code: each.percent for code, each in found.items()} == {BRAE: 50, ASHBY: 50}
    assert found[ASHBY].years[0].whole.share_at_least is None


def test_part_years_count_for_all_three() -> None:
    shared = post(
        starts=read_written_date("October 2021"),
        paid_before=paid(ashby="60000", brae="0"),
        backfill=paid(ashby="20000", brae="0"),
    )
    first = effects(shared, "2021/22", "2022/23")[ASHBY].years[0]
    assert (first.whole.before, first.whole.backfill) == (30_000, 10_000)
    assert [month.net for month in first.months[:6]] == [0] * 6
    assert first.months[6].before == 5_000


def test_outside_the_term_nothing_is_unknown() -> None:
    """Nobody has said what was paid before, and for a year without the post nobody need."""
    found = effects(post(term_months=12), "2021/22", "2023/24")
    assert [each.whole.net for each in found[ASHBY].years] == [None, 0]


def test_what_was_paid_before_is_not_raised_and_says_so() -> None:
    shared = post(paid_before=paid(ashby="60000"))
    later = effects(shared, "2021/22", "2023/24")[ASHBY]
    assert [each.whole.before for each in later.years] == [60_000, 60_000]
    assert any("without pay awards" in each for each in later.assumed)
    assert effects(shared, "2021/22", "2022/23")[ASHBY].assumed == ()


def test_without_a_start_a_whole_year_is_shown_and_no_month() -> None:
    found = effects(post(starts=None), "2021/22", "2024/25")
    assert found[ASHBY].years == ()
    assert found[ASHBY].full_year.whole.share == Fraction("31622.04")
    assert "the start" in [each.what for each in found[ASHBY].lacking]


def test_ring_fenced_money_is_booked_to_its_own_councils_grant() -> None:
    """Document 001: the Assistant Director's role is paid from the DSG, which is Tameside's."""
    block = FundingStream.DSG_CENTRAL
    found = effects(post(funding_stream=block), "2021/22", "2022/23")
    assert found[ASHBY].stream is block
    assert found[BRAE].stream is None
    assert "the funding stream" in [each.what for each in found[BRAE].lacking]
    both = effects(post(funding_stream=FundingStream.GENERAL_FUND), "2021/22", "2022/23")
    assert {each.stream for each in both.values()} == {FundingStream.GENERAL_FUND}


def test_totals_keep_streams_apart_and_say_what_is_left_out() -> None:
    known = {"paid_before": paid(ashby="0", brae="0"), "backfill": paid(ashby="0", brae="0")}
    fund, block = FundingStream.GENERAL_FUND, FundingStream.DSG_EARLY_YEARS
    posts = (
        post(funding_stream=fund, **known),
        post(id="second", funding_stream=fund, salary=None, **known),
        post(id="third", funding_stream=block, **known),
    )
    found = effects_of(programme(*posts), "archive", LAW, year("2021/22"), year("2022/23"))
    ashby = {total.stream: total for total in totals_of(found) if total.authority == ASHBY}
    assert ashby[fund].net is None
    assert (ashby[fund].net_known, ashby[fund].unknown) == (Fraction("31622.04"), 1)
    assert ashby[block].net == Fraction("31622.04")


def test_another_proposals_posts_are_left_out() -> None:
    assert effects_of(programme(post()), "elsewhere", LAW, year("2021/22"), year("2022/23")) == ()


# --- properties ---------------------------------------------------------------------------------

MONEY = st.decimals(0, 150_000, places=2)
PERCENT = st.integers(0, 10_000).map(lambda n: Decimal(n) / 100)


@st.composite
def any_post(draw: st.DrawFn) -> SharedPost:
    part = draw(PERCENT)
    salary = draw(MONEY)
    return post(
        shares=(
            Share(authority=BRAE, percent=100 - part),
            Share(authority=ASHBY, percent=part),
        ),
        salary=Figure(text=str(salary), value=salary),
        starts=read_written_date(draw(st.dates(date(2019, 4, 1), date(2025, 12, 31))).isoformat()),
        term_months=draw(st.none() | st.integers(1, 50)),
        paid_before=paid(ashby=str(draw(MONEY)), brae=str(draw(MONEY))),
        backfill=paid(ashby=str(draw(MONEY)), brae=str(draw(MONEY))),
    )


@given(shared=any_post())
def test_shares_sum_to_the_cost_and_months_to_the_year_to_the_penny(shared: SharedPost) -> None:
    found = effects(shared, "2019/20", "2027/28", employer_rates=LONG_RATES)
    for place in range(8):
        years = [effect.years[place] for effect in found.values()]
        total = years[0].cost.total
        assert total is not None
        assert sum(y.whole.share or 0 for y in years) == to_the_penny([total])[0]
        for each in years:
            for name in ("share", "before", "backfill", "net"):
                own = getattr(each.whole, name)
                assert sum(getattr(month, name) for month in each.months) == own
                assert (own * 100).denominator == 1, "whole pence"


@given(shared=any_post())
def test_there_is_no_effect_before_the_start_or_after_the_term(shared: SharedPost) -> None:
    for effect in effects(shared, "2019/20", "2027/28", employer_rates=LONG_RATES).values():
        for each in effect.years:
            for part, month in zip(each.cost.in_service, each.months, strict=True):
                if not part:
                    assert month.net == 0


@given(parts=st.lists(st.fractions(-1000, 1000), min_size=1, max_size=12))
def test_whole_pence_sum_to_the_sum_and_none_moves_by_a_penny(parts: list[Fraction]) -> None:
    rounded = to_the_penny(parts)
    assert sum(rounded) == (sum(parts) * 100 + Fraction(1, 2)).__floor__() / Fraction(100)
    for exact, given_ in zip(parts, rounded, strict=True):
        assert abs(exact - given_) < Fraction(1, 100) or len(parts) == 1


def test_equal_halves_of_an_odd_penny_go_to_the_first_named() -> None:
    assert to_the_penny([Fraction(1, 200), Fraction(1, 200)]) == (Fraction(1, 100), 0)


def test_years_are_those_asked_for() -> None:
    found = effects(post(), "2022/23", "2025/26")
    assert [each.year for each in found[ASHBY].years] == [
        FinancialYear(2022),
        FinancialYear(2023),
        FinancialYear(2024),
    ]
