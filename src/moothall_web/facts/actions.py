"""How facts become rows: a programme folder is loaded whole, or not at all."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from moothall.documents.formats import Format
from moothall.facts.authority import Authority
from moothall.facts.programme import KINDS, Programme
from moothall.files.problems import UnreadableError
from moothall.files.programme_folder import read_programme
from moothall.files.shapes import plain
from moothall_web.facts import models
from moothall_web.facts.facts import programme_of
from moothall_web.people.models import Person
from moothall_web.records.actions import record


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
    with transaction.atomic():
        row = models.Programme.objects.filter(code=code).first()
        if row is not None and _holds(row, programme):
            return Loaded(code, programme.about.name, changed=False, summary=_unchanged(programme))
        touched = _write_registers(programme)
        _write_programme(row, programme)
        summary = _summary(programme, is_new=row is None, touched=touched)
        record(
            who=by,
            for_whom="programme",
            verb="loaded a programme folder",
            programme=code,
            summary=summary,
            digest=_digest(programme),
        )
    return Loaded(code, programme.about.name, changed=True, summary=summary)


def _holds(row: models.Programme, programme: Programme) -> bool:
    try:
        return programme_of(row) == programme
    except UnreadableError:  # written by a version that knew the facts in another shape
        return False


def _write_registers(programme: Programme) -> list[str]:
    """Write the councils' rules and formats.  Returns the other programmes whose councils changed.

    A council's rules are its own, not the programme's: what one folder brings holds for them all.
    """
    changed = {authority.code for authority in programme.authorities if _write_authority(authority)}
    for layout in programme.formats:
        _write_format(layout)
    return [
        other.name
        for other in models.Programme.objects.exclude(code=programme.about.id)
        if changed & set(other.about["authorities"])
    ]


def _write_authority(authority: Authority) -> bool:
    payload = _as_json(authority)
    row = models.AuthorityRecord.objects.filter(code=authority.code).first()
    if row is not None and row.payload == payload:
        return False
    models.AuthorityRecord.objects.update_or_create(
        code=authority.code, defaults={"payload": payload}
    )
    return row is not None


def _write_format(layout: Format) -> None:
    models.ReportFormat.objects.update_or_create(
        name=layout.name, defaults={"payload": _as_json(layout)}
    )


def _write_programme(row: models.Programme | None, programme: Programme) -> None:
    row = row or models.Programme(code=programme.about.id)
    row.name = programme.about.name
    row.about = _as_json(programme.about)
    row.synthetic = programme.about.synthetic
    row.save()
    row.facts.all().delete()
    row.documents.all().delete()
    documents = {
        document.id: models.Document(
            programme=row,
            key=document.id,
            title=document.title,
            owner=document.owner,
            known_on=document.known_on,
            position=position,
            payload=_as_json(document),
        )
        for position, document in enumerate(programme.documents)
    }
    models.Document.objects.bulk_create(documents.values())
    models.Fact.objects.bulk_create(
        models.Fact(
            programme=row,
            kind=kind,
            key=fact.id,
            owner=fact.owner,
            shared=fact.shared,
            document=documents[fact.source.document],
            paragraph=fact.source.paragraph,
            known_on=fact.known_on,
            assumed=fact.assumed,
            position=position,
            payload=_as_json(fact),
        )
        for kind in KINDS
        for position, fact in enumerate(getattr(programme, kind))
    )


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


def _as_json(value: object) -> Any:
    """The value as it comes back from a JSON column, so that what is held can be compared."""
    return json.loads(json.dumps(plain(value)))


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
