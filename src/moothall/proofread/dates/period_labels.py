"""Labels of periods: a heading, caption, column or recommendation with the year before left in.

A report that comes round is written over the last one.  What its title says of its own period
settles which year is meant; last year's figures set beside this year's are none of it.
"""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, read_once
from moothall.proofread.reading.running_text import sentences
from moothall.proofread.reading.written_dates import written_dates

_FIRST_BLOCKS = 14
CURE = "Correct the year, or say which year is meant."
YEAR = r"(?P<first{0}>20\d\d)\s?[/–-]\s?(?P<second{0}>(?:20)?\d\d)(?!\d)"
_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "one": 1, "two": 2, "three": 3, "four": 4,
             "first": 1, "second": 2, "third": 3, "fourth": 4}  # fmt: skip
_PERIOD = (
    r"(?P<period{0}>quarter\s(?:[1-4]|one|two|three|four)|(?:first|second|third|fourth)\squarter|"
    r"Q[1-4]|half[- ]year(?:ly)?|mid[- ]year|(?:month|period)\s\d{{1,2}})"
)
_LABEL = Expression(
    rf"\b{_PERIOD.format('')}\b[^.;\d]{{0,14}}{YEAR.format('')}|"
    rf"{YEAR.format('_')}[^.;\d]{{0,14}}\b{_PERIOD.format('_')}\b",
    re.IGNORECASE,
)
_COMPARES = Expression(
    r"\b(?:compar\w+|previous(?:ly)?|last year|year before|year earlier|since|baseline|prior|"
    r"against|same (?:period|quarter|time|date)|trend|history|five[- ]year|from|between|than|"
    r"restated|earlier)\b", re.I,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """A period with its financial year, as a text names it: quarter 3 of 2025/26."""

    period: str
    first: int
    text: str
    start: int
    end: int


def labels_in(text: str) -> list[Label]:
    found = []
    for match in _LABEL.finditer(text):
        first = int(match["first"] or match["first_"])
        second = match["second"] or match["second_"]
        if int(second) % 100 == (first + 1) % 100:
            period = _plain(match["period"] or match["period_"])
            found.append(Label(period, first, match[0], match.start(), match.end()))
    return found


def _plain(period: str) -> str:
    words = period.casefold().replace("-", " ").split()
    number = next((_QUARTERS[w] for w in words if w in _QUARTERS), None)
    if "quarter" in words and number:
        return f"q{number}"
    return "half" if words[0] in ("half", "mid") else " ".join(words).replace("period", "month")


@read_once
def own_period(report: Report) -> Label | None:
    """The period of which a report reports, by its title or first lines."""
    found = [
        label
        for block in report.blocks[:_FIRST_BLOCKS]
        for text in _texts(block)
        for label in labels_in(text)
    ]
    titled = [
        label
        for block in report.blocks[:_FIRST_BLOCKS]
        if (isinstance(block, Heading) or (isinstance(block, Prose) and _is_subject(block.text)))
        and not _IS_CAPTION.match(block.text)
        for label in labels_in(block.text)
    ]
    years = {(label.period, label.first) for label in titled or found}
    return (titled or found)[0] if len(years) == 1 else None


_IS_CAPTION = Expression(r"^\W*(?:table|figure|chart|graph|appendix|annex)\b", re.IGNORECASE)
SUBJECT = Expression(r"^\W*(?:subject|title|report title|agenda item)\b", re.IGNORECASE)


def _is_subject(text: str) -> bool:
    return bool(SUBJECT.match(text)) or (len(text) < 90 and not text.rstrip().endswith("."))


def _texts(block: object) -> Iterator[str]:
    if isinstance(block, Grid):
        yield from (cell for row in block.rows[:12] for cell in row)
    elif isinstance(block, Heading | Prose):
        yield block.text


def period_ends(label: Label) -> date | None:
    """The last day of a period of a financial year."""
    months = {"q1": 6, "q2": 9, "q3": 12, "q4": 3, "half": 9}
    month = months.get(label.period)
    if month is None and label.period.startswith("month "):
        number = int(label.period.split()[1])
        month = (number + 2) % 12 + 1 if 1 <= number <= 12 else None
    if month is None:
        return None
    year = label.first + (month <= 3)
    return date(year, month, calendar.monthrange(year, month)[1])


# --- the same period of the year before ----------------------------------------------------------

_OF_THE_REPORT = Expression(
    r"\b(?:this report|the report|report summary|summary|attached|appendix|presents|covers|"
    r"sets out)\b",
    re.IGNORECASE,
)


def a_label_names_the_period_of_its_report(report: Report) -> Iterator[TextFinding]:
    """“Table 1: Measures, half-year 2024/25”, in the report for the half-year 2025/26."""
    own = own_period(report)
    if own is None:
        return
    captions = {grid.caption: grid for _, grid in captioned_grids(report) if grid.caption}
    for text, place, prose in _captions_and_sentences(report, captions):
        labels = labels_in(text)
        if len(labels) != 1 or _COMPARES.search(text):
            continue
        label = labels[0]
        a_year_ago = label.period == own.period and label.first == own.first - 1
        if not a_year_ago and not (prose and _is_the_quarter_before(label, own, text)):
            continue
        if prose and not _OF_THE_REPORT.search(text):
            continue
        beside = not prose and _has_this_years(text, label, own, captions)
        if beside or _names_year(captions.get(text), own.first):
            continue  # this year's table stands beside last year's
        yield TextFinding(
            place=place,
            quote=around(text, label.start, label.end, 70),
            message=f"“{label.text}” here; the report is for “{own.text}”.",
            confidence=Confidence.MEDIUM,
            cure=CURE,
        )


_IS_ON = Expression(
    r"\b(?:this|the (?:attached )?)\s?report\b[^.;]{0,40}?\b(?:provides?|presents?|sets? out|"
    r"covers?|gives?|"
    r"updates?|is on|shows?)\b[^.;]{0,140}$",
    re.IGNORECASE,
)


def _is_the_quarter_before(label: Label, own: Label, text: str) -> bool:
    """“This report sets out the position at Quarter 2” in the report for Quarter 3."""
    both = (label.period, own.period)
    if label.first != own.first or both not in (("q1", "q2"), ("q2", "q3"), ("q3", "q4")):
        return False
    return bool(_IS_ON.search(text[: label.start]))


def _has_this_years(caption: str, label: Label, own: Label, captions: Iterable[str]) -> bool:
    """Whether another caption says the same of the report's own period."""
    rest = _unnumbered(caption.replace(label.text, ""))
    return any(
        (found.period, found.first) == (own.period, own.first)
        and _unnumbered(other.replace(found.text, "")) == rest
        for other in captions
        for found in labels_in(other)
    )


def _unnumbered(caption: str) -> str:
    """The words of a caption, without its "Table 2:"."""
    words = re.sub(r"^\W*\w+\s\d+\w?\W+", "", caption.casefold())
    return " ".join(re.findall(r"\w+", words))


def _captions_and_sentences(
    report: Report, captions: dict[str, Grid]
) -> Iterator[tuple[str, Place, bool]]:
    told = set()
    for caption, grid in captions.items():
        told.add(caption)
        yield caption, grid.place, False
    for block in report.blocks:
        if isinstance(block, Heading) and block.text not in told:
            yield block.text, block.place, False
        elif isinstance(block, Prose) and block.text not in told:
            for sentence in sentences(block.text):
                yield sentence, block.place, True


def _names_year(grid: Grid | None, first: int) -> bool:
    """Whether the heads of a table name the year themselves: then it compares."""
    if grid is None:
        return False
    heads = " ".join(cell for row in grid.rows[: max(1, grid.head_rows)] for cell in row)
    return bool(re.search(rf"{first}\s?[/–-]\s?\d\d", heads))


# --- a date that does not lie in the year beside it ----------------------------------------------

SPAN = Expression(YEAR.format(""))
_AS_AT = Expression(
    r"\b(?:as at|as of|at|to|progress at|position at|update at|ending|ended)\s(?:the\s)?"
    r"(?:end of\s)?$",
    re.IGNORECASE,
)
_LIVES_ON = Expression(
    r"\b(?:audit\w*|accounts?|arrears|outturn|statements?|carried|clos\w+|final|annual report|"
    r"review of|lessons|recommendations?|complaints?|inspection|collected to date|debt|unpaid|"
    r"since|from|between|to 20\d\d)\b|20\d\d\s?[/–-]\s?\d\d\s(?:to|and|[-–])\s",
    re.IGNORECASE,
)
"""What is still told of a year when it is over: its audit, its arrears, its carry-forwards."""


def a_label_names_the_year_of_its_date(report: Report) -> Iterator[TextFinding]:
    """“Programme for 2024/25: progress at 30 September 2025” is of 2025/26."""
    current = _years_of_the_title(report)
    captions = [(grid.caption, grid.place) for _, grid in captioned_grids(report)]
    headings = [(block.text, block.place) for block in report.headings]
    told: set[str] = set()
    for text, place in (*captions, *headings):
        spans = list(SPAN.finditer(text))
        if len(spans) != 1 or text in told or _LIVES_ON.search(text) or _COMPARES.search(text):
            continue
        told.add(text)
        first = int(spans[0]["first"])
        if int(spans[0]["second"]) % 100 != (first + 1) % 100:
            continue
        for on in written_dates(text):
            year = on.last.year - (on.last.month < 4)
            if on.start < spans[0].end() or not _AS_AT.search(text[: on.start]):
                continue
            if year != first + 1 or (current and year not in current) or on.last.month == 4:
                continue
            yield TextFinding(
                place=place,
                quote=text,
                message=f"{on.text.strip()} lies in {named(year)}, not in {spans[0][0]}"
                + (f", and the report is of {named(year)}." if current else "."),
                confidence=Confidence.MEDIUM if current else Confidence.LOW,
                cure=CURE,
            )


def named(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02d}"


@read_once
def _years_of_the_title(report: Report) -> frozenset[int]:
    """The financial years that the title and the first lines name, or in which their dates lie."""
    found: set[int] = set()
    for block in report.blocks[:_FIRST_BLOCKS]:
        for text in _texts(block):
            found |= {int(match["first"]) for match in SPAN.finditer(text)}
            if isinstance(block, Heading):
                found |= {on.last.year - (on.last.month < 4) for on in written_dates(text)}
    return frozenset(found)


_FIRST_LINES, _LONGEST_TITLE = 6, 150


@read_once
def year_of_the_title(report: Report) -> int | None:
    """The one financial year that the first lines name as that of the paper."""
    years: set[int] = set()
    for block in report.blocks[:_FIRST_LINES]:
        if not isinstance(block, Heading | Prose) or len(block.text) > _LONGEST_TITLE:
            continue
        if isinstance(block, Prose) and block.text.rstrip().endswith((".", ";", ",")):
            continue
        years |= {
            int(match["first"])
            for match in SPAN.finditer(block.text)
            if int(match["second"]) % 100 == (int(match["first"]) + 1) % 100
        }
    return years.pop() if len(years) == 1 else None


RULES: tuple[Rule, ...] = (
    a_label_names_the_period_of_its_report,
    a_label_names_the_year_of_its_date,
)
