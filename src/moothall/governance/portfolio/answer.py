"""What a portfolio answers: shapes only; `portfolio` works them out."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A step that has been given a meeting."""

    authority: str
    step: str
    kind: str
    name: str
    body: str
    body_name: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A proposal with its meetings, in order.

    `live_on` is the day on which it becomes live in every council, None where a rule is unknown;
    `not_before` is then the least that it can be, and `ask` the questions.  `alone_on` is that day
    if no other proposal stood in its way, `waits` the days between.  `carried` is from the first
    final report to the last decision, where its workstream's lead is limited; `spread_days` the
    last less the first of the decisions that are to come.
    """

    proposal: str
    name: str
    meetings: tuple[Taken, ...]
    live_on: date | None
    not_before: date
    alone_on: date
    waits: int
    spread_days: int
    carried: tuple[date, date] | None = None
    ask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotPlaced:
    """A proposal that has no meetings, and why."""

    proposal: str
    name: str
    why: str
    ask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLoad:
    """A body whose meetings take only so many items: places given out, and the meetings full."""

    body: str
    name: str
    authority: str
    takes: int
    meetings: int
    places: int
    taken: int
    full_on: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadLoad:
    """A workstream whose lead carries only so many at a time, and the most that it comes to."""

    workstream: str
    name: str
    at_once: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """One change of a limit: by how many days in all proposals are live sooner, how many more fit.

    Both are held against the simple answer of the same facts, so they are found and not proven.
    """

    what: str
    limit: str
    days: int
    more_placed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """Which meetings each proposal takes, so that the days of becoming live come to the least.

    `total_days` is the sum, over the proposals placed, of the days from `as_at` until each is live
    in every council; `bound_days` is what no answer with so many placed can beat, `gap` the rest as
    a share of the sum (0 to 1).  `is_proven` says that nothing is better and that no more can be
    placed.  Where a rule is unknown the least that it can be is taken and `is_known` is False.
    `method` says how it was found, `stopped_by` what ended the search before it was through.
    """

    as_at: date
    placed: tuple[Placed, ...]
    not_placed: tuple[NotPlaced, ...]
    decided: tuple[str, ...]
    total_days: int
    bound_days: int
    gap: float
    is_proven: bool
    is_known: bool
    method: str
    stopped_by: str
    needs: str
    bodies: tuple[BodyLoad, ...]
    leads: tuple[LeadLoad, ...]
    gains: tuple[Gain, ...]
    ask: tuple[str, ...]
    work: int = 0
