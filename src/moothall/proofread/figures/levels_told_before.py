"""Where a figure stood, told in one sentence, and how it went or compares in the next.

“There was a peak of 412 berths.  Since then berths have fallen to 431”; “this figure had risen to
1,109”; “the charge is £12.40.  This is above the limit of £12.60”; “a deficit of £3,273 … an
increased deficit of £1,298”.  What the later sentence speaks of must be the thing of the earlier:
it says “it” or “this figure”, or has the thing's own word.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.changes import (
    a_comparison_agrees_with_its_figures,
    a_direction_agrees_with_its_figures,
)
from moothall.proofread.figures.stated_changes import FROM_TO
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.told_beyond import what_is_told_beyond_another_is_so
from moothall.proofread.figures.words_of_change import DOWN, UP
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    ROUGH,
    Figure,
    Sentence,
    finding_on,
    mark,
    paragraphs,
)
from moothall.proofread.reading.thesaurus import root

_MOVES = Expression(
    rf"\b(?P<word>{UP}|{DOWN})\s(?:[a-z]+ly\s|further\s|again\s)?to\s(?:stand at\s|reach\s)?"
    rf"{ROUGH}{mark('b')}",
    re.IGNORECASE,
)
_UNLIKE = Expression(
    r"\b(?:from|by|target|aims?|limit|if|would|could|not|never|no|slow\w*|widen\w*|narrow\w*|"
    r"offset|cap(?:ped)?|range|rank\w*|per|average|increased?\s+the|expected\sthat|number of the|"
    r"of (?:which|these|them|those)|other|another|both|while|whereas|compared|respectively|"
    r"with\s|among|for\s(?!the\s(?:year|first|county|council))|girls|boys|men|women)\b",
    re.IGNORECASE,
)
_IT = Expression(
    r"(?:^|,\s|\band\s)(?:it|this|that|these|the (?:figure|number|total|rate|share|proportion|sum|"
    r"level|amount|percentage)|this (?:figure|number|total|rate|share|proportion|sum|level|amount|"
    r"percentage|had)|numbers|which)\b(?!\s(?:of|for|in)\b)",
    re.IGNORECASE,
)
_EARLIER = Expression(rf"\b(?:{UP}|{DOWN})\b[^«»;]{{0,30}}?\bto\s{ROUGH}{mark('b')}", re.IGNORECASE)
_NO_LEVEL = Expression(
    r"(?:\b(?:by|per|each|every|over|least|under|within|aged|increase of|rise of|growth of|fall of|"
    r"reduction of|decrease of|change of|saving of|savings of|difference of|up|down|of the|"
    r"of these|table|section|paragraph|item|phase|stage|band|grade|decision|ward|no\.?)\s|\+|\()$",
    re.IGNORECASE,
)
_DULL = Expression(
    r"(?:numbers?|totals?|figures?|rates?|levels?|shares?|amount|council|year|budget|costs?|people|"
    r"percentage|proportion|overall|forecast|current|position|average|this|that)$"
)
_CURE = "Correct the word or the figures: they may have been put the wrong way round."
_NEAR = 2
_MUCH = Decimal(2)
_REACH = 110
_OTHERS = quotes_told(
    a_direction_agrees_with_its_figures,
    a_comparison_agrees_with_its_figures,
    what_is_told_beyond_another_is_so,
)


def a_figure_goes_the_way_that_is_said(report: Report) -> Iterator[TextFinding]:
    """“In 2019 there were 412 berths.  This figure has fallen to 431”: it rose."""
    for paragraph in paragraphs(report):
        every = paragraph.sentences
        for place, one in enumerate(every):
            if not one.figures:
                continue
            before = every[max(0, place - _NEAR) : place]
            message = _went(one, before) or _adjective(one, before) or _contrary(one)
            if message and not told_by(_OTHERS, report, paragraph, one):
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _went(one: Sentence, before: tuple[Sentence, ...]) -> str | None:
    """“It is forecast to fall to 431”, and the sentence before says that it stands at 412."""
    match = _MOVES.search(one.pattern) if " to " in one.pattern else None
    if match is None:
        return None
    after = one.pattern[match.end() : match.end() + 50]
    subject = re.split(r"[«»;:()]", one.pattern[: match.start()])[-1][-_REACH:]
    if _UNLIKE.search(subject) or re.search(r"\bfrom\b[^«»]{0,25}«", after):
        return None
    b = one.figure(match["b"])
    anaphora = _IT.search(subject)
    stood = _IS_NOW.search(one.pattern[: match.start("word")])
    if stood is not None:
        now = one.figure(stood["a"])
        return _misfit(match["word"], now, b) if now.kind is b.kind else None
    for last in reversed(before if not anaphora else before[-1:]):
        a = _level(last, b.kind)
        if a is None:
            if any(figure.kind is b.kind for figure in last.figures):
                return None
            continue
        if not anaphora and not _of_one_thing(subject, last.pattern):
            return None
        return _misfit(match["word"], a, b)
    return None


_IS_NOW = Expression(
    rf"\b(?:is|was|stands at|stood at)\s(?:now\s|currently\s)?{ROUGH}{mark('a')}(?:\s(?!and\b|"
    rf"but\b)[a-z]+)"
    r"{0,3},?\s(?:and|but)\s(?:[a-z]+\s){0,4}?it\s(?:[a-z]+\s){0,4}$",
    re.IGNORECASE,
)
"""“The charge is £940, and under the draft it falls to £1,010”: told in one sentence."""


def _misfit(word: str, a: Figure, b: Figure) -> str | None:
    up = re.fullmatch(UP, word, re.IGNORECASE) is not None
    moved = b.size - a.size
    if not moved or (moved > 0) == up or abs(moved) <= a.spread + b.spread or a.value < 0:
        return None
    if not b.size or not a.size or max(a.size / b.size, b.size / a.size) > _MUCH:
        return None  # so far apart, they are rather of two things
    return (
        f"The text says “{word.lower()}” to {b.text}, but {a.text} is told before: that is a "
        f"{'rise' if moved > 0 else 'fall'}."
    )


def _level(one: Sentence, kind: Kind) -> Figure | None:
    """The one level of this kind that a sentence ends with."""
    moved = [*FROM_TO.finditer(one.pattern), *_EARLIER.finditer(one.pattern)]
    ends = {match["b"] for match in moved if one.figure(match["b"]).kind is kind}
    if len(ends) == 1:
        return one.figure(ends.pop())
    if ends:
        return None
    found = [
        one.figure(match["b"])
        for match in re.finditer(mark("b"), one.pattern)
        if one.figure(match["b"]).kind is kind
        and not _NO_LEVEL.search(one.pattern[max(0, match.start() - 24) : match.start()])
    ]
    return found[0] if len(found) == 1 else None


def _of_one_thing(subject: str, before: str) -> bool:
    """Whether a word of the subject, and none of a count in general, stands in the sentence."""
    words = re.findall(r"[a-z]{4,}", subject.casefold())
    known = {root(word) for word in re.findall(r"[a-z]{4,}", before.casefold())}
    own = [word for word in words if not _DULL.match(word) and not _COMMON.match(word)]
    return bool(own) and len(own) <= 4 and all(root(word) in known for word in own)


_COMMON = Expression(
    r"(?:since|this|that|then|have|time|been|also|with|which|will|would|expected|projected|"
    r"forecast\w*|predicted|estimated|now|there|they|were|when|after|before|from|likely|set|"
    r"january|february|march|april|june|july|august|september|october|november|december|"
    r"however|again|since|further|steadily|slightly|subsequent\w*|following|later|again)$"
)

# --- an increased deficit of less; a fall that is called a rise in the same breath ---------------

_GREATER = r"increased|higher|larger|greater|bigger"
_LESSER = r"reduced|decreased|lower|smaller"
_CALLED = Expression(
    rf"\b(?P<word>{_GREATER}|{_LESSER})\s(?P<noun>[a-z]{{4,}})\sof\s{ROUGH}\(?{mark('b', 'MCP')}",
    re.IGNORECASE,
)


def _adjective(one: Sentence, before: tuple[Sentence, ...]) -> str | None:
    match = _CALLED.search(one.pattern) if " of " in one.pattern else None
    if match is None or not before or re.search(r"\b(?:than|if|would|could|from)\b", one.pattern):
        return None
    b, noun = one.figure(match["b"]), re.escape(match["noun"])
    stood = re.compile(rf"\b{noun}\b(?:\s[a-z]+)?\s(?:of|was|is|at)\s{ROUGH}\(?{mark('a')}", re.I)
    for last in reversed(before):
        told = stood.search(last.pattern)
        if told is None:
            continue
        a = last.figure(told["a"])
        greater = re.fullmatch(_GREATER, match["word"], re.IGNORECASE) is not None
        if a.kind is not b.kind or a.size == b.size or (b.size > a.size) == greater:
            return None
        return f"“{match['word']} {match['noun']} of {b.text}”, but {a.text} is told before."
    return None


_BOTH_WAYS = Expression(
    rf"\b(?P<word>{UP}|{DOWN})\s(?:[a-z]+ly\s)?to\s{ROUGH}«[MCP]\d+»[^«»;]{{0,40}}?"
    rf"[,(–-]\s?(?:which is\s|"
    rf"representing\s|i\.e\.\s)?an?\s(?:[a-z]+\s)?(?P<noun>increase|rise|growth|reduction|fall|"
    rf"decrease|decline|drop)\sof\s{ROUGH}«[MCPQ]\d+»",
    re.IGNORECASE,
)


def _contrary(one: Sentence) -> str | None:
    """“Had risen to 1,109, a reduction of 264 staff”."""
    match = _BOTH_WAYS.search(one.pattern) if " to " in one.pattern else None
    if match is None:
        return None
    up = re.fullmatch(UP, match["word"], re.IGNORECASE) is not None
    if up == (re.fullmatch(UP, match["noun"], re.IGNORECASE) is not None):
        return None
    return f"“{match['word']}” and “a {match['noun']}” are said of one change."


# --- this exceeds that ---------------------------------------------------------------------------

_THIS = Expression(
    r"^(?:\W*(?:but|and|however),?\s)?(?:this|it|that|the (?:increase|rise|figure|total|sum|cost|"
    r"price|rate|charge|fee|level|number|score|balance|share)|this (?!year\b|month\b)[a-z]+)\s"
    r"(?:[a-z]+\s){0,2}?(?:(?P<over>above|higher than|greater than|more than|in excess of|exceeds?|"
    r"exceeded|exceeding|over)|(?P<under>below|lower than|less than|fewer than|under|"
    r"(?:falls|fell) short of))\s(?P<what>[^«»;.]{0,90}?)(?:\(|\bof\s|\bat\s)?"
    rf"{mark('a')}(?P<rest>[^«».;,]{{0,30}})",
    re.IGNORECASE,
)
_BY_THAT = Expression(r"\b(?:by|than|not|if|would|should|last year|from)\b", re.IGNORECASE)
_PER = Expression(r"^\s?(?:per|an?|each)\s(?:[a-z]+)", re.IGNORECASE)


def what_is_beyond_a_mark_is_so(report: Report) -> Iterator[TextFinding]:
    """“The charge is £12.40.  This is above the limit of £12.60”: it is below."""
    before: Sentence | None = None
    for paragraph in paragraphs(report):
        before = None if paragraph.cell else before
        for one in paragraph.sentences:
            message = _beyond(before, one) if before is not None and one.figures else None
            before = one
            if message and not told_by(_OTHERS, report, paragraph, one):
                cure = "Correct the word or the figures."
                yield finding_on(paragraph, one, message, cure, Confidence.MEDIUM)


def _beyond(before: Sentence, one: Sentence) -> str | None:
    match = _THIS.search(one.pattern)
    if match is None or _BY_THAT.search(match["what"]) or not match["what"].strip():
        return None
    a = one.figure(match["a"])
    per = _PER.match(match["rest"])
    found = []
    for told in re.finditer(mark("v"), before.pattern):
        v = before.figure(told["v"])
        same = _PER.match(before.pattern[told.end() :])
        unit = (same[0].strip().casefold() if same else "") == (
            per[0].strip().casefold() if per else ""
        )
        if v.kind is a.kind and unit:
            found.append(v)
    if len(found) != 1:
        return None
    v, over = found[0], match["over"] is not None
    if v.size == a.size or (v.size > a.size) == over or v.rough or a.rough:
        return None
    if not v.size or not a.size or max(a.size / v.size, v.size / a.size) > _MUCH:
        return None
    word = (match["over"] or match["under"]).lower()
    return f"{v.text} is {'less' if over else 'more'} than {a.text}, but is called {word} it."


RULES: tuple[Rule, ...] = (a_figure_goes_the_way_that_is_said, what_is_beyond_a_mark_is_so)
