"""What the record tells of a change, in words: a place in a fact, what it said and says."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from moothall_web.facts import field_words, words
from moothall_web.facts.forms.differences import NOTHING, Difference, called
from moothall_web.facts.forms.fact_form import Known
from moothall_web.facts.forms.parts import Part, Sort
from moothall_web.facts.forms.readings import shown as text_of


class Recorded(Protocol):
    """What one place in a fact said before and says after, as `plain` writes it."""

    @property
    def path(self) -> tuple[str | int, ...]: ...
    @property
    def before(self) -> Any: ...
    @property
    def after(self) -> Any: ...


def told(parts: Sequence[Part], recorded: Iterable[Recorded], known: Known) -> Iterator[Difference]:
    """Every recorded difference with its place and both versions in words."""
    for number, each in enumerate(recorded):
        part, label = placed(parts, each.path)
        yield Difference(
            name=str(number),
            label=label,
            old=tuple(_said(part, each.before, known)),
            new=tuple(_said(part, each.after, known)),
        )


def placed(parts: Sequence[Part], path: tuple[str | int, ...]) -> tuple[Part | None, str]:
    """The part of a place in a fact, and what the place is called: `Line 2: Net`."""
    part, called_so_far, level = None, "", parts
    for key in path:
        if isinstance(key, int):
            row = field_words.ROWS.get(f"{part.of}.{part.name}", "") if part else ""
            title = f"{row} {key + 1}" if row else f"{called_so_far}, {key + 1}"
            called_so_far = title
            continue
        part = next((each for each in level if each.name == key), None)
        if part is None:
            return None, words.humanised(str(key))
        label = words.label(part.of, part.name)
        called_so_far = f"{called_so_far}: {label}" if called_so_far else label
        level = part.parts
    return part, called_so_far


def _said(part: Part | None, value: Any, known: Known) -> Iterator[str]:
    if value is None or value in ("", [], {}):
        yield NOTHING
    elif part is None or isinstance(value, dict | list):
        yield str(value)
    elif part.sort in (Sort.LINES, Sort.SEVERAL):
        yield called(part, str(value), known)
    elif part.sort is Sort.DAYS:
        yield text_of(part, [value])
    else:
        yield from called(part, text_of(part, value), known).split("\n")
