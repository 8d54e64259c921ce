"""Lists of money in plain lines, with their total before or after the figure."""

import pytest

from ordinary_wordings import found_by_all, papers

FOUND = """
Hall hire £23.50 / Plants £32.76 / £65.26 TOTAL RECEIPTS
---
Hall hire £23.50 / Plants £32.76 / Total £65.26
---
Hall hire £23.50 / Plants £32.76 / Stalls £12.00 / £86.26 TOTAL
---
£23.50 hall hire / £32.76 plants / £12.00 stalls / £86.26 total
---
Receipts / Precept - £15,000.00 / Allotments - £410.00 / Interest - £61.40 / Total receipts -
£15,571.40
---
Payments / Clerk: £412.10 / Mowing: £388.00 / Audit: £120.00 / Total payments: £910.10
---
Clerk £412.10 / Mowing £388.00 / Audit £120.00 / TOTAL PAYMENTS £910.10
---
Clerk .... £412.10 / Mowing .... £388.00 / Audit .... £120.00 / Total .... £910.10
---
Ash Band £100 / Pier Club £200 / Quay Choir £150 / Total grants £550
---
J. Dunn, wages £512.30 / Ash Signs, boards £288.00 / Bole Print, leaflets £36.00 / Total = £846.30
---
Current account £4,310.22 / Deposit account £12,008.15 / Total in bank £16,818.37
---
Current account: £4,310.22 / Deposit account: £12,008.15 / Petty cash: £41.00 / Total funds
£16,459.37
---
02/06 £1.26 INTEREST / 20/06 £55.00 VAT REFUND / £65.26 TOTAL RECEIPTS
---
14/05/14 £7.50 MEMBERSHIP / 02/06/14 £189.60 CLERK / 11/06/14 £32.18 LAMPS / £239.28 TOTAL DIRECT
DEBITS
---
£412.10 – clerk / £388.00 – mowing / £120.00 – audit / Total: £910.10
---
Lamps £1,240 / Paint £330 / Labour £2,115 / Total cost £3,865
---
i. Ash Signs £240.00 / ii. Bole Print £30.00 / iii. Cray Ltd £100.00 / Total £380.00
---
Chq 101 Ash Signs £240.00 / Chq 102 Bole Print £30.00 / Chq 103 Cray Ltd £100.00 / Total £390.00
---
Hall hire / £23.50 / Plants / £32.76 / Stalls / £12.00 / Total / £86.26
---
Wages £412.10 / Pension £88.40 / Expenses £17.25 / Sum £571.75
---
BACS Ash Signs £240.00 / BACS Bole Print £30.00 / DD Cray Energy £100.00 / Total for payment:
£470.00
"""
LEFT_ALONE = """
Hall hire £23.50 / Plants £32.76 / £56.26 TOTAL RECEIPTS
---
Hall hire £23.50 / Plants £32.76 / Total £56.26
---
Hall hire £23.50 / Plants £32.76 / Stalls £12.00 / £68.26 TOTAL
---
Total budget £400 / Spent so far £310 / Left to spend £90
---
Opening balance £4,120.00 / Receipts £1,310.00 / Payments £870.00 / Total £4,560.00
---
The clerk had paid £23.50 for hall hire. / Plants had cost £32.76. / In total the parish had spent
£4,310 in the year.
---
Hall hire £23.50 an hour / Kitchen £12.00 an hour / Total for a day £142.00
---
Lamps £1,240 plus VAT / Paint £330 plus VAT / Total with VAT £1,884
---
Ash Band £100 / Pier Club £200 / Total grants this year £4,550
---
Hall hire £23.50 / Refund (£3.50) / Total £20.00
---
Hall hire £23.50 / Less discount £3.50 / Total £20.00
---
02/06 £1.26 INTEREST / 20/06 £55.00 VAT REFUND / £56.26 TOTAL RECEIPTS / 3/7 £20.00 HIRE / 4/7
£30.00 STALLS / £106.26 TOTAL
---
£20.00 AUDIT / £30.00 STALLS / £12.50 LAMPS CANCELLED / £50.00 TOTAL
---
£20.00 AUDIT / £30.00 STALLS / £4,312.50 TOTAL
---
Net £240.00 / VAT £48.00 / Total £288.00
---
Quote 1 £240.00 / Quote 2 £260.00 / Quote 3 £310.00 / Total budget £300.00
---
Budget £500.00 / Spent £460.00 / Total left £40.00
---
Parish precept £15,000 / County precept £1,210,400 / Band D total £1,812
---
£4.10 a week / £16.00 a month / £180.00 a year / Total members 412
---
Deposit £100.00 / Balance £312.00 / Total £412.00
---
Current account £4,310.22 / Deposit account £12,008.15 / of which earmarked £5,000.00 / Total
£16,318.37
"""


@pytest.mark.parametrize("text", papers(FOUND.strip()))
def test_lines_of_money_that_do_not_add_up_are_found(text: str) -> None:
    assert found_by_all(text)


@pytest.mark.parametrize("text", papers(LEFT_ALONE.strip()))
def test_lines_of_money_that_need_not_add_up_are_left_alone(text: str) -> None:
    assert not found_by_all(text)
