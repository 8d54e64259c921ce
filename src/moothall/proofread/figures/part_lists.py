"""Parts of a whole in a sentence, in whatever order: "£3.4m, £2.1m of them … and £1.6m …".

Numbers written as words count too ("four, of which three … and two …").
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.sums import a_sum_in_a_sentence_adds_up
from moothall.proofread.figures.told_shares import with_numbers
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    finer,
    found_once,
    mark,
    paragraphs,
    worded,
)

_CURE = "Correct the part or the total."
_NO_PARTS = Expression(
    r"\b(?:includ(?:e|es|ed|ing)|such as|e\.g|mainly|mostly|primarily|largely|principally|offset|"
    r"net of|partly|average|each|per|rising|increas\w+|reduc\w+|fall\w*|fell|rose|between|"
    r"compared|against|previous\w*|last year|already|both|respectively|rather than|instead|either|"
    r"or|up to|target|budget|more than|less than|at least|over the|a year|than|aged?|years?|weeks?|"
    r"months?|days?|hours?|minutes?|could|some of|many of|also|times|in turn)\b|[:;]",
    re.IGNORECASE,
)
_OF_THEM = Expression(
    rf"{mark('t', 'MC')}(?P<gap>[^«»;:]{{0,70}}?)(?:,|–|-|\(|"
    rf"\band\b)\s?(?:with\s)?{mark('a', 'MC')}"
    rf"(?P<own>\s(?:of (?:them|it|this|that|these|those|which|whom|the total)))(?P<rest>[^;]*)",
    re.IGNORECASE,
)
_OF_WHICH = Expression(
    rf"{mark('t', 'MC')}(?P<gap>[^«»;:]{{0,70}}?),?\s\(?of (?:which|whom|these|those|this|that)\s"
    rf"(?P<rest>[^;]*)",
    re.IGNORECASE,
)
_PAID_BY = Expression(
    rf"{mark('t', 'M')}(?P<gap>[^«»;:]{{0,60}}?)\b(?:financed|funded|met|paid for|covered|"
    rf"resourced)\s"
    r"(?:by|from|through|with)\s(?P<rest>[^;]*)",
    re.IGNORECASE,
)
_LISTED = Expression(
    rf"{mark('t', 'C')}\s(?P<gap>[a-z][a-z ]{{2,40}}):\s(?P<rest>«[^;]*)", re.IGNORECASE
)
_IN_BRACKETS = Expression(
    rf"{mark('t', 'MC')}(?P<gap>[^«»;:()]{{0,40}}?)\s?\((?P<rest>[^()]*«[^()]*«[^()]*)\)", re.I
)
_PLAIN_LIST = Expression(
    r"«C\d+»(?:\s(?!with\b|also\b)[a-z-]+){1,2}(?:,\s«C\d+»(?:\s(?!with\b)[a-z-]+){1,2})*,?\s"
    r"(?:and|plus|&)\s«C\d+»(?:\s(?!with\b|also\b)[a-z-]+){1,2}",
    re.IGNORECASE,
)
"""“13 homes (10 houses and 5 flats)”: the brackets hold nothing but the parts."""
_SPLIT = Expression(
    rf"{mark('t', 'MC')}(?P<gap>[^«»;:]{{0,60}}?)\b(?:compris\w+|made up of|consist\w+ of|"
    rf"composed of|"
    r"split (?:as|between|into)|split|broken down (?:as|into)|being|namely|shared between|"
    r"divided (?:as|between|into)|apportioned|spread)\b:?(?P<rest>[^;]*)",
    re.IGNORECASE,
)
_MARKS = Expression(r"«([A-Z]\d+)»")
_OF_THE_PART = Expression(
    r"\s?(?:\(«P\d+»\)\s)?of (?:which|whom|these|those|them)\b", re.IGNORECASE
)


@found_once
def parts_of_a_whole_make_it(report: Report) -> Iterator[TextFinding]:
    """Parts said to be of a whole do not exceed it, and all of its parts make it."""
    told = {(finding.place, finding.quote[:60]) for finding in a_sum_in_a_sentence_adds_up(report)}
    for paragraph in paragraphs(report):
        for plain in paragraph.sentences:
            if len(plain.text) > 600 or (paragraph.place, plain.text[:60]) in told:
                continue
            one = with_numbers(plain.text)
            if len(one.figures) < 3:
                continue
            found = _wrong_parts(one)
            if found is not None:
                yield finding_on(paragraph, plain, found[0], _CURE, found[1])
        yield from _told_in_the_next(paragraph)


def _wrong_parts(one: Sentence) -> tuple[str, Confidence] | None:
    for form in (_OF_THEM, _OF_WHICH, _SPLIT, _PAID_BY, _LISTED, _IN_BRACKETS):
        match = form.search(one.pattern)
        if match is None:
            continue
        total = one.figure(match["t"])
        names = _MARKS.findall(match["rest"])
        if form is _OF_THEM:
            names = [match["a"], *names]
        listed = _list_of(match["rest"], len(names) - (form is _OF_THEM))
        parts = [one.figure(name) for name in names]
        if listed is None or len(parts) < 2 or any(part.rough for part in parts):
            continue
        parts = parts[: listed + (form is _OF_THEM)]
        if len(parts) < 2 or any(part.kind is not total.kind for part in parts) or total.rough:
            continue
        if any(part.value <= 0 or part.size > total.size for part in parts):
            continue
        if any(_OF_THE_PART.match(match["rest"].partition(f"«{name}»")[2]) for name in names[1:]):
            continue  # a part of the part before it
        if any(
            abs(sum((part.size for part in parts[:number]), Decimal(0)) - total.size)
            <= sum((part.spread for part in parts[:number]), total.spread)
            for number in range(2, len(parts))
        ):
            return (
                None  # the last is of something else: “growth of £14.6m, of which …, and savings”
            )
        bracketed = form is _IN_BRACKETS
        plain = bracketed and bool(_PLAIN_LIST.fullmatch(match["rest"].strip()))
        return _judged(parts, total, whole=form is _SPLIT or plain, bracketed=bracketed)
    return None


def _list_of(rest: str, most: int) -> int | None:
    """How many figures of the words follow each other as the items of one list."""
    gaps = _MARKS.split(rest)[0::2]
    number = 0
    for place, gap in enumerate(gaps[:-1]):
        if _NO_PARTS.search(gap) or len(gap) > 90:
            break
        if place and not re.search(r",|\band\b|\bplus\b|&|\bwith\b", gap):
            break
        number += 1
    tail = re.split(r"[,.)]|\s–\s", gaps[number])[0] if number < len(gaps) else ""
    if number and _NO_PARTS.search(tail):
        return None
    return min(number, most) if number else None


def _judged(
    parts: list[Figure], total: Figure, *, whole: bool, bracketed: bool
) -> tuple[str, Confidence] | None:
    got = sum((part.size for part in parts), Decimal(0))
    slack = sum((part.spread for part in parts), total.spread)
    off = got - total.size
    if abs(off) <= slack or got > total.size * 2 or got < total.size / 2:
        return None
    words = " + ".join(part.text for part in parts)
    finest = min(parts, key=lambda part: part.amount.step).amount
    message = f"{words} = {worded(got, finest)}, not {total.text}."
    if off > 0:
        few = total.kind is Kind.COUNT and bracketed and not whole
        return message, Confidence.LOW if few else Confidence.MEDIUM
    if whole or (bracketed and total.kind is Kind.MONEY and len(parts) > 1):
        return message, Confidence.MEDIUM if whole else Confidence.LOW
    return None


_GREATER = Expression(
    rf"{mark('t', 'MC')}(?P<gap>[^«»;:.]{{0,60}}?),?\s\(?of (?:which|whom)\s(?:[a-z]+\s){{0,4}}?"
    rf"{mark('a', 'MC')}(?P<after>[^«»]{{0,12}})",
    re.IGNORECASE,
)


def a_part_is_no_greater_than_its_whole(report: Report) -> Iterator[TextFinding]:
    """“Benefits of £1.24m, of which £8.6m falls to this Council”."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            match = _GREATER.search(one.pattern) if len(one.figures) > 1 else None
            if match is None and len(one.figures) > 1 and not _NETTED.search(one.text):
                match = _OF_IT_FIRST.match(one.pattern) or _WITH_MORE.search(one.pattern)
            if match is None:
                continue
            whole, part = one.figure(match["t"]), one.figure(match["a"])
            if whole.kind is not part.kind or whole.rough or part.low <= whole.high:
                continue
            closes = ")" in match["gap"] and "(" not in match["gap"]  # of what stands before them
            if closes or _PER_OR_UNIT.search(match["gap"] + match["after"]):
                continue
            yield finding_on(
                paragraph,
                one,
                f"{part.text} is said to be a part of {whole.text}, which is less.",
                "Correct the part, the whole or the unit.",
                Confidence.HIGH,
            )


