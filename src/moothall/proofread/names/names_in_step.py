"""Names in step: the units of a contents page and those of a summary, in one order, but for one.

Where the contents page goes “Piers, Lamp Partnership, Ferries” and the rows of the summary “Piers,
Lamp Contract, Ferries”, and all else is alike, the middle one has two names.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression

_ENTRY = Expression(
    r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s)?(?P<title>[A-Z][^\d.…|]{2,80}?)[\s.…]+(?P<page>\d{1,3})$"
)
_FEWEST = 5
_MOST_IN_BOTH = 0.6
_Row = tuple[str, str, Place]


def a_unit_bears_the_name_of_the_contents(report: Report) -> Iterator[TextFinding]:
    """“Lamp Partnership” on the contents page is not “Lamp Contract” among the summary's rows."""
    entries = _entries(report)
    if len(entries) < _FEWEST:
        return
    listed = {key for key, _, _ in entries}
    told: set[str] = set()
    for grid in report.grids:
        rows = _rows(grid)
        named = {key for key, _, _ in rows}
        if len(listed & named) < max(_FEWEST, _MOST_IN_BOTH * len(listed)):
            continue
        for one, other in _out_of_step(entries, rows):
            if one[0] in named or other[0] in listed or other[0] in told:
                continue
            told.add(other[0])
            yield TextFinding(
                place=other[2],
                quote=other[1],
                message=f"Between the same two, the contents page has “{one[1]}” ({one[2]}) and "
                f"this table “{other[1]}”: they look like one under two names.",
                confidence=Confidence.MEDIUM,
                cure="Use one name throughout.",
            )


def _entries(report: Report) -> list[_Row]:
    """The entries of the first contents page: short lines that end in the number of a page."""
    found: list[_Row] = []
    last = 0
    for block in report.blocks[:80]:
        match = _ENTRY.match(block.text) if isinstance(block, Prose) else None
        if match is None or not last <= int(match["page"]):
            if len(found) >= _FEWEST:
                break
            continue
        last = int(match["page"])
        found.append((_key(match["title"]), match["title"], block.place))
    return found


def _rows(grid: Grid) -> list[_Row]:
    return [
        (_key(cells[0]), cells[0].strip(), grid.cell_place(number, 0))
        for number, cells in enumerate(grid.rows)
        if cells and re.search(r"[A-Za-z]{3}", cells[0])
    ]


def _out_of_step(entries: list[_Row], rows: list[_Row]) -> Iterator[tuple[_Row, _Row]]:
    """What stands between the same two in both lists, and differs."""
    between = {
        (before[0], after[0]): row
        for before, row, after in zip(rows, rows[1:], rows[2:], strict=False)
    }
    for before, entry, after in zip(entries, entries[1:], entries[2:], strict=False):
        row = between.get((before[0], after[0]))
        if row is not None and row[0] != entry[0]:
            yield entry, row


def _key(title: str) -> str:
    return " ".join(re.sub(r"[^a-z]+", " ", title.casefold().replace("&", " and ")).split())


RULES: tuple[Rule, ...] = (a_unit_bears_the_name_of_the_contents,)
