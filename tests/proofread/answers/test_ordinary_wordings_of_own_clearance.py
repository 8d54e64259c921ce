"""Ordinary wordings of work cleared by whoever did it.

Those of the first table are found, the innocent like them of the second are left alone; a stroke
parts lines, two strokes part paragraphs, a bar parts cells.
"""

import pytest

from ordinary_wordings import found_by_all, papers

_FOUND = """
2. Finance // 2.1 The report author has reviewed this report and confirms that the figures are
right.
---
Author: Lamp Keeper / Finance comments cleared by: Lamp Keeper
---
Report author: A. Wick, Lamp Keeper / Cleared by: A. Wick, Lamp Keeper
---
2. Finance // 2.1 The project team has confirmed that its own spending was proper.
---
2. Finance // 2.1 This report was reviewed by the report author.
---
2. Finance // 2.1 The legal comments have been checked by the author of this report.
---
Contact officer: B. Rope / Section 151 officer clearance: B. Rope, 3 February 2025
---
2. Assurance // 2.1 Assurance on the ferry project was given by the ferry project team.
---
2. Audit // 2.1 The audit of the harbour fund was carried out by the harbour fund manager.
---
2. Finance // 2.1 The contact officer has approved the financial implications.
---
2. Assurance // 2.1 The programme board assessed its own performance as good.
---
Prepared by: C. Oar / Approved by: C. Oar
---
Equality impact assessment / Completed by: D. Mast / Signed off by: D. Mast
---
2. Finance // 2.1 The savings were verified by the team that is to deliver them.
---
2. Finance // 2.1 The service has marked its own work and rates it as excellent.
---
2. Contract // 2.1 The contractor certified its own invoices for payment.
---
2. Finance // 2.1 Quality assurance: carried out by the report author.
---
Name | Role / E. Keel | Report author / E. Keel | Finance reviewer
---
2. Finance // 2.1 The figures in this report have been validated by the officer who wrote it.
---
2. Contract // 2.1 The supplier has evaluated the success of its own scheme, and found it to be
good value.
---
Drafted by the Harbour Master. Checked by the Harbour Master.
---
2. Assurance // 2.1 The independent review was led by the manager of the project under review.
---
2. Finance // 2.1 Delegated payments to the lamp team are authorised by the lamp team.
---
Author: F. Hull / Consulted: Legal – F. Hull; Finance – F. Hull
---
2. Finance // 2.1 The director who proposed the purchase also signed off the business case,
having written it.
---
2. Sign-off // The author has cleared the report on behalf of Finance and Legal.
---
2. Finance // 2.1 The report's author has checked the calculations.
---
2. Assurance // 2.1 The lamp service audited its own accounts and found no fault.
---
Author: G. Sail / Approved by: G. Sail
---
2. Assurance // 2.1 The evaluation of the pier scheme was carried out by the pier scheme
manager.
---
2. Finance // 2.1 The financial implications have been approved by the contact officer.
---
2. Finance // 2.1 Costs were verified by the officers who prepared them.
---
Contact officer: H. Knot / Legal clearance: H. Knot
---
2. Contract // 2.1 The operator has certified its own performance.
---
2. Finance // 2.1 The business case was reviewed by the team which wrote it.
---
Prepared by the Lamp Keeper; approved by the Lamp Keeper.
---
2. Finance // 2.1 The report author also cleared the finance comments.
---
2. Finance // 2.1 The claim was checked by the officer who submitted it.
---
Report author: J. Spar / Reviewed by: J. Spar
---
2. Assurance // 2.1 Inspections of the ferry fleet are carried out by the ferry fleet manager.
---
Responsible Officer // Gwen Stay - Lamps // Approved by (Note: in the App) // Gwen Stay - Lamps
---
2. Audit // 2.1 Cllr Tarn carried out the internal audit of the harbour accounts in May.
---
2. Audit // 2.1 The internal audit was done by Councillor Beck, who found nothing amiss.
---
2. Audit // 2.1 Cllr Ann Rill agreed to act as internal auditor for the year.
"""

_LEFT_ALONE = """
Responsible Officer // Gwen Stay - Lamps // Approved by (Note: in the App) // Hal Bight - Lamps
---
2. Audit // 2.1 Cllr Tarn asked who had carried out the internal audit of the accounts.
---
2. Audit // 2.1 Cllr Tarn thanked Mrs Gale, who carried out the internal audit in May.
---
2. Audit // 2.1 Cllr Tarn proposed that Mrs Gale be appointed as the internal auditor.
---
Author: Lamp Keeper / Finance comments cleared by: Harbour Master
---
2. Finance // 2.1 The report was reviewed by the section 151 officer.
---
2. Finance // 2.1 The author thanks the finance team, which has checked the figures.
---
2. Finance // 2.1 The project team's spending was reviewed by internal audit.
---
Report author: A. Wick / Contact officer: A. Wick
---
2. Finance // 2.1 The report author has been asked to come to the meeting.
---
2. Assurance // 2.1 Internal audit gave assurance on the ferry project.
---
Contact officer: B. Rope / Report author: B. Rope / Finance clearance: C. Oar
---
2. Finance // 2.1 The project team has confirmed the date of the launch.
---
Prepared by: C. Oar / Approved by: D. Mast
---
2. Review // 2.1 The board reviewed its terms of reference.
---
2. Review // 2.1 The harbour users reviewed their own timetable.
---
2. Review // 2.1 The council confirmed its own budget in February 2024.
---
2. Finance // 2.1 The figures were confirmed by the service and checked by the chief accountant.
---
2. Review // 2.1 The committee's self-assessment was moderated by an outside reviewer.
---
2. Finance // 2.1 Officers may not approve their own spending.
---
2. Finance // 2.1 No officer checked his own work.
---
Lead officer: E. Keel / Sponsor: F. Hull / Cleared by Legal: G. Tiller
---
2. Finance // 2.1 The author of the survey confirmed the number of replies.
---
2. Finance // 2.1 The harbour master approved the plan of the lamp team.
---
Report author: Harbour Master / Approved by: Director of Ferries / Contact: Harbour Master
---
2. Review // 2.1 The peer review was carried out by officers of another council.
---
2. Review // 2.1 The team wrote a plan of its own, which the cabinet approved.
---
Cabinet member: Member for Harbours / Decision taken by: Member for Harbours
---
2. Finance // 2.1 The report was written by the lamp keeper and reviewed by the harbour master.
---
2. Finance // 2.1 The report author asked the section 151 officer to clear the finance comments.
---
2. Finance // 2.1 The claim was submitted by the officer and checked by the accountant.
---
2. Assurance // 2.1 Inspections of the ferry fleet are carried out by the Marine Agency.
---
2. Assurance // 2.1 Each service reviews its own risks every quarter.
"""


@pytest.mark.parametrize("text", papers(_FOUND), ids=range(1, len(papers(_FOUND)) + 1))
def test_work_that_its_maker_clears_is_found(text: str) -> None:
    assert found_by_all(text) != []


@pytest.mark.parametrize("text", papers(_LEFT_ALONE), ids=range(1, len(papers(_LEFT_ALONE)) + 1))
def test_work_that_somebody_else_clears_is_left_alone(text: str) -> None:
    assert found_by_all(text) == []
