"""Ways of rows told: “Rent arrears were higher than a year ago”, where the row fell.

A clause that says nothing but that a thing rose or fell is held against the row of that name, by
its last two periods.  Left alone: a thing of which more is said than its row's label has, other
periods than those of the table, targets, hopes and comparisons with others, rows of which two
tables differ, and a table whose printed change has another sign than its two figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import finding_on, paragraphs, read_once
from moothall.proofread.reading.thesaurus import root
from moothall.proofread.tables.columns import Figure, NumberTable, number_table

_UP = r"higher|up|rose|risen|increased|grew|grown|gone up|went up|climbed"
_DOWN = r"lower|down|fell|fallen|decreased|dropped|declined|reduced|gone down|went down"
_ADVERB = (
    r"(?:(?:slightly|a little|much|far|well|also|again|sharply|slowly|now|still|both|marginally|"
    r"considerably|significantly|further)\s){0,2}"
)
_YEAR_BEFORE = (
    r"(?:(?:in |at |that of )?(?:the )?(?:same (?:time|period|point|quarter) )?(?:of |in )?"
    r"(?:last year|a year (?:ago|before|earlier)|(?:the )?year before|(?:the )?previous year|"
    r"(?:the )?prior year))"
)
_TIME = (
    r"(?P<year>\s(?:(?:on|than|since|from|against|compared (?:with|to)|over)\s"
    rf"{_YEAR_BEFORE}|(?:over|during|in)\s(?:the|this) year|(?:again )?this year|year on year|"
    r"at the end of the year|on the year))?"
    r"(?P<quarter>\s(?:(?:on|than|since|from|compared (?:with|to))\s(?:in )?(?:the )?(?:last|"
    r"previous) (?:quarter|month)|(?:this|in the|over the) (?:quarter|month)))?"
)
_WENT = Expression(
    rf"^(?P<what>[A-Z][^.;:()]{{2,70}}?)\s(?:(?:has|have|had|is|are|was|were)\s(?:been\s)?)?{_ADVERB}"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s(?:again|slightly|further|sharply))?{_TIME}\s?$",
)
_THERE_WAS = Expression(
    r"^(?:there (?:was|has been|were) |we (?:saw|have seen) )an? (?:[a-z]+ )?"
    r"(?:(?P<up>rise|increase|growth)|(?P<down>fall|drop|decrease|reduction|decline)) in "
    rf"(?P<what>[A-Za-z][^.;:()]{{2,70}}?){_TIME}\s?$",
    re.IGNORECASE,
)
_CLAUSES = Expression(r"[,;]\s(?:and|but|while|whereas|though|although)\s|;\s|,\s(?=which\b)")
_GATE = Expression(rf"\b(?:{_UP}|{_DOWN}|rise|increase|growth|fall|drop|decrease|reduction)\b")
_NOT_SO = Expression(
    r"\b(?:not?|never|if|would|could|may|might|will|should|expected|forecast|likely|hope\w*|"
    r"want\w*|target\w*|nation\w*|england|average|elsewhere|budget\w*|plan(?:ned)?|except|"
    r"other|most|some|many|less|than (?:the|in) (?:rest|other))\b|\d",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    map(root, ("number", "numbers", "level", "levels", "rate", "total", "overall", "our", "annual"))
)
_SMALL = frozenset({"the", "of", "to", "in", "for", "at", "a", "an", "and", "on", "by", "our"})
_BRACKETS = Expression(r"\([^()]*\)|[%£]")
_WORD = Expression(r"[a-z][a-z’'-]+", re.IGNORECASE)
_YEAR = Expression(r"\b(?:20\d\d\s?[/–-]\s?(?:20)?\d\d|\d\d/\d\d|20\d\d)\b")
_SHORT = Expression(
    r"^\W*(?:q[1-4]|quarter [1-4]|january|february|march|april|may|june|july|august|september|"
    r"october|november|december)\b",
    re.IGNORECASE,
)
_SPOKEN = {"last year": 0, "previous year": 0, "prior year": 0, "this year": 1, "current year": 1}
_CHANGE = Expression(r"\b(?:change|movement|difference|variance|direction|trend)\b", re.IGNORECASE)
_TWO, _MOST_ROWS = 2, 60
_CURE = "Correct the word, or the figures of the table."


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with its last two periods, and whether these are years."""

    label: str
    words: frozenset[str]
    then: tuple[str, Decimal, str]
    now: tuple[str, Decimal, str]
    yearly: bool

    @property
    def way(self) -> int:
        return (self.now[1] > self.then[1]) - (self.now[1] < self.then[1])


@read_once
def _rows(report: Report) -> tuple[_Row, ...]:
    return tuple(row for grid in report.grids for row in _of_grid(grid))


