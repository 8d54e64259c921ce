"""Surveys: who answered, of how many asked, and what the answers add up to."""

import pytest

from runaway import comes_to_an_end
from short_reports import heading, rules_of


@pytest.mark.parametrize(
    "text",
    [
        "Of staff, 54% are women and 56% are men.",
        "62% said yes, 31% said no and 17% don’t know.",
        "70% agreed, 20% neither agreed nor disagreed and 20% disagreed.",
    ],
)
def test_answers_and_sexes_of_more_than_everybody_are_found(text):
    assert rules_of(heading("Staff"), text) == {"answers_and_sexes_sum_to_100"}


@pytest.mark.parametrize(
    "text",
    [
        "54% of women and 61% of men agreed with the proposal, of 1,200 responses.",
        "Some 28% of girls and 35% of boys were obese.",
        "The split was 43.8% female and 56.2% male.",
    ],
)
def test_answers_and_shares_of_either_sex_are_passed_over(text):
    assert rules_of(text) == set()


# --- surveys ----------------------------------------------------------------------------------


def test_a_share_of_respondents_needs_their_number():
    results = heading("Consultation results")
    share = "75% of respondents agreed with the proposal."
    assert rules_of(results, share) == {"results_say_how_many_answered"}
    assert rules_of(results, "There were 240 responses to the online survey.", share) == set()
    assert rules_of(results, "Most respondents agreed.") == {"results_say_how_many_answered"}
    assert rules_of(results, "Of 240 replies, most respondents (75%) agreed.") == set()


def test_responses_of_a_definite_group_need_the_number_asked():
    survey = heading("School survey")
    answers = "The survey of schools had 112 responses."
    assert rules_of(survey, answers) == {"responses_say_how_many_were_asked"}
    assert rules_of(survey, "The survey was sent to all 140 schools.", answers) == set()
    assert rules_of(survey, "The open public survey had 112 responses from parents.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "20 responses most respondents 5% of respondents " * 2_000,
    ],
)
@comes_to_an_end()
def test_hostile_text_is_read_in_bounded_time(text):
    rules_of(text)
