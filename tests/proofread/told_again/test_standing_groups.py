"""A standing group told with two numbers: the six libraries, all six libraries, the seven ones."""

import pytest

from moothall.proofread.told_again import standing_groups
from ordinary_wordings import found_by, papers

_FOUND = """
2.1 The Council runs six libraries. Its six libraries are open daily. // 2.2 The proposals keep
all six libraries open. // 2.3 Hours at the seven libraries will be agreed in June.
---
2.1 The Council's three leisure centres are run by a trust. // 2.2 Doors are accessible at all
three leisure centres. // 2.3 Help is given at each of the four leisure centres every week.
---
2.1 Together the two councils collect from 90,000 homes. // 2.2 Costs are shared by the two
councils. // 2.3 The payments bring £1m to the three councils in the year.
---
2.1 Both councils agreed the plan. // 2.2 Each of the two councils names four members. // 2.3 The
money is for the three councils to spend.
---
2.1 The fund supported 21,450 learners in the five constituent areas. // 2.2 Take-up differs among
the four constituent areas. // 2.3 Learners in all four constituent areas were asked.
---
2.1 Our five depots were surveyed. // 2.2 Lamps were put up in all five depots. // 2.3 The six
depots cost £40,000 to light.
---
2.1 The trust's 12 academies were inspected. // 2.2 All 12 academies are rated good. // 2.3 Fire
doors are to be put in at all 13 academies.
---
2.1 Each of the four piers has a master. // 2.2 The four piers took £80,000. // 2.3 Tolls at all
three piers rise in April.
---
2.1 The eight members of the panel met. The five boroughs each pay a share. // 2.2 Bins in all
five boroughs are alike. // 2.3 Waste from the four boroughs goes by rail.
---
2.1 The board oversees its six workstreams. // 2.2 The six workstreams save £3m. // 2.3 All seven
workstreams report monthly.
---
2.1 The seven harbours are old. // 2.2 The Council's 7 harbours took £1m. // 2.3 Dredging at the 8
harbours costs £90,000.
---
2.1 The city's three theatres are full. // 2.2 The grant to the three theatres ends. // 2.3 Seats
at the four theatres were counted.
---
2.1 Staff of the nine children's homes were asked. // 2.2 All nine children's homes are good. //
2.3 The ten children's homes have 61 places.
---
2.1 The trust has six academies on the coast. // 2.2 Fire doors are to be put in at all seven
academies.
---
2.1 Rookport has a population of 214,000 and five libraries. // 2.2 The proposals keep all six
libraries open.
---
2.1 The Council runs five libraries. // 2.2 All six libraries stay. // 2.3 Lamps were bought for
the three libraries in the south; all three libraries in the south are old.
"""

_INNOCENT = """
2.1 Its six libraries are open daily. // 2.2 The proposals keep all six libraries open. // 2.3
Hours at the six libraries will be agreed in June.
---
2.1 Its six libraries are open daily. // 2.2 The proposals keep all six libraries open. // 2.3
Hours at the five libraries in the north will be cut.
---
2.1 Its six libraries are open daily. // 2.2 The proposals keep all six libraries open. // 2.3 The
five libraries with the fewest visits will have fewer hours.
---
2.1 Its six libraries are open daily. // 2.2 All six libraries have lamps. // 2.3 When Ash opens
in May the seven libraries will share one system.
---
2.1 Its six libraries are open daily. // 2.2 All six libraries have lamps. // 2.3 Seven libraries
were open in 2010. // 2.4 The seven libraries then cost £3m.
---
2.1 Its six libraries are open daily. // 2.2 All six libraries have lamps. // 2.3 Visits rose at
Ash, Birch, Elm, Oak and Yew. The five libraries have new cafés.
---
2.1 Its six libraries are open daily. // 2.2 All six libraries have lamps. // 2.3 The seven rural
libraries of the county next to us were closed.
---
2.1 The trust has six academies on the coast. // 2.2 Fire doors are put in at the five academies.
---
2.1 The trust has closed six academies. // 2.2 Fire doors are put in at all seven academies.
---
2.1 The trust has six academies on the coast. // 2.2 Fire doors are put in at all seven academies
of the diocese.
---
2.1 The three options were put. // 2.2 The three options cost alike. // 2.3 The four options of
last year were dropped.
---
2.1 The two years have gone well. // 2.2 In the two years to come it will rain. // 2.3 Over the
three years the cost was £4m.
---
2.1 The three sites were looked at. // 2.2 The three sites are flat. // 2.3 Ash and Birch were
offered. The two sites are dear.
---
2.1 Its six libraries are open daily. // 2.2 All six libraries have lamps. // 2.3 The five other
libraries are to be let.
---
2.1 Its six libraries are open daily. // 2.2 All six libraries have lamps. // 2.3 The five
remaining libraries would share a van.
---
2.1 Its six libraries are open daily. // 2.2 All six libraries have lamps. // 2.3 Closing one
would leave the five libraries with more money.
---
2.1 Its six libraries are open daily. // 2.2 All six libraries have lamps. // 2.3 The seven Kent
libraries are run by a trust.
---
2.1 The first two schools were built in 1990. // 2.2 The two schools are full. // 2.3 The three
schools of the diocese are not.
---
2.1 Its six libraries are open daily. // 2.2 All six libraries have lamps. // 2.3 The Council now
has the seven libraries of Ash and Birch together.
---
2.1 Its six libraries are open daily. // 2.2 All six libraries have lamps. // 2.3 The first five
libraries and the last five libraries took turns.
"""


@pytest.mark.parametrize("text", papers(_FOUND))
def test_a_group_told_with_two_numbers_is_found(text: str) -> None:
    assert len(found_by(standing_groups.RULES, text)) == 1


@pytest.mark.parametrize("text", papers(_INNOCENT))
def test_a_part_of_a_group_and_another_are_left_alone(text: str) -> None:
    assert found_by(standing_groups.RULES, text) == ()
