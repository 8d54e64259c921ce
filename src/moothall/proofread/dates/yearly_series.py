"""Series of figures by their years: a row or a column of a table, a list, or a run in the text.

“2026/27 | 2027/28 | 2028/29” over “Gap | 4.2 | 7.9 | 11.6” is one; so is “2026: 900; 2027: 935”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.statements import content_words

YEAR = r"20\d\d(?:\s?[/–-]\s?\d\d(?!\d))?"
ONE_YEAR = Expression(rf"(?<![\d,.£/]){YEAR}(?![\d,]\d|/)")
NUMBER = r"[-−–(]?\s?£?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?(?:bn|million|m|k|%)?\)?"
_VALUE = Expression(rf"^\W*?(?P<value>{NUMBER})\W*$", re.IGNORECASE)
_ENTRY = Expression(
    rf"(?P<year>{YEAR})\s?(?:[:,–-]|was|is)?\s(?P<value>{NUMBER})(?=\s?(?:[;,.]|and\b|$))", re.I
)
LINE = Expression(
    rf"^\W*(?:[A-Z][a-z]+\s)?(?P<year>{YEAR})\s?[:–-]?\s(?P<value>{NUMBER})\W*$", re.IGNORECASE
)
_FEWEST, _MOST_CELLS = 3, 2_000


@dataclass(frozen=True, slots=True)
class Series:
    """Figures by their years, in order, and the words by which it is known."""

    values: dict[str, Decimal]
    printed: dict[str, str]
    name: frozenset[str]
    about: frozenset[str]
    text: str = ""
    """The text that the series stands in, where it is no table’s."""


def year_in(text: str) -> str | None:
    """The one year that a label names: “2026/27”, “September 2027” → “2027”."""
    found = {re.sub(r"\s|(?<=\d)[–-](?=\d)", "/", year) for year in ONE_YEAR.findall(text)}
    found = {re.sub("/+", "/", year) for year in found}
    return found.pop() if len(found) == 1 else None


def value_of(text: str) -> Decimal | None:
    match = _VALUE.match(text.strip())
    if match is None:
        return None
    digits = re.sub(r"[^\d.]", "", match["value"])
    below = text.strip()[:1] in "-−–(" and (text.strip()[0] != "(" or text.strip().endswith(")"))
    return -Decimal(digits) if below else Decimal(digits)


def _series(
    pairs: list[tuple[str | None, str]], name: str, about: str, text: str = ""
) -> Series | None:
    read = [(year, value, text) for year, text in pairs if year and (value := value_of(text))]
    years = [year for year, *_ in read]
    if len(read) < _FEWEST or len(set(years)) < len(years) or years != sorted(years):
        return None
    if len({"/" in year for year in years}) > 1:
        return None
    return Series(
        {year: value for year, value, _ in read},
        {year: text.strip() for year, _, text in read},
        content_words(ONE_YEAR.sub(" ", name)),
        content_words(ONE_YEAR.sub(" ", about)),
        text,
    )


@read_once
def all_series(report: Report) -> tuple[Series, ...]:
    found: list[Series | None] = []
    before, lines = "", list[tuple[str | None, str]]()
    for block in report.blocks:
        text = block.text if isinstance(block, Prose | Heading) else ""
        line = LINE.match(text) if text else None
        if line is not None:
            lines.append((year_in(line["year"]), line["value"]))
            continue
        if lines:
            found.append(_series(lines, before, before))
            lines = []
        if isinstance(block, Grid):
            found += _of_grid(block, before)
        elif text:
            entries = [(year_in(match["year"]), match["value"]) for match in _ENTRY.finditer(text)]
            if len(entries) >= _FEWEST:
                found.append(_series(entries, text[: text.find("20")], text, text))
            before = text
    found.append(_series(lines, before, before) if lines else None)
    return tuple(one for one in found if one is not None)


def _of_grid(grid: Grid, before: str) -> Iterator[Series | None]:
    if len(grid.rows) < 2 or len(grid.rows) * len(grid.rows[0]) > _MOST_CELLS:
        return
    about = f"{grid.caption} {before}"
    heads = [year_in(cell) for cell in grid.rows[max(grid.head_rows - 1, 0)]]
    if sum(head is not None for head in heads) >= _FEWEST:
        for row in grid.rows[grid.head_rows or 1 :]:
            yield _series(list(zip(heads[1:], row[1:], strict=False)), row[0], about)
        return
    years = [year_in(row[0]) if row else None for row in grid.rows]
    if sum(year is not None for year in years) >= _FEWEST:
        for column in range(1, len(grid.rows[0])):
            cells = [row[column] if column < len(row) else "" for row in grid.rows]
            name = grid.rows[0][column]
            yield _series(list(zip(years[1:], cells[1:], strict=False)), name, about)


def unit_of(text: str) -> str:
    found = re.search(r"(bn|million|m|k|%)\W*$", text.strip().lower())
    return "m" if found and found[1] == "million" else found[1] if found else ""


BELOW = r"(?:deficit|shortfall|loss|negative|overdrawn|the\sred)"
OTHERWISE = Expression(
    r"\b(?:last|previous|earlier)\s(?:forecast|projection|estimate|plan|report|strategy|time|"
    r"year)|\b(?:nationally|england|regional\w*|if|unless|would|originally|revised|was\s(?:to|"
    r"expected|forecast)|compared|elsewhere|other)\b",
    re.IGNORECASE,
)
