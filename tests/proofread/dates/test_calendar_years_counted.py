"""Calendar years counted, where the words say that each of them counts."""

import pytest

from moothall.proofread.dates.years_compared import RULES
from ordinary_wordings import found_by


@pytest.mark.parametrize(
    "text",
    [
        "The survey pools data for each of the five years 2008 to 2013.",
        "Figures are for the five calendar years 2008 to 2013.",
        "The table covers five years (2008 to 2013 inclusive).",
        "Over the six calendar years from 2015 to 2019, visits fell.",
        "The rates are averages of the three calendar years 2019 to 2022.",
        "The survey ran for ten years, 2008-2018 inclusive.",
        "Wrecks were counted in each of the 4 years 2017–2021.",
        "The pier lost money in every one of the three years 2016 to 2019.",
        "Visits fell in each of the last seven years, 2015 to 2019.",
        "Deaths in the five calendar years (2010 to 2015) were pooled.",
    ],
)
def test_calendar_years_that_are_more_or_fewer_are_told(text: str) -> None:
    assert len(found_by(RULES, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The survey pools data for each of the six years 2008 to 2013.",
        "Over five years (2008-2013) visits fell.",
        "Over the five years from 2008 to 2013 numbers fell.",
        "In each of the four years from 2017 to 2021 numbers fell.",
        "The table covers six years (2008 to 2013 inclusive).",
        "The five calendar years from 2008 to 2013 saw a fall.",
        "The five years to 2013 were wet.",
        "Each of the five years had a fall; 2008 to 2013 is the term of the plan.",
        "Visits fell in each of the last five years, 2015 to 2019.",
        "The 40 years 1980 to 2019 inclusive were dry.",
    ],
)
def test_calendar_years_that_may_be_so_many_are_left_alone(text: str) -> None:
    assert found_by(RULES, text) == ()
