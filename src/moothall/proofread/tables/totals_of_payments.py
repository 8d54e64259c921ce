"""Totals beneath payments that stand in no table: “TOTAL £6,393.08” under lines that end in a sum.

As minutes come out of a file their lines run into one another: “Chq No 1361 £4,400.64 ii. Data
fee, Chq No 1362 £40.00”.  What is told by them is the pence; and where each line has net, tax and
gross, that the third is the first two added.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Grid, Heading, Image, Prose, Report
from moothall.proofread.figures.sums_after_lists import a_sum_after_a_list_is_that_of_its_items
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.slips import looks_like_a_slip
from moothall.proofread.tables.figure_lines import lines_of_figures_add_up

_PENCE = r"\d{1,3}(?:,\d{3})+\.\d\d|\d+\.\d\d"
_ANY_PENCE = Expression(rf"(?<![\d.,])(?:{_PENCE})(?![\d%])")
_MONEY = Expression(rf"£\s?(?P<n>{_PENCE})(?!\d)(?P<after>.{{0,12}})")
_NEXT_LINE = Expression(r"^[.;]?\s*(?:$|(?:[ivxl]+|[a-z]|\d{1,2})[.)]\s|[A-Z(•–-])")
_TOLD_OF_ANOTHER = Expression(r"\b(?:of|from|at|was|is|to|than|bill|for|over|under)\s*$", re.I)
_TOTAL = Expression(
    rf"\btotal(?:\s(?:payments?|expenditure|paid|cheques|to pay|spent|due))?\s*[:=–-]?\s*"
    rf"(?P<sums>£?\s?(?:{_PENCE})(?:\s+£?\s?(?:{_PENCE}|0)){{0,2}})(?![\d%])",
    re.IGNORECASE,
)
_THREE = Expression(
    r"(?<![\d.,/])(?=£?(?P<net>\d[\d,]*(?:\.\d\d?)?)\s+£?(?P<tax>\d[\d,]*(?:\.\d\d?)?)\s+"
    rf"£?(?P<gross>{_PENCE})(?![\d%]))"
)
"""Seen from every figure on: a cheque's number before the net may look like one of the three."""
_NO_PAYMENT = Expression(
    r"\b(?:cancel\w*|void\w*|stopped|lost|returned|not (?:sent|cashed|paid)|withdrawn)\b", re.I
)
_FEWEST, _MOST_BLOCKS, _MOST = 3, 40, 60
_NEAR = Decimal("0.2")


def a_total_beneath_payments_is_their_sum(report: Report) -> Iterator[TextFinding]:
    """£150.00, £207.34, £50.00 and £220.00 are £627.34, and not the £607.34 beneath them."""
    told = [one.quote for one in _told_already(report)]
    held: list[str] = []
    for block in report.blocks:
        text = _text(block)
        if not _ANY_PENCE.search(text):
            held = []
            continue
        since = 0
        total = _TOTAL.search(text) if "otal" in text or "OTAL" in text else None
        while total is not None and isinstance(block, Prose | Heading):
            above = " \n".join([*held[-_MOST_BLOCKS:], text[since : total.start()]])
            message = _amiss(above, _numbers(total["sums"]))
            figures = re.findall(_PENCE, total["sums"])
            if message and not any(figure in quote for quote in told for figure in figures):
                yield TextFinding(
                    place=block.place,
                    quote=total[0],
                    message=message,
                    confidence=Confidence.MEDIUM,
                    cure="Correct the total or the payment that is wrong",
                )
            held, since = [], total.end()
            total = _TOTAL.search(text, since)
        if isinstance(block, Grid) and "total" in text.casefold():
            held = []
            continue
        held.append(text[since:])


def _told_already(report: Report) -> Iterator[TextFinding]:
    """What is told of sums in lists that need no pence."""
    yield from lines_of_figures_add_up(report)
    yield from a_sum_after_a_list_is_that_of_its_items(report)


