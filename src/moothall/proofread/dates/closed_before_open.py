"""What closes before it opens: “goes on deposit on 14 July … must be in by 6 June”.

In a sentence the opening is told first, in the present or as to come; in the lines of a form
“Start” and “Finish” stand under one another.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Place, Prose, Report
from moothall.proofread.dates.dates import RULES as DATES
from moothall.proofread.dates.spans import RULES as SPANS
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.running_text import sentences
from moothall.proofread.reading.written_dates import Written, with_years, written_dates

_OPENS = Expression(
    r"\b(?:goes|go|opens?|open|begins?|begin|starts?|start|commences?|published|launch(?:es|ed)|"
    r"issued|invited)\b[^.;\d]{0,60}?\b(?:on|from)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$",
    re.IGNORECASE,
)
_CLOSES = Expression(
    r"\b(?:must|should|shall|to|can|may|will)\sbe\s(?:in|made|received|submitted|sent|returned|"
    r"lodged|given|with us)\b[^.;\d]{0,40}?\b(?:by|before|until|no later than)\s(?:the\s)?"
    r"(?:[A-Z][a-z]+day,?\s)?$|"
    r"\b(?:closes?|ends?|deadline(?: is| of)?|closing date(?: is| of)?)\s(?:on\s)?"
    r"(?:[A-Z][a-z]+day,?\s)?$",
    re.IGNORECASE,
)
_START = Expression(
    r"^\W*(?:contract |lease |project |works? )?(?:start(?:s|ing)?|begin(?:s|ning)?|commence(?:s|"
    r"ment)?"
    r"|opens?|opening)(?:\s(?:date|day|on))?\s?[:–-]?\s?$",
    re.IGNORECASE,
)
_FINISH = Expression(
    r"^\W*(?:contract |lease |project |works? )?(?:finish(?:es)?|ends?|end|expir(?:y|es)|closes?|"
    r"closing|completion|completes)(?:\s(?:date|day|on))?\s?[:–-]?\s?$",
    re.IGNORECASE,
)
_REACH = 4
_CURE = "Correct one of the two days."


def nothing_closes_before_it_opens(report: Report) -> Iterator[TextFinding]:
    """Representations that must be in by 6 June on a plan that goes on deposit on 14 July."""
    told: set[Place] | None = None
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        for sentence in map(with_years, sentences(passage.text)):
            days = [day for day in written_dates(sentence) if day.is_a_day]
            for one, other in pairwise(days):
                if not _OPENS.search(sentence[: one.start]) or other.first >= one.first:
                    continue
                if not _CLOSES.search(sentence[: other.start]):
                    continue
                if told is None:
                    told = {each.place for rule in (*DATES, *SPANS) for each in rule(report)}
                if passage.place not in told:
                    quote = around(sentence, one.start, other.end, 60)
                    yield _finding(passage.place, quote, one, other)
    yield from _in_lines(report)


def _in_lines(report: Report) -> Iterator[TextFinding]:
    opened: tuple[int, Written] | None = None
    for number, block in enumerate(report.blocks):
        if not isinstance(block, Prose) or len(block.text) > 60:
            opened = None
            continue
        days = [day for day in written_dates(block.text) if day.is_a_day]
        if len(days) != 1:
            continue
        label = block.text[: days[0].start]
        if _START.match(label):
            opened = (number, days[0])
        elif _FINISH.match(label) and opened and number - opened[0] <= _REACH:
            if days[0].first < opened[1].first:
                yield _finding(block.place, block.text, opened[1], days[0])
            opened = None


def _finding(place: Place, quote: str, one: Written, other: Written) -> TextFinding:
    return TextFinding(
        place=place,
        quote=quote,
        message=f"It begins on {one.text.strip()} and ends on {other.text.strip()}, before that.",
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


RULES: tuple[Rule, ...] = (nothing_closes_before_it_opens,)
