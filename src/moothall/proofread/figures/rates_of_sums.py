"""A percentage of a sum told with what it comes to: "2% of the precept of £9,400 comes to £198"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Sentence,
    beyond,
    each_sentence,
    finding_on,
    per_cent,
    worded,
)

_OF_A_SUM = Expression(
    r"«(?P<p>P\d+)»\s(?:of|on)\s(?:the\s|our\s|its\s|a\s)?(?P<what>(?!which|whom|these|those|them)"
    r"[^«»;.,()]{0,40}?)\(?«(?P<b>M\d+)»\)?(?:,|\s–|\s-)?"
    r"\s(?P<is>comes? to|came to|is|was|would be|will be|equals|gives?|giving|equates to|"
    r"amounts? to|"
    r"or|i\.e\.|being)\s(?:only |just )?«(?P<r>M\d+)»",
    re.IGNORECASE,
)
_RISE = Expression(
    r"«(?P<p>P\d+)»\s(?:rise|increase|uplift|cut|reduction|levy|charge|discount|surcharge|fee)\s"
    r"(?:on|in|of|to|from)\s(?:the\s|our\s|its\s|"
    r"a\s)?(?P<what>[^«»;.,()]{0,40}?)\(?«(?P<b>M\d+)»\)?,?\s"
    r"(?:would |will |could )?(?P<is>adds?|costs?|raises?|saves?|brings? in|yields?|comes? to|is|"
    r"be|"
    r"means?|gives?)\s(?:an? (?:extra |saving of )?)?«(?P<r>M\d+)»",
    re.IGNORECASE,
)
_TO = Expression(r"\b(?:from|to|new|after)\b", re.IGNORECASE)


def a_rate_of_a_sum_is_what_it_comes_to(report: Report) -> Iterator[TextFinding]:
    """“2% of the precept of £9,400 comes to £198”: £188."""
    for paragraph, one in each_sentence(report, 3):
        for form in (_OF_A_SUM, _RISE):
            for match in form.finditer(one.pattern):
                p, base, result = (one.figure(match[name]) for name in "pbr")
                if p.rough or result.rough or base.low <= 0 or _TO.search(match["what"]):
                    continue
                low, high = base.low * p.low / HUNDRED, base.high * p.high / HUNDRED
                if p.amount.places == 0:  # a whole percentage is taken as it stands
                    low, high = base.low * p.size / HUNDRED, base.high * p.size / HUNDRED
                fair = base.size * p.size / HUNDRED
                if beyond(result, low, high) <= 1 or abs(result.size - fair) <= fair / 50:
                    continue
                if not fair / 3 <= result.size <= fair * 3:
                    continue
                yield finding_on(
                    paragraph,
                    one,
                    f"{p.text} of {base.text} is {worded(fair, result.amount)}; {result.text} is "
                    f"{per_cent(result.size / base.size * HUNDRED)} of it.",
                    "Correct the figure that is wrong.",
                    Confidence.MEDIUM,
                )


# --- a nought too many or too few -----------------------------------------------------------------

_COMES_TO = Expression(
    r"\b(?:rais\w+|costs?|adds?|sav\w+|yields?|brings? in|worth|comes? to|means?|is|be|gives?|"
    r"equivalent|equates?|amounts?|allows?|equal|reduces?|of|or|by)\s(?:an?\s(?:further\s|extra\s)?|only\s|"
    r"about\s|some\s|around\s)?(?:[a-z]+\sof\s)?$",
    re.IGNORECASE,
)
_NOUGHTS = (1, 2, 3)
_AS_NEAR = Decimal("0.005")
_DIGITS = 2


def a_percentage_of_a_sum_told_has_its_noughts(report: Report) -> Iterator[TextFinding]:
    """“They give £161,000.  4% more would raise £64,400”: 4% of it is £6,440."""
    section, sums = "", list[Figure]()
    for paragraph, one in each_sentence(report):
        if paragraph.section != section:
            section, sums = paragraph.section, []
        money = [figure for figure in one.figures if figure.kind is Kind.MONEY]
        shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
        if len(shares) == len(money) == 1 and (
            words := _a_nought_off(one, shares[0], money[0], sums)
        ):
            yield finding_on(
                paragraph, one, words, "Correct the sum or the percentage.", Confidence.MEDIUM
            )
        sums += money


def _a_nought_off(one: Sentence, share: Figure, told: Figure, sums: list[Figure]) -> str | None:
    if share.rough or told.rough or share.amount.end > told.amount.start or not told.size:
        return None
    if not _COMES_TO.search(one.text[: told.amount.start]):
        return None
    if len(re.sub(r"\D", "", told.text).strip("0")) < _DIGITS:
        return None
    off = None
    for base in sums:
        ratio = base.size * share.size / HUNDRED / told.size
        if Decimal("0.8") <= ratio <= Decimal("1.25"):
            return None  # it may be of this one, roughly
        if any(
            abs(ratio / Decimal(10) ** n - 1) <= _AS_NEAR
            for power in _NOUGHTS
            for n in (power, -power)
        ):
            off = base
    if off is None:
        return None
    return (
        f"{share.text} of {off.text} is "
        f"{worded(off.size * share.size / HUNDRED, told.amount)}, not {told.text}."
    )


RULES: tuple[Rule, ...] = (
    a_percentage_of_a_sum_told_has_its_noughts,
    a_rate_of_a_sum_is_what_it_comes_to,
)
