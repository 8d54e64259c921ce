"""What a reading knows of a table, and what it has to say about it; shared by its steps."""

from dataclasses import dataclass, field

from moothall.facts.authority import Authority
from moothall.files.workbooks.cells import Book
from moothall.files.workbooks.fields import TableKind, field_of
from moothall.files.workbooks.layout import Answers
from moothall.files.workbooks.remarks import Question, Remark


@dataclass(slots=True)
class Reading:
    """One table in the reading: what is asked, and what has been found so far.

    `said` tells in words what a person has answered because the table does not say it.
    """

    book: Book
    kind: TableKind
    authorities: tuple[Authority, ...]
    authority: str
    answers: Answers
    problems: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def lacks(self, place: str, name: str) -> None:
        """A problem: no column has this field."""
        taken = field_of(self.kind, name)
        self.problems.append(
            Remark(
                place,
                f"no column is taken for “{taken.label if taken else name}”",
                "Choose the column that it stands in.",
            )
        )


def rows_word(rows: list[int]) -> str:
    """`row` or `rows`."""
    return "row" if len(rows) == 1 else "rows"
