"""Items numbered within a sentence, and letters of options that are not there."""

import pytest

from markdown_reports import shown
from moothall.proofread.figures.named_lists import a_sentence_that_says_how_many_names_as_many
from moothall.proofread.structure.items_in_line import items_within_a_sentence_run_on as rule
from moothall.proofread.structure.worded_labels import an_item_pointed_to_by_its_letter_is_there


@pytest.mark.parametrize(
    "words",
    [
        "We want three things: (i) a plan; (ii) staff with a licence; and (ii) a local office.",
        "A bidder needs (a) a boat of its own, (b) a crew of six, and (d) a licence to sail.",
        "The aims are, firstly, to pay; secondly, to keep dues steady; and fourthly, to own well.",
        "Four things are asked: (1) a boat of its own; (2) a crew of six; (3) a licence to sail.",
    ],
)
def test_items_that_do_not_run_on_are_told(words: str) -> None:
    assert shown(rule, words)


@pytest.mark.parametrize(
    "words",
    [
        "We want three things: (i) a plan; (ii) staff with a licence; and (iii) a local office.",
        "Under (a) and (c) above, (d) applies to the crews; (e) does not.",
        "Firstly, we pay; secondly, we keep dues steady; thirdly, we own well.",
        "Boats (a), (b) and (d) are let.",
        "Three quays were seen; they need (a) lamps of their own, (b) a crew and (c) a new rope.",
    ],
)
def test_items_that_run_on_are_left_alone(words: str) -> None:
    assert not shown(rule, words)


def test_an_option_with_a_letter_that_is_not_there_is_told() -> None:
    options = "Option A: keep it.\n\nOption B: share it.\n\nOption C: close it.\n\n{}"
    rule = an_item_pointed_to_by_its_letter_is_there
    assert shown(rule, options.format("Crews thought that Option E would suit them."))
    assert not shown(rule, options.format("Crews thought that Option C would suit them."))


@pytest.mark.parametrize("word", ["Both", "Neither", "Either"])
def test_two_are_not_three_in_brackets(word: str) -> None:
    rule = a_sentence_that_says_how_many_names_as_many
    assert shown(rule, f"{word} of the towns (Ash, Beech and Cedar) may let the quay.")
    assert not shown(rule, f"{word} of the towns (Ash and Beech) may let the quay.")


def test_what_is_said_of_the_number_does_not_hide_the_list() -> None:
    rule = a_sentence_that_says_how_many_names_as_many
    words = "The {} principles on which the policy rests are fairness, clarity, calm and care."
    assert shown(rule, words.format("five"))
    assert not shown(rule, words.format("four"))
