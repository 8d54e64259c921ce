"""Days told twice: the minutes approved are those of the meeting named, and a day has one year.

A council meets on a fixed weekday, so that one body hardly meets on the same day of the same month
in two years running: the year of last time is left in, or this one's begun too early.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from moothall.documents.report import Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.concepts import names
from moothall.proofread.reading.expressions import Expression
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

_NAMED = Expression(
    r"\b(?:minutes|meetings?)\b[^.;]{0,60}?\b(?:held|of|on|dated|and)\b[^.;\d]{0,60}$",
    re.IGNORECASE,
)
_NAMED_ABOVE = Expression(r"\b(?:minutes|meetings?)\b[^.;]{0,90}$", re.IGNORECASE)
_APPROVED = Expression(
    r"\b(?:(?:true|correct|accurate|right|fair)(?:\sand\s\w+)?\srecord|(?:be|were|was)\s"
    r"(?:\w+\s){0,4}(?:confirmed|approved|agreed|signed|adopted|noted|received|accepted))\b",
    re.IGNORECASE,
)
_ITEM = Expression(
    r"^\W*(?:[\w/.-]{1,9}[.):]?\s+)?(?:to\s(?:[a-z]+,?\s(?:and\s|or\s)?){1,4})?(?:the\s)?"
    r"(?:[\w’'&-]+\s){0,6}?minutes\b",
    re.IGNORECASE,
)
_TELLS = Expression(r"\b(?:resolved|was|were|proposed|seconded|that|had)\b", re.IGNORECASE)
_TITLE = 6
_HAS_HOUR = Expression(r"\d\s?[ap]\.?m\b|\d[.:]\d\d\b|\b(?:at|in) the\b", re.IGNORECASE)
_LONGEST_ITEM = 160
_REACH = 5
"""How many paragraphs below its heading the approval of the minutes stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _When:
    """A day or a month as it stands, with what is told of it."""

    start: int
    day: int | None
    month: int
    year: int | None
    text: str

    def differs_from(self, other: "_When") -> bool:
        told = ((self.day, other.day), (self.month, other.month), (self.year, other.year))
        return any(None not in pair and pair[0] != pair[1] for pair in told)


def the_minutes_approved_are_those_of_the_meeting_named(report: Report) -> Iterator[TextFinding]:
    """Under “Minutes of the meeting held on 5 June”, those of the meeting on 12 June are signed."""
    named: tuple[Passage, list[_When], int] | None = None
    own = own_date(report)
    for number, passage in _items_and_resolutions(report):
        times = _times(passage.text)
        if not times:
            continue
        item = len(passage.text) <= _LONGEST_ITEM and not _TELLS.search(passage.text)
        approved = _APPROVED.search(passage.text)
        if item and (approved is None or _ITEM.match(passage.text)):
            title = _HAS_HOUR.search(passage.text) or (
                number < _TITLE and not _is_numbered(report, passage)
            )
            if own is not None and (own.day, own.month) in [(w.day, w.month) for w in times]:
                continue
            if not title and all(_NAMED_ABOVE.search(passage.text[: when.start]) for when in times):
                named = (passage, times, number)
            continue
        if named is None or approved is None or number - named[2] > _REACH:
            continue
        heading, above, _ = named
        signed = [
            when
            for when in times
            if (
                _APPROVED.search(passage.text, when.start)
                or _RECORD_OF.search(passage.text[: when.start])
            )
            and _NAMED.search(passage.text[: when.start])
        ]
        named = None
        wrong = [
            (one, other)
            for one, other in zip(signed, above, strict=False)
            if one.differs_from(other)
        ]
        if len(signed) != len(above) or len(wrong) != 1:
            continue
        ((one, other),) = wrong
        yield TextFinding(
            place=passage.place,
            quote=passage.text,
            message=f"The minutes approved are of {one.text}; the item is on those of "
            f"{other.text} (“{heading.text.strip()}”).",
            confidence=Confidence.HIGH,
            cure="Give the day of the meeting in both places.",
        )


def _is_numbered(report: Report, passage: Passage) -> bool:
    """Whether a line is an item of the agenda, not the title of the paper."""
    block = report.blocks[passage.block]
    number = block.number if isinstance(block, Heading | Prose) else ""
    return bool(number or re.match(r"\W*(?:\d|to\s)", passage.text, re.IGNORECASE))


_RECORD_OF = Expression(r"\brecord\sof\s(?:the\s)?[^.;\d]{0,60}$", re.IGNORECASE)
_RESOLVED = Expression(
    r"(?<=\s)(?=RESOLVED\b)|(?<=\b20\d\d\s)(?=(?:The\s(?:draft\s)?minutes|It\swas|Proposed|Agreed|"
    r"Approved|Resolved)\b)"
)
_RUN_ON = Expression(r"[.;]\s(?P<item>(?:Minutes\s)?of\sthe\s(?:[a-z]+\s)?meeting\s[^.;]{4,80})$")


def _items_and_resolutions(report: Report) -> Iterator[tuple[int, Passage]]:
    """Each text in order; an item and its resolution that run on in one line are two."""
    for number, passage in enumerate(passages(report)):
        if passage.part == "cell":
            continue
        if run_on := _RUN_ON.search(passage.text[-_LONGEST_ITEM:]):
            yield number, replace(passage, text=run_on["item"])  # behind what was said before it
            continue
        if "RESOLVED" in passage.text or "inutes" in passage.text:
            for part in _RESOLVED.split(passage.text):
                yield number, replace(passage, text=part.strip())
        else:
            yield number, passage


def _times(text: str) -> list[_When]:
    """Each written day, with or without a year, and each month with its year, in order."""
    if "inute" not in text and "INUTE" not in text and "eeting" not in text:
        return []
    found = []
    for match in WRITTEN.finditer(text):
        day, month, year = day_month_year(match)
        found.append(
            _When(start=match.start(), day=day, month=month, year=year, text=match[0].strip())
        )
    found += [
        _When(
            start=on.start,
            day=None,
            month=on.first.month,
            year=on.first.year,
            text=on.text.strip(),
        )
        for on in written_dates(text)
        if not on.is_a_day and on.first.month == on.last.month
    ]
    return sorted(found, key=lambda when: when.start)


# --- one day under two years ----------------------------------------------------------------------

_HAPPENED = Expression(
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
_OF_EVERY_YEAR = Expression(
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
