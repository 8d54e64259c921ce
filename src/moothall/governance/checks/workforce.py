"""What a proposal does to employees: unions told early, transfer and redundancy in their time."""

from collections.abc import Iterator
from datetime import date, timedelta

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.agreements import WorkforceChange
from moothall.facts.decisions import Answer, StepKind
from moothall.governance.checks.answers import broken, days, missed, need, said
from moothall.governance.checks.cures import by
from moothall.governance.checks.papers import sittings_of
from moothall.governance.checks.plan import CouncilPlan, Plan
from moothall.law.clear_days import Count, latest_publication


def unions_hear_before_the_public_does(plan: Plan) -> Iterator[Finding]:
    """A briefing some working days before the first report on the proposal is public."""
    for council in plan.councils:
        report = first_public_report(council)
        if report is None:
            continue
        asked = need(
            council.law,
            "TU-EARLY",
            report,
            "lead days",
            council=council,
            own="trade_union_briefing_lead_days",
        )
        if asked is None:
            continue
        latest = _working_days_before(council, report, asked.number)
        for step in council.steps_of(StepKind.TRADE_UNION_BRIEFING):
            span = council.span_of(step)
            if span is None or span.latest <= latest:
                continue
            surely = span.earliest > latest
            when = said(span)
            yield missed(
                council,
                asked,
                "steps",
                step,
                f"{council.name}: {step.name} ({when}) {'comes' if surely else 'may come'} too "
                f"late: the first report on the proposal is public by {in_words(report)}, and "
                f"unions should hear by {in_words(latest)}.",
                actual=when,
                required=f"{days(asked.number, 'working day')} before {in_words(report)}",
                margin=(latest - span.earliest).days if surely else None,
                severity=None if surely else Severity.NOTE,
                cures=(by(council, latest, "Brief the unions"),),
                assumed=step.assumed or "",
            )


def first_public_report(council: CouncilPlan) -> date | None:
    """The first day on which a report on the proposal is public in a council.

    The day on which the papers were out where it is held, else the last day on which they had to.
    """
    found = []
    for sitting in sittings_of(council):
        if sitting.meeting.papers_published_on is not None:
            found.append(sitting.meeting.papers_published_on)
        elif sitting.asked is not None:
            found.append(
                latest_publication(
                    sitting.meeting.held_on, sitting.asked.number, Count.WORKING, council.working
                )[0]
            )
    return min(found, default=None)


def employees_are_informed_before_a_transfer(plan: Plan) -> Iterator[Finding]:
    """Long enough before a transfer to be consulted; so many days are a plan's, not the law's."""
    for council, change in _changes(plan):
        on = change.transfer_on
        if change.transfer is not Answer.YES or on is None:
            continue
        asked = need(council.law, "TUPE-INFO", on, "plan days")
        if asked is None:
            continue
        latest = on - timedelta(days=asked.number)
        if change.informed_on is None:
            what = "information to the employees' representatives"
            yield from _not_recorded(council, change, "TUPE-INFO", latest, on, what)
            continue
        given = (on - change.informed_on).days
        if given >= asked.number:
            continue
        yield missed(
            council,
            asked,
            "workforce_changes",
            change,
            f"{council.name}: the employees' representatives are informed on "
            f"{in_words(change.informed_on)}, {days(given)} before the transfer of "
            f"{in_words(on)}, not {asked.number}{asked.words}.",
            actual=days(given),
            required=days(asked.number),
            margin=given - asked.number,
            # After the transfer is never long enough before it, whatever the plan's number.
            **({"standing": asked.rule.kind.value} if given <= 0 else {}),
            severity=Severity.BREACH if given <= 0 and asked.rule.binds else asked.severity,
            cures=(by(council, latest, "Inform them"), "Move the transfer."),
        )


