"""Bands: each value in one band, and the shares of bands that take in all."""

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.tables.bands import RULES
from moothall.proofread.tables.bands_of_money_told import RULES as BANDS_OF_MONEY
from ordinary_wordings import found_by, papers
from runaway import comes_to_an_end


def column(labels: list[str], head: str = "Age group") -> Report:
    rows = ((head, "Number"), *((label, str(100 + n)) for n, label in enumerate(labels)))
    return Report(file="report.docx", blocks=(Grid(rows=rows, place=Place(table=1), head_rows=1),))


def text(*paragraphs: str) -> Report:
    blocks = tuple(
        Prose(text=words, place=Place(line=n), bullet=True) for n, words in enumerate(paragraphs, 1)
    )
    return Report(file="report.docx", blocks=blocks)


def found(report: Report, *, everything: bool = False) -> tuple[TextFinding, ...]:
    return proofread((report,), RULES, everything=everything)


bounds = st.lists(st.integers(1, 100), min_size=4, max_size=9, unique=True).map(sorted)


def labels(edges: list[int]) -> list[str]:
    closed = [f"{low} to {high - 1}" for low, high in pairwise(edges)]
    return [f"Under {edges[0]}", *closed, f"{edges[-1]} and over"]


@given(bounds)
def test_bands_that_meet_give_silence(edges: list[int]) -> None:
    spread = [edge * 3 for edge in edges]
    assert found(column(labels(spread))) == ()


@given(bounds, st.data())
def test_one_overlap_or_gap_is_found(edges: list[int], data: st.DataObject) -> None:
    spread = [edge * 3 for edge in edges]
    written = labels(spread)
    place = data.draw(st.integers(1, len(spread) - 1))
    low, high = spread[place - 1], spread[place] - 1
    off = data.draw(st.sampled_from([1, -1]))
    written[place] = f"{low} to {high + off}"
    (finding,) = found(column(written))
    assert finding.rule == "bands_neither_overlap_nor_leave_gaps"
    assert str(high + 1 if off > 0 else high) in finding.message


@pytest.mark.parametrize(
    "cells",
    [
        ["0-4", "5-9", "10-14", "15+"],
        ["0-4", "0-15", "16-64", "65+"],  # parts of one another
        ["18-24", "25-34", "35-44", "Prefer not to say", "45-54"],
        ["65+", "45-64", "25-44", "16-24"],
        ["Less than £10,000", "£10,000 - £19,999", "£20,000 to £29,999", "£30,000+"],
        ["£0-£100", "£100-£200", "£200-£300"],  # a way of writing
        ["2018-19", "2019-20", "2020-21"],
        ["2011-2015", "2015-2019", "2020-2024"],
        ["9.00-10.00", "10.00-11.00", "11.00-12.00"],
        ["Less than 1 year", "1-2 years", "2-5 years", "5-10 years"],
        ["0-19%", "20-39%", "40-59%", "60-100%"],
        ["1,000-1,999", "2,000-2,999", "3,000 or more"],
    ],
)
def test_bands_in_order_and_other_ranges_are_left_alone(cells: list[str]) -> None:
    assert found(column(cells, head="Band")) == ()


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (["0-4", "5-10", "10-14", "15 plus"], "both take in 10"),
        (["0-4", "6-10", "11-15", "16+"], "no band takes in 5"),
        (["18-24", "25-34", "35-44", "44-54", "55-64"], "both take in 44"),
        (["16-24", "25-34", "35-64", "over 65"], "no band takes in 65"),
        (["0 – 4", "5 – 9", "5 – 9", "10 – 14"], "stands twice"),
    ],
)
def test_a_value_in_two_bands_or_in_none_is_found(cells: list[str], words: str) -> None:
    (finding,) = found(column(cells))
    assert words in finding.message


def test_ages_that_share_every_bound_count_people_twice() -> None:
    (finding,) = found(column(["0-5", "5-10", "10-15", "15-20"]))
    assert "both take in 5" in finding.message


def test_bands_along_the_top_are_read_too() -> None:
    rows = (("Ward", "0-4", "5-9", "9-15", "16+"), ("Manor", "1", "2", "3", "4"))
    grid = Grid(rows=rows, place=Place(table=1), head_rows=1)
    (finding,) = found(Report(file="report.docx", blocks=(grid,)))
    assert "both take in 9" in finding.message


def test_bands_listed_in_a_sentence_are_checked_with_their_shares() -> None:
    findings = found(
        text("20.2% are aged 0-4; 25.7% are aged 5-10, 18.6% aged 10-14, 25.6% aged 15 plus")
    )
    assert {finding.rule for finding in findings} == {
        "bands_neither_overlap_nor_leave_gaps",
        "shares_of_bands_make_a_hundred",
    }
    assert any("= 90.1%" in finding.message for finding in findings)


def test_bands_in_a_list_that_stops_short_of_everybody_are_found() -> None:
    bands = (
        "53,937 (18.9%) young people aged 0-15",
        "28,018 (9.8%) young adults aged 16-24",
        "148,570 (52.1%) adults aged 25-64",
    )
    (finding,) = found(text(*bands))
    assert "80.8%: the bands stop at 64" in finding.message
    assert finding.confidence is Confidence.MEDIUM
    assert found(text(*bands, "54,507 (19.1%) people aged 65+")) == ()


