"""Many years of a split at once say what each year says by itself."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from shared_towns import PROPOSAL, line, planned, priced, split, towns, year

from moothall.facts.sharing import SplitBasis
from moothall.finance.shares_by_year import shares_by_year
from moothall.finance.splits import shares_of

YEARS = [year(f"{start}/{start - 1999}") for start in range(2024, 2031)]


@st.composite
def splits(draw: st.DrawFn):
    starts = draw(st.lists(st.sampled_from(YEARS), max_size=4, unique=True))
    return [
        split(
            draw(st.sampled_from(list(SplitBasis))),
            since,
            draw(st.sampled_from([{}, {"ashby": 50, "brae": 50}, {"ashby": 30, "brae": 70}])),
            moves_over=draw(st.sampled_from([None, 1, 3])),
            nobody_worse_off=draw(st.booleans()),
            tolerance=draw(st.sampled_from([None, Decimal(3)])),
        )
        for since in starts
    ]


def test_a_split_on_its_way_from_another_is_worked_out_year_by_year():
    held = [
        split(SplitBasis.AGREED, YEARS[0], {"ashby": 20, "brae": 80}),
        split(SplitBasis.AGREED, YEARS[2], {"ashby": 80, "brae": 20}, moves_over=3),
    ]
    found = shares_by_year(towns("ashby", "brae", splits=held), PROPOSAL, YEARS, {})
    ashby = [each.parts[0] for each in found]
    assert ashby == [Fraction(n, 10) for n in (2, 2, 4, 6, 8, 8, 8)]


@given(held=splits(), costs=st.booleans())
def test_many_years_at_once_say_what_each_says_by_itself(held: list, costs: bool):
    programme = towns(
        "ashby",
        "brae",
        splits=held,
        coalition_costs=priced(YEARS[2], ashby=60, brae=50, ashby_brae=90) if costs else (),
        baseline_lines=(line("ashby", 61, in_year=YEARS[0]), line("brae", 49, in_year=YEARS[3])),
        ledger_entries=[
            planned(code, 55, in_year=each) for code in ("ashby", "brae") for each in YEARS
        ],
    )
    sums = {each: Fraction(110) for each in YEARS}
    assert shares_by_year(programme, PROPOSAL, YEARS, sums) == tuple(
        shares_of(programme, PROPOSAL, each, sums) for each in YEARS
    )
