"""A fact as it is read on its page: every field by its label, every answer in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from moothall_web.facts import field_words, words
from moothall_web.facts.forms.content import content_of
from moothall_web.facts.forms.differences import called
from moothall_web.facts.forms.fact_form import Known
from moothall_web.facts.forms.parts import Part, Sort

FIGURES = frozenset({Sort.FIGURE, Sort.WHOLE, Sort.NUMBER})
_WIDEST = 6  # columns of a table that is still read as one


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One line of an answer; `kind` and `key` name the fact that it leads to, if any."""

    text: str
    kind: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One field of a fact: its answers line by line, the parts of a group, or rows of cells."""

    name: str
    label: str
    lines: tuple[Said, ...] = ()
    inside: "tuple[Shown, ...]" = ()
    head: tuple[str, ...] = ()
    rows: "tuple[tuple[Shown, ...], ...]" = ()
    row_name: str = ""
    figures: tuple[int, ...] = field(default=())
    bulleted: bool = False

    @property
    def is_table(self) -> bool:
        return bool(self.rows) and len(self.head) <= _WIDEST

    @property
    def is_empty(self) -> bool:
        return not (self.lines or self.inside or self.rows)


def shown(parts: Iterable[Part], fact: Mapping[str, Any], known: Known) -> tuple[Shown, ...]:
    """Every field of a fact, in the order of its parts."""
    return tuple(_shown(part, fact.get(part.name), known) for part in parts)


def _shown(part: Part, value: Any, known: Known) -> Shown:
    label = words.label(part.of, part.name)
    if part.sort is Sort.ROWS:
        return Shown(
            name=part.name,
            label=label,
            head=tuple(words.label(each.of, each.name).rstrip("?") for each in part.parts),
            rows=tuple(shown(part.parts, row, known) for row in value or ()),
            row_name=field_words.ROWS.get(f"{part.of}.{part.name}", "Entry"),
            figures=tuple(at for at, each in enumerate(part.parts) if each.sort in FIGURES),
        )
    if part.sort is Sort.GROUP:
        return Shown(
            name=part.name,
            label=label,
            inside=shown(part.parts, value, known) if value is not None else (),
        )
    return Shown(
        name=part.name,
        label=label,
        lines=tuple(_lines(part, value, known)),
        bulleted=part.sort in (Sort.LINES, Sort.DAYS, Sort.SEVERAL),
    )


def _lines(part: Part, value: Any, known: Known) -> Iterable[Said]:
    if part.sort is Sort.SOURCE:
        if value:
            document, _, paragraph = str(value).partition(" ")
            yield Said(text=f"Document {document}, {paragraph}", kind="documents", key=document)
        return
    held = dict(known.get(part.kind, ())) if part.kind else {}
    for text in content_of([part], {part.name: value})[part.name]:
        for line in called(part, text, known).split("\n"):
            if line.strip():
                leads = part.kind if text in held and part.kind != "owner" else ""
                yield Said(text=line, kind=leads, key=text if leads else "")
