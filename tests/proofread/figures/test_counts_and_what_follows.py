"""Counts beside what follows them, and dates that are counted."""

import pytest

from markdown_reports import shown
from moothall.proofread.dates.times_listed import RULES as TIMES
from moothall.proofread.figures.counts_and_what_follows import RULES as COUNTS


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The plan has {} parts: lamps (section 3), moorings (section 4) and berths (section 5).",
         "four", "three"),
        ("{} hubs, at Ash and Elm Lane, have opened.", "Three", "Two"),
        ("{} quotations had been received from Ash Ltd (£1,035) and Elm Ltd (£1,180).",
         "Three", "Two"),
        ("The board has {} members, four appointed by each council.", "nine", "eight"),
        ("The board has {} members, four from each of the three councils.", "eight", "twelve"),
        ("{} boats were bought. Four will come by May; the other two have been delayed.",
         "Seven", "Six"),
    ],
)  # fmt: skip
def test_what_follows_a_count_is_as_many(text: str, wrong: str, right: str) -> None:
    assert len(shown(COUNTS[0], text.format(wrong))) == 1
    assert not shown(COUNTS[0], text.format(right))


@pytest.mark.parametrize(
    "text",
    [
        "The plan has four parts, including lamps (section 3) and moorings (section 4).",
        "Three hubs, in Ash and Elm Lane, have opened, among them Oak.",
        "The board has nine members, four appointed by each council, and an independent chair.",
        "Seven boats were bought, of which one is old. Four will come; the other two are late.",
        "Seven boats were bought. Four of the crew will come; the other two boats are late.",
    ],
)
def test_lists_that_are_not_whole_are_left_alone(text: str) -> None:
    assert not shown(COUNTS[0], text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It met five times in the year, on 18 July, 17 October, 16 January and 20 March.", 1),
        (
            "There were three meetings: on 3 May 2025, 7 June 2025, 5 July 2025 and 2 August 2025.",
            1,
        ),
        ("The Board met twice, in March, June and October.", 1),
        ("It met four times in the year, on 18 July, 17 October, 16 January and 20 March.", 0),
        ("It met five times, including on 18 July and 17 October.", 0),
        ("It met five times between 18 July and 20 March.", 0),
        ("It met twice, on 3 May and 7 June, and will meet again in July.", 0),
    ],
)
def test_so_many_times_have_so_many_dates(text: str, wrong: int) -> None:
    assert len(shown(TIMES[0], text)) == wrong
