"""Notices of key decisions: 28 clear days, else the general exception, else special urgency."""

from collections.abc import Iterator
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.decisions import Answer, Notice, NoticeKind
from moothall.governance.checks.acts import Act
from moothall.governance.checks.answers import (
    Need,
    broken,
    clear_days_given,
    days,
    missed,
    need,
    on_act,
)
from moothall.governance.checks.cures import (
    SPECIAL_URGENCY,
    decide_again,
    general_exception,
    move_to,
)
from moothall.governance.checks.plan import CouncilPlan, Plan
from moothall.law.clear_days import Count, earliest_meeting, latest_publication
from moothall.law.publication_cycle import read_cycle

KEY = "KEY-28"
SHORT = "KEY-GENERAL-EXCEPTION"


def key_acts(plan: Plan) -> Iterator[tuple[CouncilPlan, Act, date]]:
    """Executive decisions that their council holds to be key, once they have a day."""
    for council, act in plan.acts():
        if act.on is None or act.key is not Answer.YES:
            continue
        if act.approves and council.is_executive(act):
            yield council, act, act.on


def count_of_28(council: CouncilPlan, on: date) -> tuple[Count, bool]:
    """How the council counts its 28 days, and whether it has said so; by the calendar if not."""
    own = council.own("notice_28_count", on)
    return (Count(own) if own else Count.CALENDAR), own is not None


def given_in_words(
    council: CouncilPlan, published: date, on: date, count: Count, *, known: bool
) -> tuple[int, str]:
    """Clear days by the council's count; by both counts in words where nobody has said which."""
    given = clear_days_given(council, published, on, count)
    if known:
        return given, days(given, f"clear {count.value} day")
    working = clear_days_given(council, published, on, Count.WORKING)
    return given, (
        f"{days(given, 'clear day')} by the calendar, {working} in working days; which "
        f"{council.name} counts is not known"
    )


def key_decisions_are_on_notice(plan: Plan) -> Iterator[Finding]:
    """A key decision needs 28 clear days' notice, else five, else the scrutiny chair's consent."""
    for council, act, on in key_acts(plan):
        asked = need(council.law, KEY, on)
        notices = council.notices_of(act, NoticeKind.KEY_DECISION)
        if asked is None or not notices:
            continue
        notice = notices[0]
        count, known = count_of_28(council, on)
        given, both = given_in_words(council, notice.published_on, on, count, known=known)
        if given >= asked.number:
            continue
        severity, rests_on = _rests_on(council, act, on, notice)
        yield missed(
            council,
            asked,
            "notices",
            notice,
            f"Notice of {in_words(notice.published_on)} for the key decision of {in_words(on)} "
            f"gave {days(given, 'clear day')}, not {asked.number}{rests_on}",
            actual=both,
            required=f"{asked.number} clear days",
            margin=given - asked.number,
            cures=_ways_out(council, act, on, notice.published_on, asked, count),
            severity=severity,
            reference=f"{asked.reference}; regs 10, 11, 19",
            figures=(("clear days needed", str(asked.number)), ("clear days given", str(given))),
            **on_act(act),
        )


def a_key_decision_has_its_notice(plan: Plan) -> Iterator[Finding]:
    """A key decision without a notice, once the last day for one has passed: was there one?"""
    for council, act, on in key_acts(plan):
        asked = need(council.law, KEY, on)
        others = (NoticeKind.GENERAL_EXCEPTION, NoticeKind.SPECIAL_URGENCY)
        if council.notices_of(act, NoticeKind.KEY_DECISION, *others):
            continue
        if asked is None:
            yield broken(
                council,
                KEY,
                act.kind,
                act.fact,
                f"The notice of the key decision of {in_words(on)} could not be tested: no days "
                "are held for so early a decision.",
                severity=Severity.QUESTION,
                cures=("Ask the monitoring officer which rules then held.",),
                **on_act(act),
            )
            continue
        count, _ = count_of_28(council, on)
        latest = latest_publication(on, asked.number, count, council.working)[0]
        if latest >= council.as_at:
            continue
        yield broken(
            council,
            KEY,
            act.kind,
            act.fact,
            f"{council.name}: notice of the key decision of {in_words(on)} had to be published by "
            f"{in_words(latest)}; no notice is recorded.",
            severity=Severity.QUESTION,
            cures=(
                (
                    f"Ask {council.name}'s democratic services when it first stood in the "
                    "forward plan, and record it."
                ),
                *_ways_out(council, act, on, council.as_at, asked, count),
            ),
            **on_act(act),
        )


