"""Tables of ranks, and of a target met or missed quarter by quarter."""

import pytest

from markdown_reports import shown
from moothall.proofread.tables.ranks_and_targets import RULES

_RANKS = "| Rank | Ward | Rate |\n|---|---|---|\n"
_MET = "| Quarter | Target | Actual | Met |\n|---|---|---|---|\n"


def _told(text: str) -> int:
    return len([finding for rule in RULES for finding in shown(rule, text)])


@pytest.mark.parametrize(
    ("rates", "wrong"),
    [
        ((14.2, 12.9, 13.4, 11.0), 1),
        ((11.0, 12.9, 12.1, 14.2, 15.0), 1),
        ((14.2, 13.4, 12.9, 11.0), 0),
        ((11.0, 12.9, 13.4, 14.2), 0),
        ((14.2, 13.4, 13.4, 11.0), 0),
        ((14.2, 11.0, 13.4, 12.9), 1),
        ((14.2, 11.0, 13.4, 12.9, 13.0), 0),
        ((14.2, 13.4, 15.0), 0),
    ],
)
def test_figures_stand_in_the_order_of_their_ranks(rates: tuple[float, ...], wrong: int) -> None:
    wards = ("Ash", "Elm", "Oak", "Birch", "Hazel")
    rows = [f"| {n} | {w} | {r} |\n" for n, (w, r) in enumerate(zip(wards, rates, strict=False), 1)]
    assert _told(_RANKS + "".join(rows)) == wrong


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ((("90%", "92%", "Yes"), ("90%", "88%", "Yes"), ("90%", "94%", "Yes")), 1),
        ((("90%", "92%", "Met"), ("90%", "88%", "Not met"), ("90%", "94%", "Not met")), 1),
        ((("21", "18", "✓"), ("21", "24", "✓"), ("21", "20", "✓")), 1),
        ((("90%", "92%", "Yes"), ("90%", "88%", "No"), ("90%", "94%", "Yes")), 0),
        ((("21", "18", "✓"), ("21", "24", "✗"), ("21", "20", "✓")), 0),
        ((("90%", "90%", "Yes"), ("90%", "88%", "No"), ("90%", "94%", "Yes")), 0),
    ],
)
def test_a_target_is_met_on_one_side(rows: tuple[tuple[str, ...], ...], wrong: int) -> None:
    told = [f"| Q{number} | {' | '.join(row)} |\n" for number, row in enumerate(rows, 1)]
    assert _told(_MET + "".join(told)) == wrong


def test_different_measures_are_left_alone() -> None:
    text = (
        _MET + "| Visits | 90 | 92 | Yes |\n| Days sick | 9 | 8 | Yes |\n| Calls | 7 | 9 | Yes |\n"
    )
    assert not _told(text)
