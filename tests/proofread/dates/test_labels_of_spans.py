"""Labels of years beside the twelve months that they stand for."""

import pytest

from markdown_reports import shown
from moothall.proofread.dates.labels_of_spans import (
    a_label_is_of_the_year_that_ends_then,
    a_paper_of_one_year_bears_its_label,
    a_year_of_one_name_is_one_span,
)

SLIPS = (
    (
        a_label_is_of_the_year_that_ends_then,
        "The lamps' accounts cover the twelve months ended 31 March 2025 (the year {}).",
        "2024/25",
        "2025/26",
    ),
    (
        a_label_is_of_the_year_that_ends_then,
        "The harbour grant for {}, which runs to 31 March 2026, is £21.7m.",
        "2025/26",
        "2024/25",
    ),
    (
        a_paper_of_one_year_bears_its_label,
        "# LAMP BOOK {}\n\nThis book has the budgets of the year 1 April 2025 to 31 March 2026.",
        "2025/26",
        "2024/25",
    ),
    (
        a_year_of_one_name_is_one_span,
        (
            "The reporting year is September 2024 to August 2025.\n\nAudits of the reporting year, "
            "September {} to August {}, were on rope."
        ),
        ("2024", "2025"),
        ("2023", "2024"),
    ),
)


@pytest.mark.parametrize(("rule", "words", "right", "wrong"), SLIPS)
def test_a_label_of_another_year_is_told(rule, words, right, wrong) -> None:
    right, wrong = ((one,) if isinstance(one, str) else one for one in (right, wrong))
    assert not shown(rule, words.format(*right))
    assert shown(rule, words.format(*wrong))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            a_label_is_of_the_year_that_ends_then,
            "The year ended 31 March 2025 was better than 2023/24.",
        ),
        (
            a_paper_of_one_year_bears_its_label,
            "# Lamps\n\nFrom 1 April 2025 to 31 March 2026 oil costs more than in 2024/25.",
        ),
        (
            a_year_of_one_name_is_one_span,
            (
                "The financial year is April 2024 to March 2025; the previous financial year was "
                "2023 to March 2024."
            ),
        ),
    ],
)
def test_another_year_may_be_named_beside_it(rule, words) -> None:
    assert not shown(rule, words)