def _of_grid(grid: Grid) -> Iterator[_Row]:
    table = number_table(grid) if len(grid.rows) <= _MOST_ROWS else None
    periods = _last_periods(table) if table is not None else None
    if table is None or periods is None:
        return
    then, now, yearly = periods
    changes = [column for column in table.columns if _CHANGE.search(table.heads[column])]
    for row in table.body:
        one, other = table.cells[row][then], table.cells[row][now]
        words = _telling(table.labels[row])
        if not isinstance(one, Figure) or not isinstance(other, Figure) or not words:
            continue
        if one.kind is not other.kind or min(one.value, other.value) < 0:
            continue
        step = other.value - one.value
        printed = [c for n in changes if isinstance(c := table.cells[row][n], Figure)]
        if any(figure.value * step < 0 for figure in printed) or not step:
            continue
        yield _Row(
            label=" ".join(table.labels[row].split()),
            words=words,
            then=(table.heads[then], one.value, one.text),
            now=(table.heads[now], other.value, other.text),
            yearly=yearly,
        )


def _last_periods(table: NumberTable) -> tuple[int, int, bool] | None:
    """The columns of the last two periods of a table, the earlier first; whether they are years."""
    heads = {column: table.heads[column] for column in table.columns}
    spoken = {
        place: column
        for column, head in heads.items()
        if (place := _SPOKEN.get(" ".join(head.casefold().split()))) is not None
    }
    if len(spoken) == _TWO:
        return spoken[0], spoken[1], True
    named = [(column, head) for column, head in heads.items() if not _CHANGE.search(head)]
    dated = [(match[0], column, head) for column, head in named if (match := _YEAR.search(head))]
    if len(dated) >= _TWO and len(dated) == len(named):
        rest = {_YEAR.sub("", head).strip().casefold() for _, _, head in dated}
        years = [_first_year(year) for year, _, _ in dated]
        if len(rest) == 1 and len(set(years)) == len(years):
            ordered = sorted(zip(years, (column for _, column, _ in dated), strict=True))
            return ordered[-2][1], ordered[-1][1], ordered[-1][0] - ordered[-2][0] == 1
        return None
    short = [column for column, head in named if _SHORT.match(head)]
    if len(short) >= _TWO and len(short) == len(named) and not dated:
        return short[-2], short[-1], False
    return None


def _first_year(text: str) -> int:
    digits = re.findall(r"\d+", text)[0]
    return int(digits[-2:])


def _telling(words: str) -> frozenset[str]:
    """The roots of the words that name a thing, without fillers."""
    found = (word.casefold() for word in _WORD.findall(_BRACKETS.sub(" ", words)))
    return frozenset(root(word) for word in found if word not in _SMALL) - _FILLERS


def a_row_went_the_way_told_without_its_figures(report: Report) -> Iterator[TextFinding]:
    """“Complaints rose on the year before”, where the row goes from 412 to 388."""
    if not report.grids:
        return
    for paragraph in paragraphs(report):
        if paragraph.cell or not _GATE.search(paragraph.text) or not _rows(report):
            continue
        for one in paragraph.sentences:
            if not _GATE.search(one.text):
                continue
            for clause in _CLAUSES.split(one.text.strip().rstrip(".")):
                message = _against_its_row(clause.strip(), _rows(report))
                if message:
                    yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
                    break


_AT = Expression(r",?\s(?:at|standing at|with)\s£?(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?:%|per cent)?$")


def _against_its_row(clause: str, rows: tuple[_Row, ...]) -> str | None:
    level = _AT.search(clause)
    if level is not None:  # “is higher than a year ago, at 55.8%”
        clause = clause[: level.start()]
        printed = Decimal(level["n"].replace(",", ""))
        rows = tuple(row for row in rows if row.now[1] == printed)
    match = _WENT.match(clause[:1].upper() + clause[1:]) or _THERE_WAS.match(clause)
    if match is None or _NOT_SO.search(clause):
        return None
    words = _telling(match["what"])
    way = 1 if match["up"] else -1
    meant = [row for row in rows if row.words == words]
    if not words or not meant or any(row.way == way for row in rows if row.words >= words):
        return None
    if match["year"] and not all(row.yearly for row in meant):
        return None
    if match["quarter"] and any(row.yearly for row in meant):
        return None
    row = meant[0]
    return (
        f"“{row.label}” went from {row.then[2]} (“{row.then[0]}”) to {row.now[2]} "
        f"(“{row.now[0]}”): a {'rise' if row.way > 0 else 'fall'}, and the text says "
        f"“{match['up'] or match['down']}”."
    )


RULES: tuple[Rule, ...] = (a_row_went_the_way_told_without_its_figures,)
