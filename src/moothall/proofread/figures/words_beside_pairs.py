"""A share in words, and beside it the pair of numbers that it is said of.

“Just under a fifth were overdue: 312 of the 780 …” is 40 %; “of 84 appeals 21 were allowed.  In
other words, one in three succeeded” is one in four; “most of the grant is spent: £418,000 of the
£1.1m …” is 38 %.  The one opens the clause, a colon or “in other words” joins them, and no third
number stands by that the share could be of.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from moothall.documents.report import Report
from moothall.proofread.figures.fractions_of_pairs import RULES as OF_PAIRS
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.fraction_words import FractionTold, fractions_told
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Sentence,
    finding_on,
    mark,
    paragraphs,
    per_cent,
)

_PAIR = Expression(
    rf"{mark('a', 'MC')}(?:\s[a-z-]+)?\s(?:of|out of|from)\s(?:the |our |its |their |all |a total "
    rf"of |these |those )?(?:[a-z]+\s){{0,3}}?{mark('b', 'MC')}",
    re.IGNORECASE,
)
_OF_FIRST = Expression(
    rf"\b(?:out )?of\s(?:the |our |its |all |these )?(?:[a-z]+\s)?{mark('b', 'MC')}\s[a-z]"
    rf"(?:[^«»;]|«C\d+»(?=\s(?:years?|months?|weeks?|days?)\b)){{2,90}}?,?\s(?:only |just |some )?"
    rf"{mark('a', 'MC')}(?!\s(?:years?|months?|weeks?|days?)\b)",
    re.IGNORECASE,
)
_MAJORITY = Expression(
    r"^\W*(?:The )?(?P<word>(?:vast |great |large |clear )?majority|most|more than half|over "
    r"half)\s"
    r"of\b",
    re.IGNORECASE,
)
_JOINS = Expression(r":\s|\s[–-]\s")
_SAYS_SO = Expression(
    r"^\W*(?:in other words|put (?:another way|simply)|that is(?: to say)?|so|this means that|"
    r"meaning that|which means that|or)\b,?\s",
    re.IGNORECASE,
)
_OTHERS = Expression(
    r"\b(?:target|last year|previous\w*|compared|than|national\w*|average|against|each|other|rest|"
    r"remaining|another)\b",
    re.IGNORECASE,
)
_CURE = "Correct the words or the numbers."
_TOLD = quotes_told(*OF_PAIRS)


def a_share_in_words_is_that_of_the_pair_beside_it(report: Report) -> Iterator[TextFinding]:
    """“Just under a fifth were overdue: 312 of the 780 premises”: that is 40.0%."""
    for paragraph in paragraphs(report):
        for plain, after in zip_longest(paragraph.sentences, paragraph.sentences[1:]):
            joined = _JOINS.search(plain.text)
            said = _SAYS_SO.match(after.text) if after is not None else None
            if joined is not None:
                message = _held(plain.text[: joined.start()], plain.text[joined.end() :])
            elif said is not None and after is not None:
                message = _held(after.text[said.end() :], plain.text)
            else:
                continue
            if message and not told_by(_TOLD, report, paragraph, plain):
                yield finding_on(paragraph, plain, message, _CURE, Confidence.MEDIUM)


def _held(words: str, numbers: str) -> str | None:
    """What is wrong with the share in words, of the one pair among the numbers."""
    share = _share(words)
    if share is None or _OTHERS.search(words) or _OTHERS.search(numbers.split(",")[0]):
        return None
    pair = _pair(with_all_numbers(numbers))
    if pair is None:
        return None
    a, b = pair
    true = a.size / b.size * HUNDRED
    low, high = a.low / b.high * HUNDRED, a.high / b.low * HUNDRED
    if share.allows(low, high):
        return None
    return f"{a.text} of {b.text} is {per_cent(true)}, not “{share.text}”."


def _share(words: str) -> FractionTold | None:
    if any(sign.isdigit() for sign in words):
        return None
    fractions = [each for each in fractions_told(words) if each.start < _OPENING]
    if len(fractions) == 1:
        return fractions[0]
    match = _MAJORITY.match(words)
    if match is None or fractions:
        return None
    return FractionTold(match["word"], Decimal(50), HUNDRED, match.start(), match.end())


_OPENING = 40


def _pair(one: Sentence) -> tuple[Figure, Figure] | None:
    match = _PAIR.search(one.pattern) or _OF_FIRST.search(one.pattern)
    if match is None:
        return None
    a, b = one.figure(match["a"]), one.figure(match["b"])
    if a.kind is not b.kind or not 0 < a.size < b.size or a.rough or b.rough:
        return None
    before = one.pattern[: match.start()]
    return None if "«" in before and not before.rstrip().endswith((",", ":")) else (a, b)


RULES: tuple[Rule, ...] = (a_share_in_words_is_that_of_the_pair_beside_it,)
