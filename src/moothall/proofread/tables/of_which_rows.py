"""Rows and lines “of which”: parts of the row above them, and parts of such a part.

“Applications 412, of which majors 23, of which minors 141, of which others 258”: with the others
named these are all, and make 422.  “Of which part-time 498, of whom (part-timers) in term only
530”: the second is a part of the first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure as TextFigure
from moothall.proofread.reading.passages import Paragraph, Sentence, finding_on, paragraphs
from moothall.proofread.reading.share_words import met, telling_words
from moothall.proofread.reading.slips import in_figures
from moothall.proofread.tables.columns import Figure, Line, Sheet, number_table

_OF_WHICH = Expression(
    r"^\W*(?:of (?:which|whom|these|those|them)|(?:incl(?:\.|uding|udes)|made up of|comprising))\b",
    re.IGNORECASE,
)
_NO_SIBLING = Expression(r"^\W*(?:incl|of (?:these|those|them))", re.IGNORECASE)
"""What is included is not all; “of those” may be of the row before it."""
_AGAIN = Expression(r"\bof wh(?:ich|om)\b", re.IGNORECASE)
_THE_REST = Expression(
    r"^\W*(?:of wh(?:ich|om):?\s)?(?:all\s|the\s|in\s)?(?:others?|rest|remaind\w*|remaining|"
    r"neither|unknown|elsewhere|miscellaneous)\b",
    re.IGNORECASE,
)
"""What takes in all that the other parts leave."""
_MARK = Expression(r"«[MC]\d+»")
_FEWEST = 2
_CURE = "Correct the whole or the part that is wrong."


@dataclass(frozen=True, slots=True)
class _Parts:
    """A row and the rows “of which” below it."""

    whole: Line
    parts: tuple[Line, ...]


def rows_of_which_fit_the_row_above(report: Report) -> Iterator[TextFinding]:
    """A part of 498 is no 530; parts with “others” among them make the whole."""
    for grid in report.grids:
        if not any("of wh" in cell.casefold() for row in grid.rows for cell in row[:2]):
            continue
        table = number_table(grid)
        if table is None:
            continue
        sheet = table.down()
        for held in _held(sheet):
            for rank in range(len(sheet.ranks)):
                yield from _too_much(sheet, held, rank)


def _held(sheet: Sheet) -> Iterator[_Parts]:
    whole: Line | None = None
    parts: list[Line] = []
    for line in (*sheet.lines, None):
        if line is not None and _OF_WHICH.search(line.label):
            parts.append(line)
            continue
        if whole is not None and parts:
            yield _Parts(whole, tuple(parts))
        whole, parts = line, []


def _too_much(sheet: Sheet, held: _Parts, rank: int) -> Iterator[TextFinding]:
    whole = held.whole.cells[rank]
    if not isinstance(whole, Figure) or whole.kind is Kind.PERCENT:
        return
    level: list[tuple[Line, Figure]] = []
    for line in held.parts:
        cell = line.cells[rank]
        if not isinstance(cell, Figure) or cell.kind is not whole.kind:
            return
        above = _part_named(line, level)
        if above is None:
            level.append((line, cell))
            continue
        label, over = above[0].label.strip(), above[1]
        if abs(cell.value) > abs(over.value) + cell.half + over.half:
            message = f"{cell.text} is a part of “{label}”, which is {over.text}."
            yield _finding(sheet, line, rank, cell, message)
            return
    rest = any(_THE_REST.search(line.label) for line, _ in level)
    if len(level) < _FEWEST or not rest or any(_NO_SIBLING.search(line.label) for line, _ in level):
        return
    added = sum((cell.value for _, cell in level), Decimal(0))
    slack = sum((cell.half for _, cell in level), whole.half)
    counted = whole.kind is Kind.COUNT and not whole.places and whole.scale == 1
    if abs(added - whole.value) > (Decimal(0) if counted and abs(added) < 1000 else slack):
        working = " + ".join(cell.text for _, cell in level)
        yield _finding(
            sheet,
            held.whole,
            rank,
            whole,
            f"{working} = {added / whole.scale:,f}, and these with the others are all of "
            f"{whole.text}.",
        )


def _part_named(line: Line, parts: list[tuple[Line, Figure]]) -> tuple[Line, Figure] | None:
    """The part that a row says in brackets that it is a part of."""
    bracketed = re.search(r"\(([^()]+)\)", line.label)
    named = bracketed[1] if bracketed else ""
    words = telling_words(named)
    if not words:
        return None
    found = [part for part in parts if met(words, telling_words(part[0].label)) == words]
    return found[0] if len(found) == 1 else None


def _finding(sheet: Sheet, line: Line, rank: int, cell: Figure, message: str) -> TextFinding:
    return TextFinding(
        place=sheet.place(line, rank),
        quote=f"{line.label} {cell.text}".strip(),
        message=message,
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


# --- lines run together ---------------------------------------------------------------------------


def lines_of_which_make_the_line_above(report: Report) -> Iterator[TextFinding]:
    """“Calls: 412”, below it “of which by post 23 of which by lamp 141 of which others 258”."""
    before: Paragraph | None = None
    for paragraph in paragraphs(report):
        above, before = before, paragraph
        if paragraph.cell or "of wh" not in paragraph.text.casefold():
            continue
        for number, one in enumerate(paragraph.sentences):
            opening, *parts = _AGAIN.split(one.pattern)
            if len(parts) < _FEWEST or not _THE_REST.search(parts[-1]):
                continue
            marks = [_MARK.findall(part) for part in parts]
            whole = _whole(one, opening, above if number == 0 else None)
            if whole is None or any(len(each) != 1 for each in marks):
                continue
            each = [one.figure(found[0]) for found in marks]
            if len({figure.kind for figure in (whole, *each)}) != 1 or whole.rough:
                continue
            added = sum((figure.value for figure in each), Decimal(0))
            slack = sum((figure.spread for figure in (whole, *each)), Decimal(0))
            if abs(added - whole.value) > slack:
                working = " + ".join(figure.text for figure in each)
                yield finding_on(
                    paragraph,
                    one,
                    f"{working} = {in_figures(added)}, and these with the others are all of "
                    f"{whole.text}.",
                    _CURE,
                    Confidence.MEDIUM,
                )


def _whole(one: Sentence, opening: str, above: Paragraph | None) -> TextFigure | None:
    """The figure before “of which”, in the sentence or at the end of the line above it."""
    found = _MARK.findall(opening)
    if found:
        return one.figure(found[-1])
    if opening.strip() or above is None or not above.sentences:
        return None
    last = above.sentences[-1]
    return last.figures[0] if len(last.figures) == 1 else None


RULES: tuple[Rule, ...] = (rows_of_which_fit_the_row_above, lines_of_which_make_the_line_above)
