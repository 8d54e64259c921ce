"""So many, so much each, and what it comes to: “each of 24 wards gets £5,000, £120,000 in all”.

The number, the price of one and the sum stand in one sentence in any order; that the price is that
of one is said by “each”, “a year”, “per visit”, that the sum is of all by “in all”, “a total cost
of”, “costing”, or by the brackets in which the price of one explains it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import Sentence, each_sentence, finding_on, mark, worded

_IN_ALL = r"(?:altogether|in all|in total|overall|a total|total)"
_TOTALS = (
    r"(?:,?\s(?:at |for |with |and )?(?:a|the) (?:total|overall|combined) (?:cost|sum|price|bill|"
    r"charge|amount|"
    r"figure|value|saving)? ?(?:of|is|was|being)|(?:,|\s[–-])? ?(?:making|costing|totall?ing|"
    r"coming to|amounting to|giving|"
    r"that is|i\.e\.|which (?:is|makes|comes to|gives|totals)|comes? to|totals|equals|=|or|"
    r"a total of|"
    r"(?:in|a) total:?))"
)
_WHICH = (
    r"(?:week|month|year|annum|day|hour|quarter|term|night|visit|session|meeting|head|person|unit|"
    r"item|home|house|household|pupil|child|place|post|bin|lamp|tree|course|copy|licence|mile|"
    r"ticket|cut|ward|site|"
    r"property|application|case)"
)
_EACH = rf"(?:each|apiece|(?:a|an|per|every|for each|for every|in each) {_WHICH})"
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
_SO_MANY_AT = (
    rf"{mark('n', 'C')}\s(?:[a-z-]+\s){{1,4}}?(?:at|@|for|costing|of|x|×)\s"
    rf"(?:a (?:cost|price|rate|charge|fee) of )?{mark('each', 'M')}\s?{_EACH}"
    rf"(?:\s?\([^()«»]{{0,30}}\))?(?:{_TOTALS}|,)\s{mark('all', 'M')}"
    rf"(?P<rest>\s{_IN_ALL}|[.;,)]|$|\s[a-z])"
)
"""“Two years at £270 a year, a total cost of £540”."""
_SO_MUCH_IN_EACH = (
    rf"{mark('all', 'M')}(?:\s[^«»;.()]{{1,60}}?)?,?\s?\(?\s?(?:or |that is |i\.e\. |being )?"
    rf"{mark('each', 'M')}\s(?:in|for|to|per|at|by)\s(?:each|every)(?: one)?\s(?:of\s(?:the |its |"
    rf"our |these |those )?)?{mark('n', 'C')}\s[a-z]"
)
"""“£13.2bn over the period (£2.64bn in each of the five years)”."""
_ALL_OF_SO_MANY = (
    rf"{mark('all', 'M')}(?:\s[^«»;.()]{{1,60}}?)?\s?\(\s?(?:or |that is |i\.e\. |being )?"
    rf"{mark('n', 'C')}\s(?:[a-z-]+\s){{1,4}}?(?:at|@|x|×)\s{mark('each', 'M')}"
    rf"(?:\s?{_EACH})?\s?\)"
)
"""“£540 (two years at £270 a year)”."""
_OVER_SO_MANY = (
    rf"(?:{mark('all', 'M')}(?:\s[^«»;.()]{{1,40}}?)?\s(?:over|across|for|in)\s"
    r"(?:a\s|the\s(?:next\s)?)?"
    rf"{mark('n', 'C')}[\s-](?:years?|months?|weeks?|quarters?)|"
    rf"{mark('n2', 'C')}[\s-](?:year|month|"
    rf"week)\s{mark('all2', 'M')})[^«»;.()]{{0,40}}?\s?\((?:or |that is |i\.e\. |at )?"
    rf"{mark('each', 'M')}\s{_EACH}\s?\)"
)
"""“A 10 year £39m programme (£3.9m a year)”; “£39m over 10 years (£3.9m a year)”."""
_FORMS = tuple(
    Expression(form, re.IGNORECASE)
    for form in (
        _OVER_SO_MANY,
        _EACH_GETS,
        _AT_A_UNIT_COST,
        _SO_MANY_AT,
        _SO_MUCH_IN_EACH,
        _ALL_OF_SO_MANY,
    )
)
_GATE = Expression(
    r"\beach\b|\bevery\b|\bapiece\b|\bper\b|\bat\b|\bunit\b|\ban? [a-z]+\b", re.IGNORECASE
)
_BETWEEN_TIMES = Expression(r"\b(?:up to|at least|from|additional|increas\w+|rising)\s$", re.I)
_TIMES_A_YEAR = (4, 12, 38, 39, 52, 365)
_NEARLY = Decimal("0.005")


def so_many_at_so_much_each_come_to_what_is_said(report: Report) -> Iterator[TextFinding]:
    """24 wards at £5,000 each get £120,000 together, not £125,000."""
    for paragraph, plain in each_sentence(report, 2):
        if plain.pattern.count("«M") < 2 or not _GATE.search(plain.text):
            continue
        one = with_all_numbers(plain.text)
        message = next(filter(None, (_wrong(one, form) for form in _FORMS)), None)
        if message:
            cure = "Correct the figure that is wrong."
            yield finding_on(paragraph, plain, message, cure, Confidence.MEDIUM)


def _wrong(one: Sentence, form: Expression) -> str | None:
    match = form.search(one.pattern)
    if match is None or _BETWEEN_TIMES.search(one.pattern[: match.start()]):
        return None
    named = match.groupdict()
    n, told = (one.figure(named[name] or named[f"{name}2"]) for name in ("n", "all"))
    each = one.figure(match["each"])
    if n.rough or n.amount.places or each.rough or told.kind is not Kind.MONEY or n.size < 2:
        return None
    low, high = n.low * each.low, n.high * each.high
    if low - told.spread <= told.size <= high + told.spread or told.rough:
        return None
    product = Decimal(n.size * each.size)
    if any(abs(told.size / product / times - 1) < _NEARLY for times in _TIMES_A_YEAR):
        return None  # so much an hour, so many hours a week, and the pay for a year
    return f"{n.text} × {each.text} = {worded(product, told.amount)}, not {told.text}."


RULES: tuple[Rule, ...] = (so_many_at_so_much_each_come_to_what_is_said,)
