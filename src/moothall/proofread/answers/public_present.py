"""The public at a meeting: as many by the list of those present as are told of elsewhere.

“Present: … and 5 members of the public”, and under the public session “3 members of the public were
present”.  Left alone: those who spoke, came later or left, and who came to something else.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import Passage, passages
from moothall.proofread.reading.running_text import sentences

_NUMBERS = {**NUMBERS_TO_99, "one": 1, "no": 0, "a": 1, "nil": 0}
_WORDS = "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True))
_THEM = (
    rf"(?<![\w.,£/-])(?P<n>\d{{1,3}}|{_WORDS})\s(?P<who>members? of (?:the )?public|residents?|"
    r"parishioners?)"
)
_LISTED = Expression(
    r"^\W*(?:(?:also|those|members|councillors)\s)?(?:present|in attendance|attendance|attendees)\b"
    rf"[^\n]{{0,600}}?(?:\band|[,;:+&–-])\s*{_THEM}(?=\W*$|\s?[.;,(]|\s(?:were|and|was)\b)",
    re.IGNORECASE,
)
_THERE = Expression(
    rf"(?:^\W*|\bthere\s(?:were|was)\s|[:–-]\s){_THEM}\s"
    r"(?:(?:were|was)\s)?(?:also\s)?(?:present|in attendance|attended|attending)\W*$",
    re.IGNORECASE,
)


def the_public_present_are_as_many_as_listed(report: Report) -> Iterator[TextFinding]:
    """“Present: … 5 members of the public”, and “3 members of the public were present”."""
    if not are_minutes(report):
        return
    listed: tuple[int, str, Passage, str] | None = None
    for passage in passages(report):
        if not passage.has("public", "resident", "parishioner"):
            continue
        if listed is None and (match := _LISTED.search(passage.text)) is not None:
            listed = (_number(match), _kind(match), passage, match["n"] + " " + match["who"])
            continue
        for sentence in sentences(passage.text):
            match = _THERE.search(sentence)
            if match is None or listed is None or _kind(match) != listed[1]:
                continue
            if _number(match) != listed[0]:
                yield TextFinding(
                    place=passage.place,
                    quote=shortened(sentence, 160),
                    message=f"“{match['n']} {match['who']}” here; those present are “{listed[3]}” "
                    f"in {listed[2].place}.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct one of the two numbers, or say who came or left.",
                )
                return


def _number(match: re.Match[str]) -> int:
    said = match["n"].casefold()
    return int(said) if said.isdigit() else _NUMBERS[said]


def _kind(match: re.Match[str]) -> str:
    return match["who"].casefold()[:6]


RULES: tuple[Rule, ...] = (the_public_present_are_as_many_as_listed,)
