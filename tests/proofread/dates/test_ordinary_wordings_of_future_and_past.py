"""What is called future or past against the paper's own date, in ordinary words."""

import pytest

from moothall.proofread.dates.tenses import RULES
from ordinary_wordings import found_by

FOUND = (
    "Sailors will be told of the outcome in early December 2024.",
    "The inspection of the pier is now likely to take place in October 2024.",
    "The contract for the lamps is to be awarded in November 2024.",
    "The new guidance is due to be published in March 2024.",
    "The next review of the moorings is scheduled for December 2024.",
    "The harbour will be dredged during May 2024.",
    "The works are set to begin on 2 December 2024.",
    "We are planning for the summer; the ferry will sail in June 2024.",
    "The light opened to the public on 7 July 2025.",
    "The survey of the quay closed on 30 May 2025 with 312 replies.",
    "The new boat started work on 1 April 2025.",
)
LEFT_ALONE = (
    "Sailors will be told of the outcome in early December 2025.",
    "It was said that sailors would be told in early December 2024.",
    "The inspection took place in October 2024.",
    "The contract was to be awarded in November 2024 but was delayed.",
    "The plan agreed in March 2024 will be reviewed in 2026.",
    "The works will be paid from the grant received in May 2024.",
    "The light opened to the public on 7 July 2023.",
    "The light opens to the public on 7 July 2025.",
    "Boats moved in May 2024 will return in May 2025.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_what_is_out_of_its_time_is_found(text: str) -> None:
    assert found_by(RULES, f"2.1 {text}")


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_is_of_its_time_is_left_alone(text: str) -> None:
    assert not found_by(RULES, f"2.1 {text}")
