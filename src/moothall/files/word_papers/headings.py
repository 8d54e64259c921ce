"""Under which of the format's headings each part of a file stands, renamed ones too."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from moothall.documents.document import Section
from moothall.documents.word_marks import hash_of, on_one_line
from moothall.files.reports.printed_numbers import split_number
from moothall.files.word_papers.flow import At
from moothall.files.word_papers.read_words import ReadWords

_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Headings:
    """The heading of the format for each of a file's, by its place; None for an unknown one."""

    known: Mapping[int, str]
    renamed: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    read: tuple[str, ...] = ()

    def as_read(self, place: int) -> str:
        """The heading as the file has it."""
        return self.read[place] if 0 <= place < len(self.read) else ""

    def at(self, place: int) -> str | None:
        """The format's heading; "" before the first one."""
        return "" if place < 0 else self.known.get(place)

    def named(self, at: At) -> str:
        """What stands over a place: the row of the front, the format's heading, or the file's."""
        heading = at.label or self.at(at.heading)
        return on_one_line(heading if heading is not None else self.as_read(at.heading))


def match_headings(
    read: tuple[ReadWords, ...],
    sections: Iterable[Section],
    own: Iterable[str],
    words_under: Mapping[int, frozenset[str]],
) -> Headings:
    """Match by mark, by words, by the words that stand below, and last by likeness.

    `own` are headings that the program adds to every paper; `words_under` gives for each heading of
    the file under which headings the words below it stood when they left.
    """
    printed = {each.heading: on_one_line(f"{each.number} {each.heading}") for each in sections}
    printed |= {each: each for each in own}
    by_hash = {hash_of(on_one_line(heading)): heading for heading in printed}
    by_words = {_bare(words): heading for heading, words in printed.items()}
    found: dict[int, str] = {}
    for place, heading in enumerate(read):
        name = by_hash.get(heading.heading_mark.hash) if heading.heading_mark else None
        name = name or by_words.get(_bare(heading.printed))
        if name is not None:
            found[place] = name
    for place, heading in enumerate(read):
        if place in found:
            continue
        missing = [each for each in printed if each not in found.values()]
        below = words_under.get(place, frozenset())
        if len(below) == 1 and next(iter(below)) in missing:
            found[place] = next(iter(below))
            continue
        near = difflib.get_close_matches(
            _bare(heading.printed), [_bare(printed[each]) for each in missing], 1, _ALIKE
        )
        if near:
            found[place] = by_words[near[0]]
    return Headings(
        known=found,
        renamed=tuple(
            (printed[name], read[place].printed)
            for place, name in sorted(found.items())
            if _bare(read[place].printed) != _bare(printed[name])
        ),
        unknown=tuple(each.printed for place, each in enumerate(read) if place not in found),
        read=tuple(each.printed for each in read),
    )


def _bare(words: str) -> str:
    """A heading without its number, capitals and closing colon."""
    return split_number(on_one_line(words))[1].casefold().rstrip(": ")
