"""Parts of a whole and their percentages, in sentences and in lists."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from runaway import comes_to_an_end
from short_reports import bullet, heading, rules_of

# --- a part of a whole ------------------------------------------------------------------------

FORMS = (
    "In all {a:,} of {n:,} pupils ({p:.1f}%) met the standard.",
    "In all {p:.1f}% ({a:,} of {n:,}) met the standard.",
    "{a:,} ({p:.1f}%) of the {n:,} pupils met the standard.",
    "Of the {n:,} pupils tested, {a:,} ({p:.1f}%) met the standard.",
    "Of {n:,} pupils, {a:,} met the standard ({p:.1f}%).",
)


@given(
    st.integers(min_value=20, max_value=9_999),
    st.integers(min_value=150, max_value=9_999),
    st.sampled_from(FORMS),
)
@settings(max_examples=150)
def test_a_percentage_is_its_part_of_the_whole(part, whole, form):
    assume(part < whole * 0.9 and not (1900 <= part < 2100 or 1900 <= whole < 2100))
    rule = "a_percentage_is_its_part_of_the_whole"
    share = part / whole * 100
    assert rules_of(form.format(a=part, n=whole, p=share)) == set()
    wrong = form.format(a=part, n=whole, p=share + 5)
    assume(part % 100 and whole % 100)
    assert rule in rules_of(wrong)


@given(st.lists(st.integers(min_value=200, max_value=90_000), min_size=4, max_size=7), st.data())
@settings(max_examples=100)
def test_the_shares_of_a_list_are_of_the_whole_that_leads_it_in(parts, data):
    whole = sum(parts)
    assume(all(part % 100 for part in (*parts, whole)))  # a round number may be a rounded one
    items = [
        f"{part:,} ({part / whole * 100:.1f}%) live in area {i}"
        for i, part in enumerate("abcdefg"[: len(parts)] and parts)
    ]
    lead = f"The population is {whole:,}. There are:"
    assert rules_of(lead, *map(bullet, items)) == set()
    at = data.draw(st.integers(min_value=0, max_value=len(parts) - 1))
    items[at] = f"{parts[at]:,} ({parts[at] / whole * 100 + 4:.1f}%) live in area x"
    assert "shares_in_a_list_are_of_its_whole" in rules_of(lead, *map(bullet, items))


@pytest.mark.parametrize(
    "text",
    [
        "Of the 250 responses, 150 (60%) were from parents, of whom 90 (60%) had young children.",
        "The service spent £11.5m against a budget of £12.1m (5%).",
        "They spent £11.5m against a budget of £12.1m (5% under).",
        "In 2018/19 (45%) and 2019/20 (50%) the target was met.",
        "137 of 300 (46%) replied, up 4%.",
        "The £3.2m is 71% of the £4.5m.",
        "There were 43 (54%) boys and 37 (46%) girls; 12 (15%) had a plan.",
        "58,056 (19.4%) are aged 0-15, up 4,119 (7.6%).",
    ],
)
def test_shares_that_agree_or_are_of_something_else_are_passed_over(text):
    assert rules_of(text) == set()


def test_parts_with_their_shares_come_from_one_whole():
    assert rules_of("There were 43 (54%) men and 37 (46%) women.") == set()
    assert rules_of("There were 43 (54%) men and 37 (36%) women.") == {
        "shares_in_a_sentence_are_of_one_whole"
    }


@pytest.mark.parametrize(
    "text",
    [
        "60% are owned, 25% are rented and the remaining 25% are shared.",
    ],
)
def test_shares_of_a_whole_that_exceed_it_are_found(text):
    assert rules_of(heading("Staff"), text) == {"shares_of_a_whole_sum_to_100"}


@pytest.mark.parametrize(
    "text",
    [
        "Parks were chosen by 60%, roads by 45% and libraries by 30%.",
        "Some 33% are owned, 33% rented and the remaining 33% shared.",
        "They make up 30% of the people and 40% of births.",
    ],
)
def test_percentages_of_different_groups_are_passed_over(text):
    assert rules_of(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "5 (6%) of " * 10_000,
    ],
)
@comes_to_an_end()
def test_hostile_text_is_read_in_bounded_time(text):
    rules_of(text)
