"""Bands that the items of a list begin with, in per cent."""

from moothall.documents.report import Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.tables.bands import bands_neither_overlap_nor_leave_gaps


def found(*items: str) -> list[TextFinding]:
    blocks = tuple(
        Prose(text=item, place=Place(line=line), bullet=True) for line, item in enumerate(items)
    )
    report = Report(file="x.txt", blocks=blocks, notes=())
    each = bands_neither_overlap_nor_leave_gaps(report)
    return [finding for finding in each if finding.confidence is not Confidence.LOW]


def test_what_lies_between_two_bands_is_lost_where_all_others_meet_at_their_bounds() -> None:
    lost = found("Below 4% is poor", "4% to 6% is fair", "7% to 12% is good", "Over 12% is ample")
    assert [f.message for f in lost] == [
        "4% to 6% is followed by 7% to 12%: no band takes in what lies between 6% and 7%."
    ]


def test_bands_that_share_their_bounds_lose_nothing() -> None:
    assert not found(
        "Below 4% is poor", "4% to 7% is fair", "7% to 12% is good", "Over 12% is ample"
    )


def test_bands_of_whole_percentages_a_step_apart_are_a_way_of_writing() -> None:
    assert not found("0% to 49% red", "50% to 74% amber", "75% to 100% green")
    assert not found("Below 75% red", "75% to 89% amber", "90% to 94% green", "95% to 100% gold")
