"""A report as read from somebody's file: what stands in it, in order, each part with its place.

The proofreader reads this shape and needs nothing else; readers for each file format make it.
"""

from dataclasses import dataclass, field

UNNUMBERED = "another place"
"""How a sentence points to what has neither page, line, number nor heading, as in Word files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands; what is not known of it is None or empty.

    `paragraph` is the number as printed ("2.13"), `section` the heading above, `line` the line of a
    text file; `table`, `row` and `column` count from 1.
    """

    page: int | None = None
    line: int | None = None
    section: str = ""
    paragraph: str = ""
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        named = (
            ("page", self.page),
            ("section", self.section),
            ("paragraph", self.paragraph),
            ("table", self.table),
            ("row", self.row),
            ("column", self.column),
            ("line", self.line),
        )
        known = ", ".join(f"{name} {value}" for name, value in named if value)
        return known or UNNUMBERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; `number` as printed ("2.", "3.1"), `level` 1 for the highest."""

    text: str
    level: int
    place: Place
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A paragraph or the item of a list, as one run of text without its printed number or mark."""

    text: str
    place: Place
    number: str = ""
    bullet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as read: rows of cells, merged cells filled in once and empty elsewhere.

    `head_rows` is how many rows name the columns, as far as can be told; `marked_head` whether the
    file itself marks them as a header (None where the format cannot say).
    """

    rows: tuple[tuple[str, ...], ...]
    place: Place
    head_rows: int = 0
    marked_head: bool | None = None
    caption: str = ""

    def cell_place(self, row: int, column: int) -> Place:
        """The place of a cell, counting row and column from 0."""
        here = self.place
        return Place(
            page=here.page,
            line=here.line + row if here.line is not None else None,
            section=here.section,
            paragraph=here.paragraph,
            table=here.table,
            row=row + 1,
            column=column + 1,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture; `alternative` is None where it has no alternative text."""

    place: Place
    alternative: str | None = None


Block = Heading | Prose | Grid | Image


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Report:
    """A whole report as read.

    `notes` say what was done in reading (tracked changes accepted, hidden text left out);
    `marks_headings` is whether the format marks headings itself, so that levels can be judged.
    """

    file: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    marks_headings: bool = False
    language: str | None = None
    title: str | None = None
    colour_only: tuple[Place, ...] = field(default_factory=tuple)
    """Cells whose only content is a colour."""
    pages_told: int | None = None
    """How many pages the report says that it has, “Page 2 of 25”, where that was taken off."""

    @property
    def prose(self) -> tuple[Prose, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Prose))

    @property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Grid))

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Heading))
