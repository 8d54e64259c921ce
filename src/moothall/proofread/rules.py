"""Every rule of the proofreader, and the one call that puts reports to all of them."""

from itertools import chain

from moothall.documents.formats import Format
from moothall.documents.report import Report
from moothall.proofread import (
    abbreviations,
    absentees,
    accessibility,
    answer_lists,
    answers,
    appendices,
    assessments,
    bases_of_opinions,
    captions,
    changes,
    clearances,
    conflicts,
    dates,
    deciders,
    denominators,
    events_told_again,
    grammar,
    headed_sections,
    labelled_items,
    limits,
    list_items,
    lone_figures,
    majorities,
    milestones,
    misprinted_sums,
    misspellings,
    money,
    named_cells,
    names,
    numbering,
    offices,
    one_off_money,
    opinions,
    own_work,
    part_lists,
    part_sums,
    periods,
    posts_priced,
    proportions,
    rates,
    references,
    retold_figures,
    row_changes,
    said_before,
    savings,
    second_names,
    sections,
    shares_told_twice,
    single_measures,
    stated_counts,
    status_claims,
    statuses,
    sums,
    superlatives,
    surveys,
    table_conflicts,
    tables,
    templates,
    tenses,
    terms_of_years,
    told_changes,
    told_shares,
    unit_slips,
    words,
    workings,
    years,
)
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import BetweenRule, Rule, proofread

RULES: tuple[Rule, ...] = tuple(
    chain(
        tables.RULES,
        changes.RULES,
        sums.RULES,
        money.RULES,
        misprinted_sums.RULES,
        savings.RULES,
        proportions.RULES,
        denominators.RULES,
        rates.RULES,
        surveys.RULES,
        opinions.RULES,
        absentees.RULES,
        bases_of_opinions.RULES,
        answer_lists.RULES,
        conflicts.RULES,
        table_conflicts.RULES,
        limits.RULES,
        lone_figures.RULES,
        retold_figures.RULES,
        single_measures.RULES,
        named_cells.RULES,
        one_off_money.RULES,
        part_lists.RULES,
        part_sums.RULES,
        posts_priced.RULES,
        shares_told_twice.RULES,
        status_claims.RULES,
        superlatives.RULES,
        terms_of_years.RULES,
        told_changes.RULES,
        row_changes.RULES,
        majorities.RULES,
        told_shares.RULES,
        said_before.RULES,
        unit_slips.RULES,
        workings.RULES,
        stated_counts.RULES,
        names.RULES,
        second_names.RULES,
        offices.RULES,
        dates.RULES,
        events_told_again.RULES,
        periods.RULES,
        milestones.RULES,
        years.RULES,
        tenses.RULES,
        words.RULES,
        misspellings.RULES,
        grammar.RULES,
        references.RULES,
        headed_sections.RULES,
        appendices.RULES,
        captions.RULES,
        numbering.RULES,
        list_items.RULES,
        labelled_items.RULES,
        templates.RULES,
        sections.RULES,
        assessments.RULES,
        answers.RULES,
        statuses.RULES,
        clearances.RULES,
        own_work.RULES,
        abbreviations.RULES,
        deciders.RULES,
        accessibility.RULES,
    )
)
"""The rules on one report; the name of each states it."""

BETWEEN: tuple[BetweenRule, ...] = (*conflicts.BETWEEN, *names.BETWEEN, *offices.BETWEEN)
"""The rules on several reports given together."""


def proofread_all(
    reports: tuple[Report, ...], layout: Format | None, *, everything: bool
) -> tuple[TextFinding, ...]:
    """All findings of all rules; with a `layout`, also what the reports lack of its sections."""
    rules = RULES if layout is None else (*RULES, _sections_of(layout))
    return proofread(reports, rules, BETWEEN, everything=everything)


def _sections_of(layout: Format) -> Rule:
    def every_section_of_the_template_is_there(report: Report) -> tuple[TextFinding, ...]:
        return tuple(templates.missing_sections(report, layout))

    return every_section_of_the_template_is_there
