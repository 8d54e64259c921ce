"""Years in a row: “2026/27, 2027/28, 2028/29, 2029/30 and 2032/33”, each the next but one.

Where a sentence, or lines that differ in their year alone, go from year to year, the one that is
out of turn is a slip.  A gap that goes on (every second year, or a horizon told last) is meant.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.running_text import sentences

_FINANCIAL_YEAR = Expression(r"\b(?P<first>20\d\d)[/–-](?:20)?(?P<second>\d\d)\b(?![/–-])")
_YEAR = Expression(r"\b20\d\d\b")
_FEWEST = 4
_CONSECUTIVE = Expression(r"\b(?:consecutive|successive|running|in a row)\b", re.IGNORECASE)
_A_HORIZON = Expression(
    r"\b(?:then|beyond|by|until|long[- ]term|eventually|rising to|end of)\b", re.I
)
_CURE = "Correct the year that is out of turn."


def years_listed_follow_one_another(report: Report) -> Iterator[TextFinding]:
    """“The gap is £2m in 2026/27, £3m in 2027/28, £4m in 2028/29 and £5m in 2032/33.”"""
    for passage in passages(report):
        if passage.heading or passage.text.count("20") < _FEWEST - 1:
            continue
        for sentence in sentences(passage.text):
            found = [
                match
                for match in _FINANCIAL_YEAR.finditer(sentence)
                if (int(match["first"]) + 1) % 100 == int(match["second"])
            ]
            fewest = 3 if _CONSECUTIVE.search(sentence) else _FEWEST
            place = _out_of_turn([int(match["first"]) for match in _once(found)], fewest)
            if place is None:
                continue
            odd = _once(found)[place]
            if place == len(_once(found)) - 1 and _A_HORIZON.search(
                sentence[_once(found)[place - 1].end() : odd.start()]
            ):
                continue
            yield _finding(passage.place, around(sentence, odd.start(), odd.end(), 80), odd[0])


def lines_go_from_year_to_year(report: Report) -> Iterator[TextFinding]:
    """“Forecast October 2026 … 2027 … 2024 … 2029”, line by line."""
    run: list[tuple[int, str, Place]] = []
    wording = ""
    for block in (*report.blocks, None):
        text = block.text if isinstance(block, Prose) else ""
        years = _YEAR.findall(text) if len(text) < _SHORT else []
        words = re.sub(r"[\d,.£%]+", "", _YEAR.sub("", text)).strip()
        if len(years) == 1 and words and words == wording and block is not None:
            run.append((int(years[0]), text, block.place))
            continue
        yield from _in_lines(run)
        run = [(int(years[0]), text, block.place)] if len(years) == 1 and block is not None else []
        wording = words


_SHORT = 80


def _in_lines(run: list[tuple[int, str, Place]]) -> Iterator[TextFinding]:
    place = _out_of_turn([year for year, _, _ in run])
    if place is not None:
        year, text, where = run[place]
        yield _finding(where, text, str(year))


def _once(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Without the years told again just after one another."""
    return found[:1] + [later for one, later in pairwise(found) if later[0] != one[0]]


def _out_of_turn(years: list[int], fewest: int = _FEWEST) -> int | None:
    """The place of the one year that keeps the others from following one another."""
    if len(years) < fewest:
        return None
    wrong = [place for place, year in enumerate(years) if year - place != _begin(years)]
    if len(wrong) != 1 or wrong[0] == 0:
        return None
    return wrong[0]


def _begin(years: list[int]) -> int:
    begins = [year - place for place, year in enumerate(years)]
    return max(begins, key=begins.count)


def _finding(place: Place, quote: str, year: str) -> TextFinding:
    return TextFinding(
        place=place,
        quote=shortened(quote),
        message=f"The years go on by one, but for {year}.",
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


RULES: tuple[Rule, ...] = (years_listed_follow_one_another, lines_go_from_year_to_year)
