"""Ordinary wordings of days that do not go together: meetings, minutes, spans, extensions, weeks.

Each paper of the first table has the rule that finds it; the papers of the second are left alone.
A stroke parts lines, two part paragraphs.
"""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.proofread import proofread
from moothall.proofread.rules import rules_in
from ordinary_wordings import papers

_FOUND = """
the_minutes_approved_are_those_of_the_meeting_named // MINUTES of a meeting of the Harbour Board
held in the Pier Room on Thursday, 20 March 2025. / PRESENT: Mr A Nott (Chairman), Mrs B Orme //
12. Minutes of the meeting held on 18 February 2025 / RESOLVED that the minutes of the meeting
of the Board held on 11 February 2025 be approved as a correct record.
---
the_minutes_approved_are_those_of_the_meeting_named // MINUTES OF THE QUAY TOWN COUNCIL HELD ON
MONDAY 9 JUNE 2025 // 3. Minutes of the last meeting – 12 May 2025 / It was proposed and agreed
that the minutes of 21 May 2025 be signed as a true record.
---
the_minutes_approved_are_those_of_the_meeting_named // MINUTES of the Ferry Committee held at
the Town Hall on Wednesday, 8 January 2025. // 21. Harbour Panel Minutes September 2024 and
November 2024 / RESOLVED that the minutes of the Panel of 24 September 2024 and 12 November 2023
be noted.
---
a_meeting_of_the_front_sheet_keeps_its_day // From: Ruth Allard, Cabinet Member for Harbours /
To: County Council, 20 March 2025 / Previous Pathway: Harbour and Audit Committee, 16 January
2025; Lamp Services Committee, 20 February 2025 // 1. Overview // 1.1 The Harbour and Audit
Committee looked at the draft rules on 14 January 2025 and was content.
---
a_meeting_of_the_front_sheet_keeps_its_day // Report to: Full Council / Date: 18 July 2024 /
Previously considered by: Licensing Committee (3 June 2024), Overview Board (10 June 2024) // 1.
Background // 1.1 This report was considered by the Licensing Committee (13 June 2024), which
supported it.
---
a_meeting_of_the_front_sheet_keeps_its_day // Committee: Council / Date: 20 November 2024 /
Consultation undertaken: Ferry Scrutiny Panel on 4 October 2024 // 1. Introduction // 1.1 When
the Ferry Scrutiny Panel met on 14 October 2024 it asked for more detail.
---
what_follows_has_the_later_date // From: Ruth Allard / To: County Council 20th March 2025 // 1.
Background // 1.1 The proposals were presented to the Member Panel in May 2023 and subsequently
agreed by full Council on 14 June 2022.
---
what_follows_has_the_later_date // Report to: Cabinet / Date: 6 March 2025 // 1. Background //
1.1 The pier was surveyed in May 2024. Following this, a contractor was appointed in March 2024.
---
what_follows_has_the_later_date // Report to: Cabinet / Date: 6 March 2025 // 1. Background //
1.1 The draft was consulted upon in June 2024 and then adopted by the Council on 4 April 2024.
---
a_span_of_years_ends_after_it_begins // 1. Tributes // 1.1 Mr Nott was a member of the Harbour
Board from 1981 until 1971 and Chairman for ten years.
---
a_period_ends_after_it_begins // 1. Consultation // 1.1 The consultation ran from 14 October
2024 to 2 September 2024 and drew 214 replies.
---
what_was_held_in_a_time_lies_in_it // 1. Tributes // 1.1 Mr Nott served as councillor for Quay
West from 2006 to 2016. In his time at the Council he was Chairman of the Ferry Committee from
2012 to 2018.
---
an_extension_ends_after_the_term // Report to: Cabinet / Date: 6 March 2025 // 1. Background //
1.1 The lamp contracts were let for two years until 30 June 2022. They were then extended for a
further year until 30 June 2022.
---
an_extension_ends_after_the_term // Report to: Cabinet / Date: 6 March 2025 // 1. Background //
1.1 The contract, which was due to end on 30 June 2025, was extended by twelve months to 30 June
2025.
---
what_lasts_some_weeks_ends_after_them // 1. Works // 1.1 The works would start in early March
2018 and were estimated to take 30 weeks, so that completion was put in July 2018.
---
what_lasts_some_weeks_ends_after_them // 1. Works // 1.1 Work on the quay began on 6 January
2025. It will last 12 weeks and finish on 30 May 2025.
---
a_period_of_years_is_as_long_as_its_years // 1. Rates // 1.1 Rates demanded fell by 5% in the 3
year period from 2010 to 2014.
---
a_weekday_agrees_with_its_date // 1. Display // 1.1 The plan was on public display from Friday,
6” June, 2015, to Monday, 20" July, 2015.
---
a_weekday_agrees_with_its_date // 1. Meeting // 1.1 The next meeting is on Tuesday 12 March 2025
at 7pm.
---
a_weekday_agrees_with_its_date // 1. Meeting // 1.1 The drop-in will be held on 9th June 2025
(Thursday) at the pier.
---
a_date_exists // 1. Consultation // 1.1 The survey will close on 31 June 2025.
---
a_date_exists // 1. Consultation // 1.1 Replies are asked for by 30/02/2025.
---
a_meeting_was_held_on_the_day_of_its_title // MEETING WITH THE ENGINEERS AT QUAY TOWN HALL HELD
ON 6TH MAY 2015 // Mr Nott and Mrs Orme met with the engineer on the 5th of May. He could say
little.
---
an_act_told_twice_was_on_one_day // Report to: Cabinet / Date: 9 January 2025 // 1. Summary //
1.1 Cabinet agreed the lamp contract on 12 November 2024. // 4. Background // 4.1 On 21 November
2024 Cabinet agreed the lamp contract and asked for a report back.
---
the_minutes_approved_are_those_of_the_meeting_named // Minutes of the Lampton Town Council
meeting held on Monday 10th February 2025 at 7pm // 24/101 To receive and sign the minutes of
the meeting held on 13th January 2025 // RESOLVED: that the minutes of 20th January 2025 be
signed by the Mayor.
---
a_meeting_of_the_front_sheet_keeps_its_day // Report to: Council / Date: 24 July 2025 /
Previously considered at: Audit and Risk Committee – 8 July 2025 // 1. Background // 1.1 On 18
July 2025, the Audit and Risk Committee endorsed the policy without change.
---
a_span_of_years_ends_after_it_begins // 1. Obituary // 1.1 Mrs Orme sat for Pier Ward between
1999 and 1991, and was Mayor twice.
---
an_extension_ends_after_the_term // 1. Contract // 1.1 The ferry contract ran to 31 August 2024.
Cabinet then agreed a six-month extension to 31 August 2024.
---
what_lasts_some_weeks_ends_after_them // 1. Programme // 1.1 The resurfacing begins on 3 March
2025, is expected to last ten weeks and will be finished by the end of July 2025.
---
a_weekday_agrees_with_its_date // 1. Events // 1.1 The Lantern Fair will be held on Saturday
13th July 2025 on the quay.
---
what_follows_has_the_later_date // Report to: Cabinet / Date: 5 February 2025 // 1. Background
// 1.1 The old quay was closed in October 2023. After that, the ferry moved to the new quay in
June 2023.
---
the_minutes_approved_are_those_of_the_meeting_named // MINUTES OF LAMPTON TOWN COUNCIL held in
the Pier Hall on Tuesday 4th March 2025 // Present: Cllr Nott (Chair), Cllr Orme // 3. Minutes
of the meeting held on 4 February 2025 // RESOLVED that the Minutes of 4 February 2024 be
confirmed and signed.
---
a_meeting_of_the_front_sheet_keeps_its_day // Report to: Cabinet / Date: 12 September 2024 /
Past pathway: Harbour Cabinet Committee, 9 July 2024 // 1. Summary // 1.1 Following debate at
the Harbour Cabinet Committee on 19 July 2024, the scheme was amended.
---
an_extension_ends_after_the_term // 1. Background // 1.1 The agreement of 2019 ran until 30
September 2023. It was extended for a further two years until 30 September 2024.
---
what_lasts_some_weeks_ends_after_them // 1. Works // 1.1 The contractor started on 6 January
2025. The works took 14 weeks and were completed on 7 March 2025.
---
a_span_of_years_ends_after_it_begins // 1. Works // 1.1 Between 2018 and 2015 the Council built
40 lamps each year.
---
what_follows_has_the_later_date // 1. Background // 1.1 The Board was set up in 2019, and was
subsequently merged with the Trust in 2016.
---
a_weekday_agrees_with_its_date // 1. Diary // 1.1 Council meets on Thursday, 19 March 2025 and
on Thursday 22 May 2025.
---
an_act_told_twice_was_on_one_day // Report to: Cabinet / Date: 6 November 2024 // 1. Background
// 1.1 The Lamp Charter was signed by the Leader in March 2022. // 4. History // 4.1 In March
2021 the Leader signed the Lamp Charter.
---
a_period_ends_after_it_begins // Report to: Cabinet / Date: 26 November 2025 // 1. Background //
1.1 The pilot ran from September 2024 to March 2024 on two routes.
---
what_follows_has_the_later_date // Report to: Cabinet / Date: 26 November 2025 // 1. Background
// 1.1 The tenancy began in 2016 and was later renewed in 2014.
---
a_meeting_of_the_front_sheet_keeps_its_day // Report to: Council / Date: 26 November 2025 /
Considered by: Standards Committee 12 November 2025 // 1. Background // 1.1 The Standards
Committee met on 5 November 2025 to go through the draft.
---
an_extension_ends_after_the_term // 1. Lease // 1.1 The present lease expires on 30 September
2025; the Trust has asked for another five years, to 30 September 2028.
---
a_weekday_agrees_with_its_date // 1. Diary // 1.1 The Annual Meeting will be on Wed 14 May 2025
and the next on Mon 10 June 2025.
---
what_follows_has_the_later_date // To: Harbour Board – 3 June 2025 // 1.1 The Trust signed the
deed in April 2025. Thereafter, in January 2025, the boats were handed over.
---
a_time_told_is_the_time_between_its_days // 1.1 The moorings were let for three years from 1 May
2021 to 30 April 2023.
---
a_weekday_agrees_with_its_date // 1.1 The festival runs from Friday 6 June to Sunday 9 June
2025.
"""

