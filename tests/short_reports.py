"""Reports of a line or two, and what the rules on figures in running text find in them."""

from moothall.documents.report import Heading, Place, Prose, Report
from moothall.proofread.figures import (
    averages_of_lists,
    changes,
    denominators,
    halves_and_doubles,
    money,
    proportions,
    rates,
    shares_of_wholes,
    sums,
)
from moothall.proofread.finding import Confidence
from moothall.proofread.opinions import surveys
from moothall.proofread.savings import savings
from moothall.proofread.tables import bands

RULES_ON_FIGURES = (
    *changes.RULES,
    *sums.RULES,
    *halves_and_doubles.RULES,
    *averages_of_lists.RULES,
    *money.RULES,
    *savings.RULES,
    *proportions.RULES,
    *shares_of_wholes.RULES,
    *denominators.RULES,
    *rates.RULES,
    *surveys.RULES,
    *bands.RULES,
)


def heading(text):
    return Heading(text=text, level=1, place=Place())


def bullet(text, line=9):
    return Prose(text=text, place=Place(line=line), bullet=True)


def report(*blocks):
    """A report of these blocks; a text stands for a paragraph."""
    return Report(
        file="report.txt",
        blocks=tuple(
            Prose(text=block, place=Place(line=line)) if isinstance(block, str) else block
            for line, block in enumerate(blocks, start=1)
        ),
    )


def all_findings(*blocks):
    """The findings of every rule on figures, with its name."""
    of_these = report(*blocks)
    return [(rule.__name__, finding) for rule in RULES_ON_FIGURES for finding in rule(of_these)]


def findings(*blocks):
    """The findings that are shown by default."""
    return [
        (rule, finding)
        for rule, finding in all_findings(*blocks)
        if finding.confidence is not Confidence.LOW
    ]


def rules_of(*blocks):
    return {rule for rule, _ in findings(*blocks)}
