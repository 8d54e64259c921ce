"""Options named again in the words of another."""

import pytest

from markdown_reports import shown
from moothall.proofread.answers.options_described import an_option_named_again_is_the_one_set_out

_POOLS = (
    "Option A: do nothing.\n\nOption B: mend the old pool.\n\nOption C: build a new pool at the "
    "Corn Mill.\n\n"
)
_WASTE = (
    "Option 3 would keep the present fortnightly collection. Option 4 would move to a three-weekly "
    "collection. "
)


@pytest.mark.parametrize(
    "text",
    [
        f"{_POOLS}That Cabinet approves Option B, the building of a new pool at the Corn Mill.",
        f"{_WASTE}Officers recommend Option 3 because moving to a three-weekly collection saves.",
        f"{_POOLS}Most preferred Option C (mend the old pool).",
    ],
)
def test_the_words_of_another_option_are_found(text: str) -> None:
    assert len(shown(an_option_named_again_is_the_one_set_out, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{_POOLS}That Cabinet approves Option C, the building of a new pool at the Corn Mill.",
        f"{_WASTE}Officers recommend Option 4 because moving to a three-weekly collection saves.",
        f"{_POOLS}Most preferred Option C (rather than mend the old pool).",
        f"{_POOLS}Option B, the cheapest, is recommended.",
        "Option B, the building of a new pool at the Corn Mill, is recommended.",
    ],
)
def test_its_own_words_or_a_comparison_are_left_alone(text: str) -> None:
    assert shown(an_option_named_again_is_the_one_set_out, text) == []
