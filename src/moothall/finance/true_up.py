"""The year's true-up: what each council planned, spent and settled, and who owes whom.

A council's balance is its share of what all spent, less what it spent itself, less what it has
settled with the others.  What is owed is netted within each funding stream, and never across.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.programme import Programme
from moothall.facts.sharing import EntryKind
from moothall.facts.words import names_of
from moothall.finance.ledger import ledger_of
from moothall.finance.ledger_grid import Ledger
from moothall.finance.subsidy import Subsidy, carried


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One council's year from one stream, in pounds; it owes its `balance`, or is owed it."""

    authority: str
    funding: FundingStream
    planned: Decimal | None
    actual: Decimal | None
    due: Decimal | None
    settled: Decimal
    balance: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """What one council owes another, from one stream, in pounds."""

    debtor: str
    creditor: str
    funding: FundingStream
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One stream of an invoice, in pounds.

    `together` is what all the councils spent, `part` the debtor's part of it; `due`, `spent` and
    `settled` are the debtor's; `amount` is what of its debt falls to this creditor.
    """

    funding: FundingStream
    together: Decimal
    part: Fraction
    due: Decimal
    spent: Decimal
    settled: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """What one council asks of another for a year."""

    creditor: str
    debtor: str
    year: FinancialYear
    lines: tuple[InvoiceLine, ...]

    @property
    def total(self) -> Decimal:
        """The sum of the lines, in pounds."""
        return sum((line.amount for line in self.lines), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueUp:
    """One proposal's year.

    `lacking` says why nothing is owed yet; `unmatched` by how much what the councils say they
    settled does not cancel out, by stream; `carried` who has paid for whom so far.
    """

    proposal: str
    year: FinancialYear
    positions: tuple[Position, ...]
    transfers: tuple[Transfer, ...]
    invoices: tuple[Invoice, ...]
    carried: tuple[Subsidy, ...]
    unmatched: dict[FundingStream, Decimal]
    lacking: str = ""


def true_up_of(programme: Programme, proposal: str, year: FinancialYear) -> TrueUp:
    """What the councils owe each other for a year."""
    return true_up(programme, ledger_of(programme, proposal), year)


def true_up(programme: Programme, ledger: Ledger, year: FinancialYear) -> TrueUp:
    """The same from a ledger already made."""
    positions = tuple(_positions(ledger, year))
    unmatched = {
        stream: moved
        for stream in ledger.streams
        if (moved := sum((p.settled for p in positions if p.funding is stream), Decimal(0)))
    }
    lacking = _lacking(programme, ledger, year, unmatched)
    transfers = () if lacking else tuple(_transfers(ledger, positions))
    return TrueUp(
        proposal=ledger.proposal,
        year=year,
        positions=positions,
        transfers=transfers,
        invoices=tuple(_invoices(ledger, year, positions, transfers)),
        carried=carried_in(ledger, positions),
        unmatched=unmatched,
        lacking=lacking,
    )


def carried_in(ledger: Ledger, positions: Sequence[Position]) -> tuple[Subsidy, ...]:
    """Who has in fact paid for whom so far: against the agreed split, all streams together."""
    more = [
        -sum(
            (Fraction(p.balance) for p in positions if p.authority == code and p.balance),
            Fraction(0),
        )
        for code in ledger.authorities
    ]
    return carried(ledger.authorities, more)


def netted(owes: Sequence[tuple[str, Decimal]]) -> list[tuple[str, str, Decimal]]:
    """Who pays whom so that every balance is nought: debtor, creditor, pounds; in the given order.

    The balances must sum to nought.  At most one payment less than there are councils.
    """
    balances = dict(owes)
    paid: list[tuple[str, str, Decimal]] = []
    for debtor, debt in owes:
        for creditor, credit in owes:
            amount = min(balances[debtor], -balances[creditor])
            if debt > 0 > credit and amount > 0:
                paid.append((debtor, creditor, amount))
                balances[debtor] -= amount
                balances[creditor] += amount
    return paid


def _positions(ledger: Ledger, year: FinancialYear) -> list[Position]:
    found = []
    for stream in ledger.streams:
        for code in ledger.authorities:
            held = {
                measure: ledger.figure(measure, code, year, stream)
                for measure in ("planned", "actual", "due", "settled", "balance")
            }
            if any(value is not None for value in held.values()):
                settled = held.pop("settled") or Decimal(0)
                found.append(Position(authority=code, funding=stream, settled=settled, **held))
    return found


def _lacking(
    programme: Programme,
    ledger: Ledger,
    year: FinancialYear,
    unmatched: dict[FundingStream, Decimal],
) -> str:
    if year not in ledger.years:
        return f"the ledger holds nothing for {year}"
    silent = [
        code for kind, when, code in ledger.not_given if kind is EntryKind.ACTUAL and when == year
    ]
    if silent:
        return f"{names_of(programme, silent)} has not said what it spent in {year}"
    if ledger.shares_in(year).lacking:
        return ledger.shares_in(year).lacking
    if not any(ledger.figure("actual", code, year) is not None for code in ledger.authorities):
        return f"nobody has said yet what was spent in {year}"
    if unmatched:
        return "what the councils say they settled does not cancel out"
    return ""


def _transfers(ledger: Ledger, positions: tuple[Position, ...]) -> list[Transfer]:
    found = []
    for stream in ledger.streams:
        owes = [(p.authority, p.balance) for p in positions if p.funding is stream and p.balance]
        found += [
            Transfer(debtor=debtor, creditor=creditor, funding=stream, amount=amount)
            for debtor, creditor, amount in netted(owes)
        ]
    return found


def _invoices(
    ledger: Ledger,
    year: FinancialYear,
    positions: tuple[Position, ...],
    transfers: tuple[Transfer, ...],
) -> list[Invoice]:
    pairs = list(dict.fromkeys((each.creditor, each.debtor) for each in transfers))
    return [
        Invoice(
            creditor=creditor,
            debtor=debtor,
            year=year,
            lines=tuple(
                _line(ledger, year, positions, each)
                for each in transfers
                if (each.creditor, each.debtor) == (creditor, debtor)
            ),
        )
        for creditor, debtor in pairs
    ]


def _line(
    ledger: Ledger, year: FinancialYear, positions: tuple[Position, ...], transfer: Transfer
) -> InvoiceLine:
    zero = Decimal(0)
    in_stream = [each for each in positions if each.funding is transfer.funding]
    own = next(each for each in in_stream if each.authority == transfer.debtor)
    part = ledger.shares_in(year).part_of(transfer.debtor)
    return InvoiceLine(
        funding=transfer.funding,
        together=sum((each.actual for each in in_stream if each.actual), zero),
        part=part if part is not None else Fraction(0),
        due=own.due or zero,
        spent=own.actual or zero,
        settled=own.settled,
        amount=transfer.amount,
    )
