"""The time between two days of a sentence, and what the sentence says that it is.

"Launched on 30 June and open for just under 8 weeks until 22 September": that is 12 weeks.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import around, found_once, paragraphs
from moothall.proofread.reading.written_dates import (
    WRITTEN,
    Written,
    day_month_year,
    exists,
    with_years,
    written_dates,
)

_LASTS = Expression(
    r"\b(?:last(?:s|ed|ing)?|(?:open|ran|run|runs|held|live|out) for|a (?:period|term|total) of|"
    r"over|for|of|during)\s+(?:a\s|an\s)?(?P<rough>just under |just over |nearly |almost |about |"
    r"around |approximately |some |over |more than |less than |under |up to )?"
    r"(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)[ -](?P<unit>day|week|month|year)s?\b"
    r"(?!\s*(?:notice|ago|earlier|later|old|before|after|working))",
    re.IGNORECASE,
)
_ANY_LENGTH = Expression(
    r"(?<![\w-])(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)[\s-]"
    r"(?:day|week|month|year)s?\b",
    re.IGNORECASE,
)
_BEGINS = Expression(
    r"\b(?:from|on|between|launched|opened|began|begins?|starts?|started|commenc\w+|since)\b",
    re.IGNORECASE,
)
_ENDS = Expression(
    r"\b(?:to|until|till|ending|ended|ends|closed|closes|closing|expir\w+|finish\w*)\b"
    r"[^.;]{0,25}$|[–-]\s*$",
    re.IGNORECASE,
)
_BETWEEN = Expression(r"\bbetween\s+(?:[A-Z][a-z]+day )?$", re.IGNORECASE)
_OTHERWISE = Expression(
    r"\b(?:notice|except|excluding|extended|extension|paused|suspended|then|further|first|each|"
    r"per|every|"
    r"working|with a break|option|report\w*|meeting|published|approved|agreed)\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_SLACK = {"day": 1.0, "week": 4.0, "month": 16.0, "year": 32.0}


@found_once
def a_time_told_is_the_time_between_its_days(report: Report) -> Iterator[TextFinding]:
    """A sentence with two days and a length of time gives the length that the days make."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            match = _LASTS.search(one.text)
            if match is None or len(_ANY_LENGTH.findall(one.text)) > 1:
                continue
            text, days = _two_days(one.text)
            if len(days) != 2 or _OTHERWISE.search(text) or not _span_days(text, days):
                continue
            told = _told(match)
            between = (days[1].first - days[0].first).days + 1
            if told is None or not 2 < between < 365 * 120:
                continue
            length = told * _DAYS[match["unit"].lower()]
            if abs(between - length) <= _slack(match, length):
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=around(one.text, match.start(), match.end(), 80),
                message=f"From {days[0].text.strip()} to {days[1].text.strip()} is "
                f"{_length(between, match['unit'].lower())}, not {match['n']} "
                f"{match['unit'].lower()}s.",
                confidence=Confidence.MEDIUM,
                cure="Correct the length of time, or one of the days.",
            )


_ANY_YEAR = Expression(r"\b(?:19|20)\d\d\b")


def _two_days(sentence: str) -> tuple[str, list[Written]]:
    """The days of a sentence; where none has its year, both in one, or the second in the next."""
    days = [day for day in written_dates(with_years(sentence)) if day.is_a_day]
    if days or _ANY_YEAR.search(sentence) or len(found := list(WRITTEN.finditer(sentence))) != 2:
        return with_years(sentence), days
    year = _NO_LEAP_YEAR
    stand_ins: list[Written] = []
    for match in found:
        day, month, _ = day_month_year(match)
        if not exists(day, month, year):
            return sentence, []
        on = date(year, month, day)
        if stand_ins and on < stand_ins[0].first:
            on = on.replace(year=year + 1)
        stand_ins.append(
            Written(text=match[0], first=on, last=on, start=match.start(), end=match.end())
        )
    return sentence, stand_ins


_NO_LEAP_YEAR = 2023


def _span_days(text: str, days: list[Written]) -> bool:
    """Whether the first day begins something and the second ends it."""
    first, second = days
    if first.first >= second.first:
        return False
    before, gap = text[max(0, first.start - 60) : first.start], text[first.end : second.start]
    if _BETWEEN.search(before):
        return bool(re.fullmatch(r"\s*(?:,\s*)?and\s+(?:[A-Z][a-z]+day )?", gap))
    return bool(_BEGINS.search(before) and _ENDS.search(gap))


def _told(match: re.Match[str]) -> int | None:
    text = match["n"].lower()
    return int(text) if text.isdigit() else NUMBERS_TO_99.get(text)


def _slack(match: re.Match[str], length: float) -> float:
    rough = length / 7 if match["rough"] else 0.0
    return max(_SLACK[match["unit"].lower()], rough)


def _length(days: int, unit: str) -> str:
    many = days / _DAYS[unit]
    shown = f"{many:.0f}" if abs(many - round(many)) < 0.15 else f"{many:.1f}"
    return f"{shown} {unit}{'' if shown == '1' else 's'}"


RULES: tuple[Rule, ...] = (a_time_told_is_the_time_between_its_days,)
