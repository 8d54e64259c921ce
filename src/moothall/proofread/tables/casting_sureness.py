"""How sure we are of a total that does not cast: by what else in the table casts, and how far off.

Where the other columns cast by the same reading, the one that does not is wrong; where nothing
casts, the reading may be ours that is wrong.
"""

import re
from decimal import Decimal

from moothall.proofread.finding import Confidence
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.cast_parts import NOUGHT, Cast, Result
from moothall.proofread.tables.columns import Figure, Sheet
from moothall.proofread.tables.readings import (
    is_pair,
    is_unnamed_total,
    is_unnamed_total_of_payments,
)
from moothall.proofread.tables.totals import ALONE, TOTAL, is_of_one_kind

# Answers of which one person may give several: they add up to more than the people.
SEVERAL_ANSWERS = Expression(
    r"respon|survey|consult|tick|select|choose|reason|comment|theme|apply|mention|answer|feedback",
    re.IGNORECASE,
)
_PERIOD = Expression(
    r"\b(?:19|20)\d\d\b|\b\d\d/\d\d\b|\b(?:q[1-4]|quarter|year|month|week|term|april|may|june|july|"
    r"august|sept?|september|october|november|december|january|february|march)\b",
    re.IGNORECASE,
)


def sureness(
    sheet: Sheet,
    cast: Cast,
    rank: int,
    total: Figure,
    result: Result,
    words: str,
    proven: int,
    fragment: bool,
) -> Confidence:
    """How sure we are that a total which does not cast is wrong."""
    if _is_rounding_to_five(sheet, cast, total, result):
        return Confidence.LOW
    members = [c for node in cast.members if isinstance(c := node.line.cells[rank], Figure)]
    values = [figure.value for figure in members if figure.value]
    one_sign = all(v > 0 for v in values) or all(v < 0 for v in values)
    added = abs(sum(values, NOUGHT))
    sole = cast.telling > 2 and cast.failed == 1 and abs(total.value) * 2 > added
    # of what is added and taken off, as the other rows show, no part need be less than the whole
    sole = sole or (cast.telling == 2 and cast.failed == 1 and cast.signed != "as printed")
    slip = _is_slip_in_all(total, result, values) or _has_one_in_another_unit(total, values)
    if one_sign and values and abs(total.value) <= max(abs(v) for v in values) and not sole:
        # an average, a rate or a part, unless all else in the table casts or digits tell
        natural = cast.natural and (slip or cast.telling > 0) and len(values) > 1
        return Confidence.MEDIUM if slip and natural and not fragment else Confidence.LOW
    if cast.telling >= 2 and cast.failed <= cast.telling:
        return Confidence.HIGH
    if cast.telling == 1 and cast.natural and cast.failed == 1:
        return Confidence.HIGH
    if cast.telling and cast.natural and cast.fails_by_one_change and not fragment:
        return Confidence.HIGH
    if proven and cast.natural and cast.failed <= max(1, proven):
        return Confidence.HIGH
    if fragment or cast.telling:
        return Confidence.LOW
    return _lonely(sheet, cast, rank, total, values, result, words)


def _has_one_in_another_unit(total: Figure, values: list[Decimal]) -> bool:
    """Whether one row is in thousands where the others are in millions: then the total is right.

    The thousandth part of it must show in the total, else the row may only be left out of it.
    """
    if len(values) < _FEW_ROWS:
        return False
    slack = total.half * (len(values) + 1)
    added = abs(sum(values, NOUGHT))
    return any(
        abs(value) / _THOUSAND > slack
        and abs(added - abs(value) + abs(value) / _THOUSAND - abs(total.value)) <= slack
        for value in values
    )


_FEW_ROWS, _THOUSAND = 3, Decimal(1_000)
_ENOUGH_FIVES = 12
"""So many long figures that end in 5 or 0 do so by no chance: one in five would."""


def _is_rounding_to_five(sheet: Sheet, cast: Cast, total: Figure, result: Result) -> bool:
    """Whether all is rounded to the nearest five, as national statistics often are, and that
    explains the difference: one five, or in several sums of the table a few.

    Round budgets are not meant: of figures rounded to five, half or so end in 5.
    """
    off = abs(abs(total.value) - abs(result.computed)) / total.scale
    if off > 5 and (cast.failed < 2 or off > Decimal("2.5") * (len(cast.members) + 1)):
        return False
    last = [
        int(abs(cell.value) / cell.scale) % 10
        for line in sheet.lines
        for cell in line.cells
        if isinstance(cell, Figure) and not cell.places and not cell.year_like
        if abs(cell.value) / cell.scale >= 1_000
    ]
    if len(last) < _ENOUGH_FIVES or any(digit % 5 for digit in last):
        return False
    return len(last) <= 4 * last.count(5) <= 3 * len(last)


