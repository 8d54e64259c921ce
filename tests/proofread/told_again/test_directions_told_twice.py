"""Ways a thing went over a year, and what is larger than another, told twice and contrarily."""

import pytest

from markdown_reports import shown
from moothall.proofread.told_again.directions_told_twice import RULES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Complaints rose during the year.", "The number of complaints fell this year."),
        ("Sickness absence has fallen over the past year.", "Sickness absence rose in the year."),
        ("The waiting list grew during the year.", "The waiting list is shorter than a year ago."),
        ("Visits to the pier were up on last year.", "Pier visits fell again this year."),
        ("Costs are rising faster than income.", "Income is growing faster than costs."),
        ("The new quay is smaller than the old one.", "The new quay is larger than the old one."),
        ("Berth rents are higher than shop rents.", "Shop rents are higher than berth rents."),
    ],
)
def test_two_ways_of_one_thing_are_told(one: str, other: str) -> None:
    assert len(shown(RULES[0], f"{one}\n\n{other}")) == 1
    assert not shown(RULES[0], f"{one}\n\n{one}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Complaints rose during the year.", "Complaints about berths fell this year."),
        ("Complaints rose during the year.", "Complaints are expected to fall next year."),
        ("Complaints rose in Ash during the year.", "Complaints fell in Elm during the year."),
        ("Complaints rose during the year.", "Complaints fell in the second quarter."),
        ("Complaints rose in the year 2023/24.", "Complaints fell in the year 2024/25."),
        ("Complaints rose during the year.", "The share of complaints upheld fell in the year."),
        ("Costs are rising faster than income.", "Costs are rising faster than prices."),
        ("The new quay is smaller than the old one.", "The old quay is larger than the pier."),
    ],
)
def test_ways_of_other_things_and_times_are_left_alone(one: str, other: str) -> None:
    assert not shown(RULES[0], f"{one}\n\n{other}")
