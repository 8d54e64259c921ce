"""What is done with editions: put out, given the day and the contact, taken back; each recorded."""

import json
from datetime import date

from django.utils import timezone

from moothall.basics.dates import in_words
from moothall.files.frozen_facts import thawed
from moothall.files.shapes import plain
from moothall_web.cases.models import Snapshot, SnapshotState
from moothall_web.cases.permissions import may_do
from moothall_web.cases.snapshot_queries import EXEMPT
from moothall_web.cases.snapshots import digest_of
from moothall_web.cases.states import step_named
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity, capacities
from moothall_web.publication import standing_copy
from moothall_web.publication.models import Edition, EditionWords, PublicFile
from moothall_web.publication.said import NothingToPublishError, papers_opened_on, said
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import Pen, recorded


def follow(pen: Pen, person: Person, role: str, snapshot: Snapshot) -> None:
    """After each step of a snapshot: put out what was published, take back what was withdrawn."""
    if snapshot.state == SnapshotState.PUBLISHED:
        try:
            _put_out(pen, person, role, snapshot)
        except NothingToPublishError as why:
            pen.record(_entry(person, role, snapshot, "kept from the public site", str(why)))
    elif snapshot.state == SnapshotState.WITHDRAWN:
        _take_back(pen, person, role, snapshot)


def give_day(person: Person, snapshot: Snapshot, public_from: date, contact: str) -> Edition:
    """Say from which day the public sees an edition, and how the council is reached.

    Raises RefusedError, also where the snapshot is not published or nothing of it may be shown.
    """
    held = may_give_day(person, snapshot)
    if isinstance(held, Refusal):
        raise RefusedError(held)
    with recorded() as pen:
        snapshot = Snapshot.objects.select_for_update().get(pk=snapshot.pk)
        if snapshot.state != SnapshotState.PUBLISHED:
            raise RefusedError(
                Refusal(f"This snapshot is {snapshot.get_state_display()}, not published.")
            )
        edition = Edition.objects.filter(snapshot=snapshot).first()
        if edition is None:
            try:
                edition = _put_out(pen, person, held.role.value, snapshot)
            except NothingToPublishError as why:
                raise RefusedError(Refusal(str(why))) from None
        before = {"public_from": edition.public_from and edition.public_from.isoformat()}
        edition.public_from, edition.contact = public_from, contact
        edition.save(update_fields=["public_from", "contact"])
        pen.record(
            _entry(
                person,
                held.role.value,
                snapshot,
                "said from when the public sees a snapshot",
                f"Public from {in_words(public_from)}.",
                before=before,
                after={"public_from": public_from.isoformat(), "contact": contact},
            )
        )
    return edition


def may_give_day(person: Person, snapshot: Snapshot) -> Refusal | Capacity:
    """Whoever may publish a council's snapshot says from when it is shown."""
    publish = step_named("publish")
    assert publish is not None  # noqa: S101 - one of the table's steps
    names = {
        each["code"]: each["short_name"]
        for each in json.loads(snapshot.facts).get("authorities", ())
    }
    short_name = names.get(snapshot.authority, snapshot.authority)
    return may_do(
        publish, capacities(person), snapshot.authority, short_name, snapshot.programme.code
    )


def _put_out(pen: Pen, person: Person, role: str, snapshot: Snapshot) -> Edition:
    frozen = thawed(snapshot.facts, f"snapshot {snapshot.number}")
    words = said(frozen, snapshot.proposal, snapshot.authority, snapshot.as_at)
    content = json.dumps(plain(words), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    files = [each for each in snapshot.files.all() if not each.name.startswith(EXEMPT)]
    earlier = Edition.objects.filter(
        programme=snapshot.programme.code, authority=snapshot.authority
    ).exclude(contact="")
    last = earlier.order_by("-published_at").first()
    edition = Edition.objects.create(
        snapshot=snapshot,
        programme=snapshot.programme.code,
        proposal=snapshot.proposal,
        authority=snapshot.authority,
        number=snapshot.number,
        published_at=timezone.now(),
        public_from=papers_opened_on(frozen, snapshot.proposal, snapshot.authority),
        contact=last.contact if last else "",
        digest=digest_of(content + "".join(each.digest for each in files)),
    )
    EditionWords.objects.create(edition=edition, content=content)
    PublicFile.objects.bulk_create(
        PublicFile(edition=edition, name=each.name, content=each.content, digest=each.digest)
        for each in files
    )
    told = (
        f"Public from {in_words(edition.public_from)}."
        if edition.public_from
        else "From which day the public sees it is still to be said."
    )
    pen.record(_entry(person, role, snapshot, "put out an edition for the public", told))
    return edition


def _take_back(pen: Pen, person: Person, role: str, snapshot: Snapshot) -> None:
    edition = Edition.objects.filter(snapshot=snapshot).first()
    if edition is None:
        return
    edition.withdrawn_on, edition.contact = timezone.localdate(), ""
    edition.save(update_fields=["withdrawn_on", "contact"])
    standing_copy.forget(edition.programme)
    pen.record(_entry(person, role, snapshot, "took an edition from the public site"))


def _entry(
    person: Person,
    role: str,
    snapshot: Snapshot,
    verb: str,
    told: str = "",
    *,
    before: object = None,
    after: object = None,
) -> Entry:
    return Entry(
        who=person.pk,
        role=role,
        for_whom=snapshot.authority,
        verb=verb,
        programme=snapshot.programme.code,
        subject=f"edition/{snapshot.proposal}/{snapshot.authority}/{snapshot.number}",
        owner=snapshot.authority,
        shared=True,
        summary=f"{verb.capitalize()}: {snapshot}. {told}".strip(),
        before=before,
        after=after,
    )
