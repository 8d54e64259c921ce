"""Shares of a sum that is named after them: “£1.2m, 30% of the budget of £3m”.

The part stands before the percentage, the whole after what it is said to be; or the whole is what
the part is set against (“save £840,000 against a budget of £8.6m (15%)”), or “that sum” of the
sentence before.  Left alone: what is told already, and words between that begin something else.
"""

from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.proportions import RULES as PROPORTIONS
from moothall.proofread.figures.proportions import share_off
from moothall.proofread.figures.relations.shares_of_pairs import (
    a_share_is_that_of_the_numbers_beside_it,
)
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
    per_cent,
)

_ABOUT = r"(?:(?:just|only|about|around|some|over|under|nearly|almost|approximately)\s){0,2}"
_LINK = (
    r"(?:,\s|\s?\(|\s[–-]\s|[,:]?\s(?:(?:which|this|that)\s)?(?:is|are|was|were|being|or|equals?|"
    r"(?:is\s|was\s|are\s)?equ(?:al|ivalent) to|represent(?:s|ed|ing)|mak(?:es?|ing) up|made up|"
    r"account(?:s|ed|ing)? for|forms?|constitut(?:es|ed|ing)|equat(?:es|ed|ing) to|"
    r"amount(?:s|ed|ing)? to|com(?:es|ing) to)\s)"
)
_BEGINS_ANOTHER = (
    r"(?:and|or|plus|but|which|that|who|where|while|whilst|against|above|below|over|than|to|from|"
    r"have|has|had|is|are|was|were|will|would|with|without|by|after|before|if|when|costs?|saves?|"
    r"reported|received|paid|spent|gave|got|made|exceeding|per|each)"
)
_NAME = rf"(?:(?!{_BEGINS_ANOTHER}\b)[\w’'&/-]+\s){{0,9}}?"
_NAMED_AFTER = Expression(
    rf"{mark('a', 'MC')}(?:\s(?:(?!{_BEGINS_ANOTHER}\b)[\w’'/-]+\s?){{1,9}}?)?{_LINK}"
    rf"{_ABOUT}{mark('p', 'P')}\sof\s{_NAME}(?:of\s|at\s|\()?{_ABOUT}{mark('n', 'MC')}"
    r"(?!\s?(?:a|per|each)\s)"
)
_SET_AGAINST = Expression(
    rf"\b(?:sav(?:es?|ed|ing)|costs?|spen(?:d|ds|t)|adds?|cuts?|takes?|contribut\w+)\s{_ABOUT}"
    rf"{mark('a', 'M')}(?:\s[\w’'/-]+){{0,9}}?\s(?:against|out of|from)\s(?:an?|the|its|our|their)"
    rf"\s{_NAME}(?:of\s)?{mark('n', 'M')}\s?\(\s?{mark('p', 'P')}\s?\)"
)
_OF_THAT_SUM = Expression(
    rf"{mark('a', 'MC')}(?:\s[a-z’'-]+){{0,4}}?\s?[,(]\s?(?:or\s)?{_ABOUT}{mark('p', 'P')}\)?\s"
    r"(?:of|towards)\s(?:that|this)\s(?:sum|amount|total|target|figure|requirement|saving|gap|"
    r"budget|number|grant)\b"
)
_CURE = "Correct the part, the whole or the percentage."


def a_share_is_of_the_sum_named_after_it(report: Report) -> Iterator[TextFinding]:
    """“Balances of £420,000 are 14% of net spending of £4.1m”: 10%."""
    for paragraph in paragraphs(report):
        if "%" not in paragraph.text and "per cent" not in paragraph.text:
            continue
        before: Sentence | None = None
        for one in paragraph.sentences:
            if "«P" in one.pattern:
                yield from _named(paragraph, one)
                yield from _that_sum(paragraph, before, one)
            before = one


def _named(paragraph: Paragraph, one: Sentence) -> Iterator[TextFinding]:
    for form in (_NAMED_AFTER, _SET_AGAINST):
        for match in form.finditer(one.pattern):
            a, p, n = (one.figure(match[name]) for name in "apn")
            if a.kind is n.kind and 0 < a.size < n.size and share_off(a, n, p) > 1:
                yield _wrong(paragraph, one, a, n, p)


def _that_sum(
    paragraph: Paragraph, before: Sentence | None, one: Sentence
) -> Iterator[TextFinding]:
    match = _OF_THAT_SUM.search(one.pattern) if before is not None else None
    if match is None or before is None:
        return
    a, p = one.figure(match["a"]), one.figure(match["p"])
    wholes = [n for n in before.figures if n.kind is a.kind and n.size > a.size]
    if wholes and all(share_off(a, n, p) > 1 for n in wholes):
        yield _wrong(paragraph, one, a, wholes[-1], p)


def _wrong(paragraph: Paragraph, one: Sentence, a: Figure, n: Figure, p: Figure) -> TextFinding:
    share = per_cent(a.size / n.size * HUNDRED, p.amount.places)
    message = f"{a.text} of {n.text} is {share}, not {p.text}."
    return finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(
        a_share_is_of_the_sum_named_after_it,
        (*PROPORTIONS, a_share_is_that_of_the_numbers_beside_it),
    ),
)
