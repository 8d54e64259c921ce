"""The joint baseline: what the services cost each council before anything is shared.

A council without lines is missing, never zero: totals are taken over the councils that have lines,
and say which.  Years and price bases are never mixed: each has its own sums.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from moothall.basics.dates import in_words
from moothall.basics.years import FinancialYear
from moothall.facts.baselines import BaselineLine, FundingStream
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.facts.words import listed
from moothall.finance.baseline_versions import (
    Signing,
    SigningState,
    own_signatures,
    signing_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Sums over lines of one year in one year's prices, in pounds; income is positive.

    `fte` is None where a line does not say its staff, and `without_fte` how many do not.
    `charged_between` is what the lines charge one another, left out of gross expenditure and income
    so that no pound stands in them twice; the net is the same with it and without.
    """

    lines: int
    gross_expenditure: Decimal
    gross_income: Decimal
    fte: Decimal | None
    without_fte: int
    charged_between: Decimal = Decimal(0)

    @property
    def net(self) -> Decimal:
        """Gross expenditure less gross income."""
        return self.gross_expenditure - self.gross_income


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSums:
    """Sums of one year in one year's prices (None: nobody has said in whose).

    The streams add up to the total, but for what is charged between lines.  `authorities` have
    lines in it; `missing` are parties that have none.
    """

    year: FinancialYear
    price_base: FinancialYear | None
    streams: tuple[tuple[FundingStream, Sums], ...]
    total: Sums
    authorities: tuple[str, ...]
    missing: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        prices = f"{self.price_base} prices" if self.price_base else "price base not stated"
        return f"{self.year}, {prices}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilBaseline:
    """One council's own lines, their sums and its signature."""

    authority: str
    name: str
    lines: tuple[BaselineLine, ...]
    years: tuple[YearSums, ...]
    signing: SigningState

    @property
    def is_missing(self) -> bool:
        return not self.lines

    @property
    def is_signed(self) -> bool:
        """Whether the lines stand as the council has signed them."""
        return self.signing.state is Signing.SIGNED

    @property
    def has_nothing(self) -> bool:
        """Whether it has no lines and never signed any."""
        return self.signing.state is Signing.NO_LINES

    @property
    def sentence(self) -> str:
        """How it stands, without the full stop: `Ashby's 4 lines are unsigned`."""
        number = len(self.lines)
        them = f"{self.name}'s {number} lines are" if number != 1 else f"{self.name}'s one line is"
        last = self.signing.last
        if self.has_nothing:
            return f"{self.name} has no lines"
        if last is None:
            return f"{them} unsigned"
        told = f"version {last.version}, {last.signed_by}, {in_words(last.signed_on)}"
        if self.is_signed:
            return f"{them} signed ({told})"
        changes = len(self.signing.changes)
        have = "lines have" if changes != 1 else "line has"
        return f"{changes} {have} changed since {self.name} signed ({told})"


@dataclass(frozen=True, slots=True, kw_only=True)
class JointBaseline:
    """The baseline of one proposal: each council's own lines side by side, and the totals.

    `totals` has one entry per year and price base.
    """

    proposal: str
    name: str
    councils: tuple[CouncilBaseline, ...]
    totals: tuple[YearSums, ...]

    @property
    def is_locked(self) -> bool:
        """Whether every party has signed its own lines as they now stand."""
        return bool(self.councils) and all(council.is_signed for council in self.councils)

    @property
    def missing(self) -> tuple[str, ...]:
        """The parties that have no lines."""
        return tuple(council.authority for council in self.councils if council.is_missing)

    @property
    def total(self) -> YearSums | None:
        """The one total; None where there are no lines, or where they must not be added."""
        return self.totals[0] if len(self.totals) == 1 else None

    @property
    def sentence(self) -> str:
        """Whether it is locked, and what each council still has to do."""
        bare = [each.name for each in self.councils if each.has_nothing]
        without = listed(bare) if bare else ""
        told = [each.sentence for each in self.councils if not each.has_nothing]
        if without:
            have = "have" if sum(each.has_nothing for each in self.councils) > 1 else "has"
            told.insert(0, f"{without} {have} no lines")
        answer = "Nothing is locked"
        if self.is_locked:
            answer = "Locked"
        elif any(each.is_signed for each in self.councils):
            answer = "It is not locked"
        return f"{answer}: {'; '.join(told)}."


