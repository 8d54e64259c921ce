"""No total is lower than one of the sums that it takes together."""

import pytest

from moothall.proofread.tables.rules import RULES
from ordinary_wordings import found_by, papers
from tables_in_lines import found_in, tables

FOUND = """
Income | £ / Precept | 15,000 / Allotments | 410 / Interest | 62 / Total income | 5,472
---
Income | 2023 £ | 2024 £ / Precept | 14,000 | 15,000 / Allotments | 400 | 410 / Total income |
9,400 | 5,410
---
Receipts | Amount / Precept | £22,500.00 / Burial fees | £1,140.00 / VAT reclaimed | £812.40 /
TOTAL RECEIPTS | £2,452.40
---
Payments | Amount / Wages | £9,120.00 / Mowing | £4,400.00 / Insurance | £975.00 / Total payments
| £8,495.00
---
Scheme | Cost (£000) / Quay wall | 4,120 / Pier lamps | 310 / Ash bridge | 1,260 / Total capital
programme | 2,690
---
Fund | £m / General | 12.4 / Insurance | 3.1 / Capital | 8.8 / Total reserves | 11.9
---
Head | Budget £ / Staff | 312,400 / Premises | 48,200 / Supplies | 21,700 / Total | 69,900
---
Grant | Awarded / Pier Club | £500 / Quay Choir | £2,000 / Ash Band | £300 / Total grants | £800
---
Income | Budget | Actual / Precept | 40,000 | 40,000 / Cemetery | 2,100 | 1,850 / Total | 2,100 |
41,850
---
Item | £ / Hall hire | 23.50 / Plants | 332.76 / Stalls | 12.00 / Total | 68.26
---
Quarter | Spent (£) / Q1 | 12,410 / Q2 | 10,390 / Q3 | 14,100 / Total for the year | 13,690
---
Payee | Net £ | VAT £ | Gross £ / Ash | 240.00 | 48.00 | 288.00 / Bole | 1,030.00 | 206.00 |
1,236.00 / Total | 670.00 | 154.00 | 924.00
---
Borrowing | £m / Public Works Loans | 84.0 / Market loans | 22.5 / Other | 1.1 / Total borrowing |
23.6
"""
LINES = """
Income for the year: / Precept: £15,000 / Allotments: £410 / Interest: £62 / Total income: £5,472
---
Receipts / Precept £22,500 / Burial fees £1,140 / VAT reclaimed £812 / Total receipts £2,452
"""
LEFT_ALONE = """
Income | £ / Precept | 15,000 / Allotments | 410 / Interest | 62 / Total income | 15,472
---
Head | £ / Spending | 15,000 / Income | 4,100 / Total | 10,900
---
Head | £000 / Gross spending | 15,000 / Less grants | 9,100 / Total net cost | 5,900
---
Head | £000 / Adults | 15,000 / Children | 12,000 / Grants | 9,100 / Total cost to the council |
4,300
---
Head | £000 / Adults | 1,500 / Roads | (900) / Total | 600
---
Question | Score / Streets | 82 / Parks | 71 / Bins | 90 / Total | 81
---
Ward | Turnout % / Ash | 41.2 / Bole | 38.0 / Cray | 44.9 / Total | 41.3
---
Service | Cost per head (£) / Parks | 41.20 / Roads | 38.00 / Bins | 44.90 / Total | 41.30
---
Service | Average days lost / Parks | 12 / Roads | 8 / Bins | 10 / Total | 10
---
Reserve | £ / Balance at 1 April | 15,000 / Used in the year | 4,100 / Total left | 10,900
---
Head | Budget £ | Spent £ | Left £ / Staff | 3,000 | 2,900 | 100 / Premises | 500 | 450 | 50 /
Total | 3,500 | 3,350 | 150
---
Item | £ / Opening balance | 9,120 / Receipts | 4,400 / Payments | 5,020 / Total | 8,500
---
Scheme | Overspend £000 / Quay wall | 412 / Pier lamps (underspent) | 310 / Total | 102
---
Band | Tax £ / A | 1,200.10 / B | 1,400.12 / C | 1,600.13 / D | 1,800.15 / Total | 1,800.15
---
Saving | 2025/26 £000 / Brought forward | 812 / New | 90 / Delivered | 640 / Total outstanding | 262
---
Activity | People / Ferry | 120 / Swimming | 340 / Rowing | 90 / Total members | 310
---
Fund | £m / Assets | 812 / Liabilities | 904 / Total deficit | 92
---
Head | £ / Total spending | 900 / Staff | 600 / Premises | 300 / Total income | 400 / Grants | 300
/ Fees | 100
---
Grant pot | £ / Available | 4,000 / Pier | 1,500 / Quay | 1,000 / Total awarded | 2,500
---
Asset | £ / Hall | 400,000 / Insurance value | 650,000 / Total | 400,000
---
Officer | Salary £ / Clerk | 31,200 / Ranger | 24,100 / Total average | 27,650
"""


@pytest.mark.parametrize("text", tables(FOUND))
def test_a_total_below_one_of_its_rows_is_found(text: str) -> None:
    assert found_in(RULES, text)


@pytest.mark.parametrize("text", papers(LINES.strip()))
def test_so_it_is_in_lines(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", tables(LEFT_ALONE))
def test_what_takes_off_or_is_no_sum_is_left_alone(text: str) -> None:
    assert not found_in(RULES, text)
