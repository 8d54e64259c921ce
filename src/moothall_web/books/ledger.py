"""What the pages of the ledger show: the councils side by side, the split, who carries whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from moothall.basics.years import FinancialYear
from moothall.facts.sharing import EntryKind, Split
from moothall.facts.words import in_pounds, listed
from moothall.files.rates import read_rates
from moothall.finance import forum_rules, ledger_rules, sharing_rules
from moothall.finance.agreed_splits import split_in_force
from moothall.finance.exit_rules import an_exit_has_notice_costs_and_a_share_out
from moothall.finance.forums import ForumNeed, forum_needs_of
from moothall.finance.ledger import ledger_of
from moothall.finance.ledger_grid import MEASURES, Ledger
from moothall.finance.partner_years import years_with_a_split
from moothall.finance.pass_through_rules import least_passed_on
from moothall.finance.recorded_answers import CouncilAnswers, answers_of
from moothall.finance.split_comparison import IN_WORDS, Comparison, compare_rules
from moothall.finance.splits import YearShares, shares_of
from moothall.finance.subsidy import Subsidy, against_alone, beyond
from moothall.finance.true_up import TrueUp, true_up
from moothall_web.books.months import MonthsPage, months_page
from moothall_web.books.seen import Seen
from moothall_web.cases.findings import FindingsOf

TITLES = {
    "before": "Paid before anything was shared",
    "planned": "Planned",
    "share": "Share of what all planned",
    "actual": "Spent",
    "due": "Share of what all spent",
    "settled": "Settled with the others",
    "balance": "Balance",
}


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One measure of one stream in one year, in pounds; None where somebody has not said it.

    `together` is the sum, None while a party's figure is unknown.
    """

    stream: str
    measure: str
    title: str
    cells: tuple[Decimal | None, ...]
    together: Decimal | None


