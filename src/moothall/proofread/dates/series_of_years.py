"""In which year a series of figures does what the text says of it.

“Numbers top out in 2029” over a table whose greatest figure is that of 2028; “we pass the £15m mark
in 2026/27” where the figure is £13.4m then and £19.9m a year on; “the gap reaches £8.9m by
2028/29”, which is the figure of 2029/30; “the first deficit in 2026/27” where that year has a
surplus.  A series is a row or a column of a table, or a run of years in the text, each with its
figure; it is the one spoken of where its name, or what is said before it, shares a word.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from moothall.documents.report import Place, Report
from moothall.proofread.dates.figures_of_another_year import in_another_year
from moothall.proofread.dates.yearly_series import (
    BELOW,
    LINE,
    NUMBER,
    ONE_YEAR,
    OTHERWISE,
    YEAR,
    Series,
    all_series,
    unit_of,
    value_of,
    year_in,
)
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import Passage, around, passages, sentences
from moothall.proofread.reading.statements import content_words
from moothall.proofread.tables.ranks_told import the_highest_row_is_so_in_its_table

# --- what is said of a year -----------------------------------------------------------------------

_IN = (
    rf"\b(?:in|by|during|for|at|from)\s(?:the\s)?(?:(?:end|start)\sof\s)?(?:(?:year|financial\s"
    rf"year|(?:[a-z]+\s)?[A-Z][a-z]+)\s)?(?P<year>{YEAR})(?![\d/])"
)
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
    rf"tops?)\s(?:the\s|a\s)?(?P<value>{NUMBER})\b[^.;:\d]{{0,40}}?{_IN}",
    re.IGNORECASE,
)
_FALLS_BELOW = Expression(
    r"\b(?:(?:fall|drop|go|sink|dip|slip|decline|come)\w*|fell|went)\s(?:to\s)?(?:below|under|"
    rf"beneath)\s(?:the\s|a\s|its\s)?(?:[a-z]+\s){{0,3}}?(?:of\s)?(?P<value>{NUMBER})"
    rf"(?![\w.,]*\d)[^.;:\d]{{0,40}}?{_IN}",
    re.IGNORECASE,
)
_FIRST_BELOW = tuple(
    Expression(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bfirst\s(?:[\w-]+\s){{0,2}}?{BELOW}\b[^.;:\d]{{0,30}}?{_IN}",
        rf"\b{BELOW}\b[^.;:\d]{{0,30}}?\bfor the first time\s{_IN}",
        (
            rf"\b(?:go|move|turn|dip|fall|slip|tip|run|sink|"
            rf"slide)\w*\s(?:in)?to\s(?:an?\s)?(?:[\w-]+\s)?{BELOW}\b"
            rf"[^.;:\d]{{0,20}}?{_IN}"
        ),
    )
)
_CURE = "Correct the year, or the figures."


def a_series_does_it_in_the_year_told(report: Report) -> Iterator[TextFinding]:
    """“The gap reaches £8.9m by 2028/29”: the table has £8.9m in 2029/30."""
    series = all_series(report)
    if not series:
        return
    for passage in passages(report):
        if passage.part == "cell" or "20" not in passage.text or LINE.match(passage.text):
            continue
        for sentence in sentences(passage.text):
            if "20" not in sentence:
                continue
            for pattern, judged in _JUDGED:
                match = pattern.search(sentence)
                if match is None or OTHERWISE.search(sentence[: match.end()]):
                    continue
                beside = tuple(one for one in series if one.text == passage.text)
                message = _message(match, judged, beside or series, sentence)
                if message is not None:
                    if passage.place not in _ranked(report):
                        yield _finding(passage, sentence, match, message)
                    break
            else:
                told = in_another_year(sentence, series)
                if told is not None:
                    yield _finding(passage, sentence, *told)


@read_once
def _ranked(report: Report) -> frozenset[Place]:
    """Where another rule tells of the highest and the lowest."""
    return frozenset(each.place for each in the_highest_row_is_so_in_its_table(report))


def _message(
    match: re.Match[str],
    judged: Callable[[re.Match[str], Series, str], str | None],
    series: tuple[Series, ...],
    sentence: str,
) -> str | None:
    """What is wrong by every series that is spoken of; None where one bears it out."""
    year = year_in(match["year"])
    words = content_words(ONE_YEAR.sub(" ", sentence))
    of_it = [one for one in series if year in one.values]
    if judged is _first_below:  # of the costs told beside it none can be below nil
        of_it = [one for one in of_it if min(one.values.values()) < 0]
    named = (
        [one for one in of_it if one.name and one.name <= words]
        or [one for one in of_it if one.name & words]
        or (of_it if judged is _first_below and len(of_it) == 1 else [])
        or [one for one in of_it if len(series) == 1 and (one.text or one.about & words)]
    )
    if year is None or not named:
        return None
    messages = [judged(match, one, year) for one in named]
    return messages[0] if all(messages) else None


def _highest(_match: re.Match[str], series: Series, year: str) -> str | None:
    return _extreme(series, year, max(series.values.values()), "greatest")


def _lowest(_match: re.Match[str], series: Series, year: str) -> str | None:
    return _extreme(series, year, min(series.values.values()), "smallest")


def _extreme(series: Series, year: str, value: Decimal, which: str) -> str | None:
    at = [each for each, held in series.values.items() if held == value]
    if len(at) != 1 or at[0] == year:
        return None
    return (
        f"The {which} figure is that of {at[0]}, {series.printed[at[0]]}; {year} has "
        f"{series.printed[year]}."
    )


def _passes(match: re.Match[str], series: Series, year: str) -> str | None:
    level, unit = value_of(match["value"]), unit_of(match["value"])
    if level is None or any(unit_of(text) not in ("", unit) for text in series.printed.values()):
        return None
    beyond = [each for each, held in series.values.items() if held > level]
    if not beyond or beyond[0] == year or next(iter(series.values)) in beyond:
        return None
    return (
        f"{match['value'].strip()} is passed in {beyond[0]}, {series.printed[beyond[0]]}; {year} "
        f"has {series.printed[year]}."
    )


def _falls_below(match: re.Match[str], series: Series, year: str) -> str | None:
    level = value_of(match["value"])
    if level is None or any(
        unit_of(text) not in ("", unit_of(match["value"])) for text in series.printed.values()
    ):
        return None
    under = [each for each, held in series.values.items() if held < level]
    if not under or under[0] == year or next(iter(series.values)) in under:
        return None
    if max(series.values.values()) > level * _FAR:
        return None  # of another unit: a level of £5m among thousands
    return (
        f"It is below {match['value'].strip()} from {under[0]} on, {series.printed[under[0]]}; "
        f"{year} has {series.printed[year]}."
    )


_FAR = 20


def _first_below(_match: re.Match[str], series: Series, year: str) -> str | None:
    below = [each for each, held in series.values.items() if held < 0]
    if not below or below[0] == year or len(below) == len(series.values):
        return None
    return (
        f"The first figure below nil is that of {below[0]}, {series.printed[below[0]]}; {year} has "
        f"{series.printed[year]}."
    )


_JUDGED = (
    (_HIGHEST, _highest),
    (_LOWEST, _lowest),
    (_PASSES, _passes),
    (_FALLS_BELOW, _falls_below),
    *((pattern, _first_below) for pattern in _FIRST_BELOW),
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
