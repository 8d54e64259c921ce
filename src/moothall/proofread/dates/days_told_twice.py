"""Days told twice: the minutes approved are those of the meeting named, and a day has one year.

A council meets on a fixed weekday, so that one body hardly meets on the same day of the same month
in two years running: the year of last time is left in, or this one's begun too early.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.concepts import names
from moothall.proofread.reading.running_text import (
    Passage,
    passages,
    sentences,
    shortened,
    word_set,
)
from moothall.proofread.reading.statements import stem_of
from moothall.proofread.reading.written_dates import (
    WRITTEN,
    Written,
    day_month_year,
    in_full,
    own_date,
    written_dates,
)

# --- the minutes that are approved ----------------------------------------------------------------

_NAMED = re.compile(
    r"\b(?:minutes|meetings?)\b[^.;]{0,60}?\b(?:held|of|on|dated)\b[^.;\d]{0,60}$", re.IGNORECASE
)
_APPROVED = re.compile(
    r"\b(?:(?:true|correct|accurate|right|fair)(?:\sand\s\w+)?\srecord|(?:be|were|was)\s"
    r"(?:\w+\s){0,4}(?:confirmed|approved|agreed|signed|adopted))\b",
    re.IGNORECASE,
)
_TITLE = 6
_HAS_HOUR = re.compile(r"\d\s?[ap]\.?m\b|\d[.:]\d\d\b|\b(?:at|in) the\b", re.IGNORECASE)
_REACH = 5
"""How many paragraphs below its heading the approval of the minutes stands."""


def the_minutes_approved_are_those_of_the_meeting_named(report: Report) -> Iterator[TextFinding]:
    """Under “Minutes of the meeting held on 5 June”, those of the meeting on 12 June are signed."""
    named: tuple[Passage, frozenset[tuple[int, int]], int] | None = None
    own = own_date(report)
    for number, passage in enumerate(passages(report)):
        days = _days(passage.text)
        approved = _APPROVED.search(passage.text)
        if approved is None and len(passage.text) <= 160 and days:
            title = number < _TITLE or _HAS_HOUR.search(passage.text)
            if own is not None and (own.day, own.month) in [day[1:] for day in days]:
                continue
            if not title and all(_NAMED.search(passage.text[:start]) for start, _, _ in days):
                found = frozenset((day, month) for _, day, month in days)
                named = (passage, found, number)
            continue
        if named is None or approved is None or number - named[2] > _REACH:
            continue
        heading, above, _ = named
        wrong = [
            (start, day, month)
            for start, day, month in days
            if _NAMED.search(passage.text[:start]) and start < approved.start()
        ]
        named = None
        if len(wrong) != 1 or len(above) != 1 or wrong[0][1:] in above:
            continue
        ((day, month),) = above
        yield TextFinding(
            place=passage.place,
            quote=passage.text,
            message=f"The minutes approved are of {_day(*wrong[0][1:])}; the item is on those of "
            f"{_day(day, month)} (“{heading.text.strip()}”).",
            confidence=Confidence.HIGH,
            cure="Give the day of the meeting in both places.",
        )


def _days(text: str) -> list[tuple[int, int, int]]:
    """Where each written day begins, its day and month."""
    found = []
    for match in WRITTEN.finditer(text):
        day, month, _ = day_month_year(match)
        found.append((match.start(), day, month))
    return found


def _day(day: int, month: int) -> str:
    return f"{day} {date(2000, month, 1):%B}"


# --- one day under two years ----------------------------------------------------------------------

_HAPPENED = re.compile(
    r"\b(?P<event>meeting|committee|cabinet|council|board|panel|forum|executive|commission|"
    r"letter|announce\w*|publi(?:shed|cation)|issued|launched|approved|agreed|considered|held|"
    r"decision|hearing|inspect\w+|visit\w*|workshop|briefing|event|summit|submitted|received|"
    r"signed|opened|notified|resolved|summons|dated|referendum|inquest|inquiry)\b",
    re.IGNORECASE,
)
_A_DATE_OF_EVERY_YEAR = frozenset(
    ((31, 3), (1, 4), (30, 9), (1, 9), (31, 8), (31, 12), (1, 1), (30, 6), (1, 7), (1, 10), (5, 4),
     (6, 4), (31, 1), (28, 2), (25, 12), (1, 5), (31, 5), (31, 7), (1, 8), (31, 10), (30, 11))
)  # fmt: skip
_OF_EVERY_YEAR = re.compile(
    r"\b(?:annual\w*|each year|every year|anniversary|last year|year (?:before|earlier|ago|on)|"
    r"previous year|compar\w+|census|snapshot|as at|as of|period|quarter|year (?:to|end\w*)|"
    r"between|aged|born|since|rates?|balance\w*|respectively)\b",
    re.IGNORECASE,
)
_ABOUT = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    on: Written
    words: str
    stems: frozenset[str]
    named: frozenset[str]
    events: frozenset[str]
    place: Place


def a_day_told_twice_has_one_year(report: Report) -> Iterator[TextFinding]:
    """The Panel “held on 12 June 2024” is the one “held on 12 June 2025” two pages before."""
    seen: defaultdict[tuple[int, int], list[_Day]] = defaultdict(list)
    for passage in passages(report):
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                key = (on.first.day, on.first.month)
                if on.is_a_day and key not in _A_DATE_OF_EVERY_YEAR:
                    about = sentence[max(0, on.start - _ABOUT) : on.end + _ABOUT // 2]
                    seen[key].append(_day_told(on, about, sentence, passage.place))
    own = own_date(report)
    for days in seen.values():
        years = {day.on.first.year for day in days}
        if len(years) != 2 or max(years) - min(years) != 1:
            continue
        pair = _alike([d for d in days if d.on.first.year == min(years)],
                      [d for d in days if d.on.first.year == max(years)])  # fmt: skip
        if pair is None:
            continue
        odd, usual = _odd_and_usual(*pair, days, own)
        yield TextFinding(
            place=odd.place,
            quote=odd.words,
            message=f"{in_full(odd.on.first)} (a {odd.on.first:%A}) here, "
            f"{in_full(usual.on.first)} (a {usual.on.first:%A}) at {usual.place}: "
            f"“{shortened(usual.words, 110)}”.  One day stands under two years.",
            confidence=Confidence.MEDIUM,
            cure="Correct the year, or say that two different days are meant.",
        )


def _day_told(on: Written, about: str, sentence: str, place: Place) -> _Day:
    words = re.findall(r"[A-Za-z][A-Za-z’'-]{3,}", about.replace(on.text, " "))
    return _Day(
        on=on,
        words=sentence,
        stems=frozenset(stem_of(word) for word in words) - _COMMON,
        named=names(f"x {about.replace(on.text, ' ')}"),
        events=frozenset(stem_of(match["event"]) for match in _HAPPENED.finditer(about)),
        place=place,
    )


_COMMON = frozenset(
    stem_of(word)
    for word in word_set(
        "held meeting that this which were with from have been will report january february march "
        "april june july august september october november december"
    )
)


def _alike(earlier: list[_Day], later: list[_Day]) -> tuple[_Day, _Day] | None:
    """Two days that are said of a like event of a like body or thing."""
    for one in earlier:
        for other in later:
            if _OF_EVERY_YEAR.search(one.words) or _OF_EVERY_YEAR.search(other.words):
                continue
            same = one.events & other.events
            if (
                same
                and len(one.stems & other.stems) >= 2
                and (one.named & other.named or len(one.stems & other.stems) >= 4)
            ):
                return one, other
    return None


def _odd_and_usual(
    earlier: _Day, later: _Day, days: list[_Day], own: date | None
) -> tuple[_Day, _Day]:
    """The year told less often is odd; where both are told once, that further from the report."""
    often = sum(day.on.first.year == earlier.on.first.year for day in days)
    rest = len(days) - often
    if often != rest:
        return (earlier, later) if often < rest else (later, earlier)
    if own is not None:
        to_earlier = abs((own - earlier.on.first).days)
        to_later = abs((own - later.on.first).days)
        return (earlier, later) if to_earlier > to_later else (later, earlier)
    return earlier, later


RULES: tuple[Rule, ...] = (
    the_minutes_approved_are_those_of_the_meeting_named,
    a_day_told_twice_has_one_year,
)
