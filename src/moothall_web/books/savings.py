"""What the page of savings shows: recurrent and one-off apart, year by year, council by council."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.document import Picture, Table
from moothall.facts.money import SavingStanding
from moothall.finance import (
    council_lines_rules,
    forum_rules,
    saving_claims_rules,
    saving_size_rules,
    savings_rules,
)
from moothall.finance.forums import ForumNeed, forum_needs_of
from moothall.finance.savings_plan import PlannedYear, PlanTotal, SavingLine, SavingsPlan
from moothall.render.phasing import phasing_svg, phasing_table
from moothall.render.waterfall import waterfall_of, waterfall_svg, waterfall_table
from moothall_web.books.seen import Seen
from moothall_web.cases.findings import FindingsOf


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing and the table that says the same."""

    picture: Picture
    table: Table
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One council's savings, or all together."""

    name: str
    total: PlanTotal
    phasing: Drawn
    waterfall: Drawn

    @property
    def standing(self) -> tuple[tuple[SavingStanding, Decimal], ...]:
        return self.total.by_standing


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingsPage:
    """The savings of one proposal.

    `lines` go with their waterfalls; `without` are the parties that have none.
    """

    seen: Seen
    plan: SavingsPlan
    parts: tuple[PlanPart, ...]
    lines: tuple[tuple[SavingLine, Drawn], ...]
    without: tuple[str, ...]
    forums: tuple[ForumNeed, ...]
    findings: tuple[FindingsOf, ...]


def savings_page(held: Seen) -> SavingsPage:
    """The savings as the reader sees them."""
    plan = next(each for each in held.case.savings_plans if each.proposal == held.proposal.id)
    own = {line.fact.id: line for line in plan.lines}
    with_lines = [council for council in plan.councils if council.total.lines]
    parts = [
        _part(council.name, council.total, own, f"council-{place}")
        for place, council in enumerate(with_lines, start=1)
    ]
    if len(with_lines) > 1:
        parts.append(_part("all councils together", plan.total, own, "together"))
    return SavingsPage(
        seen=held,
        plan=plan,
        parts=tuple(parts),
        lines=tuple(
            (line, _waterfall(f"{line.fact.name}, {line.name}", [line], f"line-{place}"))
            for place, line in enumerate(plan.lines, start=1)
        ),
        without=tuple(each.authority for each in plan.councils if not each.total.lines),
        forums=forum_needs_of(held.case.programme, held.proposal),
        findings=held.findings(
            savings_rules, council_lines_rules, saving_claims_rules, saving_size_rules, forum_rules
        ),
    )


def _part(name: str, total: PlanTotal, own: dict[str, SavingLine], ident: str) -> PlanPart:
    lines = [own[key] for key in total.lines]
    return PlanPart(name, total, _phasing(name, total.years, ident), _waterfall(name, lines, ident))


def _phasing(name: str, years: Sequence[PlannedYear], ident: str) -> Drawn:
    carried = sorted({key for year in years for key in year.carried})
    note = (
        "Where a table does not print a year, its saving is taken to go on as it stood: "
        f"{', '.join(carried)}."
        if carried
        else ""
    )
    return Drawn(phasing_svg(name, years, ident), phasing_table(name, years), note)


def _waterfall(name: str, lines: Sequence[SavingLine], ident: str) -> Drawn:
    made = waterfall_of(name, lines)
    note = (
        f"The cash limits of {made.limits} lines are added; it is assumed that no two of them are "
        "the same money."
        if made.limits > 1
        else ""
    )
    return Drawn(waterfall_svg(made, ident), waterfall_table(made), note)
