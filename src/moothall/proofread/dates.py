"""Dates: weekdays that are wrong, days that do not exist, periods that end before they begin.

Also years labelled wrongly, durations that do not fit their dates, and what is called future in a
report that is later than it.  The report's own date is read from its head; where none stands
there, nothing is said about future and past.
"""

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.words import Passage, around, passages, sentences

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"

_WRITTEN = re.compile(
    rf"""(?<![\w/.,£-])
    (?:(?P<weekday>{_WEEKDAY}),?\s+(?:the\s+)?)?
    (?:(?P<day>\d{{1,2}})\s?{_ORDINAL}\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?
       (?:,?\s+(?P<year>{_YEAR})(?![\d/]))?
      |(?P<month_first>{_MONTH})\s+(?P<day_second>\d{{1,2}}){_ORDINAL}
       (?:,?\s+(?P<year_last>{_YEAR}))
      |(?P<day_n>\d{{1,2}})[/.](?P<month_n>\d{{1,2}})[/.](?P<year_n>{_YEAR}|\d\d)(?![\d/]|\.\d)
    )""",
    re.VERBOSE,
)
_MONTH_AND_YEAR = re.compile(rf"(?<![\w/-])(?P<month>{_MONTH})\.?,?\s+(?P<year>{_YEAR})(?![\d/])")
_TERM = re.compile(
    rf"(?<!\w)(?P<term>[Aa]utumn|[Ss]pring|[Ss]ummer)(?: [Tt]erm)?(?: of)? "
    rf"(?P<year>{_YEAR})(?![\d/])"
)
_HAS_DATE = re.compile(r"(?:19|20)\d\d|\d[/.]\d")
# The last month in which each can still be said to run.
_TERM_ENDS = {"autumn": 12, "spring": 5, "summer": 8}
_TERM_STARTS = {"autumn": 9, "spring": 1, "summer": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A date as it stands in a text: the first and the last day that it can mean."""

    text: str
    first: date
    last: date
    start: int
    end: int
    weekday: str | None = None

    @property
    def is_a_day(self) -> bool:
        return self.first == self.last


def written_dates(text: str) -> list[Written]:
    """Every date of a text that has its year, in order; days that do not exist are left out.

    >>> [str(found.first) for found in written_dates("on 12th June 2019 and in May 2020")]
    ['2019-06-12', '2020-05-01']
    """
    if not _HAS_DATE.search(text):
        return []
    found = [day for match in _WRITTEN.finditer(text) if (day := _day(match)) is not None]
    taken = {day.end for day in found}
    for match in _MONTH_AND_YEAR.finditer(text):
        if match.end() not in taken:  # else the month of a day found already
            month = _MONTHS[match["month"].lower()]
            found.append(_span(match, int(match["year"]), month, month))
    for match in _TERM.finditer(text):
        term = match["term"].lower()
        found.append(_span(match, int(match["year"]), _TERM_STARTS[term], _TERM_ENDS[term]))
    return sorted(found, key=lambda written: written.start)


def _span(match: re.Match[str], year: int, month: int, last_month: int) -> Written:
    return Written(
        text=match[0],
        first=date(year, month, 1),
        last=date(year, last_month, calendar.monthrange(year, last_month)[1]),
        start=match.start(),
        end=match.end(),
    )


def _parts(match: re.Match[str]) -> tuple[int, int, int | None]:
    """Day, month and year (None where none stands) of a written day."""
    day = int(match["day"] or match["day_second"] or match["day_n"])
    if match["month_n"]:
        year = int(match["year_n"])
        return day, int(match["month_n"]), year if year > 99 else 2000 + year
    month = _MONTHS[(match["month"] or match["month_first"]).lower()]
    printed = match["year"] or match["year_last"]
    return day, month, int(printed) if printed else None


def _day(match: re.Match[str]) -> Written | None:
    day, month, year = _parts(match)
    if year is None or not _exists(day, month, year):
        return None
    on = date(year, month, day)
    return Written(
        text=match[0],
        first=on,
        last=on,
        start=match.start(),
        end=match.end(),
        weekday=match["weekday"],
    )


def _exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def in_full(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


# --- the report's own date ------------------------------------------------------------------------

_DATE_LABEL = re.compile(
    r"^(?:date(?: of (?:meeting|report|decision|committee|cabinet|council))?|meeting date|"
    r"(?:cabinet|committee|council|decision|report) date|date and time)\s*:?$",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"^(?:date(?: of (?:meeting|report|decision|committee|cabinet|council))?|meeting date|"
    r"(?:cabinet|committee|council|decision|report) date)\s*[:–-]\s*(?P<rest>.{4,60})",
    re.IGNORECASE,
)
_MEETING_LINE = re.compile(
    r"\b(?:cabinet|committee|council|executive|board|panel|commission|meeting)\b", re.IGNORECASE
)
_IN_TITLES = frozenset({"on", "of", "the", "and", "for", "meeting", "at", "–", "-", ",", "&"})
_HEAD_BLOCKS = 25


def own_date(report: Report) -> date | None:
    """The date on the report's own head: "Date:", "Meeting date", "Date of meeting".

    A head without a label gives it where one of the first lines is a body's name and a day, or a
    day alone, and the head holds no other day.
    """
    bare: list[date] = []
    for block in report.blocks[:_HEAD_BLOCKS]:
        match block:
            case Grid():
                if (labelled := _date_in_grid(block)) is not None:
                    return labelled
            case Prose() | Heading():
                line = _DATE_LINE.match(block.text)
                days = [found for found in written_dates(block.text) if found.is_a_day]
                if line and days:
                    return days[0].first
                if len(days) == 1 and _is_only_a_date(block.text, days[0]):
                    bare.append(days[0].first)
            case _:
                pass
    return bare[0] if len(set(bare)) == 1 else None


def _is_only_a_date(text: str, day: Written) -> bool:
    rest = (text[: day.start] + text[day.end :]).strip(" ,:-–()")
    titled = all(word[0].isupper() or word in _IN_TITLES for word in rest.split())
    return not rest or (len(rest) <= 60 and titled and bool(_MEETING_LINE.search(rest)))


def _date_in_grid(grid: Grid) -> date | None:
    for row in grid.rows[:8]:
        for label, cell in pairwise(row):
            if _DATE_LABEL.match(label.strip()):
                days = [found for found in written_dates(cell) if found.is_a_day]
                if days:
                    return days[0].first
    return None


# --- days that cannot be --------------------------------------------------------------------------


def a_weekday_agrees_with_its_date(report: Report) -> Iterator[TextFinding]:
    """The weekday printed with a date is the one that the calendar gives it.

    Where no year stands, the year of the report's own date and its neighbours are tried.
    """
    own = own_date(report)
    for passage in passages(report):
        for match in _WRITTEN.finditer(passage.text):
            if not match["weekday"]:
                continue
            day, month, year = _parts(match)
            if year is None and own is None:
                continue
            years = [year] if year is not None else _years_about(own)
            days = [date(y, month, day) for y in years if _exists(day, month, y)]
            if not days or any(f"{on:%A}" == match["weekday"] for on in days):
                continue
            if year is None:
                message = (
                    f"{match['weekday']} {day} {days[0]:%B} falls in none of {years[0]} to "
                    f"{years[-1]}: in {days[len(days) // 2].year} it is a "
                    f"{days[len(days) // 2]:%A}."
                )
            else:
                message = f"{in_full(days[0])} is a {days[0]:%A}, not a {match['weekday']}."
            yield _finding(
                passage,
                match.start(),
                match.end(),
                message,
                Confidence.HIGH if year is not None else Confidence.MEDIUM,
                "Check the calendar, and correct the weekday or the date.",
            )


def _years_about(own: date | None) -> list[int]:
    return [own.year - 1, own.year, own.year + 1] if own is not None else []


def a_date_exists(report: Report) -> Iterator[TextFinding]:
    """No date names a day that its month does not have ("31 June")."""
    for passage in passages(report):
        for match in _WRITTEN.finditer(passage.text):
            if match["month_first"] and not match["year_last"]:
                continue
            day, month, year = _parts(match)
            if match["month_n"] and (not 1 <= month <= 12 or len(match["year_n"]) < 4):
                continue  # "12.30.15" and "24/7/21" number other things; American order is no fault
            if day > 31 and not match["weekday"] and year is None:
                continue  # "45 March" may be an amount at a line's end
            if day >= 1 and not _exists(day, month, year or 2020):
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
            dates = written_dates(_with_years(sentence))
            if len(lengths) != 1 or len(dates) != 2 or not all(day.is_a_day for day in dates):
                continue
            first, second = dates
            if first.last >= second.first or not _joins(_with_years(sentence), first, second):
                continue
            yield from _length(passage, sentence, lengths[0], first, second)


def _joins(sentence: str, first: Written, second: Written) -> bool:
    joined = sentence[first.end : second.start]
    before = sentence[: first.start]
    return bool(_JOIN.fullmatch(joined)) or bool(_AND.fullmatch(joined) and _BETWEEN.search(before))


_NO_YEAR = re.compile(rf"(?<![\w/.,£-])(\d{{1,2}}{_ORDINAL}(?: of)? {_MONTH})(?!\w)(?!,? ?{_YEAR})")


def _with_years(sentence: str) -> str:
    """The sentence with the one year that it prints added to a day without one before it."""
    years = set(re.findall(rf"(?<![\d/]){_YEAR}(?![\d/])", sentence))
    if len(years) != 1:
        return sentence
    year = years.pop()
    return _NO_YEAR.sub(lambda match: f"{match[1]} {year}", sentence)


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


# --- future and past ------------------------------------------------------------------------------

_BE = r"(?:be |be fully |also be |then be |formally be )"
_EVENTS = (
    r"(?:held|launched|introduced|implemented|completed|published|presented|submitted|considered|"
    r"reported|brought|taken|opened|closed|started|commenced|agreed|approved|finalised|issued|"
    r"delivered|established|undertaken|carried out|rolled out|reviewed|appointed|confirmed|"
    r"announced|adopted|determined|sought|consulted on|installed|built|made|received|set up)"
)
_HAPPEN = (
    r"(?:take place|start|begin|commence|open|close|end|finish|launch|conclude|go live|come into "
    r"(?:force|effect|operation)|take effect|return|meet|expire|run|follow|consult|report|publish|"
    r"complete|consider|be in place|be available|be ready|be known|be operational)"
)
_FUTURE = re.compile(
    rf"\b(?:will|shall|is due to|are due to|is expected to|are expected to|is scheduled to|are "
    rf"scheduled to|is planned to|are planned to|is to|are to|is anticipated to)\s+"
    rf"(?:then |also |now |formally |only |next )?(?:{_BE}{_EVENTS}|{_HAPPEN})\b"
    rf"(?P<between>(?:\s+(?:to|by|at|for|with|the|a|an|its|this|our|full|council|cabinet|committee|"
    rf"executive|members|council|scrutiny|board|consultation|report|results|public|formally|early|"
    rf"again|live|back)){{0,7}})\s+(?:in|on|by|from|during|until|at the end of|by the end of|"
    rf"no later than)\s+(?:the\s+)?(?:early |mid |mid-|late |end of |beginning of |start of )?$",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"\b(?:was|were)\s+(?:then |also |formally |first |last )?{_EVENTS}"
    rf"(?P<between>(?:\s+(?:to|by|at|the|its|this|full|council|cabinet|committee|executive|members|"
    rf"scrutiny|board|and|approved|agreed|with|staff|residents)){{0,7}})"
    rf"\s+(?:in|on)\s+(?:the\s+)?$|"
    rf"\b(?:took place|ended|closed|commenced|began|concluded|went live|came into (?:force|effect)|"
    rf"met|expired)\s+(?:in|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PAST_UNSURE = re.compile(
    r"\b(?:if|when|once|until|unless|after|assum\w+|would|should|planned|due|by the time|that "
    r"(?:ended|closed)|year)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:stated|said|agreed that|resolved|minutes?|noted|previously|originally|had been|"
    r"was expected|would|initially|at that time|at the time|queried|asked)\b|[“\"]",
    re.IGNORECASE,
)


def what_is_called_future_is_not_past(report: Report) -> Iterator[TextFinding]:
    """What "will be launched in January 2019" is not dated before the report itself."""
    yield from _out_of_time(report, _FUTURE, future=True)


def what_is_called_past_is_not_future(report: Report) -> Iterator[TextFinding]:
    """What "was held on 12 June 2021" is not dated after the report itself."""
    yield from _out_of_time(report, _PAST, future=False)


def _out_of_time(
    report: Report, pattern: re.Pattern[str], *, future: bool
) -> Iterator[TextFinding]:
    own = own_date(report)
    if own is None:
        return
    for passage in passages(report):
        for sentence in sentences(passage.text):
            for written in written_dates(sentence):
                if not (written.last < own if future else written.first > own):
                    continue
                before = sentence[max(0, written.start - 160) : written.start]
                match = pattern.search(before)
                if match is None:
                    continue
                unsure = _REPORTED if future else _PAST_UNSURE
                if unsure.search(sentence[: written.start]):
                    confidence = Confidence.LOW
                elif abs(((written.last if future else written.first) - own).days) > 3 * 366:
                    continue  # a slip is of months or a year; further off it is another report's
                else:
                    confidence = Confidence.MEDIUM
                called = "future" if future else "past"
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, written.start, written.end, reach=100),
                    message=f"Called {called}, yet {written.text.strip()} is "
                    f"{'before' if future else 'after'} the report’s own date, {in_full(own)}.",
                    confidence=confidence,
                    cure="Correct the date, or say what has happened since.",
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
        about = passage.text[max(0, match.start() - 60) : match.end() + 40]
        several = wrong[first, second] > 1 or bool(_LONGER.search(about))
        sure = (second <= first or not several) and right >= 2
        yield _finding(
            passage,
            match.start(),
            match.end(),
            f"{match[0]} does not name one financial year: after {first} comes {first + 1}.",
            Confidence.MEDIUM if sure else Confidence.LOW,
            f"Write {first}/{(first + 1) % 100:02d}, or a dash for a longer period.",
        )


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
    a_period_ends_after_it_begins,
    a_duration_fits_its_dates,
    what_is_called_future_is_not_past,
    what_is_called_past_is_not_future,
    a_financial_year_is_two_years_running,
    last_years_label_is_not_left_in,
    an_event_has_one_date,
)
