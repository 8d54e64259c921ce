"""The steps of a route as its tables show them: day, last day, slack, who, why, by which rule."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.case.case import Case
from moothall.facts.decisions import Step
from moothall.governance.planning.plan import Deadline, Plan, PlannedStep
from moothall_web.routes.words import days, known

TOGETHER = "All councils together"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One step.  `moves` is the id of the step to move, empty where its day is no one's choice."""

    name: str
    who: str
    day: str
    marks: tuple[str, ...]
    last: str
    slack: str
    because: str
    rule: str
    known: str
    assumed: str
    moves: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilSteps:
    """One council's steps, or those of all together (`authority` is then empty)."""

    authority: str
    name: str
    rows: tuple[StepRow, ...]
    ask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    """The last day for a step, and where it stands as at the day of the page."""

    by: str
    name: str
    who: str
    stands: str
    is_late: bool


def steps_of(case: Case, plan: Plan) -> tuple[CouncilSteps, ...]:
    """Every council's steps, then those of all together."""
    table = _Table.of(case, plan.as_at)
    return (
        *(
            CouncilSteps(
                authority=council.authority,
                name=council.name,
                rows=tuple(table.row(step) for step in council.steps),
                ask=council.ask,
            )
            for council in plan.councils
        ),
        CouncilSteps(
            authority="", name=TOGETHER, rows=tuple(table.row(step) for step in plan.together)
        ),
    )


def deadlines_of(
    case: Case, deadlines: tuple[Deadline, ...], as_at: date
) -> tuple[DeadlineRow, ...]:
    """The last days in order, each with who has to keep it."""
    table = _Table.of(case, as_at)
    return tuple(
        DeadlineRow(
            by=_last_day(each),
            name=each.name,
            who=table.who(each.authority, each.step),
            stands=_stands(each, as_at),
            is_late=each.by is None or each.by < as_at or each.too_late_by > 0,
        )
        for each in deadlines
    )


def _last_day(each: Deadline) -> str:
    if each.by is None:
        return "No day is left"
    return f"{in_words(each.by)}{', at best' if each.at_best else ''}"


def _stands(each: Deadline, as_at: date) -> str:
    if each.by is None:
        return "It cannot be done in time."
    if each.by < as_at:
        return f"Past, by {days((as_at - each.by).days)}."
    if each.too_late_by:
        earliest = in_words(each.earliest)
        return f"{days(each.too_late_by).capitalize()} too late: not before {earliest}."
    left = (each.by - as_at).days
    return f"In {days(left)}." if left else "On this very day."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What a row needs beside its step."""

    as_at: date
    steps: dict[str, Step]
    bodies: dict[str, str]
    councils: dict[str, str]

    @classmethod
    def of(cls, case: Case, as_at: date) -> "_Table":
        return cls(
            as_at=as_at,
            steps={step.id: step for step in case.programme.steps},
            bodies={body.id: body.name for body in case.programme.bodies},
            councils={each.code: each.short_name for each in case.programme.authorities},
        )

    def who(self, authority: str, step_id: str) -> str:
        """The body of a step with its council, the council alone, or all of them."""
        if not authority:
            return TOGETHER
        council = self.councils[authority]
        step = self.steps.get(step_id)
        body = self.bodies.get(step.body or "") if step else None
        return f"{body}, {council}" if body else council

    def row(self, step: PlannedStep) -> StepRow:
        is_open = not step.is_fixed and not step.is_planned and step.on is not None
        # A day that somebody planned rests on that, unless a rule says that it comes too soon.
        stands = step.is_fixed or (step.is_planned and not step.too_soon_by)
        return StepRow(
            name=step.name,
            who=self.who(step.authority, step.step),
            day=in_words(step.on) if step.on else f"Not before {in_words(step.not_before)}",
            marks=tuple(_marks(step)),
            last=in_words(step.latest) if is_open and step.latest else "–",
            slack=_slack(step),
            because="" if step.is_fixed else step.because,
            rule="" if stands else step.rule,
            known="" if stands else known(step.evidence),
            assumed=step.assumed,
            moves=step.step if self._can_move(step) else "",
        )

    def _can_move(self, step: PlannedStep) -> bool:
        """Whether it is a step as somebody planned it, and not a notice or paper that it needs."""
        return not step.is_fixed and step.id == f"{step.authority}:{step.step}"


def _marks(step: PlannedStep) -> list[str]:
    if step.is_fixed:
        return ["taken"]
    if step.too_soon_by:
        return [f"planned {days(step.too_soon_by)} too soon"]
    if step.is_planned:
        return ["planned"]
    return ["at the earliest"] if step.slack_days else []


def _slack(step: PlannedStep) -> str:
    if step.slack_days is None:
        return "–"
    if step.slack_days == 0:
        return "None"
    return days(step.slack_days)
