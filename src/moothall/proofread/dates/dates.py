"""Dates: weekdays that are wrong, days that do not exist, and one event on two days."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.dates.time_of_writing import latest_day_of_writing
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import finding_in, passages, sentences
from moothall.proofread.reading.written_dates import (
    WRITTEN,
    day_month_year,
    exists,
    in_full,
    is_weekday,
    own_date,
    written_dates,
)

# --- days that cannot be --------------------------------------------------------------------------


_WEEKDAY_AFTER = Expression(
    r"\s?\(\s?(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", re.IGNORECASE
)


def a_weekday_agrees_with_its_date(report: Report) -> Iterator[TextFinding]:
    """The weekday printed with a date is the one that the calendar gives it.

    Where no year stands, that of the report's own date is meant for days near to it; for others its
    neighbours are tried too, and so they are where the passage speaks of another year.
    """
    about = own_date(report) or _day_told_with_its_year(report)
    for passage in passages(report):
        for match in WRITTEN.finditer(passage.text):
            after = None if match["weekday"] else _WEEKDAY_AFTER.match(passage.text, match.end())
            weekday = match["weekday"] or (after and after["weekday"])
            if not weekday:
                continue
            day, month, year = day_month_year(match)
            if year is None and about is None:
                continue
            years = [year] if year is not None else _years_about(about, day, month, passage.text)
            days = [date(y, month, day) for y in years if exists(day, month, y)]
            if not days or any(is_weekday(weekday, on) for on in days):
                continue
            if year is None and len(days) == 1:
                message = (
                    f"{day} {days[0]:%B} is a {days[0]:%A} in {days[0].year}, the year of this "
                    f"report, not a {weekday.capitalize()}."
                )
            elif year is None:
                message = (
                    f"{weekday} {day} {days[0]:%B} falls in none of {years[0]} to "
                    f"{years[-1]}: in {days[len(days) // 2].year} it is a "
                    f"{days[len(days) // 2]:%A}."
                )
            else:
                said = weekday.capitalize()
                message = f"{in_full(days[0])} is a {days[0]:%A}, not a {said}."
            yield finding_in(
                passage,
                match.start(),
                after.end() if after else match.end(),
                message,
                Confidence.HIGH if year is not None else Confidence.MEDIUM,
                "Check the calendar, and correct the weekday or the date.",
            )


def _day_told_with_its_year(report: Report) -> date | None:
    """A day of the report, where all that are told with their year lie in one season."""
    latest = latest_day_of_writing(report)
    if latest is not None:
        return latest[0]
    days = sorted(
        on.first
        for passage in passages(report)
        for on in written_dates(passage.text)
        if on.is_a_day
    )
    if not days or (days[-1] - days[0]).days > _NEAR_THE_REPORT:
        return None
    return days[len(days) // 2]


_NEAR_THE_REPORT = 60
_ANY_YEAR = Expression(r"(?<![\d,.£])20\d\d(?!\d)")


def _years_about(own: date | None, day: int, month: int, text: str) -> list[int]:
    """The years that a day without one can be in."""
    if own is None:
        return []
    about = [own.year - 1, own.year, own.year + 1]
    near = [
        year
        for year in about
        if exists(day, month, year) and abs((date(year, month, day) - own).days) <= _NEAR_THE_REPORT
    ]
    if len(near) == 1 and {int(year) for year in _ANY_YEAR.findall(text)} <= set(near):
        return near
    return about


def a_date_exists(report: Report) -> Iterator[TextFinding]:
    """No date names a day that its month does not have ("31 June")."""
    for passage in passages(report):
        for match in WRITTEN.finditer(passage.text):
            if match["month_first"] and not match["year_last"]:
                continue
            day, month, year = day_month_year(match)
            if match["month_n"] and (not 1 <= month <= 12 or len(match["year_n"]) < 4):
                continue  # "12.30.15" and "24/7/21" number other things; American order is no fault
            if day > 31 and not match["weekday"] and year is None:
                continue  # "45 March" may be an amount at a line's end
            if day >= 1 and not exists(day, month, year or 2020):
                days = calendar.monthrange(year or 2020, month)[1]
                name = calendar.month_name[month]
                yield finding_in(
                    passage,
                    match.start(),
                    match.end(),
                    f"{name}{f' {year}' if year and month == 2 else ''} has {days} days, "
                    f"so there is no {day} {name}.",
                    Confidence.HIGH,
                    "Correct the date.",
                )


_ORDINAL = Expression(r"(?<![\w.,/-])(?P<number>\d{1,3})(?P<ending>st|nd|rd|th)\b(?!-)")


def an_ordinal_has_its_own_ending(report: Report) -> Iterator[TextFinding]:
    """ "31st", not "31th"; "11th", not "11st"."""
    for passage in passages(report):
        for match in _ORDINAL.finditer(passage.text):
            number = int(match["number"])
            last = 0 if number % 100 in (11, 12, 13) else number % 10
            ending = {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
            if match["ending"] != ending:
                yield finding_in(
                    passage,
                    match.start(),
                    match.end(),
                    f"“{match[0]}” is written {number}{ending}.",
                    Confidence.HIGH,
                    f"Write {number}{ending}, or correct the number.",
                )


_TWICE_TIMED = Expression(
    r"(?<![\d:.£])(?P<hour>1[3-9]|2[0-3])[:.](?P<minute>[0-5]\d)\s?[pa]\.?m\b"
)


def a_time_is_told_by_one_clock(report: Report) -> Iterator[TextFinding]:
    """ "20:32pm" is told by both clocks: 20:32, or 8.32 pm."""
    for passage in passages(report):
        for match in _TWICE_TIMED.finditer(passage.text):
            hour = int(match["hour"]) - 12
            yield finding_in(
                passage,
                match.start(),
                match.end(),
                f"“{match[0]}” is told by the clock of 24 hours and by that of 12.",
                Confidence.MEDIUM,
                f"Write {match['hour']}:{match['minute']} or {hour}.{match['minute']} pm.",
            )


# --- one event, one date --------------------------------------------------------------------------

_CLOSES = Expression(
    r"\b(?P<event>consultation|survey|listening exercise|engagement|application process|"
    r"call for evidence|tender|statutory notice|representation period)(?: period| exercise)?"
    r"(?: which| that)?(?: will| is due to| formally| officially| then)* "
    r"(?P<verb>clos\w+|end(?:s|ed)?|open(?:s|ed)?|launch(?:es|ed)?|beg[ia]ns?|start(?:s|ed)?|"
    r"commence[sd]?|was launched|be launched|conclude[sd]?|run until|runs until|ran until) "
    r"(?:on|at|until)?\s*(?:midnight on |midday on |noon on |5pm on )?(?:the )?$",
    re.IGNORECASE,
)
_OPENING = ("open", "launch", "beg", "start", "commence", "was launch", "be launch")


def an_event_has_one_date(report: Report) -> Iterator[TextFinding]:
    """A consultation closes, and opens, on one day throughout the report."""
    seen: dict[tuple[str, str], tuple[date, str]] = {}
    told: set[tuple[str, str]] = set()
    for passage in passages(report):
        if passage.part == "cell":
            continue
        for sentence in sentences(passage.text):
            for written in written_dates(sentence):
                match = _CLOSES.search(sentence[max(0, written.start - 140) : written.start])
                if match is None or not written.is_a_day:
                    continue
                verb = match["verb"].lower()
                end = "opens" if verb.startswith(_OPENING) else "closes"
                key = (match["event"].lower(), end)
                before = seen.setdefault(key, (written.first, passage.place.section))
                apart = abs((before[0] - written.first).days)
                # Half a year apart they are two consultations.
                if 0 < apart < 120 and key not in told:
                    told.add(key)
                    yield TextFinding(
                        place=passage.place,
                        quote=sentence,
                        message=f"The {key[0]} {end} on {in_full(written.first)} here, and on "
                        f"{in_full(before[0])} earlier in the report.",
                        confidence=Confidence.MEDIUM,
                        cure="Give one date in both places, or say which consultation is meant.",
                    )


RULES: tuple[Rule, ...] = (
    a_weekday_agrees_with_its_date,
    a_date_exists,
    an_ordinal_has_its_own_ending,
    a_time_is_told_by_one_clock,
    an_event_has_one_date,
)
