"""Dated entries that lie outside of the period that their heading, caption or lead gives.

“Payments for the period 14/05/14 – 08/07/14”, and one of the payments is of 21/07/14.  The period
is that of what has come in, been paid or been done: payments, receipts, decisions, complaints.  It
holds for the rows of a table that begin with a day or have it in their one column of days, and for
the items of a list that begin with one.

Left alone: plans and what is to come; balances, arrears and what is said to be late; the days of
invoices and deadlines; and lists of which more than a third lies outside, whose days are of
something else.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from moothall.documents.report import Block, Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.written_dates import (
    Written,
    in_full,
    own_date,
    with_the_year,
    with_years,
    written_dates,
)

_MONEY_WORDS = (
    "payment",
    "receipt",
    "expenditure",
    "income",
    "account",
    "cheque",
    "transaction",
    "spend",
)
_THINGS = (
    *_MONEY_WORDS,
    "received",
    "correspondence",
    "decision",
    "application",
    "complaint",
    "incident",
    "gift",
    "hospitality",
    "donation",
    "grants paid",
    "invoices paid",
    "logged",
)
_TO_COME = Expression(
    r"\b(?:plan(?:s|ned)?|forecasts?|budgets?|estimate[sd]?|to be|future|next|forthcoming|"
    r"upcoming|forward|contracts?|proposed|programme|timetable|due|will|should|pending|deadlines?|"
    r"calendar|schedule of meetings|previous|last year|compared)\b",
    re.IGNORECASE,
)
_EXPLAINED = Expression(
    r"\b(?:balance|brought|carried|[bc]/?f(?:wd)?|opening|closing|late|previous(?:ly)?|prior|"
    r"accru\w+|arrears|creditors?|debtors?|unpresented|uncashed|outstanding|cancel\w+|"
    r"retrospective\w*|advance|prepa\w+|adjust\w+|correct\w+|next|due|"
    r"since|carry|last)\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_MONTHS_OF_A_YEAR = Expression(
    rf"\b(?P<one>{_MONTH})(?=\s(?:to|and|until)\s{_MONTH}\s20\d\d|\s?[-–]\s?{_MONTH}\s(?P<y>20\d\d))"
)
_YEAR_AFTER = Expression(r"\b20\d\d\b")
_JOINED = Expression(
    r"^\s?(?:to|until|and|till|up to|through to|[-–—])\s?(?:[A-Z][a-z]+day,?\s)?(?:the\s)?$", re.I
)
_ENDED = Expression(
    r"\b(?P<length>year|twelve months|12 months|six months|6 months|half[- ]year|quarter|"
    r"three months|3 months|month)(?:[- ]end(?:ed|ing)?|\sto)?\s?(?:ended|ending|end)?\s?:?"
    r"(?:\son)?(?:\sthe)?\s$",
    re.IGNORECASE,
)
_MONTHS_LONG = {"y": 12, "t": 12, "1": 12, "s": 6, "6": 6, "h": 6, "q": 3, "3": 3, "m": 1}
_SINCE = Expression(
    r"\b(?:since|(?:the\s)?period\sfrom|received\sfrom)\b[^.;:\d]{0,40}\(?$", re.IGNORECASE
)
_UNTIL = Expression(
    r"^\s?(?:to|until|and|till|[-–—]|up)(?!\s(?:date|the present|now|today)\b)", re.IGNORECASE
)
_TO_ANOTHER = Expression(r"^\s?(?:to|until|and|till|&|[-–—])\s?\d", re.IGNORECASE)
_IN_A_MONTH = Expression(r"\b(?:for|in|during|month of|month:)\s(?:the month of\s)?$", re.I)
_FINANCIAL_YEAR = Expression(r"(?<![\d/.-])(?P<y>20\d\d)\s?[/–-]\s?(?:20)?(?P<z>\d\d)(?![\d/.-])")
_OTHER_DAYS = Expression(
    r"\b(?:invoice|target|due|decision|start|end|expir\w+|review|birth|next|deadline|by|completion|"
    r"order|tax point|valid\w*|until|last|meeting|closing|value)\b",
    re.IGNORECASE,
)
_SHORT_DAY = Expression(r"^\d{1,2}/\d{1,2}(?=\s)")
_LONGEST_LEAD, _LONGEST_ENTRY, _LONGEST_BREAK, _BEGINNING = 180, 600, 120, 80
_A_LEAP_YEAR = 2000
_MOST_DAYS_BEFORE = 100
_FEWEST_INSIDE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    day: date
    printed: str
    text: str
    place: Place


@dataclass(slots=True, kw_only=True)
class _Period:
    """What a heading, caption or lead gives, and the entries beneath; `level` 0 for a lead."""

    text: str
    first: date
    last: date
    year: int | None
    level: int = 0
    entries: list[_Entry] = field(default_factory=list)

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def is_of_its_days(self, inside: int, outside: int) -> bool:
        """Whether most of the days beneath it lie in it, so that the few others are slips.

        A line that says “period” needs fewer to bear it out.
        """
        if "period" in self.text.casefold():
            return 0 < outside <= inside
        return inside >= _FEWEST_INSIDE and outside * 2 <= inside


def dated_entries_lie_in_the_period_of_their_heading(report: Report) -> Iterator[TextFinding]:
    """A payment of 21 July among those from 14 May to 8 July."""
    for period in _periods(report):
        outside = [entry for entry in period.entries if not period.holds(entry.day)]
        if not period.is_of_its_days(len(period.entries) - len(outside), len(outside)):
            continue
        for entry in outside:
            if not _EXPLAINED.search(entry.text):
                yield _finding(period, entry)


def _finding(period: _Period, entry: _Entry) -> TextFinding:
    before = entry.day < period.first
    gap = (period.first - entry.day if before else entry.day - period.last).days
    bound = period.first if before else period.last
    day = in_full(bound) if bound.year != _A_LEAP_YEAR else f"{bound.day} {bound:%B}"
    return TextFinding(
        place=entry.place,
        quote=shortened(entry.text, 160),
        message=f"{entry.printed} is {gap} {'day' if gap == 1 else 'days'} "
        f"{'before' if before else 'after'} the period that “{shortened(period.text, 100)}” "
        f"gives, which {'begins' if before else 'ends'} on {day}.",
        confidence=Confidence.MEDIUM,
        cure="Correct the day of the entry or the period, or say why it is listed here.",
    )


# --- the periods and what stands beneath them -----------------------------------------------------


def _periods(report: Report) -> Iterator[_Period]:
    own = own_date(report)
    year = own.year if own is not None else None
    under: _Period | None = None
    for block in report.blocks:
        # a payment in capitals may be read as a heading
        if under is not None and (entry := _item(block, under)) is not None:
            under.entries.append(entry)
        elif isinstance(block, Heading):
            found = _period(block.text, year, block.level)
            if found is not None or _closes(under, block):
                if under is not None:
                    yield under
                under = found
        elif isinstance(block, Grid):
            captioned = _period(block.caption or _title_row(block), year, 0)
            if captioned is not None:
                captioned.entries.extend(_rows(block, captioned))
                yield captioned
            elif under is not None:
                under.entries.extend(_rows(block, under))
        elif isinstance(block, Prose):
            lead = None if block.bullet else _lead(block.text, year)
            if lead is not None or _breaks(under, block):
                if under is not None:
                    yield under
                under = lead
    if under is not None:
        yield under


def _closes(under: _Period | None, heading: Heading) -> bool:
    if under is None:
        return False
    return heading.level <= under.level or not under.level or bool(_TO_COME.search(heading.text))


def _breaks(under: _Period | None, block: Prose) -> bool:
    """Whether a paragraph ends what a lead or a heading holds together: another lead, or a text."""
    if under is None:
        return False
    return len(block.text) > _LONGEST_BREAK or block.text.rstrip().endswith(":")


def _title_row(grid: Grid) -> str:
    """The one text of a table's first row, where it stands over all the columns."""
    cells = {cell.strip() for cell in grid.rows[0] if cell.strip()} if grid.rows else set()
    return cells.pop() if len(cells) == 1 else ""


