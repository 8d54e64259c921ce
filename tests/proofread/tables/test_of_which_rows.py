"""Parts “of which” in rows and lines: with the others named they are all; a part has parts too."""

import pytest

from moothall.proofread.tables.rules import RULES
from ordinary_wordings import found_by, papers

FOUND = """
Ships cleared in the quarter: 412 / of which ferries 23 / of which trawlers 141 / of which others
258
---
Crew | Heads / All wardens | 1,260 / of which part-time | 498 /
of whom (part-timers) summer only | 530
---
Item | £000 / Piers | 840 / of which rent | 310 / of which rates | 205 / of which other | 345 /
Crews | 1,200
"""
LEFT_ALONE = """
Ships cleared in the quarter: 422 / of which ferries 23 / of which trawlers 141 / of which others
258
---
Crew | Heads / All wardens | 1,260 / of which part-time | 498 / of which women | 830 /
of whom (part-timers) summer only | 330
---
Item | £000 / Piers | 840 / of which rent | 310 / of which rates | 205 / Crews | 1,200
---
We hold 120 berths, of which 80 are let, of which 12 are not yet paid for.
"""


@pytest.mark.parametrize("text", papers(FOUND.strip()))
def test_parts_that_do_not_fit_are_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", papers(LEFT_ALONE.strip()))
def test_parts_that_fit_are_left_alone(text: str) -> None:
    assert not found_by(RULES, text)
