"""So many, so much each, and what it comes to: “each of 24 wards gets £5,000, £120,000 in all”."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.passages import each_sentence, finding_on, mark, worded

_IN_ALL = r"(?:altogether|in all|in total|overall|a total|total)"
_EACH_GETS = (
    rf"\beach of (?:the |our |its |these )?{mark('n', 'C')}\s(?:[a-z-]+\s){{1,4}}?(?:gets?|"
    r"receives?|costs?|pays?|is paid|has|will (?:get|receive|cost|pay|have))\s(?:up to |about )?"
    rf"{mark('each', 'M')}[^«»;]{{0,20}}?,?\s(?:or |making |giving |costing |which (?:is|makes|"
    rf"comes to) )?(?:{_IN_ALL}\s(?:of\s|cost of\s)?)?{mark('all', 'M')}(?=\s{_IN_ALL}|[.;,)])"
)
"""“Each of the 24 wards gets £5,000, £120,000 altogether”."""
_AT_A_UNIT_COST = (
    r"\b(?:average|unit|each|standard)\s(?:weekly |annual |monthly )?(?:cost|price|fee|rate)\b"
    rf"[^«»;]{{0,40}}?{mark('each', 'M')}\s(?:a|per)\s(?P<time>week|year|month|day)\b[^«»]{{0,25}}?"
    rf"{mark('n', 'C')}\s(?:[a-z-]+\s){{1,4}}?(?:costs?|comes? to|will cost|cost us)\s"
    rf"{mark('all', 'M')}\s(?:a|per)\s(?P=time)\b"
)
"""“The average cost is £1,250 a week: 14 placements cost £17,500 a week”."""
_FORMS = tuple(re.compile(form, re.IGNORECASE) for form in (_EACH_GETS, _AT_A_UNIT_COST))


def so_many_at_so_much_each_come_to_what_is_said(report: Report) -> Iterator[TextFinding]:
    """24 wards at £5,000 each get £120,000 together, not £125,000."""
    for paragraph, one in each_sentence(report, 3):
        for form in _FORMS:
            match = form.search(one.pattern)
            if match is None:
                continue
            n, each, told = (one.figure(match[name]) for name in ("n", "each", "all"))
            if n.rough or each.rough or told.kind is not Kind.MONEY:
                continue
            low, high = n.low * each.low, n.high * each.high
            if low - told.spread <= told.size <= high + told.spread or told.rough:
                continue
            product = Decimal(n.size * each.size)
            yield finding_on(
                paragraph,
                one,
                f"{n.text} × {each.text} = {worded(product, told.amount)}, not {told.text}.",
                "Correct the figure that is wrong.",
                Confidence.MEDIUM,
            )
            break


RULES: tuple[Rule, ...] = (so_many_at_so_much_each_come_to_what_is_said,)
