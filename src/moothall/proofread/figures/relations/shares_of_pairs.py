"""A share and the two numbers that stand beside it: “the majority have signed: 9 of the 26”.

The share may be a percentage or in words, before the pair or after it, in its sentence or the next.
One number is said to be of the other, or they are the only two of a kind and the share is called a
rate.  Silent where any two figures of the paragraph give the share, and where it is of others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.relations.windows import Part, Played, Window, each_window
from moothall.proofread.figures.worked_figures import are_alike
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.fraction_words import FractionTold
from moothall.proofread.reading.passages import HUNDRED, Figure, Paragraph, finding_on, per_cent
from moothall.proofread.reading.share_words import met, telling_words
from moothall.proofread.reading.thesaurus import root

_OTHERWISE = Expression(
    r"\b(?:target\w*|compar\w+|previous\w*|last year|increas\w*|decreas\w*|reduc\w*|"
    r"rose|fell|rises?|risen|rising|fall(?:s|en|ing)?|grew|grow(?:th|n|s|ing)|higher|lower|"
    r"respectively|against|versus|average|"
    r"interest|inflation|national\w*|threshold|weighted|"
    r"match|after|before|"
    r"VAT|contingency|on[- ]costs?|if|would|mov(?:e|es|ed|ing)|chang\w+|rang\w+)\b",
    re.IGNORECASE,
)
"""Words by which the share, or one of the numbers, may be of something else."""
_OTHERWISE_THOUGH_TIED = Expression(
    r"\b(?:respectively|previous\w*|last year|compar\w+|would|if|weighted|match|inflation|interest|"
    r"increas\w*|decreas\w*|rose|grew|higher|lower|mov(?:e|es|ed|ing)|average)\b",
    re.IGNORECASE,
)
_A_OF_B = Expression(
    r"«(?P<a>[MC]\d+)»(?:\s[a-z’'-]+){0,5}?\s(?:of|out of|from|in|among|amongst)\s(?:(?:the|a|an|"
    r"its|our|their|"
    r"all|"
    r"those|these|this|his|her|[A-Za-z’]+[’']s?|total|budget|number|electorate|population|sum|"
    r"allocation|some|"
    r"of)\s)*(?:[a-z-]+\s){0,2}?«(?P<b>[MC]\d+)»",
    re.IGNORECASE,
)
_OF_B_A = Expression(
    r"\b(?:out )?of\s(?:(?:the|our|its|their|all|these|those|a|total|of|some)\s)*(?:[a-z-]+\s)?"
    r"«(?P<b>[MC]\d+)»(?!\s?(?:%|per cent))[^«»;.]{2,90}?«(?P<a>[MC]\d+)»",
    re.IGNORECASE,
)
_A_TO_B = Expression(
    r"\bcontribut\w+\s«(?P<a>[MC]\d+)»\s(?:to|towards)\s(?:the|this|"
    r"that)\s(?:[a-z]+\s)?«(?P<b>[MC]\d+)»",
    re.IGNORECASE,
)
_OF_THEM = Expression(
    r"«(?P<b>C\d+)»[^«»;]{2,120}?«(?P<a>C\d+)»\s(?:of (?:them|those|these|whom|which))\b", re.I
)
_IS_A_RATE = Expression(
    r"\b(?:rate|funding level|turnout|uptake|take-up|occupancy|proportion|"
    r"i\.e\.|in other words|that is|"
    r"equivalent|represents|representing|or)\b",
    re.IGNORECASE,
)
_OF_WHAT = Expression(
    r"^\s?of\s(?:the |all |our |its |their |those |these )?(?P<what>(?:[a-z’'-]+\s?){1,4})", re.I
)
_BY_VOTES = Expression(r"^\s(?:of|was|being)\s(?:\d|one\b)")
"""“By a majority of 4 to 1”."""
_OF_THE_GROUP = Expression(
    r"^\s?of\s(?:that|this|these|those|the)\s(?:group|cohort|number|total|sample|"
    r"population)\b",
    re.I,
)
_OF_A_NUMBER = Expression(
    r"^\s?of\s(?:(?:the|all|our|its|their|these|those|a|total|of)\s)*(?P<n>£?\d[\d,.]*\d|\d)"
)
_CURE = "Correct the share or the numbers."
_IS_A_LIMIT = Expression(
    r"\b(?:target|expect\w*|goal|aim|standard|threshold|want\w*|required?|minimum|maximum|"
    r"benchmark|"
    r"national\w*|england|set by)\b",
    re.IGNORECASE,
)
_MOST_OTHERS = 4


@dataclass(frozen=True, slots=True)
class _Pair:
    part: Figure
    whole: Figure
    start: int
    end: int
    words: str
    """What stands about the two, to see what they are of."""
    counted: bool
    """Whether a noun says what they count."""
    in_brackets: bool = False


def a_share_is_that_of_the_numbers_beside_it(report: Report) -> Iterator[TextFinding]:
    """“The majority have signed: 9 of the 26 had returned their copy”: 35%."""
    told: set[int] = set()
    for paragraph, one, window in each_window(report, back=1):
        if id(one) in told:
            continue
        message = _wrong(window, paragraph)
        if message:
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong(window: Window, paragraph: Paragraph) -> str | None:
    shares = _shares(window)
    if len(shares) != 1 or len(window.played) > _MOST_OTHERS:
        return None
    share = shares[0]
    pair = _in_brackets(window, share) or _tied(window)
    if pair is not None and _OTHERWISE_THOUGH_TIED.search(window.text):
        return None
    if pair is None and not _OTHERWISE.search(window.text):
        pair = _of_the_number(window, share) or _with_the_rest(window) or _only_two(window, share)
    if pair is None:
        return None
    if (
        _has_its_own(window, share, pair)
        or _is_of_others(window, share, pair)
        or _fits_any(share, paragraph, pair)
    ):
        return None
    low, high = _share(pair.part, pair.whole)
    shown = share.text if share.in_figures else f"“{share.text}”"
    return f"{pair.part.text} of {pair.whole.text} is {per_cent((low + high) / 2)}, not {shown}."


def _shares(window: Window) -> list[FractionTold]:
    found = [one for one in window.in_words if not _BY_VOTES.match(window.text[one.end :])]
    for one in window.played:
        if one.part is Part.SHARE and _IS_A_LIMIT.search(f"{one.lead[-25:]} {one.trail[:45]}"):
            continue
        if one.part is Part.SHARE:
            figure = one.told.figure
            spread = figure.amount.step + (figure.size / 10 if figure.rough else Decimal(0))
            found.append(
                FractionTold(
                    figure.text.strip(),
                    max(figure.size - spread, Decimal(0)),
                    figure.size + spread,
                    figure.amount.start,
                    figure.amount.end,
                    in_figures=True,
                )
            )
        elif one.part is Part.CHANGE:
            return []
    return found


_BRACKETED = Expression(r"^[^()]{0,60}?\((?:just |only |some )?$")


def _in_brackets(window: Window, share: FractionTold) -> _Pair | None:
    """“240 answered.  More than half (88) agreed”: what is in brackets, of the number before."""
    known = [one for one in window.of(Part.LEVEL, Part.TOTAL, Part.TIME) if one.kind is Kind.COUNT]
    for at, part in enumerate(known):
        amount = part.told.figure.amount
        if not at or not share.end <= amount.start:
            continue
        between = window.text[share.end : amount.start]
        whole = known[at - 1]
        inside = whole.told.figure.amount
        if share.end <= inside.start:
            between = window.text[inside.end : amount.start]
        if not _BRACKETED.match(between) or (part.part is Part.TIME) != (whole.part is Part.TIME):
            continue
        if part.told.figure.rough or whole.told.figure.rough:
            continue
        if not are_alike(part.told, whole.told, loose=True):
            continue
        if 0 < part.told.figure.size < whole.told.figure.size:
            return _Pair(
                part.told.figure,
                whole.told.figure,
                amount.start,
                amount.end,
                "",
                counted=False,
                in_brackets=True,
            )
    return None


def _tied(window: Window) -> _Pair | None:
    """The one pair of which a word says that the one is of the other."""
    known = {one.told.figure.amount.start: one for one in window.played}
    for form in (_A_OF_B, _OF_THEM, _OF_B_A, _A_TO_B):
        for match in form.finditer(window.pattern):
            a, b = (window.sentence.figure(match[name]) for name in "ab")
            if a.amount.start not in known or b.amount.start not in known:
                continue
            if a.kind is not b.kind or not 0 < a.size < b.size or _is_rough(a) or _is_rough(b):
                continue
            if known[a.amount.start].part in (Part.EACH, Part.TIME, Part.DIFFERENCE):
                continue
            if known[b.amount.start].part in (Part.EACH, Part.TIME, Part.DIFFERENCE):
                continue
            start, end = sorted((a.amount.start, b.amount.start))
            two = known[a.amount.start], known[b.amount.start]
            return _Pair(a, b, start, end, _about(*two), any(one.told.unit for one in two))
    return None


def _about(*played: Played) -> str:
    """The words of the pair's own sentence."""
    return " ".join(
        f"{re.split(_SENTENCE, one.lead)[-1]} {re.split(_SENTENCE, one.trail)[0]}" for one in played
    )


