"""Sums that the figures of a table, or of lines in a row, show whatever they are called."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.proofread.tables.rules import RULES
from ordinary_wordings import found_by, papers

FOUND = """
Pier | Spring | Summer | Autumn | Year
North | 3,120 | 4,391 | 2,866 | 10,377
South | 2,248 | 2,403 | 2,091 | 6,942
Quay | 431 | 1,874 | 120 | 2,425
---
Tonnes landed, April to September

Mackerel      14,206
Herring        8,911
Cod            3,478
Whiting       22,350
All fish      48,495
---
Boats moored at quarter end: 412
  of which at the north pier: 278
  of which at the south pier: 51
  of which at the quay: 37
  of which at other moorings: 56
---
Balance at 1 April 2025: £4,310k

Use approved in February: (£1,260k)

Top-up from dues: £400k

Balance at 31 March 2026: £3,540k
---
Lamps by kind | North | South | All
Oil | 58 | 60 | 118
Gas | 29 | 27 | 56
Electric | 44 | 41 | 95
Other | 60 | 59 | 119
---
Overall, how content are you with the ferries? (one answer only)

Very satisfied 31%

Fairly satisfied 38%

Neither 12%

Fairly dissatisfied 9%

Very dissatisfied 4%
---
Moorings | Boats | Share of boats
North | 631 | 63.1%
South | 174 | 17.4%
Quay | 142 | 14.2%
Other | 53 | 7.3%
"""
LEFT_ALONE = """
Pier | Spring | Summer | Autumn | Year
North | 3,120 | 4,391 | 2,866 | 10,377
South | 2,248 | 2,403 | 2,091 | 6,742
Quay | 431 | 1,874 | 120 | 2,425
---
Tonnes landed, April to September

Mackerel      14,206
Herring        8,911
Cod            3,478
Whiting       22,350
All fish      48,945
---
Introduction 3

Background 5

Options 7

Next steps 9

Appendix 12
---
Why did you come by boat? Tick all that apply

Price 31%

Speed 38%

Comfort 12%

Views 44%
---
Founded: 1921

Rebuilt: 1954

Moved: 1977

Reopened: 2014
---
Pier opened 214 times, and 3 lamps were lit.

There were 14 boats, 9 of them new.

In May 12 more came.

In June 6 left, so that 20 remained.
---
Berths: 212

Moorings: 340

Lamps: 1,240

Ferries: 6

Bridges: 14
"""


@pytest.mark.parametrize("text", FOUND.strip("\n").split("\n---\n"))
def test_a_sum_that_is_not_kept_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", LEFT_ALONE.strip("\n").split("\n---\n"))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)


@given(
    rows=st.lists(
        st.lists(st.integers(210, 9_800), min_size=3, max_size=3), min_size=3, max_size=5
    ),
    wrong=st.integers(0, 2),
    off=st.integers(7, 180),
)
def test_the_row_that_alone_does_not_cast_is_found(
    rows: list[tuple[int, int, int]], wrong: int, off: int
) -> None:
    assume(all(abs(off - 2 * part) > 2 for part in rows[wrong]))
    assume(len(set(map(tuple, rows))) == len(rows))  # rows that are alike tell no more than one
    sums = [sum(row) for row in rows]

    def table(printed: list[int]) -> str:
        lines = ["Pier | May | June | July | Season"]
        lines += [
            " | ".join([f"Pier {place}", *map(str, row), str(total)])
            for place, (row, total) in enumerate(zip(rows, printed, strict=True))
        ]
        return "\n".join(lines)

    assert not [f for f in found_by(RULES, table(sums)) if "sum" in f.message]
    sums[wrong] += off
    assert found_by(RULES, table(sums))


def test_a_list_of_two_is_no_table() -> None:
    (text,) = papers("Boats: 412 // Lamps: 312")
    assert not found_by(RULES, text)