@dataclass(frozen=True, slots=True)
class LedgerYear:
    """A year of the ledger, its split, and which parties have not given what."""

    year: FinancialYear
    shares: YearShares
    lines: tuple[LedgerLine, ...]
    not_given: tuple[tuple[EntryKind, str], ...]
    carried: tuple[Subsidy, ...]
    beyond: tuple[Subsidy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPage:
    """The ledger of one proposal, and the rules of splitting put to one year.

    `carries` is who pays more than alone and for whom, under the split in force (None: unknown);
    `beyond` which of that is more than `bound` allows.
    """

    seen: Seen
    ledger: Ledger
    years: tuple[LedgerYear, ...]
    chosen: FinancialYear | None
    choices: tuple[FinancialYear, ...]
    split: Split | None
    shares: YearShares | None
    comparison: Comparison | None
    months: MonthsPage
    answers: tuple[CouncilAnswers, ...]
    forums: tuple[tuple[ForumNeed, Decimal | None], ...]
    carries: tuple[Subsidy, ...] | None
    beyond: tuple[Subsidy, ...]
    findings: tuple[FindingsOf, ...]
    words: tuple[str, ...]

    @property
    def bound(self) -> Decimal | None:
        return self.split.subsidy_bound if self.split else None

    @property
    def shares_by_council(self) -> list[tuple[str, Fraction]]:
        """Each council's part of the joint cost; empty where it cannot be worked out."""
        return by_council(self.shares)

    def group(self, code: str) -> str:
        """A group of councils as the comparison names it, with the councils' names."""
        return " and ".join(self.seen.names_of(code.split("+")))

    def rule(self, rule: str) -> str:
        """A rule in words."""
        words = IN_WORDS.get(rule, f"by {rule}")
        return f"{words[:1].upper()}{words[1:]}"

    @property
    def has_entries(self) -> bool:
        proposal = self.seen.proposal.id
        return any(each.proposal == proposal for each in self.seen.case.programme.ledger_entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueUpPage:
    """One year's true-up, with its invoices."""

    seen: Seen
    year: FinancialYear
    true_up: TrueUp
    shares: YearShares

    @property
    def shares_by_council(self) -> list[tuple[str, Fraction]]:
        """Each council's part of the joint cost; empty where it cannot be worked out."""
        return by_council(self.shares)


def by_council(shares: YearShares | None) -> list[tuple[str, Fraction]]:
    """Councils with their parts of one."""
    return (
        list(zip(shares.authorities, shares.parts, strict=True)) if shares and shares.parts else []
    )


def ledger_page(held: Seen, asked: int | None = None) -> LedgerPage:
    """The ledger as the reader sees it; `asked` is the year whose split is looked at."""
    programme, proposal = held.case.programme, held.proposal.id
    ledger = ledger_of(programme, proposal)
    choices = tuple(sorted({*ledger.years, *years_with_a_split(programme, proposal)}))
    named = [each for each in choices if each.start == asked]
    chosen = named[0] if named else _latest(held, choices)
    comparison = compare_rules(programme, proposal, chosen) if chosen else None
    shares = shares_of(programme, proposal, chosen) if chosen else None
    split = split_in_force(programme, proposal, chosen) if chosen else None
    carries = None
    if comparison and shares and shares.pounds and comparison.priced.is_priced:
        carries = against_alone(comparison.priced, shares.pounds)
    bound = split.subsidy_bound if split else None
    years = tuple(_year(held, ledger, year) for year in ledger.years)
    over = beyond(carries or (), bound)
    return LedgerPage(
        seen=held,
        ledger=ledger,
        years=years,
        chosen=chosen,
        choices=choices,
        split=split,
        shares=shares,
        comparison=comparison,
        months=months_page(held, ledger, asked, chosen),
        answers=answers_of(programme, held.proposal),
        forums=tuple((need, _least(need)) for need in forum_needs_of(programme, held.proposal)),
        carries=carries,
        beyond=over,
        findings=held.findings(
            sharing_rules,
            ledger_rules,
            forum_rules,
            but=[an_exit_has_notice_costs_and_a_share_out.__name__],
        ),
        words=tuple(_words(held, ledger, years)),
    )


def _least(need: ForumNeed) -> Decimal | None:
    """The least share of early years money of its year, in per cent."""
    least = least_passed_on(read_rates(), need.year) if need.is_early_years else None
    return least.value if least else None


def true_up_page(held: Seen, start: int) -> TrueUpPage | None:
    """One year's true-up; None where there can be no such year."""
    if not 1900 <= start <= 2200:
        return None
    programme, year = held.case.programme, FinancialYear(start)
    ledger = ledger_of(programme, held.proposal.id)
    return TrueUpPage(
        seen=held,
        year=year,
        true_up=true_up(programme, ledger, year),
        shares=shares_of(programme, held.proposal.id, year),
    )


def _latest(held: Seen, choices: tuple[FinancialYear, ...]) -> FinancialYear | None:
    """The latest year that has begun; the first where none has."""
    day = held.case.as_at
    now = day.year if day.month > 3 else day.year - 1
    begun = [each for each in choices if each.start <= now]
    return begun[-1] if begun else choices[0] if choices else None


def _year(held: Seen, ledger: Ledger, year: FinancialYear) -> LedgerYear:
    split = split_in_force(held.case.programme, held.proposal.id, year)
    carried = true_up(held.case.programme, ledger, year).carried
    return LedgerYear(
        year=year,
        shares=ledger.shares_in(year),
        lines=tuple(_lines(held, ledger, year)),
        not_given=tuple((kind, code) for kind, when, code in ledger.not_given if when == year),
        carried=carried,
        beyond=beyond(carried, split.subsidy_bound if split else None),
    )


def _lines(held: Seen, ledger: Ledger, year: FinancialYear) -> Iterator[LedgerLine]:
    """Stream by stream what anybody has said, then all streams where there are several."""
    streams = [*ledger.streams, *([None] if len(ledger.streams) > 1 else [])]
    for stream in streams:
        for measure in MEASURES:
            cells = tuple(ledger.figure(measure, code, year, stream) for code in ledger.authorities)
            if all(cell is None for cell in cells):
                continue
            known = [cell for cell in cells if cell is not None]
            parties = dict(zip(ledger.authorities, cells, strict=True))
            complete = all(parties[code] is not None for code in held.parties)
            yield LedgerLine(
                stream=stream.value if stream else "All streams",
                measure=measure,
                title=TITLES[measure],
                cells=cells,
                together=sum(known, Decimal(0)) if complete else None,
            )


def _words(held: Seen, ledger: Ledger, years: tuple[LedgerYear, ...]) -> Iterator[str]:
    """The answer first: who owes whom, which figures are contested, whether a bound is passed."""
    programme = held.case.programme
    settled = [true_up(programme, ledger, year.year) for year in years]
    owed = [
        f"{held.name(invoice.debtor)} owes {held.name(invoice.creditor)} "
        f"{in_pounds(invoice.total)} for {each.year}"
        for each in settled
        for invoice in each.invoices
    ]
    spent = [each for each in settled if not each.lacking]
    if owed:
        yield f"{'; '.join(owed)}."
    elif spent:
        yield f"Nobody owes anybody anything for {listed([str(each.year) for each in spent])}."
    elif any(each.proposal == held.proposal.id for each in programme.ledger_entries):
        yield "What anybody owes is not known yet."
    else:
        yield "Nobody has entered anything planned, spent or settled yet."
    number = len(ledger.disagreements)
    if number:
        differ = "figures differ" if number > 1 else "figure differs"
        yield f"{number} {differ} between the councils' books; both stand below."
    over = [(year, each) for year in years for each in year.beyond]
    for year, each in over:
        yield (
            f"Alarm: in {year.year} {held.name(each.giver)} carries {held.name(each.taker)} by "
            f"{in_pounds(each.amount)}, more than the councils allow."
        )
