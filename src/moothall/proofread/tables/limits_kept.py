"""Limits kept: “no limit was exceeded”, against a figure of the report that lies over its limit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.concepts import WEAK, concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, Sentence, finding_on, paragraphs
from moothall.proofread.reading.table_figures import Figure, figures

_KEPT = Expression(
    r"\bno (?:\w+ ){0,3}?(?:limits?|indicators?|thresholds?|ceilings?|caps?|boundar(?:y|ies)|"
    r"maximum)\b[^.;]{0,40}?\b(?:exceeded|breached|broken|passed|overstepped)\b|"
    r"\b(?:all|each|every)\b[^.;]{0,40}?\b(?:limits?|indicators?|thresholds?|boundaries|ceilings?)"
    r"\b[^.;]{0,40}?\b(?:met|kept|complied with|observed|respected|within)\b|"
    r"\bcompl(?:ied|iance|y) (?:fully |in full )?with (?:all|each|every)\b[^.;]{0,50}?"
    r"\b(?:limits?|indicators?)\b|"
    r"\b(?:remained|were|was|stayed|kept|operated) (?:\w+ )?within (?:all |each |every |its |the |"
    r"their |approved ){1,3}(?:\w+ ){0,2}?(?:limits?|boundaries|indicators)\b|"
    r"\b(?:limits?|indicators?|thresholds?)\b[^.;]{0,30}?\b(?:not|never) (?:been )?(?:exceeded|"
    r"breached|broken)\b|\b(?:there (?:were|have been) )?no breach(?:es)?\b",
    re.IGNORECASE,
)
_BUT = Expression(r"\b(?:except|apart from|other than|but|save|bar|one|two|only|if|should)\b", re.I)
_LIMIT = Expression(r"\b(?:limit|maximum|ceiling|cap|upper)\b", re.IGNORECASE)
_NO_LIMIT = Expression(r"\b(?:lower|minimum|floor|total|all|overall|group|headroom|within)\b", re.I)
_HELD = Expression(
    r"\b(?:actuals?|position|held|highest|peak|outturn|exposure|balance|invested|outstanding|"
    r"at \d{1,2} [A-Z][a-z]+|(?:as )?at)\b",
    re.IGNORECASE,
)
_OF_ONE = Expression(
    r"\b(?:largest|biggest|highest|greatest|peak\w*|single|up to|one (?:fund|bank|of)|each|"
    r"the most|maximum (?:held|invested))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Over:
    """A figure over its limit, in words, and where it stands."""

    words: str
    place: Place
    block: int | None = None


def limits_called_kept_were_kept(report: Report) -> Iterator[TextFinding]:
    """“No limit was exceeded”, where a fund is limited to £10m and the largest held £12.5m."""
    texts = paragraphs(report)
    kept = [
        (paragraph, one, " ".join(match[0].split()))
        for paragraph in texts
        for one in paragraph.sentences
        if (match := _KEPT.search(one.text)) and not _BUT.search(one.text)
    ]
    if not kept:
        return
    tables = [grid for grid in tables_of(report) if any(_LIMIT.search(c) for c in _heads(grid))]
    over = [found for grid in tables for found in _in_the_table(grid)]
    for grid in tables:
        over += _in_the_text(grid, texts)
    over += _in_words(texts)
    for found in over[:1]:
        # the denial beside it, else one that speaks of limits and not of indicators
        paragraph, one, words = min(
            kept, key=lambda each: (each[0].block != found.block, "indicator" in each[1].text)
        )
        yield finding_on(
            paragraph,
            one,
            f"“{words}” is said, but {found.words} ({found.place}).",
            "Report the breach, or correct the figure.",
            Confidence.MEDIUM,
        )


def _heads(grid: Grid) -> tuple[str, ...]:
    return tuple(" ".join(column) for column in zip(*grid.rows[: grid.head_rows], strict=False))


def _in_the_table(grid: Grid) -> Iterator[_Over]:
    """Rows whose actual figure lies over the limit of the same row."""
    rows: dict[int, list[Figure]] = {}
    for cell in figures(grid):
        rows.setdefault(cell.row, []).append(cell)
    for cells in rows.values():
        limits = [c for c in cells if _LIMIT.search(c.head) and not _NO_LIMIT.search(c.head)]
        held = [c for c in cells if _HELD.search(c.head) and not _LIMIT.search(c.head)]
        if len(limits) != 1 or not held or limits[0].value <= 0:
            continue
        for cell in held:
            if cell.kind is limits[0].kind and cell.value > limits[0].value:
                yield _Over(
                    f"“{cell.label}” has {grid.rows[cell.row][cell.column].strip()} against a "
                    f"limit of {grid.rows[cell.row][limits[0].column].strip()}",
                    grid.cell_place(cell.row, cell.column),
                )


def _in_the_text(grid: Grid, texts: tuple[Paragraph, ...]) -> Iterator[_Over]:
    """Sentences on the largest holding of a kind, over the limit that the table has for one."""
    limits = {
        cell.label: (cell, concepts(cell.label) - WEAK)
        for cell in reversed(figures(grid))
        if _LIMIT.search(cell.head) and not _NO_LIMIT.search(cell.head)
    }
    for paragraph in texts:
        if paragraph.cell or not _OF_ONE.search(paragraph.text):
            continue
        words = concepts(paragraph.text)
        for label, (cell, named) in limits.items():
            if not named or not named <= words:
                continue
            for one in paragraph.sentences:
                value = _largest(one)
                if value is not None and value[0] > cell.value > 0:
                    yield _Over(
                        f"{value[1]} is held where the limit for each of “{label}” is "
                        f"{grid.rows[cell.row][cell.column].strip()}",
                        paragraph.place,
                        paragraph.block,
                    )


_LIMIT_SAID = Expression(
    r"\blimit\b[^.;«»]{0,50}?\b(?:being|of|is|was|at|to)\s(?:only\s)?«M(?P<limit>\d+)»", re.I
)
_STOOD = Expression(
    r"\b(?:stood at|reached|amounted to|was|were|held|rose to|peaked at)\s«M(?P<held>\d+)»", re.I
)
_PUT_RIGHT = Expression(
    r"\b(?:corrected|rectified|put right|resolved|exceed\w*|breach\w*|temporar\w+|late receipt|"
    r"reported to|overnight|for (?:one|two|three|\d) days?)\b",
    re.IGNORECASE,
)


def _in_words(texts: tuple[Paragraph, ...]) -> Iterator[_Over]:
    """“The balance stood at £5.6m for two days …, the limit for a single fund being £5m.”"""
    for paragraph in texts:
        if "limit" not in paragraph.text or not _PUT_RIGHT.search(paragraph.text):
            continue
        limit = held = None
        for one in paragraph.sentences:
            if limit is None and (match := _LIMIT_SAID.search(one.pattern)):
                limit = one.figures[int(match["limit"])]
            if held is None and (match := _STOOD.search(one.pattern)):
                held = one.figures[int(match["held"])]
        if limit is not None and held is not None and limit.size < held.size < limit.size * 4:
            yield _Over(
                f"{held.text} is told of where the limit is {limit.text}",
                paragraph.place,
                paragraph.block,
            )


def _largest(one: Sentence) -> tuple[Decimal, str] | None:
    """The sum that a sentence gives for the largest of several."""
    match = (
        re.search(r"«M(\d+)»", one.pattern[_of_one.end() :])
        if (_of_one := _OF_ONE.search(one.pattern))
        else None
    )
    if match is None:
        return None
    figure = one.figures[int(match[1])]
    return figure.size, figure.text


RULES: tuple[Rule, ...] = (limits_called_kept_were_kept,)