@given(st.lists(st.integers(min_value=50, max_value=400), min_size=3, max_size=3))
@settings(max_examples=100)
def test_age_bands_that_cover_every_age_sum_to_100(tenths: list[int]) -> None:
    last = 1000 - sum(tenths)
    assume(last > 20)
    words = "{:.1f}% are aged 0-4; {:.1f}% are aged 5-9, {:.1f}% aged 10-14, {:.1f}% aged 15 plus."
    assert found(text(words.format(*(t / 10 for t in tenths), last / 10))) == ()
    assume(last > 80)
    for wrong in (last - 50, last + 50):
        (finding,) = found(text(words.format(*(t / 10 for t in tenths), wrong / 10)))
        assert finding.rule == "shares_of_bands_make_a_hundred"
        assert finding.confidence is Confidence.HIGH


def test_bands_that_adjoin_hold_no_more_than_everybody() -> None:
    words = "30% are aged 0-4, 40% aged 5-10 and 45% aged 11-18."
    (finding,) = found(text(words))
    assert "= 115%, more than a whole" in finding.message
    assert finding.confidence is Confidence.HIGH
    assert found(text(words.replace("45%", "30%"))) == ()
    before = "Of them 56.2% are male. 26% are 0-4, 24% are 5-10, 31% are 11-15 and 19% are 16-18."
    assert found(text(before)) == ()
    assert found(text("In all 5% had a plan: 0-4 26%, 5-10 24%, 11-15 31% and 16-18 19%.")) == ()


def test_an_age_is_in_one_band_only() -> None:
    words = "20% are aged 0-4, 30% aged 5-10, 30% aged 10-14 and 20% aged 15 plus."
    (finding,) = found(text(words))
    assert finding.rule == "bands_neither_overlap_nor_leave_gaps"
    assert finding.confidence is Confidence.HIGH
    assert found(text(words.replace("5-10", "5-9"))) == ()


def test_bands_one_to_a_line_are_read_as_one_list() -> None:
    (finding,) = found(
        text(
            "15 percent of the workforce were 16 to 35.",
            "48 percent of the workforce were 36 to 55.",
            "29 percent of the workforce were 56 to 65.",
            "8 percent of the workforce were 65+.",
        )
    )
    assert "both take in 65" in finding.message


@pytest.mark.parametrize(
    "words",
    [
        "In care: aged 0-4 26%, 5-10 24%, 11-15 31% and 16-18 19%",
        "9.3% of children aged 4-5 years and 18.2% of children aged 10-11 years are obese",
        "injury in children (0-14) and young people (15-24) is higher",
        "The shares were 0-4 26%, 5-10 24%, 11-15 31% and 16-18 19%.",
        "services for 0-25 year olds, for 5-11 year olds and for 0-5 year olds",
        "a target population of 0-65 years (with an interface at 66+)",
        "See paragraphs 2-4, 4-6 and 6-9 and the plan for 2019-22",
        "Open 9-12, 1-4 and 5-8 on weekdays",
        "25% were aged 0-17, 55% 18-64 and 20% 65 and over",
    ],
)
def test_ages_named_for_other_reasons_are_left_alone(words: str) -> None:
    assert found(text(words)) == ()


@comes_to_an_end()
def test_hostile_text_is_read_in_bounded_time() -> None:
    found(text("aged 5-10 20%, " * 6_600))


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Fees: below £12,000, none; £12,000 to £14,999, half; £16,000 and above, all.", True),
        ("Fees: below £12,000, none; £12,000 to £14,999, half; £15,000 and above, all.", False),
        ("By sum: up to £50.00, none; £50.01 to £120.00, half; £110.00 to £200.00, all.", True),
        ("We spent £12,000 to £14,999; then £16,000 to £20,000; and last £900.", False),
    ],
)
def test_bands_of_money_told_in_a_sentence_meet(words: str, wrong: bool) -> None:
    assert bool(proofread((text(words),), BANDS_OF_MONEY, everything=False)) == wrong


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Risks: scores of 1 to 4 are green, 5 to 9 amber, and 12 to 25 red.", "10 (2 × 5)"),
        ("Risk score | Rating / 1 to 5 | Green / 6 to 10 | Amber / 15 to 25 | Red", "12 (3 × 4)"),
        ("Risks: scores of 1 to 6 are green, 8 to 12 amber, and 15 to 25 red.", None),
        ("Risk score | Rating / 1 to 5 | Green / 6 to 12 | Amber / 15 to 25 | Red", None),
    ],
)
def test_of_scores_of_risks_only_those_matter_that_can_come_up(text: str, lost: str | None) -> None:
    messages = [finding.message for finding in found_by(RULES, papers(text)[0])]
    assert len(messages) == (lost is not None)
    assert all(str(lost) in message for message in messages)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("Up to 5 days – no charge\n6 to 15 days – £1.50\n21 days or more – £4.00", "16 to 20"),
        (
            (
                "- Band 1: up to £14,000 a year – 100%\n- Band 2: £14,001 to £20,000 – 75%\n"
                "- Band 3: £22,001 to £33,000 – 25%\n- Above £33,000 – no award"
            ),
            "20,001 to 22,000",
        ),
        (
            (
                "- Income up to £25,000: nothing\n- £25,001 to £40,000: 10% of the cost\n"
                "- £40,000 to £55,000: 25% of the cost\n- £55,001 and above: 50% of the cost"
            ),
            "both take in 40,000",
        ),
        ("Under 10 boats\n10 to 49 boats\n60 to 249 boats\n250 or more boats", "50 to 59"),
    ],
    ids=["days", "income", "bound", "boats"],
)
def test_lines_that_are_bands_are_read_whatever_their_unit(lines: str, told: str) -> None:
    assert any(told in finding.message for finding in found_by(RULES, lines))


def test_lines_of_bands_that_meet_are_left_alone() -> None:
    lines = "Up to 5 days – free\n6 to 15 days – £1.50\n16 days or more – £4.00"

    assert not found_by(RULES, lines)