_LEFT_ALONE = """
MINUTES of a meeting of the Harbour Board held in the Pier Room on Thursday, 20 March 2025. //
12. Date of next meeting / The next meeting will be held on Thursday, 15 May 2025.
---
From: Ruth Allard / To: County Council – 20 March 2025 / Previous Pathway: Harbour and Audit
Committee, 16 January 2025; Lamp Services Committee, 20 February 2025 // 1. Overview // 1.1 The
Harbour and Audit Committee looked at the draft rules on 16 January 2025. The Lamp Services
Committee considered them on 20 February 2025.
---
From: Ruth Allard / To: County Council – 20 March 2025 / Previous Pathway: Harbour and Audit
Committee, 16 January 2025 // 1. Overview // 1.1 The Harbour and Audit Committee first discussed
a self-assessment on 14 November 2024. The Committee will see the results at its meeting on 10
July 2025.
---
1. Tributes // 1.1 Mr Nott was a member from 1971 until 1981, and of the District Council from
1955 to 1970. He was Mayor in 1968.
---
1. Tributes // 1.1 Mr Nott was councillor for Quay West from 2006 to 2016. His wife chaired the
Trust from 2012 to 2018.
---
1. Background // 1.1 The contracts were let until 31 March 2022. They were extended for a
further year until 31 March 2023 and again until 31 March 2024.
---
1. Background // 1.1 The contract, which was due to end on 30 June 2024, was extended by twelve
months to 30 June 2025.
---
1. Works // 1.1 The works start in early March 2018 and take 30 weeks, with completion in
October 2018.
---
1. Works // 1.1 The survey began on 6 January 2025 and lasted six weeks. The works then take
four months and finish on 30 June 2025.
---
1. Rates // 1.1 Rates fell in the 3 year period from 2012 to 2015, and rose in the five year
period 2015/16 to 2019/20. The four-year plan from 2021 to 2024 has been renewed.
---
1. Budget // 1.1 The accounts as at 31 October, month 7, show an underspend. The forecast at
Period 9 (end of December 2024) is the same.
---
MEETING WITH THE ENGINEERS AT QUAY TOWN HALL HELD ON 6TH MAY 2015 // Mr Nott and Mrs Orme met
with the engineer on the 6th of May. They had last met on the 3rd of March.
---
Report to: Cabinet / Date: 9 January 2025 // 1. Plan // 1.1 Mrs Orme has been appointed from 1
February 2025. The contract was let until 31 March 2028, and the grant was confirmed for
2025/26. The lease was extended to 30 June 2026.
---
Report to: Cabinet / Date: 6 March 2025 // 1. Background // 1.1 The pier was surveyed in May
2024, as it had been in 2021. Following this, a contractor was appointed in July 2024. The
survey of May 2024 followed an earlier one in 2019.
---
Report to: Cabinet / Date: 6 March 2025 // 1. Background // 1.1 In 2024 the Council closed the
pier, and in March 2023 it had already been narrowed. The pier was subsequently sold. The report
of March 2023, subsequently revised in June 2024, said so.
---
HARBOUR BOARD – 10th December 2024 // 3. Minutes of the meeting held on 3 October 2024 and 12
November 2024 / RESOLVED that the minutes of 3 October 2024 and 12 November 2024 be agreed.
---
MINUTES of the Ferry Committee held at the Town Hall on Wednesday, 8 January 2025. // 21.
Minutes of the meeting held on 6 November 2024 / RESOLVED that the minutes of 6 November 2024 be
approved. Mr Nott asked about the site visit of 20 November 2024 and the minutes of the Panel of
3 December 2024.
---
Report to: Council / Date: 24 July 2025 / Previously considered at: Audit and Risk Committee – 8
July 2025 // 1. Background // 1.1 The Audit and Risk Committee began this work on 24 June 2025
and will come back to it on 23 September 2025. The Harbour Committee met on 15 July 2025.
---
MINUTES OF THE MEETING OF LAMPTON PARISH COUNCIL HELD ON 8TH JANUARY 2024 // 3. Minutes of the
meetings held on 6 November 2023 and 4 December 2023 / RESOLVED that the minutes of the meetings
held on 6 November 2023 and 4 December 2023 be approved as a correct record. // 4. Matters
arising from the minutes of 4 December 2023 / The meeting of the working group on 18 December
2023 was noted.
---
1. Contract // 1.1 The contract ran to 31 August 2023 and was extended by one year to 31 August
2024, with an option of a further year to 31 August 2025.
---
1. Programme // 1.1 Works begin on 3 March 2025, last ten weeks and end in mid-May 2025. The
consultation ran for six weeks from 6 January 2025; the decision follows in April 2025.
---
1. Periods // 1.1 The Period 6 report (to 30 September 2024) and the Month 9 report (December
2024) are attached. In month 3 of the contract, May 2024, the operator changed.
---
Report to: Cabinet / Date: 5 February 2025 // 1. Background // 1.1 The plan was published in
November 2024 for consultation and then in January 2025 as a final draft. The tender was
published on 4 November 2024. The tender for lamps was published on 2 December 2024.
---
Report to: Cabinet / Date: 5 February 2025 // 1. Background // 1.1 The quay was closed in
October 2023. Following this, in December 2023, the ferry moved. Cabinet had agreed this in
March 2023, and then in June 2023 told the operator.
---
1. Members // 1.1 Mr Nott was elected in May 2017 and again in May 2021. During that time he was
Chairman from 2018 to 2020. He had been a parish councillor from 1999 to 2017.
---
Report to: Cabinet / Date: 5 February 2025 // 1. Grant // 1.1 Elections in May 2025 were
cancelled. The inspection in March 2025 has been announced. The Act received assent in July 2024
and commenced in part in October 2024. The review due in April 2025 was brought forward. Those
elected in May 2025 will decide.
---
To: Lamp Panel – 12 September 2024 // 1.1 The contract was awarded for the period from 1 October
2024. The post was advertised on 2 September 2024 with a closing date of 30 September 2024. It
was resolved to hold the meeting on 14 November 2024.
---
1. Works // 1.1 The survey took six weeks from 6 January 2025; the works, over 14 weeks, ended
on 30 June 2025. Work began on site in March 2024 and took 6 months, ending in September 2024.
---
1. History // 1.1 The Board was set up in 2016, and was subsequently merged with the Trust in
2019. The Trust, founded in 2001, then built the pier of 1998 anew. In 2020 it closed; the
Charter of 2012 was subsequently revoked.
---
Report to: Cabinet / Date: 6 November 2024 / Past pathway: Harbour Cabinet Committee, 9 July
2024; Harbour Cabinet Committee, 10 September 2024 // 1.1 The Harbour Cabinet Committee on 19
July 2024 held a workshop. Cabinet agreed the plan on 12 September 2024 and the budget on 26
September 2024.
---
1. Terms // 1.1 The lease was for two years from 1 April 2022. It was extended by one year to 31
March 2025, and has an option for a further year until 31 March 2026.
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
