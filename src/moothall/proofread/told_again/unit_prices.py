"""Prices told apart from their total: so many at so much each, and what all of them come to.

The number and the total stand in one clause (“30 homes at a cost of £6.6m”); the price of each may
stand anywhere (“they would cost £240,000 each”).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around
from moothall.proofread.reading.thesaurus import words_of
from moothall.proofread.told_again.claim_stages import Stage
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claims import Claim, Claims, claims

_BETWEEN = Expression(
    r"^[^.;,£\d]{0,60}\b(?:at (?:a |an )?(?:total |estimated |overall )?(?:cost|price)|"
    r"(?:will |would )?cost(?:s|ing)?|for|worth|"
    r"total(?:ling| value)|value of|valued at|sum of)\b[^.;,£\d]{0,30}$",
    re.IGNORECASE,
)
_EACH = Expression(r"^\s*(?:each|per (?P<per>[a-z]+)|(?:for|to) (?:each|every) (?P<for>[a-z]+)|"
                   r"an? (?P<a>[a-z]+))\b", re.IGNORECASE)  # fmt: skip
_TIMES = frozenset(("year", "annum", "month", "week", "day", "hour", "quarter", "time", "head"))
_SLACK = Decimal("0.02")
_FAR = Decimal("2.5")


def a_number_times_its_price_is_the_total(report: Report) -> Iterator[TextFinding]:
    """Thirty homes for £6.6m are £220,000 each, not £240,000."""
    index = claims(report)
    totals = list(_totals(index))
    for price in index.all:
        if price.cell or price.value.sort is not Sort.MONEY:
            continue
        each = _EACH.match(price.sentence[price.value.end :])
        if each is None or (each["per"] or each["for"] or each["a"] or "") in _TIMES:
            continue
        unit = words_of(each["per"] or each["for"] or each["a"] or "")
        found = [
            (count, total)
            for count, total in totals
            if total.value.size > price.value.size and _is_of(price, count, total, unit.roots)
        ]
        if len(found) == 1 and (told := _told(price, *found[0])) is not None:
            yield told


def _totals(index: Claims) -> Iterator[tuple[Claim, Claim]]:
    """A number and what all of them cost, in one clause."""
    for count, total in zip(index.all, index.all[1:], strict=False):
        if (
            not count.cell
            and count.sentence == total.sentence
            and count.block == total.block
            and count.value.sort is Sort.COUNT
            and total.value.sort is Sort.MONEY
            and count.value.size > 1
            and not _EACH.match(total.sentence[total.value.end :])
            and _BETWEEN.match(total.sentence[count.value.end : total.value.start])
        ):
            yield count, total


def _is_of(price: Claim, count: Claim, total: Claim, unit: frozenset[str]) -> bool:
    """Whether the price is of what is counted: by its unit, or by "they" in the next sentence."""
    if unit:
        return bool(unit & count.unit.roots) and not (price.stage ^ total.stage) & {Stage.SAVING}
    said = count.unit.roots & (price.wide | price.about).roots
    return bool(said) and not (price.stage ^ total.stage) & {Stage.SAVING, Stage.INCOME}


def _told(price: Claim, count: Claim, total: Claim) -> TextFinding | None:
    low, high = price.value.low * count.value.low, price.value.high * count.value.high
    slack = total.value.size * _SLACK
    most = Stage.MOST in price.stage
    over = total.value.low > high + slack
    under = total.value.high < low - slack
    if not over and (most or not under):
        return None
    times = total.value.size / (price.value.size * count.value.size)
    if not 1 / _FAR < times < _FAR:
        return None
    unit = total.value.size / count.value.size
    return TextFinding(
        place=price.place if price.block != total.block else total.place,
        quote=around(price.sentence, price.value.start, price.value.end, 90),
        message=f"{total.value.text} for {count.value.text} is £{unit:,.0f} each; here it is "
        f"{'at most ' if most else ''}{price.value.text} ({count.value.text} × {price.value.text}"
        f" = £{price.value.size * count.value.size:,.0f}; "
        f"“{around(total.sentence, *_span(count, total))}”).",
        confidence=Confidence.MEDIUM,
        cure="Correct the price, the number or the total.",
    )


def _span(count: Claim, total: Claim) -> tuple[int, int]:
    return count.value.start, total.value.end


RULES: tuple[Rule, ...] = (a_number_times_its_price_is_the_total,)
