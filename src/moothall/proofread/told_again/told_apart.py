"""Figures told apart: of two steps, options or ages, in sentences of one build, or explained.

What forbids that one figure is a slip of another, however alike their digits are.
"""

import re

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.quantities import Quantities, Quantity
from moothall.proofread.reading.thesaurus import root
from moothall.proofread.told_again.claim_sameness import are_two_steps
from moothall.proofread.told_again.claim_stages import labels, stages
from moothall.proofread.told_again.claim_words import ACTS
from moothall.proofread.told_again.contrasts import (
    are_before_and_after,
    are_contrasted,
    are_of_two_wholes,
)


def are_told_apart(one: Quantity, other: Quantity) -> bool:
    """Whether the words about the two say that they are two figures."""
    first, second = labels(one.own), labels(f"{other.own} {other.head if other.cell else ''}")
    if first and second and not first & second and _kinds(first) & _kinds(second):
        return True
    if other.cell:
        return False
    if _is_a_change(one) != _is_a_change(other):
        return True
    if _act(one) - _roots(other.words) or _act(other) - _roots(one.words):
        return True
    return (
        are_two_steps(stages(one.own), stages(other.own))
        or are_before_and_after(one.words, other.words)
        or are_of_two_wholes(*(each.words.partition(each.text)[2] for each in (one, other)))
        or are_contrasted(one.words, other.words)
    )


def is_set_beside(one: Quantity, other: Quantity, index: Quantities) -> bool:
    """“Rises from £158 to £185”: the sentence of the one has the other's figure too."""
    return any(
        held.words == one.words and held.place == one.place and held.kind is other.kind
        and held.value == other.value
        for held in index.by_digits.get(other.digits, ())
    )  # fmt: skip


def _act(one: Quantity) -> frozenset[str]:
    """What is counted, where that is an act: "181 applications for moorings" are no moorings."""
    place = one.words.find(one.text)
    after = one.words[place + len(one.text) :].split()[:2] if place >= 0 else []
    return _roots(" ".join(after)) & ACTS


def _roots(text: str) -> frozenset[str]:
    return frozenset(root(word) for word in _WORD.findall(text.lower()))


_WORD = Expression(r"[a-z]+")


def _is_a_change(one: Quantity) -> bool:
    place = one.words.find(one.text)
    before, after = one.words[max(0, place - 50) : place], one.words[place + len(one.text) :]
    return place >= 0 and bool(_BY.search(before) or _CHANGE_AFTER.match(after))


_BY = Expression(
    r"\b(?:(?:reduc|increas|decreas|cut|rais|lower|risen?|rose|fall|fell|drop|grow|grew|up|down)\w*"
    r"(?: \w+){0,2} by|(?:cut|reduction|increase|rise|fall|drop|decrease|growth) of)\s+"
    r"(?:an? |about |around |some |over |more than |almost |nearly |£)*$",
    re.IGNORECASE,
)
_CHANGE_AFTER = Expression(
    r"\s*(?:\w+ )?(?:cuts?|reductions?|increases?|rises?|falls?|drops?|decreases?)\b"
)


def _kinds(found: frozenset[str]) -> frozenset[str]:
    return frozenset(label.partition(" ")[0] for label in found)
