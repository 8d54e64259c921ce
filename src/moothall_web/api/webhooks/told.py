"""What is told, to each council what it may see, and nothing that is exempt from publication."""

import json
from collections.abc import Iterator

from moothall.files.calendars.entries import without_exempt
from moothall_web.api.civic import decision_as_motion
from moothall_web.api.models import Webhook
from moothall_web.api.problems import ROOT
from moothall_web.api.webhooks.occasions import DECISIONS, SNAPSHOTS
from moothall_web.cases.models import Snapshot, SnapshotState
from moothall_web.facts.frozen import seen
from moothall_web.facts.models import Programme
from moothall_web.facts.subjects import subject
from moothall_web.people.queries import Sight

Told = tuple[Webhook, str, str, str]
"""A webhook, a name for what it is told, its kind and the body."""


def of_decision(code: str, key: str) -> Iterator[Told]:
    """A decision to every webhook whose council sees it."""
    row = Programme.objects.filter(code=code).first()
    held = subject(row, "decisions", key) if row else None
    if row is None or held is None:
        return
    for webhook in _listening(row, DECISIONS):
        programme = seen(row, Sight(True, frozenset({webhook.authority}), frozenset()))
        known = without_exempt(programme).decisions if programme else ()
        decision = next((each for each in known if each.id == key), None)
        if decision is not None:
            about = f"{code}/decisions/{key}/{held.version}"
            yield (
                webhook,
                about,
                "decision.recorded",
                _body(
                    "decision.recorded",
                    about,
                    webhook,
                    code,
                    f"{ROOT}programmes/{code}/facts/decisions/{key}",
                    decision_as_motion(decision),
                ),
            )


def of_snapshot(number: int) -> Iterator[Told]:
    """A snapshot that is published, to all its programme's councils; withdrawn, to its own."""
    snapshot = Snapshot.objects.filter(pk=number).select_related("programme").first()
    if snapshot is None:
        return
    row = snapshot.programme
    kind = f"snapshot.{snapshot.state}"
    for webhook in _listening(row, SNAPSHOTS):
        published = snapshot.state == SnapshotState.PUBLISHED
        own = webhook.authority == snapshot.authority
        if not (published or (own and snapshot.state == SnapshotState.WITHDRAWN)):
            continue
        place = f"{snapshot.proposal}/snapshots/{snapshot.authority}/{snapshot.number}"
        about = f"{row.code}/{place}/{snapshot.state}"
        address = f"{ROOT}programmes/{row.code}/proposals/{place}"
        said = {
            "proposal": snapshot.proposal,
            "council": snapshot.authority,
            "number": snapshot.number,
            "as_at": snapshot.as_at.isoformat(),
            "state": snapshot.state,
        }
        yield webhook, about, kind, _body(kind, about, webhook, row.code, address, said)


def _listening(row: Programme, kind: str) -> list[Webhook]:
    found = Webhook.objects.filter(authority__in=row.about["authorities"], closed_at=None)
    return [each for each in found if kind in each.kinds]


def _body(
    kind: str, about: str, webhook: Webhook, code: str, address: str, said: dict[str, object]
) -> str:
    return json.dumps(
        {
            "type": kind,
            "about": about,
            "for": webhook.authority,
            "programme": code,
            "address": address,
            "data": said,
        },
        ensure_ascii=False,
    )
