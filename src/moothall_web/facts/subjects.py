"""What can be changed, each as its row holds it: facts of every kind, documents, authorities' own
rules, and what the programme says about itself.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Max

from moothall.facts.authority import Authority
from moothall.facts.fact import PROGRAMME, Fact
from moothall.facts.programme import KINDS, About, SourceDocument
from moothall.files.programme_folder import fact_type
from moothall.files.shapes import plain
from moothall_web.facts import models
from moothall_web.facts.words import KIND_WORDS
from moothall_web.people.models import Person
from moothall_web.records.models import Event
from moothall_web.row_scope import EVERYTHING, within

Row = models.Fact | models.Document | models.AuthorityRecord | models.Programme
Thing = Fact | SourceDocument | Authority | About

ADDED, CHANGED, REMOVED = "added a fact", "changed a fact", "removed a fact"
SHARED, WITHDREW, UNDID = "shared a fact", "withdrew a fact", "undid a change"
UNDOABLE = (ADDED, CHANGED, REMOVED, SHARED, WITHDREW)
FACT_VERBS = (*UNDOABLE, UNDID)
"""What is recorded of a thing itself: each makes it another one, and counts as a version of it."""

SUBJECTS = (*KINDS, "documents", "authorities", "about")
"""Every kind of thing that has a page of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One thing as its row holds it; an event's subject is its kind and key."""

    kind: str
    key: str
    owner: str
    shared: bool
    payload: dict[str, Any]
    version: int
    row: Row


def type_of(kind: str) -> type[Any]:
    """What a payload of this kind is made into."""
    others = {"documents": SourceDocument, "authorities": Authority, "about": About}
    return others.get(kind) or fact_type(kind)


def one_of(kind: str) -> str:
    """`money_statements` → `statement about money`: one of them in words."""
    return KIND_WORDS[kind].one


def name_of(kind: str) -> str:
    """`money_statements` → `statements about money`: all of them in words."""
    return KIND_WORDS[kind].many


def key_field(kind: str) -> str:
    """The field by which one of this kind is named."""
    return "code" if kind == "authorities" else "id"


def subject(programme: models.Programme, kind: str, key: str) -> Subject | None:
    """What stands under a kind and key now; None where nothing does."""
    if kind == "about":
        return _about(programme) if key == programme.code else None
    rows: Any
    if kind == "authorities":
        rows = models.AuthorityRecord.objects.filter(code=key)
    elif kind == "documents":
        rows = programme.documents.filter(key=key)
    else:
        rows = programme.facts.filter(kind=kind, key=key)
    return next((_subject(kind, row) for row in rows), None)


def subjects_of(programme: models.Programme, kind: str) -> list[Subject]:
    """Everything of a kind in a programme, in its order."""
    if kind == "about":
        return [_about(programme)]
    rows: Any
    if kind == "authorities":
        rows = models.AuthorityRecord.objects.filter(code__in=programme.about["authorities"])
    else:
        rows = programme.documents if kind == "documents" else programme.facts.filter(kind=kind)
    return [_subject(kind, row) for row in rows.all()]


def _subject(kind: str, row: Any) -> Subject:
    return Subject(
        kind=kind,
        key=row.code if kind == "authorities" else row.key,
        owner=row.code if kind == "authorities" else row.owner,
        shared=row.shared if isinstance(row, models.Fact) else True,
        payload=row.payload,
        version=row.version,
        row=row,
    )


def _about(programme: models.Programme) -> Subject:
    return Subject(
        kind="about",
        key=programme.code,
        owner=PROGRAMME,
        shared=True,
        payload=programme.about,
        version=1 + _events(programme.code, f"about/{programme.code}"),
        row=programme,
    )


def next_version(programme: models.Programme, kind: str, key: str) -> int:
    """The version at which something new begins: higher than any that stood under its key before.

    A form that was opened on a fact since removed must not fit the one that took its place.
    """
    return 1 + _events(programme.code, f"{kind}/{key}")


