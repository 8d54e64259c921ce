"""What every fact carries, and how facts point at one another."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Annotated, get_type_hints

from moothall.basics.citations import Citation

PROGRAMME = "programme"
"""The owner of facts that belong to the programme as a whole, not to one council."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field that holds the id (or ids) of facts of another kind."""

    kind: str


AuthorityCode = Annotated[str, RefersTo("authorities")]
BodyId = Annotated[str, RefersTo("bodies")]
MeetingId = Annotated[str, RefersTo("meetings")]
OptionId = Annotated[str, RefersTo("options")]
PaperId = Annotated[str, RefersTo("papers")]
PhaseId = Annotated[str, RefersTo("phases")]
ProposalId = Annotated[str, RefersTo("proposals")]
RoleId = Annotated[str, RefersTo("roles")]
BudgetId = Annotated[str, RefersTo("budgets")]
StepId = Annotated[str, RefersTo("steps")]
SavingId = Annotated[str, RefersTo("savings")]
WorkstreamId = Annotated[str, RefersTo("workstreams")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exempt:
    """Why the public may not see a fact: the paragraph of Schedule 12A, and the public interest.

    `paragraph` is 1 to 7 of Part 1 of Schedule 12A to the Local Government Act 1972;
    `public_interest` says why keeping it back outweighs disclosing it.
    """

    paragraph: int
    public_interest: str

    def __post_init__(self) -> None:
        if not 1 <= self.paragraph <= 7:
            raise ValueError(
                f"{self.paragraph} is no paragraph of Schedule 12A; write one of 1 to 7"
            )
        if not self.public_interest.strip():
            raise ValueError(
                "the public-interest test is empty; say why keeping it back outweighs disclosing it"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that a council, or the programme, has said.

    `source` is the document and paragraph; `known_on` the day from which the fact could be known
    (the document's date unless said otherwise); `owner` the authority's code or `programme`;
    `shared` whether the other councils may see it; `assumed` the reason where the fact is our
    assumption and no source's statement; `exempt` why the public may not see it, None if it may.
    """

    id: str
    source: Citation
    known_on: date
    owner: str
    shared: bool = True
    assumed: str | None = None
    exempt: Exempt | None = None


def references(fact: Fact) -> list[tuple[str, str, str]]:
    """Every (field, kind, id) by which this fact points at another."""
    return [
        (name, kind, target)
        for name, kind in reference_fields(type(fact))
        for target in _targets(getattr(fact, name))
    ]


def reference_fields(fact_type: type[Fact]) -> list[tuple[str, str]]:
    """The fields of a fact type that hold ids, with the kind that they point at."""
    if fact_type not in _REFERENCE_FIELDS:
        hints = get_type_hints(fact_type, include_extras=True)
        _REFERENCE_FIELDS[fact_type] = [
            (field.name, mark.kind)
            for field in fields(fact_type)
            if (mark := _mark(hints[field.name])) is not None
        ]
    return _REFERENCE_FIELDS[fact_type]


_REFERENCE_FIELDS: dict[type[Fact], list[tuple[str, str]]] = {}


def _mark(hint: object) -> RefersTo | None:
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(mark, RefersTo):
            return mark
    for inner in getattr(hint, "__args__", ()):
        if (mark := _mark(inner)) is not None:
            return mark
    return None


def _targets(value: object) -> list[str]:
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [str(key) for key in value]
    if isinstance(value, tuple):
        return [str(item) for item in value]
    raise TypeError(f"a reference is an id or several, not {type(value).__name__}")
