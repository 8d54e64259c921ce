"""Rates that a sentence takes for percentages, in ordinary words, and what looks like it."""

import pytest

from moothall.proofread.figures.rates_shown_as_shares import RULES as RATES_SHOWN_AS_SHARES
from ordinary_wordings import found_by

_RULES = RATES_SHOWN_AS_SHARES
FOUND = (
    (
        "Hospital stays came to 38 per 100,000 residents. Put plainly, 38 per cent of residents "
        "were admitted."
    ),
    "There were 94 per 10,000 children looked after. So 94% of children were in care.",
    "Burglary stands at 12 per 1,000 households, and 12% of households were burgled.",
    "Lamps were out for an average of 9.4 days. The 9.4% rate is too high.",
)
LEFT_ALONE = (
    "The rate is 94 per 10,000 children. In the year 94% of reviews were held in time.",
    "Burglary stands at 12 per 1,000 households, and 11% of households were burgled.",
    "The rate is 12 per 1,000 households. It rose by 12% of households visited.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(_RULES, f"2.1 {text}")


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, f"2.1 {text}")