def _lead(text: str, year: int | None) -> _Period | None:
    if len(text) > _LONGEST_LEAD or (text.rstrip().endswith(".") and "period" not in text):
        return None
    return _period(text, year, 0)


# --- what period a line gives ---------------------------------------------------------------------


def _period(text: str, year: int | None, level: int) -> _Period | None:
    if not text or len(text) > _LONGEST_LEAD or not any(sign.isdigit() for sign in text):
        return None
    folded = text.casefold()
    if not any(word in folded for word in _THINGS) or _TO_COME.search(text):
        return None
    assumed = None if _YEAR_AFTER.search(text) else year or _A_LEAP_YEAR
    full = _months_with_years(with_years(text))
    days = written_dates(full)
    if not days and assumed is not None:
        full = with_the_year(text, assumed)
        days = written_dates(full)
    else:
        assumed = None
    span = _span(full, days) or _financial_year(text, folded, days)
    if span is None:
        return None
    first, last = span
    one_year = first.year if first.year == last.year else None
    return _Period(text=text, first=first, last=last, year=assumed or one_year, level=level)


def _months_with_years(text: str) -> str:
    """“July to September 2023” with the year after both."""
    years = _YEAR_AFTER.findall(text)
    if len(set(years)) != 1:
        return text
    return _MONTHS_OF_A_YEAR.sub(lambda match: f"{match[1]} {years[0]}", text)


