"""Sentences, items and entries that stand twice close together."""

import pytest

from markdown_reports import shown
from moothall.proofread.proofread import Rule
from moothall.proofread.wording.malformed import RULES as MALFORMED
from moothall.proofread.wording.sentences_doubled import (
    a_sentence_stands_once_in_its_paragraph,
    an_entry_stands_once_in_a_list_in_line,
    an_item_stands_once_in_its_list,
)

TWICE = (
    (
        a_sentence_stands_once_in_its_paragraph,
        "The ferry was rated Good in March. It may run on. The ferry was rated Good in March.",
    ),
    (
        an_item_stands_once_in_its_list,
        (
            "(1) That the review be noted.\n\n(2) That those who live on Quay Street be asked.\n\n"
            "(3) That those who live on Quay Street be asked."
        ),
    ),
    (
        an_item_stands_once_in_its_list,
        (
            "1. By its height and bulk the shed would harm the quay.\n\n2. The road is bad.\n\n"
            "3. By its height and bulk, the shed would harm the quay."
        ),
    ),
    (
        an_entry_stands_once_in_a_list_in_line,
        "Sent to: ward members; parish clerk; the school; bus owner; ward members; fire crew.",
    ),
)
ONCE = (
    (
        a_sentence_stands_once_in_its_paragraph,
        "No objections were made to it. The crane was seen. No objections were made to it.",
    ),
    (
        an_item_stands_once_in_its_list,
        (
            "1. That the report be noted and the minutes signed.\n\n"
            "2. That the report be noted and the minutes signed."
        ),
    ),
    (
        an_item_stands_once_in_its_list,
        (
            "# A\n\n1. The crews met at the quay and saw the new lamps.\n\n# B\n\n"
            "1. The crews met at the quay and saw the new lamps."
        ),
    ),
    (
        an_entry_stands_once_in_a_list_in_line,
        "Paid: rope £4; oil £6; rope £4; lamps £9; ferry dues for ward members; tea.",
    ),
)


@pytest.mark.parametrize(("rule", "words"), TWICE)
def test_what_stands_twice_is_told(rule: Rule, words: str) -> None:
    assert shown(rule, words)


@pytest.mark.parametrize(("rule", "words"), ONCE)
def test_what_may_stand_twice_is_left_alone(rule: Rule, words: str) -> None:
    assert not shown(rule, words)


def test_a_sign_stands_once() -> None:
    (rule,) = [rule for rule in MALFORMED if "written_as_such" in rule.__name__]
    assert shown(rule, "The fund returned minus -2.1% in the quarter.")
    assert not shown(rule, "The fund returned minus 2.1% in the quarter, and -0.4% in the next.")
