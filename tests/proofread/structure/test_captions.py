"""Tables and figures: which are referred to, how they run on, what stands beside a caption."""

import pytest

from moothall.documents.report import Block, Grid, Image, Place, Prose, Report
from moothall.files.reports.markdown import read_markdown
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.structure.captions import RULES, a_figure_follows_its_caption


def _found(report: Report) -> tuple[TextFinding, ...]:
    return proofread((report,), RULES)


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Spending is shown in Table 4.", "table 4"),
        ("Governance is outlined in fig. 2.", "figure 2"),
    ],
)
def test_a_table_or_figure_that_is_not_there_is_found(words: str, missing: str) -> None:
    (finding,) = _found(read_plain_text(words, "r"))
    assert missing in finding.message


@pytest.mark.parametrize(
    "words",
    ["As shown in Table 3 of the Local Plan, demand has grown.", "See Figure 2 in Appendix B."],
)
def test_another_papers_tables_and_figures_are_passed_over(words: str) -> None:
    assert _found(read_plain_text(words, "r")) == ()


def _captioned(*captions: str, said: str = "Spending is shown in Table 1.") -> Report:
    blocks: list[Block] = [Prose(text=said, place=Place(line=1))]
    for line, caption in enumerate(captions, start=2):
        place = Place(line=line)
        blocks.append(Prose(text=caption, place=place))
        blocks.append(Grid(rows=(("A", "B"), ("1", "2")), place=place))
    return Report(file="r", blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("captions", "said"),
    [
        (("Table 1: Budget", "Table 2: Posts", "Table 4: Risks"), "no table 3"),
        (("Table 1: Budget", "Table 2: Posts by grade", "Table 2: Risks of it"), "table 2"),
        (("Table 1: Budget", "Table 2: Posts", "Table 3: Risks"), None),
        (("Table 1: Budget", "Table 1: Budget (continued)", "Table 2: Posts"), None),
        (("Table 1 2A – Budget", "Table 1 2B – Posts", "Table 1 2C – Risks"), None),
    ],
)
def test_captions_run_on(captions: tuple[str, ...], said: str | None) -> None:
    messages = [finding.message for finding in _found(_captioned(*captions))]
    assert len(messages) == (1 if said else 0)
    assert said is None or said in messages[0]


def test_a_table_without_caption_right_below_is_left_in_peace() -> None:
    blocks = (
        Prose(text="Table 1 below shows the budget.", place=Place(line=1)),
        Grid(rows=(("A", "B"), ("1", "2")), place=Place(line=2)),
    )
    assert _found(Report(file="r", blocks=blocks)) == ()


def test_minutes_speak_of_the_tables_of_the_report_before_them() -> None:
    assert _found(read_plain_text("Table 7 of the report set out the forecast.", "r")) == ()


def test_a_caption_without_its_picture_is_found_where_pictures_are_read() -> None:
    place = Place(line=1)
    caption = Prose(text="Fig. 1 – overview of governance", place=place)
    between = tuple(Prose(text=f"Words {n}.", place=place) for n in range(5))
    logo = Image(place=place, alternative="The council's arms")
    report = Report(file="r", blocks=(logo, *between, caption, *between))
    assert [f.confidence for f in a_figure_follows_its_caption(report)] == [Confidence.MEDIUM]
    picture = Image(place=place, alternative="Boards and who reports to whom")
    report = Report(file="r", blocks=(*between, caption, picture))
    assert not list(a_figure_follows_its_caption(report))


def test_tables_with_letters_are_looked_for_too() -> None:
    text = "The total in Table {} fell.\n\n**Table A: Lamps**\n\n**Table B: Oil**"
    (finding,) = _found(read_markdown(text.format("F"), "r.md"))
    assert "table F" in finding.message
    assert _found(read_markdown(text.format("B"), "r.md")) == ()
    assert (
        _found(read_markdown(text.format("A").replace("Table A f", "table a motion f"), "r")) == ()
    )
