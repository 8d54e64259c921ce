"""Proportions: a part, its whole and its percentage, the three told together."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    beyond,
    each_sentence,
    found_once,
    mark,
    per_cent,
)

# --- a part, its whole and its percentage --------------------------------------------------------

_OUT = (
    r"(?:out of|of|from)\s+(?:the\s+|a\s+total\s+(?:of\s+)?|all\s+|our\s+|its\s+|those\s+|"
    r"these\s+)?(?:total\s+(?:of\s+)?)?"
)
_OPEN = (
    r"\s?(?:\(|[,:]\s?(?:or|i\.e\.|that is|that being|equivalent to|representing)\s|–\s|-\s|:\s)"
    r"\s?(?:an?\s(?:[a-z]+\s){0,3}?(?:rate|turnout|share|proportion)\sof\s)?"
)
_THINGS = r"(?:\s[^«»;.()]{0,50}?)?"
_PART_OF_WHOLE = (
    # 137 of 300 responses (45%); 15 out of 20 (75%)
    Expression(
        rf"{mark('a', 'MC')}(?:\s[^«»;.(),]{{0,40}}?)?\s{_OUT}{mark('n', 'MC')}{_THINGS}{_OPEN}"
        rf"{mark('p', 'P')}",
        re.IGNORECASE,
    ),
    # 137 (45%) of the 300 responses
    Expression(
        rf"{mark('a', 'MC')}(?:\s[^«»;.(),]{{0,40}}?)?\s?\(\s?{mark('p', 'P')}\s?\)"
        rf"(?:\s[^«»;.(),]{{0,40}}?)?\s(?:out of|of)\s(?:the\s|all\s|a\stotal\sof\s|these\s)?"
        rf"{mark('n', 'MC')}(?!\s?(?:%|per cent))",
        re.IGNORECASE,
    ),
    # 45% (137 of 300); 45%, or 137 of the 300
    Expression(
        rf"{mark('p', 'P')}(?:\s[^«»;.(),]{{0,30}}?)?{_OPEN}{mark('a', 'C')}"
        rf"(?:\s[a-z ]{{0,30}}?)?\s?{_OUT}{mark('n', 'C')}",
        re.IGNORECASE,
    ),
    # 62% of lamps, 410 of 720, were inspected
    Expression(
        rf"{mark('p', 'P')}\sof\s[a-z ]{{3,30}},\s(?:or\s|that is\s|"
        rf"i\.e\.\s)?{mark('a', 'C')}\s(?:out of|of)\s(?:the\s)?"
        rf"{mark('n', 'C')}(?=[,.;)]|$)",
        re.IGNORECASE,
    ),
    # £3.2m, which is 4.1% of the budget of £78.1m
    Expression(
        rf"{mark('a', 'MC')}(?:\s[^«»;.()]{{0,50}}?)?,?\s(?:(?:which|this)\s)?(?:represents|"
        rf"representing|is|was|equates to|equating to|equivalent to|or|being|amounts to)\s"
        rf"{mark('p', 'P')}\sof\s(?:the\s|its\s|our\s|a\s)?(?:[^«»;.(),]{{0,40}}?\s)?"
        rf"(?:of\s|\()?{mark('n', 'MC')}",
        re.IGNORECASE,
    ),
    # 45% (137) of the 300 responses
    Expression(
        rf"{mark('p', 'P')}\s?\(\s?{mark('a', 'C')}\s?\)\s(?:of|out of)\s"
        rf"(?:the\s|all\s|a\stotal\sof\s)?{mark('n', 'C')}",
        re.IGNORECASE,
    ),
)
_SLASHED = Expression(
    r"(?<![\d/.,£])(?P<a>\d{1,4})\s?/\s?(?P<n>\d{1,4})(?![\d/.,])\s?[(,–-]?\s?\(?"
    r"(?P<p>\d{1,3}(?:\.\d{1,2})?)\s?%|"
    r"(?<![\d.,])(?P<p2>\d{1,3}(?:\.\d{1,2})?)\s?%\s?\(\s?(?P<a2>\d{1,4})\s?/\s?(?P<n2>\d{1,4})\s?\)"
)
CHANGE_WORD = Expression(
    r"\b(?:increas\w*|decreas\w*|reduc\w*|rise|rose|fall|fell|growth|grew|up|down|higher|lower|"
    r"more|less|fewer|above|below|over|under|change|variance|overspend|underspend|saving)\b",
    re.IGNORECASE,
)


MOVED = Expression(
    r"\b(?:increas\w*|decreas\w*|reduction|reduced by|rise of|rose by|fell by|fall of|growth|"
    r"higher|lower|more than|less than|above|below|change|up by|down by)\b",
    re.IGNORECASE,
)


@found_once
def a_percentage_is_its_part_of_the_whole(report: Report) -> Iterator[TextFinding]:
    """“137 of 300 (45%)”: 137 ÷ 300 is 45.7%."""
    for paragraph, one in each_sentence(report, 1):
        yield from _slashed(paragraph, one)
        seen: set[str] = set()
        for pattern in _PART_OF_WHOLE:
            for match in pattern.finditer(one.pattern):
                if match["p"] in seen or MOVED.search(match[0]):
                    continue
                if _OF_ANOTHER.search(one.pattern[: match.start()][-40:]):
                    continue
                seen.add(match["p"])
                a, n, p = (one.figure(match[name]) for name in "anp")
                if a.kind is n.kind and 0 < a.value <= n.value:
                    tail = one.pattern[match.end() : match.end() + 30]
                    if not _AFTER_A_CHANGE.match(tail) and not _complement(match[0], a, n, p):
                        yield from _wrong_share(paragraph, one, a, n, p)
        yield from _of_the_whole(paragraph, one)


_OF_ANOTHER = Expression(
    r"\b(?:from|than|against|target of|compared (?:with|to)|up on|down on|versus)\s(?:the\s|"
    r"last year['’]s\s)?$",
    re.IGNORECASE,
)
"""“31.4%, up from 27.8%: 2,104 of 6,700 voted”: the second share is the one before."""
_AFTER_A_CHANGE = Expression(
    r"\s*(?:points|increase|decrease|reduc|under|over|below|above|less|more|lower|higher|varian|"
    r"short|saving(?!s?\s(?:target|plan|programme|requirement)))",
    re.IGNORECASE,
)


def _complement(words: str, a: Figure, n: Figure, p: Figure) -> bool:
    """Whether "£11.5m against a budget of £12.1m (5%)" prints how far the part falls short."""
    if not re.search(r"\b(?:against|compared|budget|target|instead)\b", words, re.IGNORECASE):
        return False
    short = (n.size - a.size) / n.size * HUNDRED
    return beyond(p, short, short) <= 1


OF_THE = Expression(
    rf"^\W*(?:of|from|out of)\s+(?:the\s+|these\s+|those\s+|all\s+|a total of\s+)?(?:total\s+)?"
    rf"{mark('n', 'C')}\s+(?P<things>[^«»;(),:]{{2,60}}?)\s?[,:–-]",
    re.IGNORECASE,
)
_COUNT_SHARE = Expression(rf"{mark('a', 'C')}\s?\(\s?{mark('p', 'P')}\s?\)")
_SHARE_COUNT = Expression(rf"{mark('p', 'P')}\s?\(\s?{mark('a', 'C')}\s?\)")
_FAR_SHARE = Expression(
    rf"\s*(?:[a-z]+\s){{0,3}}?{mark('a', 'C')}\s[^«»;().]{{2,70}}\(\s?{mark('p', 'P')}\s?\)", re.I
)
SUBGROUP = Expression(r"\bof (?:which|whom|these|those|them)\b", re.IGNORECASE)


def count_shares(pattern: str) -> list[re.Match[str]]:
    return list(_COUNT_SHARE.finditer(pattern)) or list(_SHARE_COUNT.finditer(pattern))


def _of_the_whole(paragraph: Paragraph, one: Sentence) -> Iterator[TextFinding]:
    """ "Of the 250 responses, 120 (48%) agreed and 100 (40%) disagreed"."""
    lead = OF_THE.search(one.pattern)
    if lead is None:
        return
    whole = one.figure(lead["n"])
    if len(one.figures) == 3 and (far := _FAR_SHARE.match(one.pattern[lead.end() :])):
        a, p = one.figure(far["a"]), one.figure(far["p"])
        of_a_part = SUBGROUP.search(far[0])  # "22 were decided, of which nine (41%)"
        if a.size <= whole.size and not of_a_part and not MOVED.search(one.pattern):
            yield from _wrong_share(paragraph, one, a, whole, p)
    shares = count_shares(one.pattern[lead.end() :])
    others = [figure for figure in one.figures if figure.kind is Kind.COUNT]
    for match in shares:
        a, p = one.figure(match["a"]), one.figure(match["p"])
        if a.size > whole.size or share_off(a, whole, p) <= 1:
            continue
        if any(a.size <= other.size and share_off(a, other, p) <= 1 for other in others):
            continue  # a share of another group of the sentence
        if SUBGROUP.search(one.pattern[lead.end() :]):
            continue
        yield from _wrong_share(paragraph, one, a, whole, p)


def share_off(a: Figure, n: Figure, p: Figure) -> Decimal:
    """How far a printed percentage is from its part of the whole, in its last place."""
    if n.low <= 0:
        return Decimal(0)
    return beyond(p, a.low / n.high * HUNDRED, a.high / n.low * HUNDRED)


def _wrong_share(
    paragraph: Paragraph, one: Sentence, a: Figure, n: Figure, p: Figure
) -> Iterator[TextFinding]:
    off = share_off(a, n, p)
    if off == 0:
        return
    yield TextFinding(
        place=paragraph.place,
        quote=one.text,
        message=f"{a.text} of {n.text} is {per_cent(a.size / n.size * HUNDRED, p.amount.places)}, "
        f"not {p.text}.",
        cure="Correct the number, the whole or the percentage.",
        confidence=Confidence.HIGH if off > 1 else Confidence.LOW,
    )


def _slashed(paragraph: Paragraph, one: Sentence) -> Iterator[TextFinding]:
    for match in _SLASHED.finditer(one.text):
        a, n = int(match["a"] or match["a2"]), int(match["n"] or match["n2"])
        printed = match["p"] or match["p2"]
        p = Decimal(printed)
        if not 0 < a <= n or n < 3 or (n == a + 1 and a > 6):  # "18/19" is a year
            continue
        step = Decimal(1).scaleb(-len(printed.partition(".")[2]))
        got = Decimal(a) / n * HUNDRED
        if abs(got - p) <= step * Decimal("1.5"):
            continue
        yield TextFinding(
            place=paragraph.place,
            quote=one.text,
            message=f"{a} of {n} is {per_cent(got)}, not {printed}%.",
            cure="Correct the number, the whole or the percentage.",
            confidence=Confidence.HIGH
            if n <= 10_000 and abs(got - p) > step * 2
            else Confidence.LOW,
        )


RULES: tuple[Rule, ...] = (a_percentage_is_its_part_of_the_whole,)
