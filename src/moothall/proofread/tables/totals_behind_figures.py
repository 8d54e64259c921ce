"""Totals of money lines that print the figure first, or on a line of its own.

“20/06 £55.00 stall hire”, “02/07 £1.26 interest”, then “£65.26 TOTAL RECEIPTS”; or a label, its
figure beneath it, and so on to “Total” and what is beneath that.

Left alone: lines that take off, give a balance, a price or a part of another line, a total that
takes in an earlier one, and all that another rule has told of the line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.figures.sums_after_lists import a_sum_after_a_list_is_that_of_its_items
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.figure_lines import lines_of_figures_add_up
from moothall.proofread.tables.listed_totals import a_list_adds_up_to_its_total
from moothall.proofread.tables.totals_of_payments import a_total_beneath_payments_is_their_sum

_AMOUNT = r"£\s?(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d{1,7}(?:\.\d\d)?)"
_FIRST = Expression(
    rf"^(?:\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?\s+)?{_AMOUNT}(?:\s*[–:=-])?\s+"
    r"(?P<label>[^\d\s£%(][^£%]{1,100})$"
)
_LAST = Expression(rf"^(?P<label>[^£%]{{2,100}}?)\s*[:=–.-]{{0,4}}\s*{_AMOUNT}[.;]?$")
_ALONE = Expression(rf"^{_AMOUNT}$")
_LABEL = Expression(r"^[A-Z][^£%\d]{1,60}$")
_TOTAL = Expression(
    r"^(?:grand |overall )?total(?: (?:receipts?|income|payments?|expenditure|paid|spent|costs?|"
    r"cheques|direct debits|direct debit|bacs|grants|to pay|received|due|banked|for payment))*\W*$",
    re.IGNORECASE,
)
_OTHERWISE = Expression(
    r"\b(?:balances?|opening|closing|brought|carried|[bc]/f(?:wd)?|less|minus|net|vat extra|plus|"
    r"of which|includ\w+|refunded|reduction|discount|credit|cancelled|void|budget|average|"
    r"per|tickets?|adults?|"
    r"child(?:ren)?|concessions?|"
    r"each|an hour|a day|a week|a month|a year|an?|or|from|to|was|were|is|are|had|has|with)\b",
    re.IGNORECASE,
)
_PAID_OUT = Expression(r"\b(?:payments?|expenditure|spent|outgoings?)\b", re.IGNORECASE)
_FEWEST, _MOST, _LONGEST = 2, 60, 120
_NEAR = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    text: str
    value: Decimal
    first: bool
    """Whether the figure stands before the label, or alone beneath it."""


def a_total_behind_its_figure_is_the_sum_of_the_lines(report: Report) -> Iterator[TextFinding]:
    """“£1.26 interest”, “£55.00 hire”, “£65.26 TOTAL RECEIPTS”: £56.26."""
    found = list(_amiss(report))
    if found:
        told = {
            one.place
            for rule in (
                a_sum_after_a_list_is_that_of_its_items,
                lines_of_figures_add_up,
                a_list_adds_up_to_its_total,
                a_total_beneath_payments_is_their_sum,
            )
            for one in rule(report)
            if one.confidence is not Confidence.LOW
        }
        yield from (one for one in found if one.place not in told)


def _amiss(report: Report) -> Iterator[TextFinding]:
    run: list[_Line] = []
    totals = Decimal(0)
    for place, line in _lines(report):
        if line is None:
            run, totals = [], Decimal(0)
            continue
        if not _TOTAL.match(line.label):
            run.append(line)
            continue
        message = _sum_amiss(run, line, totals)
        if message is not None:
            yield TextFinding(
                place=place,
                quote=f"{line.text} {line.label}" if line.first else f"{line.label} {line.text}",
                message=message,
                confidence=Confidence.MEDIUM,
                cure="Correct the total or the line that is wrong",
            )
        run, totals = [], totals + line.value


def _lines(report: Report) -> Iterator[tuple[Place, _Line | None]]:
    """Each line with its label and its figure; None where a list of such lines is at its end."""
    label = ""
    for block in report.blocks:
        text = "" if isinstance(block, Grid | Image) else block.text.strip()
        if not text or len(text) > _LONGEST or not isinstance(block, Prose | Heading):
            label = ""
            yield block.place, None
            continue
        alone = _ALONE.match(text)
        match = alone or _FIRST.match(text) or _LAST.match(text) if "£" in text else None
        if match is None:
            if label or not _LABEL.match(text):
                yield block.place, None
            label = text if _LABEL.match(text) else ""
            continue
        named = label if alone else match["label"].strip()
        if named:
            first = alone is not None or match.start("n") < match.start("label")
            value = Decimal(match["n"].replace(",", ""))
            yield block.place, _Line(named, f"£{match['n']}", value, first)
        else:
            yield block.place, None
        label = ""


def _sum_amiss(run: list[_Line], total: _Line, totals: Decimal) -> str | None:
    if not _FEWEST <= len(run) <= _MOST or not (total.first or any(one.first for one in run)):
        return None
    if any(_OTHERWISE.search(one.label) for one in (*run, total)):
        return None
    ways = {_PAID_OUT.search(one.label) is not None for one in run}
    values = [one.value for one in run]
    added = sum(values, Decimal(0))
    if len(ways) > 1 or total.value in (added, added + totals, totals) or total.value < max(values):
        return None
    pence = any(value != int(value) for value in values)
    if pence and total.value == int(total.value) and abs(total.value - added) <= 1:
        return None
    if abs(total.value - added) > _NEAR * added:
        return None
    return f"{' + '.join(one.text for one in run)} = £{_shown(added, pence)}, not {total.text}."


def _shown(value: Decimal, pence: bool) -> str:
    return f"{value:,.2f}" if pence else f"{value:,f}"


RULES: tuple[Rule, ...] = (a_total_behind_its_figure_is_the_sum_of_the_lines,)
