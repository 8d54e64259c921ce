"""The joint route: one proposal, each council's own clock, side by side.

The shapes of a route, and the sentence that says what binds it; `timetable` works them out.
"""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.law.clear_days import Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteStep:
    """One step of one council's route.

    `on` is the day planned or taken; `latest` the last day that still keeps `decides_on`;
    `days_left` counts calendar days from `as_at` to `latest`.  `rule` is the law's or the
    council's, with its `reference` and how well it is `evidenced`.
    """

    kind: str
    name: str
    on: date | None = None
    span: tuple[date, date] | None = None
    written: str = ""
    latest: date | None = None
    days_left: int | None = None
    taken: bool = False
    rule: str = ""
    reference: str = ""
    evidence: str = ""
    note: str = ""
    assumed: str = ""
    source: str = ""
    skipped: tuple[Skipped, ...] = ()

    @property
    def sorts_on(self) -> date:
        """Where the step stands in time; a step without any day goes last."""
        if self.on is not None:
            return self.on
        if self.span is not None:
            return self.span[0]
        return self.latest or date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityRoute:
    """One council's own route to its decision taking effect.

    `effective_on` is None while it cannot be known; `not_before` is the day before which it cannot
    be, where even that can be said; `ask` holds the questions that would settle it; `supposed`
    what was supposed to answer a "what if".
    """

    authority: str
    name: str
    model: str
    body: str
    decides_on: date | None
    steps: tuple[RouteStep, ...]
    effective_on: date | None
    not_before: date | None
    ask: tuple[str, ...] = ()
    supposed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JointRoute:
    """The routes of every council that must decide one proposal, and what binds them together.

    The shared decision is live only when every council's is (R2, SYNC-BARRIER).
    """

    proposal: str
    name: str
    authorities: tuple[AuthorityRoute, ...]
    live_on: date | None
    not_before: date | None
    binds: str
    decisions_apart: int | None


def what_binds(lanes: tuple[AuthorityRoute, ...]) -> str:
    """In words: which council fixes the day on which the shared decision is live, and why."""
    undated = [lane for lane in lanes if lane.decides_on is None]
    if undated:
        names = " and ".join(lane.name for lane in undated)
        verb = "decides" if len(undated) == 1 else "decide"
        return f"Nothing can be dated: the day on which {names} {verb} is not known."
    unknown = [lane for lane in lanes if lane.effective_on is None]
    known = [lane for lane in lanes if lane.effective_on is not None]
    if unknown:
        names = " and ".join(lane.name for lane in unknown)
        floor = max(lane.not_before or lane.decides_on or date.min for lane in lanes)
        return (
            f"{names} binds: the day on which its decision takes effect is unknown until the "
            f"question is answered. The shared decision cannot be live before {in_words(floor)}."
        )
    last = max(known, key=lambda lane: lane.effective_on or date.min)
    decides, effective = last.decides_on or date.min, last.effective_on or date.min
    return (
        f"{last.name} binds: {last.body or 'it'} decides on {in_words(decides)} and the decision "
        f"takes effect on {in_words(effective)}; only then is it live in every council."
    )
