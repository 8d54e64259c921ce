"""How sure we are of a total that is off by so little that rounding could be why.

What is counted one by one is not rounded: 14 + 9 + 17 vehicles are 40, not 42.  And rounding that
could make a difference may hardly ever do so: three figures rounded each by itself are never two
away from their rounded sum, five are so once in sixty times.  Where the other columns come out to
the digit, as rounded figures would only now and then, it is rarer still.
"""

import re
from fractions import Fraction
from functools import lru_cache
from math import comb, factorial

from moothall.proofread.finding import Confidence
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.cast_parts import Cast
from moothall.proofread.tables.casting_sureness import SEVERAL_ANSWERS
from moothall.proofread.tables.columns import Figure, Sheet

_MODELLED = Expression(
    r"project|forecast|estimat|population|\bfte\b|\bwte\b|round|average|modelled|equivalent|£",
    re.IGNORECASE,
)
_PEOPLE = Expression(
    r"\b(?:number|numbers|no|nos|count|headcount|responses?|respondents?|pupils?|children|"
    r"schools?|people|residents?|staff|employees|posts|cases|referrals|complaints|votes|places|"
    r"applications|households|properties|visits|young people|adults|homes|units|incidents)\b",
    re.IGNORECASE,
)
_THINGS = Expression(r"\b[a-z]{2,}(?:[^s\W\d]s|ies|ches|sses)\b", re.IGNORECASE)
"""Things in the plural: “vehicles”, “trees planted”, “branches”."""
_MEASURED = Expression(
    r"\b(?:0{3}s?|thousands?|millions?|k|tonn\w*|tons|kilo\w*|kg|grams?|lit(?:re|er)s|hectares|"
    r"acres|miles|kilometres|km|metres|yards|[kmg]wh?|watts?|hours|minutes|days|weeks|months|"
    r"years|emissions|carbon|co2e?|index|indices|points|rates?|shares?|percent\w*|ratios?|"
    r"cost\w*|budget\w*|spend\w*|spent|expen\w*|income|savings?|pressures|reserves?|grants?|"
    r"fund\w*|financ\w*|revenues?|capital|loans|debts?|borrowings?|prices|fees|charges|receipts|"
    r"payments|salar\w*|wages|balances|assets|liabilities|values?|variances?|outturn|totals|"
    r"figures|pounds|actuals|plans|sales|takings|gains|losses|changes|accounts|investments|"
    r"resources|services|works|taxes|contributions|transfers|adjustments|proposals|commitments)\b|"
    r"[£€%]",
    re.IGNORECASE,
)
"""What is measured or worth so much: the figures may be rounded though they are whole."""
_UNITS = Expression(
    r"[£€%]|\b(?:0{3}s?|thousands?|millions?|per ?cent|round\w*|estimat\w*|project(?:ed|ions?)|"
    r"forecasts?|modell\w+|fte|wte|tonn\w*|hectares|hours|budgets?|spending|expenditure)\b",
    re.IGNORECASE,
)
_SMALL = 1_000
"""Whole numbers below it are counted to the last one."""
_RARE = Fraction(1, 50)


def sureness_of_rounding(
    sheet: Sheet, cast: Cast, rank: int, total: Figure, words: str
) -> Confidence:
    """MEDIUM where what is added up is counted, or where rounding would make it once in fifty."""
    parts = [c for node in cast.members if isinstance(c := node.line.cells[rank], Figure)]
    cells = [*parts, total]
    spoken = f"{sheet.ranks[rank]} {words} {cast.total.label}"
    if not cast.natural or 98 <= total.value <= 102:
        return Confidence.LOW
    if all(c.value % (10 * c.half) == 0 for c in cells):
        return Confidence.LOW  # all end in 5 or 0: rounded more coarsely than printed
    more = abs(cast.results[rank].computed) > abs(total.value)
    if more and SEVERAL_ANSWERS.search(spoken):
        return Confidence.LOW
    modelled = _MODELLED.search(spoken) is not None
    if _is_counted(sheet, rank, cells, spoken) or _is_too_far(
        cast, rank, parts, total, modelled=modelled
    ):
        return Confidence.MEDIUM
    return Confidence.LOW


