"""Tables and what is said of them, as officers print them, and tables that only look wrong.

A bar parts the cells of a row.  Relations that a table shows by itself, accounts whose lines have
lost their columns, totals without a name, and sentences about a row.
"""

import re
from textwrap import dedent

import pytest

from moothall.proofread.tables import (
    accounts,
    columns_of_shares,
    lettered_bands,
    lettered_variances,
    moves_told,
    one_sign_amiss,
    ranks_told,
    rows_counted,
    shares_of_rows,
    table_conflicts,
    tables,
    totals_under_tables,
    units_told,
)
from ordinary_wordings import found_by

_RULES = (
    *tables.RULES,
    *accounts.RULES,
    *moves_told.RULES,
    *ranks_told.RULES,
    *rows_counted.RULES,
    *shares_of_rows.RULES,
    *columns_of_shares.RULES,
    *lettered_bands.RULES,
    *totals_under_tables.RULES,
    *table_conflicts.RULES,
    *units_told.RULES,
    *one_sign_amiss.RULES,
    *lettered_variances.RULES,
)
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
        "what_is_left_is_what_came_in_less_what_went_out",
        """
        Bank reconciliation as at 31 March 2024
        Current account £3,418.22
        Savings account £12,640.90
        Less unpresented cheques £245.00
        Balance £15,841.12
        """,
    ),
    (
        "what_is_left_is_what_came_in_less_what_went_out",
        """
        Summary of the year

        Income £18,340.55
        Expenditure £14,982.31
        Income minus expenditure £3,385.24
        """,
    ),
    (
        "what_is_left_is_what_came_in_less_what_went_out",
        """
        Opening balance £10,412.18
        Add receipts £23,105.60
        Less payments £19,874.33
        Closing balance £13,463.45
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
        "a_move_told_of_a_row_begins_where_the_row_was",
        """
        | 2023-24 | 2024-25 | 2025-26
        Threshold | £8,840 | £9,100 | £5,000
        Rate | 13.8% | 13.8% | 15.0%

        The threshold falls from £8,840 in 2024-25 to £5,000 in 2025-26.
        """,
    ),
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
        "what_is_left_is_what_came_in_less_what_went_out",
        """
        Cash book balance 1 April 2023: £8,412.06
        Plus receipts: £21,304.77
        Minus payments: £19,118.40
        Cash book balance 31 March 2024: £10,589.43
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
        "two_ages_of_two_things_do_not_overlap",
        """
        There are two kinds of berth: moorings for under 18s and cabins for 16 and 17-year-olds.
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
        "a_percentage_of_change_is_that_of_its_row",
        """
        Fee | 2024/25 | 2025/26
        Mooring | £148.00 | £155.40
        Slip | £62.00 | £60.14

        The slip fee will be cut by 5% in 2025/26.
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
        "what_is_left_is_what_came_in_less_what_went_out",
        """
        Balance per bank statement as at 31 March 2025 £24,118.60
        Less: cheques not yet presented £1,045.25
        Add: receipts not yet banked £360.00
        Net balance at 31 March 2025 £23,343.35
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
    (
        "an_average_over_years_is_that_of_its_row",
        """
        Quarter | Q1 | Q2 | Q3 | Q4
        Calls answered | 2,410 | 2,655 | 2,380 | 2,515

        Calls answered averaged 2,690 over the four quarters.
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
        Ref | Risk | Likelihood | Impact | Score
        R1 | The quay floods in a storm | 4 | 5 | 20
        R2 | Wardens leave for the ferries | 3 | 4 | 12
        R3 | Lamps are not mended in time | 3 | 3 | 9
        R4 | Further slippage of the works on the mole | 4 | 3 | 12
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
        Ward | Electors | Votes | Spoilt | Turnout
        Abbey | 2,410 | 1,012 | 12 | 42%
        Bridge | 3,180 | 1,240 | 9 | 39%
        Castle | 2,905 | 1,191 | 14 | 41%
        Dock | 1,870 | 692 | 8 | 37%
    """,
    """
        Measure | Target | Result
        Lamps mended in five days | 90% | 92%
        Ferries on time | 92% | 94%

        The target for lamps mended in five days was met.
    """,
    """
        Port | Berths | Piers
        Northquay | 340 | 12
        Southquay | 256 | 9

        Northquay has 340 berths and Southquay 256.
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
        Ward | Lamps out
        Abbey | 62
        Bridge | 41
        Castle | 58

        Abbey had the highest number of lamps out.
    """,
    """
        RECEIPTS
        Precept £12,000.00
        Rents £640.50
        Interest £85.20
        TOTAL RECEIPTS £12,725.70

        PAYMENTS
        Clerk £4,100.00
        Grass £1,215.40
        TOTAL PAYMENTS £5,315.40

        Balance brought forward £3,210.00
        Receipts £12,725.70
        Payments £5,315.40
        Balance carried forward £10,620.30
    """,
    """
        Accounts for payment:
        Harbour Lamps Ltd - £145.20 - Repairs
        Village Hall - £44.00 - Hire
        HM Revenue - £211.80 - PAYE
        Total payments this year £8,464.00
    """,
    """
        1. Apologies
        2. Minutes of 12
        3. Finance 45
        4. Planning 50
        Total time 110
    """,
    """
        Introduction 3
        Findings 7
        Conclusions 12
        Appendices 18
        Total pages 20
    """,
    """
        Bank reconciliation as at 31 March 2024
        Current account £3,418.22
        Savings account £12,640.90
        Less unpresented cheques £245.00
        Add receipts not banked £60.00
        Balance £15,874.12
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
        The clerk reported that items 23,10 and 14 had been dealt with.
    """,
    """
        The budget for 2025 is €155.88m, against €173.16m for 2024.

        Division | 2025 € | 2024 €
        Harbours | 95,264,023 | 98,848,355
        Roads | 60,617,112 | 74,307,836
        Total | 155,881,135 | 173,156,191
    """,
    """
        Month | Boats in | Boats out | Boats berthed
        April | 124 | 98 | 310
        May | 151 | 120 | 341
        June | 188 | 143 | 386
        July | 204 | 236 | 354
    """,
    """
        Year | 2019 | 2020 | 2021 | 2022
        Jobs % change | 1.1 | -4.2 | 2.4 | 1.8
        Out of work % | 4.2 | 5.8 | 5.1 | 4.4
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
        Step | Start | End | Weeks
        Design | 2 | 6 | 4
        Build | 6 | 20 | 14
        Test | 20 | 24 | 5
    """,
    """
        Service | Budget | Spent to date | Forecast | Variance
        Harbours | 12,450 | 6,975 | 12,975 | 525
        Ferries | 8,310 | 4,055 | 8,055 | (255)
        Lamps | 4,120 | 2,388 | 4,388 | 268
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
    """
        Source | 2023 | 2024
        Grants | 1,240 | 1,310
        Fees | 865 | 902
        Sales | 2,105 | 2,455
    """,
    """
        Area | Jobs | % of jobs | % of jobs in summer
        Port | 1,240 | 31.0 | 42.0
        Town | 1,680 | 42.0 | 30.0
        Coast | 760 | 19.0 | 51.0
        Hills | 320 | 8.0 | 12.0
    """,
    """
        Balance per bank statement as at 31 March 2025 £24,118.60
        Less: cheque 1043 not yet presented £45.25
        Less: cheque 1051 not yet presented £1,000.00
        Net balance at 31 March 2025 £23,073.35
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


def _paper(text: str) -> str:
    """The text of a paper: what stands between bars are cells."""
    return re.sub(r" ?\| ?", "\t", dedent(text).strip("\n"))


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_a_fault_of_a_table_is_found(rule: str, text: str) -> None:
    assert rule in {finding.rule for finding in found_by(_RULES, _paper(text))}


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_table_that_is_right_is_left_alone(text: str) -> None:
    assert found_by(_RULES, _paper(text)) == ()
