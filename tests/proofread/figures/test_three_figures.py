"""How far two figures of a sentence are apart, as a third says."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.figures import three_figures
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread

_WORDINGS = (
    "There were {} lamps in May and {} in June, {} {}.",
    "The number of lamps lit was {1} against {0} the year before, {2} {3}.",
    "At Easter {} lamps were lit and then {}, which is a rise of {}.",
    "Last year {} boats came; this year {} did, a difference of {}.",
)


def _found(text: str) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(f"1.1 {text}\n", "r"),), three_figures.RULES)


@given(st.sampled_from(_WORDINGS), st.integers(101, 900), st.integers(5, 90), st.integers(4, 40))
def test_two_figures_are_as_far_apart_as_is_said(
    words: str, first: int, apart: int, wrong: int
) -> None:
    second = first + apart
    assume(first % 10 and second % 10)  # round numbers may be rounded
    assert not _found(words.format(first, second, apart, "more"))
    found = _found(words.format(first, second, apart + wrong, "more"))
    assert len(found) == (apart + wrong < second)
    if found:
        assert f"are {apart} apart, not {apart + wrong}" in found[0].message


def test_what_is_left_of_a_whole_is_the_rest() -> None:
    assert len(_found("There are 180 berths and 168 boats, leaving 22 empty.")) == 1
    assert len(_found("Of 412 lamps 371 were lit in time, so 51 were late.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "We have 12 piers and 340 lamps, 20 more than last year.",
        "There were 320 lamps in May and 270 in June, 80 fewer than planned.",
        "The pier has 320 lamps, the quay 270 and the mole 80 more.",
        "Fewer than 100 berths are let in 90 days, so the least notice is 30 days.",
        "In 2023 there were 320 lamps and 270 were lit on average, 80 fewer each night.",
        "The lamps cost £2.3m and then £1.7m, a difference of £0.5m.",
    ],
    ids=["two things", "against a plan", "a list", "lengths of time", "each night", "rounding"],
)
def test_figures_that_are_not_compared_are_left_alone(text: str) -> None:
    assert not _found(text)
