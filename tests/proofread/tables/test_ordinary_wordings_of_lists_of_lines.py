"""Lists whose lines say something of what they name: told twice, added up, shares of one whole."""

import pytest

from moothall.proofread.figures.stated_counts import RULES as STATED_COUNTS
from moothall.proofread.tables.figure_lines import RULES as FIGURE_LINES
from moothall.proofread.tables.lines_told_twice import RULES as LINES_TOLD_TWICE
from moothall.proofread.tables.tables import RULES as TABLES
from ordinary_wordings import found_by

_RULES = (*FIGURE_LINES, *LINES_TOLD_TWICE, *STATED_COUNTS, *TABLES)
FOUND = """
Lamp no.\tKind\tGrade
LP0412\tStern\tH
LP0417\tBow\tF
LP0433\tMast\tD
LP0417\tBow\tF
---
Risks rated red:
R1 – Loss of the ferry – owner: Harbour Master
R2 – Fire on the quay – owner: Head Warden
R3 – Storm at the mole – owner: Head Warden
R1 – Loss of the ferry – owner: Harbour Master
---
Berths let since 2021
2021/22: 112
2022/23: 96
2023/24: 101
2024/25: 120
Four-year total: 439
---
How the works are paid for
Harbour dues 32%
Borrowing 40%
Grant 12%
Sale of lamps 10%
These are the only sources.
---
The auditor made four recommendations on lamps:
• count them each spring;
• mend them within a week;
• keep a list of those that are out.
All four have been accepted.
"""
LEFT_ALONE = """
Lamp no.\tKind\tGrade
LP0412\tBow\tF
LP0417\tBow\tF
LP0433\tMast\tD
---
Kind\tGrade
Bow\tF
Mast\tD
Bow\tF
---
Risks rated red:
R1 – Loss of the ferry – owner: Harbour Master
R2 – Fire on the quay – owner: Head Warden
R3 – Storm at the mole – owner: Head Warden
---
Reason: not known
Action: none so far
Reason: not known
Action: none so far
---
Berths let since 2021
2021/22: 112
2022/23: 96
2023/24: 101
2024/25: 120
Four-year total: 429
---
How people came
By ferry 32%
On foot 40%
By bus 12%
By bicycle 10%
Other ways are not shown.
---
The auditor made three recommendations on lamps:
• count them each spring;
• mend them within a week;
• keep a list of those that are out.
All three have been accepted.
"""


@pytest.mark.parametrize("text", FOUND.strip().split("\n---\n"))
def test_a_fault_of_a_list_is_found(text: str) -> None:
    assert found_by(_RULES, text)


@pytest.mark.parametrize("text", LEFT_ALONE.strip().split("\n---\n"))
def test_a_list_that_is_right_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, text)