def _lonely(
    sheet: Sheet,
    cast: Cast,
    rank: int,
    total: Figure,
    values: list[Decimal],
    result: Result,
    words: str,
) -> Confidence:
    """How sure we are of a total that nothing else in the table speaks for."""
    head = sheet.ranks[rank]
    labels = [node.line.label for node in cast.members]
    pair = is_pair(cast)
    paid = is_unnamed_total_of_payments(cast.total, cast.members)
    if (
        not (pair or ALONE.search(cast.total.label) or is_unnamed_total(cast.total, cast.members))
        or not cast.natural
        or len(values) < 2
        or (cast.failed > 2 and not paid)
    ):
        return Confidence.LOW
    if not pair and any(node.aside for node in cast.members):
        return Confidence.LOW
    if not pair and cast.signed != "as printed":
        return Confidence.LOW
    held = [c for node in cast.members if isinstance(c := node.line.cells[rank], Figure)]
    if not is_of_one_kind((*held, total)) or _comes_of_what_goes_out(cast, rank, total):
        return Confidence.LOW
    if sheet.across and not pair and not _are_periods(cast, labels):
        return Confidence.LOW
    ratio = abs(result.computed / total.value) if total.value else NOUGHT
    slipped = any(abs(ratio - power) < Decimal("0.02") * power for power in _SLIPS)
    slipped = slipped or _is_slip(abs(total.value), abs(result.computed))
    if not Decimal("0.6") < ratio < Decimal("1.67") and not slipped:
        return Confidence.LOW
    counts = total.kind is Kind.COUNT and not paid and "£" not in f"{head} {words}"
    spoken = f"{head} {words} {' '.join(labels)} {cast.total.label}"
    if counts and ratio > 1 and SEVERAL_ANSWERS.search(spoken):
        return Confidence.LOW
    if abs(total.value) < 10 and counts:
        return Confidence.LOW
    if counts and 98 <= total.value <= 102:
        return Confidence.LOW  # shares printed without their sign
    return Confidence.LOW if _round_figures(cast, rank, total, result) else Confidence.MEDIUM


_GOES_OUT = Expression(
    r"\b(?:payments?|expenditure|spending|spent|outgoings?|paid out|costs?)\b", re.IGNORECASE
)


def _comes_of_what_goes_out(cast: Cast, rank: int, total: Figure) -> bool:
    """Whether a total casts where the rows that say so are taken off: balance, in, out, total."""
    added = NOUGHT
    for node in cast.members:
        cell = node.line.cells[rank]
        if isinstance(cell, Figure):
            added += -cell.value if _GOES_OUT.search(node.line.label) else cell.value
    return abs(abs(added) - abs(total.value)) <= total.half * (len(cast.members) + 1)


_SLIPS = tuple(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3))


def _are_periods(cast: Cast, labels: list[str]) -> bool:
    """Whether a row alone says what its total is of: years, quarters or months."""
    if not all(_PERIOD.search(label) for label in labels):
        return False
    return not _PERIOD.search(cast.total.label) or TOTAL.search(cast.total.label) is not None


def _is_slip(printed: Decimal, true: Decimal) -> bool:
    """Whether one figure is the other with two digits exchanged, one wrong, or a nought more."""
    one, other = _digits(printed, true), _digits(true, printed)
    if printed * true <= 0 or min(len(one.rstrip("0")), len(other.rstrip("0"))) < 3:
        return False
    if len(one) != len(other):
        longer, shorter = sorted((one, other), key=len, reverse=True)
        dropped = (longer[:n] + longer[n + 1 :] for n in range(len(longer)))
        return one.rstrip("0") == other.rstrip("0") or shorter in dropped
    wrong = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    exchanged = len(wrong) == 2 and sorted(one) == sorted(other)
    return len(wrong) == 1 or (exchanged and wrong[1] - wrong[0] == 1)


def _digits(value: Decimal, beside: Decimal) -> str:
    """The digits of a value, to the last place that it or the one beside it has."""
    places = max(0, *(len(f"{v.normalize():f}".partition(".")[2]) for v in (value, beside)))
    return f"{abs(value):.{places}f}".replace(".", "").lstrip("0")


def _is_slip_in_all(total: Figure, result: Result, values: list[Decimal]) -> bool:
    """Whether a slip of the pen in the total, or in one of few parts, explains the difference."""
    true = abs(result.computed)
    if _is_slip(abs(total.value), true):
        return True
    off = abs(total.value) - true
    return len(values) <= 6 and any(_is_slip(abs(value), abs(value) + off) for value in values)


def _round_figures(cast: Cast, rank: int, total: Figure, result: Result) -> bool:
    """Whether figures printed in full are visibly rounded to thousands or so, and that explains."""
    cells = [c for node in cast.members if isinstance(c := node.line.cells[rank], Figure)]
    cells.append(total)
    whole = [int(abs(c.value)) for c in cells if c.value and c.value == int(c.value)]
    if len(whole) < len([c for c in cells if c.value]) or len(whole) < 3:
        return False
    step = 1
    while all(value % (step * 10) == 0 for value in whole):
        step *= 10
    fine = any(value // step >= 100 for value in whole[:-1])
    return step > 1 and fine and abs(total.value - result.computed) <= step * len(whole) / 2
