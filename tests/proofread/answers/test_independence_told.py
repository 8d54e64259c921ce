"""Who has to be somebody else by a field of the form, and is not."""

import pytest

from moothall.proofread.answers.independence_told import RULES
from ordinary_wordings import found_by, papers

_WRONG = papers("""\
Auditor who did the work: D. Ashcombe //
Independent quality review (must be someone other than the auditor): D. Ashcombe
---
Recipient: Ann Ferryman, Harbour Master //
Gift approved by (line manager, not the recipient): Ann Ferryman, Harbour Master
---
Cleared by | Name | Date / Report author | Rose Quayle, Harbour Master | 11/7/25 /
Finance | Rose Quayle | 11/7/25 / Legal | Obi Pierson | 14/7/25 //
Finance clearance must be given by someone other than the author.
---
Officer complained about: Mrs J. Farling, Dues Manager //
Stage 2 (by an officer with no part in the matter): not upheld, 30 July 2025, Mrs J. Farling
""")
_RIGHT = papers("""\
Auditor: D. Ashcombe // Independent review (not the auditor): P. Birch
---
Report author: Rose Quayle // Contact: Rose Quayle
""")


@pytest.mark.parametrize("text", _WRONG, ids=["review", "gift", "clearance", "complaint"])
def test_who_must_be_another_and_is_not_is_told(text: str):
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", _RIGHT, ids=["another", "contact"])
def test_two_persons_or_two_plain_fields_are_left_alone(text: str):
    assert not found_by(RULES, text)
