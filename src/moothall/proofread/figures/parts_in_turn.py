"""Parts of a number told one after the other, over two sentences: “Of the 40 schemes 17 are …”.

“Of the 40 schemes 17 are on time and 12 are late. Eight have not begun, and one was given up”: each
clause begins with its number, and together they are all.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    Figure,
    Sentence,
    finding_on,
    mark,
    paragraphs,
    worded,
)

_LEAD = Expression(
    rf"\b(?:of|out of)\s(?:the\s|these\s|those\s|our\s|all\s|"
    rf"a\stotal\sof\s)*{mark('n', 'C')}\s(?P<things>[A-Za-z]"
    rf"[^«»;.]{{2,90}}?),?\s(?={mark('a', 'C')})",
    re.IGNORECASE,
)
_MARK = Expression(r"«([A-Z]\d+)»")
_BEGINS = Expression(
    r"(?:^|,|;|\band|\bwhile|\bwith|\bbut|:)\s"
    r"(?:a further\s|another\s|the (?:remaining|other)\s)?$|^$",
    re.IGNORECASE,
)
_ONE = Expression(
    r"(?<![\w-])one(?=\s(?:had|has|was|is|did|could|remains|remained|will|failed|not)\b)", re.I
)
_ASIDE = Expression(r"\([^()]*\)")
_DOES = Expression(
    r"\s(?:(?:KPIs?|of (?:them|these|those|which)|[a-z]+s)\s)?(?:\([^()]*\)\s)?(?:(?:were|was|are|"
    r"is|have|has|had|did|do|"
    r"will|would|remain\w*|met|achieved|exceeded|missed|improved|fell|rose|stayed|came|went|got|"
    r"gave|said|"
    r"chose|voted|could|[a-z]+ed)\b)",
    re.IGNORECASE,
)
_OVERLAP = Expression(
    r"\b(?:includ\w+|of (?:which|whom|these|those|them)|both|also|more than one|at least|average|"
    r"per|each|again|"
    r"respectively|compared|in turn|up to|other than)\b",
    re.IGNORECASE,
)
_FEATURES = Expression(
    r"»\s(?:had|have|has|show(?:ed)?|need(?:ed)?|mention(?:ed)?|report(?:ed)?|raised|cited|"
    r"use[ds]?|"
    r"lack(?:ed)?|want(?:ed)?|lik(?:e|ed))\b(?! (?:been|not|to|yet))[^«»]*«[^«»]+»\s(?:had|have|"
    r"has|"
    r"show(?:ed)?|need(?:ed)?|mention(?:ed)?|report(?:ed)?|raised|cited|use[ds]?|lack(?:ed)?)\b"
    r"(?! (?:been|not|to|yet))",
    re.IGNORECASE,
)
"""“20 had damp, 15 had mould and 8 had no heating”: one home can have them all."""


def parts_told_in_turn_make_their_whole(report: Report) -> Iterator[TextFinding]:
    """“Of the 40 schemes 17 are on time and 15 late.  Eight wait, and one was given up”: 41."""
    for paragraph in paragraphs(report):
        texts = paragraph.sentences
        for plain, following in zip_longest(texts, texts[1:]):
            if " of " not in f" {plain.text.lower()}" or not plain.figures:
                continue
            one = _read(plain.text)
            lead = _LEAD.search(one.pattern)
            if lead is None or _OVERLAP.search(one.pattern[lead.end() :]):
                continue
            whole = one.figure(lead["n"])
            parts = _parts(one, lead.end())
            if parts is None or whole.rough or whole.kind is not Kind.COUNT:
                continue
            more = _following(following, lead["things"]) if following else None
            words = plain.text
            if more is not None and _sum(parts) < whole.size:
                parts, words = [*parts, *more], f"{words} {following.text}"
            off = _sum(parts) - whole.size
            if len(parts) < 3 or off == 0 or abs(off) > max(Decimal(2), whole.size / 10):
                continue
            if off > 0 and _FEATURES.search(with_all_numbers(words).pattern):
                continue
            if off < 0 and len(parts) < 4:
                continue
            listed = " + ".join(part.text for part in parts)
            both = Sentence(text=words, pattern="", figures=())
            yield finding_on(
                paragraph,
                both,
                f"{listed} = {worded(_sum(parts), whole.amount)}, not {whole.text}.",
                "Correct the part or the total.",
                Confidence.MEDIUM,
            )


def _read(text: str) -> Sentence:
    return with_all_numbers(_ONE.sub("1", text))


def _sum(parts: list[Figure]) -> Decimal:
    return sum((part.size for part in parts), Decimal(0))


def _parts(one: Sentence, since: int) -> list[Figure] | None:
    """The numbers that begin a clause each; None where another number stands beside them."""
    pattern = one.pattern[:since] + _ASIDE.sub(lambda m: " " * len(m[0]), one.pattern[since:])
    found = []
    for match in _MARK.finditer(pattern, since):
        figure = one.figure(match[1])
        before = pattern[max(since - 1, match.start() - 24) : match.start()]
        if match.start() > since and not _BEGINS.search(before):
            return None
        if not _DOES.match(pattern, match.end()) or figure.rough or not figure.counts_exactly:
            return None
        found.append(figure)
    return found or None


_GOES_ON = Expression(r"\b(?:not|remain\w*|no|still|yet|rest|others?|red|closed)\b", re.IGNORECASE)


def _following(plain: Sentence, things: str) -> list[Figure] | None:
    """The parts that go on in the next sentence: “Eight schemes have not begun”."""
    one = _read(plain.text)
    if not one.pattern.startswith("«") or _OVERLAP.search(one.pattern):
        return None
    words = set(re.findall(r"[A-Za-z]{3,}", things.lower()))
    named = words & set(re.findall(r"[A-Za-z]{3,}", one.pattern[:40].lower()))
    return _parts(one, 0) if named or _GOES_ON.search(one.pattern[:60]) else None


RULES: tuple[Rule, ...] = (parts_told_in_turn_make_their_whole,)
