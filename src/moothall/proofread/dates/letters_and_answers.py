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
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.written_dates import Written, written_dates

_ASKED_FOR = (
    r"(?:letter|request|question|enquiry|inquiry|query|complaint|referral|petition|application|"
    r"statement|objection|submission|report|e-?mail|grievance|motion|claim|appeal|notice|"
    r"representation|challenge|call-in|invitation|allegation|concerns?|bid)"
)
_ASKS = Expression(
    r"\b(?:wrote|written to|asked|put (?:\w+ ){0,3}?(?:questions?|request)|(?:was|were) (?:first "
    r")?(?:consulted|notified|approached|asked|invited)|put by|requested|submitted|lodged|raised|"
    r"put to|sent to|referred|validated|appealed|"
    rf"made an? {_ASKED_FOR}|{_ASKED_FOR}s?\b[^.;]{{0,40}}?\b(?:was|were|of|dated|received|made|"
    r"sent|came|reached|put))\b",
    re.IGNORECASE,
)
_ANSWERS = Expression(
    r"\b(?:(?:decision|finding|observations?|comments|views|ruling|report|opinion|advice|verdict)"
    r" (?:up)?on (?:it|them|that|this|the \w+)|answer(?:ed|s)?|repl(?:y|ied|ies)|"
    r"respon(?:se|ses|ded)|acknowledg(?:ed|ement)|rebuttal|"
    r"(?:the|its|their|his|her|an) (?:outcome|answer|decision|ruling|determination|finding)|"
    r"(?:permission|consent|approval|leave|it|this|that|they) (?:was|were) (?:then )?(?:granted|"
    r"refused|given|determined|decided|upheld|dismissed|rejected|dealt with|closed|withdrawn|"
    r"turned down|settled)|(?:sent|supplied|provided|gave) (?:it|them|these))\b"
    r"(?=[^.;]{0,60}\b(?:to|the|that|this|it|them|was|were|is|dated|on|came|reached|received)\b)",
    re.IGNORECASE,
)
_EARLIER = Expression(
    r"\b(?:previous|earlier|first(?! (?:made|put|raised|lodged|asked|received|sent))|another|"
    r"last(?! (?:winter|summer|spring|autumn|month|year|week|quarter|time|night))|"
    r"interim|initial|other|further|second|similar|separate|new|pre-?application|draft)\b",
    re.IGNORECASE,
)
_NAMES_WHAT_IT_ANSWERS = Expression(
    rf"^[^.;]{{0,40}}?\b(?:the|that|a|an|its|their|his|her|our|\w+[’']s?)\s(?:\w+\s){{0,2}}?"
    rf"{_ASKED_FOR}s?\s(?:which was\s)?(?:of|dated|from|made|sent|received|put|on)\s(?:on\s)?$",
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
    *("answer", "repl", "respon", "acknowledg", "rebut", "outcome", "determin", "granted"),
    *("observation", "views", "comments", "decision", "finding", "ruling", "report", "refused"),
    *("opinion", "advice", "given", "sent ", "supplied", "provided", "gave", "dismissed", "closed"),
)
_CURE = "Correct one of the two dates."


def nothing_is_answered_before_it_is_asked(report: Report) -> Iterator[TextFinding]:
    """“The answer to that letter, dated 8 May”, of a letter of 22 May."""
    before: Passage | None = None
    for passage in passages(report):
        if before is not None and _OPENS_WITH_AN_ANSWER.match(passage.text):
            yield from _findings(passage, f"{before.text} {passage.text}")
        elif passage.has(*_HINTS):
            yield from _findings(passage, passage.text)
        before = passage


_OPENS_WITH_AN_ANSWER = Expression(r"^\W*(?:Answer|Reply|Response|Decision|Outcome)\b")


def _findings(passage: Passage, text: str) -> Iterator[TextFinding]:
    days = [day for day in written_dates(text) if day.is_a_day]
    for asked, answered in _turned_round(text, days):
        yield TextFinding(
            place=passage.place,
            quote=around(text, answered.start, answered.end, 80),
            message=f"Asked on {asked.text.strip()}, answered on {answered.text.strip()}: "
            "before it was asked.",
            confidence=Confidence.MEDIUM,
            cure=_CURE,
        )


def _turned_round(text: str, days: list[Written]) -> Iterator[tuple[Written, Written]]:
    """The first question with the first answer after it, where the answer has the earlier day."""
    ask = _ASKS.search(text)
    answer = _ANSWERS.search(text, ask.end()) if ask else None
    if ask is None or answer is None or len(days) != 2:
        return
    asked, answered = days
    if _NAMES_WHAT_IT_ANSWERS.match(text[answer.end() : answered.start]):
        return  # “the letter of 14 March answered the request of 3 March”
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
