"""In which year a series of figures does what the text says of it.

“Numbers top out in 2029” over a table whose greatest figure is that of 2028; “we pass the £15m mark
in 2026/27” where the figure is £13.4m then and £19.9m a year on; “the gap reaches £8.9m by
2028/29”, which is the figure of 2029/30; “the first deficit in 2026/27” where that year has a
surplus.  A series is a row or a column of a table, or a run of years in the text, each with its
figure; it is the one spoken of where its name, or what is said before it, shares a word.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import Passage, around, passages, sentences
from moothall.proofread.reading.statements import content_words
from moothall.proofread.tables.ranks_told import the_highest_row_is_so_in_its_table

_YEAR = r"20\d\d(?:\s?[/–-]\s?\d\d(?!\d))?"
_ONE_YEAR = Expression(rf"(?<![\d,.£/]){_YEAR}(?![\d,]\d|/)")
_NUMBER = r"[-−–(]?\s?£?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?(?:bn|million|m|k|%)?\)?"
_VALUE = Expression(rf"^\W*?(?P<value>{_NUMBER})\W*$", re.IGNORECASE)
_ENTRY = Expression(
    rf"(?P<year>{_YEAR})\s?(?:[:,–-]|was|is)?\s(?P<value>{_NUMBER})(?=\s?(?:[;,.]|and\b|$))", re.I
)
_LINE = Expression(
    rf"^\W*(?:[A-Z][a-z]+\s)?(?P<year>{_YEAR})\s?[:–-]?\s(?P<value>{_NUMBER})\W*$", re.IGNORECASE
)
_FEWEST, _MOST_CELLS = 3, 2_000


@dataclass(frozen=True, slots=True)
class _Series:
    """Figures by their years, in order, and the words by which it is known."""

    values: dict[str, Decimal]
    printed: dict[str, str]
    name: frozenset[str]
    about: frozenset[str]
    text: str = ""
    """The text that the series stands in, where it is no table’s."""


def _year(text: str) -> str | None:
    """The one year that a label names: “2026/27”, “September 2027” → “2027”."""
    found = {re.sub(r"\s|(?<=\d)[–-](?=\d)", "/", year) for year in _ONE_YEAR.findall(text)}
    found = {re.sub("/+", "/", year) for year in found}
    return found.pop() if len(found) == 1 else None


def _value(text: str) -> Decimal | None:
    match = _VALUE.match(text.strip())
    if match is None:
        return None
    digits = re.sub(r"[^\d.]", "", match["value"])
    below = text.strip()[:1] in "-−–(" and (text.strip()[0] != "(" or text.strip().endswith(")"))
    return -Decimal(digits) if below else Decimal(digits)


def _series(
    pairs: list[tuple[str | None, str]], name: str, about: str, text: str = ""
) -> _Series | None:
    read = [(year, value, text) for year, text in pairs if year and (value := _value(text))]
    years = [year for year, *_ in read]
    if len(read) < _FEWEST or len(set(years)) < len(years) or years != sorted(years):
        return None
    if len({"/" in year for year in years}) > 1:
        return None
    return _Series(
        {year: value for year, value, _ in read},
        {year: text.strip() for year, _, text in read},
        content_words(_ONE_YEAR.sub(" ", name)),
        content_words(_ONE_YEAR.sub(" ", about)),
        text,
    )


@read_once
def _all_series(report: Report) -> tuple[_Series, ...]:
    found: list[_Series | None] = []
    before, lines = "", list[tuple[str | None, str]]()
    for block in report.blocks:
        text = block.text if isinstance(block, Prose | Heading) else ""
        line = _LINE.match(text) if text else None
        if line is not None:
            lines.append((_year(line["year"]), line["value"]))
            continue
        if lines:
            found.append(_series(lines, before, before))
            lines = []
        if isinstance(block, Grid):
            found += _of_grid(block, before)
        elif text:
            entries = [(_year(match["year"]), match["value"]) for match in _ENTRY.finditer(text)]
            if len(entries) >= _FEWEST:
                found.append(_series(entries, text[: text.find("20")], text, text))
            before = text
    found.append(_series(lines, before, before) if lines else None)
    return tuple(one for one in found if one is not None)


def _of_grid(grid: Grid, before: str) -> Iterator[_Series | None]:
    if len(grid.rows) < 2 or len(grid.rows) * len(grid.rows[0]) > _MOST_CELLS:
        return
    about = f"{grid.caption} {before}"
    heads = [_year(cell) for cell in grid.rows[max(grid.head_rows - 1, 0)]]
    if sum(head is not None for head in heads) >= _FEWEST:
        for row in grid.rows[grid.head_rows or 1 :]:
            yield _series(list(zip(heads[1:], row[1:], strict=False)), row[0], about)
        return
    years = [_year(row[0]) if row else None for row in grid.rows]
    if sum(year is not None for year in years) >= _FEWEST:
        for column in range(1, len(grid.rows[0])):
            cells = [row[column] if column < len(row) else "" for row in grid.rows]
            name = grid.rows[0][column]
            yield _series(list(zip(years[1:], cells[1:], strict=False)), name, about)


# --- what is said of a year -----------------------------------------------------------------------

_IN = rf"\b(?:in|by|during|for)\s(?:the\s)?(?:end\sof\s)?(?P<year>{_YEAR})(?![\d/])"
_HIGHEST = Expression(
    r"\b(?:peak(?:s|ed|ing)?|top(?:s|ped|ping)?\sout|(?:highest|greatest|maximum|height))\b"
    rf"[^.;:\d]{{0,40}}?{_IN}",
    re.IGNORECASE,
)
_LOWEST = Expression(
    rf"\b(?:bottom(?:s|ed|ing)?\sout|trough|lowest|smallest)\b[^.;:\d]{{0,40}}?{_IN}",
    re.IGNORECASE,
)
_PASSES = Expression(
    r"\b(?:pass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|cross(?:es|ed|ing)?|break(?:s|ing)?|broke|"
    r"(?:go|goes|going|went|rises?|rising|grows?|climbs?)\s(?:above|over|beyond|past|through)|"
    rf"tops?)\s(?:the\s|a\s)?(?P<value>{_NUMBER})\b[^.;:\d]{{0,40}}?{_IN}",
    re.IGNORECASE,
)
_FIRST_BELOW = Expression(
    r"\bfirst\s(?:[\w-]+\s){0,2}?(?:deficit|shortfall|loss|negative\s\w+)\b[^.;:\d]{0,30}?"
    rf"{_IN}",
    re.IGNORECASE,
)
_REACHES = Expression(
    r"\b(?:reach\w*|ris\w+|grow\w*|fall\w*|climb\w*|increas\w+|declin\w+|drop\w*|stands?\sat|"
    rf"will\sbe|is|widen\w*|narrow\w*|com\w+)\s(?:to\s|at\s|of\s)?(?P<value>{_NUMBER})\s{_IN}",
    re.IGNORECASE,
)
_OTHERWISE = Expression(
    r"\b(?:last|previous|earlier)\s(?:forecast|projection|estimate|plan|report|strategy|time|"
    r"year)|\b(?:nationally|england|regional\w*|if|unless|would|originally|revised|was\s(?:to|"
    r"expected|forecast)|compared|elsewhere|other)\b",
    re.IGNORECASE,
)
_CURE = "Correct the year, or the figures."


def a_series_does_it_in_the_year_told(report: Report) -> Iterator[TextFinding]:
    """“The gap reaches £8.9m by 2028/29”: the table has £8.9m in 2029/30."""
    series = _all_series(report)
    if not series:
        return
    for passage in passages(report):
        if passage.part == "cell" or "20" not in passage.text or _LINE.match(passage.text):
            continue
        for sentence in sentences(passage.text):
            if "20" not in sentence:
                continue
            for pattern, judged in _JUDGED:
                match = pattern.search(sentence)
                if match is None or _OTHERWISE.search(sentence[: match.end()]):
                    continue
                beside = tuple(one for one in series if one.text == passage.text)
                message = _message(match, judged, beside or series, sentence)
                if message is not None:
                    if passage.place not in _ranked(report):
                        yield _finding(passage, sentence, match, message)
                    break


@read_once
def _ranked(report: Report) -> frozenset[Place]:
    """Where another rule tells of the highest and the lowest."""
    return frozenset(each.place for each in the_highest_row_is_so_in_its_table(report))


def _message(
    match: re.Match[str],
    judged: Callable[[re.Match[str], _Series, str], str | None],
    series: tuple[_Series, ...],
    sentence: str,
) -> str | None:
    """What is wrong by every series that is spoken of; None where one bears it out."""
    year = _year(match["year"])
    words = content_words(_ONE_YEAR.sub(" ", sentence))
    of_it = [one for one in series if year in one.values]
    named = (
        [one for one in of_it if one.name and one.name <= words]
        or [one for one in of_it if one.name & words]
        or [one for one in of_it if len(series) == 1 and (one.text or one.about & words)]
    )
    if year is None or not named:
        return None
    messages = [judged(match, one, year) for one in named]
    return messages[0] if all(messages) else None


def _highest(_match: re.Match[str], series: _Series, year: str) -> str | None:
    return _extreme(series, year, max(series.values.values()), "greatest")


def _lowest(_match: re.Match[str], series: _Series, year: str) -> str | None:
    return _extreme(series, year, min(series.values.values()), "smallest")


def _extreme(series: _Series, year: str, value: Decimal, which: str) -> str | None:
    at = [each for each, held in series.values.items() if held == value]
    if len(at) != 1 or at[0] == year:
        return None
    return (
        f"The {which} figure is that of {at[0]}, {series.printed[at[0]]}; {year} has "
        f"{series.printed[year]}."
    )


def _passes(match: re.Match[str], series: _Series, year: str) -> str | None:
    level, unit = _value(match["value"]), _unit(match["value"])
    if level is None or any(_unit(text) not in ("", unit) for text in series.printed.values()):
        return None
    beyond = [each for each, held in series.values.items() if held > level]
    if not beyond or beyond[0] == year or next(iter(series.values)) in beyond:
        return None
    return (
        f"{match['value'].strip()} is passed in {beyond[0]}, {series.printed[beyond[0]]}; {year} "
        f"has {series.printed[year]}."
    )


def _first_below(_match: re.Match[str], series: _Series, year: str) -> str | None:
    below = [each for each, held in series.values.items() if held < 0]
    if not below or below[0] == year or len(below) == len(series.values):
        return None
    return (
        f"The first figure below nil is that of {below[0]}, {series.printed[below[0]]}; {year} has "
        f"{series.printed[year]}."
    )


def _reaches(match: re.Match[str], series: _Series, year: str) -> str | None:
    level, unit = _value(match["value"]), _unit(match["value"])
    at = [each for each, held in series.values.items() if abs(held) == level]
    if level is None or level < _LEAST_VALUE or len(at) != 1 or at[0] == year:
        return None
    if _unit(series.printed[at[0]]) not in ("", unit):
        return None
    return f"{match['value'].strip()} is the figure of {at[0]}; {year} has {series.printed[year]}."


_LEAST_VALUE = 1


def _unit(text: str) -> str:
    found = re.search(r"(bn|million|m|k|%)\W*$", text.strip().lower())
    return "m" if found and found[1] == "million" else found[1] if found else ""


_JUDGED = (
    (_HIGHEST, _highest),
    (_LOWEST, _lowest),
    (_PASSES, _passes),
    (_FIRST_BELOW, _first_below),
    (_REACHES, _reaches),
)


def _finding(passage: Passage, sentence: str, match: re.Match[str], message: str) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(sentence, match.start(), match.end(), 70),
        message=message,
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


RULES: tuple[Rule, ...] = (a_series_does_it_in_the_year_told,)
