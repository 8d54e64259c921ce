"""Rows gone the other way: “Visits to Cray fell by 3,150”, where they went from 22,150 to 25,300.

The figure told, how much it moved or what it came to, is that of the row from one time to the next;
only the way is another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.named_rows import NamedRow, named_rows
from moothall.proofread.reading.passages import Figure, Sentence, each_sentence, finding_on, mark
from moothall.proofread.reading.statements import content_words, periods_named
from moothall.proofread.tables.rows_spoken_of import (
    MOST_NAMED,
    are_apart,
    is_long_enough,
    is_spoken_of,
    signed,
)
from moothall.proofread.tables.totals import TOTAL

_ROSE = r"rose|risen|rises|increased|grew|grown|went up|gone up|climbed|up"
_FELL = r"fell|fallen|falls|decreased|dropped|declined|went down|gone down|reduced|down"
_MOVE = Expression(
    rf"\b(?:(?P<rose>{_ROSE})|(?P<fell>{_FELL}))\s(?:again\s|further\s|back\s|slightly\s|sharply\s)?"
    rf"(?:(?:by\s)?{mark('by', 'MCP')}|to\s{mark('to', 'MCP')})(?!\s(?:a|per|each|times)\b)|"
    rf"\b(?:(?P<rise>increase|rise|growth)|(?P<fall>decrease|fall|drop|reduction))\sof\s"
    rf"{mark('of', 'MC')}(?!\s(?:a|per|each|times)\b)",
    re.IGNORECASE,
)
_FROM = Expression(r"\bfrom\s«", re.IGNORECASE)


_NO_TELLING = Expression(
    r"\b(?:would|could|should|if|may|might|not|target|limit|threshold|inflation)\b", re.IGNORECASE
)
_PAIR = 2
_CURE = "Correct the word, or the figures of the table."


@dataclass(frozen=True, slots=True)
class _Move:
    """A move told: its word, its way, and either by how much or to what."""

    word: str
    way: int
    figure: Figure
    is_end: bool


def a_row_went_the_way_that_is_told(report: Report) -> Iterator[TextFinding]:
    """“Attendance at Mill rose to 91.8%”, from 92.4%."""
    rows = [row for row in named_rows(report).all if len(row.cells) >= _PAIR and row.in_time]
    if not rows:
        return
    for paragraph, one in each_sentence(report, 1):
        moved = None if paragraph.cell else _moved(one)
        if moved is None:
            continue
        words = content_words(one.text)
        named = [row for row in rows if is_spoken_of(row, one.text, words)]
        if len(named) > MOST_NAMED:
            continue
        message = next((m for row in named if (m := _against_its_move(moved, row))), None)
        if message:
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _moved(one: Sentence) -> _Move | None:
    found = list(_MOVE.finditer(one.pattern))
    if len(found) != 1 or _NO_TELLING.search(one.pattern) or _FROM.search(one.pattern):
        return None
    match = found[0]
    figure = one.figure(match["by"] or match["to"] or match["of"])
    if figure.rough or (figure.kind is Kind.PERCENT and not match["to"]):
        return None
    if not is_long_enough(figure):
        return None
    up = match["rose"] or match["rise"]
    word = up or match["fell"] or match["fall"]
    return _Move(word.lower(), 1 if up else -1, figure, bool(match["to"]))


def _against_its_move(moved: _Move, row: NamedRow) -> str | None:
    """What is wrong where the figure is that of the row from one time to the next, turned round."""
    if TOTAL.search(row.label):
        return None
    steps = [
        (then, now)
        for then, now in pairwise(row.cells)
        if then.kind is now.kind and periods_named(then.head) and periods_named(now.head)
    ]
    if len(steps) != len(row.cells) - 1 or _runs_backwards(row):
        return None
    if moved.is_end:
        meant = [
            (a, b) for a, b in steps if (b.kind, b.value) == (moved.figure.kind, moved.figure.size)
        ]
    else:
        meant = [(a, b) for a, b in steps if are_apart(row, b, row, a, moved.figure)]
    if len(meant) != 1:
        return None
    then, now = meant[0]
    step = signed(row, now) - signed(row, then)
    if step * moved.way >= 0 or min(signed(row, now), signed(row, then)) < 0:
        return None
    return (
        f"“{row.label}” went from {row.printed(then)} (“{then.head.strip()}”) to "
        f"{row.printed(now)} (“{now.head.strip()}”, {row.where(now)}): a "
        f"{'fall' if step < 0 else 'rise'}, and the text says {moved.word}."
    )


def _runs_backwards(row: NamedRow) -> bool:
    """Whether the later column stands first: “2024/25, 2023/24”."""
    years = [re.findall(r"(?:20)?\d\d", cell.head) for cell in row.cells]
    firsts = [int(each[0][-2:]) for each in years if each]
    return len(firsts) > 1 and firsts[0] > firsts[-1]


RULES: tuple[Rule, ...] = (a_row_went_the_way_that_is_told,)
