"""The rules of this room: answers to surveys and consultations."""

from itertools import chain

from moothall.proofread.opinions import (
    answer_lists,
    answers_by_way,
    bases_of_opinions,
    choices,
    exercises,
    opinions,
    shares_of_answers,
    surveys,
)
from moothall.proofread.proofread import Rule

RULES: tuple[Rule, ...] = tuple(
    chain(
        surveys.RULES,
        opinions.RULES,
        bases_of_opinions.RULES,
        answer_lists.RULES,
        answers_by_way.RULES,
        shares_of_answers.RULES,
        exercises.RULES,
        choices.RULES,
    )
)
