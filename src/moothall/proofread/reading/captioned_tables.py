"""Tables with the line above them that names them, where the file does not mark it as a caption."""

import re
from dataclasses import replace

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once

_NAMES_A_TABLE = Expression(
    r"^\W*(?:table|figure|appendix|annex|schedule)\s\w+|£\s?[’']?0?00|£\s?m\b", re.I
)
_LONGEST = 160


@read_once
def captioned_grids(report: Report) -> tuple[tuple[int, Grid], ...]:
    """Every table with the number of its block; its caption is the line above where it has none."""
    found = []
    for number, block in enumerate(report.blocks):
        if isinstance(block, Grid):
            above = report.blocks[number - 1] if number else None
            if (
                not block.caption
                and isinstance(above, Prose | Heading)
                and len(above.text) <= _LONGEST
                and _NAMES_A_TABLE.search(above.text)
            ):
                block = replace(block, caption=above.text)
            found.append((number, block))
    return tuple(found)


def tables_of(report: Report) -> tuple[Grid, ...]:
    return tuple(grid for _, grid in captioned_grids(report))
