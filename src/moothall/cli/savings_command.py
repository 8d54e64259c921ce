"""`moothall savings`: the savings plan, what each year has to find, and on what it rests."""

import argparse
import json
from collections.abc import Iterator
from typing import Any

from moothall.basics.figures import Figure, bracketed
from moothall.basics.findings import in_order
from moothall.basics.pence import to_the_penny
from moothall.cli.money_text import (
    UNREADABLE,
    add_folder,
    asked_of,
    cell,
    columns,
    envelope,
    findings_text,
    head,
    number,
    wrapped,
)
from moothall.facts.money import Saving
from moothall.facts.words import in_pounds
from moothall.finance.casting import as_pounds
from moothall.finance.savings import work_through
from moothall.finance.savings_plan import (
    PlannedYear,
    PlanTotal,
    SavingLine,
    SavingsPlan,
    savings_plan_of,
)


def add_savings(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    savings = commands.add_parser(
        "savings",
        description="Work through the savings plan: recurrent and one-off apart, what rolls into "
        "the next year, who has verified it.  Exit 0 whatever is found, 2 where the folder cannot "
        "be read.",
    )
    add_folder(savings)


def run_savings(options: argparse.Namespace) -> int:
    """Returns the exit code; every problem goes to standard error, one a line."""
    from moothall.files.law import read_law
    from moothall.files.rates import read_rates
    from moothall.finance import forum_rules
    from moothall.finance.rules import savings_findings

    asked = asked_of(options)
    if asked is None:
        return UNREADABLE
    plans = [savings_plan_of(asked.programme, proposal) for proposal in asked.proposals]
    forums = forum_rules.findings(asked.programme, read_law(), read_rates())
    found = savings_findings(asked.programme)
    found += [each for each in forums if each.where.startswith("savings/")]
    findings = in_order(asked.own(found))
    if options.json:
        answer = envelope(asked, findings) | plans_json(plans)
        print(json.dumps(answer, ensure_ascii=False, indent=1))
        return 0
    held = [plan for plan in plans if plan.lines]
    lines = [overall(held), *head(asked)]
    for plan in held:
        lines += _plan(plan)
    print("\n".join([*lines, *findings_text(findings)]))
    return 0


def overall(plans: list[SavingsPlan]) -> str:
    """The answer: the one plan's own sentence, or all of them."""
    if not plans:
        return "No saving is planned."
    if len(plans) == 1:
        return plans[0].sentence
    return " ".join(f"{plan.name}: {plan.sentence}" for plan in plans)


# --- JSON -----------------------------------------------------------------------------------------


def plans_json(plans: list[SavingsPlan]) -> dict[str, Any]:
    """`proposals` with every line as printed and worked through, by council and by stream."""
    return {
        "answer": overall([plan for plan in plans if plan.lines]),
        "proposals": [
            {
                "proposal": plan.proposal,
                "name": plan.name,
                "answer": plan.sentence,
                "savings": [_line_json(line) for line in plan.lines],
                "councils": {
                    council.authority: {"name": council.name, **_total_json(council.total)}
                    for council in plan.councils
                },
                "total": _total_json(plan.total),
            }
            for plan in plans
        ],
    }


def _line_json(line: SavingLine) -> dict[str, Any]:
    saving = line.fact
    part = line.part_year
    answer: dict[str, Any] = {
        "id": saving.id,
        "number": saving.number,
        "name": saving.name,
        "authority": saving.authority,
        "funding_stream": saving.funding_stream.value if saving.funding_stream else None,
        "funding": saving.funding,
        "source": str(saving.source),
        "assumed": saving.assumed,
        "unit": saving.unit.value,
        "cash_limit_year": str(saving.cash_limit_year),
        "cash_limit": _figure(saving.cash_limit, saving),
        "full_year_saving": _figure(saving.full_year_saving, saving),
        "revised_cash_limit": _figure(saving.revised_cash_limit, saving),
        "phasing": [
            {"year": str(each.year), "cumulative": each.cumulative} | _figure(each.amount, saving)
            for each in saving.phasing
        ],
        "breakdown": None,
        "years": [_year_json(year) for year in line.years],
        "part_year": None,
        "standing": saving.standing.value,
        "evidenced_by": saving.evidenced_by,
        "verified_by": saving.verified_by,
        "verified_on": saving.verified_on.isoformat() if saving.verified_on else None,
        "confidence_percent": number(saving.confidence_percent),
        "risk_adjusted": number(line.risk_adjusted),
        "cost_of_change": number(line.cost_of_change),
        "payback_years": number(line.payback_years),
        "posts_reduced": saving.posts_reduced,
        "part_of": saving.part_of,
        "parts": list(line.parts),
    }
    if saving.breakdown is not None:
        answer["breakdown"] = {
            "year": str(saving.breakdown.year),
            "rows": [
                {
                    "name": row.name,
                    "kind": row.kind,
                    "recurrence": row.recurrence.value if row.recurrence else None,
                }
                | _figure(row.amount, saving)
                for row in saving.breakdown.rows
            ],
        }
    if part is not None:
        now, later = to_the_penny((part.in_year, part.rolls_over))
        answer["part_year"] = {
            "year": str(part.year),
            "months": part.months,
            "in_year": number(now),
            "rolls_over": number(later),
            "exact": {"in_year": str(part.in_year), "rolls_over": str(part.rolls_over)},
        }
    return answer


def _figure(figure: Figure, saving: Saving) -> dict[str, Any]:
    return {"printed": figure.text, "pounds": number(as_pounds(figure, saving.unit).value)}


def _year_json(year: PlannedYear) -> dict[str, Any]:
    return {
        "year": str(year.year),
        "reached": number(year.reached),
        "recurrent": number(year.recurrent),
        "one_off": number(year.one_off),
        "rise": number(year.rise),
        "falls_away": number(year.falls_away),
        "to_find": number(year.to_find),
        "pressure_next_year": number(year.pressure),
        "carried_on": list(year.carried),
    }


def _total_json(total: PlanTotal) -> dict[str, Any]:
    return {
        "lines": list(total.lines),
        "full_year": number(total.full_year),
        "by_standing": {standing.value: number(amount) for standing, amount in total.by_standing},
        "by_stream": {
            stream.value if stream else "not stated": number(amount)
            for stream, amount in total.by_stream
        },
        "years": [_year_json(year) for year in total.years],
        "risk_adjusted": number(total.risk_adjusted)
        if total.without_confidence < len(total.lines)
        else None,
        "lines_without_confidence": total.without_confidence,
        "cost_of_change": number(total.cost_of_change)
        if total.without_cost < len(total.lines)
        else None,
        "lines_without_cost_of_change": total.without_cost,
    }


# --- text -----------------------------------------------------------------------------------------


def _plan(plan: SavingsPlan) -> Iterator[str]:
    yield ""
    yield plan.name
    for line in plan.lines:
        yield from _line(line)
    if len(plan.lines) > 1:
        for council in plan.councils:
            if council.total.lines:
                yield ""
                yield from wrapped(f"{council.name} together, £: {_together(council.total)}")
                yield from columns(_year_rows(council.total.years))
        yield ""
        yield from wrapped(f"All councils together, £: {_together(plan.total)}")
        yield from columns(_year_rows(plan.total.years))


def _line(line: SavingLine) -> Iterator[str]:
    saving = line.fact
    yield ""
    yield f"  Saving {saving.number}, {saving.name}, {line.name}, {saving.unit} ({saving.source})"
    years = [f"{'cumulative ' if p.cumulative else ''}{p.year}" for p in saving.phasing]
    yield from columns(
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
        yield from columns([(row.name, row.amount.text) for row in saving.breakdown.rows])
    if line.years:
        yield "  worked through, £"
        yield from columns(_year_rows(line.years))
    result = work_through(saving)
    if result is not None and result.one_off:
        yield from wrapped(result.sentence)
    yield from wrapped(_rests_on(line))


def _rests_on(line: SavingLine) -> str:
    saving, part = line.fact, line.part_year
    stream = saving.funding_stream.value if saving.funding_stream else "stream not stated"
    by = saving.verified_by or saving.evidenced_by
    told = [stream, f"{saving.standing.value}{f' ({by})' if by else ''}"]
    if line.risk_adjusted is not None:
        told.append(
            f"{saving.confidence_percent}% sure: {in_pounds(line.risk_adjusted)} after risk"
        )
    if part is not None:
        told.append(
            f"starts {saving.starts}: {in_pounds(part.in_year)} in {part.year} ({part.months} of "
            f"12 months), {in_pounds(part.rolls_over)} roll into {part.year.next}"
        )
    if line.cost_of_change is not None:
        told.append(f"costs {in_pounds(line.cost_of_change)} once")
    if line.payback_years is not None:
        told.append(f"paid back in {float(line.payback_years):.2f} years, not discounted")
    return f"{'; '.join(told)}."


def _together(total: PlanTotal) -> str:
    claims = ", ".join(
        f"{bracketed(amount)} {standing.value}" for standing, amount in total.by_standing if amount
    )
    return f"{cell(total.full_year)} a year, of which {claims or 'nothing'}"


def _year_rows(years: tuple[PlannedYear, ...]) -> list[tuple[str, ...]]:
    return [
        ("", "reached", "recurrent", "one-off", "rise", "falls away", "to find"),
        *(
            (
                str(year.year),
                cell(year.reached),
                cell(year.recurrent),
                cell(year.one_off),
                cell(year.rise),
                cell(year.falls_away),
                cell(year.to_find),
            )
            for year in years
        ),
    ]
