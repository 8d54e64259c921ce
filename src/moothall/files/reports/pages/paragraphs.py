"""Lines of text as paragraphs: where one ends, and how words broken over lines are put together."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from moothall.files.reports.pages.lines import Line
from moothall.files.reports.printed_numbers import is_heading_like, split_bullet, split_number

_ENDED = re.compile(r"[.:;?!][”\"’')\]]*$")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$|…{2,}\s*\d{1,4}$")
_LONGEST_WORD = 60
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT_FIGURE = re.compile(r"(?:\d,\d{0,2}|\d/\d?|\d\.|£|[(-])$")
_SHORT_WORDS = {"a", "am", "an", "as", "at", "be", "by", "do", "eg", "ie", "if", "in", "is", "it"}
_SHORT_WORDS |= {"m", "me", "my", "no", "of", "on", "or", "pa", "so", "to", "up", "us", "vs", "we"}
_PITCH = 1.3
"""How much further apart than the lines of a paragraph two paragraphs stand, at least."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph on a page; `level` is set where the file marks it as a heading."""

    lines: list[str]
    page: int
    size: float
    bold: bool
    left: float = 0.0
    top: float = 0.0
    level: int | None = None
    bullet: bool = False
    bullet_assumed: bool = False
    is_caption: bool = False
    number: str = ""
    fills_line: bool = True
    """Whether its last line goes to the right edge, so that it may go on overleaf."""


@dataclass(slots=True)
class Vocabulary:
    """The words of a document, by which words broken at a line's end are put together."""

    words: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, texts: list[str]) -> "Vocabulary":
        return cls(Counter(word for text in texts for word in _WORD.findall(text.lower())))

    def joined(self, lines: list[str]) -> str:
        """Lines as one: a hyphen at a line's end stays where the word is written so elsewhere."""
        pieces: list[str] = []
        for line in filter(None, map(str.strip, lines)):
            before = pieces[-1] if pieces else ""
            broken = _BROKEN.search(before[-_LONGEST_WORD:])
            after = _WORD.match(line)
            if before.endswith("\u00ad"):
                pieces[-1] = before[:-1]
            elif broken and after and line[0].islower():
                if self._is_one_word(broken[1], after[0]):
                    pieces[-1] = before[:-1]
            elif before and not _goes_on_at_once(before, line):
                pieces.append(" ")
            pieces.append(line)
        return "".join(pieces)

    def joined_in_cell(self, lines: list[str]) -> str:
        """Lines of a cell as one: narrow columns break words and figures without a hyphen."""
        whole: list[str] = []
        for line in lines:
            before = whole[-1].rpartition(" ")[2] if whole else ""
            if before and self._is_broken(before, line.partition(" ")[0]):
                whole[-1] += line
            else:
                whole.append(line)
        return self.joined(whole)

    def _is_broken(self, before: str, after: str) -> bool:
        if _CUT_FIGURE.search(before) and re.match(r"\d", after):
            return True
        if not (before[-1:].isalpha() and after[:1].islower() and after.isalpha()):
            return False
        if self.words[before.lower()] <= 1 and (before + after).lower() in self.words:
            return True
        return len(after) <= 2 and after not in _SHORT_WORDS

    def _is_one_word(self, before: str, after: str) -> bool:
        before, after = before.lower(), after.lower()
        if before + after in self.words:
            return True
        if f"{before}-{after}" in self.words:
            return False
        # "evidence-based": both halves are words of their own; "imple-ment": neither is
        return not (before in self.words and after in self.words)


def _goes_on_at_once(before: str, line: str) -> bool:
    """Whether no space belongs between two lines: after a hyphen, or a stroke as in "and/or"."""
    hyphen = len(before) > 1 and before[-1] in "-\u2010" and before[-2].isalnum()
    return hyphen or (before.endswith("/") and line[0].islower())


def joined_lines(lines: list[str]) -> str:
    return Vocabulary().joined(lines)


