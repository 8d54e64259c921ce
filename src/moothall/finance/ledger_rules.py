"""Rules on the ledger: books that disagree, money that may not cross, what is owed and carried."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.fact import PROGRAMME
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.facts.sharing import EntryKind, LedgerEntry
from moothall.facts.words import in_pounds, listed, name_of
from moothall.finance.agreed_splits import split_in_force
from moothall.finance.books import entries_of
from moothall.finance.ledger import ledgers_of
from moothall.finance.ledger_grid import Ledger
from moothall.finance.subsidy import beyond
from moothall.finance.true_up import true_up


def findings(programme: Programme) -> list[Finding]:
    """Everything that is found about ledgers; nothing is made up where there are no entries."""
    if not programme.ledger_entries:
        return []
    return run(
        (
            the_councils_books_agree,
            every_partner_has_given_its_year,
            ring_fenced_money_stays_with_its_council,
            what_is_settled_cancels_out,
            what_is_carried_stays_within_the_bound,
            a_year_is_not_counted_beside_its_months,
            an_entry_is_in_whole_pence,
        ),
        programme,
        ledgers_of(programme),
    )


def the_councils_books_agree(
    programme: Programme, ledgers: tuple[Ledger, ...]
) -> Iterator[Finding]:
    """Where books say different figures of one thing both are shown, and the difference."""
    for ledger in ledgers:
        for each in ledger.disagreements:
            figures = tuple(
                (_holder(programme, held.owner), in_pounds(held.amount)) for held in each.held
            )
            said = listed([f"{who} holds {amount}" for who, amount in figures])
            yield finding_on(
                programme,
                "ledger_entries",
                each.held[0].entries[0],
                Severity.WARNING,
                f"{each.about}, {each.year}, {each.kind} by {name_of(programme, each.authority)} "
                f"from {each.funding}: {said}, {in_pounds(each.difference)} apart. "
                f"The ledger uses {figures[0][0]}'s.",
                "Let the finance officers agree the figure; until then both stand.",
                authority="",
                figures=(*figures, ("difference", in_pounds(each.difference))),
            )


def every_partner_has_given_its_year(
    programme: Programme, ledgers: tuple[Ledger, ...]
) -> Iterator[Finding]:
    """A partner that has said nothing has not spent nothing."""
    for ledger in ledgers:
        years: dict[tuple[EntryKind, str], list[str]] = defaultdict(list)
        for kind, year, code in ledger.not_given:
            years[kind, code].append(str(year))
        for (kind, code), silent in years.items():
            what = "plans to spend" if kind is EntryKind.PLANNED else "has spent"
            yield finding_on(
                programme,
                "proposals",
                programme.proposal(ledger.proposal),
                Severity.QUESTION,
                f"{name_of(programme, code)} has not said what it {what} in {listed(silent)}, and "
                "others have: nobody's share of these years is known.",
                f"Ask {name_of(programme, code)}'s finance officer; enter 0 where it is nothing.",
                authority=code,
            )


def ring_fenced_money_stays_with_its_council(
    programme: Programme, ledgers: tuple[Ledger, ...]
) -> Iterator[Finding]:
    """A grant for one council's children or health may not pay for another's."""
    for ledger in ledgers:
        for year in ledger.years:
            shares = ledger.shares_in(year)
            for stream in (each for each in ledger.streams if each.is_ring_fenced):
                spent = {
                    code: ledger.figure("actual", code, year, stream)
                    if ledger.figure("actual", code, year, stream) is not None
                    else ledger.figure("planned", code, year, stream)
                    for code in ledger.authorities
                }
                together = sum((each for each in spent.values() if each is not None), Decimal(0))
                for code in ledger.authorities:
                    part = shares.part_of(code)
                    settled = ledger.figure("settled", code, year, stream) or Decimal(0)
                    asked = (
                        max(part * Fraction(together) - Fraction(spent[code] or 0), Fraction(0))
                        if part is not None and len(shares.authorities) > 1
                        else Fraction(0)
                    )
                    crossing = max(asked, Fraction(settled))
                    if crossing <= 0:
                        continue
                    entry = _first(programme, ledger.proposal, stream.value, str(year))
                    how = (
                        f"{name_of(programme, code)} has paid {in_pounds(settled)} of its {stream} "
                        "to another council"
                        if settled > 0
                        else f"the split by {shares.basis} would take {in_pounds(asked)} of "
                        f"{name_of(programme, code)}'s {stream} for what others spend"
                    )
                    yield finding_on(
                        programme,
                        "ledger_entries",
                        entry,
                        Severity.WARNING,
                        f"In {year} {how}: ring-fenced money may not pay for another council. The "
                        "ledger leaves each council its own.",
                        "Show that it pays for the council's own children alone, or share another "
                        "stream; ask the Schools Forum where it is the schools grant.",
                        upholds="D08",
                        authority=code,
                        figures=(("crossing", in_pounds(crossing)),),
                    )


def what_is_settled_cancels_out(
    programme: Programme, ledgers: tuple[Ledger, ...]
) -> Iterator[Finding]:
    """What one council has paid another has received."""
    for ledger in ledgers:
        for year in ledger.years:
            for stream in ledger.streams:
                held = {
                    code: settled
                    for code in ledger.authorities
                    if (settled := ledger.figure("settled", code, year, stream)) is not None
                }
                left = sum(held.values(), Decimal(0))
                if left:
                    said = listed(
                        [
                            f"{name_of(programme, code)} {'paid' if amount > 0 else 'received'} "
                            f"{in_pounds(abs(amount))}"
                            for code, amount in held.items()
                        ]
                    )
                    yield finding_on(
                        programme,
                        "ledger_entries",
                        _first(programme, ledger.proposal, stream.value, str(year)),
                        Severity.WARNING,
                        f"What was settled for {year} from {stream} does not cancel out: {said}; "
                        f"{in_pounds(abs(left))} is in one council's books alone.",
                        "Match the payments with both councils' ledgers before the true-up.",
                        authority="",
                    )


def what_is_carried_stays_within_the_bound(
    programme: Programme, ledgers: tuple[Ledger, ...]
) -> Iterator[Finding]:
    """One council has in fact paid for another by more than the councils allow."""
    for ledger in ledgers:
        for year in ledger.years:
            split = split_in_force(programme, ledger.proposal, year)
            if split is None:
                continue
            for each in beyond(true_up(programme, ledger, year).carried, split.subsidy_bound):
                bound = split.subsidy_bound or Decimal(0)
                yield finding_on(
                    programme,
                    "splits",
                    split,
                    Severity.WARNING,
                    f"In {year} {name_of(programme, each.giver)} has carried "
                    f"{name_of(programme, each.taker)} by {in_pounds(each.amount)} beyond its "
                    f"agreed share; the councils allow {in_pounds(bound)}.",
                    "Settle the year, or look again at the split.",
                    authority=each.giver,
                    figures=(("subsidy", in_pounds(each.amount)), ("bound", in_pounds(bound))),
                )


def a_year_is_not_counted_beside_its_months(
    programme: Programme, ledgers: tuple[Ledger, ...]
) -> Iterator[Finding]:
    """A figure of the whole year and figures of its months for one thing are summed: both meant?"""
    del ledgers
    held: dict[tuple[object, ...], list[LedgerEntry]] = defaultdict(list)
    for entry in programme.ledger_entries:
        held[
            entry.proposal,
            entry.owner,
            entry.authority,
            id(entry.kind),
            entry.year.start,
            id(entry.funding),
            entry.about,
        ].append(entry)
    for entries in held.values():
        whole = next((each for each in entries if each.month is None), None)
        if whole is not None and len({each.month is None for each in entries}) > 1:
            yield finding_on(
                programme,
                "ledger_entries",
                whole,
                Severity.WARNING,
                f"{whole.about}, {whole.year}, {whole.kind} by "
                f"{name_of(programme, whole.authority)}: a figure of the whole year "
                f"({in_pounds(whole.amount)}) stands beside figures of months; the ledger sums "
                "them.",
                "Take the one out if it is the sum of the others.",
            )


def an_entry_is_in_whole_pence(
    programme: Programme, ledgers: tuple[Ledger, ...]
) -> Iterator[Finding]:
    """Nobody pays a part of a penny."""
    odd = {entry for ledger in ledgers for entry in ledger.rounded}
    for entry in programme.ledger_entries:
        if entry.id in odd:
            yield finding_on(
                programme,
                "ledger_entries",
                entry,
                Severity.NOTE,
                f"{entry.about}, {entry.year}: £{entry.amount} is no whole number of pence; the "
                "ledger takes the nearest.",
                "Enter what was booked.",
            )


def _holder(programme: Programme, owner: str) -> str:
    return "the programme" if owner == PROGRAMME else name_of(programme, owner)


def _first(programme: Programme, proposal: str, stream: str, year: str) -> LedgerEntry:
    """The first entry of a stream and year, to hang the finding on."""
    return next(
        entry
        for entry in entries_of(programme, proposal)
        if entry.funding == stream and str(entry.year) == year
    )
