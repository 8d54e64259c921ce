"""Ordinary wordings of sections and labels with nothing beneath.

Those of the first table are found, the innocent like them of the second are left alone; a stroke
parts lines, two strokes part paragraphs, a bar parts cells.
"""

import pytest

from ordinary_wordings import found_by_all, papers

_FOUND = """
Equality Implications: // Contact details: / A. Lamplighter, harbour@example.org
---
5. Equality implications: // 6. Contact // The harbour master.
---
2. Legal implications // 3. Financial implications // 3.1 The cost is £40.
---
Financial Implications // Legal Implications // The council may run ferries.
---
Wards affected: / Key decision: No / Date of decision: 12 February 2025
---
Ward(s): | / Key decision: | Yes / Cabinet member: | Member for Harbours
---
2. Consultation // 3. Risks // 3.1 The ferry may sink.
---
2.1 Climate implications // 2.2 Staffing implications // Two posts are affected.
---
Author: / Date: 12 February 2025 / Status: Draft
---
Background papers: // Appendices: / Appendix A – Map
---
EQUALITY IMPACT ASSESSMENT // CRIME AND DISORDER // There are no such implications.
---
Reasons for urgency: // Recommendation: That the ferry be bought.
---
Purpose of report: / Recommendations: That the ferry be bought. / Reason for decision: The old
one is worn.
---
2. Options considered // 3. Conclusion // The committee is asked to agree.
---
Risk management: | / Equality: | No implications / Legal: | The council may run ferries.
---
2. Recommendations // 3. Background // 3.1 The ferry is old.
---
Human Rights Implications: / Data Protection Implications: None. / Property Implications: None.
---
Implications for children: // Environmental implications: // The lamps use less oil.
---
Key dates / Consultation / Financial implications / The cost is £40.
---
Contact Officer: / Tel: / Email:
---
Report author: // Cabinet member: Member for Harbours // Exempt information: None
---
2. Public Sector Equality Duty // TBC // 3. Legal // The council may run ferries.
---
2. Equality implications // [To be completed] // 3. Contact // The harbour master.
---
2. Financial implications // [Insert text here] // 3. Legal // The council may run ferries.
---
Legal comments (provided by the Monitoring Officer): // Finance comments (provided by the
Section 151 Officer): The cost can be met from the reserve.
---
Health and wellbeing implications: / Carbon implications: The lamps use less oil.
---
Environmental Impact: / Staffing Implications: None
---
2. Risk management // 3. Consultation // 3.1 Users were asked.
---
Reason for recommendation: // Alternative options considered: None
---
Legal implications // Property implications // The lamp house is let.
---
Wards affected: | / Lead officer: | Harbour master / Key decision: | No
---
4. Human resources implications // 5. Data protection implications // 5.1 None.
---
Community safety: / Equality and diversity: Not applicable
---
Exempt information: / Background papers: None
---
2. Climate change // [To follow] // 3. Law // 3.1 The council may run ferries.
---
Consultees: // Contact officer: the lamp keeper
---
Human rights implications: / Legal implications: The council may run ferries.
---
7. Environmental implications // 8. Financial implications // 8.1 The cost is £40.
---
Contact officer: | / Date: | 12 February 2025 / Status: | Draft / Ward: | Elm
"""

_LEFT_ALONE = """
Equality Implications: None. // Contact details: the harbour master
---
5. Equality implications // None. // 6. Contact // The harbour master.
---
Wards affected: All // Key decision: No
---
2. Implications // 2.1 Legal // The council may run ferries.
---
2. Finance // Capital // The cost is £40.
---
Options considered: // 1. Do nothing. / 2. Buy a ferry.
---
Recommendations // The committee is asked to: // (a) buy a ferry.
---
2. Prices // Lamp | Price / Oil | £10 / Gas | £12
---
Wards affected: / All wards / Key decision: / No
---
Appendix A // Appendix B
---
Contents // 1. Introduction / 2. Finance / 3. Law
---
Report of the Harbour Master // Cabinet // 12 February 2025 // Purchase of a ferry
---
Background papers: // Survey of the harbour, 2023
---
Appendices: A – Map; B – Prices // Exempt: No
---
Present: Councillors Oak, Ash and Elm // Apologies: None
---
Financial implications: £40 from the reserve. / Legal implications: The council may run ferries.
---
2. Financial implications // • The cost is £40. // • It is met from the reserve.
---
2. Legal implications // See section 3. // 3. Finance // 3.1 The cost is £40.
---
The ferry is to be bought on these terms: // Price: £40 / Length: 9 m
---
Equality implications // There are none // Contact // The harbour master
---
2. Consultation // 2.1 // The harbour users were asked.
---
Ward | Lamps | Ropes / Oak | 30 | / Ash | | 40 / Elm | 20 | 10
---
Signed: // Date:
---
Equalities: N/A // Risk: - // Legal: The council may run ferries.
---
2. Appendices // Map / Prices // 3. Background papers // None
---
Decision taken by: | Cabinet / Date: | 12 February 2025 / Comments: |
---
Legal implications: / The council may run ferries. // Financial implications: / The cost is £40.
---
Legal // 2.1 The council may run ferries. // Equality // 2.2 None.
"""


@pytest.mark.parametrize("text", papers(_FOUND), ids=range(1, len(papers(_FOUND)) + 1))
def test_a_label_with_nothing_beneath_is_found(text: str) -> None:
    assert found_by_all(text) != []


@pytest.mark.parametrize("text", papers(_LEFT_ALONE), ids=range(1, len(papers(_LEFT_ALONE)) + 1))
def test_a_label_with_its_answer_is_left_alone(text: str) -> None:
    assert found_by_all(text) == []
