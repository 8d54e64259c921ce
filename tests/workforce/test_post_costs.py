"""What a shared post costs: dated rates, on-costs without a default, part years, properties."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from post_towns import ALL_RATES, BRAE, LONG_RATES, post, rates, year

from moothall.basics.dates import read_written_date
from moothall.basics.figures import Figure, read_figure
from moothall.files.rates import read_rates
from moothall.law.law import NoLawForThatDayError
from moothall.law.rates_held import NI_RATE, NI_THRESHOLD, DatedRate, lacking
from moothall.law.standing import Known, how_known
from moothall.workforce.in_service import MONTHS, end_of, last_of_month, part_of_month
from moothall.workforce.on_costs import national_insurance
from moothall.workforce.post_costs import PARTS, cost_of

LAW = read_rates()
YEARS = ["2019/20", "2020/21", "2021/22", "2022/23", "2023/24", "2024/25", "2025/26", "2026/27"]


def pay_of(pounds: Decimal) -> Figure:
    return Figure(text=f"{pounds}", value=pounds)


def whole_years_insurance(pay: str, of: str) -> Fraction:
    months = [last_of_month(year(of), month) for month in MONTHS]
    return sum((national_insurance(Fraction(pay) / 12, LAW, day) for day in months), Fraction(0))


# --- the country's rates ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("of", "pounds"),
    [
        ("2021/22", Decimal("0.138") * (40_000 - 8_840)),  # published tables for 2021/22
        ("2024/25", Decimal("0.138") * (40_000 - 9_100)),
        ("2025/26", Decimal("0.15") * (40_000 - 5_000)),  # GOV.UK note of 13 November 2024
        ("2026/27", Decimal("0.15") * (40_000 - 5_000)),
    ],
)
def test_a_years_national_insurance_is_the_rate_above_the_threshold(
    of: str, pounds: Decimal
) -> None:
    assert whole_years_insurance("40000", of) == Fraction(pounds)


def test_the_rate_of_2022_changed_in_november() -> None:
    """15.05 % to 5 November 2022, then 13.8 %; GOV.UK gives 14.53 % for a director's whole year."""
    exact = whole_years_insurance("40000", "2022/23") / (40_000 - 9_100)
    assert exact == (7 * Fraction("0.1505") + 5 * Fraction("0.138")) / 12
    assert round(exact * 100, 2) == Fraction("14.53")


def test_national_insurance_rises_with_pay_and_is_none_below_the_threshold() -> None:
    day = date(2025, 4, 30)
    assert national_insurance(Fraction(5000, 12), LAW, day) == 0
    assert national_insurance(Fraction(5001, 12), LAW, day) == Fraction(15, 1200)


@given(
    less=st.decimals(0, 200_000, places=2),
    more=st.decimals(0, 50_000, places=2),
    of=st.sampled_from(YEARS),
    month=st.sampled_from(MONTHS),
)
def test_no_rise_in_pay_lowers_the_insurance_and_none_costs_more_than_itself(
    less: Decimal, more: Decimal, of: str, month: int
) -> None:
    day = last_of_month(year(of), month)
    low = national_insurance(Fraction(less), LAW, day)
    high = national_insurance(Fraction(less) + Fraction(more), LAW, day)
    assert 0 <= low <= high <= low + Fraction(more)


def test_no_rate_is_made_up_for_a_day_before_the_first() -> None:
    with pytest.raises(NoLawForThatDayError, match="NI-THRESHOLD"):
        LAW.value(NI_THRESHOLD, date(2018, 4, 5))
    cost = cost_of(post(starts=read_written_date("April 2017")), ALL_RATES, LAW, year("2017/18"))
    assert cost.total is None
    assert any("National Insurance" in each.what for each in cost.lacking)


def test_every_rate_says_how_it_is_known() -> None:
    for rate in LAW.rates.values():
        for value in rate.values:
            assert how_known(value.evidence) != (Known.UNKNOWN,), (rate.id, value.since)
    first = LAW.dated_value(NI_RATE, date(2011, 4, 6))
    assert Known.RECALLED in how_known(first.evidence), "since when is nowhere looked up"


def test_a_rate_without_its_source_is_refused() -> None:
    rate = LAW.rates[NI_RATE]
    assert list(lacking([rate])) == []
    assert list(lacking([replace(rate, reference="")])) == ["NI-RATE has no reference."]
    assert list(lacking([rate, rate])) == ["NI-RATE is given twice."]
    bare = DatedRate(since=date(2030, 4, 6), value=Decimal(16), evidence="somebody said so")
    (said,) = lacking([replace(rate, values=(*rate.values, bare))])
    assert said == "NI-RATE does not say how its value from 2030-04-06 is known."
    (twice,) = lacking([replace(rate, values=(*rate.values, rate.values[0]))])
    assert "two values from 2011-04-06" in twice


# --- a year's cost ------------------------------------------------------------------------------


