"""Pounds under a heading that says thousands, and figures that are thousands as it says."""

import pytest

from moothall.proofread.tables.pounds_under_thousands import RULES
from ordinary_wordings import found_by, papers

FOUND = """
All figures below in £000. //
Sale | Expected / Former baths | 640 / Far paddock | 1,250,000 / Old gaol | 385
---
Loans owed at 31 March (£000) //
Lender | Amount / Harbour board | 42,500,000 / Bank | 8,000,000 / Total | 50,500,000 //
Total loans of £50.5 million are inside the limit.
---
Fund | £m / Lamps | 1,300,000 / Piers | 2,400,000 // The lamp fund holds £1.3m.
"""
LEFT_ALONE = """
Loans owed at 31 March (£000) //
Lender | Amount / Harbour board | 42,500 / Bank | 8,000 / Total | 50,500 //
Total loans of £50.5 million are inside the limit.
---
Dues (£000) //
Line | Amount / Tonnage dues | 412,000 / Cost | 310 / Interest | 95
---
Sale (£) | Expected / Former baths | 640 / Far paddock | 1,250,000 / Old gaol | 385 //
The paddock may bring £1.25m.
"""


@pytest.mark.parametrize("text", papers(FOUND.strip()))
def test_pounds_under_thousands_are_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", papers(LEFT_ALONE.strip()))
def test_figures_in_the_unit_of_their_heading_are_left_alone(text: str) -> None:
    assert not found_by(RULES, text)
