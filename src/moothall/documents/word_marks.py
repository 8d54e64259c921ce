"""What ties the words of a Word file to the facts that they come from.

Word keeps a tag of up to 64 letters on a content control; other programs drop the tag and keep
bookmarks, so each control holds a hidden bookmark that says the same.  A mark never holds words,
only a digest of them: what an author deletes from a paper must be gone from the file.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from moothall.documents.document import Paragraph, Quote, QuoteState

LONGEST_TAG = 64
"""Word takes a file for damaged whose tag or title is longer."""
EDITABLE = ("passages", "implications")
"""The kinds whose words an author may change in Word: each holds them in its field `text`."""
SPELLED_OUT = "abbreviations/"
_HASH, _DIGEST = 12, 10

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Not \s, which would also swallow the no-break spaces that hold a figure to its unit.
_BREAKS = re.compile(r"[ \t\r\n]+")
REFERENCE = re.compile(r"\[\[([^\[\]|]+)(?:\|((?:(?!\]\]).)*))?\]\]", re.DOTALL)
"""A figure put into the words of a fact: what it comes from, and what stood there then."""


class MarkKind(StrEnum):
    """What the words in a control or between bookmarks are."""

    WORDS = "words"
    """The words of one fact, which may be changed."""
    PROMPT = "prompt"
    """An empty place under a heading that takes words and has none."""
    MADE = "made"
    """Made by the program from facts: not to be changed in Word."""
    HEADING = "heading"
    FIGURE = "figure"
    """A figure put into words by reference."""
    REMARK = "remark"
    """What the program adds to words and takes off again: that a figure has changed."""


_LETTERS = {
    MarkKind.WORDS: "w",
    MarkKind.PROMPT: "n",
    MarkKind.MADE: "p",
    MarkKind.HEADING: "s",
    MarkKind.FIGURE: "q",
    MarkKind.REMARK: "x",
}
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}
_BOOKMARK = re.compile(r"_mh([wnpsqx])_([0-9a-f]{12})_([0-9a-f]{10})(?:_\d+)?")
_TAG = re.compile(r"mh:([wnpsqx]):(.+):([0-9a-f]{10})")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a tag or a bookmark says.

    `name` is the fact, heading or figure, or `~` and its hash where there was no room for it;
    `digest` that of the words as they left.
    """

    kind: MarkKind
    name: str
    digest: str

    @property
    def hash(self) -> str:
        """The hash of the name, by which a tag and a bookmark of one thing are told to be one."""
        return self.name[1:] if self.name.startswith("~") else hash_of(self.name)

    @property
    def tag(self) -> str:
        """As a content control carries it."""
        whole = f"mh:{_LETTERS[self.kind]}:{self.name}:{self.digest}"
        if len(whole) <= LONGEST_TAG and _TAG.fullmatch(whole):
            return whole
        return f"mh:{_LETTERS[self.kind]}:~{self.hash}:{self.digest}"

    def bookmark(self, number: int = 0) -> str:
        """As a bookmark is called; one that stands there several times needs a number."""
        name = f"_mh{_LETTERS[self.kind]}_{self.hash}_{self.digest}"
        return f"{name}_{number}" if number else name


def read_mark(text: str) -> Mark | None:
    """The mark in a tag or in the name of a bookmark; None where it is none of ours."""
    if found := _TAG.fullmatch(text):
        return Mark(_KINDS[found[1]], found[2], found[3])
    if found := _BOOKMARK.fullmatch(text):
        return Mark(_KINDS[found[1]], f"~{found[2]}", found[3])
    return None


def hash_of(name: str) -> str:
    """A name of one length for any name."""
    return hashlib.sha256(name.encode()).hexdigest()[:_HASH]


def digest_of(texts: Iterable[str]) -> str:
    """A digest of paragraphs, by which it is seen that their words have changed."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:_DIGEST]


def on_one_line(text: str) -> str:
    """The text on one line and without the characters that XML cannot hold."""
    return _BREAKS.sub(" ", _NOT_XML.sub("", text)).strip()


def with_references(paragraph: Paragraph) -> str:
    """The words with `[[fact.field]]` where a figure was put in by reference.

    So written they stay the same when the figure changes.  A short form that was spelled out is
    the short form again.
    """
    return spliced(paragraph, lambda quote: _held_as(paragraph, quote))


def _held_as(paragraph: Paragraph, quote: Quote) -> str:
    """What stands in the words of the fact where the paper prints a quote."""
    if quote.of.startswith(SPELLED_OUT):
        return quote.was or shown_of(paragraph, quote)
    return f"[[{quote.of}]]"


def spliced(paragraph: Paragraph, put: Callable[[Quote], str]) -> str:
    """The words on one line, with something else in place of each figure put in by reference."""
    words, at = "", 0
    for quote in paragraph.quotes:
        words += paragraph.text[at : quote.start] + put(quote)
        at = quote.end
    return on_one_line(references_bare(words + paragraph.text[at:]))


def references_bare(text: str) -> str:
    """The words of a fact as it is held, each `[[fact.field|as it stood]]` as `[[fact.field]]`."""
    return REFERENCE.sub(lambda found: f"[[{found[1].strip()}]]", text)


def shown_of(paragraph: Paragraph, quote: Quote) -> str:
    """What the paper prints in place of a reference."""
    return on_one_line(paragraph.text[quote.start : quote.end])


def remark_on(quote: Quote) -> str:
    """What is printed after a figure that is not what it was; empty where it is."""
    if quote.state is QuoteState.CHANGED:
        return f" [was {on_one_line(quote.was)}]"
    return " [no longer held]" if quote.state is QuoteState.GONE else ""


def prompt_for(heading: str) -> str:
    """What stands in an empty place under a heading."""
    return f"Click here to write: nothing is held yet under “{on_one_line(heading).rstrip(':')}”."


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperInWord:
    """What a Word file says about the paper in it, in its properties.

    `takes` are the headings and front labels under which words may be written, each with the
    topics that it takes.
    """

    programme: str
    proposal: str
    authority: str
    format: str
    as_at: date
    version: str
    takes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


PROPERTY = "Moothall "
"""How the names of our properties in a Word file begin."""
_IN_A_PROPERTY = 11  # Word holds 255 letters in one


def properties_of(paper: PaperInWord, words: Iterable[Mark]) -> dict[str, str]:
    """The custom properties of a file: which paper it is, and which words left with it."""
    named = {
        "programme": paper.programme,
        "proposal": paper.proposal,
        "authority": paper.authority,
        "format": paper.format,
        "as at": paper.as_at.isoformat(),
        "version": paper.version,
    }
    return {f"{PROPERTY}{name}": text for name, text in named.items()} | listed(words)


def listed(words: Iterable[Mark]) -> dict[str, str]:
    """The words that left, as properties: hash and digest of each, no words."""
    entries = [f"{each.hash}{each.digest}" for each in words]
    starts = range(0, len(entries), _IN_A_PROPERTY)
    return {
        f"{PROPERTY}words {place}": " ".join(entries[start : start + _IN_A_PROPERTY])
        for place, start in enumerate(starts, start=1)
    }


def words_listed(properties: Mapping[str, str]) -> dict[str, str] | None:
    """The digest of all words that left with a file, by hash; None where it does not say."""
    texts = [text for name, text in properties.items() if name.startswith(f"{PROPERTY}words ")]
    if not texts:
        return None
    entries = re.findall(rf"\b([0-9a-f]{{{_HASH}}})([0-9a-f]{{{_DIGEST}}})\b", " ".join(texts))
    return dict(entries)
