"""What the text says of a table: counts, which way figures went, by how much they differ."""

import pytest

from moothall.files.reports.markdown import read_markdown
from moothall.proofread.finding import Confidence
from moothall.proofread.rules import proofread_all

VARIANCES = """Table 1 – Forecast (£000)

| Directorate | Budget | Forecast | Variance Q2 | Variance Q1 |
|--|--|--|--|--|
| Care | 41,300 | 42,480 | 1,180 | 1,325 |
| Schools | 28,650 | 29,010 | 360 | 245 |
| Roads | 19,420 | 19,240 | (180) | (95) |

"""
BIDS = """Table 2 – Bids (£000)

| Option | Yearly | Ten years |
|--|--|--|
| 1 Keep | 312 | 3,290 |
| 2 Share | 284 | 3,015 |
| 3 Sell | 341 | 3,560 |

"""
LOANS = """Table 3 – Loans by branch

| Branch | 2022/23 | 2023/24 | 2024/25 |
|--|--|--|--|
| Ashby | 31,400 | 33,900 | 32,650 |
| Bole | 21,200 | 20,150 | 20,480 |
| Cray | 14,610 | 14,240 | 14,870 |

"""
MARKS = """Table 4 – Scores by statement

| Statement | Score |
|--|--|
| Asking | 3 |
| Planning | 2 |
| Paying | 3 |
| Checking | 1 |
| Telling | 2 |
| Learning | 3 |

"""
CAPTIONED = """, {n} ponds have been cleared.

Table 5 – Ponds cleared since 2021

| Pond | Year |
|--|--|
| Abbey | 2021 |
| Brook | 2022 |
| Croft | 2022 |
| Dene | 2024 |
"""
BANDS = "The charge is nil under £8,000, £40 from £8,000 to £15,999, £90 from {} to £31,999."

FOUND = {
    "worse where the columns are better": (
        f"{VARIANCES}The forecast for Care is £0.145m worse than at Quarter 1.",
        "a_difference_told_runs_the_way_of_its_table",
    ),
    "the dearest by what it is below another": (
        f"{BIDS}Option 2 is the dearest, by £275,000 over ten years compared with Option 1.",
        "a_difference_told_runs_the_way_of_its_table",
    ),
    "fell by what it rose": (
        f"{LOANS}Loans at Cray fell by 630 in 2024/25.",
        "a_row_went_the_way_that_is_told",
    ),
    "rose to what it fell to": (
        f"{LOANS}Loans at Ashby rose to 32,650.",
        "a_row_went_the_way_that_is_told",
    ),
    "marks counted the other way round": (
        f"{MARKS}We scored 3 on two statements, 2 on three and 1 on one.",
        "marks_are_counted_as_the_table_has_them",
    ),
    "more over their budget than are": (
        f"{VARIANCES}Three directorates are forecasting an overspend.",
        "rows_are_counted_as_they_went",
    ),
    "rows counted as the caption tells": (
        "Since the survey" + CAPTIONED.format(n="five"),
        "the_rows_of_a_table_are_as_many_as_said",
    ),
    "the busiest, which it is in no year": (
        f"{LOANS}Bole is the busiest branch.",
        "the_highest_row_is_so_in_its_table",
    ),
    "bands of money in one sentence": (BANDS.format("£14,000"), "bands_of_money_meet"),
    "ages with their numbers": (
        "Members by age: under 18: 41; 18 to 34: 96; 30 to 59: 188; 60 and over: 72.",
        "bands_neither_overlap_nor_leave_gaps",
    ),
    "millions under thousands": (
        "The fund stands at £3.47m.\n\n| Fund (£000) | Closing |\n|--|--|\n| Repairs | 3.47 |",
        "pounds_do_not_stand_under_thousands",
    ),
    "a comma for a point": (
        "| Fund | £m |\n|--|--|\n| Roads | 11.35 |\n| Homes | 7.20 |\n| Parks | 2,65 |",
        "figures_are_well_formed",
    ),
}

LEFT_ALONE = {
    "better, as the columns are": (
        f"{VARIANCES}The forecast for Care is £0.145m better than at Quarter 1."
    ),
    "the cheaper by as much": f"{BIDS}Option 2 is £275,000 cheaper than Option 1.",
    "a fall of another year": f"{LOANS}Loans at Bole fell by 1,050 in 2023/24.",
    "marks of something else": (
        f"{MARKS}Across the county 3 was scored on 31 statements and 2 on 12."
    ),
    "as many as are over": f"{VARIANCES}Two directorates are forecasting an overspend.",
    "as many rows as are told": "Since the survey" + CAPTIONED.format(n="four"),
    "bands that meet": BANDS.format("£16,000"),
    "answers that share a hundred": (
        "| Question | Yes | No | Unsure |\n|--|--|--|--|\n| Q1 | 62% | 25% | 13% |\n"
        "| Q2 | 48% | 36% | 16% |\n| Q3 | 71% | 17% | 12% |\n| Q4 | 55% | 31% | 14% |"
    ),
}


def told(text: str) -> set[str]:
    report = read_markdown(text, "a report")
    return {
        finding.rule
        for finding in proofread_all((report,), None, everything=False)
        if finding.confidence is not Confidence.LOW
    }


@pytest.mark.parametrize("case", FOUND)
def test_what_the_table_does_not_bear_out_is_told(case: str) -> None:
    text, rule = FOUND[case]
    assert rule in told(text)


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_what_the_table_bears_out_is_left_alone(case: str) -> None:
    rules = {rule for _, rule in FOUND.values()} | {"a_product_in_a_table_computes"}
    assert not rules & told(LEFT_ALONE[case])
