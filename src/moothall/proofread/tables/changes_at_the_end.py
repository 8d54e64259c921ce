"""Rows that end in the change they show: “Complaints 61.2% 59.2% 2.0% decrease”."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Image, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ROW = Expression(
    rf"(?<![\d.,])(?P<a>[-−]?(?:{_NUMBER}))\s?%?\s+(?P<b>[-−]?(?:{_NUMBER}))\s?%?\s+"
    rf"(?P<sign>[+−–-]?)\s?(?P<c>{_NUMBER})\s?"
    r"(?:%|pp|percentage points?|points?)?\s+(?P<way>increased?|decreased?|rise|fall|reduction|"
    r"improvement|growth|drop|up|down|higher|lower)\b",
    re.IGNORECASE,
)
_UP = ("increase", "rise", "improvement", "growth", "up", "higher")
_FEWEST_THAT_COMPUTE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Two figures, the change printed after them, and which way it is said to go."""

    first: Decimal
    second: Decimal
    change: Decimal
    step: Decimal
    up: bool
    text: str
    place: Place


def a_row_ends_in_the_change_of_its_figures(report: Report) -> Iterator[TextFinding]:
    """Where other rows compute in one way, as points or per cent, forwards or back, so do all."""
    rows = list(_rows(report))
    ways = Counter(way for row in rows for way, change in _changes(row).items() if _is(row, change))
    if not ways:
        return
    (way, number) = ways.most_common(1)[0]
    if number < _FEWEST_THAT_COMPUTE or number * 2 < len(rows):
        return
    for row in rows:
        change = _changes(row).get(way)
        if change is None or _is(row, change):
            continue
        right = change.quantize(row.step)
        yield TextFinding(
            place=row.place,
            quote=row.text,
            message=f"From {_from(row, way)} the change is {right:+}"
            f"{' per cent' if 'per cent' in way else ''}, not "
            f"{row.change if row.up else -row.change:+}; {number} other rows compute in this way.",
            confidence=Confidence.HIGH,
            cure="Correct the change or the figures beside it.",
        )


def _from(row: _Row, way: str) -> str:
    first, second = (row.first, row.second) if "on" in way.split() else (row.second, row.first)
    return f"{first} to {second}"


def _rows(report: Report) -> Iterator[_Row]:
    for block in report.blocks:
        if isinstance(block, Image):
            continue
        texts = (
            [(" ".join(row), block.cell_place(n, 0)) for n, row in enumerate(block.rows)]
            if isinstance(block, Grid)
            else [(line, block.place) for line in block.text.splitlines()]
        )
        for text, place in texts:
            for match in _ROW.finditer(text):
                first, second, change = (
                    Decimal(match[name].replace(",", "").replace("−", "-"))
                    for name in ("a", "b", "c")
                )
                yield _Row(
                    first=first,
                    second=second,
                    change=change,
                    step=Decimal(1).scaleb(-len(match["c"].partition(".")[2])),
                    up=_goes_up(match),
                    text=around(text, match.start(), match.end(), 45, after=0),
                    place=place,
                )


def _goes_up(match: re.Match[str]) -> bool:
    """By its sign; where it has one, a word after it may begin a remark."""
    if match["sign"]:
        return bool(match["sign"] == "+")
    return match["way"].lower().startswith(_UP)


def _changes(row: _Row) -> dict[str, Decimal]:
    """The change in each way of reckoning it."""
    onward = row.second - row.first
    found = {"points on": onward, "points back": -onward}
    if row.first:
        found["per cent on"] = onward * 100 / row.first
    if row.second:
        found["per cent back"] = -onward * 100 / row.second
    return found


def _is(row: _Row, change: Decimal) -> bool:
    """Whether the printed change is that one; the last digit may be rounded."""
    return abs((row.change if row.up else -row.change) - change) <= row.step


RULES: tuple[Rule, ...] = (a_row_ends_in_the_change_of_its_figures,)