def _span(text: str, days: list[Written]) -> tuple[date, date] | None:
    if len(days) == 2 and _JOINED.match(text[days[0].end : days[1].start]):
        one, other = days
        return (one.first, other.last) if one.first <= other.last else None
    if len(days) != 1:
        return None
    (day,) = days
    before, after = text[: day.start][-80:], text[day.end :]
    if ended := _ENDED.search(before):
        months = _MONTHS_LONG[ended["length"][0].casefold()]
        return (_months_before(day.last, months), day.last)
    if not day.is_a_day:
        return (day.first, day.last) if _IN_A_MONTH.search(before) else None
    if _SINCE.search(before) and not _UNTIL.match(after):
        return (day.first, day.first + timedelta(days=10_000))
    return None


def _months_before(last: date, months: int) -> date:
    """The first day of so many months that end on a day."""
    after = last + timedelta(days=1)
    counted = after.year * 12 + after.month - 1 - months
    return date(counted // 12, counted % 12 + 1, min(after.day, 28))


def _financial_year(text: str, folded: str, days: list[Written]) -> tuple[date, date] | None:
    found = list(_FINANCIAL_YEAR.finditer(text))
    if days or len(found) != 1 or not any(word in folded for word in _MONEY_WORDS):
        return None
    year = int(found[0]["y"])
    if (year + 1) % 100 != int(found[0]["z"]):
        return None
    return date(year, 4, 1), date(year + 1, 3, 31)


# --- entries --------------------------------------------------------------------------------------


def _item(block: Block, period: _Period) -> _Entry | None:
    """An item of a list, or a line, that begins with its day."""
    if not isinstance(block, Prose | Heading):
        return None
    if not block.text[:12].strip("-–• ")[:1].isalnum() or len(block.text) > _LONGEST_ENTRY:
        return None
    text = block.text.strip("-–• ")
    read = text[:_BEGINNING]
    if period.year:
        read = _SHORT_DAY.sub(rf"\g<0>/{period.year}", with_the_year(read, period.year), count=1)
    days = written_dates(read)
    if not days or days[0].start or not days[0].is_a_day:
        return None
    if _TO_ANOTHER.match(read[days[0].end :]):
        return None
    return _entry(days[0], text, block.place, period)


def _entry(day: Written, text: str, place: Place, period: _Period) -> _Entry | None:
    """The entry; none where it lies so far before an open period that it is of another year."""
    open_ended = period.last.year - period.first.year > 20
    if open_ended and (period.first - day.first).days > _MOST_DAYS_BEFORE:
        return None
    printed = day.text.strip()
    if printed not in text:
        printed = printed.removesuffix(f"{period.year}").rstrip(" /")
    return _Entry(day=day.first, printed=printed, text=text, place=place)


def _rows(grid: Grid, period: _Period) -> Iterable[_Entry]:
    column = _column_of_days(grid, period)
    if column is None:
        return
    for number, row in enumerate(grid.rows):
        day = _only_day(row[column], period) if column < len(row) else None
        if day is None:
            continue
        text = " | ".join(cell.strip() for cell in row if cell.strip())
        entry = _entry(day, text, grid.cell_place(number, column), period)
        if entry is not None:
            yield entry


def _only_day(cell: str, period: _Period) -> Written | None:
    text = cell.strip()
    if not 5 <= len(text) <= 30:
        return None
    days = written_dates(with_the_year(text, period.year) if period.year else text)
    whole = len(days) == 1 and days[0].is_a_day and days[0].start == 0
    return days[0] if whole and len(text) - len(days[0].text) < 2 else None


def _column_of_days(grid: Grid, period: _Period) -> int | None:
    """The one column of days; of several, the one whose head is a word of the period's line."""
    columns = []
    for column in range(max((len(row) for row in grid.rows), default=0)):
        cells = [row[column] for row in grid.rows if column < len(row) and row[column].strip()]
        days = sum(_only_day(cell, period) is not None for cell in cells)
        if days < _FEWEST_INSIDE or days * 5 < (len(cells) - 1) * 3:
            continue
        head = next((cell for cell in cells if _only_day(cell, period) is None), "")
        columns.append((column, head.strip()))
    if len(columns) > 1:
        said = period.text.casefold()
        columns = [
            (column, head)
            for column, head in columns
            if any(word in said for word in head.casefold().split() if len(word) > 4)
        ]
    if len(columns) != 1 or _OTHER_DAYS.search(columns[0][1]):
        return None
    return columns[0][0]


RULES: tuple[Rule, ...] = (dated_entries_lie_in_the_period_of_their_heading,)
