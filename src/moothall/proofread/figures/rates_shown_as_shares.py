"""Rates shown as shares: “512 of 61,000 children.  This is 84 per cent”: it is 84 per 10,000.

A percentage that is no part of a hundred of the two numbers beside it, but is one of a thousand,
ten thousand or a hundred thousand, has the wrong unit; so has one whose digits stand in the same
paragraph as so many days, or as a rate per 1,000 or 100,000.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.rates import RULES as RATES
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.unit_slips import RULES as SLIPS
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
)

_THOUSANDS = tuple(Decimal(10) ** power for power in (3, 4, 5))
_UNIT = Expression(
    r"^\s(?:[a-z]+\s){0,2}?(?P<unit>days?|hours|minutes|weeks|per (?:1|10|"
    r"100),?000)\b",
    re.IGNORECASE,
)
_A_RATE = Expression(r"\bper (?P<base>(?:1|10|100),?000)\b", re.IGNORECASE)
_CHANGED = Expression(
    r"^\s?(?:\)|more|less|fewer|higher|lower|increase|rise|reduction|fall|above|below|up|down|"
    r"points?|of the (?:total|budget))",
    re.IGNORECASE,
)
_MOVED = Expression(r"\b(?:by|up|down|of|rise|fall|increase|reduction)\s\(?$", re.IGNORECASE)
_TOLD_BEFORE = Expression(
    r"(?:^|\b(?:the|this|that|these|our|its|current|overall|present|at|is|was|of|result|figure|rate),?)"
    r"\s?$",
    re.IGNORECASE,
)
"""“The 9.4%”, “this is 9.4%”: what was told already.  “Turnover, 9.4%,” is of its own."""
_TWO = 2
_CURE = "Write the unit that the figure is in."
_TOLD = quotes_told(*RATES, *SLIPS)


def a_percentage_is_no_rate_of_thousands(report: Report) -> Iterator[TextFinding]:
    """“An average of 9.4 days … the 9.4% absence level”; 84 per 10,000 as 84 per cent."""
    for paragraph in paragraphs(report):
        if "%" not in paragraph.text and "per cent" not in paragraph.text:
            continue
        for place, one in enumerate(paragraph.sentences):
            for share in one.figures:
                if share.kind is not Kind.PERCENT or share.rough or share.size <= 0:
                    continue
                message = (
                    _of_thousands(paragraph, place, share)
                    or _of_its_unit(paragraph, one, share)
                    or _of_the_same_people(paragraph, one, share)
                )
                if message and not told_by(_TOLD, report, paragraph, one):
                    yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
                    break


def _of_thousands(paragraph: Paragraph, place: int, share: Figure) -> str | None:
    """The numbers of this sentence, or of the one before, of which it is so many in thousands."""
    for one in paragraph.sentences[max(0, place - 1) : place + 1]:
        counts = [f for f in one.figures if f.kind is Kind.COUNT and f.size > 0]
        if len(counts) != _TWO:
            continue
        small, large = sorted(counts, key=lambda figure: figure.size)
        if large.size < 1000 or small.size < 10:
            continue
        part = small.size / large.size
        if abs(part * 100 - share.size) <= share.amount.step:
            return None
        for base in _THOUSANDS:
            slack = share.amount.step / 2 + part * base * (Decimal("0.01") if large.spread else 0)
            if share.size >= 2 and abs(part * base - share.size) <= slack:
                return (
                    f"{small.text} of {large.text} is {part * base:,.1f} per {base:,f}, "
                    f"or {part * 100:.1f}%, not {share.text}."
                )
    return None


def _of_its_unit(paragraph: Paragraph, own: Sentence, share: Figure) -> str | None:
    """The same digits with another unit, in the same paragraph."""
    digits = re.sub(r"[^\d.]", "", share.text)
    if len(digits.replace(".", "")) < _TWO:
        return None
    before, after = own.text[: share.amount.start], own.text[share.amount.end :]
    if _CHANGED.match(after) or _MOVED.search(before) or not _TOLD_BEFORE.search(before):
        return None
    for one in paragraph.sentences:
        for other in one.figures:
            if other.kind is not Kind.COUNT or other.text != digits or "." not in digits:
                continue
            unit = _UNIT.match(one.text[other.amount.end :])
            if unit is not None and _is_the_same(own, share, one):
                return f"{other.text} is a number of {unit['unit']}, not {share.text}."[:200]
            rate = _A_RATE.search(paragraph.text)
            if rate is not None and share.size > 100:
                return f"{other.text} is a rate per {rate['base']}, not {share.text}."
    return None


_PER_THOUSANDS = Expression(r"^\sper (?P<base>(?:1|10|100),?000)\b")
_OF_WHOM = Expression(r"^\s?of (?:the |all |our )?(?P<who>[a-z][a-z-]{3,})", re.IGNORECASE)


def _of_the_same_people(paragraph: Paragraph, own: Sentence, share: Figure) -> str | None:
    """“38 per 100,000 residents …  Put plainly, 38 per cent of residents were hurt.”"""
    who = _OF_WHOM.match(own.text[share.amount.end :])
    if who is None or _MOVED.search(own.text[: share.amount.start]):
        return None
    for one in paragraph.sentences:
        for other in one.figures:
            rate = _PER_THOUSANDS.match(one.text[other.amount.end :])
            same = other.kind is Kind.COUNT and other.size == share.size
            if rate is not None and same and who["who"].lower() in one.text.lower():
                return f"{other.text} is a rate per {rate['base']}, not {share.text}."
    return None


def _is_the_same(own: Sentence, share: Figure, told: Sentence) -> bool:
    """Whether the percentage has no subject of its own, or one that was told with the days."""
    ahead = re.split(r"[,;]", own.text[: share.amount.start])[-1]
    match = _SUBJECT.search(ahead)
    return match is None or match["noun"].lower() in told.text.replace(ahead, "").lower()


_SUBJECT = Expression(r"\b(?P<noun>[a-z]{3,})\s(?:is|was|of|at|stood at|rate)\s$", re.IGNORECASE)


RULES: tuple[Rule, ...] = (a_percentage_is_no_rate_of_thousands,)
