"""What stands on the page of a form: answers, groups of them, and rows."""

from dataclasses import dataclass, field

from moothall_web.facts.forms.answers import Choices
from moothall_web.facts.forms.parts import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One part as it stands on the page: an answer, a group of them, or rows."""

    part: Part
    name: str
    label: str
    hint: str = ""
    values: tuple[str, ...] = ()
    choices: Choices = ()
    parts: "tuple[Asked, ...]" = ()
    rows: "tuple[Row, ...]" = ()
    row_name: str = ""

    @property
    def id(self) -> str:
        return f"id_{self.name}"

    @property
    def value(self) -> str:
        return self.values[0] if self.values else ""

    @property
    def optional(self) -> bool:
        return not self.part.required


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a part that has several; `name` is what the button that removes it says."""

    name: str
    number: int
    parts: tuple[Asked, ...] = field(default=())
