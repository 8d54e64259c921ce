"""What figures are said of: one thing told twice in other words, with two values."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.files.reports.markdown import read_markdown
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import Rule, proofread
from moothall.proofread.reading.thesaurus import root, words_of
from moothall.proofread.savings import lasting_money, once_of_a_thing
from moothall.proofread.told_again import (
    claim_conflicts,
    conflicts,
    figures_of_a_table,
    unit_prices,
)
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claims import claims

# Each thing as two writers would tell it, and two values that are no slips of each other.
_TOLD = st.sampled_from(
    [
        ("The allotment service has 640 tenants on its books.",
         "Each of the {} people who rent an allotment will be written to.", "640", "590"),
        ("In 2024 the museum welcomed 41,200 visitors.",
         "Some {} people came through its doors during the year, and the museum has a shop.",
         "41,200", "46,700"),
        ("The licence for the ferry expires on 30 June 2027.",
         "When the ferry licence comes to an end in {}, a new one must be sought.",
         "June 2027", "November 2027"),
        ("The beach was closed to bathers for 19 days last summer.",
         "Bathers were kept off by a closure of the beach that lasted {}.", "19 days", "31 days"),
        ("Grit is held at four depots with room for 5,200 tonnes.",
         "The storage for grit comes to {} tonnes at its depots.", "5,200", "6,900"),
        ("The choir school has a deficit of £240,000.",
         "The shortfall at the choir school now stands at {}.", "£240,000", "£310,000"),
        ("Of the pest control calls, 91% were answered within a day.",
         "The pest control team answers {} of calls in a day.", "91%", "84%"),
        ("Replacing the harbour crane will cost £2.6m.",
         "The price of a new crane for the harbour is put at {}.", "£2.6m", "£3.2m"),
        ("The mobile library makes 47 stops.",
         "There are {} stops on the round of the mobile library.", "47", "58"),
        ("The coroner opened 312 inquests.",
         "In all {} inquests were begun by the coroner.", "312", "377"),
        ("The kennels take 23 stray dogs.",
         "At the kennels there is room for {} stray dogs.", "23", "35"),
    ]
)  # fmt: skip
_BESIDE = st.lists(
    st.sampled_from(
        [
            "The committee met in the old chapel and thanked the clerk.",
            "Parking permits are sold at the front desk for £35.",
            "A bus leaves the square every 20 minutes.",
            "The bandstand was painted in 2021 by volunteers.",
            "There were 14 applications for the mayor’s fund.",
            "Street trees are watered by 9 contractors.",
        ]
    ),
    min_size=3,
    max_size=6,
    unique=True,
)


def _found(text: str, rules: tuple[Rule, ...] = claim_conflicts.RULES) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(text, "r"),), rules)


def _report(*told: str) -> str:
    return "\n\n".join(f"{number}.1 {words}" for number, words in enumerate(told, start=1))


@settings(deadline=None)
@given(_TOLD, _BESIDE, st.booleans())
def test_one_thing_with_two_values_is_found_however_it_is_worded(
    told: tuple[str, str, str, str], beside: list[str], turned: bool
) -> None:
    first, second, _, wrong = told
    ends = (first, second.format(wrong))
    ends = ends[::-1] if turned else ends
    found = _found(_report(ends[0], *beside, ends[1]))
    assert len(found) == 1
    assert wrong in f"{found[0].message} {found[0].quote}"


@settings(deadline=None)
@given(_TOLD, _BESIDE, st.booleans())
def test_one_thing_with_one_value_is_left_in_peace(
    told: tuple[str, str, str, str], beside: list[str], turned: bool
) -> None:
    first, second, right, _ = told
    ends = (first, second.format(right))
    ends = ends[::-1] if turned else ends
    assert _found(_report(ends[0], *beside, ends[1])) == ()


_PARK = "Spending on the deer park was £412,000 in the year."
_BETWEEN = ("The chapel roof leaks.", "A bus leaves the square.", "The clerk was thanked.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_PARK, "The deer park’s target for spending was £380,000."),
        (_PARK, "Spending on the deer park was £371,000 in the previous year."),
        (
            "Spending on the deer park was £412,000 in 2024/25.",
            "Spending on the deer park, £355,000 in 2019/20, has grown.",
        ),
        (_PARK, "Nationally, spending on a deer park is £468,000."),
        (_PARK, "Spending on the deer park includes £260,000 of wages."),
        (_PARK, "A saving of £360,000 on the deer park is possible."),
        (_PARK, "Under option B spending on the deer park would be £390,000; under C, £371,000."),
        ("The ferry carries 210 adult passengers.", "The ferry carries 260 child passengers."),
        ("The ferry costs £90 per passenger.", "The ferry costs £120 per crossing."),
        ("The east ferry has 12 cabins.", "The west ferry has 15 cabins."),
        ("About 200 people use the ferry.", "The ferry is used by 204 people."),
        ("The mine shaft is £2.84m over budget.", "The mine shaft is £2.8m over its budget."),
        ("Support for the ferry was 61%.", "Opposition to the ferry was 39%."),
    ],
)
def test_what_is_of_another_time_stage_part_or_kind_is_not_held_against_it(
    one: str, other: str
) -> None:
    assert _found(_report(one, *_BETWEEN, other)) == ()


def test_a_sum_of_what_stands_elsewhere_is_no_second_value() -> None:
    text = _report(
        "There are 44 empty berths in the outer harbour and 20 empty berths in the inner one.",
        *_BETWEEN,
        "With 64 empty berths in the harbour, dues have fallen.",
    )
    assert _found(text) == ()


def test_a_paragraph_that_has_both_values_tells_them_apart() -> None:
    text = _report(
        "The coroner opened 312 inquests.",
        *_BETWEEN,
        "The coroner opened 377 inquests by the old count and 312 inquests by the new.",
    )
    assert _found(text) == ()


def test_numbers_in_words_and_lengths_of_time_are_values() -> None:
    report = read_plain_text(
        "1.1 Twenty-two swans stayed for nine weeks; a third of them left.", "r"
    )
    assert [claim.value.text for claim in claims(report).all] == [
        "Twenty-two",
        "nine weeks",
        "a third",
    ]


def test_what_is_counted_is_read_before_or_after_the_figure() -> None:
    report = read_plain_text("1.1 The number of swans was 31. We have 31 swans.", "r")
    first, second = claims(report).all
    assert first.unit.roots == second.unit.roots == {root("swans")}


def test_words_of_one_meaning_meet() -> None:
    assert words_of("a vacant flat").has(root("empty")) > 0
    assert words_of("a vacant flat").has(root("ferry")) == 0


# --- rows, prices, money that comes once ----------------------------------------------------------

_ROWS = "Kind\t2024\t2025\nComplaints received\t14\t21\nLetters of thanks\t33\t40\n"


def test_a_row_named_in_the_text_has_the_figure_told() -> None:
    found = _found(f"{_ROWS}\n1.1 The service dealt with 27 complaints.", figures_of_a_table.RULES)
    assert len(found) == 1
    assert "21" in found[0].message


@pytest.mark.parametrize("number", [14, 21, 33])
def test_a_figure_that_the_table_has_anywhere_is_left_in_peace(number: int) -> None:
    text = f"{_ROWS}\n1.1 The service dealt with {number} complaints."
    assert _found(text, figures_of_a_table.RULES) == ()


@given(st.integers(3, 40), st.integers(20, 400), st.booleans())
def test_a_price_told_apart_from_its_total_is_multiplied(
    number: int, thousands: int, wrong: bool
) -> None:
    each = thousands * (12 if wrong else 10) * 100
    text = _report(
        f"The purchase of {number} boats at a cost of £{number * thousands * 1000:,} is proposed.",
        f"The price is £{each:,} for each boat.",
    )
    assert len(_found(text, unit_prices.RULES)) == wrong


_PAID_FOR_EVER = (*lasting_money.RULES, *once_of_a_thing.RULES)


@pytest.mark.parametrize(
    ("once", "then", "found"),
    [
        ("A grant of £90,000 was received for one year.", "It pays for two permanent posts.", 1),
        ("A single sale brought £90,000.", "The budget counts on the same sum each year.", 1),
        ("A grant of £90,000 was received for one year.", "It is not built into the base.", 0),
        ("A grant of £90,000 is paid annually.", "It pays for two permanent posts.", 0),
    ],
)
def test_money_that_comes_once_does_not_pay_for_ever(once: str, then: str, found: int) -> None:
    assert len(_found(f"1.1 {once} {then}", _PAID_FOR_EVER)) == found


# --- cards and contact lines ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Latest: 97% Target: 97%, Floor: 90% Previous: 97% (Green)",
         "Latest: 71% Target: 85%, Floor: 80% Previous: 71% (Red)"),
        ("Clerk to the moat: 01632 960419, clerk@moat.example",
         "Clerk to the moat: 01632 960066, clerk@moat.example"),
        ("5 | Works to the moat ..........37", "6 | Works to the moat ..........46"),
    ],
    ids=["cards of many measures", "telephone numbers", "a list of contents"],
)  # fmt: skip
def test_lines_that_are_alike_by_their_form_are_not_one_thing(first: str, second: str) -> None:
    text = f"1. START\n\n{first}\n\n2. END\n\nNothing else.\n\n{second}\n"
    report = read_plain_text(text, "r")
    assert not claims(report).all
    assert not proofread((report,), (*claim_conflicts.RULES, *conflicts.RULES))


def test_a_threshold_is_no_count_of_what_there_is() -> None:
    report = read_plain_text(
        "1.1 The two towns together have 1.9m inhabitants.\n\n"
        "2.1 A mayor needs a combined population of 1.5m inhabitants or more.\n", "r"
    )  # fmt: skip
    assert not proofread((report,), claim_conflicts.RULES)


def test_a_time_in_a_table_is_held_against_a_time_in_the_text() -> None:
    report = read_markdown(
        "## 1 Health\n\n| Measure | This year |\n|---|---|\n"
        "| Sickness: average days lost for each ferryman | 9.4 |\n\n"
        "## 2 Costs\n\n2.1 A ferryman was ill for 6.1 days on average.\n", "r"
    )  # fmt: skip
    assert Sort.TIME in {one.value.sort for one in claims(report).all if one.cell}
