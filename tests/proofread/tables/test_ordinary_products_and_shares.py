"""Columns that are a product, a percentage or a share of others, as officers print them."""

import pytest

from ordinary_tables import rules_that_find

FOUND = (
    (
        "a_product_in_a_table_computes",
        """
        Ref | Risk | Likelihood | Impact | Score
        R1 | The quay floods in a storm | 4 | 5 | 20
        R2 | Wardens leave for the ferries | 3 | 4 | 15
        R3 | Lamps are not mended in time | 3 | 3 | 9
        R4 | Further slippage of the works on the mole | 4 | 3 | 12
        """,
    ),
    (
        "a_product_in_a_table_computes",
        """
        Port | Berths | Boats | Boats per berth
        Northquay | 340 | 412 | 1.21
        Southquay | 256 | 301 | 1.18
        Eastquay | 188 | 254 | 1.35
        Westquay | 310 | 285 | 1.02
        """,
    ),
    (
        "a_product_in_a_table_computes",
        """
        Ward | Residents | Lamps out | Lamps out for each 1,000 residents
        Abbey | 12,400 | 62 | 5.0
        Bridge | 9,850 | 41 | 4.2
        Castle | 15,300 | 58 | 4.9
        Dock | 8,200 | 39 | 4.8
        """,
    ),
    (
        "a_product_in_a_table_computes",
        """
        Area | Residents | Branches | Rate
        Abbey | 152,000 | 41 | 2.70
        Bridge | 98,500 | 22 | 2.23
        Castle | 153,000 | 57 | 3.73
        Dock | 182,000 | 41 | 2.52
        """,
    ),
    (
        "a_percentage_in_a_table_computes",
        """
        Ferry | Sailings planned | Sailings run | Run %
        Red | 1,240 | 1,178 | 95.0%
        Blue | 860 | 791 | 92.0%
        Green | 1,105 | 1,072 | 97.0%
        Gold | 974 | 848 | 89.1%
        """,
    ),
    (
        "a_percentage_in_a_table_computes",
        """
        Harbour | 2023-24 £ | 2024-25 £ | Movement
        North | 41,200 | 43,260 | 5.0%
        South | 38,500 | 36,190 | -6.0%
        East | 12,640 | 13,272 | 5.0%
        West | 27,350 | 29,270 | 5.6%
        """,
    ),
    (
        "a_product_in_a_table_computes",
        """
        Item | Number | Price £ | Cost £
        Lamps | 135 | 42.50 | 5,737.50
        Posts | 48 | 115.00 | 5,520.00
        Brackets | 210 | 46.00 | 9,960.00
        Signs | 75 | 18.20 | 1,365.00
        """,
    ),
    (
        "council_tax_bands_keep_their_shares",
        """
        Dues | Small boats £ | Large boats £ | All boats £
        A | 1,063.33 | 242.44 | 1,305.77
        B | 1,240.55 | 282.85 | 1,523.40
        C | 1,417.78 | 323.25 | 1,714.03
        D | 1,595.00 | 363.66 | 1,958.66
        E | 1,949.44 | 444.47 | 2,393.91
        """,
    ),
    (
        "a_product_in_a_table_computes",
        """
        Stall | Days open | Takings £ | Takings a day £
        Fish | 212 | 31,800 | 150
        Ice | 180 | 22,500 | 125
        Books | 144 | 13,680 | 95
        Boats | 96 | 11,040 | 125
        """,
    ),
    (
        "a_percentage_in_a_table_computes",
        """
        Harbour | Budget £ | Share
        North | 741,000 | 22.1%
        South | 719,000 | 21.4%
        East | 624,000 | 18.6%
        West | 671,000 | 20.8%
        Outer | 600,000 | 17.9%
        Total | 3,355,000 | 100%
        """,
    ),
    (
        "a_product_in_a_table_computes",
        """
        District | Population | Wardens | Wardens per 1,000
        Ash | 24,500 | 49 | 2.0
        Birch | 31,200 | 53 | 1.7
        Cedar | 18,900 | 40 | 2.1
        Elm | 27,700 | 61 | 2.7
        """,
    ),
    (
        "a_product_in_a_table_computes",
        """
        Club | Members | Cost £ | Cost for each member £
        Rowing | 48 | 5,280 | 110.00
        Sailing | 126 | 17,010 | 135.00
        Angling | 75 | 4,875 | 56.00
        Diving | 32 | 6,176 | 193.00
        """,
    ),
    (
        "a_column_of_shares_is_of_one_whole",
        """
        Area | Jobs | % of jobs
        Port | 1,240 | 31.0
        Town | 1,680 | 42.0
        Coast | 760 | 19.0
        Hills | 320 | 9.0
        Total | 4,000 | 100.0
        """,
    ),
)
LEFT_ALONE = (
    """
        Ref | Risk | Likelihood | Impact | Score
        R1 | The quay floods in a storm | 4 | 5 | 20
        R2 | Wardens leave for the ferries | 3 | 4 | 12
        R3 | Lamps are not mended in time | 3 | 3 | 9
        R4 | Further slippage of the works on the mole | 4 | 3 | 12
        """,
    """
        Ward | Electors | Votes | Spoilt | Turnout
        Abbey | 2,410 | 1,012 | 12 | 42%
        Bridge | 3,180 | 1,240 | 9 | 39%
        Castle | 2,905 | 1,191 | 14 | 41%
        Dock | 1,870 | 692 | 8 | 37%
    """,
    """
        Harbour | Budget £000 | Share
        North | 741 | 22.1%
        South | 719 | 21.4%
        East | 624 | 18.6%
        West | 671 | 20.0%
        Outer | 600 | 17.9%
        Total | 3,355 | 100%
    """,
    """
        Harbour | Boats | Share of skippers under 30
        North | 741 | 22.1%
        South | 719 | 31.4%
        East | 624 | 18.6%
        West | 671 | 40.0%
    """,
    """
        Year | 2019 | 2020 | 2021 | 2022
        Jobs % change | 1.1 | -4.2 | 2.4 | 1.8
        Out of work % | 4.2 | 5.8 | 5.1 | 4.4
    """,
    """
        Step | Start | End | Weeks
        Design | 2 | 6 | 4
        Build | 6 | 20 | 14
        Test | 20 | 24 | 5
    """,
    """
        Area | 2023 | 2024 | Change
        North | 41.2% | 43.3% | 2.1
        South | 38.5% | 36.2% | -2.3
        East | 50.0% | 52.6% | 2.6
        West | 27.4% | 29.3% | 1.9
    """,
    """
        Risk | Likelihood | Impact | Score
        Storm | 4 | 3 | 12
        Ice | 2 | 4 | 8
        Strike | 3 | 3 | 9
        Fire | 1 | 5 | 5
    """,
    """
        Area | Jobs | % of jobs | % of jobs in summer
        Port | 1,240 | 31.0 | 42.0
        Town | 1,680 | 42.0 | 30.0
        Coast | 760 | 19.0 | 51.0
        Hills | 320 | 8.0 | 12.0
    """,
    """
        Item | Net | VAT % | Gross
        Lamp oil | 1,200.00 | 5.0 | 1,260.00
        Posts | 2,400.00 | 20.0 | 2,880.00
        Signs | 860.00 | 20.0 | 1,032.00
        Rope | 150.00 | 20.0 | 180.00
        Books | 90.00 | 0.0 | 90.00
    """,
    """
        The increase for Band A is £1.10, for Band D £1.65 and for Band H £3.30.
    """,
)


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_a_fault_of_a_table_is_found(rule: str, text: str) -> None:
    assert rule in rules_that_find(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_table_that_is_right_is_left_alone(text: str) -> None:
    assert rules_that_find(text) == set()
