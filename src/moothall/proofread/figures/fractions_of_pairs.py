"""Fractions of a pair of numbers: “58 of the 92 were seen, so three quarters are up to date”.

Two numbers tied by “of” or “out of” are a share; a fraction in words, or “a majority”, in the same
sentence or the next one that says so by “this is”, “so” or “that is”, is that share.  Two thirds of
15 members, “that is, at least eight”, are ten.  Silent where a third number may be what the
fraction is of, or where the fraction is said of something else, as “a third of the budget” is.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.counts_of_their_wholes import RULES as BESIDE
from moothall.proofread.figures.fractions_counted import RULES as COUNTED
from moothall.proofread.figures.majorities_elsewhere import RULES as ELSEWHERE
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.told_shares import RULES as SHARES
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
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
    rf"{mark('a', 'C')}(?:\s[a-z-]+)?\s(?:of|out of|from)\s(?:the|our|its|their|all|a total of|"
    rf"these|"
    rf"those)?\s?(?:[a-z]+\s){{0,2}}?{mark('b', 'C')}",
    re.IGNORECASE,
)
_OF_FIRST = Expression(
    rf"^\W*(?:out )?of\s(?:the |our |its |all |these )?(?:[a-z]+\s)?"
    rf"{mark('b', 'C')}\s[a-z][^«»;]{{2,80}}?"
    rf",?\s(?:only\s|just\s)?{mark('a', 'C')}",
    re.IGNORECASE,
)
_MAJORITY = Expression(
    r"(?<![\w-])(?P<word>(?:a|the|this) (?:clear |large |small |great |vast |overwhelming |narrow |"
    r"substantial |slim |bare |comfortable )?majority|more than half|over half|most)"
    r"(?=\s(?:of\b|[a-z]+s\b)|[,.;]|$)",
    re.IGNORECASE,
)
_NO_MAJORITY = Expression(
    r"\b(?:no|not|without|short of|lack\w*|two-thirds|simple|required|needed|absolute|ethnic|"
    r"seats|quorum|recent|the most|at most|most (?:recent|common|deprived|likely))\b",
    re.IGNORECASE,
)
_FOLLOWS = Expression(
    r"(?:\bso|\bthus|\bhence|\btherefore|\bmeaning|\bmeans|\bi\.e\.|\bthat is|\bor|\bjust|\bonly|"
    r"\bwhich is|\bthis is|\bequal to|\bequivalent to|\brepresenting|\bmaking|[,(–:])"
    r"(?:\s(?:that|to say))?[,\s]*$",
    re.IGNORECASE,
)
_SAYS_SO = Expression(
    r"^\W*(?:This|That|It|So|Thus|Therefore|Hence|In other words|These|They)\b[^«»]{0,40}$"
)
_OTHERS = Expression(
    r"\b(?:target\w*|compar\w+|than (?!half)|last year|previous\w*|increas\w+|decreas\w+|rose|fell|"
    r"against|national\w*|average|each|respectively|remaining|other|rest|score[ds]?|marks?)\b",
    re.IGNORECASE,
)
_RULED = Expression(
    rf"of\s(?:the|its|our|all|their|these|those|a total of)?\s?{mark('n', 'C')}\s[a-z]"
    r"[^«»;]{2,60}?(?:that is|i\.e\.|or|which is|namely|meaning|equal to|\(|–),?\s(?:to say,?\s)?"
    rf"(?:by\s)?(?:at least\s|a minimum of\s|no fewer than\s)?{mark('k', 'C')}",
    re.IGNORECASE,
)
_CLOSED = Expression(r"^\s?(?:[,.;)]|$|of (?:them|those|these|the\b|all\b))")
_CURE = "Correct the words or the numbers."
_TOLD = quotes_told(*BESIDE, *COUNTED, *ELSEWHERE, *SHARES)


def a_fraction_said_of_a_pair_is_their_share(report: Report) -> Iterator[TextFinding]:
    """“A majority of the pupils, 133 out of 281, now walk”: 47.3%."""
    for paragraph in paragraphs(report):
        folded = paragraph.text.casefold()
        if not any(word in folded for word in _WORDS):
            continue
        for place, plain in enumerate(paragraph.sentences):
            one = with_all_numbers(plain.text)
            before = paragraph.sentences[place - 1] if place else None
            message = _ruled(one) or _in_one(plain) or (_in_next(before, plain) if before else None)
            if message and not told_by(_TOLD, report, paragraph, plain):
                yield finding_on(paragraph, plain, message, _CURE, Confidence.MEDIUM)


_WORDS = ("majority", "half", "third", "quarter", "fifth", "tenth", " in ", "most ", "out of")


def _in_one(plain: Sentence) -> str | None:
    pair = _pair(plain)
    if pair is None or any(f.kind is not Kind.COUNT for f in plain.figures):
        return None
    if len(plain.figures) != 2 or _OTHERS.search(plain.text):
        return None
    return _misfit(plain, pair, linked=False)


def _in_next(before: Sentence, one: Sentence) -> str | None:
    pair = _pair(before)
    if pair is None or one.figures or len(before.figures) != 2 or _OTHERS.search(before.text):
        return None
    if _OTHERS.search(one.text) or not _SAYS_SO.match(one.text[:60].split(" of ")[0]):
        return None
    return _misfit(one, pair, linked=True)


def _pair(plain: Sentence) -> tuple[Figure, Figure] | None:
    one = with_all_numbers(plain.text)
    found = [m for form in (_OF_FIRST, _PAIR) for m in form.finditer(one.pattern)]
    if len(found) != 1:
        return None
    a, b = one.figure(found[0]["a"]), one.figure(found[0]["b"])
    if a.rough or b.rough or not (a.counts_exactly and b.counts_exactly):
        return None
    return (a, b) if 0 < a.size < b.size and b.size >= 5 else None


def _misfit(one: Sentence, pair: tuple[Figure, Figure], *, linked: bool) -> str | None:
    a, b = pair
    share = a.size / b.size * HUNDRED
    told = f"{a.text} of {b.text} is {per_cent(share)}"
    for fraction in fractions_told(one.text):
        if fraction.allows(share - 1, share + 1) or not (
            linked or _is_of_the_pair(one.text, fraction)
        ):
            continue
        return f"{told}, not “{fraction.text}”."
    majority = _MAJORITY.search(one.text)
    if majority is None or majority["word"].lower() == "most" or share >= HUNDRED / 2:
        return None
    return None if _NO_MAJORITY.search(one.text) else f"{told}, less than half: no majority."


def _is_of_the_pair(text: str, fraction: FractionTold) -> bool:
    """Whether the words before or after a fraction tie it to the pair of its sentence."""
    if re.match(
        r"\sof (?:the |its |our |this |that )?[a-z]*(?:budget|cost|spend|time|year)",
        text[fraction.end :],
    ):
        return False
    ahead, after = text[: fraction.start], text[fraction.end :]
    if ahead.rstrip().endswith((",", "(", "–", ":")) and not _CLOSED.match(after):
        return False  # “answered by 88 of the 140, nine in ten said”: of the 88
    return bool(_FOLLOWS.search(ahead)) or not re.search(r"\d", ahead)


def _ruled(one: Sentence) -> str | None:
    """“Two-thirds of its 15 members, that is, at least eight”."""
    match = _RULED.search(one.pattern)
    if match is None:
        return None
    n, k = one.figure(match["n"]), one.figure(match["k"])
    if n.rough or (k.rough and "at least" not in match[0]) or not 0 < k.size < n.size:
        return None
    end = one.pattern.rfind("of", 0, match.start() + 3)
    before = [f for f in fractions_told(one.pattern) if f.end <= end]
    if len(before) != 1 or not before[0].text or end - before[0].end > 40:
        return None
    middle = (before[0].low + before[0].high) / 2
    if re.match(r"(?:a|one|two|three|half)", before[0].text, re.I) is None:
        return None
    exact = _EXACT.get(before[0].text.lower().replace("-", " ")) or middle / HUNDRED
    true = n.size * exact
    if abs(true - k.size) <= 1 or (k.size == true.to_integral_value(ROUND_CEILING)):
        return None
    worked = f"{true.quantize(Decimal('0.1')).normalize():f}"
    return f"{before[0].text} of {n.text} is {worked}, not {k.text}."


_EXACT = {
    "two thirds": Decimal(2) / 3,
    "a third": Decimal(1) / 3,
    "one third": Decimal(1) / 3,
    "three quarters": Decimal("0.75"),
    "a quarter": Decimal("0.25"),
    "one quarter": Decimal("0.25"),
    "half": Decimal("0.5"),
}


RULES: tuple[Rule, ...] = (a_fraction_said_of_a_pair_is_their_share,)
