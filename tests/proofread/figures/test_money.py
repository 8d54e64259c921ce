"""Units, well-formed numbers and overspends."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from moothall.documents.report import Grid, Place
from moothall.proofread.finding import Confidence
from runaway import comes_to_an_end
from short_reports import findings, rules_of


def table(*rows, head=1):
    return Grid(rows=tuple(rows), place=Place(line=50, table=1), head_rows=head)


BUDGET = table(
    ("", "Gross Expenditure £000", "Income £000", "Net Budget £000"),
    ("Social Care", "64,286", "(10,288)", "53,998"),
    ("Education", "32,898", "(26,500)", "6,398"),
    ("Total", "97,184", "(36,788)", "60,396"),
)


# --- units ------------------------------------------------------------------------------------


@given(st.integers(min_value=100, max_value=20_000))
@settings(max_examples=100)
def test_an_overspend_of_thousands_of_millions_does_not_fit_a_budget_of_millions(thousands):
    rule = "an_amount_fits_the_budget_it_is_set_against"
    right = f"The budget is currently overspending by £{thousands / 1000:.3f}m."
    assert rule not in rules_of(BUDGET, right)
    assume(thousands >= 2_000)
    wrong = f"The budget is currently overspending by £{thousands:,}m."
    assert rule in rules_of(BUDGET, wrong)


def test_an_impossible_overspend_says_what_may_be_meant():
    [(rule, finding)] = findings(BUDGET, "We are overspending by £3,840m.")
    assert rule == "an_amount_fits_the_budget_it_is_set_against"
    assert finding.confidence is Confidence.HIGH
    assert "£3.840m may be meant" in finding.message
    assert "97,184" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "The national deficit on high needs is £4,600m.",
        "The pension fund holds assets of £28,000m.",
        "Councils across the country face a shortfall of £3,400m.",
        "A saving of £1.2m is forecast.",
    ],
)
def test_sums_that_may_be_so_large_are_passed_over(text):
    assert rules_of(BUDGET, text) == set()


def test_the_digits_of_a_table_in_thousands_are_not_pounds():
    assert rules_of(BUDGET, "Net spend on social care is £53,998.") == {
        "an_amount_keeps_the_unit_of_its_table"
    }
    assert rules_of(BUDGET, "Net spend on social care is £53,998k.") == set()
    assert rules_of(BUDGET, "Net spend on social care is £53.998m.") == set()


# --- well-formed numbers ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "It costs £1,10.",
        "It costs £1,234,56 in all.",
        "It costs £12,3456.",
        "It costs £1234,567.",
        "It is 12,34% of the whole.",
        "It costs £2.5.0m.",
        "It is 2.5.1% of the whole.",
        "It is 10%% of the whole.",
        "It costs ££500.",
        "It costs £5m million.",
        "It costs £1.5,000.",
        "It costs £212.556 in all.",
        "An underspend of £1.8 was forecast, and £2m was spent.",
    ],
)
def test_a_malformed_number_is_found(text):
    assert rules_of(text) == {"numbers_are_well_formed"}


@pytest.mark.parametrize(
    "text",
    [
        "It costs £1,234,567.89 or £12.5m, 12.5% of £100 million.",
        "Paragraphs 2.5.1 and 3.4.2 apply, with wards 12,13 and 14.",
        "From 5.5.2021 the multiplier is £0.499 and the tariff £1.485 per kWh.",
        "On May 12,2019 rates of £500,000-£600,000 and £5-6m were discussed.",
        "A range of £1.250-£1.375m was given.",
        "A range of £1.2 to £1.4m was given, at £9.5 an hour.",
        "Telephone 0161 342 3354, reference 12/3456.",
    ],
)
def test_well_formed_numbers_are_passed_over(text):
    assert rules_of(text) == set()


@given(st.integers(min_value=1_000, max_value=99_999_999), st.data())
@settings(max_examples=100)
def test_a_digit_lost_from_a_group_is_found(pounds, data):
    right = f"£{pounds:,}"
    assert rules_of(f"The grant is {right} in all.") == set()
    cut = data.draw(st.integers(min_value=1, max_value=2))
    assert rules_of(f"The grant is {right[:-cut]} in all.") == {"numbers_are_well_formed"}


# --- overspends -------------------------------------------------------------------------------


@given(
    st.integers(min_value=100, max_value=2_000),
    st.integers(min_value=5, max_value=90),
    st.integers(min_value=4, max_value=60),
)
@settings(max_examples=100)
def test_an_overspend_is_the_forecast_less_the_budget(budget, over, slip):
    rule = "an_overspend_is_what_is_spent_less_the_budget"

    def text(said):
        return (
            f"The forecast outturn of £{(budget + over) / 10:.1f}m against a budget of "
            f"£{budget / 10:.1f}m gives an overspend of £{said / 10:.1f}m."
        )

    assert rules_of(text(over)) == set()
    assert rules_of(text(over + slip)) == {rule}


def test_an_underspend_is_not_more_than_the_budget():
    assert rules_of(
        "There is a budget of £12.1m and forecast spend of £12.5m, an underspend of £0.4m."
    ) == {"an_overspend_is_what_is_spent_less_the_budget"}


@pytest.mark.parametrize(
    "text",
    [
        "£1,2" * 25_000,
        "1.2." * 25_000,
        "1" * 100_000,
        "budget of £5m forecast of £6m overspend of £2m " * 2_100,
    ],
)
@comes_to_an_end()
def test_hostile_text_is_read_in_bounded_time(text):
    rules_of(text)


def test_a_budget_exceeded_by_many_times_itself_is_a_unit_slip():
    rule = "an_amount_fits_the_budget_it_is_set_against"
    assert rule in rules_of("The budget of £4.2m was exceeded by £300m.")
    assert rule not in rules_of("The budget of £4.2m was exceeded by £0.3m.")
