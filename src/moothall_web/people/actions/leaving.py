"""Ending a role, handing one's work over, and leaving."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from moothall.basics.dates import in_words as day_in_words
from moothall_web.people.actions.acting import (
    ChangedSinceError,
    ImpossibleError,
    acting_of,
    capacity_to_admit,
    entry,
    must_not,
    those_for,
)
from moothall_web.people.actions.admitting import unchanged
from moothall_web.people.councils import Register, listed, register
from moothall_web.people.facts import in_words, plain, state_of
from moothall_web.people.models import Acting, AuditGrant, Left, Person, Role
from moothall_web.people.permissions import (
    admits_oneself,
    audits_and_acts,
    last_who_admits,
    leaves_nobody_to_admit,
)
from moothall_web.people.queries import Capacity
from moothall_web.records.recorded import Pen, recorded

Handing = Callable[[Person, Capacity, Person, Person, Sequence[str]], int]
"""Who hands over as what, from whom to whom, for which authorities; returns how much it was."""


def end_acting(by: Person, number: int, on: date, *, seen: str, why: str = "") -> None:
    """Somebody no longer acts in a role from a day on; whoever covers for them stops too."""
    held_now = register()
    acting = acting_of(number)
    held = capacity_to_admit(by, acting, held_now)
    if on < timezone.localdate():
        raise ImpossibleError("until", "Enter today or a later day: what was done stays done")
    with recorded() as pen:
        acting = unchanged(acting, seen, held_now)
        _must_be_by_hand([acting], held_now, "until")
        if acting.until and acting.until <= on:
            raise ImpossibleError("until", f"It ends on {day_in_words(acting.until)} already")
        _somebody_still_admits([acting], on, held_now)
        before = plain(acting)
        pen.record(
            entry(
                by,
                held,
                acting,
                "ended a role",
                summary=f"{acting.person.name} no longer acts as {in_words(acting, held_now)} from "
                f"{day_in_words(on)}.",
                why=why,
                before=before,
                after={**before, "until": on.isoformat()},
            )
        )
        _end(pen, by, held, acting, on, held_now)


def hand_over(
    by: Person,
    authority: str,
    gives: Person,
    takes: str,
    on: date,
    *,
    seen: str,
    why: str = "",
) -> int:
    """From a day on, what one person does for an authority another one does.

    The roles change hands on that day, open tasks at once.  Returns how many tasks that were.
    """
    held_now = register()
    if on < timezone.localdate():
        raise ImpossibleError("on", "Enter today or a later day: what was done stays done")
    with recorded() as pen:
        going, held = _all_of(by, authority, gives, seen, held_now)
        _must_be_by_hand(going, held_now, "on")
        to = Person.objects.filter(username=takes, is_active=True).first()
        if to is None:
            raise ImpossibleError("takes", f"Nobody signs in as {takes}; check the sign-in name")
        if to.pk == gives.pk:
            raise ImpossibleError("takes", f"This is {gives.name}; choose somebody else")
        must_not(admits_oneself(by, to))
        going = [each for each in going if each.until is None or each.until > on]
        if not going:
            raise ImpossibleError("on", "No role is left to hand over on that day")
        if not to.opened and _acts_elsewhere(to, authority):
            raise ImpossibleError("takes", f"{to.name} has not yet signed in; let them do so first")
        given = [in_words(each, held_now) for each in going]
        before = [plain(each) for each in going]
        for acting in going:
            must_not(audits_and_acts(to, Role(acting.role)))
            _pass_on(acting, to, on)
            _end(pen, by, held, acting, on, held_now)
        pen.record(
            entry(
                by,
                held,
                going[0],
                "handed over",
                subject=f"person/{gives.username}",
                summary=f"{gives.name} hands over to {to.name} from {day_in_words(on)}: "
                f"{listed(given)}.",
                why=why,
                before=before,
                after={"person": to.username, "on": on.isoformat()},
            )
        )
        return sum(each(by, held, gives, to, [authority]) for each in _what_goes_along())


def leave(by: Person, authority: str, who: Person, *, seen: str, why: str = "") -> bool:
    """Somebody has left an authority: they act for it no more, from this moment.

    Their sign-in is closed, unless they act for others too, which is for those to say.  Returns
    whether it was closed.
    """
    held_now, today = register(), timezone.localdate()
    with recorded() as pen:
        going, held = _all_of(by, authority, who, seen, held_now)
        _somebody_still_admits(going, today, held_now)
        ended = [in_words(each, held_now) for each in going]
        before = [plain(each) for each in going]
        for acting in going:
            _end(pen, by, held, acting, today, held_now)
        closes = not _acts_elsewhere(who, authority)
        # The council's own sign-in may go on naming them; it lets them in no more.
        Left.objects.get_or_create(person=who, authority=authority, defaults={"on": today})
        if closes:
            who.is_active, who.left_on = False, today
            # Every session carries a digest of the password, so all of them end.
            who.set_unusable_password()
            who.save(update_fields=["is_active", "left_on", "password"])
        pen.record(
            entry(
                by,
                held,
                going[0],
                "recorded a leaver",
                subject=f"person/{who.username}",
                summary=f"{who.name} has left {held_now.name(authority)} and no longer acts as "
                f"{listed(ended)}."
                + (" Their sign-in is closed." if closes else " Other councils keep them."),
                why=why,
                before=before,
            )
        )
    return closes


def _all_of(
    by: Person, authority: str, who: Person, seen: str, held_now: Register
) -> tuple[list[Acting], Capacity]:
    """All in which somebody acts for an authority, if it is as the page showed it."""
    held = None
    mine = [each for each in those_for(authority) if each.person_id == who.pk]
    for acting in mine or Acting.objects.filter(person=who, authority=authority)[:1]:
        held = capacity_to_admit(by, acting, held_now)
    if held is None or not mine:
        raise ChangedSinceError(
            f"{who.name} no longer acts for {held_now.name(authority)}. Nothing was changed."
        )
    if state_of(mine) != seen:
        now = listed(in_words(each, held_now) for each in mine)
        raise ChangedSinceError(
            f"Somebody has changed this since you opened the page. {who.name} now acts as {now}. "
            "Look at it again; nothing was changed."
        )
    return mine, held


def _somebody_still_admits(going: Iterable[Acting], on: date, held_now: Register) -> None:
    going = list(going)
    authority, gone = going[0].authority, {each.pk for each in going}
    staying = [
        each
        for each in those_for(authority)
        if each.pk not in gone
        and each.person.is_active
        and (settings.DEMONSTRATION or not each.person.demonstration)
        and (each.since is None or each.since <= on)
        and (each.until is None or each.until > on)
    ]
    if leaves_nobody_to_admit(going, staying):
        must_not(last_who_admits(going[0].person, held_now.name(authority)))


def end_now(pen: Pen, acting: Acting, on: date, held_now: Register) -> None:
    """End an acting by nobody's hand, with what hangs on it."""
    _end(pen, None, None, acting, on, held_now)


