"""The record of a meeting pieced together from several pages: nothing held is lost by another."""

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from moothall.facts.papers import Attendance, Declaration, MinuteItem, Minutes
from moothall.governance.record.compared import Proposed, compared, is_empty, says_the_same

T = TypeVar("T")
_MERGED = frozenset(("attendance", "declarations", "items"))


def merged_minutes(key: str, held: Minutes | None, read: Minutes) -> Proposed:
    """The record as it would be: what is held, with what this page adds or says otherwise."""
    if held is None:
        return compared(key, "minutes", None, read)
    attendance, differs_there = _merged(held.attendance, read.attendance, _person)
    items, differs_in_items = _merged(held.items, read.items, _item)
    declarations, _ = _merged(held.declarations, read.declarations, _declaration)
    conflicts = {
        name
        for name, differs in (("attendance", differs_there), ("items", differs_in_items))
        if differs
    }
    after = replace(
        read,
        attendance=attendance,
        declarations=declarations,
        items=items,
        page=held.page or read.page,
    )
    return compared(key, "minutes", held, after, merged=_MERGED, conflicts=frozenset(conflicts))


def _merged(
    held: Iterable[T], read: Iterable[T], named: Callable[[T], str]
) -> tuple[tuple[T, ...], bool]:
    """What is held with what was read in its place, then what is new; whether any was otherwise."""
    held, read = tuple(held), tuple(read)
    by_name = {named(each): each for each in read}
    differs = False
    made: list[T] = []
    for each in held:
        other = by_name.pop(named(each), None)
        if other is None or says_the_same(each, other):
            made.append(each)
            continue
        whole, conflicts = _filled(each, other)
        differs = differs or conflicts
        made.append(whole)
    return (*made, *by_name.values()), differs


def _filled(held: T, read: T) -> tuple[T, bool]:
    """An entry with its gaps filled from another; where they differ, the other and True."""
    values = {}
    for field in dataclasses.fields(held):  # type: ignore[arg-type]  # entries are dataclasses
        one, other = getattr(held, field.name), getattr(read, field.name)
        if is_empty(other) or says_the_same(one, other):
            values[field.name] = one
        elif is_empty(one):
            values[field.name] = other
        else:
            return read, True
    return type(held)(**values), False


def _person(each: Attendance) -> str:
    return " ".join(each.name.casefold().replace("cllr", "councillor").split())


def _item(each: MinuteItem) -> str:
    return " ".join(each.title.casefold().split()) or each.number


def _declaration(each: Declaration) -> str:
    return " ".join(f"{each.name} {each.interest}".casefold().split())
