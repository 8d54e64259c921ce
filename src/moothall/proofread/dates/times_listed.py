"""Times counted and then dated: “met five times, on 18 July, 17 October, 16 January and 20 March”.

The list of days or months ends the sentence or its clause.  Left alone: lists that say that there
were others, and spans of time.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.dates.points_in_time import points_in
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import passages, sentences

_TIMES = Expression(
    r"\b(?P<n>twice|(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\s(?:times|"
    r"occasions|meetings|sessions|workshops|events|drop-ins|visits|dates|days|evenings))\b"
    r"(?P<gap>[^.;:\d]{0,60}?)(?:,|:|\()?\s(?:(?:on|in|namely|held on|held in)\s)?$",
    re.IGNORECASE,
)
_BETWEEN = Expression(r"^(?:,?\s(?:and\s)?(?:on\s|in\s)?(?:the\s)?|\s?&\s|\sand\s)$")
_TAIL = Expression(r"^\s?(?:20\d\d)?\s?(?:[.;:)]|$|,\s(?:and|but|when|at|with|to)\b)")
_NOT_ALL = Expression(
    r"\b(?:includ\w+|such as|among\w*|at least|more than|over|up to|between|from|until|first|last|"
    r"most recently|every|each|other|further|also|starting|weekly|monthly)\b",
    re.IGNORECASE,
)
_FEWEST = 2


def so_many_times_have_so_many_dates(report: Report) -> Iterator[TextFinding]:
    """“The Board met five times, on 18 July, 17 October, 16 January and 20 March”: four."""
    for passage in passages(report):
        if "," not in passage.text and " and " not in passage.text:
            continue
        for sentence in sentences(passage.text):
            message = _wrong(sentence)
            if message is not None:
                yield TextFinding(
                    place=passage.place,
                    quote=sentence,
                    message=message,
                    confidence=Confidence.MEDIUM,
                    cure="Correct the number, or the list of dates.",
                )


def _wrong(sentence: str) -> str | None:
    points = points_in(sentence)
    if len(points) < _FEWEST:
        return None
    match = _TIMES.search(sentence[: points[0].start])
    if match is None or _NOT_ALL.search(sentence[match.start() :]):
        return None
    joined = all(
        _BETWEEN.match(re.sub(r"20\d\d", "", sentence[one.end : two.start]))
        for one, two in pairwise(points)
    )
    if not joined or not _TAIL.match(sentence[points[-1].end :]):
        return None
    word = match["n"].split()[0].lower()
    said = 2 if word == "twice" else NUMBERS_TO_99.get(word) or int(word)
    if said == len(points):
        return None
    return f"“{match['n']}”; {len(points)} dates are given."


RULES: tuple[Rule, ...] = (so_many_times_have_so_many_dates,)
