"""Some of a number, and the others of it."""

import pytest

from markdown_reports import shown
from moothall.proofread.figures.some_and_the_others import RULES


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Seven boats were bought. Four will come by May; the other two have been delayed.", 1),
        ("Nine lamps failed. Six were mended and the remaining four are dark.", 1),
        ("Six boats were bought. Four will come by May; the other two have been delayed.", 0),
        (
            "Seven boats were bought, of which one is old. Four will come; the other two are late.",
            0,
        ),
        ("Seven boats were bought. Four of the crew will come; the other two boats are late.", 0),
    ],
)
def test_some_and_the_others_are_all(text: str, wrong: int) -> None:
    assert len(shown(RULES[0], text)) == wrong
