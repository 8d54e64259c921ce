"""A figure told again at once in another way: as a share, in other units, as part of a sum.

“62% of the costs, that is to say £434,000 of the £775,000” is 56 %; “£318k (£3.18m)” is £0.318m;
“£2,400m, out of a scheme of £2.9m” is a thousand times too much; “a 5% contingency of £19,785”, on
£197,850, is one of 10 %.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.changes import RULES as CHANGES
from moothall.proofread.figures.counts_of_their_wholes import RULES as BESIDE
from moothall.proofread.figures.sums_a_slip_away import RULES as SLIPS
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.told_shares import RULES as SHARES
from moothall.proofread.figures.units_in_sentences import RULES as UNITS
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
    per_cent,
)

_SHARE_AND_PAIR = Expression(
    rf"{mark('p', 'P')}\sof\s[^«»;.]{{3,60}}?,?\s\(?(?:that is(?: to say)?|i\.e\.|namely|being|"
    rf"or),?\s"
    rf"{mark('a', 'MC')}\s(?:[a-z]+\s)?(?:out )?of\s(?:the |our |its |a |all "
    rf")?(?:[a-z]+\s)?{mark('b', 'MC')}",
    re.IGNORECASE,
)
_OF_THEM = Expression(
    rf"^\W*{mark('a', 'C')}\s(?:of (?:them|these|those)\b)[^«»;]{{3,110}}?,\s(?:which is|that is|"
    rf"or|"
    rf"making|representing)\s(?:about\s)?{mark('p', 'P')}(?!\s(?:more|less|fewer|higher|lower))",
    re.IGNORECASE,
)
_BRACKETED = Expression(
    rf"{mark('a', 'M')}(?:\s[a-z ]{{1,40}})?\s\((?:or\s|i\.e\.\s)?{mark('b', 'M')}\)", re.IGNORECASE
)
_OUT_OF = Expression(
    rf"{mark('a', 'M')}[^«»;.]{{0,40}}?,?\s(?:out of|from within|within|of)\s(?:an?|the|our|its)\s"
    rf"(?:[a-z-]+\s){{1,4}}?(?:of\s)?{mark('b', 'M')}",
    re.IGNORECASE,
)
_SHARE_OF_A_SUM = Expression(
    rf"\b(?:an?|the|this|allowing for an?|adding)\s{mark('p', 'P')}\s(?:contingency|deposit|"
    rf"retention|fee|"
    rf"levy|reduction|discount|surcharge|allowance|uplift|management charge|commission)\s(?:of|"
    rf"\()\s?"
    rf"{mark('y', 'M')}",
    re.IGNORECASE,
)
_MORE = Expression(
    r"\b(?:target|budget|last year|compared|than|against|previous\w*|forecast)\b", re.IGNORECASE
)
_THOUSAND, _TEN = Decimal(1_000), Decimal(10)
_CURE = "Correct one of the figures."
_TOLD = quotes_told(*CHANGES, *BESIDE, *SHARES, *UNITS, *SLIPS)


def a_figure_told_again_at_once_is_the_same(report: Report) -> Iterator[TextFinding]:
    """“62% of the costs, that is to say £434,000 of the £775,000”: that is 56.0%."""
    for paragraph in paragraphs(report):
        for place, one in enumerate(paragraph.sentences):
            if not one.figures:
                continue
            before = paragraph.sentences[place - 1] if place else None
            message = (
                _share_and_pair(one)
                or _of_them(one, before)
                or _in_brackets(one)
                or _out_of(one)
                or _of_a_sum(one, paragraph, place)
            )
            if message and not told_by(_TOLD, report, paragraph, one):
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _share_and_pair(one: Sentence) -> str | None:
    match = _SHARE_AND_PAIR.search(one.pattern)
    if match is None:
        return None
    return _misfit(one.figure(match["a"]), one.figure(match["b"]), one.figure(match["p"]))


def _of_them(one: Sentence, before: Sentence | None) -> str | None:
    """“1,250 replied.  475 of them …, which is 28% of respondents”."""
    match = _OF_THEM.match(one.pattern)
    if match is None or before is None or _MORE.search(before.text):
        return None
    counts = [f for f in with_all_numbers(before.text).figures if f.kind is Kind.COUNT]
    if len(counts) != 1:
        return None
    return _misfit(one.figure(match["a"]), counts[0], one.figure(match["p"]))


def _misfit(a: Figure, b: Figure, p: Figure) -> str | None:
    if a.kind is not b.kind or not 0 < a.size < b.size or a.rough or b.rough:
        return None
    low, high = a.low / b.high * HUNDRED, a.high / b.low * HUNDRED
    if p.high >= low and p.low <= high:
        return None
    return f"{a.text} of {b.text} is {per_cent(a.size / b.size * HUNDRED)}, not {p.text}."


def _in_brackets(one: Sentence) -> str | None:
    """The same digits, with the point elsewhere."""
    for match in _BRACKETED.finditer(one.pattern):
        a, b = one.figure(match["a"]), one.figure(match["b"])
        large, small = max(a.size, b.size), min(a.size, b.size)
        if not small or a.amount.scale == b.amount.scale:
            continue
        times = large / small
        if times >= _TEN and times in (_TEN, HUNDRED, _THOUSAND, _THOUSAND * _TEN):
            return f"{a.text} is not {b.text}: one is {times.normalize():,f} times the other."
    return None


def _out_of(one: Sentence) -> str | None:
    match = _OUT_OF.search(one.pattern)
    if match is None:
        return None
    part, whole = one.figure(match["a"]), one.figure(match["b"])
    if part.low <= whole.high or part.size / _THOUSAND > whole.size:
        return None
    if part.size < whole.size * HUNDRED:
        return None
    return f"{part.text} out of {whole.text} is more than all of it."


def _of_a_sum(one: Sentence, paragraph: Paragraph, place: int) -> str | None:
    """A share of no sum told before, and ten times, or a tenth of, that of one of them."""
    match = _SHARE_OF_A_SUM.search(one.pattern)
    if match is None:
        return None
    p, y = one.figure(match["p"]), one.figure(match["y"])
    told = [each for s in paragraph.sentences[:place] for each in s.figures]
    told += [each for each in one.figures if each.amount.end < p.amount.start]
    sums = [each for each in told if each.kind is Kind.MONEY and each.size > y.size]
    for base in sums:
        low, high = base.low * p.low / HUNDRED, base.high * p.high / HUNDRED
        if low - y.spread <= y.size <= high + y.spread:
            return None
    for base in sums:
        true = base.size * p.size / HUNDRED
        if abs(true * 2 - y.size) <= y.spread or abs(true * _TEN - y.size) <= y.spread:
            return f"{p.text} of {base.text} is £{true:,.2f}, not {y.text}."
    return None


RULES: tuple[Rule, ...] = (a_figure_told_again_at_once_is_the_same,)
