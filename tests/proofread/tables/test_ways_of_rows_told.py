"""Which way a row went, told in words without its figures, against the table."""

import pytest

from moothall.proofread.tables.rules import RULES
from tables_in_lines import found_in, tables

FOUND = """
Council tax collection is slightly higher than a year ago. || Measure | 2023/24 | 2024/25 | Change
/ Council tax collected (%) | 56.1 | 55.8 | -0.3 / Business rates collected (%) | 54.0 | 54.6 |
0.6 / Rent collected (%) | 97.1 | 97.0 | -0.1
---
Rent collection was higher than last year, at 97.0%. || Measure | 2023/24 | 2024/25 /
Rent collected (%) | 97.1 | 97.0 / Void homes | 41 | 47
---
Visits to the museum have fallen since last year. || Place | 2023/24 | 2024/25 / Museum visits |
12,410 | 13,020 / Library visits | 48,200 | 47,310 / Pool visits | 31,000 | 33,450
---
Complaints rose on the year before, while compliments fell. || Type | 2023/24 | 2024/25 | Change /
Complaints | 412 | 388 | -24 / Compliments | 90 | 81 | -9
---
Rent arrears were higher at the end of the year. || Measure | March 2024 | March 2025 / Rent
arrears (£000) | 812 | 764 / Void homes | 41 | 47
---
Recycling has gone up compared with last year. || Measure | Last year | This year | Change /
Recycling rate | 44.2% | 43.1% | -1.1 / Residual waste (kg) | 412 | 420 | 8
---
There was a fall in homelessness applications. || Measure | 2023/24 | 2024/25 / Homelessness
applications | 310 | 352 / Homes let | 140 | 131
---
Fly-tipping decreased over the year. || Measure | 2022/23 | 2023/24 | 2024/25 / Fly-tipping | 640
| 610 | 688 / Graffiti | 90 | 84 | 71
---
Sickness absence is down on last year. || Days lost for each employee | 2023/24 | 2024/25 /
Sickness absence | 8.1 | 9.4 / Turnover | 11.2 | 10.9
---
The number of empty homes increased during the year. || Measure | 2023/24 | 2024/25 | Change /
Empty homes | 320 | 298 | -22 / New homes | 410 | 377 | -33
---
Parking income was lower than in the year before. || Income (£000) | 2023/24 | 2024/25 / Parking
income | 1,204 | 1,310 / Planning fees | 640 | 588
---
Burglary has reduced since the last quarter. || Offence | Q1 | Q2 | Change / Burglary | 41 | 52 |
+11 / Robbery | 12 | 9 | -3 / Arson | 4 | 4 | 0
---
Ferry passengers grew again this year. || Service | 2023/24 | 2024/25 / Ferry passengers | 88,100
| 84,900 / Bus passengers | 410,000 | 423,000
"""
LEFT_ALONE = """
Council tax collection is slightly lower than a year ago. || Measure | 2023/24 | 2024/25 | Change
/ Council tax collected (%) | 56.1 | 55.8 | -0.3 / Business rates collected (%) | 54.0 | 54.6 |
0.6
---
Council tax collection is expected to be higher next year. || Measure | 2023/24 | 2024/25 | Change
/ Council tax collected (%) | 56.1 | 55.8 | -0.3 / Business rates collected (%) | 54.0 | 54.6 |
0.6
---
Rent collection was higher than last year, at 98.2%. || Measure | 2023/24 | 2024/25 /
Rent collected (%) | 97.1 | 97.0 / Void homes | 41 | 47
---
Visits to the museum have fallen since 2019. || Place | 2023/24 | 2024/25 / Museum visits | 12,410
| 13,020 / Library visits | 48,200 | 47,310
---
Museum visits fell in the first quarter. || Place | 2023/24 | 2024/25 / Museum visits | 12,410 |
13,020 / Library visits | 48,200 | 47,310
---
Rent arrears were higher than the target. || Measure | March 2024 | March 2025 / Rent arrears
(£000) | 812 | 764 / Void homes | 41 | 47
---
Recycling is higher than the national average. || Measure | Last year | This year | Change /
Recycling rate | 44.2% | 43.1% | -1.1 / Residual waste (kg) | 412 | 420 | 8
---
Fly-tipping decreased from 2022/23 to 2023/24. || Measure | 2022/23 | 2023/24 | 2024/25 /
Fly-tipping | 640 | 610 | 688 / Graffiti | 90 | 84 | 71
---
The cost of empty homes increased during the year. || Measure | 2023/24 | 2024/25 | Change / Empty
homes | 320 | 298 | -22 / New homes | 410 | 377 | -33
---
Parking income was lower than budgeted. || Income (£000) | 2023/24 | 2024/25 / Parking income |
1,204 | 1,310 / Planning fees | 640 | 588
---
Satisfaction with the museum rose. || Place | 2023/24 | 2024/25 / Museum visits | 13,410 | 13,020
/ Library visits | 48,200 | 47,310
---
Complaints about piers rose on the year before. || Type | 2023/24 | 2024/25 | Change / Complaints
| 412 | 388 | -24 / Compliments | 90 | 81 | -9
---
Complaints did not rise. || Type | 2023/24 | 2024/25 | Change / Complaints | 412 | 388 | -24 /
Compliments | 90 | 81 | -9
---
If complaints rise, more staff will be needed. || Type | 2023/24 | 2024/25 | Change / Complaints |
412 | 388 | -24 / Compliments | 90 | 81 | -9
---
The rise in complaints has been halted. || Type | 2023/24 | 2024/25 | Change / Complaints | 412 |
388 | -24 / Compliments | 90 | 81 | -9
---
The proportion of burglary solved has reduced since the last quarter. || Offence | Q1 | Q2 |
Change / Burglary | 41 | 52 | +11 / Robbery | 12 | 9 | -3
---
Fewer homes were let, and rents rose. || Measure | 2024/25 | 2023/24 / Homes let | 131 | 140 /
Rents (£) | 101 | 96
---
Ferry passengers grew again this year. || Service | Budget | Actual / Ferry passengers | 88,100 |
84,900 / Bus passengers | 410,000 | 423,000
---
Nationally, burglary has reduced since the last quarter. || Offence | Q1 | Q2 | Change / Burglary
| 41 | 52 | +11 / Robbery | 12 | 9 | -3
---
Officers want to see fly-tipping decreased over the year. || Measure | 2023/24 | 2024/25 /
Fly-tipping | 640 | 688 / Graffiti | 90 | 84
---
Burglary rose in Q1 but has fallen in Ash ward. || Offence | Q1 | Q2 | Change / Burglary | 41 | 52
| +11 / Robbery | 12 | 9 | -3
"""


@pytest.mark.parametrize("text", tables(FOUND))
def test_a_row_that_went_the_other_way_is_found(text: str) -> None:
    assert found_in(RULES, text)


@pytest.mark.parametrize("text", tables(LEFT_ALONE))
def test_a_row_that_went_as_told_or_of_which_more_is_told_is_left_alone(text: str) -> None:
    assert not found_in(RULES, text)
