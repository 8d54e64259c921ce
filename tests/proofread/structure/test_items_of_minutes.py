"""Minutes: numbers that run on, one item of the agenda for each, something under every title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.structure.agenda_items import items_of_a_meeting_run_on
from moothall.proofread.structure.items_of_minutes import RULES

_TITLES = ("Apologies", "Harbour Wall", "Bus Shelters", "Allotments", "Kerb Stones", "Beach Huts")
_OPENING = (
    "Minutes of the meeting of the Cabinet held on 9 May 2025\n\n"
    "PRESENT: Mrs A Archer (Chair), Mr B Barker\n\n"
)


def _found(
    numbers: list[int], items: list[int], empty: int | None = None, *, everything: bool = False
) -> tuple[TextFinding, ...]:
    parts = []
    for place, (number, item) in enumerate(zip(numbers, items, strict=True)):
        body = (
            ""
            if place == empty
            else (
                "\n1. Mr Barker introduced the report.\n2. Members welcomed it.\n"
                "3. RESOLVED that the report be noted."
            )
        )
        parts.append(f"{number}. {_TITLES[place]}\n(Item {item}){body}")
    text = _OPENING + "\n\n".join(parts)
    # what one of the two rules tells, the other leaves to it
    rules = (*RULES, items_of_a_meeting_run_on)
    return proofread((read_plain_text(text, "m"),), rules, everything=everything)


@given(st.integers(31, 900))
def test_minutes_that_run_on_are_left_in_peace(first: int) -> None:
    assert _found(list(range(first, first + 6)), [1, 2, 3, 4, 5, 6], everything=True) == ()


@given(st.integers(31, 900), st.integers(1, 4))
def test_a_minute_left_out_of_the_numbers_is_found(first: int, gap: int) -> None:
    numbers = [first + place + (place > gap) for place in range(6)]
    found = _found(numbers, [1, 2, 3, 4, 5, 6])
    assert len(found) == 1
    assert f"{first + gap} is followed by {first + gap + 2}" in found[0].message


@given(st.integers(31, 900), st.integers(1, 4))
def test_a_number_given_to_two_minutes_is_found(first: int, twice: int) -> None:
    numbers = [first + place - (place > twice) for place in range(6)]
    found = _found(numbers, [1, 2, 3, 4, 5, 6])
    assert len(found) == 1
    assert f"number {first + twice} is given to two" in found[0].message


def test_an_item_left_out_with_its_number_is_no_fault() -> None:
    assert _found([41, 42, 43, 45, 46, 47], [1, 2, 3, 5, 6, 7]) == ()


@given(st.integers(31, 900), st.integers(1, 4))
def test_an_item_given_to_two_minutes_is_found(first: int, place: int) -> None:
    items = [1, 2, 3, 4, 5, 6]
    items[place + 1] = items[place]
    found = _found(list(range(first, first + 6)), items)
    assert [finding.rule for finding in found] == ["an_item_of_the_agenda_has_one_minute"]


def test_two_minutes_on_one_item_are_told_only_on_request() -> None:
    numbers, items = list(range(41, 47)), [1, 2, 3, 3, 4, 5]
    assert _found(numbers, items) == ()
    (found,) = _found(numbers, items, everything=True)
    assert found.confidence is Confidence.LOW


@given(st.integers(31, 900), st.integers(1, 4))
def test_a_minute_with_nothing_under_its_title_is_found(first: int, empty: int) -> None:
    found = _found(list(range(first, first + 6)), [1, 2, 3, 4, 5, 6], empty)
    assert [finding.rule for finding in found] == ["a_minute_says_what_was_done"]


def test_the_item_of_a_minute_survives_the_end_of_a_page() -> None:
    pages = [
        f"{40 + n}. {_TITLES[n]}\n(Item {n + 1})\n1. RESOLVED that it be noted.\n" for n in range(6)
    ]
    text = _OPENING + "\f".join(pages)
    report = read_plain_text(text, "m")
    assert "(Item 5)" in " ".join(block.text for block in report.prose)


@pytest.mark.parametrize("title", ["Apologies were received from Mr Cook", "No urgent business"])
def test_a_title_that_says_it_all_needs_nothing_under_it(title: str) -> None:
    text = _OPENING + "\n\n".join(
        f"{40 + n}. {title if n == 3 else _TITLES[n]}\n(Item {n + 1})"
        + ("" if n == 3 else "\n1. RESOLVED that it be noted.")
        for n in range(6)
    )
    assert proofread((read_plain_text(text, "m"),), RULES) == ()


def test_a_report_is_not_read_as_minutes() -> None:
    text = "\n\n".join(f"{40 + n}. {title}" for n, title in enumerate(_TITLES))
    assert proofread((read_plain_text(text, "r"),), RULES) == ()
