"""What is said of a table: what keeps it from being brought in, what to look at, what to answer."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One thing about a place of the table (`Sheet1!C14`), and what would cure it."""

    place: str
    what: str
    cure: str = ""

    def __str__(self) -> str:
        cure = f" {self.cure}" if self.cure else ""
        return f"{self.place}: {self.what}.{cure}"


@dataclass(frozen=True, slots=True)
class Question:
    """What the table does not say and a person has to.

    `field` names the answer; `choices` are (value, words).
    """

    field: str
    words: str
    choices: tuple[tuple[str, str], ...]
    place: str = ""


_PLACE = re.compile(r"^(.*!)?([A-Z]+)(\d+)")


def in_order(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Each once, row by row and column by column; what is about the whole file first."""

    def place(each: Remark) -> tuple[str, int, int, str]:
        match = _PLACE.match(each.place)
        if match is None:
            return "", 0, 0, ""
        return match[1] or "", int(match[3]), len(match[2]), match[2]

    return tuple(sorted(dict.fromkeys(remarks), key=place))


def remark(place: str, error: ValueError | str) -> Remark:
    """A remark of a message `what; cure`."""
    what, _, cure = str(error).partition("; ")
    return Remark(place, what, f"{cure[:1].upper()}{cure[1:]}." if cure else "")
