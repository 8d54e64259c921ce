"""Money told to come once in one place, and lasting in another: a row, a number, a named source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.markdown import read_markdown
from moothall.proofread.savings.codes_told_once import RULES as BY_NUMBER
from moothall.proofread.savings.once_of_a_thing import RULES as BY_NAME
from moothall.proofread.savings.one_off_rows import RULES as IN_ROWS
from ordinary_wordings import found_by, papers

_RULES = (*BY_NUMBER, *BY_NAME)
FOUND = papers("""
The sparsity top-up grant will not be repeated. The top-up grant has been built into the base.
---
The tidal levy rebate happens once. It is shown as recurring income of £65,000.
---
The lock-gate settlement is a one-off receipt. The new wardens' permanent salaries will be met
from the settlement.
---
4.1 The collection fund surplus is one-off. // 6.2 Five permanent ferry posts are to be financed
from the collection fund surplus.
---
4.1 The rates pool gain of £0.7m cannot be relied on after 2025/26. // 6.2 The plan takes in the
pool gain of £0.7m in each year to 2029/30.
---
The £300,000 can be spent only once. The £300,000 will meet the salaries of six permanent rangers.
---
Government has said that the harbour grant is for one year and will not be paid again. We have
added £0.4m harbour grant to the base budget as permanent income.
---
Clawback of £412,000 is made once and cannot be relied on in future years. // The clawback of
£412,000 increases the Skills Pot to £1.9m in 2025/26 and in each year after that.
---
The airport dividend is exceptional. The dividend has been counted in 2026/27 and later years.
---
The bequest is non-recurring. It will pay the running costs of both museums in each year.
---
Savings L1 to L5 are recurrent. Saving L4 is one-off and has to be found again.
---
Items B2 and B7 are one-off. // 6.4 Items B1 to B6 are ongoing and have been taken out of the
base.
---
Proposals 1, 2 and 3 are permanent. Proposal 2 is a one-year deferral of training.
---
Measure C falls in 2026/27 only. Measures A to D are lasting.
""")
LEFT_ALONE = papers("""
The harbour grant is for one year and will not be paid again. It has not been added to the base.
---
The collection fund surplus is one-off. It has been used for one-off spending on cameras.
---
Savings L1, L2 and L4 are recurrent. Saving L3 is one-off and has to be found again.
---
Savings L1 to L3 are recurrent. Saving L4 is one-off.
---
Savings L1 to L4 are recurrent, except L3. Saving L3 is one-off.
---
The rebate will be received once. The recurring saving on rates is £240,000 a year.
---
The grant ends on 31 March 2026. The three permanent advisers will then be paid from the base.
---
The capital grant is one-off. It will be used to buy a permanent site.
---
The sale of the depot brings a single receipt. It will repay debt and save £90,000 in interest
each year.
---
The surplus is one-off. It will be transferred to the smoothing reserve, which supports the budget
in each year of the plan.
---
The saving from vacancies is one-off. Recurrent savings of £0.3m from procurement have been put in
the base.
---
The cost of the move is one-off. The saving is built into the base in each year.
---
Funding has been confirmed for one year. The service will be reviewed each year.
---
The grant was paid once before, in 2019. Council is asked to approve an annual grant of £5,000.
---
The transition grant is for one year only. Permanent posts will be funded from council tax.
""")


@pytest.mark.parametrize("words", FOUND, ids=range(len(FOUND)))
def test_what_comes_once_and_lasts_elsewhere_is_found(words: str) -> None:
    assert found_by(_RULES, words)


@pytest.mark.parametrize("words", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_is_told_apart_is_left_alone(words: str) -> None:
    assert found_by(_RULES, words) == ()


_HEAD = "| Saving (£000) | Type | 2026/27 | 2027/28 | 2028/29 |\n|---|---|---|---|---|\n"
_OTHER_ROW = "| Post room | Ongoing | 15 | 15 | 15 |\n"


def _found_in_rows(table: str) -> list[str]:
    report = read_markdown(table, "a.md")
    return [found.message for rule in IN_ROWS for found in rule(report)]


@given(st.integers(1, 9_000), st.sampled_from(["One-off", "Non-recurrent", "2026/27 only"]))
def test_a_row_called_one_off_stands_in_one_year(amount: int, kind: str) -> None:
    wrong = f"{_HEAD}| Bond released | {kind} | {amount} | {amount} | {amount} |\n{_OTHER_ROW}"
    right = f"{_HEAD}| Bond released | {kind} | {amount} | 0 | - |\n{_OTHER_ROW}"
    assert len(_found_in_rows(wrong)) == 1
    assert not _found_in_rows(right)


@pytest.mark.parametrize(
    ("head", "row", "found"),
    [
        ("Grants (£m) | 25/26 | 26/27", "Transition (one year only) | 3 | 3", True),
        ("Item | 26/27 | 27/28 | Recurring?", "Bond saving | 45 | 45 | No", True),
        ("Saving | Basis | 2026/27 | 2027/28", "Late starts | 2026/27 only | 80 | 95", True),
        # taken in one year and given back in the next
        ("Saving | Basis | 2026/27 | 2027/28", "Bond released | One-off | 120 | (120)", False),
        # paid for over two years
        ("Cost | Basis | 2026/27 | 2027/28", "Redundancy | One-off | 120 | 60", False),
        ("Cumulative savings | Type | 2026/27 | 2027/28", "Bond | One-off | 120 | 120", False),
        # a budget beside a forecast of the same year
        ("Grant | Type | 2025/26 budget | 2025/26 forecast", "Moving | One-off | 9 | 9", False),
        # events, not money
        ("Event | Kind | 2024/25 | 2025/26", "Fairs | One-off | 4 | 4", False),
    ],
)
def test_rows_called_one_off(head: str, row: str, found: bool) -> None:
    line = "|---" * (head.count("|") + 1)
    assert bool(_found_in_rows(f"| {head} |\n{line}|\n| {row} |\n")) is found
