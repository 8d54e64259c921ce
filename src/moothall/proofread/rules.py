"""Every rule of the proofreader, and the one call that puts reports to all of them."""

from itertools import chain

from moothall.documents.formats import Format
from moothall.documents.report import Report
from moothall.proofread.answers import rules as answers
from moothall.proofread.dates import rules as dates
from moothall.proofread.figures import rules as figures
from moothall.proofread.finding import TextFinding
from moothall.proofread.names import rules as names
from moothall.proofread.opinions import rules as opinions
from moothall.proofread.proofread import BetweenRule, Rule, proofread
from moothall.proofread.reading import labelled_paragraphs
from moothall.proofread.savings import rules as savings
from moothall.proofread.structure import rules as structure
from moothall.proofread.structure import templates
from moothall.proofread.tables import rules as tables
from moothall.proofread.told_again import rules as told_again
from moothall.proofread.wording import rules as wording

RULES: tuple[Rule, ...] = tuple(
    chain(
        tables.RULES,
        figures.RULES,
        savings.RULES,
        opinions.RULES,
        told_again.RULES,
        names.RULES,
        dates.RULES,
        answers.RULES,
        wording.RULES,
        structure.RULES,
    )
)
"""The rules on one report; the name of each states it."""

BETWEEN: tuple[BetweenRule, ...] = (*told_again.BETWEEN, *names.BETWEEN)
"""The rules on several reports given together."""


def proofread_all(
    reports: tuple[Report, ...], layout: Format | None, *, everything: bool, hands: int = 1
) -> tuple[TextFinding, ...]:
    """All findings of all rules; with a `layout`, also what the reports lack of its sections.

    `hands`: how many processes may share the work, see `proofread`.
    """
    rules = RULES if layout is None else (*RULES, _sections_of(layout))
    bare = tuple(map(labelled_paragraphs.with_labels_taken_off, reports))
    return proofread(bare, rules, BETWEEN, everything=everything, hands=hands)


def _sections_of(layout: Format) -> Rule:
    def every_section_of_the_template_is_there(report: Report) -> tuple[TextFinding, ...]:
        return tuple(templates.missing_sections(report, layout))

    return every_section_of_the_template_is_there
