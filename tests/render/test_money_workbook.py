"""Money tables as workbooks: live formulas that make our figures, and no text that is run.

Formulas are worked out by LibreOffice, from a copy without our own values.  Where it is not
installed those tests are skipped; all figures but those of the samples are invented.
"""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exhaustive import exhaustive
from moothall.basics.citations import Citation
from moothall.basics.dates import read_written_date
from moothall.basics.figures import read_figure
from moothall.basics.years import FinancialYear
from moothall.facts.baselines import BaselineLine, FundingStream
from moothall.facts.posts import PaidBefore, Share, SharedPost
from moothall.facts.programme import Programme
from moothall.facts.sharing import (
    CoalitionCost,
    EmployerRates,
    EntryKind,
    ExitTerms,
    ForumItem,
    LedgerEntry,
    Split,
    SplitBasis,
    SplitWeight,
    UnwindCost,
)
from moothall.files.programme_folder import read_programme
from moothall.files.rates import read_rates
from moothall.files.workbooks.table_file import read_table_file
from moothall.finance.baseline import baseline_of
from moothall.finance.ledger import ledger_of
from moothall.finance.savings_plan import savings_plan_of
from moothall.finance.splits import shares_of
from moothall.render.money_workbook import money_workbook
from moothall.render.workbook import Column, Format, MoneySheet, workbook
from moothall.workforce.post_effects import effects_of

DAY = date(2026, 5, 1)
YEAR = FinancialYear(2026)
RATES = read_rates()


def held(key: str, **more: Any) -> dict[str, Any]:
    return {
        "id": key,
        "source": Citation("ashby", "9"),
        "known_on": date(2026, 1, 5),
        "owner": more.get("authority", "programme"),
        "proposal": "archive",
    } | more


@pytest.fixture
def towns(three_towns: Path) -> Programme:
    """The invented programme with lines, splits, a ledger and terms of exit."""
    programme = read_programme(three_towns)
    lines = [
        BaselineLine(
            **held(f"line-{n}", authority=code),
            service=f"=cmd|' /C calc'!A{n}" if n == 0 else f"Service {n}",
            funding=FundingStream.GENERAL_FUND,
            year=YEAR,
            gross_expenditure=Decimal(f"{100_000 + n * 37}.{n}3"),
            gross_income=Decimal(f"{n * 11}.07"),
            fte=Decimal("2.5"),
            recharges_in=Decimal(5),
            recharges_out=Decimal(7),
        )
        for n, code in enumerate(("ashby", "ashby", "brae", "brae"))
    ]
    splits = [
        Split(
            **held("by-people"),
            basis=SplitBasis.POPULATION,
            since=YEAR,
            weights=tuple(
                SplitWeight(authority=code, weight=Decimal(weight))
                for code, weight in (("ashby", 3), ("brae", 7), ("combe", 19))
            ),
        )
    ]
    entries = [
        LedgerEntry(
            **held(f"{kind.value}-{code}-{month}", authority=code),
            kind=kind,
            year=YEAR,
            funding=FundingStream.GENERAL_FUND,
            amount=Decimal(f"{1000 + 100 * month + len(code)}.{month}1"),
            about="Archivist",
            month=month,
        )
        for kind in (EntryKind.PLANNED, EntryKind.ACTUAL)
        for code in ("ashby", "brae", "combe")
        for month in (1, 2, 3)
    ]
    terms = ExitTerms(
        **held("parting"),
        costs=(
            UnwindCost(name="Redundancy", authority="ashby", amount=Decimal("30000.55")),
            UnwindCost(
                name="Rent", authority="brae", amount=Decimal(10), year_after=2, recurrent=True
            ),
        ),
    )
    posts = (
        SharedPost(
            **held("archivist"),
            title="Archivist",
            shares=(
                Share(authority="ashby", percent=Decimal("33.33")),
                Share(authority="brae", percent=Decimal("66.67")),
            ),
            host="ashby",
            salary=read_figure("48,123"),
            honorarium=read_figure("3,001"),
            honorarium_rises=True,
            salary_year=FinancialYear(2025),
            starts=read_written_date("12 July 2026"),
            term_months=14,
            fte=Decimal("0.7"),
            paid_before=(
                PaidBefore(authority="ashby", pounds=Decimal("40001.01")),
                PaidBefore(authority="brae", pounds=Decimal(0)),
            ),
            backfill=(
                PaidBefore(authority="ashby", pounds=Decimal(0)),
                PaidBefore(authority="brae", pounds=Decimal("777.77")),
            ),
            vat_treatment="Outside the scope",
        ),
        SharedPost(
            **held("clerk"),
            title="Clerk",
            shares=(
                Share(authority="ashby", percent=Decimal(50)),
                Share(authority="combe", percent=Decimal(50)),
            ),
            host="combe",
            salary=read_figure("30,000"),
        ),
        SharedPost(
            **held("porter"),
            title="Porter",
            shares=(Share(authority="ashby", percent=Decimal(100)),),
        ),
    )
    rates = EmployerRates(
        **{name: value for name, value in held("rates").items() if name != "proposal"},
        authority="ashby",
        since=FinancialYear(2025),
        pension_percent=Decimal("19.3"),
        levy_percent=Decimal("0.5"),
        pay_award_percent=Decimal("2.75"),
    )
    early = FundingStream.DSG_EARLY_YEARS
    nursery = BaselineLine(
        **held("nursery", authority="brae"),
        service="Nursery advice",
        funding=early,
        year=YEAR,
        gross_expenditure=Decimal(9000),
        gross_income=Decimal(0),
        ledger_code="N-77",
    )
    passed = ForumItem(
        **held("passed", authority="brae"),
        item="Passed through to providers",
        funding=early,
        year=YEAR,
        amount=Decimal(100_000),
        decided=True,
        passed_on_percent=Decimal("96.4"),
    )
    entries.append(
        replace(entries[0], id="of-brae", owner="brae", amount=Decimal(7), authority="ashby")
    )
    costs = [
        ("alone", ("ashby",), "60000.10"),
        ("alone-b", ("brae",), "60000"),
        ("alone-c", ("combe",), "50000"),
        ("all", ("ashby", "brae", "combe"), "99999.97"),
    ]
    return replace(
        programme,
        posts=posts,
        employer_rates=(rates,),
        forum_items=(passed,),
        baseline_lines=(*lines, nursery),
        splits=tuple(splits),
        ledger_entries=tuple(entries),
        exit_terms=(terms,),
        coalition_costs=tuple(
            CoalitionCost(**held(key), authorities=codes, year=YEAR, amount=Decimal(amount))
            for key, codes, amount in costs
        ),
    )


