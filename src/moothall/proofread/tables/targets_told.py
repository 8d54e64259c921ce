"""Targets told: “dredging is ahead of target” above a table that rates the dredging amber."""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import sentences
from moothall.proofread.reading.statements import content_words
from moothall.proofread.tables.ratings_counted import colour_of, rating_columns

_TOLD = Expression(
    r"\s(?:is|are|was|were|remains?|remained|continues? to be|stays?|has|have|also)?\s?"
    r"(?:also |now |still |again |currently |well |just |slightly |both )*(?:"
    r"(?P<green>(?:on or )?(?:ahead of|above|exceeding|exceeded|better than|meeting|met|achieved|"
    r"achieving)(?: (?:its|their|the))? targets?\b)|"
    r"(?P<red>(?:below|under|not meeting|did not meet)(?: (?:its|their|the))? floor\b)|"
    r"(?P<under>(?:below|behind|short of|worse than|not meeting|did not meet|missed|failed to meet)"
    r"(?: (?:its|their|the))? targets?\b))",
    re.IGNORECASE,
)
_NOT_NOW = Expression(
    r"\b(?:not|previous|last (?:quarter|year|month)|had been|until|if|should|expected|forecast|"
    r"will|would|could|failed|neither|none|all|both|and|other|others|year)\b",
    re.IGNORECASE,
)
_FITS = {"green": {"green"}, "red": {"red"}, "under": {"amber", "red"}}
_SAID = {"green": "met", "red": "below the floor", "under": "not met"}
_LEAST = 2


def a_target_said_to_be_met_is_rated_so(report: Report) -> Iterator[TextFinding]:
    """A measure that the words above a table call ahead of target is green in it."""
    for number, grid in captioned_grids(report):
        above = report.blocks[number - 1] if number else None
        rows = _rows(grid) if isinstance(above, Prose) else []
        if not rows or not isinstance(above, Prose):
            continue
        for one in sentences(above.text):
            yield from _unlike(one.text, above, rows, grid)


def _rows(grid: Grid) -> list[tuple[int, str, frozenset[str], str]]:
    """The rows of a table of ratings: number, label, its words and the latest colour."""
    now, _ = rating_columns(grid)
    if len(now) != 1:
        return []
    found = []
    for number, row in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows):
        colour = colour_of(row[now[0]])
        if colour:
            found.append((number, row[0], content_words(row[0]), colour))
    return found


def _unlike(
    text: str, above: Prose, rows: list[tuple[int, str, frozenset[str], str]], grid: Grid
) -> Iterator[TextFinding]:
    match = _TOLD.search(text)
    if match is None:
        return
    name = re.split(r"[–:;]\s|,\s", text[: match.start()])[-1]
    words = content_words(name) - {"number", "percentage", "rate", "proportion", "performance"}
    if len(words) < _LEAST or _NOT_NOW.search(name) or re.search(r"\bbut\b|\bif\b", match[0]):
        return
    named = [row for row in rows if words <= row[2]]
    if len(named) != 1 or len(words) * 2 < len(named[0][2]):
        return
    number, label, _, colour = named[0]
    said = next(key for key in _FITS if match[key])
    if colour in _FITS[said]:
        return
    yield TextFinding(
        place=above.place,
        quote=text,
        message=f"The text says the target was {_SAID[said]}; the table rates “{label}” {colour} "
        f"({grid.cell_place(number, 0)}).",
        confidence=Confidence.MEDIUM,
        cure="Correct the words or the rating.",
    )


RULES: tuple[Rule, ...] = (a_target_said_to_be_met_is_rated_so,)
