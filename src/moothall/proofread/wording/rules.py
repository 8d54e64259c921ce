"""The rules of this room: words, stops and drafting marks."""

from itertools import chain

from moothall.proofread.proofread import Rule
from moothall.proofread.wording import (
    drafting_marks,
    grammar,
    malformed,
    malformed_codes,
    misspellings,
    phrases,
    sentences_doubled,
    words,
)

RULES: tuple[Rule, ...] = tuple(
    chain(
        words.RULES,
        malformed_codes.RULES,
        phrases.RULES,
        misspellings.RULES,
        drafting_marks.RULES,
        grammar.RULES,
        sentences_doubled.RULES,
        malformed.RULES,
    )
)
