"""Units that cannot stand where they stand: pence after pounds, % for points, points of days.

“Posts empty have gone up by 3%: 8% in June and 11% in September” are three percentage points;
“0.25 basis points, from 4.50% to 4.25%” are 25; “£0.04p” is in pounds and pence at once; an average
of days that moves by “0.06 p.p.” is no percentage.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures import changes, rises_in_points
from moothall.proofread.figures.slips_of_the_pen import slipped
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, Sentence, each_sentence, finding_on
from moothall.proofread.reading.passages import paragraphs as read_paragraphs

_CURE = "Correct the unit."
_BOTH = Expression(r"£\d*\.\d+\s?p\b(?!\.\w)", re.IGNORECASE)
_BASIS = Expression(r"«(?P<c>C\d+)»\s?(?:basis points?|bps?)\b", re.IGNORECASE)
_MOVED = (
    r"\b(?:(?:gone|went|going|goes|go|came|come|was|were|is|are) (?:up|down)|"
    r"r[io]se(?:n|s)?|f[ae]ll(?:en|s)?|grew|grown|increased?|"
    r"decreased?|dropped|declined|improved|reduced|worsened|climbed|slipped|higher|lower)\b"
)
_BY = Expression(
    rf"{_MOVED}\s(?:[a-z]+\s){{0,2}}?by\s(?:[a-z]+\s)?«(?P<c>P\d+)»(?!\s(?:a year|per annum|of))",
    re.I,
)
_IS_A_MOVE = Expression(r"\b(?:by|of)\s(?:[a-z]+\s)?$", re.IGNORECASE)
_GAP = Expression(r"\b(?:gap|difference|apart|distance)\b", re.IGNORECASE)
_POINTS_OF = Expression(
    r"(?P<label>[^.:;()%]{4,90}?)[\s:]+(?P<n>\d[\d,]*(?:\.\d+)?)\s?"
    r"\((?P<d>[+−–-]\s?\d+(?:\.\d+)?\s?p\.?p\b\.?)\s?\)",
    re.IGNORECASE,
)
_NO_SHARE = Expression(
    r"\b(?:(?:average|mean|median|number|count)\b[^%]{0,40}|(?:days|weeks|hours|minutes|cases|calls)\b"
    r"[^%]{0,30})$",
    re.IGNORECASE,
)
_A_SHARE = Expression(r"%|\bper ?cent|\bpercentage|\bproportion|\bshare\b|\brate\b", re.IGNORECASE)
_HUNDRED = Decimal(100)
_TOLD = quotes_told(*changes.RULES, *rises_in_points.RULES)


def a_sum_is_in_pounds_or_in_pence(report: Report) -> Iterator[TextFinding]:
    """“£0.04p” is in pounds and in pence at once."""
    for paragraph in read_paragraphs(report):
        if "£" not in paragraph.text:
            continue
        for one in paragraph.sentences:
            if match := _BOTH.search(one.text):
                words = f"“{match[0]}” is in pounds and in pence at once."
                yield finding_on(paragraph, one, words, _CURE, Confidence.HIGH)


_IN_A_HUNDRED = Expression(
    r"\b(?P<n>\d{1,2})\s?(?:p|pence) in (?:every|each|the) £100\b", re.IGNORECASE
)


def pence_in_the_hundred_are_not_per_cent(report: Report) -> Iterator[TextFinding]:
    """“From £12.50 to £13.50, 8 pence in every £100” is £8 in every £100."""
    for paragraph, one in each_sentence(report, 2):
        match = _IN_A_HUNDRED.search(one.text)
        sums = [figure for figure in one.figures if figure.kind is Kind.MONEY]
        if match is None or len(sums) < 2 or not sums[0].size:
            continue
        share = abs(sums[1].size - sums[0].size) / sums[0].size * _HUNDRED
        if abs(share - int(match["n"])) <= 1:
            words = f"From {sums[0].text} to {sums[1].text} is £{share:.2f} in every £100, not "
            yield finding_on(paragraph, one, f"{words}{match['n']}p.", _CURE, Confidence.MEDIUM)


def points_are_counted_as_points(report: Report) -> Iterator[TextFinding]:
    """“Up by 3%: 8% in June and 11% in September” is up by three percentage points."""
    for paragraph, one in each_sentence(report, 1):
        if "%" not in one.text and "cent" not in one.text and "basis" not in one.text:
            continue
        message = _basis_points(one) or _points_for_per_cent(one) or _wrong_gap(one)
        if message is not None and not told_by(_TOLD, report, paragraph, one):
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _shares(one: Sentence) -> list[Figure]:
    return [figure for figure in one.figures if figure.kind is Kind.PERCENT]


def _basis_points(one: Sentence) -> str | None:
    """A hundred basis points are one percentage point: “0.25 basis points” are meant as 25."""
    match = _BASIS.search(one.pattern)
    if match is None:
        return None
    told, rates = one.figure(match["c"]), _shares(one)
    if len(rates) == 2:
        moved = abs(rates[0].size - rates[1].size)
        if moved and told.size in (moved, moved * 10):
            return (
                f"From {rates[0].text} to {rates[1].text} is {moved * _HUNDRED:,.0f} basis "
                f"points, not {told.text}: one percentage point is 100."
            )
    if Decimal(0) < told.size < 1 and told.amount.places:
        return f"{told.text} basis points are {told.size / _HUNDRED}%: one percentage point is 100."
    return None


def _points_for_per_cent(one: Sentence) -> str | None:
    match = _BY.search(one.pattern)
    rates = _shares(one)
    if match is None or len(rates) != 3:
        return None
    told = one.figure(match["c"])
    first, second = (figure for figure in rates if figure is not told)
    if any(_IS_A_MOVE.search(one.text[: rate.amount.start]) for rate in (first, second)):
        return None
    apart = abs(first.size - second.size)
    small, large = sorted((first.size, second.size))
    if not small or apart != told.size or told.rough:
        return None
    if abs(apart / small - told.size / _HUNDRED) * _HUNDRED < 1 or large > _HUNDRED:
        return None  # the share of the first is the same to the eye
    return (
        f"From {first.text} to {second.text} is {apart} percentage points, not {told.text}: "
        f"it is {apart / first.size * _HUNDRED:.0f}% of {first.text}."
    )


def _wrong_gap(one: Sentence) -> str | None:
    """A gap in points that is one slip from the gap between the two shares."""
    points = [figure for figure in one.figures if figure.kind is Kind.POINTS]
    rates = _shares(one)
    if len(points) != 1 or len(rates) != 2 or len(one.figures) != 3 or not _GAP.search(one.text):
        return None
    apart = abs(rates[0].size - rates[1].size)
    told = points[0]
    slack = rates[0].spread + rates[1].spread + told.spread
    if abs(apart - told.size) <= slack or not slipped(told.size, apart, told.amount.step):
        return None
    return f"{rates[0].text} and {rates[1].text} are {apart} points apart, not {told.text}."


def what_is_no_share_does_not_move_in_points(report: Report) -> Iterator[TextFinding]:
    """“Average days lost 8.24 (+0.06 p.p.)”: days do not change by percentage points."""
    for paragraph in read_paragraphs(report):
        text = paragraph.text
        if "(" not in text or ("p.p" not in text.lower() and "pp)" not in text.lower()):
            continue
        for match in _POINTS_OF.finditer(text):
            label, at = match["label"], match.start()
            shares = _A_SHARE.search(label) or "%" in text[max(0, at - 3) : at]
            if _NO_SHARE.search(label) and not shares:
                yield TextFinding(
                    place=paragraph.place,
                    quote=match[0].strip(),
                    message=f"{match['n']} is no percentage, so it cannot change by {match['d']}",
                    cure=_CURE,
                    confidence=Confidence.MEDIUM,
                )


RULES: tuple[Rule, ...] = (
    a_sum_is_in_pounds_or_in_pence,
    pence_in_the_hundred_are_not_per_cent,
    points_are_counted_as_points,
    what_is_no_share_does_not_move_in_points,
)
