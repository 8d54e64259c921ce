"""Periods left over from the last report: a forecast of a year that is over, a quarter ago, a date.

A report that comes round is written over the one before.  The year of its own date, the quarter of
its title and its list of meetings settle what is meant.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from moothall.documents.report import Heading, Prose, Report
from moothall.proofread.dates.period_labels import own_period
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import Written, in_full, own_date, written_dates

_CURE = "Correct the year or quarter, or say which is meant."
_FIRST_BLOCKS = 14

# --- forecasts of a year that is over -------------------------------------------------------------

_SPAN = r"(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)(?!\d)"
_FORECAST = Expression(
    rf"\b{_SPAN}\s(?:revenue\s|capital\s|budget\s|year[- ]end\s){{0,2}}(?:forecasts?|projected|"
    rf"projections?)\b|\b(?:forecast|projected)\s(?:(?:revenue|capital|net|outturn|overspend\w*|"
    rf"underspend\w*|position|variance|deficit|spend)\s){{1,4}}(?:for|"
    rf"in)\s{_SPAN.replace('first', 'first_').replace('second', 'second_')}",
    re.IGNORECASE,
)
_LOOKS_BACK = Expression(
    r"\b(?:compar\w+|than|against|previous(?:ly)?|last year|prior|was|were|had|original(?:ly)?|"
    r"actuals?|since|restated|reported|at the time|earlier)\b",
    re.IGNORECASE,
)
_AFTER_YEAR_END = 90
"""Days for which last year's outturn is still a forecast."""


def a_forecast_is_not_of_a_year_that_is_over(report: Report) -> Iterator[TextFinding]:
    """“Action to reduce the 2023/24 forecast outturn”, in a report of January 2025."""
    own = own_date(report)
    if own is None:
        return
    current = own.year - (own.month < 4)
    for passage in passages(report):
        if "forecast" not in passage.text.casefold() and "project" not in passage.text.casefold():
            continue
        for sentence in sentences(passage.text):
            for match in _FORECAST.finditer(sentence):
                first = int(match["first"] or match["first_"])
                second = int(match["second"] or match["second_"]) % 100
                if second != (first + 1) % 100 or first != current - 1:
                    continue
                if (own - date(first + 1, 3, 31)).days < _AFTER_YEAR_END:
                    continue
                if _LOOKS_BACK.search(around(sentence, *match.span(), 80)):
                    continue
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, match.start(), match.end(), 70),
                    message=f"A forecast for {_named(first)}, a year that ended on 31 March "
                    f"{first + 1}; the report is of {in_full(own)}, in {_named(current)}.",
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )


def _named(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02d}"


# --- a quarter ago --------------------------------------------------------------------------------

_WORD = {"1": 1, "2": 2, "3": 3, "4": 4, "one": 1, "two": 2, "three": 3, "four": 4}
_IN_QUARTER = Expression(
    r"^(?:In|During|For|Over|Throughout)\s(?:Quarter|Q)\s?(?P<quarter>[1-4]|one|two|three|four)\b"
    r"(?![^.;]{0,6}20\d\d)(?!\s?(?:to|and|[-–&/]))",
    re.IGNORECASE,
)
_QUARTER = Expression(r"\b(?:Quarter|Q)\s?(?P<quarter>[1-4]|one|two|three|four)\b", re.IGNORECASE)
_ONLY_A_QUARTER = Expression(r"^\W*(?:Quarter|Q)\s?(?P<quarter>[1-4])\b.{0,24}$", re.IGNORECASE)
_HOLDS_AGAINST = Expression(
    r"\b(?:compar\w+|previous(?:ly)?|last (?:quarter|report|year|time)|since|reported|latest|lags?|"
    r"arrears|delayed|available|had (?:been|\w+ed)|at that time|then|earlier|prior|before|rose|"
    r"fell|"
    r"from .{1,20} to|we (?:said|told)|members)\b",
    re.IGNORECASE,
)
_FEWEST_OWN = 3


@read_once
def _own_quarter(report: Report) -> int | None:
    own = own_period(report)
    if own is not None:
        return int(own.period[1]) if re.fullmatch(r"q[1-4]", own.period) else None
    found = {
        int(match["quarter"])
        for block in report.blocks[:_FIRST_BLOCKS]
        if isinstance(block, Heading | Prose) and (match := _ONLY_A_QUARTER.match(block.text))
    }
    return found.pop() if len(found) == 1 else None


def a_sentence_on_the_quarter_names_its_own(report: Report) -> Iterator[TextFinding]:
    """“In Quarter 2, the target continued to be met”, in the report on Quarter 3."""
    own = _own_quarter(report)
    if own is None:
        return
    before = own - 1 or 4
    said = [
        _WORD[match["quarter"].lower()]
        for passage in passages(report)
        if passage.part != "cell"
        for match in _QUARTER.finditer(passage.text)
    ]
    if said.count(own) < _FEWEST_OWN or said.count(own) <= said.count(before):
        return
    for passage in passages(report):
        if passage.part in ("cell", "heading"):
            continue
        whole = list(sentences(passage.text))
        for sentence in whole:
            match = _IN_QUARTER.match(sentence)
            if match is None or _WORD[match["quarter"].lower()] != before:
                continue
            named = {_WORD[one["quarter"].lower()] for one in _QUARTER.finditer(passage.text)}
            if named != {before} or _HOLDS_AGAINST.search(sentence):
                continue
            yield TextFinding(
                place=passage.place,
                quote=sentence,
                message=f"“{match[0]}” here; the report is on Quarter {own}, and this paragraph "
                "holds nothing against an earlier one.",
                confidence=Confidence.MEDIUM,
                cure=_CURE,
            )


