"""Ordinary wordings of one thing said and denied, of labels left empty, and of one's own checks."""

import pytest

from moothall.proofread.answers import (
    deciders,
    made_and_checked,
    own_clearance,
    said_and_denied,
    said_not_to_be,
)
from ordinary_wordings import found_by, papers

_RULES = (
    *said_and_denied.RULES,
    *said_not_to_be.RULES,
    *own_clearance.RULES,
    *made_and_checked.RULES,
    *deciders.RULES,
)
_FOUND = """
Has the harbour master been consulted? // (x) Yes ( ) No // 2.1 Officers have not consulted the
harbour master, who was at sea.
---
Equality impact assessment attached? ☒ Yes ☐ No // 2.1 No equality impact assessment has been
attached to this report.
---
Is the quay within the conservation area? No // 2.1 The quay is within the conservation area.
---
2.1 All of the Council's ferries have lifting ramps. // 4.3 Two of the Council's ferries still lack
lifting ramps.
---
2.1 No complaints were received about the lamps. // 4.1 Complaints were received about the lamps.
---
2.1 The fares have been agreed with the crews. // 4.1 The crews have not agreed the fares.
---
Apologies: None // 3. Quay // 3.1 The Clerk said that Cllr Ash had sent apologies.
---
Declarations of interest: None // 6. Slipway // 6.1 Cllr Birch, having declared an interest, left.
---
Appendices: none // 2.1 The draft lease is attached to this report as Appendix 1.
---
Background papers (Local Government Act 1972): None // 2.1 This report relies on the unpublished
survey of the lamps.
---
Is the report exempt from publication? No // Not for publication under paragraph 3 of Schedule 12A
---
2.1 No personal data are involved. // 2.2 Passengers' names and addresses will be passed to the
ferry company.
---
Completed by: Ms Cedar // Independent review carried out by: Ms Cedar
---
Requested by: Head of Harbours // Reason: one supplier // Waiver approved by: Head of Harbours
---
Responsible Officer Ann Cedar // Responsible Head of Service Ann Cedar
---
2.1 Approval was given last autumn for the sale of the slipway.
---
2.1 The change request, adding £1.4m to the quay, was signed off in June.
"""
_ALONE = """
Has the harbour master been consulted? // (x) Yes ( ) No // 2.1 Officers have consulted the harbour
master.
---
Has the harbour master been consulted? // ( ) Yes (x) No // 2.1 Officers have not consulted the
harbour master.
---
2.1 The fares have been agreed with the crews of Ashby. // 4.1 The fares have not been agreed with
the crews of Brae.
---
2.1 The ramp was not lifted in 2023. // 4.1 The ramp was lifted in 2024.
---
2.1 If the lease is not signed, the quay will close. // 4.1 The lease is signed.
---
2.1 The lamps should not be lit before dusk. // 4.1 The lamps are lit before dusk.
---
2.1 The ferry does not carry lorries to the quay. // 4.1 The bridge carries lorries to the market.
---
2.1 Solid waste made in the harbour // 2.2 Solid waste made outside the harbour
---
Declarations of interest: None // 6.1 Under item 6 Cllr Birch declared an interest which had only
then become apparent.
---
Appendices: none // 2.1 See Appendix 2 of the harbour byelaws.
---
Apologies: Cllr Ash // 3.1 The Clerk said that Cllr Ash had sent apologies.
---
Completed by: Ms Cedar // Independent review carried out by: Mr Dale
---
Responsible Officer Ann Cedar // Responsible Head of Service Ben Dale
---
2.1 Approval was given by Cabinet last autumn for the sale of the slipway.
"""


@pytest.mark.parametrize("text", papers(_FOUND))
def test_what_is_said_and_denied_is_found(text: str) -> None:
    assert found_by(_RULES, text)


@pytest.mark.parametrize("text", papers(_ALONE))
def test_what_can_both_be_so_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, text)
