"""A route and its plans as plain text for a terminal, the answer first."""

import textwrap
from collections.abc import Iterator

from moothall.basics.dates import in_words
from moothall.basics.findings import Severity
from moothall.case.case import Case
from moothall.cli.route_json import covering, findings_of
from moothall.governance.checks.states import State
from moothall.governance.planning.plan import BackPlan, Branch, Plan, PlannedStep, Plans

WIDTH = 100


def route_text(case: Case, plans: Plans) -> str:
    """One proposal's route on one page."""
    lines = [f"{plans.name}, as known on {in_words(case.as_at)}"]
    if case.programme.about.synthetic:
        lines.append("SYNTHETIC DATA: these councils and figures are invented.")
    if plans.standing is None or plans.earliest is None:
        return "\n".join([*lines, *_wrapped(f"It cannot be planned: {plans.contradiction}.", "")])
    lines += _answer(plans.standing)
    for council in plans.standing.councils:
        lines += _heading(council.name.upper())
        lines += [line for step in council.steps for line in _step(step)]
    lines += _heading("TOGETHER")
    lines += [line for step in plans.standing.together for line in _step(step)]
    lines += _heading("What binds")
    lines += _wrapped(next(r.binds for r in case.routes if r.proposal == plans.proposal))
    lines += [
        line
        for link in plans.standing.binds
        for line in _wrapped(f"{in_words(link.on)}  {link.name}: {link.words}")
    ]
    lines += _earliest(case, plans.earliest)
    if plans.back is not None:
        lines += _back(plans.back)
    lines += _findings(case, plans.proposal)
    return "\n".join(lines)


def _answer(plan: Plan) -> Iterator[str]:
    if plan.live_on is not None:
        yield f"The decision is live in every council on {in_words(plan.live_on)}."
    else:
        floor = in_words(plan.live_not_before)
        yield f"The day on which it is live is not known: not before {floor}."
    for question in plan.ask:
        yield from _wrapped(f"Ask: {question}")
    if plan.spread_days is not None:
        yield f"The councils decide {_days(plan.spread_days)} apart."


def _step(step: PlannedStep) -> Iterator[str]:
    day = in_words(step.on) if step.on else f"not before {in_words(step.not_before)}"
    marks = []
    if step.is_fixed:
        marks.append("taken")
    elif step.too_soon_by:
        marks.append(f"TOO SOON by {_days(step.too_soon_by)}")
    elif step.is_planned:
        marks.append("planned")
    elif step.slack_days and step.latest:
        marks.append(f"by {in_words(step.latest)}, {_days(step.slack_days)} of slack")
    elif step.slack_days == 0:
        marks.append("no slack")
    if step.assumed:
        marks.append("assumed")
    mark = f" ({'; '.join(marks)})" if marks else ""
    yield from _wrapped(f"{day}  {step.name}{mark}")
    rule = f" [{step.rule}]" if step.rule else ""
    if not step.is_fixed:
        yield from _wrapped(f"because {step.because}{rule}", "      ")


def _earliest(case: Case, plan: Plan) -> Iterator[str]:
    yield from _heading("The earliest route that breaks no rule that we hold")
    days = "; ".join(
        f"{council.name} {in_words(council.decides_on) if council.decides_on else 'unknown'}"
        for council in plan.councils
    )
    live = (
        in_words(plan.live_on) if plan.live_on else f"not before {in_words(plan.live_not_before)}"
    )
    yield from _wrapped(f"Decisions: {days}. Live: {live}.")
    names = {a.code: a.short_name for a in case.programme.authorities}
    if len(plan.trade_offs) > 1:
        yield "  Closer together, and later:"
    for trade in plan.trade_offs[1:]:
        chosen = ", ".join(f"{names[code]} {in_words(day)}" for code, day in trade.decisions)
        floor = "" if trade.live_on else " at the soonest"
        yield from _wrapped(
            f"{_days(trade.spread_days)} apart: {chosen}; live on {in_words(trade.not_before)}"
            f"{floor}",
            "    ",
        )
    yield from _heading("What would buy time")
    if not plan.buys_time:
        yield "  No single extra meeting or earlier notice brings the end forward."
    for bought in plan.buys_time:
        yield from _wrapped(f"{_days(bought.days)}: {bought.what}")
    yield from _heading("If it goes another way")
    if not plan.branches:
        yield "  Nothing is left to decide, or no day is known from which to count."
    for branch in plan.branches:
        yield from _wrapped(_branch(names[branch.authority], branch))


def _branch(name: str, branch: Branch) -> str:
    if branch.later_days is None:
        after = f" Ask: {branch.ask}" if branch.ask else " The end is not known."
    elif branch.later_days == 0:
        after = " The end does not move."
    else:
        after = f" The end moves by {_days(branch.later_days)}."
    return f"{name}, {branch.what}: {branch.words}.{after}"


def _back(back: BackPlan) -> Iterator[str]:
    yield from _heading(f"For a start on {in_words(back.wanted_on)}")
    verdict = {
        True: "It can still be kept.",
        False: "It can not be kept.",
        None: "Whether it can be kept is not known; the last days are at best.",
    }[back.can_be_kept]
    yield f"  {verdict}"
    for deadline in back.deadlines:
        by = f"by {in_words(deadline.by)}" if deadline.by else "no day is left"
        late = f" - {_days(deadline.too_late_by)} too late" if deadline.too_late_by else ""
        best = " at best" if deadline.at_best else ""
        where = f" ({deadline.authority})" if deadline.authority else ""
        yield from _wrapped(f"{by}{best}  {deadline.name}{where}{late}")


def _findings(case: Case, proposal: str) -> Iterator[str]:
    found = findings_of(case, proposal)
    yield from _heading(f"Findings on this route: {len(found)}")
    for finding in found:
        if finding.severity is Severity.NOTE:
            continue
        yield from _wrapped(f"{finding.severity.value.upper()} {finding.message}")
        yield from _wrapped(f"Cure: {finding.cure}", "      ")
    rows = covering(case, proposal)
    tested = sum(each.state in (State.TESTED, State.BROKEN) for each in rows)
    unchecked: dict[str, list[str]] = {}
    for each in rows:
        if each.state is State.NOT_TESTED:
            unchecked.setdefault(each.rule, []).append(each.authority)
    yield from _heading(f"What this covers: {tested} of {len(rows)} rules by council were tested")
    if unchecked:
        names = "; ".join(f"{rule} ({', '.join(codes)})" for rule, codes in unchecked.items())
        yield from _wrapped(f"Could not be checked: {names}.")
    yield from _wrapped(case.verdict, "")


def _heading(words: str) -> list[str]:
    return ["", words]


def _wrapped(words: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(
        words, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
