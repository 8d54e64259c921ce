"""One reserve, body or building under two names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.names.second_names import RULES
from moothall.proofread.proofread import proofread

_PAIRS = st.sampled_from(
    [
        ("Fleet Renewals Reserve", "Vehicle Replacement Fund"),
        ("Budget Stability Reserve", "Budget Equalisation Reserve"),
        ("Property Repairs Fund", "Property Maintenance Reserve"),
        ("Harbour Road Maintenance Reserve", "Harbour Highways Repairs Fund"),
        ("Joint Waste Board", "Shared Waste Management Panel"),
        ("Ashby Library", "Ashby Learning Hub"),
        ("Thornley Leisure Centre", "Thornley Swimming Pool"),
        ("Town Centre Recovery Fund", "High Street Renewal Fund"),
        ("Youth Justice Service", "Youth Offending Team"),
        ("Harbour Futures Board", "Harbour Improvement Board"),
        ("Rough Sleepers Forum", "Street Homelessness Partnership"),
        ("Quay Modernisation Project", "Quay Renewal Scheme"),
        ("Carers’ Liaison Group", "Carers’ Reference Group"),
        ("Marlow Treasury Services", "Marlow Capital Advisers"),
    ]
)
_FIRST = st.sampled_from(["The {} is described here.", "Members know the {} well."])
_SECOND = st.sampled_from(["In May the {} will be looked at.", "Much depends on the {} this year."])


def _found(text: str) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(text, "r"),), RULES)


@given(_PAIRS, _FIRST, _SECOND)
def test_a_thing_under_two_names_is_found(pair: tuple[str, str], first: str, second: str) -> None:
    one, other = pair
    found = _found(f"1.1 {first.format(one)}\n\n2.1 {second.format(other)}")
    assert len(found) == 1
    assert one in found[0].message
    assert other in found[0].message


@given(_PAIRS, _FIRST, _SECOND)
def test_a_thing_under_one_name_is_left_in_peace(
    pair: tuple[str, str], first: str, second: str
) -> None:
    one, _ = pair
    assert _found(f"1.1 {first.format(one)}\n\n2.1 {second.format(one)}") == ()


@given(_PAIRS)
def test_two_things_set_side_by_side_are_two(pair: tuple[str, str]) -> None:
    one, other = pair
    assert _found(f"1.1 The {one} and the {other} differ.\n\n2.1 Here the {other} counts.") == ()


@given(_PAIRS)
def test_a_change_of_name_that_is_told_is_no_fault(pair: tuple[str, str]) -> None:
    one, other = pair
    assert _found(f"1.1 The {one}, formerly the {other}, is full.\n\n2.1 See the {other}.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "1.1 The Public Health Reserve is low.\n\n2.1 The Public Health Grant is paid.",
        "1.1 The Capital Reserve is low.\n\n2.1 The Capital Grants Reserve is high.",
        "1.1 The Housing Board met.\n\n2.1 The Housing Panel met.",
        "1.1 The Ashby Library is open.\n\n2.1 The Burton Learning Hub is open.",
        "1.1 The Pension Fund Committee met.\n\n2.1 The Pension Fund Board met.",
        "1.1 The General Fund is low.\n\n2.1 The Collection Fund is in surplus.",
    ],
)
def test_different_things_are_left_in_peace(text: str) -> None:
    assert _found(text) == ()


def test_a_row_of_a_table_of_reserves_is_a_reserve() -> None:
    table = "Reserve\tApril £000\tMarch £000\nBudget smoothing\t500\t400\nInsurance\t90\t80\n"
    found = _found(f"{table}\n\n2.1 The sum is drawn from the Budget Equalisation Reserve.")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Futures Board", "Harbour Board"),
        ("Adult Services Board", "Flood Risk Board"),
        ("Quay Renewal Scheme", "Lido Renewal Scheme"),
        ("Climate Change Strategy", "Tree Strategy"),
    ],
)
def test_a_short_form_and_another_subject_are_no_second_name(one: str, other: str) -> None:
    assert _found(f"1.1 The {one} is described here.\n\n2.1 In May the {other} met.") == ()