_SENTENCE = r"[.!?]\s(?=[A-Z]|$)"


def _of_the_number(window: Window, share: FractionTold) -> _Pair | None:
    """“Met for 3,404 children, that is 96% of the 3,700”: the one other number is the part."""
    number = _OF_A_NUMBER.match(window.text[share.end :])
    known = [one for one in window.of(Part.LEVEL, Part.TOTAL) if one.kind is not Kind.PERCENT]
    if number is None or len(known) != 2 or known[0].kind is not known[1].kind:
        return None
    part, whole = sorted((one.told.figure for one in known), key=lambda one: one.size)
    if whole.text != number["n"] or _is_rough(part) or _is_rough(whole) or part.size == whole.size:
        return None
    return _Pair(part, whole, share.end, share.end + number.end(), "", counted=False)


def _with_the_rest(window: Window) -> _Pair | None:
    """“29 homes are good and the other 11 are not; the proportion of good ones is 79%”."""
    counts = [one for one in window.played if one.kind is Kind.COUNT and one.part is not Part.TIME]
    if [one.part for one in counts] != [Part.LEVEL, Part.REST]:
        return None
    part, rest = (one.told.figure for one in counts)
    if part.amount.places or rest.amount.places or not _IS_A_RATE.search(window.text):
        return None
    both = replace(
        part.amount, text=f"{part.text} + {rest.text}", value=part.value + rest.value, places=0
    )
    whole = Figure(amount=both, spread=Decimal(0), rough=False)
    start, end = part.amount.start, rest.amount.end
    return _Pair(part, whole, start, end, "", counted=False)


