"""The power that an agreement uses, held against each council's governance model and bodies."""

from collections.abc import Iterator
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.agreements import Agreement, FunctionKind, Power
from moothall.facts.authority import GovernanceModel
from moothall.facts.bodies import BodyKind
from moothall.governance.checks.answers import broken
from moothall.governance.checks.plan import Plan

_FORMAL = (Power.DELEGATION, Power.JOINT_COMMITTEE)


def an_arrangement_says_whose_functions_it_takes(plan: Plan) -> Iterator[Finding]:
    """Executive functions and the council's go by different Acts and different bodies."""
    for agreement, councils in plan.agreements():
        if agreement.power not in _FORMAL or agreement.functions is not None or not councils:
            continue
        yield broken(
            councils[0],
            _rule(agreement),
            "agreements",
            agreement,
            f"{agreement.name}: whether its functions are the executive's or the council's is not "
            "recorded, so the route and the bodies that must agree could not be tested.",
            severity=Severity.QUESTION,
            cures=("Ask the monitoring officer of each party.",),
        )


def a_delegation_takes_the_route_of_the_models(plan: Plan) -> Iterator[Finding]:
    """Executive functions go to an executive by the Act of 2000, not by that of 1972."""
    for agreement, councils in plan.agreements():
        if agreement.power is not Power.DELEGATION or agreement.functions is None:
            continue
        provider = next((c for c in councils if c.authority.code == agreement.provider), None)
        if provider is None or agreement.functions is FunctionKind.COUNCIL:
            continue
        model = provider.model_on(_from(agreement, plan.as_at))
        if model is None:
            continue
        executive = model is GovernanceModel.EXECUTIVE
        yield broken(
            provider,
            "DELEGATION-ROUTE",
            "agreements",
            agreement,
            f"{agreement.name}: {provider.name} "
            + (
                "has an executive, so the executive functions go to it under Local Government Act "
                "2000 s9EA and SI 2012/1019; Local Government Act 1972 s101(1A) shuts the other "
                "way."
                if executive
                else "decides by committees, so they go to it under Local Government Act 1972 "
                "s101(1)(b)."
            ),
            severity=Severity.NOTE,
            cures=("Name that power in the agreement and in each council's resolution.",),
        )


def an_arrangement_outlives_no_change_of_model(plan: Plan) -> Iterator[Finding]:
    """A delegation lapses when a council's functions become its executive's."""
    for agreement, councils in plan.agreements():
        if agreement.power is not Power.DELEGATION or agreement.functions is FunctionKind.COUNCIL:
            continue
        first = _from(agreement, plan.as_at)
        last = agreement.ends.latest if agreement.ends else date.max
        for council in councils:
            for period in council.authority.governance:
                if not first < period.since <= last:
                    continue
                earlier = [p for p in council.authority.governance if p.since < period.since]
                if period.model is not GovernanceModel.EXECUTIVE or not earlier:
                    continue
                if max(earlier, key=lambda p: p.since).model is period.model:
                    continue
                yield broken(
                    council,
                    "DELEGATION-ROUTE",
                    "agreements",
                    agreement,
                    f"{council.name} moves to the executive model on {in_words(period.since)}; "
                    f"from then {agreement.name} has no effect for functions that become the "
                    "executive's (Local Government Act 1972 s101(1B)).",
                    severity=Severity.WARNING,
                    actual=f"runs to {agreement.ends or 'no stated end'}",
                    required=f"made afresh by {in_words(period.since)}",
                    cures=(
                        (
                            "Make the arrangement afresh under Local Government Act 2000 s9EA from "
                            "that day."
                        ),
                    ),
                )


def every_council_appoints_by_the_right_body(plan: Plan) -> Iterator[Finding]:
    """A joint committee or delegation is agreed by the executive, the full council, or both."""
    for agreement, councils in plan.agreements():
        if agreement.power not in _FORMAL or agreement.functions is None:
            continue
        for council in councils:
            acts = [act for act in council.approvals if act.body is not None]
            if not acts:
                continue  # a council without any decision has its own question
            held = {act.body.kind for act in acts if act.body is not None}
            day = next((act.on for act in acts if act.on), council.as_at)
            for kind, name in _appointing(agreement, council.model_on(day)):
                if kind in held:
                    continue
                rule = _rule(agreement) if kind is BodyKind.EXECUTIVE else _council_rule(agreement)
                yield broken(
                    council,
                    rule,
                    acts[0].kind,
                    acts[0].fact,
                    f"{agreement.name} takes functions of {name}; in {council.name} "
                    f"{acts[0].body.name if acts[0].body else 'another body'} decides and {name} "
                    "does not.",
                    # An officer may act for the executive under a delegation that is not held.
                    severity=Severity.WARNING if BodyKind.OFFICER in held else None,
                    actual=", ".join(sorted(each.value for each in held)),
                    required=kind.value,
                    cures=(f"Add a decision of {name} of {council.name} to its route.",),
                )


def _appointing(agreement: Agreement, model: GovernanceModel | None) -> list[tuple[BodyKind, str]]:
    """The kinds of body that must agree in a council; none where its model leaves it open."""
    if model is not GovernanceModel.EXECUTIVE:
        return []
    executive, council = (
        (BodyKind.EXECUTIVE, "the executive"),
        (BodyKind.COUNCIL, "the full council"),
    )
    return {
        FunctionKind.EXECUTIVE: [executive],
        FunctionKind.COUNCIL: [council],
        FunctionKind.BOTH: [executive, council],
        None: [],
    }[agreement.functions]


def _from(agreement: Agreement, otherwise: date) -> date:
    written = agreement.signed_on or agreement.starts
    return written.latest if written else otherwise


def _rule(agreement: Agreement) -> str:
    return "JOINT-COMMITTEE" if agreement.power is Power.JOINT_COMMITTEE else "DELEGATION-ROUTE"


def _council_rule(agreement: Agreement) -> str:
    """What the full council's part rests on: for a delegation, that the functions are its own."""
    return "JOINT-COMMITTEE" if agreement.power is Power.JOINT_COMMITTEE else "BPF-COUNCIL"
