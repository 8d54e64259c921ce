"""Forms of words put to a sentence: which figures they name, and whether the told one follows."""

import re
from decimal import Decimal

from moothall.proofread.figures.named_workings import (
    Figures,
    Words,
    Work,
    added,
    equivalents,
    fallen,
    less,
    rate,
    risen,
    years_to_repay,
)
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Sentence, beyond, per_cent, worded

Forms = tuple[tuple[tuple[str, ...], Expression, Work], ...]
"""For each: words of which one must stand in the sentence, the form, and how t is worked out."""


def wrong(plain: Sentence, forms: Forms) -> str | None:
    """What does not follow in a sentence (its numbers in figures), by the first form that fits."""
    for words, form, work in forms:
        match = form.search(plain.pattern) if any(map(plain.text.__contains__, words)) else None
        if match is None:
            continue
        given, named = _read(plain, match)
        told = given["t"]
        worked = work(given, named)
        if worked is None or told.kind is not _kind(work, given):
            continue
        exact = all(one.counts_exactly for one in given.values()) and work in _WHOLE
        most = _HALF_A_YEAR if work is years_to_repay else Decimal(not exact)
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
_WHOLE = (added, less, equivalents)
_HALF_A_YEAR = Decimal("0.5")


def _kind(work: Work, given: Figures) -> Kind:
    if work in (fallen, risen, rate):
        return Kind.PERCENT
    return Kind.COUNT if work is years_to_repay else given["a"].kind
