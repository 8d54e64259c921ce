"""Ages, letters and answers, quarters and terms, years in a row: what fits and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.dates import (
    ages_told,
    letters_and_answers,
    quarters_and_terms,
    tenses,
    years_in_a_row,
)
from ordinary_wordings import found_by, papers

RULES = (
    *ages_told.RULES,
    *letters_and_answers.RULES,
    *quarters_and_terms.RULES,
    *years_in_a_row.RULES,
    *tenses.RULES,
)
FOUND = """
Balances stood at £2.3m on 31 December 2024, the last day of the fourth quarter of the financial
year 2024/25.
---
Quarter 3 of the financial year (July to September 2024) saw 312 landings.
---
In the summer term of the 2023/24 school year (April to July 2023) absence reached 4%.
---
The number goes down with effect from September 2026, the start of the 2025/26 academic year.
---
K was born in March 2012. In June 2023, when K was aged 14, a referral was made.
---
On 22 May 2024 the Panel wrote to the harbour board asking for tide tables. The board's answer to
that letter, dated 8 May 2024, is attached.
---
The objection was received on 30 January 2024. The response to it came on 16 January 2024.
---
Ref | Asked | Answered | Topic
11 | 4 March 2024 | 28 March 2024 | Lamps
12 | 11 March 2024 | 3 March 2024 | Piers
13 | 12 March 2024 | 9 April 2024 | Boats
---
The gap is £2.1m in 2026/27, £3.4m in 2027/28, £4.0m in 2028/29, £4.6m in 2029/30 and £5.2m in
2032/33.
---
Forecast October 2026: 1,811

Forecast October 2027: 1,779

Forecast October 2024: 1,752

Forecast October 2029: 1,730
---
At the end of the third quarter of 2023/24 (30 September 2023) half of the budget had been spent.
---
This takes in the financial year 2023/24 from 1 April to 31 July 2023, being the first quarter.
---
The lamp fund for the financial year 2025/26, which closed on 31 March 2025, was in surplus.
---
Places fall with the academic year 2026/27, so the first smaller class comes in September 2025.
---
Funding is sure for three consecutive years, 2024/25, 2025/26 and 2027/28.
---
The lease of the old pier will expire next year, on 24 June 2024, and terms are being discussed.
---
Inspectors are due with us in the first week of October 2024, and we shall report on it.
---
The pier is to be painted during the coming closure, which begins on 3 March 2024.
---
The harbour board was first consulted on 2 September 2024. Its views on it came on 19 August 2024.
---
The grant is due to be announced in the coming weeks, on 30 June 2024, and members will be told.
"""
LEFT_ALONE = """
At the end of the second quarter of 2023/24 (30 September 2023) half of the budget had been spent.
---
The lamp fund for the financial year 2023/24, which closed on 31 March 2024, was in surplus.
---
Places fall with the academic year 2026/27, so the first smaller class comes in September 2026.
---
Balances stood at £2.3m on 31 December 2024, the last day of the third quarter of the financial
year.
---
Quarter 3 of the calendar year (July to September 2024) saw 312 landings.
---
In the summer term of the 2023/24 school year (April to July 2024) absence reached 4%.
---
The number goes down with effect from September 2026, the start of the 2026/27 academic year.
---
K was born in March 2012. In June 2023, when K was aged 11, a referral was made.
---
K was born in March 2012. In June 2023 her brother, aged 14, was referred.
---
On 22 May 2024 the Panel wrote to the harbour board. The board's answer to an earlier letter, dated
8 May 2024, is attached.
---
On 8 May 2024 the Panel wrote to the harbour board. The answer to that letter came on 22 May 2024.
---
The gap is £2.1m in 2026/27, £3.4m in 2027/28, £4.0m in 2028/29, rising to £6.2m by 2032/33.
---
Censuses were held in 2001/02, 2006/07, 2011/12 and 2016/17.
---
Founded in 1921: 4 boats

Founded in 1954: 7 boats

Founded in 1977: 9 boats

Founded in 2014: 12 boats
---
The lease of the old pier will expire next year, on 24 June 2026, and terms are being discussed.
"""


@pytest.mark.parametrize("text", FOUND.strip("\n").split("\n---\n"))
def test_what_does_not_fit_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", LEFT_ALONE.strip("\n").split("\n---\n"))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)


@given(
    born=st.integers(1951, 2008), years=st.integers(11, 15), off=st.sampled_from([-10, -2, 2, 10])
)
def test_an_age_out_by_years_is_found_and_the_true_one_let_be(
    born: int, years: int, off: int
) -> None:
    told = "K was born on 4 March {}. On 9 June {} K was aged {} and living alone."
    assert not found_by(ages_told.RULES, told.format(born, born + years, years))
    assert found_by(ages_told.RULES, told.format(born, born + years, years + off))


def test_a_row_of_two_dates_in_order_is_no_finding() -> None:
    (text,) = papers("Asked 4 March 2024 // Answered 28 March 2024")
    assert not found_by(RULES, text)
