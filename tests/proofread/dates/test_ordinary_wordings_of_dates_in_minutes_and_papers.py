"""Ordinary wordings of dates that cannot be, as they stand in minutes, accounts and front sheets.

Each paper of the first table is a whole little paper, with the rule that finds its fault; the
papers of the second only look like it.  A stroke parts lines, two part paragraphs.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.proofread import proofread
from moothall.proofread.reading.written_dates import in_full, own_date
from moothall.proofread.rules import rules_in
from ordinary_wordings import papers

_FOUND = """
what_is_called_past_is_not_future // LAMPTON PARISH COUNCIL / Draft Minutes Subject to the
Approval at the next Meeting Ordinary Meeting of the Parish Council Wednesday 4 March 2026 at 7.00
pm Pier Hall // 2) Ferry Lane – Emailed for an answer on 27 March and awaiting a reply.
---
what_is_called_past_is_not_future // MINUTES OF THE LAMPTON PARISH COUNCIL MEETING HELD AT THE
PIER HALL AT 7.00 pm ON THURSDAY 5 MARCH 2026 // The Clerk noted that the mooring policy was
adopted in June 2027.
---
what_is_called_past_is_not_future // Minutes of the meeting of Lampton Council held on Monday 2nd
March 2026 // Quay closure – 3 Cllrs met with representatives of the Harbour Trust on 9th March to
hear about the closure.
---
what_is_called_past_is_not_future // Report to: Harbour Board / Date: 24 June 2025 // 1.1 We
submitted our draft plan to the Ministry at the end of July 2025, setting out how we would run the
ferries.
---
what_is_called_past_is_not_future // Report to: Harbour Board / Date: 24 June 2025 // 1.1 Ms Orme
took up her post as Harbour Master from 1 September 2025.
---
what_is_called_past_is_not_future // Report to: Harbour Board / Date: 24 June 2025 // 1.1 The
White Paper published on 26 November 2025 announced eight pilot harbours.
---
what_is_called_past_is_not_future // Minutes of the meeting of Lampton Council held on Wednesday 4
March 2026 // Planning // 26/0017 New slipway. Application Permitted 20 April 2026 Delegated
---
what_is_called_future_is_not_past // Minutes of the meeting of Lampton Council held on Wednesday 4
March 2026 // The Warden advised that the clearing of the slipway is scheduled for March 2025.
---
what_is_called_future_is_not_past // Report to: Harbour Board / Date: 24 June 2025 // 1.1 There is
also an invitation to submit outline bids by 21 May 2025, on which the Ministry will comment.
---
what_is_called_future_is_not_past // Report to: Harbour Board / Date: 24 June 2025 // 1.1 This
will be further reviewed by full Council on 13 May 2025.
---
what_is_decided_was_decided_before_the_report // Report to: Harbour Board / Date: 30 January 2025
// 1.1 The plan was agreed by the Harbour Management Team in March 2025.
---
what_is_over_comes_before_what_is_to_come // Ferry contracts // 1.1 The contracts will end on 31
March 2025. // 1.2 Notice of this was given to each firm in July 2025, subject to the vote.
---
what_is_over_comes_before_what_is_to_come // Quay review // 1.1 Bank balance as at 06/01/14 was
£14,684. // 1.2 It was suggested to add “Risk” to each agenda and this will be done from March
2013.
---
what_is_over_comes_before_what_is_to_come // Harbour plan // 1.1 Using data from the most recent
financial year (2024/2025), the team found where boats are damaged most. // 1.2 The measures will
be developed at a later stage during 2023/24.
---
a_balance_is_of_a_day_that_has_been // Minutes of Lampton Parish Council Meeting held in the Pier
Hall at 7.30pm on Wednesday 19 December 2012 // Statement of Account as at 31 December 2012 -
Balance in Bank - £304.13.
---
accounts_are_of_a_year_that_has_ended // Annual Report – December 2018 // Our audited accounts for
the financial year ending 31st March 2019 can be found on the website.
---
accounts_are_of_a_year_that_has_ended // MINUTES OF THE LAMPTON COUNCIL MEETING // 11. The Clerk
asked whether everyone was happy with the End of Year accounts for 2014/2015. // 20. Date and Time
of Next Meeting - Wednesday 11 June 2014 at 7.30pm
---
a_meeting_closes_after_it_opens // Minutes of Lampton Parish Council Meeting held in the Pier Hall
at 7.30pm on Wednesday 19 December 2012 // Payments were agreed. // The meeting closed at 7.10pm
---
a_draft_budget_is_of_a_year_to_come // Minutes of Lampton Parish Council Meeting held in the Pier
Hall on Wednesday 19 December 2012 // Draft Budget 2012/2013: // Cllr Ash asked about the precept
for the next financial year.
---
a_weekday_agrees_with_its_date // Mooring fees // The board reviews the fees on Friday 20
February. // The Council will vote on the 3rd March 2020.
---
what_follows_a_meeting_comes_after_it // Mooring fees // The Harbour and Ferries Committee is due
to review the fees on Thursday 20 February. // Following a review by the Harbour and Ferries
Committee, the fees will be set by Full Council on the 3rd February 2020.
---
the_pathway_of_a_report_runs_past_its_own_meeting // To: Cabinet – 30 January 2025 / Subject:
Lamps / Past Pathway of report: Harbour Committee – 5 February 2025 // 1.1 This is on lamps.
---
minutes_approved_are_of_an_earlier_meeting // MINUTES OF LAMPTON PARISH ANNUAL MEETING / HELD ON
MAY 12TH 2014 AT THE PIER HALL // 2. The minutes of the 2014 Annual Parish Meeting were signed as
a true record.
---
the_minutes_approved_are_those_of_the_meeting_named // Minutes of the meeting of Lampton Council
held on Wednesday 4 April 2018 // 5. TO APPROVE AND SIGN THE MINUTES OF THE MEETING held 7th March
2018 The minutes were approved by all and signed by the Chairman as a true record of the meeting
held on 9th March 2018.
---
a_date_lies_in_the_year_named_beside_it // School boats // 1.1 Money is for places needed by
September 2025 (the start of academic year 2024/25).
---
a_whole_year_is_the_one_named_with_it // Audit // 1.1 The 2016/17 internal audit covered the
period 1st April 2015 until 31st March 2016.
---
a_forecast_comes_after_what_is_told // Borrowing // 1.1 Borrowing has fallen from its highest,
£14m, to £9.1m in 2023-24. It is forecast to increase to £9.5m in 2022-23.
---
a_quarter_is_reported_when_it_has_ended // Finance // 1.1 The latest monitoring for 2024-25 as at
the end of Quarter 4, was reported to Cabinet on 30th January 2025.
---
what_is_looked_forward_to_is_not_over // Report to: Harbour Board / Date: 13 March 2025 // 3.
Looking Ahead to 2024 // 3.1 The regatta returns.
---
what_is_expected_in_a_year_is_not_over // Report to: Harbour Board / Date: 13 January 2025 // 3.1
In 2023-24, the Council is expecting to receive £9m.
---
an_office_is_filled_for_the_year_to_come // MINUTES OF LAMPTON COUNCIL AGM MEETING HELD AT THE
PIER HALL ON TUESDAY MAY 6th 2014 // 4. Cllr Ash was proposed. He accepted the position of Vice
Chairman for the year 2013-2014.
---
a_change_is_since_an_earlier_day // Moorings // 1.1 As of January 2024, there were 19,407. This is
an increase of 477 (2.5%) since January 2025.
---
a_report_goes_to_the_end_of_the_period_of_its_title // To: Harbour Board – 13 March 2025 /
Subject: Lamp Loans Mid-Year Update 2023-24 // 1.1 This tells of loans to the end of September
2024. // 1.2 The sum up to 30 September 2024 was £4m.
---
a_label_names_the_period_of_its_report // Harbour Monitoring – Quarter 3 2024-25 // 1.1 This
report provides an update on the position as at Quarter 2 2024-25.
---
labels_name_the_period_beneath_them // 81. Ferry Performance Report, Q1 // (Item 6) // 1. Mr Nott
outlined the report for Quarter 2 (Q2), which set out the crossings, the fares and the complaints
up to the end of the summer season.
---
labels_name_the_period_beneath_them // 3. Proposed Use of Lamp Receipts in 2024-25 The council has
several schemes with one-off cost. // The proposal for 2025-26 is to use £8m for the quay.
---
a_plan_runs_for_the_same_years_throughout // Budget 2026-27 // 1.1 This is set out in our new
Harbour Strategy 2025-2026. // 1.2 Files: Approved Harbour Strategy 2026 - 2027 // 1.3 Assessment
for Harbour Strategy 2026-2027
---
a_time_told_is_the_time_between_its_days // Minutes of the meeting of Lampton Council held on
Wednesday 4 February 2026 // The survey launched on 16th January and was due to run for eight
weeks until 12th April.
---
a_meeting_told_again_and_again_keeps_its_day // To: Quay Board – 15 July 2025 // 2. This builds on
the report to the Board of the Lampton Harbour Trust which met on Tuesday 24 June 2025. // 43. The
Board of the Lampton Harbour Trust met in public on 26 June 2025. See the Lampton Harbour Trust
Board Meeting 24 June 2025.
"""

_LEFT_ALONE = """
Minutes of the meeting of Lampton Council held on Wednesday 4 March 2026 // Scheduled for 27
March: the new lamps. Deferred until 1 April 2026. Booked for the fair on 20 April 2026.
---
Minutes of the meeting of Lampton Council held on Wednesday 4 March 2026 // The Clerk said that
the last minutes record that the slipway will be cleared in March 2025.
---
Report to: Harbour Board / Date: 24 June 2025 // 1.1 The forecast balance as at 31 March 2026 is
£4m. The draft accounts for 2025/26 will be ready in May 2026. An auditor was appointed for the
accounts for the year ending 31 March 2026.
---
Ferry contracts // 1.1 The contracts will end on 31 March 2026. // 1.2 Notice of this was given to
each firm in July 2025.
---
Ferry contracts // 1.1 The 2019 plan said: “the pier will be built in May 2021 when the money has
come from the Ministry and the Board”. // 1.2 It was opened on 4 June 2023.
---
Minutes of Lampton Parish Council Meeting held in the Pier Hall at 7.30pm on Wednesday 19 December
2012 // The public session ended at 7.10pm before the meeting. The meeting closed at 8.50pm
---
Minutes of Lampton Parish Council Meeting held in the Pier Hall on Wednesday 19 December 2012 //
Draft Budget 2013/2014: // Cllr Ash asked about it. // Budget 2012/2013: spent so far
---
To: Cabinet – 30 January 2025 / Subject: Lamps / Past Pathway of report: Harbour Committee – 15
January 2025 Future Pathway of report: Full Council – 13 February 2025 // 1.1 This is on lamps.
---
Mooring fees // The Harbour and Ferries Committee is due to review the fees on Thursday 20
February. // Following a review by the Harbour and Ferries Committee, the fees will be set by Full
Council on the 3rd March 2020.
---
School boats // 1.1 Money is for places needed by September 2025 (the start of academic year
2025/26). The financial year 2025/26 (1 April 2025 to 31 March 2026) is the next.
---
Audit // 1.1 The 2016/17 plan is compared with the period 1st April 2015 until 31st March 2016.
---
Borrowing // 1.1 Borrowing fell to £9.1m in 2023-24. It is forecast to increase to £9.5m in
2024-25 and was £8m in 2021-22.
---
Finance // 1.1 The monitoring for 2024-25 as at the end of Quarter 3 was reported to Cabinet on
30th January 2025.
---
Report to: Harbour Board / Date: 13 March 2025 // 1.1 Progress against our priorities for 2024 is
good: nine were met. // 2. Looking Ahead to 2025 // 2.1 In 2023-24 the Council expected £9m.
---
MINUTES OF LAMPTON COUNCIL AGM MEETING HELD AT THE PIER HALL ON TUESDAY MAY 6th 2014 // 4. Cllr
Ash was thanked for his report as chairman elected for the year 2013-2014. The minutes of the 2013
Annual Meeting were signed as a true record.
---
Moorings // 1.1 As of January 2025, there were 19,407. This is an increase of 477 (2.5%) since
January 2024.
---
To: Quay Board – 15 July 2025 // 2. The Audit Committee met on 8 July 2025. // 3. The Board of the
Lampton Harbour Trust met on 10 July 2025, and the Lampton Harbour Trust Board Meeting of 10 July
2025 was long.
---
Minutes of the meeting of Lampton Council held on Wednesday 4 February 2026 // The survey launched
on 16th January and was due to run for eight weeks until 12th March. A walk for two weeks in May
is planned.
---
Fees // 1. Amounts // Band | Harbour 2021/22 | Pier 2021/22 | Total 2021/22 / A | 10 | 20 | 30 / B
| 11 | 22 | 33 / C | 12 | 24 | 36
"""


def _found_in(paper: str) -> dict[str, str]:
    report = read_plain_text(f"{paper}\n", "report")
    return {found.rule: found.message for found in proofread((report,), rules_in("dates"))}


@pytest.mark.parametrize("paper", papers(_FOUND), ids=range(len(papers(_FOUND))))
def test_a_date_that_cannot_be_is_found(paper: str) -> None:
    rule, _, text = paper.partition("\n\n")
    assert rule in _found_in(text)


@pytest.mark.parametrize("paper", papers(_LEFT_ALONE), ids=range(len(papers(_LEFT_ALONE))))
def test_a_date_that_only_looks_like_it_is_left_alone(paper: str) -> None:
    assert not _found_in(paper)


_FEES = "Fees\n\nBand\tHarbour 2021/22\tPier {}\tTotal 2021/22\n{}\n"


@given(
    fees=st.lists(
        st.tuples(st.integers(100, 9_000), st.integers(100, 9_000)), min_size=4, max_size=8
    )
)
def test_columns_that_add_up_are_of_one_year(fees: list[tuple[int, int]]) -> None:
    rows = "\n".join(
        f"{chr(65 + place)}\t{one:,}\t{other:,}\t{one + other:,}"
        for place, (one, other) in enumerate(fees)
    )
    rule = "columns_that_are_added_up_are_of_one_year"
    assert rule in _found_in(_FEES.format("2020/21", rows))
    assert rule not in _found_in(_FEES.format("2021/22", rows))


@given(
    held=st.dates(date(2015, 1, 1), date(2029, 12, 1)),
    after=st.integers(1, 300),
    hour=st.integers(1, 9),
)
def test_a_balance_is_told_of_a_day_before_the_meeting(held: date, after: int, hour: int) -> None:
    head = (
        f"Minutes of the Lampton Council Meeting held in the Pier Hall at {hour}.30pm on {held:%A} "
    )
    rule = "a_balance_is_of_a_day_that_has_been"
    for day, wrong in ((held + timedelta(after), True), (held - timedelta(after), False)):
        text = f"{head}{in_full(held)}\n\nBank balance as at {in_full(day)}: £304.13."
        assert own_date(read_plain_text(text, "minutes")) == held
        assert (rule in _found_in(text)) is wrong
