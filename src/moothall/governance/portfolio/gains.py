"""What more room would gain: one more item at each meeting, an extra meeting, a lead who can more.

Each is tried with the simple answer, and held against the simple answer without it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from moothall.basics.dates import in_words
from moothall.facts.programme import Programme
from moothall.governance.planning.network import as_day
from moothall.governance.portfolio.answer import Gain
from moothall.governance.portfolio.greedy import Progress, reordered, total
from moothall.governance.portfolio.items import Item, items_of
from moothall.governance.portfolio.limits import limits_of
from moothall.governance.portfolio.load import Load
from moothall.law.calendar import WorkingDays
from moothall.law.law import Law

TRIES = 200
"""Orders tried for each change: enough to see what it is worth, few enough to try several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    what: str
    limit: str
    programme: Programme
    moves_meetings: bool = False


def gains_of(
    programme: Programme,
    law: Law,
    as_at: date,
    items: Sequence[Item],
    load: Load,
    progress: Progress,
) -> tuple[Gain, ...]:
    """What one more of whatever is full would gain, the most first; nothing that gains nothing."""
    before = reordered(items, load.limits, TRIES)
    gains = []
    for change in _changes(programme, load):
        progress(f"trying: {change.what}")
        limits = limits_of(change.programme)
        others = items
        if change.moves_meetings:
            tried = items_of(change.programme, law, as_at, limits)
            others = [item for item in tried if not item.is_decided and not item.cannot]
        after = reordered(others, limits, TRIES)
        more = len(after) - len(before)
        # Of those that are placed either way, so that one placed in addition is no loss of days.
        both = {key: places for key, places in before.items() if key in after}
        days = total(items, both) - total(others, {key: after[key] for key in both})
        if more > 0 or (more == 0 and days > 0):
            gains.append(Gain(what=change.what, limit=change.limit, days=days, more_placed=more))
    return tuple(sorted(gains, key=lambda gain: (-gain.more_placed, -gain.days, gain.what)))


def _changes(programme: Programme, load: Load) -> Iterator[_Change]:
    for place, body in enumerate(programme.bodies):
        full = sorted(day for key, day in load.taken if key == body.id and load.is_full((key, day)))
        if not full or body.items_at_most is None:
            continue
        larger = replace(body, items_at_most=body.items_at_most + 1)
        bodies = (*programme.bodies[:place], larger, *programme.bodies[place + 1 :])
        yield _Change(
            what=f"{body.name} takes {larger.items_at_most} items at each meeting instead of "
            f"{body.items_at_most}",
            limit=body.id,
            programme=replace(programme, bodies=bodies),
        )
        yield from _extra_meeting(programme, load, body.id, full[0])
    for place, stream in enumerate(programme.workstreams):
        if stream.at_once is None or not load.spans.get(stream.id):
            continue
        freer = replace(stream, at_once=stream.at_once + 1)
        streams = (*programme.workstreams[:place], freer, *programme.workstreams[place + 1 :])
        yield _Change(
            what=f"the lead of {stream.name} carries {freer.at_once} at a time instead of "
            f"{stream.at_once}",
            limit=stream.id,
            programme=replace(programme, workstreams=streams),
        )


def _extra_meeting(programme: Programme, load: Load, body_id: str, full: int) -> Iterator[_Change]:
    """One more meeting, halfway between the first that is full and the one after it."""
    body = programme.body(body_id)
    held = [m for m in programme.meetings if m.body == body_id]
    later = [day for key, day in load.limits.meetings if key == body_id and day > full]
    closed = programme.authority(body.authority).extra_non_days if body.authority else ()
    halfway = as_day((full + min(later, default=full + 28)) // 2)
    day = WorkingDays(frozenset(closed)).add(halfway - timedelta(days=1), 1)
    if (body_id, day.toordinal()) in load.limits.meetings:
        return
    like = next(m for m in held if m.held_on.toordinal() == full)
    extra = replace(like, id=f"{like.id} and an extra one", held_on=day, kind="extra")
    yield _Change(
        what=f"an extra meeting of {body.name} on {in_words(day)}",
        limit=body_id,
        programme=replace(programme, meetings=(*programme.meetings, extra)),
        moves_meetings=True,
    )
