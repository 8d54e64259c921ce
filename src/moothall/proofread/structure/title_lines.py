"""Title lines: sections by their lines “3. Costs”, in a text that marks no headings.

They run from 1 with text under most of them.  The text of a section may have been joined to its
title, a number may stand twice, and one may be missing.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Heading, Place, Prose, Report
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once

_TITLE_LINE = Expression(r"^(?P<number>\d{1,2})(?P<stop>\.?|\s\|)\s+(?P<words>[A-Z].*)$", re.DOTALL)
_LONGEST = 80
"""Letters of a line that is a title and nothing else."""
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class TitleLine:
    """One title: its number, its words, its block, and whether nothing else stands in the line."""

    number: int
    words: str
    place: Place
    order: int
    alone: bool
    marked: bool
    """Whether it was read as a heading, as some lines are in a text that marks none."""


@read_once
def title_lines(report: Report) -> tuple[TitleLine, ...]:
    """The title lines of a report, in turn; none where fewer than three have text under them."""
    run: list[TitleLine] = []
    for order, block in enumerate(report.blocks):
        if not isinstance(block, Prose | Heading) or (isinstance(block, Prose) and block.bullet):
            continue
        marked = isinstance(block, Heading)
        if block.number and not (marked and block.number.rstrip(".").isdecimal()):
            continue
        match = _TITLE_LINE.match(f"{block.number} {block.text}".strip())
        if match is None or "...." in block.text:
            continue  # a row of the contents
        number, last = int(match["number"]), run[-1].number if run else 0
        alone = marked or (len(block.text) <= _LONGEST and block.text[-1:].isalnum())
        if last < number <= last + (2 if run else 1) and (alone or match["stop"]):
            run.append(TitleLine(number, match["words"], block.place, order, alone, marked))
    with_text = sum(one.alone and after.order - one.order > 1 for one, after in pairwise(run))
    return tuple(run) if with_text >= _FEWEST and with_text * 2 >= len(run) else ()
