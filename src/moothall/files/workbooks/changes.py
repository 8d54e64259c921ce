"""What bringing a table in would do to a programme: new lines, changed ones, those as on record.

A line is the same line where proposal, council and what it is for agree; what the table does not
say of it stays as it was held.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from moothall.basics.citations import Citation
from moothall.basics.figures import UNITS, Figure, bracketed, read_figure
from moothall.facts.baselines import BaselineLine
from moothall.facts.money import PhasedAmount, Saving
from moothall.facts.programme import Programme
from moothall.facts.sharing import LedgerEntry
from moothall.files.workbooks.entries import Entry
from moothall.files.workbooks.fields import TableKind
from moothall.files.workbooks.money_table import MoneyTable
from moothall.files.workbooks.remarks import Remark
from moothall.files.workbooks.same_lines import identity, same_words

MoneyFact = BaselineLine | Saving | LedgerEntry
_TYPES: dict[TableKind, type[Any]] = {
    TableKind.BASELINE: BaselineLine,
    TableKind.SAVINGS: Saving,
    TableKind.LEDGER: LedgerEntry,
}
_LONGEST_ID = 60
_MONEY = ("gross_expenditure", "gross_income", "recharges_in", "recharges_out", "amount")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a table is brought in: the proposal, whose facts they are, and the document that stands
    for the table."""

    proposal: str
    owner: str
    document: str
    known_on: date
    shared: bool


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a line: what is held and what the table says, in words."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChange:
    """One line: as it is held (None: it is new) and as it would be."""

    place: str
    label: str
    before: MoneyFact | None
    after: MoneyFact
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChanges:
    """What a table would change.  `not_in_it` are lines held that the table does not name."""

    new: tuple[LineChange, ...] = ()
    changed: tuple[LineChange, ...] = ()
    unchanged: tuple[LineChange, ...] = ()
    not_in_it: tuple[MoneyFact, ...] = ()
    problems: tuple[Remark, ...] = ()

    @property
    def is_nothing(self) -> bool:
        return not self.new and not self.changed


def changes_of(programme: Programme, table: MoneyTable, target: Target) -> TableChanges:
    """What the table would change among the facts of its owner."""
    held = _held(programme, table.kind, target)
    seen: set[str] = set()
    new: list[LineChange] = []
    changed: list[LineChange] = []
    unchanged: list[LineChange] = []
    problems: list[Remark] = []
    for entry in table.entries:
        try:
            found = _match(held, table.kind, entry)
            change = _change(table, entry, target, found)
        except ValueError as error:
            problems.append(Remark(entry.place, str(error)))
            continue
        if found is not None:
            seen.add(found.id)
        if found is None:
            new.append(change)
        else:
            (changed if change.fields else unchanged).append(change)
    others = [fact for facts in held.values() for fact in facts if fact.id not in seen]
    return TableChanges(
        new=tuple(_with_ids(programme, table.kind, new)),
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        not_in_it=tuple(others),
        problems=tuple(problems),
    )


_Held = Mapping[tuple[Any, ...], list[MoneyFact]]


def _held(programme: Programme, kind: TableKind, target: Target) -> _Held:
    """The owner's facts of this kind about the proposal, by what tells them apart."""
    found: dict[tuple[Any, ...], list[MoneyFact]] = {}
    facts: Iterable[MoneyFact] = getattr(programme, kind.value)
    for fact in facts:
        if (fact.proposal, fact.owner) == (target.proposal, target.owner):
            says = {name: getattr(fact, name) for name in _fields_of(kind)}
            found.setdefault(identity(kind, says, fact.authority), []).append(fact)
    return found


def _fields_of(kind: TableKind) -> tuple[str, ...]:
    return {
        TableKind.BASELINE: ("service", "funding", "year", "ledger_code"),
        TableKind.SAVINGS: ("number", "name"),
        TableKind.LEDGER: ("kind", "year", "month", "funding", "about", "ledger_code"),
    }[kind]


def _match(held: _Held, kind: TableKind, entry: Entry) -> MoneyFact | None:
    """The held fact that an entry is about.  Raises ValueError where several fit."""
    key = identity(kind, entry.says, entry.authority)
    found = list(held.get(key, ()))
    if not found and kind is TableKind.SAVINGS:
        # A table without numbers still means the saving of that name.
        named = [facts for (who, _, name), facts in held.items() if (who, name) == (key[0], key[2])]
        either = not key[1] or not any(other for (_, other, _) in held)
        found = [fact for facts in named for fact in facts] if either else []
    if len(found) > 1:
        ids = ", ".join(sorted(fact.id for fact in found))
        raise ValueError(f"several lines on record are this one ({ids}): remove or rename one")
    return found[0] if found else None


