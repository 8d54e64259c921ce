"""Rules on records that were brought in or entered: days in their order, and one story told once.

What is printed is never set right here; where it cannot be as printed, that is said.
"""

from collections.abc import Iterator
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.decisions import Decision
from moothall.facts.findings import finding_by
from moothall.facts.programme import Programme
from moothall.governance.record.compared import says_the_same
from moothall.law.law import Law

RULE = "RECORD-DECISION"
_ASK = "Ask democratic services which is right, and record it as the council publishes it."


def findings(programme: Programme, law: Law) -> list[Finding]:
    """Everything that the records of decisions and meetings give cause to say."""
    return run(
        (
            the_days_of_a_decision_follow_each_other,
            a_decision_falls_on_the_day_of_its_meeting,
            the_minutes_and_the_decision_say_the_same,
        ),
        programme,
        law,
    )


def the_days_of_a_decision_follow_each_other(programme: Programme, law: Law) -> Iterator[Finding]:
    """A decision is taken, then published, then takes effect."""
    for decision in programme.decisions:
        published, effective = decision.published_on, decision.effective_on
        if published is not None and published < decision.decided_on:
            yield _on(
                programme,
                law,
                decision,
                f"The decision of {in_words(decision.decided_on)} is printed as published on "
                f"{in_words(published)}, before it was taken.",
                actual=in_words(published),
            )
        if effective is not None and effective < decision.decided_on:
            yield _on(
                programme,
                law,
                decision,
                f"The decision of {in_words(decision.decided_on)} is printed as effective from "
                f"{in_words(effective)}, before it was taken.",
                actual=in_words(effective),
            )


def a_decision_falls_on_the_day_of_its_meeting(programme: Programme, law: Law) -> Iterator[Finding]:
    """A decision that names its meeting was taken on that meeting's day."""
    days = {meeting.id: meeting.held_on for meeting in programme.meetings}
    for decision in programme.decisions:
        met = days.get(decision.meeting or "")
        if met is None or met == decision.decided_on:
            continue
        yield _on(
            programme,
            law,
            decision,
            f"The decision is printed as taken on {in_words(decision.decided_on)}; its meeting is "
            f"held as of {in_words(met)}.",
            actual=in_words(decision.decided_on),
            required=in_words(met),
        )


def the_minutes_and_the_decision_say_the_same(programme: Programme, law: Law) -> Iterator[Finding]:
    """What the minutes print as resolved is what the record of the decision prints."""
    for decision in programme.decisions:
        if not decision.resolutions:
            continue
        told = tuple(each.text for each in decision.resolutions)
        for minutes in programme.minutes:
            if minutes.meeting != decision.meeting:
                continue
            for item in minutes.items:
                if item.proposal != decision.proposal or not item.resolved:
                    continue
                if says_the_same(told, item.resolved):
                    continue
                yield _on(
                    programme,
                    law,
                    decision,
                    f"The record of {in_words(decision.decided_on)} and the minutes of that "
                    f"meeting tell the resolution otherwise: “{' '.join(told)}” and "
                    f"“{' '.join(item.resolved)}”.",
                    severity=Severity.NOTE,
                )


def _on(
    programme: Programme,
    law: Law,
    decision: Decision,
    message: str,
    *,
    severity: Severity = Severity.WARNING,
    actual: str = "",
    required: str = "",
) -> Finding:
    return finding_by(
        programme,
        law.rule(RULE),
        "decisions",
        decision,
        message,
        _ASK,
        severity=severity,
        actual=actual,
        required=required,
    )


def findings_with(programme: Programme, law: Law, as_at: date) -> list[Finding]:
    """What a programme as it would be gives cause to say of its records and their days."""
    from moothall.governance.checks.call_in import (
        a_printed_day_of_effect_computes,
        a_printed_end_of_the_call_in_computes,
    )
    from moothall.governance.checks.plan import plan_of
    from moothall.governance.checks.records import a_decision_record_has_its_elements
    from moothall.governance.resolutions.rules import (
        a_record_gives_its_reasons,
        an_interest_says_its_dispensation,
    )

    return findings(programme, law) + run(
        (
            a_printed_day_of_effect_computes,
            a_printed_end_of_the_call_in_computes,
            a_decision_record_has_its_elements,
            a_record_gives_its_reasons,
            an_interest_says_its_dispensation,
        ),
        plan_of(programme, law, as_at),
    )
