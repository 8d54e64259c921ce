"""Figures in the order that the ranks given them say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_reports import shown
from moothall.proofread.figures import order_of_ranks

_ORDER = order_of_ranks.figures_stand_in_the_order_that_is_told


@pytest.mark.parametrize(
    "text",
    [
        "The largest increase was in ropes (£0.4m), followed by lamps (£0.7m) and nets (£0.2m).",
        "The most common reason was cost (21%), followed by distance (34%).",
        "The biggest group was anglers with 412 members, followed by rowers with 530.",
        "The smallest saving is at the pier (£90,000), followed by the quay (£45,000).",
        "Use was highest at the pier, at 41%, and lowest at the quay, at 56%.",
        "The lowest fee is at Ash (£62) and the highest at Pier (£48).",
        "The main cost was staff (62%), followed by fuel (20%), and then rent (25%).",
    ],
)
def test_a_figure_out_of_the_order_told_is_found(text: str) -> None:
    assert len(shown(_ORDER, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The largest increase was in ropes (£0.7m), followed by lamps (£0.4m) and nets (£0.2m).",
        "The main cost was staff (62%), followed by fuel (20%) and rent (25%).",
        "The largest increase was in ropes (£0.4m), followed by lamps (12%).",
        "Use was highest at the pier, at 56%, and lowest at the quay, at 41%.",
        "The largest ward has 412 homes, compared with 530 last year, followed by Ash with 610.",
        "The highest rate was among women (21%), followed by men aged 65 or over (34%).",
        "The longest wait was 3 weeks, followed by one of 5 days.",
    ],
)
def test_figures_in_their_order_or_of_other_kinds_are_left_alone(text: str) -> None:
    assert shown(_ORDER, text) == []


@given(pair=st.lists(st.integers(20, 990), min_size=2, max_size=2, unique=True))
def test_the_highest_is_followed_by_less(pair: list[int]) -> None:
    high, low = max(pair), min(pair)
    said = "The biggest club was Pier with {} members, followed by Quay with {}."
    assert shown(_ORDER, said.format(high, low)) == []
    assert len(shown(_ORDER, said.format(low, high))) == 1
