"""What is taken and answered.  Strict: a number is no text, and what nobody knows is refused.

A fact's own fields are as a programme's folder and `moothall dump` write them
(`moothall.files.shapes.plain`); what is worked out from facts is written in the same way.
"""

from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

T = TypeVar("T")

Fields = dict[str, Any]
Why = Annotated[str, StringConstraints(max_length=10_000)]
Said = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"\S")]


class Shape(BaseModel):
    """A group of fields, all of them known."""

    model_config = ConfigDict(strict=True, extra="forbid")


class FaultShape(Shape):
    """One thing that is wrong: where as a JSON pointer, what it is, and what would cure it."""

    where: str
    what: str
    cure: str


class Problem(Shape):
    """RFC 9457.  Of a conflict `current` is what stands there and `yours` what was sent."""

    type: str
    title: str
    status: int
    detail: str
    cure: str
    errors: list[FaultShape] = []
    current: Fields | None = None
    current_version: int | None = None
    yours: Fields | None = None


class Listed(Shape, Generic[T]):
    """A part of a list, and where the next part is; null after the last."""

    items: list[T]
    total: int
    limit: int
    offset: int
    next: str | None


class Me(Shape):
    """For whom a token asks, and how far it goes."""

    name: str
    person: str
    council: str
    roles: list[str]
    reads: bool
    writes: list[str]
    expires_on: str
    per_minute: int


class ProgrammeShape(Shape):
    """A programme: what its folder says of itself, and the councils in it."""

    id: str
    name: str
    about: Fields
    councils: list[Fields]
    proposals: list[str]


class Kind(Shape):
    """A kind of fact; `count` is how many the token may see, `owners` for whom it may add one."""

    kind: str
    name: str
    one: str
    count: int
    owners: list[str]


class FactShape(Shape):
    """A fact with the version from which a change begins.

    `left_out` says why no case has it, for a council's own that points at what it may not see.
    """

    kind: str
    id: str
    version: int
    owner: str
    shared: bool
    fields: Fields
    left_out: str = ""


class NewFact(Shape):
    """A fact to be added; without an id it gets one from its words."""

    fields: Fields
    why: Why = ""


class ChangedFact(Shape):
    """What a fact is to be, and the version that the change began from."""

    fields: Fields
    version: Annotated[int, Field(ge=0, le=2_000_000_000)]
    why: Why = ""


class FromVersion(Shape):
    """The version that somebody saw, and why they act."""

    version: Annotated[int, Field(ge=0, le=2_000_000_000)]
    why: Why = ""


class ChangeShape(Shape):
    """One event in the life of a fact; its words are gone where they were erased."""

    number: int
    at: str
    who: str
    role: str
    council: str
    what: str
    why: str
    summary: str
    erased: bool


class Findings(Listed[Fields]):
    """What the rules find as at a day; `verdict` is the answer in one sentence."""

    as_at: str
    verdict: str


class AsAt(Shape):
    """What is worked out as at a day."""

    as_at: str
    result: Fields


class Many(Shape):
    """Several things worked out as at a day."""

    as_at: str
    items: list[Fields]


class PaperShape(Shape):
    """A council's paper, and where its editions are; none where no format is on record."""

    proposal: str
    council: str
    format: str
    formats: list[str]
    as_at: str
    editions: list[str]
    annex: list[str]


class SnapshotShape(Shape):
    """A council's case, frozen; `files` are those that the token may see, with their SHA-256."""

    proposal: str
    council: str
    number: int
    as_at: str
    state: str
    made_at: str
    made_by: str
    facts_digest: str
    law_digest: str
    program_version: str
    files: dict[str, str]


class NewSnapshot(Shape):
    """The day as at which the case of the token's council is frozen, today if null, and why."""

    as_at: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")] | None = None
    why: Said


class WhyOnly(Shape):
    """Why something is done; it is kept in the record beside the name."""

    why: Said
