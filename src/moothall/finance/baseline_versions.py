"""Who has signed a council's lines, what has changed since, and what rested on the old ones.

A council's section 151 officer signs that council's own lines and no other's.  A signature keeps
the lines as they stood, so that every later change shows; the next signing makes a new version.
"""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum

from moothall.basics.years import FinancialYear
from moothall.facts.baselines import BaselineLine, BaselineSignature, FundingStream, SignedLine
from moothall.facts.fact import Fact
from moothall.facts.programme import Programme
from moothall.facts.words import in_pounds

_KEY = ("service", "funding", "year")
_SIGNED = tuple(field.name for field in fields(SignedLine))
_COMPARED = tuple(name for name in _SIGNED if name not in _KEY)
_NOT_MONEY = ("fte", "price_base")
DEPENDANTS = ("savings", "splits", "posts", "decisions")
"""The kinds of fact that rest on a baseline and are looked at again when it changes."""


class Signing(StrEnum):
    """How a council's lines stand to its signature."""

    NO_LINES = "no lines"
    UNSIGNED = "unsigned"
    SIGNED = "signed"
    CHANGED = "changed since signed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One figure of a line, as it was signed and as it stands; None where nobody has said."""

    name: str
    was: object
    now: object

    @property
    def title(self) -> str:
        return "FTE" if self.name == "fte" else self.name.replace("_", " ")

    def __str__(self) -> str:
        return f"{self.title} {_shown(self.name, self.was)} → {_shown(self.name, self.now)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChange:
    """A line that was `added`, `removed` or `changed` between two states of a council's lines."""

    kind: str
    service: str
    funding: FundingStream
    year: FinancialYear
    changes: tuple[FieldChange, ...]

    @property
    def sentence(self) -> str:
        of = f"{self.service} ({self.funding.value}, {self.year})"
        if self.kind == "changed":
            return f"{of} changed: {', '.join(map(str, self.changes))}"
        held = [
            f"{each.title} {_shown(each.name, each.now if self.kind == 'added' else each.was)}"
            for each in self.changes
        ]
        return f"{of} {self.kind}: {', '.join(held)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningState:
    """How a council's lines stand: the last signature (None while there is none) and the changes.

    `signatures` are all that it has given, oldest first.
    """

    state: Signing
    last: BaselineSignature | None
    changes: tuple[LineChange, ...]
    signatures: tuple[BaselineSignature, ...]

    @property
    def version(self) -> int:
        """The version last signed, 0 before the first."""
        return self.last.version if self.last else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSignature:
    """What a signing would store: the version, the lines as they stand, what is new in them."""

    version: int
    lines: tuple[SignedLine, ...]
    changes: tuple[LineChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """A fact that was known before the baseline changed, and so rests on the old one.

    `changed_on` is the day of the change, None where no fact tells it.
    """

    kind: str
    fact: Fact
    authority: str
    changes: tuple[LineChange, ...]
    changed_on: date | None


def own_signatures(
    programme: Programme, proposal: str, authority: str
) -> tuple[BaselineSignature, ...]:
    """The signatures that a council itself gave by a named officer, oldest first."""
    given = (
        each
        for each in programme.baseline_signatures
        if (each.proposal, each.authority, each.owner) == (proposal, authority, authority)
        and each.signed_by.strip()
    )
    return tuple(sorted(given, key=lambda each: (each.version, each.signed_on, each.id)))


def lines_of(programme: Programme, proposal: str, authority: str) -> tuple[BaselineLine, ...]:
    """A council's lines of one proposal."""
    return tuple(
        line
        for line in programme.baseline_lines
        if (line.proposal, line.authority) == (proposal, authority)
    )


def signing_of(
    lines: tuple[BaselineLine, ...], signatures: tuple[BaselineSignature, ...]
) -> SigningState:
    """How a council's lines stand to its own signatures, given oldest first."""
    last = signatures[-1] if signatures else None
    changes = differences(last.lines, as_signed(lines)) if last else ()
    if not lines and (last is None or not last.lines):
        state = Signing.NO_LINES
    elif last is None:
        state = Signing.UNSIGNED
    else:
        state = Signing.CHANGED if changes else Signing.SIGNED
    return SigningState(state=state, last=last, changes=changes, signatures=signatures)


def next_signature(programme: Programme, proposal: str, authority: str) -> NextSignature | None:
    """What the council's section 151 officer would sign now; None where there is nothing to sign
    because there are no lines, or because they stand as signed."""
    lines = lines_of(programme, proposal, authority)
    state = signing_of(lines, own_signatures(programme, proposal, authority))
    if not lines or state.state is Signing.SIGNED:
        return None
    return NextSignature(version=state.version + 1, lines=as_signed(lines), changes=state.changes)


def as_signed(lines: tuple[BaselineLine, ...]) -> tuple[SignedLine, ...]:
    """Lines as a signature keeps them."""
    return tuple(SignedLine(**{name: getattr(line, name) for name in _SIGNED}) for line in lines)


def differences(was: tuple[SignedLine, ...], now: tuple[SignedLine, ...]) -> tuple[LineChange, ...]:
    """What was added, removed and changed, line by line, in the order of the keys.

    Lines are the same line where service, funding stream and year are the same; where several are,
    those that did not change are set aside first.
    """
    found: list[LineChange] = []
    old_lines, new_lines = _by_key(was), _by_key(now)
    for key in sorted(old_lines.keys() | new_lines.keys()):
        before, after = old_lines.get(key, []), new_lines.get(key, [])
        for line in tuple(before):
            if line in after:
                before.remove(line)
                after.remove(line)
        for place in range(max(len(before), len(after))):
            old = before[place] if place < len(before) else None
            new = after[place] if place < len(after) else None
            found.append(_change(old, new))
    return tuple(found)


def _change(old: SignedLine | None, new: SignedLine | None) -> LineChange:
    line = new or old
    assert line is not None  # noqa: S101 - one of the two is there
    kind = "changed" if old and new else "added" if new else "removed"
    changes = (
        FieldChange(name=name, was=getattr(old, name, None), now=getattr(new, name, None))
        for name in _COMPARED
    )
    return LineChange(
        kind=kind,
        service=line.service,
        funding=line.funding,
        year=line.year,
        changes=tuple(each for each in changes if each.was != each.now),
    )


def reopened(
    programme: Programme,
    proposal: str,
    authority: str,
    lines: tuple[BaselineLine, ...],
    signed: tuple[BaselineSignature, ...],
) -> tuple[Reopened, ...]:
    """What rests on lines of this council that it has changed since one of its signatures.

    It stays open when the change is signed: only looking at it again, which gives the fact a later
    `known_on`, closes it.
    """
    found: dict[tuple[str, str], Reopened] = {}
    for place, was in enumerate(signed):
        following = signed[place + 1] if place + 1 < len(signed) else None
        changes = differences(was.lines, following.lines if following else as_signed(lines))
        if not changes:
            continue
        changed_on = _changed_on(lines, changes, was.signed_on)
        before = changed_on or (following.signed_on if following else None)
        for kind in DEPENDANTS:
            for fact in getattr(programme, kind):
                if fact.proposal == proposal and (before is None or fact.known_on < before):
                    found[kind, fact.id] = Reopened(
                        kind=kind,
                        fact=fact,
                        authority=authority,
                        changes=changes,
                        changed_on=changed_on,
                    )
    return tuple(found.values())


def _changed_on(
    lines: tuple[BaselineLine, ...], changes: tuple[LineChange, ...], since: date
) -> date | None:
    """The day of the last change as its line tells it; None where that day is no later than the
    signature, as after a correction in place, or the line is gone."""
    touched = {(each.service, each.funding, each.year) for each in changes}
    days = [line.known_on for line in lines if (line.service, line.funding, line.year) in touched]
    last = max(days, default=None)
    return last if last is not None and last > since else None


def _by_key(
    lines: tuple[SignedLine, ...],
) -> dict[tuple[str, str, FinancialYear], list[SignedLine]]:
    held: dict[tuple[str, str, FinancialYear], list[SignedLine]] = {}
    for line in lines:
        held.setdefault(_key(line), []).append(line)
    return held


def _key(line: SignedLine) -> tuple[str, str, FinancialYear]:
    return line.service, line.funding.value, line.year


def _shown(name: str, value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Decimal) and name not in _NOT_MONEY:
        return in_pounds(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
