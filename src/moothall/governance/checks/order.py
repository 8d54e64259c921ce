"""Who may decide, at a meeting that stands, in what order, and when a proposal is live."""

from collections.abc import Iterator
from datetime import timedelta

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.bodies import BodyKind, Power
from moothall.facts.decisions import MeetingStatus, Step
from moothall.governance.checks.answers import broken, on_act, ours, said
from moothall.governance.checks.cures import move_to
from moothall.governance.checks.plan import CouncilPlan, Plan

SECTION_101 = "Local Government Act 1972 s101; checklist A03"
_WAYS_OUT_OF_RECESS = ("extraordinary", "special", "urgent")


def a_decision_is_taken_by_a_body_that_decides(plan: Plan) -> Iterator[Finding]:
    """What an advisory or scrutinising body is said to have decided, nobody has decided (R1)."""
    for council, act in plan.acts():
        if act.decision is None or act.body is None or act.body.power is Power.DECIDES:
            continue
        if act.step is not None and act.step.approves:
            continue  # the step that planned it says so already
        yield ours(
            council,
            "R1",
            "decisions",
            act.decision,
            Severity.BREACH,
            f"A decision of {in_words(act.decision.decided_on)} is recorded for {act.body.name}, "
            f"which {act.body.power.value}: it cannot decide.",
            cures=(
                (
                    f"Take the decision to a body of {council.name} that decides, or correct the "
                    "record."
                ),
            ),
            reference=SECTION_101,
        )


def a_council_decides_by_its_own_body(plan: Plan) -> Iterator[Finding]:
    """One council's body decides for another only by a delegation or in a joint committee."""
    for council, act in plan.acts():
        body = act.body
        if body is None or not act.approves or body.authority in (None, council.authority.code):
            continue
        if any(
            agreement.proposal == council.proposal.id
            and agreement.power.value in ("delegation to another authority", "joint committee")
            for agreement in council.programme.agreements
        ):
            continue
        owner = council.programme.authority(body.authority or "").short_name
        yield ours(
            council,
            "R1",
            act.kind,
            act.fact,
            Severity.WARNING,
            f"{body.name} of {owner} is to decide for {council.name}; no delegation to it is held.",
            cures=(f"Take it to a body of {council.name} that decides, or record the delegation.",),
            reference=SECTION_101,
            **on_act(act),
        )


def a_step_has_a_meeting_that_stands(plan: Plan) -> Iterator[Finding]:
    """A cancelled meeting carries no step, and a provisional one not for certain."""
    for council in plan.councils:
        for step in council.steps:
            meeting = council.meeting_of(step)
            if meeting is None or step.taken_on is not None:
                continue
            body = council.bodies.get(meeting.body)
            name = body.name if body else "the body"
            if meeting.status is MeetingStatus.CANCELLED:
                yield ours(
                    council,
                    "E04",
                    "steps",
                    step,
                    Severity.WARNING,
                    f"{council.name}: {step.name} rests on the meeting of {name} on "
                    f"{in_words(meeting.held_on)}, which is cancelled.",
                    cures=(move_to(council, body, max(meeting.held_on, council.as_at)),),
                )
            elif meeting.status is MeetingStatus.PROVISIONAL and meeting.held_on > council.as_at:
                yield ours(
                    council,
                    "E04",
                    "steps",
                    step,
                    Severity.NOTE,
                    f"{council.name}: {step.name} rests on the meeting of {name} on "
                    f"{in_words(meeting.held_on)}, which is only provisional.",
                    cures=("Have the meeting confirmed before notices name its day.",),
                )


def a_step_sits_at_its_own_bodys_meeting(plan: Plan) -> Iterator[Finding]:
    """A step of one body at another's meeting: one of the two is a slip."""
    for council in plan.councils:
        for step in council.steps:
            meeting, body = council.meeting_of(step), council.body_of(step)
            if meeting is None or body is None or meeting.body == body.id:
                continue
            other = council.bodies.get(meeting.body)
            yield ours(
                council,
                "E04",
                "steps",
                step,
                Severity.WARNING,
                f"{council.name}: {step.name} is for {body.name} and names a meeting of "
                f"{other.name if other else meeting.body} on {in_words(meeting.held_on)}.",
                cures=(move_to(council, body, meeting.held_on),),
            )


