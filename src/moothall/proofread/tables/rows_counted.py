"""Rows counted in the line that leads to a table: “The five harbours are set out below”.

Or in a paragraph that tells what the caption names: “Six schools have agreed to reduce their
intake” over “Table 3 – Reductions in intake”, with a school in each row.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around
from moothall.proofread.reading.statements import NUMBERS, stem_of
from moothall.proofread.tables.columns import Cell, Figure, read_cell
from moothall.proofread.tables.totals import APART, ASIDE, TOTAL

_COUNTED = Expression(
    rf"\b(?:the|our|all|these|has|have|are|has a total of|consists? of|made up of|composed of|"
    rf"comprises?|following)\s(?P<n>{'|'.join(NUMBERS)}|[2-9]|1\d)\s"
    r"(?P<what>(?:[a-z-]+\s){0,2}?[a-z]+s)\b",
    re.IGNORECASE,
)
_LEADS_IN = Expression(
    r"\b(?:below|following|as follows|table|set out|shown|listed)\b|:$", re.IGNORECASE
)
_SOME = Expression(
    r"\b(?:of the|other|largest|smallest|main|top|first|last|next|further|remaining|include\w*|"
    r"previous|over the|past)\b",
    re.IGNORECASE,
)
_MOST_ROWS = 20
_BEGINS = Expression(
    rf"(?:^|[,;:]\s|\b(?:that|and|so|when|then)\s)(?P<n>{'|'.join(NUMBERS)}|[2-9]|1\d)\s"
    r"(?P<what>(?:[a-z-]+\s){0,2}?[a-z]+s)\s(?:have|are|were|will|would|had|now|[a-z]+ed)\b",
    re.IGNORECASE,
)
"""A sentence of so many things and what they did."""


def the_rows_of_a_table_are_as_many_as_said(report: Report) -> Iterator[TextFinding]:
    """A table has as many rows as the line before it counts, where its first head names them."""
    for position, grid in enumerate(report.blocks):
        if not isinstance(grid, Grid) or not grid.head_rows or not position:
            continue
        above = _paragraph_above(report, position)
        if above is None:
            continue
        text = above.text.strip()[-400:]
        match = _counted_in_the_lead(text) or _counted_as_the_caption_says(report, position, text)
        if match is None or _SOME.search(text[max(0, match.start() - 12) : match.end()]):
            continue
        named = {stem_of(word) for word in re.findall(r"[A-Za-z]+", grid.rows[0][0])}
        if stem_of(match["what"].split()[-1]) not in named or len(named) > 2:
            continue
        labels = [row[0].strip() for row in grid.rows[grid.head_rows :]]
        counted = [
            label
            for label in labels
            if label and not TOTAL.search(label) and not APART.search(label)
        ]
        said = NUMBERS.get(match["n"].lower()) or int(match["n"])
        if len(counted) == said + 1 and _is_the_whole(counted[-1], grid):
            continue
        whole = len(set(map(str.casefold, counted))) == len(counted) and "" not in labels
        if len(counted) == said or not whole or not 1 < len(counted) <= _MOST_ROWS:
            continue
        if abs(len(counted) - said) > 2 or any(ASIDE.search(label) for label in counted):
            continue
        yield TextFinding(
            place=above.place,
            quote=around(text, match.start(), match.end(), 60),
            message=f"The text counts {match['n']} {match['what']}; the table has {len(counted)}: "
            f"{', '.join(counted[:8])}{' …' if len(counted) > 8 else ''}.",
            confidence=Confidence.MEDIUM,
            cure="Correct the number or add the row that is missing.",
        )


def _counted_in_the_lead(text: str) -> re.Match[str] | None:
    """What is counted in the sentence that leads to the table; another may count other things."""
    since = 0
    for end in [stop.end() for stop in _SENTENCE_ENDS.finditer(text)] + [len(text)]:
        match = _COUNTED.search(text, since, end)
        if match and _LEADS_IN.search(text[since:end].strip()):
            return match
        since = end
    return None


def _paragraph_above(report: Report, position: int) -> Prose | None:
    """The paragraph over a table, its caption apart."""
    above = report.blocks[position - 1]
    if isinstance(above, Prose | Heading) and position > 1 and _CAPTION.match(above.text):
        above = report.blocks[position - 2]
    return above if isinstance(above, Prose) else None


def _counted_as_the_caption_says(report: Report, position: int, text: str) -> re.Match[str] | None:
    """What is counted in the last sentence before a caption that tells of the same doing."""
    block, above = report.blocks[position], report.blocks[position - 1]
    caption = getattr(block, "caption", "") or (
        above.text if isinstance(above, Prose | Heading) and _CAPTION.match(above.text) else ""
    )
    if not caption:
        return None
    since = max((stop.end() for stop in _SENTENCE_ENDS.finditer(text)), default=0)
    found = (each for each in _BEGINS.finditer(text, since) if not _SOME.search(each[0]))
    match = next(found, None)
    if match is None or text[since : match.start()].count(" ") > _LONG_LEAD:
        return None
    named = stem_of(match["what"].split()[-1])
    told = {word[:_STEM] for word in re.findall(r"[a-z]{5,}", text[match.end("what") :].lower())}
    headed = {
        word[:_STEM] for word in re.findall(r"[a-z]{5,}", caption.lower()) if stem_of(word) != named
    }
    return match if told & (headed - {"table"}) else None


_CAPTION = Expression(r"^\W*(?:table|figure|schedule|list)\s\w+\s?[:.–-]", re.IGNORECASE)
_LONG_LEAD, _STEM = 12, 5
_SENTENCE_ENDS = Expression(r"[.!?]\s+(?=[A-Z])")


def _is_the_whole(last: str, grid: Grid) -> bool:
    """Whether the last row is of the district that the others lie in: 100 %, or their sum."""
    rows = [row for row in grid.rows[grid.head_rows :] if row[0].strip()]
    end = rows[-1]
    if end[0].strip() != last:
        return False
    return any(
        _is_whole_of([read_cell(row[column]) for row in rows]) for column in range(1, len(end))
    )


def _is_whole_of(cells: list[Cell]) -> bool:
    """Whether the last figure is a hundred per cent, or all the others added, rounding apart."""
    held = [cell for cell in cells if isinstance(cell, Figure)]
    if len(held) < max(2, len(cells)):
        return False
    *parts, whole = held
    if whole.kind is Kind.PERCENT and whole.value == 100 > max(part.value for part in parts):
        return True
    off = abs(sum(part.value for part in parts) - whole.value)
    return off <= whole.half * (len(parts) + 1) and whole.value > whole.half * 20


RULES: tuple[Rule, ...] = (the_rows_of_a_table_are_as_many_as_said,)
