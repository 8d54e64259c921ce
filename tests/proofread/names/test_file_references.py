"""One decision or application under two numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.file_references import RULES
from moothall.proofread.proofread import proofread

_DIGITS = st.tuples(*[st.integers(0, 9)] * 3).filter(lambda d: d[1] != d[2])
_CALLED = st.sampled_from(["decision", "application", "key decision", "reference"])


def _found(*paragraphs: str, everything: bool = False) -> tuple[TextFinding, ...]:
    text = "\n\n".join(f"1.{n} {text}" for n, text in enumerate(paragraphs, start=1))
    return proofread((read_plain_text(text, "r"),), RULES, everything=everything)


@given(_DIGITS, _CALLED)
def test_a_reference_with_two_digits_exchanged_is_found(
    digits: tuple[int, int, int], called: str
) -> None:
    a, b, c = digits
    right, wrong = f"24/00{a}{b}{c}", f"24/00{a}{c}{b}"
    found = _found(
        f"Members called in {called} {right} in May.",
        f"The {called} {right} was debated at length.",
        f"Cabinet may now confirm {called} {wrong}.",
    )
    assert [finding.confidence for finding in found] == [Confidence.MEDIUM]
    assert right in found[0].message
    assert wrong in found[0].message


@given(_DIGITS, _CALLED)
def test_a_reference_told_alike_is_left_in_peace(digits: tuple[int, int, int], called: str) -> None:
    a, b, c = digits
    right = f"24/00{a}{b}{c}"
    assert _found(*[f"Members spoke on {called} {right}."] * 3, everything=True) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "24/00093 (Future of the Seaside Hostels) was taken.",
            "24/00097 - Future of the Seaside Hostels was discussed.",
        ),
        (
            "24/00093 - Renewal of the Ferry Contract",
            "24/00139 - Renewal of the Ferry Contract",
        ),
    ],
)
def test_one_title_with_two_references_of_a_year_is_found(first: str, second: str) -> None:
    assert len(_found(f"Decision {first}", f"Decision {second}")) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # a yearly decision, under the number of each year
        ("23/00093 - Setting of the Parking Charges", "24/00093 - Setting of the Parking Charges"),
        # two decisions, each with its title
        ("24/00093 - Renewal of the Ferry Contract", "24/00039 - Closure of the Harbour Offices"),
    ],
)
def test_two_decisions_with_their_titles_are_two(first: str, second: str) -> None:
    assert _found(f"Decision {first}", f"Decision {first}", f"Decision {second}") == ()


def test_references_side_by_side_are_two_files() -> None:
    assert (
        _found(
            "Decisions 24/00093 and 24/00039 were called in.",
            "Decision 24/00093 was upheld.",
            "Decision 24/00093 stands.",
        )
        == ()
    )


def test_numbers_that_follow_one_another_are_shown_only_on_request() -> None:
    paragraphs = (
        "Decision 24/00093 was upheld.",
        "Decision 24/00093 stands.",
        "Decision 24/00094 is withdrawn.",
        "Decision 24/00095 is withdrawn.",
    )
    assert _found(*paragraphs) == ()


def test_dates_and_telephone_numbers_are_no_references() -> None:
    assert (
        _found(
            "Telephone 03000 410066, reference call 03000 410606.",
            "The reference period is 2024/25, the case year 2024/52.",
            "Telephone 03000 410066.",
            everything=True,
        )
        == ()
    )
