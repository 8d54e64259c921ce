"""Tables of answers: a row for each answer to a question, with its share of them.

The sides ("strongly agree" and "agree" are for) are read from the labels of the rows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Grid, Prose, Report
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.concepts import WEAK, concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import HUNDRED, read_once
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures

_FOR = Expression(
    r"^\W*(?:(?:very|fairly|quite|strongly|tend to|slightly|somewhat|mostly|broadly|completely|"
    r"extremely|partly|definitely|probably|generally)\s)*(?:agree|support(?:ive)?|satisfied|"
    r"in favour|"
    r"yes|good|excellent|happy|content|positive|approve|likely|safe|for|favourable|confident)\W*$",
    re.IGNORECASE,
)
_AGAINST = Expression(
    r"^\W*(?:(?:very|fairly|quite|strongly|tend to|slightly|somewhat|mostly|broadly|completely|"
    r"extremely|definitely|probably|generally)\s)*(?:disagree|oppose[d]?|dissatisfied|against|"
    r"no|poor|bad|"
    r"unhappy|discontented|negative|disapprove|unlikely|unsafe|object)\W*$",
    re.IGNORECASE,
)
_NEITHER = Expression(
    r"\b(?:neither|neutral|don[’']?t know|do not know|no opinion|not sure|unsure|no view|no answer|"
    r"not answered|undecided)\b",
    re.IGNORECASE,
)
_TOTAL = Expression(r"^\W*(?:total|all|base)\b", re.IGNORECASE)
LITTLE = word_set(
    "response support oppose question strong strongly tend view survey consultation satisf say "
    "said answer proposal propos percentage per cent all council overall people resident table "
    "figure number share total give express result plan each"
)
_MOST_ROWS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    label: str
    share: Decimal
    step: Decimal
    number: Decimal | None
    side: str
    """`for`, `against`, `neither`, or nothing where the label names neither."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A table with one share for each of its rows."""

    grid: Grid
    block: int
    about: frozenset[str]
    answers: tuple[Answer, ...]
    total: Decimal | None

    @property
    def graded(self) -> bool:
        sides = {answer.side for answer in self.answers}
        return {"for", "against"} <= sides

    def sums(self) -> Iterator[tuple[tuple[Answer, ...], Decimal]]:
        for many in range(1, len(self.answers)):
            for some in combinations(self.answers, many):
                yield some, sum((answer.share for answer in some), Decimal(0))


def _side(label: str) -> str:
    if _NEITHER.search(label):
        return "neither"
    if _AGAINST.match(label):
        return "against"
    return "for" if _FOR.match(label) else ""


@read_once
def questions(report: Report) -> tuple[Question, ...]:
    found = []
    for number, grid in captioned_grids(report):
        if not grid.rows or not 2 <= len(grid.rows) <= _MOST_ROWS + 3 or len(grid.rows[0]) > 4:
            continue
        cells = figures(grid)
        shares = {c.row: c for c in cells if c.kind is Kind.PERCENT}
        counts = {c.row: c for c in cells if c.kind is Kind.COUNT}
        if sum(c.kind is Kind.PERCENT for c in cells) != len(shares) or len(shares) < 3:
            continue
        rows = {row: c for row, c in shares.items() if not _TOTAL.match(c.label)}
        whole = sum((c.value for c in rows.values()), Decimal(0))
        if not 3 <= len(rows) <= _MOST_ROWS or abs(whole - HUNDRED) > 3:
            continue
        totals = [c.value for c in counts.values() if _TOTAL.match(c.label)]
        lead = report.blocks[number - 1] if number else None
        words = f"{grid.caption} {grid.rows[0][0]} "
        words += lead.text if isinstance(lead, Prose) and len(lead.text) < 600 else ""
        found.append(
            Question(
                grid=grid,
                block=number,
                about=concepts(words) - WEAK - LITTLE,
                answers=tuple(_answer(c, counts.get(row)) for row, c in rows.items()),
                total=totals[0] if len(totals) == 1 else None,
            )
        )
    return tuple(found)


def _answer(share: Cell, count: Cell | None) -> Answer:
    return Answer(
        label=share.label.strip(),
        share=share.value,
        step=share.step,
        number=count.value if count else None,
        side=_side(share.label),
    )
