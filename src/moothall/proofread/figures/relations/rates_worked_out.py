"""Rates worked out: of a population, of a loan, of a week, of a full-time post.

“With 318 children among 52,000 the rate is 41 per 10,000” is 61; £4m at 5% costs £200,000 a year;
1,250 homes a day, five days a week, are 6,250 homes a week; and 22.2 hours are 0.6 of 37.  Each is
a near miss, or one power of ten or factor of two away; anything else is another thing.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.relations.closeness import is_near
from moothall.proofread.figures.relations.windows import Window, each_window
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import HUNDRED, Figure, finding_on, worded

_CURE = "Correct the figure that is wrong."
_LOOSE = Decimal("0.02")
_NEAR, _TWICE = Decimal("0.4"), Decimal("2.05")
_OTHERWISE = Expression(
    r"\b(?:average|national\w*|compar\w+|previous\w*|last year|rose|fell|from|target|up to|"
    r"respectively|over (?:the )?\w+ years|discount\w*|after)\b",
    re.IGNORECASE,
)


def _each(
    report: Report, words: tuple[str, ...], judge: Callable[[Window], str | None]
) -> Iterator[TextFinding]:
    told: set[int] = set()
    for paragraph, one, window in each_window(report, *words, back=1):
        if id(one) in told or _OTHERWISE.search(window.text):
            continue
        if message := judge(window):
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _is_off(told: Figure, true: Decimal) -> bool:
    """Whether what is told is meant for the true value and is not it."""
    if told.rough or not true or abs(told.size - true) <= told.spread + true * _LOOSE:
        return False
    doubled = 1 / _TWICE <= told.size / true <= _TWICE
    return doubled or is_near(told.size, true, _NEAR)


# --- so many per 10,000 ---------------------------------------------------------------------------

_RATE = Expression(
    r"\brate (?:is|was|of|would be|stands at)\s(?:about\s)?«(?P<rate>C\d+)»\sper\s(?P<base>1,?000|"
    r"10,?000|100,?000)",
    re.IGNORECASE,
)
_POPULATION = Expression(
    r"\b(?:population|residents|pupils|children|people|households|homes|adults)\b", re.IGNORECASE
)
_MANY = 20
"""How many times as many a population is at least, to be no other number of cases."""


def a_rate_is_that_of_its_number_and_population(report: Report) -> Iterator[TextFinding]:
    """“The population is 52,000.  With 318 on plans the rate is 41 per 10,000”: 61."""
    yield from _each(report, ("rate ",), _another_rate)


def _another_rate(window: Window) -> str | None:
    match = _RATE.search(window.pattern)
    if match is None:
        return None
    rate, base = window.sentence.figure(match["rate"]), Decimal(match["base"].replace(",", ""))
    others = [
        one.told.figure
        for one in window.played
        if one.told.figure is not rate and one.told.figure.size != base
    ]
    if len(others) != 2 or not _POPULATION.search(window.text[: rate.amount.start]):
        return None
    number, population = sorted(others, key=lambda one: one.size)
    if number.kind is not population.kind is not rate.kind or number.rough or population.rough:
        return None
    if not number.size or population.size < _MANY * number.size:
        return None
    true = number.size / population.size * base
    if not _is_off(rate, true):
        return None
    return (
        f"{number.text} of {population.text} is {worded(true, rate.amount)} per {base:,f}, "
        f"not {rate.text}."
    )


# --- interest -------------------------------------------------------------------------------------

_INTEREST = Expression(
    r"«(?P<loan>M\d+)»\s(?:[a-z]+\s){0,3}?at\s(?:a rate of\s|an interest rate of\s)?"
    r"«(?P<rate>P\d+)»(?P<gap>[^«»;]{0,60}?)«(?P<told>M\d+)»\s(?:a|per|each)\s(?:year|annum)\b",
    re.IGNORECASE,
)


def interest_is_that_of_its_loan(report: Report) -> Iterator[TextFinding]:
    """“£4m at 5% will cost £400,000 a year in interest”: £200,000."""
    yield from _each(report, ("interest", "loan", "borrow", "invest"), _another_interest)


def _another_interest(window: Window) -> str | None:
    match = _INTEREST.search(window.pattern)
    if match is None or re.search(r"\brepay|\bcapital|\bMRP\b|\bprincipal", window.text):
        return None
    loan, rate, told = (window.sentence.figure(match[name]) for name in ("loan", "rate", "told"))
    true = loan.size * rate.size / HUNDRED
    if loan.rough or rate.rough or not _is_off(told, true):
        return None
    return f"{rate.text} of {loan.text} is {worded(true, told.amount)}, not {told.text}."


# --- so many a day, so many days a week -----------------------------------------------------------

_PERIOD = r"(?:hour|day|night|week|fortnight|month|term|year|session|shift)"
_CHAIN = Expression(
    rf"«(?P<each>[MC]\d+)»\s?(?P<what>[a-z]*)\s?(?:an?|per|each)\s(?P<short>{_PERIOD})\b"
    rf"[^«».;]{{0,40}}?«(?P<times>C\d+)»\s(?P=short)s\s(?:an?|per|each)\s(?P<long>{_PERIOD})\b"
    rf"[^«».;]{{0,40}}?«(?P<told>[MC]\d+)»\s?(?P=what)\s?(?:an?|per|each)\s(?P=long)\b",
    re.IGNORECASE,
)


def so_many_a_day_make_so_many_a_week(report: Report) -> Iterator[TextFinding]:
    """“1,250 homes a day, five days a week: 6,500 homes a week”: 6,250."""
    yield from _each(report, ("day", "week", "hour", "month", "session", "shift"), _another_sum)


def _another_sum(window: Window) -> str | None:
    match = _CHAIN.search(window.pattern)
    if match is None:
        return None
    each, times, told = (window.sentence.figure(match[name]) for name in ("each", "times", "told"))
    true = each.size * times.size
    if each.kind is not told.kind or each.rough or times.rough or not _is_off(told, true):
        return None
    return f"{times.text} × {each.text} = {worded(true, told.amount)}, not {told.text}."


# --- hours and the share of a full-time post ------------------------------------------------------

_OF_FULL_TIME = Expression(
    r"«(?P<hours>C\d+)»\shours[^«».;]{0,40}?«(?P<share>C\d+)»\s?(?:FTE|WTE|of (?:a )?full[- ]time|"
    r"full[- ]time equivalent|whole[- ]time equivalent)[^«».;]{0,40}?«(?P<full>C\d+)»[\s-]hours?\b",
    re.IGNORECASE,
)


def hours_are_their_share_of_a_full_time_post(report: Report) -> Iterator[TextFinding]:
    """“22.2 hours a week, 0.5 of a full-time post of 37 hours”: 0.6."""
    yield from _each(report, ("full-time", "full time", "fte", "wte", "whole"), _another_share)


def _another_share(window: Window) -> str | None:
    match = _OF_FULL_TIME.search(window.pattern)
    if match is None:
        return None
    hours, share, full = (
        window.sentence.figure(match[name]) for name in ("hours", "share", "full")
    )
    if not full.size or share.size > 1 or hours.size > full.size:
        return None
    true = hours.size / full.size
    if abs(true - share.size) <= share.amount.step * Decimal("0.75"):
        return None
    return f"{hours.text} of {full.text} hours is {true:.2f}, not {share.text}."


RULES: tuple[Rule, ...] = (
    a_rate_is_that_of_its_number_and_population,
    interest_is_that_of_its_loan,
    so_many_a_day_make_so_many_a_week,
    hours_are_their_share_of_a_full_time_post,
)
