"""Years told beside what they name: a date and the year in brackets, a quarter and its report.

“September 2025 (the start of academic year 2024/25)” names a year that began in another September.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.dates.period_labels import CURE, named
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import Written, in_full, own_date, written_dates

_YEAR = r"(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)(?!\d)"
_YEAR_ = _YEAR.replace("first", "first_").replace("second", "second_")
_KIND = r"(?P<kind>financial|academic|school|municipal|accounting|council|budget)\s"
_AFTER_A_DATE = Expression(
    rf"^,?\s?\(?(?:i\.?e\.?,?\s|being\s|which is\s)?(?:the\s)?(?:start|beginning|first (?:day|"
    rf"month|term)|end|last day|"
    rf"autumn term|spring term|summer term)\sof\s(?:the\s)?(?:(?P<kind>financial|academic|school|"
    rf"municipal)\s(?:year\s)?"
    rf"{_YEAR}|{_YEAR_}\s(?P<kind_>financial|academic|school|"
    r"municipal)\syear)",
    re.IGNORECASE,
)
_BEFORE_DATES = Expression(
    rf"(?:\b{_KIND}years?\s{_YEAR}|"
    rf"{_YEAR_}\s"
    rf"{_KIND.replace('kind', 'kind_')}year)\s?(?:\(|,\s(?:from|which runs from)\s|which (?:runs|"
    rf"ran) from\s)(?:from\s)?"
    r"(?:the\s)?(?:period\s)?(?:\d{1,2}(?:st)?\s)?$",
    re.IGNORECASE,
)
_MONTH_IN_WHICH_IT_BEGINS = {"academic": 9, "school": 9, "municipal": 5, "council": 5}


def a_date_lies_in_the_year_named_beside_it(report: Report) -> Iterator[TextFinding]:
    """“September 2025 (the start of the academic year 2024/25)” is the start of 2025/26."""
    for passage in passages(report):
        if " year" not in passage.text or "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                match = _AFTER_A_DATE.match(sentence[on.end :])
                match = match or _BEFORE_DATES.search(sentence[: on.start])
                if match is None:
                    continue
                first = int(match["first"] or match["first_"])
                second = int(match["second"] or match["second_"])
                kind = (match["kind"] or match["kind_"]).lower()
                begins = _MONTH_IN_WHICH_IT_BEGINS.get(kind, 4)
                if second % 100 != (first + 1) % 100 or _lies_in(on, first, begins):
                    continue
                right = on.first.year - (on.first.month < begins)
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, on.start, on.end, 80),
                    message=f"{on.text.strip()} lies in the {kind} year {named(right)}, not in "
                    f"{named(first)}.",
                    confidence=Confidence.MEDIUM,
                    cure=CURE,
                )


def _lies_in(on: Written, first: int, begins: int) -> bool:
    # a year may be said to begin in the holidays before it
    starts = date(first, begins - (begins > 4), 1)
    return starts <= on.first and on.last <= date(first + 1, begins, 1)


# --- a whole year told by its days ----------------------------------------------------------------

_WHOLE_YEAR = Expression(
    r"\b1(?:st)?\sApril,?\s(?P<from>20\d\d)\s?(?:to|until|till|through to|and|-|–)\s?(?:the\s)"
    r"?31(?:st)?\s"
    r"March,?\s(?P<to>20\d\d)"
)
_OF_A_YEAR = Expression(rf"(?<![\d/.£,–-]){_YEAR}")
_COMPARES = Expression(
    r"\b(?:compar\w+|previous|prior|last|between|since|both|than|against|forecast\w*|next|future|"
    r"carried|brought|following|budget for|precept for|baseline|based on|using)\b",
    re.IGNORECASE,
)


def a_whole_year_is_the_one_named_with_it(report: Report) -> Iterator[TextFinding]:
    """“The 2016/17 audit covered the period 1 April 2015 until 31 March 2016”."""
    for passage in passages(report):
        if "April" not in passage.text or "31" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            whole = list(_WHOLE_YEAR.finditer(sentence))
            years = {
                int(year["first"])
                for year in _OF_A_YEAR.finditer(sentence)
                if int(year["second"]) % 100 == (int(year["first"]) + 1) % 100
            }
            if len(whole) != 1 or len(years) != 1 or _COMPARES.search(sentence):
                continue
            (first,) = years
            begins, ends = int(whole[0]["from"]), int(whole[0]["to"])
            if ends != begins + 1 or abs(begins - first) != 1:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, whole[0].start(), whole[0].end(), 90),
                message=f"{whole[0][0]} is the year {named(begins)}; the sentence is on "
                f"{named(first)}.",
                confidence=Confidence.MEDIUM,
                cure=CURE,
            )


# --- a forecast after what is told --------------------------------------------------------------

_TOLD_YEAR = Expression(
    r"\b(?:(?P<ahead>forecast|projected|expected|estimated|predicted|set|likely|anticipated)\sto\s|"
    r"(?P<done>(?:has|have)\s(?:[a-z]+\s)?(?:fallen|risen|grown|increased|decreased|reduced|"
    r"dropped)|fell|rose|"
    r"grew|increased|decreased|dropped|stood|was|were|reduced)\s)(?P<between>(?:[^.;]|\.\d)"
    r"{0,160}?)\s(?:in|for|by)\s"
    rf"(?:the\s)?(?:financial\syear\s)?{_YEAR}"
)


def a_forecast_comes_after_what_is_told(report: Report) -> Iterator[TextFinding]:
    """“It fell to £9m in 2023-24 and is forecast to rise to £10m in 2022-23”."""
    for passage in passages(report):
        if "20" not in passage.text or not re.search(r"\bto\b", passage.text):
            continue
        done: tuple[int, str, int] | None = None
        for match in _TOLD_YEAR.finditer(passage.text):
            first = int(match["first"])
            if int(match["second"]) % 100 != (first + 1) % 100:
                continue
            if match["done"]:
                done = (first, match[0], match.end())
                continue
            if done is None or first >= done[0] or match.start() - done[2] > _NEXT_SENTENCE:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 90),
                message=f"{named(first)} is told as still to come, after {named(done[0])} as past "
                f"(“{done[1]}”).",
                confidence=Confidence.MEDIUM,
                cure=CURE,
            )


_NEXT_SENTENCE = 60

# --- the end of a quarter, and the day on which it was reported -----------------------------------

_QUARTER = Expression(r"\b(?:Quarter|Q)\s?(?P<quarter>[1-4])\b", re.IGNORECASE)
_OF_YEAR = Expression(rf"(?<![\d/]){_YEAR}")
_AT_ITS_END = Expression(
    r"\b(?:(?:at|to|as at)\s(?:the\s)?end\sof\s|monitoring\s(?:report\s)?(?:for|at|as at)\s|"
    r"report\s(?:for|on)\s|position\s(?:at|for)\s|results\sfor\s)"
    r"(?:the\s)?$",
    re.IGNORECASE,
)
_REPORTED = Expression(
    r"\b(?:was|were|has been|have been)\s(?:reported|presented|considered|noted|received|taken|"
    r"submitted|discussed)\b"
    r"[^.;\d]{0,60}\s(?:on|in)\s(?:the\s)?$",
    re.IGNORECASE,
)


def a_quarter_is_reported_when_it_has_ended(report: Report) -> Iterator[TextFinding]:
    """Monitoring for 2024-25 “at the end of Quarter 4” cannot have been reported in January."""
    own = own_date(report)
    for passage in passages(report):
        if "uarter" not in passage.text and "Q" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            quarters, years = list(_QUARTER.finditer(sentence)), list(_OF_YEAR.finditer(sentence))
            if len(quarters) != 1 or len(years) != 1:
                continue
            (quarter, year) = quarters[0], years[0]
            first = int(year["first"])
            told = _AT_ITS_END.search(sentence[: quarter.start()])
            if told is None or int(year["second"]) % 100 != (first + 1) % 100:
                continue
            ends = _end_of(first, int(quarter["quarter"]))
            for on in written_dates(sentence):
                if on.last >= ends or not _REPORTED.search(sentence[: on.start]):
                    continue
                if own is not None and on.first > own:
                    continue
                yield TextFinding(
                    place=passage.place,
                    quote=sentence,
                    message=f"{quarter[0]} of {named(first)} ends on {in_full(ends)}, after "
                    f"{on.text.strip()}, when it is said to have been reported.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the quarter, the year or the date.",
                )


def _end_of(first: int, quarter: int) -> date:
    month, day = {1: (6, 30), 2: (9, 30), 3: (12, 31), 4: (3, 31)}[quarter]
    return date(first + (quarter == 4), month, day)


RULES: tuple[Rule, ...] = (
    a_date_lies_in_the_year_named_beside_it,
    a_whole_year_is_the_one_named_with_it,
    a_forecast_comes_after_what_is_told,
    a_quarter_is_reported_when_it_has_ended,
)
