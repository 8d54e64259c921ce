"""Search over a programme: every word asked for stands somewhere in what is found.

What is searched is the programme as the reader sees it, so that nothing withheld can be guessed
from an answer.  Words are compared without case and accents: `Ty` finds `Tŷ`.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from moothall.facts.programme import Programme
from moothall.files.shapes import plain
from moothall_web.facts.labels import label

MOST = 100
_AROUND = 60  # characters of text shown on either side of the first word found


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found; `before`, `word` and `after` are a piece of its text."""

    kind: str
    key: str
    label: str
    owner: str
    before: str
    word: str
    after: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, the best first; `left_off` counts what was found beyond the most."""

    words: tuple[str, ...]
    found: tuple[Found, ...]
    left_off: int


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    key: str
    label: str
    owner: str
    text: str
    folded: str
    folded_label: str


def search(programme: Programme, asked: str) -> Answer:
    """Find what holds every word asked for; where the name holds them, that comes first."""
    words = tuple(dict.fromkeys(_folded(asked).split()))
    if not words:
        return Answer((), (), 0)
    hits = [
        entry
        for entry in _entries_of(_Held(programme))
        if all(word in entry.folded for word in words)
    ]
    hits.sort(key=lambda entry: -sum(word in entry.folded_label for word in words))
    found = tuple(_found(entry, words[0]) for entry in hits[:MOST])
    return Answer(words, found, max(len(hits) - MOST, 0))


class _Held:
    """A programme by identity: comparing two by their facts would take longer than searching."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.programme is self.programme

    def __hash__(self) -> int:
        return id(self.programme)


@lru_cache(maxsize=4)
def _entries_of(held: _Held) -> tuple[_Entry, ...]:
    return tuple(_read(held.programme))


def _read(programme: Programme) -> Iterator[_Entry]:
    names = {body.id: body.name for body in programme.bodies}
    names |= {authority.code: authority.short_name for authority in programme.authorities}
    for kind, fact in programme.facts():
        yield _entry(kind, fact.id, fact.owner, plain(fact), names)
    for document in programme.documents:
        yield _entry("documents", document.id, document.owner, plain(document), names)
    for authority in programme.authorities:
        yield _entry("authorities", authority.code, authority.code, plain(authority), names)


def _entry(
    kind: str, key: str, owner: str, payload: dict[str, object], names: dict[str, str]
) -> _Entry:
    text = " · ".join(_texts(payload))
    named = label(kind, payload, names)
    whole = f"{named} · {text}"
    return _Entry(kind, key, named, owner, text, _folded(whole), _folded(named))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _found(entry: _Entry, word: str) -> Found:
    at = _folded(entry.text).find(word)
    if at < 0:  # it stands in the name alone
        return Found(entry.kind, entry.key, entry.label, entry.owner, "", "", "")
    before = entry.text[max(at - _AROUND, 0) : at]
    after = entry.text[at + len(word) : at + len(word) + _AROUND]
    shown = entry.text[at : at + len(word)]
    return Found(
        entry.kind,
        entry.key,
        entry.label,
        entry.owner,
        ("…" if at > _AROUND else "") + before,
        shown,
        after + ("…" if at + len(word) + _AROUND < len(entry.text) else ""),
    )


def _folded(text: str) -> str:
    """The text without case and accents, character for character, so that places stay the same."""
    return "".join(_fold(character) for character in text)


@lru_cache(maxsize=4_096)
def _fold(character: str) -> str:
    plainer = unicodedata.normalize("NFKD", character)[:1].lower()
    return plainer if len(plainer) == 1 else character
