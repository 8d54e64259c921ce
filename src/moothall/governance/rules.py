"""Rules on decisions: keys, notices, scrutiny, clearance, and each council's own silence."""

from collections.abc import Iterator
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.authority import GovernanceModel
from moothall.facts.decisions import Answer
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.governance.checks import checks
from moothall.governance.key_decision import rules as key_decision_rules
from moothall.governance.record import rules as record_rules
from moothall.governance.resolutions import rules as resolution_rules
from moothall.governance.route import JointRoute
from moothall.governance.scrutiny import rules as scrutiny_rules
from moothall.law.law import Law


def findings(
    programme: Programme, law: Law, routes: tuple[JointRoute, ...], as_at: date
) -> list[Finding]:
    """Everything this room finds."""
    return (
        run(
            (
                the_key_decision_answer_has_its_reasons,
                not_applicable_is_not_contradicted,
            ),
            programme,
        )
        + run(
            (
                every_council_answers_the_key_decision_test,
                the_key_decision_answer_stands,
                the_record_lists_the_options,
            ),
            programme,
            law,
        )
        + run((scrutiny_sees_it_before_the_decision,), programme, law, routes)
        + run((every_council_has_a_day_of_effect, decisions_are_synchronised), programme, routes)
        + run(
            (a_planned_decision_is_recorded,),
            programme,
            routes,
            as_at,
        )
        + key_decision_rules.findings(programme, law, as_at)
        + resolution_rules.findings(programme, law, as_at)
        + record_rules.findings(programme, law)
        + scrutiny_rules.findings(programme, law, as_at)
        + checks.findings(programme, law, as_at)
    )


def every_council_answers_the_key_decision_test(
    programme: Programme, law: Law
) -> Iterator[Finding]:
    """Each executive council tests for itself whether this is a key decision (R13)."""
    answered = {
        (test.proposal, test.authority)
        for test in programme.key_decision_tests
        if test.answer is not Answer.UNKNOWN
    } | {(d.proposal, d.authority) for d in programme.decisions if d.key is not Answer.UNKNOWN}
    for proposal in programme.proposals:
        for code in proposal.parties:
            authority = programme.authority(code)
            period = authority.governance_on(proposal.known_on)
            if (proposal.id, code) in answered or (
                period is not None and period.model is not GovernanceModel.EXECUTIVE
            ):
                continue
            yield finding_on(
                programme,
                "proposals",
                proposal,
                Severity.QUESTION,
                f"{authority.short_name} has not said whether {proposal.name} is a key decision.",
                "Test it against money, wards and the council's own limbs, and record the reasons.",
                upholds="KEY-TEST",
                reference=law.rule("KEY-TEST").reference,
                authority=code,
            )


def the_key_decision_answer_has_its_reasons(programme: Programme) -> Iterator[Finding]:
    """An answer without reasons cannot be tested again when scope changes (R13)."""
    for test in programme.key_decision_tests:
        if test.answer is not Answer.UNKNOWN and not test.reasons:
            yield finding_on(
                programme,
                "key_decision_tests",
                test,
                Severity.WARNING,
                f"Key decision: {test.answer.value}, without a reason.",
                "Give the reasons, limb by limb.",
                upholds="R13",
            )


def the_key_decision_answer_stands(programme: Programme, law: Law) -> Iterator[Finding]:
    """What was held not to be key was later decided as key."""
    for decision in programme.decisions:
        for test in programme.key_decision_tests:
            if (test.proposal, test.authority) != (decision.proposal, decision.authority):
                continue
            if Answer.UNKNOWN in (test.answer, decision.key) or test.answer is decision.key:
                continue
            because = f" ({decision.key_reason})" if decision.key_reason else ""
            yield finding_on(
                programme,
                "decisions",
                decision,
                Severity.WARNING,
                f"Document {test.source} answered {test.answer.value} to the key decision test; "
                f"the decision of {in_words(decision.decided_on)} is recorded as "
                f"key: {decision.key.value}{because}.",
                "Test again whenever scope or money changes, and tell those who relied on the "
                "first answer.",
                upholds="KEY-TEST",
                reference=law.rule("KEY-TEST").reference,
            )


