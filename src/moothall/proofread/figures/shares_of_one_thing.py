"""Shares into which a sentence divides one thing: together they make no more than all of it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.listed_shares import a_list_of_shares_makes_a_hundred
from moothall.proofread.figures.shares_of_wholes import shares_of_a_whole_sum_to_100
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Sentence,
    each_sentence,
    finding_on,
    sentence,
)

_P = r"«P\d+»"
_NAME = r"[^«».;:]{2,50}?"
_PARTED = r"(?:,|;|,?\sand|,?\splus|,?\swith)"
_WHOLE = (
    r"(?:funding|finance|cost|costs|budget|income|money|spend|spending|expenditure|bill|loan|debt|"
    r"grant|price|total|shares|split|breakdown|weighting|mix|fund|revenue)"
)
_DIVIDED = (
    r"(?:split|divided|shared|met|funded|financed|paid|borne|apportioned|allocated|distributed|"
    r"made up(?!\s«P\d+»\sof)|composed|broken down)"
)
_FORMS = (
    # the cost is met 50% by the county, 30% by the boroughs and 25% by the port
    Expression(
        rf"\b{_DIVIDED}\b(?:\s(?:as|to|of|at|into|in))?(?:\s[a-z]+){{0,3}}?:?\s{_P}\s"
        rf"(?P<how>by|from|to|for|on|of)?[^«».;:]{{0,50}}?{_PARTED}\s{_P}[^«».;:]{{0,50}}?"
        rf"(?:{_PARTED}\s{_P}[^«».;:]{{0,50}}?)*(?=[.;]|$)",
        re.IGNORECASE,
    ),
    # the spend is divided between repairs (45%), wages (40%) and fuel (25%)
    Expression(
        rf"\b{_DIVIDED}\b\s(?:between|among|into)\s{_NAME}\s\({_P}\)"
        rf"(?:{_PARTED}\s{_NAME}\s\({_P}\))+",
        re.IGNORECASE,
    ),
    # funding is 60% grant, 30% fees and 20% tax; the shares are: port 40%, county 70%
    Expression(
        rf"\b{_WHOLE}\s(?:is|are|was|were|comes?|consists? of|comprises?)(?:\sas follows)?:?\s"
        rf"(?:from\s)?(?:{_P}\s{_NAME}(?:{_PARTED}\s{_P}\s{_NAME})+|"
        rf"{_NAME}\s{_P}(?:{_PARTED}\s{_NAME}\s{_P})+)(?=[.;]|$)",
        re.IGNORECASE,
    ),
    # we repay 65% of it from the first loan and 45% from the second
    Expression(
        rf"(?:,|\s–|\b(?:repay|pay|fund|financ|meet|met|rais|spen[dt]|invest|recover|draw|recoup|com)"
        rf"[a-z]*)\s{_P}\sof\s(?:it|this|that|the\s{_WHOLE})\s(?P<same>from|on|to)\s{_NAME}{_PARTED}\s{_P}"
        rf"\s(?P=same)\s{_NAME}(?=[.;]|$)",
        re.IGNORECASE,
    ),
    # 50% of the money comes from grants, 30% from fees and 30% from loans
    Expression(
        rf"{_P}\sof\s(?:the|our|its)\s{_WHOLE}(?:\s[a-z]+){{1,3}}?\s(?P<prep>from|on|to|in)\s{_NAME}"
        rf"(?:{_PARTED}\s{_P}\s(?P=prep)\s{_NAME})+(?=[.;]|$)",
        re.IGNORECASE,
    ),
    # 75% of the berths are let and 35% are empty
    *(
        Expression(
            rf"{_P}(?:\sof\s[a-z ]{{2,30}})?\s(?:is|are|were|was)\s{one}"
            rf"(?:,|,?\sand|,?\swhile)\s{_P}\s(?:is|are|were|was)\s{other}\b",
            re.IGNORECASE,
        )
        for one, other in (
            ("let", "(?:empty|vacant|unlet)"),
            ("open", "(?:closed|shut)"),
            ("(?:working|in use)", "(?:broken|not|out of)"),
            ("paid", "(?:unpaid|outstanding)"),
            ("(?:completed?|finished)", "(?:incomplete|outstanding|not|unfinished)"),
            ("(?:approved|granted)", "(?:refused|rejected)"),
            ("(?:occupied|filled)", "(?:empty|vacant)"),
            ("(?:full[ -]time)", "part[ -]time"),
            ("(?:men|male)", "(?:women|female)"),
        )
    ),
    # the port will contribute 40% of the cost, the county 35% and the company 30%
    Expression(
        rf"\b(?:contribut|pay|pays|paid|meet|met|bear|fund|provid)[a-z]*\s{_P}(?:\sof\sthe\s"
        rf"{_WHOLE})?(?:{_PARTED}\sthe\s[a-z -]{{2,40}}?(?:\spays|\smeets)?\s{_P})+(?=[.;]|$)",
        re.IGNORECASE,
    ),
)
_WEIGHTED = Expression(
    rf"\b(?:weight(?:ed|ing|ings)?|evaluat(?:ed|ion)|scored)\b[^«».;:]{{0,30}}{_P}\s{_NAME}"
    rf"{_PARTED}\s{_P}\s{_NAME}(?:{_PARTED}\s{_P}\s{_NAME})*(?=[.;]|$)",
    re.IGNORECASE,
)
_OTHERS = Expression(
    rf"{_P}(?:\sof\s[a-z ]{{2,30}})?\s(?:is|are|were|was|will be|have|had|has)\b[^«».;:]{{2,40}},?"
    rf"\s(?:and|with|while)\sthe\s(?:other|remaining|rest,?)\s{_P}",
    re.IGNORECASE,
)
_FRACTIONS = {"half": 50, "a quarter": 25, "three quarters": 75, "a fifth": 20, "two fifths": 40}
_FRACTIONS |= {"a third": 33, "one third": 33, "two thirds": 67}
_FRACTION = Expression(rf"^(?:{'|'.join(_FRACTIONS)})(?=\sof\s)", re.IGNORECASE)
_NOT_ONE = Expression(
    r"\b(?:compared|rose|fell|increase\w*|target|last year|"
    r"previous\w*|of (?:which|whom|those|these|them)|each|per|average|up to|rate|relief|discount|"
    r"its own|maximum|minimum|20\d\d)\b",
    re.IGNORECASE,
)


_OF_WHAT = Expression(r"«P\d+»\sof\sthe\s[a-z]+\s(?:of|for)\s(?:the\s)?([a-z]+)", re.IGNORECASE)
"""“60% of the cost of the roof and 55% of the cost of the boiler” are of two things."""
_NEVER_ONE = Expression(r"\b(?:more than one|several|respectively)\b", re.IGNORECASE)


def shares_of_one_thing_make_no_more_than_all_of_it(report: Report) -> Iterator[TextFinding]:
    """“We repay 65% of it from the first loan and 45% from the second”: 110%."""
    told: set[str] | None = None
    for paragraph, plain in each_sentence(report, 1):
        one = _with_fractions(plain)
        shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
        if len(shares) < 2 or _NEVER_ONE.search(one.pattern):
            continue
        whole, weights = _divided(one.pattern)
        if not whole or _NOT_ONE.search(whole) or len(set(_OF_WHAT.findall(one.pattern))) > 1:
            continue
        parts = [one.figure(mark) for mark in re.findall(r"«(P\d+)»", whole)]
        total, low = _sums(parts)
        if any(part.size >= HUNDRED for part in parts) or total > 150:
            continue
        short = weights and total + _slack(parts) < HUNDRED and total >= 80
        if low <= HUNDRED and not short:
            continue
        if told is None:
            rules = (shares_of_a_whole_sum_to_100, a_list_of_shares_makes_a_hundred)
            told = {
                f.quote[:60]
                for rule in rules
                for f in rule(report)
                if f.confidence is not Confidence.LOW
            }
        if plain.text[:60] in told:
            continue
        yield finding_on(
            paragraph,
            plain,
            f"{' + '.join(part.text for part in parts)} = {total:,f}%, "
            f"{'not 100%' if short else 'more than the whole'}.",
            "Correct the share that is wrong.",
            Confidence.MEDIUM,
        )


def _with_fractions(plain: Sentence) -> Sentence:
    """The sentence with the fraction that leads it, half of something, as a percentage."""
    if match := _FRACTION.match(plain.text):
        return sentence(f"{_FRACTIONS[match[0].lower()]}%{plain.text[match.end() :]}")
    return plain


def _divided(pattern: str) -> tuple[str, bool]:
    """The words that share one thing out, and whether they are weights, which make 100 %."""
    if match := _WEIGHTED.search(pattern):
        return match[0], True
    for form in (*_FORMS, _OTHERS):
        if match := form.search(pattern):
            return match[0], False
    return "", False


def _sums(parts: list[Figure]) -> tuple[Decimal, Decimal]:
    """The sum as printed, and the least that it can be."""
    total = sum((part.size for part in parts), Decimal(0))
    return total, total - _slack(parts)


def _slack(parts: list[Figure]) -> Decimal:
    return sum((part.spread for part in parts), Decimal(0))


RULES: tuple[Rule, ...] = (shares_of_one_thing_make_no_more_than_all_of_it,)
