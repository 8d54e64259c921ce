"""Sums of what the sentences before them tell."""

import pytest

from markdown_reports import shown
from moothall.proofread.figures import rates_of_sums, sums_of_sentences_before

_SUM = sums_of_sentences_before.RULES[0]
_NOUGHTS = rates_of_sums.a_percentage_of_a_sum_told_has_its_noughts


@pytest.mark.parametrize(
    "text",
    [
        (
            "A saves £44,720 a year. B saves £114,000 at £1,900 a boat. The two together are "
            "worth £168,720."
        ),
        "The pier cost £12,450. The quay cost £8,325.\n\nTogether they cost £20,785.",
        "The lamps cost £1.2m. The ropes cost £0.8m. The two together cost £2.3m.",
    ],
)
def test_a_sum_that_its_parts_do_not_make_is_found(text: str) -> None:
    assert len(shown(_SUM, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A saves £44,720 a year. B saves £114,000. The two options together are worth £158,720.",
        "The pier cost £12,450. The quay cost £8,325. Together with the lamps they cost £20,785.",
        "The lamps cost £1.2m. The ropes cost £0.8m. The two together cost £2.0m.",
        "The pier cost £12,450. The quay cost £8,325. All the works together cost £912,000.",
        (
            "## Pier\n\nThe pier cost £12,450. The quay cost £8,325.\n\n## Boats\n\nTogether they "
            "cost £20,785."
        ),
    ],
)
def test_a_sum_of_its_parts_or_of_others_is_left_alone(text: str) -> None:
    assert shown(_SUM, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The partners gave £161,000. An increase of 4% would raise £64,400 a year.",
        "The contract costs £2.4m a year. An uplift of 3% adds £720,000.",
        "The staff cost £640,000. A vacancy factor of 5% is worth £3,200.",
    ],
)
def test_a_nought_too_many_or_too_few_is_found(text: str) -> None:
    assert len(shown(_NOUGHTS, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The partners gave £161,000. An increase of 4% would raise £6,440 a year.",
        "The partners gave £161,000. The pier gave £1.61m. An increase of 4% would raise £64,400.",
        "The partners gave £161,000. An increase of 4% would raise £71,000 a year.",
        "## Piers\n\nThey gave £161,000.\n\n## Boats\n\nAn increase of 4% would raise £64,400.",
    ],
)
def test_a_sum_of_that_percentage_or_of_others_is_left_alone(text: str) -> None:
    assert shown(_NOUGHTS, text) == []
