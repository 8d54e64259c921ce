"""What an author can put into the words by reference: found by its kind, its name or its value."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from moothall.facts.fact import Fact
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.files.shapes import plain
from moothall.papers.insertions import insertion
from moothall.papers.references import SIZE, quotable, worked_out_words
from moothall.papers.results import words_of
from moothall_web.facts import words
from moothall_web.facts.forms.known import names_in
from moothall_web.facts.labels import label
from moothall_web.facts.words import KIND_WORDS

MOST = 20
_LONGEST = 160  # characters of a value; a longer one is prose, which nobody quotes whole
_OTHER_WORDS = frozenset({"passages", "abbreviations", "clearances", "implications"})
_UNSAID = frozenset({"proposal", "authority", "kind", "status", "body", "meeting", "workstream"})
"""Fields that hold the names of other facts, or a mark: they say nothing in a paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertable:
    """One value that words can quote; `kind` and `key` are empty for what is worked out."""

    of: str
    value: str
    about: str
    part: str
    kind: str = ""
    key: str = ""
    kind_words: str = ""
    own: bool = False

    @property
    def reference(self) -> str:
        """What stands in the words for it."""
        return insertion(self.of, self.value)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, the best first; `more` counts what was found beyond the most."""

    found: tuple[Insertable, ...]
    more: int


def search(
    programme: Programme,
    proposal: Proposal,
    authority: str,
    results: Mapping[str, str],
    asked: str,
) -> Answer:
    """What holds every word asked for, in its kind, name, part or value; without words, nothing."""
    wanted = _folded(asked).split()
    if not wanted:
        return Answer((), 0)
    ranked: list[tuple[tuple[bool, ...], Insertable]] = []
    for each in insertable(programme, proposal, authority, results):
        text = _folded(f"{each.kind_words} {each.about} {each.part} {each.value} {each.of}")
        if all(word in text for word in wanted):
            value = _folded(each.value)
            ranked.append(((value != _folded(asked).strip(), not each.own), each))
    ranked.sort(key=lambda pair: pair[0])
    found = tuple(each for _, each in ranked)
    return Answer(found[:MOST], max(len(found) - MOST, 0))


def insertable(
    programme: Programme, proposal: Proposal, authority: str, results: Mapping[str, str]
) -> Iterator[Insertable]:
    """Everything about a proposal that its papers can quote."""
    for name, value in results.items():
        yield Insertable(
            of=name, value=value, about=words_of(name), part="", kind_words="worked out", own=True
        )
    names = names_in(programme)
    for kind, fact in programme.facts():
        if kind in _OTHER_WORDS or not _is_about(fact, kind, proposal):
            continue
        about = label(kind, plain(fact), names)
        own = getattr(fact, "authority", None) == authority
        for path, value in quotable(fact):
            if path in _UNSAID or len(value) > _LONGEST or set(value) & set("[]|"):
                continue
            yield Insertable(
                of=f"{kind}/{fact.id}.{path}",
                value=value,
                about=about,
                part=_part(fact, path),
                kind=kind,
                key=fact.id,
                kind_words=KIND_WORDS[kind].one,
                own=own,
            )


def _is_about(fact: Fact, kind: str, proposal: Proposal) -> bool:
    if kind == "proposals":
        return fact.id == proposal.id
    return getattr(fact, "proposal", None) in (None, proposal.id)


def _part(fact: Fact, path: str) -> str:
    """`phasing.2019/20.amount` as `Phasing, 2019/20, amount`."""
    if worked_out_words(path):
        return worked_out_words(path)
    first, *rest = path.split(".")
    said = [words.label(type(fact).__name__, first)]
    said += [
        "without brackets or sign" if each == SIZE else each.replace("_", " ") for each in rest
    ]
    return ", ".join(said)


def _folded(text: str) -> str:
    plainer = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in plainer if not unicodedata.combining(sign))
