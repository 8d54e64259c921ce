"""Rules on the sums of a joint baseline: what must not be added, and what would count twice."""

from collections.abc import Iterator

from moothall.basics.findings import Finding, Severity, run
from moothall.basics.years import FinancialYear
from moothall.facts.baselines import BaselineLine, FundingStream
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.facts.words import in_pounds
from moothall.finance.baseline_rules import Baselines, councils_with_lines, each_baseline

_KIND = "baseline_lines"


def findings(programme: Programme, baselines: Baselines) -> list[Finding]:
    """What keeps the lines of a programme's baselines from being added."""
    return run(
        (
            a_line_stands_once,
            different_years_are_not_added,
            different_price_bases_are_not_added,
            a_line_says_in_whose_prices_it_stands,
            a_line_says_its_staff_and_recharges,
            a_recharge_between_lines_is_counted_once,
        ),
        programme,
        baselines,
    ) + run((a_recharge_is_part_of_its_line,), programme)


def _listed(lines: list[BaselineLine], most: int = 5) -> str:
    """The lines by name; of many the first few and how many more."""
    names = [f"{line.service} ({line.funding.value})" for line in lines]
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def a_line_stands_once(programme: Programme, baselines: Baselines) -> Iterator[Finding]:
    """Two lines of one service, stream and year may be the same money twice."""
    for _, council in councils_with_lines(programme, baselines):
        seen: dict[tuple[str, FundingStream, FinancialYear], BaselineLine] = {}
        for line in council.lines:
            key = (line.service.strip().casefold(), line.funding, line.year)
            first = seen.setdefault(key, line)
            if first is not line:
                yield finding_on(
                    programme,
                    _KIND,
                    line,
                    Severity.WARNING,
                    f"{council.name} has {line.service} ({line.funding.value}, {line.year}) twice, "
                    f"with {in_pounds(first.gross_expenditure)} and with "
                    f"{in_pounds(line.gross_expenditure)}, and both are added.",
                    "Take one out, or name the two services apart.",
                    figures=(("first", first.id), ("second", line.id)),
                )


def different_years_are_not_added(programme: Programme, baselines: Baselines) -> Iterator[Finding]:
    """Lines of different years have sums of their own."""
    yield from _mixed(programme, baselines, "year")


def different_price_bases_are_not_added(
    programme: Programme, baselines: Baselines
) -> Iterator[Finding]:
    """Lines in different years' prices have sums of their own."""
    yield from _mixed(programme, baselines, "price_base")


def _mixed(programme: Programme, baselines: Baselines, field: str) -> Iterator[Finding]:
    what = {"year": "years", "price_base": "years' prices"}[field]
    for proposal, baseline in each_baseline(programme, baselines):
        held: dict[str, list[str]] = {}
        for council in baseline.councils:
            for line in council.lines:
                value = getattr(line, field)
                if value is not None and council.name not in held.setdefault(str(value), []):
                    held[str(value)].append(council.name)
        if len(held) < 2:
            continue
        told = "; ".join(f"{value}: {', '.join(names)}" for value, names in sorted(held.items()))
        yield finding_on(
            programme,
            "proposals",
            proposal,
            Severity.WARNING,
            f"The baseline mixes {what} ({told}): each is summed apart, and there is no joint "
            "total.",
            "Bring all lines to one year, and say by which index."
            if field == "price_base"
            else "Ask each council for its lines of one and the same year.",
            upholds="D01",
            authority="",
        )


def a_line_says_in_whose_prices_it_stands(
    programme: Programme, baselines: Baselines
) -> Iterator[Finding]:
    """Without its price base a line cannot be compared with one of another year."""
    for _, council in councils_with_lines(programme, baselines):
        silent = [line for line in council.lines if line.price_base is None]
        if silent:
            yield finding_on(
                programme,
                _KIND,
                silent[0],
                Severity.QUESTION,
                f"{council.name} does not say in which year's prices it gives {_listed(silent)}.",
                "Ask for the price base of each line: the year's own prices, or another's.",
                upholds="D01",
            )


def a_line_says_its_staff_and_recharges(
    programme: Programme, baselines: Baselines
) -> Iterator[Finding]:
    """What nobody has said of a line stays unknown and is asked."""
    for _, council in councils_with_lines(programme, baselines):
        lacking, first = [], None
        for field, words in (
            ("fte", "full-time equivalents"),
            ("recharges_in", "what other services charge it"),
            ("recharges_out", "what it charges other services"),
        ):
            silent = [line for line in council.lines if getattr(line, field) is None]
            if silent:
                lacking.append(f"{words} ({len(silent)} of {len(council.lines)})")
                first = first or silent[0]
        if first is not None:
            yield finding_on(
                programme,
                _KIND,
                first,
                Severity.QUESTION,
                f"{council.name} does not say for each of its lines: {'; '.join(lacking)}.",
                "Ask its finance officer; write 0 where there is none.",
                upholds="D01",
            )


def a_recharge_is_part_of_its_line(programme: Programme) -> Iterator[Finding]:
    """What is charged in is part of gross expenditure, what is charged out part of gross income."""
    for line in programme.baseline_lines:
        for words, part, whole_words, whole in (
            ("charged in", line.recharges_in, "gross expenditure", line.gross_expenditure),
            ("charged out", line.recharges_out, "gross income", line.gross_income),
        ):
            if part is not None and part > whole:
                yield finding_on(
                    programme,
                    _KIND,
                    line,
                    Severity.WARNING,
                    f"{line.service} ({line.funding.value}): {in_pounds(part)} {words} is more "
                    f"than its {whole_words} of {in_pounds(whole)}, of which it is a part.",
                    "Check whether the line was entered with or without recharges.",
                    figures=(("recharge", in_pounds(part)), (whole_words, in_pounds(whole))),
                )


def a_recharge_between_lines_is_counted_once(
    programme: Programme, baselines: Baselines
) -> Iterator[Finding]:
    """What one line charges another of the same council stands in the total once."""
    for _, council in councils_with_lines(programme, baselines):
        for year in council.years:
            between = year.total.charged_between
            if between:
                yield finding_on(
                    programme,
                    _KIND,
                    next(line for line in council.lines if line.recharges_out),
                    Severity.NOTE,
                    f"{council.name}, {year.title}: {in_pounds(between)} that its lines can have "
                    "charged one another is left out of total gross expenditure and income; the "
                    "net is the same.",
                    "Say for each recharge from which service it comes.",
                    assumed="what its lines charge out goes to its other lines as far as these are "
                    "charged; what goes outside the baseline cannot be told from it",
                    figures=(("left out", in_pounds(between)),),
                )
