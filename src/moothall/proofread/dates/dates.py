"""Dates: weekdays that are wrong, days that do not exist, periods that end before they begin.

Also years labelled wrongly, durations that do not fit their dates, and one event on two days.
"""

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.running_text import Passage, around, passages, sentences
from moothall.proofread.reading.written_dates import (
    WRITTEN,
    Written,
    day_month_year,
    exists,
    in_full,
    is_weekday,
    own_date,
    with_years,
    written_dates,
)

# --- days that cannot be --------------------------------------------------------------------------


def a_weekday_agrees_with_its_date(report: Report) -> Iterator[TextFinding]:
    """The weekday printed with a date is the one that the calendar gives it.

    Where no year stands, that of the report's own date is meant for days near to it; for others its
    neighbours are tried too, and so they are where the passage speaks of another year.
    """
    own = own_date(report)
    for passage in passages(report):
        for match in WRITTEN.finditer(passage.text):
            if not match["weekday"]:
                continue
            day, month, year = day_month_year(match)
            if year is None and own is None:
                continue
            years = [year] if year is not None else _years_about(own, day, month, passage.text)
            days = [date(y, month, day) for y in years if exists(day, month, y)]
            if not days or any(is_weekday(match["weekday"], on) for on in days):
                continue
            if year is None and len(days) == 1:
                message = (
                    f"{day} {days[0]:%B} is a {days[0]:%A} in {days[0].year}, the year of this "
                    f"report, not a {match['weekday'].capitalize()}."
                )
            elif year is None:
                message = (
                    f"{match['weekday']} {day} {days[0]:%B} falls in none of {years[0]} to "
                    f"{years[-1]}: in {days[len(days) // 2].year} it is a "
                    f"{days[len(days) // 2]:%A}."
                )
            else:
                said = match["weekday"].capitalize()
                message = f"{in_full(days[0])} is a {days[0]:%A}, not a {said}."
            yield _finding(
                passage,
                match.start(),
                match.end(),
                message,
                Confidence.HIGH if year is not None else Confidence.MEDIUM,
                "Check the calendar, and correct the weekday or the date.",
            )


_NEAR_THE_REPORT = 60
_ANY_YEAR = re.compile(r"(?<![\d,.£])20\d\d(?!\d)")


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
                yield _finding(
                    passage,
                    match.start(),
                    match.end(),
                    f"{name}{f' {year}' if year and month == 2 else ''} has {days} days, "
                    f"so there is no {day} {name}.",
                    Confidence.HIGH,
                    "Correct the date.",
                )


_ORDINAL = re.compile(r"(?<![\w.,/-])(?P<number>\d{1,3})(?P<ending>st|nd|rd|th)\b(?!-)")


