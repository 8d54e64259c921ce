"""Posts and what they save in one year and the next, each of the sums far from any pay."""

import pytest

from moothall.proofread.savings.posts_and_sums import RULES
from ordinary_wordings import found_by


@pytest.mark.parametrize(
    "text",
    [
        "The restructure deletes 22 posts and saves £6.2m in 2025/26 and £8.3m in a full year.",
        "Deleting 4 posts saves £1.9m in 2025/26, rising to £2.4m in 2026/27.",
        "Removing 30 FTE will save £24,000 in 2025/26 and £36,000 in 2026/27.",
        "The loss of 12 posts saves £2.4m in 2024/25 and £3.1m from 2025/26.",
        "Closing the desk removes 3 receptionists, saving £0.9m in 2025/26 and £1.2m a year on.",
        "8 posts will be deleted, saving £1.6m next year and £2.2m in a full year.",
        "The review cuts 40 posts, a saving of £92,000 in 2025/26 and £110,000 ongoing.",
        "15 vacancies are deleted, saving £3.3m in 2025/26, £4.1m in 2026/27 and £4.5m in 2027/28.",
        "Not filling 6 vacancies releases £2.1m in 2025/26 and then £2.8m each year.",
        "Taking out 9 officers saves £1.5m in year one and £2.0m in year two.",
    ],
)
def test_sums_that_do_not_fit_the_posts_are_told(text: str) -> None:
    assert len(found_by(RULES, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The restructure deletes 22 posts and saves £0.8m in 2025/26 and £1.1m in a full year.",
        "Deleting 4 posts saves £90,000 in 2025/26, rising to £190,000 in 2026/27.",
        "The loss of 12 posts saves £0.45m in 2024/25 and £0.6m from 2025/26.",
        "Deleting 4 posts saves £190,000 in 2025/26; the whole review saves £2.4m in 2026/27.",
        "Removing 30 FTE will save £240,000 in 2025/26 and £1.3m in 2026/27.",
        "Removing 3 posts costs £0.9m in redundancy and saves £1.4m in 2026/27.",
        "The programme deletes 22 posts and saves £6.2m in 2025/26, £8.3m later.",
        "Removing 30 FTE saves £24,000 in 2025/26 (three months) and £96,000 in 2026/27.",
        "22 posts will be deleted. The Council saves £6.2m in 2025/26 and £8.3m in a full year.",
        "Deleting 2 directors saves £0.4m in 2025/26 and £0.5m in a full year.",
    ],
)
def test_sums_that_may_fit_are_left_alone(text: str) -> None:
    assert found_by(RULES, text) == ()
