"""Shares that councils have stated, against the total that somebody has stated for all of them."""

from collections.abc import Iterator
from fractions import Fraction

from moothall.basics.findings import Finding, Severity
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.facts.sharing import CoalitionCost, EntryKind
from moothall.facts.words import in_pounds
from moothall.finance.books import entries_believed, total
from moothall.finance.priced_game import parties_of


def a_printed_total_agrees_with_its_shares(programme: Programme) -> Iterator[Finding]:
    """What the councils have planned makes what was priced for all of them together.

    A shared audit service printed 24,546, 21,337 and 6,336 under "£51.9k": they make 52,219.
    """
    for cost in programme.coalition_costs:
        parties = set(parties_of(programme, cost.proposal))
        planned = [
            entry
            for entry in entries_believed(programme, cost.proposal)
            if entry.kind is EntryKind.PLANNED and entry.year == cost.year
        ]
        if set(cost.authorities) != parties or not parties <= {e.authority for e in planned}:
            continue
        made = total(entry.amount for entry in planned)
        difference = made - Fraction(cost.amount)
        if not difference:
            continue
        rounds = abs(difference) <= _half_unit(cost)
        yield finding_on(
            programme,
            "coalition_costs",
            cost,
            Severity.NOTE if rounds else Severity.WARNING,
            f"The councils' parts of {cost.year} make {in_pounds(made)}, and "
            f"{in_pounds(cost.amount)} is stated for all together: a difference of "
            f"{in_pounds(abs(difference))}, "
            + ("which rounding alone can make." if rounds else "more than rounding can make."),
            "Say that the total is rounded."
            if rounds
            else "Check parts and total with the source.",
            upholds="R6",
            figures=(("parts", in_pounds(made)), ("stated", in_pounds(cost.amount))),
        )


def _half_unit(cost: CoalitionCost) -> Fraction:
    """How far rounding can have moved a total: half of the place its last digit stands in.

    Noughts before the point may be digits or places: at most thousands are taken for rounding.
    """
    exponent = cost.amount.normalize().as_tuple().exponent
    return Fraction(10) ** min(int(exponent), 3) / 2 if isinstance(exponent, int) else Fraction(0)
