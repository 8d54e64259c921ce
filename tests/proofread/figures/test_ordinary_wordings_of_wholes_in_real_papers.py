"""Wholes and their parts as papers word them: shares, sums, prices of one, and what is left."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.proofread.figures import pairs_of_one_sum, shares_of_wholes, so_many_each
from moothall.proofread.rules import rules_in
from ordinary_wordings import found_by, papers

_RULES = (*rules_in("figures"), *rules_in("tables"))

FOUND = papers("""
Of those who sailed, 412 men (64.2%) and 188 women (31.3%) held a pass.
---
£90m (60%) of the grant goes to the ports by need, the remaining £60m (45%) by the old formula.
---
The mooring was let to cover two years at £310 a year, a total cost of £640.
---
The fund gives £7.5bn to harbours over the period (£2.5bn in each of the five years).
---
A 12 year £24m dredging plan (£3m a year) begins in May.
---
Ferry users were content, with 171% reporting that they would sail again.
---
The group would reinstate 140% of the lamp grants that were withdrawn.
---
Only 103% have been offered a berth at their first harbour.
---
Debt stood at a peacetime high of £21.4bln in the ports and £19.2bnn elsewhere.
---
The plan needs net cuts of £24.1m. This comprises £30.2m of cuts to ferries, £8.1m of new fees
partly offset by £12.4m of cuts not made.
---
The year ends with £15.2m set aside for quays, including £10.1m put back after the storm and £6.1m
for the new pier.
---
Balances at the year end were £0.512bn (of which general stood at £0.041bn, harbours rose to
£0.372bn, and storms were £0.109bn).
---
There is an overspend of £18.4m and a rephasing of -£96.2m, so a net underspend of £87.8m.
---
The grant for lamps in 2022-23 was £31.6m in all. // The grant for lamps in 2023-24 was £47.9m, an
increase of £13.6m on 2022-23.
---
A further £300m was announced for quays. It is all shared by need, increasing the share from £412m
to £721m.
---
The fund has lent £52.5m, of which £210k was lost. This represents a mere 4% of all loans.
---
The port has 400 boats and a small yard. Owners plan to bring 120 boats from the north. This
represents a 40% increase in the fleet.
---
On the new timetable 27% of those who replied agreed. 58% had no view and 31% disagreed.
---
61% of people currently use the ferry, whilst 22% said they had used it in the past. 27% said that
they do not use it, nor ever have.
---
Each week 52% sail (31% more than once a week, 31% once a week).
---
21.9% are 18 years old / 31.1% are 19 years old / 33.4% are 20 years old / 22.9% are 21 years old
---
The town’s sailing population is about 1.2m. // Some 41.5% of the sailing population (310,200
people) are out of work.
---
Over a quarter of people (310,200 sailors) are classed as laid ashore. // Around 80,100 (38%) of
those laid ashore are ill.
---
The work was seen by many: // • approximately 64,000 people saw the notice // • over 1,300
people (20%) went on to sail
---
The fund found £6.3million (58%) of the £14m savings target for the quays.
---
The yard has 15 berths (11 moorings and 6 slips) to let.
---
The budget has growth of £140 million, with £190 million allocated to the ports.
---
I spoke to 23 skippers by the quay. Of those skippers spoken to 93% were content.
---
Lamps: £14,211.30minus the grant of £812.00, (£90 less than before) = £13,939.30
---
Spending was £21,400 of which the levy was £16,205 plus the county grant of £640 (a second time)
making a total of £16,945.
---
The value of the boats rose to £88.0m by May, showing a gain of £2.2m (5.26%).
---
Rates peaked at £48.16m in 2012 and have come down to £43.22m. This represents a drop of £6.9m,
(10.3%) in three years.
---
The forum asked 240 skippers and the result is as follows:- // For the pier - 24 (10%) //
Against the pier - 216 (80%)
---
Of the £512k for the quays, the sum for pay is £531,200.
---
The plan, which includes £130m of grants alongside £72m of fees (a total of £212m over six years).
---
The yard had a surplus of £2.9M against a plan of £2.2M, exceeding what was planned by £0.9M.
---
Money for lamp repairs in the harbour could be over £40m and is not in the plan of the port. //
Pay is told apart. // The money for lamp repairs is not included in the plan of the port and could
be over £40bn.
""")


@pytest.mark.parametrize("text", FOUND)
def test_a_whole_that_its_parts_do_not_make_is_found(text):
    assert found_by(_RULES, text)


LEFT_ALONE = papers("""
Of those who sailed, 412 men (68.7%) and 188 women (31.3%) held a pass.
---
There were 40 boats (20%) from the north and 12 boats (20%) from the south.
---
Ferries rose by £3.0m (5%) and lamps by £2.0m (3%) in the year.
---
The mooring was let for two years at £310 a year, a total cost of £620.
---
The fund gives £7.5bn to harbours over the period (£1.5bn in each of the five years).
---
The hire costs £40 for two evenings at £25 each, less the £10 discount.
---
Ticket sales reached 171% of plan, reporting shows, and 140% of last year.
---
The crew want to restore 40% of the lamp grants that were withdrawn, a rise of 110% on the plan.
---
The cost is £4.5bn, £31.94 per head, or £2m net of grants, and £95pcm for a slip.
---
The plan needs net cuts of £25.9m. This comprises £30.2m of cuts to ferries, £8.1m of new fees
partly offset by £12.4m of cuts not made.
---
The year ends with £17.2m set aside for quays, including £10.1m put back and £6.1m for the pier.
---
There is an overspend of £18.4m and a rephasing of -£96.2m, so a net underspend of £77.8m.
---
The grant for lamps in 2022-23 was £31.6m. // The grant for lamps in 2023-24 was £47.9m, an increase
of £16.3m on 2022-23.
---
The fund has lent £52.5m, of which £210k was lost. This represents a mere 0.4% of all loans.
---
People could tick more than one box: 60% agreed, 30% had no view and 40% disagreed.
---
61% of men agreed. 22% of women had no view. 44% of children disagreed.
---
Each week 52% sail (31% to the island, 31% to the point).
---
11.9% have 1 boat / 31.1% have 2 boats / 33.4% have 3 boats / 22.9% have 4 boats
---
The town’s sailing population is about 1.2m. // Some 26% of the sailing population (310,200 people)
are out of work.
---
The work was seen by many: // • approximately 64,000 people saw the notice // • over 1,300
people (2%) went on to sail
---
The yard has 15 berths (11 with power and 6 with water) to let.
---
The net budget has growth of £140 million, including £190 million for the ports offset by fees.
---
I spoke to 23 skippers by the quay. Of those skippers spoken to 91% were content.
---
The value of the boats rose to £88.0m by May, showing a gain of £2.2m (2.56%).
---
Of the £512k for the quays, the sum for pay is £431,200.
---
The yard had a surplus of £2.9M against a plan of £2.2M, exceeding what was planned by £0.7M.
---
The lamp fund is £40m for the harbour. // A grant of £40,000 went to the chapel for its organ.
""")


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_whole_that_its_parts_make_is_left_alone(text):
    assert not found_by(_RULES, text)


IN_TABLES = papers("""
All boats of the county | £6.4m | 100% / North | £640k | 10.0% / South | £1,280k | 20.0% / East |
£960k | 51.0% / West | £1,920k | 30.0% / Isles | £1,600k | 25.0%
---
Table 1: Boats in the ports // Port | Boats | Share / North | 410,211 | 22.45% / South | 1,417,005 |
77.55% // The south has 1,417,005 boats (55%) of all.
---
Lamp | Cost / Quay | 210,411 / Pier | 401,322 / Total lamps | 611,733 // Rope | Cost / Long |
310,122 / Short | 120,411 / Total ropes | 430,533 // Total stores | £1,024,266
---
Totals 0 berths 410 berths 80 berths 0 berths // A total of 940 permanent berths over the years
""")


@pytest.mark.parametrize("text", IN_TABLES)
def test_a_figure_that_its_tables_do_not_bear_out_is_found(text):
    assert found_by(_RULES, text)


def test_a_table_in_millions_of_pounds_bears_out_billions():
    text = papers(
        "Debt is to fall in 2025 to £1.249bn. // Table 4: Debt of the port £millions // Year | "
        "31.3.2024 | 31.3.2025 / Total debt | 1,268.3 | 1,249.0"
    )[0]
    assert not found_by(_RULES, text)


MEN = st.integers(min_value=120, max_value=900)


@given(men=MEN, women=MEN, off=st.sampled_from((-10, 10)))
def test_of_two_numbers_that_are_all_the_one_wrong_share_is_found(men, women, off):
    whole = men + women
    shares_of = [(Decimal(n) * 100 / whole).quantize(Decimal("0.1")) for n in (men, women)]
    words = "On the ferries {} men ({}%) and {} women ({}%) held a pass."
    right = words.format(men, shares_of[0], women, shares_of[1])
    wrong = words.format(men, shares_of[0] + off, women, shares_of[1])
    assert not found_by(pairs_of_one_sum.RULES, right)
    assert found_by((*pairs_of_one_sum.RULES, *shares_of_wholes.RULES), wrong)


@given(
    n=st.integers(min_value=2, max_value=40),
    each=st.integers(min_value=11, max_value=990),
    off=st.integers(min_value=1, max_value=400),
)
def test_so_many_at_so_much_each_make_what_is_told_and_nothing_else(n, each, off):
    words = "The hall is hired for {} evenings at £{} each, a total cost of £{}."
    assert not found_by(so_many_each.RULES, words.format(n, each, n * each))
    told = n * each + n + off
    assume(told < 3 * n * each)  # four or twelve times as much may be that of a year
    found = found_by(so_many_each.RULES, words.format(n, each, told))
    assert found or told % 100 == 0 or each % 100 == 0
