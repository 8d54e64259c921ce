"""What no text may hold and no fact may exceed, before anything else is asked of it."""

import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from moothall.files.shapes import Fault

_Path = tuple[str | int, ...]

LONGEST_TEXT = 10_000  # characters; the longest in the samples has 544
LARGEST = 200_000  # characters in all the texts of one fact
DEEPEST = 10  # levels; facts need four
MOST = 10_000  # texts, lists and groups in one fact

_LAYOUT = "\n\t"  # the control characters that a text needs
_UNPRINTABLE = {"Cc": "a control character", "Cs": "half of a character", "Cn": "no character"}


def bounds(value: object, path: _Path = (), *, times: int = 1) -> Iterator[Fault]:
    """What no text may hold and no fact may exceed; `times` as large where a kind needs it."""
    characters, things = 0, 0
    waiting: deque[tuple[_Path, object]] = deque([(path, value)])
    while waiting:
        place, each = waiting.popleft()
        inner: Iterable[tuple[str | int, object]] = ()
        if isinstance(each, dict):
            inner = ((str(name), part) for name, part in each.items())
            characters += sum(len(str(name)) for name in each)
        elif isinstance(each, list | tuple):
            inner = enumerate(each)
        waiting += (((*place, step), part) for step, part in inner)
        things += 1
        characters += len(each) if isinstance(each, str) else 0
        large = things > MOST * times or characters > LARGEST * times
        if len(place) - len(path) > DEEPEST or large:
            yield Fault(
                path,
                "is larger than a fact may be",
                f"Keep it under {LARGEST * times:,} characters, or make several facts of it.",
            )
            return
        if isinstance(each, str):
            yield from _text_faults(each, place)


def _text_faults(text: str, path: _Path) -> Iterator[Fault]:
    if len(text) > LONGEST_TEXT:
        yield Fault(
            path,
            f"has {len(text):,} characters, and {LONGEST_TEXT:,} is the most that a text may have",
            "Shorten it.",
        )
    strange = next((sign for sign in text if _is_unprintable(sign)), None)
    if strange is not None:
        yield Fault(
            path,
            f"holds {_UNPRINTABLE[unicodedata.category(strange)]} that cannot be printed "
            f"(U+{ord(strange):04X})",
            "Remove it; it may have come along from where the text was copied.",
        )


def _is_unprintable(sign: str) -> bool:
    if sign.isprintable() or sign in _LAYOUT or sign == "\r":
        return False
    category = unicodedata.category(sign)
    # Later versions of Unicode may give an unassigned place a sign; these never will be one.
    never = category == "Cn" and (ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF)
    return category in ("Cc", "Cs") or never


def tidy(value: Any) -> Any:
    """The value with the line ends of a text as we hold them; browsers send two signs for one."""
    if isinstance(value, dict):
        return {str(name): tidy(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [tidy(inner) for inner in value]
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    return value