def cells(data: bytes, *, values: bool) -> Iterator[tuple[str, str, Any]]:
    for sheet in openpyxl.load_workbook(io.BytesIO(data), data_only=values):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield sheet.title, cell.coordinate, cell.value


def formulas(data: bytes) -> dict[tuple[str, str], str]:
    return {
        (sheet.title, cell.coordinate): str(cell.value)
        for sheet in openpyxl.load_workbook(io.BytesIO(data))
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Have a workbook worked out by LibreOffice; its cells by sheet and place."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice Calc (on Debian: apt-get install libreoffice-calc-nogui)")

    def work_out(data: bytes) -> dict[tuple[str, str], Any]:
        folder = tmp_path_factory.mktemp("calc")
        bare = openpyxl.load_workbook(io.BytesIO(data))  # which drops the values beside formulas
        bare.save(folder / "bare.xlsx")
        done = subprocess.run(
            [
                *(program, f"-env:UserInstallation=file://{folder}/profile", "--headless"),
                *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder / "out"),
                folder / "bare.xlsx",
            ],
            capture_output=True,
            check=False,
            timeout=120,
        )
        made = folder / "out" / "bare.xlsx"
        if not made.exists():
            pytest.skip(f"needs LibreOffice Calc: {done.stderr.decode()[-200:]}")
        return {(a, b): value for a, b, value in cells(made.read_bytes(), values=True)}

    return work_out


def assert_same(data: bytes, worked: dict[tuple[str, str], Any]) -> int:
    """Every formula comes to our value, to the penny; returns how many there are."""
    ours = {(a, b): value for a, b, value in cells(data, values=True)}
    live = formulas(data)
    wrong = [
        f"{place}: ours {ours.get(place)}, LibreOffice {worked.get(place)} by {formula}"
        for place, formula in live.items()
        if not isinstance(ours.get(place), int | float)
        or not isinstance(worked.get(place, 0), int | float)
        or abs(ours[place] - worked.get(place, 0)) >= 0.005
    ]
    assert not wrong, "\n".join(wrong)
    return len(live)


