"""Years and tables of years, a day of which has slipped."""

import pytest

from markdown_reports import shown
from moothall.proofread.dates.whole_years import RULES

_TABLE = """| Reserve | Balance at {} | Planned use | Forecast balance at {} |
|---|---|---|---|
| Quay | 1,200 | 200 | 1,000 |
"""


def _told(text: str) -> int:
    return len([finding for rule in RULES for finding in shown(rule, text)])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It covers the year from 8 August 2024 to 31 July 2025.", 1),
        ("It covers the year from 1 August 2024 to 28 July 2025.", 1),
        ("It covers the years from 3 April 2021 to 31 March 2024.", 1),
        ("It covers the year from 1 August 2024 to 31 July 2025.", 0),
        ("Views were asked for from 8 August 2024 to 31 October 2024.", 0),
        ("The lease runs from 8 August 2024 to 7 August 2025.", 0),
        ("Moorings open from 1 May 2024 to 28 September 2024.", 0),
    ],
)
def test_a_year_begins_and_ends_with_a_month(text: str, wrong: int) -> None:
    assert _told(text) == wrong


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        ("8 April 2025", "31 March 2026", 1),
        ("1 April 2025", "24 March 2026", 1),
        ("1 April 2025", "31 March 2026", 0),
        ("31 March 2025", "31 March 2026", 0),
        ("8 April 2025", "7 April 2026", 0),
    ],
)
def test_balances_of_a_table_are_a_year_apart(first: str, last: str, wrong: int) -> None:
    assert _told(_TABLE.format(first, last)) == wrong
