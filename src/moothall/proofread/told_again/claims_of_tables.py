"""Claims of tables: every figure and date of a table, said of its row and its column."""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Report
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.concepts import names
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.table_figures import figures
from moothall.proofread.reading.thesaurus import NO_WORDS, Words, words_of
from moothall.proofread.reading.written_dates import written_dates
from moothall.proofread.told_again.claim_days import days_named
from moothall.proofread.told_again.claim_index import Claim
from moothall.proofread.told_again.claim_stages import labels, stages
from moothall.proofread.told_again.claim_values import Value
from moothall.proofread.told_again.own_council import is_own_place


def claims_of_tables(report: Report) -> Iterator[Claim]:
    for number, grid in captioned_grids(report):
        if not grid.rows:
            continue
        caption = words_of(grid.caption) | words_of(grid.place.section)
        yield from _dates_in_table(number, grid, caption)
        for cell in figures(grid):
            label = " ".join(
                text
                for text in grid.rows[cell.row][: cell.column]
                if sum(letter.isalpha() for letter in text) >= 3
            )
            label = label or cell.label  # “Band D” of a row that begins with D
            own = f"{label} {cell.head}"
            # what is told of “Seashire” in a table of counties is told of “the county” in the text
            is_own = is_own_place(label, report)
            near = words_of(cell.head if is_own else own)
            text = grid.rows[cell.row][cell.column].strip()
            value = Value.of_cell(text, cell.value, cell.step, cell.kind)
            if cell.kind is Kind.COUNT and (time := _TIME_TAKEN.search(own)):
                value = value.in_days(time["a"] or time["b"] or time["c"])
            yield Claim(
                value=value,
                own=own,
                near=near,
                wide=near,
                about=caption,
                unit=NO_WORDS,
                role="",
                per="",
                stage=stages(f"{own} {grid.caption}"),
                labels=labels(own),
                when=days_named(own) or days_named(grid.caption),
                named=frozenset() if is_own else names(f"x {label}"),
                names_about=names(f"x {own}") | names(f"x {grid.caption}"),
                event="",
                another_time=False,
                sentence=f"{label}, {cell.head}",
                place=grid.cell_place(cell.row, cell.column),
                block=number,
                section=grid.place.section,
                cell=True,
                row=cell.row,
                label=NO_WORDS if is_own else words_of(label),
                head=cell.head,
            )


_TIME_TAKEN = Expression(
    r"\b(?:average|mean|median|typical)\b[^.;]*?\b(?P<a>day|week|month)s\b"
    r"|\b(?P<b>day|week|month)s (?:to|taken|between|from)\b|\((?:[a-z]+ )?(?P<c>day|week|month)s\)",
    re.IGNORECASE,
)
"""“Average days lost for each employee”: a length of time, where “bed days” are counted."""


def _dates_in_table(number: int, grid: Grid, caption: Words) -> Iterator[Claim]:
    """The dates of a table of milestones: "Start on site", February 2027."""
    if len(grid.rows) > _LONGEST_TABLE:
        return
    heads = grid.rows[0] if grid.head_rows else ()
    for row, cells in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows):
        label = next((cell for cell in cells[:2] if sum(map(str.isalpha, cell)) >= 4), "")
        for column, text in enumerate(cells):
            dates = written_dates(text) if 4 < len(text) < _LONGEST_DATE else []
            if len(dates) != 1 or len(dates[0].text) < len(text) - 5 or text == label:
                continue
            head = heads[column] if column < len(heads) else ""
            near = words_of(label)
            first, last = dates[0].first.toordinal(), dates[0].last.toordinal()
            yield Claim(
                value=Value.of_date(dates[0].text.strip(), first, last),
                own=label,
                near=near,
                wide=words_of(f"{label} {head}"),
                about=caption,
                unit=NO_WORDS,
                role="",
                per="",
                stage=stages(f"{label} {head}"),
                labels=labels(label),
                when=(),
                named=names(f"x {label}"),
                names_about=names(f"x {label}") | names(f"x {grid.caption}"),
                event=f"{label} {head}",
                another_time=False,
                sentence=f"{label}, {head}" if head else label,
                place=grid.cell_place(row, column),
                block=number,
                section=grid.place.section,
                cell=True,
                row=row,
                label=near,
                head=head,
            )


_LONGEST_TABLE = 100
_LONGEST_DATE = 30
