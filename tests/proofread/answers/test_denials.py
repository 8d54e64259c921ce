"""What is denied, or kept throughout, against what is told of it elsewhere."""

import pytest

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers.denials import RULES
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread


def _found(text: str) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(text, "r"),), RULES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Equality: N/A. The ramp will be of great benefit to wheelchair users.", 1),
        ("Not applicable. The closure would affect older bathers most.", 1),
        ("None required. The lack of a lift will affect disabled visitors.", 1),
        ("Not applicable. There will be no effect on anybody.", 0),
        ("Not applicable. If the scheme grows, it may affect bathers.", 0),
        ("The ramp will be of great benefit to wheelchair users.", 0),
    ],
)
def test_what_does_not_apply_is_not_described(text: str, found: int) -> None:
    assert len(_found(f"1.1 {text}")) == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("In March the limit for one bank was exceeded for three days.", 1),
        ("The limit was not exceeded in March.", 0),
        ("If the limit were exceeded, the committee would be told.", 0),
    ],
)
def test_what_was_kept_throughout_was_not_broken(told: str, found: int) -> None:
    text = f"1.1 The Council complied with all of its limits.\n\n2.1 {told}"
    assert len(_found(text)) == found


@pytest.mark.parametrize(
    ("answer", "found"), [("☒ No ☐ Yes", 1), ("No", 1), ("☐ No ☒ Yes", 0), ("Yes", 0)]
)
def test_an_assessment_called_absent_is_not_attached(answer: str, found: int) -> None:
    front = Grid(
        rows=(("Ward", "All"), ("Is an equality impact assessment attached?", answer)),
        place=Place(table=1),
    )
    prose = Prose(
        text="The full assessment, which is attached, names two effects.", place=Place(line=9)
    )
    report = Report(file="r", blocks=(front, prose))
    assert len(proofread((report,), RULES)) == found