def is_contents_line(text: str) -> bool:
    """Whether it is an entry of a list of contents: dots, then the number of a page."""
    return bool(_LEADERS.search(text.replace("\t", " ")))


def paragraphs_of(lines: list[Line], page: int) -> list[Paragraph]:
    """The paragraphs of lines in reading order."""
    paragraphs: list[Paragraph] = []
    pitch = _usual_pitch(lines)
    edges = _edges(lines)
    before: Line | None = None
    for line, edge in zip(lines, edges, strict=True):
        text = line.text.strip()
        if is_contents_line(text):
            before = None
            continue
        if before is None or _begins(line, text, before, paragraphs[-1], pitch, edge):
            paragraphs.append(Paragraph([text], page, line.size, line.bold, line.left, line.top))
        else:
            here = paragraphs[-1]
            here.lines.append(text)
            here.bold = here.bold and line.bold
        paragraphs[-1].fills_line = line.right > edge - 12 * line.size
        before = line
    return paragraphs


def _edges(lines: list[Line]) -> list[float]:
    """For each line how far the lines go that stand over and under it, not those beside it."""
    return [
        max(other.right for other in lines if other.left < line.right and other.right > line.left)
        for line in lines
    ]


def _usual_pitch(lines: list[Line]) -> float:
    """How far apart the lines of a paragraph stand, in sizes of their letters."""
    gaps = [
        (below.base - above.base) / below.size
        for above, below in pairwise(lines)
        if 0.9 < (below.base - above.base) / below.size < 2.2
        and abs(below.left - above.left) < below.size
    ]
    return min(median(gaps), 1.6) if gaps else 1.25


def _begins(
    line: Line, text: str, before: Line, paragraph: Paragraph, pitch: float, edge: float
) -> bool:
    """Whether a line begins a new paragraph."""
    gap = (line.base - before.base) / max(line.size, before.size)
    if gap <= 0:  # the top of the next column
        return bool(_ENDED.search(before.text)) or not text[:1].islower()
    if gap > pitch * _PITCH:
        return True
    if abs(line.size - before.size) > 0.12 * before.size:
        return True
    bullet, _ = split_bullet(text)
    number, rest = split_number(text)
    hangs = line.left < before.left - line.size or abs(line.left - paragraph.left) < 2
    if number and hangs and _begins_items(number, paragraph):
        return True
    if bullet or (
        number and hangs and ("\t" in text or _ENDED.search(before.text) or "." in number)
    ):
        return True
    heading = is_heading_like(" ".join(paragraph.lines), "", bold=paragraph.bold)
    if line.bold != before.bold and (heading or line.bold) and _is_short(before, edge):
        return True
    if gap > pitch * 1.12 and _ENDED.search(before.text):
        return True
    return bool(_ENDED.search(before.text)) and _is_short(before, edge) and rest[:1].isupper()


def _begins_items(number: str, paragraph: Paragraph) -> bool:
    """Whether it is the first item of a list "(a)", or the next one after another item."""
    if not number.endswith(")"):
        return False
    return number.strip("()") in {"a", "i", "1", "A"} or bool(split_number(paragraph.lines[0])[0])


def _is_short(line: Line, edge: float) -> bool:
    """Whether the line ends long before the edge, as the last one of a paragraph does."""
    return line.right < edge - 10 * line.size


def goes_on(before: str, after: Paragraph) -> bool:
    """Whether a paragraph at the top of a page goes on with the sentence before it."""
    if after.level is not None or after.number or _ENDED.search(before):
        return False
    if after.bullet and not (after.bullet_assumed and after.lines[0][:1].islower()):
        return False
    text = after.lines[0]
    if split_bullet(text)[0] or split_number(text)[0]:
        return False
    return (
        text[:1].islower()
        or before.endswith((",", "-"))
        or (len(before) > 60 and not is_heading_like(" ".join(after.lines), "", bold=after.bold))
    )
