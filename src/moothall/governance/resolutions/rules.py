"""Rules on twin resolutions, on what is carried back, and on the record of each (R2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_by
from moothall.facts.programme import Programme
from moothall.governance.checks.plan import Plan, plan_of
from moothall.governance.checks.records import record_rule
from moothall.governance.resolutions.agreement import all_of
from moothall.governance.resolutions.carried_back import amendments_of
from moothall.governance.resolutions.live import MatterStanding, standings_of
from moothall.governance.resolutions.matters import Asked, Twins, twins_of
from moothall.governance.resolutions.passed import Standing
from moothall.governance.resolutions.wording import differ, names_of, pieces
from moothall.law.law import Law

RULE = "SYNC-BARRIER"
_NOT_PASSED = (Standing.REFUSED, Standing.DEFERRED, Standing.REFERRED_BACK, Standing.LEFT_OUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolutions:
    """The twins of one proposal with where each matter stands: what these rules are put to."""

    programme: Programme
    law: Law
    plan: Plan
    twins: Twins
    standings: tuple[MatterStanding, ...]


def findings(programme: Programme, law: Law, as_at: date) -> list[Finding]:
    """Everything that the resolutions of every proposal give cause to say."""
    plan = plan_of(programme, law, as_at)
    found = run((a_record_gives_its_reasons, an_interest_says_its_dispensation), plan)
    for proposal in programme.proposals:
        twins = twins_of(programme, proposal)
        if not twins.papers:
            continue
        found += run(
            (
                every_council_is_asked_the_same,
                twin_recommendations_say_the_same,
                each_resolution_waits_for_the_others,
                a_resolution_is_subject_to_other_parties,
                a_matter_is_not_passed_by_some_only,
                what_was_amended_is_carried_back,
            ),
            Resolutions(
                programme=programme,
                law=law,
                plan=plan,
                twins=twins,
                standings=standings_of(programme, twins, plan),
            ),
        )
    return found


def every_council_is_asked_the_same(held: Resolutions) -> Iterator[Finding]:
    """A matter that takes effect is put to every party; one that is not asked has no twin."""
    for standing in held.standings:
        matter = standing.matter
        if not matter.takes_effect:
            continue
        for code in matter.missing:
            party = next(each for each in standing.parties if each.authority == code)
            if party.standing is not Standing.NOT_ASKED:
                continue  # it was passed there all the same
            has = (
                "no paper with recommendations is held"
                if code in held.twins.without
                else ("its latest paper does not ask for it")
            )
            yield _on(
                held,
                matter.asked[0],
                f"{matter.asked[0].name} is asked to {matter.words.rstrip('.')} "
                f"(“{matter.matter}”); of {party.name} {has}.",
                f"Put the same recommendation into {party.name}'s paper, with the matter "
                f"“{matter.matter}”, or record that {party.name} need not decide it.",
                authority=code,
            )


def twin_recommendations_say_the_same(held: Resolutions) -> Iterator[Finding]:
    """What each council approves is one thing, so its words are the same but for names."""
    for standing in held.standings:
        if not standing.matter.takes_effect:
            continue
        codes = [each.authority for each in standing.matter.asked]
        for one, other in pairwise(standing.matter.asked):
            names = tuple(names_of(held.programme, each.authority, codes) for each in (one, other))
            if one.authority == other.authority or not differ(
                pieces(one.words, other.words, (names[0], names[1]))
            ):
                continue
            yield _on(
                held,
                other,
                f"“{standing.matter.matter}” is worded otherwise: {one.name} is asked to "
                f"{one.words.rstrip('.')}; {other.name} to {other.words.rstrip('.')}.",
                "Use the same words in every council's paper, or say why they differ.",
                severity=Severity.NOTE,
            )


def each_resolution_waits_for_the_others(held: Resolutions) -> Iterator[Finding]:
    """Where councils approve one thing, each approval is subject to the others' agreement."""
    for standing in held.standings:
        matter = standing.matter
        if not matter.takes_effect or standing.is_live or len(matter.asked) < 2:
            continue
        for asked in matter.asked:
            others = [
                held.programme.authority(each.authority).name
                for each in matter.asked
                if each.authority != asked.authority
                and each.authority not in asked.recommendation.subject_to
                and each.name.casefold() not in asked.words.casefold().partition("subject to")[2]
            ]
            if not others:
                continue
            yield _on(
                held,
                asked,
                f"Recommendation {asked.recommendation.number} of {asked.name}'s paper would take "
                f"effect without {all_of(others)}.",
                f"Make it subject to the agreement of {all_of(others)} (subject_to).",
            )


