"""Hours and their pay: so much an hour, so many hours a week and so much a year belong together.

“£9.90ph; £5,148pa, at 12 hours per week”: 52 weeks of 12 hours are £6,177.60; £5,148 is for ten.
Told only where the sum is that of another whole number of hours, or of half an hour more.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import Figure, Sentence, finding_on, paragraphs

_HOURLY = Expression(r"^\s?(?:p\.?h\b|(?:an|per|each|/)\s?h(?:ou)?r\b)", re.IGNORECASE)
_YEARLY = Expression(r"^\s?(?:p\.?a\b|(?:a|per|each|/)\s?(?:year|annum)|annually)", re.IGNORECASE)
_HOURS = Expression(
    r"^\s?(?:hours?|hrs?)\s?(?:a|per|each|/|every)\s?(?:week|wk)\b|^\s?(?:h(?:ou)?rs? weekly)", re.I
)
_PART_OF_A_YEAR = Expression(
    r"\b(?:term[- ]time|\d weeks|plus|includ\w+|on-?costs|overtime|up to|pro rata)\b", re.I
)
_GLUED = Expression(r"(?<=\d)(?=p\.?[ah]\b)", re.IGNORECASE)
_YEAR = (Decimal(52), Decimal("52.143"), Decimal("52.18"))
_NEAR = Decimal("0.006")


def pay_for_a_year_is_that_of_its_hours(report: Report) -> Iterator[TextFinding]:
    """“£9.90 an hour … £5,148 a year … 12 hours a week”: £5,148 is for 10 hours."""
    for paragraph in paragraphs(report):
        for plain in paragraph.sentences:
            if not re.search(r"hours?|hrs?", plain.text) or "£" not in plain.text:
                continue
            message = _misfit(with_all_numbers(_GLUED.sub(" ", plain.text)))
            if message:
                cure = "Correct the hours, the rate or the sum."
                yield finding_on(paragraph, plain, message, cure, Confidence.MEDIUM)


def _misfit(one: Sentence) -> str | None:
    hourly = _only(one, Kind.MONEY, _HOURLY)
    yearly = _only(one, Kind.MONEY, _YEARLY)
    hours = _only(one, Kind.COUNT, _HOURS)
    if hourly is None or yearly is None or hours is None or _PART_OF_A_YEAR.search(one.text):
        return None
    for weeks in _YEAR:
        if abs(hourly.size * hours.size * weeks / yearly.size - 1) <= 2 * _NEAR:
            return None
    meant = yearly.size / hourly.size / 52
    rounded = (meant * 2).quantize(Decimal(1), ROUND_HALF_UP) / 2
    if not rounded or abs(meant / rounded - 1) > _NEAR:
        return None
    true = hourly.size * hours.size * 52
    return (
        f"{hourly.text} × {hours.text} hours × 52 weeks is £{true:,.2f}; {yearly.text} is the pay "
        f"for {rounded.normalize():f} hours."
    )


def _only(one: Sentence, kind: Kind, unit: Expression) -> Figure | None:
    found = [
        figure
        for figure in one.figures
        if figure.kind is kind
        and not figure.rough
        and figure.size > 0
        and unit.match(one.text[figure.amount.end :])
    ]
    return found[0] if len(found) == 1 else None


RULES: tuple[Rule, ...] = (pay_for_a_year_is_that_of_its_hours,)
