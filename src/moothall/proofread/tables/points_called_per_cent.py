"""Points called per cent: “8.6% | 9.8% | +1.2%” among rows that change by their own per cent.

Where the other rows of a column give their change in per cent of what was, the row of a rate that
gives it in percentage points and calls it per cent says something else than it means.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Place
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Figure

_POINTS = Expression(r"\bpp\b|\d\s?pp|\bp(?:oin)?ts?\b|\bppts?\b", re.IGNORECASE)


def points_called_per_cent(
    place: Place, label: str, head: str, cells: tuple[Figure, Figure, Figure], others: int
) -> Iterator[TextFinding]:
    """What is wrong with the change of a rate, its cells being before, after and the change."""
    before, after, change = cells
    if "%" not in change.text or not before.value or not change.value:
        return
    if _POINTS.search(f"{head} {label} {change.text}"):
        return
    true = 100 * (after.value - before.value) / before.value
    yield TextFinding(
        place=place,
        quote=f"{label} {change.text}".strip(),
        message=(
            f"From {before.text} to {after.text} is {abs(after.value - before.value):f} percentage "
            f"points, or {true:+.1f}%, not {change.text}; {others} other rows give their change in "
            "per cent."
        ),
        confidence=Confidence.MEDIUM,
        cure="Say percentage points, or give the change in per cent",
    )


__all__ = ["points_called_per_cent"]
