"""Years that figures are of, compared: “from 412 tonnes in 2024/25 to 378 tonnes in 2024/25”.

Two figures of one thing that are set beside each other are of two years; a budget is no increase on
the budget of its own year; and a run of years has as many as it is said to have.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import around, passages

_SMALL = [word for word, number in NUMBERS_TO_99.items() if number <= 20]
_WORDS = "|".join(sorted((*_SMALL, "one", "none"), key=len, reverse=True))
_N = rf"(?:£?\d[\d,]*(?:\.\d+)?(?:%|m|bn|k|p)?|(?:{_WORDS})\b)(?:\s(?:million|billion|per cent))?"
_YEAR = r"20\d\d(?:[/–-](?:20)?\d\d)?(?![\d/])"
_IN = rf"(?:in|for|during)\s(?P<{{}}>{_YEAR})"
_NOUN = r"(?!(?:for|by|at|on|from|of|to|and|with)\b)[a-z]+"
_FROM_TO = Expression(
    rf"\bfrom\s(?:[a-z]+\s){{0,2}}?{_N}[^.;,:]{{0,30}}?\s{_IN.format('first')}[^.;:]{{0,25}}?,?"
    rf"\sto\s(?:[a-z]+\s){{0,2}}?{_N}[^.;,:]{{0,30}}?\s{_IN.format('second')}",
    re.IGNORECASE,
)
_BESIDE = Expression(
    rf"{_N}(?:\s{_NOUN}){{0,3}}?\s{_IN.format('first')},?\s(?:and\s)?(?:compared (?:with|to)|"
    rf"against|"
    rf"versus|up from|down from|rising to|falling to|then)\s(?:[a-z]+\s){{0,2}}?{_N}"
    rf"(?:\s{_NOUN})?\s{_IN.format('second')}",
    re.IGNORECASE,
)
_AND = Expression(
    rf"{_N}\s{_IN.format('first')},?\sand\s(?:a further\s|another\s|of\s)?{_N}\s"
    rf"(?:a year from|each year from|a year after|{_IN.format('second')}"
    rf")(?:\s(?P<on>{_YEAR}))?",
    re.IGNORECASE,
)
_ON_ITS_OWN = Expression(
    rf"\b(?P<what>budget|precept|grant|fee|charge|programme|target|plan)\s(?:for|of)\s"
    rf"(?P<first>{_YEAR})(?:[^.;]|\.\d){{0,140}}?\b(?:increase|decrease|reduction|rise|more|less|higher|"
    rf"lower|"
    rf"up|down|cut)\b(?:[^.;]|\.\d){{0,40}}?\s(?:on|than|over|from|against)\s(?:that for\s)?the\s"
    rf"(?P<second>{_YEAR})\s(?P=what)\b",
    re.IGNORECASE,
)
_RUN = Expression(
    rf"\b(?P<n>{_WORDS}|\d{{1,2}})\s(?:school\s|financial\s|academic\s)?years\b,?\s?"
    rf"(?P<lead>from\s|between\s|since\s|of\s|\(|–\s)?"
    rf"(?P<first>20\d\d[/–-](?:20)?\d\d)\s?(?:to|–|-|until|and)\s?(?P<last>20\d\d[/–-](?:20)?\d\d)"
    r"(?!\d)",
    re.IGNORECASE,
)
_CALENDAR_RUN = Expression(
    rf"\b(?P<each>(?:each|every one|all) of the\s)?(?:(?:last|past|first)\s)?"
    rf"(?P<n>{_WORDS}|\d{{1,2}})"
    r"\s(?P<calendar>(?:whole\s|full\s)?calendar\s)?years\b,?\s?"
    r"(?P<lead>from\s|between\s|\(|–\s)?"
    r"(?P<first>(?:19|20)\d\d)\s?(?:to|–|-|and)\s?(?P<last>(?:19|20)\d\d)(?![\d/])"
    r"(?P<inclusive>,?\s\(?inclusive\b)?",
    re.IGNORECASE,
)
_CURE = "Correct one of the years."


def figures_set_beside_each_other_are_of_two_years(report: Report) -> Iterator[TextFinding]:
    """“Nine in 2024/25, compared with six in 2024/25”."""
    for passage in passages(report):
        if passage.text.count("20") < _TWICE:
            continue
        for pattern in (_FROM_TO, _BESIDE, _AND, _ON_ITS_OWN):
            for match in pattern.finditer(passage.text):
                found = match.groupdict()
                second = found["second"] or found.get("on")
                if second is None or _first(match["first"]) != _first(second):
                    continue
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end()),
                    message=f"Both are of {match['first']}: one of the two years is another.",
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )


def a_run_of_years_has_as_many_as_it_is_said_to(report: Report) -> Iterator[TextFinding]:
    """“Over the four school years 2024/25 to 2028/29” are five."""
    for passage in passages(report):
        if passage.text.count("20") < _TWICE or "year" not in passage.folded:
            continue
        for match in _RUN.finditer(passage.text):
            told = match["n"].lower()
            number = int(told) if told.isdigit() else NUMBERS_TO_99.get(told, 1)
            years = _first(match["last"]) - _first(match["first"]) + 1
            elapsed = (match["lead"] or "").strip().lower() in ("from", "between", "since")
            if years in (number, number + 1 if elapsed else number) or not 1 < years < _LONGEST:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"{match['first']} to {match['last']} is {years} years, not {match['n']}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the number or one of the years.",
            )


def calendar_years_are_as_many_as_they_are_said_to(report: Report) -> Iterator[TextFinding]:
    """“Each of the five years 2008 to 2013” are six.

    Where the words do not count every year, five years may go by as well, and only other numbers
    are wrong.
    """
    for passage in passages(report):
        if "years" not in passage.folded or passage.text.count("20") + passage.text.count("19") < 2:
            continue
        for match in _CALENDAR_RUN.finditer(passage.text):
            every = match["each"] or match["calendar"] or match["inclusive"]
            told = match["n"].lower()
            number = int(told) if told.isdigit() else NUMBERS_TO_99.get(told, 1)
            years = _first(match["last"]) - _first(match["first"]) + 1
            elapsed = not every or (match["lead"] or "").strip().lower() in ("from", "between")
            if number < _TWICE:
                continue
            if years in (number, number + 1 if elapsed else number) or not 1 < years < _LONGEST:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"{match['first']} to {match['last']} is {years} years when each is "
                f"counted, not {match['n']}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the number or one of the years.",
            )


def _first(year: str) -> int:
    return int(year[:4])


_TWICE = 2
_LONGEST = 15

RULES: tuple[Rule, ...] = (
    figures_set_beside_each_other_are_of_two_years,
    a_run_of_years_has_as_many_as_it_is_said_to,
    calendar_years_are_as_many_as_they_are_said_to,
)
