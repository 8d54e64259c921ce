"""Implied bases: what a sum and its share of something say that the whole is.

"£54.8m (4.6 % of net budget)" makes that budget £1,191m; "£89.2m (68 % of net budget)" beside it
makes it £131m.  Budgets move from year to year, but not so far.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Paragraph,
    Sentence,
    around,
    each_sentence,
    mark,
)
from moothall.proofread.reading.thesaurus import words_of

_JOINED = (
    r"(?:(?:\s[a-z][^«»().;:]{0,50})?\s*[(\[]\s*|\s*[,–-]\s*"
    r"|,?\s+(?:which )?(?:is |are |represent\w* |equat\w+ to |being |or )"
    r"(?:about |around |just |over |under )*)"
)
_SHARE_OF = Expression(
    rf"{mark('part', 'M')}{_JOINED}{mark('share', 'P')}\s+of\s+"
    r"(?:the |our |its |total |overall |this year[’']s |council[’']s )*"
    r"(?P<base>(?:[a-z]+[ -]?){1,4})",
    re.IGNORECASE,
)
_TIMES_APART = 2
_SMALLEST = Decimal(1)
"""A share of less than one per cent is too roughly rounded to say of what."""


@dataclass(frozen=True, slots=True)
class _Implied:
    part: str
    share: str
    low: Decimal
    high: Decimal
    paragraph: Paragraph
    sentence: Sentence
    at: tuple[int, int]

    @property
    def size(self) -> Decimal:
        return (self.low + self.high) / 2


def shares_of_one_thing_imply_one_whole(report: Report) -> Iterator[TextFinding]:
    """Two sums, each with its share of the budget, make it a budget of about one size."""
    by_base: defaultdict[frozenset[str], list[_Implied]] = defaultdict(list)
    for paragraph, one in each_sentence(report, 2):
        for match in _SHARE_OF.finditer(one.pattern):
            base = words_of(match["base"]).roots
            if base and (implied := _implied(paragraph, one, match)):
                by_base[base].append(implied)
    for found in by_base.values():
        if len(found) > 1 and (odd := _odd_one(found)):
            yield _finding(*odd)


def _implied(paragraph: Paragraph, one: Sentence, match: re.Match[str]) -> _Implied | None:
    part, share = one.figure(match["part"]), one.figure(match["share"])
    if part.kind is not Kind.MONEY or share.low < _SMALLEST or not part.size:
        return None
    return _Implied(
        part.text, share.text, 100 * part.low / share.high, 100 * part.high / share.low, paragraph,
        one, (part.amount.start, share.amount.end),
    )  # fmt: skip


def _odd_one(found: list[_Implied]) -> tuple[_Implied, _Implied] | None:
    """The one that is far from all others, and the nearest of them."""
    for one in sorted(found, key=lambda each: each.size):
        others = [other for other in found if other is not one]
        if all(_are_apart(one, other) for other in others):
            near = min(others, key=lambda other: abs(other.size - one.size))
            return one, near
    return None


def _are_apart(one: _Implied, other: _Implied) -> bool:
    small, large = sorted((one, other), key=lambda each: each.size)
    return small.high * _TIMES_APART < large.low


def _finding(odd: _Implied, other: _Implied) -> TextFinding:
    return TextFinding(
        place=odd.paragraph.place,
        quote=around(odd.sentence.text, *odd.at),
        message=f"{odd.part} as {odd.share} makes the whole about {_in_millions(odd.size)}; "
        f"{other.part} as {other.share} of the same ({other.paragraph.place}) makes it about "
        f"{_in_millions(other.size)}.",
        confidence=Confidence.MEDIUM,
        cure="Correct the share or the sum.",
    )


def _in_millions(value: Decimal) -> str:
    if value < 1_000_000:
        return f"£{value:,.0f}"
    return f"£{value / 1_000_000:,.{1 if value < 100_000_000 else 0}f}m"


RULES: tuple[Rule, ...] = (shares_of_one_thing_imply_one_whole,)
