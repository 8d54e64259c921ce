"""A figure of a series beside another year than its own: “a shortfall of 45 places in 2028”.

Whatever the words: the sentence has one year, and a figure that the series has once, beside
another.
"""

import re
from decimal import Decimal

from moothall.proofread.dates.yearly_series import (
    BELOW,
    NUMBER,
    ONE_YEAR,
    OTHERWISE,
    Series,
    unit_of,
    value_of,
    year_in,
)
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.statements import content_words

_A_NUMBER = Expression(
    rf"(?<![\w/.,–-]){NUMBER}(?![\d/]|[.,]\d|\s?(?:years?|months?|weeks?|days?)\b)", re.I
)
_IS_SET = Expression(
    r"\b(?:minimum|maximum|limit|ceiling|threshold|set at|target\w*|budgeted|planned|"
    r"originally)\b",
    re.I,
)
"""A level that is set is no figure of the series, though it may be as great."""
_COMES_FROM = Expression(r"\b(?:from|than|against|between|since|instead of)\s£?$", re.IGNORECASE)
_FEWEST_DIGITS, _ENOUGH_DIGITS = 2, 3


def in_another_year(sentence: str, series: tuple[Series, ...]) -> tuple[re.Match[str], str] | None:
    """“A shortfall of 45 places is projected in September 2028”, and (45) is the figure of 2027.

    Whatever the words: one year, and a figure that the series has once, beside another.
    """
    years = list(ONE_YEAR.finditer(sentence))
    year = year_in(years[0][0]) if len(years) == 1 else None
    if year is None or _IS_SET.search(sentence) or OTHERWISE.search(sentence):
        return None
    if not any(year in one.values for one in series) or _FROM_OR_SINCE.search(
        sentence[: years[0].start()]
    ):
        return None
    bare = sentence[: years[0].start()] + " " * len(years[0][0]) + sentence[years[0].end() :]
    told = [
        match for match in _A_NUMBER.finditer(bare) if not _COMES_FROM.search(bare[: match.start()])
    ]
    words = content_words(bare)
    below = _IS_BELOW.search(bare) is not None
    for match in told:
        digits = len(re.sub(r"\D", "", match[0]).strip("0"))
        level = value_of(match[0])
        if level is None or digits < _FEWEST_DIGITS:
            continue
        level = abs(level)
        if level % 1000 == 0 and not any(_years_of(level, one, below=below) for one in series):
            level /= 1000  # the table may tell thousands
        holding = [one for one in series if _years_of(level, one, below=below)]
        named = [
            one
            for one in holding
            if one.name & words
            or (digits >= _ENOUGH_DIGITS and (one.about & words or len(series) == 1))
        ]
        if len(holding) != 1 or not named or year not in named[0].values:
            continue
        one = named[0]
        at = _years_of(level, one, below=below)
        of_the_year = abs(one.values[year])
        if below and one.values[year] > 0 > min(one.values.values()):
            of_the_year = Decimal(-1)  # a shortfall is no surplus of the same size
        if (
            len(at) != 1
            or at[0] == year
            or any(abs(value_of(m[0]) or 0) == of_the_year for m in told)
        ):
            continue
        if unit_of(one.printed[at[0]]) not in ("", unit_of(match[0])):
            continue
        said = f"{match[0].strip()} is the figure of {at[0]}; {year} has {one.printed[year]}."
        return years[0], said
    return None


_IS_BELOW = Expression(rf"\b(?:{BELOW}|short|deficiency)\b", re.IGNORECASE)


def _years_of(level: Decimal, one: Series, *, below: bool) -> list[str]:
    """The years in which a series has a figure; one below nil, where a shortfall is spoken of."""
    signed = below and min(one.values.values()) < 0 < max(one.values.values())
    return [y for y, held in one.values.items() if (-held if signed else abs(held)) == level]


_FROM_OR_SINCE = Expression(r"\b(?:since|from|before|after|until|between|compared with)\s$", re.I)
