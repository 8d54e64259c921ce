"""Rows of tables by their names: what a sentence speaks of when it names a row of a table.

A row is named where every word of its label stands in the sentence, whatever their order and
number.  A heading within the table (“National Living Wage” over rows of ages) names its rows too.
"""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.statements import content_words, periods_named
from moothall.proofread.reading.table_figures import Figure, figures, figures_of_years

_MOST_ROWS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRow:
    """A row with its figures in the order of the columns, its words and those of its heading."""

    grid: Grid
    block: int
    label: str
    words: frozenset[str]
    under: frozenset[str]
    cells: tuple[Figure, ...]

    def where(self, cell: Figure) -> str:
        return str(self.grid.cell_place(cell.row, cell.column))

    def printed(self, cell: Figure) -> str:
        return self.grid.rows[cell.row][cell.column].strip()

    @property
    def in_time(self) -> bool:
        """Whether its columns are periods that follow one another, though one label be misprinted.

        A year may stand twice (“original” and “revised”), but not as the last two columns.
        """
        when = [periods_named(cell.head) for cell in self.cells]
        named = [each for each in when if each]
        return (
            len(named) * 4 >= len(when) * 3
            and len(set(named)) * 4 >= len(named) * 3
            and (len(when) < 2 or when[-1] != when[-2])
        )


class NamedRows:
    """All rows of a report that have a name, found by a word."""

    def __init__(self, rows: list[NamedRow]) -> None:
        self.all = rows
        self._by_word: defaultdict[str, list[NamedRow]] = defaultdict(list)
        self._by_heading: defaultdict[str, list[NamedRow]] = defaultdict(list)
        self._by_figure: defaultdict[tuple[Kind, Decimal], list[NamedRow]] = defaultdict(list)
        for row in rows:
            for figure in dict.fromkeys((cell.kind, cell.value) for cell in row.cells[1:]):
                self._by_figure[figure].append(row)
            if row.words:
                self._by_word[min(row.words)].append(row)
            if len(row.under) > 1:
                self._by_heading[min(row.under)].append(row)

    def named(self, words: frozenset[str]) -> list[NamedRow]:
        """The rows all of whose words are said."""
        return [row for word in words for row in self._by_word.get(word, ()) if row.words <= words]

    def with_figure(self, kind: Kind, value: Decimal) -> list[NamedRow]:
        """The rows that have the figure in a column after the first."""
        return self._by_figure.get((kind, value), [])

    def under(self, words: frozenset[str]) -> list[NamedRow]:
        """The rows under a heading most of whose words are said."""
        return [
            row
            for word in words
            for row in self._by_heading.get(word, ())
            if len(row.under - words) * 4 <= len(row.under)
        ]


@read_once
def named_rows(report: Report) -> NamedRows:
    """Every row that has a name and figures, of tables that are not too long to be told of."""
    return NamedRows(
        [
            row
            for number, grid in captioned_grids(report)
            if len(grid.rows) <= _MOST_ROWS
            for row in (*_of(grid, number), *_of_years(grid, number))
        ]
    )


def _of(grid: Grid, number: int) -> list[NamedRow]:
    by_row: defaultdict[int, list[Figure]] = defaultdict(list)
    for cell in figures(grid):
        by_row[cell.row].append(cell)
    found = []
    heading: frozenset[str] = frozenset()
    for place in range(grid.head_rows, len(grid.rows)):
        cells = by_row.get(place)
        if cells is None:
            filled = [text for text in grid.rows[place] if text.strip()]
            heading = content_words(filled[0]) if len(filled) == 1 else heading
            continue
        found.append(
            NamedRow(
                grid=grid,
                block=number,
                label=cells[0].label.strip(),
                words=content_words(cells[0].label),
                under=heading,
                cells=tuple(cells),
            )
        )
    return found


_LEAST_YEARS = 3


def _of_years(grid: Grid, number: int) -> list[NamedRow]:
    """The columns of a table whose rows are years: each is a row of years set upright."""
    by_column: defaultdict[int, list[Figure]] = defaultdict(list)
    for cell in figures_of_years(grid):
        by_column[cell.column].append(cell)
    return [
        NamedRow(
            grid=grid,
            block=number,
            label=cells[0].label.strip(),
            words=content_words(cells[0].label),
            under=frozenset(),
            cells=tuple(cells),
        )
        for cells in by_column.values()
        if len(cells) >= _LEAST_YEARS
    ]
