"""A last row that has no label, or only bold figures, is the total of the rows above it."""

import pytest

from moothall.proofread.tables.rules import RULES
from tables_in_lines import found_in, tables

FOUND = """
Payee | Net | VAT | Gross / Ash Signs | 2.40 | 0.48 | 2.88 / Bole Print | 3.00 | 0.60 | 3.60 /
Cray Ltd | 1.00 | 0.20 | 1.20 / | **7.40** | **1.28** | **8.68**
---
Payee | Net | VAT | Gross / Ash Signs | 2.40 | 0.48 | 2.88 / Bole Print | 3.00 | 0.60 | 3.60 /
Cray Ltd | 1.00 | 0.20 | 1.20 / | **7.40** | **1.48** | **8.88**
---
Payee | Description | Net | VAT | Gross / Ash Signs | Boards | 240.00 | 48.00 | 288.00 / Bole
Print | Leaflets | 30.00 | 6.00 | 36.00 / J. Dunn | Wages | 512.30 | 0.00 | 512.30 / Cray Ltd |
Paint | 100.00 | 20.00 | 120.00 / | | 902.30 | 74.00 | 976.30
---
Date | Payee | Amount | VAT | Total / 3 May | Ash Signs | £240.00 | £48.00 | £288.00 / 4 May |
Bole Print | £30.00 | £6.00 | £36.00 / 9 May | Cray Ltd | £100.00 | £20.00 | £120.00 / | | £370.00
| £74.00 | £454.00
---
Payee | Net | VAT | Total / Pier Lamps | 85.00 | 17.00 | 102.00 / Quay Hire | 60.00 | - | 60.00 /
Ash Mowing | 150.00 | 30.00 | 180.00 / | 285.00 | 47.00 | 332.00
---
Cheque | Payee | Net | VAT | Gross / 101 | Pier Lamps | 85.00 | 17.00 | 102.00 / 102 | Quay Hire |
60.00 | 0.00 | 60.00 / 103 | Ash Mowing | 150.00 | 30.00 | 180.00 / | | **295.00** | **47.00** |
**324.00**
---
From | Amount | VAT | Total received / Allotments | 45.00 | 9.00 | 54.00 / Hall | 120.00 | 24.00 |
144.00 / Stalls | 20.00 | 4.00 | 24.00 / | 185.00 | 37.00 | 232.00
---
Payee | Purpose | £ / Ash Signs | Boards | 288.00 / Bole Print | Leaflets | 36.00 / Cray Ltd |
Paint | 120.50 / Dunn | Wages | 512.30 / | | **966.80**
---
Payee | Excl. VAT | VAT | Incl. VAT / Ash Signs | 24.00 | 4.80 | 28.80 / Bole Print | 31.50 | 6.30
| 37.80 / Cray Ltd | 18.00 | 3.60 | 21.60 / Dunn | 12.25 | 2.45 | 14.70 /  | **85.75** | **17.15**
| **104.90**
---
Who | What | Paid / Ash Signs | Boards | £288.00 / Bole Print | Leaflets | £36.00 / Cray Ltd |
Paint | £120.50 / | | £454.50
---
Payee | Net | VAT | Gross / Ash | 1,240.00 | 248.00 | 1,488.00 / Bole | 330.00 | 66.00 | 396.00 /
Cray | 110.00 | 22.00 | 132.00 / Dunn | 75.00 | 15.00 | 90.00 / | 1,755.00 | 315.00 | 2,070.00
---
Ref | Supplier | Net | VAT | Gross / P1 | Ash | 12.10 | 2.42 | 14.52 / P2 | Bole | 33.00 | 6.60 |
39.60 / P3 | Cray | 11.00 | 2.20 | 13.20 / P4 | Dunn | 7.50 | 1.50 | 9.00 / - | - | 63.60 | 12.72
| 77.32
"""
LEFT_ALONE = """
Payee | Net | VAT | Gross / Ash Signs | 2.40 | 0.48 | 2.88 / Bole Print | 3.00 | 0.60 | 3.60 /
Cray Ltd | 1.00 | 0.20 | 1.20 / | **6.40** | **1.28** | **7.68**
---
Payee | Net | VAT | Gross / Ash Signs | 2.40 | 0.48 | 2.88 / Bole Print | 3.00 | 0.60 | 3.60 /
Cray Ltd | 1.00 | 0.20 | 1.20 / | 4.00 | 0.80 | 4.80
---
Payee | Net | VAT | Gross / Ash Signs | 240.00 | 48.00 | 288.00 / Bole Print | 30.00 | 6.00 |
36.00 / | 270.00 | 54.00 | 324.00 / Cray Ltd | 100.00 | 20.00 | 120.00 / | 370.00 | 74.00 | 444.00
---
Payee | Net | VAT | Gross / Ash Signs | 240.00 | 48.00 | 288.00 / Bole Print | 30.00 | 6.00 |
36.00 / | 15.00 | 3.00 | 18.00
---
Payee | Net | VAT | Gross / Ash Signs | 240.00 | 48.00 | 288.00 / Bole Print | 30.00 | 6.00 |
36.00 / Cray | 55.00 | 11.00 | 66.00 / | 115.00 | 23.00 | 138.00
---
Payee | Purpose | £ / Ash Signs | Boards | 288.00 / Bole Print | Leaflets | 36.00 / Cray Ltd |
Paint | 120.50 / | | 444.50
---
Payee | Purpose | £ / Ash Signs | Boards | 288.00 / Bole Print | Leaflets | 36.00 / Cray Ltd |
Paint | 120.50 / | Petty cash | 640.25
---
Payee | Net | VAT | Gross / Ash Signs | 240.00 | 48.00 | 288.00 / Bole Print | 30.00 | 6.00 |
36.00 / Cray Ltd | 100.00 | 20.00 | 120.00 / | | | 444.00
---
Account | March | April | May / Current | 2,310.00 | 1,940.25 | 1,702.10 / Deposit | 8,000.00 |
8,003.12 | 8,006.30 / Petty cash | 41.20 | 33.00 | 52.80 / | 10,351.20 | 9,976.37 | 9,761.20
---
Payee | Net | VAT | Gross / Balance brought forward | 4,240.00 | 0.00 | 4,240.00 / Bole Print |
30.00 | 6.00 | 36.00 / Cray Ltd | 100.00 | 20.00 | 120.00 / | 4,110.00 | 26.00 | 4,084.00
"""


@pytest.mark.parametrize("text", tables(FOUND))
def test_a_last_row_without_a_label_that_is_no_sum_is_found(text: str) -> None:
    assert found_in(RULES, text)


@pytest.mark.parametrize("text", tables(LEFT_ALONE))
def test_a_last_row_without_a_label_that_may_be_right_is_left_alone(text: str) -> None:
    assert not found_in(RULES, text)
