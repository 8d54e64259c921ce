"""Bounds: what a band takes in, and how it meets the next."""

import pytest

from moothall.proofread.tables.bounds import Joint, band_of_cell, joint


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("0-4", "5-9", Joint.MEET),
        ("0-5", "5-9", Joint.SHARE),
        ("0-6", "5-9", Joint.OVERLAP),
        ("0-4", "6-9", Joint.GAP),
        ("0-9", "5-8", Joint.NESTED),
        ("Under 5", "5-9", Joint.MEET),
        ("50-65", "over 65", Joint.MEET),
        ("50-64", "65 and over", Joint.MEET),
        ("0-1.9", "2.0-3.9", Joint.MEET),
        ("£0-£10k", "£10k-£20k", Joint.SHARE),
    ],
)
def test_how_two_bands_meet(one: str, other: str, how: Joint) -> None:
    first, second = band_of_cell(one), band_of_cell(other)
    assert first is not None
    assert second is not None
    assert joint(first, second) is how
