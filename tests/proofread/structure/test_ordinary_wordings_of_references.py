"""Ordinary wordings of references to parts of the paper that are not there.

Those of the first table are found, the innocent like them of the second are left alone; a stroke
parts lines, two strokes part paragraphs, a bar parts cells.
"""

import pytest

from ordinary_wordings import found_by_all, papers

_FOUND = """
2. Background // 2.1 The risks are listed at paragraph 7.4. // 3. Next steps // 3.1 The ferries
will be painted.
---
2. Costs // 2.1 The full list is in Appendix C. // 3. Risks // 3.1 None were found. // Appendix
A: Map / Appendix B: Prices
---
2. Costs // 2.1 The options are as set out in section 8. // 3. Risks // 3.1 None were found. //
4. Conclusion // 4.1 The committee is asked to agree.
---
2. Costs // 2.1 Paragraph 2.9 explains how the price of a lamp was reached. // 2.2 The lamps
cost £4,000. // 3. Risks // 3.1 None were found.
---
2. Costs // 2.1 The prices of the lamps are in Table 4. // Table 1: Prices of lamps / Lamp |
Price / Oil | £10 / Gas | £12 // Table 2: Prices of ropes / Rope | Price / Hemp | £3 / Jute | £2
---
2. Costs // 2.1 Figure 3 shows the way in which visits fell. // Figure 1: Visits to the harbour
// Figure 2: Visits to the lamp room // 3. Risks // 3.1 None were found.
---
2. Costs // Lamp | Price / Oil (see note 3 below) | £10 / Gas (note 1) | £12 // Note 1: Price at
April. / Note 2: Price without tax.
---
2. Recommendations // 2.1 That the harbour plan be agreed. // 2.2 That the money be drawn from
the reserve. // 3. Reasons // 3.1 Recommendation 2.5 is made because the law requires it.
---
Recommendation 1: That the harbour plan be agreed. // Recommendation 2: That the lamp room be
let. // 3. Reasons // 3.1 Recommendation 4 follows from the survey.
---
2. Finance // 2.1 The money comes from the reserve (see para 6.2 below). // 3. Law // 3.1 The
council may run ferries.
---
2. Finance // 2.1 The lamps were bought on the terms described in paras 3.4 to 3.6. // 3. Law //
3.1 The council may run ferries. // 3.2 The licence runs for five years. // 3.3 The fee is £20.
---
2. Finance // 2.1 More detail can be found in Annex D to this report. // Annex A - Map of the
harbour // Annex B - Costs
---
2. Finance // 2.1 Details are attached (Appendix 3). // Appendices // Appendix 1 – Map /
Appendix 2 – Prices
---
2. Finance // 2.1 As table 6 demonstrates, the cost of rope has doubled. // Table 1 - Rope /
Year | Cost / 2022-23 | £10 / 2023-24 | £20 // 3. Law // 3.1 The council may run ferries.
---
2. Finance // 2.1 The assumptions in section 7 of this report have been tested. // 3. Law // 3.1
The council may run ferries. // 4. Staff // 4.1 Two posts are affected.
---
Recommendations // (a) That the plan be agreed. // (b) That the savings in paragraph 5.3 be
noted. // 2. Finance // 2.1 The savings are £20,000. // 3. Law // 3.1 The council may run
ferries.
---
2. Finance // 2.1 The reader is referred to Schedule 3 at the end of this report. // Schedule 1:
Fees / Schedule 2: Times of ferries
---
2. Risks // 2.1 The mitigation of each risk is given in Section 9 above. // 3. Law // 3.1 The
council may run ferries.
---
2. Finance // 2.1 See paragraphs 2.4 and 2.5 for the reasons. // 2.2 The cost is £40. // 2.3 The
lamps are old. // 3. Law // 3.1 The council may run ferries.
---
2. Finance // 2.1 Columns marked * are explained in Note 4 to the table. // Lamp | Price / Oil |
£10 / Gas | £12 // Notes / 1. Price at April. / 2. Price without tax.
---
2. Finance // 2.1 Option 4 is recommended because it is the cheapest. // Option 1: Do nothing. /
Option 2: Let the harbour. / Option 3: Sell the ferry.
---
2. Finance // 2.1 A breakdown by ward is provided at Appendix E. // 3. List of appendices //
Appendix A – Map / Appendix B – Prices / Appendix C – Survey
---
2. Finance // 2.1 The risk described at 6.3 above has been closed. // 3. Law // 3.1 The council
may run ferries.
---
2. Finance // 2.1 Mitigations for Risk 5 are under way. // Risk 1: Cost of rope. / Risk 2: Loss
of staff. / Risk 3: Change in the law.
---
2. Finance // 2.1 The sums in Tables 2 and 3 are before tax. // Table 1: Prices / Lamp | Price /
Oil | £10 / Gas | £12 // Table 2: Ropes / Rope | Price / Hemp | £3 / Jute | £2
---
2. Finance // 2.1 Having regard to the matters in Part 4 of this report, the committee may agree
the loan. // Part 1: Facts // The ferry is old. // Part 2: Law // The council may borrow.
---
2. Costs // 2.1 The price of each lamp was agreed (paragraph 8.1 refers). // 3. Risks // 3.1
None were found. // 3.2 The ferry is safe.
---
2. Costs // 2.1 Members will find the calculation at Appendix F. // Appendix A – Map / Appendix
B – Prices
---
2. Costs // 2.1 For the legal position please see section 9. // 3. Law // 3.1 The council may
run ferries. // 4. Close // 4.1 The committee is asked to agree.
---
Action 1: Buy ropes. // Action 2: Clean lamps. // Action 3: Paint the ferry. // 2. Progress //
2.1 Action 6 has been completed ahead of time.
---
2. Costs // 2.1 Visits are broken down by month in Table 5. // Table 1: Visits / Lamp | Visits /
Oil | 10 / Gas | 12 // Table 2: Ropes / Rope | Price / Hemp | £3 / Jute | £2
---
2. Costs // 2.1 As paragraph 2.8 makes clear, the fee is fair. // 2.2 The fee is £40. // 2.3 It
was last raised in 2019.
---
Objective 1: Clean harbours // Objective 2: Bright lamps // 2. Progress // 2.1 The council is
ahead of plan on Objective 5.
---
2. Costs // 2.1 The method is given in full in Annex 4. // Annexes / Annex 1: Map / Annex 2:
Prices
---
2. Costs // 2.1 The reasons already stated in 9.2 above apply here also. // 3. Law // 3.1 The
council may run ferries.
---
2. Costs // 2.1 A comparison with other harbours is shown in Figures 1 and 4. // Figure 1:
Visits // Figure 2: Fees
---
2. Costs // 2.1 Further figures appear in Appendix G below. // Appendix A: Map / Appendix B:
Prices
---
2. Costs // 2.1 The duty to consult, considered at paragraph 9.3, has been met. // 3. Law // 3.1
The council may run ferries.
---
Proposal 1: Raise fees // Proposal 2: Cut hours // 2. Views // 2.1 Users objected most of all to
Proposal 4.
"""

