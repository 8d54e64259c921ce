"""What a Word file that came back holds: paragraphs, tables, comments."""

from collections.abc import Mapping
from dataclasses import dataclass

from moothall.documents.word_marks import Mark, on_one_line
from moothall.files.word_papers.pieces import Figure, Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWords:
    """A paragraph as it came back.

    `pieces` are its words and the figures put into them by reference; `printed` all that shows.
    `mark` is what it was when it left, by its `tag` or by its bookmark, None where it is new or
    its marks were lost.  `heading` is the place of its heading in the file, -1 before the first.
    """

    pieces: tuple[Piece, ...]
    printed: str
    mark: Mark | None = None
    by_tag: bool = False
    heading: int = -1
    is_heading: bool = False
    heading_mark: Mark | None = None
    group: int = 0
    """The control or bookmark in which it stands, counted; 0 for none."""

    @property
    def shown(self) -> str:
        """The words on one line, figures as they show, without what the program had added."""
        return on_one_line(
            "".join(each.shown if isinstance(each, Figure) else each for each in self.pieces)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTable:
    """A table as it came back: rows of cells of paragraphs; `mark` where the program made it."""

    rows: tuple[tuple[tuple[ReadWords, ...], ...], ...]
    heading: int
    mark: Mark | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything printed in it."""
        return tuple(
            each.printed for row in self.rows for cell in row for each in cell if each.printed
        )


@dataclass(frozen=True, slots=True)
class ReadComment:
    """A comment in the margin: who, when (as the file has it), what, and beside which words."""

    author: str
    on: str
    text: str
    beside: str
    heading: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """All that came back.  `headings` are those of the file in order, without printed numbers."""

    items: tuple[ReadWords | ReadTable, ...]
    headings: tuple[ReadWords, ...]
    properties: Mapping[str, str]
    comments: tuple[ReadComment, ...] = ()
    notes: tuple[str, ...] = ()
