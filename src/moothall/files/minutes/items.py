"""The items of an agenda, with what was decided and minuted on each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moothall.files.minutes import limits
from moothall.files.minutes.heads import Head, is_chrome, meeting_in
from moothall.files.minutes.labels import LEFT, MEANS, label_in, plain
from moothall.files.minutes.lines import Line, Sort, without_size
from moothall.files.minutes.notes import Notes
from moothall.files.minutes.resolved import amendments_in, as_printed, resolutions_in
from moothall.files.reports.printed_numbers import split_number
from moothall.files.reports.unreadable import too_much
from moothall.governance.record.published import PageKind, PublishedDocument, PublishedItem

_PARTS = {"text": "decision", "minutes": "minutes"}


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item, and the lines of its minutes, from which people are read."""

    item: PublishedItem
    minutes: tuple[Line, ...]


@dataclass
class _Open:
    """An item while its lines are read."""

    number: str
    title: str
    head: Head
    purpose: list[Line]
    decision: list[Line]
    minutes: list[Line]


def read_items(
    kind: PageKind, head: Head, lines: Sequence[Line], notes: Notes
) -> tuple[ReadItem, ...]:
    """Every item of a page: one of an item's own page, several of a meeting's or an issue's."""
    found: list[ReadItem] = []
    for opened, its_lines in _cut(kind, head, lines, notes):
        if len(found) >= limits.ITEMS:
            raise too_much("The page", f"lists over {limits.ITEMS} items")
        under = "purpose"
        for line in its_lines:
            under = _take(opened, under, line, notes)
        found.append(_made(opened))
    return tuple(each for each in found if _says_something(each.item))


def _cut(
    kind: PageKind, head: Head, lines: Sequence[Line], notes: Notes
) -> Iterator[tuple[_Open, list[Line]]]:
    """The lines of each item apart, each with its number and title."""
    current: _Open | None = None
    held: list[Line] = []
    if kind is not PageKind.MEETING:
        current = _Open(head.item, head.title, head, [], [], [])
    waits_for_title = False
    for line in lines:
        begins = _begins(kind, line, current)
        if begins is not None:
            if current is not None:
                yield current, held
            current, held = _Open(begins, "", head, [], [], []), []
            waits_for_title = True
            if kind is PageKind.ISSUE:
                current.title, waits_for_title = head.title, False
                current.head = _of_meeting(head, line)
            continue
        if current is None:
            (notes.left if _is_furniture(line) else notes.not_understood)(line)
        elif waits_for_title:
            number, rest = split_number(line.words)
            same = number.strip("().") == current.number.strip("().") and number
            current.title = without_size(rest if same else line.words)
            waits_for_title = False
        else:
            held.append(line)
    if current is not None:
        yield current, held


def _begins(kind: PageKind, line: Line, current: _Open | None) -> str | None:
    """The number of the item that a line begins; None where it begins none."""
    if kind is PageKind.MEETING:
        if line.sort is Sort.ITEM:
            return line.words.strip(". ")
        bare = line.words.strip()
        if line.sort is Sort.WORDS and _is_number_alone(bare) and not line.bullet:
            return bare.strip(". ")
    elif kind is PageKind.ISSUE and (found := meeting_in(line.words)):
        nothing = current is not None and not (current.purpose or current.minutes)
        return found.item if current is not None or nothing else None
    return None


def _is_number_alone(words: str) -> bool:
    """`15.` or `1.(ii)` on a line of its own, as an agenda copied as text has it."""
    bare = words.rstrip(")").replace("(", "").strip()
    first, _, rest = bare.partition(".")
    if not words.endswith((".", ")")) or not first.isdecimal() or len(first) > 3:
        return False
    return not rest or (rest.isalpha() and len(rest) <= 4)


def _of_meeting(head: Head, line: Line) -> Head:
    found = meeting_in(line.words)
    if found is None:
        return head
    return Head(title=head.title, body_name=found.body, held_on=found.on, item=found.item)


def _take(opened: _Open, under: str, line: Line, notes: Notes) -> str:
    """Put a line where it belongs, and say under which part the next one stands."""
    label, value = label_in(line.words)
    label = label or (plain(line.words) if line.sort is Sort.HEADING else "")
    meant = MEANS.get(label, "")
    if meant in _PARTS and not line.number and not line.bullet:
        part = _PARTS[meant]
        if value:
            getattr(opened, part).append(Line(line.at, value))
        return part
    if label in LEFT or is_chrome(line):
        notes.left(line)
        return under
    if line.linked and under == "purpose":
        notes.left(line)
    elif under == "purpose" and _repeats_the_title(opened, line):
        pass  # an issue's page prints number and title again above the item's words
    else:
        getattr(opened, under).append(line)
    return under


def _repeats_the_title(opened: _Open, line: Line) -> bool:
    said = without_size(as_printed(line)).casefold()
    title = opened.title.casefold()
    return bool(title) and said in (title, f"{opened.number} {title}", f"{opened.number}. {title}")


def _is_furniture(line: Line) -> bool:
    label, _ = label_in(line.words)
    return line.linked or line.head or is_chrome(line) or label in LEFT


def _made(opened: _Open) -> ReadItem:
    return item_of(
        opened.number,
        opened.title,
        opened.purpose,
        opened.decision,
        opened.minutes,
        head=opened.head,
    )


def item_of(
    number: str,
    title: str,
    purpose: Sequence[Line],
    decision: Sequence[Line],
    minutes: Sequence[Line],
    *,
    head: Head,
    documents: tuple[PublishedDocument, ...] = (),
) -> ReadItem:
    """An item of its lines, with what they say was resolved."""
    return ReadItem(
        item=PublishedItem(
            number=number,
            title=title,
            purpose=tuple(as_printed(line) for line in purpose),
            decision=tuple(as_printed(line) for line in decision),
            text=tuple(as_printed(line) for line in minutes),
            resolved=resolutions_in(minutes) or resolutions_in(decision),
            amendments=amendments_in([*minutes, *decision]),
            documents=documents,
            body_name=head.body_name,
            held_on=head.held_on,
        ),
        minutes=tuple(minutes),
    )


def _says_something(item: PublishedItem) -> bool:
    return bool(item.title or item.text or item.purpose or item.decision)
