"""Statements in which every result is the one before with the lines between."""

from hypothesis import given
from hypothesis import strategies as st

from markdown_reports import shown
from moothall.proofread.tables.results_in_turn import RULES

_LINES = st.integers(-90_000, 90_000).filter(lambda value: abs(value) > 500)
_TABLE = """| £000 | Year |
|---|---|
| Income | {0:,} |
| Spending | {1:,} |
| **Operating surplus / (deficit)** | **{2:,}** |
| Interest | {3:,} |
| **Surplus / (deficit)** | **{4:,}** |
| Adjustments | {5:,} |
| **Adjusted surplus / (deficit)** | **{6:,}** |
"""


def _statement(income: int, spending: int, interest: int, adjustments: int) -> list[int]:
    first = income + spending
    second = first + interest
    return [income, spending, first, interest, second, adjustments, second + adjustments]


@given(st.tuples(_LINES, _LINES, _LINES, _LINES))
def test_a_statement_that_runs_on_is_left_alone(lines: tuple[int, int, int, int]) -> None:
    assert not shown(RULES[0], _TABLE.format(*_statement(*lines)))


@given(st.sampled_from((2, 3, 4, 5, 6)), st.sampled_from((-120, -12, 12, 120)))
def test_one_slip_is_told_once(place: int, slip: int) -> None:
    figures = _statement(227_088, -228_206, 1_427, -842)
    figures[place] += slip
    assert len(shown(RULES[0], _TABLE.format(*figures))) == 1


def test_a_table_of_one_total_is_left_alone() -> None:
    table = "| £000 | Year |\n|---|---|\n" + "".join(f"| Line {n} | {n}00 |\n" for n in range(1, 6))
    assert not shown(RULES[0], f"{table}| Total | 9,000 |\n")
