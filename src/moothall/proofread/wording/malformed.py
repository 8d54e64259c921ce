"""Numbers, times and dates that nobody writes so: 23,10 crossings, 8.3Opm, 28” October, 2027-26."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_SIGN = "a sign stands where “st”, “nd”, “rd” or “th” belongs"
_LONGEST_SPAN = 12
_DIGIT = Expression(r"\d")

# --- a letter or a sign where a digit, a letter or a pound sign belongs ---------------------------

_LETTER_FOR_NOUGHT = Expression(
    r"(?<![\w.,/&-])(?:£\s?)?\d{0,3}(?:[\d.,:]{0,6}\d[.:,]?[Oo]|[Oo]\d|\d[.:][Oo])"
    r"(?:[Oo\d]{0,4})(?=\s?(?:[ap]\.?m\b|%|£|per cent\b))|"
    r"(?<![\w.,/&-])£\s?\d[\d,]{0,9}[.,][\dOo]{0,3}O[\dOo]{0,2}(?![\w])|"
    r"(?<![\w.,/&-])(?:2[O]\d\d|2O\d\d|20O\d|201O|202O)(?!\w)"
)
_ORDINAL = Expression(
    rf"(?<![\d.,/£'])(?P<day>[1-9]|[12]\d|3[01])(?P<sign>[”“\"’'*°]|'')\s?(?P<of>of\s)?"
    rf"(?:{_MONTHS})\b(?!['’]s)",
    re.IGNORECASE,
)
_A_YEAR_FOLLOWS = Expression(r"\s*,?\s*(?:19|20)\d\d\b|\s*[,.;)]|\s*$")
_TILDE = Expression(r"(?:\bof|\bat|\bto|\bis|\bwas|=|:)\s?~\s?\d{1,3}(?:,\d{3}){0,3}\.\d\d(?!\d)")


def _letter_for_nought(text: str) -> Iterator[tuple[int, int, str]]:
    if "O" in text or "o" in text:
        for match in _LETTER_FOR_NOUGHT.finditer(text):
            yield *match.span(), "a letter O stands where a nought belongs"


def _sign_for_letters(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _ORDINAL.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        # “we open on 28” closes a quotation
        if match["sign"] in "”’\"'" and _opens(before, match["sign"]):
            continue
        if match["sign"] in "’'" and not _A_YEAR_FOLLOWS.match(text[match.end() :]):
            continue  # “5’ March” may be anything
        yield *match.span(), _SIGN


def _opens(before: str, sign: str) -> bool:
    opening = {"”": "“", "’": "‘", '"': '"', "'": "'"}[sign]
    return before.count(opening) > (before.count(sign) if opening != sign else 0)


def _tilde_for_pound(text: str) -> Iterator[tuple[int, int, str]]:
    if "~" in text:
        for match in _TILDE.finditer(text):
            yield *match.span(), "“~” stands where “£” belongs, or says “about” of a sum in pence"


_TWO_SIGNS = Expression(
    r"\b(?:minus|negative)\s£?\s?[-−–]\s?£?\s?\d[\d,.]*%?|"
    r"(?<![\w–-])[-−–]\s?£?\s?[-−–]\s?£?\d[\d,.]*%?"
)


def _two_signs(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _TWO_SIGNS.finditer(text):
        yield *match.span(), "the sign stands twice"


# --- groups of digits -----------------------------------------------------------------------------

_SHORT_GROUP = Expression(
    r"(?<![\d.,£/–-])(?P<first>\d{1,3}),(?P<second>\d{1,2})(?![\d,./%]|\s?[–-]\s?\d)"
    r"(?=\s(?P<next>[a-z]{3,}))"
)
_NUMBERED_THINGS = Expression(
    r"\b(?:items?|paragraphs?|paras?|sections?|tables?|figures?|pages?|wards?|rooms?|plots?|lots?|"
    r"units?|groups?|years?|weeks?|days?|months?|numbers?|nos?\.?|questions?|options?|risks?|"
    r"appendices|bands?|grades?|classes|levels?|phases?|stages?|zones?|routes?|buses|aged?|ages|"
    r"chapters?|articles?|rules?|clauses?|schedules?|parts?|policies|sites?|houses?|flats?|"
    r"regulations?|quarters?|q|between|periods?|tiers?|minutes?|resolutions?|(?-i:[A-Z]{1,3}))"
    r"\s?$",
    re.IGNORECASE,
)
_GOES_ON = frozenset(("and", "respectively", "inclusive", "refer", "year", "years", "olds"))


_LONG_GROUP = Expression(r"(?<![\d.,/–-])£?\d{1,3}(?:,\d{3}){0,3},(?P<last>\d{4})(?![\d,./-])")


def _group_too_long(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _LONG_GROUP.finditer(text):
        pounds = match[0].startswith("£")
        if _A_YEAR.match(match["last"]) or (pounds and len(text) >= _LONG):
            continue  # "on 3 May,2025"; of long texts the rule on money tells it
        before = text[max(0, match.start() - 24) : match.start()]
        if not _NUMBERED_THINGS.search(before):
            yield *match.span(), "a group after a comma has three digits"


_A_YEAR = Expression(r"(?:19|20)\d\d$")
_LONG = 30


def _group_too_short(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _SHORT_GROUP.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if match["next"] in _GOES_ON or _NUMBERED_THINGS.search(before):
            continue
        # "1,2 and 3 bed" and lists that count up one by one are no number
        if int(match["second"]) == int(match["first"]) + 1 or len(match["second"]) < 2:
            continue
        yield *match.span(), "a group after a comma has three digits"


# --- spans that run backwards ---------------------------------------------------------------------

_YEAR_SPAN = Expression(
    r"(?<![\d/.,£–-])(?P<first>(?:19|20)\d\d)\s?(?P<sign>[-–])\s?(?P<last>(?:19|20)?\d\d)"
    r"(?![\d/.,]\d|[\d%-]|\s?(?:m\b|miles|km))"
)
_DAY_SPAN = Expression(
    r"(?<![\d/.])(?P<one>\d{1,2}/\d{1,2}/(?:20)?\d\d)\s?(?:[-–]|to)\s?"
    r"(?P<two>\d{1,2}/\d{1,2}/(?:20)?\d\d)(?![\d/])"
)
_NO_DAY_SPAN = Expression(
    r"(?<![\w/.])(?!(?:19|20)\d\d/)(?=[\d/ –-]{10,30}(?![\d/]))\d{3,4}/\d{1,2}\s?[-–]\s?"
    r"\d(?:\s\d|\d)?/?"
    r"(?:\s?\d{1,2}/){1,2}\d{1,2}(?![\d/])"
)


def _span_backwards(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _YEAR_SPAN.finditer(text):
        first, last = int(match["first"]), match["last"]
        near = abs(first % 100 - int(last)) <= 1 if len(last) == 2 else True
        month = len(last) == 2 and 1 <= int(last) <= _MONTHS_OF_A_YEAR and not near
        if len(last) == 2:
            end = first - first % 100 + int(last) + (100 if first % 100 > _LATE else 0)
        else:
            end = int(last)
        if end >= first + (len(last) == 2):
            continue
        # "2024/05" may be May of 2024, and "2024-02" the number of a form
        if month:
            continue
        if not _IS_A_REFERENCE.search(text[max(0, match.start() - 30) : match.start()]):
            words = "ends where it begins" if end == first else "runs backwards"
            yield *match.span(), f"a span of years that {words}"
    if text.count("/") > _SLASHES:
        for match in _DAY_SPAN.finditer(text):
            one, two = (_day(match[name]) for name in ("one", "two"))
            if one > two:
                yield *match.span(), "a span of dates that runs backwards"
        for match in _NO_DAY_SPAN.finditer(text):
            yield *match.span(), "it is meant for a span of dates, and is none"


_MONTHS_OF_A_YEAR = 12
_LATE = 94
_SLASHES = 2
_IS_A_REFERENCE = Expression(
    r"\b(?:ref(?:erence)?|no|number|form|iso|bs|en|decision|circular|minute|application)\b\W{0,4}$|"
    r"[A-Z]{2,}[ /-]?$|[A-Z]/$"
)


def _day(text: str) -> tuple[int, int, int]:
    day, month, year = (int(part) for part in text.split("/"))
    return (year % 100, month, day)


# --- times of day ---------------------------------------------------------------------------------

_TIME = Expression(
    r"\b(?:at|from|until|till|to|by|before|after)\s(?P<hour>\d{1,2})[.:](?P<minutes>[6-9]\d)"
    r"(?=\s?(?:[ap]\.?m\b|hours\b|hrs\b|$|[.,;]\s|[.;]$))|"
    r"(?<![\d.:,£])(?P<late>1[3-9]|2\d)[.:][0-5]\d\s?(?P<half>a\.?m)\b|"
    r"(?<![\d.:,£])(?P<odd>\d{1,2})[.:](?P<past>[6-9]\d)\s?[ap]\.?m\b",
    re.IGNORECASE,
)
_MEETS = Expression(
    r"\b(?:clos|end|began|begin|start|open|finish|conclu|adjourn|meeting|hours|time)", re.IGNORECASE
)
_HALF_OF_DAY = Expression(r"\s?[ap]\.?m\b", re.IGNORECASE)


def _no_time(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _TIME.finditer(text):
        clause = re.split(r"[.;]\s", text[max(0, match.start() - 60) : match.start()])[-1]
        by_the_clock = _HALF_OF_DAY.match(text[match.end() :]) or _MEETS.search(clause)
        if match["hour"] and not by_the_clock:
            continue
        yield *match.span(), "no clock shows it"


_READINGS: tuple[Callable[[str], Iterator[tuple[int, int, str]]], ...] = (
    _letter_for_nought,
    _sign_for_letters,
    _tilde_for_pound,
    _two_signs,
    _group_too_short,
    _group_too_long,
    _span_backwards,
    _no_time,
)


def numbers_dates_and_times_are_written_as_such(report: Report) -> Iterator[TextFinding]:
    """No letter stands for a nought, no span runs backwards, no clock shows 20.75."""
    yield from _once_for_signs(_malformed(report))
    for grid in report.grids:
        for row, cells in enumerate(grid.rows):
            for column, cell in enumerate(cells):
                if len(cell) > _LONGEST_SPAN or not (match := _YEAR_SPAN.fullmatch(cell.strip())):
                    continue
                for _, _, why in _span_backwards(match[0]):
                    yield _finding(grid.cell_place(row, column), " ".join(cells), match[0], why)


def _malformed(report: Report) -> Iterator[tuple[TextFinding, str]]:
    for passage in passages(report):
        text = passage.text
        if not _DIGIT.search(text):
            continue
        for read in _READINGS:
            for start, end, why in read(text):
                quote = around(text, start, end)
                yield _finding(passage.place, quote, text[start:end].strip(), why), why


def _once_for_signs(found: Iterator[tuple[TextFinding, str]]) -> Iterator[TextFinding]:
    """Signs that a scan made of “th” recur all through a paper: the first, and how often."""
    every = list(found)
    signs = [finding for finding, why in every if why == _SIGN]
    for finding, why in every:
        if why != _SIGN:
            yield finding
    if signs:
        more = f" ({len(signs)} times in this report)" if len(signs) > 1 else ""
        yield replace(signs[0], message=f"{signs[0].message[:-1]}{more}.")


def _finding(place: Place, quote: str, written: str, why: str) -> TextFinding:
    return TextFinding(
        place=place,
        quote=quote,
        message=f"“{written}” is malformed: {why}.",
        confidence=Confidence.MEDIUM,
        cure="Write it as it is meant.",
    )


RULES: tuple[Rule, ...] = (numbers_dates_and_times_are_written_as_such,)