def scrutiny_sees_it_before_the_decision(
    programme: Programme, law: Law, routes: tuple[JointRoute, ...]
) -> Iterator[Finding]:
    """Promised scrutiny comes before the decision, in each council (R4)."""
    for route in routes:
        for lane in route.authorities:
            decision = next(step for step in lane.steps if step.kind == "decision")
            # A service committee's members decide and question in one room.
            if lane.model == GovernanceModel.COMMITTEE or not lane.body:
                continue
            seen = [step.sorts_on for step in lane.steps if step.kind == "scrutiny"]
            if any(day <= decision.sorts_on for day in seen):
                continue
            late = "only afterwards" if seen else "not at all"
            yield finding_on(
                programme,
                "proposals",
                programme.proposal(route.proposal),
                Severity.WARNING,
                f"{lane.body} of {lane.name} decides on {route.name}; scrutiny there is planned "
                f"{late}.",
                "Put it to the lead scrutiny committee first, or say why not.",
                upholds="PREDECISION-SCRUTINY",
                reference=law.rule("PREDECISION-SCRUTINY").reference,
                authority=lane.authority,
            )


def not_applicable_is_not_contradicted(programme: Programme) -> Iterator[Finding]:
    """ "Not applicable" beside content that applies is shown (R9)."""
    for implication in programme.implications:
        if implication.text.lower().startswith("not applicable") and implication.contradicted_by:
            yield finding_on(
                programme,
                "implications",
                implication,
                Severity.WARNING,
                f"{implication.heading}: “not applicable”; but {implication.contradicted_by}",
                "Write the implication, or give the reason why there is none.",
                upholds="R9",
            )


def the_record_lists_the_options(programme: Programme, law: Law) -> Iterator[Finding]:
    """A decision's record names the alternatives that were considered and rejected."""
    rejected = {option.proposal for option in programme.options}
    for decision in programme.decisions:
        if decision.options_considered.lower().startswith("none") and (
            decision.proposal in rejected
        ):
            yield finding_on(
                programme,
                "decisions",
                decision,
                Severity.WARNING,
                f"The record of {in_words(decision.decided_on)} names no alternative; options are "
                "held for this proposal.",
                "Carry the options and the reasons into the decision record.",
                upholds="RECORD-DECISION",
                reference=law.rule("RECORD-DECISION").reference,
            )


def every_council_has_a_day_of_effect(
    programme: Programme, routes: tuple[JointRoute, ...]
) -> Iterator[Finding]:
    """What is unknown about a council's own rule is a question to it, not a guess."""
    for route in routes:
        for lane in route.authorities:
            for question in lane.ask:
                yield finding_on(
                    programme,
                    "proposals",
                    programme.proposal(route.proposal),
                    Severity.QUESTION,
                    f"When {lane.name}'s decision takes effect could not be worked out.",
                    question,
                    upholds="CALLIN-WINDOW",
                    authority=lane.authority,
                    reference="",
                )


def decisions_are_synchronised(
    programme: Programme, routes: tuple[JointRoute, ...]
) -> Iterator[Finding]:
    """Approvals promised as synchronised should fall close together (R2)."""
    for route in routes:
        if route.decisions_apart:
            first, last = sorted(
                (lane for lane in route.authorities if lane.decides_on),
                key=lambda lane: lane.decides_on or date.max,
            )[:: max(1, len(route.authorities) - 1)][:2]
            yield finding_on(
                programme,
                "proposals",
                programme.proposal(route.proposal),
                Severity.NOTE,
                f"The councils decide {route.decisions_apart} days apart: {first.name} on "
                f"{in_words(first.decides_on or date.max)}, {last.name} on "
                f"{in_words(last.decides_on or date.max)}.",
                f"Make {first.name}'s decision subject to {last.name}'s agreement.",
                upholds="SYNC-BARRIER",
            )


def a_planned_decision_is_recorded(
    programme: Programme, routes: tuple[JointRoute, ...], as_at: date
) -> Iterator[Finding]:
    """The day of a planned decision has passed: was it taken, and as planned?"""
    for route in routes:
        for lane in route.authorities:
            decision = next(step for step in lane.steps if step.kind == "decision")
            if decision.taken or lane.decides_on is None or lane.decides_on >= as_at:
                continue
            yield finding_on(
                programme,
                "proposals",
                programme.proposal(route.proposal),
                Severity.QUESTION,
                f"{lane.name} was to decide on {route.name} on {in_words(lane.decides_on)}; no "
                "record is held that it did.",
                "Record the decision as published, with its day of effect.",
                upholds="RECORD-DECISION",
                authority=lane.authority,
                assumed=decision.assumed,
                reference="",
            )
