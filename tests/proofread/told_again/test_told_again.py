"""What is told again in other words: figures, measures, dates, totals, shares and speakers."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from markdown_reports import shown, table
from moothall.proofread.figures.part_sums import parts_listed_make_their_total as list_sum_rule
from moothall.proofread.figures.said_before import (
    a_share_follows_from_the_numbers_before_it as follows_rule,
)
from moothall.proofread.figures.said_before import (
    an_excess_is_what_was_told_before_less_the_budget as excess_rule,
)
from moothall.proofread.figures.shares_of_what_was_told import (
    a_share_is_one_of_those_told_before_it as counted_rule,
)
from moothall.proofread.names.absentees import who_sent_apologies_does_not_speak as absent_rule
from moothall.proofread.opinions.answer_lists import answers_listed_stay_within_100 as list_rule
from moothall.proofread.opinions.bases_of_opinions import (
    a_share_of_opinions_says_of_how_many as base_rule,
)
from moothall.proofread.reading.meanings import meanings
from moothall.proofread.structure.headed_sections import (
    a_section_named_by_its_heading_is_there as head_rule,
)
from moothall.proofread.structure.labelled_items import labels_of_items_run_on as label_rule
from moothall.proofread.told_again.claim_conflicts import a_thing_told_twice_has_one_value
from moothall.proofread.told_again.events_told_again import (
    an_event_told_again_keeps_its_date as event_rule,
)
from moothall.proofread.told_again.retold_figures import (
    a_figure_told_again_keeps_its_digits as digits_rule,
)
from moothall.proofread.told_again.single_measures import (
    a_measure_with_one_value_has_one as measure_rule,
)

_MUSEUM = "## Background\n\nThe museum had {} visitors in 2024/25, a little fewer than before."


def _again(first: str, second: str) -> str:
    return f"{first}\n\n## Legal\n\nThe Council owes a duty of care.\n\n## Risk\n\n{second}\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_MUSEUM.format("128,400"), "Some 182,400 people came through the doors that year."),
        (
            "## Staff\n\nThere were 63.8 FTE posts at 1 April 2025.",
            "The establishment of 68.3 full-time equivalents will be kept under review.",
        ),
        (
            "## Debt\n\nInternal borrowing stood at £17.4m at the year end.",
            "Cash of its own to the sum of £14.7m was used for internal borrowing.",
        ),
        (
            "## Roads\n\nThe number killed or seriously injured was 84.",
            "The duty matters the more as 48 people were killed or seriously injured.",
        ),
    ],
)
def test_a_figure_told_in_other_words_with_two_digits_changed_about_is_found(
    first: str, second: str
) -> None:
    assert shown(digits_rule, _again(first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_MUSEUM.format("128,400"), "In 2023/24 some 182,400 people came through the doors."),
        (_MUSEUM.format("128,400"), "Some 128,400 people came through the doors that year."),
        (_MUSEUM.format("128,400"), "The roof will cost £182,400 to mend."),
        (
            "## Staff\n\nThere were 63.8 FTE posts at 1 April 2025.",
            "There had been 68.3 full-time equivalents the year before.",
        ),
    ],
)
def test_other_years_other_things_and_the_same_figure_are_left_alone(
    first: str, second: str
) -> None:
    assert not shown(digits_rule, _again(first, second))


@settings(max_examples=40, deadline=None)
@given(number=st.integers(1_200, 98_000))
def test_any_visits_with_neighbouring_digits_changed_about_are_found(number: int) -> None:
    digits = str(number)
    assume(digits[1] != digits[2] and not digits.endswith("0"))
    wrong = int(digits[0] + digits[2] + digits[1] + digits[3:])
    told = _again(_MUSEUM.format(f"{number:,}"), f"Some {wrong:,} people came through the doors.")
    right = _again(_MUSEUM.format(f"{number:,}"), f"Some {number:,} people came through the doors.")
    assert shown(digits_rule, told)
    assert not shown(digits_rule, right)


def test_words_that_mean_one_thing_have_one_name() -> None:
    assert "visit" in meanings("residents who came through its doors") & meanings("footfall")
    assert "staff" in meanings("full-time equivalents") & meanings("employees")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "## Sickness\n\nIn the year 8.1 days per FTE were lost to sickness.",
            "Absence, at 9.6 days for each employee, is a risk.",
        ),
        (
            "## Pay\n\nThe ratio of the top salary to that of the lowest paid is 7.2 to 1.",
            "The head of paid service earns 7.9 times the pay of the lowest paid.",
        ),
        (
            "## Reserves\n\nThe minimum level of balances is to be £4.0m.",
            "Balances may not fall below £4.5m.",
        ),
        (
            "## Leavers\n\nThere were 12 redundancies in the year.",
            "The union spoke of 22 staff who were made redundant.",
        ),
    ],
)
def test_two_values_of_one_measure_are_found(first: str, second: str) -> None:
    assert shown(measure_rule, _again(first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "## Sickness\n\nIn the year 8.1 days per FTE were lost to sickness.",
            "The target for absence is 7.5 days for each employee.",
        ),
        (
            "## Reserves\n\nThe minimum level of balances is to be £4.0m.",
            "Balances are forecast to be £9.1m in March.",
        ),
        (
            "## Reserves\n\nThe minimum level of balances is to be £4.0m.",
            "Balances stood at £4.6m, above the minimum of £4.0m.",
        ),
        (
            "## Sickness\n\nIn 2023/24 8.1 days per FTE were lost to sickness.",
            "In 2024/25 absence was 9.6 days for each employee.",
        ),
    ],
)
def test_targets_and_other_years_of_a_measure_are_left_alone(first: str, second: str) -> None:
    assert not shown(measure_rule, _again(first, second))


def test_a_contract_that_ends_in_two_months_is_told_by_one_rule_alone() -> None:
    first = "## Cleaning\n\nThe cleaning contract with Brightway Facilities expires on 31 May 2027."
    late = "The cleaning contract with Brightway Facilities comes to an end in August 2027."
    same = "The cleaning contract with Brightway Facilities comes to an end in May 2027."
    other = "The grounds lease of Marsh Farm comes to an end in August 2027."
    longer = "The cleaning contract was extended and now ends in August 2027."
    rules = (event_rule, a_thing_told_twice_has_one_value)
    assert len([told for rule in rules for told in shown(rule, _again(first, late))]) == 1
    assert not shown(event_rule, _again(first, same))
    assert not shown(event_rule, _again(first, other))
    assert not shown(event_rule, _again(first, longer))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            (
                "Savings of £0.53m are planned: £0.21m from fleet, £0.16m from print, "
                "£0.09m from post and £0.09m from travel."
            ),
            (
                "Savings of £0.55m are planned: £0.21m from fleet, £0.16m from print, "
                "£0.09m from post and £0.09m from travel."
            ),
        ),
        (
            (
                "It overspends by £640,000. This is due to staff (£310,000), fuel (£215,000) and "
                "repairs (£145,000)."
            ),
            (
                "It overspends by £670,000. This is due to staff (£310,000), fuel (£215,000) and "
                "repairs (£145,000)."
            ),
        ),
        (
            "The audit made seven recommendations: one high, three medium and four low priority.",
            "The audit made eight recommendations: one high, three medium and four low priority.",
        ),
    ],
)
def test_parts_listed_after_their_total_make_it(wrong: str, right: str) -> None:
    assert shown(list_sum_rule, wrong)
    assert not shown(list_sum_rule, right)


def test_rounding_may_move_a_sum_by_one_but_not_by_two() -> None:
    text = "Savings of £{}m are planned: £1.1m from fleet, £2.4m from print and £0.6m from post."
    assert not shown(list_sum_rule, text.format("4.2"))
    assert shown(list_sum_rule, text.format("4.3"))


def test_what_is_mainly_due_to_its_parts_may_be_more_than_they() -> None:
    mainly = (
        "The service will overspend by £700,000. This is mainly due to staff (£310,000), fuel "
        "(£215,000) and repairs (£145,000)."
    )
    assert not shown(list_sum_rule, mainly)


def test_answers_to_one_question_stay_within_a_hundred() -> None:
    text = "Asked about parking, 41% were content, 23% were neutral and {}% were not."
    assert shown(list_rule, text.format(44))
    assert not shown(list_rule, text.format(36))
    assert not shown(
        list_rule, "Asked for up to two themes, 41% said cost, 33% noise and 38% litter."
    )


def test_opinions_need_the_number_who_hold_them() -> None:
    bare = "## Views\n\nTraders in Mill Street were asked, with 76% in favour of the change."
    counted = f"{bare[:-1]}; 212 responses were received."
    inflation = "## Pay\n\nPay rose by 7% against a budgeted 2%."
    assert shown(base_rule, bare)
    assert not shown(base_rule, counted)
    assert not shown(base_rule, inflation)


def test_an_excess_over_the_budget_is_reckoned_from_the_sentence_before() -> None:
    text = "Fees came to £2.45m. This exceeded the budget of £2.10m by £{}m."
    assert shown(excess_rule, text.format("0.45"))
    assert not shown(excess_rule, text.format("0.35"))


def test_a_share_that_is_said_to_follow_does() -> None:
    text = "The team closed 480 cases, 276 of them in time, and performance thus stands at {}%."
    assert shown(follows_rule, text.format("62.5"))
    assert not shown(follows_rule, text.format("57.5"))


def test_a_share_of_eight_people_is_a_number_of_eighths() -> None:
    text = "Eight tenants sent the form back and {}% of those who did so were content."
    assert shown(counted_rule, text.format(70))
    assert not shown(counted_rule, text.format(75))


def test_a_section_pointed_to_by_its_heading_is_there() -> None:
    heads = "## Costs\n\nNone.\n\n## Staff\n\nNone.\n\n## Next steps\n\nNone.\n\n"
    assert shown(head_rule, f"{heads}This is told in the section headed “Value for money”.")
    assert not shown(head_rule, f"{heads}This is told in the section headed “Next steps”.")
    assert not shown(head_rule, f"{heads}See the section headed “Tests” of the Prudential Code.")


def test_a_label_that_is_left_out_is_found() -> None:
    items = "**P1** that the plan be adopted;\n\n**P2** that a post be made;\n\n**{}** that it end."
    assert shown(label_rule, items.format("P4"))
    assert not shown(label_rule, items.format("P3"))


def test_who_sent_apologies_is_not_heard() -> None:
    notes = "**Apologies:** Councillors Finch and Lowe.\n\n**4. Roads.** Councillor {} asked when."
    assert shown(absent_rule, notes.format("Lowe"))
    assert not shown(absent_rule, notes.format("Marsh"))


def test_a_measure_in_a_table_stands_against_the_words() -> None:
    grid = table(
        ("Item £000", "2023/24 actual", "2024/25 actual"),
        ("Minimum revenue provision", "1,810", "2,140"),
        ("Interest", "3,300", "3,520"),
    )
    wrong = f"{grid}\n\nIn 2024/25 £2.38m was set aside from revenue to repay debt."
    assert shown(measure_rule, wrong)
    assert not shown(measure_rule, wrong.replace("£2.38m", "£2.14m"))
