"""Shares told with a bound, and told in full elsewhere, in ordinary words."""

import pytest

from moothall.proofread.figures.bounds_of_shares import RULES as BOUNDS_OF_SHARES
from ordinary_wordings import found_by, papers

FOUND = (
    (
        "Fifty two percent of applicants received a first choice berth. // The "
        "Chairman said: Over 60% of "
        "our applicants have been offered their first choice of berth."
    ),
    (
        "71% of berth holders paid their dues online. // More than 80% of our berth "
        "holders now pay dues "
        "online."
    ),
    (
        "In all 38% of lamps on the quay had failed by winter. // Under 30% of "
        "the lamps on the quay failed "
        "in winter."
    ),
    (
        "Forty-four per cent of ferry passengers travel with a bicycle. // "
        "At least 55% of ferry passengers "
        "travel with bicycles."
    ),
    (
        "82% of pilots have completed the safety training. // Above 90% of "
        "pilots have now completed "
        "their "
        "safety training."
    ),
)
LEFT_ALONE = (
    (
        "62% of applicants received a first choice berth. // Over 60% of our applicants "
        "have been offered "
        "their first choice of berth."
    ),
    (
        "Fifty two percent of applicants received a first choice berth. // Over "
        "60% of applicants were "
        "offered one of their first three choices of berth."
    ),
    (
        "In 2019 52% of applicants received a first choice berth. // In "
        "2024 over 60% of applicants "
        "received "
        "a first choice berth."
    ),
    "71% of berth holders paid their dues online. // More than 80% of the visitors come by ferry.",
    (
        "38% of lamps on the quay failed. // The target is that under 30% of the lamps on the quay "
        "fail."
    ),
    (
        "71% of berth holders paid online, 64% in the north and 78% in the "
        "south. // More than 70% of "
        "berth "
        "holders pay online."
    ),
    "Two in five pilots are trained. // Over 60% of our wardens are trained.",
    "48% of boats were late. // Nationally over 60% of boats were late.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    (paper,) = papers(f"2.1 {text}")
    assert found_by(BOUNDS_OF_SHARES, paper)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    (paper,) = papers(f"2.1 {text}")
    assert not found_by(BOUNDS_OF_SHARES, paper)
