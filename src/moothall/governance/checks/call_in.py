"""Nothing is done before the decision is effective: call-in, standstill, and their waivers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from moothall.basics.dates import WrittenDate, in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.bodies import BodyKind
from moothall.facts.decisions import StepKind
from moothall.facts.fact import Fact
from moothall.governance.checks.acts import Act
from moothall.governance.checks.answers import broken, said
from moothall.governance.checks.plan import CouncilPlan, Plan
from moothall.governance.effect import Effect, effect_of
from moothall.governance.scrutiny.call_in import call_in_of


def nothing_is_implemented_before_it_is_effective(plan: Plan) -> Iterator[Finding]:
    """A council neither signs nor starts before its own decision can no longer be called in."""
    for council in plan.councils:
        act, effect = council.last_act, council.effect()
        if act is None or effect is None:
            continue
        floor = effect.on or effect.not_before
        if floor is None:
            continue
        for kind, fact, what, span in implemented(council):
            yield from _too_early(council, act, effect, floor, kind, fact, what, span)


def implemented(council: CouncilPlan) -> Iterator[tuple[str, Fact, str, WrittenDate]]:
    """What carries a decision out, with its day or period: signing, and the start of the service.

    An agreement's start stands in only where no step says when the service goes live.
    """
    steps = list(council.steps_of(StepKind.SIGNING, StepKind.GO_LIVE))
    for step in steps:
        span = council.span_of(step)
        if span is not None:
            yield "steps", step, step.name, span
    for agreement in council.programme.agreements:
        if agreement.proposal != council.proposal.id:
            continue
        if council.authority.code not in agreement.parties:
            continue
        if agreement.signed_on is not None and not any(s.kind is StepKind.SIGNING for s in steps):
            yield "agreements", agreement, f"the signing of {agreement.name}", agreement.signed_on
        if agreement.starts is not None and not any(s.kind is StepKind.GO_LIVE for s in steps):
            yield "agreements", agreement, f"the start of {agreement.name}", agreement.starts


def a_printed_day_of_effect_computes(plan: Plan) -> Iterator[Finding]:
    """A day of effect that a council prints is the one that its own rules give."""
    for council, act in plan.acts():
        computed = _computed(council, act)
        decision = act.decision
        if computed is None or decision is None or decision.effective_on in (None, computed):
            continue
        if decision.urgent and decision.effective_on and decision.effective_on < computed:
            continue  # urgency may waive the call-in, which has its own rule
        yield broken(
            council,
            _rule(council, act),
            "decisions",
            decision,
            f"Printed as effective from {_in_words(decision.effective_on)}; published on "
            f"{_in_words(decision.published_on)} it would be {in_words(computed)} by "
            f"{council.name}'s rule.",
            severity=Severity.WARNING,
            actual=_in_words(decision.effective_on),
            required=in_words(computed),
            cures=("Ask democratic services which is right.",),
        )


def a_printed_end_of_the_call_in_computes(plan: Plan) -> Iterator[Finding]:
    """A last day for a call-in that a council prints is the one that its own rules give."""
    for council in plan.councils:
        act = council.last_act
        decision = act.decision if act is not None else None
        if act is None or decision is None or decision.call_in_ends_on is None:
            continue
        told = call_in_of(council)
        printed, computed = decision.call_in_ends_on, told.ends_on
        if computed is None or not told.is_out or printed == computed:
            continue
        yield broken(
            council,
            _rule(council, act),
            "decisions",
            decision,
            f"The record prints {in_words(printed)} as the last day for a call-in; published on "
            f"{_in_words(told.published_on)} it would be {in_words(computed)} by {council.name}'s "
            "rule.",
            severity=Severity.WARNING,
            actual=in_words(printed),
            required=in_words(computed),
            cures=("Ask democratic services which is right.",),
        )


def a_call_in_is_waived_by_consent(plan: Plan) -> Iterator[Finding]:
    """An urgent decision that took effect before its call-in was over names whose consent."""
    for council, act in plan.acts():
        computed, decision = _computed(council, act), act.decision
        if computed is None or decision is None or decision.effective_on is None:
            continue
        if not decision.urgent or decision.effective_on >= computed:
            continue
        if any(notice.agreed_by for notice in council.notices):
            continue
        yield broken(
            council,
            "CALLIN-WAIVER",
            "decisions",
            decision,
            f"The decision of {in_words(decision.decided_on)} took effect on "
            f"{in_words(decision.effective_on)}, before {in_words(computed)}; whose consent waived "
            "the call-in is not recorded.",
            actual=in_words(decision.effective_on),
            required=in_words(computed),
            margin_days=(decision.effective_on - computed).days,
            cures=("Record the chair's consent, and report the waiver to the council.",),
        )


def _too_early(
    council: CouncilPlan,
    act: Act,
    effect: Effect,
    floor: date,
    kind: str,
    fact: Fact,
    what: str,
    span: WrittenDate,
) -> Iterator[Finding]:
    if span.earliest >= floor:
        return
    surely = span.latest < floor
    when = said(span)
    effective = in_words(floor) if effect.on else f"not before {in_words(floor)}"
    yield broken(
        council,
        _rule(council, act),
        kind,
        fact,
        f"{council.name}: {what} ({when}) {'falls' if surely else 'may fall'} before the council's "
        f"decision takes effect ({effective}).",
        severity=Severity.WARNING if surely else Severity.NOTE,
        actual=when,
        required=f"{in_words(floor)} or later",
        margin_days=(span.latest - floor).days if surely else None,
        assumed=fact.assumed or act.assumed,
        cures=(
            f"Move it to {in_words(floor)} or later.",
            "Ask for the call-in to be waived under the constitution's urgency rule.",
        ),
    )


def _computed(council: CouncilPlan, act: Act) -> date | None:
    """The day of effect by the council's own rules, None where they are not all known."""
    decision = act.decision
    if decision is None or decision.published_on is None or decision.effective_on is None:
        return None
    return effect_of(
        council.authority,
        council.model_on(decision.decided_on),
        decision.decided_on,
        replace(decision, effective_on=None),
        council.as_at,
        council.working,
        by_full_council=_by_full_council(act),
    ).on


def _rule(council: CouncilPlan, act: Act) -> str:
    if act.on is not None and council.model_on(act.on) == "committee":
        return "COMMITTEE-STANDSTILL"
    return "CALLIN-WINDOW"


def _by_full_council(act: Act) -> bool:
    return act.body is not None and act.body.kind is BodyKind.COUNCIL


def _in_words(day: date | None) -> str:
    return in_words(day) if day else "no day"
