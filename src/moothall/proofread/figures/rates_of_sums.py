"""A percentage of a sum told with what it comes to: "2% of the precept of £9,400 comes to £198"."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
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


RULES: tuple[Rule, ...] = (a_rate_of_a_sum_is_what_it_comes_to,)
