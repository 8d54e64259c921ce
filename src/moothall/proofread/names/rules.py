"""The rules of this room: names of bodies, schemes, people and offices, and their short forms."""

from itertools import chain

from moothall.proofread.names import (
    abbreviations,
    absentees,
    actors_told_twice,
    addresses,
    designations,
    duties,
    exchanged_words,
    file_references,
    forenames,
    half_renamed,
    held_offices,
    initials_of_members,
    kinds_kept,
    letters_of_one_thing,
    longer_names,
    name_variants,
    named_people,
    names,
    names_in_a_frame,
    names_in_step,
    names_of_one_figure,
    names_under_their_heading,
    naming_statements,
    offices,
    people_told_twice,
    portfolio_names,
    second_names,
    slips_beside_a_name,
    surnames,
    titles_told_twice,
)
from moothall.proofread.proofread import BetweenRule, Rule

RULES: tuple[Rule, ...] = tuple(
    chain(
        absentees.RULES,
        named_people.RULES,
        names.RULES,
        surnames.RULES,
        slips_beside_a_name.RULES,
        naming_statements.RULES,
        name_variants.RULES,
        second_names.RULES,
        half_renamed.RULES,
        names_under_their_heading.RULES,
        letters_of_one_thing.RULES,
        initials_of_members.RULES,
        kinds_kept.RULES,
        exchanged_words.RULES,
        longer_names.RULES,
        designations.RULES,
        forenames.RULES,
        actors_told_twice.RULES,
        duties.RULES,
        people_told_twice.RULES,
        names_in_a_frame.RULES,
        names_in_step.RULES,
        names_of_one_figure.RULES,
        titles_told_twice.RULES,
        offices.RULES,
        held_offices.RULES,
        portfolio_names.RULES,
        addresses.RULES,
        file_references.RULES,
        abbreviations.RULES,
    )
)

BETWEEN: tuple[BetweenRule, ...] = (*names.BETWEEN, *offices.BETWEEN)
