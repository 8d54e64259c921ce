"""Times gone by told as to come, and tables beside the dates that a sentence gives of them.

What an office “had plans to” do, or has until, by a day that was over when the paper was written;
a level from before the pandemic dated after it; a rate foretold for a month of the table.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.dates.tenses import what_is_called_future_is_not_past
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import in_full, own_date, written_dates

_CURE = "Correct the date, or say what has happened since."

# --- planned for what is over ---------------------------------------------------------------------

_PLANNED = Expression(
    r"\b(?:(?:had|has|have)\s(?:plans|until|hopes)|(?:plan(?:ned|s)|hope[ds]?|aim(?:ed|s)|"
    r"intend(?:ed|s)))(?:\s(?:to|for)\s[^.;,\d]{2,60}?\s(?:one|two|three|\d)?\s?(?:in|by|on|from))?\s"
    r"(?:the\s)?(?:end\sof\s)?$"
)
_WERE_PLANS = Expression(r"had\b|planned|hoped|aimed|intended")
_WENT_OTHERWISE = Expression(
    r"\b(?:but|however|although|delay\w*|originally|initially|previously|postponed|had been|did|"
    r"not(?! yet)|missed|slipp\w+|unable|before|because|which (?:was|were)|in 20\d\d|last year)\b",
    re.IGNORECASE,
)
_LONGEST = 550


def what_is_planned_is_not_over(report: Report) -> Iterator[TextFinding]:
    """“It had plans to reach stage two in January”, told in October of that year."""
    found = list(_plans_for_what_is_over(report))
    if found:  # what the rule on the future tense tells already is told once
        told = {
            finding.place
            for finding in what_is_called_future_is_not_past(report)
            if finding.confidence is not Confidence.LOW
        }
        yield from (finding for finding in found if finding.place not in told)


def _plans_for_what_is_over(report: Report) -> Iterator[TextFinding]:
    own, minutes = own_date(report), are_minutes(report)
    if own is None:
        return
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                match = _PLANNED.search(sentence[max(0, on.start - 110) : on.start])
                if match is None or not 0 < (own - on.last).days <= _LONGEST:
                    continue
                if not minutes and _WERE_PLANS.match(match[0]):
                    continue  # minutes put what was said in the past; in a report it is the past
                rest = sentence[: max(0, on.start - 110)] + sentence[on.end :]
                if _WENT_OTHERWISE.search(rest) or _WENT_OTHERWISE.search(match[0]):
                    continue
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, on.start, on.end, 100),
                    message=f"Told as a plan, yet {on.text.strip()} was over on {in_full(own)}.",
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )


# --- before the pandemic --------------------------------------------------------------------------

_BEFORE_IT = Expression(
    r"\b(?:pre-(?:pandemic|covid(?:-19)?)|before the pandemic)\b(?P<gap>(?:[^.;]|\.\d){0,40}?)[\s(]"
    r"(?:in|of)\s(?P<year>202[1-9])(?![\d/])",
    re.IGNORECASE,
)


def what_was_before_the_pandemic_was_before_2021(report: Report) -> Iterator[TextFinding]:
    """“The pre-pandemic level of 18% in 2022.”"""
    for passage in passages(report):
        match = _BEFORE_IT.search(passage.text)
        # “above pre-pandemic levels in 2022” compares that year with the level
        if match is None or re.search(r"\blevels?(?=\s*$)", match["gap"]) or not match["gap"]:
            continue
        if re.search(r"\b(?:than|above|below|exceed\w*|return\w*|recover\w*|compared)\b", match[0]):
            continue
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end(), 60),
            message=f"{match['year']} is not before the pandemic, which began in 2020.",
            confidence=Confidence.MEDIUM,
            cure="Correct the year.",
        )


# --- a rate foretold for a month of the table -----------------------------------------------------

_COLUMN = Expression(r"^(?P<month>[A-Z][a-z]{2})[a-z]*[-\s’'](?:20)?(?P<year>\d\d)$")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_FORETOLD = Expression(
    r"\b(?:to|at|of|reach(?:es)?|be)\s(?P<value>\d+\.\d+)%\s(?:by|in|at)\s(?:the\s)?$"
)
_FEWEST_MONTHS = 4


def a_rate_foretold_is_that_of_the_table(report: Report) -> Iterator[TextFinding]:
    """“Base rate will fall to 3.50% by December 2025”; the table has it in December 2026."""
    for grid in report.blocks:
        if not isinstance(grid, Grid) or not grid.rows:
            continue
        months = {
            (match["month"], match["year"]): column
            for column, cell in enumerate(grid.rows[0])
            if (match := _COLUMN.match(cell.strip())) is not None
        }
        if len(months) < _FEWEST_MONTHS:
            continue
        for row in grid.rows[1:]:
            name = row[0].strip()
            if len(name.split()) < 2:
                continue
            for passage in passages(report):
                if name not in passage.text or passage.part == "cell":
                    continue
                for sentence in sentences(passage.text):
                    for on in written_dates(sentence):
                        told = _FORETOLD.search(sentence[: on.start])
                        column = months.get((_MONTHS[on.first.month - 1], f"{on.first:%y}"))
                        if told is None or column is None or name not in sentence:
                            continue
                        values = [cell.strip().rstrip("%") for cell in row]
                        shown, value = values[column], told["value"]
                        if shown == value or not re.fullmatch(r"\d+(?:\.\d+)?", shown):
                            continue
                        if float(shown) != float(value):
                            yield TextFinding(
                                place=passage.place,
                                quote=around(sentence, told.start(), on.end, 80),
                                message=f"{value}% by {on.text.strip()} here; the table gives "
                                f"{shown} ({grid.rows[0][column].strip()}, “{name}”).",
                                confidence=Confidence.MEDIUM,
                                cure="Correct the month or the rate.",
                            )


# --- the day at the head of a table ---------------------------------------------------------------

_OF_FORECASTS = Expression(
    r"\b(?:forecasts?|projections?|view|estimates?|rates?|valuations?)\b", re.I
)


def a_table_bears_the_day_told_before_it(report: Report) -> Iterator[TextFinding]:
    """“Forecasts on 11 December 2024” above a table headed “View 11.11.24”: a month is wrong."""
    for before, grid in pairwise(report.blocks):
        if not isinstance(grid, Grid) or not isinstance(before, Prose | Heading) or not grid.rows:
            continue
        told = [on for on in written_dates(before.text) if on.is_a_day]
        head = [on for on in written_dates(grid.rows[0][0]) if on.is_a_day]
        if len(told) != 1 or len(head) != 1 or not _OF_FORECASTS.search(before.text):
            continue
        one, other = told[0].first, head[0].first
        months = abs((one.year - other.year) * 12 + one.month - other.month)
        if one.day == other.day and months in (1, 12):
            yield TextFinding(
                place=grid.cell_place(0, 0),
                quote=grid.rows[0][0],
                message=f"{head[0].text.strip()} here; the text above says {told[0].text.strip()}.",
                confidence=Confidence.MEDIUM,
                cure="Correct one of the two dates.",
            )


# --- by a year, and the column of times -----------------------------------------------------------

_BY = Expression(r"^By (?:the end of )?(?P<year>20\d\d)\b(?![/–-])")
_FEWEST_ALIKE = 3


def a_measure_is_for_the_year_of_its_column(report: Report) -> Iterator[TextFinding]:
    """“By 2028, 65% of employees …” in a row whose column of times says 2026."""
    rows = [
        (grid, number, match["year"], column)
        for grid in report.blocks
        if isinstance(grid, Grid)
        for number, row in enumerate(grid.rows)
        if row and (match := _BY.match(row[0].strip())) is not None
        for column, cell in enumerate(row[1:], start=1)
        if re.fullmatch(r"20\d\d", cell.strip())
    ]
    alike = sum(grid.rows[number][column].strip() == year for grid, number, year, column in rows)
    for grid, number, year, column in rows:
        timed = grid.rows[number][column].strip()
        if timed != year and (alike >= _FEWEST_ALIKE or abs(int(timed) - int(year)) <= 2):
            yield TextFinding(
                place=grid.cell_place(number, column),
                quote=f"{grid.rows[number][0].strip()} {timed}"[:300],
                message=f"“By {year}” in the text of this row, {timed} in the column beside it.",
                confidence=Confidence.MEDIUM,
                cure="Correct one of the two years.",
            )


RULES: tuple[Rule, ...] = (
    what_is_planned_is_not_over,
    what_was_before_the_pandemic_was_before_2021,
    a_rate_foretold_is_that_of_the_table,
    a_table_bears_the_day_told_before_it,
    a_measure_is_for_the_year_of_its_column,
)
