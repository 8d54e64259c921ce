"""Tables whose totals, differences and signs are amiss, and tables that only look so."""

import pytest

from ordinary_tables import rules_that_find

FOUND = (
    (
        "one_line_is_not_added_where_the_like_are_taken_off",
        """
        Line | £000
        Gross cost of the quay | 4,820
        Rents | (1,365)
        Grant | (740)
        Net cost | 4,195
        """,
    ),
    (
        "a_letter_goes_with_the_way_of_its_variance",
        """
        Quay | Profile £ | Actual £ | Variance £
        North | 148,000 | 139,500 | 8,500 (A)
        Mole | 96,000 | 101,200 | 5,200 (A)
        Lamp Bay | 311,000 | 298,700 | 12,300 (A)
        """,
    ),
    (
        "a_difference_has_the_sign_of_its_column",
        """
        Service | Budget | Forecast | Variance
        Ferries | 88,410 | 90,275 | 1,865
        Lamps | 31,960 | 31,540 | 420
        Piers | 14,305 | 14,180 | (125)
        """,
    ),
    (
        "a_table_casts_down",
        """
        Line | 2026/27 | 2027/28 | Both years
        Staff | 210 | 390 | 600
        Premises | 60 | 125 | 185
        Fuel | 40 | 45 | 85
        Total | 310 | 520 | 830
        """,
    ),
    (
        "what_a_table_keeps_to_it_keeps_throughout",
        """
        The table gives the position for the year.

        Service | Budget | Forecast | Position
        Harbours | 12,450 | 12,975 | 525
        Ferries | 8,310 | 8,055 | (255)
        Lamps | 4,120 | 4,388 | 268
        Parks | 24,100 | 24,600 | 1,500
        Libraries | 6,225 | 6,225 | 0
        """,
    ),
    (
        "what_a_table_keeps_to_it_keeps_throughout",
        """
        | 2021-22 | 2022-23 | 2023-24 | 2024-25 | 2025-26
        | £000 | £000 | £000 | £000 | £000
        Moorings let | 22,310 | 23,480 | 25,115 | 26,340 | 27,905
        Repairs to quays | 4,105 | 4,530 | 5,175 | 5,020 | 5,390
        Kept for the harbour | 18,205 | 18,940 | 19,940 | 21,320 | 22,515
        """,
    ),
    (
        "what_a_table_keeps_to_it_keeps_throughout",
        """
        Year | Takings £ | Against last year £
        2018 | 66,506 |
        2019 | 68,969 | 2,463
        2020 | 61,176 | -7,793
        2021 | 63,426 | 2,520
        2022 | 64,276 | 850
        2023 | 65,090 | 814
        """,
    ),
    (
        "a_table_casts_down",
        """
        | 2022 | 2023 | 2024 | 2025
        Berths | 410 | 430 | 455 | 470
        Moorings | 225 | 240 | 238 | 251
        Slips | 86 | 88 | 90 | 95
        Places for boats | 721 | 758 | 783 | 861
        """,
    ),
    (
        "a_table_casts_across",
        """
        Year | Opening | Added | Used | Closing
        2021 | 1,450 | 320 | 115 | 1,655
        2022 | 1,655 | 280 | 410 | 1,525
        2023 | 1,525 | 305 | 190 | 1,640
        2024 | 1,640 | 265 | 340 | 1,655
        """,
    ),
    (
        "a_table_casts_down",
        """
        EXPENDITURE
        Staff costs £5,120.00
        General administration £1,633.80
        Chairman's allowance £220.00
        Footpaths and seats £315.00
        Street lamps £4,237.48
        Donations £1,550.00
        Translation £1,054.99
        Other £1,516.07
        TOTAL EXPENDITURE £15,467.34
        """,
    ),
    (
        "a_table_casts_down",
        """
        Division 2025 £ 2024 £
        A. Harbours 35,264,023 28,848,355
        B. Roads and safety 29,876,430 30,943,153
        C. Water 15,821,222 29,097,161
        D. Lamps 11,789,067 11,209,616
        E. Ferries 30,012,274 37,992,048
        F. Parks 11,622,906 9,882,156
        G. Markets 2,555,504 4,045,591
        H. Other 18,939,709 21,138,111
        155,872,135 173,156,191
        """,
    ),
    (
        "a_table_casts_down",
        """
        Receipts
        Precept ............ £3,200
        Allotment rents .... £640
        Interest ........... £85
        Grants ............. £405
        Total receipts ..... £4,430
        """,
    ),
    (
        "a_table_casts_down",
        """
        Payments for approval

        Clerk's salary            412.50
        Hall hire                  36.00
        Grass cutting             215.40
        Insurance                 388.16
        Total                   1,025.06
        """,
    ),
    (
        "a_table_casts_down",
        """
        Accounts for payment:
        Harbour Lamps Ltd - £145.20 - Repairs
        Village Hall - £44.00 - Hire
        HM Revenue - £211.80 - PAYE
        Ferry Press - £63.50 - Newsletter
        Total: £464.00
        """,
    ),
    (
        "a_table_casts_down",
        """
        Housing €1,204,300
        Roads €2,310,450
        Water €815,220
        Total €4,392,970
        """,
    ),
    (
        "a_table_casts_down",
        """
        Centre | Area | End | Value a year
        Mill | Quay | 31/03/2025 | £231,415.38
        Shell | Strand | 31/03/2025 | £118,206.27
        |  |  | £359,621.65
        """,
    ),
    (
        "a_table_casts_down",
        """
        Centre | Area | End | Value a year
        Mill | Quay | 31/03/2025 | £231,415.38
        Shell | Strand | 31/03/2025 | £118,206.27
        Totals |  |  | £359,621.65
        """,
    ),
    (
        "no_row_of_a_table_stands_twice",
        """
        Creditor | Invoice | Amount
        Harbour Lamps Ltd | INV-2204 | £412.50
        Ferry Press | INV-0071 | £63.50
        Quay Stores | INV-1190 | £128.40
        Quay Stores | INV-1190 | £128.40
        """,
    ),
    (
        "what_a_table_keeps_to_it_keeps_throughout",
        """
        Depot | Vans in | Vans out | Vans left
        North | 1,240 | 318 | 922
        South | 985 | 241 | 744
        East | 1,102 | 287 | 851
        West | 874 | 199 | 675
        """,
    ),
    (
        "a_table_casts_across",
        """
        Month | Opening stock | Delivered | Used | Closing stock
        April | 2,310 | 640 | 715 | 2,235
        May | 2,235 | 580 | 690 | 2,125
        June | 2,125 | 610 | 655 | 2,080
        July | 2,080 | 700 | 612 | 2,186
        """,
    ),
    (
        "a_table_casts_down",
        """
        RECEIPTS 2023/24 2022/23
        Precept £14,500.00 £13,800.00
        Burial fees £1,260.00 £980.00
        Interest £212.40 £41.15
        VAT refund £1,845.12 £1,102.70
        Total receipts £17,871.52 £15,923.85
        """,
    ),
    (
        "a_table_casts_down",
        """
        Grant | Given to | Date | £
        Roof | Ferry hall | May | 12,400
        Door | Lamp house | June | 3,650
        Path | Quay | July | 8,275
        |  |  | 24,235
        """,
    ),
    (
        "what_a_table_keeps_to_it_keeps_throughout",
        """
        Financial year | Rate demand £ | Change £
        2019/20 | 1,204,310 |
        2020/21 | 1,251,870 | 47,560
        2021/22 | 1,240,115 | -11,755
        2022/23 | 1,302,448 | 63,233
        2023/24 | 1,334,020 | 31,572
        2024/25 | 1,371,660 | 37,640
        """,
    ),
    (
        "a_table_casts_down",
        """
        Source | 2023 | 2024
        Grants | 1,240 | 1,310
        Fees | 865 | 902
        Rents | 430 | 455
        All income | 2,535 | 2,676
        """,
    ),
    (
        "a_table_casts_down",
        """
        Street lamps ........................ 4,210.00
        Grass cutting ....................... 2,865.50
        Insurance ........................... 1,142.38
        Clerk ............................... 9,436.00
        Total payments ...................... 17,563.88
        """,
    ),
)
LEFT_ALONE = (
    """
        Line | £000
        Gross cost of the quay | 4,820
        Rents | (1,365)
        Grant | (740)
        Net cost | 2,715
        """,
    """
        Line, income in brackets | £000
        Cost of the quay | 4,820
        Lamps | 740
        Rents | (1,365)
        All of it | 6,925
        """,
    """
        Quay | Profile £ | Actual £ | Variance £
        North | 148,000 | 139,500 | 8,500 (A)
        Mole | 96,000 | 101,200 | 5,200 (F)
        Lamp Bay | 311,000 | 298,700 | 12,300 (A)
        """,
    """
        Service | Budget | Forecast | Staff
        Harbours | 12,450 | 12,975 | 525
        Ferries | 8,310 | 8,055 | 255
        Lamps | 4,120 | 4,388 | 68
        Parks | 24,100 | 24,600 | 150
    """,
    """
        | 2021-22 | 2022-23 | 2023-24 | 2024-25
        | £m | £m | £m | £m
        Moorings let | 22.3 | 23.5 | 25.1 | 26.3
        Repairs | 4.1 | 4.5 | 5.2 | 5.0
        Balance | 18.2 | 19.0 | 19.9 | 21.3
    """,
    """
        Service | Approved | Added | Now
        Harbours | 1,200 | 0 | 1,200
        Ferries | 850 | 0 | 850
        Lamps | 640 | 0 | 640
        Parks | 410 | 25 | 450
    """,
    """
        Team | Won | Drawn | Lost
        Red | 3 | 1 | 2
        Blue | 4 | 2 | 2
        Green | 5 | 1 | 4
        Gold | 2 | 1 | 3
    """,
    """
        Payee | Net | VAT | Gross
        Lamps Ltd | 89.92 | 17.98 | 107.90
        Quay Ltd | 18.50 | 3.70 | 22.20
        Stamps | 7.20 |  | 7.20
        Books | 25.00 |  | 25.00
        Total | 140.62 | 21.68 | 162.30
    """,
    """
        Month | Boats in | Boats out | Boats berthed
        April | 124 | 98 | 310
        May | 151 | 120 | 341
        June | 188 | 143 | 386
        July | 204 | 236 | 354
    """,
    """
        Service | Budget | Spent to date | Forecast | Variance
        Harbours | 12,450 | 6,975 | 12,975 | 525
        Ferries | 8,310 | 4,055 | 8,055 | (255)
        Lamps | 4,120 | 2,388 | 4,388 | 268
    """,
    """
        Source | 2023 | 2024
        Grants | 1,240 | 1,310
        Fees | 865 | 902
        Sales | 2,105 | 2,455
    """,
)


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_a_fault_of_a_table_is_found(rule: str, text: str) -> None:
    assert rule in rules_that_find(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_table_that_is_right_is_left_alone(text: str) -> None:
    assert rules_that_find(text) == set()
