"""How many rows at the top of a table name its columns, as far as looks can tell."""

import re

_FIGURE = re.compile(r"^[-–(]?\s*£?\s*[\d,]+(?:\.\d+)?\s*(?:%|m|k|bn)?\s*\)?$", re.IGNORECASE)
_YEAR_OR_UNIT = re.compile(r"(?:19|20)\d\d|£0+")


def head_rows(rows: tuple[tuple[str, ...], ...]) -> int:
    """How many rows at the top name columns: those without a figure, above one with figures.

    A table without any figure has one head row where its first row is short labels.
    """
    for place, row in enumerate(rows):
        if any(_figure_like(cell) for cell in row[1:]):
            return place
    if len(rows) > 1 and all(len(cell) <= 60 for cell in rows[0]) and all(rows[0][1:]):
        return 1
    return 0


def _figure_like(cell: str) -> bool:
    cell = cell.strip()
    return bool(_FIGURE.match(cell)) and not _YEAR_OR_UNIT.fullmatch(cell)
