"""Three or four figures that stand together and would fit but for a slip of the pen or a unit."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from moothall.proofread.dates import years_between_months
from moothall.proofread.figures import (
    levels_since_a_day,
    points_and_pence,
    products_told,
    sums_a_slip_away,
)
from moothall.proofread.figures.rules import RULES as _ALL
from ordinary_wordings import found_by, found_by_all, papers

_WRONG = papers("""\
The ferry carried 1,250 passengers a week. Over the 26 weeks of the season that is 35,200
passengers.
---
Fourteen lamps were replaced at £385 each, giving a bill of £5,930.
---
The parish has 2,400 residents and spends £18,000, or £8.50 a head.
---
Diesel cost £1.42 a litre. The fleet used 61,000 litres, costing £8,662.
---
Each of the nine moorings brings in £640 a year, £5,670 in all.
---
The harbour dues of £4.1m are made up of freight £2.2bn, ferries £1.3bn and leisure craft £0.6bn.
---
Satisfaction fell by 6% from last year, 71% against 77%.
---
The Bank cut its rate by 0.5 basis points to 3.75%.
---
A charge of £1.20p a visit is proposed.
---
The cost of the dredger is now £2,300,000 (£23m).
---
Mean waiting time 14.2 (-0.8 p.p.) days in the quarter for the clinic at the harbour.
---
The pier was closed from March 1998 until March 2006, a period of ten years.
---
The lease runs from 1 October 2010 to 30 September 2035 (20 years).
---
The difference between the best ward (88.4%) and the worst (61.7%) is 28.7 percentage points.
---
Overtime, at £410,000, was a quarter of the £2.05m wage bill.
---
The panel held 12 hearings. It spent 30 hours on them, an average of 3.5 hours each.
---
With a tax base of 8,450.6 the parish precept of £312,672 gives a Band D charge of £73.00.
---
Four officers each work 18.5 hours a week, 94 hours in all.
---
The quarry supplied 4,300 tonnes at £21.50 a tonne, and was paid £94,250.
---
Income from tolls was £1.84m. There were 920,000 crossings, so each crossing brought in £20.
---
Reserves stand at £7.6m: general £2.5m, capital £3.7m and schools £2.4m.
---
The quay takes £60.4m (12.5%) of the pay bill. The pier takes £24.2m (50%) of it, more than the
mole.
---
The lamp fund grew by 6.2% and stands at £3.24m, against £3.00m a year before.
""")
_RIGHT = papers("""\
The ferry carried 1,250 passengers a week. Over the 26 weeks of the season that is 32,500
passengers.
---
Fourteen lamps were replaced at £385 each. The contractor was paid £6,100, of which £710 was for
the hire of a platform.
---
The parish has 2,400 residents and spends £18,000, or £7.50 a head.
---
Diesel costs £1.42 a litre. The fleet's budget for 61,000 litres of fuel and oil, with tax, is
£95,000.
---
Allowances are paid at 45p a mile. The clerk drove 212 miles in the year and also claimed £30 for
parking.
---
Grants of £4.1m in all were paid last year; this year freight has £2.2m, ferries £1.3m and leisure
£0.9m.
---
The legacy of £36,000 helped the museum (£14,500), the library (£11,250) and the pier (£8,000).
---
The pier was closed from March 1998 until March 2006. The report covers ten years.
---
The lease runs from 1 October 2010 to 30 September 2035 (25 years).
---
The lease was signed on 4 May 2012 and extended for five years on 4 May 2022.
---
Footfall rose by 10%: the market drew 46,200 visitors, up from 42,000 the year before.
---
Satisfaction fell by six percentage points, 71% against 77%.
---
Bank Rate was cut by 25 basis points, from 4.00% to 3.75%.
---
A charge of 120p a visit (£1.20) is proposed.
---
The cost of the dredger is now £2,300,000 (£2.3m).
---
Overtime, at £510,000, was about a quarter of the £2.05m wage bill.
---
Staff turnover 14.2% (-0.8 p.p.) in the quarter.
---
Council tax rises by 4.99%, £80.00 a year at Band D, and raises £6.5m. A household pays £1.54 more
a week.
---
The panel held 12 hearings. It sat for 30 hours and wrote 3 reports.
---
Each of 40 members receives £12,000 a year. With special responsibility allowances the scheme
costs £640,000.
---
The fund (£2.1bn) holds shares of £1.2bn, bonds of £0.5bn and land of £0.4bn.
---
Rents rose by 3% in 2023 and by 5% in 2024, and by 8% over the two years.
---
A single ticket costs £4 and a book of 10 tickets £36.
---
The hall was let on 120 days at £85 a day, and income was £10,200 against £9,800 a year before.
---
Of 1,200 homes 300 were inspected at £45 each; the budget is £15,000.
---
The contract is worth £52,000 a year for 3 years, with an option of 2 years, £260,000 in all.
---
The club pays £15 an hour for 20 hours a week in 38 weeks, £11,400.
---
The quay takes £60.4m (12.5%) of the pay bill. The pier takes £24.2m (5.0%) of it, more than the
mole.
---
The lamp fund grew by 8.0% and stands at £3.24m, against £3.00m a year before.
---
The pier takes the lamp grant (£1.21m), the rope grant (£0.36m) and the buoy grant (£0.15m),
together £1.72m.
---
Grants of £9.3m went out: harbours £2.5m, piers £3.7m, some of it from last year, and lamps £2.4m.
""")


@pytest.mark.parametrize("text", _WRONG)
def test_figures_that_would_fit_but_for_a_slip_are_told(text: str) -> None:
    assert len(found_by_all(text)) == 1


@pytest.mark.parametrize("text", _RIGHT)
def test_figures_that_fit_or_stand_apart_are_left_alone(text: str) -> None:
    assert not found_by_all(text)


@given(st.integers(13, 400), st.integers(1_001, 9_999), st.integers(1, 8))
def test_a_digit_wrong_in_a_product_is_told(number: int, pence: int, wrong: int) -> None:
    product = number * pence
    digits = str(product)
    slipped = str((int(digits[1]) + wrong) % 10)
    told = int(digits[0] + slipped + digits[2:])
    assume(told != product and abs(told - product) * 200 > product)
    assume(number % 10)  # 400 may be a round number for 407
    words = f"Hire is £{pence / 100:.2f} a boat. The {number} boats hired brought in £{{:,.2f}}."
    assert not found_by(products_told.RULES, words.format(product / 100))
    found = found_by(products_told.RULES, words.format(told / 100))
    periods = (2, 3, 4, 5, 6, 7, 12, 13, 26, 38, 39, 52, 365)
    ratio = max(told, product) / min(told, product)
    if ratio < 1.9 and not any(abs(ratio / period - 1) < 0.02 for period in periods):
        assert len(found) == 1
        assert f"is £{product / 100:,.2f}, not" in found[0].message


@settings(max_examples=20)  # every rule of the room reads each
@given(st.lists(st.integers(101, 999), min_size=3, max_size=5), st.sampled_from("mk"))
def test_parts_in_another_unit_than_their_sum_are_told(parts: list[int], unit: str) -> None:
    other = {"m": "bn", "k": "m"}[unit]
    named = [
        f"£{part / 10:.1f}{{0}} for pier {name}" for part, name in zip(parts, "ABCDE", strict=False)
    ]
    listed = f"{', '.join(named[:-1])} and {named[-1]}"
    text = f"The harbour fund of £{sum(parts) / 10:.1f}{unit} is made up of {listed}."
    assert not found_by(sums_a_slip_away.RULES, text.format(unit))
    assert found_by(_ALL, text.format(other))


@given(st.integers(11, 98), st.integers(4_001, 8_999), st.integers(1, 4))
def test_a_change_leads_back_to_the_level_of_the_table(moved: int, level: int, wrong: int) -> None:
    paper = (
        "Table 1 – Loans in £m\n\n"
        "\t31.3.24 Actual\t31.3.25 Estimate\n\t£m\t£m\nLoans of the harbour\t"
        f"{(level + moved) / 10:,.1f}\t{level / 10 + 301:,.1f}\nFleet\t12.4\t13.1\n\n"
        f"1.2 On 30 November 2024 the harbour had loans of £{level / 10:,.1f}m. This is a decrease "
        "of £{:.1f}m on 31 March 2024."
    )
    assert not found_by(levels_since_a_day.RULES, paper.format(moved / 10))
    assert len(found_by(levels_since_a_day.RULES, paper.format((moved + 10 * wrong) / 10))) == (
        10 * wrong * 100 <= level + moved
    )


def test_days_do_not_move_in_percentage_points() -> None:
    lines = "Measure 1: % of lamps lit 63.1% (+0.4 p.p.) Measure 2: Mean days to mend one 8.24 {}"
    assert len(found_by(points_and_pence.RULES, lines.format("(+0.06 p.p.)"))) == 1
    assert not found_by(points_and_pence.RULES, lines.format("(+0.06)"))


@given(st.integers(1950, 2000), st.integers(2, 24), st.integers(2, 60))
def test_years_between_two_dates_are_counted(year: int, years: int, told: int) -> None:
    text = f"The ferry, begun in May {year}, had by May {year + years} run for {told} years."
    assert len(found_by(years_between_months.RULES, text)) == (told != years)


def test_a_row_of_a_table_in_another_unit_is_told() -> None:
    table = "All figures £m | 2024/25 / Lamps | 27.6 / Ropes | 0.8 / Buoys | {} / Total | 28.8"
    (wrong,) = papers(table.format("391.0"))
    (right,) = papers(table.format("0.4"))
    assert len(found_by_all(wrong)) == 1
    assert not found_by_all(right)
