"""Figures that follow from the sentence before."""

import pytest

from markdown_reports import shown
from moothall.proofread.figures.relations_across_sentences import RULES


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("At Ash 412 people wait. This is 206 fewer than in March, when {} did.", "418", "618"),
        ("They met 38 times. That is 6 more than the {} of the year before.", "30", "32"),
        ("Fees were £60,000 up. Taken with the underspend of £36,100 there is a surplus of {}.",
         "£120,100", "£96,100"),
        ("There is a surplus of {}. The Board puts it in a fund, up from £1,310,000 to £1,406,000.",
         "£196,000", "£96,000"),
    ],
)  # fmt: skip
def test_a_figure_follows_from_the_sentence_before(text: str, wrong: str, right: str) -> None:
    assert len(shown(RULES[0], text.format(wrong))) == 1
    assert not shown(RULES[0], text.format(right))


@pytest.mark.parametrize(
    "text",
    [
        "At Ash 412 people wait. This is 206 fewer than at Elm and Oak, which have 418 homes.",
        "They met 38 times. Members are 6 more than the 30 of last year.",
        "Fees were £60,000 up. Taken with prices this leads to a surplus of £96,000.",
    ],
)
def test_other_figures_are_left_alone(text: str) -> None:
    assert not shown(RULES[0], text)
