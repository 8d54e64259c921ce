"""Every rule of the proofreader, and the one call that puts reports to all of them."""

from itertools import chain

from moothall.documents.formats import Format
from moothall.documents.report import Report
from moothall.proofread import (
    abbreviations,
    accessibility,
    answers,
    assessments,
    captions,
    changes,
    clearances,
    conflicts,
    dates,
    deciders,
    denominators,
    grammar,
    misspellings,
    money,
    names,
    numbering,
    offices,
    proportions,
    rates,
    references,
    savings,
    sections,
    stated_counts,
    sums,
    surveys,
    table_conflicts,
    tables,
    templates,
    tenses,
    words,
)
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import BetweenRule, Rule, proofread

RULES: tuple[Rule, ...] = tuple(
    chain(
        tables.RULES,
        changes.RULES,
        sums.RULES,
        money.RULES,
        savings.RULES,
        proportions.RULES,
        denominators.RULES,
        rates.RULES,
        surveys.RULES,
        conflicts.RULES,
        table_conflicts.RULES,
        stated_counts.RULES,
        names.RULES,
        offices.RULES,
        dates.RULES,
        tenses.RULES,
        words.RULES,
        misspellings.RULES,
        grammar.RULES,
        references.RULES,
        captions.RULES,
        numbering.RULES,
        templates.RULES,
        sections.RULES,
        assessments.RULES,
        answers.RULES,
        clearances.RULES,
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
