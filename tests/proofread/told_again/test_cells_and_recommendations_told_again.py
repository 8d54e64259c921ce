"""Cells and recommendations told again: the table's value, and what was asked at the head."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.told_again.claim_conflicts import RULES as CLAIMS
from moothall.proofread.told_again.own_council import is_own_place
from moothall.proofread.told_again.recommendations_told_again import RULES as RECOMMENDATIONS
from whole_papers import IN_TWO_PLACES, told_again

_COUNTIES = """The table compares the harbour counties.

County\tPeople\tFerry landing sites\tPer 10,000
Seashire\t370,000\t{}\t1.35
Marshire\t330,000\t22\t0.67
Downshire\t280,000\t31\t1.11"""
_BANDS = """The tax is made up as below.

Band\tCouncil\tPolice\tTotal
C\t1,200.00\t320.00\t1,520.00
D\t1,595.00\t363.66\t1,958.66
E\t1,700.00\t400.00\t2,100.00"""
_DUES = """The rates of dues are these.

Rates\t2022-23\t2023-24\t2024-25
Threshold for dues\t£8,840\t£9,100\t£9,200
Rate of dues\t13.8%\t13.8%\t15%"""
_SCHEMES = """The programme is below.

Scheme\t2024-25\t2025-26\tTotal
New pontoon\t156,000\t300,000\t456,000
Slipway repairs\t20,000\t10,000\t30,000
Lamp columns\t70,000\t65,000\t135,000"""


@pytest.mark.parametrize(
    ("words", "grid", "right", "wrong"),
    [
        ("There are {} ferry landing sites in Seashire.", _COUNTIES.format(50), "50", "52"),
        ("The total Band D bill will increase to £{}.", _BANDS, "1958.66", "1985.66"),
        ("Dues are payable above a threshold of £{} in 2024-25.", _DUES, "9,200", "8,840"),
        ("The new pontoon will cost £{}.", _SCHEMES, "456,000", "465,000"),
    ],
    ids=["county", "band", "year", "scheme"],
)
def test_a_cell_told_in_the_text_keeps_its_value(
    words: str, grid: str, right: str, wrong: str
) -> None:
    assert told_again(words.format(wrong), grid)
    assert not told_again(words.format(right), grid)


def test_the_row_of_the_council_itself_is_told_of_the_county() -> None:
    grid = _COUNTIES.format(50)
    of_the_council = "SCC runs them, SCC pays for them, SCC lets them; there are {} ferry landing"
    text = f"{of_the_council} sites across the county."
    assert told_again(text.format(57), grid)
    assert not told_again(text.format(50), grid)
    report = read_plain_text(IN_TWO_PLACES.format(text.format(50), grid), "r")
    assert is_own_place("Seashire", report)
    assert not is_own_place("Marshire", report)


_ASKED = """RECOMMENDATIONS

Cabinet is recommended to:

{}

## BACKGROUND

The harbour was dredged in the spring.

The lamps were painted.

## CONCLUSION

The work can begin at once.

## RECOMMENDATIONS

Cabinet is recommended to:

{}
"""


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        ("(a) Agree Option {} as the preferred model for the night ferry.", "B", "C"),
        ("(a) NOTE the replies on the lamps that are set out in Appendix {}.", "2", "3"),
        ("(a) Approve a grant of £{} to the Quay Trust for the crane.", "35,000", "40,000"),
        ("1. That Cabinet approves the purchase of {} lamps for the mole.", "twelve", "14"),
        ("(i) delegate the letting of the {} kiosks to the Harbour Master.", "7", "9"),
    ],
    ids=["option", "appendix", "grant", "words", "kiosks"],
)
def test_a_recommendation_told_again_is_the_same(words: str, right: str, wrong: str) -> None:
    def told(first: str, second: str) -> tuple[TextFinding, ...]:
        text = _ASKED.format(words.format(first), words.format(second))
        return proofread((read_plain_text(text, "r"),), (*RECOMMENDATIONS, *CLAIMS))

    assert told(right, wrong)
    assert not told(right, right)


def test_recommendations_on_two_matters_are_left_alone() -> None:
    one = "(a) Approve a grant of £35,000 to the Quay Trust for the crane."
    other = "(a) Approve a grant of £40,000 to the Rowing Club for the shed."
    report = read_plain_text(_ASKED.format(one, other), "r")
    assert not proofread((report,), RECOMMENDATIONS)
    dated = "(a) Agree the minutes of the meeting held on {} January 2025 as a record."
    report = read_plain_text(_ASKED.format(dated.format(9), dated.format(30)), "r")
    assert not proofread((report,), RECOMMENDATIONS)
