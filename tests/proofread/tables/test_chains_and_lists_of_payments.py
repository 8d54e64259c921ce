"""Chains of figures down a column, totals beneath payments, and changes given in points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.markdown import read_markdown
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence
from moothall.proofread.rules import proofread_all


def told(text: str) -> dict[str, str]:
    read = read_markdown if "|--" in text else read_plain_text
    return {
        finding.rule: finding.message
        for finding in proofread_all((read(text, "a report"),), None, everything=False)
        if finding.confidence is not Confidence.LOW
    }


def table(*rows: str) -> str:
    head, *body = rows
    return "\n".join(
        (f"| {head} |", "|--" * (head.count("|") + 1) + "|", *(f"| {r} |" for r in body))
    )


BUDGET = ("Head | £m", "Pay | 214.6", "Agency | 31.2", "Premises | 18.9", "Transport | 7.4")
SHARES = ("Measure | 2024 | 2025 | Change", "Loans | 4,200 | 4,620 | +10.0%",
          "Members | 1,250 | 1,175 | -6.0%", "Visits | 8,640 | 9,504 | +10.0%")  # fmt: skip
HOURS = ("Depot | Vans | Hours now | Hours proposed", "Ashby | 141 | 52 | 44",
         "Bole | 93 | 41 | 31", "Cray | 87 | 38 | 27", "Dunn | 62 | 33 | 21",
         "Eltham | 48 | 26 | 14")  # fmt: skip

PAID = (
    "Payments\n\ni. R. Yeo, audit, cheque 41 £160.00\nii. Hall hire, cheque 42 £85.50\n"
    "iii. Lost, cheque 43 cancelled £70.00\niv. Seeds, cheque 44 £212.35\nTOTAL "
)
THREE = (
    "Payee Cheque Net VAT Gross\nAda Ltd 301 45.00 9.00 54.00 Mowing\n"
    "Bell and Son 302 120.00 24.00 144.00 Fence\nHall 303 62.50 0 62.50\nTotal "
)
DEFICIT = (
    "Balance brought forward (£5.2m)\nOverspend in the year (£1.9m)\n"
    "Contribution £2.4m\nBalance carried forward (£3.3m)"
)

FOUND = {
    "what follows shows a gross to be a sum": (
        table(*BUDGET, "Gross spending | 273.1", "Less: income | (20.2)", "Net spending | 252.9"),
        "a_chain_of_figures_ends_where_it_leads",
        "= 272.1",
    ),
    "what is carried forward comes of no signs": (
        DEFICIT,
        "a_chain_of_figures_ends_where_it_leads",
        "= (£4.7m)",
    ),
    "cases open at two days": (
        table("Cases | Number", "Open on 1 April | 318", "Received | 142", "Reopened | 9",
              "Closed | 171", "Open on 31 March | 312"),
        "a_chain_of_figures_ends_where_it_leads",
        "312",
    ),
    "a total beneath payments that run on": (
        f"{PAID}£467.85",
        "a_total_beneath_payments_is_their_sum",
        "= £457.85",
    ),
    "net and gross out alike": (
        f"{THREE}257.50 33.00 290.50",
        "a_total_beneath_payments_is_their_sum",
        "30.00 more",
    ),
    "a row of a rate that gives points as per cent": (
        table(*SHARES, "Share renewed | 62.0% | 64.5% | +2.5%"),
        "a_percentage_in_a_table_computes",
        "2.5 percentage points",
    ),
    "a sum two away where the others come out to the digit": (
        table(*HOURS, "Total | 431 | 190 | 139"),
        "a_table_casts_down",
        "= 137",
    ),
}  # fmt: skip

LEFT_ALONE = {
    "a gross that is the sum": (
        table(*BUDGET, "Gross spending | 272.1", "Less: income | (20.2)", "Net spending | 251.9")
    ),
    "signs that are not printed": (
        table("Cases | Number", "Open on 1 April | 318", "Received | 142", "Reopened | 9",
              "Closed | 171", "Open on 31 March | 298")
    ),
    "a total with the payment that was cancelled": (
        f"{PAID}£527.85"
    ),
    "points that are called so": table(*SHARES, "Share renewed | 62.0% | 64.5% | +2.5pp"),
    "a line of payments without its tax": (
        f"{THREE}227.50 33.00 260.50"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FOUND)
def test_what_does_not_come_out_is_told(case: str) -> None:
    text, rule, working = FOUND[case]
    assert working in told(text).get(rule, "")


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_what_comes_out_is_left_alone(case: str) -> None:
    rules = {rule for _, rule, _ in FOUND.values()}
    assert not rules & set(told(LEFT_ALONE[case]))


@given(
    opening=st.integers(50_000, 90_000),
    added=st.integers(1_000, 9_000),
    used=st.integers(1_000, 9_000),
    off=st.sampled_from((0, 11, -37, 400, -2_500)),
)
def test_an_account_is_told_where_no_signs_close_it(
    opening: int, added: int, used: int, off: int
) -> None:
    closing = opening + added - used + off
    text = table(
        "Account | £",
        f"Opening balance | {opening:,}",
        f"Lettings | {added:,}",
        f"Repairs | {used:,}",
        f"Closing balance | {closing:,}",
    )
    ways = {opening + a * added + b * used for a in (1, -1) for b in (1, -1)}
    near = any(abs(closing - way) <= 2 for way in ways)
    rules = {"a_chain_of_figures_ends_where_it_leads", "a_table_casts_down",
             "what_is_left_is_what_came_in_less_what_went_out"}  # fmt: skip
    assert bool(rules & set(told(text))) != near
