"""A case as plain text for a terminal: findings, money, options, routes side by side, papers."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.case.case import Case
from moothall.facts.money import Budget, Saving
from moothall.governance.route import AuthorityRoute, JointRoute, RouteStep

WIDTH = 112
_COLUMN = 34


def case_text(case: Case) -> str:
    """The case on one long page, the answer first."""
    return "\n".join(
        line.rstrip()
        for part in (_head, _findings, _money, _options, _routes, _papers)
        for line in part(case)
    )


def _heading(words: str) -> Iterator[str]:
    yield ""
    yield words
    yield "=" * len(words)


def _wrapped(words: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(
        words, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _head(case: Case) -> Iterator[str]:
    about = case.programme.about
    yield f"{about.name}, as known on {in_words(case.as_at)}"
    if about.synthetic:
        yield "SYNTHETIC DATA: these councils and figures are invented."
    counts = [
        f"{len(found)} {severity.value}{'s' if len(found) != 1 else ''}"
        for severity in Severity
        if (found := [f for f in case.findings if f.severity is severity])
    ]
    yield from _wrapped(f"{case.verdict} {len(case.findings)} findings: {', '.join(counts)}.", "")
    for supposition in case.suppositions:
        yield f"Supposed for this answer only: {supposition}"
    if case.left_out:
        later = sorted({item.kind for item in case.left_out})
        yield from _wrapped(
            f"Left out, {len(case.left_out)} facts not known by then: {', '.join(later)}.",
            "",
        )


def _findings(case: Case) -> Iterator[str]:
    yield from _heading("Findings")
    for finding in case.findings:
        yield from _finding(finding)


def _finding(finding: Finding) -> Iterator[str]:
    upholds = f" upholds {finding.upholds}" if finding.upholds else ""
    yield f"{finding.severity.value.upper():9}{finding.rule}{upholds}"
    yield from _wrapped(finding.message)
    if finding.actual:
        margin = f"; margin {finding.margin_days} days" if finding.margin_days is not None else ""
        yield from _wrapped(f"Actual: {finding.actual}; required: {finding.required}{margin}")
    for cure in finding.cures or (finding.cure,):
        yield from _wrapped(f"Cure: {cure}")
    if finding.overridden:
        yield from _wrapped(finding.overridden)
    where = ", ".join(filter(None, (finding.place or finding.where, finding.reference)))
    yield from _wrapped(f"At {where}")
    if finding.assumed:
        yield from _wrapped(f"Assumed: {finding.assumed}")


def _money(case: Case) -> Iterator[str]:
    yield from _heading("Money")
    programme = case.programme
    if not programme.budgets and not programme.savings:
        yield "  No budget and no saving is held."
    for budget in programme.budgets:
        yield from _budget(budget)
    for saving in programme.savings:
        yield from _saving(saving)
    for result in case.savings:
        yield from _wrapped(result.sentence)


def _rows(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        yield f"    {first.ljust(widths[0])}  {'  '.join(cells)}"


def _budget(budget: Budget) -> Iterator[str]:
    yield f"  {budget.name}, {budget.unit} (document {budget.source})"
    yield from _rows(
        [("", "gross expenditure", "gross income", "net")]
        + [
            (
                line.name,
                line.gross_expenditure.text,
                line.gross_income.text,
                line.net.text,
            )
            for line in budget.lines
        ]
    )


def _saving(saving: Saving) -> Iterator[str]:
    yield f"  Saving {saving.number}, {saving.name}, {saving.unit} (document {saving.source})"
    years = [f"{'cumulative ' if p.cumulative else ''}{p.year}" for p in saving.phasing]
    yield from _rows(
        [
            ("", "cash limit", "full year", "revised", *years),
            (
                str(saving.cash_limit_year),
                saving.cash_limit.text,
                saving.full_year_saving.text,
                saving.revised_cash_limit.text,
                *(phased.amount.text for phased in saving.phasing),
            ),
        ]
    )
    if saving.breakdown:
        yield f"  made up in {saving.breakdown.year} of"
        yield from _rows([(row.name, row.amount.text) for row in saving.breakdown.rows])


def _options(case: Case) -> Iterator[str]:
    yield from _heading("Options")
    if not case.options:
        yield "  No option is held."
    for table in case.options:
        yield f"  {case.programme.proposal(table.proposal).name}"
        for option in table.options:
            mark = " (assumed)" if option.assumed else ""
            yield f"    {option.standing.value:10} {option.name}{mark}"


def _routes(case: Case) -> Iterator[str]:
    yield from _heading("Joint routes")
    for route in case.routes:
        yield from _route(route)


def _route(route: JointRoute) -> Iterator[str]:
    yield ""
    yield f"{route.name}"
    yield from _wrapped(route.binds)
    columns = [_lane(lane) for lane in route.authorities]
    for cells in zip_longest(*columns, fillvalue=""):
        yield "  " + " | ".join(cell.ljust(_COLUMN) for cell in cells)
    for lane in route.authorities:
        for question in lane.ask:
            yield from _wrapped(f"Ask {lane.name}: {question}")
        for supposed in lane.supposed:
            yield from _wrapped(f"Supposed: {supposed}")


def _lane(lane: AuthorityRoute) -> list[str]:
    lines = [lane.name.upper(), f"({lane.model}: {lane.body or 'no body named'})"]
    for step in lane.steps:
        lines += _step(step)
    if lane.effective_on is None:
        floor = in_words(lane.not_before) if lane.not_before else "unknown"
        lines += ["effective_on: unknown", f"not before: {floor}"]
    return [piece for line in lines for piece in textwrap.wrap(line, _COLUMN) or [""]]


def _step(step: RouteStep) -> Iterator[str]:
    assumed = " (assumed)" if step.assumed else ""
    if step.on is not None:
        yield f"{in_words(step.on)}{assumed}"
    elif step.written:
        yield f"{step.written}{assumed}"
    elif step.latest is not None:
        left = f", {step.days_left} days left" if (step.days_left or 0) >= 0 else ", passed"
        yield f"by {in_words(step.latest)}{left}"
    else:
        yield f"day unknown{assumed}"
    yield f"  {step.name}"
    if step.rule and step.latest is not None:
        yield f"  [{step.rule}]"


def _papers(case: Case) -> Iterator[str]:
    yield from _heading("Papers")
    for paper in case.papers:
        name = case.programme.authority(paper.authority).short_name
        if paper.format is None:
            yield f"  {paper.proposal}, {name}: no report format is held"
        else:
            missing = (
                f", {len(paper.unwritten)} headings not yet written" if paper.unwritten else ""
            )
            yield f"  {paper.proposal}, {name}: {paper.format}{missing}"
