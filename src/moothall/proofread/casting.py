"""Casting: whether the figures of a table add up to the totals that it prints.

Councils lay totals out in many ways, so a total is held against every usual reading, and only one
that fits none is a fault.  How sure we are comes from the table itself: where the other columns
cast by the same reading, the one that does not is wrong; where nothing casts, the reading may be
ours that is wrong.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.amounts import Kind
from moothall.proofread.columns import Figure, Line, Sheet, number_table
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.readings import NOUGHT, Cast, Outcome, Result, casts, is_pair
from moothall.proofread.totals import ALONE, APART, ASIDE, TOTAL

# Answers of which one person may give several: they add up to more than the people.
_SEVERAL_ANSWERS = re.compile(
    r"respon|survey|consult|tick|select|choose|reason|comment|theme|apply|mention|answer|feedback",
    re.IGNORECASE,
)
_MODELLED = re.compile(
    r"project|forecast|estimat|population|\bfte\b|\bwte\b|round|average|modelled|equivalent|£",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:number|numbers|no|nos|count|headcount|responses?|respondents?|pupils?|children|"
    r"schools?|people|residents?|staff|employees|posts|cases|referrals|complaints|votes|places|"
    r"applications|households|properties|visits|young people|adults|homes|units|incidents)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d\d/\d\d\b|\b(?:q[1-4]|quarter|year|month|week|term|april|may|june|july|"
    r"august|sept?|september|october|november|december|january|february|march)\b",
    re.IGNORECASE,
)


def a_table_casts_down(report: Report) -> Iterator[TextFinding]:
    """Every total row is the sum of the rows that it totals."""
    for grid in report.grids:
        table = number_table(grid)
        if table is not None:
            sheet = table.down()
            words = f"{grid.caption} {grid.place.section}"
            yield from _findings(sheet, words, fragment=_is_fragment(report, grid))


def a_table_casts_across(report: Report) -> Iterator[TextFinding]:
    """Every total column is the sum of the columns that it totals; net is gross less income."""
    for grid in report.grids:
        table = number_table(grid)
        if table is not None and len(table.columns) > 2:
            words = f"{grid.caption} {grid.place.section}"
            yield from _findings(table.across(), words, fragment=False)


def _is_fragment(report: Report, grid: Grid) -> bool:
    """Whether the table may be the rest of one that a page break cut off."""
    if grid.head_rows:
        return False
    position = next(n for n, block in enumerate(report.blocks) if block is grid)
    before = report.blocks[position - 1] if position else None
    return isinstance(before, Grid)


def _findings(sheet: Sheet, words: str, *, fragment: bool) -> Iterator[TextFinding]:
    found = list(casts(sheet))
    proven = [0] * len(sheet.ranks)
    for cast in found:
        for rank, result in enumerate(cast.results):
            proven[rank] += result.telling and result.outcome is Outcome.CASTS
    for cast in found:
        for rank, result in enumerate(cast.results):
            if result.outcome in (Outcome.CASTS, Outcome.UNCHECKED):
                continue
            if result.outcome is Outcome.FAILS and not _worth_saying(cast, rank, result):
                continue
            if APART.search(sheet.ranks[rank]) or ASIDE.match(sheet.ranks[rank]):
                continue
            yield _finding(sheet, cast, rank, result, words, proven[rank], fragment=fragment)


def _worth_saying(cast: Cast, rank: int, result: Result) -> bool:
    """Whether the figures can be meant as a sum at all, though nothing says that they are."""
    if cast.telling:
        return True
    total = cast.total.cells[rank]
    members = [c for node in cast.members if isinstance(c := node.line.cells[rank], Figure)]
    if not isinstance(total, Figure) or len([m for m in members if m.value]) < 2:
        return False
    money = {figure.kind is Kind.MONEY for figure in (*members, total)}
    return len(money) == 1 and abs(result.computed) < 20 * abs(total.value) < 400 * abs(
        result.computed
    )


def _finding(
    sheet: Sheet,
    cast: Cast,
    rank: int,
    result: Result,
    words: str,
    proven: int,
    *,
    fragment: bool,
) -> TextFinding:
    total = cast.total.cells[rank]
    assert isinstance(total, Figure)  # noqa: S101 -- an unchecked cell has no finding
    shown = abs(result.computed) if total.value >= 0 else -abs(result.computed)
    off = total.value - shown
    if result.outcome is Outcome.ROUNDED:
        confidence = _rounded_confidence(sheet, cast, rank, total, words)
        ending = (
            ": rounding explains no such difference between counts"
            if confidence is not Confidence.LOW
            else ": no more than rounding explains"
        )
    else:
        confidence = _confidence(sheet, cast, rank, total, result, words, proven, fragment)
        ending = _witnesses(sheet, cast)
    where = "across" if sheet.across else "down"
    return TextFinding(
        place=sheet.place(cast.total, rank),
        quote=_quote(sheet, cast.total, rank, total),
        message=(
            f"{_working(cast, rank, shown, total)}, but the table says {total.text}, "
            f"{_written(abs(off), total)} {'more' if off > 0 else 'less'}, "
            f"cast {where} ({_named(sheet.ranks[rank])}){ending}."
        ),
        confidence=confidence,
        cure="Correct the total or the figure that is wrong"
        if result.outcome is Outcome.FAILS
        else "Say that figures may not add up because they are rounded",
    )


def _named(rank: str) -> str:
    return f"“{rank}”" if rank else "no heading"


def _witnesses(sheet: Sheet, cast: Cast) -> str:
    """The other columns or rows that cast by the same reading."""
    if not cast.telling:
        return ""
    kind = "row" if sheet.across else "column"
    if cast.telling == 1:
        return f"; the sum of another {kind} is right"
    return f"; the sums of {cast.telling} other {kind}s are right"


def _confidence(
    sheet: Sheet,
    cast: Cast,
    rank: int,
    total: Figure,
    result: Result,
    words: str,
    proven: int,
    fragment: bool,
) -> Confidence:
    members = [c for node in cast.members if isinstance(c := node.line.cells[rank], Figure)]
    values = [figure.value for figure in members if figure.value]
    one_sign = all(v > 0 for v in values) or all(v < 0 for v in values)
    added = abs(sum(values, NOUGHT))
    sole = cast.telling > 2 and cast.failed == 1 and abs(total.value) * 2 > added
    slip = _is_slip_in_all(total, result, values)
    if one_sign and values and abs(total.value) <= max(abs(v) for v in values) and not sole:
        # an average, a rate or a part, unless all else in the table casts or digits tell
        natural = cast.natural and (slip or cast.telling > 0) and len(values) > 1
        return Confidence.MEDIUM if slip and natural and not fragment else Confidence.LOW
    if cast.telling >= 2 and cast.failed <= cast.telling:
        return Confidence.HIGH
    if cast.telling == 1 and cast.natural and cast.failed == 1:
        return Confidence.HIGH
    if proven and cast.natural and cast.failed <= max(1, proven):
        return Confidence.HIGH
    if fragment or cast.telling:
        return Confidence.LOW
    return _lonely(sheet, cast, rank, total, values, result, words)


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
    if (
        not (pair or ALONE.search(cast.total.label))
        or not cast.natural
        or len(values) < 2
        or cast.failed > 2
    ):
        return Confidence.LOW
    if not pair and any(node.aside for node in cast.members):
        return Confidence.LOW
    if not pair and cast.signed != "as printed":
        return Confidence.LOW
    kinds = {c.kind for node in cast.members if isinstance(c := node.line.cells[rank], Figure)}
    if len(kinds | {total.kind}) > 1:
        return Confidence.LOW
    if sheet.across and not pair and not _are_periods(cast, labels):
        return Confidence.LOW
    ratio = abs(result.computed / total.value) if total.value else NOUGHT
    slipped = any(abs(ratio - power) < Decimal("0.02") * power for power in _SLIPS)
    slipped = slipped or _is_slip(abs(total.value), abs(result.computed))
    if not Decimal("0.6") < ratio < Decimal("1.67") and not slipped:
        return Confidence.LOW
    counts = total.kind is Kind.COUNT and "£" not in f"{head} {words}"
    spoken = f"{head} {words} {' '.join(labels)} {cast.total.label}"
    if counts and ratio > 1 and _SEVERAL_ANSWERS.search(spoken):
        return Confidence.LOW
    if abs(total.value) < 10 and counts:
        return Confidence.LOW
    if counts and 98 <= total.value <= 102:
        return Confidence.LOW  # shares printed without their sign
    return Confidence.LOW if _round_figures(cast, rank, total, result) else Confidence.MEDIUM


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


def _rounded_confidence(
    sheet: Sheet, cast: Cast, rank: int, total: Figure, words: str
) -> Confidence:
    """Counts of people or things are not rounded; nearly all else may be."""
    head = sheet.ranks[rank]
    spoken = f"{head} {words} {cast.total.label}"
    cells = [c for node in cast.members if isinstance(c := node.line.cells[rank], Figure)]
    cells.append(total)
    if any(c.kind is not Kind.COUNT or c.places or c.scale != 1 for c in cells):
        return Confidence.LOW
    if not _PEOPLE.search(head) or _MODELLED.search(spoken) or 98 <= total.value <= 102:
        return Confidence.LOW
    if all(c.value % 5 == 0 for c in cells) or not cast.natural:
        return Confidence.LOW
    if _SEVERAL_ANSWERS.search(spoken) and abs(cast.results[rank].computed) > abs(total.value):
        return Confidence.LOW
    return Confidence.MEDIUM


def _working(cast: Cast, rank: int, shown: Decimal, total: Figure) -> str:
    cells = [(node, node.line.cells[rank]) for node in cast.members]
    figures = [(n, c) for n, c in cells if isinstance(c, Figure) and c.value]
    result = _written(shown, total)
    if len(figures) > 6:
        first, last = figures[0][1].text, figures[-1][1].text
        return f"The {len(figures)} figures from {first} to {last} add up to {result}"
    parts = []
    for place, (node, figure) in enumerate(figures):
        text = figure.text
        minus = cast.signed == "income taken off" and node.taken_off
        minus = minus or (cast.signed == "the first less the rest" and place > 0)
        joint = (" − " if minus else " + ") if place else ("−" if minus else "")
        parts.append(joint + text)
    return f"{''.join(parts)} = {result}"


def _written(value: Decimal, total: Figure) -> str:
    """A value as the table prints its total: with its pound sign, in its unit."""
    scaled = (abs(value) / total.scale).normalize()
    if scaled == scaled.to_integral_value():
        scaled = scaled.quantize(Decimal(1))
    sign = "−" if value < 0 else ""
    pound = "£" if total.kind is Kind.MONEY else ""
    unit = {Decimal(1_000): "k", Decimal(1_000_000): "m", Decimal(10**9): "bn"}.get(total.scale, "")
    return f"{sign}{pound}{scaled:,f}{unit}"


def _quote(sheet: Sheet, line: Line, rank: int, total: Figure) -> str:
    label = sheet.ranks[rank] if sheet.across else line.label
    return f"{label} {total.text}".strip()


RULES = (a_table_casts_down, a_table_casts_across)
