"""Moves told in the next clause, shares in words beside their pair, lists of all that were told."""

import pytest

from moothall.proofread.figures.lists_of_the_whole import RULES as LISTS_OF_THE_WHOLE
from moothall.proofread.figures.moves_told_next import RULES as MOVES_TOLD_NEXT
from moothall.proofread.figures.words_beside_pairs import RULES as WORDS_BESIDE_PAIRS
from ordinary_wordings import found_by

_RULES = (*MOVES_TOLD_NEXT, *WORDS_BESIDE_PAIRS, *LISTS_OF_THE_WHOLE)
FOUND = (
    "The wait for a mooring was 14 weeks in 2023; in 2024 it rose to 11 weeks.",
    "Collection stood at 96.4% in 2022/23. It fell the next year to 96.9%.",
    "Berths let numbered 212 in May. By July they had dropped to 230.",
    "Sickness has improved again. Days lost went from 8.1 in 2023 to 9.4 in 2024.",
    "It took 41 days to let a berth last year and 35 this year. This worsening is a worry.",
    "Just under a fifth of the year's checks were late: 120 of the 240 due.",
    (
        "Of 96 appeals heard in the two years to May, 24 were allowed. In other words, one in "
        "three succeeded."
    ),
    "Most of the ferry grant is spent: £310,000 of the £900,000 has gone out.",
    (
        "Of the 410 children who applied, 350 got their first choice, 48 their second and 20 their "
        "third."
    ),
    "Of the 96 wardens, 51 work full time and 47 part time.",
    "1,310 boats are kept in the three harbours. Quay has 512, Mole 401 and Lamp Bay 297.",
)
LEFT_ALONE = (
    "The wait for a mooring was 14 weeks in 2023; in 2024 it rose to 16 weeks.",
    "Collection stood at 96.4% in 2022/23. It fell the next year to 95.9%.",
    "The target is 14 weeks, and the wait 12. It rose to 13 weeks in May.",
    "Sickness has improved again. Days lost went from 9.4 in 2023 to 8.1 in 2024.",
    "Visits have improved. Ages ranged from 19 to 64.",
    "Nearly half of the lamps were out: 115 of the 240 on the quay.",
    (
        "Of 96 appeals heard in the two years to May, 24 were allowed. In other words, one in four "
        "succeeded."
    ),
    "Of the 144 volunteers, 97 help at the quay and 68 at the mole. Some do both.",
    (
        "Of the 410 children who applied, 350 got their first choice, 40 their second and 20 their "
        "third."
    ),
    "1,310 boats are kept in the three harbours. Quay has 512, Mole 401 and Lamp Bay 397.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(_RULES, f"2.1 {text}")


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, f"2.1 {text}")
