"""Figures that refer back: to the number just told, in the same sentence or in the one before."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.told_shares import a_share_told_is_that_of_its_numbers, with_numbers
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Sentence,
    beyond,
    finding_on,
    finer,
    mark,
    paragraphs,
    per_cent,
    worded,
)

# --- more or less than a budget told with the outturn before --------------------------------------

_BY = Expression(
    rf"^(?:This|It|That|Which|The (?:outturn|total|figure|sum|amount|result|income|spend))\b"
    rf"[^«»;.]{{0,40}}?\b(?:exceed\w*|surpass\w*|beat|(?:was|is|were|came in|fell|falls|being)\s"
    rf"(?:above|over|below|under|short of))[^«»;.]{{0,50}}?{mark('x', 'MC')}[^«»;.]{{0,20}}?"
    rf"\bby\s{mark('y', 'MC')}",
    re.IGNORECASE,
)
_MORE_THAN = Expression(
    rf"^(?:This|It|That|Which)\s(?:was|is|were|represents|came in)\s(?:a\s)?{mark('y', 'MC')}\s"
    rf"(?:\([^()«»]*\)\s)?(?:more|less|fewer|higher|lower|above|below|over|under|better|worse|"
    rf"short)"
    rf"\s?(?:than|of)?[^«»;.]{{0,50}}?{mark('x', 'MC')}",
    re.IGNORECASE,
)


def an_excess_is_what_was_told_before_less_the_budget(report: Report) -> Iterator[TextFinding]:
    """“Fees were £2.45m.  This exceeded the budget of £2.10m by £0.45m”: by £0.35m."""
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        for one in paragraph.sentences:
            match = _BY.match(one.pattern) or _MORE_THAN.match(one.pattern)
            if match is not None and before is not None:
                x, y = one.figure(match["x"]), one.figure(match["y"])
                told = [figure for figure in before.figures if figure.kind is x.kind]
                if len(told) == 1 and y.kind is x.kind:
                    message = _wrong_excess(told[0], x, y)
                    if message:
                        yield finding_on(
                            paragraph,
                            Sentence(text=f"{before.text} {one.text}", pattern="", figures=()),
                            message,
                            "Correct one of the three.",
                            Confidence.HIGH,
                        )
            before = one


def _wrong_excess(told: Figure, x: Figure, y: Figure) -> str | None:
    gap = abs(told.size - x.size)
    if abs(gap - y.size) <= told.spread + x.spread + y.spread:
        return None
    if not y.size / 3 <= gap <= y.size * 3 or told.rough or x.rough or y.rough:
        return None
    return f"{told.text} and {x.text} differ by {worded(gap, finer(told, x))}, not by {y.text}."


# --- A of them, so P ------------------------------------------------------------------------------

_OF_THEM = Expression(
    rf"{mark('n', 'C')}(?P<things>[^«»;.()]{{2,70}}?)[,(]\s?(?:of (?:which|whom|these|them)\s)?"
    rf"{mark('a', 'C')}\s?(?P<own>of (?:them|which|whom|these)\b)?(?P<did>[^«»;.]{{0,80}}?)"
    rf"\b(?:therefore|thus|hence|giving|making|so that|which (?:is|gives|makes|represents)|"
    rf"stands at|"
    rf"equat\w+ to|equivalent to|a rate of|performance)[^«»;.]{{0,40}}?{mark('p', 'P')}",
    re.IGNORECASE,
)
_NOT_A_SHARE = Expression(
    r"\b(?:increas\w*|reduc\w*|decreas\w*|rise|rose|fell|fall|more|fewer|less|than|compared|"
    r"target|average|last year|previous)\b",
    re.IGNORECASE,
)


def a_share_follows_from_the_numbers_before_it(report: Report) -> Iterator[TextFinding]:
    """“480 cases, 276 of them in time, and performance thus stands at 62.5%”: it is 57.5%."""
    told = {
        (finding.place, finding.quote[:60])
        for finding in a_share_told_is_that_of_its_numbers(report)
    }
    for paragraph in paragraphs(report):
        for plain in paragraph.sentences:
            if "%" not in plain.text and "per cent" not in plain.text:
                continue
            one = with_numbers(plain.text)
            match = _OF_THEM.search(one.pattern)
            if match is None or (paragraph.place, plain.text[:60]) in told:
                continue
            if not (match["own"] or "of wh" in match[0]) or _NOT_A_SHARE.search(match[0]):
                continue
            n, a, p = (one.figure(match[name]) for name in "nap")
            if not 0 < a.size < n.size or n.rough or a.rough or p.size > HUNDRED:
                continue
            shares = (a.size / n.size * HUNDRED, (n.size - a.size) / n.size * HUNDRED)
            if any(beyond(p, share, share) <= 1 for share in shares):
                continue
            yield finding_on(
                paragraph,
                plain,
                f"{a.text} of {n.text} is {per_cent(shares[0], p.amount.places)}, not {p.text}.",
                "Correct the number, the whole or the percentage.",
                Confidence.HIGH,
            )


RULES: tuple[Rule, ...] = (
    an_excess_is_what_was_told_before_less_the_budget,
    a_share_follows_from_the_numbers_before_it,
)
