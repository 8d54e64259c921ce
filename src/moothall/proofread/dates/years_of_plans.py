"""How many years a thing is said to be of, held against the years that are told of it.

“A ten-year strategy, 2024–2031” is of seven or eight; “the three-year agreement, 2025/26 to
2028/29” of four; “a ten-year plan, it starts on 1 January 2025 and stops on 31 December 2032” of
eight.  A sentence with two lengths or two spans tells of two things, and so does one that says what
went before, comes after or is added.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import Written, written_dates

_LENGTH = Expression(
    r"(?<![\w-])(?P<n>\d{1,2}|[a-z]+(?:-[a-z]+)?)[\s-]year\s(?!olds?\b)"
    r"(?P<thing>(?:[\w’'-]+\s){0,3}?(?:plan|strategy|programme|period|term|span|spell|agreement|"
    r"contract|lease|licence|scheme|framework|vision|project|partnership|settlement|deal|cycle|"
    r"pilot|grant|award|tenancy|concession|arrangement|commitment|budget|strategies|"
    r"appointment|fund|campaign|study|trial|initiative|covenant|strategy)s?)\b",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d"
_SPAN = Expression(
    rf"(?<![\d/£.,–-])(?P<first>{_YEAR})(?P<tail>\s?[/-]\s?\d\d)?\s?(?:to|until|through to|and|"
    rf"[-–—])"
    rf"\s?(?P<second>{_YEAR}|\d\d)(?P<after>\s?[/–-]\s?\d\d)?(?![\d/%]|,\d)"
)
_OTHERWISE = Expression(
    r"\b(?:exten\w+|option\w*|plus|further|remaining|first|rolling|review\w*|every|previous\w*|"
    r"replac\w+|supersed\w+|succe\w+|follow\w+|next|new|average|over the last|older|warranty|"
    r"initial|another|second|third|half-?way|mid-?point of|year \w+ of|including|includes|part of|"
    r"within|under|as of|since|compar\w+|rather than|instead|or|earlier|later|from a)\b",
    re.IGNORECASE,
)
_STARTS = Expression(
    r"\b(?:starts?|started|starting|begins?|began|beginning|commenc\w+|runs?|ran|running|from|"
    r"between|dated)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_TO_ITS_END = Expression(
    r"^[^.;]{0,20}\b(?:to|until|till|and|ends?|ending|stops?|expir\w+|finish\w*|clos\w+|runs out|"
    r"–|-)[^.;]{0,20}$",
    re.IGNORECASE,
)
_MONTHS = 12
_CURE = "Correct the length or one of the years."


def a_period_of_years_is_as_long_as_its_years(report: Report) -> Iterator[TextFinding]:
    """“In the three-year period from 2010 to 2014”: four years lie between, five with both ends."""
    for passage in passages(report):
        if "year" not in passage.text.lower():
            continue
        for sentence in sentences(passage.text):
            lengths = list(_LENGTH.finditer(sentence))
            if len(lengths) != 1 or (number := _number(lengths[0]["n"])) is None:
                continue
            length = lengths[0]
            message = _wrong_span(sentence, length, number) or _wrong_days(sentence, number)
            if message is not None:
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, length.start(), length.end(), 90),
                    message=f"{message}, not {length['n']}.",
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )


def _number(words: str) -> int | None:
    return int(words) if words.isdigit() else NUMBERS_TO_99.get(words.lower())


def _wrong_span(sentence: str, length: re.Match[str], number: int) -> str | None:
    spans = [span for span in _SPAN.finditer(sentence) if _ends(span)]
    if len(spans) != 1:
        return None
    (span,) = spans
    since, until = min(span.start(), length.start()), max(span.end(), length.end())
    if _OTHERWISE.search(sentence[max(0, since - 25) : until]) or until - since > 110:
        return None
    first, last, financial = _ends(span) or (0, 0, False)
    if financial:  # each label is a whole year
        right = last - first + 1
        return None if number == right else f"{span[0].strip()} is {right} years"
    years = last - first
    if years <= number <= years + 1:
        return None
    return f"From {first} to {last} is {years} years ({years + 1} with both)"


def _ends(span: re.Match[str]) -> tuple[int, int, bool] | None:
    """The first and the last year, and whether each is told as a financial year."""
    first = int(span["first"])
    if bool(span["tail"]) != bool(span["after"]):
        return None
    second = int(span["second"])
    if second < 100:
        if span["tail"]:
            return None
        second += first // 100 * 100
    apart = second - first
    if span["tail"] and int(span["tail"].strip(" /-–")) != (first + 1) % 100:
        return None
    return (first, second, bool(span["tail"])) if 1 < apart < 60 else None


def _wrong_days(sentence: str, number: int) -> str | None:
    days = [day for day in written_dates(sentence) if day.is_a_day]
    if len(days) != 2 or days[0].first >= days[1].first:
        return None
    first, second = days
    told = sentence[: second.end]
    if _OTHERWISE.search(told) or not _STARTS.search(sentence[: first.start]):
        return None
    if not _TO_ITS_END.match(sentence[first.end : second.start]):
        return None
    months = _months(first, second)
    if abs(number * _MONTHS - months) < _MONTHS:
        return None
    years, rest = divmod(months, _MONTHS)
    length = f"{years} years" + (f" and {rest} months" if rest else "")
    return f"From {first.text.strip()} to {second.text.strip()} is {length}"


def _months(first: Written, second: Written) -> int:
    """Whole months, the last day counted in: 1 January 2025 to 31 December 2032 is 96."""
    months = (second.last.year - first.first.year) * _MONTHS
    months += second.last.month - first.first.month
    return months + (second.last.day >= 28 and first.first.day == 1)


RULES: tuple[Rule, ...] = (a_period_of_years_is_as_long_as_its_years,)
