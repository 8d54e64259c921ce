"""How much a post can plausibly cost a year with its on-costs: our own bounds, and no source's."""

import re
from dataclasses import dataclass
from decimal import Decimal

_NUMBER = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:f\.?t\.?e|w\.?t\.?e|full[- ]time|posts?\b|roles?\b|jobs?\b|heads?\b)?",
    re.IGNORECASE,
)
_SENIOR = re.compile(
    r"\b(?:senior|management|managers?|directors?|heads? of|chief|leadership|executive)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostBounds:
    """Pounds a year that one full-time post can bring, on-costs included, and where they are from.

    `senior_most` holds where the words name senior posts.
    """

    least: Decimal
    most: Decimal
    senior_most: Decimal
    source: str

    def most_for(self, words: str) -> Decimal:
        return self.senior_most if _SENIOR.search(words) else self.most


POST_BOUNDS = PostBounds(
    least=Decimal(12_000),
    most=Decimal(100_000),
    senior_most=Decimal(150_000),
    source="our own bounds, wide on purpose; no published range was found",
)


def posts_in(words: str) -> Decimal | None:
    """The number of posts in words such as `up to 7 FTE`, None where there is none."""
    match = _NUMBER.search(words)
    number = Decimal(match[1]) if match else Decimal(0)
    return number or None
