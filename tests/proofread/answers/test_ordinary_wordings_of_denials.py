"""Ordinary wordings of denials against what the text tells.

Those of the first table are found, the innocent like them of the second are left alone; a stroke
parts lines, two strokes part paragraphs, a bar parts cells.
"""

import pytest

from ordinary_wordings import found_by_all, papers

_FOUND = """
Equality implications: Not applicable // 2. Equality // 2.1 The equality impact assessment found
an adverse effect on older passengers.
---
Financial implications: None // 2. Costs // 2.1 The scheme will cost £240,000 a year from the
general fund.
---
Staffing implications: None. // 2. Staff // 2.1 Three posts will be deleted and six people
moved.
---
Legal implications: No implications // 2. Law // 2.1 The council must by law consult before
closing a pier, and a claim for judicial review has been threatened.
---
Key decision: No // 2. Costs // 2.1 This is a key decision because it costs more than £500,000.
---
Exempt information: None // 2. Prices // 2.1 Appendix B is exempt under paragraph 3 of Schedule
12A.
---
This report is open. // 2. Prices // 2.1 This report is not for publication because it contains
exempt information.
---
Consultation: Not required // 2. Views // 2.1 A public consultation ran for six weeks and 240
people replied.
---
Wards affected: Oak // 2. Works // 2.1 The lamps are to be renewed in every ward of the borough.
---
Is an equality impact assessment needed? No // 2. Equality // 2.1 A full equality impact
assessment has been completed and is attached.
---
Urgent decision: No // 2. Reasons for urgency // 2.1 The decision is urgent and call-in does not
apply.
---
Capital or revenue: Revenue // 2. Money // 2.1 The £90,000 is capital spending, paid for by
borrowing.
---
Project status: Green // 2. Progress // 2.1 The project is rated red because it is six months
late.
---
2. Financial implications // 2.1 There are no financial implications arising from this report.
// 3. Proposal // 3.1 The council will spend £60,000 on lamps from the reserve.
---
2. Equality implications // There are no equality implications. // 3. Effects // 3.1 Closing the
ferry will have a negative impact on disabled passengers.
---
Environmental implications: N/A // 2. Proposal // 2.1 The new boilers will raise carbon
emissions by 40 tonnes a year.
---
☒ Key decision ☐ Non-key decision // 2. Type // 2.1 This is not a key decision.
---
[x] Open [ ] Exempt // 2. Status // 2.1 The public should be excluded while this item is
discussed.
---
Risk implications: None // 2. Risks // 2.1 There is a high risk that the contractor will fail.
---
Does the decision have financial implications? | No / Does it affect staff? | No // 2. Money //
2.1 The purchase will add £35,000 a year to the revenue budget.
---
Property implications: none // 2. Property // 2.1 The council will sell the old lamp house and
take a lease of the pier.
---
RAG status: Green // 2. Progress // 2.1 Work is well behind schedule and £80,000 over budget.
---
Overall rating: On track // 2. Progress // 2.1 The ferry will be delivered four months late and
the budget has been exceeded.
---
Data protection implications: Not applicable // 2. Data // 2.1 The scheme will collect and share
the personal data of 4,000 passengers.
---
Appendices: None // 2. Prices // 2.1 The prices are in Appendix A to this report.
---
Background papers: None // 2. Views // 2.1 This report relies on the background paper "Survey of
the harbour". // 3. Background papers // Survey of the harbour, 2023
---
The proposals have no budgetary impact. // 2. Money // 2.1 The cost of £75,000 will be met from
the general fund.
---
Procurement implications: None // 2. Contract // 2.1 A tender will be held and a contract worth
£300,000 let to the best bidder.
---
Resource implications: Nil // 2. Money // 2.1 The pier will need £45,000 from the harbour
reserve.
---
Human resources implications: None // 2. People // 2.1 Two lamp keepers' jobs are to be cut in
April 2025.
---
Equalities: No impact // 2. Effects // 2.1 The higher fee would have a disproportionate impact
on older passengers.
---
Procurement: N/A // 2. Supply // 2.1 The new lamps will be procured by open tender in May 2025.
---
Status: On track // 2. Progress // 2.1 Delivery is three months late.
---
Key decision? No // 2. Type // 2.1 This is a key decision as it affects two wards.
---
Wards affected: Elm // 2. Works // 2.1 The new fee will apply in all wards.
---
There are no staffing implications arising from this report. // 2. People // 2.1 The council
will recruit four lamp keepers to run the service.
---
Consultation undertaken: None // 2. Views // 2.1 A survey of passengers took place in the
autumn.
---
[ ] Key decision [x] Not a key decision // 2. Type // 2.1 This is a key decision because of its
cost.
---
Environmental implications: None. // 2. The proposal // 2.1 The new engines will cut carbon
emissions by a third.
---
The scheme has no legal implications. // 2. Law // 2.1 The council is required by law to publish
its fees.
---
RAG: Green // 2. Position // 2.1 The project is six weeks late and overspent.
---
Staff affected: None // 2. People // 2.1 Four posts are to be deleted.
"""

