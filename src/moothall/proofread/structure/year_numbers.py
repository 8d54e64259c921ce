"""Numbers that carry their year: minutes 79/17, 80/17, 81/17, or 2017/079, FC/24/12.

One part of such a number is the same in all of them, a year or the letters of a committee; the
other counts up by one.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Heading, Place, Prose, Report
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once

_LABEL = Expression(
    r"^(?:(?:minute|item)\s(?:no\.?\s?)?)?(?P<letters>[A-Z]{1,6}[/.-]?)?(?P<one>\d{1,4})/"
    r"(?P<two>\d{1,4})(?![\w/])[.):]?\s*[–—-]?\s+(?=[“‘\"'(]{0,2}[A-Z\d])(?P<words>\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
_FEWEST = 4
_MOST_WORDS = 120
"""Letters: what of a title is told."""


@dataclass(frozen=True, slots=True)
class YearNumber:
    """One number: what counts up, what stays ("…/17"), and the words that it stands before."""

    number: int
    frame: str
    words: str
    place: Place
    order: int

    @property
    def printed(self) -> str:
        return self.frame.replace("*", str(self.number))


@read_once
def numbered_by_year(report: Report) -> tuple[YearNumber, ...]:
    """The longest series of blocks whose numbers differ in one part alone; empty if it is short."""
    by_frame: defaultdict[str, list[YearNumber]] = defaultdict(list)
    for order, block in enumerate(report.blocks):
        if not isinstance(block, Heading | Prose) or "/" not in block.text[:14]:
            continue
        match = _LABEL.match(block.text)
        if match is None:
            continue
        letters, words = (match["letters"] or "").upper(), match["words"][:_MOST_WORDS]
        for frame, number in (
            (f"{letters}*/{match['two']}", match["one"]),
            (f"{letters}{match['one']}/*", match["two"]),
        ):
            label = YearNumber(int(number), frame, words, block.place, order)
            by_frame[frame].append(label)
    longest = max(by_frame.values(), key=len, default=[])
    rising = sum(0 <= after.number - one.number <= 2 for one, after in pairwise(longest))
    return tuple(longest) if len(longest) >= _FEWEST and rising * 3 >= len(longest) * 2 else ()
