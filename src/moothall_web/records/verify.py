"""Whether the record is whole: every number, digest and hash follows from the one before."""

from collections.abc import Callable
from dataclasses import dataclass

from moothall_web.records.actions import ERASED, digest_of, hash_of
from moothall_web.records.models import Event, Payload

_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a look along the chain has found.

    `length` counts the events; `head` is the hash of the last one, to be printed where nobody can
    change it afterwards; `erased` counts the payloads that were erased; `broken_at` is the number
    of the first event that does not follow, with `why`.
    """

    length: int
    head: str
    erased: int
    broken_at: int | None = None
    why: str = ""


def verify(tell: Callable[[int], None] = lambda _: None) -> Verdict:
    """Look along the whole chain.  `tell` is given the number of events seen, now and then.

    Memory stays flat: the chain is read in slices by number.
    """
    length, head, erased = 0, "", 0
    said_erased = _said_erased()
    while True:
        events = list(Event.objects.filter(number__gt=length).select_related("payload")[:_AT_ONCE])
        if not events:
            break
        for event in events:
            payload = getattr(event, "payload", None)
            why = _fault(event, payload, length + 1, head, said_erased)
            if why:
                return Verdict(length, head, erased, broken_at=length + 1, why=why)
            erased += payload is None
            length, head = event.number, event.hash
        tell(length)
    orphans = Payload.objects.exclude(event__number__lte=length).count()
    if orphans:
        return Verdict(length, head, erased, length + 1, "there are payloads of no event")
    return Verdict(length, head, erased)


def _said_erased() -> frozenset[str]:
    return frozenset(Event.objects.filter(verb=ERASED).values_list("subject", flat=True))


def _fault(
    event: Event, payload: Payload | None, number: int, previous: str, said_erased: frozenset[str]
) -> str:
    if event.number != number:
        return f"the event is missing; the next one there is {event.number}"
    if event.previous != previous:
        return "it does not carry on the hash of the event before it"
    if hash_of(event) != event.hash:
        return "its hash is not that of what it says"
    if payload is None:
        named = f"event/{event.number}"
        return (
            ""
            if named in said_erased
            else "its payload is gone and no event says that it was erased"
        )
    return (
        ""
        if digest_of(payload) == event.digest
        else "its payload is not the one it was recorded with"
    )
