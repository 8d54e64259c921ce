"""Admitting people to roles, and covering an absence."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words as day_in_words
from moothall.facts.fact import PROGRAMME
from moothall_web.people.actions.acting import (
    ChangedSinceError,
    ImpossibleError,
    acting_of,
    capacity_to_admit,
    entry,
    must_not,
    those_for,
)
from moothall_web.people.councils import Register, register
from moothall_web.people.facts import in_words, plain, state_of
from moothall_web.people.models import Acting, Left, Person, Role
from moothall_web.people.permissions import admits_oneself, audits_and_acts
from moothall_web.people.queries import Capacity
from moothall_web.records.recorded import Pen, recorded


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who has not signed in here before."""

    username: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """In which role somebody acts, for which programme (all if empty), from when to before when.

    `organisation` is what a board member stands for, or what an elected member sits on.
    """

    role: Role
    programme: str = ""
    organisation: str = ""
    since: date | None = None
    until: date | None = None


def admit(by: Person, authority: str, who: Newcomer | str, terms: Terms, why: str = "") -> Acting:
    """Somebody new, or with a sign-in name already, acts for an authority.

    Raises RefusedError, or ImpossibleError where the terms cannot be.
    """
    held_now = register()
    wanted = _wanted(authority, terms)
    held = capacity_to_admit(by, wanted, held_now)
    with recorded() as pen:
        return _admit(pen, by, held, wanted, who, held_now, why)


def admit_from_outside(authority: str, who: Newcomer | str, terms: Terms) -> Acting:
    """The same on the command line: the first person who says who acts for a council."""
    with recorded() as pen:
        return _admit(pen, None, None, _wanted(authority, terms), who, register(), "")


def cover(
    by: Person,
    number: int,
    stand_in: str,
    since: date,
    until: date,
    *,
    seen: str,
    why: str = "",
) -> Acting:
    """Somebody stands in for somebody in their role, from one day to before another.

    `seen` is the state of the acting on the page that asked.
    """
    held_now = register()
    absent = acting_of(number)
    held = capacity_to_admit(by, absent, held_now)
    with recorded() as pen:
        absent = unchanged(absent, seen, held_now)
        who = _existing(stand_in, absent.authority, field="stand_in")
        if who.pk == absent.person_id:
            raise ImpossibleError("stand_in", f"{who.name} cannot stand in for themselves")
        if absent.covers_id is not None:
            raise ImpossibleError(
                "stand_in",
                f"{absent.person.name} stands in for somebody; arrange cover for that person",
            )
        _outside_the_term(absent, since, until)
        wanted = _wanted(
            absent.authority,
            Terms(
                role=Role(absent.role),
                programme=absent.programme,
                organisation=absent.organisation,
                since=since,
                until=until,
            ),
        )
        wanted.covers = absent
        _check(by, who, wanted, held_now)
        wanted.person = who
        wanted.save()
        pen.record(
            entry(
                by,
                held,
                wanted,
                "arranged cover",
                summary=f"{who.name} covers for {absent.person.name} as "
                f"{in_words(wanted, held_now)}, from {day_in_words(since)}; no longer from "
                f"{day_in_words(until)}.",
                why=why,
                after=plain(wanted),
            )
        )
        return wanted


def unchanged(acting: Acting, seen: str, held_now: Register) -> Acting:
    """The acting as it is now, if that is how the page showed it; raises ChangedSinceError."""
    now = {each.pk: each for each in those_for(acting.authority)}.get(acting.pk)
    if now is None:
        raise ChangedSinceError(
            f"{acting.person.name} no longer acts as {in_words(acting, held_now)}. Nothing was "
            "changed."
        )
    if state_of([now]) != seen:
        ends = f"no longer from {day_in_words(now.until)}" if now.until else "without an end"
        raise ChangedSinceError(
            f"Somebody has changed this since you opened the page. {now.person.name} now acts as "
            f"{in_words(now, held_now)}, {ends}. Look at it again; nothing was changed."
        )
    return now


def _wanted(authority: str, terms: Terms) -> Acting:
    return Acting(
        authority=authority,
        role=terms.role,
        programme=terms.programme,
        organisation=terms.organisation,
        since=terms.since,
        until=terms.until,
    )


