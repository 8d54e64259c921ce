"""The cost game of a proposal: what each council, and each group, would pay without the others.

What was priced (`coalition_costs`) comes first.  Where nobody has priced a council alone, what it
paid before is taken, and said; where nobody has priced all together, what all have planned.  A
group that nobody has priced is missing, never zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from moothall.basics.years import FinancialYear
from moothall.facts.baselines import BaselineLine, FundingStream
from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme
from moothall.facts.sharing import CoalitionCost, EntryKind
from moothall.finance.books import entries_believed
from moothall.finance.sharing.game import MOST_PLAYERS, CostGame


@dataclass(frozen=True, slots=True, kw_only=True)
class CostBefore:
    """What a council paid before, by stream, in pounds, and the year that it is taken from."""

    year: FinancialYear
    by_stream: dict[FundingStream, Fraction]
    gross: Fraction

    @property
    def net(self) -> Fraction:
        return sum(self.by_stream.values(), Fraction(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedGame:
    """A proposal's game for one year; `taken_from` says of each group where its cost comes from."""

    game: CostGame
    year: FinancialYear
    taken_from: dict[int, str]

    @property
    def is_priced(self) -> bool:
        """Whether it is known what all pay together, and they are few enough for every group."""
        few = 0 < len(self.game.players) <= MOST_PLAYERS
        return few and self.game.everyone in self.game.costs

    @property
    def unpriced_alone(self) -> tuple[str, ...]:
        """The councils of which nobody knows what they would pay alone."""
        players = enumerate(self.game.players)
        return tuple(player for place, player in players if 1 << place not in self.game.costs)


def parties_of(programme: Programme, proposal: str) -> tuple[str, ...]:
    """The councils of a proposal, each once, in its order."""
    return tuple(dict.fromkeys(programme.proposal(proposal).parties))


def cost_before(
    programme: Programme, proposal: str, authority: str, year: FinancialYear
) -> CostBefore | None:
    """What the council paid in the latest year of its baseline up to this one; None if unknown."""
    lines = own_lines(
        line
        for line in programme.baseline_lines
        if line.proposal == proposal and line.authority == authority and line.year <= year
    )
    if not lines:
        return None
    latest = max(line.year for line in lines)
    by_stream: dict[FundingStream, Fraction] = {}
    gross = Fraction(0)
    for line in lines:
        if line.year == latest:
            net = Fraction(line.gross_expenditure) - Fraction(line.gross_income)
            by_stream[line.funding] = by_stream.get(line.funding, Fraction(0)) + net
            gross += Fraction(line.gross_expenditure)
    return CostBefore(year=latest, by_stream=by_stream, gross=gross)


def own_lines(lines: Iterable[BaselineLine]) -> tuple[BaselineLine, ...]:
    """Of one council's lines those that it states itself; all of them where it states none."""
    held = tuple(lines)
    own = tuple(line for line in held if line.owner == line.authority)
    return own or held


def planned_together(programme: Programme, proposal: str, year: FinancialYear) -> Fraction | None:
    """What the councils have planned in all, in pounds; None until every party has said it."""
    parties = set(parties_of(programme, proposal))
    planned = [
        entry
        for entry in entries_believed(programme, proposal)
        if entry.kind is EntryKind.PLANNED and entry.year == year
    ]
    if not parties <= {entry.authority for entry in planned}:
        return None
    return sum((Fraction(entry.amount) for entry in planned), Fraction(0))


def game_of(
    programme: Programme,
    proposal: str,
    year: FinancialYear,
    planned: Mapping[FinancialYear, Fraction | None] | None = None,
) -> PricedGame:
    """The game for one year, from what is priced for the latest year up to it; in pounds.

    `planned` is what all have planned for each year, where the caller has summed it already.
    """
    parties = parties_of(programme, proposal)
    latest, costs = _priced(programme, proposal, year)
    taken_from = dict.fromkeys(costs, f"priced for {latest}")
    for place, code in enumerate(parties):
        if 1 << place in costs:
            continue
        before = cost_before(programme, proposal, code, year)
        if before is not None:
            costs[1 << place] = before.net
            taken_from[1 << place] = f"what it paid in {before.year}, taken as what it would alone"
    everyone = (1 << len(parties)) - 1
    if everyone not in costs:
        together = _planned(programme, proposal, year, planned)
        if together is not None:
            costs[everyone] = together
            taken_from[everyone] = f"planned for {year}"
    return PricedGame(game=CostGame(tuple(parties), costs), year=year, taken_from=taken_from)


def joint_cost(
    programme: Programme,
    proposal: str,
    year: FinancialYear,
    planned: Mapping[FinancialYear, Fraction | None] | None = None,
) -> Fraction | None:
    """What all pay together, as priced, or else as planned; None where nobody knows."""
    everyone = (1 << len(parties_of(programme, proposal))) - 1
    _, costs = _priced(programme, proposal, year)
    return costs[everyone] if everyone in costs else _planned(programme, proposal, year, planned)


def _planned(
    programme: Programme,
    proposal: str,
    year: FinancialYear,
    planned: Mapping[FinancialYear, Fraction | None] | None,
) -> Fraction | None:
    return planned_together(programme, proposal, year) if planned is None else planned.get(year)


def _priced(
    programme: Programme, proposal: str, year: FinancialYear
) -> tuple[FinancialYear, dict[int, Fraction]]:
    """The costs that were priced for the latest year up to this one, and that year."""
    parties = parties_of(programme, proposal)
    bit = {code: 1 << place for place, code in enumerate(parties)}
    priced = [
        cost
        for cost in programme.coalition_costs
        if cost.proposal == proposal and cost.year <= year and set(cost.authorities) <= set(bit)
    ]
    latest = max((cost.year for cost in priced), default=year)
    return latest, {
        sum(bit[code] for code in set(cost.authorities)): Fraction(cost.amount)
        for cost in sorted(priced, key=_least_believed_first)
        if cost.year == latest and cost.authorities
    }


def _least_believed_first(cost: CoalitionCost) -> tuple[bool, bool, str, str]:
    """So that the last one stands: a council's word on itself, then the programme's, then newer."""
    alone = len(set(cost.authorities)) == 1
    return (
        alone and cost.owner == cost.authorities[0],
        cost.owner == PROGRAMME,
        cost.known_on.isoformat(),
        cost.id,
    )
