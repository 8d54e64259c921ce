"""What a plan shows to be wrong or unknown, as findings on the proposal."""

from collections.abc import Iterator

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_by, finding_on
from moothall.facts.programme import Programme
from moothall.governance.planning.plan import Plans
from moothall.law.law import Law


def findings(programme: Programme, law: Law, plans: tuple[Plans, ...]) -> list[Finding]:
    """Everything that the plans show."""
    return run(
        (
            steps_do_not_wait_for_each_other,
            a_body_that_must_meet_has_a_calendar,
            a_planned_day_leaves_room_for_what_comes_before,
            the_wanted_start_can_be_kept,
        ),
        programme,
        law,
        plans,
    )


def steps_do_not_wait_for_each_other(
    programme: Programme, law: Law, plans: tuple[Plans, ...]
) -> Iterator[Finding]:
    """A ring of steps has no first one."""
    for each in plans:
        if each.contradiction:
            yield finding_by(
                programme,
                law.rule("SYNC-BARRIER"),
                "proposals",
                programme.proposal(each.proposal),
                f"{each.name} cannot be planned: {each.contradiction}.",
                "Take out one of the steps that another comes after.",
            )


def a_body_that_must_meet_has_a_calendar(
    programme: Programme, law: Law, plans: tuple[Plans, ...]
) -> Iterator[Finding]:
    """A meeting that still has to be held needs a day that the council has given."""
    for each in plans:
        if each.earliest is None:
            continue
        for step in each.earliest.steps:
            # Where no step decides at all, the route already asks which body does.
            if step.step and step.ask and step.kind in ("decision", "scrutiny", "schools forum"):
                yield finding_by(
                    programme,
                    law.rule("SYNC-BARRIER"),
                    "proposals",
                    programme.proposal(each.proposal),
                    f"{each.name}: “{step.name}” cannot be dated.",
                    step.ask,
                    severity=Severity.QUESTION,
                    authority=step.authority,
                )


def a_planned_day_leaves_room_for_what_comes_before(
    programme: Programme, law: Law, plans: tuple[Plans, ...]
) -> Iterator[Finding]:
    """A meeting is planned for a day that its notice, papers or hearings can still reach."""
    for each in plans:
        if each.standing is None:
            continue
        for step in each.standing.too_soon:
            if step.waits_for_what_was_done:
                continue  # the checks hold what was published against the meeting
            on = step.on or step.not_before
            message = (
                f"“{step.name}” is planned for {in_words(on)}, {_days(step.too_soon_by)} too "
                f"soon: {step.because.removeprefix('planned too soon: ')}."
            )
            cure = "Move it to a later meeting, do what it waits for sooner, or use urgency."
            figures = {
                "authority": step.authority,
                "margin_days": -step.too_soon_by,
                "actual": in_words(on),
                "assumed": step.assumed,
            }
            proposal = programme.proposal(each.proposal)
            # What is still to be done can be done another way, so a plan only warns.
            if step.rule:
                yield finding_by(
                    programme,
                    law.rule(step.rule),
                    "proposals",
                    proposal,
                    message,
                    cure,
                    severity=Severity.WARNING,
                    **figures,
                )
            else:
                yield finding_on(
                    programme, "proposals", proposal, Severity.WARNING, message, cure, **figures
                )


def the_wanted_start_can_be_kept(
    programme: Programme, law: Law, plans: tuple[Plans, ...]
) -> Iterator[Finding]:
    """A start that somebody wants can still be reached by every council's rules."""
    for each in plans:
        if each.back is None or each.back.can_be_kept is not False or each.earliest is None:
            continue
        if each.earliest.as_at > each.back.wanted_on:
            continue  # a start that is past is history, and not to be planned for
        earliest = each.earliest.starts_on
        by_then = in_words(earliest or each.earliest.not_before)
        late = ((earliest or each.earliest.not_before) - each.back.wanted_on).days
        worst = max(each.back.deadlines, key=lambda deadline: deadline.too_late_by, default=None)
        because = f"; “{worst.name}” comes {_days(worst.too_late_by)} too late" if worst else ""
        yield finding_by(
            programme,
            law.rule("SYNC-BARRIER"),
            "proposals",
            programme.proposal(each.proposal),
            f"{each.name} is wanted from {in_words(each.back.wanted_on)} and cannot start before "
            f"{by_then}{because}.",
            "Start later, add a meeting, or agree an urgency procedure in each council.",
            margin_days=-late,
            required=in_words(each.back.wanted_on),
            actual=by_then,
        )


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
