"""Each rule finds its fault when it is planted, and is silent without it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import THREE, write
from moothall.basics.figures import bracketed, read_figure
from moothall.case.case import Case
from moothall.facts.bodies import Power
from moothall.facts.money import Budget, BudgetLine, Unit
from moothall.facts.programme import Programme
from moothall.files.programme_folder import read_programme
from moothall.finance import rules as finance
from moothall.finance.savings import work_through
from moothall.programme import rules as bodies

MakeCase = Callable[..., Case]


def named(findings: list[object], rule: str) -> list[object]:
    return [finding for finding in findings if getattr(finding, "rule", "") == rule]


@pytest.mark.checklist("A03", "R1")
def test_an_advisory_body_cannot_approve(three_towns: Path) -> None:
    programme = read_programme(three_towns)
    assert not list(bodies.only_a_deciding_body_approves(programme))
    advisory = replace(programme.bodies[0], power=Power.ADVISES)
    spoilt = replace(programme, bodies=(advisory, *programme.bodies[1:]))
    (finding,) = bodies.only_a_deciding_body_approves(spoilt)
    assert finding.severity == "breach"
    assert "it cannot approve" in finding.message


def _budget(programme: Programme, lines: list[tuple[int, int]], slip: int) -> Programme:
    def line(name: str, gross: int, income: int, net: int, *, total: bool = False) -> BudgetLine:
        return BudgetLine(
            name=name,
            gross_expenditure=read_figure(f"{gross:,}"),
            gross_income=read_figure(bracketed(-income)),
            net=read_figure(bracketed(net)),
            total=total,
        )

    rows = [line(f"Line {n}", g, i, g - i) for n, (g, i) in enumerate(lines)]
    gross, income = sum(g for g, _ in lines), sum(i for _, i in lines)
    total = line("Total", gross + slip, income, gross - income, total=True)
    post = programme.posts[0]
    budget = Budget(
        id="b",
        source=post.source,
        known_on=post.known_on,
        owner="ashby",
        authority="ashby",
        name="Budget",
        unit=Unit.THOUSANDS,
        lines=(*rows, total),
    )
    return replace(programme, budgets=(budget,))


LINES = st.lists(st.tuples(st.integers(0, 99_999), st.integers(0, 99_999)), min_size=2, max_size=6)


@given(lines=LINES)
def test_a_budget_that_casts_is_left_in_peace(lines: list[tuple[int, int]]) -> None:
    programme = _budget(_three_towns(), lines, 0)
    assert not list(finance.a_budget_table_casts(programme))


@given(lines=LINES, slip=st.integers(-50, 50).filter(bool))
def test_a_slip_is_found_and_rounding_told_from_error(
    lines: list[tuple[int, int]], slip: int
) -> None:
    programme = _budget(_three_towns(), lines, slip)
    found = list(finance.a_budget_table_casts(programme))
    assert found
    rounding_down = abs(slip) <= (len(lines) + 1) / 2
    down = next(f for f in found if "down" in f.message)
    assert (down.severity == "note") is rounding_down


_CACHE: list[Programme] = []


def _three_towns() -> Programme:
    if not _CACHE:
        import tempfile

        _CACHE.append(read_programme(write(Path(tempfile.mkdtemp()) / "three", THREE)))
    return _CACHE[0]


@given(
    recurrent=st.integers(0, 5_000),
    one_off=st.integers(1, 5_000),
    more=st.integers(0, 5_000),
)
def test_one_off_money_is_always_to_be_found_again(recurrent: int, one_off: int, more: int) -> None:
    saving = _three_towns().savings[0]
    assert saving.breakdown is not None
    parts = [
        replace(row, amount=read_figure(str(amount)))
        for row, amount in zip(
            saving.breakdown.rows, (recurrent, one_off, recurrent + one_off), strict=True
        )
    ]
    full_year = recurrent + one_off + more
    phasing = (
        replace(saving.phasing[0], amount=read_figure(f"({recurrent + one_off})")),
        replace(saving.phasing[1], amount=read_figure(f"({full_year})")),
    )
    result = work_through(
        replace(saving, phasing=phasing, breakdown=replace(saving.breakdown, rows=tuple(parts)))
    )
    assert result is not None
    assert result.needed_new - result.apparent_new == one_off
    assert result.recurrent + result.needed_new == full_year


def test_every_finding_carries_the_name_of_a_rule(
    stockport_tameside: Programme, cambridgeshire_peterborough: Programme, case_of: MakeCase
) -> None:
    for programme in (stockport_tameside, cambridgeshire_peterborough):
        for finding in case_of(programme, "2024-01-01").findings:
            assert finding.rule.isidentifier()
            assert finding.message.strip()
            assert finding.cure.strip()
            assert finding.where.count("/") == 1
