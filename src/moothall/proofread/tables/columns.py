"""A table read as figures: what each cell holds, which columns count, what each line is called.

Front sheets and layout tables hold no column of figures and are left alone. Reference numbers,
years and dates are names of things, not figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from moothall.documents.report import Grid, Place
from moothall.proofread.reading.amounts import SCALES, Kind
from moothall.proofread.reading.expressions import Expression


class Gap(Enum):
    """What a cell holds that is no figure."""

    NOTHING = "empty, a dash or nil: adds nothing"
    UNKNOWN = "not known or suppressed: the sum cannot be checked"
    GARBLED = "a figure that cannot be read as it is written"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of a cell, scale applied; `share` is the percentage printed beside a count."""

    text: str
    value: Decimal
    kind: Kind
    places: int = 0
    scale: Decimal = Decimal(1)
    share: "Figure | None" = None
    half: Decimal = field(init=False, repr=False, compare=False)
    """How far rounding alone can move it."""

    def __post_init__(self) -> None:
        half = Decimal(5).scaleb(-self.places - 1) * self.scale
        object.__setattr__(self, "half", half)

    @property
    def year_like(self) -> bool:
        return bool(_YEAR.match(self.text))


Cell = Figure | Gap

_YEAR = Expression(r"^(?:19|20)\d\d$")
_NOTHING = Expression(r"^(?:[-–—−.\s]*|£\s*[-–—−]+|nil|none|zero)$", re.IGNORECASE)
_UNKNOWN = Expression(
    r"^(?:n/?a|n\.a\.|n/k|not (?:applicable|available|known)|tb[acd]|t\.b\.c\.|[*#x~]+|\.\.+|"
    r"[<>≤≥]\s*£?\d[\d,.]*%?|suppressed|see .*|unknown|err\w*|#\S+)$",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_CELL = Expression(
    rf"""^(?:[*†‡]+\s?)?(?P<signs>[-+(£\s]*)(?P<digits>{_NUMBER})\s?
    (?P<unit>%|per\s?cent|percent|bn|billion|million|m|k|fte|wte|ppts?|pp|(?:percentage\s)?p(?:oin)?ts?)?
    (?P<tail>[)\s%]*)(?P<credit>-|cr|dr)?\s*(?:[*†‡#^]+|\[\w{{1,3}}\]|[¹²³]+)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_GARBLED = Expression(
    r"""^[-+(£\s]*(?:
        \d[\d.]*,[\d,.]*\d                     # 1,23,456 and 12.345,00
        |\d{1,3}(?:\s?,\s?\d{3}|\s\d{3})+(?:\.\d+)?   # 1 234 and 12, 345
        |\d[\d,.]*[OoIl][\d,.]*\d              # 1O0
        |\d{1,3}(?:\.\d{3}){2,}|(?<=£)\d[\d,.]*\d)   # 1.234.567 and £723.79.48
    [)\s%]*$""",
    re.VERBOSE,
)
_WITH_SHARE = Expression(
    r"^(?P<count>[^()%/]+?)\s*[(/\[]\s*(?P<share>[\d.]+\s?%)\s*[)\]]?$"
    r"|^(?P<share_first>[\d.]+\s?%)\s*[(/\[]\s*(?:n\s?=\s?)?(?P<count_after>[\d,]+)\s*[)\]]?$"
)
_SHARES = frozenset(("%", "pp", "ppt", "ppts", "point", "points", "pt", "pts"))
_DASHES = str.maketrans({"–": "-", "−": "-", "—": "-", "\u2011": "-", "\u2009": " ", "€": "£"})


@lru_cache(maxsize=4096)
def read_cell(text: str) -> Cell:
    """What a cell holds."""
    text = text.strip()
    if _NOTHING.match(text):
        return Gap.NOTHING
    if len(text) > 40:
        return Gap.WORDS
    if _UNKNOWN.match(text):
        return Gap.UNKNOWN
    paired = _WITH_SHARE.match(text)
    if paired:
        count = read_cell(paired["count"] or paired["count_after"])
        share = read_cell(paired["share"] or paired["share_first"])
        if isinstance(count, Figure) and isinstance(share, Figure):
            return Figure(
                text=text,
                value=count.value,
                kind=count.kind,
                places=count.places,
                scale=count.scale,
                share=share,
            )
    plain = text.translate(_DASHES)
    match = _CELL.match(plain)
    if match:
        return _figure(text, match)
    return Gap.GARBLED if _GARBLED.match(plain) else Gap.WORDS


def _figure(text: str, match: re.Match[str]) -> Cell:
    signs, tail = match["signs"], match["tail"]
    opened, closed = signs.count("("), tail.count(")")
    minuses = signs.count("-")
    # An unclosed bracket and a double minus are another rule's finding; the sense is plain.
    if opened > 1 or closed > 1 or minuses > 2 or signs.count("£") > 1:
        return Gap.WORDS
    unit = (match["unit"] or ("%" if "%" in tail else "")).lower()
    kind = Kind.COUNT
    if "£" in signs:
        kind = Kind.MONEY
    elif unit in _SHARES or unit.startswith("per"):
        kind = Kind.PERCENT
    digits = match["digits"]
    if digits == "000":
        return Gap.WORDS  # "£000" names a unit
    value = Decimal(digits.replace(",", ""))
    scale = SCALES.get(unit, Decimal(1))
    credit = (match["credit"] or "").lower()
    if opened or closed or minuses or credit in ("-", "cr"):
        value = -value
    places = len(digits.partition(".")[2])
    return Figure(text=text, value=value * scale, kind=kind, places=places, scale=scale)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of figures (or one column, where the table is looked at across)."""

    place: int
    label: str
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        return all(cell is Gap.NOTHING for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The figures of a table, looked at down (lines are rows) or across (lines are columns).

    `ranks` name what stands at each position of a line: the columns' heads when looked at down.
    """

    grid: Grid
    lines: tuple[Line, ...]
    ranks: tuple[str, ...]
    rank_places: tuple[int, ...]
    across: bool

    def place(self, line: Line, rank: int) -> Place:
        row, column = self.position(line, rank)
        return self.grid.cell_place(row, column)

    def position(self, line: Line, rank: int) -> tuple[int, int]:
        other = self.rank_places[rank]
        return (other, line.place) if self.across else (line.place, other)

    def name(self, rank: int) -> str:
        """How to speak of the column (or row) of a rank."""
        kind = "row" if self.across else "column"
        words = self.ranks[rank]
        return f"the {kind} “{words}”" if words else f"{kind} {self.rank_places[rank] + 1}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTable:
    """A table that holds figures."""

    grid: Grid
    head_rows: int
    columns: tuple[int, ...]
    heads: tuple[str, ...]
    """The whole head of every column of the grid, upper heads first."""
    labels: tuple[str, ...]
    """The label of every row of the grid."""
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def body(self) -> range:
        return range(self.head_rows, len(self.grid.rows))

    def down(self) -> Sheet:
        lines = tuple(
            Line(
                place=row,
                label=self.labels[row],
                cells=tuple(self.cells[row][column] for column in self.columns),
            )
            for row in self.body
        )
        return Sheet(
            grid=self.grid,
            lines=lines,
            ranks=tuple(self.heads[column] for column in self.columns),
            rank_places=self.columns,
            across=False,
        )

    def across(self) -> Sheet:
        rows = tuple(
            row
            for row in self.body
            if any(isinstance(self.cells[row][column], Figure) for column in self.columns)
        )
        lines = tuple(
            Line(
                place=column,
                label=self.heads[column],
                cells=tuple(self.cells[row][column] for row in rows),
            )
            for column in self.columns
        )
        return Sheet(
            grid=self.grid,
            lines=lines,
            ranks=tuple(self.labels[row] for row in rows),
            rank_places=rows,
            across=True,
        )


# A head that says its figures are names of things, not amounts.
_NO_AMOUNT_HEAD = Expression(
    r"^(?:refs?|references?|nos?|numbers?|id|ids|codes?|cost cent(?:re|er)s?|urn|dfe|page|pages|"
    r"year|date|dates?|rank|item|items|para(?:graph)?|tel|telephone|phone|account|ledger|line|row|"
    r"#|appendix|agenda item|week|month|position|postcode|version|lsoa|uprn)\.?(?: nos?\.?)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=128)
def number_table(grid: Grid) -> NumberTable | None:
    """The table as figures, or None where it is a front sheet, a layout or words only."""
    if not grid.rows:
        return None
    cells = tuple(tuple(read_cell(cell) for cell in row) for row in grid.rows)
    head_rows = _head_rows(grid, cells)
    heads = _heads(grid, head_rows)
    columns = tuple(_figure_columns(grid, cells, head_rows, heads))
    if not columns or head_rows >= len(grid.rows):
        return None
    labels = tuple(_label(row, columns) for row in grid.rows)
    cells = tuple(
        _as_names(row) if head_rows <= place < _DEEPEST_HEAD else row
        for place, row in enumerate(cells)
    )
    return NumberTable(
        grid=grid, head_rows=head_rows, columns=columns, heads=heads, labels=labels, cells=cells
    )


def _head_rows(grid: Grid, cells: tuple[tuple[Cell, ...], ...]) -> int:
    """How many rows name the columns: the reader's count, gone on with rows of names or years."""
    count = min(grid.head_rows, len(cells))
    # A marked head that already holds figures was marked by mistake.
    while count and any(_counts(cell) for cell in cells[count - 1][1:]):
        count -= 1
    while count < len(cells) - 1 and count < 5:
        row = cells[count]
        named = sum(cell is Gap.WORDS for cell in row[1:])
        if any(_counts(cell) for cell in row) or (named < 1 and not _years(row)):
            break
        if count and named < 2 and not any("£" in text or "%" in text for text in grid.rows[count]):
            break  # a heading within the table
        later = cells[count + 1 :]
        if not any(isinstance(cell, Figure) for row in later for cell in row):
            break
        count += 1
    return count


_DEEPEST_HEAD = 5
"""A head over several lines, as extraction leaves it, ends within so many rows."""


def _as_names(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row of years alone names the columns, wherever the head was taken to end."""
    figures = [cell for cell in row if isinstance(cell, Figure)]
    if len(figures) < 2 or not all(figure.year_like for figure in figures):
        return row
    return tuple(Gap.WORDS if isinstance(cell, Figure) else cell for cell in row)


def _years(row: tuple[Cell, ...]) -> bool:
    return sum(isinstance(cell, Figure) and cell.year_like for cell in row) >= 2


def _counts(cell: Cell) -> bool:
    return isinstance(cell, Figure) and not cell.year_like


def _heads(grid: Grid, head_rows: int) -> tuple[str, ...]:
    """Each column's head; an upper head stands over the empty cells to its right."""
    width = len(grid.rows[0])
    parts: list[list[str]] = [[] for _ in range(width)]
    for row in range(head_rows):
        spread = ""
        for column, text in enumerate(grid.rows[row][:width]):
            spread = text.strip() or (spread if row < head_rows - 1 and column else "")
            if spread and spread not in parts[column]:
                parts[column].append(spread)
    return tuple(" ".join(" ".join(part).split()) for part in parts)


def _figure_columns(
    grid: Grid, cells: tuple[tuple[Cell, ...], ...], head_rows: int, heads: tuple[str, ...]
) -> Iterator[int]:
    width = len(grid.rows[0])
    body = cells[head_rows:]
    worded = [sum(row[c] is Gap.WORDS for row in body if c < len(row)) for c in range(width)]
    labelled = False
    for column in range(width):
        held = [row[column] for row in body if column < len(row)]
        figures = [cell for cell in held if isinstance(cell, Figure)]
        amounts = len(figures) > worded[column] or (
            # "Total" may stand in the column before its figure
            len(figures) >= 2 and len(figures) == worded[column] + 1
        )
        if not figures or not amounts:
            labelled = labelled or worded[column] > 0
            continue
        if _NO_AMOUNT_HEAD.match(heads[column]) and (
            not labelled
            or any(worded[column + 1 :])
            or (heads[column].lower() == "year" and any(figure.year_like for figure in figures))
        ):
            continue
        if all(figure.year_like for figure in figures):
            continue
        if not labelled and (any(worded[column + 1 :]) or _runs(figures)):
            continue  # a reference or a running number before the label
        if all(_leading_nought(figure.text) for figure in figures):
            continue
        yield column


def _runs(figures: list[Figure]) -> bool:
    """1, 2, 3 …: rows counted, not amounts."""
    values = [figure.value for figure in figures]
    return len(values) > 2 and all(later - value == 1 for value, later in pairwise(values))


def _leading_nought(text: str) -> bool:
    return len(text) > 1 and text[0] == "0" and text[1].isdigit()


def _label(row: tuple[str, ...], columns: tuple[int, ...]) -> str:
    """The words of a row before its last figure, whatever column they stand in."""
    last = columns[-1]
    words = [
        " ".join(text.split())
        for column, text in enumerate(row[: last + 1])
        if (column not in columns or read_cell(text) is Gap.WORDS) and text.strip()
    ]
    return " ".join(words)[:200]
