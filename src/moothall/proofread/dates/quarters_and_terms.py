"""Quarters and terms held against their months: “the summer term of 2023/24 (April to July 2023)”.

A financial quarter begins in April, an academic year in September; the label beside the months, or
beside the day, must be theirs.  Quarters are read as financial only where the text says so.
"""

import re
from calendar import month_name
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages

_MONTHS = tuple(month_name[number].lower() for number in range(1, 13))
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_QUARTER = (
    r"(?:\b(?:q|quarter\s)(?P<number>[1-4])\b|\b(?P<ordinal>first|second|third|fourth|final|last)"
    r"\squarter\b)"
)
_QUARTER_AND_MONTHS = Expression(
    rf"{_QUARTER}[^.;()]{{0,40}}?[(,–:-]?\s?(?P<first>{_MONTH})\s?(?:to|"
    rf"[-–])\s?(?P<last>{_MONTH})\b",
    re.IGNORECASE,
)
_DAY_AND_QUARTER = Expression(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<last>{_MONTH})(?:\s20\d\d)?,?\s(?:\([^)]*\)\s)?"
    rf"(?:which\s(?:is|was)\s|being\s)?the\s(?:last\sday|end|close)\sof\s(?:the\s)?{_QUARTER}",
    re.IGNORECASE,
)
_FINANCIAL = Expression(
    r"\bfinancial\b|\b20\d\d[/–-]\d\d\b|\bmunicipal year\b|\bapril to march\b", re.IGNORECASE
)
_CALENDAR = Expression(r"\bcalendar\b|\bacademic\b|\bschool year\b", re.IGNORECASE)
_END_OF_QUARTER = Expression(
    rf"\b(?:end|close|last day) of (?:the )?{_QUARTER}(?: of (?:the )?(?:financial year )?20\d\d"
    rf"[/–-]\d\d)?,? ?\(?(?:on )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<last>{_MONTH})\b",
    re.IGNORECASE,
)
_MONTHS_AND_QUARTER = Expression(
    rf"\b1\s(?P<first>{_MONTH})\s(?:to|"
    rf"[-–])\s(?P<day>\d{{1,2}})\s(?P<last>{_MONTH})(?:\s20\d\d)?,?\s"
    rf"(?:being|which is|that is|i\.e\.)\s(?:the\s)?{_QUARTER}",
    re.IGNORECASE,
)
_LABEL = r"(?P<first>20\d\d)[/–-](?:20)?(?P<second>\d\d)"
_YEAR_AND_ITS_DAY = Expression(
    rf"\b(?:financial |municipal )?year\s{_LABEL}[^.;]{{0,30}}?\b(?:(?P<ends>closed|ended|ending|"
    rf"closes|"
    rf"ends|finish(?:ed|es|ing))|(?:began|beginning|begins|starting|starts|started|commenc\w+))\s"
    rf"(?:on\s)?(?P<day>31 march|1 april)\s(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_COMES_IN_SEPTEMBER = Expression(
    rf"\b(?:academic|school)\syear\s{_LABEL}[^.;]{{0,90}}?\bseptember\s(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_PERIOD_COVERED = Expression(
    rf"\b{_LABEL},?\s(?:which is\s|being\s)?the\s(?:year|period)\s(?:which\s|that\s|to which\s)?"
    r"(?:this|the)\s(?:report|statement|return|review|account)\s(?:covers|relates(?: to)?|is for|"
    r"reports on|describes)\b",
    re.IGNORECASE,
)
_TITLE_YEAR = Expression(r"\b20\d\d[/–-](?:20)?\d\d\b")
_TERM = Expression(
    rf"\b(?P<term>autumn|spring|summer)\sterm\b[^.;()]{{0,30}}?\b(?P<first>20\d\d)[/–-](?:20)?"
    rf"(?P<second>\d\d)\b[^.;]{{0,40}}?\(?\b(?:{_MONTH}\s?(?:to|"
    rf"[-–])\s?)?{_MONTH}\s(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_STARTS = Expression(
    r"\b(?P<month>september|1 september)\s(?P<year>20\d\d)\b[^.;]{0,60}?\b(?:start|beginning|"
    r"commencement|opening)\sof\sthe\s(?P<first>20\d\d)[/–-](?:20)?(?P<second>\d\d)\s(?:academic|"
    r"school)\b",
    re.IGNORECASE,
)
_CURE = "Correct the label or the months."


