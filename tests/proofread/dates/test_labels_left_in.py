"""Last year's label left in what a paper says of itself."""

import pytest

from markdown_reports import shown
from moothall.proofread.dates.labels_left_in import (
    a_label_of_the_paper_is_of_its_own_year as rule,
)

LEFT_IN = (
    (
        "Ferry days, year {} – for decision.\n\nIt is RECOMMENDED that the ferry days for 2025/26 "
        "set out above be approved."
    ),
    (
        "# Lamp programme {}\n\nOf 1,088 lamps 512 are old. This programme of 512 lamps for "
        "2025/26 calls for two crews."
    ),
    "Mooring contract {}\n\nCalls: 318\n\nFaults in 2025/26 (this period): 9",
    (
        "Quay plan {}: the table has the works.\n\n| Work | Days |\n|---|---|\n| Rope | 12 |\n"
        "| Total days, 2025/26 plan | 12 |"
    ),
    (
        "Harbour statement for the year ended 31 March {}.\n\nIt is recommended that the statement "
        "for the year ended 31 March 2026 be published."
    ),
)


@pytest.mark.parametrize("words", LEFT_IN)
def test_last_years_label_is_told(words: str) -> None:
    year = "2027" if "ended" in words else "2026/27"
    same = "2026" if "ended" in words else "2025/26"
    assert shown(rule, words.format(year))
    assert not shown(rule, words.format(same))


@pytest.mark.parametrize(
    "words",
    [
        "# Lamp programme 2026/27\n\nThe 2025/26 programme was late. It cost less than this one.",
        "# Lamp programme 2026/27\n\nThis programme follows that of 2025/26.",
        "# Lamps 2025/26 and 2026/27\n\nIt is recommended that the lamps of 2025/26 be approved.",
        "# Quay outturn 2026/27\n\nMembers are asked to note the outturn of 2025/26.",
        "# Lamp plan 2026/27\n\n| Work | 2025/26 | 2026/27 |\n|---|---|---|\n| Rope | 12 | 14 |",
    ],
)
def test_the_year_before_may_be_named(words: str) -> None:
    assert not shown(rule, words)
