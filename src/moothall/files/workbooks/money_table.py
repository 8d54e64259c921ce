"""A money table read whole: its lines, every problem with its cell, and what a person has to say.

    book = read_table_file(data, name)
    table = read_money_table(book, TableKind.BASELINE, programme.authorities, "ashby", Answers())

Nothing is guessed: what the table does not say is a question, and while there is one, or a problem,
the table is not ready.
"""

from dataclasses import dataclass

from moothall.facts.authority import Authority
from moothall.files.workbooks.cells import Book
from moothall.files.workbooks.entries import Common, Entry
from moothall.files.workbooks.fields import TableKind
from moothall.files.workbooks.layout import Answers, Layout, layout_of
from moothall.files.workbooks.remarks import Question, Remark, in_order
from moothall.files.workbooks.table_head import columns_are_there, common_of, sheet_of
from moothall.files.workbooks.table_reading import Reading
from moothall.files.workbooks.table_rows import Rows, hidden_columns, rows_of
from moothall.files.workbooks.totals import TotalCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyTable:
    """What was read.

    `problems` keep it from being brought in, and so do `questions`; `warnings` are worth a look,
    `notes` say what was done.  `sheets` gives names and whether they are hidden; `said` tells in
    words what a person has answered because the table does not say it.
    """

    name: str
    kind: TableKind
    sheets: tuple[tuple[str, bool], ...]
    layout: Layout
    common: Common | None
    entries: tuple[Entry, ...]
    rows: int
    totals: tuple[TotalCheck, ...]
    problems: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nothing is wrong and nothing is open."""
        return bool(self.entries) and not self.problems and not self.questions


def read_money_table(
    book: Book,
    kind: TableKind,
    authorities: tuple[Authority, ...],
    authority: str,
    answers: Answers,
) -> MoneyTable:
    """Read a council's table.  `authority` is the council whose it is."""
    reading = Reading(book, kind, authorities, authority, answers, notes=list(book.notes))
    sheet = sheet_of(reading)
    layout = layout_of(sheet, kind, answers)
    common, rows = None, Rows()
    if not layout.head[1]:
        reading.problems.append(
            Remark(
                sheet.place(1, 1),
                "no row is found that names the columns",
                "Say in which row the headings stand, or name the columns in the table.",
            )
        )
    else:
        columns_are_there(reading, layout)
        common = common_of(reading, layout)
        left_out = hidden_columns(reading, layout)
        rows = rows_of(reading, layout, common, left_out)
    return MoneyTable(
        name=book.name,
        kind=kind,
        sheets=tuple((each.name, each.hidden) for each in book.sheets),
        layout=layout,
        common=common,
        entries=tuple(rows.entries),
        rows=rows.number,
        totals=tuple(rows.totals),
        problems=in_order(reading.problems),
        warnings=in_order(reading.warnings),
        questions=tuple(reading.questions),
        notes=tuple(reading.notes),
        said=tuple(reading.said),
    )
