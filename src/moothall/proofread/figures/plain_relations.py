"""Figures of one sentence whose words say plainly how one follows from the others.

“£1.2m will be divided equally among the four councils, each receiving £250,000”; “net cost of
£152,000, being £210,000 less income of £48,000”.  Each form names its figures and says how the last
of them is worked out; what a rounding or “about” may move is allowed for.  Left alone: what rules
that look at the sums alone have told.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.factors_and_their_product import RULES as PRODUCTS
from moothall.proofread.figures.products_told import RULES as PRODUCTS_TOLD
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.figures.told_changes import RULES as CHANGES
from moothall.proofread.figures.worked_results import RULES as RESULTS
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Sentence,
    beyond,
    finding_on,
    mark,
    paragraphs,
    per_cent,
    worded,
)

_A, _B, _C, _T = (mark(name, "MC") for name in "abct")
_ABOUT = r"(?:(?:about|around|some|just|only|over|under|nearly|almost)\s)?"
_PEERS = r"(?:the\s|all\s|our\s|its\s|those\s|these\s)*"
_OTHERS = r"[^«»;.()]"
_FRACTIONS = {
    "half": Decimal(1) / 2,
    "one half": Decimal(1) / 2,
    "a third": Decimal(1) / 3,
    "one third": Decimal(1) / 3,
    "two thirds": Decimal(2) / 3,
    "two-thirds": Decimal(2) / 3,
    "a quarter": Decimal(1) / 4,
    "one quarter": Decimal(1) / 4,
    "three quarters": Decimal(3) / 4,
    "three-quarters": Decimal(3) / 4,
    "a fifth": Decimal(1) / 5,
    "two fifths": Decimal(2) / 5,
    "a tenth": Decimal(1) / 10,
}
_FRACTION = rf"(?P<fraction>{'|'.join(sorted(_FRACTIONS, key=len, reverse=True))})"

_PERIODS = {
    "weekly": 52,
    "a week": 52,
    "monthly": 12,
    "a month": 12,
    "quarterly": 4,
    "a quarter": 4,
}
_PERIOD = rf"(?P<period>{'|'.join(_PERIODS)})"
_TIMES = {"double": Decimal(2), "twice": Decimal(2), "treble": Decimal(3), "half": Decimal(1) / 2}
_MOST_TIMES = 4
"""What is said of two levels is hardly how far they are apart where it is so many times that."""

Figures = dict[str, Figure]
Words = dict[str, str]
"""What a form names otherwise than in figures, without capitals."""


@dataclass(frozen=True, slots=True)
class _Worked:
    """What a figure should be: the least, the most, the value in between, and how it is told."""

    low: Decimal
    high: Decimal
    value: Decimal
    working: str


def _each(given: Figures, _: Words) -> _Worked | None:
    a, b = given["a"], given["b"]
    if b.kind is not Kind.COUNT or b.value < 2:
        return None
    return _Worked(a.low / b.value, a.high / b.value, a.size / b.value, f"{a.text} ÷ {b.text}")


def _less(given: Figures, _: Words) -> _Worked | None:
    a, b = given["a"], given["b"]
    if a.kind is not b.kind or a.size <= b.size:
        return None
    return _Worked(a.low - b.high, a.high - b.low, a.size - b.size, f"{a.text} less {b.text}")


def _fallen(given: Figures, _: Words) -> _Worked | None:
    return _moved(given, 1)


def _risen(given: Figures, _: Words) -> _Worked | None:
    return _moved(given, -1)


def _moved(given: Figures, sign: int) -> _Worked | None:
    """The rate of a move by a that ended at b."""
    a, b = given["a"], given["b"]
    low, high = b.low + sign * a.low, b.high + sign * a.high
    if a.kind is not b.kind or min(low, high, b.size + sign * a.size) <= 0:
        return None
    return _Worked(
        a.low / max(low, high) * HUNDRED,
        a.high / min(low, high) * HUNDRED,
        a.size / (b.size + sign * a.size) * HUNDRED,
        f"{a.text} on {worded(b.size + sign * a.size, b.amount)}",
    )


def _rate(given: Figures, _: Words) -> _Worked | None:
    a, b = given["a"], given["b"]
    if a.kind is not b.kind or a.low <= 0:
        return None
    gaps = [abs(x - y) / y * HUNDRED for x in (b.low, b.high) for y in (a.low, a.high)]
    value = abs(b.size - a.size) / a.size * HUNDRED
    return _Worked(min(gaps), max(gaps), value, f"from {a.text} to {b.text}")


def _rest(given: Figures, words: Words) -> _Worked | None:
    fraction = words["fraction"]
    return _times(given["a"], 1 - _FRACTIONS[fraction], f"{given['a'].text} less {fraction}")


def _part(given: Figures, words: Words) -> _Worked | None:
    fraction = words["fraction"]
    return _times(given["a"], _FRACTIONS[fraction], f"{fraction} of {given['a'].text}")


def _over_a_year(given: Figures, words: Words) -> _Worked | None:
    period = words["period"]
    return _times(given["a"], _PERIODS[period], f"{_PERIODS[period]} × {given['a'].text}")


def _rise_over_a_year(given: Figures, words: Words) -> _Worked | None:
    a, b, number = given["a"], given["b"], _PERIODS[words["period"]]
    if a.kind is not b.kind:
        return None
    gap = abs(b.size - a.size)
    spread = a.spread + b.spread
    working = f"{number} × ({b.text} − {a.text})"
    return _Worked((gap - spread) * number, (gap + spread) * number, gap * number, working)


def _doubled(given: Figures, words: Words) -> _Worked | None:
    return _times(given["a"], _TIMES[words["times"]], f"{words['times']} {given['a'].text}")


def _times(a: Figure, number: Decimal | int, working: str) -> _Worked:
    return _Worked(a.low * number, a.high * number, a.size * number, working)


def _apart(given: Figures, _: Words) -> _Worked | None:
    """How far two levels are apart, where what is told is of their size."""
    a, b, told = given["a"], given["b"], given["t"]
    gap, spread = abs(b.size - a.size), a.spread + b.spread
    if a.kind is not b.kind or not gap / _MOST_TIMES <= told.size <= gap * _MOST_TIMES:
        return None
    return _Worked(gap - spread, gap + spread, gap, f"from {a.text} to {b.text}")


def _cases(given: Figures, words: Words) -> _Worked | None:
    """A rate of so many per 1,000, among a number."""
    a, b, base = given["a"], given["b"], Decimal(words["base"].replace(",", ""))
    number = b.size / base
    working = f"{a.text} per {words['base']} of {b.text}"
    return _Worked(a.low * number - 1, a.high * number + 1, a.size * number, working)


def _years_to_repay(given: Figures, _: Words) -> _Worked | None:
    a, b = given["a"], given["b"]
    if a.kind is not b.kind or b.low <= 0:
        return None
    return _Worked(a.low / b.high, a.high / b.low, a.size / b.size, f"{a.text} ÷ {b.text}")


def _equivalents(given: Figures, _: Words) -> _Worked | None:
    a, b = given["a"], given["b"]
    value = a.size + b.size / 2
    return _Worked(value, value, value, f"{a.text} and half of {b.text}")


_Work = Callable[[Figures, Words], _Worked | None]
_SPLIT = r"(?:split|shared|divided|distributed|apportioned)"
_FORMS: tuple[tuple[tuple[str, ...], Expression, _Work], ...] = (
    (
        ("equally", "evenly"),
        Expression(
            rf"{_A}{_OTHERS}{{0,50}}?\b{_SPLIT}\s(?:equally|evenly)\s(?:between|among|amongst|"
            rf"across|by)\s{_PEERS}{_B}\s{_OTHERS}{{0,40}}?(?:\s–\s|,?\s|\()(?:each{_OTHERS}{{0,30}}?\s"
            rf"{_ABOUT}{_T}|{_OTHERS}{{0,25}}?{mark('u', 'M')}\s(?:each|apiece|for each|per\s))",
            re.IGNORECASE,
        ),
        _each,
    ),
    (
        ("less", "minus", "net of", "deducting"),
        Expression(
            rf"(?:^|\b(?:is|was|of|at|cost|are|were)\s){_T},?:?\s?(?:\(|–\s)?(?:being|that is|"
            rf"i\.e\.)?\s?(?:the\s)?(?:gross\s|total\s)?[a-z ]{{0,30}}?{_A}{_OTHERS}{{0,30}}?,?\s"
            rf"(?:less|minus|net of|after deducting)\s{_OTHERS}{{0,40}}?{_B}(?=[.,;)]|$|\s)",
            re.IGNORECASE,
        ),
        _less,
    ),
    (
        ("vacan", "empty", "unfilled"),
        Expression(
            rf"{_A}{_OTHERS}{{0,50}}?\b(?:has|have|had|with)\s{_B}\s(?:current\s|unfilled\s)?"
            rf"(?:vacanc(?:y|ies)|vacant posts?|empty posts?|unfilled posts?)\b,?\s"
            rf"(?:so(?:\sthat)?|meaning(?:\sthat)?|and|which means(?: that)?)\s(?:there are\s)?"
            rf"{_T}\s(?:(?:people|staff|posts|officers|workers)\s)?(?:are\s|were\s)?"
            r"(?:in post|filled|in place|at work|staff|employed)\b",
            re.IGNORECASE,
        ),
        _less,
    ),
    (
        ("leave",),
        Expression(
            rf"{_B}{_OTHERS}{{0,50}}?\bleaves?\s{_ABOUT}{_T}\s(?:of|in|from)\s{_OTHERS}{{0,40}}?{_A}",
            re.IGNORECASE,
        ),
        _less,
    ),
    (
        (" by ",),
        Expression(
            rf"\b(?:fell|fall|falls|dropped|reduced|decreased|went down|cut)\sby\s{_A}\s(?:\w+\s)"
            rf"{{0,4}}?to\s{_B}{_OTHERS}{{0,30}}?(?:,\s(?:a|or)|\()\s?(?:fall of\s|drop of\s|"
            rf"reduction of\s|decrease of\s|cut of\s)?{mark('t', 'P')}",
            re.IGNORECASE,
        ),
        _fallen,
    ),
    (
        (" by ",),
        Expression(
            rf"\b(?:rose|rise|rises|grew|increased?|went up|up)\sby\s{_A}\s(?:\w+\s){{0,4}}?"
            rf"to\s{_B}{_OTHERS}{{0,30}}?(?:,\s(?:an?|or)|\()\s?"
            rf"(?:rise of\s|increase of\s|growth of\s)?{mark('t', 'P')}",
            re.IGNORECASE,
        ),
        _risen,
    ),
    (
        (" or ", "which is", "that is", "i.e."),
        Expression(
            rf"\bfrom\s{_A}\sto\s{_B},?\s(?:or|which is|that is|i\.e\.)\s{_ABOUT}{mark('t', 'P')}"
            r"(?!\s(?:of|a\s|per|points))",
            re.IGNORECASE,
        ),
        _rate,
    ),
    (
        ("remain", "other", "rest,", "balance"),
        Expression(
            rf"\b{_FRACTION}\sof\s(?:the\s|this\s|that\s|our\s|its\s)?(?:[a-z]+\s){{0,3}}?{_A}"
            rf"[^«»;.]{{0,70}}?(?:,|\band)\s(?:and\s|with\s)?the\s(?:remaining|other|rest,|"
            rf"remainder,|balance of)\s{_ABOUT}{_T}",
            re.IGNORECASE,
        ),
        _rest,
    ),
    (
        ("half", "third", "quarter", "fifth", "tenth"),
        Expression(
            rf"\b{_FRACTION}\sof\s(?:the\s)?{_A}\s?\(\s?{_T}\s?\)|\bof\sthe\s{mark('whole', 'MC')}"
            rf"[^«»;.()]{{0,40}}?,\s(?P<of_it>{'|'.join(_FRACTIONS)})\s?(?:\(|,\s)"
            rf"{mark('told', 'MC')}",
            re.IGNORECASE,
        ),
        _part,
    ),
    (
        (" year",),
        Expression(
            rf"\b{_PERIOD}\s(?:[a-z]+\s){{1,3}}?of\s{_A}\s(?:each\s)?(?:comes?\sto|makes?|is|are|"
            rf"amounts?\sto|costs?|gives?|totals?)\s{_ABOUT}{_T}\s(?:a|per|each)\s(?:full\s)?year(?!\s(?:less|more))",
            re.IGNORECASE,
        ),
        _over_a_year,
    ),
    (
        (" year",),
        Expression(
            rf"\b{_PERIOD}\s(?:[a-z]+\s){{1,3}}?(?:from\s){_A}\sto\s{_B},\s(?:adding|saving|costing|"
            rf"an?\s(?:increase|reduction|saving)\sof|or)\s{_ABOUT}{_T}\s(?:more\s|less\s)?(?:a|per|"
            r"each|over a|in a)\s(?:full\s)?year",
            re.IGNORECASE,
        ),
        _rise_over_a_year,
    ),
    (
        ("double", "twice", "treble", "half"),
        Expression(
            rf"{_A}[^«»;.()]{{0,60}}?\b(?P<times>double|twice|treble|half)\s(?:that|this|as much)"
            rf"(?:\s(?:sum|amount|number))?,\s(?:or\s|at\s)?{_T}",
            re.IGNORECASE,
        ),
        _doubled,
    ),
    (
        (" from ",),
        Expression(
            rf"\bfrom\s{_A}(?:\s[a-z-]+){{0,3}}?\sto\s{_B}"
            rf"(?:\s[a-z-]+){{0,3}}?(?:\sout of «C\d+»)?,\san?\s"
            rf"(?:saving|improvement|gain|loss|cut|movement|difference|drop)\sof\s{_T}"
            r"(?!\s?(?:a|per|each|in|every|over)\s|%)",
            re.IGNORECASE,
        ),
        _apart,
    ),
    (
        ("per ", "every "),
        Expression(
            rf"{mark('a', 'C')}\s(?:[a-z]+\s)?(?:per|in every|for every)\s"
            rf"(?P<base>100|1,?000|10,000|100,000)\b[^«»;.]{{0,50}}?\b(?:means?|is|are|gives?|or|i\.e\.|equals?|so)\s(?:about\s|some\s)?"
            rf"{mark('t', 'C')}\s[^«»;.]{{0,40}}?\b(?:among|amongst|in|of|for)\s(?:a\s[a-z]+\sof\s|"
            rf"the\s|our\s)?{mark('b', 'C')}",
            re.IGNORECASE,
        ),
        _cases,
    ),
    (
        (" pay",),
        Expression(
            rf"\bpay(?:s|ing)? (?:for itself|back)\s(?:in|within|over|after)\s{mark('t', 'C')}\s"
            rf"years?[^«»]{{0,60}}?{mark('a', 'M')}[^«»;.]{{0,40}}?\bsav\w+\s{_ABOUT}"
            rf"{mark('b', 'M')}\s(?:a|per|each|every)\s(?:full\s)?year",
            re.IGNORECASE,
        ),
        _years_to_repay,
    ),
    (
        ("half",),
        Expression(
            rf"{mark('a', 'C')}\sfull[- ]time\s[^«»;.()]{{0,25}}?(?:and|plus)\s{mark('b', 'C')}\s"
            rf"half[- ]time\s[^«»;.()]{{0,40}}?{mark('t', 'C')}\s(?:full[- ]time equivalents?|FTE|"
            r"WTE|whole[- ]time equivalents?)",
            re.IGNORECASE,
        ),
        _equivalents,
    ),
)
_HAS_DIGIT = Expression(r"\d")
_CURE = "Correct the figure that does not follow."


def a_figure_follows_from_those_its_words_name(report: Report) -> Iterator[TextFinding]:
    """“Fell by £30,000 to £240,000, a fall of 15%”: 11.1%."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if not (_HAS_DIGIT.search(one.text) or "half" in one.text):
                continue
            message = _wrong(with_all_numbers(one.text))
            if message is not None:
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong(plain: Sentence) -> str | None:
    for words, form, work in _FORMS:
        match = form.search(plain.pattern) if any(map(plain.text.__contains__, words)) else None
        if match is None:
            continue
        given, named = _read(plain, match)
        told = given["t"]
        worked = work(given, named)
        if worked is None or told.kind is not _kind(work, given):
            continue
        exact = all(one.counts_exactly for one in given.values()) and work in _WHOLE
        most = _HALF_A_YEAR if work is _years_to_repay else Decimal(not exact)
        if beyond(told, worked.low, worked.high) > most:
            if told.kind is Kind.PERCENT:
                return f"{worked.working} is {per_cent(worked.value)}, not {told.text}."
            return f"{worked.working} is {worded(worked.value, told.amount)}, not {told.text}."
    return None


def _read(plain: Sentence, match: re.Match[str]) -> tuple[Figures, Words]:
    """The figures and the words that a form names; a second way to name one ends on its first."""
    given: Figures = {}
    words: Words = {}
    for name, value in match.groupdict().items():
        if value is None:
            continue
        name = _SAME.get(name, name)
        if _MARK.fullmatch(value):
            given[name] = plain.figure(value)
        else:
            words[name] = " ".join(value.lower().split())
    return given, words


_MARK = Expression(r"[A-Z]\d+")
_SAME = {"u": "t", "told": "t", "whole": "a", "of_it": "fraction"}
_WHOLE = (_less, _equivalents)
_HALF_A_YEAR = Decimal("0.5")


def _kind(work: _Work, given: Figures) -> Kind:
    if work in (_fallen, _risen, _rate):
        return Kind.PERCENT
    return Kind.COUNT if work is _years_to_repay else given["a"].kind


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(
        a_figure_follows_from_those_its_words_name,
        (*PRODUCTS, *PRODUCTS_TOLD, *CHANGES, *RESULTS),
    ),
)
