"""Headings of tables: each column of figures has one, and those that are years run on."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Figure, NumberTable, number_table


def a_column_of_figures_has_a_heading(report: Report) -> Iterator[TextFinding]:
    """Each column of figures says what its figures are."""
    for grid in report.grids:
        table = number_table(grid)
        if table is None or not table.head_rows:
            continue
        bare = [column for column in table.columns if not table.heads[column]]
        for column in bare:
            figures = sum(isinstance(table.cells[row][column], Figure) for row in table.body)
            if figures < 2:
                continue
            # An empty cell to the right of a heading may belong to it: merged cells.
            first = column == table.columns[0] and len(bare) == 1 and len(table.columns) > 2
            first = first and not _may_have_lost_it(report, grid)
            yield TextFinding(
                place=grid.cell_place(table.head_rows - 1, column),
                quote=" ".join(" ".join(grid.rows[table.head_rows - 1]).split()),
                message=f"Column {column + 1} holds {figures} figures and has no heading.",
                confidence=Confidence.MEDIUM if first else Confidence.LOW,
                cure="Say over the column what its figures are, and their unit",
            )
        if 0 not in table.columns and not table.heads[0]:
            yield TextFinding(
                place=grid.cell_place(0, 0),
                quote=" ".join(" ".join(grid.rows[0]).split()),
                message="The first column has no heading, so a screen reader cannot name it.",
                confidence=Confidence.LOW,
                cure="Give the first column a heading",
            )


def _may_have_lost_it(report: Report, grid: Grid) -> bool:
    """Whether a table was put together by its looks, so that a head may have gone astray."""
    by_looks = report.file.lower().endswith(".pdf") and grid.marked_head is None
    return by_looks or report.file.endswith(".txt")


_FINANCIAL_YEAR = Expression(r"(?<!\d)((?:20)?\d\d)\s?[/–-]\s?((?:20)?\d\d)(?!\d)")
_PLAIN_YEAR = Expression(r"(?<![\d/£,.–-])(?:19|20)\d\d(?![\d/,.-])")
_PANDEMIC = {2020, 2021}


def years_in_headings_run_on(report: Report) -> Iterator[TextFinding]:
    """Columns that run from year to year neither repeat a year nor skip one."""
    for grid in report.grids:
        table = number_table(grid)
        if table is None or not table.head_rows:
            continue
        runs: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for column in table.columns:
            year = _year(table.heads[column])
            if year is not None:
                start, text = year
                rest = table.heads[column].replace(text, "")
                runs[" ".join(rest.lower().split())].append((column, start, text))
        for run in runs.values():
            yield from _wrong_years(table, run)


def _year(head: str) -> tuple[int, str] | None:
    """The one year that a heading names, by its first calendar year."""
    spans = list(_FINANCIAL_YEAR.finditer(head))
    if len(spans) == 1:
        first = spans[0][1]
        return (int(first) if len(first) == 4 else 2000 + int(first)), spans[0][0]
    plain = list(_PLAIN_YEAR.finditer(head))
    if not spans and len(plain) == 1:
        return int(plain[0][0]), plain[0][0]
    return None


def _wrong_years(table: NumberTable, run: list[tuple[int, int, str]]) -> Iterator[TextFinding]:
    steps = [later[1] - one[1] for one, later in pairwise(run)]
    regular = sum(step == 1 for step in steps)
    regular = max(regular, sum(step == -1 for step in steps))
    for (column, _, text), (next_column, start, next_text), step in zip(
        run, run[1:], steps, strict=False
    ):
        place = table.grid.cell_place(table.head_rows - 1, next_column)
        quote = f"{table.heads[column]} {table.heads[next_column]}"
        if step == 0 and (regular >= 1 or len(run) == 2):
            yield TextFinding(
                place=place,
                quote=quote,
                message=f"{next_text} stands over columns {column + 1} and {next_column + 1}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the year of one of the columns",
            )
        elif abs(step) == 2 and regular >= 2 and steps.count(step) == 1:
            missed = start - step // 2
            closed = bool({missed, start, start - step} & _PANDEMIC)
            yield TextFinding(
                place=place,
                quote=quote,
                message=f"{text} is followed by {next_text}: a year is skipped.",
                confidence=Confidence.LOW if closed else Confidence.MEDIUM,
                cure="Correct the year or say why one is left out",
            )


RULES: tuple[Rule, ...] = (a_column_of_figures_has_a_heading, years_in_headings_run_on)
