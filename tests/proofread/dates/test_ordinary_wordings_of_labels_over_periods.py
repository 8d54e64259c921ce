"""Ordinary wordings of labels over what is of another period.

Those of the first table are found, the innocent like them of the second are left alone; a stroke
parts lines, two strokes part paragraphs, a bar parts cells.
"""

import pytest

from ordinary_wordings import found_by_all, papers

_FOUND = """
2. Tax // 2.1 The charges for 2025-26 are these. // 2024-25 Council Tax // Band | Charge 2025-26
/ A | £900 / B | £1,050
---
Table 1: Budget 2023-24 // Service | Budget 2024-25 / Ferries | £30 / Lamps | £20
---
2. Revenue outturn 2022/23 // 2.1 In 2023/24 the service spent £30,000, £2,000 below the budget
for 2023/24.
---
2. Budget for 2023-24 // 2.1 The council proposes to spend £30,000 on ferries in 2024-25 and
£20,000 on lamps in 2024-25.
---
Table 2 - Fees and charges 2023/24 // Fee | 2024/25 | 2025/26 / Mooring | £10 | £11 / Landing |
£5 | £6
---
Figure 1: Visits in 2022 // The figure shows visits in 2023.
---
2. Capital programme 2023-24 to 2026-27 // 2.1 The table shows the capital programme for 2024-25
to 2027-28. // Scheme | 2024-25 | 2025-26 | 2026-27 | 2027-28 / Pier | £10 | £10 | £10 | £10 /
Ferry | £20 | £20 | £20 | £20
---
Proposed fees from April 2024 // 2.1 The fees below take effect on 1 April 2025. // Fee | From 1
April 2025 / Mooring | £10 / Landing | £5
---
2. Quarter 2 performance // 2.1 This section gives performance in Quarter 3. // Measure |
Quarter 3 / Lamps lit | 92% / Ferries on time | 88%
---
Appendix A: Pay policy 2023-24 // This policy sets out pay in 2024-25. It applies from 1 April
2024 to 31 March 2025.
---
Table 1: Position at 31 March 2023 // Reserve | 31 March 2024 / General | £30 / Ferry | £20
---
2. Council tax 2024/25 // Band | 2025/26 / A | £900 / B | £1,050 / D | £1,350
---
2. Forecast at month 6 // 2.1 At month 9 the forecast is an overspend of £30,000. // Service |
Month 9 forecast / Ferries | £30 / Lamps | £20
---
Table 3 shows the schools budget for 2024-25. // Table 3: Schools Budget 2023-24 / School |
Pupils | Budget / Oak | 30 | £30 / Ash | 20 | £20
---
2. Housing rents 2024-25 // 2.1 It is recommended that rents rise by 2.7% from 7 April 2025 for
2025-26.
---
2. Savings in 2023/24 // 2.1 The savings proposed for 2024/25 are below. // Saving | 2024/25
£000 / Ferries | 30 / Lamps | 20
---
Table 4: Treasury position, December 2023 // Loan | 31 December 2024 / Bank | £30 / Board | £20
---
2. Members' allowances 2023-24 // 2.1 The scheme of allowances for 2024-25 is set out below.
---
2. Audit plan 2023/24 // 2.1 The work planned for 2024/25 is as follows. The plan for 2024/25
has 200 days.
---
Budget summary 2024-25 // | 2025-26 £000 / Ferries | 30 / Lamps | 20 / Total | 50
---
2. Calendar of meetings 2024-25 // Meeting | Date / Cabinet | 12 May 2025 / Council | 14 July
2025 / Cabinet | 9 February 2026
---
2. Gender pay gap at 31 March 2022 // 2.1 On 31 March 2023 the mean pay gap was 4.1%.
---
2. Performance in October // 2.1 In November, 92% of lamps were lit. The figures for November
are below. // Measure | November / Lamps lit | 92%
---
Table 5: Grants awarded in 2021 // Grant | Date awarded | Sum / Pier | 3 March 2022 | £30 /
Ferry | 9 May 2022 | £20 / Lamp | 1 June 2022 | £10
---
Table 1: Rents 2024-25 // Size | Rent 2025-26 / Small | £90 / Large | £99
---
2. Mooring fees 2024/25 // 2.1 The fees for 2025/26 are set out below.
---
Fees and charges 2023-24 // Fee | 2024-25 / Mooring | £10 / Landing | £5
---
2. Quarter 1 monitoring // 2.1 The table gives the position at Quarter 2. // Measure | Quarter 2
/ Lamps lit | 92%
---
Table 2: Reserves at 31 March 2024 // Reserve | 31 March 2025 / General | £30
---
2. Visits in 2022 // 2.1 In 2023 the harbour had 30 visits. That was the best of the three
harbours in 2023.
---
Appendix B: Treasury strategy 2024-25 // This strategy covers 2025-26.
---
2. Capital budget 2023-24 // Scheme | 2024-25 budget / Pier | £10 / Ferry | £20
---
Table 3 sets out staff pay for 2025-26. // Table 3: Pay 2024-25 / Grade | Pay / One | £20 / Two
| £30
---
2. Programme of works 2024-25 // Works | Start / Pier | 3 May 2025 / Lamp | 9 June 2025 / Slip |
2 July 2025
---
Table 1: Lamp budget 2023/24 // Ward | 2024/25 / Oak | £10 / Elm | £12
---
2. Ferry fares 2024-25 // 2.1 The proposed fares for 2025-26 are shown in the table. // Trip |
Fare / Single | £2 / Return | £3
---
2. Complaints in Quarter 3 // 2.1 In Quarter 4 there were 30 complaints. The number in Quarter 4
was the highest yet.
"""

