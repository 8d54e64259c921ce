"""What was there, what came in and what went out, told in sentences or in lines."""

import pytest

from ordinary_wordings import found_by_all, papers

FOUND = """
The opening balance was £4,120. Receipts were £1,310 and payments £870, leaving £4,650.
---
Balance brought forward £4,120.15, receipts £1,310.00, payments £870.00, balance carried forward
£4,650.15.
---
The year began with £12,400 in the bank. Income came to £9,150 and expenditure to £8,720, so that
£13,830 was carried forward.
---
At 1 April the council held £21,310. It received £15,400 and spent £16,120 in the year, and held
£21,590 at 31 March.
---
The clerk reported: opening balance £3,210.40; income £412.00; expenditure £388.25; closing
balance £3,434.15.
---
The reserve stood at £310,000 on 1 April. Contributions of £45,000 were made and £62,000 was
drawn, leaving a closing balance of £239,000.
---
Balance at bank on 1 May £6,212.90. Receipts in the month £310.00. Payments in the month
£1,204.10. Balance at 31 May £5,138.80.
---
Bank balance 1 April: £4,120 / Income: £1,310 / Expenditure: £870 / Bank balance 31 March: £4,650
---
Brought forward £4,120 / Add receipts £1,310 / Less payments £870 / Carried forward £4,650
---
Balance b/f £4,120.00 / Plus income £1,310.00 / Less expenditure £870.00 / Balance c/f £4,650.00
---
Opening balance £4,120.00 / Total receipts £1,310.00 / Total payments £870.00 / Closing balance
£4,650.00
---
There was £4,120 in hand at the start of the year. With income of £1,310 and expenditure of £870,
£4,650 was in hand at its end.
---
The hall fund opened at £2,310, took in £1,940 and paid out £1,205, and closed at £3,145.
---
Starting the year with a balance of £18,400, the charity received £22,150 and spent £19,730,
ending the year with a balance of £20,280.
---
Cash in hand at the start £120.50 / Takings £312.00 / Spent £97.25 / Cash in hand at the end £353.25
---
The treasurer said that £5,610 was brought forward from last year, income was £3,240 and spending
£2,980; £5,970 is carried forward.
---
Funds at 1 April 2024 £15,312 / Receipts £22,410 / Payments £19,205 / Funds at 31 March 2025 £18,157
"""
LEFT_ALONE = """
The opening balance was £4,120. Receipts were £1,310 and payments £870, leaving £4,560.
---
Balance brought forward £4,120.15, receipts £1,310.00, payments £870.00, balance carried forward
£4,560.15.
---
The opening balance was £4,120. Receipts were £1,310, payments £870 and bank charges £12, leaving
£4,548.
---
The opening balance was about £4,100. Receipts were £1,310 and payments £870, leaving some £4,600.
---
The opening balance was £4,120. Receipts were £1,310 and payments £870. The deposit account holds
£14,650.
---
Income was £9,150 against a budget of £9,000, and expenditure £8,720 against £8,800. The balance
is £13,830.
---
Opening balance £4,120 / Receipts £1,310 / Transfer from reserves £500 / Payments £870 / Closing
balance £5,060
---
The reserve stood at £310,000 on 1 April. Contributions of £45,000 were made and £62,000 was
drawn, leaving a closing balance of £293,000.
---
The current account opened at £4,120 and the deposit account at £9,000. Receipts were £1,310 and
payments £870, leaving £13,560.
---
The opening balance was £4.1m. Income was £1.3m and spending £0.9m, leaving £4.6m.
---
The opening balance was £4,120. Receipts were £1,310 and payments £870, leaving £3,560 after
£1,000 was put into the deposit account.
---
Balance at bank £4,560 / Unpresented cheques £310 / Net balance £4,250
---
The year began with £12,400 in the bank. Income is expected to be £9,150 and expenditure £8,720 in
2025, and £8,400 is kept as a reserve.
---
Opening balance £4,120.00 / Receipts £1,310.00 / Payments £870.00 / Petty cash £40.00 / Closing
balance £4,600.00
---
Income of £9,150 and expenditure of £8,720 left a surplus of £430, and the balance rose from
£12,400 to £12,830.
---
At 31 March the council held £21,310; a year before it had held £20,100. Income was £15,400 and
spending £14,190.
"""


@pytest.mark.parametrize("text", papers(FOUND.strip()))
def test_a_balance_that_does_not_follow_is_found(text: str) -> None:
    assert found_by_all(text)


@pytest.mark.parametrize("text", papers(LEFT_ALONE.strip()))
def test_a_balance_that_follows_or_need_not_is_left_alone(text: str) -> None:
    assert not found_by_all(text)
