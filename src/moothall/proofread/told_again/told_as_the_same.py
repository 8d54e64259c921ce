"""Figures told as the same: "at £3,476, the same figure as the £3,467 of 2013"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import each_sentence, finding_on
from moothall.proofread.reading.slips import differ, in_figures

_THE_SAME_AS = Expression(
    r"(?:\b(?:the same|identical|equal)(?: (?:figure|amount|sum|level|number|rate|price|charge|"
    r"value|total|precept|fee|share|percentage|budget|grant))? (?:as|to)|"
    r"\b(?:unchanged|no change|not changed|no different) from)\s+(?:the |its |our |their |"
    r"last year[’']s |previous |20\d\d )*$",
    re.IGNORECASE,
)
_THEN = Expression(
    r"\s*(?:[,.;)]|$|(?:of|in|for|paid|charged|set|agreed|received|last|a year|per|that|which|"
    r"requested|told|reported|given)\b)"
)
_FARTHEST = 90


def what_is_told_as_the_same_is_the_same(report: Report) -> Iterator[TextFinding]:
    """Two figures of which a sentence says that the one is the other."""
    for paragraph, one in each_sentence(report, at_least=2):
        if not _SAYS_SO.search(one.text):
            continue
        for first, second in pairwise(one.figures):
            between = one.text[first.amount.end : second.amount.start]
            if first.kind is not second.kind or len(between) > _FARTHEST or first.rough:
                continue
            if (
                _THE_SAME_AS.search(between)
                and _THEN.match(one.text, second.amount.end)
                and differ(first.amount, second.amount)
            ):
                gap = in_figures(abs(first.size - second.size))
                yield finding_on(
                    paragraph,
                    one,
                    f"{first.text} is told as the same as {second.text}; they are {gap} apart.",
                    "Give one figure, or say how it has changed.",
                    Confidence.HIGH,
                )


_SAYS_SO = Expression(r"\b(?:same|identical|equal|unchanged|change|changed|different)\b")

RULES: tuple[Rule, ...] = (what_is_told_as_the_same_is_the_same,)
