"""Shares of what was told just before: “Seven complaints were heard.  48% were a breach”.

A percentage that opens a sentence, of nobody else, is of the few that the sentence before counts;
it must be that of a whole number of them.  And a number that is left when one of two others is
taken from the other (412 posts, 388 filled, 24 vacant) is a share of one of these two.
"""

import re
from collections.abc import Iterator
from itertools import permutations

from moothall.documents.report import Report
from moothall.proofread.figures.bases_told_before import RULES as BEFORE
from moothall.proofread.figures.counts_of_their_wholes import RULES as BESIDE
from moothall.proofread.figures.denominators import RULES as OF_BASES
from moothall.proofread.figures.denominators import is_possible_share
from moothall.proofread.figures.listed_shares import RULES as LISTED
from moothall.proofread.figures.proportions import share_off
from moothall.proofread.figures.shares_of_few import RULES as OF_FEW
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.told_shares import RULES as SHARES
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
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
from moothall.proofread.reading.thesaurus import root

_OPENS = Expression(
    r"^\W*(?:(?:and|but|only|just|in (?:all|total)|overall|of (?:these|those|them|whom|which)|"
    rf"among them|however),?\s)*{mark('p', 'P')}"
    r"(?:\sof\s(?P<of>(?:the |all |these |those |our |its )?(?:[a-z-]+\s){0,2}?[a-z-]+?))?"
    r"(?=\s(?:were|was|are|is|had|have|has|did|do|said|thought|felt|found|would|will|could|came|"
    r"met|went|chose|wanted|gave|passed|failed|took|knew|in favour|[a-z]{2,}ed)\b)",
    re.IGNORECASE,
)
_OF_THESE = Expression(
    rf"^[^«»;]{{2,70}}?,\s(?:only\s|just\s)?{mark('p', 'P')}\sof\s(?P<of>(?:these|those|them)"
    r"(?:\s[a-z-]+){0,2}?)(?=\s(?:were|was|are|had|have|did|said|thought|felt|found|met|[a-z]{2,}ed)\b)",
    re.IGNORECASE,
)
"""“At the last visit, 70% of these schools were good”: a word points back, whatever leads in."""
_COUNTED = Expression(r"«(?P<n>C\d+)»\s(?P<things>(?:[A-Za-z’'-]+\s?){1,8})")
_NO_FEW = Expression(
    r"\b(?:years?|months?|weeks?|days?|hours?|minutes?|miles|km|events?|sessions?|meetings?|"
    r"workshops?|visits?|questions?|surveys?|categories|themes|priorities|areas|wards|options|"
    r"metres|times|litres|tonnes|points|groups|drop-ins?|weekday|phases|stages|aims|objectives|"
    r"working|consultations?|indicators|measures|domains|outcomes)\b",
    re.IGNORECASE,
)
"""What is counted there is where, when or what was asked, and not who answered."""
_PEOPLE = {"member", "people", "person", "respondent", "all", "them", "those", "these", "case"}
_MORE = Expression(
    r"\b(?:compared|target\w*|last year|previous\w*|national\w*|average|budget|respons\w+ rate|"
    r"another|further|additional|including|weighted|spend\w*|cost|than (?:in|at|last|the year))\b",
    re.IGNORECASE,
)
_FOR_SO_LONG = Expression(
    r"\b(?:for |in |within |after )?(?:more than |less than |over |at least |up to )?«C\d+»\s"
    r"(?:(?:or more|working|calendar)\s)?(?:years?|months?|weeks?|days?|hours?)\b",
    re.IGNORECASE,
)
_BACK = (
    re.compile(
        rf"{mark('p', 'P')}\sof\s(?:them|those|these|whom|which|(?:the|this) (?:group|number|"
        r"cohort|sample))\b(?P<after>[^«»;.]{0,50})",
        re.IGNORECASE,
    ),
    re.compile(
        r"[,(]?\s(?:of|among|amongst) (?:whom|which|these|them|those)\b,?"
        rf"(?:\s(?:only|just|all but|some))?\s{mark('p', 'P')}(?P<after>[^«»;.]{{0,50}})",
        re.IGNORECASE,
    ),
)
_NOT_WHOLE = Expression(
    r"\b(?:fte|wte|hours?|days?|weeks?|months?|years?|miles|tonnes|hectares|square|m2|units of|"
    r"million|points|target|capacity|value|cost|funding|spend\w*|budget|km|acres)\b",
    re.IGNORECASE,
)
_OF_A_PART = Expression(
    r"^\s(?:who|whose|that|which)\s(?!(?:did|had done|have done|do|responded|replied|answered|took "
    r"part|returned|were asked|completed)\b)|^\s(?:aged|eligible|in|with|living|from|for|under|"
    r"over)\b",
    re.IGNORECASE,
)
_SMALL, _LARGE, _HUNDREDTHS = 3, 40, 100
_BESIDE = Expression(rf"{mark('n', 'C')}(?:\s[a-z-]+){{0,3}}?\s?\((?:or\s)?{mark('p', 'P')}\)")
_MANY = 6
_CURE = "Correct the percentage or the number."
_TOLD = quotes_told(*OF_BASES, *LISTED, *OF_FEW, *BEFORE, *BESIDE, *SHARES)


