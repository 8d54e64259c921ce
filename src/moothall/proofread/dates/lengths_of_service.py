"""How long somebody has served, held against the day on which they began and the day of telling.

“First elected in May 2015 … has served for sixteen years as of May 2025” is ten; whoever was
appointed in March 2024 wrote no letter as that in November 2023.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.written_dates import Written, in_full, own_date, written_dates

_BEGAN = Expression(
    r"\b(?:(?:first|originally|initially)\s(?:elected|appointed|opened|joined|employed|let|signed|"
    r"commissioned)|(?:has|have)\s(?:served|been|worked|run|held|represented)[^.;]{0,40}?\ssince|"
    r"(?:elected|appointed|joined|founded|established|opened|formed))\s[^.;\d]{0,40}?(?:in|on)?\s?"
    r"(?:[A-Z][a-z]+day,?\s)?$",
    re.IGNORECASE,
)
_AS_OF = Expression(
    r"\b(?:as of|as at|up to|by|until|to|in|on)\s(?:the end of\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_FOR = Expression(
    r"\b(?:for|of|over|spanning|completed|completing|marks?|marking)\s(?:a total of\s|the past\s|"
    r"exactly\s|an? (?:unbroken|continuous)\s)?(?P<count>\d{1,2}|[a-z-]+)\syears?"
    r"(?:[’']|\s(?:of\s)?(?:continuous\s|unbroken\s)?(?:service|membership)|\sas\sof|\sas\sat|"
    r"\swithout|\scontinuously|,|\.|\sin\b|\sby\b|\son\b|\sto\b)",
    re.IGNORECASE,
)
_MORE_OR_LESS = Expression(
    r"\b(?:nearly|almost|over|more than|about|around|some|up to|at least|terms? of|every|a term)\s"
    r"(?:\w+\s)?$",
    re.IGNORECASE,
)
_APPOINTED = Expression(
    r"^(?:The|Our|A|An|Its|Their)\s[^.;,\d]{3,60},\s(?:who\s(?:was|were)\s)?(?:newly\s)?"
    r"(?:appointed|elected|recruited|"
    r"formed|established|founded|opened|created|set up|commissioned|launched)\s(?:in|"
    r"on)\s(?:the\s)?"
    r"(?:[A-Z][a-z]+day,?\s)?$"
)
_DID = Expression(
    r"^,\s(?:first\s|then\s)?(?:wrote|met|reported|told|visited|held|began|issued|published|asked|"
    r"gave|made|produced|sent|carried|found|recommended|advised|considered|\w{3,}ed)\b[^.;,]{0,60}?"
    r"\s(?:in|on)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_CURE = "Correct the length or one of the dates."


def a_length_of_service_is_that_between_its_days(report: Report) -> Iterator[TextFinding]:
    """From May 2015 to May 2025 is ten years, not sixteen."""
    own = own_date(report)
    for passage in passages(report):
        if not passage.has("years"):
            continue
        days = written_dates(passage.text)
        began = next((day for day in days if _BEGAN.search(passage.text[: day.start])), None)
        match = _FOR.search(passage.text, began.end) if began else None
        if began is None or match is None:
            continue
        count = _number(match["count"].lower())
        if not count or _MORE_OR_LESS.search(passage.text[: match.start("count")]):
            continue
        near = [
            day
            for day in days
            if abs(day.start - match.end()) < 30 and _AS_OF.search(passage.text[: day.start])
        ]
        until = near[0].last if near else own
        if until is None:
            continue
        least = until.year - began.first.year - 1
        true = until.year - began.first.year
        if least <= count <= true + 1:
            continue
        yield _finding(
            passage,
            match,
            f"From {began.text.strip()} to {near[0].text.strip() if near else in_full(until)} is "
            f"{true} years, not {match['count']}.",
        )


_MORE = {
    "one": 1,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
}


def _number(said: str) -> int:
    """“21”, “twenty-one”; 0 for what is no number."""
    if said.isdigit():
        return int(said)
    numbers = [int(NUMBER_WORDS.get(word, _MORE.get(word, 0))) for word in said.split("-")]
    return sum(numbers) if all(numbers) else 0


def nobody_acts_before_their_appointment(report: Report) -> Iterator[TextFinding]:
    """“The inspector, appointed in March 2024, wrote to us in November 2023”."""
    for passage in passages(report):
        if passage.text.count("20") < 2 or not passage.has(", "):
            continue
        for sentence in passage.text.split(". "):
            days = written_dates(sentence)
            if len(days) < 2 or not _APPOINTED.search(sentence[: days[0].start]):
                continue
            began, acted = days[0], days[1]
            if _DID.match(sentence[began.end : acted.start]) and acted.last < began.first:
                yield _acted(passage, sentence, began, acted)


def _acted(passage: Passage, sentence: str, began: Written, acted: Written) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(sentence, began.start, acted.end, 60),
        message=f"{acted.text.strip()} is before {began.text.strip()}, when that began.",
        confidence=Confidence.MEDIUM,
        cure="Correct one of the two dates.",
    )


def _finding(passage: Passage, match: re.Match[str], message: str) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, match.start(), match.end(), 80),
        message=message,
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


RULES: tuple[Rule, ...] = (
    a_length_of_service_is_that_between_its_days,
    nobody_acts_before_their_appointment,
)
