"""One line of a published page, whatever it was made of."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from moothall.files.minutes import limits
from moothall.files.reports.printed_numbers import split_bullet, split_number, tidy

_SIZE = re.compile(
    r"\s*(?:\bpdf icon\s*)?\(?\bPDF,?\s+[\d.,]+\s*[KMG]B\)?(?:/\d+)?\s*$", re.IGNORECASE
)


class Sort(StrEnum):
    """What a line is, as far as its marks say."""

    HEADING = "heading"
    LABEL = "label"
    WORDS = "words"
    ROW = "row of a table"
    ITEM = "number of an item"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: a paragraph, a heading, a row of a table, the number of an item.

    `at` is its line in the file; `number` what is printed, or would be, before an entry of a list;
    `cells` are those of a row, `head` says that they are its headings; `linked` that all of it is a
    link to elsewhere, `to` where its first link leads.
    """

    at: int
    words: str
    sort: Sort = Sort.WORDS
    number: str = ""
    bullet: bool = False
    cells: tuple[str, ...] = ()
    head: bool = False
    linked: bool = False
    to: str = ""


def without_size(words: str) -> str:
    """A title without the size of the document that is linked to it: `Minutes PDF 98 KB`."""
    return _SIZE.sub("", words).strip()


def line_from(raw: str, at: int, **marks: object) -> Line | None:
    words = tidy(raw)[: limits.LINE_CHARACTERS]
    if not words or not any(letter.isalnum() for letter in words):
        return None
    bullet, rest = split_bullet(words)
    number, bare = split_number(rest)
    line = Line(at, bare if number else rest, number=number, bullet=bullet)
    if sort := marks.get("sort"):
        assert isinstance(sort, Sort)  # noqa: S101 - given below
        line = Line(at, words, sort)
    if marks.get("number") and not line.number:
        line = Line(at, line.words, number=str(marks["number"]))
    elif marks.get("bullet") and not line.number:
        line = Line(at, line.words, bullet=True)
    if marks.get("linked"):
        line = replace(line, linked=True)
    if marks.get("to"):
        line = replace(line, to=str(marks["to"]))
    return line
