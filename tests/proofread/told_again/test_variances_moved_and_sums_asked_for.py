"""Variances and their moves; sums that recommendations ask for beside those of the body."""

import pytest

from markdown_reports import shown
from moothall.proofread.told_again.sums_asked_for import RULES as ASKED
from moothall.proofread.told_again.variances_moved import RULES as MOVED

_NOW = "The forecast for the quay is now an {} of £398,000."
_THEN = "At Quarter 1 an {} of £215,000 was forecast. It has {} by £183,000 since then."


@pytest.mark.parametrize(
    ("then", "moved", "now", "wrong"),
    [
        ("overspend", "worsened", "overspend", False),
        ("underspend", "worsened", "overspend", True),
        ("overspend", "improved", "overspend", True),
        ("overspend", "increased", "overspend", False),
        ("underspend", "increased", "underspend", False),
        ("underspend", "worsened", "underspend", True),
        ("underspend", "improved", "underspend", False),
    ],
)
def test_a_variance_and_its_move_make_another(then: str, moved: str, now: str, wrong: bool) -> None:
    text = f"{_THEN.format(then, moved)}\n\n{_NOW.format(now)}"
    assert bool(shown(MOVED[0], text)) == wrong


def test_a_move_to_a_variance_not_told_is_left_alone() -> None:
    assert not shown(MOVED[0], _THEN.format("underspend", "worsened"))


_REPORT = """# Recommendations

(a) {asked}

# Quay desk

4.1 {told}

4.2 Rent of £18,000 is paid by Elm Trust.
"""
_VIREMENT = "approve the virement of {} from Pier Lamps to Quay Desk;"
_TOLD = "A virement of £120,000 brings the Quay Desk back in house, from Pier Lamps."


@pytest.mark.parametrize("asked", ["£620,000", "£126,000", "£0.12m"])
def test_a_sum_asked_for_is_that_of_the_body(asked: str) -> None:
    text = _REPORT.format(asked=_VIREMENT.format(asked), told=_TOLD)
    assert len(shown(ASKED[0], text)) == (0 if asked == "£0.12m" else 1)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (_VIREMENT.format("£120,000"), _TOLD),
        (_VIREMENT.format("£0.12m"), _TOLD),
        (_VIREMENT.format("£620,000"), f"{_TOLD} It is part of a virement of £620,000 in all."),
        (_VIREMENT.format("£138,000"), f"{_TOLD} With rent of £18,000 that is all of it."),
        ("approve the virement of £620,000 from Mayor’s Fund to Ash Lane;", _TOLD),
        ("approve a grant of £620,000 to Pier Lamps for the Quay Desk;", _TOLD),
    ],
)
def test_sums_that_the_body_has_or_that_are_of_other_things_are_left_alone(
    asked: str, told: str
) -> None:
    assert not shown(ASKED[0], _REPORT.format(asked=asked, told=told))
