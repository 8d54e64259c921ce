"""Days that slipped: a day of the month with a digit more or less than in its other telling.

“Received on 6 February” in the summary and “on 16 February” at the end are one act and a slip of
the pen.  A day is suspected only where it stands once, beside words that few other passages of the
report have, or beside the same other dates; nobody needs to have said the act in the same verb.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations
from math import log

from moothall.documents.report import Report
from moothall.proofread.dates.acts_told_twice import RULES as ACTS
from moothall.proofread.dates.days_told_twice import RULES as DAYS
from moothall.proofread.dates.meetings_told_twice import RULES as MEETINGS
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import (
    Passage,
    around,
    passages,
    sentences,
    shortened,
    word_set,
)
from moothall.proofread.reading.statements import stem_of
from moothall.proofread.reading.written_dates import WRITTEN, day_month_year, exists
from moothall.proofread.told_again.retold_times import RULES as TIMES

_LITTLE = frozenset(
    stem_of(word)
    for word in word_set(
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday with from that this which were "
        "been have will would held date dated over into also their there"
    )
)
_WORD = Expression(r"[A-Za-z’'-]{4,}")
_BEFORE, _AFTER = 130, 90
_ENOUGH, _ENOUGH_FOR_A_MONTH, _ENOUGH_IN_A_PARAGRAPH = 6.0, 9.0, 10.0
_SAME_DATE = 4.0
_MANY = 20
"""As if so many other passages stood beside: in a short report every word seems rare."""
_MOST = 400
_START = Expression(
    r"\b(?:from|between|start\w*|beg[aiu]n\w*|commenc\w+|open(?:s|ed|ing)?|launch\w*|since|after)\b"
    r"[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_END = Expression(
    r"(?:\b(?:to|until|till|ends?|ended|ending|clos\w+|by|before|and)|^\s*[–-])\s*"
    r"(?:the |on |of )?$",
    re.IGNORECASE,
)
_ANOTHER = Expression(
    r"\b(?:next|previous\w*|last|further|second|again|first|extraordinary|special|re-?convened|"
    r"adjourned|extended|originally|postponed|instead|informal|each|every|weekly|monthly)\b",
    re.IGNORECASE,
)
_BODY = Expression(
    r"(?:[A-Z][\w’']+,?\s(?:and\s|&\s|of\s|for\s)?){1,7}"
    r"(?:Committee|Sub-Committee|Board|Panel|Forum|Commission|Group|Cabinet|Council)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """A day as it is told, with the words between the dates on either side."""

    day: int
    month: int
    year: int | None
    weekday: bool
    text: str
    before: str
    after: str
    sentence: str
    start: int
    end: int
    passage: Passage

    @property
    def key(self) -> tuple[int, int]:
        return self.day, self.month


def a_day_told_twice_is_not_a_slip(report: Report) -> Iterator[TextFinding]:
    """“The Trust’s report came on 6 February” and “the report of the Trust of 16 February”."""
    days = _days(report)
    if not 2 <= len(days) <= _MOST:
        return
    words = _Words(report, days)
    found: list[tuple[float, _Day, _Day]] = []
    by_month: defaultdict[int, list[_Day]] = defaultdict(list)
    for one in days:
        by_month[one.month].append(one)
    for one, other in chain(
        *(combinations(group, 2) for group in by_month.values()), _of_two_months(days)
    ):
        if any(
            bool(kind.search(one.before)) != bool(kind.search(other.before))
            for kind in (_IN_A_RANGE, _ENDS_A_PERIOD)
        ) or _are_numbered_apart(one, other):
            continue
        weight = words.weight(one, other)
        if weight is not None:
            found.append((weight, one, other))
    told: set[tuple[int, int]] = set()
    said: list[TextFinding] | None = None
    for _, one, other in sorted(found, key=lambda pair: -pair[0]):
        odd, usual = (one, other) if words.times[one.key] < words.times[other.key] else (other, one)
        if odd.key in told or usual.key in told:
            continue
        if said is None:
            said = [
                finding for rule in (*ACTS, *DAYS, *MEETINGS, *TIMES) for finding in rule(report)
            ]
        told.add(odd.key)
        if any(_is_told(finding, odd, usual) for finding in said):
            continue
        yield TextFinding(
            place=odd.passage.place,
            quote=around(odd.sentence, odd.start, odd.end, 75),
            message=f"{odd.text.strip()} here, {usual.text.strip()} at {usual.passage.place} "
            f"(“{shortened(around(usual.sentence, usual.start, usual.end, 50), 130)}”), which "
            f"seems to be the same day.",
            confidence=Confidence.MEDIUM,
            cure="Give one day in both places, or say what makes them differ.",
        )


def _is_told(finding: TextFinding, one: _Day, other: _Day) -> bool:
    return (
        finding.place in (one.passage.place, other.passage.place)
        and f"{one.day}" in finding.quote + finding.message
        and f"{other.day}" in finding.quote + finding.message
    )


_IN_A_RANGE = Expression(r"\bbetween (?:[A-Z][a-z]+day )?$")
"""“Appeals decided between 1 July and 30 September”: a stretch of time, and no day of anything."""
_ITS_NUMBER = Expression(
    r"\b(?:sheet|statement|invoice|cheque|chq|number|no|page|issue|minute|report|letter)s?\.?\s"
    r"(?:number |no\.? )?(?P<number>\d{1,6})\b",
    re.IGNORECASE,
)


def _are_numbered_apart(one: _Day, other: _Day) -> bool:
    """“Sheet 27 dated 1 April” and “Sheet 28 dated 1 May” are of two things."""
    numbers = [_ITS_NUMBER.findall(each.before) for each in (one, other)]
    return numbers[0][-1:] != numbers[1][-1:]


_ENDS_A_PERIOD = Expression(
    r"\b(?:months?|year|quarter|period|weeks?) (?:to|ended|ending)(?: the)? $|\bas at $",
    re.IGNORECASE,
)


def _days(report: Report) -> list[_Day]:
    found = []
    for passage in passages(report):
        if passage.part == "cell" and len(passage.text) < 25:
            continue
        for sentence in sentences(passage.text):
            matches = list(WRITTEN.finditer(sentence)) if re.search(r"\d", sentence) else []
            for number, match in enumerate(matches):
                day, month, year = day_month_year(match)
                if not exists(day, month, year or 2024):
                    continue
                since = matches[number - 1].end() if number else 0
                until = matches[number + 1].start() if number + 1 < len(matches) else len(sentence)
                found.append(
                    _Day(
                        day=day,
                        month=month,
                        year=year,
                        weekday=_has_its_weekday(match["weekday"], day, month, year),
                        text=match[0],
                        before=sentence[max(since, match.start() - _BEFORE) : match.start()],
                        after=sentence[match.end() : min(until, match.end() + _AFTER)],
                        sentence=sentence,
                        start=match.start(),
                        end=match.end(),
                        passage=passage,
                    )
                )
    return found


def _has_its_weekday(name: str | None, day: int, month: int, year: int | None) -> bool:
    if not name or year is None:
        return False
    return date(year, month, day).strftime("%A").lower().startswith(name[:3].lower())


def _of_two_months(days: list[_Day]) -> Iterator[tuple[_Day, _Day]]:
    """The same day of months that stand side by side, each with its year."""
    by_day: defaultdict[tuple[int, int | None], list[_Day]] = defaultdict(list)
    for one in days:
        if one.year is not None:
            by_day[one.day, one.year].append(one)
    for group in by_day.values():
        for one, other in combinations(group, 2):
            if abs(one.month - other.month) == 1:
                yield one, other


class _Words:
    """How rare the words beside the days are, and how much two days have in common."""

    def __init__(self, report: Report, days: list[_Day]) -> None:
        often: Counter[str] = Counter()
        number = len(passages(report))
        for passage in passages(report):
            often.update(_stems(passage.text))
        self._rarity = {stem: log((number + _MANY) / times) for stem, times in often.items()}
        self.times = Counter(one.key for one in days)
        self._days = days
        self._beside: defaultdict[tuple[int, str], set[tuple[int, int]]] = defaultdict(set)
        for one in days:
            self._beside[_sentence(one)].add(one.key)

    def weight(self, one: _Day, other: _Day) -> float | None:
        """How much speaks for the two being one; nothing where something tells them apart."""
        months = one.month != other.month
        if one.key == other.key or not (months or _is_slip(one.day, other.day)):
            return None
        if min(self.times[one.key], self.times[other.key]) > 1 or _are_apart(one, other):
            return None
        if any({one.key, other.key} <= self._beside[_sentence(day)] for day in (one, other)):
            return None
        near = _stems(f"{one.before} {one.after}") & _stems(f"{other.before} {other.after}")
        if not (near - _stems(" ".join(_bodies(one) | _bodies(other)))) and self._meets_often(
            one, other
        ):
            return None
        wide = (_stems(one.sentence) & _stems(other.sentence)) - near
        same = self._beside[_sentence(one)] & self._beside[_sentence(other)]
        weight = self._weigh(near) + self._weigh(wide) / 3 + _SAME_DATE * min(len(same), 2)
        enough = _ENOUGH_FOR_A_MONTH if months else _ENOUGH
        if one.passage.block == other.passage.block:
            enough = _ENOUGH_IN_A_PARAGRAPH
        if weight < enough or (len(near) < 2 and not same):
            return None
        return weight

    def _meets_often(self, one: _Day, other: _Day) -> bool:
        """Whether the body of both days is named with a third: then it met again and again."""
        return any(
            day.key not in (one.key, other.key) and _meet(_bodies(day), _bodies(one))
            for day in self._days
        )

    def _weigh(self, stems: frozenset[str]) -> float:
        return sum(self._rarity.get(stem, 0.0) for stem in sorted(stems))


def _sentence(one: _Day) -> tuple[int, str]:
    return one.passage.block, one.sentence


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem_of(word.lower()) for word in _WORD.findall(text)) - _LITTLE


def _is_slip(one: int, other: int) -> bool:
    """One digit changed, put before or left out, or the two changed about.

    >>> _is_slip(6, 16), _is_slip(12, 21), _is_slip(9, 30)
    (True, True, False)
    """
    short, long = sorted((str(one), str(other)), key=len)
    if len(short) < len(long):
        return short in (long[0], long[1])
    return sum(a != b for a, b in zip(short, long, strict=True)) == 1 or (
        len(short) == 2 and short == long[::-1]
    )


def _are_apart(one: _Day, other: _Day) -> bool:
    if one.year and other.year and one.year != other.year:
        return True
    if one.weekday and other.weekday:
        return True
    for role, opposite in ((_START, _END), (_END, _START)):
        if (
            role.search(one.before)
            and opposite.search(other.before)
            and not opposite.search(one.before)
            and not role.search(other.before)
        ):
            return True
    if bool(_ANOTHER.search(_close(one))) != bool(_ANOTHER.search(_close(other))):
        return True
    mine, its = _bodies(one), _bodies(other)
    return bool(mine and its and not _meet(mine, its))


def _bodies(one: _Day) -> set[str]:
    return {body[0] for body in _BODY.finditer(one.before[-90:])}


def _close(one: _Day) -> str:
    return f"{one.before[-60:]} {one.after[:30]}"


def _meet(one: set[str], other: set[str]) -> bool:
    """Whether a body of the one is a body of the other, however full its name."""
    return any(body.endswith(twin) or twin.endswith(body) for body in one for twin in other)


RULES: tuple[Rule, ...] = (a_day_told_twice_is_not_a_slip,)
"""The rule on days that slipped."""
