"""Years in the heads of columns, and what closes before it opens."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.dates.beginnings_and_ends import RULES as BEGINNINGS_AND_ENDS
from moothall.proofread.dates.years_of_heads import RULES as YEARS_OF_HEADS
from moothall.proofread.proofread import proofread

_RULES = (*BEGINNINGS_AND_ENDS, *YEARS_OF_HEADS)
FOUND = """
Charges to be brought in on 1 April 2025.

Berth\t2024/25 now charged\t2024/25 proposed
Quay\t£10\t£12
Mole\t£20\t£22
---
This report covers April to June 2025.

Service\t2024/25 budget £m\tForecast to 31 March 2026 £m\tVariance £m
Quays\t52.1\t53.4\t1.3
Lamps\t71.8\t72.2\t0.4
---
The draft order goes on deposit on 14 July 2025 and objections must be in by 6 June 2025.
---
Contract: lamps
Start 1 October 2025
Finish 30 September 2024
"""
LEFT_ALONE = """
Charges to be brought in on 1 April 2025.

Berth\t2024/25 now charged\t2025/26 proposed
Quay\t£10\t£12
Mole\t£20\t£22
---
This report covers April to June 2025.

Service\t2024/25 outturn £m\t2025/26 budget £m
Quays\t52.1\t53.4
Lamps\t71.8\t72.2
---
The draft order goes on deposit on 14 July 2025 and objections must be in by 6 August 2025.
---
The order, which was published on 14 July 2025, had been asked for by 6 June 2025.
---
Contract: lamps
Start 1 October 2025
Finish 30 September 2026
"""


def _found(text: str) -> bool:
    return bool(proofread((read_plain_text(text.strip(), "report"),), _RULES, everything=False))


@pytest.mark.parametrize("text", FOUND.strip("\n").split("\n---\n"))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert _found(text)


@pytest.mark.parametrize("text", LEFT_ALONE.strip("\n").split("\n---\n"))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not _found(text)
