"""What a council lets an auditor read of its own."""

from collections.abc import Sequence

from django.utils import timezone

from moothall_web.people.actions.acting import ChangedSinceError, ImpossibleError, must
from moothall_web.people.councils import Register, listed, register
from moothall_web.people.models import AuditGrant, Person, Role
from moothall_web.people.permissions import may_grant
from moothall_web.people.queries import Capacity, capacities
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import recorded


def grant(
    by: Person,
    authority: str,
    programme: str,
    auditor: str,
    kinds: Sequence[str] = (),
    why: str = "",
) -> AuditGrant:
    """Let an auditor read an authority's own facts of these kinds in a programme; all if none."""
    held_now = register()
    held = must(may_grant(capacities(by), authority, programme, held_now))
    partners = held_now.programme(programme)
    if partners is None or authority not in partners.authorities:
        raise ImpossibleError("programme", f"Choose a programme of {held_now.name(authority)}")
    unknown = set(kinds) - set(held_now.kinds)
    if unknown:
        raise ImpossibleError("kinds", "Choose kinds of fact from the list")
    with recorded() as pen:
        who = Person.objects.filter(username=auditor, is_active=True).first()
        audits = who is not None and any(
            each.role == Role.AUDITOR and each.holds_in(programme, partners.authorities)
            for each in capacities(who)
        )
        if who is None or not audits:
            raise ImpossibleError(
                "auditor", f"Choose somebody who is an auditor in {partners.name}"
            )
        given = AuditGrant.objects.select_for_update().filter(
            auditor=who, authority=authority, programme=programme, withdrawn_at=None
        )
        if given.exists():
            raise ImpossibleError(
                "auditor",
                f"{who.name} may read of {held_now.name(authority)}'s already; withdraw that first",
            )
        made = AuditGrant.objects.create(
            auditor=who,
            authority=authority,
            programme=programme,
            kinds=sorted(kinds),
            granted_by=by,
            granted_at=timezone.now(),
        )
        pen.record(
            _entry(
                by,
                held,
                made,
                "let an auditor read",
                f"{who.name} may read {_what(made, held_now)}.",
                why=why,
                after=_plain(made),
            )
        )
        return made


def withdraw_grant(by: Person, number: int, why: str = "") -> None:
    """End what an auditor may read; raises ChangedSinceError where somebody has done so."""
    held_now = register()
    made = AuditGrant.objects.select_related("auditor").get(pk=number)
    held = must(may_grant(capacities(by), made.authority, made.programme, held_now))
    with recorded() as pen:
        made = (
            AuditGrant.objects.select_for_update(of=("self",))
            .select_related("auditor")
            .get(pk=number)
        )
        if made.withdrawn_at is not None:
            raise ChangedSinceError(
                f"Somebody has already withdrawn this: {made.auditor.name} no longer reads "
                f"{_what(made, held_now)}."
            )
        before = _plain(made)
        made.withdrawn_at = timezone.now()
        made.save(update_fields=["withdrawn_at"])
        pen.record(
            _entry(
                by,
                held,
                made,
                "withdrew an auditor's reading",
                f"{made.auditor.name} no longer reads {_what(made, held_now)}.",
                why=why,
                before=before,
                after=_plain(made),
            )
        )


def _what(made: AuditGrant, held_now: Register) -> str:
    partners = held_now.programme(made.programme)
    kinds = listed(held_now.kinds.get(kind, kind).lower() for kind in made.kinds)
    return (
        f"what is {held_now.name(made.authority)}'s own in "
        f"{partners.name if partners else made.programme}: {kinds or 'every kind of fact'}"
    )


def _plain(made: AuditGrant) -> dict[str, object]:
    return {
        "auditor": made.auditor.username,
        "kinds": made.kinds,
        "withdrawn_at": made.withdrawn_at.isoformat() if made.withdrawn_at else None,
    }


def _entry(
    by: Person,
    held: Capacity,
    made: AuditGrant,
    verb: str,
    summary: str,
    *,
    why: str,
    before: object = None,
    after: object = None,
) -> Entry:
    return Entry(
        who=by.pk,
        role=held.role,
        for_whom=held.authority,
        owner=made.authority,
        shared=False,
        programme=made.programme,
        subject=f"person/{made.auditor.username}",
        verb=verb,
        summary=summary,
        why=why,
        before=before,
        after=after,
    )
