"""Running heads with last year's year, and what an annual report tells as still to come."""

import pytest

from markdown_reports import shown
from moothall.proofread.dates.running_heads import RULES as HEADS
from moothall.proofread.dates.tenses import what_is_called_future_is_not_past as future

_TITLE = "# Harbour Master’s Annual Report 2025\n\nThe pier is sound.\n\n"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Harbour Master’s Annual Report 2024: Summary", 1),
        ("Harbour Master’s Annual Report 2024", 1),
        ("Harbour Master’s Annual Report 2025: Summary", 0),
        ("See also the Harbour Master’s Annual Report 2024", 0),
        ("Harbour Master’s Annual Report 2024 said that the pier was sound.", 0),
        ("Harbour Master’s Annual Report 2019\n\nHarbour Master’s Annual Report 2024", 0),
    ],
)
def test_a_running_head_has_the_year_of_the_title(text: str, wrong: int) -> None:
    assert len(shown(HEADS[0], f"{_TITLE}{text}\n\nThe quay is dry.")) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A survey will be held in spring 2024.", 1),
        ("Work will take place in March 2024.", 1),
        ("A survey will be held in spring 2026.", 0),
        ("A survey was held in spring 2024.", 0),
    ],
)
def test_an_annual_report_looks_forward_from_its_year(text: str, wrong: int) -> None:
    assert len(shown(future, f"{_TITLE}{text}")) == wrong
