"""Marks counted: “scored 3 on five statements and 2 on four”, where the column has four and five.

Each mark of a column, a score, a letter or a word, is told with how many rows have it; what is told
takes in every row, and it is another number for two of them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import Sentence, finding_on, paragraphs
from moothall.proofread.reading.statements import content_words
from moothall.proofread.tables.totals import TOTAL

_FEWEST_ROWS, _MOST_ROWS, _MOST_MARKS = 4, 40, 5
_LONGEST_MARK = 24
_NUMBERS = {**NUMBERS_TO_99, "one": 1, "none": 0, "no": 0}
_COUNT = Expression(
    r"(?<![\w£€.,/–-])(?:\d{1,2}|"
    + "|".join(sorted(_NUMBERS, key=len, reverse=True))
    + r")(?![\w%/-]|[.,:]\d)",
    re.IGNORECASE,
)
_OTHER_TIME = Expression(
    r"\b(?:previous\w*|last (?:year|quarter|month|time)|was then|had been|will|would|should|if|"
    r"from|target|of the other)\b",
    re.IGNORECASE,
)
_NO_MARK = Expression(r"[£%]|\d[.,]\d|\d{2}")
_REACH = 8
"""How many blocks before or after a table may speak of it."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of marks: how many rows have each, and what it is called."""

    grid: Grid
    block: int
    head: str
    marks: Counter[str]
    words: frozenset[str]


def marks_are_counted_as_the_table_has_them(report: Report) -> Iterator[TextFinding]:
    """3 on five and 2 on four, where four rows have 3 and five have 2."""
    columns = [c for n, grid in captioned_grids(report) for c in _columns(grid, n)]
    if not columns:
        return
    for paragraph in paragraphs(report):
        if paragraph.cell:
            continue
        for one in paragraph.sentences:
            if len(_COUNT.findall(one.text)) < 2 or _OTHER_TIME.search(one.text):
                continue
            for column in columns:
                if abs(column.block - paragraph.block) > _REACH:
                    continue
                message = _amiss(one, column)
                if message:
                    yield finding_on(
                        paragraph,
                        one,
                        message,
                        "Correct the numbers or the table.",
                        Confidence.MEDIUM,
                    )
                    break


def _columns(grid: Grid, block: int) -> Iterator[_Column]:
    body = [row for row in grid.rows[grid.head_rows :] if any(cell.strip() for cell in row)]
    body = [row for row in body if not any(TOTAL.search(cell) for cell in row[:2])]
    if not grid.head_rows or not _FEWEST_ROWS <= len(body) <= _MOST_ROWS:
        return
    for column in range(1, min(map(len, grid.rows))):
        cells = [row[column].strip().casefold() for row in body]
        marks = Counter(cells)
        if "" in marks or not 2 <= len(marks) <= _MOST_MARKS or len(marks) * 2 > len(cells):
            continue
        if any(len(mark) > _LONGEST_MARK or _NO_MARK.search(mark) for mark in marks):
            continue
        head = " ".join(row[column] for row in grid.rows[: grid.head_rows]).strip()
        yield _Column(grid, block, head, marks, content_words(f"{head} {grid.caption}"))


def _amiss(one: Sentence, column: _Column) -> str | None:
    """What is wrong where marks and numbers stand by turns, and the numbers make all the rows."""
    if not content_words(one.text) & column.words:
        return None
    tokens = list(_tokens(one.text, column.marks))
    kinds = [mark is None for mark, _ in tokens]
    pairs = len(tokens) // 2
    if pairs < 2 or len(tokens) % 2 or any(a == b for a, b in pairwise(kinds)):
        return None
    told: dict[str, int] = {}
    for first, second in zip(tokens[::2], tokens[1::2], strict=True):
        mark, count = (first[0], second[1]) if first[0] is not None else (second[0], first[1])
        told[mark or ""] = count
    if len(told) != pairs:
        return None
    wrong = {mark: count for mark, count in told.items() if column.marks[mark] != count}
    as_many = sum(told.values()) == sum(column.marks[mark] for mark in told)
    if not wrong or not (as_many or (len(told) == len(column.marks) and len(wrong) == 1)):
        return None
    has = ", ".join(f"“{mark}” {column.marks[mark]} times" for mark in wrong)
    said = ", ".join(str(count) for count in wrong.values())
    return f"The table has under “{column.head}” {has}; the text says {said}."


def _tokens(text: str, marks: Counter[str]) -> Iterator[tuple[str | None, int]]:
    """The marks and the numbers of a sentence, in their order."""
    alike = "|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))
    spans = re.compile(rf"(?<![\w£€.,/–-])(?:{alike})(?![\w%/-]|[.,:]\d)", re.IGNORECASE)
    found = [(m.start(), m[0].casefold(), 0) for m in spans.finditer(text)]
    taken = {start for start, _, _ in found}
    counts = [
        (m.start(), None, _NUMBERS.get(m[0].lower()) if m[0].isalpha() else int(m[0]))
        for m in _COUNT.finditer(text)
        if m.start() not in taken
    ]
    for _, mark, count in sorted([*found, *counts], key=lambda token: token[0]):
        yield mark, count or 0


RULES: tuple[Rule, ...] = (marks_are_counted_as_the_table_has_them,)
