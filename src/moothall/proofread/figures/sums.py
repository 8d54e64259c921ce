"""Sums in sentences: totals and their parts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    ASIDE,
    Figure,
    Sentence,
    each_sentence,
    finding_on,
    finer,
    found_once,
    mark,
    worded,
)

# --- sums ----------------------------------------------------------------------------------------

_TOTAL_OF = Expression(
    rf"\b(?:(?:giving|making|bringing|resulting in|to give|to make|for|in|and|a|the)\s+)?"
    rf"(?:an?\s+|the\s+)?(?:combined\s+|overall\s+|grand\s+)?(?:total(?:ling|s)?|sum)"
    rf"(?:\s+(?:of|to|is|saving of|cost of|value of|budget of|funding of|being|requirement of))*\s+"
    rf"{mark('t', 'MC')}",
    re.IGNORECASE,
)
_MADE_UP_OF = Expression(
    rf"{mark('t', 'MC')}[^«»;]{{0,80}}?\b(?:compris(?:ing|es|ed of)|made up of|being|"
    r"consist(?:ing|s) of|composed of|which is split|split (?:as|between)|"
    r"broken down (?:as|into))\b:?",
    re.IGNORECASE,
)
_OF_WHICH = Expression(
    rf"{mark('t', 'MC')}(?:[^«»;]{{0,60}}?,?\s*\(?of (?:which|whom|these)\b|"
    r"\s[a-z]+(?:\s[a-z]+){0,3}\s?:\s?(?=«))",
    re.IGNORECASE,
)
_REMAINING = Expression(
    rf"{mark('p', 'MC')}(?P<one>[^«»;]{{0,80}}?)\bof (?:the |a |this |that )?(?:total |full |"
    rf"original |required )?{mark('t', 'MC')}(?P<two>[^«»;]{{0,140}}?)"
    rf"\b(?:leav(?:ing|es)|remaining|remainder of|balance of|outstanding)\s+"
    rf"(?:a (?:balance|gap|shortfall|remainder) of )?{mark('r', 'MC')}",
    re.IGNORECASE,
)
_SHORTFALL = Expression(
    rf"{mark('p', 'M')}[^«»;.]{{0,70}}?\b(?:against|compared (?:to|with))\s[^«»;.]{{0,40}}?"
    rf"\btarget\s(?:of\s)?{mark('t', 'M')}{ASIDE}(?P<two>[^«»;.]{{0,60}}?)"
    rf"\b(?:shortfall|gap|under-?achievement)\s(?:of\s)?{mark('r', 'M')}",
    re.IGNORECASE,
)
_NOT_WHOLE = Expression(
    r"\b(?:includ(?:e|es|ing)|such as|e\.g|mainly|mostly|primarily|largely|principally|offset|"
    r"less|net of|partly|average|each|per|rising|increas\w+|reduc\w+|from\s+«|between|compared|"
    r"against|previous|last year|already|both|and \w+ other)\b",
    re.IGNORECASE,
)


@found_once
def a_sum_in_a_sentence_adds_up(report: Report) -> Iterator[TextFinding]:
    """Parts that a sentence gives with their total add up to it."""
    for paragraph, read in each_sentence(report, 3):
        one = replace(read, pattern=_SHARE_BESIDE.sub("", read.pattern))
        all_of_it = _shares_make_a_hundred(read)
        found = next(
            (
                problem
                for problem in (
                    _total_after(one),
                    _parts_after(one, all_of_it=all_of_it),
                    _remainder(one),
                )
                if problem is not None
            ),
            None,
        )
        if found is not None:
            message, confidence = found
            yield finding_on(paragraph, one, message, "Correct the part or the total.", confidence)


_SHARE_BESIDE = Expression(r"\s*[(\[](?:or |about )?«P\d+»[)\]]")
"""“£4.4m (76%) for capital”: the share is said of the part beside it."""


def _shares_make_a_hundred(one: Sentence) -> bool:
    """Whether the shares in brackets say that the parts are all there is."""
    held = [one.figure(m[0].strip()[1:-1].split()[-1]) for m in _SHARE_BESIDE.finditer(one.pattern)]
    return len(held) > 1 and abs(sum((share.size for share in held), Decimal(-100))) <= 1


def _total_after(one: Sentence) -> tuple[str, Confidence] | None:
    """ "£0.5m for roads and £0.3m for parks, a total of £0.8m"."""
    for match in _TOTAL_OF.finditer(one.pattern):
        before = one.pattern[: match.start()]
        total = one.figure(match["t"])
        names = re.findall(r"«([A-Z]\d+)»", before)
        parts = [one.figure(name) for name in names]
        parts = [part for part in parts if part.kind is total.kind]
        if len(parts) < 2 or len(parts) != len(names) or _NOT_WHOLE.search(before):
            continue
        joined = re.search(r"\band\b|\bplus\b|&", before) or (
            match[0].lower().startswith(("making", "giving")) and "," in before
        )
        if any(part.value < 0 for part in parts) or not joined:
            continue
        if not re.search(r"(?:[,–(-]|\bgiving|\bmaking)\s*$", before) and not re.match(
            r"giving|making|bringing|to give|to make|resulting|totalling", match[0], re.IGNORECASE
        ):
            continue
        last = before[before.rfind("»") + 1 :]
        if re.search(r"[.;:]|\b(?:out|within|against|towards|budget|target)\b", last):
            continue
        if any(_adds_up(parts[start:], total) for start in range(len(parts))):
            continue
        got = sum((part.size for part in parts), Decimal(0))
        if abs(got - total.size) > max(got, total.size) / 2:
            continue  # not parts of that total at all
        sure = total.kind is Kind.MONEY and len(parts) <= 6
        return _sum_words(parts, total), Confidence.HIGH if sure else Confidence.MEDIUM
    return None


def _parts_after(one: Sentence, *, all_of_it: bool = False) -> tuple[str, Confidence] | None:
    """ "£0.8m, made up of £0.5m for roads and £0.3m for parks"; "of which" only where too much."""
    for pattern, whole in ((_MADE_UP_OF, True), (_OF_WHICH, False)):
        match = pattern.search(one.pattern)
        if match is None:
            continue
        rest = one.pattern[match.end() :]
        total = one.figure(match["t"])
        names = re.findall(r"«([A-Z]\d+)»", rest)
        parts = [one.figure(name) for name in names]
        if len(parts) < 2 or any(part.kind is not total.kind for part in parts):
            continue
        if any(part.value < 0 for part in parts) or re.search(
            r"\bof (?:which|whom|these)\b", rest, re.IGNORECASE
        ):
            continue
        between = rest[: rest.rfind("«")]
        if _NOT_WHOLE.search(between) or _NOT_WHOLE.search(match[0]) or not _one_list(between):
            continue
        if any(_adds_up(parts[:number], total) for number in range(2, len(parts) + 1)):
            continue  # “growth of £14.6m, of which A £8.2m, B £6.4m, and savings of £9.8m”
        got = sum((part.size for part in parts), Decimal(0))
        closed = re.search(r"\b(?:remain(?:ing|der)|rest|balance)\b", rest, re.IGNORECASE)
        if not whole and not closed and not all_of_it and got < total.size:
            continue
        if abs(got - total.size) > max(got, total.size) / 2:
            continue
        confidence = Confidence.HIGH if whole else Confidence.MEDIUM
        if (
            not whole
            and not closed
            and total.kind is Kind.COUNT
            and (":" not in match[0] or total.size < 10)
        ):
            confidence = Confidence.LOW  # groups of people overlap
        return _sum_words(parts, total), confidence
    return None


def _one_list(between: str) -> bool:
    """Whether figures follow each other as the items of one list."""
    gaps = re.split(r"«[A-Z]\d+»", between)[1:]
    return all(re.search(r",|\band\b|\bplus\b|;|&", gap) and len(gap) < 120 for gap in gaps)


def _remainder(one: Sentence) -> tuple[str, Confidence] | None:
    """ "£0.5m of the £0.8m has been found, leaving £0.3m"."""
    match = _REMAINING.search(one.pattern) or _SHORTFALL.search(one.pattern)
    if match is None or _NOT_WHOLE.search(match["two"]):
        return None
    part, total, rest = (one.figure(match[name]) for name in "ptr")
    if part.kind is not total.kind or rest.kind is not total.kind or part.size >= total.size:
        return None
    if _adds_up([part, rest], total):
        return None
    left = total.size - part.size
    words = (
        f"{total.text} less {part.text} leaves {worded(left, finer(total, part))}, not {rest.text}."
    )
    return words, Confidence.MEDIUM


def _adds_up(parts: list[Figure], total: Figure) -> bool:
    got = sum((part.size for part in parts), Decimal(0))
    slack = sum((part.spread for part in parts), total.spread)
    return abs(got - total.size) <= slack


def _sum_words(parts: list[Figure], total: Figure) -> str:
    got = sum((part.size for part in parts), Decimal(0))
    finest = min(parts, key=lambda part: part.amount.step).amount
    listed = " + ".join(part.text for part in parts)
    return f"{listed} = {worded(got, finest)}, not {total.text}."


RULES: tuple[Rule, ...] = (a_sum_in_a_sentence_adds_up,)