def _is_counted(sheet: Sheet, rank: int, cells: list[Figure], spoken: str) -> bool:
    """Whether the figures are numbers of people or of things."""
    if any(c.kind is not Kind.COUNT or c.places or c.scale != 1 for c in cells):
        return False
    head = sheet.ranks[rank]
    if _MODELLED.search(spoken):
        return False
    if _PEOPLE.search(head):
        return True
    if sheet.across or any(abs(c.value) >= _SMALL or c.value < 0 for c in cells):
        return False
    return _THINGS.search(head) is not None and not _MEASURED.search(spoken)


def is_in_words_of_counts(words: str) -> bool:
    """Whether words name people or things that are counted one by one."""
    return _PEOPLE.search(words) is not None


def is_in_words_of_measures(words: str) -> bool:
    """Whether words name what is measured, estimated or worth so much."""
    return bool(_MODELLED.search(words) or _MEASURED.search(words))


def is_in_words_of_units(words: str) -> bool:
    """Whether words give a unit of what may be rounded, or say that it is."""
    return _UNITS.search(words) is not None


# --- how often rounding does it -------------------------------------------------------------------


def _is_too_far(
    cast: Cast, rank: int, parts: list[Figure], total: Figure, *, modelled: bool
) -> bool:
    """Whether rounding would set one of the sums of the table so far off once in fifty or less."""
    step = 2 * total.half
    added = [figure for figure in parts if figure.value]
    if any(2 * figure.half != step for figure in added) or cast.signed != "as printed":
        return False
    if any(figure.kind is Kind.PERCENT for figure in (*added, total)):
        return False
    off = abs(total.value - cast.results[rank].computed) / step
    sums = sum(isinstance(cell, Figure) for cell in cast.total.cells)
    if off < 2:
        return False
    chance = chance_of_rounding(len(added), int(off)) * sums
    if modelled:
        return chance <= _RARE  # they are rounded, however exact the other sums are
    return chance * _chance_that_the_others_are_exact(cast, rank) <= _RARE


def _chance_that_the_others_are_exact(cast: Cast, rank: int) -> Fraction:
    """How often rounded figures would come out to the digit in all the other sums of the table.

    Sums of figures that all end in noughts or fives say nothing: they may be planned, not counted.
    """
    chance = Fraction(1)
    for other, cell in enumerate(cast.total.cells):
        if other == rank or not isinstance(cell, Figure) or cell.kind is Kind.PERCENT:
            continue
        parts = [c for node in cast.members if isinstance(c := node.line.cells[other], Figure)]
        added = [figure for figure in parts if figure.value]
        if all(figure.value % (10 * figure.half) == 0 for figure in added):
            continue
        if abs(cell.value) != abs(cast.results[other].computed):
            return Fraction(1)  # one that rounding did set off: they are rounded
        chance *= 1 - chance_of_rounding(len(added), 1)
    return chance or Fraction(1)


_MOST = 40


@lru_cache(maxsize=256)
def chance_of_rounding(parts: int, off: int) -> Fraction:
    """How often so many rounded parts add up to `off` or more away from their rounded sum.

    Each is up to a half away from its true value, all alike likely: their sum is away by `off` or
    more, once rounded, where it is away by `off` less a half.
    """
    if parts < 2 or parts > _MOST:
        return Fraction(1)
    reach = Fraction(parts, 2) - off + Fraction(1, 2)
    if reach <= 0:
        return Fraction(0)
    below = sum(
        (-1) ** k * comb(parts, k) * (reach - k) ** parts for k in range(parts + 1) if k < reach
    )
    return min(Fraction(1), 2 * Fraction(below) / factorial(parts))
