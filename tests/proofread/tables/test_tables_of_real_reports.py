"""Rows told twice, units over tables, rates of change, totals under tables, ratings counted."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.figures.outsized_sums import a_sum_is_in_the_unit_of_its_like
from moothall.proofread.figures.rules import RULES as FIGURES
from moothall.proofread.figures.running_totals import a_total_to_date_is_no_less_than_its_last_part
from moothall.proofread.figures.shares_of_what_was_told import (
    a_share_is_one_of_those_told_before_it,
)
from moothall.proofread.finding import Confidence
from moothall.proofread.rules import proofread_all
from moothall.proofread.tables.best_of_all import the_best_is_no_worse_than_all
from moothall.proofread.tables.differences import SIGN
from moothall.proofread.tables.groups_counted import a_list_counted_again_has_as_many_items
from moothall.proofread.tables.growth_rows import a_row_of_rates_is_that_of_its_figures
from moothall.proofread.tables.labels_of_rates import a_label_is_of_a_percentage_or_of_a_rate
from moothall.proofread.tables.listed_totals import a_list_adds_up_to_its_total
from moothall.proofread.tables.ratings_counted import (
    ratings_make_up_their_whole,
    ratings_told_are_those_of_the_table,
)
from moothall.proofread.tables.rows_told_twice import a_row_told_twice_has_the_same_figures
from moothall.proofread.tables.targets_told import a_target_said_to_be_met_is_rated_so
from moothall.proofread.tables.totals_under_tables import a_total_told_under_a_row_is_its_sum
from moothall.proofread.tables.units_over_tables import a_row_told_twice_keeps_its_unit


def report(*parts: str | list[list[str]], heads: int = 1, bullets: bool = False) -> Report:
    """A report of paragraphs and tables; a paragraph that begins with "• " is an item of a list."""
    blocks: list[Prose | Grid] = []
    for line, part in enumerate(parts, start=1):
        place = Place(line=line)
        if isinstance(part, str):
            item = part.startswith("• ")
            blocks.append(Prose(text=part.removeprefix("• "), place=place, bullet=item or bullets))
        else:
            rows = tuple(tuple(row) for row in part)
            blocks.append(Grid(rows=rows, place=place, head_rows=heads))
    return Report(file="x.txt", blocks=tuple(blocks), notes=())


# --- signs ----------------------------------------------------------------------------------------

BUDGETS = [
    ["Service", "Budget", "Forecast", "Variance"],
    ["Parks", "6.4", "6.9", "+0.5"],
    ["Markets", "-0.8", "-1.1", "-0.3"],
    ["Museums", "3.2", "2.7", "-0.5"],
    ["Harbour", "5.5", "5.1", "-0.4"],
    ["Cemeteries", "2.4", "2.1", "-0.3"],
]


def test_a_sign_against_those_of_the_other_rows_is_found_beside_a_negative_budget() -> None:
    rows = [*BUDGETS[:-1], ["Cemeteries", "2.4", "2.1", "+0.3"]]
    found = [f for f in proofread_all((report(rows),), None, everything=False) if f.rule == SIGN]
    assert len(found) == 1
    assert "Cemeteries" in found[0].quote


def test_signs_that_follow_from_their_rows_are_left_alone() -> None:
    found = proofread_all((report(BUDGETS),), None, everything=False)
    assert not [f for f in found if f.rule == SIGN]


# --- rows told twice ------------------------------------------------------------------------------


def told_twice(again: list[str]) -> Report:
    rows = [
        ["Transfers to the lifeboat fund", "31,284.5", "12,450.0", "43,734.5"],
        ["Grants from the ministry", "18,220.4", "6,110.2", "24,330.6"],
        ["MEMORANDUM", "", "", ""],
        again,
    ]
    return report(rows, heads=0)


def test_a_row_that_stands_again_with_digits_changed_about_is_found() -> None:
    found = list(
        a_row_told_twice_has_the_same_figures(
            told_twice(["Transfers to the lifeboat fund", "31,824.5", "12,450.0", "43,734.5"])
        )
    )
    assert len(found) == 1
    assert "31,824.5 here, 31,284.5 there" in found[0].message


def test_a_row_that_stands_again_with_other_figures_altogether_is_another_thing() -> None:
    row = ["Transfers to the lifeboat fund", "8,100.0", "2,900.0", "11,000.0"]
    assert not list(a_row_told_twice_has_the_same_figures(told_twice(row)))


def under_units(first: str, second: str) -> Report:
    head = ["Service", "Budget", "Forecast", "Variance"]
    return report(
        f"All figures in {first}",
        [head, ["Quays", "14.2", "13.9", "-0.3"], ["Ferries", "7.7", "8.4", "+0.7"]],
        "The quays are quieter than they were.",
        f"All figures in {second}",
        [head, ["Quays", "14.2", "13.9", "-0.3"], ["Ferries", "7.7", "8.4", "+0.7"]],
    )


def test_the_same_rows_in_thousands_and_in_millions_are_found() -> None:
    found = list(a_row_told_twice_keeps_its_unit(under_units("£m", "£000s")))
    assert len(found) == 1
    assert "same figures in £m" in found[0].message
    assert not list(a_row_told_twice_keeps_its_unit(under_units("£m", "£m")))


# --- rates of change ------------------------------------------------------------------------------


@given(
    figures=st.lists(st.integers(min_value=200, max_value=900), min_size=5, max_size=6),
    wrong=st.integers(min_value=0, max_value=3),
    off=st.sampled_from([-9, -5, 4, 7]),
)
def test_a_rate_of_change_that_its_figures_cannot_give_is_found_and_only_that(
    figures: list[int], wrong: int, off: int
) -> None:
    rates = [round(Decimal(after - before) * 100 / before) for before, after in pairwise(figures)]
    head = ["", *(f"Year {n}" for n in range(len(figures)))]
    row = ["Total spend", *map(str, figures)]

    def table(shown: list[int]) -> Report:
        last = ["Annual increase in spend", "-", *(f"{rate}%" for rate in shown)]
        return report([head, row, last])

    assert not list(a_row_of_rates_is_that_of_its_figures(table(rates)))
    true = rates[wrong]
    rates[wrong] += off if rates[wrong] + off >= 0 or rates[wrong] < 0 else -off
    # a fall may be printed without its sign, and one in the last place is no slip
    assume(rates[wrong] * true >= 0 or abs(rates[wrong] + true) > 1)
    found = list(a_row_of_rates_is_that_of_its_figures(table(rates)))
    assert len(found) == 1
    assert f"not {rates[wrong]}%" in found[0].message


# --- totals ---------------------------------------------------------------------------------------


@given(
    figures=st.lists(st.integers(min_value=0, max_value=40), min_size=4, max_size=7),
    off=st.sampled_from([-3, -1, 1, 2, 10]),
)
def test_a_total_under_a_row_is_found_where_it_is_not_its_sum(figures: list[int], off: int) -> None:
    head = [f"By 203{n}" for n in range(len(figures))]
    row = [f"{n}FE" for n in figures]

    def told(total: int) -> Report:
        return report([head, row], f"A total of {total}FE over the life of the plan")

    assert not list(a_total_told_under_a_row_is_its_sum(told(sum(figures))))
    if sum(figures) + off >= 0:
        assert list(a_total_told_under_a_row_is_its_sum(told(sum(figures) + off)))


def test_a_list_of_lines_adds_up_to_its_total_line() -> None:
    lines = ("Quays: £120,000", "Ferries: £95,500", "Lights: £88,250")
    assert not list(a_list_adds_up_to_its_total(report(*lines, "Total: £303,750")))
    found = list(a_list_adds_up_to_its_total(report(*lines, "Total: £313,750")))
    assert [f.confidence for f in found] == [Confidence.HIGH]


def test_a_total_to_date_below_its_last_part_is_found() -> None:
    wrong = "In May a total of 64 boats were moored, bringing the total for the season to 58."
    right = "In May a total of 64 boats were moored, bringing the total for the season to 158."
    left = "In May 64 boats left, bringing the total number down to 58."
    assert list(a_total_to_date_is_no_less_than_its_last_part(report(wrong)))
    assert not list(a_total_to_date_is_no_less_than_its_last_part(report(right, left)))


# --- ratings --------------------------------------------------------------------------------------

HARBOUR = [
    ["Harbour KPIs", "RAG rating Latest", "RAG rating Previous"],
    ["% of berths let by the spring", "GREEN", "AMBER"],
    ["% of moorings inspected in time", "GREEN", "GREEN"],
    ["Number of ferries on time", "RED", "RED"],
    ["% of dredging done by autumn", "AMBER", "AMBER"],
]


def test_ratings_counted_otherwise_than_the_table_below_are_found() -> None:
    stale = report("Harbour – One of the four indicators met target. One is rated Red.", HARBOUR)
    found = list(ratings_told_are_those_of_the_table(stale))
    assert len(found) == 1
    assert "the figure of the column before" in found[0].message


def test_ratings_counted_as_in_the_table_and_those_of_another_whole_are_left_alone() -> None:
    right = report("Harbour – Two of the four indicators met target and one is Red.", HARBOUR)
    other = report("Of the council’s 31 indicators 12 are Green and nine are Red.", HARBOUR)
    before = report("Last quarter one of the four indicators met target.", HARBOUR)
    for each in (right, other, before):
        assert not list(ratings_told_are_those_of_the_table(each))


def test_green_amber_and_red_make_up_their_whole() -> None:
    wrong = (
        "Of the 29 indicators, 14 met target (Green), 9 met the floor (Amber) and 7 did not (Red)."
    )
    right = (
        "Of the 29 indicators, 14 met target (Green), 9 met the floor (Amber) and 6 did not (Red)."
    )
    blank = f"{right} A further two measures had no data."
    found = list(ratings_make_up_their_whole(report(wrong)))
    assert len(found) == 1
    assert "14 + 9 + 7 = 30" in found[0].message
    assert not list(ratings_make_up_their_whole(report(right)))
    assert not list(ratings_make_up_their_whole(report(blank)))


def test_a_measure_called_ahead_of_target_is_not_amber_in_the_table_below() -> None:
    wrong = report("Dredging done by autumn is ahead of target.", HARBOUR)
    right = report("Dredging done by autumn is below target.", HARBOUR)
    assert list(a_target_said_to_be_met_is_rated_so(wrong))
    assert not list(a_target_said_to_be_met_is_rated_so(right))


# --- figures of the whole -------------------------------------------------------------------------


def test_the_best_part_is_no_worse_than_the_whole() -> None:
    wrong = "Overall 88% were answered in time, the best performing team being Licensing with 85%."
    right = "Overall 88% were answered in time, the best performing team being Licensing with 93%."
    assert list(the_best_is_no_worse_than_all(report(wrong)))
    assert not list(the_best_is_no_worse_than_all(report(right)))


def test_a_share_of_those_just_counted_is_of_a_whole_number() -> None:
    wrong = "The pilots (23 in all, of whom 54% are trained) work in shifts."
    right = "The pilots (23 in all, of whom 52% are trained) work in shifts."
    posts = "There are 23 FTE, of which 54% are in the north."
    assert any(list(rule(report(wrong))) for rule in FIGURES)
    assert not list(a_share_is_one_of_those_told_before_it(report(right, posts)))


def test_a_measure_per_hundred_thousand_is_not_labelled_a_percentage() -> None:
    wrong = "% of falls among older people that needed a hospital bed, per 100,000"
    right = "Number of falls that needed a hospital bed, per 100,000"
    change = "% change in falls per 100,000"
    assert list(a_label_is_of_a_percentage_or_of_a_rate(report(wrong)))
    assert not list(a_label_is_of_a_percentage_or_of_a_rate(report(right, change)))


def test_a_sum_of_thousands_of_millions_among_sums_in_thousands_is_found() -> None:
    like = "Dues bring £2,310.4k, fines £118.2k, rents £1,904.6k and grants £640.0k of £81,200.0k."
    wrong = "The harbour receives £4,215.0m more from all of these."
    right = "The harbour receives £4,215.0k more from all of these."
    found = list(a_sum_is_in_the_unit_of_its_like(report(like, wrong)))
    assert len(found) == 1
    assert "£81.2m" in found[0].message
    assert not list(a_sum_is_in_the_unit_of_its_like(report(like, right)))


def test_a_list_counted_again_has_as_many_items_as_were_listed() -> None:
    items = ("• Dues", "• Rents", "• Fines", "• Grants")
    led = "Income is recorded under the following headings:"
    wrong = report(led, *items, "The five headings are those of the ministry.")
    right = report(led, *items, "The four headings are those of the ministry.")
    assert list(a_list_counted_again_has_as_many_items(wrong))
    assert not list(a_list_counted_again_has_as_many_items(right))
