"""Columns with their dates: one of a year ago among the rest, and a day that had passed by then.

Also the years of a table beside what a sentence says of it: “forecast to 2030” over a table that
ends with 2028.
"""

import re
from collections import Counter
from collections.abc import Iterator

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, sentences
from moothall.proofread.reading.written_dates import Written, in_full, written_dates

_CURE = "Correct the year, or say which is meant."
_FEWEST = 3


def a_column_is_of_the_date_of_the_others(report: Report) -> Iterator[TextFinding]:
    """“Value at 30 June 2022” beside two columns of 30 June 2023, and none like it."""
    for _, grid in captioned_grids(report):
        if not grid.rows:
            continue
        heads = [
            " ".join(cells) for cells in zip(*grid.rows[: max(1, grid.head_rows)], strict=False)
        ]
        dated: list[tuple[int, str, Written]] = []
        for column, head in enumerate(heads):
            days = [on for on in written_dates(head) if on.is_a_day]
            if len(days) == 1:
                dated.append((column, head, days[0]))
        years = Counter(on.first.year for _, _, on in dated)
        same_day = len({(on.first.day, on.first.month) for _, _, on in dated}) == 1
        if len(dated) < _FEWEST or not same_day or len(years) != 2:
            continue
        usual, odd = sorted(years, key=lambda year: -years[year])
        if years[odd] != 1 or usual - odd != 1:
            continue
        column, head, on = next(one for one in dated if one[2].first.year == odd)
        others = [other for _, other, day in dated if day.first.year == usual]
        # a value of a year ago has the same value of this year beside it
        if any(_words(head, on) & _words(other, None) - _LITTLE for other in others):
            continue
        yield TextFinding(
            place=grid.cell_place(0, column),
            quote=head,
            message=f"This column is of {on.text.strip()}; the other {len(others)} are of {usual} "
            f"(“{others[0].strip()}”), and none gives the same a year later.",
            confidence=Confidence.MEDIUM,
            cure=_CURE,
        )


_LITTLE = frozenset(("the", "and", "for", "september", "march", "december", "june", "april"))


def _words(head: str, without: Written | None) -> set[str]:
    text = head.replace(without.text, " ") if without is not None else head
    return {word.lower() for word in re.findall(r"[A-Za-z]{3,}", text)}


# --- what ends before the day of the table --------------------------------------------------------

_AS_AT = Expression(r"\b(?:as at|as of|held (?:at|on)|outstanding (?:at|on)|at)\s(?:the\s)?$", re.I)
_ENDS = Expression(
    r"\b(?:end date|maturity(?: date)?|matures|date of maturity|expiry|repayable)\b", re.I
)
_HELD = Expression(r"\b(?:investments?|deposits?|loans?|borrowing|balances held|holdings?)\b", re.I)
_FEWEST_LATER = 3


def what_is_held_on_a_day_ends_after_it(report: Report) -> Iterator[TextFinding]:
    """Among the deposits held at 30 June there is none that ended on the 9th."""
    day: Written | None = None
    for block in report.blocks:
        if isinstance(block, Heading | Prose):
            day = _day_of(block.text) or day
        elif isinstance(block, Grid) and block.rows:
            held = _day_of(block.caption) or day
            if held is not None:
                yield from _ended_before(block, held)


def _day_of(text: str) -> Written | None:
    """The day of a short line such as “Deposits held at 30 June 2023”."""
    if len(text) > 120 or not _HELD.search(text):
        return None
    days = [on for on in written_dates(text) if on.is_a_day and _AS_AT.search(text[: on.start])]
    return days[0] if len(days) == 1 else None


def _ended_before(grid: Grid, held: Written) -> Iterator[TextFinding]:
    columns = [n for n, cell in enumerate(grid.rows[0]) if _ENDS.search(cell)]
    if len(columns) != 1:
        return
    (column,) = columns
    ends = [
        (row, days[0])
        for row, cells in enumerate(grid.rows[1:], start=1)
        if len(days := written_dates(cells[column])) == 1 and days[0].is_a_day
    ]
    later = [row for row, on in ends if on.first >= held.first]
    if len(later) < _FEWEST_LATER or len(later) < len(ends) - 2:
        return
    for row, on in ends:
        if on.first < held.first:
            yield TextFinding(
                place=grid.cell_place(row, column),
                quote=" | ".join(cell for cell in grid.rows[row] if cell.strip()),
                message=f"It ended on {in_full(on.first)} and is told as held on "
                f"{in_full(held.first)}; the other {len(later)} end later.",
                confidence=Confidence.MEDIUM,
                cure="Correct the date, or leave the row out.",
            )


# --- the years of a table and those told of it ----------------------------------------------------

_FROM_TO = Expression(
    r"\b(?:table|figure|chart|graph)s?\b[^.;]{0,110}?\bfrom\s(?P<first>(?:19|20)\d\d)\s(?:[a-z]+\s)"
    r"{0,3}?(?:to|until|up to|through to)\s(?P<last>(?:19|20)\d\d)(?!\s?[/–-]\s?\d|\d)",
    re.IGNORECASE,
)
_BELOW = Expression(r"\b(?:below|following|above|overleaf|table \d+)\b", re.IGNORECASE)
_PLAIN_YEAR = Expression(r"^\W*(?P<year>(?:19|20)\d\d)\s?[a-zA-Z*]{0,2}\W*$")
_FEWEST_YEARS = 4
_REACH = 3


def a_table_ends_with_the_year_told_of_it(report: Report) -> Iterator[TextFinding]:
    """“The table below shows ferries from 2020 and forecast to 2030” over 2020 to 2028."""
    for number, block in enumerate(report.blocks):
        if not isinstance(block, Prose) or " from " not in block.text:
            continue
        for sentence in sentences(block.text):
            match = _FROM_TO.search(sentence)
            if match is None or not _BELOW.search(sentence):
                continue
            near = report.blocks[number + 1 : number + 1 + _REACH]
            years = next((y for one in near if isinstance(one, Grid) if (y := _years(one))), [])
            first, last = int(match["first"]), int(match["last"])
            if not years or (years[0] == first) == (years[-1] == last):
                continue
            yield TextFinding(
                place=block.place,
                quote=around(sentence, match.start(), match.end(), 30),
                message=f"From {first} to {last} here; the table runs from {years[0]} to "
                f"{years[-1]}.",
                confidence=Confidence.MEDIUM,
                cure=_CURE,
            )


def _years(grid: Grid) -> list[int]:
    """The years at the head of a table, or down its first column, where they run on."""
    for cells in (grid.rows[0] if grid.rows else (), [row[0] for row in grid.rows if row]):
        found = [int(match["year"]) for cell in cells if (match := _PLAIN_YEAR.match(cell))]
        if len(found) >= _FEWEST_YEARS and found == sorted(set(found)):
            return found
    return []


RULES: tuple[Rule, ...] = (
    a_column_is_of_the_date_of_the_others,
    what_is_held_on_a_day_ends_after_it,
    a_table_ends_with_the_year_told_of_it,
)
