"""What is left when a sum told elsewhere is taken: a net saving, balances after the deficit.

"… at a yearly cost of £24,000, which leaves a net saving of £172,000", where the saving told in
another section is £186,000; "the overspend would fall on balances and leave £7.9m".
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Sentence,
    finding_on,
    mark,
    paragraphs,
    worded,
)
from moothall.proofread.reading.slips import in_figures, looks_like_a_slip
from moothall.proofread.told_again.claim_stages import Stage
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claims import Claim, claims

_CURE = "Correct the figure that is wrong."

# --- a net saving ---------------------------------------------------------------------------------

_NET_SAVING = Expression(
    rf"\b(?:costs?|payment|charge|spend\w*|contribution|"
    rf"grant)\b[^«»;.]{{0,40}}?{mark('c', 'M')}[^«»;.]{{0,60}}?"
    rf"\bnet\s(?:[a-z]+\s)?saving\s(?:of|is|would be|will be)\s(?:then\s|"
    rf"therefore\s)?{mark('r', 'M')}",
    re.IGNORECASE,
)


def a_net_saving_is_the_saving_less_its_cost(report: Report) -> Iterator[TextFinding]:
    """A net saving and the cost taken off make the saving that is told elsewhere."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            match = _NET_SAVING.search(one.pattern) if "net" in one.text else None
            if match is None or len(one.figures) > 3:
                continue
            c, r = one.figure(match["c"]), one.figure(match["r"])
            if c.rough or r.rough:
                continue
            savings = [g for g in _savings(report, one) if g.value.high - g.value.low < r.size / 20]
            if not savings or any(_makes(g, c, r) for g in savings):
                continue
            near = [g for g in savings if looks_like_a_slip(g.value.size - c.size, r.size)]
            if len({g.value.size for g in near}) != 1 or near[0].value.size <= c.size:
                continue
            gross = near[0]
            left = worded(gross.value.size - c.size, r.amount)
            yield finding_on(
                paragraph,
                one,
                f"{gross.value.text} − {c.text} = {left}, not {r.text} (the saving of "
                f"{gross.value.text}: {gross.place}).",
                _CURE,
                Confidence.MEDIUM,
            )


def _savings(report: Report, one: Sentence) -> list[Claim]:
    return [
        claim
        for claim in claims(report).all
        if claim.value.sort is Sort.MONEY
        and Stage.SAVING in claim.stage
        and Stage.NET not in claim.stage
        and claim.sentence != one.text
    ]


def _makes(gross: Claim, c: Figure, r: Figure) -> bool:
    return gross.value.low <= c.high + r.high and gross.value.high >= c.low + r.low


# --- what a deficit leaves ------------------------------------------------------------------------

_LEAVES = Expression(
    rf"\b(?:the|this|that)\s(?:[a-z]+\s)?(?:deficit|overspend|shortfall|"
    rf"overspending)\b(?P<gap>[^«»;.]{{0,110}}?)\b(?:leav(?:e|ing|es)|"
    rf"reduc(?:e|es|ing) (?:them|these|balances) to|bring(?:ing)? (?:them|balances) (?:down "
    rf")?to)\s{mark('r', 'M')}",
    re.IGNORECASE,
)
_FALLS_ON = Expression(r"\b(?:balances?|reserves?)\b", re.IGNORECASE)
_LEAST_TOLD = 3


def what_a_deficit_leaves_is_what_there_was_less_it(report: Report) -> Iterator[TextFinding]:
    """“Balances were £14.2m.  The overspend would fall on them and leave £7.9m”."""
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        for one in paragraph.sentences:
            kept, before = before, one
            match = _LEAVES.search(one.pattern) if one.figures else None
            if match is None or kept is None or not _FALLS_ON.search(f"{kept.text} {one.text}"):
                continue
            whole = [figure for figure in kept.figures if figure.kind is Kind.MONEY]
            r = one.figure(match["r"])
            if len(whole) != 1 or whole[0].size <= r.size or whole[0].rough or r.rough:
                continue
            told = _deficit_told(report)
            if told is None:
                continue
            size, text = told
            left = whole[0].size - size
            slack = whole[0].spread + r.spread
            if left <= 0 or abs(left - r.size) <= slack or not left / 2 <= r.size <= left * 2:
                continue
            both = Sentence(text=f"{kept.text} {one.text}", pattern="", figures=())
            yield finding_on(
                paragraph,
                both,
                f"{whole[0].text} less the {text} that the report gives is "
                f"£{in_figures(left)}, not {r.text}.",
                _CURE,
                Confidence.MEDIUM,
            )


def _deficit_told(report: Report) -> tuple[Decimal, str] | None:
    """The overspend that the text tells again and again, where one is told oftenest."""
    found = [
        claim
        for claim in claims(report).all
        if claim.value.sort is Sort.MONEY
        and Stage.OVER in claim.stage
        and not claim.cell
        and Stage.FORMER not in claim.stage
    ]
    often = Counter(claim.value.size for claim in found).most_common(2)
    if not often or often[0][1] < 2 or (len(often) > 1 and often[1][1] == often[0][1]):
        return None
    cells = [
        claim for claim in claims(report).all if claim.cell and claim.value.size == often[0][0]
    ]
    if often[0][1] + len(cells) < _LEAST_TOLD:
        return None
    return often[0][0], next(c.value.text for c in found if c.value.size == often[0][0])


RULES: tuple[Rule, ...] = (
    a_net_saving_is_the_saving_less_its_cost,
    what_a_deficit_leaves_is_what_there_was_less_it,
)
