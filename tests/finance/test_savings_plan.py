"""The savings plan: its identities, what its tables get wrong, and on what a saving rests."""

import argparse
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from money_towns import (
    NEXT_YEAR,
    line,
    made_up_of,
    phased,
    post,
    saving,
    signed,
    towns,
)

from moothall.basics.dates import read_written_date
from moothall.basics.figures import read_figure
from moothall.basics.findings import Finding
from moothall.basics.years import FinancialYear
from moothall.cli.savings_command import add_savings, run_savings
from moothall.facts.baselines import FundingStream
from moothall.facts.money import Saving, SavingStanding, Unit
from moothall.facts.programme import Programme
from moothall.finance.part_years import part_year_of
from moothall.finance.rules import savings_findings
from moothall.finance.savings import work_through
from moothall.finance.savings_plan import savings_plan_of, years_of

YEAR_AFTER = NEXT_YEAR.next


def plan(*savings: Saving, codes: tuple[str, ...] = ("ashby", "brae")) -> Any:
    programme = towns(*codes, savings=savings)
    return savings_plan_of(programme, programme.proposals[0])


def found(programme: Programme, rule: str) -> list[Finding]:
    return [each for each in savings_findings(programme) if each.rule == rule]


def about(one: Saving, rule: str) -> list[Finding]:
    return found(towns(savings=(one,)), rule)


def test_a_saving_that_says_everything_is_left_in_peace() -> None:
    programme = signed(towns(baseline_lines=(line("ashby", gross=900_000),)), "ashby")
    assert savings_findings(replace(programme, savings=(saving(),))) == []


# --- the identities (notes on medium-term plans, 6.1) ---------------------------------------------

STEPS = st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 5_000)), min_size=1, max_size=5)


@pytest.mark.checklist("R5")
@given(STEPS)
def test_what_is_reached_is_all_recurrent_steps_and_this_years_one_off(
    steps: list[tuple[int, int]],
) -> None:
    """The table is printed from recurrent steps and one-off sums; the plan finds them again."""
    amounts, recurrent = [], 0
    for place, (step, one_off) in enumerate(steps):
        recurrent += step
        amounts.append((FinancialYear(NEXT_YEAR.start + place), -(recurrent + one_off)))
    for place, (_, one_off) in enumerate(steps):
        so_far = sum(step for step, _ in steps[: place + 1])
        one = saving(
            phasing=phased(*amounts), breakdown=made_up_of(amounts[place][0], so_far, one_off)
        )
        years = years_of(one)
        year = years[place]
        assert (year.reached, year.one_off) == (1000 * (so_far + one_off), 1000 * one_off)
        assert year.recurrent == 1000 * so_far
        assert year.pressure == 1000 * one_off
        if place + 1 < len(years):
            after = years[place + 1]
            assert after.falls_away == year.pressure
            assert after.reached == so_far * 1000 + after.to_find
            result = work_through(one)
            assert result is not None
            assert (result.needed_new * 1000, result.apparent_new * 1000) == (
                after.to_find,
                after.rise,
            )


@given(STEPS)
def test_a_table_of_steps_says_the_same_as_a_cumulative_one(steps: list[tuple[int, int]]) -> None:
    amounts = [(FinancialYear(NEXT_YEAR.start + n), -step) for n, (step, _) in enumerate(steps)]
    sums = [
        (year, sum(each for _, each in amounts[: n + 1])) for n, (year, _) in enumerate(amounts)
    ]
    by_steps = years_of(saving(phasing=phased(*amounts, cumulative=False)))
    by_sums = years_of(saving(phasing=phased(*sums)))
    assert [each.reached for each in by_steps] == [each.reached for each in by_sums]
    assert sum(each.rise for each in by_steps) == by_steps[-1].reached


def test_a_table_without_brackets_is_read_alike() -> None:
    bare = saving(
        full_year_saving=read_figure("200"), phasing=phased((NEXT_YEAR, 50), (YEAR_AFTER, 200))
    )
    assert [each.reached for each in years_of(bare)] == [50_000, 200_000]
    (row,) = plan(bare).lines
    assert row.full_year == 200_000


