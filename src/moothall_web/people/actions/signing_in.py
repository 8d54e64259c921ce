"""What is recorded of signing in, and what opens a sign-in."""

from django.utils import timezone

from moothall_web.people import attempts
from moothall_web.people.actions.acting import ChangedSinceError, must, those_for
from moothall_web.people.councils import register
from moothall_web.people.models import Person
from moothall_web.people.opening import address_for
from moothall_web.people.permissions import Refusal, may_admit_to, may_open
from moothall_web.people.queries import authorities_of, capacities
from moothall_web.records.actions import Entry, record
from moothall_web.records.recorded import recorded


def signed_in(person: Person, address: str) -> None:
    """Record that somebody has signed in, and forget what failed before."""
    attempts.forget(person.username, address)
    record(_of(person, "signed in", f"{person.name} signed in.", address))


def sign_in_failed(name: str, address: str) -> None:
    """Count a wrong name or password, and record it.

    What was typed as a name is not kept where nobody has that name: it may be a password.
    """
    bound_reached = attempts.failed(name, address)
    words = "was refused: the name or the password was wrong"
    if bound_reached:
        words += f". No more are taken for {attempts.MINUTES} minutes"
    person = Person.objects.filter(username=name).first()
    verb = "was refused a sign-in"
    if person is None:
        record(
            Entry(
                verb=verb,
                shared=False,
                summary=f"A sign-in under a name that nobody has {words}.",
                after={"address": address},
            )
        )
    else:
        record(_of(person, verb, f"A sign-in as {person.name} {words}.", address, who=False))


def was_refused(person: Person, refusal: Refusal, address: str) -> None:
    """Record that somebody asked for what they may not do.  `address` is the page's."""
    held = capacities(person)
    own = authorities_of(person)
    record(
        Entry(
            who=person.pk,
            role=held[0].role if len(held) == 1 else "",
            for_whom=_only(own),
            owner=_only(own),
            shared=False,
            verb="was refused",
            subject=f"person/{person.username}",
            summary=refusal.words,
            after={"address": address[:500]},
        )
    )


def second_step_failed(person: Person, address: str) -> None:
    """Count and record a wrong code or passkey, or a wrong password asked for again."""
    bound_reached = attempts.failed(second_step_of(person), address)
    words = f"{person.name}'s second step, or the password asked for again, was refused"
    if bound_reached:
        words += f". No more are taken for {attempts.MINUTES} minutes"
    record(_of(person, "was refused a sign-in", f"{words}.", address, who=False))


def second_step_of(person: Person) -> str:
    """The name under which failures of somebody's second step are counted."""
    return f"second step of {person.username}"


def second_step_changed(person: Person, what: str, address: str) -> None:
    """Record that somebody has a passkey, code or recovery codes more or fewer."""
    record(_of(person, "changed how they sign in", f"{person.name} {what}.", address))


def signed_out_elsewhere(person: Person, number: int, address: str) -> None:
    """Record that somebody has ended sessions of theirs."""
    words = "one session" if number == 1 else f"{number} sessions"
    record(_of(person, "ended sessions", f"{person.name} signed out of {words}.", address))


def session_ended(person: Person, words: str, address: str) -> None:
    """Record that a session of somebody's was ended for them; `words` say why."""
    record(_of(person, "ended sessions", words, address, who=False))


def single_sign_on_failed(
    authority: str, words: str, address: str, person: Person | None = None
) -> None:
    """Record that a council's own sign-in let nobody in; `words` say why."""
    record(
        Entry(
            for_whom=authority,
            owner=authority,
            shared=False,
            verb="was refused a sign-in",
            subject=f"person/{person.username}" if person else "",
            summary=f"Security: {words}",
            after={"address": address},
        )
    )


def change_password(person: Person, password: str, address: str) -> None:
    """Somebody changes their own password; every other session of theirs ends by that."""
    with recorded() as pen:
        person.set_password(password)
        person.save(update_fields=["password"])
        words = f"{person.name} changed their password."
        pen.record(_of(person, "chose a password", words, address))


def make_link(by: Person, authority: str, who: Person) -> str:
    """An address at which somebody chooses a password; whoever may admit hands it over."""
    held_now = register()
    with recorded() as pen:
        mine = [each for each in those_for(authority) if each.person_id == who.pk]
        if not mine or not who.is_active:
            raise ChangedSinceError(
                f"{who.name} no longer acts for {held_now.name(authority)}. No link was made."
            )
        held = must(may_admit_to(capacities(by), authority, mine[0].programme, held_now))
        refusal = may_open(who, authority, held_now)
        if refusal is not None:
            must(refusal)
        pen.record(
            Entry(
                who=by.pk,
                role=held.role,
                for_whom=held.authority,
                owner=authority,
                shared=False,
                verb="made a sign-in link",
                subject=f"person/{who.username}",
                summary=f"A link by which {who.name} chooses a password.",
            )
        )
        return address_for(who)


def set_password(person: Person, password: str, address: str) -> None:
    """Somebody has chosen a password by their link."""
    with recorded() as pen:
        person.set_password(password)
        person.save(update_fields=["password"])
        pen.record(_of(person, "chose a password", f"{person.name} chose a password.", address))


def _of(person: Person, verb: str, summary: str, address: str, *, who: bool = True) -> Entry:
    held = capacities(person, timezone.localdate())
    own = authorities_of(person)
    return Entry(
        who=person.pk if who else None,
        role=held[0].role if len(held) == 1 else "",
        for_whom=_only(own),
        owner=_only(own),
        shared=False,
        verb=verb,
        subject=f"person/{person.username}",
        summary=summary,
        after={"address": address},
    )


def _only(authorities: frozenset[str]) -> str:
    """Whose record it is: the council's, if there is just one."""
    return next(iter(authorities)) if len(authorities) == 1 else ""
