"""Moves told of a row: its change in per cent, its average, its fall from one year to the next.

What a sentence says of a row of years is worked out again from the row.  A change that is that of
any two of its figures is right; it is told where the words name the row and the true one has the
same digits in another order, or where row and year are both named and the change is another.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.words_of_change import CHANGE_NOUN, DOWN, UP
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.named_rows import NamedRow, NamedRows, named_rows
from moothall.proofread.reading.passages import (
    HUNDRED,
    ROUGH,
    Figure,
    Sentence,
    each_sentence,
    finding_on,
    mark,
    per_cent,
)
from moothall.proofread.reading.slips import are_close, in_figures, looks_like_a_slip
from moothall.proofread.reading.statements import content_words, periods_named
from moothall.proofread.reading.table_figures import Figure as Cell

_CURE = "Correct the figure that is wrong."
_ELSE = Expression(
    r"\b(?:real terms|inflation|target|points?|on average|compound|nationally|england|budgeted|"
    r"if|would|could|than (?:planned|expected|forecast)|of which|compared (?:to|with) the)\b",
    re.IGNORECASE,
)

# --- by so many per cent --------------------------------------------------------------------------

_BY = Expression(
    rf"\b(?:{UP}|{DOWN}|up|down)\s(?:by\s|of\s)?{ROUGH}{mark('c', 'P')}|"
    rf"\b(?:{CHANGE_NOUN})s?\sof\s{ROUGH}{mark('d', 'P')}|"
    rf"{mark('e', 'P')}\s(?:{CHANGE_NOUN})\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 2


def a_percentage_of_change_is_that_of_its_row(report: Report) -> Iterator[TextFinding]:
    """“A 7.6% increase in the fare” where the row has £11.44 and then £12.21: 6.7%."""
    rows = named_rows(report)
    if not rows.all:
        return
    for paragraph, one in each_sentence(report, 1):
        match = _BY.search(one.pattern) if "%" in one.text or "per cent" in one.text else None
        if match is None or paragraph.cell or _ELSE.search(one.text):
            continue
        by = one.figure(match["c"] or match["d"] or match["e"])
        if by.rough or not by.size:
            continue
        found = _other_change(one, by, rows)
        if found is None:
            continue
        row, a, b, sure = found
        true = (b.value / a.value - 1) * HUNDRED
        yield finding_on(
            paragraph,
            one,
            f"The table has “{row.label}” at {row.printed(a)} (“{a.head}”) and {row.printed(b)} "
            f"(“{b.head}”; {row.where(b)}): a change of {per_cent(true)}, not {by.text}.",
            _CURE,
            Confidence.MEDIUM if sure else Confidence.LOW,
        )


def _other_change(
    one: Sentence, by: Figure, rows: NamedRows
) -> tuple[NamedRow, Cell, Cell, bool] | None:
    words = content_words(one.text)
    named = [row for row in rows.named(words) if len(row.cells) > 1]
    near = named or [row for row in rows.under(words) if len(row.cells) > 1]
    if not near or any(_is_change(row, by) for row in near):
        return None
    when = periods_named(one.text)
    for row in near:
        for a, b in _told_pairs(row, when):
            true = (b.value / a.value - 1) * HUNDRED
            shown = abs(true).quantize(by.amount.step)
            slip = by.amount.places > 0 and looks_like_a_slip(by.size, shown)
            dated = bool(periods_named(b.head) & when) or len(row.cells) == 2
            close = shown / 3 <= by.size <= shown * 3
            if slip or (row in named and dated and close):
                outright = row in named and bool(periods_named(b.head) & when)
                return row, a, b, slip or outright or len(row.words) >= _LEAST_WORDS
    return None


def _is_change(row: NamedRow, by: Figure) -> bool:
    """Whether any two of the figures of a row differ by so many per cent, or one is printed."""
    if any(cell.kind is Kind.PERCENT and cell.value == by.size for cell in row.cells):
        return True
    return any(
        a.value > 0
        and b.value > 0
        and min(
            abs(abs(b.value / a.value - 1) * HUNDRED - by.size),
            abs(abs(a.value / b.value - 1) * HUNDRED - by.size),
        )
        <= by.amount.step
        for a, b in combinations(row.cells, 2)
        if a.kind is b.kind
    )


def _told_pairs(row: NamedRow, when: frozenset[str]) -> list[tuple[Cell, Cell]]:
    """The steps from one column to the next that a sentence may mean: of its years, or the last."""
    if not row.in_time:
        return []
    pairs = [
        (a, b)
        for a, b in pairwise(row.cells)
        if a.kind is b.kind is not Kind.PERCENT and a.value > 0 and b.value > 0
    ]
    dated = [pair for pair in pairs if periods_named(pair[1].head) & when]
    return dated or pairs[-1:]


# --- an average over years ------------------------------------------------------------------------

_AVERAGE = Expression(
    rf"\b(?:an average of|on average|averag(?:es?|ed|ing))\s{ROUGH}{mark('n', 'MC')}|"
    rf"\baverage[^«»;.]{{0,40}}?\s(?:is|was|of|will be|at)\s{ROUGH}{mark('m', 'MC')}",
    re.IGNORECASE,
)
_AVERAGES = Expression(r"\baverag", re.IGNORECASE)
_YEARS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_OVER = Expression(
    r"\b(?P<n>two|three|four|five|six|seven|ten|\d{1,2})[- ](?:year|month|quarter)s?\b",
    re.IGNORECASE,
)


def an_average_over_years_is_that_of_its_row(report: Report) -> Iterator[TextFinding]:
    """“Raises an average of £26m a year over five years”, where the five make £179m: £36m."""
    rows = named_rows(report)
    if not rows.all:
        return
    for paragraph, one in each_sentence(report, 1):
        match = _AVERAGE.search(one.pattern) if "averag" in one.text.lower() else None
        if match is None or paragraph.cell or len(_AVERAGES.findall(one.text)) > 1:
            continue
        over = _OVER.search(one.text)
        if over is None:
            continue
        told = one.figure(match["n"] or match["m"])
        years = _YEARS.get(over["n"].lower()) or int(over["n"])
        for row in rows.named(content_words(one.text)):
            message = _other_average(told, years, row)
            if message:
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
                break


def _other_average(told: Figure, years: int, row: NamedRow) -> str | None:
    cells = [cell for cell in row.cells if cell.kind is told.kind or told.kind is Kind.COUNT]
    if not row.in_time or not years <= len(cells) <= years + 2 or years < 2:
        return None
    spread = max(told.amount.half, told.size / 10 if told.rough else told.amount.half)
    windows = [cells[start : start + years] for start in range(len(cells) - years + 1)]
    means = [sum((cell.value for cell in held), Decimal(0)) / years for held in windows]
    if any(abs(mean - told.size) <= spread + max(c.step for c in cells) for mean in means):
        return None
    held, mean = windows[-1], means[-1]
    if not mean / 3 <= told.size <= mean * 3:
        return None
    printed = " + ".join(row.printed(cell) for cell in held)
    shown = (mean / told.amount.scale).quantize(Decimal("0.01"))
    unit = told.text.lstrip("£€0123456789.,")
    return (
        f"“{row.label}” has {printed} in these {years} ({row.where(held[0])}): "
        f"{in_figures(shown)}{unit} on average, not {told.text}."
    )


# --- from one figure of a row to the next ---------------------------------------------------------

_FROM_TO = Expression(
    rf"\bfrom\s{mark('a', 'MC')}(?P<when>\s(?:in|at|for|during)\s[^«»;.]{{3,24}}?)?\sto\s"
    rf"{mark('b', 'MC')}(?P<until>\s(?:in|by|at|for|during)\s[^«»;.,]{{3,24}})?",
    re.IGNORECASE,
)
_LEAST_DIGITS = 3


def a_move_told_of_a_row_begins_where_the_row_was(report: Report) -> Iterator[TextFinding]:
    """“From £8,840 to £5,000”, where 8,840 is of two years before and the last year has £9,100."""
    rows = named_rows(report)
    if not rows.all:
        return
    for paragraph, one in each_sentence(report, 2):
        match = _FROM_TO.search(one.pattern) if "from" in one.text.lower() else None
        if match is None or paragraph.cell:
            continue
        a, b = one.figure(match["a"]), one.figure(match["b"])
        if a.rough or b.rough or len(a.text.strip("£€0")) < _LEAST_DIGITS:
            continue
        meant, until = (periods_named(match[name] or "") for name in ("when", "until"))
        if meant and until:
            message = _unlike_an_end(one, ((a, meant), (b, until)), rows)
            if message:
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
                continue
        found = _of_another_column(one, a, b, meant, rows)
        if found is not None:
            row, wrong, before = found
            yield finding_on(
                paragraph,
                one,
                f"“{row.label}” is {row.printed(before)} for “{before.head}” "
                f"({row.where(before)}); {a.text} is that of “{wrong.head}”.",
                "Give the figure that it changes from, or say of which year it is.",
                Confidence.MEDIUM,
            )


def _unlike_an_end(
    one: Sentence, ends: tuple[tuple[Figure, frozenset[str]], ...], rows: NamedRows
) -> str | None:
    """What is wrong where one end of a move is its year's figure of the row, and the other not."""
    for row in rows.named(content_words(one.text)):
        told = [
            (figure, cells[0])
            for figure, when in ends
            if len(cells := [c for c in row.cells if periods_named(c.head) == when]) == 1
        ]
        wrong = [(figure, cell) for figure, cell in told if cell.value != figure.size]
        if len(told) != len(ends) or len(wrong) != 1 or wrong[0][1].kind is not wrong[0][0].kind:
            continue
        figure, cell = wrong[0]
        if looks_like_a_slip(cell.value, figure.size) or are_close(cell.value, figure.size):
            return (
                f"“{row.label}” has {row.printed(cell)} for “{cell.head.strip()}” "
                f"({row.where(cell)}), not {figure.text}."
            )
    return None


