"""From decision to effect: publication, then call-in or standstill, by each council's own rule."""

from collections.abc import Iterator

from moothall.governance.effect import EffectRules
from moothall.governance.planning.ground import Ground
from moothall.governance.planning.leads import CalendarDays, CallIn, Lead, WorkingDaysAfter
from moothall.governance.planning.network import Node, Reason, Wait
from moothall.governance.planning.places import AnyDay


def taking_effect(ground: Ground, decision: str, rules: EffectRules) -> Iterator[Node]:
    """The nodes from a decision to its day of effect, which comes last.

    Where a rule is unknown the wait carries the question, and the least that it can be.
    """
    starts = decision
    if not rules.from_the_meeting:
        published = _published(ground, decision, rules)
        yield published
        starts = published.id
    lead, words, is_known = _period(ground, rules)
    taken = ground.taken
    yield _day(
        ground,
        "effective",
        f"Decision of {ground.authority.short_name} takes effect",
        Wait(
            after=starts,
            lead=lead,
            reason=Reason(words=words, rule=rules.rule, evidence=rules.evidence),
            ask="" if is_known else next(iter(rules.ask), "On which day does it take effect?"),
        ),
        taken.effective_on.toordinal() if taken and taken.effective_on else None,
    )


def _published(ground: Ground, decision: str, rules: EffectRules) -> Node:
    taken = ground.taken
    printed = taken.published_on if taken else None
    unknown = rules.days is not None and rules.longest is None and printed is None
    lag = rules.shortest if rules.longest is None else rules.longest
    record = ground.law.rule("RECORD-DECISION")
    reason = Reason(
        words=f"published up to {lag} working days after the meeting" if lag else "published",
        rule=record.id,
        evidence=rules.evidence or record.evidence,
    )
    return _day(
        ground,
        "decision published",
        f"Decision of {ground.authority.short_name} published",
        Wait(
            after=decision,
            lead=WorkingDaysAfter(lag, ground.calendar.table),
            soonest=WorkingDaysAfter(rules.shortest, ground.calendar.table),
            reason=reason,
            ask=rules.ask[-1] if unknown and rules.ask else "",
        ),
        printed.toordinal() if printed else None,
    )


def _period(ground: Ground, rules: EffectRules) -> tuple[Lead, str, bool]:
    """The lead from publication (or the meeting) to effect, in words, and whether it is known."""
    if rules.days is None:
        return CalendarDays(0), "its own rule of effect is unknown", False
    if rules.rule == "BPF-COUNCIL":
        return CalendarDays(0), "a decision of the full council is not called in", True
    counted = rules.counts_first_day
    lead = CallIn(
        rules.days, counted is not False, bool(rules.next_working_day), ground.calendar.table
    )
    kind = "standstill" if rules.rule == "COMMITTEE-STANDSTILL" else "call-in"
    is_known = counted is not None and rules.next_working_day is not None
    return lead, f"{rules.days} working days of {kind}", is_known


def _day(ground: Ground, kind: str, name: str, wait: Wait, fixed: int | None) -> Node:
    return Node(
        id=f"{ground.authority.code}:{kind}",
        authority=ground.authority.code,
        kind=kind,
        name=name,
        place=AnyDay(),
        place_reason=Reason(words="any day"),
        waits=(wait,),
        follows=True,
        fixed=fixed,
    )