def a_quarter_is_that_of_its_months(report: Report) -> Iterator[TextFinding]:
    """“31 December 2024, the last day of the fourth quarter of the financial year”: the third."""
    texts = passages(report)
    if any(_CALENDAR.search(passage.text) and passage.has("quarter") for passage in texts):
        return
    title = " ".join(passage.text for passage in texts[:3])
    for passage in texts:
        if not passage.has("quarter", "q1", "q2", "q3", "q4"):
            continue
        if not _FINANCIAL.search(f"{title} {passage.text}"):
            continue
        for match in _QUARTER_AND_MONTHS.finditer(passage.text):
            first, last = _month(match["first"]), _month(match["last"])
            true = (first - 4) % 12 // 3 + 1
            whole = (last - first) % 12 == 2 and (first - 1) % 3 == 0
            if whole and true != _number(match):
                yield _finding(passage, match, f"{_months(match)} is quarter {true} of the year")
        yield from _more_of_quarters(passage)
        for match in _DAY_AND_QUARTER.finditer(passage.text):
            true = (_month(match["last"]) - 4) % 12 // 3 + 1
            if (
                _month(match["last"]) % 3 == 0
                and int(match["day"]) >= 30
                and true != _number(match)
            ):
                day = f"{match['day']} {match['last']}"
                yield _finding(passage, match, f"{day} ends quarter {true} of the year")


def _more_of_quarters(passage: Passage) -> Iterator[TextFinding]:
    """“At the end of the third quarter (30 September)”; “1 April to 31 July, being the first”."""
    for match in _END_OF_QUARTER.finditer(passage.text):
        month = _month(match["last"])
        true = (month - 4) % 12 // 3 + 1
        if month % 3 == 0 and int(match["day"]) >= 30 and true != _number(match):
            day = f"{match['day']} {match['last']}"
            yield _finding(passage, match, f"{day} ends quarter {true} of the year")
    for match in _MONTHS_AND_QUARTER.finditer(passage.text):
        months = (_month(match["last"]) - _month(match["first"])) % 12 + 1
        if months != 3:
            yield _finding(passage, match, f"that is {months} months; a quarter has three")


def a_year_begins_and_ends_on_its_own_days(report: Report) -> Iterator[TextFinding]:
    """“The financial year 2025/26, which closed on 31 March 2025”: it closes in 2026."""
    for passage in passages(report):
        if not passage.has("year"):
            continue
        for match in _YEAR_AND_ITS_DAY.finditer(passage.text):
            first = int(match["first"])
            at_end = match["day"].lower().startswith("31")
            if int(match["second"]) != (first + 1) % 100 or bool(match["ends"]) != at_end:
                continue
            true = first + 1 if at_end else first
            if int(match["year"]) != true:
                yield _finding(passage, match, f"that year's {match['day']} is in {true}")
        for match in _COMES_IN_SEPTEMBER.finditer(passage.text):
            first, year = int(match["first"]), int(match["year"])
            if int(match["second"]) == (first + 1) % 100 and year == first - 1:
                yield _finding(passage, match, f"that year begins in September {first}")


def the_period_covered_is_that_of_the_title(report: Report) -> Iterator[TextFinding]:
    """“During 2023/24, the period this report covers”, in the annual report for 2024/25."""
    texts = passages(report)
    titles = {match[0] for passage in texts[:3] for match in _TITLE_YEAR.finditer(passage.text)}
    for passage in texts:
        match = _PERIOD_COVERED.search(passage.text)
        if match is None:
            continue
        label = f"{match['first']}/{match['second']}"
        others = {title for title in titles if _plain(title) != label}
        if len(others) == 1 and not any(_plain(title) == label for title in titles - {match[0]}):
            yield _finding(passage, match, f"by its title the report is for {others.pop()}")


def _plain(label: str) -> str:
    return f"{label[:4]}/{label[-2:]}"


def a_term_is_of_its_academic_year(report: Report) -> Iterator[TextFinding]:
    """“From September 2026, the start of the 2025/26 academic year”: that is 2026/27."""
    for passage in passages(report):
        if not passage.has("term", "academic", "school year"):
            continue
        for match in _TERM.finditer(passage.text):
            first = int(match["first"])
            if int(match["second"]) != (first + 1) % 100:
                continue
            true = first if match["term"].lower() == "autumn" else first + 1
            if int(match["year"]) != true:
                message = f"the {match['term']} term of {first}/{match['second']} is in {true}"
                yield _finding(passage, match, message)
        for match in _STARTS.finditer(passage.text):
            year = int(match["year"])
            if (
                year != int(match["first"])
                and int(match["second"]) == (int(match["first"]) + 1) % 100
            ):
                true_year = f"{year}/{(year + 1) % 100:02d}"
                yield _finding(
                    passage, match, f"the year that begins in September {year} is {true_year}"
                )


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()) + 1


def _months(match: re.Match[str]) -> str:
    return f"{match['first']} to {match['last']}"


def _number(match: re.Match[str]) -> int:
    return int(match["number"]) if match["number"] else _ORDINALS[match["ordinal"].lower()]


def _finding(passage: Passage, match: re.Match[str], message: str) -> TextFinding:
    said = " ".join(match[0].split())
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, match.start(), match.end(), 40),
        message=f"“{said}”: {message}.",
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


RULES: tuple[Rule, ...] = (
    a_quarter_is_that_of_its_months,
    a_term_is_of_its_academic_year,
    a_year_begins_and_ends_on_its_own_days,
    the_period_covered_is_that_of_the_title,
)
