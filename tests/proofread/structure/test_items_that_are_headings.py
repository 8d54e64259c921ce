"""A line that is an item points to none."""

import pytest

from markdown_reports import shown
from moothall.proofread.structure.marks_pointed_to import a_mark_pointed_to_is_in_its_list as rule

_PAPER = """# Notes on the pier

1. The lamps were painted.

2. The benches were mended.

3. The boards were nailed.

4. The ropes were bought.

{}
"""


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("As item 6 above shows, the ropes are new.", 1),
        ("Item 6: Moorings", 0),
        ("Item 6 – Moorings", 0),
    ],
)
def test_an_item_that_is_a_heading_points_to_none(text: str, wrong: int) -> None:
    assert len(shown(rule, _PAPER.format(text))) == wrong
