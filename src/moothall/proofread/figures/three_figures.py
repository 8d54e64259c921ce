"""Three figures of a sentence, one of which is said to be how far the other two are apart.

"Spending moved from £2.3m to £1.7m, an improvement of £0.9m"; "320 in 2023 and 270 in 2024, 80
fewer"; "180 places and 168 pupils, leaving 22 empty".
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    ROUGH,
    Figure,
    Paragraph,
    Sentence,
    each_sentence,
    finding_on,
    finer,
    mark,
    worded,
)

_NOUN = (
    r"improvement|deterioration|worsening|movement|increase|rise|growth|reduction|fall|decrease|"
    r"drop|decline|difference|gap|change"
)
_LED = Expression(
    rf"(?:\b(?:an?|the|is|was|of|giving|being)\s+(?:[a-z-]+\s+){{0,2}}(?:{_NOUN})\s+of\s+|"
    rf"\b(?:leaving|leaves|left)\s+(?:only\s+)?|\b(?:that is|i\.e\.|or)\s+by\s+)"
    rf"{ROUGH}{mark('c', 'MC')}"
    rf"|\b(?:so|meaning)(?: that)?\s+{mark('so', 'MC')}\s+(?:[a-z]+\s)?"
    rf"(?:were|was|are|is|remain\w*|had|have|did|do)\b",
    re.IGNORECASE,
)
_FOLLOWED = Expression(
    r"(?:[,–(;]\s*(?:or |that is |which is |this is |i\.e\. )?|\b(?:is|are|was|were|had|have)\s+)"
    rf"{mark('c', 'MC')}\s+(?:[a-z]+\s+){{0,2}}?"
    r"(?P<how>more|fewer|less|higher|lower|better|worse|above|below|short|over|under)\b"
    r"(?P<than>\s+than\b[^«».;]*)?",
    re.IGNORECASE,
)
_THAN_BEFORE = Expression(r"before|year|earlier|previous|last|ago")
_OF_ANOTHER = Expression(
    r"than (?:planned|expected|budgeted|anticipated|forecast|the (?:target|plan|budget|national)|"
    r"average|any|other|most|elsewhere|in (?:any|other))",
    re.IGNORECASE,
)
_NOT_SO = Expression(
    r"\b(?:each|per|every|average|respectively|between|target|limit|up to|maximum|minimum|"
    r"of which|of whom|of these|includ\w+|further|another|additional|as well as|plus|together|"
    r"total\w*|in all|ratio|times|halv\w+|doubl\w+|if|would|could|either|net of|offset|after)\b",
    re.IGNORECASE,
)
_FEW = 3


def a_difference_told_is_that_of_the_other_two(report: Report) -> Iterator[TextFinding]:
    """The figure called a difference is how far the other two of its kind are apart."""
    for paragraph, one in each_sentence(report, _FEW):
        found = _wrong(paragraph, one)
        if found is not None:
            yield found


def _wrong(paragraph: Paragraph, one: Sentence) -> TextFinding | None:
    told = _difference_told(one)
    if told is None:
        return None
    pair = [figure for figure in one.figures if figure.kind is told.kind and figure is not told]
    if len(pair) != _FEW - 1 or _NOT_SO.search(one.text) or not _are_like(pair, told):
        return None
    if len({_is_a_time(one, figure) for figure in (*pair, told)}) > 1:
        return None
    first, second = pair
    off = abs(first.size - second.size)
    slack = first.spread + second.spread + told.spread
    fine = min(figure.amount.step for figure in (*pair, told))
    if min(abs(off - told.size), abs(first.size + second.size - told.size)) <= slack + _FEW * (
        fine if told.kind is Kind.MONEY else 0
    ):
        return None
    return finding_on(
        paragraph,
        one,
        f"{first.text} and {second.text} are {worded(off, finer(first, second))} apart, not "
        f"{told.text}.",
        "Correct the figure that is wrong.",
        Confidence.MEDIUM,
    )


def _difference_told(one: Sentence) -> Figure | None:
    led = _LED.search(one.pattern)
    if led is not None:
        return one.figure(led["c"] or led["so"])
    followed = _FOLLOWED.search(one.pattern)
    if followed is None or _OF_ANOTHER.search(followed["than"] or ""):
        return None
    if followed["than"] and not re.search(
        r"before|year|earlier|previous|last|ago", followed["than"]
    ):
        return None
    return one.figure(followed["c"])


def _are_like(pair: list[Figure], told: Figure) -> bool:
    """Whether the two can be of one measure at two times, or a whole and its part."""
    small, large = sorted(figure.size for figure in pair)
    if not small or any(figure.value < 0 for figure in (*pair, told)):
        return False
    years = [figure for figure in (*pair, told) if _looks_like_a_year(figure)]
    return not years and large <= 2 * small and told.size < large


_TIME_AFTER = Expression(r"^[\s-]?(?:working |calendar )?(?:day|week|month|year|hour|minute)s?\b")


def _is_a_time(one: Sentence, figure: Figure) -> bool:
    return bool(_TIME_AFTER.match(one.text[figure.amount.end :]))


def _looks_like_a_year(figure: Figure) -> bool:
    return figure.kind is Kind.COUNT and 1990 <= figure.size <= 2099 and "," not in figure.text


RULES: tuple[Rule, ...] = (a_difference_told_is_that_of_the_other_two,)
