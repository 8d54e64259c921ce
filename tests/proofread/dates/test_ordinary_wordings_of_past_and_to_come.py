"""Ordinary wordings of what a paper tells as past or to come, against its own day.

Each paper of the first table has its front sheet, as councils write them, and the rule that finds
it; the papers of the second are left alone.  A stroke parts lines, two part paragraphs.
"""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.proofread import proofread
from moothall.proofread.rules import rules_in
from ordinary_wordings import papers

_FOUND = """
what_is_called_past_is_not_future // From: Ruth Allard, Cabinet Member for Harbours / To: County
Council – 20 March 2025 / Subject: Lamp Renewal / Status: Unrestricted // 1. Introduction // 1.1
On 7th May 2025, the Council was notified by the Ministry of its grant.
---
what_is_called_past_is_not_future // From: Ruth Allard, Cabinet Member for Harbours / To:
Harbour Cabinet Committee, 6 May 2025 / Subject: Ferry Contract // 1. Background // 1.1 The
inspector held hearings on 8 October 2025 and heard from all parties.
---
what_is_called_past_is_not_future // From: Ruth Allard, Cabinet Member for Harbours / To: County
Council 20th March 2025 / Subject: Ferry Plan // 1. Background // 1.1 Between 14 and 17 October
2025, the Harbour Inspector held hearings into the plan.
---
what_is_called_past_is_not_future // Report to: Audit Committee / Date of meeting: 24 June 2024
/ Report of: Head of Harbours // 1. Summary // 1.1 The outcome of the peer review in November
2024 was set out in a letter to the Leader.
---
what_is_called_past_is_not_future // From: The Clerk / To: County Council: 20 March 2025 /
Subject: Harbour Committee: Update // 1. Overview // 1.1 Following the skills audit in November
2025, the Committee agreed the changes listed below.
---
what_is_called_past_is_not_future // CABINET – 14 JANUARY 2025 / HARBOUR STRATEGY / Report of
the Director of Harbours // 1. Following the public consultation in October 2025, several
changes were made to the draft.
---
what_was_attended_is_not_of_a_later_year // 2022 Annual Report / Harbour Watch Partnership /
Report Date: 30 November 2022 // 1. Events // 1.1 Members of the partnership attended the
Lantern Day 2023 fair and the Regatta.
---
what_is_called_past_is_not_future // MINUTES of a meeting of the Harbour Board held in the Pier
Room on Thursday, 20 March 2025. / PRESENT: Mr A Nott (Chairman), Mrs B Orme // 1. Ferry fares
// The Board was told that the fares had been raised on 1 June 2025.
---
what_is_called_past_is_not_future // MINUTES OF LAMPTON PARISH COUNCIL MEETING HELD AT THE
VILLAGE HALL ON MONDAY NOVEMBER 9th 2015 // 5. Reports // 5.1 The new lamps were fitted on 14
February 2016 and work well.
---
what_is_called_past_is_not_future // Report to: Schools Forum / Date: 12 December 2024 // 1.
Places // 1.1 In the summer term 2025 attendance rose to 94%.
---
a_quarter_told_of_has_come // Report to: Cabinet / Date: 15 October 2024 // 1. Performance //
1.1 In quarter 4 of 2024/25 the target was met, with 96% of lamps mended in time.
---
an_outturn_is_of_a_year_that_is_over // Report to: Cabinet / Date: 15 October 2024 // 1.
Performance // 1.1 The outturn for 2025/26 was an underspend of £1.2m.
---
what_is_called_future_is_not_past // Report to: Overview and Scrutiny Committee / Meeting date:
9 January 2025 // 1. Plan // 1.1 The new ferry timetable will come into force in September 2024.
---
what_is_called_future_is_not_past // To: Planning Committee – 9 January 2025 / From: Head of
Planning // 1. Plan // 1.1 Members will be asked to approve the plan on 4 December 2024.
---
what_is_called_past_is_not_future // CABINET / Date: 9 January 2025 // 1. Plan // 1.1 Since May
2025 more than 400 residents have joined the scheme.
---
what_is_called_past_is_not_future // Agenda item 6 / Cabinet, 9 January 2025 / Report of the
Director // 1. Plan // 1.1 Planning permission was granted in March 2025.
---
what_is_called_past_is_not_future // REPORT TO: EXECUTIVE BOARD / DATE: 14 November 2024 /
REPORT OF: Director of Harbours // 1. Purpose // 1.1 Officers met the operator on 3 February
2025 to go through the accounts.
---
what_is_called_past_is_not_future // Meeting: Harbour Scrutiny Panel / Meeting date: 9 July 2024
// 2. Background // 2.1 The Lamp Standards Agency carried out its inspection of the depot in
November 2024 and rated it good.
---
what_is_called_past_is_not_future // COUNTY COUNCIL – 27 FEBRUARY 2025 // 1. Introduction // 1.1
Throughout the autumn term 2025, the team has been visiting every pier school.
---
what_is_called_future_is_not_past // To: Ferry Committee – 11 March 2025 / By: The Monitoring
Officer // 1. Summary // 1.1 The new code will be presented to members on 4 February 2025.
---
what_is_called_future_is_not_past // To: Ferry Committee – 11 March 2025 / By: The Monitoring
Officer // 1. Summary // 1.1 Interviews are to take place during January 2025, with an
appointment following.
---
what_is_called_past_is_not_future // Report to: Cabinet / Date: 5 February 2025 // 1. Background
// 1.1 Since the launch of the scheme in June 2025, over 900 people have signed up.
---
a_quarter_told_of_has_come // Report to: Cabinet / Date: 15 September 2024 // 3. Performance //
3.1 During Q4 2024/25, 91% of lamps were mended within five days.
---
what_is_called_past_is_not_future // Report of the Chief Executive to Council, 17 October 2024
// 1. Introduction // 1.1 Feedback from the open day on 9 November 2024 was very positive.
---
what_is_called_past_is_not_future // Report to: Cabinet / Date: 5 February 2025 // 4. Grant //
4.1 In August 2025, the Department awarded the Council £1.2m for piers.
---
what_is_called_past_is_not_future // Item 7 / Ferry and Harbour Committee, 12 September 2024 /
Report of the Assistant Director // 1. Context // 1.1 In light of the results of the ballot in
January 2025, the fleet was renamed.
---
what_is_called_past_is_not_future // To: Lamp Panel – 12 September 2024 // 1. Context // 1.1 The
Panel’s working group has met four times since 14 November 2024.
---
what_is_called_past_is_not_future // To: Lamp Panel – 12 September 2024 // 1. Context // 1.1
Training for new members was delivered on 21 October 2024 by the Lamp Association.
---
what_is_called_future_is_not_past // To: Lamp Panel – 12 September 2024 // 1. Next steps // 1.1
A further paper will come to the Panel in June 2024.
---
what_is_called_future_is_not_past // To: Lamp Panel – 12 September 2024 // 1. Next steps // 1.1
The closing date for bids is 30 August 2024.
---
what_is_called_past_is_not_future // MINUTES OF LAMPTON TOWN COUNCIL held in the Pier Hall on
Tuesday 4th March 2025 // Present: Cllr Nott (Chair), Cllr Orme // 5. Clerk's report / The new
benches were installed on 17 April 2025.
---
what_is_called_past_is_not_future // From: The Leader / To: County Council, 22 May 2025 // 1.
Report // 1.1 The Government published its response on 9 July 2025, and we have studied it.
---
an_outturn_is_of_a_year_that_is_over // Report to: Cabinet / Date: 6 November 2024 // 1. Outturn
// 1.1 The revenue outturn for 2024/25 was an underspend of £0.4m.
---
what_is_called_past_is_not_future // Executive – 4 February 2026 // Report of the Lead Officer
for Piers // 1. Position // 1.1 The audit by the Lamp Inspectorate was completed on 16 March
2026 with no findings.
---
what_is_called_past_is_not_future // Report for: Policy and Performance Panel / Date of Meeting:
8 January 2026 // 1. Update // 1.1 A drop-in for traders took place at the Pier Hall on
Wednesday 25 February 2026.
---
what_is_called_future_is_not_past // Report for: Policy and Performance Panel / Date of Meeting:
8 January 2026 // 1. Update // 1.1 The new fares are to be introduced from 1 September 2025.
---
what_is_called_future_is_not_past // Report for: Policy and Performance Panel / Date of Meeting:
8 January 2026 // 1. Update // 1.1 The team intends to report back in October 2025 on the
results.
---
what_is_called_past_is_not_future // DRAFT MINUTES OF HARBOUR PARISH COUNCIL MEETING HELD AT THE
HALL ON THURSDAY 11 DECEMBER 2025 // 6. Lamps / The Clerk reported that the lamp by the shop had
been mended on 20 January 2026.
---
what_is_called_past_is_not_future // Audit Committee / 26 November 2025 // 1. Background // 1.1
The external auditor issued its opinion on 19 December 2025.
---
what_is_called_past_is_not_future // Report to: Cabinet / Date: 26 November 2025 // 1.
Background // 1.1 Attendance in the spring term 2026 was 93%, up on the year before.
---
what_is_called_future_is_not_past // Cabinet – 4 February 2026 // 1.1 We hope to appoint the
contractor in December 2025.
---
what_is_called_past_is_not_future // Cabinet – 4 February 2026 // 1.1 Footfall at the pier in
May 2026 was 12,400, the best yet.
---
what_is_called_past_is_not_future // Cabinet – 4 February 2026 // 1.1 The Minister wrote to all
councils on 11 March 2026 about ferries.
---
what_is_called_future_is_not_past // Cabinet – 4 February 2026 // 1.1 It is expected that the
lamps will be lit by November 2025.
---
what_is_called_past_is_not_future // To: Harbour Board – 3 June 2025 // 1.1 Residents were
consulted during July 2025 and 61% were in favour.
---
what_is_called_past_is_not_future // To: Harbour Board – 3 June 2025 // 1.1 Three drop-ins were
held in August 2025.
---
what_is_called_past_is_not_future // MINUTES of the Harbour Board held on Tuesday 3 June 2025 //
4. Minutes of the last meeting / RESOLVED – That the minutes of the meeting held on 10 July 2025
be signed.
"""