def _is_rough(figure: Figure) -> bool:
    """“Some 1,118” are as many: nobody rounds to that."""
    return figure.rough and figure.text.rstrip().endswith("0")


def _only_two(window: Window, share: FractionTold) -> _Pair | None:
    """The only two of a kind, where the share is called a rate, or is of what the two count."""
    levels = [
        one for one in window.of(Part.LEVEL, Part.TOTAL) if one.kind in (Kind.COUNT, Kind.MONEY)
    ]
    if len(levels) != 2 or levels[0].kind is not levels[1].kind:
        return None
    a, b = sorted(levels, key=lambda one: one.told.figure.size)
    if _is_rough(a.told.figure) or _is_rough(b.told.figure):
        return None
    if not 0 < a.told.figure.size < b.told.figure.size:
        return None
    is_a_rate = bool(_IS_A_RATE.search(window.text)) and are_alike(a.told, b.told)
    if share.start < window.here <= min(one.told.figure.amount.start for one in (a, b)):
        is_a_rate = False  # told before the two, it is of something else
    if not (is_a_rate and a.told.unit <= b.told.unit) and not _are_what_it_is_of(
        window, share, a, b
    ):
        return None
    start, end = sorted(one.told.figure.amount.start for one in (a, b))
    counted = bool(a.told.unit | b.told.unit)
    return _Pair(a.told.figure, b.told.figure, start, end, _about(a, b), counted)


