"""The findings on a route, each with its cures, how its rule is known, and who may let it stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from moothall.basics.findings import Finding, Severity
from moothall.case.case import Case
from moothall.facts.programme import Programme
from moothall.law.law import Law, RuleKind
from moothall_web.facts.permissions import may_change
from moothall_web.people.queries import Capacity
from moothall_web.routes.words import days, known

_BINDING = {kind.value for kind in RuleKind if kind.binds}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetStand:
    """For which council a warning may be let stand, else why nobody can (`why_not`).

    `by_each` says that the warning is of all councils, so that each has to.
    """

    authority: str = ""
    by_each: bool = False
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteFinding:
    """A finding of a route as its page shows it.

    `title` is that of the rule behind it, `standing` what sort of rule it is, `known` how it is
    known, in words.
    """

    finding: Finding
    title: str
    standing: str
    known: str
    let_stand: LetStand | None

    @property
    def sentence(self) -> str:
        """The rule's name as its sentence: `a_post_has_cover` → `A post has cover`."""
        return self.finding.rule.replace("_", " ").capitalize()

    @property
    def margin(self) -> str:
        """By how much it was kept or missed, in words; empty where nothing was counted."""
        number = self.finding.margin_days
        if number is None:
            return ""
        return (
            f"Missed by {days(-number)}." if number < 0 else f"Kept with {days(number)} to spare."
        )

    @property
    def cures(self) -> tuple[str, ...]:
        return self.finding.cures or (self.finding.cure,)


def on_the_route(case: Case, proposal: str) -> tuple[Finding, ...]:
    """The findings that rest on an entry of the rule list."""
    return tuple(
        finding
        for finding in case.findings
        if finding.proposal == proposal and finding.upholds in case.law.rules
    )


def shown(
    case: Case, findings: Iterable[Finding], held: Iterable[Capacity]
) -> tuple[RouteFinding, ...]:
    """The findings as somebody sees them who acts in these capacities."""
    able = overrides_for(case.programme, held)
    return tuple(
        RouteFinding(
            finding=finding,
            title=case.law.rules[finding.upholds].title,
            standing=_kind(finding, case.law),
            known=known(finding.evidence or case.law.rules[finding.upholds].evidence),
            let_stand=_let_stand(finding, case.law, case.programme, able),
        )
        for finding in findings
    )


def overrides_for(programme: Programme, held: Iterable[Capacity]) -> tuple[str, ...]:
    """The councils whose warnings somebody may let stand."""
    held = tuple(held)
    return tuple(
        code
        for code in programme.about.authorities
        if isinstance(may_change(held, "overrides", code, programme), Capacity)
    )


def _let_stand(
    finding: Finding, law: Law, programme: Programme, able: tuple[str, ...]
) -> LetStand | None:
    if finding.severity is Severity.BREACH:
        return LetStand(why_not=f"This is {_kind(finding, law)}: nobody can let it stand.")
    if finding.severity is not Severity.WARNING:
        return None
    kind = _kind(finding, law)
    if kind in _BINDING:
        return LetStand(why_not=f"{kind.capitalize()} stands behind it: nobody can let it stand.")
    parties = programme.proposal(finding.proposal).parties
    whose = (finding.authority,) if finding.authority else parties
    mine = next((code for code in whose if code in able), "")
    return LetStand(authority=mine, by_each=len(whose) > 1) if mine else None


def _kind(finding: Finding, law: Law) -> str:
    """What stands behind a finding: its own standing, else its rule's."""
    return finding.standing or law.rules[finding.upholds].kind.value
