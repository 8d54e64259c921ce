"""Dates that were moved, and which way: “brought forward from June to September” is put back.

What is delayed or slips moves to a later date; what is brought forward, to an earlier one.  “Three
months late: planned for May 2026, it will finish in July 2026” is two.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.dates.periods import RULES as PERIODS
from moothall.proofread.dates.points_in_time import Point, is_later, points_in
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import passages, sentences

_LATER = r"(?:delayed|put back|postponed|slipped|deferred|extended|pushed back|held over)"
_EARLIER = r"(?:brought forward|advanced|shortened|accelerated)"
_FROM_TO = Expression(
    rf"\b(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER}))\b[^.;0-9]{{0,40}}?\sfrom\s(?:the\s)?"
    r"(?:end of\s|early\s|mid[- ]|late\s)?$",
    re.IGNORECASE,
)
_TO = Expression(
    r"^,?\s(?:to|until|till)\s(?:the\s)?(?:end of\s|early\s|mid[- ]|late\s)?$", re.IGNORECASE
)
_SO_LONG = Expression(
    rf"\b(?P<n>{'|'.join(NUMBERS_TO_99)}|\d{{1,2}})\s(?:whole\s|full\s)?months?\s(?P<way>late|early|"
    r"behind (?:schedule|programme|plan)|ahead of (?:schedule|programme|plan))\b",
    re.IGNORECASE,
)
_PLANNED = Expression(
    r"\b(?:planned|due|scheduled|programmed|expected|promised|meant)\b[^.;,0-9]{0,30}$",
    re.IGNORECASE,
)
_MOVES = (
    *("delayed", "back from", "postponed", "slipped", "deferred", "extended", "held over"),
    *("forward from", "advanced", "shortened", "accelerated", "late", "early", "behind", "ahead"),
)
_TWO = 2


def a_date_moves_the_way_that_is_told(report: Report) -> Iterator[TextFinding]:
    """“Brought forward from June 2026 to September 2026”."""
    for passage in passages(report):
        if not any(word in passage.text for word in _MOVES):
            continue
        for sentence in sentences(passage.text):
            points = points_in(sentence)
            message = _wrong_way(sentence, points) or _wrong_length(sentence, points)
            if message is not None:
                yield TextFinding(
                    place=passage.place,
                    quote=sentence,
                    message=message,
                    confidence=Confidence.MEDIUM,
                    cure="Correct the word, or one of the dates.",
                )


def _wrong_way(sentence: str, points: list[Point]) -> str | None:
    for one, two in pairwise(points):
        match = _FROM_TO.search(sentence[: one.start])
        if match is None or not _TO.match(sentence[one.end : two.start]):
            continue
        earlier, later = (two, one) if match["later"] else (one, two)
        if is_later(later, earlier):
            word = match["later"] or match["earlier"]
            way = "earlier" if match["later"] else "later"
            return f"“{word}”, but {two.text.strip()} is {way} than {one.text.strip()}."
    return None


def _wrong_length(sentence: str, points: list[Point]) -> str | None:
    """“Three months late: planned for May 2026, it will finish in July 2026”: two."""
    match = _SO_LONG.search(sentence)
    if match is None or len(points) != _TWO or not all(point.year for point in points):
        return None
    planned = [bool(_PLANNED.search(sentence[: point.start])) for point in points]
    if planned[0] and planned[1]:
        planned[0] = False
    if sum(planned) != 1:
        return None
    then, now = points if planned[0] else reversed(points)
    months = ((now.year or 0) - (then.year or 0)) * 12 + now.month - then.month
    told = NUMBERS_TO_99.get(match["n"].lower()) or int(match["n"])
    late = match["way"].lower().startswith(("late", "behind"))
    loose = any(point.day for point in points)
    if abs((months if late else -months) - told) <= loose:
        return None
    return f"From {then.text.strip()} to {now.text.strip()} is {months} months, not “{match[0]}”."


RULES: tuple[Rule, ...] = (where_nothing_is_told(a_date_moves_the_way_that_is_told, PERIODS),)