_LEFT_ALONE = """
Equality implications: Not applicable // 2. Equality // 2.1 No adverse effect was found.
---
Financial implications: None // 2. Costs // 2.1 The old scheme cost £240,000 a year.
---
Financial implications: None beyond the £40,000 already in the budget. // 2. Costs // 2.1 The
scheme will cost £40,000.
---
Key decision: No // 2. Costs // 2.1 A key decision is one that costs more than £500,000. This
one costs £200.
---
Key decision: Yes // 2. Costs // 2.1 This is a key decision.
---
Exempt information: None // 2. Prices // 2.1 The report is open.
---
Wards affected: All // 2. Works // 2.1 Lamps in Oak ward are to be renewed first.
---
Staffing implications: None // 2. Staff // 2.1 Staff have been told of the plan.
---
Legal implications: None // 2. Law // 2.1 The council may run ferries.
---
Project status: Green // 2. Progress // 2.1 The project was rated red last year and is now
green.
---
Status: Amber // 2. Progress // 2.1 Green means on track; amber means at risk; red means late.
---
Consultation: Not applicable // 2. Views // 2.1 The board will be told of the decision.
---
Financial implications: The cost is £40,000. // 2. Equality implications: None // 2.1 The scheme
will cost £40,000 a year.
---
2. Financial implications // There are no direct financial implications. The cost of £4,000 will
be met from the existing budget.
---
Urgent: No // 2. Works // 2.1 Urgent repairs to the pier were done in May.
---
Is an equality impact assessment needed? Yes // 2. Equality // 2.1 An equality impact assessment
has been completed.
---
☐ Key decision ☒ Non-key decision // 2. Type // 2.1 This is not a key decision.
---
Revenue implications: None // 2. Money // 2.1 The £90,000 is capital spending.
---
Capital implications: None // 2. Money // 2.1 The service will cost £20,000 a year from the
revenue budget.
---
Risk implications: None // 2. Risks // 2.1 There is no risk to the council.
---
Property implications: None // 2. Property // 2.1 The neighbouring harbour sold its lamp house.
---
Appendices: None // 2. Prices // 2.1 Appendix A to the budget report of 2023 gives the prices.
---
Equality implications: None // 2. Effects // 2.1 An assessment found a positive effect on
disabled passengers of the earlier scheme.
---
Financial implications: None // 2. Costs // 2.1 The whole cost of £50,000 is paid by the
government's grant to the harbour trust.
---
Financial implications: none arising from this report, which is for information // 2. Budget //
2.1 The service spent £3 million in 2023-24.
---
Environmental implications: None // 2. Proposal // 2.1 Lamps will be the same as before.
---
Environmental implications: None. // 2. The proposal // 2.1 The new engines will not change
carbon emissions.
---
Staffing implications: None // 2. People // 2.1 Posts deleted in 2022 have been missed.
---
RAG: Green // 2. Position // 2.1 The project was late in 2023 but has caught up.
---
Procurement implications: None // 2. Contract // 2.1 The contract was let in 2021 and runs to
2027.
---
Legal implications: None // 2. Law // 2.1 Nobody has threatened a legal challenge.
"""


@pytest.mark.parametrize("text", papers(_FOUND), ids=range(1, len(papers(_FOUND)) + 1))
def test_a_denial_that_the_text_belies_is_found(text: str) -> None:
    assert found_by_all(text) != []


@pytest.mark.parametrize("text", papers(_LEFT_ALONE), ids=range(1, len(papers(_LEFT_ALONE)) + 1))
def test_a_denial_that_stands_is_left_alone(text: str) -> None:
    assert found_by_all(text) == []
