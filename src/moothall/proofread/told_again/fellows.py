"""Fellows: figures near in size that are said of the same thing, by the words of each.

Of the overspend of £614,000 that a report asks members to note, the fellow is the row “Net total,
Variance” with 596, for all that the row says is said in the sentence too.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.slips import looks_like_a_slip
from moothall.proofread.reading.statements import periods_named
from moothall.proofread.reading.thesaurus import root, words_of
from moothall.proofread.told_again.claim_contradictions import apart
from moothall.proofread.told_again.claim_index import Claim, Claims
from moothall.proofread.told_again.claim_stages import Stage
from moothall.proofread.told_again.claim_words import GENERIC
from moothall.proofread.told_again.figures_borne_out import has_its_value, may_be_one_sort

_FAR = Decimal("1.5")
_NEAR = Decimal("1.2")
_LEAD = 1.15
"""How much likelier than the next with another value the one that is told must be."""
_UNITS = (Decimal(1_000), Decimal(1_000_000))
_GENERIC_TELLS = 0.4
_IN_THE_SENTENCE, _ABOUT_IT = 0.7, 0.6


_ACTS_ASKED = frozenset(
    map(root, word_set("approve agree endorse recommend authorise consider adopt confirm support"))
)
"""What members are asked to do says nothing of what a figure is of."""
_VARIANCE = Expression(
    r"\b(?:varia(?:nce|tion)s?|var\.?|difference|over|under|(?:over|under)[- ]?spends?|"
    r"surplus|deficit)\b",
    re.IGNORECASE,
)
_SOURCE = Expression(r"\bfrom (?:the |its |our )?(?P<of>[^.,;()]{3,60})", re.IGNORECASE)
_PART_OF_A_YEAR = Expression(
    r"\b(?:(?:first|second|third|fourth|last|this|each|past) (?:quarter|half|months?|weeks?)|"
    r"quarters? (?:\d|one|two|three|four)|q[1-4]|half[- ]year\w*|"
    r"(?:first|last|past) \w+ months|months? \d+|so far)\b",
    re.IGNORECASE,
)
_TIMES = frozenset(map(root, word_set("quarter half month months date period")))
_SPENT = frozenset(
    map(root, word_set("overspend overspent overspending underspend underspent underspending"))
)
_VARIES = frozenset(map(root, word_set("variance variation var difference")))
TOTAL = Expression(r"\b(?:totals?|net|overall|grand|sum)\b", re.IGNORECASE)
_TOTALS, _CLOSE, _SLIP, _CHANGED_ABOUT = 1.3, 1.4, 1.5, 2.5
"""How much likelier the total of a table is, one near in size, and one that differs by a slip."""
_FEWEST_DIGITS = 5
"""Of both: two digits of each change about by chance."""
_PERIOD_TELLS = 1.5


@dataclass(frozen=True, slots=True)
class Fellow:
    """A figure of the same thing.

    `common` is how much the words of both have in common, `share` which part that is of what the
    one of them says.
    """

    claim: Claim
    common: float
    share: float
    is_near: bool
    is_a_slip: bool
    rank: float
    """How likely it is, beside others."""


def fellows(
    one: Claim, others: Iterable[Claim], index: Claims, *, of_any_year: bool = False
) -> list[Fellow]:
    """The figures that may be said of the same thing, likeliest first."""
    found = []
    alone = _without_a_whole(one, index)
    for other in others:
        times = _times(one, other)
        if times is None or other is one or not may_be_one_sort(one, other):
            continue
        about = has_digits_changed_about(one.value.size, other.value.size)
        slip = about or looks_like_a_slip(one.value.size, other.value.size)
        if times > _FAR and not (slip and (times < 10 or times in _UNITS)):
            continue
        if other.cell and (
            is_of_another_time(one, other, of_any_year=of_any_year)
            or _are_of_two_counts(one, other)
        ):
            continue
        asked = _of_a_variance(alone) if is_a_variance(other) else alone
        if one.sentence == other.sentence or apart(asked, _as_the_sort_of(one, other)):
            continue
        common, share = _in_common(one, other, index)
        if common > 0:
            near = times <= _NEAR
            weight = _CHANGED_ABOUT if about else _SLIP if slip else _CLOSE if near else 1
            if other.cell and TOTAL.search(other.own):
                weight *= _TOTALS
            found.append(Fellow(other, common, share, near, slip, common * share * weight))
    return sorted(found, key=lambda held: -held.rank)


def has_digits_changed_about(one: Decimal, other: Decimal) -> bool:
    """Whether three digits or more are the same but for two neighbours changed about.

    >>> has_digits_changed_about(Decimal(604000), Decimal(640000))
    True
    """
    first, second = (format(value.normalize(), "f").replace(".", "") for value in (one, other))
    if len(first) != len(second) or len(first.strip("0") + second.strip("0")) < _FEWEST_DIGITS:
        return False
    wrong = [place for place in range(len(first)) if first[place] != second[place]]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(first) == sorted(second)


def is_a_variance(cell: Claim) -> bool:
    """Whether a column holds what was spent over or under the budget, by its sign."""
    return cell.cell and bool(_VARIANCE.search(cell.head))


def is_of_a_variance(word: str, one: Claim, other: Claim) -> bool:
    """Whether a word says “overspent” of what the other has in a column “Variance”, or the like."""
    if is_a_variance(other):
        return word in _SPENT
    return is_a_variance(one) and word in _VARIES and bool(other.stage & {Stage.OVER, Stage.UNDER})


def _of_a_variance(one: Claim) -> Claim:
    """“An underspend of £61,000” is a variance of (61)."""
    return replace(one, stage=one.stage - {Stage.UNDER, Stage.OVER})


def is_of_another_time(one: Claim, cell: Claim, *, of_any_year: bool = False) -> bool:
    """Whether the column is of a year that the sentence does not name, or the sentence of a part.

    A sum asked for is no slip of last year's; “in the first quarter” is not what the year came to.
    """
    periods = periods_named(cell.head)
    if periods:
        named = periods_named(one.sentence)
        return not periods & named and bool(named or not of_any_year)
    part = _PART_OF_A_YEAR.search(one.sentence)
    return part is not None and not cell.about.roots & _TIMES


def _are_of_two_counts(one: Claim, cell: Claim) -> bool:
    """Whether one counts people and the other full-time equivalents."""
    return one.value.is_counted and ("fte" in cell.near.roots) != ("fte" in one.wide.roots)


def _without_a_whole(one: Claim, index: Claims) -> Claim:
    """“Including the shortfall of £1.3m” is a part of no figure where it stands alone."""
    if one.role != "part" or any(
        held.sentence == one.sentence and held.value.sort is one.value.sort and held is not one
        for held in index.of_block(one.block)
    ):
        return one
    return replace(one, role="")


def surest(found: list[Fellow]) -> Fellow | None:
    """The likeliest, where none of another value is nearly as likely."""
    if not found:
        return None
    best = found[0]
    rivals = [held for held in found[1:] if not has_its_value(best.claim, held.claim)]
    return best if not rivals or best.rank >= _LEAD * rivals[0].rank else None


def _times(one: Claim, other: Claim) -> Decimal | None:
    small, large = sorted((one.value.size, other.value.size))
    return large / small if small else None


def _as_the_sort_of(one: Claim, other: Claim) -> Claim:
    """A cell of a column of money that says so nowhere, read as money."""
    if other.value.sort is one.value.sort:
        return other
    return replace(other, value=replace(other.value, sort=one.value.sort, is_counted=False))


def _in_common(one: Claim, other: Claim, index: Claims) -> tuple[float, float]:
    """How much the two have in common, and which part that is of what the one of them says."""
    first, of_first = _said(one, other, index)
    second, of_second = _said(other, one, index)
    return max(first, second), max(of_first, of_second)


def _said(one: Claim, other: Claim, index: Claims) -> tuple[float, float]:
    held = whole = 0.0
    said = one.near.roots - _ACTS_ASKED
    if not one.cell and (source := _SOURCE.search(one.sentence, one.value.end)):
        said = said - words_of(source["of"]).roots or said  # what pays is not what is paid for
    if one.cell and not said - GENERIC:
        said |= one.about.roots  # a bare “Total, Number” is of what its table is of
    for word in said:
        tells = index.tells(word) * (_GENERIC_TELLS if word in GENERIC else 1)
        whole += tells
        held += tells * max(
            is_of_a_variance(word, one, other),
            other.near.has(word),
            _IN_THE_SENTENCE * other.wide.has(word),
            _ABOUT_IT * other.about.has(word),
        )
    if set(one.when) & set(other.when):
        held, whole = held + _PERIOD_TELLS, whole + _PERIOD_TELLS
    return held, held / whole if whole else 0.0
