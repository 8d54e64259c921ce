"""A page put together from its head and its items, whichever way they were read."""

import re
from collections.abc import Iterable
from typing import Any

from moothall.facts.papers import Attendance, Declaration
from moothall.files.minutes import limits
from moothall.files.minutes.heads import Head
from moothall.files.minutes.items import ReadItem
from moothall.files.minutes.notes import Notes
from moothall.files.minutes.people import attendance_in_words, declarations_in
from moothall.governance.record.published import PageKind, PublishedPage

_OF_INTERESTS = re.compile(r"\bdeclarations?\b.*\binterests?\b|\binterests\b", re.IGNORECASE)


def page_of_items(
    kind: PageKind,
    name: str,
    head: Head,
    read: Iterable[ReadItem],
    notes: Notes,
    attendance: Iterable[Attendance] = (),
    **more: Any,
) -> PublishedPage:
    """A page of items, with whoever they say was there and whatever was declared."""
    read, there = tuple(read), list(attendance)
    declarations: list[Declaration] = []
    listed = {_bare(each.name) for each in there}
    for each in read:
        there += [one for one in attendance_in_words(each.minutes) if _bare(one.name) not in listed]
        if _OF_INTERESTS.search(each.item.title):
            declarations += declarations_in(each.minutes)
    return page_of_head(
        kind,
        name,
        head,
        items=tuple(each.item for each in read),
        attendance=tuple(dict.fromkeys(there))[: limits.ATTENDING],
        declarations=tuple(dict.fromkeys(declarations)),
        notes=notes,
        **more,
    )


def page_of_head(
    kind: PageKind, name: str, head: Head, *, notes: Notes, **more: Any
) -> PublishedPage:
    """A page of what its head says, and more."""
    return PublishedPage(
        kind=kind,
        name=name,
        title=head.title,
        body_name=head.body_name,
        held_on=head.held_on,
        starts_at=head.starts_at,
        place=head.place,
        extraordinary=head.extraordinary,
        not_taken=notes.all,
        **more,
    )


def _bare(name: str) -> str:
    return " ".join(name.casefold().replace("cllr", "councillor").split())
