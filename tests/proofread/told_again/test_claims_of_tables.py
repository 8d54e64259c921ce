"""What the words claim of a table, of money and of time: units, ratings, terms, one-off sums."""

import pytest

from markdown_reports import shown, table
from moothall.proofread.dates.terms_of_years import (
    an_agreement_runs_as_long_throughout as term_rule,
)
from moothall.proofread.dates.terms_of_years import (
    money_is_paid_back_at_one_time as payback_rule,
)
from moothall.proofread.figures.misprinted_sums import (
    sums_are_printed_as_they_are_meant as printed_rule,
)
from moothall.proofread.figures.unit_slips import (
    a_rate_found_elsewhere_is_no_percentage as rate_rule,
)
from moothall.proofread.figures.unit_slips import (
    a_sum_keeps_its_unit as unit_rule,
)
from moothall.proofread.figures.unit_slips import (
    people_are_not_called_full_time_equivalents as people_rule,
)
from moothall.proofread.proofread import Rule
from moothall.proofread.savings.one_off_money import (
    a_lasting_sum_holds_no_one_off_row as row_rule,
)
from moothall.proofread.savings.one_off_money import (
    one_off_money_is_not_built_into_the_base as base_rule,
)
from moothall.proofread.savings.posts_priced import (
    a_saving_in_a_table_fits_its_posts as table_rule,
)
from moothall.proofread.savings.posts_priced import (
    posts_times_their_cost_is_the_saving as posts_rule,
)
from moothall.proofread.tables.limits import (
    what_is_called_above_a_row_is_above_it as above_rule,
)
from moothall.proofread.tables.limits import (
    what_is_called_above_target_is_above_it as target_rule,
)
from moothall.proofread.tables.status_claims import (
    a_count_of_a_status_is_that_of_the_table as count_rule,
)
from moothall.proofread.tables.status_claims import (
    a_measure_marked_improved_has_improved as improved_rule,
)
from moothall.proofread.tables.status_claims import (
    a_rating_told_is_that_of_the_table as rating_rule,
)
from moothall.proofread.tables.superlatives import (
    the_most_of_several_is_so_in_their_table as most_rule,
)

_REQUESTS = table(
    ("Request", "£000"),
    ("Bridge repairs at Denham", "374"),
    ("New boiler for the depot", "118"),
    ("Total", "492"),
)
_SCHEMES = table(
    ("Scheme", "Budget £m", "RAG"),
    ("Mill Lane footbridge", "1.2", "Red"),
    ("Northfield depot roof", "0.8", "Green"),
)
_LIMITS = table(
    ("Indicator", "2024/25", "2025/26"),
    ("Gross borrowing (£m)", "310.0", "322.5"),
    ("Operational boundary (£m)", "400.0", "420.0"),
)
_MEASURES = table(
    ("Measure", "2023/24", "2024/25", "Target", "Direction"),
    ("Admissions of younger adults", "14.2", "15.6", "14.0", "Improved"),
    ("Reviews held in time", "58.0%", "64.0%", "70.0%", "Improved"),
    ("Admissions of older adults", "612.0", "581.0", "540.0", "Improved"),
    ("Direct payments", "24.8", "23.1", "27.0", "Worse"),
)
_OPTIONS = "**Table 1: Appraisal scores**\n\n" + table(
    ("Criterion", "Option 1", "Option 2", "Option 3"),
    ("Ease of delivery", "10.0", "8.0", "5.0"),
    ("Resilience", "7.5", "12.5", "20.0"),
)
_GROWTH = table(
    ("Item", "£000"),
    ("Homelessness", "310"),
    ("Boundary review (one year only)", "120"),
    ("Total", "430"),
)
_SAVINGS = table(
    ("Saving", "FTE", "Saving £000"),
    ("Switchboard", "2.5", "92"),
    ("Post room", "{}", "139"),
    ("Total", "4.0", "231"),
)

_PAYBACK = "Payback of the cost is expected in the third year.\n\nNoted.\n\n"
_TERM = "The contract is for a term of seven years.\n\nNoted.\n\n"