def test_every_formula_makes_our_figure_in_libreoffice(towns: Programme, libreoffice: Any):
    data = money_workbook(towns, towns.proposal("archive"), DAY, RATES)

    assert assert_same(data, libreoffice(data)) > 500


def test_every_money_table_has_its_sheet(towns: Programme):
    data = money_workbook(towns, towns.proposal("archive"), DAY, RATES)

    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == [
        "About",
        "Baseline",
        "Savings plan",
        "Phasing",
        "Make-up of a year",
        "Shared posts, cost",
        "Shared posts, effect",
        "Shares",
        "Rules compared",
        "Ledger",
        "Books that disagree",
        "True-up",
        "Cost of parting",
        "Schools Forums",
        "Recorded answers",
    ]


def as_rows(sheet: Any, heading: str) -> list[list[Any]]:
    """The heads, then every row below them."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    place = next(n for n, row in enumerate(rows) if heading in row)
    return rows[place:]


def test_the_posts_sheets_say_what_the_library_says_and_leave_the_unknown_empty(
    towns: Programme,
):
    data = money_workbook(towns, towns.proposal("archive"), DAY, RATES)
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    effect = "Net effect (in brackets: saves)"
    head, *rows = as_rows(book["Shared posts, effect"], effect)
    found = {
        (row[head.index("Post")], row[head.index("Council")], row[head.index("Year")]): row
        for row in rows
        if row[head.index("Month")] == "year"
    }
    known = 0
    for each in effects_of(towns, "archive", RATES, YEAR, YEAR.next.next):
        for year in each.years if each.post == "archivist" else ():
            council = towns.authority(each.authority).short_name
            net = found[each.title, council, str(year.year)][head.index(effect)]
            assert year.whole.net is not None
            assert Decimal(str(net)) == Decimal(float(year.whole.net)).quantize(Decimal("0.01"))
            known += 1
    assert known == 4
    for council in ("Ashby", "Combe"):
        (row,) = [row for key, row in found.items() if key[:2] == ("Clerk", council)]
        assert row[head.index("Share")] is None, "its on-costs are not known"
        assert row[head.index(effect)] is None
    costs = as_rows(book["Shared posts, cost"], "What nobody has said")
    (porter,) = [row for row in costs if row[0] == "Porter"]
    assert any("salary of Porter" in str(cell) for cell in porter)
    assert not any(isinstance(cell, int | float) for cell in porter)


@exhaustive
@pytest.mark.checklist("D02", "D10", "D11")
def test_so_does_every_formula_of_the_sample(stockport_tameside: Programme, libreoffice: Any):
    for proposal in stockport_tameside.proposals:
        data = money_workbook(stockport_tameside, proposal, DAY, RATES)
        assert_same(data, libreoffice(data))


def total_of(data: bytes, sheet: str, label: str, heading: str) -> Decimal:
    """What the row of a label says under a heading."""
    made = openpyxl.load_workbook(io.BytesIO(data), data_only=True)[sheet]
    head = next(row for row in made.iter_rows() if any(c.value == heading for c in row))
    column = next(c.column for c in head if c.value == heading)
    named = [r for r in made.iter_rows() if any(str(c.value).startswith(label) for c in r)]
    row = named[-1]
    return Decimal(str(row[column - 1].value))


def test_the_workbook_says_what_the_library_says(towns: Programme):
    proposal = towns.proposal("archive")
    data = money_workbook(towns, proposal, DAY, RATES)

    total = baseline_of(towns, proposal).total
    assert total is not None
    for heading, value in (
        ("Gross expenditure", total.total.gross_expenditure),
        ("Gross income", total.total.gross_income),
        ("Net", total.total.net),
    ):
        assert total_of(data, "Baseline", "Total of 2 of 3 councils", heading) == value
    plan = savings_plan_of(towns, proposal)
    assert total_of(data, "Savings plan", "Total", "Full-year saving") == -plan.total.full_year
    shares = shares_of(towns, "archive", YEAR)
    assert total_of(data, "Shares", "Together", "Share") == sum(shares.to_the_penny)
    ledger = ledger_of(towns, "archive")
    spent = sum((row.actual or 0 for row in ledger.rows()), Decimal(0))
    assert total_of(data, "Ledger", "Together", "Spent") == spent
    assert total_of(data, "Ledger", "Together", "Still to pay (in brackets: to get)") == 0
    assert total_of(data, "Cost of parting", "Together", "Together") == Decimal("30040.55")


def test_what_is_worked_out_is_a_formula_over_what_was_entered(stockport_tameside: Programme):
    proposal = stockport_tameside.proposal("children-and-education-services")
    live = formulas(money_workbook(stockport_tameside, proposal, DAY, RATES))

    assert live["Savings plan", "G5"] == "=E5+F5"
    assert live["Savings plan", "F6"] == '=SUMIF(J5:J5,"yes",F5:F5)'
    assert live["Phasing", "I5"] == "=H5-H4"
    assert live["Phasing", "M5"] == "=I5+L5"


def test_a_missing_partner_is_named_and_not_nought(towns: Programme):
    data = money_workbook(towns, towns.proposal("archive"), DAY, RATES)
    said = [value for sheet, _, value in cells(data, values=True) if sheet == "Baseline"]

    assert "no line on record for this year: missing, and not nought" in said
    assert "Combe" in said


def test_no_text_is_ever_a_formula(towns: Programme):
    data = money_workbook(towns, towns.proposal("archive"), DAY, RATES)
    place = next(
        (sheet, cell)
        for sheet, cell, value in cells(data, values=True)
        if str(value).startswith("=cmd")
    )

    book = openpyxl.load_workbook(io.BytesIO(data))
    cell = book[place[0]][place[1]]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert not any(b"<f>cmd" in sheet for sheet in sheets)
    assert cell.quotePrefix


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "\x00=1", "a\x0bb"])
def test_a_dangerous_or_broken_text_stays_a_text(text: str):
    sheet = MoneySheet("S", text, (Column("a", text), Column("b", "B", Format.POUNDS)))
    sheet.add(a=text, b=Decimal("-1.5"))
    data = workbook([sheet], title="T", about="A")

    row = read_table_file(data, "b.xlsx").sheets[0].rows[sheet.head + 1]
    assert row[1].text == text.replace("\x00", "").replace("\x0b", "")
    assert row[1].formula == ""
    assert row[2].number == Decimal("-1.5")


def test_a_workbook_is_made_to_be_read(towns: Programme):
    data = money_workbook(towns, towns.proposal("archive"), DAY, RATES)
    book = openpyxl.load_workbook(io.BytesIO(data))

    assert data == money_workbook(towns, towns.proposal("archive"), DAY, RATES), "the same bytes"
    assert book.properties.title == "Money: One archive service"
    assert book.properties.creator == "Moothall"
    assert book["About"]["A2"].value.startswith("Synthetic data")
    for sheet in book:
        assert sheet.freeze_panes
        assert sheet.print_title_rows
    lines = book["Baseline"]
    assert lines[f"H{lines.max_row}"].number_format == "#,##0.00_);(#,##0.00);0.00_)"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "external" in name.lower()]
        assert not [name for name in archive.namelist() if "vba" in name.lower()]


def test_our_own_workbook_can_be_read_in_again(towns: Programme):
    data = money_workbook(towns, towns.proposal("archive"), DAY, RATES)
    book = read_table_file(data, "b.xlsx")
    baseline = book.sheet("Baseline")

    assert baseline is not None
    worked = [c for row in baseline.rows.values() for c in row.values() if c.formula]
    assert worked
    assert all(cell.number is not None for cell in worked), "each has its value beside it"


@pytest.mark.checklist("D10")
def test_what_no_line_states_has_no_sum(stockport_tameside: Programme):
    proposal = stockport_tameside.proposal("children-and-education-services")
    data = money_workbook(stockport_tameside, proposal, DAY, RATES)
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Savings plan"]
    head, *rows = as_rows(sheet, "Full-year saving")
    total = next(row for row in rows if row[head.index("Saving")] == "Total")
    assert total[head.index("Full-year saving")] == -1_100_000
    assert total[head.index("Risk-adjusted saving")] is None, "no line says how sure it is"
    assert total[head.index("One-off cost of change")] is None
