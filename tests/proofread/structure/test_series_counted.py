"""Series of labels, and how many the text says that there are."""

import pytest

from markdown_reports import shown
from moothall.proofread.structure.series_counted import RULES


def _paper(said: str, label: str, *numbers: str) -> str:
    parts = "\n\n".join(f"## {label} {number}: the pier\n\nWork is done." for number in numbers)
    return f"# Pier\n\n{said}\n\n{parts}\n"


@pytest.mark.parametrize(
    ("said", "label", "numbers"),
    [
        ("The work will be done in three phases.", "Phase", "1234"),
        ("We developed five groupings of residents.", "Group", "123456"),
        ("The plan has four priorities for the quay.", "Priority", "123"),
        ("It is made up of five lots.", "Lot", "ABCD"),
        ("There are two stages.", "Stage", ("One", "Two", "Three")),
    ],
)
def test_another_number_than_is_set_out_is_found(said: str, label: str, numbers: str) -> None:
    assert len(shown(RULES[0], _paper(said, label, *numbers))) == 1


@pytest.mark.parametrize(
    ("said", "label", "numbers"),
    [
        ("The work will be done in four phases.", "Phase", "1234"),
        ("Two of the phases are complete.", "Phase", "1234"),
        ("It has three further phases.", "Phase", "1234"),
        ("The work has five phases. Phase 5 will be reported later.", "Phase", "1234"),
        ("It was done in four phases. There were three phases to begin with.", "Phase", "1234"),
        ("It has three phases.", "Phase", "134"),
        ("It has three sections.", "Section", "1234"),
        ("In two phases complete by May, the pier was closed.", "Phase", "1234"),
    ],
)
def test_the_right_number_and_some_of_them_are_left_alone(
    said: str, label: str, numbers: str
) -> None:
    assert shown(RULES[0], _paper(said, label, *numbers)) == []
