"""Wording: two texts held against each other word by word.

What the other council's paper calls by its own name is no difference: a council's name, short name
and bodies are read as "this council" and "the other council" before words are compared.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from moothall.facts.programme import Programme

_WORD = re.compile(r"\S+")
_BARE = re.compile(r"[\w£%]+(?:[.,'’/-][\w%]+)*")
_NEGATIONS = frozenset(("not", "no", "never", "nor", "neither"))
_SMALL_WORDS = """
a an and are as at be been being by for from has have in into is it its of on or our so that the
their these this those to was were which will with would resolved recommended recommend
"""
_SMALL = frozenset(_SMALL_WORDS.split())


class Said(StrEnum):
    """Which of two texts says the words of a piece."""

    BOTH = "both"
    FIRST = "only the first"
    SECOND = "only the second"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words and which of the two texts says it."""

    said: Said
    text: str


@dataclass(frozen=True, slots=True)
class Names:
    """What a council is called in its papers, and what the others are."""

    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def names_of(programme: Programme, authority: str, among: Iterable[str]) -> Names:
    """The names of a council and its bodies, and those of the other councils `among` them."""
    called: dict[str, list[str]] = {
        each.code: [each.name, each.short_name]
        for each in programme.authorities
        if each.code in {authority, *among}
    }
    for body in programme.bodies:
        if body.authority in called:
            called[body.authority].append(body.name.removeprefix("The "))
    return Names(
        own=tuple(called.get(authority, ())),
        others=tuple(name for code, held in called.items() if code != authority for name in held),
    )


def pieces(first: str, second: str, names: tuple[Names, Names] | None = None) -> tuple[Piece, ...]:
    """Two texts as runs of words that both say, or one of them; each word as it is printed.

    Capitals, and the stop at the end, are no difference.  What both say is printed as the first
    has it.
    """
    one, other = _tokens(first, names and names[0]), _tokens(second, names and names[1])
    matcher = SequenceMatcher(
        a=[key for key, _ in one], b=[key for key, _ in other], autojunk=False
    )
    found: list[Piece] = []
    for tag, since, until, since_other, until_other in matcher.get_opcodes():
        if tag == "equal":
            found.append(_piece(Said.BOTH, one[since:until]))
            continue
        if until > since:
            found.append(_piece(Said.FIRST, one[since:until]))
        if until_other > since_other:
            found.append(_piece(Said.SECOND, other[since_other:until_other]))
    return tuple(found)


def of_first(found: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces as the first text reads."""
    return tuple(piece for piece in found if piece.said is not Said.SECOND)


def of_second(found: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces as the second text reads."""
    return tuple(piece for piece in found if piece.said is not Said.FIRST)


def differ(found: Iterable[Piece]) -> bool:
    """Whether one text says a word that the other does not."""
    return any(piece.said is not Said.BOTH for piece in found)


def likeness(first: str, second: str) -> float:
    """How alike two texts are by their telling words in order: 0 not at all, 1 the same."""
    one, other = _telling(first), _telling(second)
    if not one or not other:
        return 0.0
    return SequenceMatcher(a=one, b=other, autojunk=False).ratio()


def words_of_both(first: str, second: str) -> tuple[str, ...]:
    """The telling words that both texts say, as the first has them, each once.

    >>> words_of_both("approve two joint posts", "Approve joint posts in the borough")
    ('approve', 'joint', 'posts')
    """
    held = set(_telling(second))
    found = {
        stem: match[0]
        for match in reversed(list(_BARE.finditer(first)))
        for stem in _telling(match[0])
        if stem in held
    }
    return tuple(reversed(found.values()))


def says_the_same(verb: str, text: str, passed: str) -> bool:
    """Whether a resolution says what was recommended, though in the passive.

    >>> says_the_same("note", "the report", "RESOLVED – That the report be noted")
    True
    >>> says_the_same("approve", "two posts", "That three posts be approved")
    False
    """
    left = _telling(passed)
    for word in _telling(verb):
        if word not in left:
            return False
        left.remove(word)
    return left == _telling(text)


def in_the_active(verb: str, passed: str) -> str:
    """A resolution in the form of a recommendation, to be held against it word by word.

    >>> in_the_active("approve", "RESOLVED – That two posts be approved for a year.")
    'approve two posts for a year.'
    """
    (first, *rest) = verb.split() or [""]
    stem = re.escape(first.removesuffix("e"))
    match = re.match(
        rf"\W*(?:resolved\W+)?that\s+(?P<what>.+?)\s+be\s+{stem}\w*(?P<more>.*)$",
        passed,
        re.IGNORECASE | re.DOTALL,
    )
    if match is None or not first or rest:
        return passed
    return f"{first} {match['what']}{match['more']}"


def _piece(said: Said, tokens: list[tuple[str, str]]) -> Piece:
    return Piece(said, " ".join(text for _, text in tokens))


def _tokens(text: str, names: Names | None) -> list[tuple[str, str]]:
    """Each word with what it is compared by; a council's name of several words is one token."""
    text = " ".join(text.split())
    spans: list[tuple[int, int, str]] = []
    if names is not None:
        for key, called in (("=own", names.own), ("=other", names.others)):
            for name in sorted(called, key=len, reverse=True):
                pattern = rf"(?<!\w){re.escape(name)}(?:[’']s)?(?!\w)"
                for match in re.finditer(pattern, text, re.IGNORECASE):
                    if all(match.end() <= a or match.start() >= b for a, b, _ in spans):
                        spans.append((match.start(), match.end(), key))
    found: list[tuple[str, str]] = []
    end = 0
    for start, until, key in [*sorted(spans), (len(text), len(text), "")]:
        found += [(_bare(word[0]), word[0]) for word in _WORD.finditer(text[end:start])]
        if key:
            found.append((key, text[start:until]))
        end = until
    return [token for token in found if token[0]]


def _bare(word: str) -> str:
    """A word without capitals and without the stops about it."""
    return word.casefold().replace("’", "'").strip(".,;:()[]“”\"'–-") or ""


def _telling(text: str) -> list[str]:
    """The stems of the words that tell something; a negation tells most."""
    words = (match[0].casefold().replace("’", "'") for match in _BARE.finditer(text))
    return [
        "¬" if word in _NEGATIONS else _stem(word)
        for word in words
        if word in _NEGATIONS or word not in _SMALL
    ]


def _stem(word: str) -> str:
    if not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = f"{word[:-3]}y"
    for suffix in ("ing", "ed", "s", "e"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word.removesuffix(suffix)
            break
    return word.removesuffix("e") if len(word) > 3 else word
