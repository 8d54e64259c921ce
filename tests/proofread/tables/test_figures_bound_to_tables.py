"""Sentences against the cells of a table: changes, answers, totals, rows; planted and true."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from markdown_reports import shown, table
from moothall.proofread.figures.unit_slips import (
    a_rate_found_elsewhere_is_no_percentage as rate_rule,
)
from moothall.proofread.proofread import Rule
from moothall.proofread.tables.answer_rows import (
    a_fraction_in_words_is_that_of_its_row as fraction_rule,
)
from moothall.proofread.tables.answer_rows import (
    a_number_has_the_share_that_its_row_gives as number_rule,
)
from moothall.proofread.tables.answer_rows import (
    a_share_in_favour_is_that_of_the_answers as favour_rule,
)
from moothall.proofread.tables.cell_changes import (
    a_change_and_its_percentage_are_of_one_row as both_rule,
)
from moothall.proofread.tables.cell_changes import (
    a_change_to_a_figure_of_a_row_is_that_of_its_cells as level_rule,
)
from moothall.proofread.tables.cell_changes import (
    an_excess_in_a_year_is_that_of_its_row as excess_rule,
)
from moothall.proofread.tables.named_tables import (
    a_table_lists_as_many_as_are_said as rows_rule,
)
from moothall.proofread.tables.named_tables import (
    a_total_with_its_table_is_that_tables as total_rule,
)

_PLACEMENTS = "# Placements\n\n**Table 1: Placements**\n\n" + table(
    ("Placement", "Sept 2024", "Sept 2025", "Change"),
    ("Foster care", "212", "231", "19"),
    ("Residential homes", "48", "57", "9"),
    ("Total", "260", "288", "28"),
)
_ROLLS = "# Rolls\n\n" + table(
    ("Area", "Capacity", "2026/27", "2027/28"),
    ("North", "1,250", "1,285", "1,301"),
    ("South", "980", "940", "955"),
)
_SATISFIED = "# Tenants\n\n**Table 1: Satisfaction of tenants**\n\n" + table(
    ("Measure", "2023/24", "2024/25"), ("Repairs", "71.2%", "74.6%"), ("All", "68.1%", "72.4%")
)
_VIEWS = "# Views on the depot\n\n**Table 1: Views on closing the depot**\n\n" + table(
    ("Answer", "Number", "%"),
    ("Strongly agree", "201", "31.4%"),
    ("Agree", "178", "27.8%"),
    ("Neither agree nor disagree", "60", "9.4%"),
    ("Disagree", "101", "15.8%"),
    ("Strongly disagree", "100", "15.6%"),
    ("Total", "640", "100.0%"),
)
_HOMES = "# Homes\n\n**Table 1: Homes**\n\n" + table(
    ("Bedrooms", "Homes", "Share"),
    ("One", "2,120", "24.1%"),
    ("Two", "2,730", "31.0%"),
    ("Three", "3,957", "44.9%"),
)
_SCHEMES = "# Schemes\n\n**Table 4: Red schemes**\n\n" + table(
    ("Scheme", "Budget £000"),
    ("Alpha Bridge", "4,100"),
    ("Beta Road", "2,300"),
    ("Gamma Lane", "1,280"),
    ("Delta School", "3,000"),
    ("Total", "10,680"),
)
_RATES = "# Health\n\n" + table(
    ("Measure", "North", "England"), ("Admissions per 10,000", "58", "71"), ("Visits", "41", "52")
)


@pytest.mark.parametrize(
    ("rule", "report", "sentence", "true", "false"),
    [
        (both_rule, _PLACEMENTS, "The overall number of placements rose by {} (10.8%) in a year.",
         "28", "31"),
        (both_rule, _PLACEMENTS, "Residential homes are up by 9 ({}).", "18.8%", "15.8%"),
        (level_rule, _SATISFIED, "Satisfaction of tenants is {} points better at 72.4%.",
         "4.3", "3.4"),
        (excess_rule, _ROLLS, "It exceeds the capacity of 1,250 by 35 in 2026/27, {} in 2027/28.",
         "51", "15"),
        (favour_rule, _VIEWS, "In the survey {} of people were in favour of closing the depot.",
         "59%", "49%"),
        (favour_rule, _VIEWS, "Some people, {} in all, chose agree or strongly agree.",
         "59.2%", "52.9%"),
        (number_rule, _VIEWS, "The commonest answer was to agree strongly, with 201 ({}).",
         "31.4%", "34.1%"),
        (number_rule, _VIEWS, "The two, taken together, were the choice of {} people (59.2%).",
         "379", "397"),
        (fraction_rule, _HOMES, "Just under {} of homes have two bedrooms.", "a third",
         "a quarter"),
        (total_rule, _SCHEMES, "Approve a programme of {}, paid for as in Table 4.",
         "£10.68m", "£10.86m"),
        (rows_rule, _SCHEMES, "The {} red schemes listed in Table 4 are late.", "four", "five"),
        (rate_rule, _RATES, "Admissions were {0} in the north and 71{1} in England.",
         ("58", ""), ("58%", "%")),
    ],
)  # fmt: skip
def test_a_figure_that_its_table_belies_is_found_and_a_true_one_let_be(
    rule: Rule, report: str, sentence: str, true: str, false: str
) -> None:
    def said(told: str) -> str:
        words = (told,) if isinstance(told, str) else told
        return f"{report}\n\n{sentence.format(*words)}\n"

    assert shown(rule, said(true)) == []
    assert shown(rule, said(false))


@pytest.mark.parametrize(
    ("rule", "report", "sentence"),
    [
        (both_rule, _PLACEMENTS, "Referrals to residential homes rose by 40 (31.2%)."),
        (level_rule, _SATISFIED, "Satisfaction is 3.4 points higher than the target at 72.4%."),
        (excess_rule, _ROLLS, "The north had 1,250 in May, 20 in 2026/27 and 30 in 2027/28."),
        (favour_rule, _VIEWS, "In the survey 49% of women were in favour of closing the depot."),
        (favour_rule, _VIEWS, "Support for carers reached 23% of people."),
        (number_rule, _VIEWS, "Of the 402 who came, 201 (50.0%) spoke."),
        (fraction_rule, _HOMES, "A quarter of tenants in two blocks asked for a visit."),
        (total_rule, _SCHEMES, "A total of £3.2m more than in Table 4 is needed."),
        (rows_rule, _SCHEMES, "Spending over the last three years is given in Table 4."),
        (rate_rule, _RATES, "Some 58% of people were content."),
    ],
)
def test_what_is_of_other_people_or_another_matter_is_let_be(
    rule: Rule, report: str, sentence: str
) -> None:
    assert shown(rule, f"{report}\n\n{sentence}\n") == []


@given(first=st.integers(130, 900), rise=st.integers(21, 120), slip=st.integers(4, 9))
@settings(max_examples=40, deadline=None)
def test_any_true_change_of_a_total_is_let_be_and_a_slipped_one_found(
    first: int, rise: int, slip: int
) -> None:
    rows = table(
        ("Placement", "2023/24", "2024/25"),
        ("Foster care", str(first - 100), str(first - 100 + rise)),
        ("Hostels", "100", "100"),
        ("Total", str(first), str(first + rise)),
    )
    text = f"# Placements\n\n**Table 1: Placements**\n\n{rows}\n\n"
    said = "The overall number of placements rose by {} ({:.1f}%).\n"
    share = rise / first * 100
    assert shown(both_rule, text + said.format(rise, share)) == []
    assume(abs(share - rise / (first - 100) * 100) > 1)
    assert shown(both_rule, text + said.format(rise + slip, share))
