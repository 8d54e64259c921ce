"""What changes if a partner leaves, declines, or is replaced in local government reorganisation.

The same game and split, worked out again for the councils that remain or follow.  What nobody has
priced (the others without the one that leaves, one successor by itself) is asked for, never
guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from moothall.basics.years import FinancialYear
from moothall.facts.programme import Programme
from moothall.facts.sharing import CoalitionCost, Split, SplitBasis, SplitWeight
from moothall.facts.words import in_pounds, name_of, names_of
from moothall.finance.agreed_splits import split_in_force
from moothall.finance.priced_game import game_of, parties_of
from moothall.finance.split_comparison import Comparison, compare_rules
from moothall.finance.splits import YearShares, shares_of


@dataclass(frozen=True, slots=True)
class Successor:
    """A council that follows another; what nobody knows of it yet is None.

    `alone` is what it would pay a year by itself, in pounds; `weight` its weight under the split in
    force (people, pupils, cases or per cent).
    """

    code: str
    alone: Decimal | None = None
    weight: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a council pays before and after, in pounds a year; None where it is not known."""

    authority: str
    before: Fraction | None
    after: Fraction | None

    @property
    def more(self) -> Fraction | None:
        """How much more it pays after; negative is less."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The split in force before and after, and every rule put to the councils that there are then.

    `differences` counts what is paid for the shared service, for every council of either side;
    `alone` what the one that goes would pay for itself; `notes` what was taken to work it out.
    """

    before: YearShares
    after: YearShares
    rules_after: Comparison
    differences: tuple[Difference, ...]
    alone: Fraction | None
    notes: tuple[str, ...]


def if_one_leaves(
    programme: Programme, proposal: str, year: FinancialYear, authority: str
) -> Change:
    """What the others pay from that year on without it; the same answers what if it declines."""
    parties = parties_of(programme, proposal)
    if authority not in parties:
        raise ValueError(f"{authority} is no party to {proposal}; it cannot leave it")
    rest = tuple(code for code in parties if code != authority)
    # What was planned together includes what the leaver was to spend: it prices the rest no longer.
    after = _with(
        programme,
        proposal,
        rest,
        ledger_entries=tuple(
            entry
            for entry in programme.ledger_entries
            if entry.proposal != proposal or entry.year < year
        ),
    )
    notes = []
    split = split_in_force(programme, proposal, year)
    if split is not None and split.basis is SplitBasis.AGREED:
        notes.append(
            f"The agreed shares were agreed with {name_of(programme, authority)}; those of the "
            "others are shown in the same proportions until they agree anew."
        )
    if len(rest) == 1:
        notes.append(
            f"{name_of(programme, rest[0])} is left by itself and pays all that it needs: there is "
            "nothing left to share."
        )
    return _change(programme, after, proposal, year, notes, leaver=authority)


def if_replaced(
    programme: Programme,
    proposal: str,
    year: FinancialYear,
    authority: str,
    successors: Sequence[Successor],
) -> Change:
    """What each pays where several councils follow one (local government reorganisation).

    All successors together stand where the one stood; what some of them would pay without the
    others is known only where it is given.
    """
    parties = parties_of(programme, proposal)
    codes = tuple(each.code for each in successors)
    if authority not in parties or not codes:
        raise ValueError(f"{authority} is no party to {proposal}, or has no successor")
    if set(codes) & set(parties) or len(set(codes)) != len(codes):
        raise ValueError("a successor is named twice, or is a party already")

    def followed(held: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new for code in held for new in (codes if code == authority else (code,)))

    priced = [
        replace(cost, authorities=followed(cost.authorities))
        for cost in _priced_for(programme, proposal, year)
    ]
    template = priced[0] if priced else None
    own = [
        replace(template, id=f"{each.code}-alone", authorities=(each.code,), amount=each.alone)
        for each in successors
        if template is not None and each.alone is not None
    ]
    others = tuple(c for c in programme.coalition_costs if c.proposal != proposal)
    after = _with(
        programme,
        proposal,
        followed(parties),
        coalition_costs=(*others, *priced, *own),
        splits=tuple(
            _weights_followed(split, authority, successors) if split.proposal == proposal else split
            for split in programme.splits
        ),
    )
    names = names_of(programme, codes)
    old = name_of(programme, authority)
    notes = [
        (
            f"{names} together stand where {old} stood: what was priced for it is taken as what "
            "they would pay together."
        )
    ]
    split = split_in_force(programme, proposal, year)
    if split is not None and split.basis is SplitBasis.EQUAL and len(codes) > 1:
        notes.append(
            f"Under equal parts {names} pay {len(codes)} parts where {old} paid one: say whether "
            "the split is by council or by area."
        )
    return _change(programme, after, proposal, year, notes, leaver=authority)


