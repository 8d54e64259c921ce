"""Hedges: how far what is meant may lie from a figure told as "about", "over" or "nearly"."""

import re
from decimal import Decimal

from moothall.proofread.reading.expressions import Expression

ROUGH = Expression(
    r"(?:\b(?:about|around|approximately|approx\.?|circa|c\.?|some|roughly|nearly|almost|just|"
    r"over|under|more than|less than|fewer than|up to|at least|in excess of|close to|within|"
    r"just (?:over|under)|well over)|~)\s*(?:a\s)?£?$",
    re.IGNORECASE,
)
_MORE_THAN = Expression(
    r"\b(?:over|more than|in excess of|at least|upwards of|above)\s+(?:an? |the )?£?$",
    re.IGNORECASE,
)
_LESS_THAN = Expression(
    r"\b(?:under|less than|fewer than|nearly|almost|up to|below)\s+(?:an? |the )?£?$", re.IGNORECASE
)


def spread_of(before: str, size: Decimal) -> tuple[Decimal, Decimal]:
    """How far below and above a rough figure what is meant may lie: "over 60%" is not 51%."""
    if _MORE_THAN.search(before):
        return Decimal(0), size / 8
    if _LESS_THAN.search(before):
        return size / 8, Decimal(0)
    return size / 10, size / 10
