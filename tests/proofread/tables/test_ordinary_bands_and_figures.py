"""Bands by letter, age and sum, and figures as they are written."""

import pytest

from ordinary_tables import rules_that_find

FOUND = (
    (
        "bands_by_letter_run_on",
        """
        Band 'A' £98.80
        Band 'B' £115.27
        Band 'C' £131.73
        Band 'D' £148.20
        Band 'E' £181.13
        Band 'E' £214.07
        Band 'G' £247.00
        Band 'H' £296.40
        """,
    ),
    (
        "bands_by_letter_run_on",
        """
        Band A £31, Band B £37, Band C £42, Band D £47, Band E £58, Band E £68 and Band G £79.
        """,
    ),
    (
        "bands_neither_overlap_nor_leave_gaps",
        """
        Age | Sailors
        Under 18 | 24
        18 to 25 | 102
        25 to 34 | 98
        35 to 44 | 76
        45 and over | 51
        """,
    ),
    (
        "bands_neither_overlap_nor_leave_gaps",
        """
        Age | Sailors
        0-15 | 24
        16-24 | 102
        25-34 | 98
        45-54 | 76
        55+ | 51
        """,
    ),
    (
        "figures_are_well_formed",
        """
        Port | Boats
        North | 12,410
        South | 23,10
        East | 15,100
        """,
    ),
    (
        "figures_are_well_formed",
        """
        Port | Takings
        North | £1,240
        South | £1,O80
        East | £910
        """,
    ),
    (
        "bands_by_letter_run_on",
        """
        Band A – £20.10
        Band B – £23.45
        Band C – £26.80
        Band D – £30.15
        Band F – £43.55
        Band G – £50.25
        Band H – £60.30
        """,
    ),
    (
        "two_ages_of_two_things_do_not_overlap",
        """
        There are two kinds of berth: moorings for under 18s and cabins for 16 and 17-year-olds.
        """,
    ),
)
LEFT_ALONE = (
    """
        Band A £98, Band B £115, Band C £131, Band D £148, Band E £181, Band F £214, Band G £247.
    """,
    """
        Age | Sailors
        Under 18 | 24
        18 to 24 | 102
        25 to 34 | 98
        35 and over | 51
    """,
    """
        Age | Sailors
        Under 18 | 24
        of whom under 5 | 6
        18 and over | 102
    """,
    """
        - The junior club is for under 18s
        - The young skippers' course is for 16 and 17 year olds
        - Boats for those aged 5 to 11 are hired by the hour
    """,
    """
        Date | Payee | Amount
        1 May 2024 | Harbour Lamps Ltd | £12.50
        1 June 2024 | Harbour Lamps Ltd | £12.50
        1 July 2024 | Harbour Lamps Ltd | £12.50
    """,
    """
        The clerk reported that items 23,10 and 14 had been dealt with.
    """,
)


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_a_fault_of_a_table_is_found(rule: str, text: str) -> None:
    assert rule in rules_that_find(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_table_that_is_right_is_left_alone(text: str) -> None:
    assert rules_that_find(text) == set()
