"""How wide the columns of a table should be where the writer has to say so, as in Word."""

import re
from dataclasses import dataclass

from moothall.documents.document import Paragraphs, Table
from moothall.render.lettering import text_width
from moothall.render.table_shape import columns_of, full_rows, groups_of, is_short

_LABELS_SHARE = 0.28
_CLOSE_ENOUGH = 0.5
_CROWDED = 0.75
_ON_ONE_LINE = 1.0
_ON_TWO_LINES = 0.6
SPARE = 1.03
"""The face is Arial, which is known; a little more than none for rounding and kerning."""
# In ems: a word of some twenty letters.
_LONGEST_WORD = 12
_MAY_BREAK = re.compile(r" |(?<=-)")


def column_widths(table: Table, total: float, size: float, padding: float) -> tuple[float, ...]:
    """Widths that add up to `total`, for letters of `size` and `padding` at both sides together;
    all in one unit.

    No word is broken where that can be had, and no day where there is room to spare; what is left
    over goes to the columns in proportion to what their fullest cell has still to say, which keeps
    the tallest row low.
    """
    if not table.head and columns_of(table) == 2:
        return (total * _LABELS_SHARE, total * (1 - _LABELS_SHARE))
    bounds = _bounds(table, size, padding, of_short=_ON_ONE_LINE)
    if sum(bounds.least) > total * _CROWDED:
        bounds = _bounds(table, size, padding, of_short=_ON_TWO_LINES)
    if sum(bounds.least) >= total:
        bounds.least = _without_longest_words(bounds.least, size, padding)
    if sum(bounds.least) >= total:
        return _levelled(bounds.least, total)
    if sum(bounds.most) <= total:
        return _scaled(bounds.most, total)
    return _shared_out(bounds, total)


def least_widths(table: Table, size: float, padding: float) -> tuple[float, ...]:
    """The width under which each column would break a word, in the unit of `size`; a word that is
    far longer than others are is left out of account, because it is broken in any case."""
    least = _bounds(table, size, padding, of_short=_ON_TWO_LINES).least
    return tuple(_without_longest_words(least, size, padding))


def _without_longest_words(least: list[float], size: float, padding: float) -> list[float]:
    return [min(width, _LONGEST_WORD * size + padding) for width in least]


def _bounds(table: Table, size: float, padding: float, of_short: float) -> "_Bounds":
    nothing = [0.0] * columns_of(table)
    bounds = _Bounds(of_short, list(nothing), list(nothing), list(nothing))
    for row in full_rows(table):
        for column, cell in enumerate(row):
            bounds.hold(column, cell, size, padding, bold=column == 0)
    for column, text in enumerate(table.head):
        bounds.hold(column, tuple(text.split(" ")), size, padding, bold=True)
    first = 0
    for text, span in groups_of(table):
        bounds.hold_group(first, span, padding + _width(text, size, bold=True))
        first += span
    return bounds


@dataclass
class _Bounds:
    """For each column: the width that it needs, the width beyond which more is of no use, and the
    width of all that its fullest cell says.  `of_short` is the share of a short cell's width that
    its column must give it."""

    of_short: float
    least: list[float]
    most: list[float]
    fullest: list[float]

    def hold(
        self, column: int, cell: Paragraphs, size: float, padding: float, *, bold: bool
    ) -> None:
        words = [word for text in cell for word in _MAY_BREAK.split(text)]
        widest = max((_width(word, size, bold=bold) for word in words), default=0)
        widths = [_width(text, size, bold=bold) for text in cell]
        if is_short(cell):
            widest = max(widest, self.of_short * max(widths, default=0))
        self.least[column] = max(self.least[column], padding + widest)
        self.most[column] = max(self.most[column], padding + max(widths, default=0))
        self.fullest[column] = max(self.fullest[column], padding + sum(widths))

    def hold_group(self, first: int, span: int, width: float) -> None:
        own = slice(first, first + span)
        for bound in (self.least, self.most):
            lacking = max(0.0, width - sum(bound[own])) / span
            bound[own] = [held + lacking for held in bound[own]]


def _width(text: str, size: float, *, bold: bool) -> float:
    return text_width(text, size, bold=bold, spare=SPARE)


def _scaled(widths: list[float], total: float) -> tuple[float, ...]:
    return tuple(width * total / sum(widths) for width in widths)


def _levelled(least: list[float], total: float) -> tuple[float, ...]:
    """The widest columns cut to one width, and the narrow ones left as they are."""
    left, settled = total, 0.0
    for place, width in enumerate(sorted(least)):
        settled = left / (len(least) - place)
        if width > settled:
            break
        left -= width
    return _scaled([min(width, settled) for width in least], total)


def _shared_out(bounds: _Bounds, total: float) -> tuple[float, ...]:
    widths = list(bounds.least)
    while (left := total - sum(widths)) > _CLOSE_ENOUGH:
        room = [most - width for width, most in zip(widths, bounds.most, strict=True)]
        shares = [
            max(full - width, more) if more > 0 else 0.0
            for width, more, full in zip(widths, room, bounds.fullest, strict=True)
        ]
        widths = [
            width + min(max(more, 0.0), left * share / sum(shares))
            for width, more, share in zip(widths, room, shares, strict=True)
        ]
    return _scaled(widths, total)
