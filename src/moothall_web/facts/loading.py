"""A programme folder becomes rows: loaded whole, or not at all."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moothall.documents.formats import Format
from moothall.facts.authority import Authority
from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import KINDS, Programme
from moothall.files.problems import UnreadableError
from moothall.files.programme_folder import read_programme
from moothall.files.registers import brought
from moothall.files.shapes import plain
from moothall_web.facts import models
from moothall_web.facts.content import Content, content_of, parts, rules_held
from moothall_web.facts.facts import programme_of
from moothall_web.facts.subjects import as_json, document_columns, fact_columns
from moothall_web.people.models import Person
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import recorded


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a folder did."""

    code: str
    name: str
    changed: bool
    summary: str


def load_folder(folder: Path, by: Person | None = None) -> Loaded:
    """Read a programme folder and put its facts in place of the programme's rows, as one action.

    Nothing is written where the rows already hold these facts.  Raises UnreadableError, with every
    problem, before anything is written.
    """
    programme = read_programme(folder)
    code = programme.about.id
    with recorded() as pen:
        # All of them, and in one order: a council's rules are part of several.
        rows = list(models.Programme.objects.select_for_update().order_by("pk"))
        row = next((each for each in rows if each.code == code), None)
        held = _held(row)
        if held == programme:
            return Loaded(code, programme.about.name, changed=False, summary=_unchanged(programme))
        before = content_of(held) if held else {}
        before |= rules_held(programme)
        after = content_of(programme)
        touched = _write_registers(programme)
        _write_programme(row, programme, before, after)
        summary = _summary(programme, is_new=row is None, touched=touched)
        whole = pen.record(
            Entry(
                who=by.pk if by else None,
                for_whom=PROGRAMME,
                owner=PROGRAMME,
                verb="loaded a programme folder",
                programme=code,
                summary=summary,
                after={"digest": _digest(programme)},
            )
        )
        pen.record_all(list(parts(code, by, before, after)), part_of=whole)
    return Loaded(code, programme.about.name, changed=True, summary=summary)


def _held(row: models.Programme | None) -> Programme | None:
    if row is None:
        return None
    try:
        return programme_of(row)
    except UnreadableError:  # written by a version that knew the facts in another shape
        return None


def _write_registers(programme: Programme) -> list[str]:
    """Write the councils' rules and formats.  Returns the other programmes whose councils changed.

    A council's rules are its own, not the programme's: what one folder brings holds for them all.
    """
    changed = {authority.code for authority in programme.authorities if _write_authority(authority)}
    for layout in brought(programme.formats):
        _write_format(layout)
    touched = []
    for other in models.Programme.objects.exclude(code=programme.about.id):
        if set(programme.about.authorities) & set(other.about["authorities"]):
            other.revision = models.new_revision()
            other.save(update_fields=["revision"])
        if changed & set(other.about["authorities"]):
            touched.append(other.name)
    return touched


def _write_authority(authority: Authority) -> bool:
    payload = as_json(authority)
    row = models.AuthorityRecord.objects.filter(code=authority.code).first()
    if row is not None and row.payload == payload:
        return False
    is_new = row is None
    row = row or models.AuthorityRecord(code=authority.code, version=0)
    row.payload = payload
    row.version += 1
    row.save()
    return not is_new


def _write_format(layout: Format) -> None:
    models.ReportFormat.objects.update_or_create(
        name=layout.name, defaults={"payload": as_json(layout)}
    )


def _write_programme(
    row: models.Programme | None, programme: Programme, before: Content, after: Content
) -> None:
    row = row or models.Programme(code=programme.about.id)
    row.name = programme.about.name
    row.about = after[f"about/{programme.about.id}"].payload
    row.synthetic = programme.about.synthetic
    row.revision = models.new_revision()
    row.save()
    standing = _standing(row)
    row.facts.all().delete()
    row.documents.all().delete()
    documents = {
        document.id: models.Document(
            programme=row,
            key=document.id,
            position=position,
            payload=after[f"documents/{document.id}"].payload,
            version=standing.version(f"documents/{document.id}", before, after),
            **document_columns(document),
        )
        for position, document in enumerate(programme.documents)
    }
    models.Document.objects.bulk_create(documents.values())
    models.Fact.objects.bulk_create(
        models.Fact(
            programme=row,
            kind=kind,
            key=fact.id,
            document=documents[fact.source.document],
            position=position,
            payload=after[f"{kind}/{fact.id}"].payload,
            version=standing.version(f"{kind}/{fact.id}", before, after),
            **standing.sharing(f"{kind}/{fact.id}") if fact.shared else {},
            **fact_columns(fact),
        )
        for kind in KINDS
        for position, fact in enumerate(getattr(programme, kind))
    )


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the rows know beside the facts: how often each was changed, who shared it and when."""

    versions: dict[str, int]
    shared: dict[str, dict[str, Any]]
    events: dict[str, int]

    def version(self, subject: str, before: Content, after: Content) -> int:
        """The version of what is loaded: a form that was opened before fits only what is the same.

        What comes anew begins above all that ever stood under its key.
        """
        held = self.versions.get(subject)
        if held is None:
            return 1 + self.events.get(subject, 0)
        old = before.get(subject)
        return held if old is not None and old.payload == after[subject].payload else held + 1

    def sharing(self, subject: str) -> dict[str, Any]:
        return self.shared.get(subject, {})


def _standing(row: models.Programme) -> _Standing:
    documents = row.documents.values_list("key", "version")
    facts = row.facts.values_list("kind", "key", "version", "shared", "shared_by_id", "shared_at")
    versions = {f"documents/{key}": version for key, version in documents}
    shared = {}
    for kind, key, version, is_shared, by, at in facts:
        versions[f"{kind}/{key}"] = version
        if is_shared:
            shared[f"{kind}/{key}"] = {"shared_by_id": by, "shared_at": at}
    events: dict[str, int] = {}
    for subject in Event.objects.filter(programme=row.code).values_list("subject", flat=True):
        events[subject] = events.get(subject, 0) + 1
    return _Standing(versions, shared, events)


def _summary(programme: Programme, *, is_new: bool, touched: Iterable[str]) -> str:
    facts = sum(1 for _ in programme.facts())
    documents = len(programme.documents)
    words = (
        f"{'Loaded' if is_new else 'Replaced the facts of'} {programme.about.name}: {facts} facts "
        f"from {documents} document{'' if documents == 1 else 's'}."
    )
    touched = list(touched)
    if touched:
        words += f" The councils' own rules changed, also for {' and '.join(touched)}."
    return words


def _unchanged(programme: Programme) -> str:
    return f"{programme.about.name}: these facts are already held; nothing was changed."


def _digest(programme: Programme) -> str:
    content = {
        "about": plain(programme.about),
        "authorities": plain(programme.authorities),
        "documents": plain(programme.documents),
        "formats": plain(programme.formats),
        **{kind: plain(getattr(programme, kind)) for kind in KINDS},
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
