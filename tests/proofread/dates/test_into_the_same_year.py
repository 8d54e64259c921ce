"""Two years that are one, and one sum that is said of two years."""

import pytest

from markdown_reports import shown
from moothall.proofread.dates.into_the_same_year import RULES as YEARS
from moothall.proofread.dates.years_compared import RULES as COMPARED
from moothall.proofread.told_again.sums_of_two_years import RULES as SUMS


def _told(text: str) -> int:
    return len([finding for rule in (*YEARS, *COMPARED) for finding in shown(rule, text)])


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Agree the re-profiling of £13.65m of pier works from 2025/26 into {}.",
         "2025/26", "2026/27"),
        ("In {} the quay had 21,450 visits, an increase of 6.4% on the 20,160 in 2023/24.",
         "2023/24", "2024/25"),
        ("The saving is £0.095m in 2026/27, being half a year, and £0.190m in {}.",
         "2026/27", "2027/28"),
        ("The {} budget, which will be considered on Friday 13 February 2026, has no lamps.",
         "2025/26", "2026/27"),
        ("The plan costs £1.9m over two years: £0.8m in {} and £1.1m in 2026/27.",
         "2024/25", "2025/26"),
        ("Pay rises by 3% from 1 September 2026. Each further 1% would cost £2.1m in {}.",
         "2025/26", "2026/27"),
    ],
)  # fmt: skip
def test_two_years_are_two(text: str, wrong: str, right: str) -> None:
    assert _told(text.format(wrong)) == 1
    assert _told(text.format(right)) == 0


_TABLE = """**Table 4: Pier programme 2025/26 (£m)**

| Scheme | Budget | Re-profiled to {} |
|---|---|---|
| Pier | 12.0 | 2.0 |
"""


@pytest.mark.parametrize(("year", "wrong"), [("2025/26", 1), ("2026/27", 0)])
def test_what_is_put_off_goes_into_a_later_year(year: str, wrong: int) -> None:
    assert _told(_TABLE.format(year)) == wrong


_VISITS = (
    "| Quay | Visits {} |\n|---|---|\n| Ash | 161,450 |\n| Elm | 200,000 |\n| Total | 361,450 |\n"
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Visits in 2023/24 were 361,450.\n\n" + _VISITS.format("2024/25"), 1),
        ("Visits in 2024/25 were 361,450.\n\n" + _VISITS.format("2024/25"), 0),
        ("The grant in 2024/25 was £361,450.\n\n" + _VISITS.format("2023/24"), 0),
        ("Visits in 2023/24 were 361,450, unchanged.\n\n" + _VISITS.format("2024/25"), 0),
        ("In 2023/24 pier rents were £86,250.\n\nPier rents of £86,250 came in in 2024/25.", 1),
        ("In 2023/24 pier rents were £86,000.\n\nPier rents of £86,000 came in in 2024/25.", 0),
        ("£86,250 of pier works slips into 2025/26.\n\nPier works of £86,250 in 2024/25 wait.", 0),
    ],
)
def test_a_sum_is_of_one_year(text: str, wrong: int) -> None:
    assert len(shown(SUMS[0], text)) == wrong
