"""Recommendations that are numbered 1, 2, 3 under their heading, with no label of their own."""

import re

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.reading.expressions import Expression

_RECOMMENDING = Expression(r"^\W*(?:\d+\W*)?recommendations?(?:\(s\))?\W*$", re.IGNORECASE)
_RECOMMENDED = Expression(r"^\(?(?P<number>\d{1,2})[.)]+\s+(?=[A-Za-z])")
_MOST_BETWEEN = 3


def recommended_numbers(report: Report) -> set[int]:
    """The numbers of the list under “Recommendations”, where it counts from 1 on."""
    found: set[int] = set()
    since = None
    for order, block in enumerate(report.blocks):
        if isinstance(block, Grid) or not isinstance(block, Heading | Prose):
            continue
        if _RECOMMENDING.match(block.text):
            since = order
            continue
        if since is None or order - since > _MOST_BETWEEN or isinstance(block, Heading):
            since = None
            continue
        match = _RECOMMENDED.match(f"{block.number} {block.text[:60]}".strip())
        if match and int(match["number"]) == max(found, default=0) + 1:
            found.add(int(match["number"]))
            since = order
    return found if len(found) > 1 else set()
