"""One sum in another unit than all those about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_reports import shown
from moothall.proofread.figures.relations.units_out_of_place import (
    a_sum_has_the_unit_of_those_about_it as rule,
)
from moothall.proofread.figures.relations.units_out_of_place import (
    sums_in_thousands_are_printed_as_such as thousand,
)


@given(st.integers(1, 999))
def test_less_than_a_thousand_is_not_printed_in_thousands(pounds: int) -> None:
    assert shown(thousand, f"The lamps save £0.{pounds:03}k a year.")
    assert not shown(thousand, f"The lamps save £0.{pounds:03}m a year, or £{pounds}k.")


def test_nobody_prints_pounds_as_thousands_with_three_places() -> None:
    assert shown(thousand, "The lamps cost £4.180k net and the oil £3.100m.")
    assert not shown(thousand, "The lamps cost £4.18k net.")


LIKE = (
    "The net budget of the quay is £112.4{}. The forecast is £114.9m, an overspend of £2.5m.",
    "It is met from grant (£14.2m), loans (£19.5m), gifts (£9.4{}) and dues (£5.5m).",
    "Lamps £1.20m, oil £2.41m, rope £0.95m and tar £1.10m.\n\nThe reserve stood at £1.35{}.",
)


@pytest.mark.parametrize(("words", "wrong"), [*zip(LIKE, ("bn", "k", "bn"), strict=True)])
def test_a_sum_alone_in_its_unit_is_told(words: str, wrong: str) -> None:
    assert shown(rule, words.format(wrong))
    assert not shown(rule, words.format("m"))


@pytest.mark.parametrize(
    "words",
    [
        "Lamps £1.20m, oil £2.41m, rope £0.95m, tar £1.10m; the Treasury set aside £1.35bn.",
        "Lamps £1.20m, oil £2.41m, rope £0.95m, tar £1.10m, and a bell at £12k.",
        "Lamps £120m, oil £241m, rope £95m, tar £110m; assets are worth £1.1bn.",
        "Lamps £12k, oil £24k, rope £9k, tar £11k; the quay was rebuilt for £3.2m.",
    ],
)
def test_a_sum_of_another_size_may_have_its_own_unit(words: str) -> None:
    assert not shown(rule, words)
