"""Sentences on the share, the rank, the number and the total of the rows of a table."""

import pytest

from ordinary_tables import rules_that_find

FOUND = (
    (
        "a_total_told_under_a_column_is_its_sum",
        """
        Berth | Boats
        North | 124
        South | 236
        East | 151

        In all 521 boats are berthed.
        """,
    ),
    (
        "the_highest_row_is_so_in_its_table",
        """
        Ward | Lamps out
        Abbey | 62
        Bridge | 41
        Castle | 58
        Dock | 39

        Castle had the highest number of lamps out.
        """,
    ),
    (
        "the_highest_row_is_so_in_its_table",
        """
        Ferry | Sailings on time
        Red | 91%
        Blue | 88%
        Green | 94%
        Gold | 86%

        The lowest share of sailings on time was on the Blue ferry.
        """,
    ),
    (
        "the_rows_of_a_table_are_as_many_as_said",
        """
        The five harbours are set out below.

        Harbour | Boats
        North | 124
        South | 236
        East | 151
        West | 98
        """,
    ),
    (
        "the_highest_row_is_so_in_its_table",
        """
        Depot | Vans | Complaints
        North | 62 | 118
        South | 41 | 96
        East | 58 | 131
        West | 39 | 72

        The greatest number of complaints was at the North depot.
        """,
    ),
    (
        "the_rows_of_a_table_are_as_many_as_said",
        """
        There are set out in the table below the six depots of the harbour.

        Depot | Vans
        North | 62
        South | 41
        East | 58
        West | 39
        Mid | 20
        """,
    ),
    (
        "a_table_has_the_total_that_its_words_give",
        """
        Total spending of £68,430 is set out in the table.

        Item | £
        Quays | 31,250
        Lamps | 18,640
        Seats | 18,450
        Total | 68,340
        """,
    ),
    (
        "a_share_told_of_a_row_is_that_of_its_total",
        """
        Service | £m
        Adults | 212.4
        Children | 143.8
        Roads | 61.5
        Other | 52.3
        Total | 470.0

        Adults takes 54% of the total budget of £470.0m.
        """,
    ),
    (
        "the_highest_row_is_so_in_its_table",
        """
        Year | Complaints
        2019 | 142
        2020 | 97
        2021 | 118
        2022 | 161
        2023 | 155

        Complaints were at their highest in 2023, with 155.
        """,
    ),
    (
        "the_highest_row_is_so_in_its_table",
        """
        Council | Band D tax
        Ashby | 1,412
        Bexton | 1,538
        Colby | 1,397
        Dunby | 1,466

        Ashby has the lowest Band D tax of the four councils.
        """,
    ),
    (
        "a_share_told_of_a_row_is_that_of_its_total",
        """
        Service | £m
        Adults | 212.4
        Children | 143.8
        Roads | 61.5
        Other | 52.3
        Total | 470.0

        Adults takes 54% of the total budget of £470.0m.
        """,
    ),
    (
        "a_share_told_of_a_row_is_that_of_its_total",
        """
        Service | £m
        Adults | 212.4
        Children | 143.8
        Roads | 61.5
        Other | 52.3
        Total | 470.0

        Some 54% of the budget goes on adults.
        """,
    ),
    (
        "a_share_told_of_a_row_is_that_of_its_total",
        """
        Service | £m
        Adults | 212.4
        Children | 143.8
        Roads | 61.5
        Other | 52.3
        Total | 470.0

        Children accounts for 36% of spending.
        """,
    ),
    (
        "a_share_told_of_a_row_is_that_of_its_total",
        """
        Service | £m
        Adults | 212.4
        Children | 143.8
        Roads | 61.5
        Other | 52.3
        Total | 470.0

        Roads make up 31% of the total.
        """,
    ),
    (
        "a_share_told_of_a_row_is_that_of_its_total",
        """
        Service | £m
        Adults | 212.4
        Children | 143.8
        Roads | 61.5
        Other | 52.3
        Total | 470.0

        Adults and children together take 67% of the total.
        """,
    ),
    (
        "a_share_told_of_a_row_is_that_of_its_total",
        """
        Service | £m
        Adults | 212.4
        Children | 143.8
        Roads | 61.5
        Other | 52.3
        Total | 470.0

        Of the total, 54% is spent on adults.
        """,
    ),
)
LEFT_ALONE = (
    """
        Port | Berths | Piers
        Northquay | 340 | 12
        Southquay | 256 | 9

        Northquay has 340 berths and Southquay 256.
    """,
    """
        Ward | Lamps out
        Abbey | 62
        Bridge | 41
        Castle | 58

        Abbey had the highest number of lamps out.
    """,
    """
        Ward | Lamps | Lamps out
        Abbey | 1,204 | 62
        Bridge | 982 | 41

        Abbey has 1,310 lamps if those of the harbour board are counted.
    """,
    """
        Port | Berths
        Northquay | 340
        Southquay | 256

        Northquay sailing club has 85 berths of its own.
    """,
    """
        Ward | Lamps out | Posts down
        Abbey | 62 | 4
        Bridge | 41 | 9
        Castle | 58 | 2

        Of the wards by the river, Castle had the highest number of lamps out.
    """,
    """
        Service | £m
        Adults | 212.4
        Children | 143.8
        Roads | 61.5
        Other | 52.3
        Total | 470.0

        Adults takes 45% of the total budget, and roads 13%.

        Of the adults' budget, 62% is spent on care at home.

        Some 54% of residents rated the roads as good.
    """,
)


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_a_fault_of_a_table_is_found(rule: str, text: str) -> None:
    assert rule in rules_that_find(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_table_that_is_right_is_left_alone(text: str) -> None:
    assert rules_that_find(text) == set()
