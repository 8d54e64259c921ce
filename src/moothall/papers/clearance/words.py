"""The words of a paper that somebody clears: plain text of the sections or front lines covered.

Numbers of paragraphs, tables and bullets are layout, and our remarks in the margin are no words of
the paper: neither is cleared.  The table of clearances itself is never among them, or every answer
would change what the others have cleared.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from moothall.documents.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Paragraph,
    Picture,
    Section,
    Table,
)
from moothall.documents.formats import Format, Subsection

_CLEARANCES = "clearance_table"


@dataclass(frozen=True, slots=True)
class Covered:
    """The paragraphs covered, in the paper's order, and the headings that it does not have."""

    paragraphs: tuple[str, ...]
    missing: tuple[str, ...] = ()


def words_covered(
    document: Document,
    layout: Format | None,
    covers: tuple[str, ...],
    annex: Document | None = None,
) -> Covered:
    """What stands under the headings and front labels in `covers`; the whole paper for none.

    A heading covers the sections below it.  What is exempt stands apart in `annex` and is cleared
    with the heading under which it is kept there.
    """
    skipped = _headings_of_clearances(layout)
    documents = tuple(each for each in (document, annex) if each is not None)
    if not covers:
        return Covered(tuple(text for each in documents for text in _whole(each, skipped)))
    wanted = {as_heading(each): each for each in covers}
    found: set[str] = set()
    paragraphs = [
        text for each in documents for text in _chosen(each, frozenset(wanted), skipped, found)
    ]
    return Covered(
        tuple(paragraphs), tuple(each for key, each in wanted.items() if key not in found)
    )


def headings_of(document: Document) -> tuple[str, ...]:
    """Everything that can be cleared by itself: front labels, then headings, each once."""
    labels = [label for label, _ in _front_lines(document)]
    headings = [each.heading for each in (*document.sections, *document.appendices)]
    return tuple(dict.fromkeys(each.rstrip(": ") for each in (*labels, *headings) if each))


def as_heading(text: str) -> str:
    """A heading as it is compared: without a colon at its end, its case or its spacing."""
    return " ".join(text.rstrip(": ").casefold().split())


def same_words(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two texts say the same, however their lines are broken."""
    return " ".join(one).split() == " ".join(other).split()


def digest_of(paragraphs: Iterable[str]) -> str:
    """A name for just these words: 32 hexadecimal digits, others for any other words."""
    return hashlib.sha256(" ".join(" ".join(paragraphs).split()).encode()).hexdigest()[:32]


def _headings_of_clearances(layout: Format | None) -> frozenset[str]:
    if layout is None:
        return frozenset()
    outlines: list[Subsection] = []
    for section in (*layout.sections, *layout.appendices):
        outlines += [section, *section.sections]
    named = [each.heading for each in outlines if _CLEARANCES in each.content]
    named += [each.label for each in layout.front if _CLEARANCES in each.content]
    return frozenset(map(as_heading, named))


def _whole(document: Document, skipped: frozenset[str]) -> Iterator[str]:
    yield from filter(None, (document.title, document.subtitle))
    for block in document.front:
        if isinstance(block, Table) and not block.head:
            for label, texts in _lines(block):
                if as_heading(label) not in skipped:
                    yield from filter(None, (label, *texts))
        else:
            yield from _said(block)
    for sections, after in ((document.sections, document.closing), (document.appendices, ())):
        for section in sections:
            if as_heading(section.heading) not in skipped:
                yield from (section.heading, *_under(section))
        for block in after:
            yield from _said(block)


def _chosen(
    document: Document, wanted: frozenset[str], skipped: frozenset[str], found: set[str]
) -> Iterator[str]:
    tables = [each for each in document.front if isinstance(each, Table) and each.head]
    for label, texts in _front_lines(document):
        key = as_heading(label)
        if key not in wanted or key in skipped:
            continue
        found.add(key)
        yield from texts
        # A table of a front line stands after the sheet, where its cell says so.
        told = " ".join(texts)
        for table in tables:
            if any(name and name in told for name in (table.caption, table.label)):
                yield from _said(table)
    for sections in (document.sections, document.appendices):
        below: int | None = None
        for section in sections:
            key = as_heading(section.heading)
            if below is not None and section.level <= below:
                below = None
            if key in wanted:
                found.add(key)
                below = section.level if below is None else below
            elif below is not None and key not in skipped:
                yield section.heading
            if below is not None and key not in skipped:
                yield from _under(section)


def _front_lines(document: Document) -> Iterator[tuple[str, tuple[str, ...]]]:
    for block in document.front:
        if isinstance(block, Table) and not block.head:
            yield from _lines(block)


def _lines(sheet: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in sheet.rows:
        if row and row[0]:
            yield row[0][0], tuple(text for cell in row[1:] for text in cell)


def _under(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield from _said(block)


def _said(block: Block) -> Iterator[str]:
    """The words of a block, a paragraph or a cell's paragraph at a time."""
    if isinstance(block, Paragraph):
        texts: Iterable[str] = (block.text,)
    elif isinstance(block, Bullets):
        texts = block.items
    elif isinstance(block, Table):
        cells = (text for row in block.rows for cell in row for text in cell)
        texts = (block.caption, *(text for text, _ in block.groups), *block.head, *cells)
    elif isinstance(block, Picture):
        texts = (block.title, block.description)
    elif isinstance(block, Figure):
        texts = (block.title,)
    else:
        texts = ()
    yield from (text for text in texts if text.strip())
