"""Ordinary wordings of assessments called final with a stage open.

Those of the first table are found, the innocent like them of the second are left alone; a stroke
parts lines, two strokes part paragraphs, a bar parts cells.
"""

import pytest

from ordinary_wordings import found_by_all, papers

_FOUND = """
2. Equality // 2.1 The equality impact assessment is final (screening and consultation still to
be completed).
---
2. Equality // 2.1 The final equality impact assessment is at Appendix A. The consultation stage
has yet to be carried out.
---
2. Equality // 2.1 The assessment has been completed, although the section on mitigation is
still to be filled in.
---
EqIA status: Final / Screening: Complete / Consultation: Not started / Sign-off: Outstanding
---
2. Equality // 2.1 A full impact assessment was completed in January; evidence gathering is
under way.
---
2. Equality // 2.1 The assessment was signed off on 3 January 2025. Stage 3 of the assessment
remains to be done.
---
2. Equality // 2.1 This is the final version of the assessment. Parts 4 and 5 are awaited from
the service.
---
2. Equality // 2.1 The equality assessment has been finalised, pending completion of the data
section.
---
2. Equality // 2.1 The completed assessment will be updated once consultation with disabled
passengers has taken place.
---
Assessment | Status / Equality impact assessment | Final - screening outstanding / Privacy
assessment | Final
---
Document status: Final // 2. Stages // Stage | Position / Screening | Done / Full assessment |
In progress / Approval | To be completed
---
2. Data // 2.1 The data protection impact assessment is complete. Its risk section has not yet
been written.
---
2. Equality // 2.1 The impact assessment is complete save for the action plan, which will
follow.
---
2. Equality // 2.1 We regard the assessment as final. Screening has not been done.
---
2. Risk // 2.1 The final risk assessment still awaits the views of the harbour master.
---
FINAL EQUALITY IMPACT ASSESSMENT // Part 1: Screening – complete / Part 2: Evidence – to be
added / Part 3: Approval – not yet signed
---
2. Environment // 2.1 The final environmental assessment, whose consultation closes in June
2025, is attached.
---
2. Equality // 2.1 The assessment is fully complete; engagement with user groups is still
outstanding.
---
2. Equality // 2.1 Although described as final, the assessment has two stages left to complete.
---
2. Minutes // The officer said that the equality impact assessment was final and that screening
had still to be done.
---
Equality impact assessment: Completed (consultation not yet undertaken)
---
2. Equality // 2.1 The EIA has been approved as final. The monitoring section has been left
blank.
---
2. Equality // 2.1 An equality impact assessment has been concluded. Officers are waiting for
the results of screening.
---
2. Equality // 2.1 The integrated impact assessment (final) notes that "consultation is to be
undertaken" and "mitigations TBC".
---
2. Equality // 2.1 A final assessment has been published. Completion of the evidence stage is
expected in May 2025.
---
2. Equality // 2.1 The initial screening and the consultation remain outstanding, but the
assessment is final.
---
2. Equality // 2.1 The equality analysis has been finalised. Consultation has not yet begun.
---
2. Equality // 2.1 We have a final EqIA, but its screening stage is still outstanding.
---
2. Equality // 2.1 The impact assessment is complete, with the evidence section to be added
later.
---
2. Data // 2.1 The DPIA has been signed off. The section on mitigation is blank.
---
Equality impact assessment: Final (engagement to follow)
---
2. Equality // 2.1 The final assessment is attached. Two of its stages have not been started.
---
2. Equality // 2.1 Consultation is still under way, yet the equality impact assessment is
described as final.
---
2. Health // 2.1 The health impact assessment is now complete and awaits sign-off.
---
Assessment status: Complete / Stage 1: Done / Stage 2: In progress
---
2. Equality // 2.1 The EIA is final. Stakeholder views are still awaited.
---
2. Equality // 2.1 The EqIA is complete, although the engagement stage has still to be carried
out.
---
2. Privacy // 2.1 A completed data protection impact assessment is attached, but Part 3 is to
follow.
---
2. Equality // 2.1 Screening has not been done. The impact assessment is, however, final.
"""

_LEFT_ALONE = """
2. Equality // 2.1 The equality impact assessment is final, all stages having been completed.
---
2. Equality // 2.1 The draft assessment is attached; consultation is still to be completed.
---
2. Equality // 2.1 A final assessment will be made once the consultation has been completed.
---
2. Equality // 2.1 The assessment has been completed. The consultation on the lamps is still
under way.
---
2. Equality // 2.1 The screening is complete. A full assessment is not needed.
---
2. Equality // 2.1 The screening stage is complete and the full assessment will follow.
---
2. Equality // 2.1 The assessment is not yet final: screening is still to be completed.
---
2. Pier // 2.1 The final stage of the pier is still to be completed.
---
2. Pier // 2.1 The final accounts show work still to be completed.
---
EqIA status: Final / Screening: Complete / Consultation: Complete / Sign-off: Complete
---
EqIA status: Draft / Screening: Complete / Consultation: Not started
---
2. Equality // 2.1 The final assessment will be published in June 2025 when stage 3 has been
done.
---
2. Equality // 2.1 The assessment was completed in January and will be reviewed every year.
---
2. Equality // 2.1 The assessment is complete. Actions in its plan are to be carried out by June
2025.
---
2. Pier // 2.1 The flood assessment is final. Works to the pier are outstanding.
---
2. Equality // 2.1 An initial assessment has been completed; the final one awaits the
consultation.
---
2. Equality // 2.1 The assessment is complete and no stage is outstanding.
---
2. Care // 2.1 Care assessments were completed for 40 people; 12 are still to be done.
---
2. Equality // 2.1 Once complete, the assessment will be sent to members. Screening is still to
be done.
---
2. Equality // 2.1 A final decision awaits the assessment, whose consultation stage is not
complete.
---
2. Equality // 2.1 The assessment will be final when consultation is done.
---
2. Equality // 2.1 The final assessment for the pier is attached. For the ferry, screening is
still to be completed.
---
2. Equality // 2.1 The assessment was finalised after screening and consultation had been
completed.
---
2. Tax // 2.1 The final tax assessment of the harbour is awaited.
---
2. Equality // 2.1 The assessment is complete; approval of the scheme is still outstanding.
---
2. Equality // 2.1 The EqIA is complete, and the engagement stage was carried out in May 2024.
---
2. Equality // 2.1 Screening found no need for a full assessment. The project is still under
way.
---
2. Equality // 2.1 The assessment is complete. Consultation on the budget will follow in June
2025.
"""


@pytest.mark.parametrize("text", papers(_FOUND), ids=range(1, len(papers(_FOUND)) + 1))
def test_a_final_assessment_with_an_open_stage_is_found(text: str) -> None:
    assert found_by_all(text) != []


@pytest.mark.parametrize("text", papers(_LEFT_ALONE), ids=range(1, len(papers(_LEFT_ALONE)) + 1))
def test_an_assessment_that_is_what_it_is_called_is_left_alone(text: str) -> None:
    assert found_by_all(text) == []
