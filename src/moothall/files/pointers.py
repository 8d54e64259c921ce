"""Where a plain value names other facts, also one that is not yet a fact of its kind."""

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from moothall.facts.fact import RefersTo

Pointer = tuple[tuple[str | int, ...], str, str]
"""The path at which a fact is named, its kind and its id."""


def pointers(value: Any, target: Any) -> Iterator[Pointer]:
    """Every place at which a plain value, meant to be a `target`, names a fact.

    Wider than `references`, which sees a fact's own fields only: each share of a post names a
    council too.
    """
    if isinstance(target, type) and dataclasses.is_dataclass(target):
        if isinstance(value, dict):
            for name, hint in _hints(target).items():
                for path, kind, named in pointers(value.get(name), hint):
                    yield (name, *path), kind, named
        return
    marks = [mark for mark in getattr(target, "__metadata__", ()) if isinstance(mark, RefersTo)]
    if marks:
        if isinstance(value, str):
            yield (), marks[0].kind, value
    elif get_origin(target) is tuple:
        for place, item in enumerate(value if isinstance(value, list) else ()):
            for path, kind, named in pointers(item, get_args(target)[0]):
                yield (place, *path), kind, named
    else:
        for choice in get_args(target):  # one of several types, None among them
            yield from pointers(value, choice)


@cache
def _hints(target: type) -> dict[str, Any]:
    return get_type_hints(target, include_extras=True)
