"""Variances told again: a sum that is an overspend in one place and an underspend in another.

“Note the forecast underspend of £398,000” in the recommendations, “an overspend of £398,000” in
the body.  Only sums printed to three digits are held so, which two things hardly share; not where
one makes up for the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages

_SPENT = r"spen(?:ds?|t|ding)"
_SUM = r"£(?P<{name}>\d[\d,]*(?:\.\d+)?)\s?(?P<{name}_unit>m|million|k|bn|billion)?\b"
_NAMED = Expression(
    rf"\b(?:(?P<over>over[- ]?{_SPENT})|(?P<under>under[- ]?{_SPENT}))\b"
    rf"[\s(:,–-]{{0,3}}(?:(?:of|by|is|was|at|totalling|amounting to|now)\s|[a-z]+\s){{0,3}}"
    + _SUM.format(name="after"),
    re.IGNORECASE,
)
_BEFORE = Expression(
    _SUM.format(name="before")
    + rf"\s(?:[a-z]+\s)?(?:(?P<over>over[- ]?{_SPENT})|(?P<under>under[- ]?{_SPENT}))\b",
    re.IGNORECASE,
)
_MADE_UP_FOR = Expression(
    r"\b(?:offset\w*|net(?:ted)? off|compensat\w+|balanc\w+|equal|funded (?:by|from)|met from|"
    r"against an?)\b",
    re.IGNORECASE,
)
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class _Variance:
    over: bool
    sum: str
    passage: Passage
    start: int
    end: int


def a_variance_keeps_its_name(report: Report) -> Iterator[TextFinding]:
    """A sum called an overspend here is not called an underspend there."""
    by_sum: defaultdict[str, list[_Variance]] = defaultdict(list)
    for passage in passages(report):
        if passage.has("spen") and not _MADE_UP_FOR.search(passage.text):
            for one in _variances(passage):
                by_sum[one.sum].append(one)
    for held in by_sum.values():
        over = [one for one in held if one.over]
        under = [one for one in held if not one.over]
        if not over or not under:
            continue
        rare, common = sorted((under, over), key=len)
        one, other = rare[-1], common[0]
        yield TextFinding(
            place=one.passage.place,
            quote=around(one.passage.text, one.start, one.end, after=40),
            message=f"£{one.sum} is an {_name(one)} here and an {_name(other)} at "
            f"{other.passage.place} (“{around(other.passage.text, other.start, other.end)}”).",
            confidence=Confidence.MEDIUM,
            cure="Give it one name in both places.",
        )


def _name(one: _Variance) -> str:
    return "overspend" if one.over else "underspend"


def _variances(passage: Passage) -> Iterator[_Variance]:
    for pattern, name in ((_NAMED, "after"), (_BEFORE, "before")):
        for match in pattern.finditer(passage.text):
            if len(re.sub(r"\D", "", match[name]).strip("0")) >= _DIGITS:
                unit = (match[f"{name}_unit"] or "")[:1].lower()
                yield _Variance(
                    bool(match["over"]), match[name] + unit, passage, match.start(), match.end()
                )


RULES: tuple[Rule, ...] = (a_variance_keeps_its_name,)
