"""Ordinary wordings of last year's labels and of years that none can be.

Each paper of the first table has the rule that finds it; the papers of the second are left alone.
A stroke parts lines, two part paragraphs, a bar parts cells.
"""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.proofread import proofread
from moothall.proofread.rules import rules_in
from ordinary_wordings import papers

_FOUND = """
a_yearly_report_is_not_dated_before_its_year // 2022 Annual Report / Harbour Watch Partnership
// Report Date: 30 November 2021 // 1. Foreword // It has been a good year for the harbour.
---
a_line_of_contents_bears_the_year_of_what_it_names // 2022 Annual Report / Harbour Watch
Partnership // TABLE OF CONTENTS / Foreword .......... 2 / 2021 Regattas .......... 9 / Ferry
Days .......... 14 // 1. Foreword // It has been a good year for the harbour.
---
a_month_has_its_number_in_the_year // 1. Budget // 1.1 The accounts as at 31 October, month 6,
show an underspend of £4,000.
---
a_month_has_its_number_in_the_year // Report to: Cabinet / Date: 12 February 2025 // 1. Budget
// 1.1 This is the forecast at Period 8 (end of December 2024).
---
the_precept_set_is_of_the_year_of_the_budget // 3646. To set the precept for 2021-22 / Members
set the precept at £14,500, having approved the budget for 2022/23.
---
labels_name_the_period_beneath_them // Report to: Council / Date: 20 February 2025 / Subject:
Budget 2025/26 // 1. Introduction // 1.1 This report asks the Council to set the budget for
2025/26. // 2. Budget for 2024/25 // 2.1 The budget for 2025/26 is £31.2m and the council tax
requirement £14.1m.
---
a_line_of_contents_bears_the_year_of_what_it_names // Harbour Board Annual Report 2023/24 //
Contents / Foreword .......... 1 / Our year 2022/23 .......... 2 / Accounts .......... 5 // 1.
Foreword // 1.1 In 2023/24 the Board met six times.
---
an_item_and_its_decision_are_of_one_year // 7. Charity – Annual return completed for 2018 // The
Clerk has completed the 2017 annual return of the charity.
---
a_plan_runs_for_the_same_years_throughout // (b) Proposed Quay Local Area Plan 2016-2022 // It
was resolved that the Quay Local Area Plan 2016-2021 be made.
---
a_plan_runs_for_the_same_years_throughout // 1. Lamp Strategy 2024-2029 // 1.1 Members are asked
to adopt the Lamp Strategy 2024-2028.
---
an_item_and_its_decision_are_of_one_year // 9. To appoint an internal auditor for 2016-2017
audit // Mrs Orme was appointed as the internal auditor for the year 2015-2016.
---
one_statement_is_of_one_day // MINUTES OF LAMPTON PARISH ANNUAL MEETING HELD ON JUNE 9TH 2016 AT
THE HALL // 1. Accounts // The bank balance on April 30th 2015 was £8,140.20. A copy of the
accounts and the bank balance as of 30/04/16 is attached.
---
a_financial_year_is_two_years_running // 1. Budget // 1.1 The savings for the financial year
2024/26 total £3m.
---
a_line_of_contents_bears_the_year_of_what_it_names // Harbour Board Annual Review 2024 //
Contents / Chair's welcome ............ 2 / Lamp Awards 2023 ............ 4 // Chair's welcome
// The Board is grateful to all. // Lamp Awards 2024 // Twelve lamps won.
---
a_month_has_its_number_in_the_year // 1. Budget // 1.1 Budget monitoring – Period 6 (to 31
August 2024) shows a small underspend.
---
the_precept_set_is_of_the_year_of_the_budget // MINUTES OF THE MEETING OF LAMPTON PARISH COUNCIL
HELD ON 8TH JANUARY 2024 // 7. To approve the budget for 2024-25 / The Council approved the
budget for 2024-25 of £42,300. // 8. To set the precept for 2023-24 / The Council agreed to set
the precept for 2023-24 at £38,000.
---
a_plan_runs_for_the_same_years_throughout // Report to: Cabinet / Date: 5 February 2025 /
Subject: Pier Renewal Framework 2025-2030 // 1. Introduction // 1.1 This report sets out the
Pier Renewal Framework 2025-2030 and how it was written. // 5. Conclusion // 5.1 The Pier
Renewal Framework 2025-2035 gives the Council a firm base.
---
a_financial_year_is_two_years_running // 1. Grant // 1.1 The works took place in the financial
year 2023/25 and were paid from grant.
---
a_yearly_report_is_not_dated_before_its_year // Board Annual Report 2023/24 / Report date: 12
May 2022 // 1. Welcome // 1.1 This is our report.
---
a_month_has_its_number_in_the_year // 1. Monitoring // 1.1 The position at Month 10 (December
2024) is an overspend of £2m.
---
the_precept_set_is_of_the_year_of_the_budget // MINUTES OF LAMPTON TOWN COUNCIL held on Tuesday
14th January 2025 // 9. Precept / It was agreed by members to request a precept for 2024/25 of
£41,000. // 10. Budget / Members approved the budget for 2025/26 as circulated.
---
a_table_ends_with_the_year_told_of_it // 1. Forecast // 1.1 The table below shows pupils from
2020 and projected to 2030. // Year | 2020 | 2021 | 2022 | 2023 | 2024 / Pupils | 100 | 104 |
108 | 111 | 115
---
a_financial_year_is_two_years_running // 1. Savings // 1.1 Savings in the financial year 2025/27
amount to £1m, against £2m in 2024/25 and £1m in 2023/24.
---
what_is_set_is_set_for_the_year_of_the_title // Report to: Cabinet / Date: 26 November 2025 /
Subject: Fees and Charges 2026/27 // 1. Introduction // 1.1 Cabinet is asked to approve the fees
and charges for 2025/26 set out in Appendix A.
"""