def _priced_for(programme: Programme, proposal: str, year: FinancialYear) -> list[CoalitionCost]:
    """Every cost of the game as a fact, those taken from baseline and plan too."""
    priced = game_of(programme, proposal, year)
    sample = programme.proposal(proposal)
    return [
        CoalitionCost(
            id=f"{proposal}-{each}",
            source=sample.source,
            known_on=sample.known_on,
            owner=sample.owner,
            assumed=priced.taken_from[each],
            proposal=proposal,
            authorities=priced.game.members(each),
            year=year,
            amount=_decimal(cost),
        )
        for each, cost in priced.game.costs.items()
    ]


def _decimal(amount: Fraction) -> Decimal:
    """A sum of Decimals as a Decimal again: its denominator has no factors but 2 and 5."""
    places = 0
    while amount.denominator != 1:
        amount, places = amount * 10, places + 1
    return Decimal(f"{amount.numerator}e-{places}")


def _with(
    programme: Programme, proposal: str, parties: tuple[str, ...], **kinds: object
) -> Programme:
    proposals = tuple(
        replace(each, parties=parties) if each.id == proposal else each
        for each in programme.proposals
    )
    return replace(programme, proposals=proposals, **kinds)  # type: ignore[arg-type]


def _weights_followed(split: Split, authority: str, successors: Sequence[Successor]) -> Split:
    """The split with the successors' weights; one successor alone takes over the one's weight."""
    own = next((each for each in split.weights if each.authority == authority), None)
    weights = [each for each in split.weights if each is not own]
    for each in successors:
        weight = each.weight
        if weight is None and own is not None and len(successors) == 1:
            weight = own.weight
        if weight is not None:
            weights.append(SplitWeight(authority=each.code, weight=weight))
    if split.basis is SplitBasis.AGREED and sum(each.weight for each in weights) != 100:
        weights = []  # no longer an agreement: the councils are asked for a new one
    return replace(split, weights=tuple(weights))


def _change(
    programme: Programme,
    after: Programme,
    proposal: str,
    year: FinancialYear,
    notes: list[str],
    leaver: str,
) -> Change:
    was, now = shares_of(programme, proposal, year), shares_of(after, proposal, year)
    paid = dict(zip(was.authorities, was.pounds, strict=True)) if was.pounds else {}
    pays = dict(zip(now.authorities, now.pounds, strict=True)) if now.pounds else {}
    game = game_of(programme, proposal, year).game
    alone = game.costs.get(1 << game.players.index(leaver))
    codes = tuple(dict.fromkeys((*was.authorities, *now.authorities)))
    differences = tuple(
        Difference(
            authority=code,
            before=paid.get(code) if code in was.authorities else Fraction(0),
            # Who is no partner any more pays nothing for it, whatever else is unknown.
            after=pays.get(code) if code in now.authorities else Fraction(0),
        )
        for code in codes
    )
    if leaver in paid and alone is not None and not set(now.authorities) - set(was.authorities):
        more = alone - paid[leaver]
        word = "more" if more > 0 else "less"
        notes.append(
            f"{name_of(programme, leaver)} by itself would pay {in_pounds(alone)} a year, "
            f"{in_pounds(abs(more))} {word} than its share."
        )
    return Change(
        before=was,
        after=now,
        rules_after=compare_rules(after, proposal, year),
        differences=differences,
        alone=alone,
        notes=tuple(notes),
    )