def the_forward_plan_comes_in_time(plan: Plan) -> Iterator[Finding]:
    """A key decision still without notice waits for a forward plan that appears in time."""
    for council, act, on in key_acts(plan):
        asked = need(council.law, KEY, on)
        if asked is None:
            continue
        if council.notices_of(act, NoticeKind.KEY_DECISION, NoticeKind.GENERAL_EXCEPTION):
            continue
        count, _ = count_of_28(council, on)
        latest = latest_publication(on, asked.number, count, council.working)[0]
        following = _next_forward_plan(council)
        if latest < council.as_at or following is None or following <= latest:
            continue
        yield broken(
            council,
            "FP-CYCLE",
            act.kind,
            act.fact,
            f"{council.name}'s next forward plan is that of {in_words(following)}; notice of the "
            f"key decision of {in_words(on)} has to be out by {in_words(latest)}.",
            actual=f"next forward plan {in_words(following)}",
            required=f"notice by {in_words(latest)}",
            margin_days=(latest - following).days,
            cures=(
                "Publish the notice outside the cycle.",
                move_to(
                    council,
                    act.body,
                    earliest_meeting(following, asked.number, count, council.working)[0],
                ),
            ),
            **on_act(act),
        )


def _next_forward_plan(council: CouncilPlan) -> date | None:
    fixed = [day for day in council.authority.forward_plans if day >= council.as_at]
    if fixed:
        return min(fixed)
    cycle = council.own("forward_plan_cycle", council.as_at)
    return read_cycle(cycle).on_or_after(council.as_at) if cycle else None


def _rests_on(
    council: CouncilPlan, act: Act, on: date, notice: Notice
) -> tuple[Severity | None, str]:
    """What a key decision at short notice rests on, and how grave that leaves it.

    Nothing claimed leaves the breach; a way out that is claimed and not shown is a warning; one
    that has its own notice is tested by its own rule.
    """
    exception = council.notices_of(act, NoticeKind.GENERAL_EXCEPTION)
    if exception:
        return Severity.NOTE, f": it rests on the general exception of {_day(exception[0])}."
    urgency = special_urgency(council, act)
    if urgency is not None:
        return Severity.NOTE, f": it rests on the special urgency of {_day(urgency)}."
    short = need(council.law, SHORT, on)
    given = clear_days_given(council, notice.published_on, on)
    if short is not None and given >= short.number:
        way = "the general exception (reg 10), which also needs the scrutiny chair told"
    else:
        way = (
            f"special urgency (reg 11), since reg 10 needs {short.number if short else 5} clear "
            f"working days and {given} were given; the scrutiny chair's agreement is not held"
        )
    if notice.urgent or (act.decision is not None and act.decision.urgent):
        return Severity.WARNING, f": it rests on {way}."
    could = "could rest" if on > council.as_at else "could have rested"
    return None, f", and no exception is recorded. It {could} on {way}."


def _ways_out(
    council: CouncilPlan, act: Act, on: date, published: date, asked: Need, count: Count
) -> tuple[str, ...]:
    if on <= council.as_at:
        return (
            (
                "Record which exception was used, the agreement and its reasons, and report the "
                "decision to the council."
            ),
            decide_again(council, act.body, asked.number, count),
        )
    day = earliest_meeting(published, asked.number, count, council.working)[0]
    short = need(council.law, SHORT, on)
    return (
        move_to(council, act.body, day),
        *((general_exception(council, short.number),) if short else ()),
        SPECIAL_URGENCY,
    )


def special_urgency(council: CouncilPlan, act: Act) -> Notice | None:
    """The special urgency that was used for an act, None where there is none."""
    return next(iter(council.notices_of(act, NoticeKind.SPECIAL_URGENCY)), None)


def _day(notice: Notice) -> str:
    return in_words(notice.published_on)
