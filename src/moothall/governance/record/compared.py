"""A fact as a page would have it beside the fact as it is held, field by field.

Where something is held that the page says otherwise, a person decides: nothing held is replaced
unless they say so.
"""

import dataclasses
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from moothall.facts.decisions import Answer, Outcome
from moothall.facts.fact import Fact


class Verdict(StrEnum):
    """How what a page says stands to what is held."""

    NEW = "new"
    FILLS = "fills a gap"
    CONFLICT = "differs from what is held"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRead:
    """One field: what is held (empty where nothing is), what the page says, and the verdict."""

    name: str
    held: Any
    read: Any
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A fact that a page gives cause to add or to change.

    `key` names it on one page; `before` is the fact that is held, `after` what the page makes of
    it with every field taken; `doubt` says why it is not offered as it is.
    """

    key: str
    kind: str
    before: Fact | None
    after: Fact
    fields: tuple[FieldRead, ...] = ()
    note: str = ""
    doubt: str = ""

    @property
    def verdict(self) -> Verdict | None:
        """The gravest of its fields; None where all is held as the page says it."""
        if self.before is None:
            return Verdict.NEW
        held = {each.verdict for each in self.fields}
        return next((each for each in (Verdict.CONFLICT, Verdict.FILLS) if each in held), None)

    @property
    def offered(self) -> tuple[str, ...]:
        """What is ticked before anybody looks: new facts and gaps, never a conflict."""
        if self.before is None:
            return () if self.doubt else (self.key,)
        return tuple(
            f"{self.key}.{each.name}" for each in self.fields if each.verdict is Verdict.FILLS
        )

    @property
    def ticks(self) -> tuple[str, ...]:
        """Everything of it that can be taken."""
        if self.before is None:
            return (self.key,)
        return tuple(f"{self.key}.{each.name}" for each in self.fields)

    def taken(self, chosen: frozenset[str]) -> Fact | None:
        """The fact with what was chosen; None where nothing of it was."""
        if self.before is None:
            return self.after if self.key in chosen else None
        names = [each.name for each in self.fields if f"{self.key}.{each.name}" in chosen]
        if not names:
            return None
        values = {name: getattr(self.after, name) for name in names}
        # A page without a day of its own says nothing of when the rest could be known.
        unknown = self.after.assumed is not None
        known_on = self.before.known_on if unknown else self.after.known_on
        return replace(
            self.before,
            source=self.after.source,
            known_on=max(known_on, self.before.known_on),
            **values,
        )


def compared(
    key: str,
    kind: str,
    before: Fact | None,
    after: Fact,
    *,
    note: str = "",
    merged: frozenset[str] = frozenset(),
    conflicts: frozenset[str] = frozenset(),
) -> Proposed:
    """Hold a fact that was read against the one that is held.

    What the page leaves empty is no statement.  Fields in `merged` already hold what was held;
    those of them in `conflicts` say something of it otherwise.
    """
    if before is None:
        return Proposed(key=key, kind=kind, before=None, after=after, note=note)
    fields = []
    for field in dataclasses.fields(after):
        name = field.name
        if name in _NOT_COMPARED:
            continue
        held, read = getattr(before, name), getattr(after, name)
        if is_empty(read) or says_the_same(held, read):
            continue
        gap = is_empty(held) or (name in merged and name not in conflicts)
        verdict = Verdict.FILLS if gap else Verdict.CONFLICT
        fields.append(FieldRead(name=name, held=held, read=read, verdict=verdict))
    return Proposed(
        key=key,
        kind=kind,
        before=before,
        after=replace(after, id=before.id),
        fields=tuple(fields),
        note=note,
    )


def is_empty(value: Any) -> bool:
    """Whether a field says nothing."""
    return value in (None, "", (), False, Answer.UNKNOWN, Outcome.UNKNOWN)


def says_the_same(held: Any, read: Any) -> bool:
    """Whether two values say the same: spaces, capitals and the last stop are no difference."""
    if isinstance(held, str) and isinstance(read, str):
        return _bare(held) == _bare(read)
    if isinstance(held, tuple) and isinstance(read, tuple):
        return len(held) == len(read) and all(map(says_the_same, held, read))
    if dataclasses.is_dataclass(held) and type(held) is type(read):
        return all(
            says_the_same(getattr(held, each.name), getattr(read, each.name))
            for each in dataclasses.fields(held)
        )
    return bool(held == read)


_NOT_COMPARED = frozenset(
    (
        *("id", "source", "known_on", "owner", "shared", "assumed", "exempt"),
        *("proposal", "authority", "body", "kind", "called_in_on", "released_on"),
    )
)


def _bare(text: str) -> str:
    return re.sub(r"[\s.]+$", "", " ".join(text.replace("’", "'").split()).casefold())
