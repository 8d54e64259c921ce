"""Totals: what each line of a table is to a sum, by its label and what its cells hold.

The words are those of council finance: sub-totals, grand totals, "of which" rows that are shown but
not added, percentages and averages that no sum is made of.
"""

import re
from collections.abc import Iterable
from enum import Enum
from functools import lru_cache

from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Figure, Line


class Role(Enum):
    """What a line is to the sum."""

    ITEM = "added"
    ASIDE = "shown, as a rule not added"
    TOTAL = "a total by its label"
    PERHAPS_TOTAL = "a total if it casts"
    SECTION = "a heading within the table"
    BLANK = "empty"
    APART = "percentages, averages and the like"


TOTAL = Expression(
    r"^(?:\W*(?:grand|overall|sum|combined|council|gross|net)\W+)?(?:sub\W*)?totals?\b"
    r"|\bsub\W{0,2}totals?\b|\b(?:grand\W)?totals?\W*(?:£\s?(?:000|m|k)\W*s?|\(.{0,20}\))?\W*$",
    re.IGNORECASE,
)
ALONE = Expression(
    r"^\W*(?:(?:grand|overall|sub)\W*)?totals?\b[\W\d]*(?:£?\W?0*\W?s?|£m)?[\W\d]*$"
    r"|^(?:sub\W*)?total (?!number|amount|no\b|of\b|hours?\b|value of|days)[\w’' &,/()-]+$"
    r"|[\w’')]\W+(?:sub\W?)?totals?\W*$",
    re.IGNORECASE,
)
_PERHAPS = Expression(
    r"^\W*(?:net|gross|all|overall|combined|closing|revised|together|sum)\b"
    r"|\b(?:carried forward|c/f(?:wd)?|requirement|surplus|deficit|shortfall|gap|remaining|"
    r"cost of services|balance at|closing balance|in total)\b",
    re.IGNORECASE,
)
NET = Expression(
    r"\bnet\b|surplus|deficit|shortfall|\bgap\b|remaining|balance|requirement|variance|unfunded|"
    r"revised",
    re.IGNORECASE,
)
TAKEN_OFF = Expression(
    r"\bless\b|\bincome\b|\bgrants?\b|\bfunding\b|\bfunded\b|\breceipts?\b|\bcontributions?\b|"
    r"\bsavings?\b|\bfees\b|\brecharges?\b|\breserves?\b|\bcredits?\b|\breductions?\b|"
    r"\bwithdraw\w*\b|\busage\b|\bused?\b|\btransfers? (?:out|to|from)\b|\bminus\b|\bdeduct\w*\b",
    re.IGNORECASE,
)
ASIDE = Expression(
    r"^\W*(?:of which|o/w|including|includes?|incl\b|memo\b|memorandum|within this|"
    r"contained in|comprising|e\.g\.)|\bof which\b|\bcumulative\b|\b(?:ytd|year to date)\b|"
    r"^\W*(?:variance|difference|net change|change|movement)\W*(?:£\w*\W*s?)?$",
    re.IGNORECASE,
)
MOVEMENT = Expression(
    r"\bvarian\w*|\bvariation\b|\bdifferences?\b|\bchanges?\b|\bmovements?\b|\bincreases?\b|"
    r"\bdecreases?\b|\b(?:over|under)\W{0,2}\(?(?:spend|achiev\w*|under)|\bgrowth\b|\bslippage\b|"
    r"\+\s?/\s?[-–−]|\badjust\w*\b|\bvirements?\b|\bgap\b|\bremaining\b|\buncommitted\b",
    re.IGNORECASE,
)
"""Heads of columns that show how two others differ."""

_SHARES = Expression(r"(?<!\d)(?<!\d )%|^\W*\d+(?:\.\d+)?\s?%\W*$")
"""A per cent sign that names what is counted; "Option B – 0.5% transfer" is only a name."""
APART = Expression(
    r"(?<!\d)(?<!\d )%|\bper ?cent(?:age)?\b|"
    r"\baverages?\b|\bavg\b|\bmeans?\b|\bmedians?\b|\bratios?\b|"
    r"\brate (?:of|per)\b|\b(?:absence|turnover|response|exclusion|birth|occupancy|collection|"
    r"inflation|interest|pass|success|completion|growth|return|mortality|vacancy|hourly) rates?\b|"
    r"\bper (?:pupil|head|capita|child|person|1,?000|100,?000|week|hour|day|unit|annum|house\w*|"
    r"dwelling|property|place)\b|\bproportion\b|\bindex\b|\branks?\b|\bscores?\b|\bunit cost\b|"
    r"\bhourly\b|\bmaximum\b|\bminimum\b|\bmax\b|\bmin\b|\bband d\b|\btax\s?base\b|"
    r"(?<!\bthe )(?<!\bin )(?<!\bin-)\byears?$|"
    r"\bpercentile\b|\bquartile\b|\b(?:unit|average|house) prices?\b|\byield\b|"
    r"\bmultiplier\b(?!\W+(?:\w+\W+)?(?:grant|compensation|income|funding))|"
    r"\bpercentage points?\b|\btargets?\b",
    re.IGNORECASE,
)

A_YEAR_OF_MONEY = Expression(r"\bper (?:annum|year)\b|\ba year$|\bp\.?a\.?(?!\w)", re.IGNORECASE)
"""“Contract value per annum”: what several cost in a year adds up, unlike a rate per head."""


def is_of_one_kind(figures: Iterable[Figure]) -> bool:
    """Whether figures are all money or all not; of pounds and pence a pound sign may be missing."""
    held = list(figures)
    money = [figure for figure in held if figure.kind is Kind.MONEY]
    rest = [figure for figure in held if figure.kind is not Kind.MONEY]
    return not money or all(
        figure.kind is Kind.COUNT and figure.places == _PENCE and len(money) > len(rest)
        for figure in rest
    )


_PENCE = 2


def role(line: Line, *, across: bool = False) -> Role:
    """What a line is to the sum, by its label and what its cells hold."""
    if line.empty:
        return Role.SECTION if line.label else Role.BLANK
    figures = [cell for cell in line.cells if isinstance(cell, Figure)]
    if not figures:
        return Role.ITEM
    shares = sum(figure.kind is Kind.PERCENT for figure in figures)
    return Role.APART if shares * 2 > len(figures) else _by_label(line.label, across=across)


@lru_cache(maxsize=4096)
def _by_label(label: str, *, across: bool) -> Role:
    if TOTAL.search(label):
        return Role.TOTAL
    if _SHARES.search(label):
        return Role.APART
    if ASIDE.search(label) or APART.search(label) or (across and MOVEMENT.search(label)):
        return Role.ASIDE
    return Role.PERHAPS_TOTAL if _PERHAPS.search(label) else Role.ITEM
