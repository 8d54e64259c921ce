"""The parts of pages as the blocks of a report: what is a heading, which number is whose."""

import re
from collections import Counter

from moothall.files.reports.block_sequence import BlockSequence, is_caption
from moothall.files.reports.pages.page import Page
from moothall.files.reports.pages.page_table import PageTable
from moothall.files.reports.pages.paragraphs import Paragraph, Vocabulary
from moothall.files.reports.pages.tags import PagePart
from moothall.files.reports.printed_numbers import (
    depth,
    is_heading_like,
    split_bullet,
    split_number,
    tidy,
)

_LARGER = 1.14
_DEEPEST_HEADING = 6
_NUMBER_ALONE = re.compile(r"(?:\d{1,2}(?:\.\d{1,3}){0,4}\.?|\(?[a-z]{1,4}\))$")


class Writer:
    """Turns parts of pages into blocks; decides which paragraphs are headings."""

    def __init__(
        self,
        blocks: BlockSequence,
        vocabulary: Vocabulary,
        body_size: float,
        sizes: list[float],
    ) -> None:
        self.marks_headings = False
        self._blocks = blocks
        self._vocabulary = vocabulary
        self._body_size = body_size
        self._larger = [size for size in sizes if size >= body_size * _LARGER]
        self._level = 0
        self._number: Paragraph | None = None
        """A number that stands alone, until the paragraph beside it comes."""

    def take(self, page: int, part: PagePart) -> None:
        if isinstance(part, Paragraph):
            if self._number is not None and not _goes_with(self._number, part):
                self._take_paragraph(self._number)
                self._number = None
            if self._number is None and _is_number_alone(part):
                self._number = part
            else:
                self._take_paragraph(part)
            return
        self.finish()
        if isinstance(part, PageTable):
            self._blocks.grid(
                [[tidy(cell) for cell in row] for row in part.rows],
                head_rows=part.head_rows,
                marked_head=part.marked_head,
                page=page,
                coloured=part.coloured,
            )
        else:
            self._blocks.image(part[1], page=page)

    def finish(self) -> None:
        if self._number is not None:
            self._take_paragraph(self._number)
            self._number = None

    def _take_paragraph(self, part: Paragraph) -> None:
        text = self._vocabulary.joined(part.lines)
        number, bullet = part.number, part.bullet
        if self._number is not None and self._number is not part and not number:
            number, bullet = tidy(self._number.lines[0]), False
            self._number = None
        if not number and not bullet:
            bullet, text = split_bullet(text)
            printed, rest = split_number(text)
            if printed and (not bullet or "." in printed):
                number, bullet, text = printed, False, rest
        words = tidy(text)
        if not words:
            return
        level = part.level
        if level is not None:
            self.marks_headings = True
            self._level = level
        elif not bullet and not part.is_caption and not is_caption(words):
            level = self._level_by_looks(part, words, number)
        if level is None:
            self._blocks.prose(
                words, number=number, bullet=bullet, caption=part.is_caption, page=part.page
            )
        else:
            self._blocks.heading(words, level, number=number, page=part.page)

    def _level_by_looks(self, part: Paragraph, words: str, number: str) -> int | None:
        if any("\t" in line for line in part.lines) and not number:
            return None
        size = round(part.size * 2) / 2
        larger = size >= self._body_size * _LARGER
        if not is_heading_like(words, number, bold=part.bold or larger):
            return None
        if self._level:
            return min(self._level + 1, _DEEPEST_HEADING)
        if number:
            return depth(number)
        rank = self._larger.index(size) + 1 if size in self._larger else len(self._larger) + 1
        return min(rank, _DEEPEST_HEADING)


def body_size(contents: list[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in contents:
        for word in page.words:
            sizes[round(word.size * 2) / 2] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 11.0


def heading_sizes(parts: list[tuple[int, PagePart]]) -> list[float]:
    return sorted(
        {
            round(part.size * 2) / 2
            for _, part in parts
            if isinstance(part, Paragraph) and len(" ".join(part.lines)) <= 110
        },
        reverse=True,
    )


def _is_number_alone(part: Paragraph) -> bool:
    """Whether it is only the number of the paragraph beside it, set in a column of its own."""
    alone = len(part.lines) == 1 and part.level is None and not part.number
    return alone and bool(_NUMBER_ALONE.match(part.lines[0].strip()))


def _goes_with(number: Paragraph, part: Paragraph) -> bool:
    beside = abs(part.top - number.top) < 0.8 * number.size and part.left > number.left
    return part.page == number.page and beside and not part.number
