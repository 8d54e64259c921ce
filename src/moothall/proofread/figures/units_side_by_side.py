"""Units side by side: "£84.20m this year, compared with £91.35k last year" compares nothing.

Two sums that are held against each other, or a sum and its parts, are in one unit or far apart;
where they would be alike if one unit were the other's, that unit is a slip.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, Paragraph, Sentence, finding_on, paragraphs

_UNIT = Expression(r"\d\s?-?(?:k|m|bn|millions?|billions?)\b", re.IGNORECASE)
_HELD = Expression(
    r"\b(?:compar(?:es|ed|ing)|against|rose|fell|risen|fallen|increas\w+|decreas\w+|reduc\w+|"
    r"last year|"
    r"previous\w*|up from|down from|from|versus|than|revised|original)\b",
    re.IGNORECASE,
)
_PARTS = Expression(
    r"\bof which\b|\bcompris\w+|\bmade up\b|\bsplit\b|:|\btotal\w*\b", re.IGNORECASE
)
_NO_COMPARISON = Expression(
    r"\b(?:includ\w+|each|per|average|by|saving|savings|fee|grant of|funded from|from reserves)\s"
    r"(?:[a-z]+\s){0,3}$",
    re.IGNORECASE,
)
_LEAST, _MOST = Decimal("0.4"), Decimal("2.5")
_THOUSAND = Decimal(1_000)


def sums_held_together_are_in_one_unit(report: Report) -> Iterator[TextFinding]:
    """“£84.20m, compared with £91.35k for 2024”: £91.35m is meant."""
    for paragraph in paragraphs(report):
        if not _UNIT.search(paragraph.text):
            continue
        before: Sentence | None = None
        for one in paragraph.sentences:
            found = _in_the_list(one) or _held_against(one, before)
            if found:
                yield _finding(paragraph, one, *found)
            before = one


def _finding(paragraph: Paragraph, one: Sentence, slip: Figure, like: Figure) -> TextFinding:
    return finding_on(
        paragraph,
        one,
        f"{slip.text} is held against {like.text}; one of them seems to have the wrong unit.",
        "Correct the unit.",
        Confidence.MEDIUM,
    )


def _sums(one: Sentence) -> list[Figure]:
    """The figures with a unit of money: a scale, and a sign before it or a share of millions."""
    return [
        figure
        for figure in one.figures
        if figure.amount.scale != 1
        and (figure.kind is Kind.MONEY or one.text[: figure.amount.start].endswith(("€", "$")))
    ]


def _held_against(one: Sentence, before: Sentence | None) -> tuple[Figure, Figure] | None:
    here, earlier = _sums(one), one.text
    if len(here) == 2:
        first, second = here
        between = one.text[first.amount.end : second.amount.start]
        pair = _HELD.search(between) or re.search(r"\bfrom\b[^£]*$", one.text[: first.amount.start])
    elif len(here) == 1 and before and len(_sums(before)) == 1:
        first, second, earlier = _sums(before)[0], here[0], before.text
        pair = re.match(r"(?:This|That|It|Which|The (?:same|previous)|Last year)\b", one.text)
        pair = pair and _HELD.search(one.text[: second.amount.start])
    else:
        return None
    if not pair or _NO_COMPARISON.search(one.text[: second.amount.start]):
        return None
    scales = {first.amount.scale, second.amount.scale}
    if len(scales) != 2 or max(scales) != min(scales) * _THOUSAND:
        return None
    if first.kind is not second.kind or not first.size or not second.size:
        return None
    named = [
        re.match(r"\s(?:of|for|in)\s(?:the\s)?(?!20)([a-z]+)", text[figure.amount.end :])
        for text, figure in ((earlier, first), (one.text, second))
    ]
    if named[0] and named[1] and named[0][1] != named[1][1]:
        return None  # of one thing and of another
    printed = first.size / first.amount.scale, second.size / second.amount.scale
    if not _LEAST <= printed[0] / printed[1] <= _MOST:
        return None
    return second, first


def _in_the_list(one: Sentence) -> tuple[Figure, Figure] | None:
    """One part in another unit than its fellows, with which the total would be right."""
    held = _sums(one)
    if not 3 <= len(held) <= 8 or not _PARTS.search(one.text):
        return None
    scales = [figure.amount.scale for figure in held]
    usual = max(set(scales), key=scales.count)
    odd = [figure for figure in held if figure.amount.scale != usual]
    if len(odd) != 1 or scales.count(usual) < 2:
        return None
    slip = odd[0]
    meant = slip.size / slip.amount.scale * usual
    values = [(figure, meant if figure is slip else figure.size) for figure in held]
    slack = sum(
        ((figure.amount.places and usual / 10**figure.amount.places / 2) or usual / 2)
        for figure in held
    )
    whole = max(values, key=lambda each: each[1])
    rest = sum((value for figure, value in values if figure is not whole[0]), Decimal(0))
    as_printed = sum((figure.size for figure in held if figure is not whole[0]), Decimal(0))
    if abs(rest - whole[1]) > slack or abs(as_printed - whole[0].size) <= slack:
        return None
    return slip, whole[0] if whole[0] is not slip else held[0]


RULES: tuple[Rule, ...] = (sums_held_together_are_in_one_unit,)
