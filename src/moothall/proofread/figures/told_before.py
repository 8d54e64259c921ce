"""What other rules have told of a sentence already, so that a fault is told once."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.passages import Paragraph, Sentence, read_once

_ENOUGH = 60
"""So many letters tell one sentence of a paragraph from another."""
Told = Callable[[Report], frozenset[tuple[Place, str]]]


def quotes_told(*rules: Rule) -> Told:
    """The places and the first words of what these rules find, read once for a report."""

    @read_once
    def told(report: Report) -> frozenset[tuple[Place, str]]:
        return frozenset(
            (finding.place, finding.quote)
            for rule in rules
            for finding in rule(report)
            if finding.confidence is not Confidence.LOW
        )

    return told


def told_by(told: Told, report: Report, paragraph: Paragraph, one: Sentence) -> bool:
    """Whether one of the rules speaks of the sentence; asked only where there is a finding."""
    return any(
        place == paragraph.place and one.text[:_ENOUGH] in quote for place, quote in told(report)
    )


def where_nothing_is_told(rule: Rule, others: Iterable[Rule]) -> Rule:
    """The rule, silent in every sentence of which one of the others tells something sure.

    For rules that ask little of words and so meet faults that narrower ones have told.
    """
    narrower = quotes_told(*others)

    @wraps(rule)
    def yielding(report: Report) -> Iterator[TextFinding]:
        for finding in rule(report):
            if not any(
                place == finding.place and _meet(quote, finding.quote)
                for place, quote in narrower(report)
            ):
                yield finding

    return yielding


def _meet(one: str, other: str) -> bool:
    """Whether one of two quotes has the beginning of the other, or the sentence that it ends in."""
    return one[:_ENOUGH] in other or other[:_ENOUGH] in one or one[-_ENOUGH:] in other
