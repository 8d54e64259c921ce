"""Filled headings as a Document: the front sheet, numbers, and what is not yet written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from moothall.documents.document import (
    Block,
    Bullets,
    InCell,
    Note,
    Paragraph,
    Quote,
    Section,
    Table,
)
from moothall.documents.formats import (
    Format,
    FrontField,
    FrontStyle,
    Numbering,
)
from moothall.papers.filling import (
    APPENDIX,
    CLOSING,
    FRONT,
    SECTION,
    Filled,
    Heading,
    Place,
    appendices_in,
    headings_of,
    under,
)

UNWRITTEN = "Not yet written"
FRONT_SHEET = "Front sheet"


@dataclass(frozen=True, slots=True)
class SetOut:
    """The parts of a paper, and the headings for which nothing is held yet.

    `called` says by content in which appendix it stands ("Appendix A").
    """

    front: tuple[Block, ...]
    sections: tuple[Section, ...]
    closing: tuple[Block, ...]
    appendices: tuple[Section, ...]
    unwritten: tuple[str, ...]
    called: dict[str, str]


def set_out(
    layout: Format,
    done: Filled,
    withheld: dict[Place, str] | None = None,
    only: frozenset[Place] | None = None,
) -> SetOut:
    """The parts of a paper; `withheld` says under which headings something is kept back, and why.

    With `only`, nothing but those headings (and the ones above them), under the numbers that they
    have in the whole.  What is not yet written is told sections first and the front last.
    """
    kept_back = withheld or {}
    called: dict[str, str] = {}
    unwritten: dict[str, list[str]] = {FRONT: [], SECTION: [], CLOSING: [], APPENDIX: []}
    closing: list[Block] = []
    rows: list[tuple[FrontField, list[Block]]] = []
    parts: dict[str, list[Section]] = {SECTION: [], APPENDIX: []}
    appendices = {place: name for place, name, _ in appendices_in(layout, done)}
    for heading, number in _shown(layout, done, kept_back, appendices):
        part, _, below = heading.place
        if only is not None and not _leads_to(heading, only):
            continue
        blocks = [*under(done, heading.place), *_kept_back(kept_back.get(heading.place))]
        if only is not None and heading.place not in only:
            blocks = []
        if isinstance(heading.outline, FrontField):
            if all(isinstance(block, Note) for block in blocks):
                unwritten[part].append(heading.printed)
                blocks.append(_nothing_held(heading))
            if part == CLOSING:
                closing += _closing_line(heading.outline.label, blocks)
            else:
                rows.append((heading.outline, blocks))
            continue
        if not blocks and not heading.has_inner:
            unwritten[part].append(heading.printed)
            blocks = [_nothing_held(heading)]
        if part == APPENDIX:
            name = appendices.get((part, heading.place[1], 0), "")
            called |= dict.fromkeys(heading.outline.content, name)
        if part == SECTION and layout.numbering is Numbering.SECTIONS_AND_PARAGRAPHS:
            blocks = _numbered(blocks, number.rstrip("."))
        level = 3 if below else 2
        parts[part].append(Section(heading.outline.heading, tuple(blocks), number, level))
    return SetOut(
        front=tuple(_front(layout, rows)),
        sections=tuple(parts[SECTION]),
        closing=tuple(closing),
        appendices=tuple(parts[APPENDIX]),
        unwritten=(
            *unwritten[SECTION],
            *unwritten[CLOSING],
            *unwritten[APPENDIX],
            *unwritten[FRONT],
        ),
        called=called,
    )


def _closing_line(label: str, blocks: list[Block]) -> list[Block]:
    """A line after the last section: its label, and what stands there, beside it where that is
    one paragraph."""
    first = blocks[0]
    if len(blocks) == 1 and isinstance(first, Paragraph):
        moved = tuple(_moved(quote, len(label) + 1) for quote in first.quotes)
        return [replace(first, text=f"{label} {first.text}", quotes=moved)]
    return [Paragraph(label), *blocks]


def _leads_to(heading: Heading, only: frozenset[Place]) -> bool:
    part, at, _ = heading.place
    return heading.place in only or (
        heading.has_inner and any(place[:2] == (part, at) for place in only)
    )


def _nothing_held(heading: Heading) -> Note:
    return Note(UNWRITTEN, f"nothing is held for {heading.printed}")


def _kept_back(why: str | None) -> list[Block]:
    return [Paragraph(why)] if why else []


def _shown(
    layout: Format, done: Filled, kept_back: dict[Place, str], appendices: dict[Place, str]
) -> Iterator[tuple[Heading, str]]:
    """The headings that the paper has, each with its number; an optional one that is empty is
    left out and takes no number."""
    filled = {place for place in done if under(done, place)} | set(kept_back)
    at = below = 0
    for heading in headings_of(layout):
        part, place, inner = heading.place
        if isinstance(heading.outline, FrontField):
            yield heading, ""
            continue
        leads_on = heading.has_inner and any(each[:2] == (part, place) for each in filled)
        if heading.outline.optional and heading.place not in filled and not leads_on:
            continue
        at, below = (at, below + 1) if inner else (at + 1, 0)
        if part == APPENDIX:
            yield heading, appendices.get(heading.place, "")
        elif layout.numbering is Numbering.NONE:
            yield heading, ""
        else:
            yield heading, f"{at}.{below}" if inner else f"{at}."


def _numbered(blocks: Iterable[Block], within: str) -> list[Block]:
    place = 0
    numbered: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            place += 1
            block = replace(block, number=f"{within}.{place}")
        numbered.append(block)
    return numbered


def _front(layout: Format, rows: Sequence[tuple[FrontField, list[Block]]]) -> list[Block]:
    if not rows or layout.front_style is FrontStyle.TITLE:
        return []
    cells = []
    whose: list[InCell] = []
    tables: list[Block] = []
    for at, (field, blocks) in enumerate(rows):
        # A cell holds paragraphs: a table stands after the sheet and its row says which one.
        tables += [block for block in blocks if isinstance(block, Table)]
        authorised = (f"(Authorised by {field.authorised_by})",) if field.authorised_by else ()
        words = list(_as_paragraphs(blocks))
        whose += [
            InCell(at, 1, place, each.of, each.quotes)
            for place, each in enumerate(words)
            if each.of or each.quotes
        ]
        cells.append(((field.label, *authorised), tuple(each.text for each in words)))
    return [Table(FRONT_SHEET, (), tuple(cells), in_cells=tuple(whose)), *tables]


def _as_paragraphs(blocks: Iterable[Block]) -> Iterable[Paragraph]:
    """Blocks as the paragraphs of a cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Note):
            yield Paragraph(f"[{block.kind}: {block.text}]")
        elif isinstance(block, Table):
            yield Paragraph(f"See the table “{block.caption}” below.")
        elif isinstance(block, Bullets):
            yield from _items(block)


def _items(bullets: Bullets) -> Iterable[Paragraph]:
    for place, item in enumerate(bullets.items):
        marker = bullets.numbers[place] if place < len(bullets.numbers) else "•"
        quotes = bullets.quotes[place] if place < len(bullets.quotes) else ()
        moved = len(marker) + 1
        yield Paragraph(
            f"{marker} {item}",
            of=bullets.of,
            quotes=tuple(_moved(quote, moved) for quote in quotes),
        )


def _moved(quote: Quote, by: int) -> Quote:
    return replace(quote, start=quote.start + by, end=quote.end + by)
