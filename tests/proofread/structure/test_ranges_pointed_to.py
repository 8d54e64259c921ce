"""References to a run of paragraphs, sections or pages."""

import pytest

from markdown_reports import shown
from moothall.proofread.structure.ranges_pointed_to import a_run_referred_to_goes_forward as rule


@pytest.mark.parametrize(
    "words",
    [
        "approves the modified option described in paragraphs 32 to 28;",
        "comment on the projections in sections 7 to 5;",
        "as set out at paragraphs 2.9 – 2.4.",
        "comment on the projections in sections 17 to 5;",
        "Pages 140-131 of the pack hold the plans.",
    ],
)
def test_a_run_that_goes_backward_is_told(words: str) -> None:
    assert shown(rule, words)


@pytest.mark.parametrize(
    "words",
    [
        "described in paragraphs 28 to 32;",
        "as set out at paragraphs 2.9 to 3.1 and pages 134-38.",
        "see paragraphs 2.11-14 above",
        "Sections 7 to 15 apply; ten sections 4 miles long to 3 miles long were mended.",
    ],
)
def test_a_run_that_goes_forward_is_not(words: str) -> None:
    assert not shown(rule, words)
