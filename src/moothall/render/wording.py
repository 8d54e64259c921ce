"""Words that every edition of a paper prints alike."""

import re

from moothall.documents.document import Note, Picture, Table

SYNTHETIC_LABEL = "Synthetic data"
SYNTHETIC_TEXT = "Facts in this paper were made up to show how it works; rely on none of them."

PROVENANCE_HEADING = "What this paper rests on"

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Not \s, which would also swallow the no-break spaces that hold a figure to its unit.
_BREAKS = re.compile(r"[ \t\r\n]+")


def plain(text: str) -> str:
    """The text on one line and without the characters that XML cannot hold."""
    return _BREAKS.sub(" ", _NOT_XML.sub("", text)).strip()


def note_label(note: Note) -> str:
    """The word before a note, so that its kind is never told by colour alone: `Assumed:`."""
    kind = plain(note.kind).rstrip(":") or "note"
    return f"{kind[0].upper()}{kind[1:]}:"


def caption_of(table: Table) -> str:
    """The table's caption; a table that has none is still named, for those who jump from one to
    the next."""
    return plain(table.caption) or ("Table" if table.head else "Front sheet")


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
