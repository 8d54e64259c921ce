"""Parts and their sum in one sentence that would fit but for a slip or a unit.

“£8.0m from tolls, £1.9m from grants and £1.8m from rents”, told as £12.7m; “worth £3.1m, held as
shares (£1.7bn), bonds (£0.9bn) and land (£0.5bn)”.  The words do not say what kind of sum it is;
that the parts make the sum but for one digit or a factor of a thousand does.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures import (
    bracketed_sums,
    misprinted_sums,
    money,
    part_lists,
    part_sums,
    sums,
    unit_slips,
    units_side_by_side,
)
from moothall.proofread.figures import units_in_sentences as units
from moothall.proofread.figures.slips_of_the_pen import slipped
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, Sentence, each_sentence, finding_on, worded

_IN_ALL = Expression(
    r"\b(?:in all|in total|altogether|total(?:s|ling)?|made up of|comprising|comprises|"
    r"consist(?:s|ing) of|held as|namely|together|combined|overall|split)\b|:\s",
    re.IGNORECASE,
)
_OF_IT = Expression(r"«M\d+»\s(?:of (?:it|this|that|which)|for|on|at|in|from|to)\b", re.IGNORECASE)
_OTHER_SUM = Expression(
    r"\b(?:from £[^;.]{1,40} to £|net of|less|minus|offset|reduc\w+ (?:by|to)|increas\w+ (?:by|to)|"
    r"compared|against|per|a week|a year|each|between|up to|instead|rather|previous\w*|last year|"
    r"below|under|above|over £|to £|includ\w+|mainly|largely|among|such as|e\.g\.|notably)\b",
    re.IGNORECASE,
)
_TWICE = Expression(r"«(?P<a>M\d+)»(?: [a-z]+)?\s?\((?:or |i\.e\. )?«(?P<b>M\d+)»\)", re.IGNORECASE)
_THOUSANDS = (Decimal(1_000), Decimal(1_000_000))
_POINTS_OUT = (Decimal(10), Decimal(100), *_THOUSANDS)
_NOT_FAR = Decimal("1.4")
_ENDS_A_LIST = Expression(r"[.)]\s|\b(?:while|but|against|compared|which|less)\b", re.IGNORECASE)
_FEW = 3
_DIGITS = 2
_CURE = "Correct the figure or the unit that is wrong."
_TOLD = quotes_told(
    *bracketed_sums.RULES,
    *misprinted_sums.RULES,
    *money.RULES,
    *part_lists.RULES,
    *sums.RULES,
    *part_sums.RULES,
    *unit_slips.RULES,
    *units.RULES,
    *units_side_by_side.RULES,
)


def parts_make_their_sum_but_for_a_slip(report: Report) -> Iterator[TextFinding]:
    """“£125,000, £88,500 and £61,750 (£285,250 in all)”: they add up to £275,250."""
    for paragraph, one in each_sentence(report, 2):
        if one.text.count("£") < 2:
            continue
        message = _one_sum_in_two_units(one) or _slip_in_a_sum(one)
        if message is not None and not told_by(_TOLD, report, paragraph, one):
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _one_sum_in_two_units(one: Sentence) -> str | None:
    """“£640,000 (£0.064m)”: the digits are the same, the sums are not."""
    for match in _TWICE.finditer(one.pattern):
        a, b = one.figure(match["a"]), one.figure(match["b"])
        large, small = max(a.size, b.size), min(a.size, b.size)
        if a.amount.scale == b.amount.scale or not small or len(_digits(a)) < _DIGITS:
            continue
        if large / small in _POINTS_OUT:
            return f"{a.text} and {b.text} differ by a factor of {large / small:,.0f}."
    return None


def _digits(figure: Figure) -> str:
    return re.sub(r"\D", "", figure.text).strip("0")


def _slip_in_a_sum(one: Sentence) -> str | None:
    figures = [figure for figure in one.figures if figure.kind is Kind.MONEY]
    if len(figures) < _FEW or any(f.rough or f.value <= 0 for f in figures):
        return None
    if _OTHER_SUM.search(one.text[figures[0].amount.start : figures[-1].amount.end]):
        return None
    slack = sum((figure.spread for figure in figures), Decimal(0))
    everything = sum((figure.size for figure in figures), Decimal(0))
    if any(abs(everything - 2 * figure.size) <= slack for figure in figures):
        return None  # one of them is the sum of the others, whichever it is
    for total, parts in ((figures[0], figures[1:]), (figures[-1], figures[:-1])):
        added = everything - total.size
        if _are_parts_of(one, total, parts, added):
            names = " + ".join(part.text for part in parts)
            return f"{names} = {worded(added, parts[0].amount)}, not {total.text}."
    return None


def _are_parts_of(one: Sentence, total: Figure, parts: list[Figure], added: Decimal) -> bool:
    """Whether the parts are plainly meant to make the sum, and a slip is all that is wrong."""
    if len({part.amount.scale for part in parts}) > 1:
        return False
    ratio = max(added, total.size) / min(added, total.size)
    tied = _are_in_brackets(one, total, parts) or _IN_ALL.search(one.text)
    if any(abs(ratio / factor - 1) < Decimal("0.001") for factor in _THOUSANDS):
        return bool(tied or _OF_IT.search(one.pattern))
    if not tied or len(parts) < _FEW or total.amount.scale != parts[0].amount.scale:
        return False
    if added > total.size and ratio < _NOT_FAR and _is_a_list_of(one, total, parts):
        return True  # parts of anything are no more than it
    step = max(figure.amount.step for figure in (total, *parts))
    return slipped(total.size, added, step)


def _is_a_list_of(one: Sentence, total: Figure, parts: list[Figure]) -> bool:
    """“Reserves stand at £7.6m: general £2.5m, capital £3.7m and schools £2.4m”."""
    between = one.text[total.amount.end : parts[0].amount.start]
    rest = one.text[parts[0].amount.start : parts[-1].amount.start]
    return (
        total.amount.start < parts[0].amount.start
        and between.startswith((":", " ("))
        and not _ENDS_A_LIST.search(rest)
        and bool(re.search(r"\band\b[^,;]*$", rest))
    )


def _are_in_brackets(one: Sentence, total: Figure, parts: list[Figure]) -> bool:
    """Whether the parts stand in brackets after the sum, or the sum in brackets after the parts."""
    if total.amount.start < parts[0].amount.start:
        between = one.text[total.amount.end : parts[0].amount.start]
        inside = one.text[parts[0].amount.start : parts[-1].amount.start]
        return between.count("(") == 1 and ")" not in between and ")" not in inside
    between = one.text[parts[-1].amount.end : total.amount.start]
    return between.rstrip().endswith("(")


RULES: tuple[Rule, ...] = (parts_make_their_sum_but_for_a_slip,)