_LEFT_ALONE = """
From: Ruth Allard / To: County Council, 20 March 2025 // 1. Overview // 1.1 Following the
elections in May 2025, the Committee will be appointed anew. The skills audit in November 2025
will look at this.
---
From: Ruth Allard / To: County Council, 20 March 2025 // 1. Overview // 1.1 The Regatta is held
each year in July, and the Lantern Fair 2025 is planned for 4 October 2025.
---
Report to: Cabinet / Date: 9 January 2025 // 1. Plan // 1.1 The Council published its draft plan
in June 2024. It had said then that works would start in September 2024.
---
Report to: Cabinet / Date: 15 October 2024 // 1. Law // 1.1 The Lamps Act 2023 provides that the
duty will apply from 1 April 2024. The Regulations 2013 require a joint committee.
---
1. Lamps // 1.1 Since the Committee was formed in October 2007 it has met each year. In the
first five years it planted 400 trees. In January 2014 there were 600.
---
1. Rent // 1.1 Payments are made in month 7 of the tenancy. Month 1 is the month after
signature.
---
1. Meeting // 1.1 The plan was on display from Saturday, 6” June, 2015, to Monday, 20" July,
2015. The next meeting is on Wednesday 12 March 2025.
---
1. Consultation // 1.1 The survey closes on 30 June 2025, and replies by 29/02/2024 were
counted.
---
Report to: Schools Forum / Date: 12 December 2024 // 1. Places // 1.1 In the summer term 2024
attendance rose to 94%. Attendance in the summer term 2025 will be reported in September.
---
Report to: Cabinet / Date: 15 October 2024 // 1. Performance // 1.1 In quarter 4 of 2023/24 the
target was met. For quarter 4 of 2024/25 the target was set at 96%.
---
Report to: Cabinet / Date: 9 January 2025 // 1. Plan // 1.1 Government announced a deadline of
21 March 2025 for plans. The hearing was arranged for 4 February 2025. Elections due on 1 May
2025 were postponed to May 2026.
---
CABINET / Date: 9 January 2025 // 1. Plan // 1.1 Since May 2024 more than 400 residents have
joined. From May 2025 they will pay £2.
---
Report to: Cabinet / Date: 9 January 2025 // 1. Plan // 1.1 The meeting planned for 12 December
2024 was cancelled. The scheme was to have opened in October 2024 but the opening was put off
until spring 2025.
---
To: Ferry Committee – 11 March 2025 // 1. Summary // 1.1 On 1 April 2025 the new duty takes
effect. On 1 May 2025, elections are held, and the Council was advised of this in January. In
April 2025, charges rise by 3%.
---
To: Ferry Committee – 11 March 2025 // 1. Summary // 1.1 The grant was confirmed for April 2025.
The Council was asked to bid by 30 April 2025. The lease was signed on 3 March 2025 and runs
from 1 April 2025.
---
To: Ferry Committee – 11 March 2025 // 1. Summary // 1.1 Cabinet agreed in January 2025 to hold
a review in June 2025. It was agreed that the consultation would open on 7 April 2025. Members
were told about the event on 5 April 2025.
---
To: Ferry Committee – 11 March 2025 // 1. Summary // 1.1 In 2025/26, the grant was increased by
government to £3m. For 2025/26 the Council received a one-year settlement. Employer
contributions increased in April 2025 by law.
---
To: Lamp Panel – 12 September 2024 // 1.1 The closing date for bids was 30 August 2024. The
deadline of 30 June 2024 was met. The current contract ends on 31 March 2025.
---
To: Lamp Panel – 12 September 2024 // 1.1 The Panel has met since 14 March 2024. On 1 October
2024 the operator, which was appointed in May, takes over. From 1 November 2024 fares are
halved.
---
Report to: Cabinet / Date: 6 November 2024 // 1.1 The outturn for 2023/24 was an underspend. The
forecast outturn for 2024/25 is an overspend. The outturn for 2024/25 will be told in June 2025.
---
Cabinet – 4 February 2026 // 1.1 The rate for May 2026 was set at 4%. The grant in April 2026
was estimated at £3m. We hoped to appoint in December 2025. The team planned to report in
October 2025.
---
Cabinet – 4 February 2026 // 1.1 It was hoped that the lamps would be lit by November 2025.
Members were told of a visit in March 2026. The Minister wrote about elections on 7 May 2026.
---
To: Harbour Board – 3 June 2025 // 1.1 The Board is to meet on 10 July 2025. In July 2024, 61%
were in favour. Residents were invited to the fair in August 2025. A grant was made for works in
August 2025.
---
1.1 The moorings were let for three years from 1 May 2021 to 30 April 2024. The festival runs
from Friday 6 June to Sunday 8 June 2025.
---
To: Harbour Board – 3 June 2025 // 1.1 The Trust signed the deed in April 2025. Thereafter, in
May 2025, the boats were handed over. They had been bought in 2011 and then stored; the Trust of
1998 was later wound up.
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
