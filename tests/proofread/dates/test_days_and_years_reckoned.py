"""Days and years reckoned from another, titles with last year's number, acts out of their order."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.dates import (
    beginnings_and_ends,
    in_their_order,
    lengths_told,
    next_and_present_years,
    reckoned_days,
    tenses,
    time_between,
    times_gone_by,
    titles_and_their_years,
    years_between_months,
    years_reckoned,
)
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.reading.written_dates import own_date
from ordinary_wordings import papers

_RULES = (
    *reckoned_days.RULES,
    *titles_and_their_years.RULES,
    *years_reckoned.RULES,
    *next_and_present_years.RULES,
    *beginnings_and_ends.RULES,
    *in_their_order.RULES,
    *times_gone_by.RULES,
    *lengths_told.RULES,
    *time_between.RULES,
    *tenses.RULES,
    *years_between_months.RULES,
)


def _found(text: str) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(f"{text}\n", "paper"),), _RULES)


_FAULTS = papers("""
Date of meeting: 20 May 2025 / A letter from the harbour master came yesterday (17 May 2025).
---
Date of meeting: 20 May 2025 / The tender for the lamps closes tomorrow, 24 May 2025.
---
Date of meeting: 20 May 2025 / The ferry was bought more than twelve years ago, in June 2019.
---
Date of meeting: 20 May 2025 / The slipway was last mended in June 2021, some nine years ago.
---
The lamp was reported broken on 3 March 2025. / Four weeks after that report, on 10 March 2025, it
was mended.
---
Harbour Dues Annual Report 2024/25 / Date: 3 June 2025 / Recommendation: that members note the
Harbour Dues Annual Report 2023/24, attached.
---
Lamp levy for 2026/27 / RESOLVED: That the sum be set at £900, being the lamp levy for 2025/26.
---
LIGHTHOUSE WORKS SUMMARY 2026-27 TO 2035-36 / Lamps 40 / LIGHTHOUSE WORKS SUMMARY 2025-26 TO
2034-35 / Ferries 20
---
The lease runs for four years, from 1 May 2025 to 30 April 2031, and then ends.
---
Dues are waived for 6 years from 1 April 2026. / They are charged in full at the end of the
period, on 31 March 2037.
---
From 900 ferries in 2022, the forecast for five years on, that is 2029, is 990.
---
Lamp plan, plan period 2021 to 2041 / It gives 400 lamps over the twenty years to 2043.
---
The three-year ferry plan was adopted in 2025. / Target for 2031, the plan's final year: 90.
---
Our target is a quiet harbour by 2031. / 2036 (target year): no horns
---
Year 1 (2026/27): £3m / Year 2 (2028/29): £4m / Year 3 (2029/30): £5m / Year 4 (2030/31): £6m
---
Ferry report: year ended 31 March 2025 / Target for next year (2024/25): 90 crossings
---
Forecast outturn 2024/25 as at 31 August 2025
---
This plan for the current financial year (April 2025 to March 2026) is to break even. / Forecast
year-end balance at 31 March 2025: £3m.
---
Ferry fares / In force from 1 April 2025 to 31 March 2026 / Fares due 2024/25 under this scheme
---
Council year 2024/25 / Quay Board: 14 May 2025 / Lamp Board: 10 June 2025 / Both: 17 July 2025
---
Harbour survey / Opened: 12 May 2025 / Closed: 2 May 2025
---
Decision taken: 12 May 2025 / The decision was published on 2 May 2025.
---
The count of lamps as at 30 June 2025 was checked by the warden on 2 June 2025.
---
A ferry, launched in May 2024 at the quay, runs daily. From January to June 2024, the ferry took 900
people.
---
Members approved the lease on 4 June 2024. / Since that approval, given on 14 June 2024, work began.
---
Approval of the budget is at Full Council on 12th February. / The budget is put to Town Council on
19th February.
---
MINUTES of the meeting held on 9 May 2025 / Start 7.00 pm / The Chair closed the meeting at 6.30 pm.
---
Date: 20 May 2025 / The warden has until 2 May 2025 to answer, and the answer is still awaited.
---
MINUTES of the meeting held on 20 October 2025 / The quay had plans to reach its second berth in
January 2025.
---
The aim is to bring use back to the pre-pandemic level of 18.5% in 2022.
---
Forecasts of 12 May 2025 are below. // Harbour rate view 12.04.25 | Jun-25 | Sep-25 | Dec-25 |
Mar-26 / Lamp rate | 4.00 | 3.75 | 3.50 | 3.25
---
The Lamp rate should fall to 3.25% by December 2025. // View | Jun-25 | Sep-25 | Dec-25 | Mar-26 /
Lamp rate | 4.00 | 3.75 | 3.50 | 3.25
---
Measure | When / By 2029, all ferries have lamps. | 2027 / By 2028, all quays have rails. | 2028
""")

_INNOCENT = papers("""
Date of meeting: 20 May 2025 / A letter from the harbour master came yesterday (19 May 2025).
---
Date of meeting: 20 May 2025 / The ferry was bought more than five years ago, in June 2019.
---
Date of meeting: 20 May 2025 / The slipway was mended two years ago (in spring 2023).
---
The lamp was reported broken on 3 March 2025. / A week after that report, on 10 March 2025, it was
mended.
---
The ferry was bought on 3 March 2020. / Two weeks after the storm, on 10 May 2023, it sank.
---
Harbour Dues Annual Report 2024/25 / Members are asked to note the Harbour Dues Annual Report
2024/25, and that last year's was for 2023/24.
---
Harbour Dues Annual Report 2024/25 / This compares with the Harbour Dues Annual Report 2023/24.
---
LIGHTHOUSE WORKS SUMMARY 2026-27 TO 2035-36 / Lamps 40 / FERRY WORKS SUMMARY 2025-26 TO 2034-35
---
The lease runs for four years, from 1 May 2025 to 30 April 2029, with an option of two more.
---
Dues are waived for 6 years from 1 April 2026. / They are charged in full at the end of the
period, on 31 March 2032.
---
The three-year ferry plan was adopted in 2025. / Target for 2028, the plan's final year: 90.
---
Ferry report: year ended 31 March 2025 / Target for next year (2025/26): 90 crossings
---
Date: 20 May 2025 / The sum was carried from 2022/23 into the next year (2023/24).
---
Forecast outturn 2024/25 as at 31 December 2024
---
Council year 2025/26 / Quay Board: 14 May 2025 / Lamp Board: 10 June 2025 / Both: 17 July 2025
---
Harbour survey / Opened: 2 May 2025 / Closed: 12 May 2025
---
The count of lamps as at 30 June 2025 was checked by the warden on 12 July 2025.
---
A ferry, launched in January 2024, runs daily. From January to June 2024, the ferry took 900 people.
---
Date: 20 October 2025 / The quay had plans to open a second berth in January 2025.
---
Use was above pre-pandemic levels in 2022.
---
The Lamp rate should fall to 3.50% by December 2025. // View | Jun-25 | Sep-25 | Dec-25 | Mar-26 /
Lamp rate | 4.00 | 3.75 | 3.50 | 3.25
""")


@pytest.mark.parametrize("paper", _FAULTS)
def test_a_day_or_year_that_cannot_be_is_found(paper: str) -> None:
    assert _found(paper)


@pytest.mark.parametrize("paper", _INNOCENT)
def test_a_day_or_year_that_can_be_is_passed_over(paper: str) -> None:
    assert not _found(paper)


@given(day=st.dates(date(2006, 1, 1), date(2034, 1, 1)), off=st.integers(-20, 20))
def test_yesterday_is_the_day_before_the_paper(day: date, off: int) -> None:
    then = day + timedelta(days=off)
    told = f"Date: {day.day} {day:%B %Y}\nIt came yesterday ({then.day} {then:%B %Y}).\n"
    found = proofread((read_plain_text(told, "paper"),), reckoned_days.RULES)
    assert bool(found) == (off != -1)


@given(years=st.integers(2, 30), told=st.integers(2, 30))
def test_a_lease_ends_when_its_years_are_over(years: int, told: int) -> None:
    text = f"The lease is for {told} years, from 1 April 2020 to 31 March {2020 + years}.\n"
    found = proofread((read_plain_text(text, "paper"),), _RULES)
    assert bool(found) == (years != told)


_ROW = "Lamps\t{} Lamp target\tLit\tDark\tBroken"


@pytest.mark.parametrize(("odd", "found"), [("2024-25", True), ("2025-26", False)])
def test_the_head_of_one_page_is_that_of_the_others(odd: str, *, found: bool) -> None:
    pages = [
        f"{_ROW.format(year)}\nQuay\t4\t3\t1\t0\nPier\t5\t3\t1\t1\n"
        for year in ("2025-26", "2025-26", odd, "2025-26")
    ]
    text = "\n\nThe lamps go on overleaf.\n\n".join(pages)
    assert bool(_found(text)) == found


@pytest.mark.parametrize(
    "title", ["Report of the Harbour Master, 6 May 2025", "Decision record, signed 6 May 2025"]
)
def test_the_day_in_the_title_of_a_paper_is_its_own(title: str) -> None:
    assert own_date(read_plain_text(f"{title}\n\nThe lamps are lit.\n", "r")) == date(2025, 5, 6)