def meetings_keep_out_of_recess(plan: Plan) -> Iterator[Finding]:
    """A council holds no ordinary meeting in its recess."""
    for council in plan.councils:
        for step in council.steps:
            meeting = council.meeting_of(step)
            if meeting is None or meeting.kind in _WAYS_OUT_OF_RECESS:
                continue
            recess = next(
                (r for r in council.authority.recesses if r.first <= meeting.held_on <= r.last),
                None,
            )
            if recess is None or meeting.status is MeetingStatus.CANCELLED:
                continue
            until = recess.last + timedelta(days=1)
            yield broken(
                council,
                "RECESS",
                "steps",
                step,
                f"{council.name}: {step.name} is on {in_words(meeting.held_on)}, in the recess "
                f"({recess.name}, {in_words(recess.first)} to {in_words(recess.last)}).",
                assumed=recess.assumed or step.assumed or "",
                cures=(
                    move_to(council, council.bodies.get(meeting.body), until),
                    "Have an extraordinary meeting called.",
                ),
            )


def steps_follow_what_they_wait_for(plan: Plan) -> Iterator[Finding]:
    """A step that waits for another comes on its day or later, as far as both have one."""
    steps = {step.id: step for step in plan.programme.steps}
    for council in plan.councils:
        for step in council.steps:
            for earlier in (steps[each] for each in step.after if each in steps):
                yield from _order(council, earlier, step)


def a_decision_recommended_is_resolved_later(plan: Plan) -> Iterator[Finding]:
    """Where an executive recommends and the full council resolves, the council comes last."""
    for council in plan.councils:
        dated = [act for act in council.approvals if act.on is not None and act.body is not None]
        resolving = [act for act in dated if act.body and act.body.kind is BodyKind.COUNCIL]
        recommending = [act for act in dated if act.body and act.body.kind is BodyKind.EXECUTIVE]
        if not resolving or not recommending:
            continue
        first, last = resolving[0], recommending[-1]
        if first.on is None or last.on is None or last.on <= first.on:
            continue
        yield broken(
            council,
            "BPF-COUNCIL",
            first.kind,
            first.fact,
            f"{council.name}: the full council resolves on {in_words(first.on)}, before the "
            f"executive recommends on {in_words(last.on)}.",
            severity=Severity.WARNING,
            actual=in_words(first.on),
            required=f"{in_words(last.on)} or later",
            margin_days=(first.on - last.on).days,
            cures=(move_to(council, first.body, last.on),),
            **on_act(first),
        )


def a_route_knows_its_governance_model(plan: Plan) -> Iterator[Finding]:
    """Which law speaks to a decision follows from the council's model on that day."""
    for council in plan.councils:
        act = council.last_act
        if act is None or act.on is None:
            continue
        if council.model_on(act.on) is None:
            yield broken(
                council,
                "GOVERNANCE-MODEL-DATED",
                act.kind,
                act.fact,
                f"Whether {council.name} had an executive or decided by committees on "
                f"{in_words(act.on)} is not held, so its notices could not be tested.",
                severity=Severity.QUESTION,
                cures=(f"Ask {council.name}'s monitoring officer, with the day it began.",),
            )
        for period in council.authority.governance:
            if council.as_at < period.since <= act.on:
                yield broken(
                    council,
                    "GOVERNANCE-MODEL-DATED",
                    act.kind,
                    act.fact,
                    f"{council.name} moves to the {period.model.value} model on "
                    f"{in_words(period.since)}, before it decides on {in_words(act.on)}.",
                    severity=Severity.NOTE,
                    cures=("Work the route again with the bodies of the new model.",),
                )


def _order(council: CouncilPlan, earlier: Step, later: Step) -> Iterator[Finding]:
    before, after = council.span_of(earlier), council.span_of(later)
    if before is None or after is None or after.earliest >= before.latest:
        return
    surely = after.latest < before.earliest
    first = said(before)
    second = said(after)
    yield ours(
        council,
        "R10",
        "steps",
        later,
        Severity.WARNING if surely else Severity.NOTE,
        f"{council.name}: {later.name} ({second}) {'comes' if surely else 'may come'} before "
        f"{earlier.name} ({first}), for which it waits.",
        actual=second,
        required=f"not before {first}",
        margin_days=(after.latest - before.earliest).days if surely else None,
        cures=(f"Move {later.name}, or bring {earlier.name} forward.",),
    )
