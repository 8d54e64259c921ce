"""A day told twice, once with a digit more or less; and days that are two."""

import pytest

from markdown_reports import shown
from moothall.proofread.dates.days_that_slipped import a_day_told_twice_is_not_a_slip as rule

_BETWEEN = (
    "The quay was painted by volunteers, and the lamps were cleaned.\n\n"
    "Boat owners asked for more berths near the landing.\n\n"
    "A leaflet went to every house by the water.\n\n"
)

_TOLD_TWICE = (
    (
        "On {} 2025 the Council received the Inspector’s report on the slipway.",
        "The report of the Inspector on the slipway was received on {} 2025.",
        "6 February",
        "16 February",
    ),
    (
        "Consultation on the ferry timetable ran between 30 July 2024 and {} 2024.",
        "Residents were asked about the timetable of the ferry between 30 July 2024 and {} 2024.",
        "22 September",
        "29 September",
    ),
    (
        "Interim plans for the harbour trust are invited by {} 2025.",
        "The interim submission on the harbour trust for the {} deadline will be brief.",
        "21 March",
        "31 March",
    ),
    (
        "Ms Birch became Acting Harbour Master on {} 2025 for six months.",
        "The trust asked Ms Birch to be Acting Harbour Master for six months from {} 2025.",
        "1 June",
        "1 July",
    ),
)


def _paper(first: str, second: str) -> str:
    return f"{first}\n\n{_BETWEEN}{second}"


@pytest.mark.parametrize(("first", "second", "right", "wrong"), _TOLD_TWICE)
def test_a_day_told_with_another_digit_is_found(
    first: str, second: str, right: str, wrong: str
) -> None:
    assert shown(rule, _paper(first.format(right), second.format(right))) == []
    (found,) = shown(rule, _paper(first.format(right), second.format(wrong)))
    assert right in found.message
    assert wrong in found.message


@pytest.mark.parametrize(
    "pair",
    [
        # where it opens and where it ends
        "The slipway survey opens on 6 May 2025.|The slipway survey closes by 16 May 2025.",
        # the next one
        "The Slipway Group met on 6 May 2025.|The next Slipway Group is on 16 May 2025.",
        # two bodies
        "The Lamp Committee took the ferry on 6 May 2025.|The Quay Committee did on 16 May 2025.",
        # two years
        "The ferry fair was held on 6 May 2024 on the quay.|The ferry fair is on 16 May 2025.",
        # each with its own weekday
        "The ferry fair is on Tuesday 6 May 2025.|The ferry fair is on Friday 16 May 2025.",
        # no slip of one digit
        "The ferry fair by the quay is 9 May 2025.|The ferry fair of the quay is on 30 May 2025",
        # told side by side elsewhere
        "The ferry fair runs on 6 May 2025 and 16 May 2025.|The ferry fair of 16 May 2025 is free.",
        # nothing in common
        "Dredging starts on 6 May 2025.|Invoices were paid on 16 May 2025.",
    ],
)
def test_days_that_are_two_are_left_alone(pair: str) -> None:
    first, second = pair.split("|")
    assert shown(rule, _paper(first, second)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The bank’s sheet 27 dated 1 April 2025 has a balance for the quay account.",
            "The bank’s sheet 28 dated 1 May 2025 has a balance for the quay account.",
        ),
        (
            "The finance report covers the eight months to 30 November 2025.",
            "The finance report was considered by the Finance Board on 20 November 2025.",
        ),
    ],
)
def test_numbered_papers_and_ends_of_periods_are_two(one: str, other: str) -> None:
    assert not shown(rule, f"{one}\n\n{_BETWEEN}{other}")
