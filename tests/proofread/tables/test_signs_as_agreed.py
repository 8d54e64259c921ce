"""Signs of variances against what the paper says they mean, and totals of variances."""

import pytest

from moothall.proofread.tables.agreed_signs import Way, negative_means
from moothall.proofread.tables.rules import RULES
from ordinary_wordings import found_by, papers

FOUND = """
A plus marks an overspend and a minus an underspend. //
Lamps: budget £880k, forecast £842k, variance +£38k. //
Piers: budget £415k, forecast £431k, variance +£16k. //
Buoys: budget £127k, forecast £119k, variance -£8k.
---
Dues are in brackets; in the last column brackets are good news and plain figures bad. //
£000 | Target | Achieved | Variance / North pier | (1,950) | (1,812) | (138) /
South pier | (240) | (251) | (11)
---
Works: approved cost, latest estimate and difference (under)/over //
Quay paving: £1,450k; £1,510k; £60k // Pier roof: £620k; £588k; (£32k) //
Mole wall: £905k; £962k; (£57k)
---
Work | Plan | Actual | Over/(under) / Roof | 120 | 131 | 11 /
Crane | 80 | 74 | 6 / Lift | 95 | 99 | 4
---
Brackets denote an underspend. //
Crew | Variance / Pilots | (112) / Divers | 45 / Wardens | (38) / Smiths | 60 / Bottom line | 45
---
Crew | Variance £000 / Pilots | 210 / Divers | (95) / Wardens | (160) / Total variance | 45
"""
LEFT_ALONE = """
A plus marks an overspend and a minus an underspend. //
Lamps: budget £880k, forecast £842k, variance -£38k. //
Piers: budget £415k, forecast £431k, variance +£16k.
---
Brackets denote an underspend. //
Line | Budget | Outturn | Variance / Pay | 5,210 | 5,168 | (42) /
Fees and other income | 900 | 860 | 40 / Stores | 960 | 981 | 21
---
Dues are in brackets; in the last column brackets are good news. //
£000 | Target | Achieved | Variance / North pier | (1,950) | (1,812) | 138 /
South pier | (240) | (251) | (11)
---
Favourable variances are in brackets. //
Line | Budget | Outturn | Variance / Moorings | 500 | 540 | (40) / Rents | 310 | 300 | 10
---
Line | £000 / Spending | (310) / Fees | 120 / Grant | 80 / Net cost | 110
"""


@pytest.mark.parametrize("text", papers(FOUND.strip()))
def test_a_sign_against_its_meaning_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", papers(LEFT_ALONE.strip()))
def test_a_sign_that_means_what_it_should_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Positive figures are adverse.", Way.GOOD),
        ("Under/(over) spend", Way.OVER),
        ("Figures in brackets are those of the year before. Savings are below.", None),
    ],
)
def test_what_brackets_mean_is_read(words: str, way: Way | None) -> None:
    assert negative_means(words) is way