def _of_another_column(
    one: Sentence, a: Figure, b: Figure, meant: frozenset[str], rows: NamedRows
) -> tuple[NamedRow, Cell, Cell] | None:
    """The row that a move is of, with the column of its first figure and the one that is meant."""
    holding = [row for row in rows.with_figure(b.kind, b.size) if row.in_time]
    if len(holding) != 1:
        return None
    row = holding[0]
    place = _place(row, b)
    earlier = [cell for cell in row.cells[:place] if (cell.kind, cell.value) == (a.kind, a.size)]
    if not earlier:
        return None
    if meant:
        told = [cell for cell in row.cells if periods_named(cell.head) & meant]
        wrong = len(told) == 1 and told[0].value not in (a.size, b.size)
        return (row, earlier[-1], told[0]) if wrong else None
    before = row.cells[place - 1]
    when = periods_named(one.text)
    plain = all(
        cell is not row.cells[0] and not periods_named(cell.head) & when for cell in earlier
    )
    if not plain or before.value in (a.size, b.size) or len(row.cells) <= _LEAST_DIGITS:
        return None
    return row, earlier[-1], before


def _place(row: NamedRow, figure: Figure) -> int:
    """The first column after the first that has the figure, 0 where none has."""
    return next(
        (
            place
            for place, cell in enumerate(row.cells)
            if place and cell.kind is figure.kind and cell.value == figure.size
        ),
        0,
    )


RULES: tuple[Rule, ...] = (
    a_percentage_of_change_is_that_of_its_row,
    an_average_over_years_is_that_of_its_row,
    a_move_told_of_a_row_begins_where_the_row_was,
)
