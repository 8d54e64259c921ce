"""Tables and what is said beside them: totals, rises, runs, averages, units, the district's row."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.files.reports.report_file import read_report
from moothall.proofread.finding import TextFinding
from moothall.proofread.rules import proofread_all

LAMPS = """Item\t2024/25 £000\t2025/26 £000
Lamps on the quay\t120\t131
Lamps on the pier\t140\t152
Lamps in the town\t130\t138
Total\t390\t421
"""
CHANGES = """Measure\t2023/24\t2024/25\tChange
Lamps\t61.2%\t63.0%\t1.8% increase
Ferries\t71.2%\t73.0%\t1.8% increase
Quays\t51.2%\t55.0%\t3.8% increase
Benches\t41.2%\t43.0%\t1.8% increase
Signs\t81.2%\t80.0%\t1.2% decrease
"""
PLAIN_CHANGES = """Measure\t2023/24\t2024/25
Lamps lit\t61\t63
Ferries on time\t71\t73
Quays swept\t51\t55
Benches painted\t41\t40
"""
YEARS = """Year\tComplaints\tFerries
2022/23\t140\t31
2023/24\t152\t33
2024/25\t131\t36
"""
ACROSS = """Measure\t2021/22\t2022/23\t2023/24\t2024/25
Boats berthed\t310\t322\t318\t340
Lamps broken\t91\t84\t72\t60
"""
ROWS = """Measure\t2023/24\t2024/25
Proportion of tenants satisfied with the overall ferry service\t71.1%\t75.3%
Proportion of tenants satisfied that the harbour is safe\t79.9%\t80.8%
"""
DEVICES = """Device\tMean\tMedian\tMin\tMax
One\t16.14\t17.07\t4.37\t19.18
Two\t{two}\t11.67\t6.40\t14.60
Three\t70.18\t6.00\t1.00\t258.00
"""
UPRIGHT = """Fares\tNorth pier\tSouth pier
Minimum\t£1.20\t£2.00
Average\t{average}\t£2.60
Maximum\t£3.40\t£3.90
"""
TOWNS = """Town\t% of all lamps
Ashford\t22.7%
Brigham\t14.8%
Corby\t18.2%
Denby\t{denby}
Elsdon\t12.5%
West Shire\t100%
"""
UNITS = """Table 1 Emissions by sector

Sector\tEmissions ({one})
Harbour\t1,066,806
Ferries\t745,770

Table 2 What is aimed at

