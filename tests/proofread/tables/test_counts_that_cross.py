"""Counts off by one where a row and a column cross, and every other sum of the table is exact."""

import pytest

from moothall.proofread.tables.rules import RULES
from tables_in_lines import found_in, tables

FOUND = """
Area | Open | Shut | Total / Ash | 12 | 3 | 15 / Bole | 9 | 4 | 14 / Cray | 17 | 6 | 23 / Total |
38 | 13 | 51
---
Practices || Area | Good | Fair | Poor | Total / North | 14 | 3 | 2 | 19 / South | 9 | 6 | 1 | 16
/ West | 11 | 5 | 2 | 19 / Total | 34 | 14 | 5 | 53
---
Ward | Labour | Green | Other | All votes / Ash | 412 | 309 | 58 | 779 / Bole | 388 | 274 | 61 |
722 / Cray | 290 | 331 | 44 | 665 / Total | 1,090 | 914 | 163 | 2,167
---
School | Girls | Boys | Total / Pier Lane | 104 | 98 | 202 / Quay Road | 87 | 92 | 179 / Ash Hill
| 131 | 127 | 258 / Total | 322 | 318 | 639
---
Grade | Women | Men | Total / A to C | 41 | 12 | 53 / D to F | 27 | 31 | 58 / G and over | 9 | 14
| 23 / Total | 76 | 57 | 134
---
Pupils | Ash | Bole | Cray | Total / 0 to 4 | 231 | 187 | 94 | 512 / 5 to 15 | 402 | 366 | 188 |
956 / 16 and over | 1,204 | 1,117 | 640 | 2,962 / Total | 1,837 | 1,670 | 922 | 4,429
---
Boats | Moored | Afloat | Total / Ash | 12 | 31 | 43 / Bole | 9 | 24 | 34 / Cray | 17 | 26 | 43 /
Total | 38 | 82 | 120
---
Type | 2022 | 2023 | 2024 | Total / Fires | 31 | 28 | 35 | 94 / Floods | 12 | 19 | 8 | 39 /
Rescues | 22 | 17 | 25 | 63 / Total | 65 | 64 | 68 | 197
---
Decision | Major | Minor | Other | Total / Granted | 14 | 62 | 118 | 194 / Refused | 3 | 11 | 9 |
24 / Withdrawn | 1 | 4 | 7 | 12 / Total | 18 | 77 | 134 | 229
---
Priority | Met | Missed | Total / High | 18 | 2 | 20 / Medium | 25 | 7 | 32 / Low | 11 | 4 | 16 /
Total | 54 | 13 | 67
---
Site | Pitches let | Pitches free | Pitches / Ash Lane | 16 | 2 | 18 / Bole Corner | 11 | 4 | 15 /
Cray End | 20 | 3 | 22 / Total | 47 | 9 | 56
---
Ward | Flats | Houses | Homes in all / Ash | 42 | 118 | 160 / Bole | 37 | 96 | 132 / Cray | 18 |
74 | 92 / Total | 97 | 288 | 385
---
Response | Members | Officers | Public | Total / Agree | 12 | 31 | 104 | 147 / Neither | 3 | 8 |
22 | 34 / Disagree | 5 | 6 | 71 | 82 / Total | 20 | 45 | 197 | 262
"""
LEFT_ALONE = """
Area | Open | Shut | Total / Ash | 12 | 3 | 15 / Bole | 9 | 4 | 13 / Cray | 17 | 6 | 23 / Total |
38 | 13 | 51
---
Service (£000) | Pay | Other | Total / Parks | 412 | 309 | 721 / Roads | 388 | 274 | 663 / Bins |
290 | 331 | 621 / Total | 1,090 | 914 | 2,004
---
Service (£m) | Pay | Other | Total / Parks | 12 | 9 | 21 / Roads | 38 | 24 | 63 / Bins | 29 | 31 |
60 / Total | 79 | 64 | 143
---
Tenure % | 2022 | 2023 | Total / Owned | 42 | 39 | 81 / Rented | 38 | 27 | 66 / Other | 9 | 11 |
20 / Total | 89 | 77 | 166
---
Population (rounded) | Men | Women | Total / Ash | 412 | 309 | 721 / Bole | 388 | 274 | 663 / Cray
| 290 | 331 | 621 / Total | 1,090 | 914 | 2,004
---
Households (thousands) | Owned | Rented | Total / Ash | 41 | 30 | 71 / Bole | 38 | 27 | 66 / Cray
| 29 | 33 | 62 / Total | 108 | 90 | 198
---
Staff (FTE) | Office | Field | Total / Ash | 41 | 30 | 71 / Bole | 38 | 27 | 66 / Cray | 29 | 33 |
62 / Total | 108 | 90 | 198
---
Projected homes | 2026 | 2027 | Total / Ash | 41 | 30 | 71 / Bole | 38 | 27 | 66 / Cray | 29 | 33
| 62 / Total | 108 | 90 | 198
---
Waste (tonnes) | Glass | Paper | Total / Ash | 41 | 30 | 71 / Bole | 38 | 27 | 66 / Cray | 29 | 33
| 62 / Total | 108 | 90 | 198
---
Area | Open | Shut | Total / Ash | 12 | 3 | 15 / Bole | 9 | 4 | 14 / Cray | 17 | 6 | 24 / Total |
38 | 13 | 52
---
Budget || Service | Pay | Running | Total / Parks | 41 | 30 | 71 / Roads | 38 | 27 | 66 / Bins |
29 | 33 | 62 / Total | 108 | 90 | 198
"""


@pytest.mark.parametrize("text", tables(FOUND))
def test_a_count_that_is_off_by_one_both_ways_is_found(text: str) -> None:
    assert found_in(RULES, text)


@pytest.mark.parametrize("text", tables(LEFT_ALONE))
def test_figures_that_are_or_may_be_rounded_are_left_alone(text: str) -> None:
    assert not found_in(RULES, text)
