"""What somebody has typed into a form and not yet saved: kept for them, seen by nobody else.

A draft is no change to a fact: it is neither checked nor recorded.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moothall_web.facts import models
from moothall_web.facts.faults import NotThereError
from moothall_web.facts.sight_lines import sees_subject
from moothall_web.facts.subjects import SUBJECTS, subject
from moothall_web.people.models import Person
from moothall_web.people.queries import sight

NEW = "new-"
"""The key of a draft of something new, in addresses: no fact has it, as ids end in no dash."""

Content = dict[str, list[str]]


class OtherDraftError(Exception):
    """Another window keeps a draft of the same form, which would be lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """A draft; `version` is that of the fact from which it began, `token` names its form."""

    content: Content
    version: int
    token: str
    saved_at: datetime


def draft_of(person: Person, code: str, kind: str, key: str) -> KeptDraft | None:
    """The person's draft of a form, if there is one."""
    row = _rows(person, code, kind, key).first()
    if row is None:
        return None
    return KeptDraft(
        content={name: list(texts) for name, texts in row.content["fields"].items()},
        version=row.version,
        token=row.content["token"],
        saved_at=row.saved_at,
    )


def keep_draft(
    person: Person, code: str, kind: str, key: str, version: int, token: str, content: Content
) -> datetime:
    """Keep what somebody has typed.  Returns when.

    Raises NotThereError where they see no such programme or fact; OtherDraftError where a form
    opened elsewhere keeps a draft of its own.  A draft of what is removed meanwhile goes on.
    """
    held = _rows(person, code, kind, key).first()
    programme = models.Programme.objects.filter(code=code).first()
    if programme is None or not (held or _is_there(person, programme, kind, key)):
        raise NotThereError
    if held is not None and held.content["token"] != token:
        raise OtherDraftError
    row, _ = models.Draft.objects.update_or_create(
        person=person,
        programme=programme,
        kind=kind,
        key=_key(key),
        defaults={
            "version": version,
            "content": {"token": token, "fields": _printable(content)},
        },
    )
    return row.saved_at


def throw_draft_away(person: Person, code: str, kind: str, key: str) -> None:
    """Forget a draft; what is not there is forgotten already."""
    _rows(person, code, kind, key).delete()


def _is_there(person: Person, programme: models.Programme, kind: str, key: str) -> bool:
    """Whether there is such a form for this person."""
    sees = sight(person, programme.code, programme.about["authorities"])
    if kind not in SUBJECTS or not sees.inside:
        return False
    found = None if key == NEW else subject(programme, kind, key)
    if found is None:
        return key == NEW
    return found.owner in sees.councils or sees_subject(programme, sees, kind, key)


def _rows(person: Person, code: str, kind: str, key: str) -> Any:
    return models.Draft.objects.filter(
        person=person, programme__code=code, kind=kind, key=_key(key)
    )


def _key(key: str) -> str:
    return "" if key == NEW else key


def _printable(content: Content) -> Content:
    """A database may not be able to hold a NUL, which no form accepts either."""
    gone = "\N{REPLACEMENT CHARACTER}"
    return {name: [text.replace("\x00", gone) for text in texts] for name, texts in content.items()}
