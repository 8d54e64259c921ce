"""Sentences on how a row of a table moved, what it averaged and whether it met its target."""

import pytest

from ordinary_tables import rules_that_find

FOUND = (
    (
        "a_percentage_of_change_is_that_of_its_row",
        """
        | 2023-24 | 2024-25 | 2025-26
        Ferry fare | £10.42 | £11.44 | £12.21
        Mooring fee | £7.49 | £8.60 | £10.00

        From April there is an increase of 7.6% in the ferry fare.
        """,
    ),
    (
        "a_percentage_of_change_is_that_of_its_row",
        """
        | 2024-25 | 2025-26
        Harbour lamps | 420,000 | 462,000
        Buoys | 118,000 | 129,800

        The budget for harbour lamps rises by 12% in 2025-26.
        """,
    ),
    (
        "an_average_over_years_is_that_of_its_row",
        """
        | 2025-26 | 2026-27 | 2027-28 | 2028-29 | 2029-30
        | £m | £m | £m | £m | £m
        Spending on quays | 64 | 70 | 76 | 79 | 74
        Harbour dues | 24 | 35 | 39 | 40 | 41

        The harbour dues are forecast to raise an average of £29m a year over the five years.
        """,
    ),
    (
        "a_target_told_as_met_is_met_in_its_row",
        """
        Measure | Target | Result
        Lamps mended in five days | 90% | 87%
        Ferries on time | 92% | 94%
        Quays inspected | 100% | 100%

        The target for lamps mended in five days was met.
        """,
    ),
    (
        "a_sum_told_of_a_cell_is_in_its_unit",
        """
        The budget for 2025 is €155.88m, against €173.16k for 2024.

        Division | 2025 € | 2024 €
        Harbours | 95,264,023 | 98,848,355
        Roads | 60,617,112 | 74,307,836
        Total | 155,881,135 | 173,156,191
        """,
    ),
    (
        "a_move_told_of_a_row_begins_where_the_row_was",
        """
        | 2023-24 | 2024-25 | 2025-26
        Threshold | £8,840 | £9,100 | £5,000
        Rate | 13.8% | 13.8% | 15.0%

        The threshold falls from £8,840 in 2024-25 to £5,000 in 2025-26.
        """,
    ),
    (
        "a_target_told_as_met_is_met_in_its_row",
        """
        Indicator | Target | Actual
        Bins emptied on the day | 98% | 96.4%
        Calls answered | 85% | 88.0%

        The bins emptied on the day indicator exceeded its target.
        """,
    ),
    (
        "a_sum_told_of_a_cell_is_in_its_unit",
        """
        Council tax income of £48.62k is budgeted for 2025-26.

        | 2024-25 £ | 2025-26 £
        Council tax | 46,310,450 | 48,617,300
        Grant | 12,400,000 | 12,900,000
        """,
    ),
    (
        "a_move_told_of_a_row_begins_where_the_row_was",
        """
        Year | Visitors
        2021 | 41,200
        2022 | 44,350
        2023 | 47,980
        2024 | 52,115

        Visitors rose from 44,350 in 2022 to 51,215 in 2024.
        """,
    ),
    (
        "a_percentage_of_change_is_that_of_its_row",
        """
        Fee | 2024/25 | 2025/26
        Mooring | £148.00 | £155.40
        Slip | £62.00 | £60.14

        The slip fee will be cut by 5% in 2025/26.
        """,
    ),
    (
        "an_average_over_years_is_that_of_its_row",
        """
        Quarter | Q1 | Q2 | Q3 | Q4
        Calls answered | 2,410 | 2,655 | 2,380 | 2,515

        Calls answered averaged 2,690 over the four quarters.
        """,
    ),
)
LEFT_ALONE = (
    """
        Measure | Target | Result
        Lamps mended in five days | 90% | 92%
        Ferries on time | 92% | 94%

        The target for lamps mended in five days was met.
    """,
    """
        | 2023-24 | 2024-25
        Ferry fare | £10.42 | £11.44
        Mooring fee | £7.49 | £8.60

        In 2022-23 the ferry fare was £9.50.
    """,
    """
        | 2023-24 | 2024-25 | 2025-26
        Ferry fare | £10.42 | £11.44 | £12.21

        The ferry fare rises by 4.1% in real terms in 2025-26.
    """,
    """
        | 2025-26 | 2026-27 | 2027-28
        | £m | £m | £m
        Harbour dues | 24 | 35 | 39

        The dues raise an average of £33m a year, with an average of £37m in the last two years.
    """,
    """
        The budget for 2025 is €155.88m, against €173.16m for 2024.

        Division | 2025 € | 2024 €
        Harbours | 95,264,023 | 98,848,355
        Roads | 60,617,112 | 74,307,836
        Total | 155,881,135 | 173,156,191
    """,
    """
        Year | Complaints
        2019 | 142
        2020 | 97
        2021 | 118
        2022 | 161

        Complaints were at their highest in 2022, with 161, and at their lowest in 2020.
    """,
    """
        Year | Visitors
        2021 | 41,200
        2022 | 44,350
        2023 | 47,980
        2024 | 52,115

        Visitors rose from 44,350 in 2022 to 52,115 in 2024.
    """,
)


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_a_fault_of_a_table_is_found(rule: str, text: str) -> None:
    assert rule in rules_that_find(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_table_that_is_right_is_left_alone(text: str) -> None:
    assert rules_that_find(text) == set()
