"""Shares listed with their numbers, splits, and lists that say how many they are."""

import pytest

from markdown_reports import shown, table
from moothall.proofread.figures import listed_shares, named_lists, stated_counts
from moothall.proofread.structure import lists_of_numbers
from moothall.proofread.tables import table_sums, whole_shares

_ONE_BASE = listed_shares.shares_listed_with_their_numbers_have_one_base
_SPLIT = listed_shares.a_split_makes_a_hundred


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was met for 508 adults (65%), in part for 219 (28%) and not for 85 (7%).", 1),
        ("It was met for 508 adults (65%), in part for 219 (28%) and not for 55 (7%).", 0),
        ("In all 508 people (65%) agreed, 219 (28%) did not and 20 (7%) were unsure.", 1),
        # of three different wholes, and the shares make no hundred
        ("Of the boys 30 (12%) came, of the girls 40 (16%) and of the staff 20 (40%).", 0),
    ],
)
def test_a_share_of_another_base_than_the_rest_is_found(text: str, found: int) -> None:
    assert len(shown(_ONE_BASE, text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The trust met a 60/30/20 split for the three kinds of waste.", 1),
        ("Costs will be shared 55/35 between the two councils.", 1),
        ("Costs are split 60/40 between the councils.", 0),
        ("The mixture is made in a ratio of 1:80.", 0),
        ("The pier is open under a 24/7 split of shifts.", 0),
    ],
)
def test_a_split_makes_a_hundred(text: str, found: int) -> None:
    assert len(shown(_SPLIT, text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The hub and the Open Door scheme are 3 examples of this.", 1),
        ("The hub, the app and the phone line are two examples of what was done.", 1),
        ("The hub and the app are two examples of what was done.", 0),
    ],
)
def test_as_many_examples_are_named_as_are_said(text: str, found: int) -> None:
    assert len(shown(named_lists.RULES[0], text)) == found


@pytest.mark.parametrize(
    ("said", "found"), [("Four areas are being considered –", 1), ("Three areas are listed –", 0)]
)
def test_a_numbered_list_after_a_dash_is_counted(said: str, found: int) -> None:
    text = f"# Pier\n\n{said}\n\n1. Ropes.\n\n2. Lamps.\n\n3. Nets.\n\nThe rest is for later.\n"
    assert len(shown(lists_of_numbers.as_many_are_listed_as_announced, text)) == found


def test_a_number_that_opens_a_long_lead_in_is_that_of_the_list() -> None:
    text = (
        "# Pier\n\nThree targets are outlined in the Harbour Board’s report on clean water "
        "and air:\n\n- Reach zero by 2040.\n- Halve the rest by 2045.\n\nThese are watched.\n"
    )
    assert len(shown(stated_counts.a_list_has_as_many_items_as_it_says, text)) == 1


def _places(last: str) -> str:
    rows = [("North", "22.7%"), ("South", "14.8%"), ("East", "18.2%"), ("West", last)]
    return table(("Place", "% of all"), *rows, ("Mid", "12.5%"), ("**Quayshire**", "**100%**"))


@pytest.mark.parametrize(("last", "found"), [("31.8%", 0), ("38.1%", 1)])
def test_shares_of_places_make_the_hundred_of_the_area(last: str, found: int) -> None:
    assert len(shown(whole_shares.shares_in_a_table_make_a_hundred, _places(last))) == found


@pytest.mark.parametrize(("last", "found"), [("16%", 0), ("15%", 0), ("14%", 1)])
def test_two_shares_make_a_hundred_where_all_others_do(last: str, found: int) -> None:
    rows = [("Ash", "94%", "6%"), ("Elm", "90%", "10%"), ("Oak", "79%", "21%")]
    rows += [("Town", "85%", "15%"), ("Rural", "84%", last)]
    text = table(("Ward", "Online", "Offline"), *rows)
    assert len(shown(whole_shares.shares_in_a_table_make_a_hundred, text)) == found


@pytest.mark.parametrize(("cell", "found"), [("18,800", 0), ("28,800", 1)])
def test_the_area_is_the_sum_of_its_places_though_one_is_rounded_otherwise(
    cell: str, found: int
) -> None:
    rows = [
        ("Quayshire", "593,300", "113,200", "12,300"),
        ("Ash", "43,400", "8,100", "900"),
        ("Birch", "115,100", "20,800", "2,200"),
        ("Cedar", "86,000", "15,900", "1,700"),
        ("Elm", "74,700", "15,800", "1,800"),
        ("Oak", "98,500", cell, "2,000"),
        ("Pine", "100,400", "19,400", "2,210"),
        ("Yew", "75,300", "14,400", "1,600"),
    ]
    text = table(("Area", "Low", "Raised", "High"), *rows)
    assert len(shown(table_sums.what_a_table_keeps_to_it_keeps_throughout, text)) == found
