"""Shares of what leads a sentence and of a part of it, bracketed sums, labels that hide words."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from markdown_reports import shown
from moothall.files.reports.text import read_plain_text
from moothall.proofread.figures.bracketed_sums import (
    a_ratio_is_that_of_its_benefit_and_cost as ratio_rule,
)
from moothall.proofread.figures.bracketed_sums import (
    figures_in_brackets_make_their_total as brackets_rule,
)
from moothall.proofread.figures.denominators import a_share_of_cases_is_at_most_all as cases_rule
from moothall.proofread.figures.halves_and_doubles import halves_and_doubles_are_so as halves_rule
from moothall.proofread.figures.led_shares import (
    a_share_is_of_what_it_is_said_to_be_of as share_rule,
)
from moothall.proofread.figures.majorities import (
    a_majority_just_told_is_more_than_half as majority_rule,
)
from moothall.proofread.figures.part_lists import (
    a_part_is_no_greater_than_its_whole as greater_rule,
)
from moothall.proofread.figures.part_lists import parts_of_a_whole_make_it as parts_rule
from moothall.proofread.proofread import Rule
from moothall.proofread.rules import proofread_all


@pytest.mark.parametrize(
    ("rule", "sentence", "true", "false"),
    [
        (share_rule, "Of 980 calls 722 were answered within 20 seconds ({}).", "73.7%", "63.7%"),
        (share_rule, "Of the 240 bids, 120 went on and 90 of these ({}) won.", "75%", "57%"),
        (share_rule, "Of 240 bids, 120 (50%) went on, of which 90 ({}) won.", "75%", "57%"),
        (share_rule, "Of the 24 bids, twelve went on and of those 9 ({}) won.", "75%", "57%"),
        (share_rule, "There were 240 bids. Of these, 90 ({}) won.", "37.5%", "35.7%"),
        (brackets_rule, "Fuel (£41,000), pay (£122,500) and rent (£60,000) come to {}.",
         "£223,500", "£232,500"),
        (ratio_rule, "It has benefits of £8.4m against costs of £3.5m. The ratio is {} to 1.",
         "2.4", "2.9"),
        (greater_rule, "Benefits are £12.4m, of which {} falls to us.", "£8.6m", "£86.0m"),
        (majority_rule, "Of 640 answers 297 ({}) were for it. This majority is welcome.",
         "56.4%", "46.4%"),
        (cases_rule, "The proportion of visits made within five days was {}.", "94%", "104%"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found_and_the_true_figure_is_let_be(
    rule: Rule, sentence: str, true: str, false: str
) -> None:
    assert shown(rule, sentence.format(true)) == []
    assert shown(rule, sentence.format(false))


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (share_rule, "Of 1,204 calls, two-thirds were passed on, of which 612 (76.5%) led on."),
        (share_rule, "Of 1,204 calls, 66.4% were passed on and, of those, 612 (76.5%) led on."),
        (share_rule, "Of the 412 homes, 301 were let within 28 days (target 61%)."),
        (share_rule, "Of 412 cases in the quarter 301 (73.1%) closed."),
        (halves_rule, "Of 412 cases in the quarter 301 (73.1%) closed."),
        (parts_rule, "It took 1,204 calls, of which 800 went on and 612 of them (76.5%) won."),
        (
            brackets_rule,
            "Cuts to pay (£20,000), fuel (£30,000) and rent (£5,000) give £2.1m in all.",
        ),
        (ratio_rule, "Net benefits of £8.4m against costs of £3.5m. The ratio is 3.4 to 1."),
        (greater_rule, "There were 71 (2023/24: 58), of which 60 were from schools."),
        (majority_rule, "Only 46% voted for it. This majority of members carried it."),
        (cases_rule, "Spending as a proportion of the budget was 104%."),
    ],
)
def test_shares_of_something_else_are_let_be(rule: Rule, sentence: str) -> None:
    assert shown(rule, sentence) == []


@given(whole=st.integers(200, 4000), part=st.integers(20, 190), days=st.integers(2, 60))
@settings(max_examples=40, deadline=None)
def test_a_length_of_time_between_a_part_and_its_share_is_passed_over(
    whole: int, part: int, days: int
) -> None:
    said = "Of {:,} cases heard {} were closed within {} days ({:.1f}%)."
    share = part / whole * 100
    assert shown(share_rule, said.format(whole, part, days, share)) == []
    assume(abs(share - days / whole * 100) > 6 and abs(share - days / part * 100) > 6)
    assume(part % 100 and whole % 100)  # a round number may be a rounded one
    assert shown(share_rule, said.format(whole, part, days, share + 4.7))


@given(st.sampled_from(["A1", "B12", "R3", "(iv)", "1.2", "C.4"]))
def test_a_label_and_a_tab_hide_no_sentence(label: str) -> None:
    text = f"REPORT\n\n{label}\tOf 412 claims made 301 (61.4%) were paid in full.\n"
    found = proofread_all((read_plain_text(text, "report.txt"),), None, everything=False)
    assert [finding.rule for finding in found] == [share_rule.__name__]
    assert found[0].quote.startswith("Of 412")


def test_a_table_of_references_and_figures_stays_a_table() -> None:
    text = "REPORT\n\nRef\tRisk\tScore\nR1\tThe contractor may leave the works early.\t12\n"
    report = read_plain_text(text, "report.txt")
    assert proofread_all((report,), None, everything=False) == ()
