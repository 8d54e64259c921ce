"""Shares of what the sentence before told: “lent £61.7m, of which £143k was lost.  This is 2.3%”.

“This represents” speaks of the whole and the part just told, or of what was just told and the
whole of its kind that the paragraph gave before: 140 houses beside 500 houses are 28% more.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.bases_told_before import a_share_is_of_the_number_told_before
from moothall.proofread.figures.led_shares import a_share_is_of_what_it_is_said_to_be_of
from moothall.proofread.figures.said_before import a_share_follows_from_the_numbers_before_it
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Sentence,
    beyond,
    finding_on,
    mark,
    paragraphs,
    per_cent,
)
from moothall.proofread.reading.thesaurus import root

_THIS_IS = Expression(
    r"^(?:This|That|It|These|Which)\s(?:therefore\s|now\s|only\s)?(?:represent(?:s|ed)?|is|was|are|"
    r"were|"
    r"equates? to|amounts? to|makes?|comes? to|accounts? for|constitutes?)\s"
    rf"(?P<gap>(?:[a-z]+\s){{0,5}}?){mark('p', 'P')}\s(?:of\s(?!whom|which)|(?P<more>increase|rise|"
    r"growth|more))",
    re.IGNORECASE,
)
_OF_WHICH = Expression(r"\bof (?:which|whom|these|this|those|them)\b|\bout of\b", re.IGNORECASE)
_MOVED = Expression(
    r"\b(?:increas\w*|reduc\w*|decreas\w*|rise|rose|fell|fall|compared|than|from «|target|average|"
    r"last year|previous\w*|budget\w*|net|up to|or|between)\b",
    re.IGNORECASE,
)
_COUNTED = Expression(r"«(?P<n>C\d+)»(?P<things>(?:\s[a-z-]+){1,2})", re.IGNORECASE)
_CURE = "Correct the percentage or the figure."
_FAR = 12


def a_share_is_of_the_two_figures_just_told(report: Report) -> Iterator[TextFinding]:
    """“It lent £61.7m, of which £143k was lost.  This represents 2.3% of the loans”: 0.2%."""
    for paragraph in paragraphs(report):
        for place, plain in enumerate(paragraph.sentences):
            match = _THIS_IS.match(plain.pattern) if place else None
            if match is None:
                continue
            p = plain.figure(match["p"])
            before = [with_all_numbers(one.text) for one in paragraph.sentences[:place]]
            pair = _added(before) if match["more"] else _whole_and_part(before[-1])
            if pair is None or told_by(_OTHERS, report, paragraph, plain):
                continue
            message = _wrong(*pair, p)
            if message:
                text = f"{paragraph.sentences[place - 1].text} {plain.text}"
                both = Sentence(text=text, pattern="", figures=())
                yield finding_on(paragraph, both, message, _CURE, Confidence.MEDIUM)


_OTHERS = quotes_told(
    a_share_is_of_the_number_told_before,
    a_share_is_of_what_it_is_said_to_be_of,
    a_share_follows_from_the_numbers_before_it,
)


def _whole_and_part(one: Sentence) -> tuple[Figure, Figure] | None:
    """The whole and the part that a sentence tells with “of which”, where it tells no more."""
    cue = _OF_WHICH.search(one.pattern)
    kept = [f for f in one.figures if f.kind in (Kind.MONEY, Kind.COUNT)]
    if cue is None or len(kept) != 2 or len(kept) != len(one.figures) or _MOVED.search(one.pattern):
        return None
    first, second = kept
    if first.kind is not second.kind or first.rough or second.rough:
        return None
    return (first, second) if first.size > second.size else (second, first)


def _added(before: list[Sentence]) -> tuple[Figure, Figure] | None:
    """The things just told, and the things of their kind that the paragraph counted before."""
    counted = [
        (number, one.figure(match["n"]), {root(word) for word in match["things"].split()})
        for number, one in enumerate(before)
        for match in _COUNTED.finditer(one.pattern)
    ]
    last = [(figure, names) for number, figure, names in counted if number == len(before) - 1]
    if len(last) != 1 or last[0][0].rough:
        return None
    new, names = last[0]
    held = [
        figure
        for number, figure, others in counted
        if number < len(before) - 1 and names & others and figure.size != new.size
    ]
    if len(held) != 1 or held[0].size <= new.size or held[0].rough:
        return None
    return held[0], new


def _wrong(whole: Figure, part: Figure, p: Figure) -> str | None:
    if part.low <= 0 or p.rough:
        return None
    low, high = part.low / whole.high * HUNDRED, part.high / whole.low * HUNDRED
    share = part.size / whole.size * HUNDRED
    if beyond(p, low, high) <= 1 or not share / _FAR <= p.size <= share * _FAR:
        return None
    places = max(p.amount.places, 2 if share < 1 else 1)
    return f"{part.text} is {per_cent(share, places)} of {whole.text}, not {p.text}."


RULES: tuple[Rule, ...] = (a_share_is_of_the_two_figures_just_told,)
