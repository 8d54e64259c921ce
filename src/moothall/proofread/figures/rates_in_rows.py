"""Rates printed as percentages: “cases per 1,000 homes | 1.6% | 2.7%”."""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Report
from moothall.proofread.figures.rates import a_rate_is_not_a_percentage
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import passages

_RATE = Expression(
    r"\bper\s(?:1|10|100),?000\b|\bper\s(?:thousand|hundred thousand|ten thousand)\b", re.IGNORECASE
)
_SHARE = Expression(
    r"%|\b(?:percent\w*|per cent|proportion|share|change|increase|decrease|reduction|difference|"
    r"variance|growth|trend)\b",
    re.IGNORECASE,
)
_LEVEL = Expression(r"^\s?\d{1,3}(?:\.\d+)?\s?%\s?$")
_IN_LINE = Expression(
    r"^(?P<label>[^%£]{0,160}?\bper\s(?:1|10|100),?000\b[^%\d]{0,60}?)[\s:|"
    r"]+(?P<p>\d{1,3}(?:\.\d+)?\s?%)"
    r"(?P<rest>(?:\s+\d{1,3}(?:\.\d+)?\s?%?(?:\s?(?:increase|decrease|no change))?){0,5})\.?\s?$",
    re.IGNORECASE,
)
_LONGEST = 280
_CURE = "Take away the per cent sign."
_TOLD = quotes_told(a_rate_is_not_a_percentage)


def a_rate_in_a_row_has_no_per_cent_sign(report: Report) -> Iterator[TextFinding]:
    """“Cases opened per 1,000 homes | 1.6% | 2.7%”."""
    for grid in report.grids:
        for number, row in enumerate(grid.rows):
            label = next((cell for cell in row if re.search(r"[A-Za-z]{4}", cell)), "")
            rate = _RATE.search(label)
            if rate is None or _SHARE.search(label):
                continue
            levels = [
                column
                for column, cell in enumerate(row)
                if _LEVEL.match(cell) and not _SHARE.search(_head(grid, column))
            ]
            if not levels:
                continue
            printed = [row[column].strip() for column in levels]
            yield TextFinding(
                place=grid.cell_place(number, levels[0]),
                quote=f"{label.strip()} {' '.join(printed)}",
                message=f"A rate {rate[0]} is printed as {printed[0]}.",
                cure=_CURE,
                confidence=Confidence.HIGH if len(levels) > 1 else Confidence.MEDIUM,
            )
    for passage in passages(report):
        if passage.cell or "%" not in passage.text or "per " not in passage.folded:
            continue
        text = " ".join(passage.text.split())
        match = _IN_LINE.match(text) if len(text) <= _LONGEST else None
        if match is None or _SHARE.search(match["label"]):
            continue
        if re.search(r"\b(?:was|is|were|are|rose|fell|by|of all)\s*$", match["label"]):
            continue
        if any(place == passage.place for place, _ in _TOLD(report)):
            continue
        yield TextFinding(
            place=passage.place,
            quote=text,
            message=f"A rate per so many is printed as {match['p']}.",
            cure=_CURE,
            confidence=Confidence.MEDIUM,
        )


def _head(grid: Grid, column: int) -> str:
    rows = grid.rows[: max(grid.head_rows, 1)]
    return " ".join(row[column] for row in rows if column < len(row))


RULES: tuple[Rule, ...] = (a_rate_in_a_row_has_no_per_cent_sign,)
