"""Overspends and underspends told in the text against the row that they are of."""

import pytest

from markdown_reports import shown
from moothall.proofread.tables.variances_told import (
    a_variance_told_is_on_the_side_of_its_row as rule,
)

_TABLE = """

| Quay (£000) | Net budget | Forecast | Variance | Last quarter |
|---|---|---|---|---|
| Lamps | 98,450 | 102,310 | 3,860 | 2,940 |
| Moorings | 38,915 | 38,480 | (435) | (120) |
| Ferry | 22,640 | 22,015 | (625) | (310) |
| Total | 160,005 | 162,805 | 2,800 | 2,510 |
"""


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        ("Moorings are forecast to {} by £0.435m, mainly on rope.", "underspend", "overspend"),
        ("The Ferry has an {} of £0.625m from posts not filled.", "underspend", "overspend"),
        ("The forecast is an {} of £2.800m, or 1.7% of the net budget.", "overspend", "underspend"),
        ("There is a £3.86m {} on lamps.", "overspend", "underspend"),
    ],
)
def test_a_variance_told_on_the_other_side_is_told(words: str, right: str, wrong: str) -> None:
    assert not shown(rule, words.format(right) + _TABLE)
    assert shown(rule, words.format(wrong) + _TABLE)


@pytest.mark.parametrize(
    "words",
    [
        "At Quarter 1 the Ferry had an overspend of £0.625m.",
        "Barges overspend by £0.4m.",
        "The overspend of £0.390m is of the fish market.",
    ],
)
def test_another_variance_is_left_alone(words: str) -> None:
    assert not shown(rule, words + _TABLE)
