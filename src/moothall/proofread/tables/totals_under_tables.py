"""Totals told under a table: “A total of 19FE” where its row is 3FE, 6FE, 0FE and 8FE.

“In all 521 boats are berthed” under a column of boats is the sum of that column.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around
from moothall.proofread.reading.slips import in_figures
from moothall.proofread.reading.statements import content_words
from moothall.proofread.tables.columns import Figure, number_table
from moothall.proofread.tables.totals import TOTAL

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CELL = Expression(rf"^(?P<pound>£?)(?P<n>{_NUMBER})\s?(?P<unit>[A-Za-z][A-Za-z -]{{0,24}}|%)?$")
_TOLD = Expression(
    rf"^(?:(?:in all|altogether|overall),?\s)?(?:this (?:is|gives|makes)\s|there (?:is|are)\s)?"
    rf"(?:an? )?(?:grand |overall )?total(?:ling| of|s|:| is| comes to)?\s(?P<pound>£?)"
    rf"(?P<n>{_NUMBER})\s?"
    r"(?P<unit>[A-Za-z]{1,24})?\b(?!%)",
    re.IGNORECASE,
)
_LEAST = 3


def a_total_told_under_a_row_is_its_sum(report: Report) -> Iterator[TextFinding]:
    """The total that the line under a table gives is that of the one row of the table."""
    seen: dict[str, Grid | Prose] = {}
    for above, block in zip(report.blocks, report.blocks[1:], strict=False):
        if not isinstance(above, Grid | Prose) or not isinstance(block, Prose):
            continue
        told = _TOLD.match(block.text.strip())
        if told is None:
            continue
        row = _only_row(above) if isinstance(above, Grid) else _row_of_a_line(above.text)
        if row is None:
            continue
        number, texts, values, unit = row
        words = around(block.text, told.start(), told.end(), 0, after=60)
        total = _value(told["n"])
        after = block.text.strip()[told.end("n") :].split()[:_LEAST]
        unlike = unit and told["unit"] and unit not in {_singular(word) for word in after}
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
        where = f"row {number + 1} of the table" if isinstance(above, Grid) else "the line"
        yield TextFinding(
            place=block.place,
            quote=words,
            message=f"{' + '.join(texts)} = {in_figures(added)}, not {told['n']} ({where} above).",
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


_LINE = Expression(
    rf"^(?:grand |sub-?)?totals?:?\s"
    rf"(?P<figures>(?:£?(?:{_NUMBER})\s?[A-Za-z]{{1,12}}(?:\s|$)){{3,}})$",
    re.IGNORECASE,
)
_ITEM = Expression(rf"(?P<pound>£?)(?P<n>{_NUMBER})\s?(?P<unit>[A-Za-z]{{0,12}})")


def _row_of_a_line(text: str) -> tuple[int, list[str], list[Decimal], str] | None:
    """The same of a line of text, as a page keeps what was a table: “Totals 0 bays 40 bays …”."""
    line = _LINE.match(text.strip()) if len(text) < _LONGEST else None
    found = list(_ITEM.finditer(line["figures"])) if line else []
    units = {_singular(match["unit"]) for match in found}
    if len(found) < _LEAST or len(units) != 1 or not all(units):
        return None
    texts = [match[0].strip() for match in found]
    return 0, texts, [_value(match["n"]) for match in found], units.pop()


_LONGEST = 160


def _singular(unit: str) -> str:
    return unit.strip().casefold().removesuffix("s")


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _step(text: str) -> Decimal:
    digits = re.sub(r"[^\d.]", "", text)
    return Decimal(1).scaleb(-len(digits.partition(".")[2]))


_IN_ALL = Expression(
    rf"^(?:(?:in all|altogether|in total|overall),?\s(?:there (?:are|were)\s)?|"
    rf"(?:this (?:is|gives|makes) )?an? (?:overall |grand )?total of\s|total:?\s)(?P<pound>[£€]?)"
    rf"(?P<n>{_NUMBER})(?!\s?%)(?P<rest>[^.;,]{{0,60}})",
    re.IGNORECASE,
)
_MOST_OFF = Decimal("0.2")


def a_total_told_under_a_column_is_its_sum(report: Report) -> Iterator[TextFinding]:
    """The total in the line under a table of one column of figures that has no total row."""
    for above, block in zip(report.blocks, report.blocks[1:], strict=False):
        if not isinstance(above, Grid) or not isinstance(block, Prose):
            continue
        told = _IN_ALL.match(block.text.strip())
        table = number_table(above) if told is not None else None
        if told is None or table is None or len(table.columns) != 1:
            continue
        (column,) = table.columns
        cells = [table.cells[row][column] for row in table.body]
        held = [cell for cell in cells if isinstance(cell, Figure)]
        labels = [table.labels[row] for row in table.body]
        if len(held) != len(cells) or len(held) < _LEAST or any(map(TOTAL.search, labels)):
            continue
        if any(cell.kind is not held[0].kind or cell.kind is Kind.PERCENT for cell in held):
            continue
        money = held[0].kind is Kind.MONEY or "£" in table.heads[column]
        words = content_words(f"{table.heads[column]} {above.caption}")
        if bool(told["pound"]) != money or not (money or words & content_words(told["rest"])):
            continue
        added, total = sum((cell.value for cell in held), Decimal(0)), _value(told["n"])
        slack = sum((cell.half for cell in held if cell.places), _step(told["n"]) / 2)
        if abs(added - total) <= slack or abs(added - total) > added * _MOST_OFF:
            continue
        yield TextFinding(
            place=block.place,
            quote=around(block.text, told.start(), told.end(), 0, after=60),
            message=f"The {len(held)} figures of the table above, from {held[0].text} to "
            f"{held[-1].text}, make {in_figures(added)}, not {told['n']}.",
            confidence=Confidence.MEDIUM,
            cure="Correct the total or the figure that is wrong",
        )


RULES: tuple[Rule, ...] = (
    a_total_told_under_a_row_is_its_sum,
    a_total_told_under_a_column_is_its_sum,
)
