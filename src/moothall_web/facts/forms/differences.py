"""Two versions of a fact side by side, and what comes of choosing between them.

They are compared as the fields of a page, so that an answer that cannot be read can be compared
too.  Rows are compared one by one where both versions have as many, and as a whole otherwise.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from moothall_web.facts import field_words, words
from moothall_web.facts.forms.answers import Choices
from moothall_web.facts.forms.content import Content, count, count_of, is_blank, names
from moothall_web.facts.forms.parts import Part, Sort
from moothall_web.facts.forms.readings import NO, YES

Known = Mapping[str, Choices]
NOTHING = "Nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A place where two versions differ, each in words, line by line."""

    name: str
    label: str
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"id_choose-{self.name}"


def differences(
    parts: Iterable[Part], old: Content, new: Content, known: Known
) -> list[Difference]:
    """Everything in which two versions differ, in the order of the page."""
    return [
        Difference(
            name=name,
            label=label,
            old=tuple(in_words(part, name, old, known)),
            new=tuple(in_words(part, name, new, known)),
        )
        for part, name, label in _unlike(parts, old, new, "", "")
    ]


def settled(parts: Iterable[Part], mine: Content, now: Content, keep: Collection[str]) -> Content:
    """`mine` with what stands now in every place named in `keep`."""
    made = dict(mine)
    for _, name, _ in _unlike(tuple(parts), mine, now, "", ""):
        if name in keep:
            made = {each: texts for each, texts in made.items() if not _within(each, name)}
            made |= {each: texts for each, texts in now.items() if _within(each, name)}
    return made


def _within(each: str, name: str) -> bool:
    return each == name or each.startswith(f"{name}-")


def _unlike(
    parts: Iterable[Part], old: Content, new: Content, before: str, at: str
) -> Iterator[tuple[Part, str, str]]:
    for part in parts:
        name, label = before + part.name, at + words.label(part.of, part.name)
        if _same(part, name, old, new):
            continue
        if part.sort is Sort.ROWS and _rows(name, old) == _rows(name, new):
            title = field_words.ROWS.get(f"{part.of}.{part.name}", "Entry")
            for number in range(_rows(name, old)):
                yield from _unlike(
                    part.parts, old, new, f"{name}-{number}-", f"{at}{title} {number + 1}: "
                )
        elif part.sort is Sort.GROUP and not any(is_blank(part, name, x) for x in (old, new)):
            yield from _unlike(part.parts, old, new, f"{name}-", f"{label}: ")
        else:
            yield part, name, label


def _same(part: Part, name: str, old: Content, new: Content) -> bool:
    before = name.removesuffix(part.name)
    if part.sort is Sort.ROWS and _rows(name, old) != _rows(name, new):
        return False
    every = names([part], lambda counted: count(old.get(counted, [])), before)
    return all(_texts(each, old) == _texts(each, new) for each in every)


def _texts(name: str, content: Content) -> list[str]:
    return [text for text in content.get(name, []) if text]


def _rows(name: str, content: Content) -> int:
    return count(content.get(count_of(name), []))


def in_words(part: Part, name: str, content: Content, known: Known) -> list[str]:
    """What stands in a part, in words, line by line; `Nothing` where nothing does."""
    return list(_said(part, name, content, known)) or [NOTHING]


def written(parts: Iterable[Part], content: Content, known: Known) -> list[tuple[str, list[str]]]:
    """Everything that stands in some fields, by label, in words."""
    return [
        (words.label(part.of, part.name), in_words(part, part.name, content, known))
        for part in parts
        if not is_blank(part, part.name, content)
    ]


def _said(part: Part, name: str, content: Content, known: Known) -> Iterator[str]:
    if part.sort is Sort.ROWS:
        title = field_words.ROWS.get(f"{part.of}.{part.name}", "Entry")
        for number in range(_rows(name, content)):
            inside = _inside(part, f"{name}-{number}-", content, known)
            yield f"{title} {number + 1}: {'; '.join(inside)}"
    elif part.sort is Sort.SOURCE:
        place = _texts(f"{name}-document", content) + _texts(f"{name}-paragraph", content)
        if place:
            yield f"Document {', '.join(place)}"
    elif part.parts:
        if not is_blank(part, name, content):
            yield from _inside(part, f"{name}-", content, known)
    else:
        for text in _texts(name, content):
            yield from called(part, text, known).split("\n")


def _inside(part: Part, before: str, content: Content, known: Known) -> list[str]:
    return [
        f"{words.label(each.of, each.name).rstrip('?')}: {line}"
        for each in part.parts
        for line in _said(each, before + each.name, content, known)
    ]


def called(part: Part, text: str, known: Known) -> str:
    """One answer in words: a choice, a yes or no, or another fact by its name."""
    if part.values:
        return words.choice(part.of, part.name, text)
    if part.sort is Sort.FLAG:
        return {YES: "Yes", NO: "No"}.get(text, text)
    if part.kind:
        held: dict[str, Any] = dict(known.get(part.kind, ()))
        return str(held.get(text, text))
    return text


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a version; `changed` where the other version does not have them."""

    text: str
    changed: bool


def pieces(difference: Difference) -> tuple[list[list[Piece]], list[list[Piece]]]:
    """Both versions line by line, with the words in which they differ marked."""
    if (NOTHING,) in (difference.old, difference.new):
        return _whole(difference.old), _whole(difference.new)
    old, new = ("\n".join(lines) for lines in (difference.old, difference.new))
    words_old, words_new = _split(old), _split(new)
    if max(len(words_old), len(words_new)) > _MOST_WORDS:
        return _whole(difference.old), _whole(difference.new)
    marked_old, marked_new = [], []
    matcher = SequenceMatcher(None, words_old, words_new, autojunk=False)
    for verdict, i, j, k, m in matcher.get_opcodes():
        marked_old.append(Piece("".join(words_old[i:j]), verdict != "equal"))
        marked_new.append(Piece("".join(words_new[k:m]), verdict != "equal"))
    return _by_line(marked_old), _by_line(marked_new)


def _whole(lines: tuple[str, ...]) -> list[list[Piece]]:
    """A version that has nothing in common with the other."""
    return [[Piece(line, changed=lines != (NOTHING,))] for line in lines]


_MOST_WORDS = 2_000  # finding the changed words in more than these would keep a reader waiting


def _split(text: str) -> list[str]:
    return re.findall(r"\n|\s+|[^\s]+", text)


def _by_line(marked: list[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in marked:
        first, *others = piece.text.split("\n")
        if first:
            lines[-1].append(Piece(first, piece.changed))
        lines.extend([Piece(other, piece.changed)] if other else [] for other in others)
    return [line for line in lines if line]
