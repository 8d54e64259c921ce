"""Rises told with a percentage after what they led to: “19,400.  This is up by 580 (2.5%)”."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.changes import (
    a_change_is_a_share_of_where_it_began,
    a_change_is_the_difference_of_its_figures,
)
from moothall.proofread.figures.told_changes import a_change_told_is_that_of_the_figures_beside_it
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    ROUGH,
    Figure,
    Sentence,
    beyond,
    finding_on,
    finer,
    mark,
    paragraphs,
    per_cent,
    worded,
)

_RISE = Expression(
    rf"(?:^(?:This|That|It|These|They|The (?:number|total|figure))\b[^«»;.]{{0,40}}?|,\s(?:"
    rf"showing\s|giving\s|representing\s|making\s)?|"
    rf"\bwhich\s(?:is|was|represents)\s)"
    rf"(?:an?\s(?:[a-z]+\s)?(?P<noun>increase|rise|growth|gain|decrease|fall|reduction|drop|cut|"
    rf"loss)\sof\s|"
    rf"\b(?P<way>up|down|higher|lower)\sby\s)"
    rf"{ROUGH}{mark('c', 'MC')}(?:\s[a-z]+)?,?\s?(?:\(|or\s|"
    rf",\sor\s){ROUGH}{mark('p', 'P')}\)?(?P<rest>[^«»]{{0,50}})",
    re.IGNORECASE,
)
_OF_ANOTHER = Expression(
    r"^[^.;]{0,12}\b(?:on|over|from|compared (?:with|to)) (?:the )?(?:budget|target|estimate)|\ba "
    r"year\b|\bper annum\b|"
    r"\beach year\b|\bon average\b",
    re.IGNORECASE,
)


def a_rise_told_after_is_a_share_of_what_was_before(report: Report) -> Iterator[TextFinding]:
    """“There are 19,400 plans.  This is an increase of 580 (2.5%)”: 3.1% of 18,820."""
    told: set[str] | None = None
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        for one in paragraph.sentences:
            kept, before = before, one
            match = _RISE.search(one.pattern) if len(one.figures) >= 2 else None
            if match is None or _OF_ANOTHER.search(match["rest"]):
                continue
            c, p = one.figure(match["c"]), one.figure(match["p"])
            ends = _ends(one.pattern[: match.start("c") - 1], one, c)
            words = one.text
            if not ends and kept is not None:
                ends, words = _ends(kept.pattern, kept, c), f"{kept.text} {one.text}"
            fell = (match["noun"] or match["way"]).lower() in (
                "decrease", "fall", "reduction", "drop", "cut", "down", "lower", "loss",
            )  # fmt: skip
            message = _wrong(ends, c, p, fell=fell)
            if message is None:
                continue
            if told is None:
                rules = (
                    a_change_is_a_share_of_where_it_began,
                    a_change_is_the_difference_of_its_figures,
                    a_change_told_is_that_of_the_figures_beside_it,
                )
                told = {f.quote[:50] for rule in rules for f in rule(report)}
            if not told & {one.text[:50], words[:50]}:
                both = Sentence(text=words, pattern="", figures=())
                yield finding_on(
                    paragraph, both, message, "Correct the figure that is wrong.", Confidence.MEDIUM
                )


def _ends(pattern: str, one: Sentence, c: Figure) -> list[Figure]:
    """The figures that may be what the rise led to."""
    found = [one.figure(name) for name in re.findall(r"«([A-Z]\d+)»", pattern)]
    return [figure for figure in found if figure.kind is c.kind and figure is not c]


def _wrong(ends: list[Figure], c: Figure, p: Figure, *, fell: bool) -> str | None:
    if len(ends) == _BOTH and not c.rough:
        return _between(ends[0], ends[1], c, p)
    if len(ends) != 1 or ends[0].rough or c.rough or p.rough or ends[0].kind is Kind.PERCENT:
        return None
    b = ends[0]
    began = b.size + c.size if fell else b.size - c.size
    slack = b.spread + c.spread
    if began - slack <= 0 or c.low <= 0:
        return None
    low, high = c.low / (began + slack) * HUNDRED, c.high / (began - slack) * HUNDRED
    share = c.size / began * HUNDRED
    if beyond(p, low, high) <= 1 or not share / 4 <= p.size <= share * 4:
        return None
    on_later = c.size / b.size * HUNDRED
    hint = (
        f" ({p.text} is its share of {b.text}, the later figure)"
        if abs(on_later - p.size) <= p.spread
        else ""
    )
    return (
        f"{b.text} was {worded(began, finer(b, c))} before a change of {c.text}: that is "
        f"{per_cent(share, p.amount.places)}, not {p.text}{hint}."
    )


def _between(a: Figure, b: Figure, c: Figure, p: Figure) -> str | None:
    """A change between two figures, whose percentage is right and which itself is not."""
    apart = abs(a.size - b.size)
    slack = a.spread + b.spread + c.spread
    if a.rough or b.rough or not a.size or not apart or abs(apart - c.size) <= slack:
        return None
    share = apart / a.size * HUNDRED
    if beyond(p, share, share) > 1 or not apart / 4 <= c.size <= apart * 4:
        return None
    return (
        f"{a.text} and {b.text} are {worded(apart, finer(a, b))} apart, which is {p.text}; "
        f"{c.text} is not."
    )


_BOTH = 2

RULES: tuple[Rule, ...] = (a_rise_told_after_is_a_share_of_what_was_before,)