def a_share_is_one_of_those_told_before_it(report: Report) -> Iterator[TextFinding]:
    """“All 9 members filled in the form.  60% of members liked it”: 5 is 56%, 6 is 67%."""
    for paragraph in paragraphs(report):
        if "%" not in paragraph.text and "per cent" not in paragraph.text:
            continue
        for place, plain in enumerate(paragraph.sentences):
            if "%" not in plain.text and "per cent" not in plain.text:
                continue
            message = (
                _impossible(paragraph, place)
                or _of_those(paragraph.sentences[place])
                or _of_what_it_is_left_of(paragraph, place)
            )
            if message and not told_by(_TOLD, report, paragraph, plain):
                yield finding_on(paragraph, plain, message, _CURE, Confidence.MEDIUM)


def _impossible(paragraph: Paragraph, place: int) -> str | None:
    if not place:
        return None
    one = with_all_numbers(paragraph.sentences[place].text)
    match = _OPENS.match(one.pattern) or _OF_THESE.match(one.pattern)
    if match is None:
        return None
    rest = _FOR_SO_LONG.sub("", one.pattern[match.end() :])
    if "«" in rest or _MORE.search(match[0]) or _MORE.search(rest):
        return None
    before = with_all_numbers(paragraph.sentences[place - 1].text)
    if len(before.figures) != 1 or _MORE.search(before.text):
        return None
    counted = _COUNTED.search(before.pattern)
    if counted is None or _NO_FEW.search(counted["things"]):
        return None
    if match["of"] and not _is_one_of(match["of"], counted["things"]):
        return None
    n, p = before.figure(counted["n"]), one.figure(match["p"])
    return _no_whole_number(p, n)


def _of_those(plain: Sentence) -> str | None:
    """“Eight sent it back and 70% of those …”, “23 pilots, of whom 54% …”, in one sentence."""
    one = with_all_numbers(plain.text)
    for match in (match for form in _BACK for match in form.finditer(one.pattern)):
        ahead = one.pattern[: match.start()]
        marks = re.findall(r"«([A-Z]\d+)»", ahead)
        words = ahead.rpartition("»")[2] + match["after"]
        if len(marks) != 1 or marks[0][0] != "C" or _NOT_WHOLE.search(words):
            continue
        if _OF_A_PART.match(match["after"]):
            continue
        message = _no_whole_number(one.figure(match["p"]), one.figure(marks[0]), most=_HUNDREDTHS)
        if message:
            return message
    return None


def _is_one_of(of: str, things: str) -> bool:
    """Whether “members” are those of “all 9 members”, or are just “them”."""
    last = root(of.split()[-1].lower())
    return last in {root(word) for word in _PEOPLE} or last in {
        root(word.lower()) for word in things.split()
    }


def _no_whole_number(p: Figure, n: Figure, most: int = _LARGE) -> str | None:
    base = int(n.size)
    if n.rough or p.rough or n.amount.places or not _SMALL <= base <= most:
        return None
    if not 0 < p.size < HUNDRED or is_possible_share(p, base):
        return None
    under = int(p.size / HUNDRED * base)
    if any(0 <= HUNDRED * k / base - p.size < p.amount.step for k in (under, under + 1)):
        return None  # cut off, not rounded
    low, high = (per_cent(k * HUNDRED / base, p.amount.places) for k in (under, under + 1))
    return (
        f"{p.text} of {base} is no whole number: {under} of {base} is {low}, "
        f"{under + 1} of {base} is {high}."
    )


def _of_what_it_is_left_of(paragraph: Paragraph, place: int) -> str | None:
    """“412 posts … 388 in post, leaving 24 vacancies (3.4%)”: 24 of 412 is 5.8%."""
    one = paragraph.sentences[place]
    for match in _BESIDE.finditer(one.pattern):
        n, p = one.figure(match["n"]), one.figure(match["p"])
        about = [
            figure
            for each in _near(paragraph, place)
            for figure in each.figures
            if figure.counts_exactly and figure.size > n.size > 0
        ]
        if n.rough or p.rough or not n.counts_exactly or not 2 <= len(about) <= _MANY:
            continue
        if any(share_off(n, whole, p) <= 1 for whole in about):
            continue
        for whole, part in permutations(about, 2):
            if whole.size - part.size == n.size >= 10:
                share = per_cent(n.size / whole.size * HUNDRED, p.amount.places)
                return f"{n.text} of {whole.text} is {share}, not {p.text}."
    return None


def _near(paragraph: Paragraph, place: int) -> tuple[Sentence, ...]:
    return paragraph.sentences[max(0, place - 2) : place + 2]


RULES: tuple[Rule, ...] = (a_share_is_one_of_those_told_before_it,)
