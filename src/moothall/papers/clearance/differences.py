"""What was cleared beside what stands there now, as pieces that both have, or only one of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_MOST = 4_000_000
"""Words of the one times words of the other that are compared at once: it takes a quarter of a
second.  More than that is compared paragraph by paragraph."""


class Side(StrEnum):
    """Which of the two texts has a piece."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row of one side; a line break in `text` is the end of a paragraph."""

    side: Side
    text: str


_Word = tuple[str, str]
"""A word, and what stands after it: a space, or a line break."""


def difference(before: Iterable[str], after: Iterable[str]) -> tuple[Piece, ...]:
    """The pieces, in order: same and removed ones are `before`, same and added ones `after`.

    Compared word by word; where lines are broken is no difference.  Paragraphs that both have are
    found first, so that a long paper is compared only where it changed.
    """
    old, new = _paragraphs(before), _paragraphs(after)
    words: list[tuple[Side, _Word]] = []
    matcher = SequenceMatcher(
        None, [_bare(each) for each in old], [_bare(each) for each in new], autojunk=False
    )
    for verdict, i, j, k, m in matcher.get_opcodes():
        if verdict == "equal":
            words += [(Side.SAME, word) for each in new[k:m] for word in each]
        else:
            words += _between(old[i:j], new[k:m])
    return tuple(_joined(words))


def in_lines(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces paragraph by paragraph, as a page shows them."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1] += [Piece(piece.side, first)] if first else []
        lines += [[Piece(piece.side, other)] if other else [] for other in others]
    return tuple(tuple(line) for line in lines if line)


def _between(old: list[list[_Word]], new: list[list[_Word]]) -> Iterator[tuple[Side, _Word]]:
    """Paragraphs of which none is the same on both sides."""
    before, after = _flat(old), _flat(new)
    if len(before) * len(after) <= _MOST or [w for w, _ in before] == [w for w, _ in after]:
        yield from _by_word(before, after)
    elif len(old) == len(new) > 1:
        for one, other in zip(old, new, strict=True):
            yield from _between([one], [other])
    else:
        yield from ((Side.REMOVED, word) for word in before)
        yield from ((Side.ADDED, word) for word in after)


def _by_word(old: list[_Word], new: list[_Word]) -> Iterator[tuple[Side, _Word]]:
    one, other = [word for word, _ in old], [word for word, _ in new]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    whole = [("equal", 0, len(old), 0, len(new))] if one == other else matcher.get_opcodes()
    for verdict, i, j, k, m in whole:
        if verdict == "equal":
            yield from ((Side.SAME, word) for word in new[k:m])
        else:
            yield from ((Side.REMOVED, word) for word in old[i:j])
            yield from ((Side.ADDED, word) for word in new[k:m])


def _paragraphs(texts: Iterable[str]) -> list[list[_Word]]:
    found = []
    for text in texts:
        words = text.split()
        if words:
            found.append([*((word, " ") for word in words[:-1]), (words[-1], "\n")])
    return found


def _bare(paragraph: list[_Word]) -> str:
    return " ".join(word for word, _ in paragraph)


def _flat(paragraphs: list[list[_Word]]) -> list[_Word]:
    return [word for each in paragraphs for word in each]


def _joined(words: list[tuple[Side, _Word]]) -> Iterator[Piece]:
    held: list[str] = []
    side = Side.SAME
    for each, (word, then) in words:
        if each is not side and held:
            yield Piece(side, "".join(held))
            held = []
        side = each
        held.append(word + then)
    if held:
        yield Piece(side, "".join(held))