def _events(code: str, what: str) -> int:
    return Event.objects.filter(programme=code, subject=what, verb__in=FACT_VERBS).count()


def put(
    programme: models.Programme,
    kind: str,
    thing: Any,
    before: Subject | None,
    shared: tuple[Person, datetime] | None = None,
) -> Subject:
    """Write what a thing is from now on, and give every programme that it is part of a revision.

    `shared` says who shares it with this writing, and when.
    """
    revise(programme, kind, before.key if before else getattr(thing, key_field(kind)))
    payload = as_json(thing)
    if kind == "about":
        _put_about(programme, payload)
    elif kind == "authorities":
        row = before.row if before else models.AuthorityRecord(code=thing.code, version=0)
        _write(row, payload, {})
    elif kind == "documents":
        row = before.row if before else _new(models.Document, programme, kind, thing.id)
        _write(row, payload, document_columns(thing))
    else:
        row = before.row if before else _new(models.Fact, programme, kind, thing.id)
        columns = fact_columns(thing)
        columns["document"] = programme.documents.get(key=thing.source.document)
        if not thing.shared:
            columns |= {"shared_by": None, "shared_at": None}
        elif shared is not None:
            columns |= {"shared_by": shared[0], "shared_at": shared[1]}
        _write(row, payload, columns)
    written = subject(programme, kind, getattr(thing, key_field(kind)))
    assert written is not None  # noqa: S101 - it has just been written
    if kind == "about" and before is not None:
        written = replace(written, version=before.version + 1)  # the event is about to be written
    return written


def take_away(programme: models.Programme, gone: Subject) -> None:
    """Remove a row; the programme is another one without it."""
    revise(programme, gone.kind, gone.key)
    gone.row.delete()


def revise(programme: models.Programme, kind: str, key: str) -> None:
    """Give the programme a new revision, and with an authority's rules every programme of its."""
    programmes = [programme]
    if kind == "authorities":
        others = models.Programme.objects.exclude(pk=programme.pk).order_by("pk")
        programmes += [other for other in others if key in other.about["authorities"]]
    for each in programmes:
        each.revision = models.new_revision()
        each.save(update_fields=["revision"])


def _put_about(programme: models.Programme, payload: dict[str, Any]) -> None:
    programme.about = payload
    programme.name = payload["name"]
    programme.synthetic = payload["synthetic"]
    programme.save(update_fields=["about", "name", "synthetic"])


def _new(model: type[Any], programme: models.Programme, kind: str, key: str) -> Any:
    """A row for something new, after all others of its kind."""
    row = model(programme=programme, key=key, version=next_version(programme, kind, key) - 1)
    rows = model.objects.filter(programme=programme)
    if model is models.Fact:
        row.kind = kind
        rows = rows.filter(kind=kind)
    with within(EVERYTHING):  # the last place may be that of something out of sight
        last = rows.aggregate(last=Max("position"))["last"]
    row.position = 0 if last is None else last + 1
    return row


def _write(row: Any, payload: dict[str, Any], columns: dict[str, Any]) -> None:
    row.payload = payload
    row.version += 1
    for name, value in columns.items():
        setattr(row, name, value)
    row.save()


def document_columns(document: SourceDocument) -> dict[str, Any]:
    """The columns by which a document's row is found."""
    return {"title": document.title, "owner": document.owner, "known_on": document.known_on}


def fact_columns(fact: Fact) -> dict[str, Any]:
    """The columns by which a fact's row is found, but for its document."""
    return {
        "owner": fact.owner,
        "shared": fact.shared,
        "paragraph": fact.source.paragraph,
        "known_on": fact.known_on,
        "assumed": fact.assumed,
    }


def as_json(value: object) -> Any:
    """The value as it comes back from a JSON column, so that what is held can be compared."""
    return json.loads(json.dumps(plain(value)))