def test_a_cost_is_pay_and_every_on_cost() -> None:
    """(48,000 + 6,000) with 13.8 % above 8,840, 20 % pension and 0.5 % levy: invented rates."""
    cost = cost_of(post(honorarium=read_figure("6,000")), ALL_RATES, LAW, year("2021/22"))
    parts = cost.parts
    assert (parts.salary, parts.honorarium) == (48_000, 6_000)
    assert parts.national_insurance == Fraction("0.138") * (54_000 - 8_840)
    assert (parts.pension, parts.levy) == (10_800, 270)
    assert cost.total == 48_000 + 6_000 + Fraction("6232.08") + 10_800 + 270


def test_without_pension_and_levy_there_is_a_floor_and_two_questions() -> None:
    cost = cost_of(post(), (), LAW, year("2021/22"), employer="Ashby")
    assert cost.total is None
    assert cost.at_least == 48_000 + Fraction("0.138") * (48_000 - 8_840)
    assert [each.what for each in cost.lacking] == [
        "the employer's pension contribution",
        "the apprenticeship levy",
    ]
    assert all(each.ask.startswith("Ask Ashby's ") for each in cost.lacking)


def test_another_councils_rates_are_not_the_employers() -> None:
    others = (rates(authority=BRAE, pension="20", levy="0.5"),)
    assert cost_of(post(), others, LAW, year("2021/22")).total is None


def test_no_employer_means_no_on_costs_of_its_own() -> None:
    cost = cost_of(post(host=None), ALL_RATES, LAW, year("2021/22"))
    assert cost.total is None
    assert "the employer" in [each.what for each in cost.lacking]
    assert cost.parts.pension is None


@pytest.mark.checklist("D04")
def test_a_withheld_salary_is_no_cost_of_nothing() -> None:
    cost = cost_of(post(salary=None), ALL_RATES, LAW, year("2021/22"))
    assert (cost.total, cost.at_least) == (None, None)
    assert cost.lacking[0].what == "the salary"


def test_an_honorarium_that_is_spoken_of_and_not_stated_is_lacking() -> None:
    """Document 001 2.11: an agreed honorarium, whose amount it does not print."""
    spoken = post(uplift="Increases as usual; the honorarium rises accordingly")
    cost = cost_of(spoken, ALL_RATES, LAW, year("2021/22"))
    assert cost.total is None
    assert cost.at_least == cost_of(post(), ALL_RATES, LAW, year("2021/22")).total
    assert cost.parts.honorarium is None, "not nothing"


def test_a_pay_award_raises_pay_and_the_honorarium_only_where_the_facts_say_so() -> None:
    """2 % a year on 48,000 and 6,000, two awards on; awards compound."""
    flat = post(honorarium=read_figure("6,000"))
    risen = replace(flat, honorarium_rises=True)
    cost = cost_of(flat, ALL_RATES, LAW, year("2023/24"))
    assert cost.parts.salary == 48_000 * Fraction("1.02") ** 2
    assert cost.parts.honorarium == 6_000
    assert any("does not rise" in each for each in cost.assumed)
    cost = cost_of(risen, ALL_RATES, LAW, year("2023/24"))
    assert cost.parts.honorarium == 6_000 * Fraction("1.02") ** 2
    assert not any("does not rise" in each for each in cost.assumed)


def test_each_year_has_its_own_award() -> None:
    told = (*ALL_RATES, rates("2022/23", award="1.75"), rates("2023/24", award="4"))
    cost = cost_of(post(), told, LAW, year("2023/24"))
    assert cost.parts.salary == 48_000 * Fraction("1.0175") * Fraction("1.04")


def test_an_award_that_nobody_has_said_leaves_the_cost_open() -> None:
    told = (rates(pension="20", levy="0.5"),)
    assert cost_of(post(), told, LAW, year("2021/22")).total is not None
    later = cost_of(post(), told, LAW, year("2023/24"))
    assert later.total is None
    assert later.lacking[-1].what == "the pay award of 2022/23, 2023/24"
    assert later.parts.salary == 48_000, "pay without the award is the floor"


def test_a_rate_said_for_an_earlier_year_is_taken_on_and_says_so() -> None:
    cost = cost_of(post(), ALL_RATES, LAW, year("2022/23"))
    assert "Pension as said for 2021/22, taken on for 2022/23" in cost.assumed


def test_a_salary_of_a_later_year_is_not_raised_before_it() -> None:
    later = post(salary_year=year("2022/23"))
    assert cost_of(later, ALL_RATES, LAW, year("2022/23")).parts.salary == 48_000
    assert cost_of(later, ALL_RATES, LAW, year("2023/24")).parts.salary == 48_960


# --- months and terms ---------------------------------------------------------------------------


def test_april_2021_is_the_whole_year() -> None:
    """Document 000 2.4: in post since April 2021."""
    assert sum(cost_of(post(), ALL_RATES, LAW, year("2021/22")).in_service) == 12


