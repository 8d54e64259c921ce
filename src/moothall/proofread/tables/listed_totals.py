"""Lists that end with their total, line by line: “North: £120,000”, “South: £95,500”, “Total:”."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.slips import in_figures

_LINE = Expression(
    r"^(?P<label>[A-Za-z][^:;£]{1,80}?)(?:\s?[:=]\s?|\s[–-]\s|\s?\.{3,}\s?|\s(?=\d+$))(?P<minus>[-−(]?)(?P<pound>£?)"
    r"(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?P<unit>m|k|bn|million|%|[a-z]{3,12})?\)?[.;,]?$"
)
_TOTAL = Expression(r"^(?:grand |overall |combined )?total\b|\btotal$", re.IGNORECASE)
_PART = Expression(r"\bof which\b|\bincluding\b|\baverage\b|\bsub-?total\b", re.IGNORECASE)
_LEAST = 2


def a_list_adds_up_to_its_total(report: Report) -> Iterator[TextFinding]:
    """The lines of a list, each a name and a figure, add up to the line that is their total."""
    run: list[tuple[Prose, re.Match[str]]] = []
    for block in report.blocks:
        match = _LINE.match(block.text.strip()) if isinstance(block, Prose) else None
        if not isinstance(block, Prose) or match is None:
            run = []
            continue
        if not _TOTAL.search(match["label"].strip()):
            run.append((block, match))
            continue
        yield from _uncast(run, block, match)
        run = []


def _uncast(
    run: list[tuple[Prose, re.Match[str]]], block: Prose, total: re.Match[str]
) -> Iterator[TextFinding]:
    lines = [match for _, match in run]
    kinds = {(m["pound"], (m["unit"] or "").rstrip("s")) for m in [*lines, total]}
    if len(lines) < _LEAST or len(kinds) != 1 or any(_PART.search(m["label"]) for m in lines):
        return
    added = sum((_value(m) for m in lines), Decimal(0))
    printed = _value(total)
    steps = [Decimal(1).scaleb(-len(m["n"].partition(".")[2])) for m in (*lines, total)]
    slack = sum(steps, Decimal(0)) / 2
    if total["unit"] == "%" or not (total["pound"] or total["unit"]):
        slack = max(slack, Decimal(1)) if total["unit"] else Decimal(0)
    if abs(added - printed) <= slack or not printed / 2 <= added <= printed * 2:
        return
    working = " + ".join(f"{m['pound']}{m['n']}{m['unit'] or ''}" for m in lines)
    yield TextFinding(
        place=block.place,
        quote=block.text,
        message=f"{working} = {total['pound']}{in_figures(added)}{total['unit'] or ''}, not "
        f"{total['pound']}{total['n']}{total['unit'] or ''}.",
        confidence=Confidence.HIGH if len(lines) > _LEAST else Confidence.MEDIUM,
        cure="Correct the total or the line that is wrong",
    )


def _value(match: re.Match[str]) -> Decimal:
    value = Decimal(match["n"].replace(",", ""))
    return -value if match["minus"] else value


RULES: tuple[Rule, ...] = (a_list_adds_up_to_its_total,)
