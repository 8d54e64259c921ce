"""Totals told under a table: “A total of 19FE” where its row is 3FE, 6FE, 0FE and 8FE."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.passages import around
from moothall.proofread.reading.slips import in_figures

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CELL = re.compile(rf"^(?P<pound>£?)(?P<n>{_NUMBER})\s?(?P<unit>[A-Za-z][A-Za-z -]{{0,24}}|%)?$")
_TOLD = re.compile(
    rf"^(?:(?:in all|altogether|overall),?\s)?(?:this (?:is|gives|makes)\s|there (?:is|are)\s)?"
    rf"(?:an? )?(?:grand |overall )?total(?:ling| of|s|:| is| comes to)?\s(?P<pound>£?)"
    rf"(?P<n>{_NUMBER})\s?"
    r"(?P<unit>[A-Za-z]{1,24})?\b(?!%)",
    re.IGNORECASE,
)
_LEAST = 3


def a_total_told_under_a_row_is_its_sum(report: Report) -> Iterator[TextFinding]:
    """The total that the line under a table gives is that of the one row of the table."""
    seen: dict[str, Grid] = {}
    for above, block in zip(report.blocks, report.blocks[1:], strict=False):
        if not isinstance(above, Grid) or not isinstance(block, Prose):
            continue
        told = _TOLD.match(block.text.strip())
        if told is None:
            continue
        row = _only_row(above)
        if row is None:
            continue
        number, texts, values, unit = row
        words = around(block.text, told.start(), told.end(), 0, after=60)
        total = _value(told["n"])
        unlike = unit and told["unit"] and unit != _singular(told["unit"])
        if unlike:
            before = seen.get(words)
            if before is not None:
                yield TextFinding(
                    place=block.place,
                    quote=words,
                    message=f"The same total stands under the table at {before.place}; the row "
                    f"above it here is of {unit}: {', '.join(texts)}.",
                    confidence=Confidence.MEDIUM,
                    cure="Give the total of this table",
                )
            continue
        seen[words] = above
        added = sum(values, Decimal(0))
        step = min(_step(text) for text in (told["n"], *texts))
        if told["pound"] != ("£" if texts[0].startswith("£") else "") or added == total:
            continue
        if abs(added - total) <= step * (len(values) + 1) / 2 and step < 1:
            continue
        yield TextFinding(
            place=block.place,
            quote=words,
            message=f"{' + '.join(texts)} = {in_figures(added)}, not {told['n']} "
            f"(row {number + 1} of the table above).",
            confidence=Confidence.HIGH if unit and len(values) > _LEAST else Confidence.MEDIUM,
            cure="Correct the total or the figure of the row that is wrong",
        )


def _only_row(grid: Grid) -> tuple[int, list[str], list[Decimal], str] | None:
    """The figures of a table that has one row of them, and their unit."""
    rows = []
    for number, row in enumerate(grid.rows):
        filled = [cell.strip() for cell in row if cell.strip()]
        if number < grid.head_rows:
            continue
        found = [match for cell in filled if (match := _CELL.match(cell))]
        if len(found) >= len(filled) - 1 and found:
            rows.append((number, filled, found))
    if len(rows) != 1 or len(rows[0][2]) < _LEAST:
        return None
    number, _, found = rows[0]
    units = {_singular(match["unit"] or "") for match in found}
    if len(units) != 1 or "%" in units:
        return None
    years = all(re.fullmatch(r"(?:19|20)\d\d", match["n"]) for match in found)
    if years:
        return None
    return (
        number,
        [match[0] for match in found],
        [_value(match["n"]) for match in found],
        units.pop(),
    )


def _singular(unit: str) -> str:
    return unit.strip().casefold().removesuffix("s")


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _step(text: str) -> Decimal:
    digits = re.sub(r"[^\d.]", "", text)
    return Decimal(1).scaleb(-len(digits.partition(".")[2]))


RULES: tuple[Rule, ...] = (a_total_told_under_a_row_is_its_sum,)
