"""Words that came back as the text of a fact: figures are references again, short forms short."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from moothall.documents.document import Paragraph, Quote
from moothall.documents.word_marks import (
    REFERENCE,
    SPELLED_OUT,
    on_one_line,
    references_bare,
    remark_on,
    shown_of,
)
from moothall.files.word_papers.pieces import Figure, Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejoined:
    """A paragraph that came back.

    `bare` has `[[fact.field]]` in place of figures, by which it is compared; `shown` is what it
    says in Word with the short forms that the author wrote; `figures` are those in it, as (what
    it comes from, what it shows), `overtyped` those that somebody has typed over.
    """

    bare: str
    shown: str
    figures: tuple[tuple[str, str], ...] = ()
    overtyped: tuple[tuple[str, str], ...] = ()


def rejoin(
    pieces: tuple[Piece, ...],
    names: Mapping[str, str],
    short: Mapping[str, str],
    quoted: Iterable[tuple[Paragraph, Quote]] = (),
) -> Rejoined:
    """Put a paragraph together again.

    `names` gives by hash what a figure may come from, `short` what each spelled-out form is for
    short.  `quoted` are the quotes of the words as they are held: one whose mark was lost on the
    way is known again by what it shows.
    """
    marked = [names.get(each.mark.hash) for each in pieces if isinstance(each, Figure)]
    lost = [(p, q) for p, q in quoted if not _take(marked, q.of)]
    bare, shown = "", ""
    figures, overtyped = [], []
    for piece in (each for part in pieces for each in _linked_again(part, lost)):
        if isinstance(piece, str):
            bare += piece
            shown += piece
            continue
        of, words = piece
        if isinstance(of, Figure):
            name = names.get(of.mark.hash)
            if name is None:  # of a fact that nobody here can name: its words are kept
                bare, shown = bare + words, shown + words
                continue
            if of.was_changed:
                overtyped.append((name, on_one_line(words)))
            of = name
        if of.startswith(SPELLED_OUT):
            held = short.get(of, words)
            bare, shown = bare + held, shown + held
        else:
            bare, shown = f"{bare}[[{of}]]", shown + words
            figures.append((of, on_one_line(words)))
    return Rejoined(
        bare=on_one_line(references_bare(bare)),
        shown=on_one_line(shown),
        figures=tuple(figures),
        overtyped=tuple(overtyped),
    )


def _take(names: list[str | None], name: str) -> bool:
    if name in names:
        names.remove(name)
        return True
    return False


def _linked_again(
    piece: Piece, lost: list[tuple[Paragraph, Quote]]
) -> Iterator[str | tuple[Figure | str, str]]:
    """A piece, with figures in it whose marks were lost found again by what they show."""
    if isinstance(piece, Figure):
        yield piece, piece.shown
        return
    rest = piece
    while found := min(_found(rest, lost), default=None):
        start, end, at = found
        paragraph, quote = lost.pop(at)
        yield rest[:start]
        yield quote.of, shown_of(paragraph, quote)
        rest = rest[end:]
    yield rest


def _found(words: str, lost: list[tuple[Paragraph, Quote]]) -> Iterator[tuple[int, int, int]]:
    """Where (start, end) which of the lost figures stands in the words."""
    for at, (paragraph, quote) in enumerate(lost):
        shown, remark = shown_of(paragraph, quote), remark_on(quote)
        match = re.search(rf"(?<!\w){re.escape(shown)}(?:{re.escape(remark)})?(?!\w)", words)
        if shown and match is not None:
            yield match.start(), match.end(), at


def as_text(paragraphs: Iterable[Rejoined], held: str) -> str:
    """The text of the fact: each reference as it stood in `held`, so that a stale one stays marked.

    A figure that was copied to another place says what it showed there.
    """
    stood: dict[str, list[str]] = {}
    for found in REFERENCE.finditer(held):
        stood.setdefault(found[1].strip(), []).append(found[0])
    done = []
    for paragraph in paragraphs:
        shows = list(paragraph.figures)

        def put(found: re.Match[str], shows: list[tuple[str, str]] = shows) -> str:
            of = found[1].strip()
            if stood.get(of):
                here = stood[of].pop(0)
                _drop(shows, of)
                return here
            words = _drop(shows, of)
            return f"[[{of}|{words}]]" if words else found[0]

        done.append(REFERENCE.sub(put, paragraph.bare))
    return "\n\n".join(done)


def _drop(shows: list[tuple[str, str]], of: str) -> str:
    for each in shows:
        if each[0] == of:
            shows.remove(each)
            return each[1]
    return ""