@given(st.integers(0, 10**9), st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_part_year_and_what_rolls_over_make_the_full_year(pence: int, day: date) -> None:
    full = Decimal(pence).scaleb(-2)
    part = part_year_of(full, read_written_date(day.isoformat()))
    assert part.in_year + part.rolls_over == Fraction(full)
    assert part.in_year * 12 == Fraction(full) * part.months
    assert part.in_year <= part.most_in_year
    assert 0 <= part.months <= 12


@pytest.mark.parametrize(
    ("starts", "year", "months"),
    [
        ("1 April 2026", "2026/27", 12),
        ("2 April 2026", "2026/27", 11),
        ("December 2026", "2026/27", 4),
        ("End December 2026", "2026/27", 3),
        ("1 March 2027", "2026/27", 1),
        ("31 March 2027", "2026/27", 0),
        ("Summer 2026", "2026/27", 8),
        ("Spring 2026", "2026/27", 11),
    ],
)
def test_a_start_counts_whole_months_and_a_vague_one_its_latest(
    starts: str, year: str, months: int
) -> None:
    part = part_year_of(Decimal(1_200), read_written_date(starts))
    assert (str(part.year), part.months, part.in_year) == (year, months, months * 100)


def test_risk_and_payback_are_exact() -> None:
    one = saving(
        amount=333,
        confidence_percent=Decimal("66.7"),
        cost_of_change=read_figure("£240k"),
    )
    (row,) = plan(one).lines
    assert row.risk_adjusted == Decimal("222111")
    assert row.cost_of_change == 240_000  # its own scale, not the table's thousands
    assert row.payback_years == Fraction(240, 333)
    (row,) = plan(replace(one, confidence_percent=None, cost_of_change=None)).lines
    assert (row.risk_adjusted, row.payback_years) == (None, None)


def test_redundancy_of_240_for_a_saving_of_333_pays_back_in_0_72_years() -> None:
    """Breckland, South Holland and Great Yarmouth, as the notes quote the press."""
    (row,) = plan(saving(amount=333, cost_of_change=read_figure("240"))).lines
    assert round(float(row.payback_years), 2) == 0.72


# --- together -------------------------------------------------------------------------------------


def test_a_line_made_of_council_lines_is_counted_once() -> None:
    whole = saving(amount=300, id="whole", name="Archives", limit=1_800)
    parts = (
        saving("ashby", 200, part_of="whole"),
        saving("brae", 100, part_of="whole", standing=SavingStanding.VERIFIED),
    )
    result = plan(whole, *parts)
    assert result.total.full_year == 300_000
    assert {each.name: each.total.full_year for each in result.councils} == {
        "Ashby": 200_000,
        "Brae": 100_000,
    }
    assert dict(result.total.by_standing)[SavingStanding.VERIFIED] == 100_000
    assert result.sentence == "£300,000 a year is planned, £100,000 of it verified."


def test_streams_stay_apart_and_an_unstated_one_is_said() -> None:
    result = plan(
        saving(),
        saving("brae", 50, funding_stream=FundingStream.DSG_CENTRAL),
        saving("brae", 25, id="third", funding_stream=None),
    )
    assert result.total.by_stream == (
        (FundingStream.GENERAL_FUND, 200_000),
        (FundingStream.DSG_CENTRAL, 50_000),
        (None, 25_000),
    )


def test_a_saving_whose_table_ends_goes_on_without_its_one_off_money() -> None:
    ends = saving(amount=100, breakdown=made_up_of(NEXT_YEAR, 60, 40))
    goes_on = saving("brae", 50, phasing=phased((NEXT_YEAR, -10), (YEAR_AFTER, -50)))
    first, second = plan(ends, goes_on).total.years
    assert (first.reached, first.one_off) == (110_000, None)  # Brae does not say
    assert (second.reached, second.carried) == (60_000 + 50_000, ("ashby-saving",))
    assert (second.rise, second.falls_away, second.to_find) == (0, 40_000, 40_000)


# --- tables that are wrong ------------------------------------------------------------------------


def test_a_saving_larger_than_its_cash_limit() -> None:
    rule = "a_saving_is_no_larger_than_its_cash_limit"
    (finding,) = about(saving(amount=902), rule)
    assert "£902,000 is to be saved from a cash limit of £900,000" in finding.message
    assert not about(saving(amount=901), rule)  # which rounding alone can make


def test_a_year_without_a_figure_is_named() -> None:
    gap = saving(phasing=phased((NEXT_YEAR, -50), (YEAR_AFTER.next, -200)))
    (finding,) = about(gap, "the_phasing_leaves_out_no_year")
    assert "no figure for 2027/28" in finding.message
    (finding,) = about(saving(phasing=()), "the_phasing_leaves_out_no_year")
    assert "has no phasing" in finding.message
    assert not about(saving(), "the_phasing_leaves_out_no_year")


def test_a_phasing_that_stops_short_of_the_full_year() -> None:
    rule = "the_phasing_reaches_the_full_year"
    (finding,) = about(saving(phasing=phased((NEXT_YEAR, -150))), rule)
    assert "the parts make 150,000, printed is 200,000" in finding.message
    (finding,) = about(saving(phasing=phased((NEXT_YEAR, -199))), rule)
    assert (finding.severity, "rounding alone" in finding.message) == ("note", True)
    assert not about(saving(), rule)


def test_a_cumulative_column_that_falls_is_explained_by_one_off_money_or_not_at_all() -> None:
    falls = saving(phasing=phased((NEXT_YEAR, -200), (YEAR_AFTER, -150)))
    (finding,) = about(falls, "a_cumulative_column_does_not_fall")
    assert finding.severity == "warning"
    explained = replace(falls, breakdown=made_up_of(NEXT_YEAR, 150, 50))
    (finding,) = about(explained, "a_cumulative_column_does_not_fall")
    assert (finding.severity, "£50,000 of 2026/27 is one-off" in finding.message) == ("note", True)


def test_brackets_and_bare_figures_in_one_row() -> None:
    mixed = saving(phasing=phased((NEXT_YEAR, 50), (YEAR_AFTER, -200)))
    assert about(mixed, "a_row_has_one_sign_for_savings")
    assert [each.reached for each in years_of(mixed)] == [-50_000, 200_000]
    assert not about(saving(), "a_row_has_one_sign_for_savings")


def test_a_part_year_that_claims_the_whole() -> None:
    rule = "a_part_year_brings_part_of_the_year"
    late = saving(starts=read_written_date("December 2026"))
    (finding,) = about(late, rule)
    assert "brings £66,666.67 (4 months of 12) and £133,333.33 roll into 2027/28" in finding.message
    on_time = replace(late, phasing=phased((NEXT_YEAR, -67), (YEAR_AFTER, -200)))
    assert not about(on_time, rule)
    early = saving(starts=read_written_date("April 2027"))
    (finding,) = about(early, rule)
    assert "before it starts (April 2027)" in finding.message
    assert not about(saving(starts=read_written_date("April to December 2026")), rule)


CASTS = "council_lines_make_the_programmes_line"


def test_council_lines_that_do_not_make_the_programmes_line() -> None:
    parts = (saving("ashby", 200, part_of="whole"), saving("brae", 100, part_of="whole"))
    whole = saving(amount=310, id="whole", limit=1_800)
    messages = [each.message for each in found(towns(savings=(whole, *parts)), CASTS)]
    assert len(messages) == 3  # the full year, what it leaves and what is reached
    assert "the parts make 300,000, printed is 310,000" in messages[0]
    assert "more than rounding" in messages[0]


def test_thousands_and_millions_are_compared_in_pounds_and_rounding_is_called_rounding() -> None:
    millions = {
        "unit": Unit.MILLIONS,
        "cash_limit": read_figure("1.8"),
        "full_year_saving": read_figure("(0.3)"),
        "revised_cash_limit": read_figure("1.5"),
        "phasing": replace_amounts("(0.3)"),
    }
    whole = saving(id="whole", **millions)
    exact = (saving("ashby", 200, part_of="whole"), saving("brae", 100, part_of="whole"))
    assert not found(towns(savings=(whole, *exact)), CASTS)
    near = (saving("ashby", 240, part_of="whole"), saving("brae", 100, part_of="whole"))
    assert {each.severity for each in found(towns(savings=(whole, *near)), CASTS)} == {"note"}


def replace_amounts(text: str) -> tuple[Any, ...]:
    return tuple(replace(each, amount=read_figure(text)) for each in phased((NEXT_YEAR, -1)))


@given(st.lists(st.integers(1, 900), min_size=2, max_size=4))
def test_lines_that_sum_are_left_in_peace(amounts: list[int]) -> None:
    codes = ("ashby", "brae", "combe", "dene")[: len(amounts)]
    parts = [
        saving(code, amount, part_of="whole") for code, amount in zip(codes, amounts, strict=True)
    ]
    whole = saving(amount=sum(amounts), id="whole", limit=900 * len(amounts))
    programme = towns(*codes, savings=(whole, *parts))
    assert not found(programme, CASTS)
    assert not found(programme, "every_council_has_its_part_of_a_line")


def test_a_council_without_its_part_is_asked() -> None:
    whole, part = saving(id="whole"), saving("ashby", part_of="whole")
    (finding,) = found(towns(savings=(whole, part)), "every_council_has_its_part_of_a_line")
    assert (finding.severity, finding.authority) == ("question", "brae")


# --- whose money, and on what it rests ------------------------------------------------------------


def test_one_cash_limit_cut_in_two_programmes() -> None:
    twin = replace(saving(), id="twin", proposal="other")
    programme = towns(savings=(saving(), twin))
    other = replace(programme.proposals[0], id="other")
    programme = replace(programme, proposals=(*programme.proposals, other))
    (finding,) = found(programme, "one_cash_limit_is_cut_once")
    assert finding.where == "savings/twin"
    assert not found(towns(savings=(saving(), saving("brae"))), "one_cash_limit_is_cut_once")


@pytest.mark.checklist("D08")
@pytest.mark.parametrize(
    ("stream", "funding", "is_wrong"),
    [
        (FundingStream.DSG_CENTRAL, "cash limit", True),
        (FundingStream.PUBLIC_HEALTH, "General Fund", True),
        (FundingStream.GENERAL_FUND, "DSG grant", True),
        (FundingStream.DSG_CENTRAL, "DSG grant", False),
        (FundingStream.GENERAL_FUND, "cash limit", False),
        (FundingStream.RESERVE, "cash limit", False),
    ],
)
def test_ring_fenced_money_booked_to_the_general_fund(
    stream: FundingStream, funding: str, is_wrong: bool
) -> None:
    one = saving(funding_stream=stream, funding=funding)
    assert bool(about(one, "ring_fenced_money_is_not_general_fund")) is is_wrong


def test_a_ring_fenced_part_of_a_general_fund_line() -> None:
    part = saving("brae", part_of="whole", funding_stream=FundingStream.DSG_CENTRAL)
    (finding,) = found(
        towns(savings=(saving(id="whole"), part)), "ring_fenced_money_is_not_general_fund"
    )
    assert "DSG central school services block (ring-fenced) is counted in" in finding.message


@pytest.mark.checklist("D08")
def test_a_post_of_a_ring_fenced_stream_frees_that_stream() -> None:
    one = post("ashby", "brae", funding_stream=FundingStream.PUBLIC_HEALTH)
    (finding,) = found(towns(posts=(one,)), "ring_fenced_money_is_not_general_fund")
    assert "funded by public health grant" in finding.message


def test_what_a_saving_does_not_say_is_asked_at_once() -> None:
    bare = saving(funding_stream=None, starts=None, confidence_percent=None, cost_of_change=None)
    (finding,) = about(bare, "a_saving_says_what_a_plan_needs")
    assert finding.message.count(";") == 3
    assert not about(saving(), "a_saving_says_what_a_plan_needs")


def test_a_line_made_of_council_lines_rests_on_what_those_rest_on() -> None:
    whole = saving(id="whole", evidenced_by=None, starts=None)
    parts = (saving(part_of="whole"), saving("brae", part_of="whole"))
    programme = towns(savings=(whole, *parts))
    assert not found(programme, "an_efficiency_has_a_source_or_a_verifier")
    assert not found(programme, "a_saving_says_what_a_plan_needs")
    assert about(whole, "an_efficiency_has_a_source_or_a_verifier")


@pytest.mark.parametrize("standing", list(SavingStanding))
def test_a_claim_stays_a_claim(standing: SavingStanding) -> None:
    bare = saving(standing=standing, evidenced_by=None)
    is_claim = standing is not SavingStanding.VERIFIED
    assert bool(about(bare, "an_efficiency_has_a_source_or_a_verifier")) is is_claim
    assert bool(about(bare, "what_is_verified_says_by_whom_and_when")) is not is_claim


def test_somebody_who_is_named_verifies_on_a_day() -> None:
    whole = saving(
        standing=SavingStanding.VERIFIED, verified_by="Auditor (invented)", verified_on=date.max
    )
    rule = "what_is_verified_says_by_whom_and_when"
    assert not about(whole, rule)
    (finding,) = about(replace(whole, verified_on=None), rule)
    assert "nothing says when" in finding.message


@pytest.mark.parametrize("percent", ["-1", "100.1"])
def test_no_confidence_beyond_certainty(percent: str) -> None:
    assert about(saving(confidence_percent=Decimal(percent)), "a_confidence_is_a_percentage")
    assert not about(saving(), "a_confidence_is_a_percentage")


FITS = "a_saving_fits_its_posts"


def test_a_saving_that_no_number_of_posts_can_bring() -> None:
    (finding,) = about(saving(amount=600, posts_reduced="2 FTE"), FITS)
    assert (finding.severity, "£300,000 a post" in finding.message) == ("warning", True)
    (finding,) = about(saving(amount=20, posts_reduced="up to 4.5 posts"), FITS)
    assert "less than a post plausibly costs" in finding.message
    assert "our own bounds" in finding.message
    assert not about(saving(amount=100, posts_reduced="2 FTE"), FITS)
    assert not about(saving(amount=120, posts_reduced="one senior manager"), FITS)
    assert not about(saving(amount=120, posts_reduced="1 senior manager"), FITS)


def test_a_part_of_the_saving_may_be_what_the_posts_bring() -> None:
    one = saving(
        amount=600,
        posts_reduced="2 FTE",
        phasing=phased((NEXT_YEAR, -600)),
        breakdown=made_up_of(NEXT_YEAR, 100, 0),
    )
    (finding,) = about(one, FITS)
    assert finding.severity == "question"
    assert "Redesign alone would be £50,000 a post" in finding.message


def test_a_saving_larger_than_the_signed_baseline_of_its_stream() -> None:
    rule = "a_saving_fits_its_signed_baseline"
    lines = (line("ashby", gross=150_000, gross_income=Decimal(20_000)),)
    programme = towns(baseline_lines=lines, savings=(saving(amount=140),))
    (finding,) = found(programme, rule)
    assert finding.severity == "question"  # nothing signed yet
    programme = signed(programme, "ashby")
    (finding,) = found(programme, rule)
    assert (finding.severity, "£130,000 net" in finding.message) == ("note", True)
    two = (saving(amount=140), saving(amount=11, id="second", name="More"))
    (finding,) = found(replace(programme, savings=two), rule)
    assert "save £151,000" in finding.message
    assert "£150,000 gross" in finding.message
    assert finding.severity == "warning"
    assert not found(replace(programme, savings=(saving(amount=130),)), rule)
    of_a_whole = (saving(amount=130, id="whole"), saving(amount=130, part_of="whole"))
    assert not found(replace(programme, savings=of_a_whole), rule)


# --- the sample and the command -------------------------------------------------------------------

SAMPLE = str(Path(__file__).parents[2] / "examples" / "stockport-tameside")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    add_savings(parser.add_subparsers())
    code = run_savings(parser.parse_args(["savings", *arguments]))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.checklist("D10", "D11", "D12", "R5")
def test_the_sample_needs_600_and_says_so_first(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, SAMPLE, "--as-at", "2022-02-15")
    assert code == 0
    assert out.splitlines()[0] == (
        "£1,100,000 a year is planned, none of it verified; 2020/21 has to find £600,000, not "
        "£458,000, because £142,000 of the year before is one-off."
    )
    for figure in ("7,319", "(1,100)", "6,219", "(642)", "320", "180", "500", "142", "642"):
        assert figure in out


@pytest.mark.checklist("D10", "D11", "D12", "D14")
def test_the_samples_plan_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, SAMPLE, "--as-at", "2022-02-15", "--json")
    answer = json.loads(out)
    proposal = next(each for each in answer["proposals"] if each["savings"])
    (one,) = proposal["savings"]
    assert one["full_year_saving"] == {"printed": "(1,100)", "pounds": -1_100_000}
    assert one["part_year"] is None
    first, second = one["years"]
    assert (first["recurrent"], first["one_off"], first["pressure_next_year"]) == (
        500_000,
        142_000,
        142_000,
    )
    assert (second["reached"], second["rise"], second["to_find"]) == (1_100_000, 458_000, 600_000)
    assert second["one_off"] is None
    assert proposal["councils"]["stockport"]["by_stream"] == {"not stated": 1_100_000}
    posts = next(each for each in answer["findings"] if each["rule"] == FITS)
    assert "£157,142.86 a post" in posts["message"]
    assert "£45,714.29 a post" in posts["message"]


def test_a_programme_without_savings_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, SAMPLE, "--as-at", "2022-02-15", "--proposal", "joint-director")
    assert (code, out.splitlines()[0]) == (0, "No saving is planned.")
