"""More answers than were asked for."""

import pytest

from markdown_reports import shown
from moothall.proofread.figures.beyond_all_of_it import no_more_answers_come_back_than_were_sent


@pytest.mark.parametrize(
    "text",
    [
        "The survey was sent to 1,200 tenants and 1,340 completed forms were returned.",
        "We posted 480 questionnaires, and 512 replies were received.",
        "Forms were handed out: we issued 96 and 104 came back.",
    ],
)
def test_more_answers_than_were_sent_are_found(text: str) -> None:
    assert len(shown(no_more_answers_come_back_than_were_sent, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The survey was sent to 1,340 tenants and 1,200 completed forms were returned.",
        "The survey was sent to 1,200 tenants and put online; 1,340 completed forms were returned.",
        "About 1,340 replies were received before it was sent to 1,200 tenants.",
    ],
)
def test_fewer_answers_or_those_of_others_are_left_alone(text: str) -> None:
    assert shown(no_more_answers_come_back_than_were_sent, text) == []
