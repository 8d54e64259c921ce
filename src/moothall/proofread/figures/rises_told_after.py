"""Rises told with a percentage after what they led to: “19,400.  This is up by 580 (2.5%)”.

“This was 7,509 more than in 2015, an increase of 9%” says the same, as does “480 more than in the
year before, or 1%”.  Silent where the sentence before holds several figures of the kind, or where
the percentage is held against something else than what was before.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

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
_NOUNS = (
    r"increase|rise|growth|gain|jump|uplift|decrease|fall|reduction|drop|cut|decline|dip|loss|"
    r"improvement"
)
_MORE = Expression(
    rf"(?:^(?:This|That|It|These|They|Which|The (?:number|total|figure))\s(?:is|was|are|were|"
    rf"represent(?:s|ed)|amounts? to|equates? to|meant|means|marks?|shows?)\s|"
    rf",\s(?:(?:which|that)\s(?:is|was)\s)?|\swhich\s(?:is|was|represents)\s|\s[-–]\s|\s\()"
    rf"(?P<of>an?\s(?:[a-z]+\s)?(?:{_NOUNS})\sof\s|up\s|down\s)?{ROUGH}{mark('c', 'MC')}"
    rf"(?:\s(?!more|fewer|less|higher|lower|greater)[a-z]+){{0,2}}"
    rf"(?:\s(?P<way>more|fewer|less|higher|lower|greater|up|down)\s(?:than|on)|"
    rf"\s(?:on|over|from|since|compared (?:with|to)|against))\b"
    rf"(?P<than>[^«»;:.()]{{3,70}}?),?\s\(?(?:(?:or|which is|and|representing|equivalent to|"
    rf"equal to|equating to|that is|i\.e\.|giving|making|a change of)\s)?"
    rf"(?:an?\s(?:[a-z]+\s)?(?P<noun>{_NOUNS})\sof\s|up\s|down\s|by\s|an?\s)?"
    rf"{ROUGH}{mark('p', 'P')}(?P<rest>[^«»]{{0,50}})",
    re.IGNORECASE,
)
_BEFORE = Expression(
    r"\b(?:year|years|month|quarter|week|last|previous|prior|before|ago|earlier|preceding|"
    r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?)\b",
    re.IGNORECASE,
)
"""What is held against a time before: only of that is the percentage sure to be a share."""
_OTHER_SPAN = Expression(
    r"^[)\s]{0,3}(?:since|from|of|more|fewer|on the|in (?!(?:a|one|the|just one) (?:year|month))"
    r"|for (?!the year)|points?)\b|^[)\s]{0,3}(?:over|compared) [^.;,]{0,25}\b(?:(?:19|20)\d\d|"
    r"decade|years)\b",
    re.IGNORECASE,
)
_FELL = Expression(
    r"\b(?:decrease|fall|reduction|drop|cut|down|lower|loss|fewer|less|decline|dip)\b", re.I
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
            match = _rise(one)
            if match is None or _OF_ANOTHER.search(match["rest"]):
                continue
            c, p = one.figure(match["c"]), one.figure(match["p"])
            ends = _ends(one.pattern[: match.start("c") - 1], one, c)
            words = one.text
            if not ends and kept is not None:
                ends, words = _ends(kept.pattern, kept, c), f"{kept.text} {one.text}"
            fell = _FELL.search(one.pattern[match.start() : match.start("rest")]) is not None
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


def _rise(one: Sentence) -> re.Match[str] | None:
    """The words of a rise, its amount and its percentage."""
    if len(one.figures) < _BOTH or "«P" not in one.pattern:
        return None
    if match := _RISE.search(one.pattern):
        return match
    more = _MORE.search(one.pattern)
    if more is None or not _BEFORE.search(more["than"]) or _OTHER_SPAN.search(more["rest"]):
        return None
    return more


def _ends(pattern: str, one: Sentence, c: Figure) -> list[Figure]:
    """The figures that may be what the rise led to."""
    found = [one.figure(name) for name in re.findall(r"«([A-Z]\d+)»", pattern)]
    return [figure for figure in found if figure.kind is c.kind and figure is not c]


def _wrong(ends: list[Figure], c: Figure, p: Figure, *, fell: bool) -> str | None:
    if len(ends) == _BOTH and not c.rough:
        return _between(ends[0], ends[1], c, p)
    if len(ends) != 1 or ends[0].kind is Kind.PERCENT:
        return None
    b = ends[0]
    rough = b.rough or c.rough or p.rough
    began = b.size + c.size if fell else b.size - c.size
    slack = b.spread + c.spread
    if began - slack <= 0 or c.low <= 0:
        return None
    low, high = c.low / (began + slack) * HUNDRED, c.high / (began - slack) * HUNDRED
    share = c.size / began * HUNDRED
    if beyond(p, low, high) <= 1:
        return None
    if not _slipped(p, share) and (rough or not share / 4 <= p.size <= share * 4):
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


def _slipped(p: Figure, share: Decimal) -> bool:
    """Whether the point of a percentage stands a place or two out: 9% for 0.9%."""
    return any(
        abs(p.size - share * ten) <= max(p.spread * _SLACK, share * ten / 20)
        for ten in (Decimal(10), Decimal("0.1"), Decimal(100), Decimal("0.01"))
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
_SLACK = 2

RULES: tuple[Rule, ...] = (a_rise_told_after_is_a_share_of_what_was_before,)
