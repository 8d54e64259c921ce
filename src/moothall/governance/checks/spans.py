"""Dates as written, tested as the spans of days that they can mean, and the weeks before a poll."""

from collections.abc import Iterator
from datetime import date, timedelta

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.decisions import StepKind
from moothall.facts.engagement import ExerciseKind
from moothall.governance.checks.answers import broken, need, on_act, ours, said
from moothall.governance.checks.plan import CouncilPlan, Plan
from moothall.law.elections import latest_notice_of_election

_PUBLICITY = {
    StepKind.LISTENING: ExerciseKind.LISTENING,
    StepKind.CONSULTATION: ExerciseKind.FORMAL_CONSULTATION,
}
_LONGEST = timedelta(days=100)
"""Longer than any notice of election: a poll further ahead restricts nothing yet."""
_LAUNCH = "Launch it before the notice of election or after the poll."


def a_meeting_falls_when_it_was_said_to(plan: Plan) -> Iterator[Finding]:
    """A paper says "June 2022"; the meeting that is planned is in June 2022 (R10)."""
    for council in plan.councils:
        for step in council.steps:
            day, written = council.day_of(step), step.expected
            if day is None or written is None or written.earliest <= day <= written.latest:
                continue
            late = day > written.latest
            yield ours(
                council,
                "R10",
                "steps",
                step,
                Severity.WARNING,
                f"{council.name}: {step.name} was written as {written} and is on "
                f"{in_words(day)}, {'later' if late else 'earlier'} than those words can mean.",
                actual=in_words(day),
                required=f"{in_words(written.earliest)} to {in_words(written.latest)}",
                margin_days=(
                    (written.latest - day).days if late else (day - written.earliest).days
                ),
                cures=("Say in the next paper that the date has moved, or correct the plan.",),
            )


def a_start_comes_when_it_is_wanted(plan: Plan) -> Iterator[Finding]:
    """The plan's start and the start that the proposal asks for are the same (R10)."""
    for council in plan.councils:
        wanted = council.proposal.wanted_from
        if wanted is None:
            continue
        for step in council.steps_of(StepKind.GO_LIVE):
            span = council.span_of(step)
            if span is None or span.earliest <= wanted.latest:
                continue
            yield ours(
                council,
                "R10",
                "steps",
                step,
                Severity.WARNING,
                f"{council.name}: {step.name} is {said(span)}; the proposal is "
                f"wanted from {said(wanted)}.",
                actual=said(span),
                required=said(wanted),
                margin_days=(wanted.latest - span.earliest).days,
                cures=("Start earlier, or say that it will be later.",),
            )


def an_exercise_is_not_launched_before_a_poll(plan: Plan) -> Iterator[Finding]:
    """Between the notice of election and the poll no listening or consultation is launched.

    For exercises with their days; those with a period as written have their own rule in the room
    of engagement.
    """
    parties = {proposal.id: proposal.parties for proposal in plan.programme.proposals}
    for exercise in plan.programme.exercises:
        opens = exercise.opens_on
        if exercise.kind not in _PUBLICITY.values() or opens is None:
            continue
        codes = parties.get(exercise.proposal or "", plan.programme.about.authorities)
        for poll, notice in _windows(plan, codes, opens, opens):
            told = exercise.expected
            if told is not None and told.earliest <= poll and notice <= told.latest:
                continue  # said of its period as written
            if not notice <= opens <= poll:
                continue
            council = next((c for c in plan.councils if c.authority.code in codes), None)
            if council is None:
                continue
            yield broken(
                council,
                "PRE-ELECTION",
                "exercises",
                exercise,
                f"{exercise.name} opens on {in_words(opens)}, in the pre-election period "
                f"{in_words(notice)} to {in_words(poll)}.",
                severity=Severity.WARNING,
                authority="",
                proposal=exercise.proposal or "",
                actual=f"opens {in_words(opens)}",
                required=f"before {in_words(notice)} or after {in_words(poll)}",
                margin_days=-min((opens - notice).days, (poll - opens).days) - 1,
                cures=(_LAUNCH,),
            )


def a_step_as_written_keeps_clear_of_the_election(plan: Plan) -> Iterator[Finding]:
    """A listening or consultation step in words: whether it must or may fall before a poll."""
    for council in plan.councils:
        for step in council.steps_of(*_PUBLICITY):
            span = council.span_of(step)
            if span is None or _is_told_as_an_exercise(council, step.kind):
                continue
            for poll, notice in _windows(
                plan, (council.authority.code,), span.earliest, span.latest
            ):
                if span.earliest > poll or notice > span.latest:
                    continue
                must = notice <= span.earliest and span.latest <= poll
                yield broken(
                    council,
                    "PRE-ELECTION",
                    "steps",
                    step,
                    f"{council.name}: {step.name} ({said(span)}) "
                    f"{'must' if must else 'may'} fall in the pre-election period "
                    f"{in_words(notice)} to {in_words(poll)}.",
                    severity=Severity.WARNING,
                    actual=said(span),
                    required=f"before {in_words(notice)} or after {in_words(poll)}",
                    cures=(_LAUNCH,),
                )


def a_decision_before_a_poll_is_noted(plan: Plan) -> Iterator[Finding]:
    """Councils go on deciding before a poll; those who write and speak about it take care."""
    for council, act in plan.acts():
        if act.on is None or not act.approves:
            continue
        for poll, notice in _windows(plan, (council.authority.code,), act.on, act.on):
            if notice <= act.on < poll:
                yield broken(
                    council,
                    "PRE-ELECTION",
                    act.kind,
                    act.fact,
                    f"{council.name} decides on {in_words(act.on)}, in the pre-election period "
                    f"{in_words(notice)} to {in_words(poll)}: that is allowed; publicity about it "
                    "is restricted.",
                    severity=Severity.NOTE,
                    cures=("Hold publicity on the decision until after the poll.",),
                    **on_act(act),
                )


def _windows(
    plan: Plan, codes: tuple[str, ...], first: date, last: date
) -> list[tuple[date, date]]:
    """The polls that these days could fall before, each with the latest notice of it.

    A poll for which the law holds no number is left out.
    """
    polls = {poll for code in codes for poll in plan.programme.authority(code).polls}
    near = sorted(poll for poll in polls if first <= poll and (poll - last) <= _LONGEST)
    return [
        (poll, latest_notice_of_election(poll, asked.number))
        for poll in near
        if (asked := need(plan.law, "PRE-ELECTION", poll)) is not None
    ]


def _is_told_as_an_exercise(council: CouncilPlan, kind: StepKind) -> bool:
    """Whether the same is held as an exercise, of which it is said already."""
    return any(
        exercise.kind is _PUBLICITY[kind]
        and exercise.proposal == council.proposal.id
        and (exercise.expected is not None or exercise.opens_on is not None)
        for exercise in council.programme.exercises
    )
