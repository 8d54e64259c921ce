"""Gaps between two percentages: “40.5%, a 4.6% increase on the level of 36.9%” is 3.6 points."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.changes import a_change_is_the_difference_of_its_figures
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.told_changes import a_change_told_is_that_of_the_figures_beside_it
from moothall.proofread.figures.workings import a_difference_is_that_of_its_two_figures
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    each_sentence,
    finding_on,
    per_cent,
)

_NOUN = (
    r"increase|rise|growth|improvement|gain|decrease|fall|drop|decline|reduction|dip|jump|"
    r"deterioration|uplift|upturn|downturn"
)
_MORE = r"higher|lower|more|less|better|worse|above|below|up|down|ahead|behind|over|under|short"
_GAP = r"«(?P<d>[PQ]\d+|C\d+(?=»[\s-]points?\b))»(?:[\s-]points?)?"
_TO_THE_BASE = (
    r"(?P<way>[^«»;.,()]{0,30}?)\b(?:on|from|than|over|above|below|against|of|compared (?:to|"
    r"with))\s"
    r"(?P<what>[^«»;.,()]{0,60}?)«(?P<y>P\d+)»"
)
_FORMS = (
    # a 4.6% increase on the … level of 36.9%; 6.1 points above the 74.2% of last year
    Expression(
        rf"{_GAP}[\s-](?:[a-z]+\s)?(?P<how>{_NOUN}|{_MORE})\b{_TO_THE_BASE}", re.I
    ),
    Expression(rf"{_GAP}\s(?P<how>above|below|over|under)\b\s(?P<way>)"
               rf"(?P<what>[^«»;.,()]{{0,60}}?)«(?P<y>P\d+)»", re.I),
    # up 4.2 points on the 88.3%; a fall of 2.6 points on last year’s 94.7%
    Expression(
        rf"\b(?P<how>{_NOUN}|up|down|rose|fell|improved|increased|decreased|dropped|grew)"
        rf"(?:\s(?:of|by))?\s{_GAP}{_TO_THE_BASE}",
        re.I,
    ),
)  # fmt: skip
_GATE = Expression(rf"\b(?:{_NOUN}|{_MORE}|rose|fell|improved|increased|dropped|grew)\b", re.I)
_OTHER = Expression(
    r"\b(?:and|but|while|whilst|of (?:those|them|all)|who|which|in the number|relative|inflation|"
    r"annum|once|a (?:day|week|month|year)|respectively|interest|target of|to)\b",
    re.IGNORECASE,
)


def a_gap_told_between_shares_is_theirs(report: Report) -> Iterator[TextFinding]:
    """“91.5%, up 4.2 points on the 88.3% of spring”: 3.2 points."""
    for paragraph, one in each_sentence(report, 3):
        if sum(figure.kind is Kind.PERCENT for figure in one.figures) < 2:
            continue
        if not _GATE.search(one.text):
            continue
        for form in _FORMS:
            message = next(filter(None, (_wrong(one, m) for m in form.finditer(one.pattern))), None)
            if message and not told_by(_OTHERS, report, paragraph, one):
                yield _finding(paragraph, one, message)
                break
            if message:
                break


_OTHERS = quotes_told(
    a_change_is_the_difference_of_its_figures,
    a_change_told_is_that_of_the_figures_beside_it,
    a_difference_is_that_of_its_two_figures,
)


def _finding(paragraph: Paragraph, one: Sentence, message: str) -> TextFinding:
    return finding_on(
        paragraph, one, message, "Correct the figure that is wrong.", Confidence.MEDIUM
    )


def _wrong(one: Sentence, match: re.Match[str]) -> str | None:
    d, y = one.figure(match["d"]), one.figure(match["y"])
    if _OTHER.search(match["way"]) or _OTHER.search(match["what"]) or d.rough or y.rough:
        return None
    lead = one.pattern[: match.start()]
    levels = [
        figure
        for name in re.findall(r"«(P\d+)»", lead)
        if (figure := one.figure(name)).kind is Kind.PERCENT and not figure.rough
    ]
    if not levels or not y.size or any(_is_so(x, y, d) for x in levels):
        return None
    rest = [f for f in one.figures if f.kind is Kind.PERCENT and f is not d]
    if any(_is_so(a, b, d) for a in rest for b in rest if a is not b):
        return None
    x = levels[-1]
    gap = abs(x.size - y.size)
    if not gap or not gap / 3 <= d.size <= gap * 3:
        return None
    places = max(x.amount.places, y.amount.places)
    return (
        f"{x.text} and {y.text} are {gap:.{places}f} percentage points apart "
        f"({per_cent(gap / y.size * HUNDRED)} of {y.text}), not {d.text}."
    )


def _is_so(x: Figure, y: Figure, d: Figure) -> bool:
    """Whether the gap is the difference in points, or for a percentage the change in proportion."""
    slack = x.spread + y.spread + d.spread
    if abs(abs(x.size - y.size) - d.size) <= slack:
        return True
    if d.kind is not Kind.PERCENT or y.size == 0:
        return False
    relative = abs(x.size - y.size) / y.size * HUNDRED
    return abs(relative - d.size) <= d.amount.step + HUNDRED * (x.spread + y.spread) / y.size


RULES: tuple[Rule, ...] = (a_gap_told_between_shares_is_theirs,)
