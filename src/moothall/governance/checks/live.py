"""When a shared decision is live: all decided, no call-in left, conditions met, signed."""

from collections.abc import Iterator
from datetime import date

from moothall.basics.dates import WrittenDate, in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.agreements import Agreement
from moothall.facts.decisions import Step, StepKind
from moothall.governance.checks.answers import broken, said, told_when
from moothall.governance.checks.plan import CouncilPlan, Plan

RULE = "SYNC-BARRIER"


def a_service_starts_only_when_every_council_is_live(plan: Plan) -> Iterator[Finding]:
    """One council's decision binds no other; the service waits for the last of them (R2)."""
    for here, step, span in _starts(plan):
        for other in plan.of(here.proposal.id):
            if other.authority.code == here.authority.code:
                continue  # its own decision has its own rule
            act, effect = other.last_act, other.effect()
            if act is None:
                continue
            floor = (effect.on or effect.not_before) if effect else None
            if floor is None or span.earliest >= floor:
                continue
            surely = span.latest < floor
            when = said(span)
            yield broken(
                here,
                RULE,
                "steps",
                step,
                f"{step.name} in {here.name} ({when}) {'falls' if surely else 'may fall'} before "
                f"{other.name}'s decision takes effect "
                f"({'' if effect and effect.on else 'not before '}{in_words(floor)}).",
                severity=Severity.WARNING if surely else Severity.NOTE,
                actual=when,
                required=f"{in_words(floor)} or later",
                margin_days=(span.latest - floor).days if surely else None,
                assumed=step.assumed or act.assumed,
                cures=(f"Move the start to {in_words(floor)} or later.",),
            )


def a_service_that_started_was_decided(plan: Plan) -> Iterator[Finding]:
    """The start has passed and a council has no decision with a day: was it live at all?"""
    for proposal in plan.programme.proposals:
        passed = [
            (step, span) for _, step, span in plan.go_lives(proposal.id) if span.latest < plan.as_at
        ]
        if not passed:
            continue
        step, span = min(passed, key=lambda pair: pair[1].latest)
        for council in plan.of(proposal.id):
            if council.last_act is not None:
                continue  # a day that has passed without a record has its own question
            yield broken(
                council,
                RULE,
                "steps",
                step,
                f"{proposal.name} was to start by then ({said(span)}); no day of {council.name}'s "
                "decision is recorded, so whether it was live is not known.",
                severity=Severity.QUESTION,
                cures=(f"Ask {council.name} for the record of its decision.",),
            )


def a_service_starts_only_after_signing(plan: Plan) -> Iterator[Finding]:
    """The agreement says who pays, employs and answers; the service starts under it."""
    for agreement, councils in plan.agreements():
        if not councils:
            continue
        starts = _starts_of(plan, agreement)
        if starts is None:
            continue
        signed = agreement.signed_on or _signing(councils)
        where = councils[0]
        when = said(starts)
        if signed is None:
            if starts.latest < plan.as_at:
                yield broken(
                    where,
                    RULE,
                    "agreements",
                    agreement,
                    f"{agreement.name}: the service was to start in {when}; no day of signing is "
                    "recorded.",
                    severity=Severity.QUESTION,
                    cures=("Ask the legal officers of the parties for the signed agreement.",),
                )
            continue
        if signed.latest <= starts.earliest:
            continue
        surely = signed.earliest > starts.latest
        yield broken(
            where,
            RULE,
            "agreements",
            agreement,
            f"{agreement.name} is signed {told_when(signed)}, "
            f"{'after' if surely else 'perhaps after'} the service starts ({when}).",
            severity=Severity.WARNING if surely else Severity.NOTE,
            actual=f"signed {said(signed)}",
            required=f"signed by {when}",
            margin_days=(starts.latest - signed.earliest).days if surely else None,
            cures=("Sign before the start, or start later.",),
        )


def conditions_are_met_before_the_start(plan: Plan) -> Iterator[Finding]:
    """A decision subject to a condition is not live before that is met."""
    for condition in plan.programme.conditions:
        starts = [span for _, _, span in plan.go_lives(condition.proposal)]
        council = next(
            (c for c in plan.of(condition.proposal) if c.authority.code == condition.authority),
            None,
        )
        if council is None or not starts:
            continue
        start = min(starts, key=lambda span: span.latest)
        when = said(start)
        met = condition.met_on
        if met is None and start.latest < plan.as_at:
            told, margin = "no day on which it was met is recorded", None
        elif met is not None and met > start.latest:
            told, margin = f"it was met only on {in_words(met)}", (start.latest - met).days
        elif met is None and condition.expected and condition.expected.earliest > start.latest:
            told = f"it is expected only {said(condition.expected)}"
            margin = (start.latest - condition.expected.earliest).days
        else:
            continue
        yield broken(
            council,
            RULE,
            "conditions",
            condition,
            f"{council.name} decides subject to: {condition.text.rstrip('.')}. The service starts "
            f"{when}; {told}.",
            severity=Severity.QUESTION if margin is None else Severity.WARNING,
            actual=told,
            required=f"met by {when}",
            margin_days=margin,
            cures=("Record when it was met, or move the start until it is.",),
        )


def _starts(plan: Plan) -> Iterator[tuple[CouncilPlan, Step, WrittenDate]]:
    for proposal in plan.programme.proposals:
        yield from plan.go_lives(proposal.id)


def _starts_of(plan: Plan, agreement: Agreement) -> WrittenDate | None:
    """The first start of the service under an agreement: by its steps, else by its own terms."""
    spans = [
        span
        for council, _, span in plan.go_lives(agreement.proposal)
        if council.authority.code in agreement.parties
    ]
    return min(spans, default=agreement.starts)


def _signing(councils: tuple[CouncilPlan, ...]) -> WrittenDate | None:
    """The last signing that the parties' steps plan, None where there is none with a day."""
    spans = [
        span
        for council in councils
        for step in council.steps_of(StepKind.SIGNING)
        if (span := council.span_of(step)) is not None
    ]
    return max(spans, key=lambda span: span.latest, default=None)


def first_start(plan: Plan, proposal: str) -> date | None:
    """The last day on which the service can start at the earliest go-live, None without one."""
    return min((span.latest for _, _, span in plan.go_lives(proposal)), default=None)
