"""Scores of risks: which numbers can come up where likelihood is multiplied by impact.

“1 to 4 green, 5 to 9 amber, 12 to 25 red”: 10 is 2 × 5 and has no colour.  “1 to 6, 8 to 12,
15 to 25” loses nothing, as no score is 7, 13 or 14.
"""

import re
from decimal import Decimal

from moothall.proofread.reading.expressions import Expression

_OF_RISKS = Expression(
    r"\b(?:likelihood|probability|impact|severity|risks?|red|amber|green)\b", re.IGNORECASE
)
_MULTIPLIED = Expression(r"\b(?:product|multipl\w+|times|scores?|scoring|matrix)\b|[×*]", re.I)
_SIDES = {9: 3, 16: 4, 25: 5, 36: 6, 100: 10}
"""How far likelihood and impact go, by the highest score."""


def are_scores_of_risks(words: str, top: Decimal | None) -> bool:
    """Whether bands up to 16, 25 or another square are of likelihood times impact."""
    if top is None or top not in _SIDES:
        return False
    return bool(_OF_RISKS.search(words) and _MULTIPLIED.search(words))


def score_between(low: Decimal, high: Decimal, top: Decimal) -> str | None:
    """The first score that can come up above one bound and below another, as it comes up."""
    side = _SIDES[int(top)]
    for score in range(int(low) + 1, int(high)):
        for one in range(1, side + 1):
            if score % one == 0 and score // one <= side:
                return f"{score} ({one} × {score // one})"
    return None
