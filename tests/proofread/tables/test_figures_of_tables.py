"""What the figures of a table say of one another: signs, products, doubled rows, the culprit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.tables.tables import RULES


def table(text: str, caption: str = "") -> Report:
    rows = tuple(
        tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()
    )
    place = Place(table=1)
    return Report(
        file="report.docx", blocks=(Grid(rows=rows, place=place, head_rows=1, caption=caption),)
    )


def found(report: Report, *, everything: bool = False) -> tuple[TextFinding, ...]:
    return proofread((report,), RULES, everything=everything)


# --- the culprit ----------------------------------------------------------------------------------


def test_a_figure_that_breaks_its_row_and_its_column_is_told_once() -> None:
    (finding,) = found(
        table(
            """Source | 2025/26 | 2026/27 | Total
            Grants | 310 | 220 | 530
            Receipts | 145 | 110 | 265
            Borrowing | 210 | 345 | 555
            Total | 665 | 675 | 1,340"""
        )
    )
    assert (finding.place.row, finding.place.column) == (3, 4)
    assert "145 + 110 = 255" in finding.message
    assert "“265” (Receipts, “Total”) is the likely slip: with 255" in finding.message
    assert finding.confidence is Confidence.HIGH


def test_a_wrong_part_is_named_and_not_the_totals_that_it_breaks() -> None:
    (finding,) = found(
        table(
            """Option | Primary | Secondary | Special | Total
            Keep the formula | 31 | 12 | 4 | 47
            Move 0.5% | 18 | 19 | 3 | 30
            Move 1% | 5 | 2 | 1 | 8
            Total | 54 | 23 | 8 | 85"""
        )
    )
    assert (finding.place.row, finding.place.column) == (3, 3)
    assert "with 9 another sum" in finding.message


def test_a_total_without_the_word_is_one_where_its_figures_say_so() -> None:
    (finding,) = found(
        table(
            """ | North £000 | South £000 | Both £000
            Employees | 1,010 | 1,220 | 2,230
            Premises | 210 | 190 | 400
            Gross spending | 1,220 | 1,310 | 2,630
            Fees | (300) | (410) | (710)
            Net | 920 | 1,000 | 1,920"""
        )
    )
    assert "1,410" in finding.message
    assert (finding.place.row, finding.place.column) == (4, 3)


# --- signs ----------------------------------------------------------------------------------------


def signed(values: list[tuple[int, int]], turned: int | None) -> Report:
    lines = ["Service | Budget | Outturn | Variance"]
    for number, (budget, off) in enumerate(values):
        shown = -off if number == turned else off
        text = f"({-shown:,})" if shown < 0 else f"{shown:,}"
        lines.append(f"Service {number} | {budget:,} | {budget + off:,} | {text}")
    return table("\n".join(lines))


offs = st.integers(20, 900).flatmap(lambda n: st.sampled_from([n, -n]))
variances = st.lists(st.tuples(st.integers(2_000, 90_000), offs), min_size=6, max_size=12).filter(
    lambda rows: sum(off < 0 for _, off in rows) >= 2 and sum(off > 0 for _, off in rows) >= 2
)


@given(variances)
def test_signs_that_agree_give_silence(values: list[tuple[int, int]]) -> None:
    assert found(signed(values, None)) == ()


@given(variances, st.data())
def test_one_sign_the_wrong_way_round_is_found(
    values: list[tuple[int, int]], data: st.DataObject
) -> None:
    turned = data.draw(st.integers(0, len(values) - 1))
    (finding,) = found(signed(values, turned))
    assert finding.rule == "a_difference_has_the_sign_of_its_column"
    assert finding.place.row == turned + 2


def test_variances_that_are_all_printed_without_a_sign_give_silence() -> None:
    report = table(
        """Service | Budget | Outturn | Variance
        A | 1,000 | 1,250 | 250
        B | 2,000 | 1,900 | 100
        C | 3,000 | 3,400 | 400
        D | 4,000 | 4,300 | 300
        E | 5,000 | 5,700 | 700"""
    )
    assert found(report) == ()


# --- products -------------------------------------------------------------------------------------

rates = st.integers(305, 9_999).map(lambda n: Decimal(n) / 100)


@st.composite
def priced(draw: st.DrawFn) -> list[tuple[Decimal, int]]:
    return draw(
        st.lists(st.tuples(rates, st.integers(12, 4_000)), min_size=4, max_size=9, unique=True)
    )


def bill(rows: list[tuple[Decimal, int]], wrong: int | None) -> Report:
    lines = ["Service | Rate £ | Number | Cost £"]
    for place, (rate, number) in enumerate(rows):
        cost = rate * number + (900 if place == wrong else 0)
        lines.append(f"Service {place} | {rate:.2f} | {number:,} | {cost:,.2f}")
    return table("\n".join(lines))


@given(priced())
def test_products_that_compute_give_silence(rows: list[tuple[Decimal, int]]) -> None:
    assert found(bill(rows, None)) == ()


@given(priced(), st.data())
def test_a_product_that_does_not_compute_is_found(
    rows: list[tuple[Decimal, int]], data: st.DataObject
) -> None:
    wrong = data.draw(st.integers(0, len(rows) - 1))
    findings = found(bill(rows, wrong))
    assert [f.rule for f in findings] == ["a_product_in_a_table_computes"]
    assert findings[0].place.row == wrong + 2
    assert " × " in findings[0].message


def test_a_percentage_printed_without_decimals_is_a_rounded_one() -> None:
    assert (
        found(
            table(
                """Visits | Planned | Share made | Made
                North | 611 | 69% | 419
                South | 500 | 80% | 400
                East | 300 | 70% | 210
                West | 250 | 60% | 150"""
            ),
            everything=True,
        )
        == ()
    )


def test_a_torn_off_line_of_years_belongs_to_the_head() -> None:
    years = """ | 31 | Movement | 31
        | March | | March
        at | 2024 | | 2025
        Loans | 42.0 | (2.5) | 39.5
        Bonds | 8.0 | (3.0) | 5.0
        Lenders | 10.0 | 6.0 | 16.0
        Total | 60.0 | 0.5 | 60.5"""
    assert found(table(years)) == ()


def test_a_quantity_that_breaks_its_product_and_its_sum_is_the_culprit() -> None:
    (finding,) = found(
        table(
            """Vehicle | Number | Price £000 | Total £000
            Large lorry | 8 | 215 | 1,720
            Small lorry | 4 | 130 | 520
            Van | 8 | 42 | 252
            Sweeper | 3 | 155 | 465
            Total | 21 | | 2,957"""
        )
    )
    assert (finding.place.row, finding.place.column) == (4, 2)
    assert "8 × 42 = 336" in finding.message
    assert "with 6 another sum" in finding.message


def test_a_whole_life_cost_is_so_many_years_and_the_rest() -> None:
    head = "Option | Yearly cost | Set-up | Ten-year cost\n"
    right = """A | 310 | 45 | 3,145
        B | 295 | 80 | 3,030
        C | 350 | 12 | 3,512
        D | 330 | 95 | {}"""
    assert found(table(head + right.format("3,395"))) == ()
    (finding,) = found(table(head + right.format("3,935")))
    assert "10 × 330 + 95 = 3,395" in finding.message


@pytest.mark.parametrize(
    ("shares", "whole"),
    [
        ((6, 7, 8, 9, 11, 13, 15, 18), 9),
        ((240, 280, 320, 360, 473, 585, 705, 882), 360),
    ],
    ids=["England and Wales", "Scotland"],
)
@given(st.integers(9_000, 250_000), st.integers(0, 7))
def test_council_tax_of_the_bands(
    shares: tuple[int, ...], whole: int, pence: int, wrong: int
) -> None:
    taxes = [round(Decimal(pence) * share / whole / 100, 2) for share in shares]
    down = [f"{band} | {tax:,.2f}" for band, tax in zip("ABCDEFGH", taxes, strict=True)]
    assert found(table("\n".join(["Band | 2025/26 £", *down]))) == ()
    taxes[wrong] += Decimal("5.40")
    across = " | ".join(f"{tax:,.2f}" for tax in taxes)
    head = " | ".join(f"Band {band}" for band in "ABCDEFGH")
    (finding,) = found(table(f"Parish | {head}\nNorthby | {across}"))
    assert finding.rule == "council_tax_bands_keep_their_shares"
    assert finding.quote.startswith(f"Band {'ABCDEFGH'[wrong]}")


# --- rows that stand twice ------------------------------------------------------------------------


@pytest.mark.parametrize(("total", "once"), [("5,450", True), ("6,900", False)])
def test_a_doubled_row_is_told_once_and_says_how_it_is_counted(total: str, once: bool) -> None:
    findings = found(
        table(
            f"""Item | £000
            Software | 3,000
            Licences and support | 1,450
            Licences and support | 1,450
            Contingency | 1,000
            Total | {total}"""
        )
    )
    assert [f.rule for f in findings] == ["no_row_of_a_table_stands_twice"]
    assert ("the total counts it once" in findings[0].message) is once


# --- shares ---------------------------------------------------------------------------------------


def test_answers_whose_question_speaks_of_an_increase_are_summed_too() -> None:
    (finding,) = found(
        table(
            """Proposal | Agree | Neither | Disagree | Base
            Increase the charge for parking | 41% | 19% | 40% | 512
            Raise the garden waste fee | 38% | 12% | 50% | 508
            Change opening hours | 61% | 14% | 46% | 509"""
        )
    )
    assert "61% + 14% + 46% = 121%, not 100%" in finding.message


def test_a_percentage_that_does_not_compute_is_told_and_not_its_whole_too() -> None:
    findings = found(
        table(
            """Answer | Number | Share
            Yes, strongly | 120 | 30.0%
            Yes | 90 | 25.2%
            No view | 60 | 15.0%
            No | 80 | 20.0%
            Not at all | 50 | 12.5%
            Total | 400 | 100%"""
        )
    )
    assert [f.rule for f in findings] == ["a_percentage_in_a_table_computes"]


def test_a_change_in_per_cent_needs_few_rows_where_its_head_says_what_it_is() -> None:
    (finding,) = found(
        table(
            """Phase | 2024 | 2025 | Change | Change %
            Primary | 11,420 | 11,210 | (210) | (2.8%)
            Secondary | 8,310 | 8,475 | 165 | 2.0%
            Total | 19,730 | 19,685 | (45) | (0.2%)"""
        )
    )
    assert "From 11,420 to 11,210 is -1.8%" in finding.message
