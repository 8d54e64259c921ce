"""Variances told again: a sum that is an overspend in one place and an underspend in another.

“Note the forecast underspend of £398,000” in the recommendations, “an overspend of £398,000” in
the body; so too a surplus and a deficit.  Only sums printed to three digits are held so, which two
things hardly share; not where one makes up for the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages

_SPENT = r"spen(?:ds?|t|ding)"
_SUM = r"£(?P<{name}>\d+(?:,\d{{3}})*(?:\.\d+)?)\s?(?P<{name}_unit>million|m|k|bn|billion)?\b"
_WAY = (
    rf"(?:(?P<over>over[- ]?{_SPENT})|(?P<under>under[- ]?{_SPENT})|(?P<deficit>deficits?)|"
    r"(?P<surplus>surplus(?:es)?))"
)
_NAMED = Expression(
    rf"\b{_WAY}\b"
    rf"[\s(:,–-]{{0,3}}(?:(?:of|by|is|was|at|totalling|amounting to|now)\s|[a-z]+\s){{0,3}}"
    + _SUM.format(name="after"),
    re.IGNORECASE,
)
_BEFORE = Expression(
    _SUM.format(name="before") + rf"\s(?:[a-z]+\s)?{_WAY}\b",
    re.IGNORECASE,
)
_MADE_UP_FOR = Expression(
    r"\b(?:offset\w*|net(?:ted)? off|compensat\w+|balanc\w+|equal|funded (?:by|from)|met from|"
    r"against an?)\b",
    re.IGNORECASE,
)
_DIGITS = 3
_TIMES = {"": 1, "k": 10**3, "m": 10**6, "b": 10**9}
_CONTRARY = {"overspend": "underspend", "surplus": "deficit"}


@dataclass(frozen=True, slots=True)
class _Variance:
    name: str
    sum: Decimal
    text: str
    passage: Passage
    start: int
    end: int


def a_variance_keeps_its_name(report: Report) -> Iterator[TextFinding]:
    """A sum called an overspend here is not called an underspend there."""
    by_sum: defaultdict[Decimal, list[_Variance]] = defaultdict(list)
    for passage in passages(report):
        if passage.has("spen", "surplus", "deficit") and not _MADE_UP_FOR.search(passage.text):
            for one in _variances(passage):
                by_sum[one.sum].append(one)
    for held in by_sum.values():
        for name, contrary in _CONTRARY.items():
            sides = [[one for one in held if one.name == side] for side in (name, contrary)]
            if all(sides):
                rare, common = sorted(sides, key=len)
                yield _told(rare[-1], common[0])


def _told(one: _Variance, other: _Variance) -> TextFinding:
    return TextFinding(
        place=one.passage.place,
        quote=around(one.passage.text, one.start, one.end, after=40),
        message=f"{one.text} is {_a(one)} here and {_a(other)} at {other.passage.place} "
        f"(“{around(other.passage.text, other.start, other.end)}”).",
        confidence=Confidence.MEDIUM,
        cure="Give it one name in both places.",
    )


def _a(one: _Variance) -> str:
    return f"an {one.name}" if one.name.endswith("spend") else f"a {one.name}"


def _variances(passage: Passage) -> Iterator[_Variance]:
    for pattern, name in ((_NAMED, "after"), (_BEFORE, "before")):
        for match in pattern.finditer(passage.text):
            if len(re.sub(r"\D", "", match[name]).strip("0")) >= _DIGITS:
                unit = (match[f"{name}_unit"] or "")[:1].lower()
                words = ("over", "under", "deficit", "surplus")
                way = next(word for word in words if match[word])
                yield _Variance(
                    f"{way}spend" if way in ("over", "under") else way,
                    Decimal(match[name].replace(",", "")) * _TIMES[unit],
                    f"£{match[name]}{unit}",
                    passage,
                    match.start(),
                    match.end(),
                )


RULES: tuple[Rule, ...] = (a_variance_keeps_its_name,)
