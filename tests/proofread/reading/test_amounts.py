"""Amounts in running text: what is one, what it is worth, and what is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.reading.amounts import Kind, amounts


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("an overspend of £3,840m", [("money", 3_840_000_000)]),
        ("DSG is £212.556m, over by £2.838m", [("money", 212_556_000), ("money", 2_838_000)]),
        ("rose to 2.9% (180)", [("percent", Decimal("2.9")), ("count", 180)]),
        ("down 2,973 (-10.6%)", [("count", 2973), ("percent", Decimal("-10.6"))]),
        ("up 3.5 percentage points", [("percentage points", Decimal("3.5"))]),
        ("75 per cent of heads", [("percent", 75)]),
        ("£1.2 million a year", [("money", 1_200_000)]),
        (
            "from 3.2 per 1,000 (46 pupils)",
            [("count", Decimal("3.2")), ("count", 1000), ("count", 46)],
        ),
        ("a saving of £500k", [("money", 500_000)]),
    ],
)
def test_an_amount_is_read_with_its_scale(text: str, values: list[tuple[str, Decimal]]) -> None:
    assert [(a.kind.value, a.value) for a in amounts(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "in 2021 and 2020/21",
        "on 24 March 2021",
        "March 24",
        "see section 7 and paragraph 2.15",
        "children aged 16",
        "0-25 years",
        "the 11th meeting",
        "Key Stage 2",
        "COVID-19",
        "LGA1972",
    ],
)
def test_years_dates_ages_and_references_are_no_amounts(text: str) -> None:
    assert amounts(text) == []


@given(st.integers(0, 10**9), st.sampled_from(["", "m", "%", "k"]), st.booleans())
def test_what_is_written_is_read_back(value: int, unit: str, pounds: bool) -> None:
    written = f"{'£' if pounds else ''}{value:,}{unit}"
    (amount,) = amounts(f"It was {written} then.") or [None]
    if not pounds and not unit and 1900 <= value <= 2099:
        return  # "1,950" stands with its comma and is an amount; "1950" would be a year
    assert amount is not None
    scale = {"m": 10**6, "k": 1000}.get(unit, 1)
    assert amount.value == value * scale
    wanted = Kind.MONEY if pounds else Kind.PERCENT if unit == "%" else Kind.COUNT
    assert amount.kind is wanted or (pounds and unit == "%")


@given(st.text(alphabet="0123456789,.£% ()-–m", max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    for amount in amounts(text):
        assert text[amount.start : amount.end].strip() == amount.text
