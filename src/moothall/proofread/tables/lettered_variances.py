"""Variances that say by a letter whether they are good: “8,500 (A)”, “5,200 (F)”, “1.2m adverse”.

Which letter stands for more and which for less is learnt from the rows; the row that has the letter
of the other way is told.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression

_LETTERED = Expression(
    r"^[£+-]?\s?(?P<size>\d[\d,]*(?:\.\d+)?)\s?(?:k|m|%)?\s?\(?(?P<letter>A|F|U|O|adv(?:erse)?|"
    r"fav(?:ourable)?|over|under)\)?\.?$",
    re.IGNORECASE,
)
_PLAIN = Expression(r"^£?\s?(?P<size>\d[\d,]*(?:\.\d+)?)\s?(?:k|m)?$", re.IGNORECASE)
_FEWEST = 3
_HALF = Decimal("0.5001")


def a_letter_goes_with_the_way_of_its_variance(report: Report) -> Iterator[TextFinding]:
    """Where income below profile is (A), income above it is not."""
    for grid in report.grids:
        for column in range(2, len(grid.rows[0]) if grid.rows else 0):
            yield from _in_column(grid, column)


def _in_column(grid: Grid, column: int) -> Iterator[TextFinding]:
    found: list[tuple[int, str, bool, tuple[Decimal, Decimal]]] = []
    for number, row in enumerate(grid.rows):
        match = _LETTERED.match(row[column].strip())
        one, other = (_PLAIN.match(row[at].strip()) for at in (column - 2, column - 1))
        if match is None or one is None or other is None:
            continue
        first, second, size = (_size(each) for each in (one, other, match))
        if first == second or abs(abs(first - second) - size) > _HALF * _step(match["size"]):
            continue
        found.append((number, match["letter"][0].upper(), second > first, (first, second)))
    if len(found) < _FEWEST:
        return
    by_way = {
        way: Counter(letter for _, letter, up, _ in found if up is way) for way in (True, False)
    }
    most = max((True, False), key=lambda way: sum(by_way[way].values()))
    letter, kept = by_way[most].most_common(1)[0]
    if kept < len(by_way[most]) or kept < 2:
        return
    against = [each for each in found if (each[1] == letter) != (each[2] is most)]
    if len(against) != 1:
        return
    number, own, up, (first, second) = against[0]
    yield TextFinding(
        place=grid.cell_place(number, column),
        quote=" ".join(grid.rows[number]),
        message=f"{grid.rows[number][column - 1]} is {'above' if up else 'below'} "
        f"{grid.rows[number][column - 2]}, and marked {own}; {kept} other rows marked {letter} are "
        f"{'above' if most else 'below'}.",
        confidence=Confidence.MEDIUM,
        cure="Correct the letter or one of the figures.",
    )


def _size(match: re.Match[str]) -> Decimal:
    return Decimal(match["size"].replace(",", ""))


def _step(text: str) -> Decimal:
    return Decimal(1).scaleb(-len(text.partition(".")[2]))


RULES: tuple[Rule, ...] = (a_letter_goes_with_the_way_of_its_variance,)
