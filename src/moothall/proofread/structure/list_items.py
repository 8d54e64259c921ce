"""The marks of lists that repeat or skip: (a), (b), (d).

Extraction glues items together, so a mark counts as missing only where it stands nowhere between.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Image, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression

_MARK = Expression(
    r"^\(?(?:(?P<letter>[a-z]{1,5}|[IVX]{1,4})(?:\)|\.(?=\s))|(?P<digits>\d{1,2})(?:\)|\.(?=\s)))\s*(?=\S)"
)
_LEFT_ONE_OUT = 2
_NEXT_BLOCKS = 8
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")


@dataclass(slots=True, kw_only=True)
class _List:
    """A list that is being read: its kind of mark and the last value."""

    kind: str
    last: int
    since: int
    length: int = 1
    repeated: bool = False
    """Whether the last mark was given twice: the gap after it is the same slip."""


def list_items_run_on(report: Report) -> Iterator[TextFinding]:
    """Items a), b), d), or (i), (ii), (iv), or the same letter twice."""
    open_lists: list[_List] = []
    for order, block in enumerate(report.blocks):
        if isinstance(block, Heading):
            open_lists.clear()
        if not isinstance(block, Prose):
            continue
        number = block.number.rstrip(".")
        if "." in number:
            open_lists.clear()
            continue
        text = f"{number}. {block.text}" if number else block.text
        match = _MARK.match(text)
        if match is None:
            continue
        fault = _take_mark(open_lists, match, order)
        if fault is None:
            continue
        kind, last, value = fault
        mark = match[0].strip()
        if value == last:
            message = f"The item {_mark(kind, value)} is given twice."
        else:
            missing = [_mark(kind, skipped) for skipped in range(last + 1, value)]
            if mark_stands_between(report, open_lists[-1].since, order, missing):
                continue
            if kind == "digits" and _stands_after(report, order, missing[0]):
                continue
            message = (
                f"Item {_mark(kind, last)} is followed by {_mark(kind, value)}: "
                f"there is no {' and no '.join(missing)}."
            )
        yield TextFinding(
            place=block.place,
            quote=f"{mark} {text[match.end() :]}",
            message=message,
            confidence=Confidence.MEDIUM,
            cure="Renumber the items, or put back what was taken out.",
        )


def _stands_after(report: Report, order: int, missing: str) -> bool:
    """Whether the number left out leads one of the next numbered blocks, before any other 1."""
    numbers = [
        block.number.rstrip(".")
        for block in report.blocks[order + 1 : order + 1 + _NEXT_BLOCKS]
        if isinstance(block, Heading | Prose) and block.number
    ]
    until = numbers.index("1") if "1" in numbers else len(numbers)
    return missing in numbers[:until]


def _take_mark(
    open_lists: list[_List], match: re.Match[str], order: int
) -> tuple[str, int, int] | None:
    """Puts a mark into the list that it continues; a skip or repeat is (kind, last, value)."""
    readings = _readings(match)
    if not readings:
        return None
    for depth in range(len(open_lists) - 1, -1, -1):
        current = open_lists[depth]
        if (current.kind, current.last + 1) in readings:
            current.last += 1
            current.length += 1
            current.repeated = False
            current.since = order
            del open_lists[depth + 1 :]
            return None
    for kind, value in readings:
        if value == 1:
            open_lists.append(_List(kind=kind, last=1, since=order))
            return None
    for depth in range(len(open_lists) - 1, -1, -1):
        current = open_lists[depth]
        for kind, value in readings:
            step = value - current.last
            # one item alone is no sequence, and a long jump is another list
            if kind == current.kind and current.length >= 2 and 0 <= step <= 3:
                fault = (kind, current.last, value)
                same_slip = current.repeated and step == _LEFT_ONE_OUT
                current.last = value
                current.repeated = step == 0
                del open_lists[depth + 1 :]
                return None if same_slip else fault
    open_lists.clear()
    return None


def _readings(match: re.Match[str]) -> list[tuple[str, int]]:
    if match["digits"]:
        return [("digits", int(match["digits"]))]
    letters = match["letter"]
    if letters.isupper():
        large = letters.lower()
        return [("large roman", _ROMAN.index(large) + 1)] if large in _ROMAN else []
    readings = []
    if len(letters) == 1:
        readings.append(("letters", ord(letters) - ord("a") + 1))
    if letters in _ROMAN:
        roman = ("roman", _ROMAN.index(letters) + 1)
        readings = [roman, *readings] if letters == "i" else [*readings, roman]
    return readings


def _mark(kind: str, value: int) -> str:
    if kind == "digits":
        return str(value)
    if kind == "large roman":
        return _ROMAN[value - 1].upper()
    if kind == "roman":
        return f"({_ROMAN[value - 1]})"
    return f"({chr(ord('a') + value - 1)})"


def mark_stands_between(report: Report, since: int, until: int, missing: list[str]) -> bool:
    """Whether a missing mark was glued into the text of a neighbour."""
    for mark in missing:
        inner = re.escape(mark.strip("()"))
        wanted = re.compile(rf"(?:^|[\s(]){inner}[).]")
        for block in report.blocks[since:until]:
            if isinstance(block, Grid):
                if any(wanted.search(cell) for row in block.rows for cell in row):
                    return True
            elif not isinstance(block, Image) and wanted.search(block.text):
                return True
    return False


RULES: tuple[Rule, ...] = (list_items_run_on,)
