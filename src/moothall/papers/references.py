"""What a reference in a text names: one value of one fact, shown as a paper prints it.

`savings/family-model.phasing.2019/20.amount` is the fact's kind and id, then the way to the value:
fields by name, items of a list by their id, number, name or year, or by their place counted from 1.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from moothall.basics.citations import Citation
from moothall.basics.dates import WrittenDate, in_words
from moothall.basics.figures import Figure, bracketed
from moothall.basics.years import FinancialYear
from moothall.facts.fact import Fact
from moothall.facts.money import Saving
from moothall.facts.programme import KINDS, Programme
from moothall.facts.words import listed
from moothall.finance.savings import SavingResult, work_through

SIZE = "size"
"""After a figure: the figure without brackets or sign, as running text writes it."""

_NAMED_BY = ("id", "number", "short", "name", "title", "year", "authority", "heading")
_WORKED_OUT = {
    "sentence": "what the next year still has to find, in a sentence",
    "recurrent": "what of the saving comes again every year",
    "one_off": "what of the saving comes only once",
    "apparent_new": "what the plan seems to ask of the next year",
    "needed_new": "what the next year really has to find",
}
"""What the program works out about a saving, by the name under which it is quoted."""
_OF_EVERY_FACT = frozenset(["id", "source", "known_on", "owner", "shared", "assumed", "exempt"])


def fact_named(programme: Programme, reference: str) -> tuple[str, Fact | None, str]:
    """The kind, the fact and the rest of a reference; no fact where none of that id is held.

    Raises KeyError where the reference names no kind of fact.
    """
    kind, slash, rest = reference.partition("/")
    if not slash or kind not in KINDS:
        raise KeyError(reference)
    parts = rest.split(".")
    ids = {".".join(parts[:n]): n for n in range(1, len(parts) + 1)}
    for fact in getattr(programme, kind):
        if fact.id in ids:
            return kind, fact, ".".join(parts[ids[fact.id] :])
    return kind, None, ".".join(parts[1:])


def value_named(programme: Programme, reference: str) -> str | None:
    """What a reference shows now; None where the fact, or that part of it, is not held.

    Raises KeyError where the reference names no kind of fact.
    """
    _, fact, path = fact_named(programme, reference)
    return shown_at(fact, path) if fact is not None else None


def shown_at(fact: Fact, path: str) -> str | None:
    """The value at the end of the path as a paper prints it; None where nothing stands there."""
    if isinstance(fact, Saving) and path in _WORKED_OUT:
        result = work_through(fact)
        return _worked_out(result, path) if result is not None else None
    return _walk(fact, tuple(path.split("."))) if path else None


def _worked_out(result: SavingResult, name: str) -> str:
    value = getattr(result, name)
    return value if isinstance(value, str) else bracketed(value)


def _walk(value: object, path: tuple[str, ...]) -> str | None:
    if not path:
        return shown(value)
    if isinstance(value, Figure) and path == (SIZE,):
        return size_of(value)
    if isinstance(value, tuple):
        # A number may itself hold dots ("2.1"): the longest name that fits is meant.
        for taken in range(len(path), 0, -1):
            item = _item(value, ".".join(path[:taken]))
            if item is not None:
                return _walk(item, path[taken:])
        return None
    if is_dataclass(value) and path[0] in {field.name for field in fields(value)}:
        return _walk(getattr(value, path[0]), path[1:])
    return None


def _item(items: tuple[object, ...], name: str) -> object | None:
    for item in items:
        if any(str(getattr(item, key, None)) == name for key in _NAMED_BY):
            return item
    if name.isdecimal() and 1 <= int(name) <= len(items):
        return items[int(name) - 1]
    return None


def size_of(figure: Figure) -> str:
    """The figure as printed, without the brackets or the sign."""
    return figure.text.strip("()-−– ").strip()


def shown(value: object) -> str | None:
    """A value as a paper prints it; None where it is empty or no single value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, Decimal):
        return bracketed(value)
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str | Figure | WrittenDate | FinancialYear | Citation):
        return " ".join(str(value).split()) or None
    if isinstance(value, tuple) and value and all(isinstance(each, str) for each in value):
        return listed([" ".join(each.split()) for each in value])
    return None


def quotable(fact: Fact) -> Iterator[tuple[str, str]]:
    """Everything of a fact that prose can quote: the way to it, and what it shows now."""
    for name, value in _parts(fact):
        if name not in _OF_EVERY_FACT:
            yield from _quotable(name, value)
    if isinstance(fact, Saving):
        result = work_through(fact)
        if result is not None:
            yield from ((name, _worked_out(result, name)) for name in _WORKED_OUT)


def worked_out_words(name: str) -> str:
    """What a value is that the program works out about a saving; empty for any other."""
    return _WORKED_OUT.get(name, "")


def _parts(value: object) -> Iterator[tuple[str, object]]:
    if is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))


def _quotable(path: str, value: object) -> Iterator[tuple[str, str]]:
    words = shown(value)
    if words is not None:
        yield path, words
        if isinstance(value, Figure) and size_of(value) != words:
            yield f"{path}.{SIZE}", size_of(value)
    elif isinstance(value, tuple):
        for place, item in enumerate(value, start=1):
            for name, part in _parts(item):
                yield from _quotable(f"{path}.{_called(value, item, place)}.{name}", part)
    elif is_dataclass(value):
        for name, part in _parts(value):
            yield from _quotable(f"{path}.{name}", part)


def _called(items: tuple[object, ...], item: object, place: int) -> str:
    """The name by which an item of a list is found again, its place where it has none."""
    for key in _NAMED_BY:
        name = str(getattr(item, key, None) or "")
        if name and not set(name) & set("[]|") and _item(items, name) is item:
            return name
    return str(place)
