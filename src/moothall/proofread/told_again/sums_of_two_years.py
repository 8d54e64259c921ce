"""One sum said of two years: “saves £865,000 in 2025/26”, and 865 in the column of 2026/27.

A sum printed to three digits or more is hardly that of two years of one thing.  Told where both
places have one financial year each, the one after the other, and speak of the same things.  Left
alone: what is said to be unchanged, balances that one year hands to the next, and several equal
cells.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.quantities import Quantity, quantities

_SPAN = Expression(r"^(?P<first>\d\d)/(?P<last>\d\d)$")
_SAME = Expression(
    r"\b(?:unchanged|frozen|same|again|each year|every year|repeat\w*|maintain\w*|remain\w*|stays?|"
    r"both years|as in|carried forward|brought forward|balance|opening|closing|reserves?|"
    r"continu\w+|slip\w*|re-?profil\w*|re-?phas\w*|defer\w*|per year|a year|annual\w*|onwards|"
    r"standstill|no change|respectively)\b",
    re.IGNORECASE,
)
_FEWEST_DIGITS, _FEWEST_SHARED = 3, 2
_MOST_TIMES = 4


def a_sum_is_of_one_year(report: Report) -> Iterator[TextFinding]:
    """“£0.095m in 2025/26” and, elsewhere, “£0.095m in 2026/27, being half a year”."""
    index = quantities(report)
    by_value: defaultdict[tuple[Kind, Decimal], list[Quantity]] = defaultdict(list)
    for one in index.all:
        counted = one.kind in (Kind.MONEY, Kind.COUNT) and len(one.digits) >= _FEWEST_DIGITS
        if counted and _year(one) is not None:
            by_value[one.kind, one.value].append(one)
    for told in by_value.values():
        if not len({_year(one) for one in told}) == 2 <= len(told) <= _MOST_TIMES:
            continue
        for one, other in combinations(told, 2):
            if _are_of_one_thing(one, other, index.common):
                odd, usual = _odd(one, other, told)
                yield TextFinding(
                    place=odd.place,
                    quote=odd.quote,
                    message=f"{odd.text} is of {_shown(odd)} here and of {_shown(usual)} at "
                    f"{usual.place} (“{usual.quote}”).",
                    confidence=Confidence.MEDIUM,
                    cure="Correct one of the two years.",
                )
                break


def _year(one: Quantity) -> int | None:
    """The first of the two years of the only financial year that a figure is of."""
    spans = [match for when in one.when if (match := _SPAN.match(when)) is not None]
    return int(spans[0]["first"]) if len(spans) == 1 and len(one.when) == 1 else None


def _shown(one: Quantity) -> str:
    return f"20{next(iter(one.when))}"


def _are_of_one_thing(one: Quantity, other: Quantity, common: frozenset[str]) -> bool:
    years = _year(one), _year(other)
    if None in years or abs((years[0] or 0) - (years[1] or 0)) != 1:
        return False
    if one.block == other.block or (one.cell and other.cell):
        return False
    if any(_SAME.search(f"{each.words} {each.head}") for each in (one, other)):
        return False
    in_a_table = one.cell or other.cell
    return len((one.topics & other.topics) - common) >= _FEWEST_SHARED - in_a_table


def _odd(one: Quantity, other: Quantity, told: list[Quantity]) -> tuple[Quantity, Quantity]:
    """The one whose year is the rarer; of two alone, the one in running text."""
    times = [sum(_year(each) == _year(this) for each in told) for this in (one, other)]
    if times[0] != times[1]:
        return (one, other) if times[0] < times[1] else (other, one)
    return (other, one) if one.cell else (one, other)


RULES: tuple[Rule, ...] = (a_sum_is_of_one_year,)