_LEFT_ALONE = """
Report to: Cabinet / Date: 15 October 2024 // 1. Performance // 1.1 The budget for 2025/26 was
agreed in principle and the savings needed were estimated at £1.2m.
---
3646. To set the precept for 2024-25 / It was resolved that the precept be £14,500 for 2024/25
(£13,900 in 2023/24). Last year's budget for 2023/24 was £30,100.
---
Report to: Council / Date: 20 February 2025 / Subject: Budget 2025/26 // 1. Introduction // 1.1
This report asks the Council to set the budget for 2025/26. // 2. Forecast for 2024/25 // 2.1
The forecast for 2024/25 is an overspend of £0.3m, which is carried into the budget for 2025/26.
---
Harbour Board Annual Report 2023/24 // Contents / Foreword .......... 1 / Comparison with
2022/23 .......... 2 / Looking ahead to 2024/25 .......... 5 // 1. Foreword // 1.1 In 2023/24
the Board met six times; in 2022/23 it met five times.
---
7. Charity – Annual return for 2018 // The Clerk is to complete the 2018 annual return; the 2017
annual return was accepted in May.
---
1. Lamp Strategy 2024-2029 // 1.1 The Lamp Strategy 2024-2029 replaces the Lamp Strategy
2019-2024.
---
1. Lamp Strategy 2024-2029 // 1.1 The Lamp Strategy 2018-2023 came to an end last year. The
Ferry Strategy 2024-2028 is a different matter.
---
9. To appoint an internal auditor for 2016-2017 audit // Mrs Orme was appointed. She had also
been the internal auditor for the year 2015-2016.
---
MINUTES OF LAMPTON PARISH ANNUAL MEETING HELD ON JUNE 9TH 2016 AT THE HALL // 1. Accounts // The
bank balance on April 30th 2015 was £8,140.20 and on April 30th 2016 £8,203.10.
---
1. Economy // 1.1 Spending in 2024-2026 will fall. The medium-term plan 2024/27 and the budget
2024/25 to 2026/27 say so. The capital programme 2024/26 runs for two years.
---
Report to: Cabinet / Date: 9 January 2025 // 1. Summary // 1.1 The Ferry Strategy was adopted by
the Council in July 2022 and refreshed in July 2023. The Lamp Strategy was adopted in May 2021.
// 4. Background // 4.1 Cabinet considered the Ferry Strategy in June 2022 and Council adopted
it in July 2022.
---
2024 Annual Report / Harbour Watch Partnership / Report Date: 31 March 2025 // 1. Events // 1.1
Members attended the Lantern Day 2024 celebrations. In 2023 there were none. Planning for
Lantern Day 2025 has begun.
---
Audited Accounts For Financial Year Ending 31st March 2019 // Bank Balance b/f 31st March 2018 |
£4,315.04 / Income plus bank balance b/f as at 31st March 2018 | £21,093.03 / Bank balance c/f
31st March 2019 | £5,002.00
---
1. Years // 1.1 The strategy 2020-25 replaced that of 2015-20. Prices fell from 2019 to 2015
levels. Between 2010 and 2020 the fleet grew. The mandate runs 2021-24.
---
Harbour Board Annual Review 2024 / Report date: 14 March 2025 // Contents / Chair's welcome
............ 2 / Lamp Awards 2024 ............ 4 / Looking ahead to 2025 ........... 6 //
Chair's welcome // In 2023 we had ten lamps; in 2024 we had twelve. Since then, in January 2025,
two more came.
---
8. To set the precept for 2024-25 / The precept for 2023-24 was £38,000. The Council agreed to
set the precept for 2024-25 at £39,500. // 9. To appoint the internal auditor for 2024-25 / Mrs
Orme was re-appointed.
---
Board Annual Report 2023/24 / Report date: 12 May 2024 // Contents / Foreword ...... 1 /
Accounts for 2022/23 ...... 2 / Plans for 2024/25 ...... 3 // 1.1 We attended the Harbour Show
2023 and were invited to the Harbour Show 2025.
---
1. Forecast // 1.1 The table below shows pupils from 2020 to 2024. From 2025 to 2030 numbers
should fall. // Year | 2020 | 2021 | 2022 | 2023 | 2024 / Pupils | 100 | 104 | 108 | 111 | 115
---
MINUTES OF LAMPTON TOWN COUNCIL held on Tuesday 14th January 2025 // 9. Precept / Members agreed
a precept for 2025/26 of £41,000 (2024/25: £39,000). The revised budget for 2024/25 was
approved.
---
1. Investments as at 30 September 2024 // Bank | Amount £ | Maturity / North Bank | 1,000 |
14/10/24 / South Bank | 2,000 | 07/11/24 / East Bank | 2,000 | 30/09/24 / West Bank | 2,000 |
12/01/25
"""


def _found_in(paper: str) -> set[str]:
    report = read_plain_text(f"{paper}\n", "report")
    return {finding.rule for finding in proofread((report,), rules_in("dates"))}


@pytest.mark.parametrize("paper", papers(_FOUND), ids=range(len(papers(_FOUND))))
def test_a_fault_in_ordinary_words_is_found(paper: str) -> None:
    rule, _, text = paper.partition("\n\n")
    assert rule in _found_in(text)


@pytest.mark.parametrize("paper", papers(_LEFT_ALONE), ids=range(len(papers(_LEFT_ALONE))))
def test_what_only_looks_like_it_is_left_alone(paper: str) -> None:
    assert not _found_in(paper)
