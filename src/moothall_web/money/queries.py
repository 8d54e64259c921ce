"""What the pages of money tables show: only ever what the reader may see."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from moothall.facts.programme import Programme, known_by
from moothall.facts.proposals import Proposal
from moothall.files.problems import UnreadableError
from moothall.files.shapes import plain
from moothall.files.workbooks.changes import (
    MoneyFact,
    TableChanges,
    Target,
    changes_of,
    figures_of,
    label_of,
)
from moothall.files.workbooks.fields import KIND_LABELS, TableKind, field_of, targets
from moothall.files.workbooks.layout import Column
from moothall.files.workbooks.money_table import MoneyTable, read_money_table
from moothall.files.workbooks.table_file import read_table_file
from moothall_web.facts import models
from moothall_web.facts import queries as facts
from moothall_web.facts.brought_in import Brought, Way, lately
from moothall_web.money.answers import answers_of
from moothall_web.money.models import ColumnMapping, TableReading
from moothall_web.money.permissions import may_bring_in
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal

WAY = Way("brought in a money table", "undid a money table")
SHOWN = 200
"""Lines of one kind that the page shows; the others are counted."""
MOST_COLUMNS = 80
"""Columns that the page asks about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BringInPage:
    """For whom somebody may bring a table in, or why for nobody; what was brought in lately."""

    programme: Programme
    owners: Refusal | tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    proposals: tuple[tuple[str, str], ...]
    imports: tuple[Brought, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage:
    """A table as it was read, and what bringing it in would do.

    `seen` is a digest of that: what somebody brings in is what they have seen.
    """

    programme: Programme
    reading: TableReading
    kind: TableKind
    table: MoneyTable
    changes: TableChanges
    versions: Mapping[str, int]
    seen: str
    remembers: bool

    @property
    def whose(self) -> str:
        """The council whose table it is, as it is called."""
        return self.programme.authority(self.reading.authority).short_name

    @property
    def proposal(self) -> Proposal:
        """What the lines are about."""
        return self.programme.proposal(self.reading.proposal)

    @property
    def is_ready(self) -> bool:
        """Whether it can be brought in."""
        return self.table.is_ready and not self.changes.problems and not self.changes.is_nothing

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that the page asks about: those that mean something first where many."""
        every = self.table.layout.columns
        if len(every) <= MOST_COLUMNS:
            return every
        return tuple(sorted(every, key=lambda each: not each.target)[:MOST_COLUMNS])

    @property
    def targets(self) -> tuple[tuple[str, str], ...]:
        """What a column may be taken for (value, words)."""
        headings = [each.heading for each in self.table.layout.columns]
        return tuple(targets(self.kind, headings))

    def line(self, fact: MoneyFact) -> tuple[str, str]:
        """What a line is called, and its figures."""
        return label_of(fact), figures_of(fact)

    def label(self, name: str) -> str:
        """What a field is called."""
        found = field_of(self.kind, name)
        return found.label if found else _LABELS.get(name, name.replace("_", " ").capitalize())


_LABELS = {"phasing": "Phasing", "year": "Financial year", "funding": "Funding stream"}


def bring_in_page(person: Person, code: str) -> BringInPage | None:
    """What the page shows on which a table is given; None where there is no such programme."""
    programme = facts.programme(person, code)
    if programme is None:
        return None
    return BringInPage(
        programme=programme,
        owners=may_bring_in(person, programme),
        kinds=tuple((kind.value, KIND_LABELS[kind]) for kind in TableKind),
        proposals=tuple((each.id, each.name) for each in programme.proposals),
        imports=lately(person, code, programme.about.authorities, WAY),
    )


def reading_page(person: Person, code: str, *, shared: bool = False) -> ReadingPage | None:
    """The table that the person has given for a programme; None where there is none."""
    programme = facts.programme(person, code)
    reading = TableReading.objects.filter(person=person, programme__code=code).first()
    if programme is None or reading is None:
        return None
    if reading.proposal not in {each.id for each in programme.proposals}:
        return None
    if reading.authority not in {each.code for each in programme.authorities}:
        return None
    kind = TableKind(reading.kind)
    mapping = ColumnMapping.objects.filter(authority=reading.authority, kind=kind.value).first()
    try:
        book = read_table_file(bytes(reading.content), reading.name)
    except UnreadableError:  # it was read when it came, by another version of the program
        return None
    answers = answers_of(
        reading.answers, mapping.answers if mapping else {}, mapping.columns if mapping else {}
    )
    table = read_money_table(book, kind, programme.authorities, reading.authority, answers)
    found = changes_of_table(programme, table, reading, "table", shared=shared)
    versions = _versions(code, kind, found)
    return ReadingPage(
        programme=programme,
        reading=reading,
        kind=kind,
        table=table,
        changes=found,
        versions=versions,
        seen=_digest(found, versions),
        remembers=mapping is not None,
    )


def changes_of_table(
    programme: Programme, table: MoneyTable, reading: TableReading, document: str, *, shared: bool
) -> TableChanges:
    """What the table would change, taken from the document that stands for it."""
    if not table.is_ready:
        return TableChanges()
    return changes_of(
        programme,
        table,
        Target(
            proposal=reading.proposal,
            owner=reading.authority,
            document=document,
            known_on=reading.read_on,
            shared=shared,
        ),
    )


def _versions(code: str, kind: TableKind, found: TableChanges) -> dict[str, int]:
    keys = [change.before.id for change in found.changed if change.before]
    rows = models.Fact.objects.filter(programme__code=code, kind=kind.value, key__in=keys)
    return dict(rows.values_list("key", "version"))


def _digest(found: TableChanges, versions: Mapping[str, int]) -> str:
    content: list[Any] = [
        [plain(replace(change.after, shared=False)), versions.get(change.after.id, 0)]
        for change in (*found.new, *found.changed)
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


def money_of(
    person: Person, code: str, proposal: str, as_at: Any
) -> tuple[Programme, Proposal] | None:
    """What a proposal's workbook is made of, as it was known on a day; None where none is seen."""
    programme = facts.programme(person, code)
    if programme is None:
        return None
    known, _ = known_by(programme, as_at)
    found = next((each for each in known.proposals if each.id == proposal), None)
    return (known, found) if found is not None else None
