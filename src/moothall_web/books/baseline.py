"""What the page of a baseline shows: each council's own lines side by side, and their signing."""

from dataclasses import dataclass
from decimal import Decimal

from moothall.basics.years import FinancialYear
from moothall.facts.baselines import BaselineLine, FundingStream
from moothall.finance import baseline_rules, baseline_sum_rules, rules, signing_rules
from moothall.finance.baseline import CouncilBaseline, JointBaseline, Sums, YearSums
from moothall.finance.baseline_versions import NextSignature, next_signature
from moothall_web.books.seen import Seen
from moothall_web.cases.findings import FindingsOf
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity

SHOWN = 200
"""Rows of one table that stand on one page."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One service and stream in one year: each council's own lines, in the order of the parties.

    `together` is the net of all, None while a council has no such line.
    """

    service: str
    funding: FundingStream
    cells: tuple[tuple[BaselineLine, ...], ...]
    together: Decimal | None


@dataclass(frozen=True, slots=True)
class TotalRow:
    """Sums of one stream, or of all: each council's (None: it has no line), and together's."""

    name: str
    cells: tuple[Sums | None, ...]
    together: Sums


@dataclass(frozen=True, slots=True)
class BaselineYear:
    """A year of the baseline in one year's prices; `number` is how many rows there are in all."""

    sums: YearSums
    rows: tuple[SideBySide, ...]
    number: int
    totals: tuple[TotalRow, ...]


@dataclass(frozen=True, slots=True)
class CouncilSigning:
    """One council's own lines: how they stand, what would be signed, and whether by the reader."""

    baseline: CouncilBaseline
    coming: NextSignature | None
    may: Refusal | Capacity

    @property
    def may_sign(self) -> bool:
        return isinstance(self.may, Capacity) and self.coming is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselinePage:
    """The baseline of one proposal; `part` is which part of its long tables stands here."""

    seen: Seen
    baseline: JointBaseline
    part: int
    years: tuple[BaselineYear, ...]
    councils: tuple[CouncilSigning, ...]
    findings: tuple[FindingsOf, ...]


def baseline_page(held: Seen, part: int = 1) -> BaselinePage:
    """The baseline as the reader sees it; of long tables the part asked for."""
    baseline = baseline_in(held)
    return BaselinePage(
        seen=held,
        baseline=baseline,
        part=part,
        years=tuple(_year(baseline, each, part) for each in baseline.totals),
        councils=tuple(signing(held, each) for each in baseline.councils),
        findings=held.findings(
            baseline_rules,
            baseline_sum_rules,
            signing_rules,
            also=(rules.a_budget_table_casts.__name__, rules.an_amount_fits_its_budget.__name__),
        ),
    )


def parts_of(page: BaselinePage) -> int:
    """Into how many parts the longest table falls; one where nothing is left out."""
    return max((-(-year.number // SHOWN) for year in page.years), default=1) or 1


def baseline_in(held: Seen) -> JointBaseline:
    """The proposal's baseline in its case."""
    return next(each for each in held.case.baselines if each.proposal == held.proposal.id)


def signing(held: Seen, council: CouncilBaseline) -> CouncilSigning:
    """How one council's signing stands for the reader."""
    return CouncilSigning(
        baseline=council,
        coming=next_signature(held.case.programme, held.proposal.id, council.authority),
        may=held.may("baseline_signatures", council.authority),
    )


def _year(baseline: JointBaseline, sums: YearSums, part: int) -> BaselineYear:
    def own(council: CouncilBaseline) -> tuple[BaselineLine, ...]:
        return tuple(
            line
            for line in council.lines
            if (line.year, line.price_base) == (sums.year, sums.price_base)
        )

    held = [own(council) for council in baseline.councils]
    alike: list[dict[tuple[str, FundingStream], list[BaselineLine]]] = []
    for lines in held:
        alike.append({})
        for line in lines:
            alike[-1].setdefault((line.service, line.funding), []).append(line)
    streams = list(FundingStream)
    keys = {key for lines in alike for key in lines}
    every = sorted(keys, key=lambda key: (key[0], streams.index(key[1])))
    rows = []
    for service, funding in every[SHOWN * (part - 1) : SHOWN * part]:
        cells = tuple(tuple(lines.get((service, funding), ())) for lines in alike)
        nets = [line.net for cell in cells for line in cell]
        rows.append(
            SideBySide(service, funding, cells, sum(nets, Decimal(0)) if all(cells) else None)
        )
    councils = [_of(council, sums.year, sums.price_base) for council in baseline.councils]
    totals = [
        TotalRow(
            stream.value,
            tuple(dict(each.streams).get(stream) if each else None for each in councils),
            together,
        )
        for stream, together in sums.streams
    ]
    own_totals = tuple(each.total if each else None for each in councils)
    return BaselineYear(
        sums, tuple(rows), len(every), (*totals, TotalRow("All streams", own_totals, sums.total))
    )


def _of(
    council: CouncilBaseline, year: FinancialYear, price_base: FinancialYear | None
) -> YearSums | None:
    found = [each for each in council.years if (each.year, each.price_base) == (year, price_base)]
    return found[0] if found else None
