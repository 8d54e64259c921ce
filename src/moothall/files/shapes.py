"""Plain texts into typed facts, and typed facts into plain values.

The types of the facts say what each text must be; cattrs walks them and gathers every mismatch,
and this module turns each into a problem with its line.
"""

import dataclasses
from collections.abc import Callable
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


def shape(text: Text, content: Any, target: type[T], at: _Path = ()) -> T | None:
    """Build a `target` from plain content; None where it cannot be, with the problems in `text`."""
    if not isinstance(content, dict):
        text.complain(text.line(at), "is no mapping", "Write it as `key: value` lines.")
        return None
    try:
        return _reader().structure(content, target)
    except (ClassValidationError, IterableValidationError) as errors:
        _complain(errors, text, at, target)
        return None


def plain(value: object) -> Any:
    """The value as mappings, lists, texts, numbers, true and false: what JSON can hold."""
    return _writer().unstructure(value)


def from_plain(value: Any, target: type[T], shown_as: str) -> T:
    """The inverse of `plain`: a `target` from what JSON can hold.

    Raises UnreadableError with every mismatch; `shown_as` says where the value stood.
    """
    text = Text(file=shown_as)
    made = shape(text, _as_written(value), target)
    if made is None:
        raise UnreadableError(text.problems)
    return made


def _as_written(value: Any) -> Any:
    """JSON's own true, false and numbers as a folder's file would write them."""
    if isinstance(value, dict):
        return {key: _as_written(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_written(inner) for inner in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if value is None else str(value)


def _complain(error: BaseException, text: Text, path: _Path, target: Any) -> None:
    for note in getattr(error, "__notes__", ()):
        if hasattr(note, "name"):
            path, target = (*path, note.name), note.type
        elif hasattr(note, "index"):
            path = (*path, note.index)
    if isinstance(error, ClassValidationError | IterableValidationError):
        for inner in error.exceptions:
            _complain(inner, text, path, getattr(error, "cl", target))
        return
    line = text.line(path)
    if isinstance(error, ForbiddenExtraKeysError):
        known = {field.name for field in dataclasses.fields(error.cl)}
        for key in sorted(error.extra_fields):
            text.complain(
                text.line((*path, key)),
                f"{key!r} is no key of {_called(error.cl)}",
                did_you_mean(key, known),
            )
    elif isinstance(error, KeyError):
        text.complain(line, f"{path[-1]!r} is missing", f"Add `{path[-1]}: …` to this entry.")
    else:
        where = next((part for part in reversed(path) if isinstance(part, str)), "entry")
        what, _, cure = str(error).partition("; ")
        text.complain(line, f"{where}: {what}", _sentence(cure))


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
    converter = cattrs.Converter()
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Decimal, str)
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
    if not text.isdecimal():
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