def an_ordinal_has_its_own_ending(report: Report) -> Iterator[TextFinding]:
    """ "31st", not "31th"; "11th", not "11st"."""
    for passage in passages(report):
        for match in _ORDINAL.finditer(passage.text):
            number = int(match["number"])
            last = 0 if number % 100 in (11, 12, 13) else number % 10
            ending = {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
            if match["ending"] != ending:
                yield _finding(
                    passage,
                    match.start(),
                    match.end(),
                    f"“{match[0]}” is written {number}{ending}.",
                    Confidence.HIGH,
                    f"Write {number}{ending}, or correct the number.",
                )


_TWICE_TIMED = re.compile(
    r"(?<![\d:.£])(?P<hour>1[3-9]|2[0-3])[:.](?P<minute>[0-5]\d)\s?[pa]\.?m\b"
)


def a_time_is_told_by_one_clock(report: Report) -> Iterator[TextFinding]:
    """ "20:32pm" is told by both clocks: 20:32, or 8.32 pm."""
    for passage in passages(report):
        for match in _TWICE_TIMED.finditer(passage.text):
            hour = int(match["hour"]) - 12
            yield _finding(
                passage,
                match.start(),
                match.end(),
                f"“{match[0]}” is told by the clock of 24 hours and by that of 12.",
                Confidence.MEDIUM,
                f"Write {match['hour']}:{match['minute']} or {hour}.{match['minute']} pm.",
            )


# --- periods --------------------------------------------------------------------------------------

_JOIN = re.compile(
    r"\s*(?:to|until|till|through to|[-–—])\s*(?:the\s+)?(?:end of\s+)?", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_COMPARES = re.compile(
    r"\b(?:compar\w+|fall\w*|fell|ris\w+|rose|drop\w*|increas\w+|decreas\w+|reduc\w+|chang\w+|"
    r"difference|moved?|brought forward|postponed|deferred|delayed|amended|varied)\b",
    re.IGNORECASE,
)


def a_period_ends_after_it_begins(report: Report) -> Iterator[TextFinding]:
    """A period's second date is not before its first, in words or in columns "start" and "end"."""
    for passage in passages(report):
        dates = written_dates(passage.text)
        for first, second in pairwise(dates):
            joined = passage.text[first.end : second.start]
            before = passage.text[max(0, first.start - 60) : first.start]
            is_period = _JOIN.fullmatch(joined) or (
                _AND.fullmatch(joined) and _BETWEEN.search(before)
            )
            if is_period and second.last < first.first and not _COMPARES.search(before):
                yield _finding(
                    passage,
                    first.start,
                    second.end,
                    f"The period ends before it begins: {second.text.strip()} is before "
                    f"{first.text.strip()}.",
                    Confidence.HIGH,
                    "Correct one of the two dates.",
                )
    for grid in report.grids:
        yield from _rows_that_end_before_they_begin(grid)


_START_HEAD = re.compile(r"\b(?:start|starts|from|begins?|commence\w*|opens?|effective)\b", re.I)
_END_HEAD = re.compile(r"\b(?:end|ends|finish\w*|to|until|complet\w+|clos\w+|expir\w+)\b", re.I)


def _rows_that_end_before_they_begin(grid: Grid) -> Iterator[TextFinding]:
    if not grid.head_rows or len(grid.rows) < 2:
        return
    head = grid.rows[grid.head_rows - 1]
    starts = [n for n, label in enumerate(head) if _START_HEAD.search(label) and len(label) < 40]
    ends = [n for n, label in enumerate(head) if _END_HEAD.search(label) and len(label) < 40]
    if len(starts) != 1 or len(ends) != 1 or starts == ends:
        return
    for number, row in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows):
        start, end = written_dates(row[starts[0]]), written_dates(row[ends[0]])
        if len(start) == len(end) == 1 and end[0].last < start[0].first:
            yield TextFinding(
                place=grid.cell_place(number, ends[0]),
                quote=f"{row[starts[0]]} | {row[ends[0]]}",
                message=f"The row ends ({end[0].text.strip()}) before it begins "
                f"({start[0].text.strip()}).",
                confidence=Confidence.HIGH,
                cure="Correct one of the two dates.",
            )


_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "sixteen": 16,
}  # fmt: skip
_DURATION = re.compile(
    rf"(?<![\w-])(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})[\s-]+(?P<unit>week|day|month)s?\b[’']?",
    re.IGNORECASE,
)
_UNITS = {"week": 7.0, "day": 1.0, "month": 30.44}
_WORKING = re.compile(r"\b(?:working|school|clear|business|calendar)\s+$", re.IGNORECASE)


def a_duration_fits_its_dates(report: Report) -> Iterator[TextFinding]:
    """A length of time given with both its dates is the time between them.

    "A six-week consultation from 3 June 2019 to 1 July 2019" runs for four weeks.  A week more or
    less is nothing, nor is a longer time over a holiday.
    """
    for passage in passages(report):
        for sentence in sentences(passage.text):
            lengths = list(_DURATION.finditer(sentence))
            dates = written_dates(with_years(sentence))
            if len(lengths) != 1 or len(dates) != 2 or not all(day.is_a_day for day in dates):
                continue
            first, second = dates
            if first.last >= second.first or not _joins(with_years(sentence), first, second):
                continue
            yield from _length(passage, sentence, lengths[0], first, second)


def _joins(sentence: str, first: Written, second: Written) -> bool:
    joined = sentence[first.end : second.start]
    before = sentence[: first.start]
    return bool(_JOIN.fullmatch(joined)) or bool(_AND.fullmatch(joined) and _BETWEEN.search(before))


def _length(
    passage: Passage, sentence: str, length: re.Match[str], first: Written, second: Written
) -> Iterator[TextFinding]:
    words = length["number"].lower()
    number = int(words) if words.isdigit() else _NUMBERS[words]
    unit = length["unit"].lower()
    stated = number * _UNITS[unit]
    days = (second.first - first.first).days + 1
    slack = max(7.0, stated * 0.15) if unit != "day" else max(3.0, stated * 0.1)
    if _WORKING.search(sentence[: length.start("unit")]) or (unit == "day" and number < 10):
        return
    over = days - stated
    if abs(over) <= slack or 0 < over <= 15:
        return  # longer by a week or two: a holiday, or counted by working weeks
    yield TextFinding(
        place=passage.place,
        quote=sentence,
        message=f"{first.text.strip()} to {second.text.strip()} is {days} days "
        f"({days / _UNITS[unit]:.1f} {unit}s), not {length[0]}.",
        confidence=Confidence.MEDIUM if over < 0 or over > 2 * slack else Confidence.LOW,
        cure="Correct the length or one of the dates.",
    )


