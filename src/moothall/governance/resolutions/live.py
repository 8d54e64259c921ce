"""When a matter is live: every party has passed it, no call-in is left, conditions are met (R2)."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.bodies import BodyKind
from moothall.facts.decisions import Condition, Decision
from moothall.facts.programme import Programme
from moothall.governance.checks.plan import CouncilPlan, Plan
from moothall.governance.effect import effect_of
from moothall.governance.resolutions.agreement import all_of
from moothall.governance.resolutions.matters import Asked, Matter, Twins
from moothall.governance.resolutions.passed import Passed, Standing, what_was_passed


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStanding:
    """Where a matter stands in one council.

    `effective_on` is the day from which its decision is in effect, conditions included, None while
    that cannot be said; `waits_for` what is still to come there, each as the end of a sentence
    ("Brae, which has not decided").
    """

    authority: str
    name: str
    passed: Passed
    effective_on: date | None
    in_effect: bool
    waits_for: tuple[str, ...]

    @property
    def standing(self) -> Standing:
        return self.passed.standing

    @property
    def words(self) -> str:
        """What this council has done, in a sentence."""
        decision = self.passed.decision
        if decision is None:
            return f"{self.name}: {self.standing}."
        done = f"{self.name}: {self.standing} on {in_words(decision.decided_on)}"
        if self.in_effect and self.effective_on:
            return f"{done}, in effect since {in_words(self.effective_on)}."
        if self.effective_on:
            return f"{done}, in effect from {in_words(self.effective_on)}."
        return f"{done}."


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterStanding:
    """Where a matter stands in all councils; `live_on` the day of it, None while it has none."""

    matter: Matter
    parties: tuple[PartyStanding, ...]
    is_live: bool
    live_on: date | None
    sentence: str

    @property
    def waits_for(self) -> tuple[str, ...]:
        return tuple(each for party in self.parties for each in party.waits_for)


def standings_of(programme: Programme, twins: Twins, plan: Plan) -> tuple[MatterStanding, ...]:
    """Where each linked matter of a proposal stands on the plan's day."""
    return tuple(standing_of(programme, matter, twins, plan) for matter in twins.matters)


def standing_of(programme: Programme, matter: Matter, twins: Twins, plan: Plan) -> MatterStanding:
    """Where one matter stands: live, or what it waits for in one sentence."""
    codes = list(twins.proposal.parties)
    for asked in matter.asked:
        codes += [code for code in asked.recommendation.subject_to if code not in codes]
    councils = {each.authority.code: each for each in plan.of(twins.proposal.id)}
    parties = tuple(
        _party(programme, matter, code, councils.get(code), plan.as_at) for code in codes
    )
    days = [each.effective_on for each in parties]
    live_on = None
    if matter.takes_effect and not any(day is None for day in days):
        live_on = max((day for day in days if day), default=None)
    is_live = matter.takes_effect and bool(parties) and all(each.in_effect for each in parties)
    return MatterStanding(
        matter=matter,
        parties=parties,
        is_live=is_live,
        live_on=live_on,
        sentence=_sentence(matter, parties, live_on, is_live=is_live),
    )


def alone_of(programme: Programme, asked: Asked, twins: Twins, plan: Plan) -> PartyStanding:
    """Where a recommendation that nobody has linked stands in its own council."""
    councils = {each.authority.code: each for each in plan.of(twins.proposal.id)}
    matter = Matter(matter="", asked=(asked,))
    return _party(programme, matter, asked.authority, councils.get(asked.authority), plan.as_at)


def _party(
    programme: Programme, matter: Matter, code: str, council: CouncilPlan | None, as_at: date
) -> PartyStanding:
    passed = what_was_passed(programme, matter, code)
    name = next((a.short_name for a in programme.authorities if a.code == code), code)
    decision = passed.decision
    if decision is not None and decision.decided_on > as_at:
        passed = Passed(standing=Standing.NOT_DECIDED)
    if passed.standing is not Standing.PASSED or decision is None:
        waits = () if passed.standing is Standing.NOTED else (_undecided(name, passed, council),)
        if not matter.takes_effect and passed.standing is Standing.NOT_ASKED:
            waits = ()
        return PartyStanding(
            authority=code, name=name, passed=passed, effective_on=None, in_effect=False,
            waits_for=waits,
        )  # fmt: skip
    if not matter.takes_effect:
        return PartyStanding(
            authority=code, name=name, passed=passed, effective_on=None, in_effect=True,
            waits_for=(),
        )  # fmt: skip
    effective, waiting = _effect(name, decision, council, as_at)
    waits_for = [waiting] if waiting else []
    for condition in programme.conditions:
        if (condition.proposal, condition.authority) != (decision.proposal, code):
            continue
        met = condition.met_on
        if met is None:
            effective = None
        elif effective is not None:
            effective = max(effective, met)
        if met is None or met > as_at:
            waits_for.append(_condition(name, condition))
    return PartyStanding(
        authority=code,
        name=name,
        passed=passed,
        effective_on=effective,
        in_effect=not waits_for and effective is not None and effective <= as_at,
        waits_for=tuple(waits_for),
    )


