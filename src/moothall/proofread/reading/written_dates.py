"""Written dates: how dates are read from a text, and the report's own date from its head."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_MONTH = rf"(?:{_NAMES}|{_NAMES.upper()})"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SHORT_DAYS = "Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun"
_WEEKDAY = rf"(?:{_DAYS}|{_DAYS.upper()}|{_SHORT_DAYS})"
_YEAR = r"(?:19|20)\d\d"
# A scanned "6th June 2015" may come out as "6” June, 2015".
_SCANNED = rf"[”“\"’'*°](?=\s+{_MONTH},?\s+{_YEAR})"
_ORDINAL = rf"(?:st|nd|rd|th|ST|ND|RD|TH|{_SCANNED})?"
WRITTEN = Expression(
    rf"""(?<![\w/.,£-])
    (?:(?P<weekday>{_WEEKDAY})\b\.?,?\s+(?:the\s+)?)?
    (?:(?P<day>\d{{1,2}})\s?{_ORDINAL}\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?
       (?:,?\s+(?P<year>{_YEAR})(?![\d/]))?
      |(?P<month_first>{_MONTH})\s+(?P<day_second>\d{{1,2}}){_ORDINAL}\b
       (?:,?\s+(?P<year_last>{_YEAR}))
      |(?P<day_d>\d{{1,2}})-(?P<month_d>{_MONTH})-(?P<year_d>{_YEAR}|\d\d)(?![\w-])
      |(?P<day_n>\d{{1,2}})[/.](?P<month_n>\d{{1,2}})[/.](?P<year_n>{_YEAR}|\d\d)(?![\d/]|\.\d)
    )""",
    re.VERBOSE,
)
_MONTH_AND_YEAR = Expression(rf"(?<![\w/-])(?P<month>{_MONTH})\.?,?\s+(?P<year>{_YEAR})(?![\d/])")
_TERM = Expression(
    rf"(?<!\w)(?P<term>[Aa]utumn|[Ss]pring|[Ss]ummer)(?: [Tt]erm)?(?: of)? "
    rf"(?P<year>{_YEAR})(?![\d/])"
)
_HAS_DATE = Expression(r"(?:19|20)\d\d|\d[/.]\d|\d-[A-Z]")
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
    return list(_written_dates(text))  # whoever asked may change it


@lru_cache(maxsize=8192)
def _written_dates(text: str) -> tuple[Written, ...]:
    if not _HAS_DATE.search(text):
        return ()
    found = [day for match in WRITTEN.finditer(text) if (day := _day(match)) is not None]
    taken = {day.end for day in found}
    for match in _MONTH_AND_YEAR.finditer(text):
        if match.end() not in taken:  # else the month of a day found already
            month = _MONTHS[match["month"].lower()]
            found.append(_span(match, int(match["year"]), month, month))
    for match in _TERM.finditer(text):
        term = match["term"].lower()
        found.append(_span(match, int(match["year"]), _TERM_STARTS[term], _TERM_ENDS[term]))
    return tuple(sorted(found, key=lambda written: written.start))


def _span(match: re.Match[str], year: int, month: int, last_month: int) -> Written:
    return Written(
        text=match[0],
        first=date(year, month, 1),
        last=date(year, last_month, calendar.monthrange(year, last_month)[1]),
        start=match.start(),
        end=match.end(),
    )


def day_month_year(match: re.Match[str]) -> tuple[int, int, int | None]:
    """Day, month and year (None where none stands) of a written day."""
    day = int(match["day"] or match["day_second"] or match["day_d"] or match["day_n"])
    if match["month_n"] or match["month_d"]:
        year = int(match["year_n"] or match["year_d"])
        number = int(match["month_n"] or _MONTHS[match["month_d"].lower()])
        return day, number, year if year > 99 else 2000 + year
    month = _MONTHS[(match["month"] or match["month_first"]).lower()]
    printed = match["year"] or match["year_last"]
    return day, month, int(printed) if printed else None


def _day(match: re.Match[str]) -> Written | None:
    day, month, year = day_month_year(match)
    if year is None or not exists(day, month, year):
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


def is_weekday(written: str, day: date) -> bool:
    """Whether a weekday as written ("WEDNESDAY", "Weds") is that of a day."""
    return written[:3].casefold() == f"{day:%A}"[:3].casefold()


def exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def in_full(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


_NO_YEAR = Expression(rf"(?<![\w/.,£-])(\d{{1,2}}{_ORDINAL}(?: of)? {_MONTH})(?!\w)(?!,? ?{_YEAR})")


def with_years(sentence: str) -> str:
    """The sentence with the one year that it prints added to a day without one before it."""
    years = set(re.findall(rf"(?<![\d/]){_YEAR}(?![\d/])", sentence))
    if len(years) != 1:
        return sentence
    year = years.pop()
    return _NO_YEAR.sub(lambda match: f"{match[1]} {year}", sentence)


def with_the_year(sentence: str, year: int) -> str:
    """The sentence with a year added to every day that stands without one."""
    return _NO_YEAR.sub(lambda match: f"{match[1]} {year}", sentence)


# --- the report's own date ------------------------------------------------------------------------

_DATE_LABEL = Expression(
    r"^(?:date(?: of (?:meeting|report|decision|committee|cabinet|council))?|meeting date|"
    r"(?:cabinet|committee|council|decision|report) date|date and time|meeting(?: and date)?|"
    r"(?:committee|cabinet|body) and date)\s*:?$",
    re.IGNORECASE,
)
_DATE_LINE = Expression(
    r"^(?:date(?: of (?:meeting|report|decision|committee|cabinet|council))?|meeting date|"
    r"(?:cabinet|committee|council|decision|report) date)\s*[:–-]\s*(?P<rest>.{4,60})",
    re.IGNORECASE,
)
_ADDRESSED = Expression(
    r"(?:^(?:Report )?[Tt]o:?|\bTo:|^Report (?:of|by|from)\s[^.;:\d]{3,70}?\sto)\s+"
    r"(?P<body>[A-Z][^.;:\d]{2,80}?)[\s,:–—-]+(?:on\s)?(?:the\s)?$"
)
_ANOTHER_MEETING = Expression(
    r"^\W*(?:past|future|previous|next|forward|background|last|published|despatch\w*|"
    r"dispatch\w*)\b",
    re.IGNORECASE,
)
_MINUTES_BEFORE = Expression(
    r"\bminutes of the (?:last|previous)\b|\b(?:correct|true|accurate) record\b|"
    r"^\W*to (?:approve|confirm|sign|agree|receive|accept|consider)\b",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|hours|hrs)"
_MEETING_HELD = Expression(
    r"\b(?:meeting|minutes of)\b[^.;\d]{0,80}?\b(?:held|assembled|convened)\b"
    rf"(?:[^;\d]|{_CLOCK}){{0,160}}?\bon\s(?:the\s)?$",
    re.IGNORECASE,
)
_HELD = Expression(rf"^\W*held\b(?:[^.;\d]|{_CLOCK}){{0,80}}?\bon\s(?:the\s)?$", re.IGNORECASE)
_FIRST_LINES, _TITLE_LINES = 6, 2
_MEETING_LINE = Expression(
    r"\b(?:cabinet|committee|council|executive|board|panel|commission|meeting|scrutiny|forum|"
    r"partnership|assembly|governing body)\b",
    re.IGNORECASE,
)
_IN_TITLES = frozenset(
    {"on", "of", "the", "and", "for", "meeting", "at", "–", "—", "-", ",", "&", "|"}
)
_HEAD_BLOCKS = 25


@read_once
def own_date(report: Report) -> date | None:
    """The date on the report's own head: "Date:", "Meeting date", "Date of meeting".

    A head without a label gives it where a line is addressed to a body ("To: Cabinet, 30 January
    2025"), where minutes begin with the meeting that was held, or where one of the first lines is
    a body's name and a day, or a day alone, and the head holds no other day.
    """
    bare: list[date] = []
    for number, block in enumerate(report.blocks[:_HEAD_BLOCKS]):
        match block:
            case Grid():
                if (labelled := _date_in_grid(block)) is not None:
                    return labelled
            case Prose() | Heading():
                line = _DATE_LINE.match(block.text)
                days = [found for found in written_dates(block.text) if found.is_a_day]
                if line and days:
                    return days[0].first
                if _ANOTHER_MEETING.match(block.text) or _MINUTES_BEFORE.search(block.text):
                    continue
                if days and number < _FIRST_LINES and _is_to_a_meeting(block.text, days[0]):
                    return days[0].first
                if number == 0 and days and _leads_a_paragraph(block.text, days[0]):
                    return days[0].first
                if len(days) == 1 and (
                    _is_only_a_date(block.text, days[0])
                    or _is_of_a_meeting(block.text, days[0])
                    or (number < _TITLE_LINES and _opens_with_a_meeting(block.text, days[0]))
                    or (number == 0 and _is_the_title_of_a_paper(block.text, days[0]))
                ):
                    bare.append(days[0].first)
            case _:
                pass
    return bare[0] if len(set(bare)) == 1 else None


def _leads_a_paragraph(text: str, day: Written) -> bool:
    """“Audit Committee, 24 September 2024: the auditor’s update …” in one paragraph."""
    return text[day.end :].lstrip()[:1] in (":", "|") and _opens_with_a_meeting(text, day)


def _is_to_a_meeting(text: str, day: Written) -> bool:
    """ "To: Cabinet – 30 January 2025", or the first words of minutes."""
    before = text[: day.start]
    if before.isupper():
        before = before.replace(". ", " ")  # “AT SOUTH QUAY. DISTRICT COUNCIL” is one title
    addressed = _ADDRESSED.search(before)
    named = addressed and _MEETING_LINE.search(addressed["body"])
    return bool(named or _MEETING_HELD.search(before) or _HELD.match(before))


def _is_only_a_date(text: str, day: Written) -> bool:
    after = _ITS_ITEM.sub("", text[day.end :])
    rest = (text[: day.start] + after).strip(" ,:-–—()|")
    words = (word.lstrip("(“‘'\"") for word in rest.split())
    titled = all(word[:1].isupper() or word in _IN_TITLES for word in words)
    return not rest or (len(rest) <= 60 and titled and bool(_MEETING_LINE.search(rest)))


_ITS_ITEM = Expression(
    r"^\W*(?:agenda )?(?:item|report|paper|minute)(?: (?:no\.?|number))? "
    r"?\w{1,4}\W*$",
    re.IGNORECASE,
)
_AFTER_A_WEEKDAY = Expression(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+$", re.IGNORECASE)
_HOUR = Expression(
    r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:a\.?m|p\.?m)\b|\bnoon\b|\b\d\d:\d\d\b|\s[·|]\s", re.IGNORECASE
)
_SAYS_MORE = Expression(
    r"\b(?:will|was|were|is|are|has|had|held|deadline|expires?|until|by|minutes|previous|next|"
    r"last|closes?)\b",
    re.IGNORECASE,
)


_UNCONFIRMED = Expression(
    r"^\W*(?:draft |unconfirmed )"
    r"*minutes\b(?:[^.;\d]{0,20}\bsubject to\b[^.;\d]{0,40}?\bmeeting\b)?"
    r"(?:\s(?:of|from)(?:\s(?:the|a|an))?)?",
    re.IGNORECASE,
)


_PAPER = Expression(
    r"(?i)\b(?:report|paper|record|memorandum|statement|briefing|update|note|letter|"
    r"decision)\b[^.;:\d]{0,60}(?:,|\btaken on|–|—|-|\bdated|\bsigned(?:\son)?)\s+$"
)


def _is_the_title_of_a_paper(text: str, day: Written) -> bool:
    """The first line: “Report of the Harbour Master, 6 May 2025”, “Decision record, signed …”."""
    return not text[day.end :].strip(" .)") and bool(_PAPER.search(text[: day.start][-90:]))


def _opens_with_a_meeting(text: str, day: Written) -> bool:
    """A title run on into what follows: "HOUSING BOARD – 9 March 2026 of the meeting held in …"."""
    before = text[: day.start].rstrip()
    return before.endswith(("–", "—", "-", ",", ":", "|")) and _is_only_a_date(text[: day.end], day)


def _is_of_a_meeting(text: str, day: Written) -> bool:
    """A line of a head: "Housing Board, Monday 9 March 2026, 6.30 pm, Council Chamber"."""
    if said := _UNCONFIRMED.match(text[: day.start]):
        text = text[said.end() :]
        day = replace(day, start=day.start - said.end(), end=day.end - said.end())
    before, after = text[: day.start], text[day.end :]
    weekday = day.weekday or _AFTER_A_WEEKDAY.search(before)
    named = _HOUR.search(after) or re.match(r"\W*meeting\b\W*", before, re.IGNORECASE)
    return bool(weekday and named) and len(text) <= 200 and not _SAYS_MORE.search(before + after)


def _date_in_grid(grid: Grid) -> date | None:
    for row in grid.rows[:8]:
        for label, cell in pairwise(row):
            if _DATE_LABEL.match(label.strip()):
                days = [found for found in written_dates(cell) if found.is_a_day]
                if days:
                    return days[0].first
    return None
