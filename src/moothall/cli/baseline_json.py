"""Baselines as JSON holds them: each council's lines, sums, versions and changes, in pounds."""

from typing import Any

from moothall.basics.figures import Figure
from moothall.cli.money_text import Asked, number
from moothall.facts.money import Budget
from moothall.finance.baseline import CouncilBaseline, JointBaseline, Sums, YearSums
from moothall.finance.baseline_versions import LineChange, next_signature
from moothall.finance.casting import as_pounds


def baselines_json(asked: Asked, baselines: list[JointBaseline]) -> dict[str, Any]:
    """`proposals` with each council's figures, and the budget tables that are only printed."""
    return {
        "locked": bool(baselines) and all(each.is_locked for each in baselines),
        "proposals": [_baseline_json(asked, each) for each in baselines],
        "printed_budgets": [_budget_json(budget) for budget in printed_budgets(asked)],
    }


def _baseline_json(asked: Asked, baseline: JointBaseline) -> dict[str, Any]:
    return {
        "proposal": baseline.proposal,
        "name": baseline.name,
        "answer": baseline.sentence,
        "locked": baseline.is_locked,
        "missing": list(baseline.missing),
        "councils": {
            council.authority: _council_json(asked, baseline.proposal, council)
            for council in baseline.councils
        },
        "totals": [
            _year_json(year) | {"councils": list(year.authorities), "missing": list(year.missing)}
            for year in baseline.totals
        ],
    }


def _council_json(asked: Asked, proposal: str, council: CouncilBaseline) -> dict[str, Any]:
    signing = council.signing
    coming = next_signature(asked.programme, proposal, council.authority)
    return {
        "name": council.name,
        "state": signing.state.value,
        "version": signing.version or None,
        "signed_by": signing.last.signed_by if signing.last else None,
        "signed_on": signing.last.signed_on.isoformat() if signing.last else None,
        "versions": [
            {
                "version": each.version,
                "signed_by": each.signed_by,
                "signed_on": each.signed_on.isoformat(),
                "lines": len(each.lines),
            }
            for each in signing.signatures
        ],
        "next_version": coming.version if coming else None,
        "changes": [_change_json(change) for change in signing.changes],
        "lines": [
            {
                "id": line.id,
                "service": line.service,
                "funding": line.funding.value,
                "year": str(line.year),
                "price_base": str(line.price_base) if line.price_base else None,
                "gross_expenditure": number(line.gross_expenditure),
                "gross_income": number(line.gross_income),
                "net": number(line.net),
                "fte": number(line.fte),
                "recharges_in": number(line.recharges_in),
                "recharges_out": number(line.recharges_out),
                "grant_ends": str(line.grant_ends) if line.grant_ends else None,
                "ledger_code": line.ledger_code,
                "source": str(line.source),
                "assumed": line.assumed,
            }
            for line in council.lines
        ],
        "totals": [_year_json(year) for year in council.years],
    }


def _change_json(change: LineChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "service": change.service,
        "funding": change.funding.value,
        "year": str(change.year),
        "changes": {
            each.name: {"was": _told(each.was), "now": _told(each.now)} for each in change.changes
        },
        "sentence": change.sentence,
    }


def _told(value: object) -> str | None:
    return None if value is None else str(value)


def _year_json(year: YearSums) -> dict[str, Any]:
    return {
        "year": str(year.year),
        "price_base": str(year.price_base) if year.price_base else None,
        **_sums_json(year.total),
        "charged_between_lines": number(year.total.charged_between),
        "streams": {stream.value: _sums_json(sums) for stream, sums in year.streams},
    }


def _sums_json(sums: Sums) -> dict[str, Any]:
    return {
        "lines": sums.lines,
        "gross_expenditure": number(sums.gross_expenditure),
        "gross_income": number(sums.gross_income),
        "net": number(sums.net),
        "fte": number(sums.fte),
        "lines_without_fte": sums.without_fte,
    }


def _budget_json(budget: Budget) -> dict[str, Any]:
    def figure(printed: Figure) -> dict[str, Any]:
        return {"printed": printed.text, "pounds": number(as_pounds(printed, budget.unit).value)}

    return {
        "id": budget.id,
        "authority": budget.authority,
        "name": budget.name,
        "unit": budget.unit.value,
        "year": str(budget.year) if budget.year else None,
        "funding": budget.funding,
        "source": str(budget.source),
        "lines": [
            {
                "name": line.name,
                "total": line.total,
                "gross_expenditure": figure(line.gross_expenditure),
                "gross_income": figure(line.gross_income),
                "net": figure(line.net),
            }
            for line in budget.lines
        ],
    }


def printed_budgets(asked: Asked) -> list[Budget]:
    """The printed tables of the parties that are asked about."""
    ids = {proposal.id for proposal in asked.proposals}
    parties = {code for proposal in asked.proposals for code in proposal.parties}
    return [
        budget
        for budget in asked.programme.budgets
        if budget.authority in parties and (budget.proposal is None or budget.proposal in ids)
    ]
