"""Making the ledger: the entries summed into their cells, and what each council's share of them is.

Its arithmetic runs over whole arrays, so that ten years of thirty-five packages take no time.
"""

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.programme import Programme
from moothall.facts.sharing import EntryKind, LedgerEntry
from moothall.finance.books import compared, entries_of
from moothall.finance.ledger_grid import MEASURES, SLOTS, Ledger
from moothall.finance.monthly_pence import FITS, nearest, share_out, whole_numbers, whole_pence
from moothall.finance.priced_game import cost_before, parties_of
from moothall.finance.shares_by_year import shares_by_year
from moothall.finance.splits import YearShares

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BEFORE, _PLANNED, _SHARE, _ACTUAL, _DUE, _SETTLED, _BALANCE = range(len(MEASURES))
_KIND = {EntryKind.PLANNED: _PLANNED, EntryKind.ACTUAL: _ACTUAL, EntryKind.SETTLED: _SETTLED}


def ledger_of(programme: Programme, proposal: str) -> Ledger:
    """The ledger of one proposal."""
    return _Making(programme, proposal, entries_of(programme, proposal)).ledger()


def ledgers_of(programme: Programme) -> tuple[Ledger, ...]:
    """The ledgers of all proposals that have entries, in the order of the proposals."""
    entries: dict[str, list[LedgerEntry]] = defaultdict(list)
    for proposal_id, run in groupby(programme.ledger_entries, attrgetter("proposal")):
        entries[proposal_id].extend(run)
    about: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for kind in ("splits", "baseline_lines", "coalition_costs"):
        for fact in getattr(programme, kind):
            about[fact.proposal][kind].append(fact)
    ledgers = []
    for proposal in programme.proposals:
        if proposal.id in entries:
            # Each proposal is shown its own facts alone: many would else be read for each of many.
            own: dict[str, Any] = {
                kind: tuple(about[proposal.id][kind])
                for kind in ("splits", "baseline_lines", "coalition_costs")
            }
            own |= {"proposals": (proposal,), "ledger_entries": tuple(entries[proposal.id])}
            narrowed = replace(programme, **own)
            ledgers.append(_Making(narrowed, proposal.id, entries[proposal.id]).ledger())
    return tuple(ledgers)