def baseline_of(programme: Programme, proposal: Proposal) -> JointBaseline:
    """The joint baseline of a proposal, from the lines and signatures that are held."""
    own = tuple(line for line in programme.baseline_lines if line.proposal == proposal.id)
    councils = tuple(_council(programme, proposal.id, code, own) for code in proposal.parties)
    held = [line for council in councils for line in council.lines]
    return JointBaseline(
        proposal=proposal.id,
        name=proposal.name,
        councils=councils,
        totals=sums_by_year(held, proposal.parties),
    )


def baselines_of(programme: Programme) -> tuple[JointBaseline, ...]:
    """The joint baseline of every proposal."""
    return tuple(baseline_of(programme, proposal) for proposal in programme.proposals)


def _council(
    programme: Programme, proposal: str, authority: str, held: tuple[BaselineLine, ...]
) -> CouncilBaseline:
    lines = tuple(line for line in held if line.authority == authority)
    return CouncilBaseline(
        authority=authority,
        name=programme.authority(authority).short_name,
        lines=lines,
        years=sums_by_year(lines, (authority,)),
        signing=signing_of(lines, own_signatures(programme, proposal, authority)),
    )


def sums_by_year(lines: Iterable[BaselineLine], parties: tuple[str, ...]) -> tuple[YearSums, ...]:
    """Sums of the lines, one entry per year and price base, in their order."""
    groups: dict[tuple[FinancialYear, FinancialYear | None], list[BaselineLine]] = {}
    for line in lines:
        groups.setdefault((line.year, line.price_base), []).append(line)
    return tuple(
        _year_sums(year, price_base, groups[year, price_base], parties)
        for year, price_base in sorted(groups, key=lambda key: (key[0], str(key[1] or "")))
    )


def _year_sums(
    year: FinancialYear,
    price_base: FinancialYear | None,
    lines: list[BaselineLine],
    parties: tuple[str, ...],
) -> YearSums:
    authorities = tuple(code for code in parties if any(each.authority == code for each in lines))
    between = sum(
        (
            charged_between([each for each in lines if each.authority == code])
            for code in authorities
        ),
        Decimal(0),
    )
    return YearSums(
        year=year,
        price_base=price_base,
        streams=tuple(
            (stream, _sums([each for each in lines if each.funding is stream]))
            for stream in FundingStream
            if any(each.funding is stream for each in lines)
        ),
        total=_sums(lines, between),
        authorities=authorities,
        missing=tuple(code for code in parties if code not in authorities),
    )


def _sums(lines: list[BaselineLine], between: Decimal = Decimal(0)) -> Sums:
    without = sum(line.fte is None for line in lines)
    staff = sum((line.fte for line in lines if line.fte is not None), Decimal(0))
    return Sums(
        lines=len(lines),
        gross_expenditure=sum((line.gross_expenditure for line in lines), Decimal(0)) - between,
        gross_income=sum((line.gross_income for line in lines), Decimal(0)) - between,
        fte=None if without else staff,
        without_fte=without,
        charged_between=between,
    )


def charged_between(lines: list[BaselineLine]) -> Decimal:
    """How much of one council's recharges can lie between its own lines, in pounds.

    That is the most that what lines charge out can be what other lines of the same list are
    charged: no line charges itself, so it is also bounded by what every line leaves to the rest
    (the largest flow between the two sides).  What goes to or comes from services outside the
    baseline cannot be told from it, which is why a finding says that it is assumed.
    """
    nil = Decimal(0)
    charged = [(line.recharges_in or nil, line.recharges_out or nil) for line in lines]
    ins = sum((each for each, _ in charged), nil)
    outs = sum((each for _, each in charged), nil)
    left = [ins - each_in + outs - each_out for each_in, each_out in charged]
    return min([ins, outs, *left]) if charged else nil