Sector\tBaseline ({two})
Harbour\t1,066,806
Ferries\t745,770
"""
PROGRAMME = """Scheme\t2025/26\t2026/27\tTotal
Lamps\t10,792,347\t19,414,533\t30,206,880
Ferries\t18,000,000\t11,000,000\t29,000,000
Total of all schemes\t28,792,347\t30,414,533\t59,206,880
"""

TOLD = "a_total_said_beside_a_table_is_its_total"
SHARE = "a_share_said_of_a_row_is_its_last"
RISES = "the_rises_of_a_table_are_as_many_as_told"
RUN = "a_run_told_of_a_row_holds_throughout"
MEAN = "an_average_lies_between_least_and_most"
UNIT = "an_amount_in_two_tables_keeps_its_unit"
SIZE = "a_sum_told_of_a_cell_is_in_its_unit"
WHOLE = "shares_in_a_table_make_a_hundred"

FAULTS = (
    (TOLD, "Total spending on lamps was £412,000.", LAMPS),
    (TOLD, "In all, the lamps cost £0.412m in 2025/26.", LAMPS),
    (TOLD, "Lamps in the whole harbour came to £412,000 in 2025/26.", LAMPS),
    (TOLD, "The lamps comes to a total of £399,000 in 2024/25.", LAMPS),
    (RISES, "Satisfaction improved across 3 of the 5 measures.", CHANGES),
    (RISES, "Three of the five measures have risen since last year.", CHANGES),
    (RISES, "Scores fell on two of the five measures.", CHANGES),
    (RISES, "Performance improved in two of the four measures.", PLAIN_CHANGES),
    (RUN, "Complaints fell in each of the three years.", YEARS),
    (RUN, "Complaints have fallen every year.", YEARS),
    (RUN, "The number of boats berthed rose in each of the last three years.", ACROSS),
    (SHARE, "73.5% of tenants are satisfied with the overall ferry service.", ROWS),
    (MEAN, "The devices were tried in May.", DEVICES.format(two="17.72")),
    (MEAN, "The devices were tried in May.", DEVICES.format(two="5.72")),
    (MEAN, "The fares are below.", UPRIGHT.format(average="£3.60")),
    (WHOLE, "The money follows the lamps.", TOWNS.format(denby="31.3%")),
    (WHOLE, "The money follows the lamps.", TOWNS.format(denby="32.8%")),
    (UNIT, "The plan is below.", UNITS.format(one="kilotonnes CO2e", two="tonnes CO2e")),
    (UNIT, "The plan is below.", UNITS.format(one="MWh", two="kWh")),
    (SIZE, "The programme comes to £59.2bn over two years.", PROGRAMME),
    (SIZE, "The capital programme is £59.2k over two years.", PROGRAMME),
)
INNOCENT = (
    ("Total spending on lamps was £421,000.", LAMPS),
    ("Total spending on lamps was £0.42m.", LAMPS),
    ("Total spending on lamps was £390,000 in 2024/25.", LAMPS),
    ("Total spending on lamps was about £410,000.", LAMPS),
    ("Total spending on ferries was £412,000.", LAMPS),
    ("Total spending on lamps in 2023/24 was £412,000.", LAMPS),
    ("Lamps cost more than £412,000 in total.", LAMPS),
    ("Satisfaction improved across 4 of the 5 measures.", CHANGES),
    ("One of the five measures fell.", CHANGES),
    ("Performance improved in three of the four measures.", PLAIN_CHANGES),
    ("Performance improved in three of the four harbours.", CHANGES),
    ("Ferries rose in each of the three years.", YEARS),
    ("Complaints fell in each of the three years before.", ""),
    ("Lamps broken fell in each of the last three years.", ACROSS),
    ("Boats berthed rose in each year except 2023/24.", ACROSS),
    ("75.3% of tenants are satisfied with the overall ferry service.", ROWS),
    ("71.1% of tenants were satisfied with the overall ferry service in 2023/24.", ROWS),
    ("73.5% of tenants aged over 60 are satisfied with the overall ferry service.", ROWS),
    ("The devices were tried in May.", DEVICES.format(two="12.72")),
    ("The fares are below.", UPRIGHT.format(average="£2.10")),
    (
        "The money follows the share of lamps in each of our five towns:",
        TOWNS.format(denby="31.8%"),
    ),
    ("The plan is below.", UNITS.format(one="tonnes CO2e", two="tonnes CO2e")),
    ("The programme comes to £59.2m over two years.", PROGRAMME),
)
OURS = {TOLD, SHARE, RISES, RUN, MEAN, UNIT, SIZE, WHOLE, "the_rows_of_a_table_are_as_many_as_said"}


def told(folder: Path, words: str, table: str) -> set[str]:
    return {finding.rule for finding in findings(folder, words, table)} & OURS


def findings(folder: Path, words: str, table: str) -> list[TextFinding]:
    path = folder / "report.txt"
    path.write_text(f"Harbour Committee\n\n{words}\n\n{table}", encoding="utf-8")
    return list(proofread_all((read_report(path),), None, everything=False))


@pytest.mark.parametrize(("rule", "words", "table"), FAULTS)
def test_what_a_table_does_not_bear_out_is_told(
    tmp_path: Path, rule: str, words: str, table: str
) -> None:
    assert rule in told(tmp_path, words, table)


BUDGET = """Cost of services\t2024/25 £\t2025/26 £
Employees\t1,175,509\t1,314,545
Premises\t298,670\t{premises:,}
Total Expenditure\t1,474,179\t1,622,904
Fees\t(336,526)\t(337,536)
Rents\t(682,720)\t(682,720)
Total Income\t(1,019,246)\t(1,020,256)
Net Controllable Expenditure\t328,320\t475,984
Net Non Controllable Expenditure\t126,613\t126,664
Net Expenditure\t454,933\t602,648
"""
DOWN = "a_table_casts_down"


@settings(max_examples=15, deadline=None)
@given(off=st.sampled_from((-9_000, -270, 0, 90, 900, 27_000)))
def test_a_budget_in_blocks_is_told_only_of_what_is_miscast(
    tmp_path_factory: pytest.TempPathFactory, off: int
) -> None:
    found = findings(
        tmp_path_factory.mktemp("budget"), "The budget:", BUDGET.format(premises=308_359 + off)
    )
    assert [f.rule for f in found if f.rule == DOWN] == ([DOWN] if off else [])


def test_equal_years_make_no_multiple(tmp_path: Path) -> None:
    rows = "".join(f"Scheme {n}\t{n}2,000\t{n}2,000\t{n}2,000\t{n}6,000\n" for n in (1, 2, 4))
    works = "Works\t23,326\t14,264\t60,596\t98,186\n"
    table = f"Scheme\t2025/26\t2026/27\t2027/28\tTotal\n{rows}{works}"
    rules = {finding.rule for finding in findings(tmp_path, "The schemes:", table)}
    assert "a_product_in_a_table_computes" not in rules


@pytest.mark.parametrize(("words", "table"), INNOCENT)
def test_what_a_table_bears_out_is_not_told(tmp_path: Path, words: str, table: str) -> None:
    assert not told(tmp_path, words, table)
