"""Rates per 1,000, percentage points, and the years of projections."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.proportions import MOVED
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    each_sentence,
    mark,
)

# --- rates ---------------------------------------------------------------------------------------

_RATE = Expression(r"\bper\s(?:1|10|100),?000\b|\bper\s(?:thousand|hundred thousand)\b", re.I)
_PERCENT_PER = Expression(
    rf"{mark('p', 'P')}\s(?:(?:of\s)?(?!(?:increase|rise|reduction|fall|drop|decrease|more|fewer|"
    rf"less|lower|higher|the|all|were|was|those)\b)[a-z]+\s(?:(?!in\b|were\b|was\b|with\b|live)"
    rf"[a-z]+\s)?)?(?P<per>per\s(?:1|10|100),?000)\b(?!\s?(?:increase|rise|reduction))",
    re.I,
)
_LEVEL = Expression(
    rf"(?:\b(?:was|is|at|of|to|from|stable|remained|remains|stands at|stood at|currently|with)\s+|"
    rf"[;:,–(]\s?|\band\s){mark('p', 'P')}",
    re.IGNORECASE,
)


def a_rate_is_not_a_percentage(report: Report) -> Iterator[TextFinding]:
    """A rate per 1,000 is a number; 4.8% would be 48 per 1,000."""
    for paragraph, one in each_sentence(report, 1):
        if direct := _PERCENT_PER.search(one.pattern):
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"“{one.figure(direct['p']).text} {direct['per']}” is a percentage and a "
                "rate at once.",
                cure="Take away the per cent sign.",
                confidence=Confidence.HIGH,
            )
            continue
        rate = _RATE.search(one.pattern)
        if rate is None or not re.search(r"\brates?\b|\bnumber\b", one.pattern, re.IGNORECASE):
            continue
        if any(figure.kind in (Kind.COUNT, Kind.MONEY) for figure in one.figures):
            continue  # the rate may be one of them
        rest = one.pattern[rate.end() :]
        if MOVED.search(rest) or re.search(r"\baverage\b|\bof (?:all|the)\b", rest):
            continue
        levels = [one.figure(match["p"]) for match in _LEVEL.finditer(rest)]
        if not levels:
            continue
        base = {"10": 10_000, "100": 100_000}.get(
            (re.search(r"\d+", rate[0].replace(",", "")) or rate)[0].removesuffix("000"), 1_000
        )
        meant = (levels[0].size / HUNDRED * base).normalize()
        yield TextFinding(
            place=paragraph.place,
            quote=one.text,
            message=f"A rate {rate[0]} is given as {levels[0].text}, "
            f"which would be {meant:f} {rate[0]}.",
            cure="Take away the per cent sign, or the words that make it a rate.",
            confidence=Confidence.HIGH if len(levels) > 1 else Confidence.MEDIUM,
        )


_BY_POINTS = Expression(
    rf"{mark('p', 'P')}\s+(?:(?:above|below)\s+(?:the\s+)?(?:national|england|regional|north|south|"
    rf"statistical|average)|(?:higher|lower)\s+(?:score|result|attainment|than (?:the\s+)?"
    rf"(?:national|england|regional|north|south|statistical)))",
    re.IGNORECASE,
)


def a_gap_between_percentages_is_in_points(report: Report) -> Iterator[TextFinding]:
    """“3% higher than national”: percentage points are probably meant."""
    for paragraph, one in each_sentence(report, 1):
        match = _BY_POINTS.search(one.pattern)
        if match is None:
            continue
        p = one.figure(match["p"])
        yield TextFinding(
            place=paragraph.place,
            quote=one.text,
            message=f"{p.text} of a difference between percentages: percentage points may be "
            "meant.",
            cure="Write “percentage points” if that is meant.",
            confidence=Confidence.LOW,
        )


# --- projections ---------------------------------------------------------------------------------

_PROJECTED = Expression(
    r"\b(?:project(?:ed|ion)|forecast|predicted|expected|estimated|anticipated)\b", re.IGNORECASE
)
_FUTURE_YEAR = Expression(r"\b(?:by|in|for)\s+(?:mid-?\s?)?(?P<year>20\d\d)\b", re.IGNORECASE)
_LABELLED = Expression(rf"{mark('b', 'MCP')}\s?\((?P<label>20\d\d|19\d\d)\)")


def a_projection_bears_its_own_year(report: Report) -> Iterator[TextFinding]:
    """“By 2023 … projected to be 298,659 (2013)” bears the year of something else."""
    for paragraph, one in each_sentence(report, 1):
        if not _PROJECTED.search(one.pattern):
            continue
        years = [
            (match.start(), int(match["year"])) for match in _FUTURE_YEAR.finditer(one.pattern)
        ]
        for match in _LABELLED.finditer(one.pattern):
            said = _PROJECTED.search(one.pattern[: match.start()])
            label = int(match["label"])
            before = [year for start, year in years if start < match.start()]
            if said is None or not before or label in before or len(before) > 1:
                continue
            between = one.pattern[said.end() : match.start()]
            if "«" in between or re.search(r"\b(?:from|compared|against|based)\b", between):
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"{one.figure(match['b']).text} is projected for {before[0]} but bears "
                f"the year {label}.",
                cure=f"Write {before[0]}, or say that {label} is the year of the projection.",
                confidence=Confidence.MEDIUM,
            )


RULES: tuple[Rule, ...] = (
    a_rate_is_not_a_percentage,
    a_gap_between_percentages_is_in_points,
    a_projection_bears_its_own_year,
)
