"""Accounts whose lines have lost their columns: what was there, came in and went out."""

import pytest

from ordinary_tables import rules_that_find

FOUND = (
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
        "what_is_left_is_what_came_in_less_what_went_out",
        """
        Cash book balance 1 April 2023: £8,412.06
        Plus receipts: £21,304.77
        Minus payments: £19,118.40
        Cash book balance 31 March 2024: £10,589.43
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
)
LEFT_ALONE = (
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
        Balance per bank statement as at 31 March 2025 £24,118.60
        Less: cheque 1043 not yet presented £45.25
        Less: cheque 1051 not yet presented £1,000.00
        Net balance at 31 March 2025 £23,073.35
    """,
)


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_a_fault_of_a_table_is_found(rule: str, text: str) -> None:
    assert rule in rules_that_find(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_table_that_is_right_is_left_alone(text: str) -> None:
    assert rules_that_find(text) == set()