# --- a month and the quarter beside it ------------------------------------------------------------

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_AS_AT_A_MONTH = Expression(
    rf"\b(?:as at|as of|position at|at the end of|to the end of)\s(?:the end of\s)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?P<month>{'|'.join(_MONTHS)})\b[^.;,]{{0,14}}?[\s–(-]+"
    r"(?:Quarter|Q)\s?(?P<quarter>[1-4])\b",
    re.IGNORECASE,
)


def a_quarter_ends_with_the_month_beside_it(report: Report) -> Iterator[TextFinding]:
    """“As at February 2025-26 – Quarter 4”: Quarter 4 ends in March."""
    for passage in passages(report):
        match = _AS_AT_A_MONTH.search(passage.text)
        if match is None:
            continue
        ends = _MONTHS[(2, 5, 8, 11)[int(match["quarter"]) % 4]]
        if match["month"].capitalize() != ends:
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 50),
                message=f"Quarter {match['quarter']} of a financial year ends in {ends}, not in "
                f"{match['month'].capitalize()}.",
                confidence=Confidence.MEDIUM,
                cure="Say to which month the figures go, and call it the quarter only if it is.",
            )
            return


_BEFORE_ITS_NUMBER = Expression(
    rf"\b(?P<month>{'|'.join(_MONTHS)})\b(?:\s20\d\d)?(?:,\s|\s?\(|\s[–-]\s)(?:or\s|i\.e\.\s)?"
    r"(?:month|period)\s(?P<number>\d{1,2})\b(?!\s(?:of|after|in))",
    re.IGNORECASE,
)
_AFTER_ITS_NUMBER = Expression(
    r"\b(?:month|period)\s(?P<number>\d{1,2})\s?(?:\(|–\s|-\s|,\s)(?:to\s|up to\s|as at\s|ending\s|"
    r"position at\s)?(?:the\s)?(?:end\sof\s|end\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s)?"
    rf"(?P<month>{'|'.join(_MONTHS)})\b",
    re.IGNORECASE,
)


def a_month_has_its_number_in_the_year(report: Report) -> Iterator[TextFinding]:
    """“As at 31 October, month 6”: October is month 7 of a year that begins in April."""
    for passage in passages(report):
        if not re.search(r"(?:onth|eriod)\s\d", passage.text):
            continue
        for pattern in (_BEFORE_ITS_NUMBER, _AFTER_ITS_NUMBER):
            for match in pattern.finditer(passage.text):
                month = _MONTHS.index(match["month"].capitalize()) + 1
                number, right = int(match["number"]), (month - 4) % 12 + 1
                if number in (right, month) or not 1 <= number <= 12:
                    continue
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end(), 50),
                    message=f"{match['month'].capitalize()} is month {right} of a year that begins "
                    f"in April, not month {number}.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the month or its number.",
                )


# --- the next meeting -----------------------------------------------------------------------------

_NEXT = Expression(
    r"\bnext (?:ordinary |scheduled )?meeting\b[^.;\d]{0,60}?\b(?:is|was|be|held|on|for|:|at)\s"
    r"(?:the\s)?(?:on\s)?$",
    re.IGNORECASE,
)
_LIST = Expression(
    r"\b(?:work(?:ing)? programme|forward plan|(?:dates|programme|calendar|schedule|timetable) of "
    r"(?:future |the )?meetings|future meetings)\b",
    re.IGNORECASE,
)
_LIST_REACH, _FEWEST_DAYS = 8, 2
_OF_ANOTHER = Expression(r"\b(?:sub|joint|working|group|special|extraordinary|informal)\b", re.I)


def the_next_meeting_is_one_of_those_listed(report: Report) -> Iterator[TextFinding]:
    """The next meeting is “on 23 February”, and the work programme has 2 March and 13 April."""
    own = own_date(report)
    if own is None:
        return
    listed: dict[date, Written] = {}
    lists = 0
    since = -_LIST_REACH - 1
    nexts = []
    for number, passage in enumerate(passages(report)):
        if len(passage.text) <= 90 and _LIST.search(passage.text):
            since, lists = number, lists + 1
            continue
        dates = [on for on in written_dates(passage.text) if on.is_a_day and on.first > own]
        for on in dates:
            if _NEXT.search(passage.text[: on.start]) and not _OF_ANOTHER.search(passage.text):
                nexts.append((passage, on))
            elif number - since <= _LIST_REACH and on.weekday and _begins(on, dates):
                listed[on.first] = on
    if lists == 0 or len(listed) < _FEWEST_DAYS:
        return
    for passage, on in nexts:
        near = min(listed, key=lambda day: abs(day - on.first))
        if on.first in listed or abs(near - on.first) > timedelta(days=45):
            continue
        if on.first > max(listed):
            continue
        yield TextFinding(
            place=passage.place,
            quote=passage.text,
            message=f"The next meeting is put on {in_full(on.first)}; the meetings listed are on "
            f"{', '.join(in_full(day) for day in sorted(listed)[:4])}.",
            confidence=Confidence.MEDIUM,
            cure="Correct the day here or in the list.",
        )


def _begins(on: Written, dates: list[Written]) -> bool:
    """Whether a line of a list begins with the day; several lines may have run into one."""
    return on.start < 4 or (len(dates) >= _FEWEST_DAYS and dates[0].start < 4)


RULES: tuple[Rule, ...] = (
    a_forecast_is_not_of_a_year_that_is_over,
    a_sentence_on_the_quarter_names_its_own,
    a_quarter_ends_with_the_month_beside_it,
    a_month_has_its_number_in_the_year,
    the_next_meeting_is_one_of_those_listed,
)
