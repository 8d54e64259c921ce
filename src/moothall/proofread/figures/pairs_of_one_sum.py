"""Numbers with their shares that are all there is: “606 men (56.5%) and 319 women (34.5%)”.

Where the percentages come near a hundred, the numbers are taken for the whole of something; if all
shares but one are those of their sum, the one that is not has a slip.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.listed_shares import shares_listed_with_their_numbers_have_one_base
from moothall.proofread.figures.proportions import a_percentage_is_its_part_of_the_whole
from moothall.proofread.figures.shares_of_wholes import (
    shares_in_a_sentence_are_of_one_whole,
    shares_of_a_whole_sum_to_100,
)
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    beyond,
    each_sentence,
    finding_on,
    mark,
    per_cent,
    worded,
)

_PAIR = Expression(
    rf"{mark('a', 'MC')}(?:\s[^«»;().:]{{2,60}}?)?\s?\(\s?(?:or |i\.e\. |about )?"
    rf"{mark('p', 'P')}\s?\)|"
    rf"{mark('q', 'P')}(?:\s[^«»;().:]{{2,60}}?)?\s?\(\s?(?:or |i\.e\. )?{mark('b', 'MC')}"
    r"(?:\s[a-z]+){0,2}\s?\)",
    re.IGNORECASE,
)
_OF_OTHERS = Expression(
    r"\b(?:of (?:which|whom|these|them|those(?! who))|increas\w+|decreas\w+|reduc\w+|rose|rise|"
    r"fell|fall|"
    r"growth|up|down|higher|lower|than|compared|overspen\w+|underspen\w+|varian\w+|target|"
    r"respectively|each|per|last year|previous\w*|change|both|minimum|maximum|at least|at most)\b",
    re.IGNORECASE,
)
_LEAST, _MOST = Decimal(75), Decimal(130)


def numbers_that_are_all_there_is_have_shares_of_their_sum(
    report: Report,
) -> Iterator[TextFinding]:
    """“606 men (56.5%) and 319 women (34.5%)”: 606 of 925 is 65.5%, as 319 is 34.5%."""
    for paragraph, plain in each_sentence(report, 3):
        if "(" not in plain.text or "»)" not in plain.pattern:
            continue
        one = with_all_numbers(plain.text)
        pairs = [
            (one.figure(match["a"] or match["b"]), one.figure(match["p"] or match["q"]))
            for match in _PAIR.finditer(one.pattern)
        ]
        if not 2 <= len(pairs) <= 8 or _OF_OTHERS.search(one.pattern):
            continue
        wrong = _misfit(pairs)
        if wrong is None or told_by(_OTHERS, report, paragraph, plain):
            continue
        a, p = wrong
        whole = sum((number.size for number, _ in pairs), Decimal(0))
        share = per_cent(a.size / whole * HUNDRED, p.amount.places)
        listed = f"{worded(whole, a.amount)} ({' + '.join(number.text for number, _ in pairs)})"
        others = "the other share is" if len(pairs) == 2 else "the other shares are"
        yield finding_on(
            paragraph,
            plain,
            f"{a.text} of {listed} is {share}, not {p.text}; {others} right.",
            "Correct the number or the percentage.",
            Confidence.MEDIUM,
        )


_OTHERS = quotes_told(
    a_percentage_is_its_part_of_the_whole,
    shares_in_a_sentence_are_of_one_whole,
    shares_listed_with_their_numbers_have_one_base,
    shares_of_a_whole_sum_to_100,
)


def _misfit(pairs: list[tuple[Figure, Figure]]) -> tuple[Figure, Figure] | None:
    """The one pair whose share is not that of the sum of all the numbers."""
    numbers, shares = [a for a, _ in pairs], [p for _, p in pairs]
    if any(each.rough or each.value <= 0 for each in (*numbers, *shares)):
        return None
    if len({number.kind for number in numbers}) != 1:
        return None
    whole = sum((number.size for number in numbers), Decimal(0))
    slack = sum((number.spread for number in numbers), Decimal(0))
    if whole <= slack or whole < 10 or not _LEAST <= sum(p.size for p in shares) <= _MOST:
        return None
    wrong = [(a, p) for a, p in pairs if _off(a, p, whole, slack) > 1]
    return wrong[0] if len(wrong) == 1 else None


def _off(a: Figure, p: Figure, whole: Decimal, slack: Decimal) -> Decimal:
    low, high = a.low / (whole + slack) * HUNDRED, a.high / (whole - slack) * HUNDRED
    return beyond(p, low, high)


RULES: tuple[Rule, ...] = (numbers_that_are_all_there_is_have_shares_of_their_sum,)
