"""Rules on names come to an end on texts that no author writes."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.names import (
    addresses,
    file_references,
    half_renamed,
    held_offices,
    name_variants,
    portfolio_names,
)
from moothall.proofread.proofread import Rule
from moothall.proofread.structure import items_of_minutes
from moothall.proofread.wording import drafting_marks
from runaway import comes_to_an_end

_MODULES = (
    addresses,
    drafting_marks,
    file_references,
    half_renamed,
    held_offices,
    items_of_minutes,
    name_variants,
    portfolio_names,
)


@pytest.mark.parametrize("rule", [rule for module in _MODULES for rule in module.RULES])
@pytest.mark.parametrize(
    "text",
    [
        "A" * 20_000,
        "Anna Archer Director of " * 1_000,
        "Head of Head of, " * 1_000,
        "[check " * 3_000,
        "the Leader of the " * 1_500,
        "24/00093 " * 2_000,
        "a.b@c.d" * 2_000,
        "Cabinet Member for Aaa, Bbb and " * 800,
    ],
)
@comes_to_an_end()
def test_a_hostile_text_comes_to_an_end(rule: Rule, text: str) -> None:
    assert len(tuple(rule(read_plain_text(text, "r")))) < len(text)
