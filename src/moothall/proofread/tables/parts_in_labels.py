"""Rows that give their own parts in their label: the figure beside it is what these add up to.

“Less cheques not presented: 1247 £50.00, 1257 £125.00 | £150.00”, “Insurance (£410 hall, £385
vehicles) | £975”; and the same of cheques not presented in a line of text that ends in their sum.

Labels that give prices, choices, ranges, last year's figure or only some of the parts are left
alone, and so are rows with figures in several columns.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.slips import looks_like_a_slip
from moothall.proofread.tables.columns import Figure, read_cell

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d{1,7}(?:\.\d\d)?"
_POUNDS = Expression(rf"£\s?(?P<n>{_NUMBER})(?![\d.,]*\d|\s?(?:k|m|bn|million)\b)")
_PENCE = Expression(r"(?<![\d.,])(?P<n>(?:\d{1,3}(?:,\d{3})+|\d{1,7})\.\d\d)(?![\d%])")
_NOT_CLEARED = Expression(
    r"\b(?:un-?presented|un-?cleared|un-?cashed|un-?banked|outstanding|o/s|"
    r"not (?:yet )?(?:presented|cleared|cashed|banked|credited|paid in))\b",
    re.IGNORECASE,
)
_LIST = Expression(r"(?::|\s[–-])\s(?P<after>.{5,400})$|\((?P<within>[^()]{5,400})\)\s*$")
_PARTED = Expression(r"^[^£]{0,30}?(?:[,;+&/]|\band\b|\bplus\b)[^£]{0,60}$", re.IGNORECASE)
_OTHERWISE = Expression(
    r"\b(?:to|or|from|less|minus|per|each|(?-i:an?)|at|of|if|last|this|previous\w*|increas\w+|"
    r"decreas\w+|was|were|now|between|includ\w+|e\.?g|such|up|under|over|max\w*|min\w*|quot\w+|"
    r"budget\w*|limit|average|about|some|net|reduc\w+|discount\w*|refund\w*|years?|"
    r"20\d\d)\b|[%x×@−]|-\s?£",
    re.IGNORECASE,
)
_TOTAL_AT_THE_END = Expression(
    rf"(?:[=:]|\btotal(?:s|ling)?:?|\)|£[\d,.]{{1,12}})\s*£?\s?(?P<total>{_NUMBER})\.?\s*$",
    re.IGNORECASE,
)
_MOST, _LONGEST = 40, 400
_CURE = "Correct the figure or the part that is wrong"


def a_figure_is_the_sum_of_the_parts_in_its_label(report: Report) -> Iterator[TextFinding]:
    """“Unpresented cheques 101 (£20), 102 (£35)” come to £55, whatever stands beside them."""
    for block in report.blocks:
        if isinstance(block, Grid):
            yield from _in_rows(block)
        elif isinstance(block, Prose) and len(block.text) <= _LONGEST:
            yield from _in_a_line(block.text, block.place)


def _in_rows(grid: Grid) -> Iterator[TextFinding]:
    for number, row in enumerate(grid.rows):
        labels = [cell for cell in row if _has_several(cell)]
        if len(labels) != 1:
            continue
        figures = [
            (column, cell)
            for column, text in enumerate(row)
            if column > row.index(labels[0]) and isinstance(cell := read_cell(text), Figure)
        ]
        if len(figures) != 1 or figures[0][1].kind not in (Kind.MONEY, Kind.COUNT):
            continue
        column, figure = figures[0]
        if figure.scale == 1:
            place = grid.cell_place(number, column)
            yield from _held(labels[0], figure.text, abs(figure.value), place)


def _has_several(text: str) -> bool:
    return len(text) <= _LONGEST and (text.count("£") > 1 or len(_PENCE.findall(text)) > 1)


def _in_a_line(text: str, place: Place) -> Iterator[TextFinding]:
    if not _has_several(text) or not _NOT_CLEARED.search(text):
        return
    total = _TOTAL_AT_THE_END.search(text)
    if total is not None:
        label = text[: total.start("total")].rstrip(" £=:")
        label = re.sub(r"\W*\btotal\w*$", "", label, flags=re.IGNORECASE)
        yield from _held(label, f"£{total['total']}", _value(total["total"]), place)


def _held(label: str, text: str, printed: Decimal, place: Place) -> Iterator[TextFinding]:
    """The finding where the parts of a label do not make the figure beside it."""
    parts = _parts(label)
    if parts is None:
        return
    values = [_value(part) for part in parts]
    added = sum(values, Decimal(0))
    off = abs(added - printed)
    if off < 1 and (printed == int(printed)) != all(value == int(value) for value in values):
        return  # the pence are left away
    sure = _NOT_CLEARED.search(label) is not None
    if not off or printed in values or not added / 4 <= printed <= added * 4:
        return
    if not sure and added - printed in values:
        return  # one of them may be told besides
    near = off * 4 <= added or looks_like_a_slip(added, printed)
    if not sure and not near:
        return
    yield TextFinding(
        place=place,
        quote=f"{label} {text}",
        message=f"{' + '.join(f'£{part}' for part in parts)} = £{_shown(added, parts)}, "
        f"not {text}.",
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


def _parts(label: str) -> list[str] | None:
    """The figures that a label lists, if they are a list of parts and nothing else."""
    listed = label
    if not _NOT_CLEARED.search(label):
        match = _LIST.search(label)
        if match is None or "£" in label[: match.start()]:
            return None
        listed = match["after"] or match["within"]
    found = list((_POUNDS if "£" in listed else _PENCE).finditer(listed))
    if not 1 < len(found) <= _MOST or len(found) < listed.count("£"):
        return None
    ends = [0, *(match.end() for match in found)]
    starts = [*(match.start() for match in found), len(listed)]
    gaps = [listed[end:start] for end, start in zip(ends, starts, strict=True)]
    if any(not _PARTED.match(gap) for gap in gaps[1:-1]):
        return None
    own = listed if listed is not label else " ".join(gaps[1:])
    if _OTHERWISE.search(own):
        return None
    return [match["n"] for match in found]


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _shown(value: Decimal, parts: list[str]) -> str:
    return f"{value:,.2f}" if any("." in part for part in parts) else f"{value:,f}"


RULES: tuple[Rule, ...] = (a_figure_is_the_sum_of_the_parts_in_its_label,)
