"""The year of a report's own subject: what it sets out, what it asks to be agreed, what it totals.

Its title names the plan and the year; a sentence that says “this report sets out …” or “asked to
agree …” speaks of these and of no others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.dates.period_labels import own_period
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import own_date, written_dates

_CURE = "Correct the year, or say which year is meant."
_FIRST_BLOCKS = 8
_SPAN = Expression(r"(?<![\d/.£–-])(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)(?![\d/])")
_NAMED_PLAN = Expression(
    r"(?P<name>(?:[A-Z][A-Za-z’'&-]+(?:\s(?:of|and|for|in|the|to|&)){0,2}\s){2,9})"
    r"(?P<first>20\d\d)\s?(?:[/–-]|to)\s?(?P<second>(?:20)?\d\d)(?![\d/])"
)


@dataclass(frozen=True, slots=True)
class _Plan:
    name: str
    first: int
    second: int
    text: str


def _plans(text: str) -> list[tuple[_Plan, int, int]]:
    found = []
    for match in _NAMED_PLAN.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        second = second if second > 100 else first // 100 * 100 + second
        name = " ".join(match["name"].split())
        if second > first:
            found.append((_Plan(name, first, second, match[0].strip()), *match.span()))
    return found


_SUBJECT = Expression(r"\b(?:subject|title|report title|item|report on)\s?:\s", re.IGNORECASE)


def _titles(report: Report) -> Iterator[str]:
    """The headings at the head of a report and its line “Subject:”, without what follows it."""
    for block in report.blocks[:_FIRST_BLOCKS]:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Prose):
            match = _SUBJECT.search(block.text)
            if match is not None:
                yield block.text[match.end() : match.end() + 200]
        elif isinstance(block, Grid):
            for row in block.rows[:8]:
                if len(row) > 1 and _SUBJECT.search(f"{row[0].strip().rstrip(':')}: "):
                    yield row[1]


# --- the plan that is to be agreed ----------------------------------------------------------------

_TO_AGREE = Expression(
    r"\b(?:(?:asked|recommended|requested|invited)\s(?:to|that)|RESOLVED|resolved|"
    r"be (?:approved|agreed|adopted|endorsed))\b"
)
_OLD = Expression(
    r"\b(?:previous|existing|current|last|old|replac\w+|supersed\w+|revok\w+|extend\w*|former|"
    r"outgoing|progress|delivery of|review of|refresh\w*|updat\w+|amend\w*|close|end of|from)\b",
    re.IGNORECASE,
)


def what_is_to_be_agreed_is_the_plan_of_the_title(report: Report) -> Iterator[TextFinding]:
    """“Asked to agree the Place Plan 2024-28”, in the report on the “Place Plan 2025-29”."""
    titled = {
        (plan.first, plan.second): plan for text in _titles(report) for plan, _, _ in _plans(text)
    }
    if len(titled) != 1:
        return
    (own,) = titled.values()
    for passage in passages(report):
        for sentence in sentences(passage.text):
            ask = _TO_AGREE.search(sentence)
            if ask is None or _OLD.search(sentence):
                continue
            found = _plans(sentence)
            if len(found) != 1:
                continue
            plan, start, end = found[0]
            alike = own.name.endswith(plan.name) or plan.name.endswith(own.name)
            years = (plan.first - own.first, plan.second - own.second)
            if alike and years != (0, 0) and abs(years[0]) <= 2 and abs(years[1]) <= 2:
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, start, end, 60),
                    message=f"“{plan.text}” is to be agreed here; the report is on “{own.text}”.",
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )


# --- what the report says that it sets out --------------------------------------------------------

_SETS_OUT = Expression(
    r"\b(?:this|the|attached|covering)\s(?:attached\s|covering\s)?(?:report|paper|"
    r"appendix)\s(?:also\s|then\s)?(?:provides?|sets? "
    r"out|details|presents?|gives?|contains?|summari[sz]es|covers?|outlines|updates|considers)\b",
    re.IGNORECASE,
)
_OF_LAST_YEAR = Expression(
    r"\b(?:outturn|carr\w+|roll\w*|slippage|accounts|audit\w*|compar\w+|previous(?:ly)?|last|prior|"
    r"since|against|actuals?|baseline|final|lessons|closing|historic\w*|trend|between|from|both|"
    r"comparator|and 20\d\d)\b",
    re.IGNORECASE,
)


@read_once
def _year_of_the_report(report: Report) -> int | None:
    """The one financial year of the title, which is the year of the report's date or the next."""
    years = set()
    for text in _titles(report):
        for match in _SPAN.finditer(text):
            if int(match["second"]) % 100 == (int(match["first"]) + 1) % 100:
                years.add(int(match["first"]))
    own, period = own_date(report), own_period(report)
    if not years and period is not None:
        years = {period.first}
    if len(years) != 1 or own is None:
        return None
    (year,) = years
    current = own.year - (own.month < 4)
    return year if current <= year <= current + 1 else None


