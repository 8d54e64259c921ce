"""Shares and the sums that stand beside them, held against each other and against what is left.

Shares that make up a hundred put their sums in the same ratio: “60% (£96,000) and 40% (£54,000)”
does not.  The number of one group, over the number of all, is the share told of that group.  What
is left of a sum, when a share of it is paid, is the rest of it; and a share of a total, told in
words, is that share of it.  Silent where another figure of the window explains the share.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.relations.closeness import fits
from moothall.proofread.figures.relations.windows import Part, Played, Window, each_window
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import HUNDRED, Figure, finding_on, per_cent, worded

_CURE = "Correct the share or the sum."
_OTHERWISE = Expression(
    r"\b(?:target\w*|compar\w+|previous\w*|last year|increas\w*|decreas\w*|reduc\w*|rose|fell|"
    r"respectively|against|average|interest|inflation|up to|maximum|minimum|at least|discount\w*|"
    r"already|so far|to date|includ\w+|excluding|plus|also|initial\w*|first)\b",
    re.IGNORECASE,
)


def _each(report: Report, judge: Callable[[Window], str | None]) -> Iterator[TextFinding]:
    told: set[int] = set()
    for paragraph, one, window in each_window(report):
        if id(one) in told or _OTHERWISE.search(window.text):
            continue
        if message := judge(window):
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


# --- shares that make a hundred, each with its sum ------------------------------------------------

_ITS_SUM = Expression(r"^[^«»;.]{0,45}?(?:\(|,\s|:\s|–\s|=\s|\bor\s|\bbeing\s|\bis\s)$")
_FEWEST, _MOST = 2, 4


def sums_stand_in_the_ratio_of_their_shares(report: Report) -> Iterator[TextFinding]:
    """“We pay 60% of it (£96,000) and the port 40% (£54,000)”: £54,000 is 36% of the two."""
    yield from _each(report, _out_of_ratio)


def _out_of_ratio(window: Window) -> str | None:
    pairs = [
        (share.told.figure, level.told.figure)
        for share, level in pairwise(window.played)
        if share.part is Part.SHARE and level.part in (Part.LEVEL, Part.REST)
        if level.kind is not Kind.PERCENT and _ITS_SUM.match(share.trail)
    ]
    shares = [share for share, _ in pairs]
    sums = [level for _, level in pairs]
    if not _FEWEST <= len(pairs) <= _MOST or len(pairs) * 2 != len(window.played):
        return None
    if len({one.kind for one in sums}) != 1 or any(one.rough for pair in pairs for one in pair):
        return None
    if sum(one.size for one in shares) != HUNDRED:
        return None
    whole = sum((one.size for one in sums), Decimal(0))
    slack = sum((one.spread for one in sums), Decimal(0))
    for share, level in pairs:
        true = level.size / whole * HUNDRED
        loose = (level.spread + slack) / whole * HUNDRED
        if abs(true - share.size) > share.amount.step + loose:
            added = " + ".join(one.text for one in sums)
            return (
                f"{level.text} of {added} = {worded(whole, level.amount)} is "
                f"{per_cent(true)}, not {share.text}."
            )
    return None


# --- a group, all of them, and its share ----------------------------------------------------------

_OF_THEM = Expression(r"\bof\s(?:whom|which|these|those|them)\b[^«»;]{0,20}$", re.IGNORECASE)
_GROUP = Expression(r"^\s?(?:are|were|is|was|have been)?\s?(?P<group>[a-z]{3,})\b")
_FAR = Decimal("0.5")


def a_group_has_the_share_told_of_it(report: Report) -> Iterator[TextFinding]:
    """“1,240 people, of whom 62% are women.  There are 868 women …”: 70%."""
    yield from _each(report, _of_another_share)


def _of_another_share(window: Window) -> str | None:
    for whole, share in pairwise(window.played):
        if whole.kind is not Kind.COUNT or share.part is not Part.SHARE:
            continue
        group = _GROUP.match(share.trail) if _OF_THEM.search(share.lead) else None
        if group is None:
            continue
        for part in window.of(Part.LEVEL):
            if part.place > share.place and part.trail.split()[:1] == [group["group"]]:
                return _not_its_share(part.told.figure, whole.told.figure, share.told.figure)
    return None


def _not_its_share(part: Figure, whole: Figure, share: Figure) -> str | None:
    if part.rough or whole.rough or share.rough or not 0 < part.size < whole.size:
        return None
    low, high = part.low / whole.high * HUNDRED, part.high / whole.low * HUNDRED
    true = part.size / whole.size * HUNDRED
    if fits(share, low, high) or abs(true - share.size) > true * _FAR:
        return None
    return (
        f"{part.text} of {whole.text} is {per_cent(true, share.amount.places)}, not {share.text}."
    )


# --- what a share leaves --------------------------------------------------------------------------

_OF_A_SUM = Expression(
    r"«(?P<p>P\d+)»\sof\s(?:the\s|its\s|this\s|a\s)?(?:[a-z-]+\s){0,4}?(?:of\s)?«(?P<w>M\d+)»",
    re.IGNORECASE,
)


def what_a_share_leaves_is_the_rest(report: Report) -> Iterator[TextFinding]:
    """“The grant covers 75% of the £640,000 scheme.  We find the remaining £140,000”: £160,000."""
    yield from _each(report, _another_rest)


def _another_rest(window: Window) -> str | None:
    match = _OF_A_SUM.search(window.pattern)
    rests = [one.told.figure for one in window.of(Part.REST) if one.kind is Kind.MONEY]
    money = [one for one in window.played if one.kind is Kind.MONEY]
    if match is None or len(rests) != 1 or len(money) != _FEWEST:
        return None
    share, whole = (window.sentence.figure(match[name]) for name in "pw")
    rest = rests[0]
    if share.rough or whole.rough or rest.rough or not share.size < HUNDRED:
        return None
    left = whole.size * (HUNDRED - share.size) / HUNDRED
    slack = rest.spread + whole.spread + whole.size * share.amount.step / HUNDRED
    paid = whole.size - left
    if abs(left - rest.size) <= slack or abs(paid - rest.size) <= slack:
        return None
    if not left / 3 <= rest.size <= left * 3:
        return None
    return f"{share.text} of {whole.text} leaves {worded(left, rest.amount)}, not {rest.text}."


# --- a share told in words, the total, and what it comes to ---------------------------------------

_A_SHARE = Expression(r"\b(?:shares?|contributions?|portions?|proportions?)\b", re.IGNORECASE)
_A_TOTAL = Expression(r"\b(?:total|overall|whole|full|entire|budget|cost)s?\b", re.IGNORECASE)


def a_share_in_words_is_that_of_the_total(report: Report) -> Iterator[TextFinding]:
    """“Our share is one quarter.  The total is £312,000 and our share is £87,000”: £78,000."""
    yield from _each(report, _another_part)


def _another_part(window: Window) -> str | None:
    if len(window.in_words) != 1 or len(window.played) != _FEWEST:
        return None
    fraction = window.in_words[0]
    whole, part = window.played
    if whole.part is not Part.LEVEL and whole.part is not Part.TOTAL:
        return None
    if not _A_SHARE.search(window.text[: fraction.start]) or not _A_SHARE.search(part.lead):
        return None
    if not _A_TOTAL.search(whole.lead[-60:]) or {whole.kind, part.kind} != {Kind.MONEY}:
        return None
    return _unlike(fraction.text, (fraction.low + fraction.high) / 2, whole, part)


def _unlike(words: str, share: Decimal, whole: Played, part: Played) -> str | None:
    all_of_it, told = whole.told.figure, part.told.figure
    true = all_of_it.size * share / HUNDRED
    slack = told.spread + all_of_it.spread + true / 50
    if all_of_it.rough or told.rough or abs(true - told.size) <= slack:
        return None
    if told.size >= all_of_it.size or not true * (1 - _FAR) <= told.size <= true * (1 + _FAR):
        return None
    return f"{words} of {all_of_it.text} is {worded(true, told.amount)}, not {told.text}."


RULES: tuple[Rule, ...] = (
    sums_stand_in_the_ratio_of_their_shares,
    a_group_has_the_share_told_of_it,
    what_a_share_leaves_is_the_rest,
    a_share_in_words_is_that_of_the_total,
)
