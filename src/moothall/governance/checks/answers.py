"""What the checks answer with: the number that a rule asks for, and a finding on falling short."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from moothall.basics.dates import WrittenDate, in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.fact import Fact
from moothall.facts.findings import finding_by, finding_on
from moothall.governance.checks.acts import Act
from moothall.governance.checks.plan import CouncilPlan
from moothall.law.clear_days import Count, clear_days
from moothall.law.law import Law, NoLawForThatDayError, Rule, RuleKind

_FURTHEST = timedelta(days=400)
"""Clear days are counted this far back; whatever was published before that is early enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """The number that a rule asks for on a day.

    `standing` is the number's own, which may be milder than the rule's (a case asks for adequate
    time, a policy says six weeks); `whose` names it in a message: empty for the law's own number.
    """

    rule: Rule
    number: int
    standing: RuleKind
    whose: str = ""
    evidence: str = ""
    reference: str = ""

    @property
    def severity(self) -> Severity:
        binds = self.standing.binds and self.rule.in_force
        return Severity.BREACH if binds else Severity.WARNING

    @property
    def words(self) -> str:
        """Whose number it is, in brackets, ready to stand behind it."""
        return f" ({self.whose})" if self.whose else ""


def need(
    law: Law,
    rule_id: str,
    on: date,
    name: str = "",
    *,
    council: CouncilPlan | None = None,
    own: str = "",
) -> Need | None:
    """What a rule asks for on a day; None where the law holds no value for that day.

    The council's own rule `own` goes before the law's number where the council has said; it is a
    rule of its constitution or its policy, so that it can only warn.
    """
    rule = law.rule(rule_id)
    if council is not None and own:
        held = council.authority.rule_on(own, on)
        if held.value is not None:
            return Need(
                rule=rule,
                number=int(held.value),
                standing=RuleKind.CONSTITUTION,
                whose=f"{council.name}'s own",
                evidence=held.evidence,
                reference=f"{rule.reference}; {held.source}" if held.source else rule.reference,
            )
    try:
        dated = law.dated_value(rule_id, on, name)
    except NoLawForThatDayError:
        return None
    standing = dated.kind or rule.kind
    return Need(
        rule=rule,
        number=dated.value,
        standing=standing,
        whose=_whose(rule, standing),
        evidence=rule.evidence,
        reference=rule.reference,
    )


def _whose(rule: Rule, standing: RuleKind) -> str:
    if standing.binds:
        return ""
    if standing is RuleKind.POLICY:
        return "a policy default, not law"
    return "a default, not law" if rule.kind.binds else f"a default of {standing.value}"


def clear_days_given(
    council: CouncilPlan, published: date, meeting: date, count: Count = Count.WORKING
) -> int:
    """Clear days from publication to meeting by the council's own calendar.

    Counted no further back than a year and a little: more is enough for every rule.
    """
    start = max(published, meeting - _FURTHEST) if meeting - date.min > _FURTHEST else published
    return clear_days(start, meeting, count, council.working)


def missed(
    council: CouncilPlan,
    asked: Need,
    kind: str,
    fact: Fact,
    message: str,
    *,
    actual: str,
    required: str,
    margin: int | None = None,
    cures: tuple[str, ...],
    severity: Severity | None = None,
    **more: Any,
) -> Finding:
    """A finding that a number was not reached: what was, what should have been, by how much."""
    given = severity or asked.severity
    return finding_by(
        council.programme,
        asked.rule,
        kind,
        fact,
        message,
        cures[0],
        severity=given,
        **(
            _place(council)
            | {
                "actual": actual,
                "required": required + asked.words,
                "margin_days": margin,
                "cures": cures,
                "standing": asked.standing.value,
                "evidence": asked.evidence,
                "reference": asked.reference,
            }
            | more
        ),
    )


def broken(
    council: CouncilPlan,
    rule_id: str,
    kind: str,
    fact: Fact,
    message: str,
    *,
    cures: tuple[str, ...],
    severity: Severity | None = None,
    **more: Any,
) -> Finding:
    """A finding that rests on an entry of the rule list and on no number."""
    rule = council.law.rule(rule_id)
    return finding_by(
        council.programme,
        rule,
        kind,
        fact,
        message,
        cures[0],
        severity=severity,
        **(_place(council) | {"cures": cures} | more),
    )


def ours(
    council: CouncilPlan,
    upholds: str,
    kind: str,
    fact: Fact,
    severity: Severity,
    message: str,
    *,
    cures: tuple[str, ...],
    **more: Any,
) -> Finding:
    """A finding on a rule of the programme's own, which no entry of the rule list stands behind."""
    return finding_on(
        council.programme,
        kind,
        fact,
        severity,
        message,
        cures[0],
        **(_place(council) | {"upholds": upholds, "cures": cures} | more),
    )


def on_act(act: Act) -> dict[str, Any]:
    """What a finding on an act carries besides: what of it is assumed."""
    return {"assumed": act.assumed}


def days(number: int, of: str = "day") -> str:
    """`1 clear day`, `4 clear days`."""
    return f"{number} {of}" if abs(number) == 1 else f"{number} {of}s"


def said(written: WrittenDate) -> str:
    """A day with its weekday; a period in its own words."""
    return in_words(written.latest) if written.is_exact else written.text


def told_when(written: WrittenDate) -> str:
    """`on Wed 1 Jul 2026`, or a period in brackets as it was written."""
    return f"on {in_words(written.latest)}" if written.is_exact else f"({written.text})"


def _place(council: CouncilPlan) -> dict[str, Any]:
    return {"authority": council.authority.code, "proposal": council.proposal.id}
