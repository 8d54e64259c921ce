"""Totals told at the end of what they are of: "£20m for piers and £6m for lamps, £27m in all".

The figure says that it is a total, by the words right before it ("making a total spend of") or
right after it ("in all").  What it is of stands before it in the sentence, or in the sentence
before where it leads its own; the last few of these figures may be all that it is of.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.figures.bracketed_sums import figures_in_brackets_make_their_total
from moothall.proofread.figures.numbered_parts import numbered_parts_make_the_number_said
from moothall.proofread.figures.part_lists import parts_of_a_whole_make_it
from moothall.proofread.figures.part_sums import parts_listed_make_their_total
from moothall.proofread.figures.slips_in_sums import (
    holds,
    is_one_slip_from_true,
    result_of,
    written_out,
)
from moothall.proofread.figures.sums import a_sum_in_a_sentence_adds_up
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.worked_sums import a_sum_is_that_of_the_figures_before_it
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import Figure, Sentence, finding_on, paragraphs

_GATE = Expression(r"total|\bin all\b|altogether|all told|together|combined|\bsum\b", re.IGNORECASE)
_DIGIT = Expression(r"\d")
_BEFORE = Expression(
    r"\b(?:(?:grand |sub-?)?total(?:l?ing|led|s)?|combined|altogether|all told|in all|together|"
    r"the sum)\b"
    r"(?P<what>(?:\s[a-z’-]+){0,4}?)(?:\s(?:of|to|is|was|being|come to|"
    r"comes to))?\s?[:=,–-]?\s?\(?$",
    re.IGNORECASE,
)
_AFTER = Expression(
    r"^(?:\s[a-z’-]+){0,3}?\s(?:in all|in total|altogether|all told|combined|together)\b",
    re.IGNORECASE,
)
_OF_MORE = Expression(
    r"\b(?:out of|from|towards|against|within|of|to|by|with|bring(?:s|ing)|rising|up|target|budget|"
    r"limit|maximum|programme)\s(?:an?\s|the\s|its\s|our\s|their\s|this\s|of\s)*$",
    re.IGNORECASE,
)
"""“£3m out of a programme of £22m in all” is a part and its whole."""
_OF_ALL = Expression(r"\b(?:out of|programme of|budget of|limit of|against|since|so far|to date)\b")
_NOT_ADDED = Expression(
    r"\b(?:less|minus|net of|offset|average\w*|per|(?<!in )each|compar\w+|against|of which|"
    r"of whom|instead|"
    r"includ\w+|from «|between «|between|previous\w*|last year|increas\w+ (?:by|from|of)|rose|fell|"
    r"reduc\w+|out of|respectively|target|rather than|either|difference|times|up to a maximum|"
    r"budget(?:ed)? (?:of|for|was)|minimum|surplus|deficit|balance brought)\b",
    re.IGNORECASE,
)
_OF_WHICH = Expression(r"\bof wh(?:ich|om)\b", re.IGNORECASE)
"""What stands before it is a whole of which the total that follows is a part."""
_LEADS = Expression(
    r"^(?:The |A |This (?:is|gives|makes) a |Making a |Giving a |Grand )?(?:total|altogether|"
    r"together)\b(?:\s[a-z]+){0,3}?\s?[:=–-]?\s?$",
    re.IGNORECASE,
)
_SINCE = Expression(r"to date|so far|\byear|\bmonth|\bnow\b|\bcost|\bbudget", re.IGNORECASE)
_FARTHEST = 110
"""How far the items of one list may stand apart."""
_MOST = 8
_NEAR, _FAR = Decimal(1) / 6, Decimal(1) / 3
"""What is farther from the sum of all that stands before is the total of something else."""
_CURE = "Correct the part or the total."


def a_total_told_last_is_that_of_what_it_follows(report: Report) -> Iterator[TextFinding]:
    """“Current account £304.13, savings £11,364.37 - a total of £11,686.50”: £11,668.50."""
    for paragraph in paragraphs(report):
        if not _DIGIT.search(paragraph.text) or not _GATE.search(paragraph.text):
            continue
        before: Sentence | None = None
        for plain in paragraph.sentences:
            one = with_all_numbers(plain.text) if _GATE.search(plain.text) else None
            found = one and (_in_the_sentence(one) or (before and _after_it(before, one)))
            if found and not told_by(_OTHERS, report, paragraph, plain):
                yield finding_on(paragraph, plain, found[0], _CURE, found[1])
            before = plain


_OTHERS = quotes_told(
    a_sum_in_a_sentence_adds_up,
    parts_of_a_whole_make_it,
    parts_listed_make_their_total,
    a_sum_is_that_of_the_figures_before_it,
    figures_in_brackets_make_their_total,
    numbered_parts_make_the_number_said,
)
_MARK = Expression(r"«([A-Z]\d+)»")


def _in_the_sentence(one: Sentence) -> tuple[str, Confidence] | None:
    marks = list(_MARK.finditer(one.pattern))
    for number, mark in enumerate(marks):
        total = one.figure(mark[1])
        if number < 2 or total.kind not in (Kind.MONEY, Kind.COUNT):
            continue
        gap = one.pattern[marks[number - 1].end() : mark.start()]
        if _OF_ALL.search(gap) or not _says_total(gap, one.pattern[mark.end() : mark.end() + 60]):
            continue
        since = max((m.end() for m in _OF_WHICH.finditer(one.pattern[: mark.start()])), default=0)
        parts = _parts(one, [m for m in marks[:number] if m.start() >= since], total)
        if len(parts) < 2 or _is_not_added(one.pattern[since : mark.start()]):
            continue
        found = _judged(parts, total)
        if found is not None:
            return found
    return None


def _is_not_added(words: str) -> bool:
    """Whether the words say that the figures are no parts; “which includes” may lead them in."""
    lead, _, rest = words.partition("«")
    led = _NOT_ADDED.search(lead)
    return bool(_NOT_ADDED.search(rest)) or (led is not None and not led[0].startswith("includ"))


def _says_total(gap: str, after: str) -> bool:
    """Whether a figure is called a total, of what stands before the gap."""
    led = _BEFORE.search(gap)
    if led is not None:
        return not (_OF_MORE.search(gap[: led.start()]) or _SINCE.search(led["what"]))
    return bool(_AFTER.match(after)) and not _OF_MORE.search(gap)


def _parts(one: Sentence, marks: list[re.Match[str]], total: Figure) -> list[Figure]:
    """The figures of one kind that run up to the total, as near one another as items of a list."""
    found: list[Figure] = []
    end = 0
    for mark in reversed(marks):
        figure = one.figure(mark[1])
        if end and end - mark.end() > _FARTHEST:
            break
        if figure.kind is total.kind and figure.value > 0:
            found.insert(0, figure)
            end = mark.start()
        elif found and figure.kind is Kind.MONEY:
            break
    return found


def _judged(parts: list[Figure], total: Figure) -> tuple[str, Confidence] | None:
    if len(parts) > _MOST or total.size <= max(part.size for part in parts):
        return None
    runs = [[(1, part) for part in parts[start:]] for start in range(len(parts) - 1)]
    every = (
        [(1, part) for part in some]
        for size in range(2, len(parts) + 1)
        for some in combinations(parts, size)
    )
    if any(holds(terms, total) for terms in every):
        return None
    slip = next((terms for terms in runs if is_one_slip_from_true(terms, total)), None)
    if slip is not None:
        return written_out(slip, total), Confidence.MEDIUM
    got = result_of(runs[0])
    off = abs(got - total.size) / got
    if off > _FAR:
        return None
    return written_out(runs[0], total), Confidence.MEDIUM if off <= _NEAR else Confidence.LOW


def _after_it(before: Sentence, one: Sentence) -> tuple[str, Confidence] | None:
    """A total that leads its sentence, of all that the sentence before lists."""
    first = _MARK.search(one.pattern)
    if first is None or not _LEADS.match(one.pattern[: first.start()]):
        return None
    total = one.figure(first[1])
    parts = [figure for figure in before.figures if figure.kind is total.kind]
    if total.kind is not Kind.MONEY or not 2 <= len(parts) <= _MOST or _SINCE.search(one.text):
        return None
    if _NOT_ADDED.search(before.text) or any(part.value <= 0 for part in parts):
        return None
    return _judged(parts, total)


RULES: tuple[Rule, ...] = (a_total_told_last_is_that_of_what_it_follows,)
