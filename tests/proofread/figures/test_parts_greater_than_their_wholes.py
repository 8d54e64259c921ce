"""A part that is greater than what it is of, with rough words on either side or none."""

import pytest

from ordinary_wordings import found_by_all, papers

FOUND = """
At the end of June over 1100 contracts had been awarded, of which almost 1800 have been published.
---
Some 240 lamps were mended, of which about 310 were on the pier.
---
There are about 1,200 boats on the register, of which more than 1,500 are moored here.
---
The fund holds around £4.2m, of which nearly £5.6m is committed.
---
Over 300 people came to the meeting, of whom almost 420 were members.
---
More than 90 pilots applied. Of these, about 130 were interviewed.
---
Almost 60 schools replied, including around 85 primary schools.
---
Roughly 400 households were visited, more than 520 of them in Ash ward.
---
We received nearly 2,000 replies, of which over 2,600 were online.
---
About £300,000 was spent on the quay, of which some £410,000 was for pumps.
---
Some 75 staff have been trained; of these, over 110 work at the harbour.
---
Over 150 berths were let in May, around 190 of which had been empty.
---
Just over 500 forms were sent out, with almost 700 of these returned.
---
Nearly 800 young people took part, among them some 1,050 girls.
---
Approximately 40 barges were looked at, of which 64 were rejected.
---
The yard employs 82 people, of whom more than 120 live in the district.
---
In all 320 complaints were received, 415 of which were upheld.
---
Approximately 1,400 homes are planned, of which at least 1,900 will be affordable.
---
More than 260 volunteers helped, including over 340 under 25.
"""
LEFT_ALONE = """
At the end of June over 1800 contracts had been awarded, of which almost 1100 have been published.
---
Over 300 people came to the meeting, of whom almost 290 were members.
---
At least 1,100 contracts had been awarded, of which 1,150 have been published.
---
More than 100 boats, of which 120 or so are moored here, use the quay.
---
Over 1,100 contracts had been awarded. Almost 1,800 have been published since 2019.
---
About 60 schools, including 85 teachers, took part.
---
Some 75 staff, including around 110 children, came to the open day.
---
Over 40 applications were made, of which the largest was for 120 homes.
---
About 20 sites were looked at, of which five would take 300 homes.
---
About 40 projects were funded, of which one reached more than 900 people.
---
About 200 jobs, of which 12 hours a week are paid at £15, were advertised.
---
Some 30 schools, among them Ash Hill with 420 pupils, took part.
---
There were over 90 meetings, of which the last, in May, drew 300 people.
---
The port has some 40 staff, of whom those with over 120 days of leave were asked to take it.
---
A net underspend of about £100k is forecast, of which £400k is for the piers, offset by lamps.
---
Around 50 crews took part, including 70 boats.
---
In total over 12 hectares are let, of which 30 plots are gardens.
---
Some 25 residents attended, of whom over 80% were against.
"""


@pytest.mark.parametrize("text", papers(FOUND.strip()))
def test_a_part_that_is_greater_than_its_whole_is_found(text: str) -> None:
    assert found_by_all(text)


@pytest.mark.parametrize("text", papers(LEFT_ALONE.strip()))
def test_what_is_no_greater_part_is_left_alone(text: str) -> None:
    assert not found_by_all(text)
