"""What a move would change, before anything is saved: days, last days, and findings, in words."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding
from moothall.case.case import Case, make_case
from moothall.governance.planning.plan import Plan, PlannedStep
from moothall_web.routes.moves import Move, with_move
from moothall_web.routes.words import days, listed


@dataclass(frozen=True, slots=True)
class BeforeAndAfter:
    """One thing as it is and as it would be, in words; `note` says what a reader should see."""

    what: str
    before: str
    after: str
    note: str = ""

    @property
    def differs(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundUnder:
    """Findings of one rule that appear, go away, or say something else (`before` → `after`)."""

    rule: str
    upholds: str
    severity: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return self.rule.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """What a move would change: the answers, the days of steps, findings rule by rule."""

    words: tuple[str, ...]
    answers: tuple[BeforeAndAfter, ...]
    steps: tuple[BeforeAndAfter, ...]
    last_days: tuple[BeforeAndAfter, ...]
    appear: tuple[FoundUnder, ...]
    go: tuple[FoundUnder, ...]
    change: tuple[FoundUnder, ...]

    def digest(self, version: int) -> str:
        """A name for what was shown: what somebody confirms is what they have seen."""
        return hashlib.sha256(f"{version} {self!r}".encode()).hexdigest()[:32]


def consequences(case: Case, proposal: str, move: Move) -> Consequences:
    """What follows from a move for its proposal, and for the others that the meeting takes."""
    moved = make_case(with_move(case.programme, move), case.law, case.as_at, case.suppositions)
    names = {each.code: each.short_name for each in case.programme.authorities}
    was, then = _plan(case, proposal), _plan(moved, proposal)
    appear, go, change = _findings(case.findings, moved.findings)
    steps = tuple(_steps(was, then, names)) if was and then else ()
    last = tuple(_last_days(was, then, names, case.as_at)) if was and then else ()
    answers = (
        *_answers(was, then),
        *(
            row
            for other in case.plans
            if other.proposal != proposal
            for row in _of_another(case, moved, other.proposal, other.name)
        ),
    )
    return Consequences(
        words=(_live(was, then), _in_numbers(appear, go, change, last)),
        answers=answers,
        steps=steps,
        last_days=last,
        appear=appear,
        go=go,
        change=change,
    )


def _plan(case: Case, proposal: str) -> Plan | None:
    return next((each.standing for each in case.plans if each.proposal == proposal), None)


def _live(was: Plan | None, then: Plan | None) -> str:
    if was is None or then is None:
        return "The steps contradict one another, so no day can be compared."
    if was.live_on is None or then.live_on is None:
        before, after = was.live_not_before, then.live_not_before
        what = "The day before which it cannot be live in every council"
    else:
        before, after = was.live_on, then.live_on
        what = "The day on which it is live in every council"
    moved = (after - before).days
    if not moved:
        return f"{what} does not move: {in_words(after)}."
    way = "later" if moved > 0 else "sooner"
    return f"{what} moves from {in_words(before)} to {in_words(after)}, {days(abs(moved))} {way}."


def _in_numbers(
    appear: tuple[FoundUnder, ...],
    go: tuple[FoundUnder, ...],
    change: tuple[FoundUnder, ...],
    last_days: tuple[BeforeAndAfter, ...],
) -> str:
    said = []
    if new := sum(len(each.after) for each in appear):
        said.append(f"{new} finding{' appears' if new == 1 else 's appear'}")
    if gone := sum(len(each.before) for each in go):
        said.append(f"{gone} {'goes' if gone == 1 else 'go'} away")
    if other := sum(len(each.after) for each in change):
        said.append(f"{other} {'says' if other == 1 else 'say'} something else")
    if past := sum(bool(each.note) for each in last_days):
        said.append(f"{past} last day{'' if past == 1 else 's'} would be past")
    if not said:
        return "No finding appears or goes away."
    words = listed(said)
    return f"{words[:1].upper()}{words[1:]}."


def _answers(was: Plan | None, then: Plan | None) -> Iterator[BeforeAndAfter]:
    if was is None or then is None:
        return
    yield BeforeAndAfter("Live in every council", _live_day(was), _live_day(then))
    yield BeforeAndAfter(
        "The shared service can start",
        _day(was.starts_on, was.not_before),
        _day(then.starts_on, then.not_before),
    )
    if len(was.councils) > 1:
        yield BeforeAndAfter("Between the decisions", _spread(was), _spread(then))
    for one, other in zip(was.councils, then.councils, strict=True):
        decides = BeforeAndAfter(
            f"{one.name} decides", _day(one.decides_on), _day(other.decides_on)
        )
        takes_effect = BeforeAndAfter(
            f"{one.name}'s decision takes effect",
            _day(one.effective_on, one.not_before),
            _day(other.effective_on, other.not_before),
        )
        yield from (each for each in (decides, takes_effect) if each.differs)


def _of_another(case: Case, moved: Case, proposal: str, name: str) -> Iterator[BeforeAndAfter]:
    was, then = _plan(case, proposal), _plan(moved, proposal)
    if was is None or then is None:
        return
    row = BeforeAndAfter(f"{name}: live in every council", _live_day(was), _live_day(then))
    if row.differs:
        yield row


def _live_day(plan: Plan) -> str:
    return _day(plan.live_on, plan.live_not_before)


def _day(day: date | None, floor: date | None = None) -> str:
    if day is not None:
        return in_words(day)
    return f"Not known; not before {in_words(floor)}" if floor else "Not known"


def _spread(plan: Plan) -> str:
    return "Not known" if plan.spread_days is None else days(plan.spread_days)


def _pairs(was: Plan, then: Plan) -> Iterator[tuple[PlannedStep, PlannedStep]]:
    after = {step.id: step for step in then.steps}
    for step in was.steps:
        if step.id in after:
            yield step, after[step.id]


def _called(step: PlannedStep, names: dict[str, str]) -> str:
    return f"{step.name}, {names[step.authority]}" if step.authority else step.name


def _steps(was: Plan, then: Plan, names: dict[str, str]) -> Iterator[BeforeAndAfter]:
    for before, after in _pairs(was, then):
        soon = f"{days(after.too_soon_by)} too soon" if after.too_soon_by else ""
        row = BeforeAndAfter(
            _called(before, names),
            _day(before.on, before.not_before),
            _day(after.on, after.not_before),
            soon,
        )
        if row.differs or before.too_soon_by != after.too_soon_by:
            yield row


def _last_days(
    was: Plan, then: Plan, names: dict[str, str], as_at: date
) -> Iterator[BeforeAndAfter]:
    for before, after in _pairs(was, then):
        # What follows by itself has no last day that anybody has to keep.
        if not before.step or before.is_fixed or before.is_planned or after.is_planned:
            continue
        is_past = after.latest is None or after.latest < as_at
        was_past = before.latest is None or before.latest < as_at
        row = BeforeAndAfter(
            _called(before, names),
            in_words(before.latest) if before.latest else "No day",
            in_words(after.latest) if after.latest else "No day",
            "Past by then" if is_past and not was_past else "",
        )
        if row.differs:
            yield row


def _findings(
    before: Iterable[Finding], after: Iterable[Finding]
) -> tuple[tuple[FoundUnder, ...], tuple[FoundUnder, ...], tuple[FoundUnder, ...]]:
    """What appears, what goes away, and what of one rule on one fact says something else."""
    was, then = _by_place(before), _by_place(after)
    appear: list[FoundUnder] = []
    go: list[FoundUnder] = []
    change: list[FoundUnder] = []
    for key in sorted(was.keys() | then.keys()):
        old, new = was.get(key, []), then.get(key, [])
        lost = tuple(text for text in old if text not in new)
        come = tuple(text for text in new if text not in old)
        if not lost and not come:
            continue
        rule, upholds, severity, *_ = key
        found = FoundUnder(rule=rule, upholds=upholds, severity=severity, before=lost, after=come)
        (change if lost and come else go if lost else appear).append(found)
    return _grouped(appear), _grouped(go), tuple(change)


def _by_place(findings: Iterable[Finding]) -> dict[tuple[str, ...], list[str]]:
    places: dict[tuple[str, ...], list[str]] = {}
    for each in findings:
        key = (
            each.rule,
            each.upholds,
            each.severity.value,
            each.where,
            each.authority,
            each.proposal,
        )
        places.setdefault(key, []).append(each.message)
    return places


def _grouped(found: Iterable[FoundUnder]) -> tuple[FoundUnder, ...]:
    """One entry for each rule, with all that it says."""
    groups: dict[tuple[str, str, str], list[FoundUnder]] = {}
    for each in found:
        groups.setdefault((each.rule, each.upholds, each.severity), []).append(each)
    return tuple(
        FoundUnder(
            rule=rule,
            upholds=upholds,
            severity=severity,
            before=tuple(text for each in of_it for text in each.before),
            after=tuple(text for each in of_it for text in each.after),
        )
        for (rule, upholds, severity), of_it in groups.items()
    )
