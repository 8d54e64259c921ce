"""A form for any fact, made from what its parts ask for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from django import forms
from django.utils.datastructures import MultiValueDict

from moothall_web.facts import field_words, words
from moothall_web.facts.forms import readings
from moothall_web.facts.forms.answers import AnswerField, Choices, in_a_sentence
from moothall_web.facts.forms.asked import Asked, Row
from moothall_web.facts.forms.content import (
    Content,
    count,
    count_of,
    is_blank,
    is_blank_row,
)
from moothall_web.facts.forms.parts import DOCUMENTS, Part, Sort, parts_of
from moothall_web.facts.subjects import key_field

Known = Mapping[str, Choices]
"""What a person may choose: of each kind the facts that they see, as `owner` whom they act for."""


class FaultLike(Protocol):
    """What is wrong with a fact: where (keys and places from the top), and what would cure it."""

    @property
    def path(self) -> tuple[str | int, ...]: ...
    @property
    def what(self) -> str: ...
    @property
    def cure(self) -> str: ...


class FactForm(forms.Form):
    """The fields of one fact.

    `content` is what stands in them, `known` what may be chosen, `original` the fact before (None
    for a new one).  It is checked only where `checked`: a draft or an added row is not.
    """

    def __init__(
        self,
        kind: str,
        known: Known,
        content: Content,
        *,
        original: Mapping[str, Any] | None = None,
        checked: bool = True,
    ) -> None:
        super().__init__(data=MultiValueDict(content) if checked else None)
        self.kind, self.known, self.content, self.original = kind, known, content, original
        self.parts = asked_of(kind, new=original is None)
        self.asked = tuple(
            self._ask(part, part.name, "", (original or {}).get(part.name), needed=True)
            for part in self.parts
        )

    # --- what stands on the page ---

    def _ask(self, part: Part, name: str, at: str, original: Any, *, needed: bool) -> Asked:
        """Make the fields of a part; `at` says in a message in which row or group it stands."""
        label = words.label(part.of, part.name)
        hint = words.hint(part.of, part.name) or readings.HINTS.get(part.sort, "")
        if part.sort is Sort.ROWS:
            rows = self._rows(part, name, original, needed=needed)
            hint = " ".join(filter(None, (hint and f"{hint}.", *_hints_of_rows(part))))
            return Asked(
                part=part, name=name, label=label, hint=hint, rows=rows, row_name=_row_name(part)
            )
        if part.parts:
            must = needed and (part.required or not is_blank(part, name, self.content))
            given = _inside(part, original)
            inside = tuple(
                self._ask(
                    each, f"{name}-{each.name}", at or label, given.get(each.name), needed=must
                )
                for each in part.parts
            )
            return Asked(part=part, name=name, label=label, hint=hint, parts=inside)
        where = f"{at}, " if at else ""
        choices = self._choices(part)
        self.fields[name] = AnswerField(
            part, label=f"{where}{label}", needed=needed, original=original, allowed=choices
        )
        texts = tuple(self.content.get(name, ()))
        if part.kind:
            choices = _with_held(choices, texts)
        return Asked(
            part=part,
            name=name,
            label=label,
            hint=hint,
            values=texts,
            choices=choices,
        )

    def _rows(self, part: Part, name: str, original: Any, *, needed: bool) -> tuple[Row, ...]:
        self.fields[count_of(name)] = forms.Field(required=False)
        rows = []
        for number in range(count(self.content.get(count_of(name), []))):
            before = f"{name}-{number}-"
            given = (original or [])[number : number + 1]
            filled = needed and not is_blank_row(part, before, self.content)
            title = f"{_row_name(part)} {number + 1}"
            asked = tuple(
                replace(
                    self._ask(
                        each,
                        before + each.name,
                        title,
                        given[0].get(each.name) if given else None,
                        needed=filled,
                    ),
                    hint=words.hint(each.of, each.name),  # the general ones stand above the rows
                )
                for each in part.parts
            )
            rows.append(Row(title, number, asked))
        return tuple(rows)

    def _choices(self, part: Part) -> Choices:
        if part.values:
            return [(value, words.choice(part.of, part.name, value)) for value in part.values]
        if part.sort is Sort.FLAG:
            either = [(readings.YES, "Yes"), (readings.NO, "No")]
            return [*either, ("", "Nobody has said")] if part.optional else either
        return self.known.get(part.kind, ()) if part.kind else ()

    # --- what is wrong ---

    def clean(self) -> dict[str, Any]:
        for part in self.parts:
            if part.sort is Sort.ROWS and part.required and is_blank(part, part.name, self.content):
                what = f"there is none; add at least one {_row_name(part).lower()}"
                label = words.label(part.of, part.name)
                self.add_error(count_of(part.name), in_a_sentence(label, what))
        return self.cleaned_data

    def add_faults(self, faults: Sequence[FaultLike]) -> None:
        """Show what an action found wrong, each at the field that it speaks of."""
        for fault in faults:
            name = self._name_at(fault.path)
            said = "; ".join(each.rstrip(".") for each in (fault.what, fault.cure) if each)
            if name is None:
                self.add_error(None, in_a_sentence("This entry", said))
            else:
                label = self.fields[name].label or words.label("", str(fault.path[0]))
                self.add_error(name, in_a_sentence(str(label), said))

    def _name_at(self, path: tuple[str | int, ...]) -> str | None:
        """The field of a place in the payload, or of the nearest that holds it."""
        asked, level = None, self.asked
        for key in path:
            if isinstance(key, int):
                if asked is None or not asked.rows:
                    break
                kept = self._kept(asked)
                if key >= len(kept):
                    break
                level = kept[key].parts
                asked = level[0]
                continue
            found = next((each for each in level if each.part.name == key), None)
            if found is None:
                break
            asked, level = found, found.parts
        return None if asked is None else _first_field(asked)

    def problems(self) -> Iterator[tuple[str, str]]:
        """Every error with the id of what it speaks of, in the order of the page."""
        for text in self.non_field_errors():
            yield _first_id(self.asked[0]), str(text)
        for name in self.fields:
            for text in self.errors.get(name, ()):
                yield f"id_{name.removesuffix('-count')}", str(text)

    def wrong(self, asked: Asked) -> str:
        """The first error of an answer or of rows, empty where there is none."""
        name = count_of(asked.name) if asked.part.sort is Sort.ROWS else asked.name
        return str(next(iter(self.errors.get(name, ())), "")) if self.is_bound else ""

    # --- what comes out ---

    def payload(self) -> dict[str, Any]:
        """The fact as `plain` writes it, once the form is valid."""
        made = dict(self.original or {})
        for asked in self.asked:
            made[asked.part.name] = self._value(asked)
        return made

    def _value(self, asked: Asked) -> Any:
        part = asked.part
        if part.sort is Sort.ROWS:
            kept = self._kept(asked)
            return [{each.part.name: self._value(each) for each in row.parts} for row in kept]
        if part.sort is Sort.SOURCE:
            return " ".join(self._value(each) for each in asked.parts)
        if part.sort is Sort.GROUP:
            if part.optional and is_blank(part, asked.name, self.content):
                return None
            return {each.part.name: self._value(each) for each in asked.parts}
        return self.cleaned_data[asked.name]

    def _kept(self, asked: Asked) -> list[Row]:
        """The rows in which something stands."""
        return [
            row
            for row in asked.rows
            if not is_blank_row(asked.part, f"{asked.name}-{row.number}-", self.content)
        ]


def asked_of(kind: str, *, new: bool) -> tuple[Part, ...]:
    """What a form asks for: the name of a document only once, as facts cite it by that."""
    parts = parts_of(kind)
    if kind == DOCUMENTS and not new:
        return tuple(part for part in parts if part.name != key_field(kind))
    return parts


def _inside(part: Part, original: Any) -> Mapping[str, Any]:
    """The values of the parts of a group before the change."""
    if original is None:
        return {}
    if part.sort is Sort.SOURCE:
        document, _, paragraph = str(original).partition(" ")
        return {"document": document, "paragraph": paragraph}
    return original if isinstance(original, dict) else {}


def _with_held(choices: Choices, texts: tuple[str, ...]) -> Choices:
    """The choices, and what stands in the field though it cannot be chosen any more."""
    values = {value for value, _ in choices}
    lost = [text for text in texts if text and text not in values]
    return [*choices, *((text, f"{text} (not here any more)") for text in lost)]


def _hints_of_rows(part: Part) -> Iterator[str]:
    """What helps to fill the rows in, said once for them all."""
    for sort in dict.fromkeys(each.sort for each in part.parts):
        if hint := readings.HINTS.get(sort):
            called = _CALLED.get(sort, "")
            yield f"{called}{hint[:1].lower()}{hint[1:]}." if called else f"{hint}."


_CALLED = {
    Sort.FIGURE: "Figures ",
    Sort.YEAR: "Years: ",
    Sort.NUMBER: "Numbers: ",
    Sort.DAY: "Days: ",
    Sort.WHOLE: "Numbers ",
}


def _row_name(part: Part) -> str:
    return field_words.ROWS.get(f"{part.of}.{part.name}", "Entry")


def _first_field(asked: Asked) -> str:
    if asked.part.sort is Sort.ROWS:
        return count_of(asked.name)
    return _first_field(asked.parts[0]) if asked.parts else asked.name


def _first_id(asked: Asked) -> str:
    return f"id_{_first_field(asked).removesuffix('-count')}"
