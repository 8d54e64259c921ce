"""Plain texts into typed facts, and typed facts into plain values.

The types of the facts say what each text must be; cattrs walks them and gathers every mismatch,
and this module turns each into a problem with its line.
"""

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

import cattrs
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from moothall.basics.citations import Citation, read_citation
from moothall.basics.dates import WrittenDate, read_day, read_written_date
from moothall.basics.figures import Figure, read_figure
from moothall.basics.years import FinancialYear, read_financial_year
from moothall.files.problems import UnreadableError, did_you_mean
from moothall.files.texts import Text

T = TypeVar("T")
_Path = tuple[str | int, ...]
_LONGEST_NUMBER = 18  # digits; nothing counted here needs more


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a plain value from being a fact.

    `path` says where in the value (field by field, the place in a list as a number), `()` for the
    whole of it.
    """

    path: _Path
    what: str
    cure: str


def shape(text: Text, content: Any, target: type[T], at: _Path = ()) -> T | None:
    """Build a `target` from plain content; None where it cannot be, with the problems in `text`."""
    if not isinstance(content, dict):
        text.complain(text.line(at), "is no mapping", "Write it as `key: value` lines.")
        return None
    try:
        return _reader().structure(content, target)
    except (ClassValidationError, IterableValidationError) as errors:
        _complain(errors, text, at)
        return None


def plain(value: object) -> Any:
    """The value as mappings, lists, texts, numbers, true and false: what JSON can hold."""
    return _writer().unstructure(value)


def as_entry(value: object) -> dict[str, Any]:
    """The value as an entry of a file: fields in the order of the type, those at their default
    left out, days and flags as such; what `shape` makes the same value of."""
    entry: dict[str, Any] = _entry_writer().unstructure(value)
    return entry


def from_plain(value: Any, target: type[T], shown_as: str) -> T:
    """The inverse of `plain`: a `target` from what JSON can hold.

    Raises UnreadableError with every mismatch; `shown_as` says where the value stood.
    """
    text = Text(file=shown_as)
    made = shape(text, _as_written(value), target)
    if made is None:
        raise UnreadableError(text.problems)
    return made


def made_of(value: Any, target: type[T]) -> T | tuple[Fault, ...]:
    """A `target` from what JSON can hold, or from the texts of a form; or every fault in it."""
    if not isinstance(value, dict):
        return (Fault((), "is no set of fields", "Send every field by its name."),)
    try:
        return _reader().structure(_as_written(value), target)
    except (ClassValidationError, IterableValidationError) as errors:
        return tuple(_faults(errors))


def faults(value: Any, target: type[T]) -> tuple[Fault, ...]:
    """Every fault that keeps a plain value from being a `target`, each with its path."""
    made = made_of(value, target)
    return made if isinstance(made, tuple) else ()


def _as_written(value: Any) -> Any:
    """JSON's own true, false and numbers as a folder's file would write them."""
    if isinstance(value, dict):
        return {key: _as_written(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_written(inner) for inner in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if value is None else str(value)


def _complain(error: BaseException, text: Text, path: _Path) -> None:
    for place, reason in _mismatches(error, path):
        line = text.line(place)
        if isinstance(reason, ForbiddenExtraKeysError):
            known = {field.name for field in dataclasses.fields(reason.cl)}
            for key in sorted(reason.extra_fields):
                text.complain(
                    text.line((*place, key)),
                    f"{key!r} is no key of {_called(reason.cl)}",
                    did_you_mean(key, known),
                )
        elif isinstance(reason, KeyError):
            text.complain(line, f"{place[-1]!r} is missing", f"Add `{place[-1]}: …` to this entry.")
        else:
            where = next((part for part in reversed(place) if isinstance(part, str)), "entry")
            what, _, cure = str(reason).partition("; ")
            text.complain(line, f"{where}: {what}", _sentence(cure))


def _faults(error: BaseException) -> Iterator[Fault]:
    """The same mismatches for somebody at a form, who sees fields and no keys."""
    for place, reason in _mismatches(error, ()):
        if isinstance(reason, ForbiddenExtraKeysError):
            for key in sorted(reason.extra_fields):
                yield Fault(
                    (*place, key),
                    f"{key!r} is no part of {_called(reason.cl)}",
                    "Leave it out.",
                )
        elif isinstance(reason, KeyError):
            yield Fault(place, "is missing", "Fill it in.")
        else:
            what, _, cure = str(reason).partition("; ")
            yield Fault(place, what, _sentence(cure))


def _mismatches(error: BaseException, path: _Path) -> Iterator[tuple[_Path, BaseException]]:
    """Every single mismatch that cattrs has gathered, with the path at which it stands."""
    for note in getattr(error, "__notes__", ()):
        if hasattr(note, "name"):
            path = (*path, note.name)
        elif hasattr(note, "index"):
            path = (*path, note.index)
    if isinstance(error, ClassValidationError | IterableValidationError):
        for inner in error.exceptions:
            yield from _mismatches(inner, path)
    elif isinstance(error, AttributeError):  # cattrs has asked a text or a list for its keys
        yield path, ValueError("is no mapping; write it as `key: value` lines")
    else:
        yield path, error


def _sentence(words: str) -> str:
    stop = "" if words.endswith((".", "?")) else "."
    return f"{words[:1].upper()}{words[1:]}{stop}" if words else ""


def _called(target: type) -> str:
    """`SharedPost` → `a shared post`."""
    if target.__name__ == "About":
        return "programme.yaml"
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in target.__name__).strip()
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


@cache
def _reader() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
    for target, read in _READERS.items():
        converter.register_structure_hook(target, _from_text(read))
    # The choices are words too, and cattrs asks for the hook of str before any other.
    converter.register_structure_hook(str, _read_word)
    converter.register_structure_hook_factory(
        _is_list,
        lambda hint: _read_list(converter, get_args(hint)[0]),
    )
    return converter


@cache
def _writer() -> cattrs.Converter:
    converter = _writing(cattrs.Converter())
    converter.register_unstructure_hook(date, date.isoformat)
    return converter


@cache
def _entry_writer() -> cattrs.Converter:
    return _writing(cattrs.Converter(omit_if_default=True))


def _writing(converter: cattrs.Converter) -> cattrs.Converter:
    converter.register_unstructure_hook(Decimal, "{:f}".format)  # never 1E-8, which nobody prints
    for target in (Citation, Figure, WrittenDate, FinancialYear):
        converter.register_unstructure_hook(target, str)
    return converter


def _is_list(hint: Any) -> bool:
    return get_origin(hint) is tuple


def _from_text(read: Callable[[str], Any]) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, str):
            raise ValueError(f"{_kind(value)} stands where one text belongs; write a single value")
        return read(value)

    return hook


def _kind(value: Any) -> str:
    if value is None:
        return "nothing"
    return "a list" if isinstance(value, list) else "a mapping"


def _read_flag(text: str) -> bool:
    flags = {"yes": True, "true": True, "no": False, "false": False}
    if text.lower() not in flags:
        raise ValueError(f"{text!r} is neither yes nor no; write yes or no")
    return flags[text.lower()]


def _read_whole(text: str) -> int:
    if not text.isdecimal() or len(text) > _LONGEST_NUMBER:
        raise ValueError(f"{text!r} is no whole number; write digits only, for example 35")
    return int(text)


def _read_decimal(text: str) -> Decimal:
    figure = read_figure(text.removesuffix("%").strip())
    return figure.value


def _read_word(value: Any, target: type[str]) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{_kind(value)} stands where one text belongs; write a single value")
    return _read_choice(value, target) if issubclass(target, StrEnum) else value


def _read_choice(value: Any, target: type[StrEnum]) -> StrEnum:
    choices = [choice.value for choice in target]
    if value not in choices:
        cure = did_you_mean(str(value), choices).rstrip(".")
        raise ValueError(f"{value!r} is not one of the choices; {cure}")
    return target(value)


def _read_list(converter: cattrs.Converter, item: Any) -> Callable[[Any, Any], Any]:
    whole = converter.get_structure_hook(list[item])

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise ValueError(f"{value!r} stands where a list belongs; write `- ` before each item")
        return tuple(whole(value, list[item]))

    return hook


_READERS: dict[Any, Callable[[str], Any]] = {
    bool: _read_flag,
    int: _read_whole,
    Decimal: _read_decimal,
    date: read_day,
    Citation: read_citation,
    Figure: read_figure,
    WrittenDate: read_written_date,
    FinancialYear: read_financial_year,
}
