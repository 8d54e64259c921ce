"""Totals that take some of the lines above them, by what they are and not by where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.tables.tables import RULES

_LABELS = ("Posts left empty", "Plans not met", "New charges", "Grants", "Brought forward")


def _found(rows: list[tuple[str, ...]]) -> tuple[TextFinding, ...]:
    head = ("Line", "Core £000", "Outside £000")
    grid = Grid(rows=(head, *rows), place=Place(table=1), head_rows=1)
    return proofread((Report(file="r", blocks=(grid,)),), RULES)


@given(st.permutations(range(5)), st.integers(1, 9))
def test_a_total_of_the_same_lines_in_every_column_is_no_fault(
    order: list[int], times: int
) -> None:
    figures = [(34_555, 5_310), (72_573, 1_265), (23_509, 4_907), (19_045, 2_092), (51_130, 8_364)]
    figures = [(a * times, b * times) for a, b in figures]
    chosen = sorted(order[:3])
    rows = [
        (label, *(f"{value:,}" for value in pair))
        for label, pair in zip(_LABELS, figures, strict=True)
    ]
    sums = [sum(figures[line][column] for line in chosen) for column in (0, 1)]
    right = ("Total to be delivered", *(f"{value:,}" for value in sums))
    assert not _found([*rows, right])


def test_a_total_that_no_lines_make_is_still_told() -> None:
    rows = [("North", "1,210", "2,340"), ("South", "1,330", "2,020"), ("East", "1,405", "2,115"),
            ("Total", "3,954", "6,475")]  # fmt: skip
    found = _found(rows)
    assert len(found) == 1
    assert "1,210 + 1,330 + 1,405 = 3,945" in found[0].message
