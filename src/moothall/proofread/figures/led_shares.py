"""Shares of what leads a sentence, and of a part of it: "Of N things n …, and of those m (p %)".

The part of a percentage is the count before it that counts the same things: lengths of time,
distances and ages between the two are passed over.  Its whole is what "of those" points to, the
last count before it, or else what leads the sentence.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.proportions import MOVED, a_percentage_is_its_part_of_the_whole
from moothall.proofread.figures.said_before import a_share_follows_from_the_numbers_before_it
from moothall.proofread.figures.told_shares import (
    a_share_told_is_that_of_its_numbers,
    firm,
    with_numbers,
)
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
    mark,
    paragraphs,
    per_cent,
)

_LEADS = Expression(
    rf"(?:^\W*|[.;:,]\s)(?:Of|Out of|From|Among(?:st)?)\s(?:the\s|all\s|these\s|those\s|"
    rf"a\stotal\sof\s|"
    rf"our\s|its\s|some\s)*(?:total\s(?:of\s)?)?{mark('n', 'C')}\s(?P<things>[a-z][^«»;.()]*?)\s*"
    rf"(?:,|–|-|:|\([^()]*\),?|(?=\s?«C))",
    re.IGNORECASE,
)
_MEASURE = Expression(
    r"^[\s-]*(?:working\s|calendar\s|business\s|school\s)?(?:days?|weeks?|months?|years?|hours?|"
    r"minutes?|seconds?|miles?|metres?|km|kilometres?|mph|storeys?|bed(?:room)?s?|points?|"
    r"terms?|stars?|day\b|per\b)\b",
    re.IGNORECASE,
)
_NO_PART = Expression(
    r"\b(?:target|aim|aged?|ages|under|over|minimum|maximum|average|limit|threshold|stage|"
    r"standard|least|most|within|than|every|each|per|up to)(?: (?:of|the|is|was|a))*\s*$",
    re.IGNORECASE,
)
_THOSE = Expression(r"\bof\s(?:which|whom|those|these|them)\b", re.IGNORECASE)
_A_SHARE = Expression(
    r"(?<!\()«P\d+»|\b(?:half|thirds?|quarters?|fifths?|tenths?|majority|most|many|several|some|"
    r"few|"
    r"hundred|thousand|rest|remainder|remaining|others?|all)\b",
    re.IGNORECASE,
)
"""A number of things that is not in figures: "those" may be these."""
_MARK = Expression(r"«([A-Z]\d+)»")
_OPENS = Expression(
    r"\(\s?(?:or\s|i\.e\.,?\s|just (?:over|under)\s|about\s|around\s)?$|,\s(?:or\s)?$|[–-]\s$"
)
_CLOSES = Expression(r"\s?(?:\)|,|\.|;|–|-|$)")
_OTHER = Expression(
    r"\b(?:compared|against|target|previous(?:ly)?|last year|year before|budget|average|national|"
    r"respectively|points|per)\b",
    re.IGNORECASE,
)
_CURE = "Correct the number, the whole or the percentage."


def a_share_is_of_what_it_is_said_to_be_of(report: Report) -> Iterator[TextFinding]:
    """“Of 412 claims 301 were paid within 28 days (61%)”: 301 of 412 is 73%."""
    told: set[tuple[object, str]] | None = None
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        for plain in paragraph.sentences:
            kept, before = before, plain
            if not any(figure.kind is Kind.PERCENT for figure in plain.figures):
                continue
            if len(plain.figures) > 10:
                continue
            one = with_numbers(plain.text)
            found = _wrong_share(one, kept)
            if found is None:
                continue
            if told is None:
                told = _told(report)
            if (paragraph.place, plain.text[:60]) not in told:
                yield finding_on(paragraph, plain, found[0], _CURE, found[1])


def _told(report: Report) -> set[tuple[object, str]]:
    """The sentences of which other rules say the same already."""
    rules = (
        a_percentage_is_its_part_of_the_whole,
        a_share_told_is_that_of_its_numbers,
        a_share_follows_from_the_numbers_before_it,
    )
    return {(f.place, f.quote[:60]) for rule in rules for f in rule(report)}


def _wrong_share(one: Sentence, before: Sentence | None) -> tuple[str, Confidence] | None:
    marks = [(m, one.figure(m[1])) for m in _MARK.finditer(one.pattern)]
    for place, (at, p) in enumerate(marks):
        if p.kind is not Kind.PERCENT or p.rough or p.size > HUNDRED:
            continue
        if not _OPENS.search(one.pattern[: at.start()]) or not _CLOSES.match(one.pattern, at.end()):
            continue
        part = _part(one, marks[:place])
        if part is None:
            continue
        number, a = part
        own = one.pattern[marks[number][0].end() : at.start()]
        whole = _whole(one, marks[:number], before, of_those=bool(_THOSE.search(own)))
        if whole is None or a.rough or not 0 < a.size < whole.size or a.amount.places:
            continue
        since = marks[number - 1][0].end() if number else 0
        bracketed = one.pattern.startswith(")", at.end())
        until = at.end() if bracketed else at.end() + 12  # what follows a bracket is not of it
        if MOVED.search(one.pattern, since, until) or _OTHER.search(one.pattern[since:until]):
            continue
        found = _judged(a, whole, p, marks, before)
        if found is not None:
            return found
    return None


def _part(one: Sentence, marks: list[tuple[re.Match[str], Figure]]) -> tuple[int, Figure] | None:
    """The last count before the percentage that is no length of time, and its number."""
    for number in range(len(marks) - 1, -1, -1):
        at, figure = marks[number]
        if figure.kind is not Kind.COUNT:
            return None
        start = one.pattern[max(0, at.start() - 30) : at.start()]
        if _MEASURE.match(one.pattern[at.end() : at.end() + 24]) or _NO_PART.search(start):
            continue
        return number, figure
    return None


def _whole(
    one: Sentence,
    marks: list[tuple[re.Match[str], Figure]],
    before: Sentence | None,
    *,
    of_those: bool,
) -> Figure | None:
    """What the part is of: what "of those" before it points to, or what leads the sentence."""
    head = one.pattern[: marks[-1][0].end()] if marks else ""
    until = marks[-1][0].end() if marks else 0
    tail = one.pattern[until:].partition("«")[0]
    counts = [
        (at, figure)
        for at, figure in marks
        if figure.kind is Kind.COUNT and not _MEASURE.match(one.pattern[at.end() : at.end() + 24])
    ]
    if of_those or _THOSE.search(tail):
        if counts:
            between = one.pattern[counts[-1][0].end() :]
            return (
                None if _A_SHARE.search(between[: _until_those(between)]) else firm(counts[-1][1])
            )
        told = [f for f in before.figures if f.kind is Kind.COUNT] if before is not None else []
        return firm(told[0]) if len(told) == 1 else None
    lead = _LEADS.search(one.pattern)
    if lead is None or not counts or _THOSE.search(head, lead.end()):
        return None
    if one.figure(lead["n"]) is not counts[0][1]:
        return None
    return firm(counts[0][1])


def _until_those(words: str) -> int:
    found = _THOSE.search(words)
    return found.start() if found else len(words)


def _judged(
    a: Figure,
    whole: Figure,
    p: Figure,
    marks: list[tuple[re.Match[str], Figure]],
    before: Sentence | None,
) -> tuple[str, Confidence] | None:
    if _off(a, whole, p) <= 1 or whole.rough or whole.size < 3:
        return None
    counts = [figure for _, figure in marks if figure.kind is Kind.COUNT]
    if before is not None:
        counts += [figure for figure in before.figures if figure.kind is Kind.COUNT]
    if any(x.size <= n.size and _off(x, n, p) <= 1 for n in counts for x in counts if x is not n):
        return None  # it is the share of another of the numbers told
    share = a.size / whole.size * HUNDRED
    return (
        f"{a.text} of {whole.text} is {per_cent(share, p.amount.places)}, not {p.text}.",
        Confidence.HIGH if share / 3 <= p.size <= share * 3 else Confidence.MEDIUM,
    )


def _off(a: Figure, n: Figure, p: Figure) -> Decimal:
    if n.low <= 0:
        return Decimal(0)
    return beyond(p, a.low / n.high * HUNDRED, a.high / n.low * HUNDRED)


RULES: tuple[Rule, ...] = (a_share_is_of_what_it_is_said_to_be_of,)
