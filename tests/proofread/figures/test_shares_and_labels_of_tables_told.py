"""Shares in words, counts under a label and figures of the whole, against what tables give."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from markdown_reports import shown, table
from moothall.proofread.figures.listed_shares import a_list_of_shares_makes_a_hundred as list_rule
from moothall.proofread.figures.listed_shares import (
    a_share_of_a_few_counted_beside_it_is_possible as few_rule,
)
from moothall.proofread.figures.listed_shares import (
    no_more_than_all_of_those_who_could_did as all_rule,
)
from moothall.proofread.figures.listed_shares import (
    shares_listed_with_their_numbers_have_one_base as base_rule,
)
from moothall.proofread.figures.proportions import (
    a_percentage_is_its_part_of_the_whole as part_rule,
)
from moothall.proofread.figures.told_shares import a_share_told_is_that_of_its_numbers as told_rule
from moothall.proofread.proofread import Rule
from moothall.proofread.tables.band_columns import (
    a_column_of_shares_of_all_bands_makes_a_hundred as band_rule,
)
from moothall.proofread.tables.labels_counted import (
    as_many_are_counted_under_a_label_as_its_table_has as label_rule,
)
from moothall.proofread.tables.rows_by_year import (
    money_is_paid_back_when_the_table_says as back_rule,
)
from moothall.proofread.tables.rows_by_year import (
    what_is_short_in_a_year_is_worked_out_from_that_year as year_rule,
)
from moothall.proofread.tables.wholes_and_parts import (
    what_is_said_of_the_whole_is_its_total as whole_rule,
)
from moothall.proofread.told_again.spelt_shares import (
    a_share_in_words_is_that_of_its_figures as share_rule,
)

_VOTES = "Table 1: Replies to the consultation on bus lanes\n\n" + table(
    ("Group", "For", "Against", "Unsure", "Total"),
    ("Residents", "210", "90", "20", "320"),
    ("Traders", "30", "45", "5", "80"),
    ("Total", "240", "135", "25", "400"),
)
_SPENT = "Table 2: Where the £40m goes (£000)\n\n" + table(
    ("Service", "Budget", "Variance"),
    ("Adult social care", "18,400", "410"),
    ("Children's services", "12,100", "(320)"),
    ("Waste", "5,300", "0"),
    ("Libraries", "4,200", "0"),
    ("Total", "40,000", "90"),
)
_HOLES = "Table 3: Potholes\n\n" + table(
    ("Area", "Reported", "Repaired on time"),
    ("North", "2,400", "2,100"),
    ("South", "1,600", "1,180"),
    ("Total", "4,000", "3,280"),
)
_RATED = "Table 4: Schemes by rating\n\n" + table(
    ("Priority", "Green", "Amber", "Red", "Total"),
    ("Homes", "3", "2", "1", "6"),
    ("Roads", "4", "1", "3", "8"),
    ("Total", "7", "3", "4", "14"),
)
_ASKED = "Table 7: Answers of the respondents to the new scheme\n\n" + table(
    ("Answer", "Respondents"),
    ("Strongly agree", "104"),
    ("Agree", "171"),
    ("Neither", "37"),
    ("Disagree", "300"),
    ("Total", "612"),
)
_PAID = "Table 5: Savings (£000)\n\n" + table(
    ("Item", "2026/27", "2027/28", "2028/29"),
    ("Net in year", "(400)", "150", "500"),
    ("Cumulative", "(400)", "(250)", "250"),
)
_PLACES = "Table 6: Year 7 places\n\n" + table(
    ("Area", "Places", "Forecast 2027", "Forecast 2028"),
    ("North", "600", "640", "662"),
    ("South", "500", "480", "470"),
)
_PAIRS: list[tuple[Rule, str, str, str, str]] = [
    # the rule, what stands before, the sentence, what is true, what is not
    (share_rule, _VOTES, "{} of those who replied were in favour of the bus lanes.",
     "Three in five", "Three-quarters"),
    (share_rule, _VOTES, "In the end {} of traders were against.", "more than half", "a third"),
    (share_rule, _SPENT, "Adult social care takes {} of the budget.", "nearly half",
     "almost two-thirds"),
    (share_rule, _SPENT, ("Adult social care and children's services take {} of everything the "
     "Council spends."), "three-quarters", "two-thirds"),
    (share_rule, _HOLES, "{} of potholes reported were mended within the time allowed.",
     "Four in five", "Nine in ten"),
    (share_rule, "In the survey 68% of tenants were satisfied with the repairs service.",
     "{} of the tenants surveyed were satisfied with repairs.", "Just over two-thirds",
     "Nearly half"),
    (share_rule, "Rent arrears were £1.0m, against £0.8m, a rise of 25%.",
     "Rent arrears have grown by {}.", "a quarter", "a half"),
    (share_rule, _ASKED, "Overall, {} of respondents agreed with the new scheme.", "45%", "54%"),
    (share_rule, _ASKED, "In the end {} of respondents disagreed.", "half", "a large majority"),
    (label_rule, _RATED, "{} schemes are rated red.", "Four", "Three"),
    (label_rule, _RATED, "{} schemes are rated amber or red.", "Seven", "Six"),
    (whole_rule, _SPENT, ("As Table 2 shows, the budget as a whole is forecast to overspend by "
     "£{},000."), "90", "410"),
    (back_rule, _PAID, "The change will have paid for itself by March {}.", "2029", "2027"),
    (year_rule, _PLACES, "The north would be {} places short by 2028.", "62", "40"),
    (band_rule, "", table(("Due in", "Limit", "Share"), ("Under 1 year", "40%", "22%"),
     ("1 to 5 years", "60%", "45%"), ("5 to 10 years", "60%", "20%"),
     ("10 years and above", "90%", "{}")), "13%", "31%"),
    (list_rule, "", "Bids were scored on quality (50%), price (40%) and risk ({}).", "10%", "15%"),
    (list_rule, "", "In all 64% called it very good, {} good and 7% poor.", "29%", "39%"),
    (base_rule, "There were 94 replies.", ("They named trains (41, or 44%), buses (27, or 29%) and "
     "trams (12, or {})."), "13%", "17%"),
    (few_rule, "", "There are 37 wardens, of whom {} have finished.", "54%", "50%"),
    (all_rule, "", "Free places were taken by {} of those entitled.", "88%", "108%"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "before", "text", "right", "wrong"), _PAIRS)
def test_a_wrong_share_or_count_is_found_and_a_right_one_is_not(
    rule: Rule, before: str, text: str, right: str, wrong: str
) -> None:
    report = f"# Report\n\n## Figures\n\n{before}\n\n## Summary\n\n{text}\n"
    right, wrong = ((value[0].upper() + value[1:]) if text[0] == "{" else value
                    for value in (right, wrong))  # fmt: skip
    assert not shown(rule, report.replace("{}", right))
    assert len(shown(rule, report.replace("{}", wrong))) == 1


_INNOCENT: list[tuple[Rule, str, str]] = [
    (share_rule, _VOTES, "Half of the residents who came to the drop-in were against."),
    (share_rule, _VOTES, "Last year two-thirds of replies were in favour."),
    (share_rule, _SPENT, "Over half of the budget for adult social care goes to nursing homes."),
    (share_rule, _SPENT, "A quarter of libraries open on Sundays."),
    (share_rule, _SPENT, "A fall of half a percentage point would cost £110,000."),
    (share_rule, _HOLES, "The target is that nine in ten potholes be repaired on time."),
    (share_rule, _SPENT, "Waste is 9.5% of the other costs."),
    (share_rule, "Women make up 73% of the workforce.", "A third of councillors are women."),
    (label_rule, _RATED, "Of the 8 road schemes, 3 schemes are red and 2 schemes are red twice."),
    (label_rule, _RATED, "Two schemes are red for cost alone."),
    (whole_rule, _SPENT, "Adult social care as a whole is £410,000 over its budget in Table 2."),
    (back_rule, _PAID, "The loan for the pool is paid back in May 2027, as agreed before."),
    (year_rule, _PLACES, "The north would be 40 places short by 2027."),
    (list_rule, "", "Satisfied were 40% of tenants, 35% of leaseholders and 45% of owners."),
    (base_rule, "", "Trains (41, or 44%), buses (27, or 51%) and trams (12, or 17%) were named."),
    (all_rule, "", "Visits were 108% of those planned for the year."),
    (part_rule, "", "Of the 36 appeals, 22 were heard, of which nine (41%) were allowed."),
    (told_rule, "", "In a survey answered by 418 of 690 tenants, 92% felt safe."),
]


@pytest.mark.parametrize(("rule", "before", "text"), _INNOCENT)
def test_what_is_said_of_something_else_is_left_alone(rule: Rule, before: str, text: str) -> None:
    assert not shown(rule, f"# Report\n\n## Figures\n\n{before}\n\n## Summary\n\n{text}\n")


@settings(max_examples=60, deadline=None)
@given(
    parts=st.lists(st.integers(min_value=5, max_value=60), min_size=2, max_size=4),
    off=st.integers(min_value=3, max_value=20),
)
def test_weights_make_a_hundred_whatever_they_are(parts: list[int], off: int) -> None:
    last = 100 - sum(parts)
    if last < 2:
        return
    named = [f"criterion {letter} ({part}%)" for letter, part in zip("pqrs", parts, strict=False)]
    text = f"Bids were weighted as {', '.join(named)} and cost ({{}}%)."
    assert not shown(list_rule, text.format(last))
    assert shown(list_rule, text.format(last + off))


@settings(max_examples=60, deadline=None)
@given(red=st.integers(min_value=3, max_value=9), amber=st.integers(3, 9), slip=st.integers(1, 2))
def test_things_counted_under_a_label_are_those_of_its_row(red: int, amber: int, slip: int) -> None:
    rows = table(("Rating", "Contracts"), ("Red", str(red)), ("Amber", str(amber)),
                 ("Green", "30"), ("Total", str(red + amber + 30)))  # fmt: skip
    text = "Table 1: Contracts by rating\n\n" + rows + "\n\nToday {} contracts are rated red.\n"
    assert not shown(label_rule, text.format(red))
    assert shown(label_rule, text.format(red + slip))
