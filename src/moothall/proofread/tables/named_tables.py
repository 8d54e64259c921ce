"""Tables named in a sentence: their total, and how many things they list.

"The total of £4.2m in Table 3"; "the nine schemes listed in Table 4".
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.figures.told_shares import with_numbers
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, finding_on, paragraphs, read_once
from moothall.proofread.reading.slips import are_close, in_figures, looks_like_a_slip
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures

_CAPTION = Expression(r"^\W*table\s(?P<number>[A-Z]?\d{1,2}[a-z]?(?:\.\d{1,2})?)\b", re.IGNORECASE)
_NAMED = Expression(r"\btable\s(?P<number>[A-Z]?\d{1,2}[a-z]?(?:\.\d{1,2})?)\b", re.IGNORECASE)
_TOTAL = Expression(r"^\W*(?:grand |overall )?total\b|\btotal\W*$", re.IGNORECASE)


@read_once
def _tables(report: Report) -> dict[str, Grid]:
    """The tables by their printed numbers; a number that stands twice is left out."""
    found: dict[str, Grid] = {}
    twice = set()
    for _, grid in captioned_grids(report):
        match = _CAPTION.match(grid.caption)
        if match:
            number = match["number"].lower()
            twice |= {number} & set(found)
            found[number] = grid
    return {number: grid for number, grid in found.items() if number not in twice}


_CURE = "Give one total in both places."

# --- its total -----------------------------------------------------------------------------------

_WHOLE = Expression(
    r"\b(?:total(?:s|ling|led)?|overall|in all|altogether|budget of|programme of|package of|sum of|"
    r"funding of|whole)\b",
    re.IGNORECASE,
)
_PART = Expression(
    r"\b(?:of which|including|includes|of this|part of|per|each|average|remaining|further|"
    r"additional|excluding|net of|before|after|between|compared|against|more than|less than|"
    r"previous|last year|up to|increase|reduction of)\b",
    re.IGNORECASE,
)


def a_total_with_its_table_is_that_tables(report: Report) -> Iterator[TextFinding]:
    """“The programme of £14.86m, funded as in Table 4” where the total of Table 4 is 14,680."""
    tables = _tables(report)
    if not tables:
        return
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            named = {match["number"].lower() for match in _NAMED.finditer(one.text)}
            if len(named) != 1 or not one.figures or not _WHOLE.search(one.text):
                continue
            grid = tables.get(next(iter(named)))
            told = [f for f in one.figures if f.kind in (Kind.MONEY, Kind.COUNT)]
            if grid is None or len(told) != 1 or told[0].rough or _PART.search(one.text):
                continue
            message = _unlike_total(told[0], grid)
            if message:
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _unlike_total(told: Figure, grid: Grid) -> str | None:
    cells = [cell for cell in figures(grid) if cell.kind is told.kind]
    totals = [cell for cell in cells if _TOTAL.search(cell.label)]
    if not totals or len(told.text.strip("£0.")) < 2:
        return None
    if any(_agrees(cell, told) for cell in cells):
        return None
    for cell in reversed(totals):
        if looks_like_a_slip(cell.value, told.size) or are_close(cell.value, told.size, "0.1"):
            where = grid.cell_place(cell.row, cell.column)
            return (
                f"{told.text} here; the table named has a total of "
                f"{in_figures(cell.value)} (“{cell.head}”, {where})."
            )
    return None


def _agrees(cell: Cell, told: Figure) -> bool:
    return abs(cell.value - told.size) <= max(cell.step, told.amount.step)


# --- the number of its rows ----------------------------------------------------------------------

_LISTED = Expression(
    r"(?<!of )«(?P<n>C\d+)»\s(?P<things>(?:[a-z-]+\s){1,6}?)(?:(?:that|which)\s)?(?:(?:are|is)\s)?"
    r"(?:listed|named|set out|shown|detailed|given)\s(?:individually\s|below\s)?(?:in|at|by)\s"
    r"(?P<kind>table|annexe?|appendix)\s(?P<number>[A-Z]?\d{1,2}[a-z]?|[A-H])\b",
    re.IGNORECASE,
)
_THE_ONES_IN = Expression(
    r"\b(?:the|all|these|our|its)\s«(?P<n>C\d+)»\s(?P<things>[a-z-]+s\s)in\s(?P<kind>table|annexe?|"
    r"appendix)\s(?P<number>[A-Z]?\d{1,2}[a-z]?|[A-H])\b",
    re.IGNORECASE,
)
"""“The seven schools in Table 3”, with no other word that might pick some of them."""
_ANNEX = Expression(
    r"^\W*(?P<kind>annex|appendix)e?\s(?P<number>\d{1,2}|[A-H])\b\s*(?:[:.–—-]|$)", re.IGNORECASE
)
_NOT_ROWS = Expression(
    r"\b(?:years?|months?|quarters?|weeks?|days|columns?|tables?|groups?|categor\w+|parts?|is|are|was|"
    r"were|per|pounds|people|times|councils|authorities|partners|parties|districts|boroughs)\b",
    re.IGNORECASE,
)
_MOST_ROWS = 60


def a_table_lists_as_many_as_are_said(report: Report) -> Iterator[TextFinding]:
    """“The nine red schemes listed in Table 4” (or Annex 1) where that has eight rows."""
    tables = _tables(report) | _of_annexes(report)
    if not tables:
        return
    for paragraph in paragraphs(report):
        for plain in paragraph.sentences:
            if not any(kind in plain.text for kind in ("able ", "nnex", "ppendix ")):
                continue
            one = with_numbers(plain.text)
            match = _LISTED.search(one.pattern) or _THE_ONES_IN.search(one.pattern)
            grid = tables.get(_label(match)) if match else None
            if match is None or grid is None or _NOT_ROWS.search(match["things"]):
                continue
            n = one.figure(match["n"])
            rows = _things(grid)
            if n.rough or rows is None or rows == n.size or n.amount.places:
                continue
            if not Decimal(rows) / 2 <= n.size <= rows * 2 or abs(rows - n.size) > max(3, rows / 4):
                continue
            yield finding_on(
                paragraph,
                plain,
                f"{n.text} are said to be in {match['kind'].capitalize()} {match['number']}; it "
                f"has {rows} rows ({grid.place}).",
                "Correct the number, or add or take out a row.",
                Confidence.MEDIUM,
            )


def _label(match: re.Match[str]) -> str:
    kind, number = match["kind"].lower().removesuffix("e"), match["number"].lower()
    return number if kind in ("table", "tabl") else f"{kind} {number}"


def _of_annexes(report: Report) -> dict[str, Grid]:
    """The tables of annexes and appendices that hold one table and no more."""
    found: dict[str, list[Grid]] = {}
    under = ""
    for block in report.blocks:
        if isinstance(block, Grid):
            if under:
                found.setdefault(under, []).append(block)
        elif match := _ANNEX.match(getattr(block, "text", "")):
            under = _label(match)
            if under in found:
                found[under] += [*found[under]]  # two of one name: neither is meant for sure
    return {label: grids[0] for label, grids in found.items() if len(grids) == 1}


def _things(grid: Grid) -> int | None:
    """How many rows list a thing; None where headings or blanks make that uncertain."""
    rows = grid.rows[max(1, grid.head_rows) :]
    body = [row for row in rows if not _is_a_total(row)]
    if not 2 <= len(body) <= _MOST_ROWS or any(not row[0].strip() for row in body):
        return None
    if any(sum(bool(cell.strip()) for cell in row) < 2 for row in body):
        return None  # a heading within the table
    return len(body) if len({row[0] for row in body}) == len(body) else None


def _is_a_total(row: tuple[str, ...]) -> bool:
    """Whether the label, or behind an empty label any cell, calls the row a total."""
    labels = row[:2] if row[0].strip() else row
    return any(_TOTAL.search(cell) for cell in labels)


RULES: tuple[Rule, ...] = (
    a_total_with_its_table_is_that_tables,
    a_table_lists_as_many_as_are_said,
)