def _must_be_by_hand(going: Iterable[Acting], held_now: Register, field: str) -> None:
    """Raise ImpossibleError where a role would end by hand that a group would give again."""
    for each in going:
        if each.tenant:
            raise ImpossibleError(
                field,
                f"{each.person.name} acts as {in_words(each, held_now)} by a group of that "
                "council's own sign-in. Take them out of the group there: the role ends when they "
                "next sign in. If they have left, record that on their page",
            )


def _end(
    pen: Pen,
    by: Person | None,
    held: Capacity | None,
    acting: Acting,
    on: date,
    held_now: Register,
) -> None:
    """End an acting and what hangs on it; one that has not begun by then never was."""
    for covering in Acting.objects.filter(covers=acting).select_related("person"):
        if covering.until is None or covering.until > on:
            before = plain(covering)
            pen.record(
                entry(
                    by,
                    held,
                    covering,
                    "ended a cover",
                    summary=f"{covering.person.name} no longer covers as "
                    f"{in_words(covering, held_now)} from {day_in_words(on)}, because "
                    f"{acting.person.name} no longer acts.",
                    before=before,
                    after={**before, "until": on.isoformat()},
                )
            )
            _cut(covering, on)
    if acting.role == Role.AUDITOR and on <= timezone.localdate():
        AuditGrant.objects.filter(
            auditor=acting.person, authority=acting.authority, withdrawn_at=None
        ).update(withdrawn_at=timezone.now())
    _cut(acting, on)


def _cut(acting: Acting, on: date) -> None:
    if acting.since and acting.since >= on:
        acting.delete()  # whoever would have covered for it began no earlier, and is gone
    else:
        acting.until = on
        acting.save(update_fields=["until"])


def _pass_on(acting: Acting, to: Person, on: date) -> None:
    """The same again for another person, unless that one has it already or is covered by it."""
    if acting.covers is not None and acting.covers.person_id == to.pk:
        return
    has = Acting.objects.filter(
        person=to, authority=acting.authority, role=acting.role, programme=acting.programme
    ).exclude(until__lte=on)
    begun = has.filter(Q(since=None) | Q(since__lte=on), until=None, covers=None)
    if acting.covers_id is None and begun.exists():
        return
    Acting.objects.create(
        person=to,
        authority=acting.authority,
        role=acting.role,
        programme=acting.programme,
        organisation=acting.organisation,
        since=max(on, acting.since or on),
        until=acting.until,
        covers=acting.covers,
    )


def _acts_elsewhere(who: Person, authority: str) -> bool:
    today = timezone.localdate()
    others = who.acting.exclude(authority=authority).exclude(until__lte=today)
    return bool(others.exists())


def _what_goes_along() -> list[Handing]:
    return [import_string(name) for name in settings.HANDED_OVER]
