"""The paper as it is now, by which what came back is measured."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from moothall.documents.document import Document, Paragraph, Quote, Section, Table
from moothall.documents.word_marks import (
    EDITABLE,
    REFERENCE,
    SPELLED_OUT,
    digest_of,
    hash_of,
    on_one_line,
    prompt_for,
    references_bare,
    remark_on,
    shown_of,
    spliced,
)
from moothall.facts.programme import Programme
from moothall.papers.authored import (
    Authored,
    Takes,
    authored,
    headings,
    in_front,
    is_front_sheet,
    printed_lines,
    takes,
)
from moothall.papers.insertions import OWN_PARTS, inserted
from moothall.papers.papers import WrittenPaper


@dataclass(frozen=True)
class HeldPaper:
    """One council's paper and the facts behind it.

    What is exempt is no part of it: an annex is not brought back, as new words in it would be
    taken for words that the public may read.  `earlier` holds what each fact said before, by its
    name ("passages/ey-purpose").
    """

    programme: Programme
    written: WrittenPaper
    earlier: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return (self.written.document,) if self.written.document else ()

    @cached_property
    def words(self) -> dict[str, Authored]:
        """The words that the paper prints now, by fact; those under one heading together."""
        found: dict[str, Authored] = {}
        for document in self.documents:
            for each in authored(document):
                found.setdefault(each.of, each)
        return found

    @cached_property
    def printed_times(self) -> Counter[str]:
        """How often the paper prints the words of each fact."""
        return Counter(each.of for document in self.documents for each in authored(document))

    @cached_property
    def texts(self) -> dict[str, str]:
        """What every fact says whose words may be changed in Word, in the paper or not."""
        return {
            f"{kind}/{fact.id}": fact.text
            for kind in EDITABLE
            for fact in getattr(self.programme, kind)
        }

    @cached_property
    def by_hash(self) -> dict[str, str]:
        """Facts with words, and all that figures in them come from, by the hash of their name."""
        named = {*self.texts, *(each.of for each in self._quotes())}
        named |= {of for text in self._all_texts() for of in _named_in(text)}
        named |= {f"{SPELLED_OUT}{each.id}" for each in self.programme.abbreviations}
        return {hash_of(name): name for name in named}

    @cached_property
    def short(self) -> dict[str, str]:
        """What the author writes for each form that the program spells out."""
        held = {f"{SPELLED_OUT}{each.id}": each.short for each in self.programme.abbreviations}
        return held | {
            each.of: each.was for each in self._quotes() if each.of.startswith(SPELLED_OUT)
        }

    @cached_property
    def called(self) -> dict[str, str]:
        """What the paper calls its own parts now: "table:budget_table" → "Table 2"."""
        return {
            quote.of: shown_of(paragraph, quote)
            for words in self.words.values()
            for paragraph in words.paragraphs
            for quote in paragraph.quotes
            if quote.of.startswith(OWN_PARTS)
        }

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return tuple(each for document in self.documents for each in headings(document))

    @cached_property
    def takes(self) -> Takes:
        layout = self.written.layout
        return takes(layout) if layout else {}

    @cached_property
    def lines(self) -> frozenset[str]:
        """What the program prints itself, without capitals."""
        prompts = (prompt_for(heading) for heading in self.takes)
        printed = (line for document in self.documents for line in printed_lines(document))
        return frozenset(line.casefold() for line in (*printed, *prompts))

    @cached_property
    def table_rows(self) -> frozenset[tuple[str, ...]]:
        """What each row of those tables prints, without its empty cells."""
        return frozenset(
            tuple(filter(None, (on_one_line(line) for cell in row for line in cell)))
            for table in self._tables()
            for row in (
                tuple((text,) for text, _ in table.groups),
                tuple((text,) for text in table.head),
                *table.rows,
            )
        )

    @cached_property
    def labels(self) -> frozenset[str]:
        """What the rows of the front sheet are called."""
        return frozenset(
            on_one_line(in_front(table, row))
            for table in self._tables()
            if is_front_sheet(table)
            for row in range(len(table.rows))
        )

    def shown_now(self, of: str) -> str | None:
        """The words of a fact as a person reads them; None where it is there no longer."""
        words = self.words.get(of)
        if words is not None:
            return "\n\n".join(shown(each) for each in words.paragraphs)
        return self.shown_text(self.texts[of]) if of in self.texts else None

    def printed_now(self, of: str) -> str:
        """The words letter by letter as a Word file prints them, with what the program adds."""
        words = self.words.get(of)
        return " ".join(map(_printed, words.paragraphs if words else ()))

    def shown_text(self, text: str) -> str:
        """What a fact says, with every figure in its place."""
        return "\n\n".join(
            on_one_line(inserted(self.programme, each)[0]) for each in split_text(text)
        )

    def bare_now(self, of: str) -> tuple[str, ...] | None:
        """The words with references in place of figures, by which they are compared."""
        words = self.words.get(of)
        if words is not None:
            return words.texts
        return bare_text(self.texts[of]) if of in self.texts else None

    def left_as(self, of: str, digest: str) -> str | None:
        """The words of a fact as they were when a digest was made of them; None if not known."""
        for text in self.earlier.get(of, ()):
            if digest_of(bare_text(text)) == digest:
                return self.shown_text(text)
        return None

    def quoted(self, of: str) -> tuple[tuple[Paragraph, Quote], ...]:
        """The figures and short forms in the words of a fact."""
        words = self.words.get(of)
        paragraphs = words.paragraphs if words else ()
        return tuple((paragraph, quote) for paragraph in paragraphs for quote in paragraph.quotes)

    def topic_of(self, of: str) -> str:
        """What a passage is about; empty for words of another kind."""
        kind, _, key = of.partition("/")
        found = (each.topic for each in self.programme.passages if each.id == key)
        return next(found, "") if kind == "passages" else ""

    @cached_property
    def placed_tables(self) -> tuple[tuple[str, Table], ...]:
        """Every table with the heading under which it stands, empty in the front and the end."""
        return tuple(
            (heading, block)
            for document in self.documents
            for heading, blocks in (
                ("", document.front),
                *((each.heading, each.blocks) for each in headings(document)),
                ("", document.closing),
            )
            for block in blocks
            if isinstance(block, Table)
        )

    def _tables(self) -> Iterator[Table]:
        return (table for _, table in self.placed_tables)

    def _quotes(self) -> Iterator[Quote]:
        for words in self.words.values():
            yield from (quote for each in words.paragraphs for quote in each.quotes)

    def _all_texts(self) -> Iterator[str]:
        yield from self.texts.values()
        for texts in self.earlier.values():
            yield from texts


def _printed(paragraph: Paragraph) -> str:
    return spliced(paragraph, lambda quote: shown_of(paragraph, quote) + remark_on(quote))


def shown(paragraph: Paragraph) -> str:
    """The words as a person reads them, short forms as the author wrote them."""
    figures = replace(
        paragraph, quotes=tuple(q for q in paragraph.quotes if q.of.startswith(SPELLED_OUT))
    )
    return spliced(figures, lambda quote: quote.was or shown_of(paragraph, quote))


def split_text(text: str) -> tuple[str, ...]:
    """The paragraphs of a fact's text: they stand apart at empty lines."""
    parts = text.strip().replace("\r\n", "\n").split("\n")
    paragraphs: list[list[str]] = [[]]
    for part in parts:
        if part.strip():
            paragraphs[-1].append(part)
        elif paragraphs[-1]:
            paragraphs.append([])
    return tuple("\n".join(each) for each in paragraphs if each)


def bare_text(text: str) -> tuple[str, ...]:
    """A fact's text as `Authored.texts` has it."""
    return tuple(on_one_line(references_bare(each)) for each in split_text(text))


def _named_in(text: str) -> Iterator[str]:
    for found in REFERENCE.finditer(text):
        yield found[1].strip()
