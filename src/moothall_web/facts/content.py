"""What a programme is made of, subject by subject, and what makes one content another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from moothall.facts.authority import Authority
from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme
from moothall_web.facts import models
from moothall_web.facts.permissions import visible
from moothall_web.facts.sight_lines import EVERYBODY
from moothall_web.facts.subjects import ADDED, CHANGED, REMOVED, as_json
from moothall_web.people.models import Person
from moothall_web.records.actions import Entry


@dataclass(frozen=True, slots=True)
class Stated:
    """What stands under a subject: whose it is, whether everybody sees it, what it says."""

    owner: str
    is_open: bool
    payload: Any


Content = dict[str, Stated]
"""What stands under each subject, `kind/key`."""


def content_of(programme: Programme) -> Content:
    """Everything that a programme is made of."""
    seen = visible(programme, EVERYBODY) or programme
    open_facts = {(kind, fact.id) for kind, fact in seen.facts()}
    open_documents = {document.id for document in seen.documents}
    whole = {
        f"about/{programme.about.id}": Stated(PROGRAMME, True, as_json(programme.about)),
        **_rules(programme.authorities),
    }
    for document in programme.documents:
        whole[f"documents/{document.id}"] = Stated(
            document.owner, document.id in open_documents, as_json(document)
        )
    for kind, fact in programme.facts():
        whole[f"{kind}/{fact.id}"] = Stated(
            fact.owner, (kind, fact.id) in open_facts, as_json(fact)
        )
    return whole


def _rules(authorities: Iterable[Authority]) -> Content:
    return {
        f"authorities/{each.code}": Stated(each.code, True, as_json(each)) for each in authorities
    }


def rules_held(programme: Programme) -> Content:
    """The rules of these councils as they are held, for whichever programme they were written."""
    records = models.AuthorityRecord.objects.filter(code__in=programme.about.authorities)
    return {
        f"authorities/{record.code}": Stated(record.code, True, record.payload)
        for record in records
    }


def parts(code: str, by: Person | None, before: Content, after: Content) -> Iterator[Entry]:
    """One entry for everything that loading adds, changes or removes.

    What changes hands and was not open to all goes from one owner and comes to the other, so that
    neither reads what the other made of it.
    """
    for subject in {**before, **after}:
        old, new = before.get(subject), after.get(subject)
        if old and new and old.payload == new.payload:
            continue
        if old and new and old.owner != new.owner and not (old.is_open and new.is_open):
            yield _part(code, by, subject, old, None)
            yield _part(code, by, subject, None, new)
        else:
            yield _part(code, by, subject, old, new)


def _part(
    code: str, by: Person | None, subject: str, old: Stated | None, new: Stated | None
) -> Entry:
    stated = new or old
    assert stated is not None  # noqa: S101 - nothing becomes nothing
    verb = ADDED if old is None else REMOVED if new is None else CHANGED
    return Entry(
        who=by.pk if by else None,
        for_whom=stated.owner,
        owner=stated.owner,
        shared=all(each is None or each.is_open for each in (old, new)),
        verb=verb,
        programme=code,
        subject=subject,
        summary=f"{verb.split()[0].capitalize()} {subject} by loading a programme folder.",
        before=old.payload if old else None,
        after=new.payload if new else None,
    )