def _admit(
    pen: Pen,
    by: Person | None,
    held: Capacity | None,
    wanted: Acting,
    who: Newcomer | str,
    held_now: Register,
    why: str,
) -> Acting:
    _in_shape(wanted, held_now)
    if isinstance(who, Newcomer):
        person = _new(who)
    else:
        person = _existing(who, wanted.authority, field="username")
    _check(by, person, wanted, held_now)
    came_back = not person.is_active
    if came_back:
        person.is_active, person.left_on = True, None
        person.save(update_fields=["is_active", "left_on"])
    Left.objects.filter(person=person, authority=wanted.authority).delete()
    wanted.person = person
    wanted.save()
    summary = f"{person.name} acts as {in_words(wanted, held_now)}"
    if wanted.since:
        summary += f", from {day_in_words(wanted.since)}"
    if wanted.until:
        summary += f", no longer from {day_in_words(wanted.until)}"
    summary += ", having left before." if came_back else "."
    pen.record(
        entry(
            by,
            held,
            wanted,
            "admitted somebody",
            subject=f"person/{person.username}",
            summary=summary,
            why=why,
            after=plain(wanted),
        )
    )
    return wanted


def _in_shape(wanted: Acting, held_now: Register) -> None:
    on_board = wanted.authority == PROGRAMME
    if on_board != (wanted.role == Role.BOARD_MEMBER):
        raise ImpossibleError(
            "role", "A board member acts for a programme, everybody else for a council"
        )
    if on_board and not wanted.organisation:
        raise ImpossibleError("organisation", "Enter the organisation that they stand for")
    partners = held_now.programme(wanted.programme) if wanted.programme else None
    takes_part = partners is not None and (on_board or wanted.authority in partners.authorities)
    if (wanted.programme or on_board) and not takes_part:
        raise ImpossibleError(
            "programme", f"Choose a programme of {held_now.name(wanted.authority)}"
        )
    if wanted.since and wanted.until and wanted.until <= wanted.since:
        raise ImpossibleError("until", "Enter a day after the one on which they begin")


def _new(who: Newcomer) -> Person:
    if Person.objects.filter(username__iexact=who.username).exists():
        raise ImpossibleError(
            "username", f"Somebody signs in as {who.username} already; choose another name"
        )
    person = Person(username=who.username, name=who.name)
    person.set_unusable_password()
    person.save()
    return person


def _existing(username: str, authority: str, field: str) -> Person:
    person = Person.objects.filter(username=username).first()
    if person is None:
        raise ImpossibleError(field, f"Nobody signs in as {username}; check the sign-in name")
    others = set(person.acting.values_list("authority", flat=True)) - {authority}
    if others and person.is_active and not person.opened:
        # Until then whoever made the sign-in could open it and act for this council too.
        raise ImpossibleError(
            field,
            f"{person.name} has not yet signed in for the council that admitted them; let them do "
            "so first",
        )
    return person


def _check(by: Person | None, who: Person, wanted: Acting, held_now: Register) -> None:
    if by is not None:
        must_not(admits_oneself(by, who))
    must_not(audits_and_acts(who, Role(wanted.role)))
    for each in those_for(wanted.authority):
        same = (each.person_id, each.role, each.programme) == (
            who.pk,
            wanted.role,
            wanted.programme,
        ) and not each.tenant  # what a group gives may end there; what is given by hand stays
        if same and _meet(each, wanted):
            raise ImpossibleError(
                "stand_in" if wanted.covers else "role",
                f"{who.name} already acts as {in_words(each, held_now)}",
            )


def _meet(one: Acting, other: Acting) -> bool:
    begins = max(one.since or date.min, other.since or date.min)
    ends = min(one.until or date.max, other.until or date.max)
    return begins < ends


def _outside_the_term(absent: Acting, since: date, until: date) -> None:
    if until <= since:
        raise ImpossibleError("until", "Enter a day after the one on which the cover begins")
    if absent.since and since < absent.since:
        raise ImpossibleError(
            "since",
            f"{absent.person.name} begins on {day_in_words(absent.since)}; enter that or later",
        )
    if absent.until and until > absent.until:
        raise ImpossibleError(
            "until", f"{absent.person.name}'s own role ends on {day_in_words(absent.until)}"
        )