def liability_information_comes_before_a_transfer(plan: Plan) -> Iterator[Finding]:
    """The old employer tells the new one what it takes over, 28 days before."""
    for council, change in _changes(plan):
        on = change.transfer_on
        if change.transfer is not Answer.YES or on is None:
            continue
        asked = need(council.law, "TUPE-INFO", on, "liability information days")
        if asked is None:
            continue
        latest = on - timedelta(days=asked.number)
        if change.liability_information_on is None:
            what = "employee liability information"
            yield from _not_recorded(council, change, "TUPE-INFO", latest, on, what)
            continue
        given = (on - change.liability_information_on).days
        if given < asked.number:
            yield missed(
                council,
                asked,
                "workforce_changes",
                change,
                f"{council.name}: employee liability information is given on "
                f"{in_words(change.liability_information_on)}, {days(given)} before the transfer "
                f"of {in_words(on)}, not {asked.number}.",
                actual=days(given),
                required=days(asked.number),
                margin=given - asked.number,
                cures=(by(council, latest, "Give it"), "Move the transfer."),
            )


def a_transfer_is_answered(plan: Plan) -> Iterator[Finding]:
    """Where employees are affected, somebody says whether they transfer."""
    for council, change in _changes(plan):
        unknown = change.transfer is Answer.UNKNOWN
        undated = change.transfer is Answer.YES and change.transfer_on is None
        if unknown or undated:
            yield broken(
                council,
                "TUPE-INFO",
                "workforce_changes",
                change,
                f"{council.name}: {'whether employees' if unknown else 'on which day they'} "
                "transfer to another employer is not recorded.",
                severity=Severity.QUESTION,
                cures=(f"Ask {council.name}'s HR.",),
            )


def redundancies_are_consulted_on_in_time(plan: Plan) -> Iterator[Finding]:
    """Thirty days before the first dismissal, or forty-five, by how many are proposed."""
    for council, change in _changes(plan):
        first, began, number = (
            change.first_dismissal_on,
            change.consultation_began_on,
            change.redundancies,
        )
        if number is None or first is None:
            if first is not None or began is not None or number:
                yield broken(
                    council,
                    "TU-S188",
                    "workforce_changes",
                    change,
                    f"{council.name}: how many redundancies are proposed, and when the first would "
                    "take effect, is not all recorded; their consultation could not be tested.",
                    severity=Severity.QUESTION,
                    cures=(f"Ask {council.name}'s HR.",),
                )
            continue
        threshold = need(council.law, "TU-S188", first, "threshold")
        many = need(council.law, "TU-S188", first, "many")
        if threshold is None or number < threshold.number:
            continue
        name = "days for many" if many is not None and number >= many.number else "days"
        asked = need(council.law, "TU-S188", first, name)
        if asked is None:
            continue
        latest = first - timedelta(days=asked.number)
        if began is None:
            what = f"consultation on {number} redundancies"
            yield from _not_recorded(council, change, "TU-S188", latest, first, what)
            continue
        given = (first - began).days
        if given >= asked.number:
            continue
        award = need(council.law, "TU-S188", first, "protective award")
        risk = f" A tribunal may award up to {award.number} days' pay each." if award else ""
        yield missed(
            council,
            asked,
            "workforce_changes",
            change,
            f"{council.name}: consultation on {number} redundancies begins on {in_words(began)}, "
            f"{days(given)} before the first dismissal of {in_words(first)}, not "
            f"{asked.number}.{risk}",
            actual=days(given),
            required=days(asked.number),
            margin=given - asked.number,
            cures=(
                f"No dismissal before {in_words(began + timedelta(days=asked.number))}.",
                by(council, latest, "Begin"),
            ),
        )


def _changes(plan: Plan) -> Iterator[tuple[CouncilPlan, WorkforceChange]]:
    for change in plan.programme.workforce_changes:
        for council in plan.of(change.proposal):
            if council.authority.code == change.authority:
                yield council, change


def _not_recorded(
    council: CouncilPlan,
    change: WorkforceChange,
    rule: str,
    latest: date,
    on: date,
    what: str,
) -> Iterator[Finding]:
    """A last day that has passed without a record is a question."""
    if latest >= council.as_at:
        return
    event = "first dismissal" if rule == "TU-S188" else "transfer"
    yield broken(
        council,
        rule,
        "workforce_changes",
        change,
        f"{council.name}: {what} was due by {in_words(latest)}, before the {event} of "
        f"{in_words(on)}; none is recorded.",
        severity=Severity.QUESTION,
        cures=(f"Ask {council.name}'s HR when it was given.",),
    )


def _working_days_before(council: CouncilPlan, day: date, number: int) -> date:
    while number:
        day -= timedelta(days=1)
        number -= council.working.counts(day)
    return day
