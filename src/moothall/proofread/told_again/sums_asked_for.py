"""Sums asked for: what a recommendation asks to be approved is what the report tells of.

“Approve the virement of £620,000” at the front, “a virement of £120,000” in the body.  A sum of a
recommendation that stands nowhere else is held against the only sum that the body calls by the same
noun and of the same things.  Left alone: sums that the figures of the report make, and those where
the body has several of that name.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.concepts import names
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.quantities import Quantity, quantities
from moothall.proofread.reading.thesaurus import root
from moothall.proofread.told_again.lone_figures import RULES as LONE
from moothall.proofread.told_again.recommendations_told_again import RULES as AGAIN
from moothall.proofread.told_again.slips_between_tellings import RULES as SLIPS

_ASKS = Expression(
    r"^\W*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-z]{1,4})[.)]?\s+)?(?:that\s|to\s|the [a-z]+ |(?:cabinet|"
    r"committee|council|executive|members|board)\s)*(?:[a-z]+ly\s)?(?:approve|agree|authorise|"
    r"endorse|recommend|note|allocate|commit|delegate|accept|release|award|support|ratify|grant)s?\b",
    re.IGNORECASE,
)
_NOUN = Expression(
    r"(?P<noun>[a-z][a-z-]{2,})\s(?:of|at|totalling|amounting to)\s(?:up to\s|about\s|around\s|"
    r"a further\s|a maximum of\s)?$",
    re.IGNORECASE,
)
_AFTER = Expression(r"^\s(?P<noun>[a-z][a-z-]{3,})\b")
_SAYS_LITTLE = frozenset(
    root(word)
    for word in (
        *("sum", "total", "amount", "cost", "budget", "value", "increase", "reduction", "use"),
        *("balance", "payment", "addition", "year", "spend", "rise", "limit", "maximum"),
    )
)
"""Nouns that many sums of a report have; two of them must share more than that."""
_FEWEST_DIGITS, _TELLING, _TELLING_MORE = 2, 2, 3
_MOST = 60  # sums that are tried in pairs
_CURE = "Correct one of the two sums."


def a_sum_asked_for_is_that_of_the_report(report: Report) -> Iterator[TextFinding]:
    """“Approve the virement of £620,000” and, in the body, “a virement of £120,000”."""
    money = [one for one in quantities(report).all if one.kind is Kind.MONEY]
    asked = [one for one in money if not one.cell and _ASKS.match(one.words)]
    if not asked:
        return
    blocks = {one.block for one in asked}
    values = {one.value for one in asked}
    body = [one for one in money if one.block not in blocks]
    for one in asked:
        noun = _noun(one)
        if not noun or len(one.digits) < _FEWEST_DIGITS or _stands(one, body):
            continue
        others = [other for other in body if not other.cell and _noun(other) == noun]
        others = [other for other in others if _are_of_one_thing(one, other, noun)]
        if len({other.value for other in others}) != 1 or others[0].value in values:
            continue
        other = others[0]
        if _is_made_of(one, money):
            continue
        yield TextFinding(
            place=one.place,
            quote=one.quote,
            message=f"{one.text} here and nowhere else; the report has {other.text} at "
            f"{other.place} (“{shortened(other.quote)}”).",
            confidence=Confidence.MEDIUM,
            cure=_CURE,
        )


def _stands(one: Quantity, others: list[Quantity]) -> bool:
    """Whether one of the others is the same sum, however finely it is printed."""
    return any(
        abs(other.value - one.value) <= max(other.step, one.step) / 2 or other.digits == one.digits
        for other in others
    )


def _is_made_of(one: Quantity, others: list[Quantity]) -> bool:
    """Whether two sums of the report that stand near one another make the sum, or differ by it."""
    near = [other for other in others if not other.cell and other is not one][:_MOST]
    return any(
        abs(abs(a.value + sign * b.value) - one.value) <= one.step / 2
        for a, b in combinations(near, 2)
        if abs(a.block - b.block) <= 1
        for sign in (1, -1)
    )


def _noun(one: Quantity) -> str:
    place = one.words.find(one.text)
    match = _NOUN.search(one.words[:place]) or _AFTER.match(one.words[place + len(one.text) :])
    return root(match["noun"]) if match else ""


def _are_of_one_thing(one: Quantity, other: Quantity, noun: str) -> bool:
    """Whether the words about both meet, and they are not of sizes that one would never mistake."""
    if not Decimal("0.1") <= one.value / other.value <= 10 if other.value else True:
        return False
    if one.when and other.when and not one.when & other.when:
        return False
    shared = (one.topics & other.topics) - {noun}
    called = names(one.words) & names(other.words)
    return len(shared) + len(called) >= (_TELLING_MORE if noun in _SAYS_LITTLE else _TELLING)


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(a_sum_asked_for_is_that_of_the_report, (*LONE, *AGAIN, *SLIPS)),
)
