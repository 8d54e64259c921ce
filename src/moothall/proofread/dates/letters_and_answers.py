"""Letters and their answers: nothing is answered before it is asked.

“On 22 May the panel wrote …; the answer to that letter, dated 8 May”; a row of a log that was
answered before it was asked.  What answers names what it answers, or stands in the same row.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.written_dates import Written, written_dates

_ASKS = Expression(
    r"\b(?:wrote|written to|asked|put (?:\w+ ){0,3}?(?:questions?|request)|(?:was|were) (?:first "
    r")?(?:consulted|notified|approached|"
    r"asked)|put by|requested|submitted|lodged|raised|put to|sent to|made a "
    r"(?:request|"
    r"complaint|referral)|(?:letter|request|question|enquiry|query|complaint|referral|petition|"
    r"application|statement|objection|submission|report|e-?mail|petition)s?\b[^.;]{0,40}?\b(?:was|"
    r"were|of|dated|received|made|sent))\b",
    re.IGNORECASE,
)
_ANSWERS = Expression(
    r"\b(?:(?:decision|finding|observations?|comments|views|ruling|report) (?:up)?on (?:it|them|"
    r"that|this|"
    r"the \w+)|answer(?:ed|s)?|repl(?:y|ied|ies)|respon(?:se|ses|ded)|acknowledg(?:ed|ement)|"
    r"rebuttal)\b"
    r"(?=[^.;]{0,60}\b(?:to|the|that|this|it|them|was|were|is|dated|on|came|reached|received)\b)",
    re.IGNORECASE,
)
_EARLIER = Expression(
    r"\b(?:previous|earlier|first|another|last|interim|initial|other|further|"
    r"second)\b",
    re.IGNORECASE,
)
_ASKED_HEAD = Expression(
    r"^\W*(?:date )?(?:asked|received|requested|submitted|raised|reported|referred|lodged|logged|"
    r"opened|sent|issued|notified|ordered|invoiced|question|request)(?: (?:on|date))?\W*$|"
    r"^\W*date (?:of )?(?:request|receipt|referral|complaint|question|application)\W*$",
    re.IGNORECASE,
)
_ANSWERED_HEAD = Expression(
    r"^\W*(?:date )?(?:answered|replied|responded|closed|completed|resolved|decided|determined|"
    r"returned|paid|answer|reply|response|actioned|delivered)(?: (?:on|date))?\W*$|"
    r"^\W*date (?:of )?(?:reply|answer|response|decision|closure|completion|payment)\W*$",
    re.IGNORECASE,
)
_HINTS = (
    *("answer", "repl", "respon", "acknowledg", "rebut"),
    *("observation", "views", "comments", "decision", "finding", "ruling", "report"),
)
_CURE = "Correct one of the two dates."


def nothing_is_answered_before_it_is_asked(report: Report) -> Iterator[TextFinding]:
    """“The answer to that letter, dated 8 May”, of a letter of 22 May."""
    for passage in passages(report):
        if passage.has(*_HINTS):
            days = [day for day in written_dates(passage.text) if day.is_a_day]
            yield from (
                TextFinding(
                    place=passage.place,
                    quote=around(passage.text, answered.start, answered.end, 80),
                    message=f"Asked on {asked.text.strip()}, answered on {answered.text.strip()}: "
                    "before it was asked.",
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )
                for asked, answered in _turned_round(passage.text, days)
            )


def _turned_round(text: str, days: list[Written]) -> Iterator[tuple[Written, Written]]:
    """The first question with the first answer after it, where the answer has the earlier day."""
    ask = _ASKS.search(text)
    answer = _ANSWERS.search(text, ask.end()) if ask else None
    if ask is None or answer is None or len(days) != 2:
        return
    asked, answered = days
    between = text[ask.end() : answered.end]
    if asked.start > answer.start() or answered.start < ask.end() or _EARLIER.search(between):
        return
    if answered.last < asked.first:
        yield asked, answered


def no_row_is_answered_before_it_is_asked(report: Report) -> Iterator[TextFinding]:
    """“Asked 11 March 2025, answered 3 March 2025” in a row of a log."""
    for grid in report.grids:
        for row, asked, answered, column in _rows(grid):
            if answered.last < asked.first:
                yield TextFinding(
                    place=grid.cell_place(row, column),
                    quote=" ".join(cell for cell in grid.rows[row] if cell.strip()),
                    message=f"{answered.text.strip()} (“{grid.rows[0][column]}”) is before "
                    f"{asked.text.strip()}; in the other rows it is after.",
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )


def _rows(grid: Grid) -> Iterator[tuple[int, Written, Written, int]]:
    heads = grid.rows[0] if grid.rows else ()
    asked_in = next((n for n, head in enumerate(heads) if _ASKED_HEAD.match(head)), None)
    answered_in = next((n for n, head in enumerate(heads) if _ANSWERED_HEAD.match(head)), None)
    if asked_in is None or answered_in is None:
        return
    for row, cells in enumerate(grid.rows[1:], start=1):
        if max(asked_in, answered_in) >= len(cells):
            continue
        asked, answered = written_dates(cells[asked_in]), written_dates(cells[answered_in])
        if len(asked) == 1 and len(answered) == 1 and asked[0].is_a_day and answered[0].is_a_day:
            yield row, asked[0], answered[0], answered_in


RULES: tuple[Rule, ...] = (
    nothing_is_answered_before_it_is_asked,
    no_row_is_answered_before_it_is_asked,
)
