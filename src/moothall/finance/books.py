"""The entries of the ledger as each council holds them: whose figure stands, and who disagrees.

A council's own figure of its own money stands; then the programme's; then another council's.  What
the others hold of the same money is kept beside it: disagreement is data.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from operator import attrgetter, eq

from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme
from moothall.facts.sharing import EntryKind, LedgerEntry

_Thing = tuple[str, EntryKind, FinancialYear, FundingStream, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What one holder's books say of it in the year, in pounds, and its entries."""

    owner: str
    amount: Fraction
    entries: tuple[LedgerEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One council's money for one thing in one year, of which the books say different figures.

    `held` has the one that stands first.
    """

    authority: str
    kind: EntryKind
    year: FinancialYear
    funding: FundingStream
    about: str
    held: tuple[Held, ...]

    @property
    def difference(self) -> Fraction:
        """How far the figures lie apart."""
        amounts = [each.amount for each in self.held]
        return max(amounts) - min(amounts)


def entries_of(programme: Programme, proposal: str) -> list[LedgerEntry]:
    """Every entry about a proposal, whoever holds it."""
    return [entry for entry in programme.ledger_entries if entry.proposal == proposal]


def entries_believed(programme: Programme, proposal: str) -> list[LedgerEntry]:
    """The entries that stand: of each thing those of one holder."""
    return compared(entries_of(programme, proposal))[0]


def compared(
    entries: list[LedgerEntry],
) -> tuple[list[LedgerEntry], tuple[Disagreement, ...]]:
    """The entries that stand, in their order, and all of which two books say different figures."""
    if _each_its_own(entries):
        return entries, ()
    holders = _holders(entries)
    stands = {thing: held[0].owner for thing, held in holders.items()}
    found = [
        Disagreement(
            authority=thing[0],
            kind=thing[1],
            year=thing[2],
            funding=thing[3],
            about=thing[4],
            held=held,
        )
        for thing, held in holders.items()
        if len({each.amount for each in held}) > 1
    ]
    return (
        [entry for entry in entries if stands[_thing(entry)] == entry.owner],
        tuple(sorted(found, key=lambda d: (d.year, d.about, d.authority, d.kind, d.funding))),
    )


def _each_its_own(entries: list[LedgerEntry]) -> bool:
    """Mostly each council holds its own money alone, and then there is nothing to choose."""
    return all(map(eq, map(attrgetter("owner"), entries), map(attrgetter("authority"), entries)))


def total(amounts: Iterable[Decimal]) -> Fraction:
    """A sum without rounding, whatever the number of digits."""
    return sum(map(Fraction, amounts), Fraction(0))


def _thing(entry: LedgerEntry) -> _Thing:
    return entry.authority, entry.kind, entry.year, entry.funding, entry.about


def _who_stands(authority: str, held: tuple[str, object]) -> tuple[bool, bool, str]:
    """First whose money it is, then the programme, then the others by name."""
    owner = held[0]
    return owner != authority, owner != PROGRAMME, owner


def _holders(entries: list[LedgerEntry]) -> dict[_Thing, tuple[Held, ...]]:
    books: dict[_Thing, dict[str, list[LedgerEntry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        books[_thing(entry)][entry.owner].append(entry)
    return {
        thing: tuple(
            Held(owner=owner, amount=total(e.amount for e in own), entries=tuple(own))
            for owner, own in sorted(held.items(), key=partial(_who_stands, thing[0]))
        )
        for thing, held in books.items()
    }
