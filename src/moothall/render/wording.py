"""Words that every edition of a paper prints alike."""

from moothall.documents.document import Note, Picture, Table
from moothall.documents.printed_words import (
    PROVENANCE_HEADING,
    SYNTHETIC_LABEL,
    SYNTHETIC_TEXT,
)
from moothall.documents.word_marks import on_one_line

__all__ = [
    "PROVENANCE_HEADING",
    "SYNTHETIC_LABEL",
    "SYNTHETIC_TEXT",
    "UNTITLED",
    "caption_of",
    "in_place_of",
    "note_label",
    "plain",
    "standing",
    "titled",
]

UNTITLED = "Untitled paper"
"""For a paper that has no title yet: a file without one cannot be told from others."""


def plain(text: str) -> str:
    """The text on one line and without the characters that XML cannot hold."""
    return on_one_line(text)


def note_label(note: Note) -> str:
    """The word before a note, so that its kind is never told by colour alone: `Assumed:`."""
    kind = plain(note.kind).rstrip(":") or "note"
    return f"{kind[0].upper()}{kind[1:]}:"


def caption_of(table: Table) -> str:
    """The table's caption; a table that has none is still named, for those who jump from one to
    the next."""
    return plain(table.caption) or ("Table" if table.head else "Front sheet")


def titled(label: str, words: str) -> str:
    """What is printed above a table or drawing: `Table 2: what it shows`."""
    return ": ".join(filter(None, (plain(label), plain(words))))


def in_place_of(picture: Picture) -> str:
    """What stands for a picture in an edition that cannot show it."""
    return f"{plain(picture.title).rstrip('.')}. {plain(picture.description)}"


def standing(levels: list[int]) -> list[int]:
    """The levels of headings, none of them skipped: each goes at most one deeper than the last.

    Levels are those of `Section.level`, where 2 stands directly below the title.
    """
    kept: list[int] = []
    for level in levels:
        deepest = kept[-1] + 1 if kept else 2
        kept.append(min(max(level, 2), deepest))
    return kept
