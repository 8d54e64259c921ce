"""Sequences with one slip, numbers and times that nobody writes so, and the same without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Report
from moothall.files.reports.text import read_plain_text
from moothall.proofread.proofread import proofread
from moothall.proofread.structure.agenda_items import items_of_a_meeting_run_on
from moothall.proofread.structure.contents_pages import (
    contents_go_forward,
    contents_lead_to_pages_that_are_there,
    contents_name_a_section_once,
)
from moothall.proofread.structure.list_items import list_items_run_on
from moothall.proofread.structure.section_numbering import section_numbers_run_on
from moothall.proofread.structure.sequences import slips
from moothall.proofread.wording.malformed import numbers_dates_and_times_are_written_as_such
from moothall.proofread.wording.words import no_number_is_given_twice

_FIRST = st.integers(1, 400)
_LENGTH = 9
_AT = st.integers(3, 6)


@given(_FIRST)
def test_numbers_that_count_up_have_no_slip(first: int) -> None:
    assert list(slips(range(first, first + _LENGTH))) == []


@given(_FIRST, _AT)
def test_a_number_taken_twice_is_one_slip(first: int, at: int) -> None:
    numbers = list(range(first, first + _LENGTH))
    numbers[at] = numbers[at - 1]
    (slip,) = slips(numbers)
    assert (slip.index, slip.twice, slip.missing) == (at, True, (first + at,))


@given(_FIRST, _AT)
def test_a_number_that_is_the_next_ones_is_one_slip(first: int, at: int) -> None:
    numbers = list(range(first, first + _LENGTH))
    numbers[at] = numbers[at + 1]
    (slip,) = slips(numbers)
    assert (slip.index, slip.twice, slip.missing) == (at, True, (first + at,))


@given(_FIRST, _AT)
def test_a_number_left_out_is_one_slip(first: int, at: int) -> None:
    numbers = [n for n in range(first, first + _LENGTH) if n != first + at]
    (slip,) = slips(numbers)
    assert (slip.index, slip.twice, slip.missing) == (at, False, (first + at,))


@given(_FIRST, _AT)
def test_one_put_in_without_renumbering_is_one_slip(first: int, at: int) -> None:
    numbers = sorted([*range(first, first + _LENGTH), first + at])
    (slip,) = slips(numbers)
    assert (slip.index, slip.twice, slip.missing) == (at + 1, True, ())


_TITLES = ("Apologies", "Lamps", "Ferries", "Harbour wall", "Moorings", "Dues", "Bench", "Close")


def _agenda(numbers: list[int]) -> Report:
    lines = (f"{n}. {title}\nIt was discussed." for n, title in zip(numbers, _TITLES, strict=True))
    return read_plain_text("\n\n".join(lines), "agenda")


@given(st.integers(1, 60), st.integers(2, 5))
def test_an_item_with_the_number_before_it_is_told_once(first: int, at: int) -> None:
    numbers = list(range(first, first + len(_TITLES)))
    assert list(items_of_a_meeting_run_on(_agenda(numbers))) == []
    numbers[at] = numbers[at - 1]
    rules = (items_of_a_meeting_run_on, section_numbers_run_on, list_items_run_on)
    found = proofread((_agenda(numbers),), rules)
    assert len(found) == 1
    assert _TITLES[at] in found[0].quote or f"no section {numbers[at] + 1}" in found[0].message


def _contents(rows: list[tuple[str, int]], pages: int) -> Report:
    dots = "\n".join(f"{title} .......... {page}" for title, page in rows)
    return read_plain_text(f"CONTENTS\n{dots}\n\nPage 2 of {pages}\n\nWelcome\nGood.\n", "plan")


@given(st.lists(st.integers(2, 40), min_size=8, max_size=8, unique=True), st.integers(1, 40))
def test_contents_lead_to_pages_of_the_report(pages: list[int], beyond: int) -> None:
    rows = list(zip(_TITLES, sorted(pages), strict=True))
    last = rows[-1][1]
    rules = (
        contents_lead_to_pages_that_are_there,
        contents_name_a_section_once,
        contents_go_forward,
    )
    assert [f for rule in rules for f in rule(_contents(rows, last))] == []
    wrong = [*rows[:-1], (rows[-1][0], last + beyond)]
    (finding,) = contents_lead_to_pages_that_are_there(_contents(wrong, last))
    assert f"lead to page {last + beyond}" in finding.message
    (twice,) = contents_name_a_section_once(_contents([*rows[:3], rows[2], *rows[3:]], last))
    assert rows[2][0] in twice.message


def _said(text: str) -> list[str]:
    report = read_plain_text(text, "paper")
    found = [
        *numbers_dates_and_times_are_written_as_such(report),
        *no_number_is_given_twice(report),
    ]
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry made 31,40 crossings in the year.",
        "Last summer some 9,15 visitors climbed the lighthouse.",
        "The meeting closed at 9.1Opm.",
        "The lamps cost £3,4O0 to mend.",
        "The works begin on 3” March 2025.",
        "They met on 21* January.",
        "The balance was a total of ~4,120.55 at the month’s end.",
        "Income will be lower in 2028-27 and after.",
        "The plan for 2024-24 was not written.",
        "Lighting 1/4/24-31/3/23 was paid for.",
        "Lighting 114/24-3 1/3/25 was paid for.",
        "The meeting ended at 20.75.",
        "The harbour office opens from 09.65.",
        "The ferry leaves at 17.30am.",
        "The lamps were cleaned 4 four times.",
        "It ran for the last 6 six years without a fault.",
    ],
)
def test_a_malformed_number_is_told(text: str) -> None:
    assert len(_said(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The ferry made 31,400 crossings; wards 3,14 and 22 gained, and routes 31,40 ran.",
        "In 2019, 45 lamps failed; in 2020, 10 did.",
        "The meeting closed at 9.10pm, and CO2 fell by 20%.",
        "The pipe is 3” wide, the screen 21”. He said “we open on 3” and “March is late”.",
        "The balance was ~4,100 at the month’s end.",
        "Income will be lower in 2027-28, in 1999-00 and in 2024-2027; form 2024-03 was used.",
        "Lighting 1/4/23-31/3/24 was paid for.",
        "The tables run from 2006/07-2016/17, and the counts from 2013/14-15/16.",
        "The meeting ended at 20.55; the price rose to 20.75.",
        "The ferry leaves at 5.30am and 17.30.",
        "There are 2 two bedroom flats, 3 three-bed houses and 1 one way street.",
        "Group 4 four times won the cup. In Stage 2 two bids came.",
    ],
)
def test_what_only_looks_malformed_is_left_alone(text: str) -> None:
    assert _said(text) == []
