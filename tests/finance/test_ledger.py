"""Two sets of books, one ledger: shares to the penny, true-up, disagreement, ring-fences."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shared_towns import (
    PROPOSAL,
    YEAR,
    actual,
    entry,
    line,
    planned,
    settled,
    split,
    towns,
    year,
)

from moothall.basics.pence import to_the_penny
from moothall.facts.baselines import FundingStream
from moothall.facts.programme import Programme
from moothall.facts.sharing import EntryKind, LedgerEntry, SplitBasis
from moothall.finance import ledger_rules
from moothall.finance.books import compared
from moothall.finance.ledger import ledger_of, ledgers_of
from moothall.finance.monthly_pence import share_out
from moothall.finance.true_up import netted, true_up_of

HIGH_NEEDS = FundingStream.DSG_HIGH_NEEDS
HALF = split(SplitBasis.EQUAL)


def named(programme: Programme, rule: str) -> list[Any]:
    return [each for each in ledger_rules.findings(programme) if each.rule == rule]


# --- the ledger ---------------------------------------------------------------------------------


def test_each_council_s_line_says_before_planned_share_actual_due_settled_and_balance() -> None:
    held = towns(
        "ashby",
        "brae",
        splits=[split(SplitBasis.AGREED, weights={"ashby": 60, "brae": 40})],
        baseline_lines=[line("ashby", 90_000, 10_000), line("brae", 50_000)],
        ledger_entries=[
            planned("ashby", 100_000),
            planned("brae", 0),
            actual("ashby", 60_000, month=1),
            actual("ashby", 50_000, month=2),
            actual("brae", 1_000, month=2),
            settled("ashby", -30_000, month=12),
            settled("brae", 30_000, month=12),
        ],
    )
    ashby, brae = ledger_of(held, PROPOSAL).rows()
    figures = ("before", "planned", "share", "actual", "due", "settled", "balance")
    assert [getattr(ashby, name) for name in figures] == [
        80_000, 100_000, 60_000, 110_000, 66_600, -30_000, -13_400,
    ]  # fmt: skip
    assert [getattr(brae, name) for name in figures] == [
        50_000, 0, 40_000, 1_000, 44_400, 30_000, 13_400,
    ]  # fmt: skip
    ledger = ledger_of(held, PROPOSAL)
    assert ledger.figure("due", "brae", YEAR, month=2) == Decimal(20_400)
    assert ledger.figure("due", "brae", YEAR, HIGH_NEEDS) is None
    assert ledger.figure("balance", "brae", year("2024/25")) is None
    assert len(list(ledger.rows(by_month=True))) > 6
    assert ledger == ledger_of(held, PROPOSAL)
    assert ledgers_of(held) == (ledger,)


def test_what_nobody_has_said_is_unknown_and_never_zero() -> None:
    held = towns(
        "ashby",
        "brae",
        splits=[HALF],
        ledger_entries=[planned("ashby", 100), planned("brae", 20), actual("ashby", 90)],
    )
    ledger = ledger_of(held, PROPOSAL)
    assert ledger.figure("share", "brae", YEAR) == 60
    assert ledger.figure("actual", "brae", YEAR) is None
    assert ledger.figure("due", "ashby", YEAR) is None
    assert ledger.figure("balance", "ashby", YEAR) is None
    (finding,) = named(held, "every_partner_has_given_its_year")
    assert finding.severity == "question"
    assert "Brae has not said what it has spent in 2025/26" in finding.message
    assert finding.authority == "brae"
    assert true_up_of(held, PROPOSAL, YEAR).lacking == (
        "Brae has not said what it spent in 2025/26"
    )


def test_a_nought_that_is_said_is_a_nought() -> None:
    held = towns(
        "ashby", "brae", splits=[HALF], ledger_entries=[actual("ashby", 90), actual("brae", 0)]
    )
    assert ledger_of(held, PROPOSAL).figure("balance", "brae", YEAR) == 45
    assert not named(held, "every_partner_has_given_its_year")


def test_what_a_council_paid_before_is_carried_to_later_years() -> None:
    held = towns(
        "ashby",
        "brae",
        baseline_lines=[
            line("ashby", 90, in_year=year("2023/24")),
            line("ashby", 95, in_year=year("2026/27")),
        ],
        ledger_entries=[planned("ashby", 1, in_year=year(y)) for y in ("2024/25", "2026/27")],
    )
    ledger = ledger_of(held, PROPOSAL)
    assert ledger.figure("before", "ashby", year("2024/25")) == 90
    assert ledger.figure("before", "ashby", year("2026/27")) == 95
    assert ledger.figure("before", "brae", year("2024/25")) is None


def test_a_newer_baseline_takes_the_place_of_the_older_in_every_stream() -> None:
    held = towns(
        "ashby",
        "brae",
        baseline_lines=[
            line("ashby", 90, in_year=year("2023/24")),
            line("ashby", 95, in_year=year("2024/25"), funding=HIGH_NEEDS),
        ],
        ledger_entries=[planned("ashby", 1, in_year=year("2025/26"))],
    )
    ledger = ledger_of(held, PROPOSAL)
    assert ledger.figure("before", "ashby", YEAR) == 95
    assert ledger.figure("before", "ashby", YEAR, FundingStream.GENERAL_FUND) is None


PENCE = st.integers(-(10**9), 10**9)


@given(
    weights=st.lists(st.integers(0, 500_000), min_size=1, max_size=6).filter(any),
    months=st.lists(PENCE, min_size=13, max_size=13),
)
def test_shares_month_by_month_sum_across_councils_and_make_the_year(
    weights: list[int], months: list[int]
) -> None:
    import numpy as np

    shares = share_out([weights], np.array(months).reshape(1, 13, 1))[:, 0, :, 0]
    assert shares.sum(axis=0).tolist() == months
    year_s = [Fraction(sum(months) * weight, sum(weights)) / 100 for weight in weights]
    assert [Fraction(each, 100) for each in shares.sum(axis=1).tolist()] == list(
        to_the_penny(year_s)
    )


@given(
    weights=st.lists(st.integers(1, 10**30), min_size=2, max_size=4),
    amount=st.integers(-(10**25), 10**25),
)
@example(weights=[1, 2**63], amount=0)
@example(weights=[1, 2], amount=10**31 + 1)
def test_huge_amounts_and_fine_parts_are_shared_exactly(weights: list[int], amount: int) -> None:
    codes = [f"c{place}" for place in range(len(weights))]
    held = towns(
        *codes,
        splits=[split(SplitBasis.POPULATION, weights=dict(zip(codes, weights, strict=True)))],
        ledger_entries=[planned(code, f"{amount}e-2" if code == "c0" else 0) for code in codes],
    )
    ledger = ledger_of(held, PROPOSAL)
    shares = [Fraction(ledger.figure("share", code, YEAR) or 0) for code in codes]
    exact = [Fraction(amount * each, sum(weights)) / 100 for each in weights]
    assert shares == list(to_the_penny(exact))


SPENT = st.lists(st.tuples(PENCE, st.integers(0, 12)), min_size=1, max_size=5)


@given(books=st.lists(SPENT, min_size=2, max_size=4), data=st.data())
def test_the_true_up_balances_to_zero_and_pays_every_balance(
    books: list[list[tuple[int, int]]], data: st.DataObject
) -> None:
    codes = [f"c{place}" for place in range(len(books))]
    weights = {code: data.draw(st.integers(1, 99)) for code in codes}
    paid = data.draw(PENCE)
    entries = [
        actual(code, Decimal(pence).scaleb(-2), month=month or None)
        for code, spent in zip(codes, books, strict=True)
        for pence, month in spent
    ]
    entries += [
        settled("c0", Decimal(paid).scaleb(-2)),
        settled("c1", Decimal(-paid).scaleb(-2)),
    ]
    held = towns(
        *codes, splits=[split(SplitBasis.POPULATION, weights=weights)], ledger_entries=entries
    )
    done = true_up_of(held, PROPOSAL, YEAR)
    assert not done.lacking
    balances = {each.authority: each.balance or Decimal(0) for each in done.positions}
    assert sum(balances.values()) == 0
    for each in done.transfers:
        assert each.amount > 0
        balances[each.debtor] -= each.amount
        balances[each.creditor] += each.amount
    assert not any(balances.values())
    assert len(done.transfers) < len(codes)
    assert sum(each.total for each in done.invoices) == sum(each.amount for each in done.transfers)


@given(st.lists(st.integers(-500, 500), min_size=1, max_size=7))
def test_netting_leaves_nobody_in_debt(pounds: list[int]) -> None:
    owes = [(f"c{place}", Decimal(each)) for place, each in enumerate(pounds)]
    owes.append(("last", Decimal(-sum(pounds))))
    left = dict(owes)
    for debtor, creditor, amount in netted(owes):
        left[debtor] -= amount
        left[creditor] += amount
    assert not any(left.values())


# --- the invoice --------------------------------------------------------------------------------


def test_the_invoice_says_what_all_spent_the_part_and_what_is_owed() -> None:
    held = towns(
        "ashby",
        "brae",
        "combe",
        splits=[split(SplitBasis.EQUAL)],
        ledger_entries=[actual("ashby", "100.00"), actual("brae", 0), actual("combe", 0)],
    )
    done = true_up_of(held, PROPOSAL, YEAR)
    # The odd penny of a third of £100 goes to the first named.
    assert [(i.debtor, i.creditor, i.total) for i in done.invoices] == [
        ("brae", "ashby", Decimal("33.33")),
        ("combe", "ashby", Decimal("33.33")),
    ]
    (row,) = done.invoices[0].lines
    assert (row.together, row.part, row.due, row.spent) == (
        100,
        Fraction(1, 3),
        Decimal("33.33"),
        0,
    )
    assert {(s.giver, s.taker) for s in done.carried} == {("ashby", "brae"), ("ashby", "combe")}


def test_settlements_that_do_not_cancel_out_are_found_and_stop_the_invoice() -> None:
    def held(received: int) -> Programme:
        return towns(
            "ashby",
            "brae",
            splits=[HALF],
            ledger_entries=[
                actual("ashby", 100),
                actual("brae", 0),
                settled("brae", 50),
                settled("ashby", -received),
            ],
        )

    (finding,) = named(held(45), "what_is_settled_cancels_out")
    assert "Ashby received £45 and Brae paid £50; £5 is in one council's books alone" in (
        finding.message
    )
    assert "does not cancel out" in true_up_of(held(45), PROPOSAL, YEAR).lacking
    assert not named(held(50), "what_is_settled_cancels_out")
    assert true_up_of(held(50), PROPOSAL, YEAR).transfers == ()


def test_a_council_that_is_no_party_is_owed_what_it_spent_and_owes_nothing() -> None:
    held = towns(
        "ashby",
        "brae",
        "combe",
        splits=[HALF],
        ledger_entries=[actual("ashby", 0), actual("brae", 0), actual("combe", 30)],
    )
    (proposal,) = held.proposals
    held = replace(held, proposals=(replace(proposal, parties=("ashby", "brae")),))
    balances = {p.authority: p.balance for p in true_up_of(held, PROPOSAL, YEAR).positions}
    assert balances == {"ashby": 15, "brae": 15, "combe": -30}
    assert ledger_of(held, PROPOSAL).figure("due", "combe", YEAR) == 0


# --- two sets of books --------------------------------------------------------------------------


def test_both_figures_stand_side_by_side_with_the_difference() -> None:
    """As in the tri-borough: £43m claimed by two, no more than £200,000 by the third."""
    held = towns(
        "ashby",
        "brae",
        ledger_entries=[
            planned("ashby", -43_000_000, owner="brae", about="Saving"),
            planned("ashby", -200_000, about="Saving"),
            planned("brae", 5, about="Saving"),
        ],
    )
    (each,) = ledger_of(held, PROPOSAL).disagreements
    assert [(book.owner, book.amount) for book in each.held] == [
        ("ashby", -200_000),
        ("brae", -43_000_000),
    ]
    assert each.difference == 42_800_000
    # A council's own figure of its own money is the one that stands.
    assert ledger_of(held, PROPOSAL).figure("planned", "ashby", YEAR) == -200_000
    (finding,) = named(held, "the_councils_books_agree")
    assert "Ashby holds -£200,000 and Brae holds -£43,000,000, £42,800,000 apart" in finding.message


def test_a_year_and_its_months_are_compared_as_one() -> None:
    months = [planned("ashby", 10, month=month, owner="programme") for month in range(1, 13)]
    assert compared([*months, planned("ashby", 120)])[1] == ()
    (each,) = compared([*months, planned("ashby", 121)])[1]
    assert each.difference == 1


def test_figures_of_a_year_beside_its_months_in_one_book_are_found() -> None:
    held = towns(
        "ashby", "brae", ledger_entries=[planned("ashby", 12), planned("ashby", 1, month=1)]
    )
    (finding,) = named(held, "a_year_is_not_counted_beside_its_months")
    assert "the ledger sums them" in finding.message
    other = planned("ashby", 1, month=1, about="Store")
    apart = towns("ashby", "brae", ledger_entries=[planned("ashby", 12), other])
    assert not named(apart, "a_year_is_not_counted_beside_its_months")


# --- money that may not cross -------------------------------------------------------------------


@pytest.mark.checklist("D08")
def test_ring_fenced_money_is_never_shared_and_its_crossing_is_a_finding() -> None:
    entries = [
        planned("ashby", 100, funding=HIGH_NEEDS),
        planned("brae", 20, funding=HIGH_NEEDS),
        planned("ashby", 0),
        planned("brae", 50),
    ]
    held = towns("ashby", "brae", splits=[HALF], ledger_entries=entries)
    ledger = ledger_of(held, PROPOSAL)
    assert ledger.figure("share", "ashby", YEAR, HIGH_NEEDS) == 100
    assert ledger.figure("share", "brae", YEAR, HIGH_NEEDS) == 20
    assert ledger.figure("share", "ashby", YEAR, FundingStream.GENERAL_FUND) == 25
    (finding,) = named(held, "ring_fenced_money_stays_with_its_council")
    assert "would take £40 of Brae's DSG high needs block for what others spend" in finding.message
    assert finding.authority == "brae"
    general = [planned("ashby", 100), planned("brae", 20)]
    assert not named(
        towns("ashby", "brae", splits=[HALF], ledger_entries=general),
        "ring_fenced_money_stays_with_its_council",
    )


def test_ring_fenced_money_paid_to_another_council_is_found() -> None:
    public_health = FundingStream.PUBLIC_HEALTH
    held = towns(
        "ashby",
        "brae",
        ledger_entries=[
            settled("ashby", 500, funding=public_health),
            settled("brae", -500, funding=public_health),
        ],
    )
    (finding,) = named(held, "ring_fenced_money_stays_with_its_council")
    assert "Ashby has paid £500 of its public health grant to another council" in finding.message


@given(books=st.lists(st.integers(0, 10**6), min_size=2, max_size=4))
def test_no_ring_fenced_penny_is_due_to_another(books: list[int]) -> None:
    codes = [f"c{place}" for place in range(len(books))]
    held = towns(
        *codes,
        splits=[HALF],
        ledger_entries=[
            actual(code, Decimal(pence).scaleb(-2), funding=HIGH_NEEDS)
            for code, pence in zip(codes, books, strict=True)
        ],
    )
    done = true_up_of(held, PROPOSAL, YEAR)
    assert done.transfers == ()
    assert not done.lacking


# --- the alarm ----------------------------------------------------------------------------------


def test_what_one_has_carried_beyond_the_bound_is_an_alarm() -> None:
    def held(bound: int) -> Programme:
        return towns(
            "ashby",
            "brae",
            splits=[split(SplitBasis.EQUAL, subsidy_bound=Decimal(bound))],
            ledger_entries=[actual("ashby", 1_000), actual("brae", 200)],
        )

    (finding,) = named(held(399), "what_is_carried_stays_within_the_bound")
    assert "Ashby has carried Brae by £400 beyond its agreed share" in finding.message
    assert not named(held(400), "what_is_carried_stays_within_the_bound")


def test_parts_of_a_penny_are_found_and_rounded() -> None:
    held = towns("ashby", "brae", ledger_entries=[planned("ashby", "1.005"), planned("brae", "2")])
    assert ledger_of(held, PROPOSAL).figure("planned", "ashby", YEAR) == Decimal("1.01")
    (finding,) = named(held, "an_entry_is_in_whole_pence")
    assert "£1.005 is no whole number of pence" in finding.message


KINDS = st.sampled_from(EntryKind)


@given(
    entries=st.lists(
        st.builds(
            lambda kind, code, pence, month, owner, stream: entry(
                kind, code, Decimal(pence).scaleb(-2), month=month, owner=owner, funding=stream
            ),
            KINDS,
            st.sampled_from(["ashby", "brae"]),
            PENCE,
            st.none() | st.integers(1, 12),
            st.sampled_from(["ashby", "brae", "programme"]),
            st.sampled_from([FundingStream.GENERAL_FUND, HIGH_NEEDS]),
        ),
        max_size=12,
    )
)
def test_the_ledger_s_sums_are_those_of_the_entries_that_stand(entries: list[LedgerEntry]) -> None:
    held = towns("ashby", "brae", splits=[HALF], ledger_entries=entries)
    ledger = ledger_of(held, PROPOSAL)
    for code in ("ashby", "brae"):
        for kind in EntryKind:
            expected = Decimal(0)
            for stream in FundingStream:
                own = [
                    e for e in entries if (e.authority, e.kind, e.funding) == (code, kind, stream)
                ]
                owners = {e.owner for e in own}
                first = next(
                    (o for o in (code, "programme") if o in owners), min(owners, default="")
                )
                expected += sum((e.amount for e in own if e.owner == first), Decimal(0))
            assert (ledger.figure(kind.value, code, YEAR) or 0) == expected
    ledger_rules.findings(held)
