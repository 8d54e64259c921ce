"""Parts listed after their total: after a colon, in brackets, or in the sentence that follows.

A list of parts that comes within a tenth of the total without making it is a slip; one that is far
from it is of something else.  "Mainly" and "including" leave something out, but not too little.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Place, Report
from moothall.proofread.figures.part_lists import parts_of_a_whole_make_it
from moothall.proofread.figures.slips_in_sums import is_one_slip_from_true
from moothall.proofread.figures.sums import a_sum_in_a_sentence_adds_up
from moothall.proofread.figures.told_shares import with_numbers
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Sentence,
    finding_on,
    paragraphs,
    read_once,
    worded,
)

_MARK = Expression(r"«([A-Z]\d+)»")
_OPENS = Expression(
    r":\s|\s[–—]\s|\bas follows\b|\b(?:is|are|was|were|being) made up of\b|\bcompris\w+|"
    r"\bconsist\w+ of\b|\b(?:financed|funded|met)\b[^«»]{0,20}(?:from|by|as follows)\b|\bnamely\b|"
    r"\bbroken down\b|\bsplit\b|\(of which\b|,\sof which\b|\b(?P<some>includ(?:es|ing|ed))\b",
    re.IGNORECASE,
)
_NEXT = Expression(
    r"^(?:This|These|That|Those|It|They|Of (?:this|these|which)|The (?:total|sum|amount|overspend|"
    r"underspend|variance|saving|savings|increase|reduction|figure|cost|pressure|grant|shortfall|"
    r"movement|difference))\b[^«»]{0,60}?\b(?:attribut\w+|due|because|owing|arise[sn]?|made up|"
    r"compris\w+|consist\w*|reflect\w*|result\w*|explained|relate[sd]?|from|split|accounted|caused)"
    r"\b",
    re.IGNORECASE,
)
_OTHERWISE = Expression(
    r"\b(?:less|net of|compared|against|previous\w*|last year|rising|rose|fell|each|per|"
    r"average|target|limit|up to|more than|less than|of which|of whom|respectively|or|between|"
    r"from «|to «|increas\w+ (?:by|of|from)|reduc\w+ (?:by|of|from)|over|under|multiplied|times)\b",
    re.IGNORECASE,
)
_TAKEN_OFF = Expression(
    r"\b(?:(?:(?:partly|partially|part)[ -])?offset by|less|minus|net of|reduced by|"
    r"after taking off|after deducting)\b(?=[^«»,;]{0,40}$)",
    re.IGNORECASE,
)
"""Parts after these words are taken from the others: “£2m of cuts, offset by £0.4m of growth”."""
_IN_PART = Expression(
    r"\b(?:mainly|mostly|largely|primarily|principally|chiefly|partly|includ\w+|such as|among|"
    r"in part|notably|particularly|especially)\b",
    re.IGNORECASE,
)
_NO_TOTAL = Expression(
    r"\b(?:budget of|target of|limit of|against (?:a|an|the)|compared with|average|per|each|up to|"
    r"maximum|minimum|from)\s(?:[a-z]+\s){0,2}$",
    re.IGNORECASE,
)
_ONE = Expression(r"(?<![\w-])one(?=\s[a-z])")
_SINGLE = Expression(r"(?:,|\band)\s(?:an?|one)\s(?=[a-z])")
"""“The 47 who transfer, a manager, two supervisors”: a manager is one."""
_FEW = Decimal(1)
"""Of a few things one may be left out or counted twice, though it is more than a tenth."""
_CURE = "Correct the part or the total."


def parts_listed_make_their_total(report: Report) -> Iterator[TextFinding]:
    """“Cuts of £0.71m: £0.31m to …, £0.22m to …, £0.12m to … and £0.09m to …”: £0.74m."""
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        for one in paragraph.sentences:
            if one.figures or ":" in one.text:
                found = _wrong_list(one) or (_wrong_after(before, one) if before else None)
                if found is not None and (paragraph.place, one.text[:60]) not in _told(report):
                    yield finding_on(paragraph, one, found[0], _CURE, found[1])
            before = one


@read_once
def _told(report: Report) -> frozenset[tuple[Place, str]]:
    """The sentences of which other rules say the same already."""
    return frozenset(
        (finding.place, finding.quote[:60])
        for rule in (a_sum_in_a_sentence_adds_up, parts_of_a_whole_make_it)
        for finding in rule(report)
        if finding.confidence is not Confidence.LOW
    )


def _wrong_list(plain: Sentence) -> tuple[str, Confidence] | None:
    """A total, a colon or the like, and parts."""
    if not _OPENS.search(plain.text):
        return None
    for one in (plain, with_numbers(_ONE.sub("1", plain.text))):
        for opening in _OPENS.finditer(one.pattern):
            head, tail = one.pattern[: opening.start()], one.pattern[opening.end() :]
            total = _last_total(one, head)
            found = total and _judged(
                one, total, tail, head[-80:] + opening[0], some=opening["some"] is not None
            )
            if found:
                return found
    return None


def _wrong_after(before: Sentence, one: Sentence) -> tuple[str, Confidence] | None:
    """A total at the end of one sentence, and its parts in the next."""
    opening = _NEXT.match(one.pattern)
    if opening is None:
        return None
    total = _last_total(before, before.pattern)
    return _judged(one, total, one.pattern[opening.end() :], opening[0]) if total else None


def _last_total(one: Sentence, head: str) -> Figure | None:
    marks = list(_MARK.finditer(head))
    if not marks or _NO_TOTAL.search(head[: marks[-1].start()]):
        return None
    total = one.figure(marks[-1][1])
    return None if total.rough or total.kind not in (Kind.MONEY, Kind.COUNT) else total


def _judged(
    one: Sentence, total: Figure, tail: str, opening: str, *, some: bool = False
) -> tuple[str, Confidence] | None:
    """What is wrong with the parts in the tail; `some` where they need not be all."""
    tail = re.split(r";\s(?=[a-z ]{0,40}\btotal)", tail)[0]
    tail = tail.partition(")")[0] if opening.endswith("(of which") else tail
    tail = re.sub(r"«P\d+»", "", tail) if some else tail
    tail = _STANDS_AT.sub("", tail)
    parts = [one.figure(name) for name in _MARK.findall(tail)]
    if len(parts) < (_PAIR if some else _FEWEST) or len(parts) > _MOST:
        return None
    if any(p.kind is not total.kind or p.rough for p in parts):
        return None
    gaps = _MARK.split(tail)[0::2]
    signs = [-1 if _TAKEN_OFF.search(gap) else 1 for gap in gaps[: len(parts)]]
    told = tail[: tail.rindex("»")]
    if _OTHERWISE.search(_TAKEN_OFF_WORD.sub("", told) if -1 in signs else told):
        return None
    if not _is_one_list(tail) and -1 not in signs:
        return None
    if some and (-1 in signs or total.kind is not Kind.MONEY):
        return None
    terms = list(zip(signs, parts, strict=True))
    got = figures = sum((sign * part.size for sign, part in terms), Decimal(0))
    if total.kind is Kind.COUNT:
        got += len(_SINGLE.findall(tail))
    off = got - total.size
    if abs(off) <= rounding_may_do(parts, total):
        return None
    widest = max(total.size / 10, _FEW if total.counts_exactly else Decimal(0))
    if (some or abs(off) > widest) and not is_one_slip_from_true(terms, total):
        return None
    if off < 0 and (some or _IN_PART.search(opening + tail)):
        return None
    finest = min(parts, key=lambda part: part.amount.step).amount
    listed = parts[0].text + "".join(
        f" {'+' if sign > 0 else '−'} {part.text}" for sign, part in terms[1:]
    )
    listed += " + 1" * int(got - figures)
    return f"{listed} = {worded(got, finest)}, not {total.text}.", Confidence.MEDIUM


_STANDS_AT = Expression(
    r"\b(?:increased|risen|rose|reduced|fell|grew|grown|fallen|rising|falling) to(?= «)",
    re.IGNORECASE,
)
_TAKEN_OFF_WORD = Expression(r"\b(?:less|net of|reduced by)\b", re.IGNORECASE)
_PAIR, _FEWEST, _MOST = 2, 3, 12


def rounding_may_do(parts: list[Figure], total: Figure) -> Decimal:
    """How far rounding alone may move a sum: not as far as all of it one way at once.

    Four parts to one decimal place are 0.1 out often, 0.2 hardly ever.
    """
    steps = {part.amount.step for part in parts} | {total.amount.step}
    all_one_way = sum((part.spread for part in parts), total.spread)
    if len(steps) > 1 or len(parts) > 8:
        return all_one_way
    return min(all_one_way, total.amount.step * Decimal("1.5"))


def _is_one_list(tail: str) -> bool:
    gaps = _MARK.split(tail)[2::2]
    return all(re.search(r",|;|\band\b|\bplus\b|&", gap) and len(gap) < 130 for gap in gaps[:-1])


RULES: tuple[Rule, ...] = (parts_listed_make_their_total,)
