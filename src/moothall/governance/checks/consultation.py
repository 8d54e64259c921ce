"""Formal consultation: early, long enough, closed and read before the decision."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.decisions import StepKind
from moothall.facts.engagement import ExerciseKind
from moothall.facts.fact import Fact
from moothall.facts.proposals import Stage
from moothall.governance.checks.acts import Act
from moothall.governance.checks.answers import Need, broken, days, missed, need, on_act
from moothall.governance.checks.cures import move_to
from moothall.governance.checks.plan import CouncilPlan, Plan
from moothall.law.calendar import ONE_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days, both included, on which a formal consultation takes answers."""

    kind: str
    fact: Fact
    name: str
    opens: date
    closes: date
    alternatives: bool = False

    @property
    def length(self) -> int:
        return (self.closes - self.opens).days + 1


def windows_of(council: CouncilPlan) -> tuple[Window, ...]:
    """The formal consultations on the proposal that have both their days.

    A step that says how long it lasts opens on its own day; it counts where no exercise of the
    proposal has its days.
    """
    exercises = tuple(
        Window(
            kind="exercises",
            fact=each,
            name=each.name,
            opens=each.opens_on,
            closes=each.closes_on,
            alternatives=each.alternatives_explained is True,
        )
        for each in council.programme.exercises
        if each.kind is ExerciseKind.FORMAL_CONSULTATION
        and each.proposal == council.proposal.id
        and each.owner in ("programme", *council.proposal.parties)
        and each.opens_on is not None
        and each.closes_on is not None
    )
    if exercises:
        return exercises
    return tuple(
        Window(
            kind="steps",
            fact=step,
            name=step.name,
            opens=span.latest,
            closes=span.latest + timedelta(days=step.lasts_days - 1),
        )
        for step in council.steps_of(StepKind.CONSULTATION)
        if (span := council.span_of(step)) is not None
        and span.is_exact
        and step.lasts_days is not None
    )


def a_consultation_is_open_long_enough(plan: Plan) -> Iterator[Finding]:
    """Adequate time is case law; so many weeks are a policy, the council's own or ours."""
    said: set[tuple[str, int]] = set()
    for council in plan.councils:
        for window in windows_of(council):
            floor = need(council.law, "CONSULT-ADEQUATE", window.opens, "floor days")
            weeks = _least_weeks(council, window)
            asked = floor if floor is not None and window.length < floor.number else weeks
            if asked is None:
                continue
            wanted = asked.number * (1 if asked is floor else 7)
            # One exercise of all councils is said once where the number is nobody's own.
            key = (f"{window.fact.id}{asked.whose}", wanted)
            if window.length >= wanted or key in said:
                continue
            said.add(key)
            closes = window.opens + timedelta(days=wanted - 1)
            yield missed(
                council,
                asked,
                window.kind,
                window.fact,
                f"{window.name} is open {days(window.length)} ({in_words(window.opens)} to "
                f"{in_words(window.closes)}), not {days(wanted)}"
                + (
                    ": so short a time was held too short (Silus v Hounslow)."
                    if asked is floor
                    else f"{asked.words}."
                ),
                actual=days(window.length),
                required=days(wanted),
                margin=window.length - wanted,
                cures=(_keep_open(council, window, closes),),
                assumed=window.fact.assumed or "",
            )


def a_consultation_makes_up_for_recess(plan: Plan) -> Iterator[Finding]:
    """Days in a recess are given back, so that those away in it can answer."""
    for council in plan.councils:
        for window in windows_of(council):
            asked = _least_weeks(council, window)
            if asked is None or window.length < asked.number * 7:
                continue
            lost = sum(
                max(0, (min(r.last, window.closes) - max(r.first, window.opens)).days + 1)
                for r in council.authority.recesses
            )
            wanted = asked.number * 7
            until = window.closes + timedelta(days=wanted + lost - window.length)
            if not lost or window.length - lost >= wanted:
                continue
            yield missed(
                council,
                asked,
                window.kind,
                window.fact,
                f"{window.name} is open {days(window.length)}, of which {lost} fall in "
                f"{council.name}'s recess: {days(window.length - lost)} are left, not "
                f"{days(wanted)}{asked.words}.",
                actual=f"{days(window.length - lost)} outside the recess",
                required=days(wanted),
                margin=window.length - lost - wanted,
                severity=Severity.WARNING,
                cures=(_keep_open(council, window, until),),
            )


