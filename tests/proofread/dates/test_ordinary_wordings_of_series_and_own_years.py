"""Years in which a series does what is told, the paper's own year, and what is to come."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.dates.clauses_to_come import RULES as CLAUSES_TO_COME
from moothall.proofread.dates.series_of_years import RULES as SERIES_OF_YEARS
from moothall.proofread.dates.year_of_the_title import RULES as YEAR_OF_THE_TITLE
from moothall.proofread.dates.years_reckoned import RULES as YEARS_RECKONED
from moothall.proofread.proofread import proofread

_RULES = (*CLAUSES_TO_COME, *SERIES_OF_YEARS, *YEAR_OF_THE_TITLE, *YEARS_RECKONED)
_GAP = "£m\t2026/27\t2027/28\t2028/29\nFunding\t90.1\t91.0\t92.2\nGap\t0.4\t3.6\t6.2"
_RESULT = "£m\t2026/27\t2027/28\t2028/29\nSurplus or deficit\t60\t(120)\t(310)"
_BURIALS = "2028: 412\n2029: 430\n2030: 425\n2031: 401"
_DEBT = "2025/26 £8.2m; 2026/27 £13.3m; 2027/28 £19.8m; 2028/29 £27.1m"
_QUARTER = "Treasury management – second quarter 2025/26\n\n"
_CABINET = "Cabinet – 21 January 2026\n\n2.1 "
FOUND = (
    f"The gap reaches £6.2m by 2027/28.\n\n{_GAP}",
    f"The forecast has its first deficit in 2026/27.\n\n{_RESULT}",
    f"Burials are to peak in 2030.\n{_BURIALS}",
    f"Debt: {_DEBT}. We pass the £15m mark in 2026/27.",
    f"{_QUARTER}The Council held £42m at 30 September 2024.",
    "Rents 2026/27\n\nTo agree that the rent for the year beginning 1 April 2025 be set at £98.",
    "Annual report 2024/25\n\nThe period covered by this report, 2023/24, saw four meetings.",
    f"{_CABINET}The peer review team is expected at the Town Hall on 4 November 2025.",
    f"{_CABINET}The central forecast is a deficit of £3.1m at 31 March 2025.",
    "A fifteen-year forecast with 2024 as its base puts households at 61,000 in 2044.",
)
LEFT_ALONE = (
    f"The gap reaches £6.2m by 2028/29.\n\n{_GAP}",
    f"The forecast has its first deficit in 2027/28.\n\n{_RESULT}",
    f"The last forecast was that burials would peak in 2030.\n{_BURIALS}",
    f"Debt: {_DEBT}. We pass the £15m mark in 2027/28.",
    f"{_QUARTER}The Council held £42m, compared with £38m at 30 September 2024.",
    f"{_QUARTER}The Council held £42m at 30 September 2025.",
    "Annual report 2024/25\n\nThe year before, 2023/24, saw four meetings.",
    f"{_CABINET}The team was expected on 4 November 2025.",
    f"{_CABINET}The peer review team is expected on 4 March 2026.",
    "A fifteen-year forecast from 2024 puts households at 61,000 in 2039.",
)


def _found(text: str) -> bool:
    return bool(proofread((read_plain_text(text, "report"),), _RULES, everything=False))


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert _found(text)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not _found(text)