def a_resolution_is_subject_to_other_parties(held: Resolutions) -> Iterator[Finding]:
    """Who must agree is another council that decides on the proposal."""
    parties = held.twins.proposal.parties
    for asked in (*_linked(held.twins), *held.twins.alone):
        for code in asked.recommendation.subject_to:
            if code in parties and code != asked.authority:
                continue
            why = "the council itself" if code == asked.authority else "no party to the proposal"
            yield _on(
                held,
                asked,
                f"Recommendation {asked.recommendation.number} of {asked.name}'s paper is subject "
                f"to the agreement of “{code}”, which is {why}.",
                f"Name another party in subject_to: {', '.join(parties)}.",
            )


def a_matter_is_not_passed_by_some_only(held: Resolutions) -> Iterator[Finding]:
    """A matter that one council passed and another did not has to be settled between them."""
    for standing in held.standings:
        if not standing.matter.takes_effect:
            continue
        passed = [each for each in standing.parties if each.standing is Standing.PASSED]
        for party in standing.parties:
            decision = party.passed.decision
            if not passed or party.standing not in _NOT_PASSED or decision is None:
                continue
            names = all_of([each.name for each in passed])
            yield finding_by(
                held.programme,
                held.law.rule(RULE),
                "decisions",
                decision,
                f"{names} passed “{standing.matter.matter}”; {party.name}: {party.standing} on "
                f"{in_words(decision.decided_on)}. It is live in no council until all have "
                "passed it.",
                f"Settle it with {party.name}, and tell {names} what becomes of their decision.",
            )


def what_was_amended_is_carried_back(held: Resolutions) -> Iterator[Finding]:
    """What one meeting changed is carried into the other councils' papers and decisions (R2)."""
    for amended in amendments_of(held.programme, held.twins):
        cures = tuple(each.what_to_do for each in amended.touched)
        if amended.surely and not cures:
            continue
        yield finding_by(
            held.programme,
            held.law.rule(RULE),
            "decisions",
            amended.decision,
            amended.words,
            " ".join(cures) or "Record the amendment, or that there was none.",
            severity=Severity.WARNING if amended.surely else Severity.QUESTION,
            cures=cures,
        )


def a_record_gives_its_reasons(plan: Plan) -> Iterator[Finding]:
    """The record of an executive's or an officer's decision says why (reg 12(2), reg 7(3))."""
    for council, act in plan.acts():
        decision, rule = act.decision, record_rule(council, act)
        if decision is None or rule is None or decision.reasons.strip():
            continue
        yield finding_by(
            plan.programme,
            plan.law.rule(rule),
            "decisions",
            decision,
            f"The record held of {council.name}'s decision of {in_words(decision.decided_on)} "
            "gives no reasons.",
            "Complete the record from the published statement.",
            severity=Severity.WARNING,
        )


def an_interest_says_its_dispensation(plan: Plan) -> Iterator[Finding]:
    """A conflict declared is recorded with the dispensation granted, or that there was none."""
    for council, act in plan.acts():
        decision, rule = act.decision, record_rule(council, act)
        if decision is None or rule != "RECORD-DECISION" or decision.dispensations.strip():
            continue
        interests = decision.interests.strip().casefold().rstrip(".")
        if not interests or interests.startswith(("none", "no ", "nil", "n/a", "not applicable")):
            continue
        yield finding_by(
            plan.programme,
            plan.law.rule(rule),
            "decisions",
            decision,
            f"The record of {council.name}'s decision of {in_words(decision.decided_on)} names an "
            "interest; whether a dispensation was granted is not recorded.",
            "Record the dispensation, or that there was none.",
            severity=Severity.QUESTION,
        )


def _linked(twins: Twins) -> Iterator[Asked]:
    return (asked for matter in twins.matters for asked in matter.asked)


def _on(held: Resolutions, asked: Asked, message: str, cure: str, **more: Any) -> Finding:
    return finding_by(
        held.programme, held.law.rule(RULE), "papers", asked.paper, message, cure, **more
    )
