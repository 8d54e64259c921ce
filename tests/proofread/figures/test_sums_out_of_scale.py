"""Sums that no council has, and shares of one budget that make it two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.figures import (
    implied_bases,
    outsized_sums,
)
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule, proofread


def _found(text: str, rules: tuple[Rule, ...]) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(text, "r"),), rules)


@given(st.integers(3_100, 99_999), st.integers(1, 9))
def test_a_sum_of_thousands_of_millions_has_no_like(thousands: int, tenth: int) -> None:
    like = "1.1 The harbour costs £412.6m and brings in £318.2m.\n\n"
    wrong = f"1.2 Members are to approve £{thousands:,}.{tenth}m of grants for the quay.\n"
    found = _found(like + wrong, outsized_sums.RULES)
    assert len(found) == 1
    assert "£412.6m" in found[0].message
    assert (found[0].confidence is Confidence.HIGH) == (thousands >= 20_000)
    assert not _found(like + wrong.replace("m of", "k of"), outsized_sums.RULES)


@pytest.mark.parametrize(
    "text",
    [
        "The national deficit on high needs is £4,600m and ours £18.2m.",
        "The largest of our sums is £3,180m, and the next £2,960m.",
        "England spends £129,400m on its councils; we spend £212m.",
    ],
)
def test_a_sum_of_the_country_or_of_a_large_council_is_let_be(text: str) -> None:
    assert not _found(text, outsized_sums.RULES)


@given(st.integers(200, 900), st.integers(30, 90), st.integers(30, 90))
def test_shares_of_one_budget_make_one_budget(budget: int, first: int, second: int) -> None:
    def told(tenths: int, times: int) -> str:
        return (
            f"£{budget * tenths / 1000:.2f}m of savings ({times * tenths / 10:.1f}% of net budget)"
        )

    text = "1.1 Last year there were {}.\n\n1.2 This year there are {}.\n"
    assert not _found(text.format(told(first, 1), told(second, 1)), implied_bases.RULES)
    found = _found(text.format(told(first, 1), told(second, 10)), implied_bases.RULES)
    assert len(found) == 1
    assert "makes the whole about" in found[0].message


def test_shares_of_two_things_say_nothing_of_each_other() -> None:
    text = (
        "1.1 Fees bring £2.4m (12% of income).\n\n1.2 Repairs cost £2.4m (3% of the capital "
        "programme).\n\n1.3 The rest is £0.1m (0.4% of income).\n"
    )
    assert not _found(text, implied_bases.RULES)
