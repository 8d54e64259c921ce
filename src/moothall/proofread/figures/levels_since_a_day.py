"""A change since a day that leads back to a level which a table gives with one digit changed.

“On 30 November debt was £746.7m …, a decrease of £29.2m on 31 March 2024” leads back to £775.9m;
the table has £771.9m for 31 March 2024.  That both are of one thing is said by a word of the row
and by the slip itself: the two levels differ in little, and the column is that of the day.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, finding_on, paragraphs, worded
from moothall.proofread.reading.statements import content_words
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures
from moothall.proofread.reading.written_dates import written_dates

_SINCE = Expression(
    r"\b(?:(?P<up>increase|rise|growth)|decrease|fall|reduction|drop)\sof\s«(?P<d>M\d+)»"
    r"(?:\s\([^()]*\))?\s(?:on|since|from|compared (?:with|to)|over)\s[^«»;.]{0,30}?(?:19|20)\d\d",
    re.IGNORECASE,
)
_CLOSE = Decimal("0.01")


def a_change_since_a_day_leads_back_to_its_level(report: Report) -> Iterator[TextFinding]:
    """“£746.7m, a decrease of £29.2m on 31 March”, when the table has £771.9m for that day."""
    for paragraph in paragraphs(report):
        for number, one in enumerate(paragraph.sentences):
            match = _SINCE.search(one.pattern)
            if match is None:
                continue
            moved = one.figure(match["d"])
            days = [day for day in written_dates(one.text) if day.start > moved.amount.end]
            held = paragraph.sentences[number - 1] if number else one
            levels = [f for f in held.figures if f.kind is Kind.MONEY and f is not moved]
            if not days or not days[0].is_a_day or not levels or moved.rough:
                continue
            then = levels[0].size - moved.size if match["up"] else levels[0].size + moved.size
            words = content_words(held.text) | content_words(one.text)
            cell = _cell_near(report, then, days[0].first, words, levels[0])
            if cell is not None:
                message = (
                    f"{levels[0].text} after this change means {worded(then, moved.amount)} on "
                    f"{days[0].text}; the table has {worded(cell.value, moved.amount)} "
                    f"({cell.label}), which makes the change "
                    f"{worded(abs(cell.value) - levels[0].size, moved.amount)}."
                )
                cure = "Correct the change or the level."
                yield finding_on(paragraph, one, message, cure, Confidence.MEDIUM)


def _cell_near(
    report: Report, then: Decimal, day: date, words: frozenset[str], level: Figure
) -> Cell | None:
    """The only figure of that day that is almost the level to which the change leads back."""
    near = []
    for _, grid in captioned_grids(report):
        for cell in figures(grid):
            size = abs(cell.value)
            if cell.kind is not Kind.MONEY or not size or abs(then - size) > size * _CLOSE:
                continue
            if any(each.first == day for each in written_dates(cell.head)):
                near.append(cell)
    exact = [c for c in near if abs(abs(c.value) - then) <= c.step + level.amount.step]
    told = [cell for cell in near if content_words(cell.label) & words]
    return told[0] if not exact and len(told) == 1 else None


RULES: tuple[Rule, ...] = (a_change_since_a_day_leads_back_to_its_level,)
