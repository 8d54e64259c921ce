"""What is to come and past, years and their days, lengths of service, days outside a period."""

import pytest

from moothall.proofread.dates.clauses_to_come import RULES as CLAUSES_TO_COME
from moothall.proofread.dates.days_of_years import RULES as DAYS_OF_YEARS
from moothall.proofread.dates.lengths_of_service import RULES as LENGTHS_OF_SERVICE
from moothall.proofread.dates.outside_their_period import RULES as OUTSIDE_THEIR_PERIOD
from ordinary_wordings import found_by

_RULES = (*CLAUSES_TO_COME, *DAYS_OF_YEARS, *LENGTHS_OF_SERVICE, *OUTSIDE_THEIR_PERIOD)
_PAPER = "Cabinet – 12 March 2025\n\n2.1 {}"
FOUND = (
    "The open evening on 4 February 2025 will be a chance to meet the wardens.",
    "The new licence fees take effect from 1 December 2024, so traders still have time.",
    "On present trends the ferry will, by 2022/23, carry twice as many people.",
    "The actuary expects the fund to fall in 2021, which is six years away.",
    "Advisers project that debt will peak at £40m in 2022/23.",
    "Numbers should level off in 2033, four years from now.",
    "The lease runs to the end of 2026/27, that is to 31 March 2026.",
    "Places rise from the start of the 2025/26 school year (1 September 2026).",
    "We meet again on 1 April 2026, the start of 2025/26.",
    "First elected in May 2007, she has served the ward for twenty-one years as of May 2025.",
    "The auditor, appointed in June 2023, reported to us in May 2022 on the first year.",
    (
        "Notices stood from 6 January to 3 February 2025. A letter came on 20 February 2025, "
        "midway through that period."
    ),
)
LEFT_ALONE = (
    "The report of 4 February 2025 will be published again.",
    "The policy adopted on 4 February 2025 will be reviewed.",
    "The open evening on 4 April 2025 will be a chance to meet the wardens.",
    "The new licence fees take effect from 1 June 2025.",
    "On present trends the ferry will, by 2027/28, carry twice as many people.",
    "Numbers should level off in 2029, four years from now.",
    "The lease runs to the end of 2026/27, that is to 31 March 2027.",
    "Places rise from the start of the 2025/26 school year (1 September 2025).",
    "First elected in May 2007, she has served the ward for eighteen years as of May 2025.",
    "First elected in May 2007, he has now begun his fourth term of four years.",
    "The auditor, appointed in June 2023, reported to us in May 2024 on the first year.",
    (
        "Notices stood from 6 January to 3 February 2025. A letter came on 20 January 2025, "
        "midway through that period."
    ),
    "Notices stood from 6 January to 3 February 2025. A letter came on 20 February 2025.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(_RULES, _PAPER.format(text))


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, _PAPER.format(text))
