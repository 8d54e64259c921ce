"""The least and the greatest of a list: “£120,000, £135,000 and £142,000.  The lowest is £25,000
below the highest”.

The figures stand in one sentence, three of them at least and of one kind; that sentence or the next
says how far the extremes lie apart, or what their average is.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.averages_of_lists import an_average_is_that_of_the_figures_listed
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Sentence,
    finding_on,
    mark,
    paragraphs,
    worded,
)

_LEAST = r"(?:lowest|cheapest|smallest|least expensive|least|shortest|fewest|slowest|minimum)"
_MOST = r"(?:highest|dearest|largest|most expensive|greatest|biggest|longest|most|maximum)"
_GATE = Expression(rf"\b(?:{_LEAST}|average|mean)\b", re.IGNORECASE)
_NOUN = r"(?:\s(?!next|second)[a-z]+)?"
_LIST = Expression(
    r"(?P<list>«[MCP]\d+»(?:,\s(?:[a-z]+\s){0,2}?«[MCP]\d+»)+,?\sand\s(?:[a-z]+\s){0,2}?«[MCP]\d+»)",
    re.IGNORECASE,
)
_APART = (
    Expression(
        rf"\b(?:{_LEAST}{_NOUN}\s(?:is|was|being|came in|lies)\s(?:[a-z]+\s)?{mark('t')}\s(?:below|"
        rf"less than|lower than|cheaper than|under|shorter than|smaller than|fewer than)|"
        rf"{_MOST}{_NOUN}\s(?:is|was|being|came in|lies)\s(?:[a-z]+\s)?{mark('u')}\s(?:above|"
        rf"more than|higher than|dearer than|over|longer than|larger than))\s(?:the\s)?"
        rf"(?:{_MOST}|{_LEAST})\b",
        re.IGNORECASE,
    ),
    Expression(
        rf"\b(?:difference|gap|spread|range|distance)\s(?:between|from)\s(?:the\s)?(?:{_LEAST}|"
        rf"{_MOST})"
        rf"{_NOUN}\s(?:and|to)\s(?:the\s)?(?:{_MOST}|{_LEAST}){_NOUN}\s(?:is|was|of|comes to|"
        rf"being)\s"
        rf"{mark('t')}(?P<u>)",
        re.IGNORECASE,
    ),
)
_NEXT = Expression(
    rf"\b(?P<least>{_LEAST}){_NOUN}\s(?:is|was|came in)\s{mark('t')}\s(?:below|less than|"
    rf"lower than|"
    r"cheaper than|under)\sthe (?:next|second)\b",
    re.IGNORECASE,
)
_AVERAGE = Expression(
    rf"^\W*(?:the|their|an)\s(?:average|mean)(?:\s(?:of (?:these|them|the \w+)|bid|tender|quote|"
    rf"price|cost|figure|offer))?\s(?:is|was|of|being|comes to)\s{mark('t')}",
    re.IGNORECASE,
)
_THREE = 3
_CURE = "Correct the figure that is wrong."
_OTHERS = quotes_told(an_average_is_that_of_the_figures_listed)


def extremes_of_a_list_lie_as_far_apart_as_told(report: Report) -> Iterator[TextFinding]:
    """“£120,000, £135,000 and £142,000.  The lowest is £25,000 below the highest”: £22,000."""
    for paragraph in paragraphs(report):
        if not _GATE.search(paragraph.text):
            continue
        before: list[Figure] | None = None
        for one in paragraph.sentences:
            listed = _listed(one) or before
            before = _listed(one)
            if listed is None or not _GATE.search(one.text):
                continue
            message = _misfit(one, listed)
            if message and not told_by(_OTHERS, report, paragraph, one):
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _listed(one: Sentence) -> list[Figure] | None:
    """The figures of the one list of a sentence."""
    if len(one.figures) < _THREE:
        return None
    match = _LIST.search(one.pattern)
    if match is None or _LIST.search(one.pattern, match.end()):
        return None
    listed = [one.figure(name) for name in re.findall(r"«[A-Z]\d+»", match["list"])]
    if len({figure.kind for figure in listed}) != 1 or any(figure.rough for figure in listed):
        return None
    return listed


def _misfit(one: Sentence, listed: list[Figure]) -> str | None:
    sizes = sorted(listed, key=lambda figure: figure.size)
    for form in _APART:
        if match := form.search(one.pattern):
            return _difference(sizes[-1], sizes[0], one.figure(match["t"] or match["u"]))
    if match := _NEXT.search(one.pattern):
        return _difference(sizes[1], sizes[0], one.figure(match["t"]))
    match = _AVERAGE.search(one.pattern)
    if match is None:
        return None
    told = one.figure(match["t"])
    fair = sum((figure.size for figure in listed), Decimal(0)) / len(listed)
    slack = max(told.spread + max(figure.spread for figure in listed), fair / _HUNDREDTH)
    if told.kind is not listed[0].kind or told.rough or abs(told.size - fair) <= slack:
        return None
    texts = ", ".join(figure.text for figure in listed)
    return f"The average of {texts} is {worded(fair, told.amount)}, not {told.text}."


_HUNDREDTH = 100
"""So small a part of an average is rounding."""


def _difference(large: Figure, small: Figure, told: Figure) -> str | None:
    points = large.kind is Kind.PERCENT and told.kind is Kind.POINTS
    if told.rough or not (told.kind is large.kind or points):
        return None
    if told.kind is Kind.PERCENT:
        return None  # a share of the other, or points: not said
    got = large.size - small.size
    if abs(got - told.size) <= large.spread + small.spread + told.spread:
        return None
    return f"{large.text} − {small.text} = {worded(got, large.amount)}, not {told.text}."


RULES: tuple[Rule, ...] = (extremes_of_a_list_lie_as_far_apart_as_told,)
