"""A format filled from a brief: what stands under every heading, before anything is numbered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from moothall.documents.document import Block, Bullets, Figure, Paragraph, Table
from moothall.documents.formats import (
    AppendixNumbering,
    Format,
    FormatSection,
    FrontField,
    Subsection,
)
from moothall.papers.brief import Brief
from moothall.papers.contents import LAST, fill, printed_implication

Place = tuple[str, int, int]
"""A heading of a format: front, section, closing or appendix, its place from 1, that below it (0:
none)."""
FRONT, SECTION, CLOSING, APPENDIX = "front", "section", "closing", "appendix"
APPENDICES = "appendices"
"""The content that lists the appendices."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the format at its place, with the headings below it."""

    place: Place
    outline: Subsection | FrontField
    has_inner: bool = False

    @property
    def printed(self) -> str:
        if isinstance(self.outline, FrontField):
            return self.outline.label.rstrip(":")
        return self.outline.heading


Filled = dict[Place, list[tuple[str, list[Block]]]]
"""What each content put under each heading, in the format's order."""


def headings_of(layout: Format) -> Iterator[Heading]:
    """Every heading of a format: the front, the sections, what closes it, the appendices."""
    for at, front in enumerate(layout.front, start=1):
        yield Heading((FRONT, at, 0), front)
    yield from _headings_in(SECTION, layout.sections)
    for at, line in enumerate(layout.closing, start=1):
        yield Heading((CLOSING, at, 0), line)
    yield from _headings_in(APPENDIX, layout.appendices)


def _headings_in(part: str, sections: Iterable[FormatSection]) -> Iterator[Heading]:
    for at, section in enumerate(sections, start=1):
        yield Heading((part, at, 0), section, bool(section.sections))
        for below, inner in enumerate(section.sections, start=1):
            yield Heading((part, at, below), inner)


def contents_of(layout: Format) -> set[str]:
    """Every content that the format asks for."""
    return {content for heading in headings_of(layout) for content in heading.outline.content}


def filled(brief: Brief) -> Filled:
    """What the brief puts under every heading.

    What depends on all the rest (the list of sources) is made by `fill_last`.
    """
    return {heading.place: _under(brief, heading) for heading in headings_of(brief.format)}


def _under(brief: Brief, heading: Heading) -> list[tuple[str, list[Block]]]:
    outline = heading.outline
    made = [
        (content, [] if content in LAST else _made(brief, content)) for content in outline.content
    ]
    if isinstance(outline, FrontField):
        return made
    if outline.text:
        made.insert(0, ("", [Paragraph(outline.text)]))
    if not any(blocks for _, blocks in made):
        made.append(("", printed_implication(brief, outline.heading)))
    return made


def fill_last(brief: Brief, done: Filled) -> None:
    """Make what depends on the rest, now that it is there."""
    for blocks in done.values():
        for at, (content, _) in enumerate(blocks):
            if content == APPENDICES:
                blocks[at] = (content, _listed(brief.format, done))
            elif content in LAST:
                blocks[at] = (content, _made(brief, content))


def _listed(layout: Format, done: Filled) -> list[Block]:
    items = tuple(f"{called}: {each.heading}" for _, called, each in appendices_in(layout, done))
    return [Bullets(items)] if items else []


def under(done: Filled, place: Place) -> list[Block]:
    """All that stands under a heading."""
    return [block for _, blocks in done[place] for block in blocks]


def differing(public: Filled, whole: Filled) -> frozenset[Place]:
    """The headings under which the whole paper says what the public one does not."""
    return frozenset(
        place for place in whole if _without_last(public[place]) != _without_last(whole[place])
    )


def _without_last(
    filled: Sequence[tuple[str, list[Block]]],
) -> list[tuple[str, list[Block]]]:
    """Sources that only what is exempt was taken from are not named, and that hides nothing."""
    return [each for each in filled if each[0] not in LAST]


def _made(brief: Brief, content: str) -> list[Block]:
    return list(_named(fill(brief, content), content))


def _named(blocks: Iterable[Block], content: str) -> Iterator[Block]:
    for block in blocks:
        nameless = isinstance(block, Table | Figure) and not block.name
        yield replace(block, name=content) if nameless else block  # type: ignore[arg-type]


def appendices_in(layout: Format, done: Filled) -> Iterator[tuple[Place, str, Subsection]]:
    """The appendices that the paper has, with what each is called ("Appendix A").

    One that is optional and empty is not there, and takes no letter.
    """
    count = 0
    for heading in headings_of(layout):
        part, at, below = heading.place
        if part != APPENDIX or below or isinstance(heading.outline, FrontField):
            continue
        below_it = [under(done, place) for place in done if place[:2] == (part, at)]
        if any(below_it) or not heading.outline.optional:
            count += 1
            letters = layout.appendix_numbering is AppendixNumbering.LETTERS
            called = f"Appendix {_letter(count) if letters else count}"
            yield heading.place, called, heading.outline


def _letter(number: int) -> str:
    """A to Z, then AA, AB …"""
    letters = ""
    while number:
        number, left = divmod(number - 1, 26)
        letters = chr(ord("A") + left) + letters
    return letters
