"""Two values that cannot both be, in ordinary words, and what looks like it."""

import pytest

from moothall.proofread.figures.changes import RULES as CHANGES
from moothall.proofread.figures.part_lists import RULES as PART_LISTS
from moothall.proofread.figures.parts_of_what_was_told import RULES as PARTS_OF_WHAT_WAS_TOLD
from moothall.proofread.figures.two_values_of_one import RULES as TWO_VALUES_OF_ONE
from ordinary_wordings import found_by

_RULES = (*TWO_VALUES_OF_ONE, *CHANGES, *PART_LISTS, *PARTS_OF_WHAT_WAS_TOLD)
FOUND = (
    "The debt was £4.2m at 31 March 2024 and is expected to reach £5.1m at 31 March 2024.",
    "Absence averaged 9.4% per warden, down from 10.1 days the year before.",
    "Of the boats 84.0% were insured. This is 1.5 percentage points lower than in 2023 (82.5%).",
    "Berths bring in £412,500. A fee of £52 would bring in £446,000, £53,500 more.",
    "The quay has 40 lamps: 30 tall and ten low. New ones would cost £8.2m, or £20,500 a lamp.",
)
LEFT_ALONE = (
    "The debt was £4.2m at 31 March 2024 and is expected to reach £5.1m at 31 March 2025.",
    "Absence averaged 9.4 days per warden, down from 10.1 days the year before.",
    "Of the boats 84.0% were insured. This is 1.5 percentage points higher than in 2023 (82.5%).",
    "Berths bring in £412,500. A fee of £52 would bring in £446,000, £33,500 more.",
    "The quay has 40 lamps: 30 tall and ten low. New ones would cost £820,000, or £20,500 a lamp.",
    "We ask for 60 more berths: 36 at the quay by May 2027 and 24 at the mole by May 2028.",
    "It costs £8.4m (£6.3m for the quay and £2.1m for the mole), of which £5.9m is a grant.",
    "Nine piers would stay as they are. Ten would be let to wardens.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(_RULES, f"2.1 {text}")


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, f"2.1 {text}")
