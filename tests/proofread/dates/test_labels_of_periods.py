"""Labels of periods: last year's label left in captions, headings, columns and recommendations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_reports import table
from moothall.files.reports.markdown import read_markdown
from moothall.proofread.dates.left_over_years import (
    a_caption_bears_the_date_of_its_report,
    a_projection_is_of_what_is_to_come,
)
from moothall.proofread.dates.period_labels import RULES as LABELS
from moothall.proofread.dates.years import a_programme_ends_with_its_last_year
from moothall.proofread.dates.years_set import RULES as SET
from moothall.proofread.proofread import proofread

_RULES = (
    *LABELS,
    *SET,
    a_caption_bears_the_date_of_its_report,
    a_projection_is_of_what_is_to_come,
    a_programme_ends_with_its_last_year,
)
_ROWS = table(("Service", "Green", "Red"), ("Parks", "4", "2"), ("Roads", "5", "1"))


def _found(text: str) -> int:
    return len(proofread((read_markdown(text, "report.md"),), _RULES))


def _year(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02d}"


@given(
    st.integers(2015, 2035),
    st.sampled_from(["quarter 2", "Q3", "half-year", "third quarter", "month 8"]),
    st.booleans(),
)
def test_a_caption_names_the_period_of_its_report(year: int, period: str, stale: bool) -> None:
    text = (
        f"# Performance report: {period} {_year(year)}\n\n## Results\n\nTable 1 has them.\n\n"
        f"**Table 1: Ratings, {period} {_year(year - stale)}**\n\n{_ROWS}"
    )
    assert _found(text) == stale


_QUARTER = "# Performance: quarter 3 2025/26\n\nPurpose. To report.\n\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The summary report for quarter 3, 2024/25 is attached.", 1),
        ("Results were better than in quarter 3 2024/25.", 0),
        ("In quarter 3 2024/25 the number was 41.", 0),
        (f"**Table 1: Compared with quarter 3 2024/25**\n\n{_ROWS}", 0),
        (
            f"**Table 1: Q3 2025/26**\n\n{_ROWS}\n\n**Table 2: Q3 2024/25**\n\n{_ROWS}",
            0,
        ),
        (f"**Table 1: Forecast at 31 December 2024**\n\n{_ROWS}", 1),
        (f"**Table 1: Forecast at 31 December 2025**\n\n{_ROWS}", 0),
    ],
)
def test_a_report_of_a_quarter_speaks_of_it(text: str, count: int) -> None:
    assert _found(_QUARTER + text) == count


_MID = "# Mid-year review of roads 2025/26\n\nPurpose. To report.\n\n## {}\n\nWords.\n"


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("Schemes of 2024/25: progress at 31 August 2025", 1),
        ("Schemes of 2025/26: progress at 31 August 2025", 0),
        ("Audit of 2024/25: progress at 31 August 2025", 0),
        ("Arrears of 2024/25 at 31 August 2025", 0),
        ("Schemes of 2024/25 and 2025/26 at 31 August 2025", 0),
        ("Balances of 2024/25 at 31 March 2025", 0),
    ],
)
def test_a_heading_names_the_year_of_its_date(heading: str, count: int) -> None:
    assert _found(_MID.format(heading)) == count


@pytest.mark.parametrize(
    ("heads", "count"),
    [
        (("31 March 2025 actual", "31 March 2025 forecast"), 1),
        (("31 March 2025 actual", "31 March 2026 forecast"), 0),
        (("31 March 2025 estimate", "31 March 2025 actual"), 0),
        (("31 March 2025 actual", "31 March 2025 forecast", "Variance"), 0),
    ],
)
def test_a_day_is_either_told_or_forecast(heads: tuple[str, ...], count: int) -> None:
    cells = ("41.2", "44.9", "3.7")[: len(heads)]
    text = f"# Borrowing\n\nWords.\n\n{table(('Fund', *heads), ('General', *cells))}"
    assert _found(text) == count


_BUDGET = "# Budget and charges 2027/28\n\n**Date:** 11 February 2027\n\nCabinet is asked to:\n\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("agree that charges for 2026/27 be approved as in Appendix 2", 1),
        ("approve the fees for 2026/27", 1),
        ("agree that charges for 2027/28 be approved as in Appendix 2", 0),
        ("agree that the revised budget for 2026/27 be approved", 0),
        ("note the fees for 2026/27, which were approved last year", 0),
    ],
)
def test_charges_are_set_for_the_coming_year(text: str, count: int) -> None:
    assert _found(_BUDGET + text) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("On present trends the target will be reached by June 2025.", 1),
        ("On present trends the target will be reached by June 2027.", 0),
        ("Compared with March 2024, on present trends it will be reached by June 2027.", 0),
        ("Progress on the Plan 2024–2028 at the end of December 2025 is good.", 0),
        ("The Plan 2024–2028 ends in December 2025.", 1),
    ],
)
def test_what_is_to_come_has_not_been(text: str, count: int) -> None:
    assert _found(f"# Homes\n\n**Date:** 9 January 2026\n\n{text}") == count
