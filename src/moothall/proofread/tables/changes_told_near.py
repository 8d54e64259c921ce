"""Changes told near a table: “gas use has fallen by 8.1%”, and its last two years make it 5.7%.

A row of years is spoken of where the words that say what it measures are said in the paragraphs
about its table; that it is a consumption, a number or a rate need not be said.  The change is that
of the last two years, or of the year that is named.  Where it is as great and goes the other way,
the word is wrong; where no two figures of any such row make it, the percentage.
"""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.words_of_change import DOWN, UP
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.named_rows import NamedRow, named_rows
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    each_sentence,
    finding_on,
    per_cent,
)
from moothall.proofread.reading.statements import content_words, periods_named, stem_of
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.tables.moves_told import a_percentage_of_change_is_that_of_its_row
from moothall.proofread.tables.row_changes import a_change_told_is_that_of_its_row
from moothall.proofread.tables.totals import TOTAL

_CHANGE = Expression(
    rf"\b(?:(?P<up>{UP}|up)|(?P<down>{DOWN}|down|decrease|reduction|fall|drop|decline))"
    rf"\s(?:(?:again|further|back|slightly|sharply)\s)?(?:by|of)?\s?«(?P<by>P\d+)»|"
    rf"«(?P<of>P\d+)»\s(?:(?P<rise>increase|rise|growth)|(?P<fall>decrease|reduction|fall|drop|"
    rf"decline))\b",
    re.IGNORECASE,
)
_ELSE = Expression(
    r"\b(?:real terms|inflation|target|national\w*|england|region\w*|budget\w*|if|would|could|"
    r"expected|forecast|planned|will|may|since 20\d\d|over (?:the )?(?:last|past|two|three|four|"
    r"five|ten)\b|compared (?:to|with) (?:20\d\d|the (?:baseline|target|average))|baseline|"
    r"proportion|share|per (?:head|person|pupil|visit|household))\b",
    re.IGNORECASE,
)
_HOW_MUCH = frozenset(
    stem_of(word)
    for word in (
        "consumption", "use", "usage", "number", "numbers", "volume", "level", "amount", "total",
        "count", "kwh", "tonnes", "litres", "hours", "all", "annual", "overall", "figures",
    )
)  # fmt: skip
_UNIT = Expression(r"\([^()]*\)")
_FEWEST, _NEAR_BLOCKS, _MOST_ROWS = 2, 3, 4
_LEAST_WORD = 3
_CURE = "Correct the word, the percentage or the table."
_TOLD = quotes_told(a_percentage_of_change_is_that_of_its_row, a_change_told_is_that_of_its_row)


def a_change_told_near_a_table_is_that_of_its_row(report: Report) -> Iterator[TextFinding]:
    """“Electricity use has shown a decrease of 1.85%” beside a row that rose by so much."""
    rows = [row for row in named_rows(report).all if row.in_time and len(row.cells) >= _FEWEST]
    if not rows:
        return
    for paragraph, one in each_sentence(report, 1):
        matches = list(_CHANGE.finditer(one.pattern)) if "%" in one.text else []
        if len(matches) != 1 or paragraph.cell or _ELSE.search(one.text):
            continue
        message = _contradicted(paragraph, one, matches[0], rows)
        if message and not told_by(_TOLD, report, paragraph, one):
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _contradicted(
    paragraph: Paragraph, one: Sentence, match: re.Match[str], rows: list[NamedRow]
) -> str | None:
    by = one.figure(match["by"] or match["of"])
    up = bool(match["up"] or match["rise"])
    clause = _clause(one.text, by)
    words = content_words(clause)
    near = [
        row
        for row in rows
        if _stands_near(row, paragraph) and not TOTAL.search(row.label) and _is_said(row, words)
    ]
    if by.rough or not 0 < len(near) <= _MOST_ROWS:
        return None
    when = periods_named(clause)
    pairs = [(row, *pair) for row in near if (pair := _last(row, when)) is not None]
    as_great = [(row, a, b) for row, a, b in pairs if _is_as_great(a, b, by)]
    if any((b.value > a.value) == up for _, a, b in as_great):
        return None
    if as_great:
        row, a, b = as_great[0]
        way = "rise" if b.value > a.value else "fall"
        return f"{_shown(row, a, b)} is a {way} of {by.text}, not a {'rise' if up else 'fall'}."
    every = [(a, b) for row in near for a, b in combinations(row.cells, 2) if a.kind is b.kind]
    if not pairs or any(_is_as_great(a, b, by) or _is_as_great(b, a, by) for a, b in every):
        return None
    alike = [(row, a, b) for row, a, b in pairs if (b.value > a.value) == up]
    if len({row.block for row, _, _ in pairs}) != len(pairs) or not alike:
        return None
    row, a, b = alike[0]
    true = abs(b.value / a.value - 1) * HUNDRED
    if not true / 2 <= by.size <= true * 2:
        return None
    return f"{_shown(row, a, b)} is a change of {per_cent(true)}, not {by.text}."


def _clause(text: str, by: Figure) -> str:
    """The clause in which the change stands: what is before it tells of something else."""
    start = by.amount.start
    since = max(text.rfind(mark, 0, start) for mark in (";", ", ", ": "))
    return text[since + 1 :] if start - since > _LONGEST_LEAD else text


_LONGEST_LEAD = 20


def _stands_near(row: NamedRow, paragraph: Paragraph) -> bool:
    same = row.grid.place.section == paragraph.section
    return abs(row.block - paragraph.block) <= (_NEAR_BLOCKS * 4 if same else _NEAR_BLOCKS)


def _is_said(row: NamedRow, words: frozenset[str]) -> bool:
    """Whether all that says what a row measures is said, but for how much of it there is."""
    telling = content_words(_UNIT.sub(" ", row.label)) - _HOW_MUCH
    return bool(telling) and telling <= words and any(len(word) >= _LEAST_WORD for word in telling)


def _last(row: NamedRow, when: frozenset[str]) -> tuple[Cell, Cell] | None:
    cells = [cell for cell in row.cells if cell.kind is not Kind.PERCENT and cell.value > 0]
    if len(cells) < _FEWEST or len(cells) != len(row.cells):
        return None
    for a, b in pairwise(cells):
        if when and periods_named(b.head) & when:
            return a, b
    return (cells[-2], cells[-1]) if not when else None


def _is_as_great(a: Cell, b: Cell, by: Figure) -> bool:
    return (
        abs(abs(b.value / a.value - 1) * HUNDRED - by.size) <= by.amount.step if a.value else False
    )


def _shown(row: NamedRow, a: Cell, b: Cell) -> str:
    return (
        f"“{row.label}” from {row.printed(a)} (“{a.head.strip()}”) to {row.printed(b)} "
        f"(“{b.head.strip()}”; {row.where(b)})"
    )


RULES: tuple[Rule, ...] = (a_change_told_near_a_table_is_that_of_its_row,)
