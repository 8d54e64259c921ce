"""Shared posts month by month."""

from dataclasses import replace

import post_towns
from hypothesis import given
from hypothesis import strategies as st
from post_towns import ASHBY, BRAE, paid, post, year

from moothall.basics.dates import read_written_date
from moothall.files.rates import read_rates
from moothall.workforce.post_effects import effects_of
from moothall.workforce.post_months import months_of_councils, months_of_posts

THEN = year("2021/22")


def months(*posts):
    held = post_towns.programme(*posts)
    return months_of_posts(effects_of(held, "archive", read_rates(), THEN, THEN.next), THEN)


def known(**changes):
    money = {
        "paid_before": paid(ashby="60000", brae="20000"),
        "backfill": paid(ashby="0", brae="0"),
    }
    return post(**{**money, **changes})


def test_the_months_make_the_year_of_each_council():
    rows = months(known())
    assert {row.authority for row in rows} == {ASHBY, BRAE}
    for row in rows:
        assert None not in row.months
        assert sum(row.months) == row.year
        assert not row.asks


def test_a_month_before_the_start_changes_nothing_for_anybody():
    (first, *_) = months(known(starts=read_written_date("September 2021")))
    assert first.months[:5] == (0,) * 5
    assert all(each != 0 for each in first.months[5:])


def test_a_post_without_a_start_has_no_months_and_asks_for_it():
    rows = months(known(starts=None))
    assert all(row.months == (None,) * 12 and row.year is None for row in rows)
    assert any("starts" in ask for ask in rows[0].asks)


def test_what_is_not_known_of_one_post_is_not_known_of_the_sum():
    second = replace(known(), id="other", title="other", salary=None)
    rows = months(known(), second)
    ashby = next(each for each in months_of_councils(rows) if each.authority == ASHBY)
    assert (ashby.year, ashby.unknown) == (None, 1)
    assert ashby.months == (None,) * 12


@given(before=st.integers(0, 200_000), filled=st.integers(0, 90_000))
def test_the_sums_of_the_councils_are_those_of_their_posts(before: int, filled: int):
    one = known(
        paid_before=paid(ashby=str(before), brae="0"), backfill=paid(ashby=str(filled), brae="0")
    )
    rows = months(one, replace(one, id="second", title="second"))
    for council in months_of_councils(rows):
        own = [row for row in rows if row.authority == council.authority]
        assert council.year == sum(row.year for row in own) == sum(council.months)
