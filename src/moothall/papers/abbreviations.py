"""Short forms spelled out where a paper first uses them: "private, voluntary … (PVI)"."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from moothall.documents.document import Bullets, Document, Paragraph, Table
from moothall.facts.fact import PROGRAMME
from moothall.facts.papers import Abbreviation
from moothall.papers.numbering import PutIn, Quotes, replaced, rewritten, with_put_in

KNOWN_TO_ALL = frozenset(
    ["AM", "BBC", "COVID", "EU", "GP", "ID", "MP", "NHS", "OR", "PDF", "PM", "UK", "UN", "USA"]
) | frozenset(["VAT", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"])
"""Forms that plain-English guides leave unexplained, and Roman numerals."""

_CAPITALS = re.compile(r"(?<![\w&/-])[A-Z][A-Z&]*[A-Z]s?(?![\w&/-])")
_SET_IN_CAPITALS = re.compile(r"(?<![\w&/-])(?:[A-Z]{2,}[ ,]+){2,}[A-Z]{2,}(?![\w&/-])")
_BRACKETED = re.compile(r"\(([A-Z][A-Z&]*[A-Z])s?\)")
_BEHIND = re.compile(r"(?<![\w&/-])([A-Z][A-Z&]*[A-Z])\s\(([^()]+)\)")
_BRACKET_BEHIND = re.compile(r"\s\(([^()]+)\)")
_WORDS = re.compile(r"[^\W\d_]+")
_NEAR = 160
"""How far before a bracket the words may begin that it shortens, in characters."""


def in_use(abbreviations: Iterable[Abbreviation], authority: str) -> dict[str, Abbreviation]:
    """What each short form means in a council's papers: its own word, then the programme's."""
    rank = {authority: 0, PROGRAMME: 1}
    chosen: dict[str, Abbreviation] = {}
    for each in sorted(abbreviations, key=lambda each: rank.get(each.owner, 2)):
        chosen.setdefault(each.short, each)
    return chosen


def spelled_out(document: Document, meanings: dict[str, Abbreviation]) -> Document:
    """The document with every short form spelled out at its first use, unless the prose does it.

    What the program put in is a `Quote` of the abbreviation, with what the author wrote in `was`.
    """
    if not meanings:
        return document
    waiting = dict(meanings)
    find = _finder(tuple(meanings))

    def spell(text: str, quotes: Quotes) -> tuple[str, Quotes]:
        if not waiting or text == document.title or find.search(text) is None:
            return text, quotes
        put_in: list[PutIn] = []
        for match in find.finditer(text):
            short, start, end = match[1], match.start(), match.end()
            held = waiting.get(short)
            if held is None or any(q.start < end and start < q.end for q in quotes):
                continue
            del waiting[short]
            if not (_explains(text, start, held) or _explained_after(text, end, held)):
                words = _spelled(text, start, end, held)
                put_in.append(PutIn(start, end, words, f"abbreviations/{held.id}", match[0]))
        return with_put_in(text, quotes, put_in)

    return rewritten(document, spell)


def _explains(text: str, start: int, held: Abbreviation) -> bool:
    """Whether the words before a bracket with the short form already say what it stands for."""
    if start == 0 or text[start - 1] != "(":
        return False
    before = text[max(start - _NEAR, 0) : start - 1]
    return _letters(held.full) in _letters(before) or _shortens(before, held.short)


def _explained_after(text: str, end: int, held: Abbreviation) -> bool:
    """Whether a bracket behind the short form says what it stands for: `QTS (Qualified …)`."""
    inside = _BRACKET_BEHIND.match(text, end)
    return inside is not None and (
        _letters(held.full) == _letters(inside[1]) or _is_short_for(held.short, inside[1])
    )


def _initials(words: str) -> str:
    return "".join(word[0] for word in _WORDS.findall(words.casefold()))


def _is_short_for(short: str, words: str) -> bool:
    return _initials(words) == short.casefold()


def _spelled(text: str, start: int, end: int, held: Abbreviation) -> str:
    wrote, before = text[start:end], text[:start].rstrip()
    plural = "s" if wrote != held.short and not held.full.endswith("s") else ""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return f"{held.full}{plural}, {wrote}"
    full = held.full
    if not before or before.endswith((".", ":", "?")):
        full = full[:1].upper() + full[1:]
    return f"{full}{plural} ({wrote})"


def _letters(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


def _shortens(before: str, short: str) -> bool:
    """Whether the last words before a bracket begin with the letters of the short form."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    words = [word[0] for word in _WORDS.findall(before.casefold())]
    if not words:
        return False
    for letter in reversed(letters):
        while words and words[-1] != letter:
            if len(words) < len(letters) or letter == letters[-1]:
                return False
            words.pop()  # "of", "and" and the like
        if not words:
            return False
        words.pop()
    return True


@lru_cache(maxsize=32)
def _finder(shorts: tuple[str, ...]) -> re.Pattern[str]:
    each = "|".join(re.escape(short) for short in sorted(shorts, key=len, reverse=True))
    return re.compile(rf"(?<![\w&/-])({each})(s?)(?![\w&/-])")


def unexplained(document: Document, known: Collection[str] = ()) -> tuple[str, ...]:
    """Capital abbreviations in what people wrote that the paper nowhere spells out, in order.

    Those that are `known` it spells out itself.
    """
    given = KNOWN_TO_ALL.union(known)
    texts = list(_written(document))
    said: set[str] = set()
    found: dict[str, None] = {}
    for text in texts:
        used = _CAPITALS.findall(text)
        if used and not text.isupper():
            if len(used) > 2:  # perhaps words that are set in capitals
                used = _CAPITALS.findall(_SET_IN_CAPITALS.sub(" ", text))
            found |= dict.fromkeys(each.removesuffix("s") for each in used)
            said |= set(_BRACKETED.findall(text))
            said |= {each for each, inside in _BEHIND.findall(text) if _is_short_for(each, inside)}
    return tuple(each for each in found if each not in said and each not in given)


def _written(document: Document) -> Iterable[str]:
    """The texts of a document that somebody wrote, without what stands in them from facts."""
    every = [document.front, document.closing]
    every += [section.blocks for section in (*document.sections, *document.appendices)]
    for blocks in every:
        for block in blocks:
            if isinstance(block, Paragraph) and block.of:
                yield block.text
            elif isinstance(block, Bullets) and block.of:
                yield from block.items
            elif isinstance(block, Table):
                for each in block.in_cells:
                    yield block.rows[each.row][each.column][each.place]


def without_expansions(text: str, quotes: Quotes) -> tuple[str, Quotes]:
    """The text as its author wrote it: what was spelled out is short again."""
    changes = [
        (quote.start, quote.end, quote.was)
        for quote in quotes
        if quote.of.startswith("abbreviations/") and quote.was
    ]
    kept = tuple(q for q in quotes if not q.of.startswith("abbreviations/"))
    return replaced(text, kept, changes) if changes else (text, quotes)