# --- labels of years ------------------------------------------------------------------------------

_YEAR_LABEL = re.compile(r"(?<![\w/.£-])(20\d\d)/(20\d\d|\d\d)(?![\w/]|\.\d)")
_LONGER = re.compile(
    r"\b(?:strateg\w+|plans?|programme\w*|period|framework|polic\w+|agreements?|contracts?|review|"
    r"years|projection\w*|forecasts?|mtfs|mtfp|term|cycle|settlement|priorities|pledges?|vision)\b",
    re.IGNORECASE,
)


def a_financial_year_is_two_years_running(report: Report) -> Iterator[TextFinding]:
    """A year written with a stroke joins two years running: not "2020/22", "2021/20".

    Plans and strategies run for longer; theirs is shown only when everything is asked for.
    """
    labels: list[tuple[Passage, re.Match[str], int, int]] = []
    for passage in passages(report):
        for match in _YEAR_LABEL.finditer(passage.text):
            first = int(match[1])
            second = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
            labels.append((passage, match, first, second))
    wrong = Counter((first, second) for _, _, first, second in labels if second != first + 1)
    right = sum(1 for _, _, first, second in labels if second == first + 1)
    for passage, match, first, second in labels:
        if second == first + 1 or (second % 100 == 0 and first % 100 == 99):
            continue
        if len(match[2]) == 2 and int(match[2]) <= 12:
            continue  # "2019/04" is a month or a number of a file
        slip = _is_one_digit_off(first + 1, second)
        about = passage.text[max(0, match.start() - 60) : match.end() + 40]
        several = wrong[first, second] > 1 or bool(_LONGER.search(about))
        sure = (second <= first or not several) and right >= 2
        before = passage.text[max(0, match.start() - 30) : match.start()]
        alone = _IN_A_YEAR.search(before) and not _LONGER.search(before)
        sure = sure or (slip and second - first > 8 and bool(alone))
        yield _finding(
            passage,
            match.start(),
            match.end(),
            f"{match[0]} does not name one financial year: after {first} comes {first + 1}.",
            Confidence.MEDIUM if sure else Confidence.LOW,
            f"Write {first}/{(first + 1) % 100:02d}, or a dash for a longer period.",
        )


_IN_A_YEAR = re.compile(r"\b(?:in|during|for|of|from|to|by|since)\s+(?:the\s+)?$", re.IGNORECASE)


def _is_one_digit_off(year: int, written: int) -> bool:
    one, other = f"{year % 100:02d}", f"{written % 100:02d}"
    return (one[0] != other[0]) != (one[1] != other[1])


_BUDGET_YEAR = re.compile(
    r"\b(?:proposed |draft |the )?(?:budget|council tax|savings|fees and charges|capital programme)"
    r"(?: proposals?| requirement| setting)? (?:for |in )?(20\d\d)/(\d\d)(?!\d)",
    re.IGNORECASE,
)


def last_years_label_is_not_left_in(report: Report) -> Iterator[TextFinding]:
    """A report on one year's budget does not once call it by the year before.

    Only shown when everything is asked for: last year's budget may well be meant.
    """
    found = [
        (passage, match)
        for passage in passages(report)
        for match in _BUDGET_YEAR.finditer(passage.text)
    ]
    years = Counter(int(match[1]) for _, match in found)
    if not years:
        return
    usual, times = years.most_common(1)[0]
    if times < 4:
        return
    for passage, match in found:
        if int(match[1]) == usual - 1 and years[usual - 1] == 1:
            yield _finding(
                passage,
                match.start(),
                match.end(),
                f"{match[1]}/{match[2]} stands once; the report otherwise speaks of "
                f"{usual}/{(usual + 1) % 100:02d} ({times} times).",
                Confidence.LOW,
                "Check that last year’s label has not been left in.",
            )


# --- one event, one date --------------------------------------------------------------------------

_CLOSES = re.compile(
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


def _finding(
    passage: Passage, start: int, end: int, message: str, confidence: Confidence, cure: str
) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, start, end),
        message=message,
        confidence=confidence,
        cure=cure,
    )


RULES: tuple[Rule, ...] = (
    a_weekday_agrees_with_its_date,
    a_date_exists,
    an_ordinal_has_its_own_ending,
    a_time_is_told_by_one_clock,
    a_period_ends_after_it_begins,
    a_duration_fits_its_dates,
    a_financial_year_is_two_years_running,
    last_years_label_is_not_left_in,
    an_event_has_one_date,
)
