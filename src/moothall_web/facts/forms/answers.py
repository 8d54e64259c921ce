"""One answer as a field of Django's: read, checked, and put into words where it is wrong."""

from collections.abc import Sequence
from typing import Any

from django import forms

from moothall_web.facts.forms.parts import Part, Sort
from moothall_web.facts.forms.readings import reading, shown, tidy

Choices = Sequence[tuple[str, str]]
"""Values and what each is called."""

_CHOSEN = frozenset({Sort.ONE, Sort.CHOICE, Sort.FLAG})


class AnswerField(forms.Field):
    """The answer to one part; its clean value is what `plain` would write.

    An answer that still reads as `original` does stays what it was, to the last blank.  `allowed`
    are the facts that the person may choose.
    """

    def __init__(
        self, part: Part, *, label: str, needed: bool, original: Any, allowed: Choices
    ) -> None:
        several = part.sort is Sort.SEVERAL
        super().__init__(
            required=needed and part.required,
            label=label,
            widget=forms.SelectMultiple if several else forms.TextInput,
        )
        self.part, self.original = part, original
        self.allowed = {value for value, _ in allowed}

    def clean(self, value: Any) -> Any:
        """The plain value; raises ValidationError that names the field and what would cure it."""
        if self.part.sort is Sort.SEVERAL:
            return self._several([text for text in value or [] if text])
        text = tidy(str(value or ""))
        if self.original is not None and text == shown(self.part, self.original):
            return self.original
        if not text:
            return self._nothing()
        try:
            self._check_allowed(text)
            return reading(self.part, text)
        except ValueError as error:
            raise self.wrong(str(error)) from None

    def wrong(self, words: str) -> forms.ValidationError:
        """`what; cure` → `Label: what. Cure.`"""
        return forms.ValidationError(in_a_sentence(str(self.label), words))

    def _several(self, values: list[str]) -> list[str]:
        if values == self.original:
            return values
        for value in values:
            try:
                self._check_allowed(value)
            except ValueError as error:
                raise self.wrong(str(error)) from None
        if self.required and not values:
            raise self.wrong("nothing is chosen; choose at least one")
        return list(dict.fromkeys(values))

    def _check_allowed(self, value: str) -> None:
        if self.part.kind and value not in self.allowed and value != self.original:
            raise ValueError("it is none of those that you can choose; choose one of the list")

    def _nothing(self) -> Any:
        if self.required:
            chosen = self.part.sort in _CHOSEN or self.part.values
            raise self.wrong("choose one" if chosen else "enter an answer")
        if self.part.optional:
            return None
        if self.part.sort in (Sort.LINES, Sort.DAYS):
            return []
        return "" if self.part.default is None else self.part.default


def in_a_sentence(label: str, words: str) -> str:
    """A fault in the words that the error summary shows."""
    what, _, cure = words.partition("; ")
    cure = f"{cure[:1].upper()}{cure[1:]}"
    name = label.rstrip("?:")
    return f"{name}: {what}. {cure}" if cure else f"{name}: {what}"
