"""Shares: percentages that a table prints are those of its own figures, and a whole has a hundred.

What a percentage is of (the total row, another column, last year's figure) is learnt from the rows:
the base for which most of them compute.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.passages import read_once
from moothall.proofread.tables.columns import Figure, Gap, Line, NumberTable, number_table
from moothall.proofread.tables.points_called_per_cent import points_called_per_cent
from moothall.proofread.tables.totals import MOVEMENT, Role, role

_HUNDRED = Decimal(100)
_ENOUGH_CHANGES = 2
"""So many rows show that changes are given in per cent."""


class _Base(StrEnum):
    """What a percentage is worked out on."""

    SHARE = "of"
    CHANGE = "change on"


@dataclass(frozen=True, slots=True)
class _Percentages:
    """A column of percentages: for each row the figure, and where it stands."""

    column: int
    head: str
    cells: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class _Working:
    """A way in which a column of percentages is worked out."""

    base: _Base
    part: tuple[Figure | None, ...]
    whole: tuple[Figure | None, ...]
    right: int
    telling: int
    wrong: tuple[int, ...]
    signed: int = 0
    """How many changes have the sign that goes from the whole to the part."""
    points: tuple[int, ...] = ()
    """The rows of shares whose change is printed in per cent and is that in percentage points."""


def a_percentage_in_a_table_computes(report: Report) -> Iterator[TextFinding]:
    """A percentage is that of the figures beside it, or of the change between them."""
    yield from wrong_percentages(report)


@read_once
def wrong_percentages(report: Report) -> tuple[TextFinding, ...]:
    return tuple(_worked_out(report))


def _worked_out(report: Report) -> Iterator[TextFinding]:
    for grid in report.grids:
        table = number_table(grid)
        if table is None:
            continue
        for percentages in _percentage_columns(table):
            working = _best_working(table, percentages)
            # where the head says of what the percentage is, fewer rows need say so
            sole = len(table.columns) <= 2 or bool(MOVEMENT.search(percentages.head))
            confidence = _confidence(working, sole=sole) if working else None
            if working is not None and working.telling >= _ENOUGH_CHANGES:
                yield from _called_per_cent(table, percentages, working)
            if working is not None:
                yield from _with_another_sign(table, percentages, working)
            if working is None or confidence is None:
                continue
            for row in working.wrong:
                yield _finding(table, percentages, working, row, confidence)


def _percentage_columns(table: NumberTable) -> Iterator[_Percentages]:
    for column in table.columns:
        cells = [table.cells[row][column] for row in table.body]
        figures = [cell for cell in cells if isinstance(cell, Figure)]
        signed = sum(figure.kind is Kind.PERCENT for figure in figures)
        headed = "%" in table.heads[column] or "per cent" in table.heads[column].lower()
        money = any(figure.kind is Kind.MONEY for figure in figures)
        if signed * 2 > len(figures) or (headed and not money and not _shares(figures)):
            only = tuple(cell if isinstance(cell, Figure) else None for cell in cells)
            yield _Percentages(column, table.heads[column], only)
        elif _shares(figures):
            only = tuple(cell.share if isinstance(cell, Figure) else None for cell in cells)
            yield _Percentages(column, table.heads[column], only)


def _shares(figures: list[Figure]) -> bool:
    return sum(figure.share is not None for figure in figures) * 2 > len(figures)


def _best_working(table: NumberTable, percentages: _Percentages) -> _Working | None:
    amounts = [
        (column, cells)
        for column in table.columns
        if (cells := _amounts(table, column)) and _near(table, column, percentages)
    ]
    best: _Working | None = None
    for part_column, part in amounts:
        wholes = [*_wholes(table, part), *_called_all(percentages, part)]
        for whole in wholes:
            best = _better(best, _worked(percentages, _Base.SHARE, part, whole))
        # Years down the page: the change on the row above, or below.
        best = _better(best, _worked(percentages, _Base.CHANGE, part, (None, *part[:-1])))
        best = _better(best, _worked(percentages, _Base.CHANGE, part, (*part[1:], None)))
        for whole_column, whole in amounts:
            if whole_column == part_column:
                continue
            best = _better(best, _worked(percentages, _Base.SHARE, part, whole))
            best = _better(best, _worked(percentages, _Base.CHANGE, part, whole))
    return best


def _near(table: NumberTable, column: int, percentages: _Percentages) -> bool:
    places = table.columns
    return abs(places.index(column) - places.index(percentages.column)) <= 6


def _amounts(table: NumberTable, column: int) -> tuple[Figure | None, ...] | None:
    cells = [table.cells[row][column] for row in table.body]
    figures = [cell for cell in cells if isinstance(cell, Figure)]
    if sum(figure.kind is Kind.PERCENT for figure in figures) * 2 > len(figures):
        return None
    return tuple(cell if isinstance(cell, Figure) else None for cell in cells)


def _wholes(
    table: NumberTable, part: tuple[Figure | None, ...]
) -> Iterator[tuple[Figure | None, ...]]:
    """The figure that each row may be a share of: its next total, the last, or the sum of all."""
    totals = [
        role(Line(place=row, label=table.labels[row], cells=(cell or Gap.NOTHING,))) is Role.TOTAL
        for row, cell in zip(table.body, part, strict=True)
    ]
    if any(totals):
        following: list[Figure | None] = []
        held: Figure | None = None
        for cell, total in zip(reversed(part), reversed(totals), strict=True):
            held = cell if total and cell is not None else held
            following.append(held)
        yield tuple(reversed(following))
        last = next(cell for cell, total in zip(part[::-1], totals[::-1], strict=True) if total)
        yield (last,) * len(part)
        return
    figures = [cell for cell in part if cell is not None]
    if len(figures) > 1:
        added = sum((figure.value for figure in figures), Decimal(0))
        whole = Figure(text=f"{added:,}", value=added, kind=figures[0].kind)
        yield (whole,) * len(part)


def _called_all(
    percentages: _Percentages, part: tuple[Figure | None, ...]
) -> Iterator[tuple[Figure | None, ...]]:
    """The figure of the one row that has 100% beside it, where none is larger."""
    full = [
        cell
        for share, cell in zip(percentages.cells, part, strict=True)
        if share is not None and cell is not None and share.value == _HUNDRED
    ]
    if len(full) == 1 and full[0].value >= max(abs(c.value) for c in part if c is not None):
        yield (full[0],) * len(part)


def _better(best: _Working | None, working: _Working | None) -> _Working | None:
    if working is None or (best is not None and _fit(best) >= _fit(working)):
        return best
    return working


def _fit(working: _Working) -> tuple[int, int]:
    return (working.telling - len(working.wrong), working.signed)


def _worked(
    percentages: _Percentages,
    base: _Base,
    part: tuple[Figure | None, ...],
    whole: tuple[Figure | None, ...],
) -> _Working | None:
    telling = right = signed = 0
    wrong: list[int] = []
    points: list[int] = []
    for row, printed in enumerate(percentages.cells):
        one, other = part[row], whole[row]
        if printed is None or one is None or other is None or not other.value:
            continue
        if base is _Base.CHANGE and _is_in_points(one, other, printed):
            points.append(row)
            continue
        low, high = _between(base, one, other)
        slack = printed.half * 2  # some cut off the last place instead of rounding it
        value = abs(printed.value)
        if not low - slack <= value <= high + slack:
            wrong.append(row)
            if len(wrong) > 3 + len(part) // 4:
                return None
            continue
        right += 1
        signed += base is _Base.CHANGE and printed.value * (abs(one.value) - abs(other.value)) > 0
        telling += bool(value and value != _HUNDRED and (high - low + 2 * slack) * 4 < value)
    return _Working(base, part, whole, right, telling, tuple(wrong), signed, tuple(points))


def _is_in_points(one: Figure, other: Figure, printed: Figure) -> bool:
    """Whether a row of shares among rows of figures has its change in percentage points."""
    if one.kind is not Kind.PERCENT or other.kind is not Kind.PERCENT:
        return False
    return abs(abs(one.value - other.value) - abs(printed.value)) <= 2 * printed.half


def _between(base: _Base, part: Figure, whole: Figure) -> tuple[Decimal, Decimal]:
    """Between what values the percentage lies, the figures being rounded as printed."""
    bottom, loose = abs(whole.value), whole.half
    top, slack = abs(part.value), part.half
    if base is _Base.CHANGE:
        top, slack = abs(abs(part.value) - bottom), part.half + whole.half
    low = _HUNDRED * max(Decimal(0), top - slack) / (bottom + loose)
    high = _HUNDRED * (top + slack) / max(bottom - loose, loose)
    return low, high


def _confidence(working: _Working, *, sole: bool) -> Confidence | None:
    """How sure we are: by how many other rows are worked out in the same way.

    `sole` where there is only one column that the percentages can be of.
    """
    wrong, telling = len(working.wrong), working.telling
    if sole and wrong == 1 and telling and working.right >= 2:
        return Confidence.HIGH if telling >= 4 else Confidence.MEDIUM
    if not wrong or telling < 2:
        return None
    if telling >= 4 and wrong <= max(1, telling // 4):
        return Confidence.HIGH
    if wrong == 1 and (telling >= 3 or working.right >= 3 or sole):
        return Confidence.MEDIUM
    return Confidence.LOW if wrong * 2 <= telling else None


def _with_another_sign(
    table: NumberTable, percentages: _Percentages, working: _Working
) -> Iterator[TextFinding]:
    """“9,800 | 9,310 | +5%” in a column whose other changes have their sign: it fell by 5%."""
    if working.base is not _Base.CHANGE:
        return
    rows = [
        (row, printed, one, other)
        for row, (printed, one, other) in enumerate(
            zip(percentages.cells, working.part, working.whole, strict=True)
        )
        if printed is not None and one is not None and other is not None
        if row not in working.wrong and printed.value and one.value != other.value
        if one.value > 0 and other.value > 0
    ]
    turned = [
        row for row, printed, one, other in rows if (printed.value > 0) != (one.value > other.value)
    ]
    shows = any(printed.value < 0 and row not in turned for row, printed, _, _ in rows)
    if len(turned) != 1 or len(rows) - 1 < (1 if _are_all_signed(percentages) else _ENOUGH_CHANGES):
        return
    [row] = turned
    printed = percentages.cells[row]
    if printed is not None and (shows or printed.text.strip()[:1] in "+-–−("):
        yield _finding(table, percentages, working, row, Confidence.MEDIUM)


def _are_all_signed(percentages: _Percentages) -> bool:
    """Whether every change is printed with its sign."""
    texts = [cell.text.strip() for cell in percentages.cells if cell is not None and cell.value]
    return bool(texts) and all(text[:1] in "+-–−(" for text in texts)


def _finding(
    table: NumberTable,
    percentages: _Percentages,
    working: _Working,
    row: int,
    confidence: Confidence,
) -> TextFinding:
    place = table.body[row]
    printed, part, whole = percentages.cells[row], working.part[row], working.whole[row]
    if printed is None or part is None or whole is None:
        raise ValueError("a percentage found wrong has its figures")
    if working.base is _Base.SHARE:
        true = _HUNDRED * abs(part.value) / abs(whole.value)
        sum_text = f"{part.text} of {whole.text} is {true:.1f}%"
    else:
        true = _HUNDRED * (abs(part.value) - abs(whole.value)) / abs(whole.value)
        sum_text = f"from {whole.text} to {part.text} is {true:+.1f}%"
    label = table.labels[place]
    return TextFinding(
        place=table.grid.cell_place(place, percentages.column),
        quote=f"{label} {printed.text}".strip(),
        message=(
            f"{sum_text[0].upper()}{sum_text[1:]}, but the table says {printed.text}; "
            f"{_others(working.telling)}."
        ),
        confidence=confidence,
        cure="Correct the percentage or the figures it is worked out from",
    )


def _called_per_cent(
    table: NumberTable, percentages: _Percentages, working: _Working
) -> Iterator[TextFinding]:
    for row in working.points:
        printed, part, whole = percentages.cells[row], working.part[row], working.whole[row]
        if printed and part and whole:
            place = table.grid.cell_place(table.body[row], percentages.column)
            label = table.labels[table.body[row]]
            yield from points_called_per_cent(
                place, label, percentages.head, (whole, part, printed), working.telling
            )


def _others(rows: int) -> str:
    return "another row computes" if rows == 1 else f"{rows} other rows compute"


RULES = (a_percentage_in_a_table_computes,)
