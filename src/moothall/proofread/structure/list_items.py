"""Items: the marks of lists, and the numbers of items in agendas and minutes, that repeat or skip.

Extraction glues items together, so a mark counts as missing only where it stands nowhere between.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.structure.section_numbering import section_numbers_run_on

_MARK = re.compile(
    r"^\(?(?:(?P<letter>[a-z]{1,5})(?:\)|\.(?=\s))|(?P<digits>\d{1,2})(?:\)|\.(?=\s)))\s*(?=\S)"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")


@dataclass(slots=True, kw_only=True)
class _List:
    """A list that is being read: its kind of mark and the last value."""

    kind: str
    last: int
    since: int
    length: int = 1


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
            if _stands_between(report, open_lists[-1].since, order, missing):
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
                current.last = value
                del open_lists[depth + 1 :]
                return fault
    open_lists.clear()
    return None


def _readings(match: re.Match[str]) -> list[tuple[str, int]]:
    if match["digits"]:
        return [("digits", int(match["digits"]))]
    letters = match["letter"]
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
    if kind == "roman":
        return f"({_ROMAN[value - 1]})"
    return f"({chr(ord('a') + value - 1)})"


def _stands_between(report: Report, since: int, until: int, missing: list[str]) -> bool:
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


# --- items of agendas and minutes ---------------------------------------------------------------

_ITEM = re.compile(r"^(?P<number>\d{1,4})[.):]?\s+(?=[\"“‘'(*]{0,2}[A-Z])(?P<words>.*)", re.DOTALL)
_YEARS = range(1900, 2101)
_MOST_DIGITS = 4
_FEWEST = 5
_MOST_LISTED = 20
_FEWEST_SHORT = 4


@dataclass(frozen=True, slots=True)
class _Item:
    number: int
    words: str
    place: Place
    order: int


def _items(report: Report) -> list[_Item]:
    """Blocks that begin with a whole number: the items of an agenda, the minutes of a meeting."""
    found = []
    for order, block in enumerate(report.blocks):
        if not isinstance(block, Heading | Prose):
            continue
        number = block.number.rstrip(".")
        if number.isdecimal() and len(number) <= _MOST_DIGITS and int(number) not in _YEARS:
            found.append(_Item(int(number), block.text, block.place, order))
            continue
        text = f"{number} {block.text}" if number else block.text
        match = _ITEM.match(text)
        if match and int(match["number"]) not in _YEARS:
            found.append(_Item(int(match["number"]), match["words"], block.place, order))
    return found


def _chains(items: list[_Item]) -> Iterator[list[_Item]]:
    """Items that count up; a step down or a jump begins another list."""
    chain: list[_Item] = []
    for item in items:
        if chain and not 0 <= item.number - chain[-1].number <= 3:
            yield chain
            chain = []
        chain.append(item)
    yield chain


def items_of_a_meeting_run_on(report: Report) -> Iterator[TextFinding]:
    """Minutes 2624, 2625, 2625, 2626; or items 3, 5 and 6 of an agenda."""
    others = (*list_items_run_on(report), *section_numbers_run_on(report))
    told = {finding.place for finding in others}
    items = _items(report)
    # minutes are numbered on through the year, past the numbers of what is listed under them
    minutes = [item for item in items if item.number > _MOST_LISTED] if are_minutes(report) else []
    chains = [*_chains(items), *_chains(minutes)] if len(minutes) < len(items) else _chains(items)
    for chain in chains:
        if len(chain) < _FEWEST_SHORT or (len(chain) < _FEWEST and chain[0].number > 1):
            continue
        slips = [pair for pair in pairwise(chain) if _slips(report, *pair)]
        if len(slips) != 1:
            continue  # more than one: numbers that mean something else
        for before, after in slips:
            if after.place in told:
                continue
            told.add(after.place)
            missing = [str(number) for number in range(before.number + 1, after.number)]
            if after.number == before.number:
                message = f"The number {after.number} is given to two items."
            else:
                message = (
                    f"Item {before.number} is followed by {after.number}: there is no "
                    f"{' and no '.join(missing)}."
                )
            yield TextFinding(
                place=after.place,
                quote=f"{after.number} {after.words}",
                message=message,
                confidence=Confidence.MEDIUM,
                cure="Renumber, or put back what was taken out.",
            )


def _slips(report: Report, before: _Item, after: _Item) -> bool:
    """Whether a number is missing or stands twice, and was not glued into other text."""
    step = after.number - before.number
    if step == 0:
        # the last of a list of recommendations and the heading after it are of two sequences
        alike = isinstance(report.blocks[before.order], Heading) is isinstance(
            report.blocks[after.order], Heading
        )
        return alike and before.words[:40].casefold() != after.words[:40].casefold()
    missing = [str(number) for number in range(before.number + 1, after.number)]
    return step > 1 and not _stands_between(report, before.order, after.order + 1, missing)


RULES: tuple[Rule, ...] = (
    list_items_run_on,
    items_of_a_meeting_run_on,
)
