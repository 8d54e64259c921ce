"""Points in time of a sentence: days and months, with their years or without.

“Scrutiny in April” and “Cabinet on 3 May” have an order though no year is told: of two such points
the one that comes up to some months after the other is later, and any other gap tells nothing.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.written_dates import WRITTEN, day_month_year, exists

_NAMES = [name for name in calendar.month_name if name]
_MONTH = Expression(
    rf"(?<![\w/-])(?P<month>{'|'.join(_NAMES)})(?!\w)(?:\s(?P<year>(?:19|20)\d\d)(?![\d/]))?"
)
_VERB_MAY = Expression(r"^\s(?:be|have|not|also|wish|need|only|or may|well|decide|choose|then)\b")
_MANY_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Point:
    """A day or a month; its year is None where the sentence tells none."""

    text: str
    start: int
    end: int
    month: int
    day: int | None = None
    year: int | None = None

    def first(self, year: int) -> date:
        return date(year, self.month, self.day or 1)

    def last(self, year: int) -> date:
        days = calendar.monthrange(year, self.month)[1]
        return date(year, self.month, min(self.day or days, days))


def points_in(sentence: str) -> list[Point]:
    """Every day and month of a sentence in order; “may” is a month after a word that dates have."""
    found = []
    for match in WRITTEN.finditer(sentence):
        day, month, year = day_month_year(match)
        if exists(day, month, year or 2024):
            found.append(Point(match[0].rstrip(" ."), match.start(), match.end(), month, day, year))
    taken = [(point.start, point.end) for point in found]
    for match in _MONTH.finditer(sentence):
        if any(start <= match.start() < end for start, end in taken):
            continue
        if match["month"] == "May" and _VERB_MAY.match(sentence[match.end() :]):
            continue
        year = int(match["year"]) if match["year"] else None
        month = _NAMES.index(match["month"]) + 1
        found.append(Point(match[0], match.start(), match.end(), month, None, year))
    return sorted(found, key=lambda point: point.start)


def is_later(one: Point, other: Point) -> bool:
    """Whether the whole of one point is later than all of another, as far as can be told."""
    if one.year and other.year:
        return one.first(one.year) > other.last(other.year)
    if one.year or other.year:
        year = one.year or other.year or 0
        gap = one.first(year) - other.last(year)
        return timedelta(0) < gap < timedelta(days=31 * _MANY_MONTHS)
    gap = one.first(2023) - other.last(2023)
    if gap < timedelta(0):
        gap = one.first(2024) - other.last(2023)
    return timedelta(0) < gap < timedelta(days=31 * _MANY_MONTHS)
