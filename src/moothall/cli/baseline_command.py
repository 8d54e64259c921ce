"""`moothall baseline`: each council's lines, who has signed them, and what is missing."""

import argparse
import json
from collections.abc import Iterator

from moothall.basics.findings import in_order
from moothall.cli.baseline_json import baselines_json, printed_budgets
from moothall.cli.money_text import (
    UNREADABLE,
    Asked,
    add_folder,
    asked_of,
    cell,
    columns,
    envelope,
    findings_text,
    head,
    wrapped,
)
from moothall.facts.money import Budget
from moothall.facts.words import listed
from moothall.finance.baseline import (
    CouncilBaseline,
    JointBaseline,
    Sums,
    YearSums,
    baseline_of,
)


def add_baseline(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    baseline = commands.add_parser(
        "baseline",
        description="Show each council's gross expenditure, income, net and staff by funding "
        "stream, and whether its section 151 officer has signed the lines as they stand.  Exit 0 "
        "whatever is found, 2 where the folder cannot be read.",
    )
    add_folder(baseline)


def run_baseline(options: argparse.Namespace) -> int:
    """Returns the exit code; every problem goes to standard error, one a line."""
    from moothall.files.law import read_law
    from moothall.files.rates import read_rates
    from moothall.finance import forum_rules
    from moothall.finance.rules import baseline_findings

    asked = asked_of(options)
    if asked is None:
        return UNREADABLE
    baselines = [baseline_of(asked.programme, proposal) for proposal in asked.proposals]
    forums = forum_rules.findings(asked.programme, read_law(), read_rates())
    found = baseline_findings(asked.programme) + forums
    findings = in_order(asked.own(found))
    if options.json:
        answer = envelope(asked, findings) | (
            {"answer": overall(baselines)} | baselines_json(asked, baselines)
        )
        print(json.dumps(answer, ensure_ascii=False, indent=1))
        return 0
    lines = [overall(baselines), *head(asked)]
    for each in baselines:
        lines += _baseline(each, with_name=len(baselines) > 1)
    for budget in printed_budgets(asked):
        lines += _budget(asked, budget)
    print("\n".join([*lines, *findings_text(findings)]))
    return 0


def overall(baselines: list[JointBaseline]) -> str:
    """The answer: the one baseline's own sentence, or how many of several are locked."""
    if not baselines:
        return "Nothing is locked: no proposal is held."
    if len(baselines) == 1:
        return baselines[0].sentence
    of = f"{len(baselines)} proposals"
    held = sum(any(council.lines for council in each.councils) for each in baselines)
    locked = sum(each.is_locked for each in baselines)
    if locked:
        return f"Locked for {locked} of {of}."
    return f"Nothing is locked: {held or 'none'} of {of} {'has' if held < 2 else 'have'} any lines."


def _baseline(baseline: JointBaseline, *, with_name: bool) -> Iterator[str]:
    if with_name:
        yield ""
        yield baseline.name
        yield from wrapped(baseline.sentence)
    for council in baseline.councils:
        if council.lines:
            yield ""
            yield f"  {council.name}, £"
            yield from columns(list(_rows(council)))
        for change in council.signing.changes:
            yield from wrapped(f"Since signed: {change.sentence}.", "    ")
    for year in baseline.totals:
        yield ""
        yield from wrapped(_joint_title(baseline, year))
        yield from columns(
            [
                ("", "gross expenditure", "gross income", "net", "FTE"),
                *(_row(stream.value, sums) for stream, sums in year.streams),
                *_total_rows(year),
            ]
        )


def _joint_title(baseline: JointBaseline, year: YearSums) -> str:
    """Whose lines are in the sums, and whose are not: for want of lines, or in other prices."""
    names = {council.authority: council.name for council in baseline.councils}
    title = f"Together, {year.title}, £: {listed([names[code] for code in year.authorities])}"
    without = [names[code] for code in year.missing if code in baseline.missing]
    elsewhere = [names[code] for code in year.missing if code not in baseline.missing]
    if without:
        title += f"; without {listed(without)}, missing and not taken as nothing"
    if elsewhere:
        title += f"; without {listed(elsewhere)}, of another year or in other prices"
    return title


def _rows(council: CouncilBaseline) -> Iterator[tuple[str, ...]]:
    yield ("", "gross expenditure", "gross income", "net", "FTE")
    for line in council.lines:
        name = f"{line.service}, {line.funding.value}, {line.year}"
        yield (
            f"{name} (assumed)" if line.assumed else name,
            cell(line.gross_expenditure),
            cell(-line.gross_income),
            cell(line.net),
            "–" if line.fte is None else f"{line.fte:f}",
        )
    for year in council.years:
        yield from _total_rows(year)


def _total_rows(year: YearSums) -> Iterator[tuple[str, ...]]:
    between = year.total.charged_between
    if between:
        yield ("less what lines charge one another", cell(-between), cell(between), "", "")
    yield _row(f"Total {year.title}", year.total)


def _row(name: str, sums: Sums) -> tuple[str, ...]:
    return (
        name,
        cell(sums.gross_expenditure),
        cell(-sums.gross_income),
        cell(sums.net),
        "–" if sums.fte is None else f"{sums.fte:f}",
    )


def _budget(asked: Asked, budget: Budget) -> Iterator[str]:
    name = asked.programme.authority(budget.authority).short_name
    year = f", {budget.year}" if budget.year else ", no year named"
    yield ""
    yield f"  As printed by {name}: {budget.name}, {budget.unit.value}{year} ({budget.source})"
    yield from columns(
        [
            ("", "gross expenditure", "gross income", "net"),
            *(
                (
                    line.name,
                    line.gross_expenditure.text,
                    line.gross_income.text,
                    line.net.text,
                )
                for line in budget.lines
            ),
        ]
    )
