"""Shares of those just counted: “23 pilots, of whom 54% are trained” is no whole number of 23."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    finding_on,
    mark,
    paragraphs,
    per_cent,
)

_OF_WHOM = Expression(
    rf"{mark('n', 'C')}(?P<things>[^«»;.]{{0,70}}?)[,(]?\s(?:of|among|amongst) (?:whom|which|these|"
    rf"them|those)\b,?(?:\s(?:only|just|all but|some))?\s{mark('p', 'P')}"
    r"(?P<after>[^«»;.]{0,50})",
    re.IGNORECASE,
)
_SHARE_FIRST = Expression(
    rf"{mark('n', 'C')}(?P<things>\s[^«»;.,]{{2,70}}),\s(?:and\s)?(?:only\s|some\s)?"
    rf"{mark('p', 'P')}\sof (?:whom|which)\b(?P<after>[^«»;.]{{0,50}})",
    re.IGNORECASE,
)
_NO_COUNT = Expression(
    r"\b(?:fte|wte|hours?|days?|weeks?|months?|years?|miles|tonnes|hectares|square|m2|units of|"
    r"million|points|target|capacity|value|cost|funding|spend\w*|budget|km|acres)\b",
    re.IGNORECASE,
)
_LARGEST = 100


def a_share_of_those_counted_is_possible(report: Report) -> Iterator[TextFinding]:
    """A percentage of people or things counted beside it is that of a whole number of them."""
    for paragraph in paragraphs(report):
        if "%" not in paragraph.text and "per cent" not in paragraph.text:
            continue
        for each in paragraph.sentences:
            one = with_all_numbers(each.text)
            forms = (_OF_WHOM, _SHARE_FIRST)
            for match in (match for form in forms for match in form.finditer(one.pattern)):
                n, p = one.figure(match["n"]), one.figure(match["p"])
                words = f"{match['things']} {match['after']}"
                if n.rough or p.rough or n.amount.places or not 3 <= n.value <= _LARGEST:
                    continue
                if _NO_COUNT.search(words) or p.size > HUNDRED:
                    continue
                base = int(n.value)
                if _is_possible(p, base):
                    continue
                under = int(p.size / HUNDRED * base)
                shares = [per_cent(HUNDRED * (under + more) / base) for more in (0, 1)]
                yield finding_on(
                    paragraph,
                    each,
                    f"{p.text} of {base} is no whole number: {under} of {base} is {shares[0]}, "
                    f"{under + 1} of {base} is {shares[1]}.",
                    "Correct the percentage or the number, or say what it is of.",
                    Confidence.HIGH,
                )


def _is_possible(p: Figure, base: int) -> bool:
    """Whether some whole number of the base gives the percentage, rounded or cut off."""
    under = int(p.size / HUNDRED * base)
    for part in (under, under + 1):
        over = HUNDRED * part / base - p.size
        if -p.amount.half <= over < p.amount.step:
            return True
    return False


RULES: tuple[Rule, ...] = (a_share_of_those_counted_is_possible,)
