"""Changes told apart from their figures: "2,604 and 2,871. This is growth of 13.1%".

A percentage worked out on the later figure instead of the earlier one is named as such.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.stated_changes import stated_changes
from moothall.proofread.figures.words_of_change import CHANGE_NOUN, DOWN, UP
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    ROUGH,
    Figure,
    Paragraph,
    Sentence,
    beyond,
    finding_on,
    found_once,
    mark,
    paragraphs,
    per_cent,
    sentence,
    worded,
)

_CURE = "Correct the figure that is wrong."

# --- a change told beside its two figures ---------------------------------------------------------

_CHANGE = (
    rf"(?:\b(?:{CHANGE_NOUN}|growth)s?\s+of\s+{ROUGH}{mark('c', 'P')}|"
    rf"{mark('d', 'P')}(?:-|\s)(?:[a-z-]+\s){{0,2}}?(?:{CHANGE_NOUN}|growth)\b|"
    rf"\b(?:up|down|{UP}|{DOWN})\s(?:by\s)?{ROUGH}{mark('e', 'P')})"
)
_THIS_IS = Expression(
    rf"^(?:This|That|It|These|Which|The (?:increase|rise|reduction|fall|decrease|growth|change|"
    rf"difference))\b(?:[^«»;.,]{{0,60}}?\s)?(?:{_CHANGE}|(?:is|was|equates to|amounts to)\s"
    rf"{ROUGH}{mark('f', 'P')})(?P<rest>[^«»]{{0,40}})",
    re.IGNORECASE,
)
_BESIDE = Expression(_CHANGE, re.IGNORECASE)
_COMPARED = Expression(
    r"\b(?:compared|against|from|than|up on|down on|previously|previous|last year|year before|"
    r"year earlier|prior year|a year ago|on the)\b|\bin (?:19|20)\d\d|\bwas\b.*\bnow\b|\(20\d\d",
    re.IGNORECASE,
)
_OTHER_THING = Expression(
    r"\b(?:target|budget|average|national(?:ly)?|regional(?:ly)?|england|inflation|forecast|"
    r"per annum|a year(?! (?:before|earlier|ago))|each year|annual(?:ly)?|of (?:which|whom|these|"
    r"them|those|the)|aged?|gross|net|real|"
    r"capacity|against a|includ\w*|cumulative|cpi|rpi|over the (?:next|period|last)|since|above|"
    r"below|exceed\w*|respectively)\b",
    re.IGNORECASE,
)


@found_once
def a_change_told_is_that_of_the_figures_beside_it(report: Report) -> Iterator[TextFinding]:
    """“2,871, compared with 2,604 a year before.  This is growth of 13.1%”: it is 10.3%."""
    judged = {
        (paragraph.place, by.text)
        for paragraph, _, change in stated_changes(report)
        for by in change.by
    }
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        earlier: Sentence | None = None
        for one in paragraph.sentences:
            found = _told_after(_joined(earlier, before), one) or _told_beside(one)
            if found is not None and (paragraph.place, found[1].by.text) not in judged:
                yield _finding(paragraph, *found)
            earlier, before = before, one


def _joined(earlier: Sentence | None, before: Sentence | None) -> Sentence | None:
    """The sentence before, with the one before it where each has one figure."""
    if earlier is None or before is None or len(before.figures) != 1 or len(earlier.figures) != 1:
        return before
    return sentence(f"{earlier.text} {before.text}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    text: str
    a: Figure
    b: Figure
    by: Figure
    sure: bool


def _told_after(before: Sentence | None, one: Sentence) -> tuple[Sentence, _Told] | None:
    if before is None or not _COMPARED.search(before.text):
        return None
    match = _THIS_IS.match(one.pattern)
    pair = _pair(before)
    if match is None or pair is None:
        return None
    rest = re.split(r"[,;]|\b(?:and|but|which|while)\b", match["rest"])[0]
    if _OTHER_THING.search(one.pattern[: match.start("rest")] + rest):
        return None
    by = one.figure(next(match[name] for name in "cdef" if match[name]))
    both = Sentence(text=f"{before.text} {one.text}", pattern=one.pattern, figures=one.figures)
    return _judged(both, pair, by, sure=True)


def _told_beside(one: Sentence) -> tuple[Sentence, _Told] | None:
    """A sentence with two figures of one kind, a word of comparison and one change in per cent."""
    changes = list(_BESIDE.finditer(one.pattern))
    shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    pair = _pair(one)
    if len(changes) != 1 or len(shares) != 1 or pair is None or not _COMPARED.search(one.text):
        return None
    if _OTHER_THING.search(one.text):
        return None
    match = changes[0]
    by = one.figure(next(match[name] for name in "cde" if match[name]))
    return _judged(one, pair, by, sure=False)


def _pair(one: Sentence) -> tuple[Figure, Figure] | None:
    """The only two figures of a sentence that can be held against each other."""
    told = [figure for figure in one.figures if figure.kind in (Kind.MONEY, Kind.COUNT)]
    if len(told) != 2 or told[0].kind is not told[1].kind or _OTHER_THING.search(one.text):
        return None
    if min(figure.low for figure in told) <= 0 or any(figure.rough for figure in told):
        return None
    small, large = sorted(figure.size for figure in told)
    return (told[0], told[1]) if large < small * 5 and small > 1 else None


def _judged(
    one: Sentence, pair: tuple[Figure, Figure], by: Figure, *, sure: bool
) -> tuple[Sentence, _Told] | None:
    """The change where neither figure, taken as the earlier one, gives it."""
    a, b = pair
    if by.kind is not Kind.PERCENT or by.value <= 0 or a.size == b.size:
        return None
    rising = way(by, one)
    ways = [(a, b), (b, a)]
    if rising:
        ways = [(x, y) for x, y in ways if (y.size > x.size) == (rising > 0)] or ways
    if any(_off(x, y, by) <= 1 for x, y in ways):
        return None
    if any(_off(x, y, by) <= 1 for x, y in ((a, b), (b, a))) and not rising:
        return None
    first, last = ways[0]
    true = abs(last.size / first.size - 1) * HUNDRED
    near = true / 3 <= by.size <= true * 3
    if not near and not sure:
        return None
    return one, _Told(text=one.text, a=first, b=last, by=by, sure=sure and near)


def way(by: Figure, one: Sentence) -> int:
    """Whether the words next to a percentage say that something rose (1) or fell (-1)."""
    around = one.text[-200:] if by.text in one.text[-200:] else one.text
    place = around.rfind(by.text)
    words = around[max(0, place - 40) : place + len(by.text) + 25]
    up = bool(re.search(rf"\b(?:{UP}|up)\b", words, re.I))
    down = bool(re.search(rf"\b(?:{DOWN}|down)\b", words, re.I))
    return 0 if up == down else 1 if up else -1


def _off(a: Figure, b: Figure, by: Figure) -> Decimal:
    ends = [abs(b.low / a.high - 1) * HUNDRED, abs(b.high / a.low - 1) * HUNDRED]
    return beyond(by, min(ends), max(ends))


def _finding(paragraph: Paragraph, one: Sentence, told: _Told) -> TextFinding:
    a, b, by = told.a, told.b, told.by
    true = (b.size / a.size - 1) * HUNDRED
    of_later = abs(b.size - a.size) / b.size * HUNDRED
    hint = ""
    if beyond(by, of_later, of_later) <= 1:
        hint = f" ({by.text} is the change as a share of {b.text}, the later figure)"
    return finding_on(
        paragraph,
        one,
        f"From {a.text} to {b.text} is {worded(abs(b.size - a.size), a.amount)}, "
        f"{per_cent(true, max(by.amount.places, 1))}, not {by.text}{hint}.",
        _CURE,
        Confidence.HIGH if told.sure else Confidence.MEDIUM,
    )


# --- a rise in money at a rate --------------------------------------------------------------------

_RISE_ON = Expression(
    rf"{mark('d', 'M')}(?P<gap>[^«»;]{{0,50}}?)\bon\s[^«»;]{{0,70}}?{mark('b', 'M')}",
    re.IGNORECASE,
)
_RISE_AT = Expression(
    rf"\b(?:{CHANGE_NOUN}|growth|{UP}|{DOWN})\b[^«»;.]{{0,60}}?{mark('p', 'P')}", re.IGNORECASE
)


def a_rise_is_its_rate_of_what_it_is_on(report: Report) -> Iterator[TextFinding]:
    """A rise of 7.7% that is £7.15 on £92.75 is not £10.58 on £151.16."""
    for paragraph in paragraphs(report):
        rate: Figure | None = None
        for one in paragraph.sentences:
            if stated := _RISE_AT.search(one.pattern):
                rate = one.figure(stated["p"])
            pairs = [
                (one.figure(match["d"]), one.figure(match["b"]))
                for match in _RISE_ON.finditer(one.pattern)
            ]
            if rate is None or rate.rough or len(pairs) < 2:
                continue
            wrong = [pair for pair in pairs if not _at_the_rate(*pair, rate)]
            if not wrong or len(wrong) == len(pairs):
                continue  # where none fits, the rate is rounded, or of something else
            for rise, base in wrong:
                true = base.size * rate.size / HUNDRED
                yield finding_on(
                    paragraph,
                    one,
                    f"{rate.text} of {base.text} is {worded(true, rise.amount)}; {rise.text} is "
                    f"{per_cent(rise.size / base.size * HUNDRED)} of it.",
                    _CURE,
                    Confidence.HIGH,
                )


def _at_the_rate(rise: Figure, base: Figure, rate: Figure) -> bool:
    """Whether a rise is its rate, taken as exact."""
    if base.low <= 0:
        return True
    low, high = base.low * rate.size / HUNDRED, base.high * rate.size / HUNDRED
    return beyond(rise, low, high) <= 1


RULES: tuple[Rule, ...] = (
    a_rise_is_its_rate_of_what_it_is_on,
    a_change_told_is_that_of_the_figures_beside_it,
)
