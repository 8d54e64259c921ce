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
    interests_declared,
    made_and_checked,
    options_recommended,
    own_answers,
    own_clearance,
    own_work,
    ratings_and_comments,
    said_and_denied,
    said_not_to_be,
    statuses,
    those_present,
    votes_told,
)
from moothall.proofread.proofread import Rule

RULES: tuple[Rule, ...] = tuple(
    chain(
        denials.RULES,
        denied_topics.RULES,
        said_and_denied.RULES,
        said_not_to_be.RULES,
        asked_of_the_body.RULES,
        assessments.RULES,
        final_assessments.RULES,
        answers.RULES,
        own_answers.RULES,
        front_sheet_answers.RULES,
        impact_forms.RULES,
        statuses.RULES,
        front_sheet_scope.RULES,
        ratings_and_comments.RULES,
        those_present.RULES,
        interests_declared.RULES,
        votes_told.RULES,
        options_recommended.RULES,
        clearances.RULES,
        own_work.RULES,
        made_and_checked.RULES,
        own_clearance.RULES,
        consent_of_oneself.RULES,
        deciders.RULES,
        delegations.RULES,
    )
)