def what_the_report_sets_out_is_of_its_own_year(report: Report) -> Iterator[TextFinding]:
    """“The report also covers savings in the 2023-24 budget”, in the monitoring for 2024-25."""
    year = _year_of_the_report(report)
    if year is None:
        return
    for passage in passages(report):
        if passage.part == "cell" or "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            sets_out = _SETS_OUT.search(sentence)
            if sets_out is None:
                continue
            spans = [match for match in _SPAN.finditer(sentence) if match.start() > sets_out.end()]
            if (
                len(spans) != 1
                or int(spans[0]["second"]) % 100 != (int(spans[0]["first"]) + 1) % 100
            ):
                continue
            if int(spans[0]["first"]) == year - 1 and not _OF_LAST_YEAR.search(
                sentence[sets_out.end() : spans[0].end() + 40]
            ):
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, spans[0].start(), spans[0].end(), 90),
                    message=f"“{sets_out[0]}” something of {spans[0][0]}; the report is on "
                    f"{year}/{(year + 1) % 100:02d}.",
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )


# --- opening and closing balances -----------------------------------------------------------------

_BALANCE = Expression(
    r"\b(?:balances?|reserves?|deficit|surplus|fund|debt|stock|position)\b", re.IGNORECASE
)
_SIMPLY_BEFORE = Expression(r"\b(?:restated|previous|prior|audited|adjust\w*)\b", re.IGNORECASE)


def a_closing_balance_comes_after_its_opening(report: Report) -> Iterator[TextFinding]:
    """Rows “balance at 1 April 2024”, changes, and “balance at 31 March 2024”: a year too early."""
    for grid in report.grids:
        opened: tuple[int, date, str] | None = None
        for number, row in enumerate(grid.rows):
            label = row[0] if row else ""
            dates = written_dates(label)
            if len(dates) != 1 or not dates[0].is_a_day or not _BALANCE.search(label):
                continue
            on = dates[0].first
            if (on.day, on.month) == (1, 4):
                opened = (number, on, label.strip())
            elif (
                opened is not None
                and number - opened[0] > 1
                and on == opened[1] - timedelta(days=1)
                and _without_date(label) == _without_date(opened[2])
                and not _SIMPLY_BEFORE.search(label)
            ):
                yield TextFinding(
                    place=grid.cell_place(number, 0),
                    quote=" | ".join(row),
                    message=f"“{label.strip()}” closes what “{opened[2]}” opens "
                    f"{number - opened[0]} rows above: it is the day before, not a year after "
                    f"(31 March {on.year + 1}).",
                    confidence=Confidence.HIGH,
                    cure=f"Write 31 March {on.year + 1}, if that is meant.",
                )


def _without_date(label: str) -> str:
    """The words of a label without its date."""
    for on in written_dates(label):
        label = label.replace(on.text, " ")
    return " ".join(re.findall(r"[a-z]+", label.lower()))


# --- totals ---------------------------------------------------------------------------------------

_TOTAL = Expression(r"^\W*(?:sub-?\s?)?(?:grand |overall )?total\b", re.IGNORECASE)
_SHORT_SPAN = Expression(
    r"(?<![\d/.£–-])(?:20)?(?P<first>\d\d)\s?[/–-]\s?(?:20)?(?P<second>\d\d)(?![\d/])"
)


def a_total_is_of_the_year_of_its_parts(report: Report) -> Iterator[TextFinding]:
    """“Total for delivery in 2024-25” below the lines “for delivery in 2025-26”."""
    for grid in report.grids:
        heads = " ".join(cell for row in grid.rows[: max(1, grid.head_rows)] for cell in row)
        above = _years(f"{grid.caption} {heads}")
        labels: list[str] = []
        for number, row in enumerate(grid.rows):
            column = next((n for n, cell in enumerate(row) if re.search(r"[A-Za-z]{3}", cell)), 0)
            label = row[column] if row else ""
            if _TOTAL.match(label) and labels:
                own, parts = _years(label), {year for text in labels for year in _years(text)}
                if len(own) == 1 and len(parts) == 1 and own != above:
                    (year,), (part,) = own, parts
                    if part - year == 1:
                        yield TextFinding(
                            place=grid.cell_place(number, column),
                            quote=" | ".join(cell for cell in row if cell.strip()),
                            message=f"The total is of {_named(year)}; the lines above it are of "
                            f"{_named(part)} (“{_first_of(labels, part)}”).",
                            confidence=Confidence.MEDIUM,
                            cure=_CURE,
                        )
                labels = []
            elif label.strip():
                labels.append(label)


def _years(text: str) -> set[int]:
    return {
        2000 + int(match["first"])
        for match in _SHORT_SPAN.finditer(text)
        if int(match["second"]) == (int(match["first"]) + 1) % 100
    }


def _first_of(labels: list[str], year: int) -> str:
    return next((label.strip() for label in labels if year in _years(label)), "")


def _named(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02d}"


RULES: tuple[Rule, ...] = (
    what_is_to_be_agreed_is_the_plan_of_the_title,
    what_the_report_sets_out_is_of_its_own_year,
    a_closing_balance_comes_after_its_opening,
    a_total_is_of_the_year_of_its_parts,
)