_PAIRS: list[tuple[Rule, str, str, str]] = [
    (unit_rule, _REQUESTS + "\n\nThe {} for bridge repairs is agreed.",
     "£374k", "£374m"),
    (unit_rule, "The transport settlement is £31.3m.\n\nWe accept the settlement of {} in full.",
     "£31.3m", "£31.3"),
    (rate_rule, "Admissions were 581.3 per 100,000 people.\n\nThe rate of admissions, {}, is good.",
     "581.3", "581.3%"),
    (people_rule, "The firm has 103 people (97.5 FTE).\n\nThe {} FTE staff will transfer.",
     "97.5", "103"),
    (rating_rule, _SCHEMES + "\n\nThe Mill Lane footbridge is rated {}.", "red", "green"),
    (above_rule, _LIMITS + "\n\nGross borrowing of £322.5m {} the operational boundary.",
     "is below", "exceeds"),
    (target_rule, _MEASURES + "\n\nReviews in time, at 64.0%, are {} target.", "below", "above"),
    (count_rule, _MEASURES + "\n\n{} of the four measures improved.", "Three", "Two"),
    (most_rule, _OPTIONS + "\n\n{} is the easiest of the three.", "Option 1", "Option 3"),
    (most_rule, _OPTIONS + "\n\n{} is the most resilient of the three.", "Option 3", "Option 2"),
    (term_rule, _TERM + "The contract will run for {}.",
     "seven years", "eight years"),
    (payback_rule, _PAYBACK + "The investment is recovered within {}.",
     "36 months", "eighteen months"),
    (row_rule, _GROWTH + "\n\nThe {} has been built into the base budget.", "£310,000", "£430,000"),
    (base_rule, "The {} of £0.4m has been added to the base budget as a saving.",
     "new fee", "VAT refund"),
    (posts_rule, "Three managers costing £62,000 each will go, saving {} a year.",
     "£186,000", "£286,000"),
    (table_rule, "**Table 1: Savings**\n\n" + _SAVINGS, "3.5", "1.2"),
    (printed_rule, "The tax rises by {} next year.", "£2.99", "£2.99%"),
    (printed_rule, "The hall made a loss of {}.", "£31.94", "£31.94p"),
    (printed_rule, "Grants are £1.825m, £3.541m and {}.", "£4.100m", "£4,100m"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "true", "false"), _PAIRS)
def test_a_claim_against_its_table_is_found_and_a_true_one_let_be(
    rule: Rule, text: str, true: str, false: str
) -> None:
    assert shown(rule, text.format(true)) == []
    (found,) = shown(rule, text.format(false))
    assert found.message


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (unit_rule, _REQUESTS + "\n\nReserves of £374m are held by the pension fund."),
        (people_rule, "There are 103 people (97.5 FTE).\n\nThe 40 FTE staff will transfer."),
        (rating_rule, _SCHEMES + "\n\nThe Mill Lane footbridge was rated green at Quarter 1."),
        (rating_rule, _SCHEMES + "\n\nThe Mill Lane footbridge is green space."),
        (above_rule, _LIMITS + "\n\nGross borrowing of £322.5m has not exceeded the boundary."),
        (count_rule, _MEASURES + "\n\nTwo of the nine measures improved."),
        (most_rule, _OPTIONS + "\n\nOption 2 is the second easiest of the three."),
        (term_rule, _TERM + "An extension of the contract may run for two years."),
        (row_rule, _GROWTH + "\n\nOf the £430,000, £310,000 is built into the base."),
        (base_rule, "The VAT refund of £0.4m has not been added to the base budget."),
        (base_rule, "Reserves of £0.3m a year are used to smooth the saving of £2m each year."),
        (posts_rule, "Four posts at an average of £41,000 with on-costs save £164,000."),
        (printed_rule, "Fees are £4.50 p.a. and £0.45 a page."),
    ],
)  # fmt: skip
def test_other_times_other_things_and_denials_are_let_be(rule: Rule, text: str) -> None:
    assert shown(rule, text) == []


def test_a_measure_that_moved_away_from_its_target_is_not_improved() -> None:
    (found,) = shown(improved_rule, _MEASURES)
    assert "14.2 to 15.6" in found.message