def _text(block: Prose | Heading | Grid | Image) -> str:
    if isinstance(block, Grid):
        return " \n".join(" ".join(row) for row in block.rows)
    return "" if isinstance(block, Image) else block.text


def _numbers(text: str) -> list[Decimal]:
    return [Decimal(one.replace(",", "")) for one in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


def _amiss(above: str, totals: list[Decimal]) -> str | None:
    if len(totals) == _COLUMNS:
        return _columns_amiss(above, totals)
    return _sum_amiss(above, totals[0]) if len(totals) == 1 else None


# --- one sum a line -------------------------------------------------------------------------------


def _sum_amiss(above: str, total: Decimal) -> str | None:
    paid: list[Decimal] = []
    unpaid: list[Decimal] = []
    since = 0
    for match in _MONEY.finditer(above):
        before = above[since : match.start()]
        since = match.end("n")
        if not _NEXT_LINE.match(match["after"]) or _TOLD_OF_ANOTHER.search(before):
            continue
        value = Decimal(match["n"].replace(",", ""))
        (unpaid if _NO_PAYMENT.search(before) else paid).append(value)
    if not _FEWEST <= len(paid) <= _MOST or total <= max(paid):
        return None
    added = sum(paid, Decimal(0))
    if _is_made_of_some([*paid, *unpaid], total) or abs(total - added) > _NEAR * added:
        return None
    if abs(total - added) > _NEAR / 4 * added and not looks_like_a_slip(total, added):
        return None
    without = " (without what was not paid)" if unpaid else ""
    return f"{_working(paid)} = £{added:,.2f}{without}, not £{total:,.2f}."


def _is_made_of_some(values: Sequence[Decimal], total: Decimal) -> bool:
    """Whether it is their sum, all but one or two of which may have been meant otherwise."""
    off = sum(values, Decimal(0)) - total
    if off == 0 or off in values:
        return True
    if any(off == -one for one in values):
        return True
    return len(values) <= _MOST and any(off == a + b for a, b in combinations(values, 2))


def _working(values: Sequence[Decimal]) -> str:
    if len(values) > _FEW:
        return f"The {len(values)} payments from £{values[0]:,.2f} to £{values[-1]:,.2f}"
    return " + ".join(f"£{value:,.2f}" for value in values)


# --- net, tax and gross ---------------------------------------------------------------------------

_COLUMNS, _FEW = 3, 8
_NAMES = ("net", "tax", "gross")


def _columns_amiss(above: str, totals: list[Decimal]) -> str | None:
    """Where every line is net + tax = gross, and one of its two sums or both are out alike."""
    lines = []
    for match in _THREE.finditer(above):
        net, tax, gross = (Decimal(match[name].replace(",", "")) for name in _NAMES)
        if net + tax == gross:
            lines.append((net, tax, gross))
    if len(lines) < _FEWEST:
        return None
    sums = [sum((line[n] for line in lines), Decimal(0)) for n in range(_COLUMNS)]
    off = [total - added for total, added in zip(totals, sums, strict=True)]
    wrong = [n for n in range(_COLUMNS) if off[n]]
    if not wrong or len(wrong) == _COLUMNS or len({off[n] for n in wrong}) > 1:
        return None
    if any(abs(off[n]) > _NEAR * sums[n] for n in wrong) or -off[wrong[0]] in {
        line[n] for line in lines for n in wrong
    }:
        return None
    first = wrong[0]
    said = " and ".join(f"{totals[n]:,.2f} ({_NAMES[n]})" for n in wrong)
    values = [line[first] for line in lines]
    working = _working(values).replace("£", "")
    right = next(n for n in range(_COLUMNS) if n not in wrong)
    return (
        f"{working} = {sums[first]:,.2f}; the total says {said}, {abs(off[first]):,.2f} "
        f"{'more' if off[first] > 0 else 'less'}, and its {_NAMES[right]} is right."
    )


RULES: tuple[Rule, ...] = (a_total_beneath_payments_is_their_sum,)
