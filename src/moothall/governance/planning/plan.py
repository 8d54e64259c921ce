"""What the planner answers: shapes only; `planner` works them out."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """One step of a plan.

    `on` is the earliest day, None where it cannot be known; then `not_before` is the day before
    which it cannot be.  `latest` is the last day that still keeps the end, `slack_days` the
    calendar days between (negative where a planned day comes too soon).  `because` says what fixes
    `on`, `rule` and `evidence` on what that rests, `waited` how many days the step waits for its
    place (the next meeting) once it could go.  `is_fixed` is a step that was taken, `is_planned`
    one on the day that somebody planned; `too_soon_by` then says by how many days what it waits for
    comes after it.  `waits_for_what_was_done`: what fixes it is a step that was taken.
    """

    id: str
    step: str
    authority: str
    kind: str
    name: str
    on: date | None
    not_before: date
    latest: date | None
    slack_days: int | None
    is_fixed: bool
    is_planned: bool
    because: str
    rule: str = ""
    evidence: str = ""
    assumed: str = ""
    waited: int = 0
    too_soon_by: int = 0
    waits_for_what_was_done: bool = False
    ask: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilPlan:
    """One council's part: the day it decides, the day that takes effect, the questions left."""

    authority: str
    name: str
    steps: tuple[PlannedStep, ...]
    decides_on: date | None
    effective_on: date | None
    not_before: date
    ask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link of what binds: a step, its day, and in words why it is not earlier."""

    step: str
    authority: str
    name: str
    on: date
    words: str
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeOff:
    """Days on which the councils could decide: nothing else is both earlier live and closer.

    `live_on` is None where a day of effect is unknown; `not_before` is then its floor.
    """

    decisions: tuple[tuple[str, date], ...]
    spread_days: int
    live_on: date | None
    not_before: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBought:
    """A single change that would bring the end forward, and by how many days."""

    authority: str
    step: str
    what: str
    on: date
    days: int
    starts_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """What follows if one council's decision goes another way.  `later_days` is None if unknown."""

    authority: str
    what: str
    words: str
    decides_on: date | None
    effective_on: date | None
    starts_on: date | None
    later_days: int | None
    ask: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The last day for a step that still keeps a wanted start; `missed` where that is past.

    `too_late_by` is by how many days the earliest day of the step overshoots it, 0 where it fits.
    """

    step: str
    authority: str
    kind: str
    name: str
    by: date | None
    earliest: date
    too_late_by: int
    at_best: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackPlan:
    """Last days counted back from a wanted start.

    `can_be_kept` is None where a rule that is unknown stands in between: then the last days are
    those that the least it can be would leave, and each says `at_best`.
    """

    wanted_on: date
    can_be_kept: bool | None
    deadlines: tuple[Deadline, ...]
    earliest_start: date | None
    ask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The joint route of one proposal: the earliest that breaks no rule held, or one as planned.

    `is_proven` says that no earlier route exists: all that a step waits for is monotone, so the
    forward pass is exact and `starts_on` its own bound.  `spread_days` is the last less the first
    day of decision.  `trade_offs` begin with the earliest route and end with the closest one.
    """

    proposal: str
    name: str
    as_at: date
    councils: tuple[CouncilPlan, ...]
    together: tuple[PlannedStep, ...]
    live_on: date | None
    live_not_before: date
    starts_on: date | None
    not_before: date
    spread_days: int | None
    binds: tuple[Link, ...]
    trade_offs: tuple[TradeOff, ...]
    buys_time: tuple[TimeBought, ...]
    branches: tuple[Branch, ...]
    ask: tuple[str, ...]
    too_old: tuple[str, ...] = ()
    is_proven: bool = True

    @property
    def steps(self) -> tuple[PlannedStep, ...]:
        """Every step, council by council, then those of all together."""
        return tuple(step for council in self.councils for step in council.steps) + self.together

    @property
    def too_soon(self) -> tuple[PlannedStep, ...]:
        """The steps planned for a day that comes before what they have to wait for."""
        return tuple(step for step in self.steps if step.too_soon_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """One proposal's plans: as it stands, planned days kept; the earliest; back from a wanted day.

    `contradiction` names steps that wait for one another; then there is no plan at all.
    """

    proposal: str
    name: str
    standing: Plan | None = None
    earliest: Plan | None = None
    back: BackPlan | None = None
    contradiction: str = ""
