"""Tables, figures and appendices numbered through a paper, and prose that names them.

A text says `[[table:budget_table]]`, by the name of the content that makes the table; it reads
"Table 2" wherever that table comes to stand.  What was put in is a `Quote` of "table:budget_table",
so that words which come back from Word still name the table and not its number.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from operator import is_

from moothall.documents.document import (
    Block,
    Bullets,
    Document,
    Figure,
    InCell,
    Paragraph,
    Picture,
    Quote,
    Section,
    Table,
)

_KINDS = ("table", "figure", "appendix")
_REFERENCE = re.compile(rf"\[\[({'|'.join(_KINDS)}):([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
Quotes = tuple[Quote, ...]
Rewrite = Callable[[str, Quotes], tuple[str, Quotes]]
"""What is done to one text: the new text, and where its quotes now stand."""


def numbered(document: Document, appendices: dict[str, str]) -> Document:
    """The document with its tables and figures labelled and what names them filled in.

    `appendices` says by content what each appendix is called.  A reference to what is not in the
    paper stays as it is.
    """
    called = {f"appendix:{name}": label for name, label in appendices.items()}
    counted = {"Table": 0, "Figure": 0}

    def label(block: Block) -> Block:
        kind = _kind(block)
        if not kind or not isinstance(block, Table | Figure | Picture):
            return block
        counted[kind] += 1
        given = f"{kind} {counted[kind]}"
        called.setdefault(f"{kind.lower()}:{getattr(block, 'name', '')}", given)
        return replace(block, label=given)

    labelled = _each_block(document, label)

    if not any(f"[[{kind}:" in text for text in _texts(labelled) for kind in _KINDS):
        return labelled

    def refer(text: str, quotes: Quotes) -> tuple[str, Quotes]:
        if "[[" not in text:
            return text, quotes
        put_in = [
            PutIn(match.start(), match.end(), called[name], f"{match[1]}:{match[2]}".strip())
            for match in _REFERENCE.finditer(text)
            if (name := f"{match[1]}:{match[2].strip()}") in called
        ]
        return with_put_in(text, quotes, put_in)

    return rewritten(labelled, refer)


def _texts(document: Document) -> Iterator[str]:
    """Every text in which something could be named."""
    parts = [document.front, document.closing]
    parts += [section.blocks for section in (*document.sections, *document.appendices)]
    for block in chain.from_iterable(parts):
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Bullets):
            yield from block.items
        elif isinstance(block, Table):
            yield from (block.rows[each.row][each.column][each.place] for each in block.in_cells)


def _kind(block: Block) -> str:
    if isinstance(block, Table):
        return "Table" if block.head else ""  # a front sheet is no table of the paper
    return "Figure" if isinstance(block, Figure | Picture) else ""


def replaced(
    text: str, quotes: Quotes, changes: Iterable[tuple[int, int, str]]
) -> tuple[str, Quotes]:
    """The text with (start, end, words) put in, and its quotes moved along.

    The changes stand in the order of the text and touch no quote.
    """
    done: list[str] = []
    shifts: list[tuple[int, int]] = []
    at = 0
    for start, end, words in changes:
        done += [text[at:start], words]
        shifts.append((start, len(words) - (end - start)))
        at = end
    if not shifts:
        return text, quotes
    moved = tuple(
        replace(quote, start=quote.start + by, end=quote.end + by)
        for quote in quotes
        for by in (sum(shift for start, shift in shifts if start < quote.start),)
    )
    return "".join([*done, text[at:]]), moved


@dataclass(frozen=True, slots=True)
class PutIn:
    """Words that the program puts in from `start` to `end` of a text.

    `of` is what they come from and `was` what its author wrote there.
    """

    start: int
    end: int
    words: str
    of: str
    was: str = ""


def with_put_in(text: str, quotes: Quotes, put_in: Iterable[PutIn]) -> tuple[str, Quotes]:
    """The text with the words put in, each a quote among those that it has.

    They stand in the order of the text and touch no quote.
    """
    changes = tuple(put_in)
    if not changes:
        return text, quotes
    done, moved = replaced(text, quotes, ((each.start, each.end, each.words) for each in changes))
    grown, new = 0, []
    for each in changes:
        at = each.start + grown
        new.append(Quote(at, at + len(each.words), each.of, each.was))
        grown += len(each.words) - (each.end - each.start)
    return done, tuple(sorted((*moved, *new), key=lambda quote: quote.start))


def rewritten(document: Document, rewrite: Rewrite) -> Document:
    """The document with every text that somebody wrote put through `rewrite`, in reading order:
    paragraphs, lists, and the cells of a front sheet that hold somebody's words."""

    def change(block: Block) -> Block:
        if isinstance(block, Paragraph):
            text, quotes = rewrite(block.text, block.quotes)
            if text is block.text and quotes is block.quotes:
                return block
            return replace(block, text=text, quotes=quotes)
        if isinstance(block, Bullets):
            return _bullets(block, rewrite)
        if isinstance(block, Table) and block.in_cells:
            return _table(block, rewrite)
        return block

    return _each_block(document, change)


def _bullets(block: Bullets, rewrite: Rewrite) -> Bullets:
    quotes = block.quotes or ((),) * len(block.items)
    said = [rewrite(item, own) for item, own in zip(block.items, quotes, strict=True)]
    if all(text is item for (text, _), item in zip(said, block.items, strict=True)):
        return block
    changed = tuple(own for _, own in said)
    return replace(
        block, items=tuple(item for item, _ in said), quotes=changed if any(changed) else ()
    )


def _table(block: Table, rewrite: Rewrite) -> Table:
    rows = [[list(cell) for cell in row] for row in block.rows]
    whose: list[InCell] = []
    for each in block.in_cells:
        cell = rows[each.row][each.column]
        cell[each.place], quotes = rewrite(cell[each.place], each.quotes)
        whose.append(replace(each, quotes=quotes))
    return replace(
        block,
        rows=tuple(tuple(tuple(cell) for cell in row) for row in rows),
        in_cells=tuple(whose),
    )


def _each_block(document: Document, change: Callable[[Block], Block]) -> Document:
    """The document with every block changed, in reading order; the same object if none is."""

    def sections(held: tuple[Section, ...]) -> tuple[Section, ...]:
        changed = []
        for section in held:
            blocks = tuple([change(block) for block in section.blocks])
            same = all(map(is_, blocks, section.blocks))
            changed.append(section if same else replace(section, blocks=blocks))
        return tuple(changed)

    front = tuple([change(block) for block in document.front])
    parts = sections(document.sections)
    closing = tuple([change(block) for block in document.closing])
    return replace(
        document,
        front=front,
        sections=parts,
        closing=closing,
        appendices=sections(document.appendices),
    )
