"""Rows counted by what they did: “Three directorates overspent”, where two of four are over.

Over and under are read from the budget and the spending of each row, so that no sign need be
known; more and fewer from its last two figures.  The things counted are those of the first column.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, Sentence, finding_on, paragraphs
from moothall.proofread.reading.statements import NUMBERS, stem_of
from moothall.proofread.tables.columns import Figure, NumberTable, number_table
from moothall.proofread.tables.rises_counted import moves_of
from moothall.proofread.tables.totals import APART, ASIDE, TOTAL

_N = rf"{'|'.join(NUMBERS)}|[2-9]|[1-3]\d"
_OVER = (
    r"overspen\w+|over(?:[- ]?spent)?\s(?:(?:their|its|the)\s)?budgets?|exceed\w*\s(?:their|its|"
    r"the)\s"
    r"budgets?|(?:forecast|project|report|show)\w*\s(?:an?\s)?(?:overspen\w+|pressures?)"
)
_UNDER = (
    r"underspen\w+|under(?:[- ]?spent)?\s(?:(?:their|its|the)\s)?budgets?|(?:with)?in\s(?:their|"
    r"its)\s"
    r"budgets?|(?:forecast|project|report|show)\w*\s(?:an?\s)?(?:underspen\w+|savings?)"
)
_UP = (
    r"rose|risen|increased|grew|grown|gone up|went up|(?:had|saw|recorded|have|report\w*|show\w*)\s"
    r"(?:more|an? (?:rise|increase))"
)
_DOWN = (
    r"fell|fallen|decreased|declined|dropped|gone down|went down|(?:had|saw|recorded|have|"
    r"report\w*|"
    r"show\w*)\s(?:fewer|less|an? (?:fall|drop|reduction|decrease))"
)
_COUNTED = Expression(
    rf"(?:^|[,;:]\s|\b(?:and|that|while|with|but|because|as)\s)(?P<n>{_N})\s(?P<what>(?:[a-z-]+\s)?"
    r"[a-z]+s)\s(?:[a-z]+\s){0,4}?"
    rf"(?:(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<up>{_UP})|(?P<down>{_DOWN}))\b",
    re.IGNORECASE,
)
_WAYS = ("over", "under", "up", "down")
_OF_SOME = Expression(r"\b(?:of (?:the|these|our|those)|other|further|remaining|more than)\b", re.I)
_BUDGET = Expression(r"\b(?:budgets?|plan(?:ned)?|profile|allocation|estimate)\b", re.IGNORECASE)
_SPENT = Expression(
    r"\b(?:forecast|outturn|actuals?|projected|projection|spen[dt]|spending|expenditure)\b", re.I
)
_VARIES = Expression(r"\bvarian|differ|change|over|under|%|income", re.IGNORECASE)
_LIKE_SERVICES = frozenset(
    map(stem_of, ("services", "directorates", "departments", "portfolios", "areas", "divisions"))
)
_REACH, _FEWEST, _MOST, _FURTHEST = 4, 3, 30, 3


def rows_are_counted_as_they_went(report: Report) -> Iterator[TextFinding]:
    """“Five wards had fewer crimes”, where four of six had."""
    grids = [(number, grid) for number, grid in captioned_grids(report) if grid.head_rows]
    if not grids:
        return
    for paragraph in paragraphs(report):
        near = [g for number, g in grids if abs(number - paragraph.block) <= _REACH]
        if paragraph.cell or not near:
            continue
        for one in paragraph.sentences:
            match = _COUNTED.search(one.text)
            if match is None or _OF_SOME.search(match[0]):
                continue
            finding = _amiss(paragraph, one, match, near)
            if finding is not None:
                yield finding


def _amiss(
    paragraph: Paragraph, one: Sentence, match: re.Match[str], near: list[Grid]
) -> TextFinding | None:
    said = NUMBERS.get(match["n"].lower()) or int(match["n"])
    way = next(name for name in _WAYS if match[name])
    what = stem_of(match["what"].split()[-1])
    counted = [
        (grid, did)
        for grid in near
        if _is_of(grid, what) and (did := _rows_that(grid, way)) is not None
    ]
    if len(counted) != 1:
        return None
    grid, names = counted[0]
    if len(names) == said or abs(len(names) - said) > _FURTHEST or not names:
        return None
    return finding_on(
        paragraph,
        one,
        f"The text counts {match['n']} {match['what']}; in the table {len(names)} did so: "
        f"{', '.join(names)} ({grid.place}).",
        "Correct the number or the table.",
        Confidence.MEDIUM,
    )


def _is_of(grid: Grid, what: str) -> bool:
    named = {stem_of(word) for word in re.findall(r"[A-Za-z]+", grid.rows[0][0])}
    return what in named or (what in _LIKE_SERVICES and bool(named & _LIKE_SERVICES))


def _rows_that(grid: Grid, way: str) -> list[str] | None:
    """The rows that went so; None where the table does not show it of all its rows."""
    table = number_table(grid)
    if table is None:
        return None
    rows = [
        row
        for row in table.body
        if table.labels[row] and not TOTAL.search(table.labels[row])
        if any(isinstance(table.cells[row][column], Figure) for column in table.columns)
    ]
    if not _FEWEST <= len(rows) <= _MOST or any(
        APART.search(table.labels[row]) or ASIDE.search(table.labels[row]) for row in rows
    ):
        return None
    if way in ("up", "down"):
        moves = moves_of(grid)
        if len(moves) != len(rows):
            return None
        wanted = 1 if way == "up" else -1
        pairs = zip(rows, moves, strict=True)
        return [table.labels[row] for row, (move, _) in pairs if move == wanted]
    return _over_or_under(table, rows, over=way == "over")


def _over_or_under(table: NumberTable, rows: list[int], *, over: bool) -> list[str] | None:
    columns = [c for c in table.columns if not _VARIES.search(table.heads[c])]
    budgets = [c for c in columns if _BUDGET.search(table.heads[c])]
    spent = [c for c in columns if c not in budgets and _SPENT.search(table.heads[c])]
    if len(budgets) != 1 or len(spent) != 1:
        return None
    found = []
    for row in rows:
        budget, spending = table.cells[row][budgets[0]], table.cells[row][spent[0]]
        if not isinstance(budget, Figure) or not isinstance(spending, Figure):
            return None
        if budget.kind is Kind.PERCENT or min(budget.value, spending.value) < 0:
            return None
        if (spending.value > budget.value) if over else (spending.value < budget.value):
            found.append(table.labels[row])
    return found


RULES: tuple[Rule, ...] = (rows_are_counted_as_they_went,)