_WITH_MORE = Expression(
    rf"{mark('t', 'M')}(?P<gap>[^«»;:.]{{0,60}}?),\s(?:with|including)\s{mark('a', 'M')}"
    r"(?P<after>\s(?:of (?:this|it|that|which)\s)?(?:being\s|was\s)?(?:allocated|earmarked|"
    r"set aside|ring-?fenced|going|reserved|attributable|committed|relating|spent on|for)\b)",
    re.IGNORECASE,
)
"""“Growth of £150m, with £180m allocated to the ports”."""
_OF_IT_FIRST = Expression(
    rf"^\W*(?:of|out of)\s(?:the|this|that|these|a total of)\s{mark('t', 'M')}"
    rf"(?P<gap>[^«»;.]{{0,90}}?)\s{mark('a', 'M')}(?P<after>[^«»]{{0,12}})",
    re.IGNORECASE,
)
"""“Of the £741k for the ports, £771,400 is for pay”."""
_NETTED = Expression(
    r"\bnet\b|overspen|underspen|varian|offset|shortfall|gap|deficit|surplus", re.I
)
_PER_OR_UNIT = Expression(
    r"\b(?:per|a year|each|average|days?|weeks?|months?|years?|hours?|posts?|sites?|schemes?|net|"
    r"overspend|variance|increase|reduction|change)\b",
    re.IGNORECASE,
)