_LEFT_ALONE = """
Table 1: Budget 2024-25 // Service | Budget 2024-25 / Ferries | £30 / Lamps | £20
---
Table 1: Budget 2024-25 // Service | 2023-24 | 2024-25 / Ferries | £30 | £31 / Lamps | £20 | £21
---
2. Outturn 2023-24 // 2.1 The outturn of 2023-24 is compared with 2022-23 below. // Service |
2022-23 | 2023-24 / Ferries | £30 | £31
---
2. Budget for 2024-25 // 2.1 Spending in 2023-24 was £30,000. The budget for 2024-25 is £32,000.
---
2. Council tax 2025-26 // Band | 2024-25 | 2025-26 / A | £900 | £940
---
2. Reserves at 31 March 2024 // 2.1 Reserves on 1 April 2023 were £30,000 and £20,000 at 31
March 2024.
---
2. Lessons of 2022-23 // 2.1 In 2023-24 the service will do better.
---
2. Academic year 2023/24 // 2.1 The school year ran from September 2023 to July 2024.
---
2. Review of 2023-24 // 2.1 The plan for 2024-25 follows from it.
---
Table 2: Capital programme 2024-25 to 2026-27 // Scheme | 2024-25 | 2025-26 | 2026-27 / Pier |
£10 | £10 | £10
---
2. Quarter 2 // 2.1 Quarter 2 was better than Quarter 1; in Quarter 3 it should be better still.
---
2. Carry forward from 2023-24 // Scheme | 2024-25 / Pier | £10 / Ferry | £20
---
2. Strategy 2020-2025 // 2.1 In 2023 lamps were renewed.
---
2. Pay award 2024-25 // 2.1 The award is paid from 1 April 2024, and was agreed in October 2024.
---
2. Effect of the 2024-25 settlement // Service | 2025-26 / Ferries | £30
---
2. Performance in 2024 // Measure | 2023 | 2024 / Lamps | 90% | 92%
---
2. Savings agreed in 2023-24 // Saving | Delivered in 2024-25 £000 / Ferries | 30
---
2. Base budget 2023-24 rolled forward // Service | 2024-25 / Ferries | £30
---
2. Grants in 2022 // Grant | Date applied | Date awarded / Pier | 3 March 2021 | 3 May 2022
---
Table 1: Changes since the 2023-24 budget // Service | 2024-25 / Ferries | £30
---
2. Forecast for 2024-25 // 2.1 The forecast was made in December 2023.
---
2. Month 6 forecast // 2.1 At month 6 the forecast was £30, against £20 at month 3.
---
2. Calendar year 2023 // 2.1 In the financial year 2023-24 there were 30 visits.
---
2. Council meeting, May 2024 // 2.1 The council met in May 2024 and again in June 2024.
---
2. The Harbours Act 2008 // 2.1 In 2024-25 the fee is £20.
---
2. Variation from 2023-24 // | 2024-25 £000 / Ferries | 30 / Lamps | 20
---
2. Ferry fares 2024-25 // 2.1 The fares for 2024-25 are shown in the table; those for 2025-26
follow in May. // Trip | Fare / Single | £2 / Return | £3
---
2. Complaints in Quarter 3 // 2.1 In Quarter 3 there were 30 complaints, against 20 in Quarter
2.
---
2. Outturn 2022-23 // 2.1 The underspend is to be used in 2023-24 for two ropes and in 2024-25
for a lamp.
---
2. Budget process 2024-25 // 2.1 The gap in 2025-26 is £40,000 and will be closed by savings in
2025-26.
---
Appointments 2024-25 // Body | Date of next meeting / Board | 12 May 2025 / Trust | 14 July 2025
/ Panel | 9 June 2025
"""


@pytest.mark.parametrize("text", papers(_FOUND), ids=range(1, len(papers(_FOUND)) + 1))
def test_a_label_over_another_period_is_found(text: str) -> None:
    assert found_by_all(text) != []


@pytest.mark.parametrize("text", papers(_LEFT_ALONE), ids=range(1, len(papers(_LEFT_ALONE)) + 1))
def test_a_label_of_its_own_period_is_left_alone(text: str) -> None:
    assert found_by_all(text) == []
