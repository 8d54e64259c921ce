"""Arithmetic told in sentences, in many wordings: the planted fault is found, the true one not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from markdown_reports import shown, table
from moothall.proofread.figures.changes import (
    a_change_is_the_difference_of_its_figures as moved_rule,
)
from moothall.proofread.figures.denominators import (
    a_percentage_is_possible_for_its_base as base_rule,
)
from moothall.proofread.figures.majorities import (
    a_majority_is_more_than_half as majority_rule,
)
from moothall.proofread.figures.majorities import (
    answers_that_exclude_each_other_stay_within_100 as answers_rule,
)
from moothall.proofread.figures.part_lists import (
    parts_of_a_whole_make_it as parts_rule,
)
from moothall.proofread.figures.part_lists import (
    what_is_left_is_the_whole_less_the_part as rest_rule,
)
from moothall.proofread.figures.sums import a_sum_in_a_sentence_adds_up as sum_rule
from moothall.proofread.figures.told_changes import (
    a_change_told_is_that_of_the_figures_beside_it as change_rule,
)
from moothall.proofread.figures.told_changes import a_rise_is_its_rate_of_what_it_is_on as rise_rule
from moothall.proofread.figures.told_shares import (
    a_response_rate_is_those_who_answered_of_those_asked as response_rule,
)
from moothall.proofread.figures.told_shares import (
    a_share_told_is_that_of_its_numbers as share_rule,
)
from moothall.proofread.figures.told_shares import (
    ratings_are_shares_of_their_sum as ratings_rule,
)
from moothall.proofread.figures.workings import (
    a_difference_is_that_of_its_two_figures as difference_rule,
)
from moothall.proofread.figures.workings import (
    a_price_times_its_number_is_the_total as price_rule,
)
from moothall.proofread.figures.workings import (
    a_working_gives_its_result as working_rule,
)
from moothall.proofread.proofread import Rule
from moothall.proofread.tables.row_changes import a_change_told_is_that_of_its_row as row_rule

_PAIRS: list[tuple[Rule, str, str, str]] = [
    # the rule, the sentence, what is true, what is not
    (difference_rule, "The bid was £8,210, or {} more than the reserve of £7,950.", "£260", "£620"),
    (difference_rule, "Fees raised £2.31m, {} below the budget of £2.63m.", "£0.32m", "£0.42m"),
    (difference_rule, "There were 312 visits, {} fewer than the 350 a year before.", "38", "48"),
    (difference_rule, "It cost £412,000, some {} above the £350,000 allowed.", "18%", "38%"),
    (working_rule, "The unit cost is £5,000 (£1.4m ÷ {}).", "280", "208"),
    (working_rule, "The levy is £22.50 x 6,400 = {}.", "£144,000", "£114,000"),
    (price_rule, "The grant buys 28 places at £4,500 each, {} in all.", "£126,000", "£162,000"),
    (price_rule, "It bought 12 flats for £2.4m, an average price of {} per flat.",
     "£200,000", "£240,000"),
    (change_rule, "There were 940 plans, compared with 800 in May. This is growth of {}.",
     "17.5%", "14.9%"),
    (moved_rule, "Rolls were 1,680, down {} on last year’s 1,765.", "4.8%", "6.8%"),
    (change_rule, "Arrears fell from £1.40m to £1.26m. The reduction is {}.", "10%", "12.9%"),
    (change_rule, "Stock was 733 in May. It was 655 a year earlier. That is an increase of {}.",
     "11.9%", "21.9%"),
    (share_rule, "The panel upheld 3 of the 7 appeals heard, {}.", "43%", "57%"),
    (share_rule, "Of the nine schools that replied, six supported the change ({}).", "67%", "76%"),
    (share_rule, "Some 24 of the 31 services met their target, {}.", "77%", "72%"),
    (response_rule, "Some 1,300 forms were sent out and 442 came back, a response rate of {}.",
     "34%", "43%"),
    (response_rule, "We wrote to 2,150 tenants and 612 replied, a {} response.", "28%", "38%"),
    (response_rule, "In all 612 of the 2,150 homes invited replied. That is a response rate of {}.",
     "28%", "38%"),
    (majority_rule, "A clear majority of parents, {}, wanted the later start.", "57%", "47%"),
    (majority_rule, "A minority of tenants, {}, objected.", "42%", "58%"),
    (answers_rule, "In the poll 81% were satisfied and {} were dissatisfied.", "12%", "31%"),
    (base_rule, "Of the 26 carers who used the form, {} felt safe.", "69.2%", "68.3%"),
    (base_rule, "Of the 17 parish councils which replied, {} were content.", "59%", "62%"),
    (parts_rule, "Receipts of £3.4m, £2.1m of them ring-fenced and {} general, came in.",
     "£1.3m", "£1.8m"),
    (parts_rule, "Four bids came, of which two were from incumbents and {} from new firms.",
     "two", "three"),
    (parts_rule, "The grant of £2.4m is split £1.5m for roads and {} for paths.", "£0.9m", "£1.2m"),
    (parts_rule, "The gap is £3.7m. This comprises £2.6m from prices and {} from demand.",
     "£1.1m", "£1.8m"),
    (parts_rule, "The plan of £41.6m is funded by £22.4m of loans and {} of receipts.",
     "£19.2m", "£21.2m"),
    (parts_rule, "Nine cases came: five upheld, three in part, and {} lost.", "1", "2"),
    (rest_rule, "Of the 46 actions, 31 are complete and the remaining {} are in hand.", "15", "16"),
    (sum_rule, "Spent to date on repairs £4,250, fencing £1,145 making a total of {}.",
     "£5,395", "£5,935"),
    (rise_rule, "Rents rise by 5%: £4.50 on the average of £90.00, and {} on that of £140.00.",
     "£7.00", "£7.70"),
    (ratings_rule, "Of the measures, 24 (73%) were green, 3 (9%) were amber and 6 ({}) were red.",
     "18%", "28%"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "sentence", "true", "false"), _PAIRS)
def test_a_planted_fault_is_found_and_the_true_figure_is_let_be(
    rule: Rule, sentence: str, true: str, false: str
) -> None:
    assert shown(rule, sentence.format(true)) == []
    (found,) = shown(rule, sentence.format(false))
    assert found.message


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (difference_rule, "It cost £4.2m, which is £0.3m more than last year when £1.1m was lost."),
        (difference_rule, "Spending is £44.3m, up £2.1m since May and 3% over the £43.0m budget."),
        (change_rule, "There were 940 plans against a target of 800. This is growth of 4%."),
        (change_rule, "The 940 plans cost £2m a year, compared with 800; costs grew by 6% a year."),
        (share_rule, "3 of the 7 schools saw an increase, 57% more than expected."),
        (response_rule, "Of 2,150 homes 612 replied; 58% supported the scheme."),
        (majority_rule, "Most recent figures, 47%, are provisional."),
        (majority_rule, "People of a minority ethnic group, 58%, replied online."),
        (answers_rule, "Some 81% of women were satisfied and 30% of men were dissatisfied."),
        (answers_rule, "71% agreed with the first plan, compared with 40% who opposed the second."),
        (base_rule, "Of the 212 people who replied, 58% were content."),
        (parts_rule, "The team of 14 includes six part-timers and five on fixed terms."),
        (parts_rule, "Of the £3.4m, £2.1m is for roads, including £1.9m of grant."),
        (parts_rule, "We have 84 homes, of which 51 are rented, 21 shared and 12 for sale."),
        (rest_rule, "Of the 46 actions about 31 are complete and the remaining 16 are in hand."),
        (rise_rule, "Rents rise by 5%: £4.20 on heating of £90.00, and £2.00 on water of £80.00."),
        (ratings_rule, "There were 24 green, 3 amber and 6 red measures in the 33."),
    ],
)
def test_other_measures_lists_and_groups_are_let_be(rule: Rule, sentence: str) -> None:
    assert shown(rule, sentence) == []


@given(first=st.integers(200, 4000), rise=st.integers(40, 900))
@settings(max_examples=40)
def test_any_true_change_is_let_be_and_one_far_off_is_found(first: int, rise: int) -> None:
    last = first + rise
    true = rise / first * 100
    sentence = (
        "The list stood at {:,}, compared with {:,} a year before. This is a rise of {:.1f}%."
    )
    assert shown(change_rule, sentence.format(last, first, true)) == []
    if last < first * 4 and first % 10 and last % 10:  # a round figure may be a rounded one
        assert shown(change_rule, sentence.format(last, first, true * 1.4 + 1))


def test_a_change_worked_out_on_the_later_figure_of_a_row_is_named() -> None:
    debts = table(
        ("Age of debt", "31 March 2023", "31 March 2024"),
        ("Up to 90 days", "4,100", "4,022"),
        ("Over 365 days", "6,133", "7,021"),
    )
    sentence = "Debt more than a year old has increased by {}, and most of it is contested."
    text = f"# Debt\n\n**Table 1: Debt by age**\n\n{debts}\n\n"
    assert shown(row_rule, text + sentence.format("14.5%")) == []
    (found,) = shown(row_rule, text + sentence.format("12.6%"))
    assert "later figure" in found.message


def test_a_share_of_those_who_earn_below_a_sum_is_no_difference():
    text = (
        "Use differs little, with 35% of crews earning above £30,000 and 39% earning below £12,500."
    )
    assert shown(difference_rule, text) == []
