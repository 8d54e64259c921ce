"""Titles and their years: what is noted, signed or attached is what the heading above it names.

A yearly paper is written over that of the year before: the heading has the new year, and the
resolution, the signature or the head of a table on a later page still has the old one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, passages, sentences, word_set
from moothall.proofread.reading.written_dates import written_dates

_CURE = "Correct the year, or say which year is meant."
_SPAN = Expression(
    r"(?<![\d/.£–-])(?P<first>20\d\d)(?:\s?[/–-]\s?|\sto\s)(?P<second>(?:20)?\d\d)(?![\d/]|\sto\s)"
)
_SMALL = word_set("of and for in the to on a an its at by with")
_LONGEST_TITLE, _MOST_WORDS = 130, 9


@dataclass(frozen=True, slots=True)
class _Titled:
    words: tuple[str, ...]
    first: int
    text: str


def _one_year(text: str) -> list[re.Match[str]]:
    return [
        match
        for match in _SPAN.finditer(text)
        if int(match["second"]) % 100 == (int(match["first"]) + 1) % 100
    ]


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-z][a-z’'&-]*", text.lower()) if word not in _SMALL]


def _title(text: str) -> _Titled | None:
    """What a heading names with one financial year: “Treasury Annual Report 2023/24”."""
    if len(text) > _LONGEST_TITLE or text.rstrip().endswith((".", ";")) or _SAYS.search(text):
        return None
    spans = list(_SPAN.finditer(text))
    if len(spans) != 1 or not _one_year(text):
        return None
    before = re.split(r"[:,;.–—]\s|\sfor the year", text[: spans[0].start()])
    words = _words(before[-1]) or (_words(before[-2]) if len(before) > 1 else [])
    if not words:
        words = _words(re.split(r"[:,;.(–—]", text[spans[0].end() :])[0])
    return _Titled(tuple(words[-_MOST_WORDS:]), int(spans[0]["first"]), text) if words else None


_SAYS = Expression(r"\b(?:is|are|was|were|will|has|have|had|been|be|that|asked|note[ds]?|agree)\b")

# --- what is noted or signed under the heading ----------------------------------------------------

_OF_THIS = Expression(
    r"\b(?:RESOLVED|[Rr]esolved|[Rr]ecommend(?:ed|ation|ations|s)?|asked to|invited to|this|"
    r"attached|enclosed|appended|[Ss]igned|footer|present you|herewith)\b|"
    r"^\W*(?:[a-z0-9]{1,3}[.)]\s)?(?:[Tt]o\s)?(?:note|approve|agree|adopt|endorse|receive|accept)\b",
)
_ANOTHER_YEARS = Expression(
    r"\b(?:previous(?:ly)?|last|prior|compar\w+|since|baseline|outturn|carr\w+|roll\w*|slippage|"
    r"against|earlier|before|existing|current|replac\w+|supersed\w+|progress|lessons|accounts|"
    r"updated?|between|than|both|following|actuals?|originally|first|extend\w*|as (?:agreed|"
    r"approved|set)|based on)\b",
    re.IGNORECASE,
)


def what_is_noted_is_of_the_year_of_its_heading(report: Report) -> Iterator[TextFinding]:
    """“That the Annual Report 2022/23 be noted”, under “Annual Report 2023/24”."""
    titles: list[tuple[int, _Titled]] = []
    all_titles = {
        (title.words[-1], title.first)
        for passage in passages(report)
        if passage.part != "cell" and (title := _title(passage.text)) is not None
    }
    for passage in passages(report):
        if passage.part == "cell" or "20" not in passage.text:
            continue
        title = _title(passage.text) if not _FOOT.match(passage.text) else None
        if title is not None:
            titles.append((passage.block, title))
            continue
        for sentence in sentences(passage.text):
            spans = _one_year(sentence)
            if len(spans) != 1 or not titles or len(list(_SPAN.finditer(sentence))) != 1:
                continue
            if not _OF_THIS.search(sentence) or _ANOTHER_YEARS.search(sentence):
                continue
            year = int(spans[0]["first"])
            own = next((t for _, t in reversed(titles) if _names(sentence, spans[0], t)), None)
            if own is None or own.first - year != 1 or (own.words[-1], year) in all_titles:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, spans[0].start(), spans[0].end(), 90),
                message=f"{spans[0][0]} here; the heading above is “{own.text.strip()}”.",
                confidence=Confidence.MEDIUM,
                cure=_CURE,
            )


_FOOT = Expression(r"^\W*(?:running\s)?(?:footer|header)\b", re.IGNORECASE)


def _names(sentence: str, span: re.Match[str], title: _Titled) -> bool:
    """Whether the words beside a year are those of a title: its last two, or its only one."""
    needed = title.words[-2:]
    before = _words(re.split(r"[,;:.]", sentence[: span.start()])[-1])
    after = _words(re.split(r"[,;:.]", sentence[span.end() :])[0])
    whole = len(title.words)
    return tuple(before[-len(needed) :]) == needed or tuple(after[:whole]) == title.words


# --- one page headed with the years before --------------------------------------------------------

_RUN = Expression(
    r"(?<![\d/])(?P<a>20\d\d)(?:[/–-]\d\d)?\s?(?:to|–|-)\s?(?P<b>20\d\d)(?:[/–-]\d\d)?(?![\d/])",
    re.I,
)


def the_pages_of_one_table_are_of_the_same_years(report: Report) -> Iterator[TextFinding]:
    """“Investment summary 2025-26 to 2034-35”, and overleaf “2024-25 to 2033-34”."""
    told: defaultdict[str, list[tuple[Passage, re.Match[str]]]] = defaultdict(list)
    for passage in passages(report):
        text = passage.text
        if passage.part == "cell" or len(text) > _LONGEST_TITLE or "20" not in text:
            continue
        runs = list(_RUN.finditer(text))
        if len(runs) == 1 and int(runs[0]["b"]) - int(runs[0]["a"]) > 1 and not _SAYS.search(text):
            rest = text[: runs[0].start()] + text[runs[0].end() :]
            key = " ".join(re.findall(r"[a-z]+|\d+", rest.lower()))
            if len(key.split()) > 1:
                told[key].append((passage, runs[0]))
    for lines in told.values():
        years = [(int(run["a"]), int(run["b"])) for _, run in lines]
        if len(set(years)) != 2:
            continue
        old, new = sorted(set(years))
        if (new[0] - old[0], new[1] - old[1]) != (1, 1) or years.count(old) > years.count(new):
            continue
        passage, run = lines[years.index(old)]
        other, same = lines[years.index(new)]
        yield TextFinding(
            place=passage.place,
            quote=passage.text,
            message=f"{run[0]} here; under the same heading {same[0]} ({other.place}).",
            confidence=Confidence.MEDIUM,
            cure=_CURE,
        )


_FEWEST_CELLS = 4


def the_heads_of_one_table_are_of_the_same_year(report: Report) -> Iterator[TextFinding]:
    """A column “2023-24 Savings target” where each other page has “2024-25 Savings target”."""
    heads: defaultdict[tuple[str, ...], list[tuple[Grid, int]]] = defaultdict(list)
    for block in report.blocks:
        if not isinstance(block, Grid):
            continue
        for number, row in enumerate(block.rows):
            if len(row) >= _FEWEST_CELLS and any(_one_year(cell) for cell in row[:4]):
                heads[tuple(_SPAN.sub("#", cell).strip().lower() for cell in row)].append(
                    (block, number)
                )
    for key, places in heads.items():
        columns = [n for n, cell in enumerate(key) if "#" in cell]
        if len(places) < 3 or len(columns) != 1 or not _is_a_head(key):
            continue
        (column,) = columns
        years = [_one_year(grid.rows[row][column]) for grid, row in places]
        firsts = [int(found[0]["first"]) if len(found) == 1 else 0 for found in years]
        usual = max(set(firsts), key=firsts.count)
        odd = [n for n, first in enumerate(firsts) if first != usual]
        if len(odd) != 1 or abs(firsts[odd[0]] - usual) != 1:
            continue
        grid, line = places[odd[0]]
        yield TextFinding(
            place=grid.cell_place(line, column),
            quote=grid.rows[line][column],
            message=f"{years[odd[0]][0][0]} in this head; the other {len(places) - 1} heads of the "
            f"same words have {years[firsts.index(usual)][0][0]}.",
            confidence=Confidence.MEDIUM,
            cure=_CURE,
        )


def _is_a_head(cells: tuple[str, ...]) -> bool:
    """No row of figures: words in most cells."""
    return sum(bool(re.search(r"[a-z]{3}", cell)) for cell in cells) >= len(cells) - 1


# --- a calendar and the days in it ----------------------------------------------------------------

_CALENDAR = Expression(r"\b(?:municipal|civic|council) year\b|\b(?:calendar|dates) of\b", re.I)
_LINES, _FEWEST_DAYS = 12, 3


def a_calendar_holds_the_days_of_its_year(report: Report) -> Iterator[TextFinding]:
    """“Municipal year 2024/25” over meetings from May 2025 on: the year before was left in."""
    lines = [p for p in passages(report) if p.part != "cell"]
    for number, passage in enumerate(lines):
        if len(passage.text) > _LONGEST_TITLE or not _CALENDAR.search(passage.text):
            continue
        title, days = _title(passage.text), list[date]()
        for line in lines[number + 1 : number + 1 + _LINES]:
            found = [on.first for on in written_dates(line.text) if on.is_a_day]
            if len(found) != 1 or len(line.text) > _LONGEST_TITLE:
                break
            days += found
        if title is None or len(days) < _FEWEST_DAYS:
            continue
        # a municipal year runs from the May of its first year to that of its second
        begins, ends = date(title.first + 1, 5, 1), date(title.first + 2, 5, 31)
        if all(begins <= day <= ends for day in days):
            yield TextFinding(
                place=passage.place,
                quote=passage.text,
                message=f"The days below, from {min(days):%B %Y} to {max(days):%B %Y}, lie in the "
                f"year after {title.first}/{(title.first + 1) % 100:02d}.",
                confidence=Confidence.MEDIUM,
                cure=_CURE,
            )


RULES: tuple[Rule, ...] = (
    a_calendar_holds_the_days_of_its_year,
    what_is_noted_is_of_the_year_of_its_heading,
    the_pages_of_one_table_are_of_the_same_years,
    the_heads_of_one_table_are_of_the_same_year,
)