def _are_what_it_is_of(window: Window, share: FractionTold, a: Played, b: Played) -> bool:
    """“Less than a tenth of our trees are ash …: 2,960 ash among 16,400 trees”."""
    if a.kind is not Kind.COUNT or not b.told.unit:
        return False
    sentence = re.split(_SENTENCE, window.text[share.start :])[0]
    said = telling_words(sentence)
    return all(not one.told.unit or bool(met(one.told.unit, said)) for one in (a, b))


def _share(part: Figure, whole: Figure) -> tuple[Decimal, Decimal]:
    low = max(part.low, Decimal(0)) / whole.high
    return low * HUNDRED, part.high / max(whole.low, Decimal("0.0001")) * HUNDRED


def _fits_any(share: FractionTold, paragraph: Paragraph, pair: _Pair) -> bool:
    """Whether the pair, its rest, or any two of the paragraph's figures give the share."""
    low, high = _share(pair.part, pair.whole)
    if share.allows(low, high):
        return True
    most = not share.in_figures and share.high == HUNDRED
    if not most and not pair.in_brackets and share.allows(HUNDRED - high, HUNDRED - low):
        return True
    figures = [f for one in paragraph.sentences for f in one.figures if f.kind is pair.part.kind]
    if len(figures) < 3:
        return False
    if not share.in_figures:
        return False
    return any(
        share.allows(*_share(a, b))
        for a in figures[:10]
        for b in figures[:10]
        if 0 < a.size < b.size
    )


def _has_its_own(window: Window, share: FractionTold, pair: _Pair) -> bool:
    """Whether the share stands in the other sentence, beside a number of its own."""
    is_here = share.start >= window.here
    if is_here == (pair.end >= window.here):
        return False
    return any(
        window.stands_here(one) == is_here
        for one in window.of(Part.LEVEL, Part.TOTAL, Part.REST)
        if one.told.figure.amount.start not in (pair.start, pair.end)
    )


def _is_of_others(window: Window, share: FractionTold, pair: _Pair) -> bool:
    """“62% of managers”: of whom the numbers do not tell."""
    after = window.text[share.end :]
    if number := _OF_A_NUMBER.match(after):
        return number["n"] != pair.whole.text
    match = _OF_WHAT.match(after)
    if match is None:
        return False
    if not pair.counted or _OF_THE_GROUP.match(after):
        return False
    what = telling_words(match["what"])
    known = frozenset(root(word) for word in re.findall(r"[a-z]{3,}", pair.words.lower()))
    return bool(what) and not met(what, known)


_P_OF_N = Expression(
    r"«(?P<p>P\d+)»\s(?:of|of all|out of)\s(?:the|these|those|all|our|its|all of "
    r"the)\s«(?P<n>C\d+)»"
    r"(?!\s?(?:%|per cent|million|thousand))",
    re.IGNORECASE,
)
_FEW = 60
"""Of more than so many some whole number gives nearly every percentage."""


def a_percentage_of_a_few_is_a_whole_number_of_them(report: Report) -> Iterator[TextFinding]:
    """“70% of the eight were good”: five of eight are 63%, six 75%."""
    told: set[int] = set()
    for paragraph, one, window in each_window(report, "%", "per cent", back=0):
        for match in _P_OF_N.finditer(window.pattern):
            p, n = (window.sentence.figure(match[name]) for name in "pn")
            if id(one) in told or p.rough or n.rough or n.amount.places or not 2 < n.size <= _FEW:
                continue
            step = p.amount.step
            part = (p.size / HUNDRED * n.size).to_integral_value()
            near = [k / n.size * HUNDRED for k in (part - 1, part, part + 1) if 0 <= k <= n.size]
            if any(abs(share - p.size) < step for share in near):
                continue
            told.add(id(one))
            shown = " or ".join(per_cent(share, p.amount.places) for share in near)
            yield finding_on(
                paragraph,
                one,
                f"No whole number of {n.text} is {p.text}: the nearest are {shown}.",
                "Correct the percentage or the number that it is of.",
                Confidence.MEDIUM,
            )


RULES: tuple[Rule, ...] = (
    a_share_is_that_of_the_numbers_beside_it,
    a_percentage_of_a_few_is_a_whole_number_of_them,
)
