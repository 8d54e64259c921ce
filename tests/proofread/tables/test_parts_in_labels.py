"""Rows that give their own parts in the label: the figure beside it is their sum."""

import pytest

from moothall.proofread.tables.rules import RULES
from ordinary_wordings import found_by, papers
from tables_in_lines import found_in, found_in_by_all, tables

FOUND = """
Item | £ / Balance at bank | 4,310.00 / Less cheques not presented: 1247 - £50.00, 1257 - £125.00
| £150.00
---
Item | £ / Current account | 2,120.10 / Unpresented cheques 101 (£20), 102 (£35) | £45
---
Item | £ / Outstanding cheques: 300212 £45.00; 300214 £18.50 | 53.50
---
Item | £ / Less unpresented cheques (no. 811 £62.40, no. 812 £120.00 and no. 815 £9.99) | 182.40
---
Account | Balance / Unpresented cheques: 1247 = £50.00; 1257 = £125.00 | £185.00 / Total | £4,000.00
---
Item | £ / Less o/s cheques 200145 £60.00, 200147 £41.50 | 110.50
---
Receipts | £ / Allotment rents (12 at £25 each) | 300.00 / Grants (Ashshire £500, Quay Trust £250)
| 850.00
---
Head | Budget / Insurance (£410 hall, £385 vehicles) | £975
---
Head | 2024/25 / Grants: Pier Club £200, Quay Choir £150, Ash Band £100 | £550
---
Payments | £ / Wages: A. Dunn £412.10, B. Eel £388.00 | 810.10
---
Date | Detail | Amount / 3 May | Add receipts not yet credited: rent £60.00 + stall £25.00 | £95.00
---
Item | £ / Uncleared payments (£18.00 + £42.50 + £7.20) | £76.70
---
Item | £ / Lodgements not cleared: 2 May £310.00, 9 May £64.00 | £347.00
"""
LINES = """
Less unpresented cheques: 1247 £50.00, 1257 £125.00 £150.00
---
Unpresented cheques 101 (£20), 102 (£35) = £45
---
Unpresented cheques: 1247 (£50.00), 1257 (£125.00): £150.00
---
Outstanding payments: Ash Ltd £120.00 and Bole Print £36.00. Total £165.00
"""
LEFT_ALONE = """
Item | £ / Less cheques not presented: 1247 - £50.00, 1257 - £125.00 | £175.00
---
Item | £ / Unpresented cheques 101 (£20), 102 (£35) | -£55
---
Item | £ / Unpresented cheques 101 (£20), 102 (£35) | (£55.00)
---
Item | Amount / Outstanding cheques (1001 £25.00; 1002 £310.40; 1005 £12.60) | £348.00
---
Receipts | £ / Allotment rents (£25 each, £15 for half a plot) | 310.00
---
Head | Budget / Hall hire (£12 an hour, £80 a day) | £1,450
---
Head | Budget / Pier lamps (increase from £400 to £450) | £50
---
Head | Budget / Mowing (£400 last year, £450 this year) | £475
---
Head | Budget / Reserves (between £10,000 and £20,000) | £12,000
---
Head | Budget / Grants, including Pier Club £200 and Quay Choir £150 | £900
---
Band | Homes / £20,001 to £30,000 and £30,001 to £40,000 | 410
---
Head | 2023 | 2024 / Grants: Pier Club £200, Quay Choir £150 | £350 | £410
---
Item | £ / VAT reclaimed (£412.10 less £12.10) | 400.00
---
Head | Budget | Spent / Insurance (£410 hall, £385 vehicles) | £900 | £795
---
Scheme | Cost / Quay wall (£1.2m grant, £0.8m loan) | £2.04m
---
Item | £ / Precept £15,000 in two halves of £7,500 and £7,500 | 15,000
---
Item | Detail | £ / Parts | Bulb £12.00, fuse £3.00 | 18.00
---
Item | £ / Mowing contract £2,000 of which £500 paid | 1,500
---
Payee | £ / Ash Ltd (quotes £450 and £520) | 450.00
---
Head | £ / Fines (£60, or £30 if paid early) | 240
"""


@pytest.mark.parametrize("text", tables(FOUND))
def test_a_figure_that_is_not_what_its_label_lists_is_found(text: str) -> None:
    assert found_in(RULES, text)


@pytest.mark.parametrize("text", papers(LINES.strip()))
def test_so_it_is_in_a_line(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", tables(LEFT_ALONE))
def test_a_label_that_lists_no_parts_is_left_alone(text: str) -> None:
    assert not found_in(RULES, text)


def test_a_part_that_a_label_lists_is_no_other_figure_of_its_row() -> None:
    cheques = "Less outstanding cheques (1001 £25.00; 1002 £310.40; 1005 £12.60) | £348.00"
    (text,) = tables(f"Item | Amount / {cheques}")
    assert not found_in_by_all(text)