def _change(
    table: MoneyTable, entry: Entry, target: Target, before: MoneyFact | None
) -> LineChange:
    says = {**entry.says, "proposal": target.proposal, "authority": entry.authority}
    if isinstance(before, Saving):
        says = _in_unit_of(before, says)
    if before is not None:
        says = {name: value for name, value in says.items() if _differs(before, name, value)}
    if before is not None and not says:
        return LineChange(place=entry.place, label=label_of(before), before=before, after=before)
    context: dict[str, Any] = {
        "source": Citation(target.document, _short(entry.place)),
        "known_on": target.known_on,
        "assumed": _assumed(table),
    }
    if before is None:
        after = _made(table.kind, says, context, target)
        return LineChange(place=entry.place, label=label_of(after), before=None, after=after)
    after = replace(before, **says, **context)
    return LineChange(
        place=entry.place,
        label=label_of(after),
        before=before,
        after=after,
        fields=tuple(
            FieldChange(name, words(getattr(before, name), name), words(value, name))
            for name, value in says.items()
        ),
    )


def _made(
    kind: TableKind, says: Mapping[str, Any], context: Mapping[str, Any], target: Target
) -> MoneyFact:
    defaults = {"number": ""} if kind is TableKind.SAVINGS else {}
    made: MoneyFact = _TYPES[kind](
        **{**defaults, **says, **context, "id": "", "owner": target.owner, "shared": target.shared}
    )
    return made


def _assumed(table: MoneyTable) -> str | None:
    """What a person has said because the table does not."""
    if not table.said:
        return None
    return f"The table does not state {' or '.join(table.said)}: whoever brought it in has said so."


def _in_unit_of(held: Saving, says: Mapping[str, Any]) -> dict[str, Any]:
    """The same figures in the unit of the saving on record, whose other figures stand in that."""
    by = UNITS[says["unit"].value] / UNITS[held.unit.value]
    if by == 1:
        return dict(says)

    def scaled(value: Any) -> Any:
        if isinstance(value, Figure):
            return read_figure(bracketed((value.value * by).normalize()))
        if isinstance(value, PhasedAmount):
            return replace(value, amount=scaled(value.amount))
        return tuple(map(scaled, value)) if isinstance(value, tuple) else value

    return {name: scaled(value) for name, value in says.items() if name != "unit"}


def _differs(before: MoneyFact, name: str, value: Any) -> bool:
    """Whether the table says something else.  The same figure in another form is the same."""
    held = getattr(before, name)
    if isinstance(held, Figure) and isinstance(value, Figure):
        return held.value != value.value
    if name == "phasing":
        return _phased(held) != _phased(value)
    if isinstance(held, str) and isinstance(value, str):
        return same_words(held) != same_words(value)
    nothing = (None, "")
    return bool(held != value) and not (held in nothing and value in nothing)


def _phased(phasing: tuple[PhasedAmount, ...]) -> list[tuple[Any, ...]]:
    return sorted((each.year, each.amount.value, each.cumulative) for each in phasing)


def figures_of(fact: MoneyFact) -> str:
    """A line's figures on one line, for somebody who looks it over."""
    if isinstance(fact, BaselineLine):
        staff = "" if fact.fte is None else f", {bracketed(fact.fte)} FTE"
        return (
            f"£{bracketed(fact.gross_expenditure)} spent, £{bracketed(fact.gross_income)} earned, "
            f"£{bracketed(fact.net)} net{staff}"
        )
    if isinstance(fact, LedgerEntry):
        return f"£{bracketed(fact.amount)}"
    figures = (
        f"{fact.unit.value}: cash limit {fact.cash_limit}, full year {fact.full_year_saving}, "
        f"revised {fact.revised_cash_limit}"
    )
    return f"{figures}; {words(fact.phasing)}" if fact.phasing else figures


def label_of(fact: MoneyFact) -> str:
    """What a line is called."""
    if isinstance(fact, BaselineLine):
        return f"{fact.service}, {fact.funding.value}, {fact.year}"
    if isinstance(fact, Saving):
        return f"{fact.number} {fact.name}".strip()
    when = f", month {fact.month}" if fact.month else ""
    return f"{fact.about}, {fact.kind.value}, {fact.funding.value}, {fact.year}{when}"


def words(value: Any, name: str = "") -> str:
    """A field's value as a person reads it."""
    if value is None or value == "" or value == ():
        return "nothing"
    if isinstance(value, Decimal):
        return f"£{bracketed(value)}" if name in _MONEY else bracketed(value)
    if isinstance(value, tuple):
        return "; ".join(
            f"{each.year}{' cumulative' if each.cumulative else ''} {each.amount}" for each in value
        )
    return (
        str(getattr(value, "value", None) or value) if not isinstance(value, Figure) else value.text
    )


def _short(place: str) -> str:
    return " ".join(place.split())[:200]


def _with_ids(
    programme: Programme, kind: TableKind, new: Iterable[LineChange]
) -> Iterable[LineChange]:
    """New lines with ids made of their words, that nothing in the programme has."""
    taken = {fact.id for _, fact in programme.facts()}
    prefix = {"baseline_lines": "base", "savings": "saving", "ledger_entries": "entry"}[kind.value]
    for change in new:
        stem = "-".join([prefix, change.after.authority, *_plain_words(change.label)])
        stem = stem[:_LONGEST_ID].strip("-")
        key, number = stem, 1
        while key in taken:
            number += 1
            key = f"{stem}-{number}"
        taken.add(key)
        yield replace(change, after=replace(change.after, id=key))


def _plain_words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold().encode("ascii", "ignore").decode())
