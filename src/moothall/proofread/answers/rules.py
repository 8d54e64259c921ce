"""The rules of this room: forms, front sheets, decisions and clearances against the text."""

from itertools import chain

from moothall.proofread.answers import (
    answers,
    asked_of_the_body,
    assessments,
    clearances,
    consent_of_oneself,
    deciders,
    delegations,
    denials,
    denied_topics,
    final_assessments,
    front_sheet_answers,
    front_sheet_scope,
    impact_forms,
    own_clearance,
    own_work,
    ratings_and_comments,
    statuses,
    those_present,
)
from moothall.proofread.proofread import Rule

RULES: tuple[Rule, ...] = tuple(
    chain(
        denials.RULES,
        denied_topics.RULES,
        asked_of_the_body.RULES,
        assessments.RULES,
        final_assessments.RULES,
        answers.RULES,
        front_sheet_answers.RULES,
        impact_forms.RULES,
        statuses.RULES,
        front_sheet_scope.RULES,
        ratings_and_comments.RULES,
        those_present.RULES,
        clearances.RULES,
        own_work.RULES,
        own_clearance.RULES,
        consent_of_oneself.RULES,
        deciders.RULES,
        delegations.RULES,
    )
)
