"""Agreements: officers consulted, consent, procurement, personal data, and the power used."""

from collections.abc import Iterator

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.agreements import Agreement, Power
from moothall.facts.decisions import Answer
from moothall.governance.checks.answers import broken, need, said, told_when
from moothall.governance.checks.plan import CouncilPlan, Plan


def officers_are_consulted_before_an_agreement_is_signed(plan: Plan) -> Iterator[Finding]:
    """No agreement places an officer at another's disposal without consulting that officer."""
    for agreement, council in _first(plan):
        if agreement.power is not Power.OFFICERS_AT_DISPOSAL:
            continue
        if not agreement.officers:
            yield broken(
                council,
                "S113-CONSULT",
                "agreements",
                agreement,
                f"{agreement.name} places officers at another council's disposal and names no "
                "post, so whether each holder was consulted could not be tested.",
                severity=Severity.QUESTION,
                cures=("Name each post, and the day on which its holder was consulted.",),
            )
        signed = agreement.signed_on
        for officer in agreement.officers:
            if signed is None:
                continue
            consulted = officer.consulted_on
            if consulted is None and signed.latest < plan.as_at:
                yield broken(
                    council,
                    "S113-CONSULT",
                    "agreements",
                    agreement,
                    f"{agreement.name} was signed {_when(agreement)}; on which day the holder of "
                    f"{officer.post} was consulted is not recorded.",
                    severity=Severity.QUESTION,
                    cures=("Ask the employer's HR for the record of the consultation.",),
                )
            elif consulted is not None and consulted >= signed.latest:
                yield broken(
                    council,
                    "S113-CONSULT",
                    "agreements",
                    agreement,
                    f"The holder of {officer.post} is consulted on {in_words(consulted)}, and "
                    f"{agreement.name} is signed {_when(agreement)}: an officer is consulted "
                    "before the agreement, not with or after it.",
                    actual=f"consulted {in_words(consulted)}",
                    required=f"consulted before {said(signed)}",
                    margin_days=(signed.latest - consulted).days - 1,
                    cures=("Consult the holder first, and sign (or sign afresh) after that.",),
                )


def consent_is_given_before_a_contract(plan: Plan) -> Iterator[Finding]:
    """A council under a reorganisation direction needs consent above the sums in the Act."""
    for agreement, council in _first(plan):
        signed = agreement.signed_on
        if agreement.consent_needed is Answer.YES and signed is not None:
            consented = agreement.consented_on
            if consented is None and signed.latest < plan.as_at:
                yield broken(
                    council,
                    "LGR-CONSENT",
                    "agreements",
                    agreement,
                    f"{agreement.name} needs consent and was signed {_when(agreement)}; no day of "
                    "the consent is recorded.",
                    severity=Severity.QUESTION,
                    cures=("Ask the monitoring officer for the written consent.",),
                )
            elif consented is not None and consented > signed.latest:
                yield broken(
                    council,
                    "LGR-CONSENT",
                    "agreements",
                    agreement,
                    f"{agreement.name} is signed {_when(agreement)}, before the consent of "
                    f"{in_words(consented)}.",
                    actual=f"consent {in_words(consented)}",
                    required=f"consent by {said(signed)}",
                    margin_days=(signed.latest - consented).days,
                    cures=("Sign only once the written consent is held.",),
                )
        elif agreement.consent_needed is Answer.UNKNOWN and (over := _over(council, agreement)):
            yield broken(
                council,
                "LGR-CONSENT",
                "agreements",
                agreement,
                f"{agreement.name}: {over}. Whether a party is named in a direction under the 2007 "
                "Act, and so needs consent, is not recorded.",
                severity=Severity.QUESTION,
                cures=(
                    "Ask each party's monitoring officer whether a direction names the council.",
                ),
            )


def a_procurement_exemption_is_recorded(plan: Plan) -> Iterator[Finding]:
    """A contract between councils for services is tendered, or says why it need not be."""
    for agreement, council in _first(plan):
        if agreement.power is not Power.SUPPLY_OF_SERVICES or agreement.procurement_basis:
            continue
        yield broken(
            council,
            "PROCUREMENT-EXEMPT",
            "agreements",
            agreement,
            f"{agreement.name} supplies services from one council to another; on which exemption "
            "from procurement it rests is not recorded.",
            severity=Severity.WARNING,
            cures=("Record the exemption (vertical or horizontal) with the facts that meet it.",),
        )


def personal_data_is_assessed_before_it_is_shared(plan: Plan) -> Iterator[Finding]:
    """Assessment and sharing agreement stand before the first day of the service."""
    for agreement, council in _first(plan):
        if agreement.personal_data_shared is Answer.UNKNOWN:
            yield broken(
                council,
                "DPIA-GATE",
                "agreements",
                agreement,
                f"{agreement.name}: whether personal data is shared is not recorded.",
                severity=Severity.QUESTION,
                cures=("Ask the data protection officers of the parties.",),
            )
        spans = [s for c, _, s in plan.go_lives(agreement.proposal)]
        start = min(spans, key=lambda span: span.latest, default=agreement.starts)
        if agreement.personal_data_shared is not Answer.YES or start is None:
            continue
        when = said(start)
        for what, day in (
            ("the impact assessment", agreement.data_protection_assessed_on),
            ("the sharing agreement", agreement.data_sharing_agreed_on),
        ):
            if day is None and start.latest < plan.as_at:
                yield broken(
                    council,
                    "DPIA-GATE",
                    "agreements",
                    agreement,
                    f"{agreement.name} shares personal data from {when}; the day of {what} is not "
                    "recorded.",
                    severity=Severity.QUESTION,
                    cures=("Ask the data protection officers of the parties for it.",),
                )
            elif day is not None and day > start.latest:
                yield broken(
                    council,
                    "DPIA-GATE",
                    "agreements",
                    agreement,
                    f"{agreement.name}: {what} is of {in_words(day)}, after the service starts "
                    f"({when}).",
                    actual=in_words(day),
                    required=f"by {when}",
                    margin_days=(start.latest - day).days,
                    cures=("Finish it before any personal data is shared, or start later.",),
                )


def _first(plan: Plan) -> Iterator[tuple[Agreement, CouncilPlan]]:
    """Each agreement once, under the council that provides or is named first."""
    for agreement, councils in plan.agreements():
        if not councils:
            continue
        provider = [c for c in councils if c.authority.code == agreement.provider]
        yield agreement, (provider or list(councils))[0]


def _over(council: CouncilPlan, agreement: Agreement) -> str:
    """Which sum of the Act the agreement is above, empty where none or nothing is known of it."""
    day = agreement.signed_on.latest if agreement.signed_on else council.as_at
    for name, what, value in (
        ("other contract", "its whole-life value", agreement.value),
        ("capital", "its capital value", agreement.capital_value),
    ):
        most = need(council.law, "LGR-CONSENT", day, name)
        if most is not None and value is not None and value > most.number:
            return f"{what} of £{value:,} is above £{most.number:,}"
    return ""


def _when(agreement: Agreement) -> str:
    return "on a day not known" if agreement.signed_on is None else told_when(agreement.signed_on)