class _Making:
    """One proposal's ledger in the making."""

    def __init__(self, programme: Programme, proposal: str, entries: list[LedgerEntry]) -> None:
        self._programme = programme
        self._proposal = proposal
        self._entries, self._disagreements = compared(entries)
        self._parties = parties_of(programme, proposal)
        self._lines = [each for each in programme.baseline_lines if each.proposal == proposal]
        # Each field of every entry once, without a loop in Python: there may be very many.
        self._codes: list[str] = list(map(attrgetter("authority"), self._entries))
        self._starts: list[int] = list(map(attrgetter("year.start"), self._entries))
        # Members of an enumeration hash slowly; each is one object, so its identity will do.
        self._funds: list[int] = list(map(id, map(attrgetter("funding"), self._entries)))
        others = set(self._codes) - set(self._parties)
        self._authorities = (*self._parties, *sorted(others))
        years = set(self._starts) or {line.year.start for line in self._lines}
        self._years = tuple(map(FinancialYear, sorted(years)))
        held = set(self._funds) | {id(line.funding) for line in self._lines}
        self._streams = tuple(stream for stream in FundingStream if id(stream) in held)
        self._rounded: tuple[str, ...] = ()

    def ledger(self) -> Ledger:
        import numpy as np

        size = (len(self._authorities), len(self._years), SLOTS, len(self._streams))
        pence, said = self._spread(size)
        self._put_before(pence, said)
        given = np.any(said, axis=(3, 4))
        parties = slice(0, len(self._parties))
        planned = {
            year: Fraction(int(pence[_PLANNED, :, y].sum()), 100)
            for y, year in enumerate(self._years)
            if given[_PLANNED, parties, y].all()
        }
        shares = shares_by_year(self._programme, self._proposal, self._years, planned)
        not_given = []
        for kind, asks in ((EntryKind.PLANNED, _PLANNED), (EntryKind.ACTUAL, _ACTUAL)):
            # A year that no council has given is not missing yet.
            missing = given[asks].any(axis=0)[None] & ~given[asks, parties]
            not_given += [
                (kind, self._years[y], self._parties[a]) for a, y in np.argwhere(missing).tolist()
            ]
        worked_out = np.array([bool(each.parts) for each in shares], dtype=bool)
        if all(size):
            for spent, shared in ((_PLANNED, _SHARE), (_ACTUAL, _DUE)):
                known = given[spent, parties].all(axis=0) & worked_out
                self._share(pence, said, shares, spent, shared, known)
            # The last of the two: the years in which what is due is known.
            said[_BALANCE] = said[_DUE] | said[_ACTUAL] | said[_SETTLED]
            said[_BALANCE] &= known[None, :, None, None]
            owes = pence[_DUE] - pence[_ACTUAL] - pence[_SETTLED]
            pence[_BALANCE] = np.where(said[_BALANCE], owes, 0)
        return Ledger(
            proposal=self._proposal,
            authorities=self._authorities,
            years=self._years,
            streams=self._streams,
            shares=shares,
            disagreements=self._disagreements,
            not_given=tuple(not_given),
            rounded=self._rounded,
            pence=pence,
            said=said,
        )

    def _spread(self, size: tuple[int, ...]) -> "tuple[NDArray[Any], NDArray[Any]]":
        """The entries summed into their cells."""
        import numpy as np

        amounts, self._rounded = whole_pence(self._entries)
        total = sum(map(abs, amounts))
        pence = np.zeros((len(MEASURES), *size), dtype=np.int64 if total < FITS else object)
        said = np.zeros((len(MEASURES), *size), dtype=bool)
        if not self._entries:
            return pence, said
        kind_at = {id(kind): place for kind, place in _KIND.items()}
        stream_at = {id(stream): place for place, stream in enumerate(self._streams)}
        code_at = {code: place for place, code in enumerate(self._authorities)}
        year_at = {year.start: place for place, year in enumerate(self._years)}
        month_at = {None: 0} | {month: month for month in range(1, SLOTS)}
        at = tuple(
            np.fromiter(places, dtype=np.intp, count=len(self._entries))
            for places in (
                map(kind_at.__getitem__, map(id, map(attrgetter("kind"), self._entries))),
                map(code_at.__getitem__, self._codes),
                map(year_at.__getitem__, self._starts),
                map(month_at.__getitem__, map(attrgetter("month"), self._entries)),
                map(stream_at.__getitem__, self._funds),
            )
        )
        np.add.at(pence, at, np.array(amounts, dtype=pence.dtype))
        said[at] = True
        return pence, said

    def _put_before(self, pence: "NDArray[Any]", said: "NDArray[Any]") -> None:
        """Each year of a baseline holds until the next one that the council states."""
        for a, authority in enumerate(self._authorities):
            stated = {line.year for line in self._lines if line.authority == authority}
            for year in sorted(stated):
                before = cost_before(self._programme, self._proposal, authority, year)
                from_then = sum(each.start < year.start for each in self._years)
                pence[_BEFORE, a, from_then:] = 0
                said[_BEFORE, a, from_then:] = False
                for stream, net in before.by_stream.items() if before else ():
                    s = self._streams.index(stream)
                    pence[_BEFORE, a, from_then:, 0, s] = nearest(net * 100)
                    said[_BEFORE, a, from_then:, 0, s] = True

    def _share(
        self,
        pence: "NDArray[Any]",
        said: "NDArray[Any]",
        shares: tuple[YearShares, ...],
        spent: int,
        shared: int,
        known: "NDArray[Any]",
    ) -> None:
        """Share what was spent in the years in which that is known; ring-fenced money stays."""
        import numpy as np

        years = np.flatnonzero(known)
        if not years.size:
            return
        others = (0,) * (len(self._authorities) - len(self._parties))
        # Years under one split mostly hold the very same parts.
        one_each = {id(shares[y].parts): shares[y].parts for y in years.tolist()}
        numbers = {key: (*whole_numbers(parts), *others) for key, parts in one_each.items()}
        parts = [numbers[id(shares[y].parts)] for y in years.tolist()]
        together = pence[spent][:, years].sum(axis=0)
        pence[shared][:, years] = share_out(parts, together)
        anywhere = said[spent][:, years].any(axis=0)
        is_party = np.arange(len(self._authorities)) < len(self._parties)
        said[shared][:, years] = anywhere[None] & (
            is_party[:, None, None, None] | said[spent][:, years]
        )
        own = [s for s, stream in enumerate(self._streams) if stream.is_ring_fenced]
        for s in own:
            pence[shared][:, years, :, s] = pence[spent][:, years, :, s]
            said[shared][:, years, :, s] = said[spent][:, years, :, s]
