"""Ordinary wordings of results of consultations without their number.

Those of the first table are found, the innocent like them of the second are left alone; a stroke
parts lines, two strokes part paragraphs, a bar parts cells.
"""

import pytest

from ordinary_wordings import found_by_all, papers

_FOUND = """
2. Views // 2.1 71% of those responding to the budget consultation supported the rise.
---
2. Views // 2.1 Most respondents (64%) preferred option B.
---
2. Views // 2.1 Of tenants who replied, 82% were satisfied.
---
2. Views // 2.1 The survey found that 58% of passengers wanted later ferries.
---
2. Views // 2.1 Three quarters of respondents agreed with the proposal.
---
2. Views // 2.1 A majority of consultees (55 per cent) were against the closure.
---
2. Views // 2.1 Consultation was carried out in the autumn. 68% said yes.
---
2. Views // • 62% of residents who took part agreed with the new fee
---
Question | Agree | Disagree / Should ferries run later? | 62% | 38% / Should lamps be brighter?
| 71% | 29%
---
2. Views // 2.1 Support for the plan stood at 77% in the public consultation.
---
2. Views // 2.1 In the staff survey nine in ten said that they were proud of the harbour.
---
2. Views // 2.1 The proposal was supported by 66% of people who completed the questionnaire.
---
2. Views // 2.1 Feedback was good, with 88% rating the ferry as good or very good.
---
2. Views // 2.1 During the consultation, 43% of businesses opposed the levy.
---
2. Views // 2.1 Satisfaction among tenants rose from 71% to 79% in this year's survey.
---
2. Minutes // The officer told members that 80% of the responses had been in favour.
---
2. Views // 2.1 Responses to the engagement were mixed: 51% in favour and 49% against.
---
2. Views // 2.1 The poll showed 59% support.
---
2. Views // 2.1 Two thirds of parents who answered wanted the school ferry to stay.
---
Consultation outcome: 72% in favour of the scheme.
---
2. Views // 2.1 An online questionnaire was open for six weeks, to which 90% replied positively.
---
2. Views // 2.1 Just over half of participants backed the new route.
---
2. Views // 2.1 Overall, 69% of all comments received were supportive.
---
2. Reasons // 2.1 That the fee be raised, 74% of those consulted having agreed.
---
2. Views // 2.1 Among disabled passengers, 35% felt that the pier was unsafe, according to the
survey.
---
2. Views // 2.1 The great majority of replies (nearly 90%) were positive.
---
2. Views // 2.1 Nearly two thirds of those who replied were in favour.
---
2. Views // 2.1 83% of responses to the survey backed later ferries.
---
2. Views // 2.1 The questionnaire showed that 57% of users disliked the new fee.
---
2. Views // 2.1 A public consultation was held in May 2024. 61% agreed with the plan.
---
2. Views // 2.1 Opposition to the closure was strong (76% of respondents).
---
2. Views // 2.1 Respondents were mostly content: 68% were satisfied with the service.
---
2. Views // 2.1 Of those consulted, 54% preferred the cheaper option.
---
2. Views // 2.1 Four in five traders supported the scheme.
---
2. Views // 2.1 The ballot of tenants gave 73% support for the transfer.
---
Question | Yes | No / Is the fee fair? | 44% | 56%
---
2. Views // 2.1 In total 67% of people responding said that they would use a later ferry.
---
2. Views // 2.1 The survey results are clear: 81% want brighter lamps.
---
2. Views // 2.1 Half of all consultees objected to the fee.
"""

_LEFT_ALONE = """
2. Views // 2.1 71% of the 412 people who responded to the budget consultation supported the
rise.
---
2. Views // 2.1 There were 230 replies. Most respondents (64%) preferred option B.
---
2. Views // 2.1 Of 90 tenants who replied, 82% were satisfied.
---
2. Views // 2.1 The survey of 1,200 passengers found that 58% wanted later ferries.
---
2. Views // 2.1 64% (147 of 230) preferred option B.
---
2. Views // 2.1 The response rate was 34%.
---
2. Rates // 2.1 Council tax will rise by 4.99%, and 71% of the budget is spent on care.
---
2. Views // 2.1 A consultation will take place in May 2025; 50% of households will be invited.
---
2. Views // 2.1 240 people took part. // 2.2 Of these, 62% agreed and 38% did not.
---
2. Views // 2.1 The consultation drew 96 responses. // Question | Agree | Disagree / Should
ferries run later? | 62% | 38%
---
Question | Agree | Disagree | Number of replies / Should ferries run later? | 62% | 38% | 96
---
2. Views // 2.1 Results: 62% agreed (n=96).
---
2. Views // 2.1 The census found that 12% of households have no car.
---
2. Trade // 2.1 60% of contractors responded to repairs in two hours.
---
2. Trade // 2.1 The ferry ran on time on 92% of days.
---
2. Views // 2.1 Respondents were asked whether a rise of 5% was fair.
---
2. Views // 2.1 More people supported the plan than opposed it (148 against 90), that is 62%.
---
2. Views // 2.1 The consultation proposed a discount of 25%.
---
2. Views // 2.1 Members of the committee voted 60% to 40%.
---
2. Law // 2.1 A quorum of two thirds of members is needed.
---
2. Views // 2.1 In the survey, answered by 88 of the 140 staff, nine in ten said that they were
proud.
---
2. Views // 2.1 Sixty people wrote to us; three quarters of them agreed.
---
2. Care // 2.1 85% of complaints were answered in time.
---
2. Views // 2.1 The government's consultation proposes that 50% of rates be kept.
---
2. Care // 2.1 The aim is that 80% of tenants are satisfied.
---
2. Views // 2.1 Nationally, 74% of the public support bright lamps (Lamp Board survey, 2023,
sample 2,000).
---
2. Views // 2.1 The survey had 1,100 replies. The results are clear: 81% want brighter lamps.
---
2. Views // 2.1 Half of all lamps are more than ten years old.
---
2. Views // 2.1 Sickness fell to 3%, and 81% of staff have had an appraisal.
"""


@pytest.mark.parametrize("text", papers(_FOUND), ids=range(1, len(papers(_FOUND)) + 1))
def test_a_share_of_answers_without_its_number_is_found(text: str) -> None:
    assert found_by_all(text) != []


@pytest.mark.parametrize("text", papers(_LEFT_ALONE), ids=range(1, len(papers(_LEFT_ALONE)) + 1))
def test_a_share_with_its_number_is_left_alone(text: str) -> None:
    assert found_by_all(text) == []