def a_consultation_opens_before_the_decision(plan: Plan) -> Iterator[Finding]:
    """People are asked while the proposal is still being formed, not once it is adopted.

    An earlier decision may only have scoped the work, and one in formulation does no more: those
    are asked about and are no breach.
    """
    for council, window in _windows(plan):
        dated = _dated(council)
        too_soon = [(act, on) for act, on in dated if on <= window.opens]
        if not too_soon:
            continue
        act, on = too_soon[-1]
        may_scope = council.proposal.stage is Stage.FORMULATION or len(too_soon) < len(dated)
        told = "was that only to scope the work?" if may_scope else "before anybody has been asked."
        yield broken(
            council,
            "CONSULT-FORMATIVE",
            window.kind,
            window.fact,
            f"{window.name} opens on {in_words(window.opens)}; {_decider(council, act)} approves "
            f"on {in_words(on)}{': ' if may_scope else ', '}{told}",
            severity=Severity.QUESTION if may_scope else None,
            actual=f"opens {in_words(window.opens)}",
            required=f"opens before {in_words(on)}",
            margin_days=None if may_scope else (on - window.opens).days - 1,
            cures=(
                ("Record what that decision approved.",)
                if may_scope
                else _decide_after(council, act, window)
            ),
            **on_act(act),
        )


def a_decision_waits_for_the_answers(plan: Plan) -> Iterator[Finding]:
    """What people answer is taken into account: the decision comes after the last day for it."""
    for council, window in _windows(plan):
        for act, on in _dated(council):
            if not window.opens < on <= window.closes:
                continue
            yield broken(
                council,
                "CONSULT-CONSCIENTIOUS",
                window.kind,
                window.fact,
                f"{_decider(council, act)} approves on {in_words(on)}; {window.name} takes answers "
                f"until {in_words(window.closes)}.",
                actual=f"decided {in_words(on)}",
                required=f"after {in_words(window.closes)}",
                margin_days=(on - window.closes).days - 1,
                cures=_decide_after(council, act, window),
                **on_act(act),
            )


def answers_are_read_before_the_report(plan: Plan) -> Iterator[Finding]:
    """Working days between the last answer and the report that tells the body what people said.

    Where the day of the report is not held, the days up to the meeting are the most there can be.
    """
    for council, window in _windows(plan):
        act, on = next(
            ((a, day) for a, day in _dated(council) if day > window.closes), (None, None)
        )
        if act is None or on is None:
            continue
        asked = need(
            council.law,
            "CONSULT-CONSCIENTIOUS",
            window.closes,
            "analysis days",
            council=council,
            own="consultation_analysis_days",
        )
        if asked is None or (on - window.closes).days > 400:
            continue
        report = act.meeting.papers_published_on if act.meeting else None
        if report is not None and report > window.closes:
            given = _working_days(council, window.closes + ONE_DAY, min(report, on))
            until = f"the report of {in_words(report)}"
        elif report is not None:
            given, until = 0, f"the report of {in_words(report)}, which is earlier still"
        else:
            given = _working_days(council, window.closes + ONE_DAY, on - ONE_DAY)
            until = f"{_decider(council, act)} on {in_words(on)}, and fewer before its report"
        if given >= asked.number:
            continue
        yield missed(
            council,
            asked,
            window.kind,
            window.fact,
            f"{window.name} closes on {in_words(window.closes)}: {days(given, 'working day')} to "
            f"read the answers before {until}, not {asked.number}{asked.words}.",
            actual=days(given, "working day"),
            required=days(asked.number, "working day"),
            margin=given - asked.number,
            # Only the decision before the close is for the courts; how long reading takes is not.
            severity=Severity.WARNING,
            cures=(
                (
                    "Publish the report on "
                    f"{in_words(council.working.add(window.closes, asked.number))} or later."
                ),
                move_to(council, act.body, council.working.add(window.closes, asked.number + 6)),
            ),
            **on_act(act),
        )


def _keep_open(council: CouncilPlan, window: Window, until: date) -> str:
    if window.closes >= council.as_at:
        return f"Keep it open to {in_words(until)} or later."
    missing = days((until - window.closes).days)
    return f"Open it again for the missing {missing}, and decide on all the answers."


def _least_weeks(council: CouncilPlan, window: Window) -> Need | None:
    """The council's own weeks, else the default: longer where the options set aside are put too."""
    name = "least weeks with alternatives" if window.alternatives else "least weeks"
    own = "consultation_least_weeks"
    return need(council.law, "CONSULT-ADEQUATE", window.opens, name, council=council, own=own)


def _windows(plan: Plan) -> Iterator[tuple[CouncilPlan, Window]]:
    return ((council, window) for council in plan.councils for window in windows_of(council))


def _dated(council: CouncilPlan) -> list[tuple[Act, date]]:
    """The council's approving decisions that have a day, in order."""
    return [(act, act.on) for act in council.approvals if act.on is not None]


def _decider(council: CouncilPlan, act: Act) -> str:
    return f"{act.body.name} of {council.name}" if act.body else council.name


def _decide_after(council: CouncilPlan, act: Act, window: Window) -> tuple[str, ...]:
    return (move_to(council, act.body, window.closes + ONE_DAY),)


def _working_days(council: CouncilPlan, first: date, last: date) -> int:
    """Working days from one day to another, both included."""
    return sum(
        council.working.counts(first + timedelta(days=n)) for n in range((last - first).days + 1)
    )
