"""The blocks of a report as they come, each given its place; every reader fills one of these."""

import re
from collections.abc import Sequence
from dataclasses import replace

from moothall.documents.report import Block, Grid, Heading, Image, Place, Prose, Report
from moothall.files.reports import limits
from moothall.files.reports.printed_numbers import numbers_a_paragraph
from moothall.files.reports.table_heads import head_rows as likely_head_rows
from moothall.files.reports.unreadable import too_much

_CAPTION = re.compile(r"(?:Table|Figure|Fig\.?|Chart|Graph)\s*[A-Z]?\d+(?:\.\d+)*[a-z]?\b\s*(.*)")
_SENTENCE_GOES_ON = re.compile(
    r"(?:above|below|overleaf|shows?|sets?|gives?|provides?|summar|outlines?|details?|illustrates?"
    r"|is|are|was|and|to|in|of|contains?|lists?|presents?|demonstrates?)\b",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 250


def is_caption(text: str) -> bool:
    """Whether it is the title of a table or figure, not a sentence that speaks of one."""
    match = _CAPTION.match(text)
    if match is None or len(text) > _LONGEST_CAPTION:
        return False
    return not _SENTENCE_GOES_ON.match(match[1])


def announces_table(text: str) -> bool:
    return is_caption(text) and text.startswith("Table")


class BlockSequence:
    """Takes headings, paragraphs, tables and pictures in order; raises beyond the limits."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.blocks: list[Block] = []
        self.notes: list[str] = []
        self.colour_only: list[Place] = []
        self._section = ""
        self._paragraph = ""
        self._tables = 0
        self._characters = 0
        self._cells = 0
        self._marked_caption = -1

    def note(self, words: str) -> None:
        if words not in self.notes:
            self.notes.append(words)

    def heading(
        self,
        text: str,
        level: int,
        *,
        number: str = "",
        page: int | None = None,
        line: int | None = None,
    ) -> None:
        self._count(text)
        self._section, self._paragraph = text, number
        self.blocks.append(
            Heading(text=text, level=level, number=number, place=self._place(page, line))
        )

    def prose(
        self,
        text: str,
        *,
        number: str = "",
        bullet: bool = False,
        caption: bool = False,
        page: int | None = None,
        line: int | None = None,
    ) -> None:
        """`caption` is whether the file itself marks the paragraph as one."""
        self._count(text)
        if caption:
            self._marked_caption = len(self.blocks)
        if number and (numbers_a_paragraph(number) or not numbers_a_paragraph(self._paragraph)):
            # the items of a list inside paragraph 2.13 stand in 2.13
            self._paragraph = number if number[0].isdigit() else self._paragraph
        self.blocks.append(
            Prose(text=text, number=number, bullet=bullet, place=self._place(page, line))
        )

    def grid(
        self,
        rows: Sequence[Sequence[str]],
        *,
        head_rows: int | None = None,
        marked_head: bool | None = None,
        caption: str = "",
        page: int | None = None,
        line: int | None = None,
        coloured: Sequence[tuple[int, int]] = (),
    ) -> None:
        """A table; short rows are filled up.  One without any words is no table."""
        width = max((len(row) for row in rows), default=0)
        self._cells += width * len(rows)
        if self._cells > limits.CELLS:
            raise too_much(self.file, f"holds over {limits.CELLS:,} table cells")
        if not any(any(row) for row in rows):
            return
        for row in rows:
            self._count("".join(row))
        filled = tuple((*row, *([""] * (width - len(row)))) for row in rows)
        self._tables += 1
        grid = Grid(
            rows=filled,
            place=replace(self._place(page, line), table=self._tables),
            head_rows=likely_head_rows(filled) if head_rows is None else head_rows,
            marked_head=marked_head,
            caption=caption or self._caption_above(),
        )
        self.blocks.append(grid)
        self.colour_only += [grid.cell_place(row, column) for row, column in coloured]

    def image(
        self, alternative: str | None, *, page: int | None = None, line: int | None = None
    ) -> None:
        self.blocks.append(Image(alternative=alternative, place=self._place(page, line)))

    def report(
        self, *, marks_headings: bool, language: str | None = None, title: str | None = None
    ) -> Report:
        self._give_captions_below()
        self._note_tables_as_pictures()
        return Report(
            file=self.file,
            blocks=tuple(self.blocks),
            notes=tuple(self.notes),
            marks_headings=marks_headings,
            language=language,
            title=title,
            colour_only=tuple(self.colour_only),
        )

    def _place(self, page: int | None, line: int | None) -> Place:
        return Place(page=page, line=line, section=self._section, paragraph=self._paragraph)

    def _count(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > limits.CHARACTERS:
            raise too_much(self.file, f"holds over {limits.CHARACTERS:,} characters")

    def _caption_above(self) -> str:
        before = self.blocks[-1] if self.blocks else None
        if not isinstance(before, Prose | Heading):
            return ""
        marked = self._marked_caption == len(self.blocks) - 1 and not is_caption(before.text)
        if marked or announces_table(before.text):
            return before.text
        return ""

    def _give_captions_below(self) -> None:
        """A caption under a table is the table's, unless another table follows it."""
        for place, (block, after) in enumerate(zip(self.blocks, self.blocks[1:], strict=False)):
            if not (isinstance(block, Grid) and not block.caption and isinstance(after, Prose)):
                continue
            follows = self.blocks[place + 2] if place + 2 < len(self.blocks) else None
            if announces_table(after.text) and not isinstance(follows, Grid):
                self.blocks[place] = replace(block, caption=after.text)

    def _note_tables_as_pictures(self) -> None:
        for block, after in zip(self.blocks, self.blocks[1:], strict=False):
            if (
                isinstance(block, Prose | Heading)
                and announces_table(block.text)
                and isinstance(after, Image)
            ):
                where = f" on page {after.place.page}" if after.place.page else ""
                self.note(
                    f"“{block.text[:80]}” stands over a picture{where}: "
                    "a table that is a picture cannot be read."
                )
