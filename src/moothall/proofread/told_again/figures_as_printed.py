"""Figures as they are printed, and what stands right beside them: words, periods, other figures."""

import re

from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.quantities import Quantity
from moothall.proofread.reading.statements import periods_named

_WORD = Expression(r"[a-z0-9%.]*[a-z0-9%]")
_NEXT_FIGURE = Expression(r"£|(?<![\d/–-])\d[\d,.]*\s?(?:%|per cent)")
_NO_DIGIT, _NO_DIGIT_OR_POINT = Expression(r"\D"), Expression(r"[^\d.]")
_REACH, _MOST_ALIKE = 90, 8


def printed(one: Quantity) -> str:
    """The figure as it is printed, without unit, sign and commas."""
    return _NO_DIGIT_OR_POINT.sub("", one.text).strip(".")


def shown_as(one: Quantity) -> str:
    """The figure as printed, with its per cent sign: 19 and 19% are not one company."""
    return printed(one) + "%" * (one.kind is Kind.PERCENT)


def digits_that_count(one: Quantity) -> str:
    """The digits that count, with the noughts behind the point."""
    return _NO_DIGIT.sub("", one.text).lstrip("0")


def words_before(one: Quantity) -> str:
    """What leads to the figure, from the one before it."""
    place = one.words.find(one.text)
    return re.split(r"\d", one.words[:place])[-1][-_REACH:] if place > 0 else ""


def words_alike_about(one: Quantity, other: Quantity) -> int:
    """How many words on either side of the two figures are the same, without a break."""
    found = 0
    for here, there in zip(_sides(one), _sides(other), strict=True):
        for word, twin in zip(here, there, strict=False):
            if word != twin:
                break
            found += 1
    return min(found, _MOST_ALIKE) if found > 1 else 0


def _sides(one: Quantity) -> tuple[list[str], list[str]]:
    before, _, after = one.words.partition(one.text)
    return _WORD.findall(before.lower())[::-1], _WORD.findall(after.lower())


def times_beside(one: Quantity) -> frozenset[str]:
    """The periods named beside a figure, no nearer to another of its sentence."""
    if one.cell:
        return one.when
    place = one.own.find(one.text)
    if place < 0:
        return one.when
    before, after = one.own[:place], one.own[place + len(one.text) :]
    following = _NEXT_FIGURE.search(after)
    near = periods_named(after[: following.start()] if following else after)
    if not near and not _NEXT_FIGURE.search(before) and following is None:
        near = periods_named(before)
    if near:
        return near
    named = periods_named(one.words)
    return named if len(named) == 1 else frozenset()


def stand_beside_two_times(one: Quantity, other: Quantity) -> bool:
    """Whether each names a date or a period of its own beside it; "last year" may be any."""
    first, second = (
        {when for when in times_beside(each) if any(sign.isdigit() for sign in when)}
        for each in (one, other)
    )
    return bool(first and second and not first & second)
