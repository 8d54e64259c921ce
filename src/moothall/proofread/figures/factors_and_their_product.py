"""Factors and their product: places, weekly price and weeks make the annual cost.

In lines that stand under each other (“Places: 36”, “Weekly price: £612”, “Weeks: 38”, “Annual cost:
£873,216”), in a sentence or in two, the numbers that stand before a result are its factors if their
product is that result but for a slip of the pen: a wrong digit, two changed about, a power of ten.
With four digits and more that is hardly ever chance; with fewer, a word must say that one of the
figures is a rate (“each”, “per”, “a week”), and no figure may be left over.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from math import prod

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.figures.products_told import RULES as PRODUCTS
from moothall.proofread.figures.rates_of_sums import RULES as RATES
from moothall.proofread.figures.slips_of_the_pen import a_power_of_ten, slipped
from moothall.proofread.figures.so_many_each import RULES as EACH
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.worked_results import RULES as RESULTS
from moothall.proofread.figures.worked_sums import RULES as SUMS
from moothall.proofread.figures.workings import RULES as WORKINGS
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
    sentence,
    worded,
)

_A_RATE = Expression(
    r"\b(?:each|apiece|per|every|unit|(?:hourly|daily|weekly|monthly|annual|yearly)|rate|price|"
    r"fee|charge|tariff|cost of one)\b|(?<=\d)\s(?:[a-z]+\s)?an?\s(?:[a-z]+)|@",
    re.IGNORECASE,
)
_NOT_SO_SIMPLE = Expression(
    r"\b(?:up to|maximum|minimum|at least|from £|net of|(?:in|ex)clud\w+ (?:an? |the )?[£\d]|"
    r"respectively|"
    r"between £|range\w*|discount\w*|instead|option\w*|compared|increas\w*|rose|fell|reduc\w*|"
    r"last year|previous\w*|target\w*|average)\b|%|per cent",
    re.IGNORECASE,
)
_YEARLY = Expression(
    r"^\s?(?:a year|per (?:year|annum)|each year|every year|annually|pa\b|p\.a\.)", re.I
)
_YEARS = Expression(
    r"\b(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)[\s-]years?\b(?!\s(?:old|ago|"
    r"plan))",
    re.IGNORECASE,
)
_NUMBERS = {
    w: n
    for n, w in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2
    )
}
_LABEL = Expression(
    r"^(?P<label>[^\d£%]{2,60}?)\s?[:–=-]?\s(?P<figure>£?[\d,.]+(?:k|m| million)?)\.?$"
)
_Line = tuple[Place, str, Figure]
_FEWEST, _MOST = 3, 6
_TELLING = 4
_LONGEST = 420
_MOST_FACTORS = 3
_CURE = "Correct the figure that is wrong."
_TOLD = quotes_told(*PRODUCTS, *RATES, *EACH, *RESULTS, *SUMS, *WORKINGS)


def factors_make_their_product(report: Report) -> Iterator[TextFinding]:
    """“6 hours a week for 40 weeks … 55 families … 12,300 hours”: 13,200."""
    yield from _in_lines(report)
    for paragraph in paragraphs(report):
        for one, text in _windows(paragraph):
            message = _in_running_text(text)
            if message and not told_by(_TOLD, report, paragraph, one):
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
                break


def _windows(paragraph: Paragraph) -> Iterator[tuple[Sentence, str]]:
    """Each sentence with a figure, and each with the one before it."""
    for one in paragraph.sentences:
        if len(one.text) <= _LONGEST and one.figures:
            yield one, one.text
    for before, one in pairwise(paragraph.sentences):
        text = f"{before.text} {one.text}"
        if len(text) <= _LONGEST and before.figures and one.figures:
            yield one, text


def _in_running_text(text: str) -> str | None:
    if _NOT_SO_SIMPLE.search(text) or not _A_RATE.search(text):
        return None
    one = with_all_numbers(text)
    figures = [f for f in one.figures if f.kind in (Kind.MONEY, Kind.COUNT)]
    if (yearly := _by_the_year(one, figures)) is not None:
        return yearly
    if not _FEWEST <= len(figures) <= _MOST or any(f.rough or f.value <= 0 for f in figures):
        return None
    return _misproduct(figures)


def _by_the_year(one: Sentence, figures: list[Figure]) -> str | None:
    """“£1,350 million over three years or £450,000 a year”: a thousand times too much."""
    years = _YEARS.findall(one.text)
    money = [f for f in figures if f.kind is Kind.MONEY]
    annual = [f for f in money if _YEARLY.match(one.text[f.amount.end :])]
    if len(years) != 1 or len(money) != 2 or len(annual) != 1 or annual[0].size <= 0:
        return None
    number = Decimal(_NUMBERS.get(years[0].lower()) or years[0])
    whole = next(f for f in money if f is not annual[0])
    true = annual[0].size * number
    if not a_power_of_ten(whole.size, true, Decimal("0.02")):
        return None
    return f"{number:f} × {annual[0].text} is {worded(true, annual[0].amount)}, not {whole.text}."


def _misproduct(figures: Sequence[Figure]) -> str | None:
    """A result that two or three of the others make but for a slip; None where any holds."""
    found = None
    for result in figures:
        others = [f for f in figures if f is not result]
        for number in range(2, min(_MOST_FACTORS, len(others)) + 1):
            for factors in combinations(others, number):
                if sum(f.kind is Kind.MONEY for f in factors) != (result.kind is Kind.MONEY):
                    continue
                if any(f.size < 2 for f in factors):
                    continue
                true = prod((f.size for f in factors), start=Decimal(1))
                if _holds(factors, result):
                    return None
                if _is_a_slip(true, result, every=number == len(others)):
                    found = found or _written(factors, true, result)
    return found


def _holds(factors: Sequence[Figure], result: Figure) -> bool:
    low = prod((f.low for f in factors), start=Decimal(1))
    high = prod((f.high for f in factors), start=Decimal(1))
    return low * Decimal("0.995") <= result.high and result.low <= high * Decimal("1.005")


def _is_a_slip(true: Decimal, result: Figure, *, every: bool) -> bool:
    if result.size < 100:
        return False
    digits = len(f"{true.normalize():f}".replace(".", "").strip("0"))
    told = len(re.sub(r"\D", "", result.text).strip("0"))
    if digits < _TELLING and not every:
        return False
    if a_power_of_ten(result.size, true, Decimal(0)):
        return every or min(digits, told) >= _TELLING - 1
    return (
        min(digits, told) >= 2
        and (every or told >= _TELLING - 1)
        and slipped(result.size, true, result.amount.step)
    )


def _written(factors: Sequence[Figure], true: Decimal, result: Figure) -> str:
    words = " × ".join(f.text for f in factors)
    return f"{words} is {worded(true, result.amount)}, not {result.text}."


# --- lines of a label and a figure ----------------------------------------------------------------


def _in_lines(report: Report) -> Iterator[TextFinding]:
    run: list[tuple[Paragraph, Figure]] = []
    for paragraph in (*paragraphs(report), None):
        figure = _labelled(paragraph) if paragraph is not None else None
        if figure is not None and paragraph is not None:
            run.append((paragraph, figure))
            continue
        yield from _judged([(each.place, each.text, figure) for each, figure in run])
        run = []
    for grid in report.grids:
        yield from _judged(_rows(grid))


def _rows(grid: Grid) -> list[_Line]:
    """The rows of a label and one figure: lines that were read as a table."""
    found: list[_Line] = []
    for number, row in enumerate(grid.rows):
        cells = [cell.strip() for cell in row if cell.strip()]
        if len(cells) != 2:
            return []
        figures = sentence(cells[1]).figures
        if not figures and number == 0:
            continue  # the heads of the columns
        if len(figures) != 1 or figures[0].kind not in (Kind.MONEY, Kind.COUNT):
            return []
        if figures[0].value <= 0 or re.sub(r"^£|[\d.,]", "", cells[1]).strip():
            return []
        found.append((grid.cell_place(number, 1), f"{cells[0]}: {cells[1]}", figures[0]))
    return found


def _labelled(paragraph: Paragraph) -> Figure | None:
    """The one figure of a line, after its label."""
    if paragraph.cell or len(paragraph.text) > 90 or len(paragraph.sentences) != 1:
        return None
    if not _LABEL.match(paragraph.text.strip()):
        return None
    figures = paragraph.sentences[0].figures
    if len(figures) != 1 or figures[0].kind not in (Kind.MONEY, Kind.COUNT):
        return None
    return figures[0] if figures[0].value > 0 else None


def _judged(run: list[_Line]) -> Iterator[TextFinding]:
    words = " ".join(text for _, text, _ in run)
    if not _FEWEST <= len(run) <= _MOST or not _A_RATE.search(words):
        return
    figures = [figure for _, _, figure in run]
    for last in range(_FEWEST, len(run) + 1):
        message = _misproduct(figures[last - _FEWEST if last > 4 else 0 : last])
        if message:
            yield TextFinding(
                place=run[last - 1][0],
                quote=shortened("; ".join(text for _, text, _ in run)),
                message=message,
                cure=_CURE,
                confidence=Confidence.MEDIUM,
            )
            return


RULES: tuple[Rule, ...] = (factors_make_their_product,)