@pytest.mark.parametrize(
    ("starts", "months"),
    [
        ("September 2021", Fraction(7)),
        ("15 September 2021", 6 + Fraction(16, 30)),
        ("Spring 2021", Fraction(11)),  # March to May: the latest month of it
        ("End June 2021", 9 + Fraction(1, 30)),  # vague within a month: its end
        ("April 2022", Fraction(0)),
    ],
)
def test_a_start_makes_a_part_year(starts: str, months: Fraction) -> None:
    starting = post(starts=read_written_date(starts))
    cost = cost_of(starting, ALL_RATES, LAW, year("2021/22"))
    assert sum(cost.in_service) == months


def test_a_vague_start_says_how_it_was_taken() -> None:
    starting = post(starts=read_written_date("Spring 2021"))
    cost = cost_of(starting, ALL_RATES, LAW, year("2021/22"))
    assert any("the latest that Spring 2021 can mean" in each for each in cost.assumed)


def test_a_term_ends_the_cost() -> None:
    two_years = post(term_months=24, fixed_term=True)
    assert end_of(two_years) == date(2023, 4, 1)
    assert sum(cost_of(two_years, ALL_RATES, LAW, year("2022/23")).in_service) == 12
    over = cost_of(two_years, (), LAW, year("2023/24"))
    assert over.total == 0, "after the term nothing is lacking and nothing is paid"


def test_a_term_without_a_length_runs_on_and_says_so() -> None:
    circa = post(fixed_term=True, term="circa two years")
    cost = cost_of(circa, ALL_RATES, LAW, year("2023/24"))
    assert "The term (circa two years) has no known end: it runs on" in cost.assumed


def test_a_whole_year_sets_start_and_term_aside() -> None:
    late = post(starts=read_written_date("March 2022"))
    assert sum(cost_of(late, ALL_RATES, LAW, year("2021/22")).in_service) == 1
    full = cost_of(late, ALL_RATES, LAW, year("2021/22"), whole_year=True)
    assert full.total == cost_of(post(), ALL_RATES, LAW, year("2021/22")).total


POSTS = st.builds(
    post,
    salary=st.decimals(0, 200_000, places=2).map(pay_of),
    honorarium=st.none() | st.decimals(0, 20_000, places=2).map(pay_of),
    honorarium_rises=st.none() | st.booleans(),
    starts=st.dates(date(2019, 4, 1), date(2026, 3, 31)).map(
        lambda day: read_written_date(day.isoformat())
    ),
    term_months=st.none() | st.integers(1, 60),
    fte=st.none() | st.decimals("0.1", 3, places=2),
)


@given(shared=POSTS, of=st.sampled_from(YEARS))
def test_months_sum_to_the_year_and_parts_to_the_cost(shared: object, of: str) -> None:
    cost = cost_of(shared, LONG_RATES, LAW, year(of))  # type: ignore[arg-type]
    assert cost.total == sum(month.known or 0 for month in cost.months)
    assert cost.total == sum(getattr(cost.parts, name) for name in PARTS)


@given(shared=POSTS, of=st.sampled_from(YEARS), month=st.sampled_from(MONTHS))
def test_nothing_is_paid_before_the_start_or_after_the_term(
    shared: object, of: str, month: int
) -> None:
    starts, end = shared.starts.latest, end_of(shared)  # type: ignore[attr-defined,arg-type]
    cost = cost_of(shared, LONG_RATES, LAW, year(of)).months[month - 1]  # type: ignore[arg-type]
    first, last = last_of_month(year(of), month).replace(day=1), last_of_month(year(of), month)
    if last < starts or (end is not None and first >= end):
        assert cost.known == 0
    if first >= starts and (end is None or last < end):
        assert part_of_month(shared, year(of), month) == 1  # type: ignore[arg-type]


@given(shared=POSTS, of=st.sampled_from(YEARS), times=st.integers(2, 5))
def test_twice_the_posts_cost_twice_as_much(shared: object, of: str, times: int) -> None:
    """Linear in FTE: the threshold of National Insurance is cut with the hours, and it says so."""
    one = replace(shared, fte=Decimal("0.4"))  # type: ignore[type-var]
    many = replace(shared, fte=Decimal("0.4") * times)  # type: ignore[type-var]
    single = cost_of(one, LONG_RATES, LAW, year(of)).total
    assert single is not None
    assert cost_of(many, LONG_RATES, LAW, year(of)).total == times * single


def test_a_part_time_post_says_what_its_own_threshold_would_change() -> None:
    cost = cost_of(post(fte=Decimal("0.5")), ALL_RATES, LAW, year("2021/22"))
    assert cost.parts.national_insurance == Fraction("0.069") * (48_000 - 8_840)
    # Half the threshold is given up: 13.8 % of 4,420.
    assert any("up to £609.96 a year lower" in each for each in cost.assumed)
