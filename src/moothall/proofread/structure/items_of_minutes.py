"""Items of minutes: their numbers run on, each takes one item of the agenda, none is left empty.

Minutes are numbered through the year, and each says under its title which item of the agenda it
is: “82. Parking Charges (Item 6)”.  The paragraphs of a minute have small numbers of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Block, Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import read_once
from moothall.proofread.structure.agenda_items import items_of_a_meeting_run_on
from moothall.proofread.structure.sequences import slips
from moothall.proofread.structure.year_numbers import numbered_by_year

_TITLE = Expression(r"^(?P<number>\d{1,4})[.:)]?\s+(?P<words>\S.*)$", re.DOTALL)
_ITEM = Expression(r"\((?:agenda )?item (?:no\.? ?)?(?P<item>\d{1,2})\)", re.IGNORECASE)
_ITEM_ENDS = Expression(rf"{_ITEM.pattern}\W*$", re.IGNORECASE)
_NUMBER_BEFORE = Expression(r"^\W*\d{1,4}[.:)]?\s+")
_ONLY_ITEM = Expression(rf"^\W*{_ITEM.pattern}\W*$", re.IGNORECASE)
_LONGEST_TITLE = 30
"""Words: a paragraph that was joined to its title is cut off by the reader of the text."""
_PARAGRAPHS_OF_ONE = 30
"""Higher numbers are those of minutes, not of the paragraphs of one."""
_YEARS = range(1900, 2101)
_FEWEST = 4
_SAYS_IT = Expression(
    r"\b(?:no|none|nil|not|was|were|is|are|had|has|noted|agreed|received|resolved|withdrawn|"
    r"deferred|exempt|closed|apolog\w+|break|adjourn\w*|exclusion|excluded|published|"
    r"questions?|part (?:one|two|[12ab])|urgent|other business|items?|next meeting)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Minute:
    """A minute: its number, its title, the item of the agenda, and the blocks that it fills."""

    number: int
    printed: str
    """The number as it stands, with its year where it has one."""
    words: str
    item: int | None
    place: Place
    begins: int
    body: int
    """How many blocks stand under the title."""


def minutes_are_numbered_one_after_another(report: Report) -> Iterator[TextFinding]:
    """Minutes 81, 82, 84: one is missing; or two minutes are 82."""
    minutes = _minutes(report)
    found = list(slips([minute.number for minute in minutes]))
    if len(found) != 1:
        return
    told = {finding.place for finding in items_of_a_meeting_run_on(report)}
    for slip in found:
        before, after = minutes[slip.index - 1], minutes[slip.index]
        if after.place in told or before.words == after.words:
            continue
        if slip.twice:
            missing = f", and there is no {slip.missing[0]}." if slip.missing else "."
            message = f"The number {after.printed} is given to two minutes{missing}"
        elif before.item and after.item and after.item - before.item > 1:
            continue  # an item was left out with its number
        else:
            message = f"Minute {before.printed} is followed by {after.printed}."
            if before.item and after.item:
                message += f" The items are {before.item} and {after.item}."
        yield TextFinding(
            place=after.place,
            quote=f"{after.printed} {after.words}",
            message=message,
            confidence=Confidence.MEDIUM,
            cure="Renumber, or put back what was taken out.",
        )


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """What minutes say of an item: its number on the agenda, and the title above “(Item 5)”."""

    number: int
    title: str
    place: Place
    order: int


@read_once
def agenda_items(report: Report) -> tuple[AgendaItem, ...]:
    """The items of the agenda that minutes name under, or behind, the titles of what they tell."""
    found: list[AgendaItem] = []
    for order, block in enumerate(report.blocks):
        if not isinstance(block, Heading | Prose) or "tem" not in block.text[-16:]:
            continue
        alone = _ONLY_ITEM.match(block.text)
        above = report.blocks[order - 1] if order else block
        titled = above if alone and isinstance(above, Heading | Prose) else block
        match = alone or _ITEM_ENDS.search(block.text)
        if match is None or len(titled.text.split()) > _LONGEST_TITLE:
            continue
        words = _NUMBER_BEFORE.sub("", _ITEM.sub("", titled.text)).strip(" .:-–")
        found.append(AgendaItem(int(match["item"]), words, titled.place, order))
    return tuple(found)


def an_item_of_the_agenda_has_one_minute(report: Report) -> Iterator[TextFinding]:
    """Two titles are not both (Item 5), where the items count up from title to title."""
    items = agenda_items(report)
    if len(items) < _FEWEST or not are_minutes(report):
        return
    numbers = [item.number for item in items]
    found = [slip for slip in slips(numbers) if slip.twice]
    if len(found) != 1 or len(items) - len(set(numbers)) > 1:
        return  # several minutes are made of one item here
    slip = found[0]
    item, before = items[slip.index], items[slip.index - 1]
    other = before if before.number == item.number else items[slip.index + 1]
    if item.title.casefold() == other.title.casefold():
        return
    missing = slip.missing[0] if slip.missing else 0
    yield TextFinding(
        place=item.place,
        quote=f"{item.title} (Item {item.number})",
        message=f"Item {item.number} is given twice: “{shortened(item.title, 60)}” and "
        f"“{shortened(other.title, 60)}”" + (f"; there is no item {missing}." if missing else "."),
        # where the next item follows on, two minutes were made of one item
        confidence=Confidence.LOW if slip.runs_on and not missing else Confidence.MEDIUM,
        cure="Give each minute the number of its item.",
    )


def a_minute_says_what_was_done(report: Report) -> Iterator[TextFinding]:
    """Under the title of a minute stands what was said or resolved."""
    minutes = _minutes(report)
    empty = [(a, b) for a, b in pairwise(minutes) if a.body == 0]
    if len(empty) * 4 > len(minutes):
        return  # an agenda, or minutes whose titles say it all
    for minute, after in empty:
        if _SAYS_IT.search(minute.words) or minute.number == after.number:
            continue
        yield TextFinding(
            place=minute.place,
            quote=f"{minute.printed} {minute.words}",
            message=f"Nothing stands under minute {minute.printed}, “{minute.words}”: minute "
            f"{after.printed} follows.",
            confidence=Confidence.MEDIUM,
            cure="Record what was said or resolved, or take the heading out.",
        )


def the_last_item_of_minutes_says_something(report: Report) -> Iterator[TextFinding]:
    """“Work programme (Item 12)” is the last line, where every other item tells what was said."""
    items = agenda_items(report)
    if len(items) < _FEWEST or not are_minutes(report):
        return
    last = items[-1]
    told = [after.order - one.order > 1 for one, after in pairwise(items)]
    if not all(told) or last.order != len(report.blocks) - 1 or _SAYS_IT.search(last.title):
        return
    yield TextFinding(
        place=last.place,
        quote=f"{last.title} (Item {last.number})",
        message=f"Nothing stands under “{shortened(last.title, 60)}” (item {last.number}), with "
        "which the minutes end.",
        confidence=Confidence.MEDIUM,
        cure="Record what was said or resolved, or take the heading out.",
    )


def _minutes(report: Report) -> list[_Minute]:
    """The longest run of titles whose numbers count up, in the minutes of a meeting."""
    if not are_minutes(report):
        return []
    runs: list[list[tuple[int, int, str]]] = []
    by_year = {label.order: label for label in numbered_by_year(report)}
    for order, block in enumerate(report.blocks):
        if by_year:
            label = by_year.get(order)
            title = (label.number, label.words) if label else None
        else:
            title = _title(block)
        if title is None:
            continue
        number, words = title
        for run in runs:
            if 0 <= number - run[-1][1] <= 2:
                run.append((order, number, words))
                break
        else:
            runs.append([(order, number, words)])
    # the paragraphs of a minute have numbers too: the run of minutes has the higher ones
    longest = max(
        (run for run in runs if len(run) >= _FEWEST),
        key=lambda run: (_has_items(report, run), run[0][1] > _PARAGRAPHS_OF_ONE, len(run)),
        default=[],
    )
    if len(longest) < _FEWEST or (
        longest[0][1] <= _PARAGRAPHS_OF_ONE and not by_year and not _has_items(report, longest)
    ):
        return []
    ends = [order for order, _, _ in longest[1:]] + [len(report.blocks)]
    return [
        _minute(
            report, order, end, number, by_year[order].printed if by_year else str(number), words
        )
        for (order, number, words), end in zip(longest, ends, strict=True)
    ]


def _title(block: Block) -> tuple[int, str] | None:
    if isinstance(block, Grid | Image) or (isinstance(block, Prose) and block.bullet):
        return None
    match = _TITLE.match(f"{block.number} {block.text}".strip())
    if match is None or int(match["number"]) in _YEARS:
        return None
    words = _ITEM.sub("", match["words"]).strip()
    if not re.search(r"[A-Za-z]", words[:40]) or (
        isinstance(block, Prose) and words.endswith((".", ";", ":"))
    ):
        return None
    return int(match["number"]), words[:120]


def _has_items(report: Report, run: list[tuple[int, int, str]]) -> bool:
    return sum(_item(report, order) is not None for order, _, _ in run) >= _FEWEST - 1


def _item(report: Report, order: int) -> int | None:
    """The item that stands in the title or on the line under it."""
    for place in (order, order + 1):
        block = report.blocks[place] if place < len(report.blocks) else None
        if not isinstance(block, Heading | Prose):
            return None
        match = _ITEM.search(block.text) if place == order else _ONLY_ITEM.match(block.text)
        if match:
            return int(match["item"])
    return None


def _minute(report: Report, order: int, end: int, number: int, printed: str, words: str) -> _Minute:
    title = report.blocks[order]
    # what was said may stand in the line of the title, or have been joined to it
    long = isinstance(title, Prose) and (
        len(title.text.split()) > _LONGEST_TITLE or title.text.rstrip().endswith(".")
    )
    body = sum(
        isinstance(block, Grid | Image) or _ONLY_ITEM.match(block.text) is None
        for block in report.blocks[order + 1 : end]
    )
    return _Minute(
        number=number,
        printed=printed,
        words=words,
        item=_item(report, order),
        place=title.place,
        begins=order,
        body=body + long,
    )


RULES: tuple[Rule, ...] = (
    minutes_are_numbered_one_after_another,
    an_item_of_the_agenda_has_one_minute,
    a_minute_says_what_was_done,
    the_last_item_of_minutes_says_something,
)
