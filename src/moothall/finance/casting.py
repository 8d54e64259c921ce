"""Printed figures held against one another, in pounds where units differ; rounding is no error."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from moothall.basics.figures import UNITS, Figure, bracketed
from moothall.basics.findings import Finding, Severity
from moothall.facts.fact import Fact
from moothall.facts.findings import finding_on
from moothall.facts.money import Unit
from moothall.facts.programme import Programme

_OWN_SCALE = re.compile(r"\d\s*(?:bn|m|k)\)?$", re.IGNORECASE)


def as_pounds(figure: Figure, unit: Unit) -> Figure:
    """The figure in pounds, with its text kept.

    A scale printed with the number (`£0.6m`) goes before the unit in the table's heading, so that
    £k and £m in one table are not taken for each other.
    """
    if _OWN_SCALE.search(figure.text.strip()):
        return figure
    scale = UNITS[unit.value]
    return Figure(figure.text, figure.value * scale, figure.places - scale.adjusted())


def casting(
    programme: Programme,
    kind: str,
    fact: Fact,
    label: str,
    parts: Iterable[Figure],
    printed: Figure,
    *,
    upholds: str = "",
) -> Iterator[Finding]:
    """A finding where the parts do not make the printed figure; rounding is told from error."""
    figures = list(parts)
    total = sum((part.value for part in figures), Decimal(0))
    difference = printed.value - total
    if not difference:
        return
    by = bracketed(abs(difference))
    if abs(difference) <= slack(figures, printed):
        severity, what = Severity.NOTE, f"a difference of {by}, which rounding alone can make"
        cure = "Say under the table that figures are rounded."
    else:
        severity, what = Severity.WARNING, f"a difference of {by}, more than rounding can make"
        cure = "Check the table against its source."
    yield finding_on(
        programme,
        kind,
        fact,
        severity,
        f"{label}: the parts make {bracketed(total)}, printed is {printed}: {what}.",
        cure,
        upholds=upholds,
        figures=(("printed", printed.text), ("computed", bracketed(total))),
    )


def slack(parts: Iterable[Figure], printed: Figure) -> Decimal:
    """How far apart rounding alone can put the parts and the printed figure."""
    return sum((part.half_unit for part in parts), printed.half_unit)
