"""Which way a figure went, where the word for it stands beside the two figures themselves.

“Total opening would therefore fall from 120 to 132 hours”; “61% reached the standard …, down from
58% in 2025”; “£564 million against £541 million …  A decrease of £23 million is due to …”.  Only
the clause is read that holds the way and its two ends, so that nothing said elsewhere silences it;
where a third figure is the distance of the two, it shows that they belong together.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.ways_told import DOWN_VERBS, UP_VERBS
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Sentence,
    beyond,
    finding_on,
    paragraphs,
    per_cent,
)

_UP = (
    rf"{UP_VERBS}|increases?|grow|rise|climb|jump|extend(?:ed|ing)?|doubled|widen|lengthen|"
    r"uplift|growth"
)
_DOWN = (
    rf"{DOWN_VERBS}|decreases?|reduces?|reduction|fall|declines?|drop|cuts?|lower|narrow|shorten|"
    r"shrink|halved"
)
_WAY = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_A, _B = (rf"(?:[a-z]+\s){{0,2}}?«(?P<{name}>[MCP]\d+)»" for name in "ab")
_BY = r"(?:\s(?:by|of)\s(?:[a-z]+\s){0,2}?«(?P<c>[A-Z]\d+)»(?:\s?\(«[A-Z]\d+»\))?[^«»;:.]{0,40}?)?"
_FROM_TO = Expression(
    rf"\b{_WAY}\b(?P<gap>[^«»;:.,()]{{0,70}}?){_BY},?\sfrom\s{_A}(?P<aside>[^«»;:.]{{0,60}}?)"
    rf",?\sto\s{_B}",
    re.IGNORECASE,
)
_UP_FROM_TO = Expression(
    rf"\b(?:(?P<up>up)|(?P<down>down)),?\sfrom\s{_A}(?P<aside>[^«»;:.]{{0,60}}?),?\sto\s{_B}", re.I
)
_B_UP_FROM_A = Expression(
    rf"«(?P<b>[MCP]\d+)»(?P<gap>[^«»;.]{{0,160}}?)(?:[,(]|\s[–-])\s?(?:(?:and|now|again|which is|"
    r"this is|an?|well|slightly|sharply)\s)*(?:(?P<up>up|increase|rise|higher|increasing)|"
    r"(?P<down>down|decrease|reduction|fall|lower|reducing))\s(?:from|on|than)\s(?:the\s)?"
    rf"{_A}",
    re.IGNORECASE,
)
_DISTANT = Expression(
    r"«(?P<b>[MC]\d+)»(?P<gap>[^«»;.]{0,120}?)(?:[,(]|\s[–-]|\sand)\s?(?:is\s|was\s)?"
    r"«(?P<c>[MCP]\d+)»"
    r"\s(?:[a-z]+\s){0,2}?(?:(?P<up>more|higher|above|up)|(?P<down>less|fewer|lower|below|down))\s"
    rf"(?:than|on)\s(?:(?:[a-z]+|(?:19|20)\d\d(?:[/–-]\d\d)?),?\s){{0,7}}?[(]?{_A}",
    re.IGNORECASE,
)
_AGAINST = Expression(
    r"«(?P<b>[MCP]\d+)»(?P<gap>[^«»;.]{0,90}?)\b(?:against|compared (?:with|to)|versus)\s"
    r"(?P<of>(?:[a-z]+\s){0,3}?)«(?P<a>[MCP]\d+)»",
    re.IGNORECASE,
)
_THE_WAY = Expression(
    r"(?:^|[,;–-]\s?|\b(?:and|is|was|represents|representing)\s)(?:an?|the|this|that)\s"
    r"(?:[a-z]+\s){0,2}?(?:(?P<up>increase|rise|growth|uplift)|(?P<down>decrease|reduction|fall|"
    r"drop|decline))\b(?:\sof\s(?:[a-z]+\s){0,2}?«(?P<c>[MCPQ]\d+)»)?",
    re.IGNORECASE,
)
_SINCE_WHEN = Expression(
    r"^(?:this|that|it|which)\s(?:is|was|represents|marks|reflects)\s(?:an?\s)?(?:[a-z]+\s){0,2}?"
    r"(?:(?P<up>increase|rise|up|higher|more|growth)|(?P<down>decrease|reduction|fall|drop|down|"
    r"lower|less|fewer))\s(?:from|on|than|compared with|compared to|since)\b[^«»;.]{0,60}?,?\s"
    r"(?:when|where)\b[^«»;.]{0,90}?«(?P<a>[MCP]\d+)»",
    re.IGNORECASE,
)
_TWO_WAYS = Expression(
    r"\b(?:(?P<up>increase|rise|growth|increased|rose|risen|grew|higher|more)|(?P<down>decrease|"
    r"reduction|fall|decreased|reduced|fell|fallen|lower|less|fewer))\b(?:\s(?:by|of)\s(?:[a-z]+\s)"
    r"{0,2}?«[A-Z]\d+»)?(?P<gap>[^«»;.:,(]{0,90}?)(?:,|\s[–-]|\s\()\s?(?:which is\s|this is\s|"
    r"representing\s|i\.e\.\s|that is,?\s|being\s)?(?:an?\s(?:[a-z]+\s){0,2}?(?:(?P<up2>increase|"
    r"rise)|"
    r"(?P<down2>decrease|reduction|fall|drop))\sof\s|(?:(?P<up3>up)|(?P<down3>down))\sfrom\s)"
    r"(?:[a-z]+\s){0,2}?«[A-Z]\d+»(?!\sin (?:the |our |its )?(?!year|month|quarter|period|same|"
    r"last|past)[a-z])",
    re.IGNORECASE,
)
"""“Was 7,509 more than in 2015, a decrease of 0.9%”: the second says again what the first said."""
_OTHERWISE = Expression(
    r"\b(?:not|never|without|slow\w*|rate of|rather than|instead of|ages?|aged|rank\w*|position|"
    r"place|range\w*|ranging|varied|vary\w*|difference)\b|n[’']t\b",
    re.IGNORECASE,
)
_ANOTHER = Expression(r"\b(?:and|but|while|which|because|so|as|to|that|where|when)\b", re.I)
_NOUN = Expression(r"^(?:increase|rise|growth|reduction|fall|decrease|decline|drop|cuts?)$", re.I)
_A_CHANGE = Expression(
    r"\b(?:an?|to|will|would|may|could|should|shall|can|did|and|not)\s(?:[a-z]+ly\s|further\s|"
    r"large\s|small\s|slight\s|sharp\s|significant\s|steady\s|marginal\s|also\s|therefore\s)?$",
    re.I,
)
"""Before a word that may be a noun: else “the council tax increase from 5% to 4%” is of itself."""
_NO_EARLIER = Expression(
    r"\b(?:target|budget\w*|plan\w*|aim|limit|threshold|national\w*|england|average|allocation|"
    r"requirement|maximum|minimum|benchmark|expected)\b",
    re.IGNORECASE,
)
_CURE = "Correct the word or the figures: they may have been put the wrong way round."
_AT_ALL = Expression(r"\b(?:from|by|against|compared|versus|than|up|down)\b", re.IGNORECASE)
_Pair = tuple[Figure, Figure, bool, str]
"""The figure that was, the one that is, whether the word says up, and the word."""
_Find = Callable[[re.Match[str], str], re.Match[str] | None]


def a_word_beside_two_figures_says_which_way_they_went(report: Report) -> Iterator[TextFinding]:
    """“Would therefore fall from 120 to 132 hours” is a rise."""
    for paragraph in paragraphs(report):
        told: set[str] = set()
        for one, after in pairwise((*paragraph.sentences, None)):
            if one is None or not one.figures or not _AT_ALL.search(f"{one.text} {_text(after)}"):
                continue
            found = [
                (here, message)
                for here, pair in (*_in_one(one), *_in_the_next(one, after))
                if (message := _judged(pair)) is not None
            ]
            if (message := _says_both_ways(one)) is not None:
                found.append((one, message))
            for here, message in found[:1]:
                if here.text not in told:
                    told.add(here.text)
                    yield finding_on(paragraph, here, message, _CURE, Confidence.MEDIUM)


def _says_both_ways(one: Sentence) -> str | None:
    """“There has been a decrease in the share of it – up from 43.3%”."""
    for match in _TWO_WAYS.finditer(one.pattern):
        if _OTHERWISE.search(match["gap"]) or _ANOTHER_THING.search(match["gap"]):
            continue
        first, second = match["up"], match["up2"] or match["up3"]
        if bool(first) != bool(second):
            again = second or match["down2"] or match["down3"]
            return f"“{first or match['down']}” and “{again}” are said of one change."
    return None


_ANOTHER_THING = Expression(r"\b(?:and|but|while|offset\w*|with|costs?|saving|budget)\b", re.I)


def _text(one: Sentence | None) -> str:
    return "" if one is None else one.text


def _judged(pair: _Pair) -> str | None:
    then, now, up, word = pair
    if then.kind is not now.kind or min(then.value, now.value) < 0 or then.size == now.size:
        return None
    if abs(now.size - then.size) <= then.spread + now.spread and (then.rough or now.rough):
        return None
    rose = now.size > then.size
    if rose == up:
        return None
    way = "more" if rose else "less"
    return f"{now.text} is {way} than {then.text}, which “{word}” does not say."


def _in_one(one: Sentence) -> Iterator[tuple[Sentence, _Pair]]:
    """The way and both its ends in one clause."""
    for pattern in (_FROM_TO, _UP_FROM_TO):
        for match in pattern.finditer(one.pattern):
            then, now = one.figure(match["a"]), one.figure(match["b"])
            if _is_said_of_them(one, match, then, now):
                yield one, (then, now, bool(match["up"]), match["up"] or match["down"])
    for match in _B_UP_FROM_A.finditer(one.pattern):
        then, now = one.figure(match["a"]), one.figure(match["b"])
        if not _OTHERWISE.search(match["gap"]):
            yield one, (then, now, bool(match["up"]), match["up"] or match["down"])
    for match in _DISTANT.finditer(one.pattern):
        then, now, by = (one.figure(match[name]) for name in "abc")
        if _is_the_distance(then, now, by):
            yield one, (then, now, bool(match["up"]), match["up"] or match["down"])
    yield from ((one, pair) for pair in _against(one, one, _after_the_pair))


def _is_said_of_them(one: Sentence, match: re.Match[str], then: Figure, now: Figure) -> bool:
    found = match.groupdict()
    before = one.pattern[max(0, match.start() - 40) : match.start()]
    if found.get("c"):
        return _is_the_distance(then, now, one.figure(match["c"]))
    gap = found.get("gap") or ""
    if _OTHERWISE.search(f"{before[-25:]}{gap}") or _ANOTHER.search(gap):
        return False
    word = match["up"] or match["down"]
    return not (_NOUN.match(word) and not _A_CHANGE.search(before))


def _is_the_distance(then: Figure, now: Figure, by: Figure) -> bool:
    """Whether a figure is how far the two are apart, in their unit or as a share of the first."""
    if then.kind is not now.kind or then.low <= 0:
        return False
    apart, slack = abs(now.size - then.size), then.spread + now.spread
    if by.kind is then.kind or (by.kind is Kind.POINTS and then.kind is Kind.PERCENT):
        return beyond(by, max(apart - slack, Decimal(0)), apart + slack) == 0
    if by.kind is Kind.PERCENT:
        share = apart / then.size * HUNDRED
        return beyond(by, share * _LESS, share * _MORE) == 0
    return False


def _in_the_next(one: Sentence, after: Sentence | None) -> Iterator[tuple[Sentence, _Pair]]:
    """“It was 12%, compared with 9% in the survey before.  The decrease follows …”."""
    if after is not None and (match := _SINCE_WHEN.match(after.pattern)):
        like = [f for f in one.figures if f.kind is after.figure(match["a"]).kind]
        if len(like) == 1:
            word = match["up"] or match["down"]
            yield after, (after.figure(match["a"]), like[0], bool(match["up"]), word)
    if after is not None:
        yield from ((after, pair) for pair in _against(one, after, _at_the_start))


def _after_the_pair(match: re.Match[str], pattern: str) -> re.Match[str] | None:
    return _THE_WAY.search(pattern, match.end())


def _at_the_start(_match: re.Match[str], pattern: str) -> re.Match[str] | None:
    return _THE_WAY.match(pattern)


def _against(one: Sentence, other: Sentence, find: _Find) -> Iterator[_Pair]:
    matches = list(_AGAINST.finditer(one.pattern))
    if len(matches) != 1 or _NO_EARLIER.search(f"{matches[0]['gap']} {matches[0]['of']}"):
        return
    match = matches[0]
    told = find(match, other.pattern)
    if told is None or (one is not other and len(one.figures) > _MOST):
        return
    then, now = one.figure(match["a"]), one.figure(match["b"])
    if told["c"] and not _is_the_distance(then, now, other.figure(told["c"])):
        return
    yield then, now, bool(told["up"]), told["up"] or told["down"]


_LESS, _MORE = Decimal("0.99"), Decimal("1.01")
_MOST = 3

_SHARE_AFTER = Expression(r"[^«»;.()]{0,30}\(\s?«(?P<p>P\d+)»\s?\)")


def a_change_with_its_sum_and_both_ends_has_their_share(report: Report) -> Iterator[TextFinding]:
    """“An increase of £5.00 a year, from £187.40 to £192.40 (4.7%)” is 2.7%."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if len(one.figures) < _ENDS_SUM_AND_SHARE or "(" not in one.text:
                continue
            for match in _FROM_TO.finditer(one.pattern):
                after = _SHARE_AFTER.match(one.pattern, match.end())
                then, now = one.figure(match["a"]), one.figure(match["b"])
                if not match["c"] or after is None or then.kind is Kind.PERCENT:
                    continue
                share = one.figure(after["p"])
                if not _is_the_distance(then, now, one.figure(match["c"])):
                    continue
                if _is_the_distance(then, now, share):
                    continue
                true = abs(now.size - then.size) / then.size * HUNDRED
                yield finding_on(
                    paragraph,
                    one,
                    f"From {then.text} to {now.text} is {per_cent(true, share.amount.places)}, "
                    f"not {share.text}.",
                    "Correct the figure that is wrong.",
                    Confidence.MEDIUM,
                )


_ENDS_SUM_AND_SHARE = 4

RULES: tuple[Rule, ...] = (
    a_word_beside_two_figures_says_which_way_they_went,
    a_change_with_its_sum_and_both_ends_has_their_share,
)
