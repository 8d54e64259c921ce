"""A meeting closes once: not at 8.30pm in one place of its minutes and at 8.15 in another.

Left alone: sessions, parts and other meetings that close within or before it, and a meeting that is
adjourned, or closed for a while.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import Passage, passages
from moothall.proofread.reading.running_text import sentences

_TIME = r"(?P<h>\d{1,2})(?:[.:](?P<m>\d\d))?\s?(?P<p>[ap]\.?\s?m\b)?"
_CLOSED = Expression(
    r"(?:\b(?:close of (?:the )?meeting|time (?:the )?meeting (?:closed|ended))"
    r"\s?[:–-]?\s?(?:at\s)?|(?:^|\b(?:the|and|business,?)\s)meeting\s(?:was\s)?(?:then\s|thus\s|therefore\s|duly\s|"
    r"declared\s){0,2}(?:closed?|ended|finished|concluded|rose|terminated)\s?[:–-]?\s?(?:at\s)?|"
    r"\b(?:closed|ended|finished|concluded)\sthe\smeeting\sat\s)"
    rf"{_TIME}",
    re.IGNORECASE,
)
_ANOTHER = Expression(
    r"\b(?:re-?open\w*|reconven\w*|resum\w*|adjourn\w*|suspend\w*|sessions?|parts?|to the public|"
    r"for the public|the public to|last|previous|annual|planning|committee|first|would|will|until|"
    r"should|informal|site|sub-?committee|while|another)\b",
    re.IGNORECASE,
)
_NOON = 12


def a_meeting_closes_at_one_time(report: Report) -> Iterator[TextFinding]:
    """“The meeting ended at 8.30pm”, and at the end “closed the meeting at 8.15pm”."""
    if not are_minutes(report):
        return
    first: tuple[int, str, str, Passage] | None = None
    for passage in passages(report):
        if not passage.has("meeting") or not passage.has("clos", "end", "conclu", "finish", "rose"):
            continue
        for sentence in sentences(passage.text):
            match = _CLOSED.search(sentence)
            if match is None or not (match["m"] or match["p"]):
                continue
            hour, minute = int(match["h"]), int(match["m"] or 0)
            if hour > 23 or minute > 59:
                continue
            if _ANOTHER.search(sentence):
                return  # it may have been open again
            # “closed at 8.30” and “at 20.30” are one time of a day
            time = hour % _NOON * 60 + minute
            if first is None:
                first = (time, sentence, match[0], passage)
            elif first[0] != time and passage.text != first[3].text:
                yield TextFinding(
                    place=passage.place,
                    quote=shortened(sentence, 160),
                    message=f"“{match[0].strip()}” here, and “{first[2].strip()}” in "
                    f"{first[3].place}: a meeting closes once.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct one of the two times.",
                )
                return


RULES: tuple[Rule, ...] = (a_meeting_closes_at_one_time,)
