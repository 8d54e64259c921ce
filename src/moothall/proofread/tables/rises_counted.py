"""Rises counted: “improved on 10 of the 12 measures”, “fell in each of the three years”.

The rises and falls of a table are counted by its last two columns of periods, or by the column
that prints the change; a run of years is that of the row, or of the column, that the words name.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.named_rows import NamedRow, named_rows
from moothall.proofread.reading.passages import around, each_sentence
from moothall.proofread.reading.statements import NUMBERS, content_words
from moothall.proofread.tables.columns import Figure, number_table
from moothall.proofread.tables.totals import APART, TOTAL

_N = rf"{'|'.join(NUMBERS)}|\d{{1,2}}"
_UP = r"rose|risen|rise|rising|increased?|went up|gone up|grew|grown|higher|up"
_DOWN = (
    r"fell|fallen|fall|falling|decreased?|dropped|declined|went down|gone down|lower|reduced|down"
)
_BETTER = r"improved?|improvements?|better"
_WORSE = r"worsened|deteriorated|worse"
_OF = Expression(
    rf"\b(?P<way>{_UP}|{_DOWN}|{_BETTER}|{_WORSE})\b(?:\s(?:satisfaction|scores?|results?|"
    rf"performance))?\s(?:across|in|on|for|against)\s(?P<n>{_N})\s(?:out\s)?of\s(?:the|our|its|all)\s"
    rf"(?P<m>{_N})\s(?P<what>[a-z]+)\b"
    rf"|\b(?P<n2>{_N})\s(?:out\s)?of\s(?:the|our|its|all)\s(?P<m2>{_N})\s(?P<what2>[a-z]+)\s"
    rf"(?:[a-z]+\s){{0,2}}?(?P<way2>{_UP}|{_DOWN}|{_BETTER}|{_WORSE})\b",
    re.IGNORECASE,
)
_CHANGE = Expression(r"\b(?:change|movement|difference|direction|trend|variance)\b", re.IGNORECASE)
_SIGNED = Expression(
    r"^\s*(?P<sign>[+\-−–▲▼↑↓]?)\s?(?:(?P<n>[\d.,]+)\s?(?:%|pp|ppts?|(?:percentage )?points?)?)?\s*"
    r"(?P<word>[a-z ]*)$",
    re.IGNORECASE,
)
_FEWEST, _MOST = 3, 60


def _number(text: str) -> int:
    return NUMBERS.get(text.lower()) or int(text)


def the_rises_of_a_table_are_as_many_as_told(report: Report) -> Iterator[TextFinding]:
    """Of as many rows as a table has, as many rise or fall as the text counts."""
    if not report.grids:
        return
    for paragraph, one in each_sentence(report):
        match = _OF.search(one.text) if " of " in one.text and not paragraph.cell else None
        if match is None:
            continue
        said = _number(match["n"] or match["n2"])
        of = _number(match["m"] or match["m2"])
        way = (match["way"] or match["way2"]).lower()
        tables = [
            moves
            for grid in report.grids
            if len(moves := moves_of(grid)) == of and _FEWEST <= of <= _MOST
        ]
        if not tables or said > of:
            continue
        counted = [_counts(moves, way) for moves in tables]
        if any(said in counts for counts in counted) or len(tables) > 1:
            continue
        moves = tables[0]
        up, down = (sum(move == sign for move, _ in moves) for sign in (1, -1))
        same = of - up - down
        if not any(abs(said - count) <= 2 for count in counted[0]):
            continue
        yield TextFinding(
            place=paragraph.place,
            quote=around(one.text, match.start(), match.end(), 60),
            message=f"{said} of {of} are said to have {_past(way)}; in the table of {of} rows {up} "
            f"rise, {down} fall{f' and {same} stay as they were' if same else ''} ({moves[0][1]}).",
            confidence=Confidence.MEDIUM,
            cure="Correct the number or the row that is wrong.",
        )


def _past(way: str) -> str:
    return way if way.endswith(("ed", "n", "er", "ose", "ell")) else f"gone “{way}”"


def _counts(moves: list[tuple[int, Place]], way: str) -> set[int]:
    """How many rows go that way; for better or worse it is not known which that is."""
    up, down = (sum(move == sign for move, _ in moves) for sign in (1, -1))
    if re.fullmatch(_UP, way, re.IGNORECASE):
        return {up}
    if re.fullmatch(_DOWN, way, re.IGNORECASE):
        return {down}
    return {up, down}


def moves_of(grid: Grid) -> list[tuple[int, Place]]:
    """Which way each row of a table goes: as its change says, or from its last but one figure."""
    table = number_table(grid)
    if table is None:
        return []
    heads = table.heads
    changed = next((n for n, head in enumerate(heads) if _CHANGE.search(head)), None)
    found = []
    for row in table.body:
        if TOTAL.search(table.labels[row]) or not table.labels[row]:
            continue
        move = _told(grid.rows[row][changed]) if changed is not None else None
        if move is None:
            two = [
                c
                for n in table.columns
                if n != changed and isinstance(c := table.cells[row][n], Figure)
            ]
            if len(two) != 2 or two[0].kind is not two[1].kind:
                return []
            move = (two[1].value > two[0].value) - (two[1].value < two[0].value)
        found.append((move, grid.cell_place(row, 0)))
    return found


def _told(text: str) -> int | None:
    """Which way a change goes, in words, by an arrow or by its sign."""
    text = text.strip().lower()
    match = _SIGNED.match(text)
    if match is None:
        return None
    word = match["word"].strip()
    if re.fullmatch(rf"(?:{_UP}|increases?)", word) or match["sign"] in ("▲", "↑"):
        return 1
    if re.fullmatch(rf"(?:{_DOWN}|decreases?|reduction)", word) or match["sign"] in ("▼", "↓"):
        return -1
    if word in ("no change", "unchanged", "same", "none", "stable"):
        return 0
    if word or not match["n"]:
        return None
    if not match["n"].strip("0.,"):
        return 0
    return -1 if match["sign"] in ("-", "−", "–") and match["sign"] else 1


# --- a run of years ------------------------------------------------------------------------------

_RUN = Expression(
    rf"\b(?P<way>{_UP}|{_DOWN})\b\s(?:steadily\s|again\s|further\s)?(?:in|during|over|for)?\s?"
    rf"(?:each|every(?: one)?)\s(?:year|of\sthe(?:\s(?:last|past|previous))?\s(?P<n>{_N})\s"
    r"(?:years|quarters|months))\b",
    re.IGNORECASE,
)
_NOT_ALL = Expression(
    r"\b(?:except|apart from|but|other than|until|since|will|would|should|target|expected|forecast"
    r"|not|never|if|by|than)\b",
    re.IGNORECASE,
)


def a_run_told_of_a_row_holds_throughout(report: Report) -> Iterator[TextFinding]:
    """ "Complaints fell in each of the three years" where the row has 140, 152 and 131."""
    for paragraph, one in each_sentence(report):
        if paragraph.cell or not ("each" in one.text or "every" in one.text):
            continue
        match = _RUN.search(one.text)
        if match is None or _NOT_ALL.search(one.text):
            continue
        rows = _rows_meant(report, content_words(one.text[: match.start()]))
        if len(rows) != 1:
            continue
        (row,) = rows
        number = _number(match["n"]) if match["n"] else len(row.cells) - 1
        if not number <= len(row.cells) <= number + 1 or len(row.cells) < _FEWEST:
            continue
        up = bool(re.fullmatch(_UP, match["way"], re.IGNORECASE))
        against = [
            (a, b)
            for a, b in pairwise(row.cells)
            if a.value != b.value and (b.value > a.value) != up
        ]
        if not against or len(against) == len(row.cells) - 1:
            continue
        a, b = against[0]
        yield TextFinding(
            place=paragraph.place,
            quote=around(one.text, match.start(), match.end(), 60),
            message=f"“{row.label}” goes from {row.printed(a)} to {row.printed(b)} "
            f"({row.where(b)}): it does not go {'up' if up else 'down'} there.",
            confidence=Confidence.MEDIUM,
            cure="Correct the sentence or the figure that is wrong.",
        )


def _rows_meant(report: Report, words: frozenset[str]) -> list[NamedRow]:
    """The rows of periods all of whose words are said; one of them where tables repeat it."""
    found: dict[tuple[str, ...], NamedRow] = {}
    for row in named_rows(report).named(words):
        if APART.search(row.label) and not words & content_words("rate average score"):
            continue
        if row.in_time and len({cell.kind for cell in row.cells}) == 1:
            found[tuple(row.printed(cell) for cell in row.cells)] = row
    return list(found.values())


RULES: tuple[Rule, ...] = (
    the_rises_of_a_table_are_as_many_as_told,
    a_run_told_of_a_row_holds_throughout,
)
