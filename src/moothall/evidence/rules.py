"""Rules on context figures."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.evidence import ContextFigure
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme


def findings(programme: Programme) -> list[Finding]:
    """Everything this room finds."""
    return run(
        (
            every_figure_has_its_source_and_date,
            parts_of_a_whole_make_the_whole,
            a_rate_is_not_a_percentage,
        ),
        programme,
    )


def every_figure_has_its_source_and_date(programme: Programme) -> Iterator[Finding]:
    """A figure without the statistic's source or date cannot be checked (R12)."""
    groups: dict[tuple[str, str], list[ContextFigure]] = defaultdict(list)
    for figure in programme.context_figures:
        lacking = [
            word
            for word, value in (("source", figure.origin), ("date", figure.speaks_of))
            if value is None
        ]
        if lacking:
            groups[figure.source.document, " and ".join(lacking)].append(figure)
    for (document, missing), figures in groups.items():
        yield finding_on(
            programme,
            "context_figures",
            figures[0],
            Severity.NOTE,
            f"{len(figures)} figures of document {document} do not state their {missing}: "
            f"{'; '.join(f'{each.measure} {each.value}' for each in figures[:4])}"
            f"{' …' if len(figures) > 4 else '.'}",
            "Give each figure its publisher and the date that it speaks of.",
            upholds="R12",
            reference=f"document {document}",
        )


def parts_of_a_whole_make_the_whole(programme: Programme) -> Iterator[Finding]:
    """Percentages of one whole make no more than 100; short of it, something is left out."""
    groups: dict[str, list[ContextFigure]] = defaultdict(list)
    for figure in programme.context_figures:
        if figure.of and figure.value.text.endswith("%"):
            groups[figure.of].append(figure)
    for whole, figures in groups.items():
        total = sum((figure.value.value for figure in figures), Decimal(0))
        slack = sum((figure.value.half_unit for figure in figures), Decimal(0))
        if len(figures) < 2 or abs(total - 100) <= slack:
            continue
        over = total > 100
        yield finding_on(
            programme,
            "context_figures",
            figures[0],
            Severity.WARNING if over else Severity.NOTE,
            f"{whole}: the {len(figures)} parts make {total}%, "
            + ("more than the whole." if over else f"which leaves {100 - total}% unaccounted for."),
            "Check the bands: do they overlap, or is one left out?",
            upholds="G04",
            figures=tuple((figure.measure, figure.value.text) for figure in figures),
        )


def a_rate_is_not_a_percentage(programme: Programme) -> Iterator[Finding]:
    """A rate per thousand printed with a per cent sign is one or the other."""
    for figure in programme.context_figures:
        if "per 1,000" in figure.unit and figure.value.text.endswith("%"):
            when = f" ({figure.speaks_of})" if figure.speaks_of else ""
            yield finding_on(
                programme,
                "context_figures",
                figure,
                Severity.WARNING,
                f"{figure.measure}{when}: {figure.value} is printed for a rate {figure.unit}.",
                "Print the rate without a per cent sign, or the percentage with its base.",
                upholds="R12",
            )
