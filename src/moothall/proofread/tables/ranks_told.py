"""Ranks and targets told of a row: “Castle had the most lamps out”, “the target was met”.

The row is named in the sentence, the column by words of its head; another row of the table has
more, or the figure beside the target falls short of it.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.named_rows import NamedRow, NamedRows, named_rows
from moothall.proofread.reading.passages import paragraphs
from moothall.proofread.reading.statements import content_words, periods_named, stem_of
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.tables.totals import APART, TOTAL

# --- the highest and the lowest -------------------------------------------------------------------

_MOST = Expression(
    r"\b(?:(?P<high>highest|largest|greatest|biggest|busiest|fullest|heaviest|the most)|"
    r"(?P<low>lowest|smallest|fewest|quietest|lightest|the least))\b",
    re.IGNORECASE,
)
_OTHERWISE = Expression(
    r"^\W*(?:of|within|across|for)\s(?:the|all|those)\b[^,]{3,60},|"
    r"\b(?:second|third|fourth|next|one of|among\w*|joint\w*|equal|not|other than|apart from|"
    r"except\w*|after|ever|since|record|increas\w*|rise\w*|rose|fall\w*|fell|drop\w*|improve\w*|"
    r"chang\w*|growth|reduc\w*|differ\w*|gap|nationally|england|region\w*|usually|often|will|"
    r"would|could|may|if|lowest and|highest and|most of|most likely)\b",
    re.IGNORECASE,
)
_SCALE = Expression(r"\b(?:rates?|shares?|percentage|per cent|proportion|%|per)\b", re.IGNORECASE)
_RANK_WORDS = frozenset(
    stem_of(word)
    for word in ("highest", "largest", "greatest", "biggest", "busiest", "fullest", "heaviest",
                 "most", "lowest", "smallest", "fewest", "quietest", "lightest", "least")
)  # fmt: skip
_LEAST_ROWS = 3
_MOST_OTHER_WORDS = 2


def the_highest_row_is_so_in_its_table(report: Report) -> Iterator[TextFinding]:
    """“Castle had the highest number of lamps out”, where Abbey has 62 and Castle 58."""
    rows = named_rows(report)
    if not rows.all:
        return
    for paragraph in paragraphs(report):
        if paragraph.cell or not _MOST.search(paragraph.text):
            continue
        for one in paragraph.sentences:
            matches = list(_MOST.finditer(one.text))
            if len(matches) != 1 or _OTHERWISE.search(one.text):
                continue
            high = bool(matches[0]["high"])
            found = (
                _beaten(one.text, rows, high=high)
                or _beaten_in_time(one.text, rows, high=high)
                or _beaten_beside(one.text, paragraph.block, rows, high=high)
            )
            if found is None:
                continue
            own, mine, other, theirs = found
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"“{own.label}” is called {matches[0][0].lower()}, with "
                f"{own.printed(mine)} (“{mine.head.strip()}”, {own.where(mine)}); "
                f"“{theirs.head.strip() if other is own else other.label}” has "
                f"{other.printed(theirs)}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the words or the table.",
            )


def _beaten(
    text: str, rows: NamedRows, *, high: bool
) -> tuple[NamedRow, Cell, NamedRow, Cell] | None:
    words = content_words(text)
    named = [row for row in rows.named(words) if not TOTAL.search(row.label)]
    tables = {row.block for row in named}
    if len(named) != len(tables):
        return None  # several rows of one table are spoken of
    for own in named:
        beside = [
            row
            for row in rows.all
            if row.block == own.block and row is not own
            if not TOTAL.search(row.label) and not APART.search(row.label)
        ]
        mine = _column(text, words, own) or _last_of_all_times(words, own, beside, high=high)
        if mine is None or len(beside) < _LEAST_ROWS - 1:
            continue
        rivals = [
            (row, cell)
            for row in beside
            for cell in row.cells
            if cell.column == mine.column and cell.kind is mine.kind
        ]
        if len(rivals) < _LEAST_ROWS - 1:
            continue
        row, cell = (max if high else min)(rivals, key=lambda rival: rival[1].value)
        if (cell.value > mine.value) if high else (cell.value < mine.value):
            return own, mine, row, cell
        return None
    return None


def _beaten_beside(
    text: str, block: int, rows: NamedRows, *, high: bool
) -> tuple[NamedRow, Cell, NamedRow, Cell] | None:
    """The row named of a table of one column that stands right under the text, or over it."""
    said = content_words(text) - _RANK_WORDS
    beside = [
        row
        for row in rows.all
        if abs(row.block - block) == 1 and len(row.cells) == 1
        if not TOTAL.search(row.label) and not APART.search(row.label)
    ]
    named = [row for row in beside if row.words and row.words <= said]
    if len(named) != 1 or len(beside) < _LEAST_ROWS or _SCALE.search(text):
        return None
    own = named[0]
    if any(row.cells[0].kind is not own.cells[0].kind or row.block != own.block for row in beside):
        return None
    best = (max if high else min)(beside, key=lambda row: row.cells[0].value)
    if best.cells[0].value == own.cells[0].value:
        return None
    return own, own.cells[0], best, best.cells[0]


def _last_of_all_times(
    words: frozenset[str], own: NamedRow, beside: list[NamedRow], *, high: bool
) -> Cell | None:
    """The last column, where a sentence names no time and others have more at all times."""
    about = content_words(own.grid.caption) | content_words(own.grid.rows[0][0])
    if not own.in_time or len(words - own.words - about - _RANK_WORDS) > _MOST_OTHER_WORDS:
        return None
    if any(content_words(cell.head) for cell in own.cells) or len({c.kind for c in own.cells}) > 1:
        return None
    for cell in own.cells:
        rivals = [c.value for row in beside for c in row.cells if c.column == cell.column]
        if not any(value > cell.value if high else value < cell.value for value in rivals):
            return None
    return own.cells[-1]


def _beaten_in_time(
    text: str, rows: NamedRows, *, high: bool
) -> tuple[NamedRow, Cell, NamedRow, Cell] | None:
    """A year that is called the highest of a row of years, and the one that is."""
    when = periods_named(text)
    words = content_words(text) - _RANK_WORDS
    named = [row for row in rows.named(words) if row.in_time and len(row.cells) >= _LEAST_ROWS]
    if len(named) != 1 or len(words - named[0].words) > _MOST_OTHER_WORDS:
        return None
    own = named[0]
    told = [cell for cell in own.cells if periods_named(cell.head) & when]
    if len(told) != 1 or len(when) != 1 or len({cell.kind for cell in own.cells}) > 1:
        return None
    mine = told[0]
    best = (max if high else min)(own.cells, key=lambda cell: cell.value)
    return (own, mine, own, best) if best.value != mine.value else None


def _column(text: str, words: frozenset[str], row: NamedRow) -> Cell | None:
    """The column that a sentence speaks of: by the words of its head, or the only one."""
    when = periods_named(text)
    about = content_words(row.grid.caption) | content_words(row.grid.rows[0][0])
    fitting = []
    for cell in row.cells:
        head = content_words(cell.head)
        period = periods_named(cell.head)
        if not head <= words or (period and not period & when) or (not head and not period):
            continue
        shares = cell.kind is Kind.PERCENT or _SCALE.search(cell.head)
        if (
            _SCALE.search(text)
            if not shares
            else _SCALE.search(cell.head) and not _SCALE.search(text)
        ):
            continue
        rest = words - head - row.words - about - _RANK_WORDS
        if len(rest) <= _MOST_OTHER_WORDS and not (when - period):
            fitting.append(cell)
    best = max((len(content_words(cell.head)) for cell in fitting), default=0)
    fitting = [cell for cell in fitting if len(content_words(cell.head)) == best]
    return fitting[0] if len(fitting) == 1 else None


# --- targets --------------------------------------------------------------------------------------

_MET = Expression(
    r"\b(?:targets?\b[^.;,]{0,60}?\b(?:was|were|is|are|has been|have been)\s(?P<not>not\s)?"
    r"(?:also\s)?(?P<verb>met|achieved|exceeded|reached|missed|surpassed)\b|"
    r"(?P<verb_first>met|achieved|exceeded|reached|missed|surpassed)\s(?:its|their|the)\stargets?\b)",
    re.IGNORECASE,
)
_TARGET_HEAD = Expression(r"\btarget\b", re.IGNORECASE)
_RESULT_HEAD = Expression(
    r"^\W*(?:actual|result|outturn|performance|achieved|latest|current)\w*\b", re.IGNORECASE
)
_LESS_IS_BETTER = Expression(
    r"\b(?:time|hours|minutes|weeks|cost|complaints?|absence|sickness|vacan\w+|voids?|arrears|"
    r"waiting|late|overdue|errors?|turnover|waste|emissions?|accidents?|crimes?|missed|delay\w*|"
    r"debt|unemploy\w*|homeless\w*|injur\w*|deaths?|exclusions?|reoffending|outstanding)\b",
    re.IGNORECASE,
)


def a_target_told_as_met_is_met_in_its_row(report: Report) -> Iterator[TextFinding]:
    """“The target for lamps mended was met”, where the row has a target of 90% and 87%."""
    rows = [row for row in named_rows(report).all if row.words and _pair(row) is not None]
    if not rows:
        return
    for paragraph in paragraphs(report):
        if paragraph.cell or "target" not in paragraph.text.lower():
            continue
        for one in paragraph.sentences:
            match = _MET.search(one.text)
            if match is None or re.search(r"\b(?:will|would|if|could|until|all)\b", one.text):
                continue
            words = content_words(one.text)
            named = [row for row in rows if row.words <= words]
            if len(named) != 1 or _LESS_IS_BETTER.search(named[0].label):
                continue
            row = named[0]
            target, result = _pair(row) or (row.cells[0], row.cells[0])
            verb = (match["verb"] or match["verb_first"]).lower()
            said = (verb != "missed") != bool(match["not"])
            if said == (result.value >= target.value):
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"“{row.label}” has a target of {row.printed(target)} and "
                f"{row.printed(result)} for “{result.head.strip()}” ({row.where(result)}): the "
                f"target is {'not met' if said else 'met'}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the words or the table.",
            )


def _pair(row: NamedRow) -> tuple[Cell, Cell] | None:
    """The target and the result of a row that has one of each."""
    targets = [cell for cell in row.cells if _TARGET_HEAD.search(cell.head)]
    results = [cell for cell in row.cells if _RESULT_HEAD.search(cell.head)]
    if len(targets) != 1 or len(results) != 1 or targets[0].kind is not results[0].kind:
        return None
    return (targets[0], results[0]) if targets[0].kind is Kind.PERCENT else None


RULES: tuple[Rule, ...] = (
    the_highest_row_is_so_in_its_table,
    a_target_told_as_met_is_met_in_its_row,
)