def _undecided(name: str, passed: Passed, council: CouncilPlan | None) -> str:
    decision = passed.decision
    if council is None:
        return f"{name}, whose agreement it is subject to and which is no party to the proposal"
    if passed.standing is Standing.NOT_ASKED:
        return f"{name}, whose latest paper does not ask for it"
    if passed.standing is Standing.NOT_DECIDED or decision is None:
        act = council.last_act
        if act is None or act.on is None or act.decision is not None or act.on < council.as_at:
            return f"{name}, which has not decided"
        where = f"{act.body.name}, " if act.body else ""
        return f"{name}, which has not decided (planned: {where}{in_words(act.on)})"
    on = in_words(decision.decided_on)
    said = {
        Standing.NOT_KNOWN: f"the outcome of {name}'s decision of {on}, which is not recorded",
        Standing.DEFERRED: f"{name}, which deferred it on {on}",
        Standing.REFERRED_BACK: f"{name}, which referred it back on {on}",
        Standing.REFUSED: f"{name}, which refused it on {on}",
        Standing.LEFT_OUT: f"{name}, whose resolutions of {on} do not include it",
    }
    return said.get(passed.standing, f"{name}, which has not decided")


def _effect(
    name: str, decision: Decision, council: CouncilPlan | None, as_at: date
) -> tuple[date | None, str]:
    """From when a decision is in effect as far as that is known, and what it waits for."""
    called = decision.called_in_on
    if called is not None and called <= as_at:
        released = decision.released_on
        if released is None or released > as_at:
            return released, (
                f"the call-in of {name}'s decision (called in on {in_words(called)}, not released)"
            )
        printed = decision.effective_on
        return (max(released, printed) if printed and printed > called else released), ""
    if council is None:
        return decision.effective_on, ""
    body = council.bodies.get(decision.body)
    effect = effect_of(
        council.authority,
        council.model_on(decision.decided_on),
        decision.decided_on,
        decision,
        as_at,
        council.working,
        by_full_council=body is not None and body.kind is BodyKind.COUNCIL,
    )
    if effect.on is None:
        ask = f" ({' '.join(effect.ask)})" if effect.ask else ""
        return None, f"the day of effect of {name}'s decision, which is not known{ask}"
    if effect.on > as_at:
        return effect.on, f"{name}'s decision to take effect on {in_words(effect.on)}"
    return effect.on, ""


def _condition(name: str, condition: Condition) -> str:
    if condition.met_on is not None:
        return f"{name}'s condition to be met on {in_words(condition.met_on)}: {condition.text}"
    return f"{name}'s condition, not met yet: {condition.text.rstrip('.')}"


def _sentence(
    matter: Matter, parties: tuple[PartyStanding, ...], live_on: date | None, *, is_live: bool
) -> str:
    names = [party.name for party in parties]
    everybody = "both councils have" if len(names) == 2 else f"{all_of(names)} have"
    if len(names) == 1:
        everybody = f"{names[0]} has"
    if not matter.takes_effect:
        noted = [
            party.name for party in parties if party.standing in (Standing.NOTED, Standing.PASSED)
        ]
        said = (
            f"{all_of(noted)} {'has' if len(noted) == 1 else 'have'} done so"
            if noted
            else ("no council is recorded to have done so")
        )
        return f"Nothing comes into force by it; {said}."
    if is_live and live_on:
        return (
            f"Live since {in_words(live_on)}: {everybody} passed it, no call-in is open and no "
            "condition is left."
        )
    waits = [each for party in parties for each in party.waits_for]
    before = f", and not before {in_words(live_on)}" if live_on else ""
    return f"Not live{before}: it waits for {'; and for '.join(waits)}."
