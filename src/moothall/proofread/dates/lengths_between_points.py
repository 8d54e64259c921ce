"""A length of time between two points, days or months, however the sentence joins them.

“Closed for two weeks from 3 to 28 November”; “elected in May 2021 for four years, which ends in May
2026”; “within 21 days of the notice of 2 May, that is by 16 May”; “quarter 2 (July to
October)”, which is four months; “the autumn term (January to April)”.  A length that is rough, or
of notice, or of each, is another’s.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.dates.longest_terms import RULES as LONGEST
from moothall.proofread.dates.points_in_time import Point, points_in
from moothall.proofread.dates.quarters_and_terms import RULES as QUARTERS
from moothall.proofread.dates.spans import RULES as SPANS
from moothall.proofread.dates.time_between import RULES as BETWEEN
from moothall.proofread.dates.years_between_months import RULES as MONTHS
from moothall.proofread.dates.years_reckoned import RULES as RECKONED
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import around, passages, sentences

_NUMBERS = {**NUMBERS_TO_99, "one": 1}
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_LENGTH = Expression(
    rf"(?<![\w.,/£–-])(?P<n>\d{{1,3}}|{_WORDS})[\s-](?P<unit>day|week|month|"
    rf"year)s?\b(?P<after>[^.;]{{0,12}})",
    re.IGNORECASE,
)
_NO_LENGTH_OF_IT = Expression(
    r"^[’'](?:s\s)?\s?(?!notice|leave)[a-z]{3,}|^(?:[’']s?)?[\s-](?:notice|ago|old|earlier|later|"
    r"before|after(?! the)|in advance|working|"
    r"each|per|running|"
    r"in a row|of age|or )",
    re.IGNORECASE,
)
_UNSURE = Expression(
    r"\b(?:about|around|nearly|almost|over|more than|less than|under|up to|at least|some|"
    r"approximately|"
    r"extended|extension|extend|working|option|every|each|per|further|additional|another|"
    r"paused|suspended|first|initial|average|break|then|plus|school|term-time|minimum|maximum|"
    r"interest|payback|old|aged|previous|last|next|or|not|including|excluding|apart from|except)\b",
    re.IGNORECASE,
)
_TO = Expression(
    r"^\s?(?:to|until|till|through to|up to|[–—-])\s?(?:the\s)?(?:end of\s)?(?:[A-Z][a-z]+day\s)?$",
    re.I,
)
_AND = Expression(r"^\sand\s(?:[A-Z][a-z]+day\s)?$", re.IGNORECASE)
_FROM = Expression(r"\b(?:from|between|\()\s?(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$", re.IGNORECASE)
_BEGAN = Expression(
    r"\b(?:from|elected|appointed|began|begins?|starts?|started|commenc\w+|launched|opened|"
    r"signed|let|"
    r"awarded|came into force|takes effect|published|issued|advertised|invited|made|"
    r"granted)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_ENDS = Expression(
    r"\b(?:until|till|to|ends?|ended|ending|expir\w+|clos\w+|finish\w*|runs? out|comes to an end|"
    r"by "
    r"which|"
    r"concludes?)(?:\s(?:on|in|at|therefore|the))*\s(?:[A-Z][a-z]+day,?\s)?$",
    re.IGNORECASE,
)
_WITHIN = Expression(r"\b(?:within|in)\s$", re.IGNORECASE)
_OF = Expression(r"^[’']?\s(?:of|from|after)\b[^.;\d]{0,50}$", re.IGNORECASE)
_BY = Expression(
    r"\b(?:by|no later than|not later than|before|until|to)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$",
    re.I,
)
_DAY_TO = Expression(
    r"\b(?P<how>from|between)\s(?:the\s)?(?:[A-Z][a-z]+day\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\s"
    r"(?:to|until|and|[–-])\s(?:[A-Z][a-z]+day\s)?$"
)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_SLACK = {"day": 1, "week": 4, "month": 16, "year": 40}
_TOLD = quotes_told(*BETWEEN, *SPANS, *QUARTERS, *LONGEST, *MONTHS, *RECKONED)
_HAS_A_MONTH = Expression(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d[/.]\d\d?[/.]\d"
)
_LONGEST = 350


def a_length_told_lies_between_its_points(report: Report) -> Iterator[TextFinding]:
    """“For two weeks from 3 to 28 November” is some three and a half."""
    for passage in passages(report):
        if not _HAS_A_MONTH.search(passage.text) or not _MAY_TELL.search(passage.text):
            continue
        for sentence in sentences(passage.text):
            if len(sentence) > _LONGEST or not _MAY_TELL.search(sentence):
                continue
            message = _part_of_a_year(sentence) or _length_off(sentence)
            if message is None or any(place == passage.place for place, _ in _TOLD(report)):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, 0, min(len(sentence), 160)),
                message=message,
                confidence=Confidence.MEDIUM,
                cure="Correct the length of time, or one of the dates.",
            )


_MAY_TELL = Expression(
    r"\b(?:days?|weeks?|months?|years?|quarter|half[- ]year|term)\b|\bQ[1-4]\b", re.I
)


def _length_off(sentence: str) -> str | None:
    apart = _APART.search(sentence)
    if apart is not None:
        return _not_so_far_apart(sentence, apart)
    lengths = [
        m
        for m in _LENGTH.finditer(sentence)
        if not _NO_LENGTH_OF_IT.match(sentence[m.start("after") :])
    ]
    if len(lengths) != 1 or len(list(_LENGTH.finditer(sentence))) != 1:
        return None
    length, unit = lengths[0], lengths[0]["unit"].lower()
    told = int(length["n"]) if length["n"].isdigit() else _NUMBERS[length["n"].lower()]
    points = points_in(sentence)
    pair = _pair(sentence, points, length)
    if pair is None or _UNSURE.search(sentence):
        return None
    first, last = pair
    if bool(first.day) != bool(last.day):
        return None
    year = last.year or first.year
    begin_year = first.year or (year if year is None or first.month <= last.month else year - 1)
    begin = first.first(begin_year or _A_YEAR)
    end = last.first(year or _A_YEAR + (last.month < first.month))
    if end <= begin:
        return None
    if first.day:
        between, expected = (end - begin).days, told * _DAYS[unit]
        if -_SLACK[unit] - 1 <= between - expected <= _SLACK[unit]:
            return None
        many = between / _DAYS[unit]
        shown = f"{many:.1f}".rstrip("0").rstrip(".") if unit != "day" else str(between)
    else:
        months = (end.year - begin.year) * 12 + end.month - begin.month
        wanted = told * {"month": 1, "year": 12}.get(unit, 0)
        if not wanted or wanted in (months, months + 1):
            return None
        shown = str(months) if unit == "month" else f"{months / 12:.1f}".rstrip("0").rstrip(".")
    return f"From {first.text.strip()} to {last.text.strip()} is {shown} {unit}s, not {told}."


_A_YEAR = 2023
_APART = Expression(
    rf"(?<![\w.,])(?P<n>\d{{1,3}}|{_WORDS}|a)\s(?P<unit>day|week|month|year)s?\s(?P<way>after|"
    rf"before)\b",
    re.IGNORECASE,
)
_ABOUT = Expression(
    r"\b(?:about|around|nearly|almost|over|than|under|some|within|at least|up to|working|just|"
    r"or)\b",
    re.I,
)


def _not_so_far_apart(sentence: str, apart: re.Match[str]) -> str | None:
    """“Expires on 12 June, being twenty-eight days after it was served on 1 June”: eleven."""
    points = points_in(sentence)
    if len(points) != 2 or not points[0].end <= apart.start() < points[1].start:
        return None
    if not (points[0].day and points[1].day) or _ABOUT.search(
        sentence[points[0].end : apart.end()]
    ):
        return None
    late, early = points if apart["way"].lower() == "after" else points[::-1]
    year = late.year or early.year or _A_YEAR
    begin = early.first(early.year or year - (early.month > late.month))
    days, unit = (late.first(year) - begin).days, apart["unit"].lower()
    word = apart["n"].lower()
    told = 1 if word == "a" else int(word) if word.isdigit() else _NUMBERS[word]
    if days <= 0 or abs(days - told * _DAYS[unit]) <= _SLACK[unit]:
        return None
    many = f"{days / _DAYS[unit]:.1f}".rstrip("0").rstrip(".") if unit != "day" else str(days)
    return f"From {early.text.strip()} to {late.text.strip()} is {many} {unit}s, not {apart['n']}."


def _pair(sentence: str, points: list[Point], length: re.Match[str]) -> tuple[Point, Point] | None:
    """The beginning and the end between which the length lies."""
    if len(points) == 1 and points[0].day:
        start = _DAY_TO.search(sentence[: points[0].start])
        if start is not None and int(start["day"]) < (points[0].day or 0):
            (end,) = points
            text = f"{start['day']} {end.text.strip().split(' ', 1)[-1]}"
            begin = Point(text, start.start(), start.end(), end.month, int(start["day"]), end.year)
            return begin, end
    if len(points) != 2:
        return None
    first, last = points
    lead, between = sentence[: first.start], sentence[first.end : last.start]
    joined = _TO.match(between) or (
        _AND.match(between) and re.search(r"\bbetween\s", lead[-30:], re.I)
    )
    if joined and _FROM.search(lead):
        return first, last
    inside = first.end <= length.start() < last.start
    if (
        (inside or length.end("unit") <= first.start)
        and _BEGAN.search(lead)
        and _ENDS.search(between)
    ):
        return first, last
    after_it = sentence[length.end("unit") : first.start].lstrip("s")
    if _WITHIN.search(sentence[: length.start()]) and _OF.match(after_it) and _BY.search(between):
        return first, last
    return None


# --- a quarter, a half-year, a term ---------------------------------------------------------------

_PART = Expression(
    r"\b(?:(?P<quarter>(?:first|second|third|fourth|last)\squarter|quarter\s(?:[1-4]|one|two|"
    r"three|four)|"
    r"Q[1-4])|(?P<half>half[- ]year)|(?P<term>autumn|spring|"
    r"summer)\sterm)\b(?P<between>[^.;()]{0,45}?[(,–:-]?\s?"
    r"(?:from\s|\()?)$",
    re.IGNORECASE,
)
_TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (4, 8)}


def _part_of_a_year(sentence: str) -> str | None:
    """“Quarter 2 (July to October)”: four months; “the autumn term (January to April)”."""
    points = [point for point in points_in(sentence) if point.day in (None, 1, 30, 31)]
    if len(points) < 2:
        return None
    first, last = points[:2]
    part = _PART.search(sentence[: first.start])
    if part is None or not _TO.match(sentence[first.end : last.start]):
        return None
    months = (last.month - first.month) % 12 + 1
    span = f"{first.text.strip()} to {last.text.strip()}"
    if part["term"]:
        begins, ends = _TERMS[part["term"].lower()]
        if begins - 1 <= first.month <= ends and begins <= last.month <= ends:
            return None
        return f"{span} is not in the {part['term'].lower()} term."
    if last.day == 1:
        return None
    whole = 3 if part["quarter"] else 6
    return None if months == whole else f"{span} is {months} months; it has {whole}."


RULES: tuple[Rule, ...] = (a_length_told_lies_between_its_points,)
