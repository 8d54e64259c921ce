"""Many proposals at once: who takes which meeting, so that all are live as soon as possible.

    limits → items → the simple answer → the bound → the search → what is full, what more would gain

One proposal alone needs no search: the forward pass is exact.  Many that share agendas and officers
do, and then the answer says whether it is proven and how far from the bound it can be.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from moothall.facts.decisions import StepKind
from moothall.facts.programme import Programme
from moothall.governance.planning.network import as_day
from moothall.governance.portfolio.answer import (
    BodyLoad,
    LeadLoad,
    NotPlaced,
    Placed,
    Portfolio,
    Taken,
)
from moothall.governance.portfolio.gains import gains_of
from moothall.governance.portfolio.greedy import Progress, silently, total
from moothall.governance.portfolio.items import Item, items_of
from moothall.governance.portfolio.limits import limits_of
from moothall.governance.portfolio.load import Load, load_of
from moothall.governance.portfolio.solution import solution_of
from moothall.law.law import Law

SECONDS = 20.0
"""For how long the search may go on unless somebody says otherwise."""


def portfolio_of(
    programme: Programme,
    law: Law,
    as_at: date,
    *,
    seconds: float = SECONDS,
    may_search: bool = True,
    with_gains: bool = True,
    progress: Progress = silently,
) -> Portfolio:
    """Meetings for every proposal that is still to be decided, from `as_at` on.

    The search stops after `seconds` at the latest.  Without the extra that it needs, or with
    `may_search` off, the simple answer is given; it says itself that it is not proven.
    """
    limits = limits_of(programme)
    everything = items_of(programme, law, as_at, limits)
    items = [item for item in everything if not item.is_decided and not item.cannot]
    found = solution_of(items, limits, as_at.toordinal(), seconds, progress, may_search=may_search)
    placed = [item for item in items if item.proposal in found.places]
    load = load_of(limits, ((item, found.places[item.proposal]) for item in placed))
    start = as_at.toordinal() * len(placed)
    days, bound = total(items, found.places) - start, found.bound - start
    return Portfolio(
        as_at=as_at,
        placed=tuple(
            sorted(
                (_placed(programme, item, found.places[item.proposal]) for item in placed),
                key=lambda each: (each.not_before, each.proposal),
            )
        ),
        not_placed=tuple(
            NotPlaced(
                proposal=item.proposal,
                name=item.name,
                why=item.cannot or _why_not(programme, item, items, load),
                ask=item.ask,
            )
            for item in everything
            if not item.is_decided and item.proposal not in found.places
        ),
        decided=tuple(item.name for item in everything if item.is_decided),
        total_days=days,
        bound_days=bound,
        gap=(days - bound) / days if days > 0 else 0.0,
        is_proven=found.is_proven,
        is_known=all(item.is_known for item in placed),
        method=found.method,
        stopped_by=found.stopped_by,
        needs=found.needs,
        bodies=tuple(_bodies(programme, load, as_at)),
        leads=tuple(_leads(programme, load)),
        gains=gains_of(programme, law, as_at, items, load, progress) if with_gains else (),
        ask=tuple(dict.fromkeys(ask for item in placed for ask in item.ask)),
        work=found.work,
    )


def _placed(programme: Programme, item: Item, places: tuple[int, ...]) -> Placed:
    live = item.live_on(places)
    bodies = {step.id: programme.body(step.body) for step in programme.steps if step.body}
    taken = [
        Taken(
            authority=node.authority,
            step=node.step,
            kind=node.kind,
            name=node.name,
            body=bodies[node.step].id,
            body_name=bodies[node.step].name,
            on=as_day(day),
        )
        for node, day in item.meetings(places)
    ]
    span = item.carried(places)
    decided = [each.on for each in taken if each.kind == StepKind.DECISION.value]
    return Placed(
        proposal=item.proposal,
        name=item.name,
        meetings=tuple(sorted(taken, key=lambda each: (each.on, each.authority))),
        live_on=as_day(live) if item.is_known else None,
        not_before=as_day(live),
        alone_on=as_day(item.live),
        waits=live - item.live,
        spread_days=(max(decided) - min(decided)).days if decided else 0,
        carried=None if span is None else (as_day(span[0]), as_day(span[1])),
        ask=item.ask,
    )


def _why_not(programme: Programme, item: Item, items: Sequence[Item], load: Load) -> str:
    """What there is too little of for a proposal that could be placed alone."""
    for choice in item.choices:
        if not any(load.has_room((choice.body, day)) for day in choice.days):
            name = programme.body(choice.body).name
            if load.limits.items[choice.body] == 0:
                return f"{name} takes none of the programme's items"
            wanted = sum(any(c.body == choice.body for c in each.choices) for each in items)
            days = {
                d for each in items for c in each.choices if c.body == choice.body for d in c.days
            }
            places = sum(load.limits.places((choice.body, day)) or 0 for day in days)
            return (
                f"{name} has {_counted(places, 'place')} for {_counted(wanted, 'proposal')}, and "
                "none is left that it could take"
            )
    if item.workstream is not None:
        most = load.limits.at_once[item.workstream]
        stream = next(each.name for each in programme.workstreams if each.id == item.workstream)
        return (
            f"no free meetings keep its leads while the lead of {stream} carries at most "
            f"{most} at a time"
        )
    return "the meetings that are free do not keep its leads"


def _bodies(programme: Programme, load: Load, as_at: date) -> Iterator[BodyLoad]:
    for body in programme.bodies:
        if body.items_at_most is None:
            continue
        days = sorted(
            day
            for held, day in load.limits.meetings
            if held == body.id and day >= as_at.toordinal()
        )
        yield BodyLoad(
            body=body.id,
            name=body.name,
            authority=body.authority or "",
            takes=body.items_at_most,
            meetings=sum(load.limits.meetings[body.id, day] for day in days),
            places=sum(load.limits.places((body.id, day)) or 0 for day in days),
            taken=sum(load.taken[body.id, day] for day in days),
            full_on=tuple(as_day(d) for d in days if not load.has_room((body.id, d))),
        )


def _leads(programme: Programme, load: Load) -> Iterator[LeadLoad]:
    for stream in programme.workstreams:
        if stream.at_once is None:
            continue
        spans = load.spans.get(stream.id, [])
        most = max((sum(a <= day <= b for a, b in spans) for day, _ in spans), default=0)
        yield LeadLoad(workstream=stream.id, name=stream.name, at_once=stream.at_once, most=most)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
