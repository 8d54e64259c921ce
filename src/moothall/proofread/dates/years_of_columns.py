"""Years of columns and titles: what is added up is of one year, and so is what is told."""

import re
from collections import Counter
from collections.abc import Iterator

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.dates.period_labels import CURE, SPAN, named
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import passages

# --- columns that are added up --------------------------------------------------------------------

_FIGURE = Expression(r"^[£€]?\s?-?\(?([\d,]+(?:\.\d+)?)\)?$")
_FEWEST_ROWS, _SLACK = 3, 1.01
_TOTAL = Expression(r"\b(?:total|overall|combined|sum|all)\b", re.IGNORECASE)
_CUMULATIVE = Expression(
    r"\bby (?:the end of )?20\d\d|\b(?:additional|further|extra|cumulative|more)\b", re.IGNORECASE
)
"""“2026/27 | 2027/28 (additional) | Total by 2027/28” are of several years by right."""


def columns_that_are_added_up_are_of_one_year(report: Report) -> Iterator[TextFinding]:
    """“Council 2021/22” and “Fire Authority 2020/21” do not add up to “Total 2021/22”."""
    for grid in report.blocks:
        if not isinstance(grid, Grid) or len(grid.rows) < _FEWEST_ROWS + 1:
            continue
        head = grid.rows[0]
        years = {column: _year_of(cell) for column, cell in enumerate(head)}
        dated = {column: year for column, year in years.items() if year is not None}
        if len(dated) < 3 or len(set(dated.values())) != 2:
            continue
        last = max(dated)
        parts = [column for column in dated if column < last]
        if any(_CUMULATIVE.search(head[column]) for column in dated):
            continue
        if not _TOTAL.search(head[last]) or not _add_up(grid, parts, last):
            continue
        odd = [column for column in parts if dated[column] != dated[last]]
        if len(odd) != 1 and len(odd) != len(parts):
            continue
        column = odd[0] if len(odd) == 1 else last
        usual = dated[last] if len(odd) == 1 else dated[parts[0]]
        yield TextFinding(
            place=grid.cell_place(0, column),
            quote=head[column],
            message=f"The columns add up to “{head[last].strip()}”, so that they are of one year; "
            f"the others are of {named(usual)}.",
            confidence=Confidence.MEDIUM,
            cure=CURE,
        )


def _year_of(cell: str) -> int | None:
    spans = list(SPAN.finditer(cell))
    if len(spans) != 1 or int(spans[0]["second"]) % 100 != (int(spans[0]["first"]) + 1) % 100:
        return None
    return int(spans[0]["first"])


def _add_up(grid: Grid, parts: list[int], total: int) -> bool:
    """Whether the figures of some columns are those of the last, in all rows but at most one."""
    right = wrong = 0
    for row in grid.rows[1:]:
        read = [_value(row[column]) if column < len(row) else None for column in (*parts, total)]
        values = [value for value in read if value is not None]
        if len(values) != len(read):
            continue
        if abs(sum(values[:-1]) - values[-1]) <= _SLACK:
            right += 1
        else:
            wrong += 1
    return right >= _FEWEST_ROWS and wrong <= 1


def _value(cell: str) -> float | None:
    match = _FIGURE.match(cell.strip())
    return float(match[1].replace(",", "")) if match and match[1].strip(",") else None


# --- the year of the title ------------------------------------------------------------------------

_FIRST_BLOCKS, _LONGEST_TITLE = 4, 110
_ON_A_YEAR = Expression(
    r"\b(?:budget|settlement|strategy|policy|statement|council tax|fees|charges|programme|grants?|"
    r"allocations?|plan|precept|schedule)\b",
    re.IGNORECASE,
)
_LOOKS_BACK = Expression(
    r"\b(?:outturn|monitoring|review|annual report|accounts|update|progress|performance|audit|"
    r"lessons|variations?|minutes|evaluation|half[- ]year|mid[- ]year|quarter\w*|to 20\d\d|closing|"
    r"amendments? to)\b|20\d\d\s?[/–-]\s?\d\d\s?(?:to|and|[-–,])\s",
    re.IGNORECASE,
)
_FEWEST_TIMES, _SO_MUCH_OFTENER = 6, 3


def the_title_is_of_the_year_that_the_paper_speaks_of(report: Report) -> Iterator[TextFinding]:
    """“Grants in the 2024-25 Settlement” over a paper that speaks of 2025-26 throughout."""
    titles = [
        (block, title, match)
        for block in report.blocks[:_FIRST_BLOCKS]
        if isinstance(block, Heading | Prose) and (title := _title_in(block.text))
        for match in SPAN.finditer(title)
    ]
    if len(titles) != 1:
        return
    block, title, match = titles[0]
    first = int(match["first"])
    if int(match["second"]) % 100 != (first + 1) % 100:
        return
    if not _ON_A_YEAR.search(title) or _LOOKS_BACK.search(title):
        return
    times = Counter(
        int(span["first"])
        for passage in passages(report)
        if passage.place != block.place
        for span in SPAN.finditer(passage.text)
        if int(span["second"]) % 100 == (int(span["first"]) + 1) % 100
    )
    often = times[first + 1]
    if often < max(_FEWEST_TIMES, _SO_MUCH_OFTENER * times[first]) or often != max(times.values()):
        return
    yield TextFinding(
        place=block.place,
        quote=title,
        message=f"The title is of {match[0]}; the paper speaks of {named(first + 1)} {often} "
        f"times, of {named(first)} {times[first]} times.",
        confidence=Confidence.MEDIUM,
        cure=CURE,
    )


_RUN_ON = Expression(r"\s(?=(?:The|This|These|It|We|In)\s[A-Z]?[a-z’]+\s)")


def _title_in(text: str) -> str:
    """The text of a title, cut where its first paragraph runs on; else nothing."""
    title = _RUN_ON.split(text, maxsplit=1)[0] if len(text) > _LONGEST_TITLE else text
    short = len(title) <= _LONGEST_TITLE and not title.rstrip().endswith((".", ";"))
    return title if short else ""


RULES: tuple[Rule, ...] = (
    columns_that_are_added_up_are_of_one_year,
    the_title_is_of_the_year_that_the_paper_speaks_of,
)