_LEFT_ALONE = """
2. Law // 2.1 The duty is in section 149 of the Equality Act 2010.
---
2. Law // 2.1 Section 7 of the report attached sets out the costs. // Appendix A: Report of the
harbour master
---
2. Law // 2.1 A press notice is exempt under paragraph 3 of Part 1 of Schedule 12A to the Local
Government Act 1972.
---
2. Law // 2.1 The full survey is attached as Appendix A.
---
2. Law // 2.1 Paragraph 7.4 of the harbour master's report lists the risks.
---
2. Law // 2.1 As reported in Appendix C of the budget report in February 2024, the fee is £20.
// Appendix A: Map / Appendix B: Prices
---
2. Law // 2.1 The agreement was made under Section 106.
---
2. Law // 2.1 The chief officer has issued no Section 114 notice, and s.151 advice has been
taken.
---
2. Finance // 2.1 The reasons are in paragraphs 2.2 and 2.3. // 2.2 The lamps are old. // 2.3
The ropes are worn.
---
2. Finance // 2.1 The price of lamps is in Table 1. // Table 1: Prices / Lamp | Price / Oil |
£10 / Gas | £12
---
2. Finance // 2.1 The National Planning Policy Framework (paragraph 116) allows this.
---
2. Finance // 2.1 Policy 7 of the local plan and Table 5 of that plan apply.
---
2. Finance // 2.1 Section 8 housing was built in America.
---
2. Finance // 2.1 Details are given in Appendix A, and the legal advice is in exempt Appendix B.
---
2. Finance // 2.1 See Section 3 below. // 3. Law // 3.1 The council may run ferries.
---
2. Finance // 2.1 The licence (clause 14.2) lets the council end it; paragraph 9.1 of the
licence sets the fee.
---
2. Finance // 2.1 The cabinet agreed on 4 March 2024 (minute 118) to buy the ferry.
---
2. Finance // 2.1 Recommendation 12 of the ombudsman's report was accepted.
---
2. Finance // 2.1 Under Article 8 of the Convention everyone has a right to a home; Part 6 of
the Housing Act 1996 applies.
---
2. Finance // 2.1 Standing Order 14.3 and paragraph 6.7 of the Constitution require two
quotations.
---
2. Finance // 2.1 Figure 2 of the Treasury's Green Book gives the method.
---
2. Finance // 2.1 The inquiry's Recommendation 9 has been carried out. // Recommendation 1: That
the report be noted. / Recommendation 2: That the fee be agreed.
---
2. Finance // 2.1 A full list is at Appendix 3 (to follow). // Appendix 1: Map / Appendix 2:
Prices
---
2. Finance // 2.1 Ferries carried 7.4 passengers on average, and 6.3 above deck.
---
2. Finance // 2.1 Option 4 in the consultant's paper was rejected. Part 2 of the meeting is
exempt. // Option 1: Do nothing. / Option 2: Let the harbour.
---
2. Finance // 2.1 The notes to the table explain the price; note 1 gives the date. // Lamp |
Price / Oil (1) | £10 / Gas | £12 // Note 1: price in April.
---
2. Costs // 2.1 Appendix G to the tender sets out the price. // Appendix A: Map / Appendix B:
Prices
---
2. Costs // 2.1 The inspector's paragraph 9.3 considers the duty to consult.
---
Risk 1: Cost / Mitigation: more money / Risk 2: Staff / Mitigation: more staff // 2. Other risks
// 2.1 The national risk register has a Risk 14 on floods.
"""


@pytest.mark.parametrize("text", papers(_FOUND), ids=range(1, len(papers(_FOUND)) + 1))
def test_a_reference_to_what_is_not_there_is_found(text: str) -> None:
    assert found_by_all(text) != []


@pytest.mark.parametrize("text", papers(_LEFT_ALONE), ids=range(1, len(papers(_LEFT_ALONE)) + 1))
def test_a_reference_that_leads_somewhere_is_left_alone(text: str) -> None:
    assert found_by_all(text) == []
