"""Who reads what was recorded of a fact.

Its owner's people read all of it.  The others read what was open to everybody when it was recorded,
and only while they see the fact itself: with a withdrawal its whole past closes to them, and opens
again with the next sharing, but for what was said in between.  Of a fact that was removed they read
what they read on its last day.
"""

from moothall.facts.fact import PROGRAMME
from moothall_web.facts import models
from moothall_web.facts.sight_lines import sees_subject
from moothall_web.facts.subjects import FACT_VERBS, subject
from moothall_web.people.queries import Sight
from moothall_web.records.models import Event, Payload

Told = tuple[Event, Payload | None]
"""An event, and what it says; None where that has been erased."""


def events_of(programme: models.Programme, kind: str, key: str) -> list[Told]:
    """Everything that was recorded of a thing itself, oldest first."""
    events = Event.objects.filter(subject=f"{kind}/{key}", verb__in=FACT_VERBS)
    if kind != "authorities":  # whose rules are the same in every programme
        events = events.filter(programme=programme.code)
    events = events.select_related("who").order_by("number")
    said = {each.event_id: each for each in Payload.objects.filter(event__in=events)}
    return [(event, said.get(event.pk)) for event in events]


def readable(programme: models.Programme, sight: Sight, kind: str, key: str) -> list[Told]:
    """What somebody with this sight reads of what was recorded of a thing, oldest first."""
    told = events_of(programme, kind, key)
    owner = _owner(programme, told, kind, key)
    own = owner in sight.councils
    if not sight.inside or not told:
        return []
    if subject(programme, kind, key) is not None:
        is_seen = own or sees_subject(programme, sight, kind, key)
    else:
        last = told[-1][1]
        is_seen = own or (last is not None and _reads(sight, kind, last))
    if not is_seen:
        return []
    return [
        (event, payload)
        for event, payload in told
        if (_reads(sight, kind, payload) if payload else own or owner == PROGRAMME)
    ]


def _owner(programme: models.Programme, told: list[Told], kind: str, key: str) -> str:
    """Whose a thing is, or was when it was last heard of."""
    now = subject(programme, kind, key)
    if now is not None:
        return now.owner
    return next((payload.owner for _, payload in reversed(told) if payload), "")


def _reads(sight: Sight, kind: str, payload: Payload) -> bool:
    if payload.owner in sight.councils:
        return True
    if {(payload.owner, kind), (payload.owner, "*")} & sight.granted:
        return True
    if sight.auditor_only:
        return payload.owner == PROGRAMME and bool(sight.granted)
    return payload.shared or payload.owner == PROGRAMME
