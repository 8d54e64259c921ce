"""A sum told last: silent as it is, found with two digits changed about, whatever the figures."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.proofread.figures.slips_in_sums import is_a_slip
from moothall.proofread.figures.told_differences import RULES as DIFFERENCES
from moothall.proofread.figures.told_totals import RULES as TOTALS
from moothall.proofread.savings.once_and_every_year import RULES as ONCE
from ordinary_wordings import found_by

_RULES = (*TOTALS, *DIFFERENCES)
_PENCE = st.integers(min_value=20_000, max_value=2_000_000)
_PLACE = st.integers(min_value=0, max_value=3)


def _pounds(pence: int) -> str:
    return f"£{Decimal(pence) / 100:,.2f}"


def _changed_about(pence: int, place: int) -> int:
    digits = list(str(pence))
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    return int("".join(digits))


def _accounts(one: int, other: int, total: int) -> str:
    lamps, ferries = _pounds(one), _pounds(other)
    return f"2.1 Lamp account {lamps}, ferry account {ferries} - a total of {_pounds(total)}."


def _surplus(income: int, spent: int, left: int) -> str:
    dues, payments = _pounds(income), _pounds(spent)
    return f"2.1 Dues came to {dues} and payments to {payments}, a surplus of {_pounds(left)}."


@given(_PENCE, _PENCE)
def test_a_right_total_is_left_alone(one: int, other: int) -> None:
    assert not found_by(_RULES, _accounts(one, other, one + other))


@given(_PENCE, _PENCE, _PLACE)
def test_a_total_with_two_digits_changed_about_is_found(one: int, other: int, place: int) -> None:
    wrong = _changed_about(one + other, place)
    assume(wrong != one + other and len(str(wrong)) == len(str(one + other)))
    assume(wrong > max(one, other) and str(wrong)[0] != "0")
    assert found_by(_RULES, _accounts(one, other, wrong))


@given(_PENCE, _PENCE)
def test_a_right_surplus_is_left_alone(one: int, other: int) -> None:
    assume(one != other)
    assert not found_by(_RULES, _surplus(max(one, other), min(one, other), abs(one - other)))


@given(_PENCE, _PENCE, _PLACE)
def test_a_surplus_with_two_digits_changed_about_is_found(one: int, other: int, place: int) -> None:
    left = abs(one - other)
    assume(left > 20_000)
    wrong = _changed_about(left, place)
    assume(
        wrong != left
        and len(str(wrong)) == len(str(left))
        and str(wrong)[0] != "0"
        and wrong not in (one, other, one + other)
    )
    assert found_by(_RULES, _surplus(max(one, other), min(one, other), wrong))


def test_a_slip_is_one_digit_or_two_changed_about() -> None:
    step = Decimal("0.1")
    assert is_a_slip(Decimal("27.3"), Decimal("26.3"), step)
    assert is_a_slip(Decimal("65"), Decimal("56"), Decimal(1))
    assert not is_a_slip(Decimal("27.3"), Decimal("27.3"), step)
    assert not is_a_slip(Decimal("65"), Decimal("66"), Decimal(1))
    assert not is_a_slip(Decimal("27.3"), Decimal("-26.3"), step)


def test_what_is_paid_once_is_not_paid_every_year() -> None:
    for words in (
        "The Harbour Board gave a one-off contribution to the sailing club of £60 each year.",
        "A one-off grant of £200 per annum was made for the lamps.",
        "The Board makes a single payment of £500 every year to the ferry.",
        "It is a once-only donation of £40 a year.",
        "An annual one-off payment of £90 goes to the pilots.",
    ):
        assert found_by(ONCE, f"2.1 {words}"), words
    for words in (
        "A one-off contribution of £60 was made to the sailing club; its rent is £75 each year.",
        "A one-off payment of £200 each was made to the four ferries.",
        "Costs of a one-off nature of £1m are met, and the scheme will save £75,000 each year.",
        "The one-off costs of £2m fall in the first year; the saving is £300,000 a year.",
        "A single payment of £150 was made instead of £20 a year.",
    ):
        assert not found_by(ONCE, f"2.1 {words}"), words
