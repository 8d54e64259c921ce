"""Years reckoned: so many years from one, the final year of a plan, the target year, year 1, 2, 3.

A beginning and a length give the end; where the paper prints the end as well, the three must agree.
"""

import re
from collections import Counter
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.dates.time_between import a_time_told_is_the_time_between_its_days
from moothall.proofread.dates.years_between_months import years_between_two_dates_are_counted_right
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import Passage, around, passages, sentences
from moothall.proofread.reading.written_dates import Written, written_dates

_CURE = "Correct the year, or the number of years."
_WORDS = "|".join(sorted(NUMBERS_TO_99, key=len, reverse=True))
_N = rf"(?<![\w.,£–-])(?P<n>\d{{1,2}}|{_WORDS})"
_YEAR = r"(?P<year>20\d\d)(?![\d/]|[–-]\d|,\d|\.\d|%)"


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS_TO_99[text.lower()]


def _finding(passage: Passage, sentence: str, start: int, end: int, message: str) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(sentence, start, end, 80),
        message=message,
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


# --- a length, its first day and its last ---------------------------------------------------------

_FROM = Expression(
    rf"{_N}[\s-](?P<unit>year|month)s?,?\s(?:\w+\s)?[(–-]?\s?(?:from|beginning|starting|running\sfrom)"
    r"\s(?:on\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_UNTIL = Expression(r"^\s?(?:to|until|till|and ending on|up to|–|-)\s(?:the\s)?$")
_ENDS_THE_PERIOD = Expression(
    r"\bend of (?:the|that|this) (?:[a-z]+\s)?(?:period|term|plan|contract|lease)\b[\s,(–-]*"
    r"(?:(?:on|is|at|that is)\s)*(?:the\s)?$",
    re.IGNORECASE,
)
_MONTHS = {"year": 12, "month": 1}
_NEXT = 4


def a_length_from_a_day_ends_on_its_day(report: Report) -> Iterator[TextFinding]:
    """“Three years, from 1 April 2025 to 31 March 2030”; “12 years from …” and an end."""
    found = list(_lengths_from_days(report))
    if found:  # what is told of a sentence with two days already is told once
        told = {finding.place for finding in a_time_told_is_the_time_between_its_days(report)}
        told |= {finding.place for finding in years_between_two_dates_are_counted_right(report)}
        yield from (finding for finding in found if finding.place not in told)


def _lengths_from_days(report: Report) -> Iterator[TextFinding]:
    begun: tuple[int, Written, re.Match[str]] | None = None
    for number, passage in enumerate(passages(report)):
        if "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            found = written_dates(sentence)
            for at, on in enumerate(found):
                match = _FROM.search(sentence[: on.start])
                later = found[at + 1] if at + 1 < len(found) else None
                if match is not None and later and _UNTIL.match(sentence[on.end : later.start]):
                    if said := _is_otherwise(match, on, later):
                        yield _finding(passage, sentence, match.start(), later.end, said)
                elif match is not None:
                    begun = (number, on, match)
                elif (
                    begun is not None
                    and number - begun[0] <= _NEXT
                    and _ENDS_THE_PERIOD.search(sentence[: on.start])
                    and (said := _is_otherwise(begun[2], begun[1], on))
                ):
                    yield _finding(passage, sentence, on.start, on.end, said)


def _is_otherwise(match: re.Match[str], on: Written, until: Written) -> str:
    """What the two dates make, where it is not the length told."""
    told = _number(match["n"]) * _MONTHS[match["unit"].lower()]
    least = ((until.first - on.last).days + 1) / 30.44
    most = ((until.last - on.first).days + 1) / 30.44
    if least <= 0 or least - 1.1 <= told <= most + 1.1:
        return ""
    unit = match["unit"].lower()
    size = (least + most) / 2 / _MONTHS[unit]
    shown = f"{size:.0f}" if abs(size - round(size)) < 0.15 else f"{size:.1f}"
    return (
        f"From {on.text.strip()} to {until.text.strip()} is {shown} {unit}s, not "
        f"{match['n'].lower()}."
    )


# --- so many years on, and so many years to -------------------------------------------------------

_ON = Expression(
    rf"{_N}\syears\s(?:on|later|hence|ahead|after that)\b[\s,(–-]*(?:(?:that is|i\.e\.,?|namely|in|"
    rf"which is|being|to)\s)*{_YEAR}",
    re.IGNORECASE,
)
_BASE = Expression(
    r"\b(?:in|from|of|at|base year|since)\s(?:mid-)?(?P<base>20\d\d)(?![\d/]|[–-]\d)"
)
_YEARS_TO = Expression(
    rf"{_N}[\s-]years?\s(?:period\s)?(?:to|until|up to|ending in)\s{_YEAR}", re.I
)
_HORIZON = Expression(
    rf"{_N}[\s-]year\s(?:\w+\s)?(?:projections?|forecasts?|outlook|horizon|view)\b[^.;\d]{{0,30}}?"
    r"\b(?:from|with|on|using|taking)\s(?:a\s|the\s)?(?:base\s(?:year\s)?(?:of\s)?)?"
    r"(?P<base>20\d\d)(?![\d/]|[–-]\d)[^.;]{0,110}?\b(?:in|by|at|to|until)\s"
    r"(?P<year>20\d\d)(?![\d/]|[–-]\d)",
    re.IGNORECASE,
)
_PLAN_PERIOD = Expression(
    r"\bplan period\b[\s,:(]*(?:(?:is|of|from)\s)*(?P<a>20\d\d)\s?(?:to|–|-)\s?(?P<b>20\d\d)", re.I
)


def some_years_on_is_that_year(report: Report) -> Iterator[TextFinding]:
    """“In 2023 …, ten years on, that is 2028”; “the 20 years to 2042” of a plan 2020 to 2040."""
    periods = {
        (int(match["a"]), int(match["b"]))
        for passage in passages(report)
        for match in _PLAN_PERIOD.finditer(passage.text)
    }
    for passage in passages(report):
        if "years" not in passage.text and "-year" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            match = _ON.search(sentence)
            if match is not None:
                bases = {int(b["base"]) for b in _BASE.finditer(sentence[: match.start()])}
                year, told = int(match["year"]), _number(match["n"])
                if len(bases) == 1 and (base := bases.pop()) + told != year and year > base:
                    said = f"{base} and {told} years are {base + told}, not {year}."
                    yield _finding(passage, sentence, match.start(), match.end(), said)
            match = _HORIZON.search(sentence)
            if match is not None:
                base, year, told = int(match["base"]), int(match["year"]), _number(match["n"])
                if year > base + told:  # a year within the time may be told of as well
                    said = f"{base} and {told} years are {base + told}, not {year}."
                    yield _finding(passage, sentence, match.start(), match.end(), said)
            match = _YEARS_TO.search(sentence)
            if match is not None and len(periods) == 1:
                ((first, last),) = periods
                year, told = int(match["year"]), _number(match["n"])
                if year != last and told == last - first and 0 < abs(year - last) <= 10:
                    said = (
                        f"The plan period is {first} to {last}; here its {told} years end {year}."
                    )
                    yield _finding(passage, sentence, match.start(), match.end(), said)


# --- the final year of a plan ---------------------------------------------------------------------

_PLAN = Expression(
    rf"{_N}-year\s(?P<what>(?:[A-Za-z’'-]+\s){{0,4}}?(?:plan|strategy|programme|contract|scheme))\b"
    r"[^.;\d]{0,50}?\b(?:adopted|approved|agreed|began|begun|started|launched|published|"
    r"from|beginning|starting|set|made)\b[^.;\d]{0,20}?"
    rf"{_YEAR}",
    re.IGNORECASE,
)
_FINAL = Expression(
    r"(?<![\d/–-])(?P<year>20\d\d)(?:[/–-]\d\d)?,?\s[(–-]?\s?(?:which is\s|being\s)?(?:the|its)\s"
    r"(?:(?:plan|strategy|programme|contract|scheme)[’']s\s)?(?:final|last)\syear\b",
    re.IGNORECASE,
)


def a_plan_ends_after_its_years(report: Report) -> Iterator[TextFinding]:
    """A five-year plan of 2024 whose “final year” is 2027."""
    begun: dict[str, tuple[int, int]] = {}
    for passage in passages(report):
        for match in _PLAN.finditer(passage.text) if "-year" in passage.text.lower() else ():
            begun.setdefault(match[0], (int(match["year"]), _number(match["n"])))
        final = _FINAL.search(passage.text) if len(begun) == 1 else None
        if final is None:
            continue
        ((text, (year, length)),) = begun.items()
        # a plan may begin with the year after that of its adoption
        if not year + length - 1 <= int(final["year"]) <= year + length + 1:
            yield _finding(
                passage,
                passage.text,
                final.start(),
                final.end(),
                f"“{text.strip()}” ends with {year + length - 1} or {year + length}, not with "
                f"{final['year']}.",
            )


# --- the target year ------------------------------------------------------------------------------

_TARGET_BY = Expression(
    rf"\b(?:target|goal|commitment|aim|ambition|pledge)\b[^.;\d]{{0,80}}?\bby\s"
    rf"(?:the end of\s)?{_YEAR}",
    re.IGNORECASE,
)
_TARGET_YEAR = Expression(
    r"(?<![\d/–-])(?P<year>20\d\d)\s?[(,–-]\s?(?:the\s|our\s)?(?:target|goal|net[- ]zero) (?:year|"
    r"date)\b",
    re.IGNORECASE,
)


def the_target_year_is_that_of_the_target(report: Report) -> Iterator[TextFinding]:
    """“Our target is … by 2030”, and in the table “2035 (target year)”."""
    targets = {match["year"] for p in passages(report) for match in _TARGET_BY.finditer(p.text)}
    if len(targets) != 1:
        return
    (target,) = targets
    for passage in passages(report):
        match = _TARGET_YEAR.search(passage.text)
        if match is not None and match["year"] != target:
            said = f"{match['year']} is called the target year; the target is for {target}."
            yield _finding(passage, passage.text, match.start(), match.end(), said)


# --- year 1, year 2, year 3 -----------------------------------------------------------------------

_YEAR_N = Expression(
    r"\bYear\s(?P<k>\d|one|two|three|four|five|six)\s?[(,:–-]?\s?(?P<first>20\d\d)\s?[/–-]\s?"
    r"(?:20)?\d\d(?!\d)",
    re.IGNORECASE,
)
_FEWEST = 3


def years_one_two_and_three_follow_one_another(report: Report) -> Iterator[TextFinding]:
    """Year 1 (2025/26), year 2 (2027/28), year 3 (2028/29): the first is a year too early."""
    found = [
        (passage, match, int(match["first"]) - _number(match["k"]))
        for passage in passages(report)
        for match in _YEAR_N.finditer(passage.text)
    ]
    usual = Counter(base for _, _, base in found).most_common(2)
    if len(found) < _FEWEST or len(usual) != 2 or usual[1][1] != 1 or usual[0][1] < _FEWEST - 1:
        return
    for passage, match, base in found:
        if base != usual[0][0] and abs(base - usual[0][0]) <= 2:
            first = usual[0][0] + _number(match["k"])
            said = (
                f"By the other years, year {match['k']} is {first}/{(first + 1) % 100:02d}, not "
                f"the year that begins in {match['first']}."
            )
            yield _finding(passage, passage.text, match.start(), match.end(), said)


RULES: tuple[Rule, ...] = (
    a_length_from_a_day_ends_on_its_day,
    some_years_on_is_that_year,
    a_plan_ends_after_its_years,
    the_target_year_is_that_of_the_target,
    years_one_two_and_three_follow_one_another,
)