# --- a whole in one sentence, its parts in the next ----------------------------------------------

_NEXT = Expression(
    r"^(?:This|It|That|The (?:total|sum|amount|saving|overspend|variance|increase|figure|cost|"
    r"grant))\s"
    r"(?:is |was )?(?:comprises|consists of|made up of|split (?:between|into)?|broken down (?:as|"
    r"into)|"
    r"composed of)\b(?P<rest>[^;]*)",
    re.IGNORECASE,
)


def _told_in_the_next(paragraph: Paragraph) -> Iterator[TextFinding]:
    """ "The overspend is £3.7m.  This comprises £2.9m from prices and £1.1m from volume"."""
    before: Sentence | None = None
    for one in paragraph.sentences:
        match = _NEXT.match(one.pattern)
        if match is not None and before is not None and before.figures:
            total = before.figures[0]
            names = _MARKS.findall(match["rest"])
            number = _list_of(match["rest"], len(names))
            parts = [one.figure(name) for name in names[: number or 0]]
            alike = [figure for figure in before.figures if figure.kind is total.kind]
            if len(parts) > 1 and len(alike) == 1 and all(p.kind is total.kind for p in parts):
                judged = _judged(parts, total, whole=True, bracketed=False)
                if judged is not None:
                    both = Sentence(text=f"{before.text} {one.text}", pattern="", figures=())
                    yield finding_on(paragraph, both, judged[0], _CURE, judged[1])
        before = one


# --- what is left ---------------------------------------------------------------------------------

_LEFT = Expression(
    rf"\b(?:of|from)\s(?:the\s|a\s|this\s|our\s)?(?:total\s|full\s|"
    rf"original\s)?(?:[a-z]+\sof\s)?{mark('t', 'MC')}"
    rf"(?P<one>[^«»;.]{{0,80}}?){mark('p', 'MC')}(?P<two>[^«»;.]{{0,90}}?)(?:,|–|and|\()\s?"
    rf"(?:the\s(?:remaining|other|rest,?|balance of|remainder,?)|leaving|"
    rf"with)\s(?:a balance of\s|just\s)?"
    rf"{mark('r', 'MC')}(?P<after>[^«»]{{0,20}})",
    re.IGNORECASE,
)


def what_is_left_is_the_whole_less_the_part(report: Report) -> Iterator[TextFinding]:
    """“Of the 46 actions 31 are complete and the remaining 16 …”: 15 remain."""
    for paragraph in paragraphs(report):
        for plain in paragraph.sentences:
            if not re.search(r"\b(?:remain|other|rest|leaving|balance)", plain.text):
                continue
            one = with_numbers(plain.text)
            match = _LEFT.search(one.pattern)
            if match is None or not re.search("remain|other|rest|leaving|balance", match[0]):
                continue
            total, part, rest = (one.figure(match[name]) for name in "tpr")
            between = match["one"] + match["two"]
            if not total.kind is part.kind is rest.kind or part.size >= total.size:
                continue
            if _NO_PARTS.search(between) or any(f.rough for f in (total, part, rest)):
                continue
            slack = total.spread + part.spread + rest.spread
            left = total.size - part.size
            if abs(left - rest.size) <= slack or not left / 3 <= rest.size <= left * 3:
                continue
            yield finding_on(
                paragraph,
                plain,
                f"{total.text} less {part.text} leaves {worded(left, finer(total, part))}, "
                f"not {rest.text}.",
                _CURE,
                Confidence.MEDIUM,
            )


RULES: tuple[Rule, ...] = (
    parts_of_a_whole_make_it,
    a_part_is_no_greater_than_its_whole,
    what_is_left_is_the_whole_less_the_part,
)
