"""Ages and anniversaries against two years of a sentence: “opened in 1974, 40 years old in 2024”.

A sentence has a year in which somebody was born or something began, a later year, and a number of
years between them: an age, or the so-manieth anniversary.  And a survey of 2024 is not taken in
2025, whatever it is a survey of.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.dates.ages_told import RULES as AGES
from moothall.proofread.dates.lengths_of_service import RULES as SERVICE
from moothall.proofread.dates.years_reckoned import RULES as RECKONED
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import own_date

_YEAR = Expression(r"(?<![\d/£.,–-])(?P<year>(?:1[5-9]|20)\d\d)(?![\d/%]|[–-]\d|,\d|\.\d)")
_BEGAN = Expression(
    r"\b(?:born|built|opened|founded|established|began|begun|started|set up|formed|created|erected|"
    r"constructed|completed|planted|since|dat(?:es|ing) (?:from|back to)|laid out|launched|"
    r"consecrated|birth|married|twinned|first held|installed|"
    r"unveiled)\b[^.;\d]{0,40}?(?:\d{1,2}\s)?(?:[A-Z][a-z]+\s)?$",
    re.IGNORECASE,
)
_WORDS = "|".join(sorted(NUMBERS_TO_99, key=len, reverse=True))
_OLD = Expression(
    rf"\b(?:aged|at (?:the )?age(?: of)?|turned|is now|now|was(?=\s\d\d\s(?:when|at|"
    rf"on)))\s(?P<a>\d{{2,3}}|"
    rf"{_WORDS})\b(?!\s?(?:%|per|of|to|or|"
    rf"and over|people|posts))|(?<![\d.])(?P<b>\d{{2,3}}|{_WORDS})[\s-]years?[\s-]old\b",
    re.IGNORECASE,
)
_NTH = Expression(
    r"\b(?P<n>\d{1,3})(?:st|nd|rd|th)\s(?:anniversary|birthday)\b|\b(?P<word>silver|golden|"
    r"diamond|platinum)\s"
    r"(?:jubilee|wedding)|\b(?P<cent>bi|ter)?cent(?P<tail>enary)\b",
    re.IGNORECASE,
)
_JUBILEES = {"silver": 25, "golden": 50, "diamond": 60, "platinum": 70}
_CENTENARIES = {"": 100, "bi": 200, "ter": 300}
_ABOUT = Expression(
    r"\b(?:about|around|nearly|almost|over|more than|approximately|some|circa|c\.|each|other|"
    r"brother|sister|son|daughter|parents?|wife|husband|former|previous|rebuilt|replaced)\b",
    re.I,
)
_YEARLY_TAKING = Expression(
    r"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]his)\s(?P<year>20\d\d)\s(?:[a-z’'-]+\s){0,3}?(?:survey|"
    r"census|count|"
    r"election|show|"
    r"fair|festival|carnival|conference|inspection|AGM|ballot|parade|awards|"
    r"Games)s?\s(?:which\s)?(?:was|were|took|"
    r"had been)\s(?:carried out|held|conducted|taken|undertaken|run|place|completed by [a-z "
    r"]{3,30}?)\s"
    r"(?:[a-z]+\s){0,4}?(?:in|on|during|"
    r"between)\s(?:\d{1,2}\s)?(?:[A-Z][a-z]+\s){1,2}(?P<when>20\d\d)\b",
)
_TOLD = quotes_told(*AGES, *SERVICE, *RECKONED)
_CURE = "Correct the number or one of the years."


def so_many_years_lie_between_two_told(report: Report) -> Iterator[TextFinding]:
    """“Built in 1936 and now, in 2025, 79 years old” is 89."""
    own = own_date(report)
    for passage in passages(report):
        if not _HAS_YEARS.search(passage.text) or (
            passage.part == "cell" and len(passage.text) < _SHORT
        ):
            continue
        for sentence in sentences(passage.text):
            found = _between(sentence, own.year if own else None) or _taken(sentence)
            if found is None or any(place == passage.place for place, _ in _TOLD(report)):
                continue
            match, message = found
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, match.start(), match.end(), 80),
                message=message,
                confidence=Confidence.MEDIUM,
                cure=_CURE,
            )


_SHORT = 40
_HAS_YEARS = Expression(r"\b(?:1[5-9]|20)\d\d\b")


def _between(sentence: str, own: int | None) -> tuple[re.Match[str], str] | None:
    if not _MAY_TELL.search(sentence) or _ABOUT.search(sentence):
        return None
    years = list(_YEAR.finditer(sentence))
    begins = [year for year in years if _BEGAN.search(sentence[: year.start()])]
    others = [year for year in years if year not in begins]
    old, nth = list(_OLD.finditer(sentence)), list(_NTH.finditer(sentence))
    if len(begins) != 1 or len(others) > 1 or len(old) + len(nth) != 1:
        return None
    begun = int(begins[0]["year"])
    then = int(others[0]["year"]) if others else own if nth else None
    if then is None or then <= begun:
        return None
    told = _number(old[0]["a"] or old[0]["b"]) if old else _anniversary(nth[0])
    gap = then - begun
    right = (gap - 1, gap) if old else (gap, gap) if others else (gap - 1, gap + 1)
    if right[0] <= told <= right[1] or abs(told - gap) > _FARTHEST:
        return None
    words = str(gap) if right[0] == right[1] or not old else f"{gap - 1} or {gap}"
    where = "" if others else ", the year of the paper,"
    return (old or nth)[0], f"From {begun} to {then}{where} is {words} years, not {told}."


_MAY_TELL = Expression(
    r"\b(?:aged?|old|turned|now|born)\b|anniversary|birthday|jubilee|wedding|centenary", re.I
)
_FARTHEST = 30
"""Further off, the two years are of two things."""


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS_TO_99[text.lower()]


def _anniversary(match: re.Match[str]) -> int:
    if match["n"]:
        return int(match["n"])
    if match["word"]:
        return _JUBILEES[match["word"].lower()]
    return _CENTENARIES[(match["cent"] or "").lower()]


def _taken(sentence: str) -> tuple[re.Match[str], str] | None:
    match = _YEARLY_TAKING.search(sentence)
    if match is None or int(match["when"]) <= int(match["year"]):
        return None
    return match, f"That of {match['year']} cannot have been taken in {match['when']}."


RULES: tuple[Rule, ...] = (so_many_years_lie_between_two_told,)
