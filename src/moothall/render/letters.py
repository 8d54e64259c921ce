"""Which letters the fonts of the PDF hold, and words for those that they do not.

A PDF that is to be read aloud must not hold a letter that it cannot show, and the compiler refuses
one.  What cannot be shown is therefore named: an emoji as `[grinning face]`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

_JOINERS = "\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}"
_PLAIN = re.compile(r"[\x20-\x7e\xa0-\xff]+")

CanShow = Callable[[str], bool]


class Letters:
    """What is known about letters so far; `can_show` says of a text whether all of it can be
    shown, and is asked once for each letter that is not known."""

    def __init__(self, can_show: CanShow) -> None:
        self._can_show = can_show
        self._shown: set[str] = set()
        self._missing: set[str] = set()

    def missing_in(self, texts: Iterable[str]) -> frozenset[str]:
        """The letters of the texts that cannot be shown."""
        met = uncommon_in(texts)
        unknown = sorted(met - self._shown - self._missing)
        for letters in self._split(unknown):
            self._missing.add(letters)
        self._shown |= met - self._missing
        return met & self._missing

    def _split(self, letters: list[str]) -> list[str]:
        """Those that cannot be shown, found by halves: mostly there are none."""
        if not letters or self._can_show(" ".join(letters)):
            return []
        if len(letters) == 1:
            return letters
        middle = len(letters) // 2
        return [*self._split(letters[:middle]), *self._split(letters[middle:])]


def uncommon_in(texts: Iterable[str]) -> frozenset[str]:
    """The letters of the texts that are not of western European languages."""
    return frozenset().union(*(_PLAIN.sub("", text) for text in texts)) - frozenset(_JOINERS)


def naming(missing: frozenset[str]) -> Callable[[str], str]:
    """A function that puts names in place of letters that cannot be shown."""
    if not missing:
        return lambda text: text
    one = f"[{re.escape(''.join(sorted(missing)))}]"
    run = re.compile(f"{one}(?:[{_JOINERS}]*{one})*[{_JOINERS}]*")
    return lambda text: run.sub(lambda found: f"[{_names(found[0])}]", text)


def _names(letters: str) -> str:
    return ", ".join(_name(letter) for letter in letters if letter not in _JOINERS)


def _name(letter: str) -> str:
    return unicodedata.name(letter, f"character {ord(letter):04X}").lower()


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is one of a script read from the right."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
