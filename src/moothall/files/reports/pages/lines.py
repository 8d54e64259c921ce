"""Words on a page as lines of text, in the order in which they are read."""

from collections import Counter
from collections.abc import Iterable, Sequence

from moothall.files.reports.pages.page import Box, Page, Word
from moothall.files.reports.printed_numbers import raised

_SAME_LINE = 0.3
_SPACE = 0.12
_TAB = 1.1
"""Gaps between words, in sizes of the letters: below the first none, from the last on a tab."""
_LEAST_LINES_IN_COLUMN = 6
_LEAST_GUTTER = 9.0


class Line:
    """Words beside each other, from left to right."""

    __slots__ = ("base", "bold", "left", "right", "size", "words")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.base = max(word.base for word in words)
        self.left = min(word.left for word in words)
        self.right = max(word.right for word in words)
        self.size = max(words, key=lambda word: len(word.text)).size
        letters = sum(len(word.text) for word in words)
        heavy = sum(len(word.text) for word in words if word.bold)
        self.bold = heavy >= letters * 0.95

    @property
    def top(self) -> float:
        return self.base - self.size

    @property
    def text(self) -> str:
        return spaced(self.words)

    def segments(self) -> list["Line"]:
        """The parts of the line that stand apart from each other, as the cells of a row do."""
        parts: list[list[Word]] = []
        for before, word in zip([None, *self.words], self.words, strict=False):
            if before is None or word.left - before.right > _TAB * min(word.size, before.size):
                parts.append([])
            parts[-1].append(word)
        return [Line(part) for part in parts]


def spaced(words: Sequence[Word]) -> str:
    """The words of a line with spaces between them, and tabs over wide gaps."""
    text = ""
    for before, word in zip([None, *words], words, strict=False):
        if before is not None:
            gap = word.left - before.right
            size = min(word.size, before.size)
            if gap > _TAB * size:
                text += "\t"
            elif gap > _SPACE * size or word.space_before:
                text += " "
        text += word.text
    return text


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines from the top down, each from left to right; small raised marks within theirs."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if lines and word.base - lines[-1][0].base <= _SAME_LINE * min(
            word.size, lines[-1][0].size
        ):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Line(sorted(line, key=lambda word: word.left)) for line in _with_marks(lines)]


def lines_in_order(words: Iterable[Word]) -> list[Line]:
    """The lines of words that come in the order of reading, also from one column to the next."""
    runs: list[list[Word]] = []
    for word in words:
        if not runs or word.base < runs[-1][-1].base - 2 * word.size:
            runs.append([])
        runs[-1].append(word)
    return [line for run in runs for line in lines_of(run)]


def _with_marks(lines: list[list[Word]]) -> list[list[Word]]:
    """Small words just over a line, beside its words, are marks of notes and belong in it."""
    kept: list[list[Word]] = []
    for place, line in enumerate(lines):
        below = lines[place + 1] if place + 1 < len(lines) else None
        if below is None or not _are_marks(line, below):
            kept.append(line)
            continue
        for word in line:
            word.text = raised(word.text)
            word.base = below[0].base
            word.space_before = False
        below.extend(line)
    return kept


def _are_marks(line: list[Word], below: list[Word]) -> bool:
    size = max(word.size for word in below)
    if below[0].base - line[0].base > 0.7 * size:
        return False
    return all(
        word.size < 0.8 * size
        and any(
            -0.1 * size <= word.left - beside.right <= 0.3 * size
            or -0.1 * size <= beside.left - word.right <= 0.3 * size
            for beside in below
        )
        for word in line
    )


def in_reading_order(lines: list[Line], page: Page) -> list[Line]:
    """Lines in columns one column after the other; whatever goes over both columns between."""
    words = sorted((word for line in lines for word in line.words), key=lambda w: w.left)
    gutter = _gutter(lines, words, page)
    if gutter is None:
        return lines
    left: list[Line] = []
    right: list[Line] = []
    ordered: list[Line] = []
    for line in lines:
        parts = _parts_beside(line, gutter)
        if parts is None:
            ordered += left + right + [line]
            left, right = [], []
            continue
        if parts[0]:
            left.append(Line(parts[0]))
        if parts[1]:
            right.append(Line(parts[1]))
    return ordered + left + right


def _parts_beside(line: Line, gutter: Box) -> tuple[list[Word], list[Word]] | None:
    """The words to the left and to the right of the gutter; None where a word goes over it."""
    middle = gutter.middle[0]
    before = [word for word in line.words if word.right <= middle]
    after = [word for word in line.words if word.left >= middle]
    if len(before) + len(after) < len(line.words):
        return None
    if before and after and after[0].left - before[-1].right < _LEAST_GUTTER * 0.8:
        return None
    within = gutter.top - 1 <= line.base <= gutter.bottom + 1
    return (before, after) if within else None


def _gutter(lines: list[Line], words: list[Word], page: Page) -> Box | None:
    """The empty strip between two columns of running text, if the page has one."""
    if len(lines) < 2 * _LEAST_LINES_IN_COLUMN:
        return None
    low, high = page.width * 0.3, page.width * 0.7
    starts = Counter(round(word.left) for word in words if low <= word.left <= high)
    best: tuple[int, Box] | None = None
    for start, times in sorted(starts.items()):
        if times + starts[start + 1] < _LEAST_LINES_IN_COLUMN * 0.5:
            continue  # where a column begins, many lines do
        box = _strip(lines, start)
        if box is not None and (best is None or box[0] > best[0]):
            best = box
    return best[1] if best else None


def _strip(lines: list[Line], start: float) -> tuple[int, Box] | None:
    """How many lines stand beside a strip that ends where a column begins, and the strip."""
    lefts: list[Line] = []
    rights: list[Line] = []
    for line in lines:
        before = [word for word in line.words if word.right <= start - _LEAST_GUTTER + 1]
        after = [word for word in line.words if word.left >= start - 1]
        if len(before) + len(after) < len(line.words):
            if min(len(lefts), len(rights)) >= _LEAST_LINES_IN_COLUMN:
                break
            lefts, rights = [], []
            continue
        if before:
            lefts.append(Line(before))
        if after:
            rights.append(Line(after))
    count = min(len(lefts), len(rights))
    if count < _LEAST_LINES_IN_COLUMN:
        return None
    if sum(line.left <= start + 2 for line in rights) < len(rights) * 0.5:
        return None
    if min(lefts[-1].base, rights[-1].base) <= max(lefts[0].base, rights[0].base):
        return None  # one above the other, not beside each other
    if not (_are_running_text(lefts) and _are_running_text(rights)):
        return None
    edge = max(line.right for line in lefts)
    top = min(lefts[0].base, rights[0].base)
    bottom = max(lefts[-1].base, rights[-1].base)
    return count, Box(min(edge, start - 1), top - 1, start, bottom)


def _are_running_text(side: list[Line]) -> bool:
    """Whether the lines on one side of a gutter are of text, not the cells of a table."""
    if sum(len(line.words) for line in side) < 3 * len(side):
        return False
    broken = sum(1 for line in side if len(line.segments()) > 1)
    return broken <= len(side) * 0.25
