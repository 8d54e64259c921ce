"""Limits told of a list: "all within 1.5 miles (the first 1.3 miles away, the second 1.8)".

The limit is told of all or of a number of things; the list that follows in brackets, after a colon
or a dash gives the same measure of each of them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS, Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, Sentence, each_sentence, finding_on

_UPPER = (
    r"within|under|below|less than|fewer than|no more than|not more than|up to|at most|"
    r"no longer than|"
    r"a maximum of|not exceeding|inside"
)
_LOWER = (
    r"at least|over|more than|above|no fewer than|no less than|not less than|a minimum of|exceeding"
)
_NUMBERED = rf"(?:{'|'.join(NUMBER_WORDS)}|«C\d+»|\d+)"
_ALL = (
    rf"\b(?:all|each|every|both|none|neither|"
    rf"{_NUMBERED}(?:\s[a-z-]+){{1,4}}?(?:\s(?:are|were|is|lie|stand|which are|that are))?)"
    rf"(?:\s(?:of (?:them|these|which|whom)|{_NUMBERED}|(?!not\b|but\b)[a-z-]+)){{0,5}}?"
)
_LIMIT = Expression(
    rf"(?P<of>{_ALL})\s(?P<how>{_UPPER}|{_LOWER})\s(?P<first>«(?P<x>[MCP]\d+)»)"
    rf"(?P<rest>[^«»:;(.–]{{0,60}}?)\s?(?:\(|:|\s[–-])\s?",
    re.IGNORECASE,
)
_RANGE = Expression(
    r"\b(?:rang(?:ed|ing|es?)|varied|var(?:y|ies)|were|was|are|lie)\s(?:from|"
    r"between)\s«(?P<a>[MCP]\d+)»\s"
    r"(?:to|and)\s«(?P<b>[MCP]\d+)»(?P<rest>[^«»:;(.–]{0,40}?)\s?(?:\(|:|\s[–-])\s?",
    re.IGNORECASE,
)
_EXCEPT = Expression(
    r"\b(?:except|apart from|but for|other than|most|nearly all|almost all|some|total\w*|combined|"
    r"average|last year|previous\w*|compared|against|instead|target|should|must|may|can|if|"
    r"not all|two of|one of|some of|per)\b",
    re.IGNORECASE,
)
_UNIT = Expression(r"[\s-]?([a-z]+)", re.IGNORECASE)
_MARK = Expression(r"«([A-Z]\d+)»")
_ENOUGH = 2
_GATE = Expression(rf"\b(?:{_UPPER}|{_LOWER}|between|from)\b", re.IGNORECASE)
_HINT = Expression(r"\((?=[^()]*\d)|:|\s[–-]\s")


def things_listed_keep_the_limit_told_of_them(report: Report) -> Iterator[TextFinding]:
    """“Three sites all within 1.5 miles (… 1.3 miles; … 1.8 miles)”: 1.8 is not within 1.5."""
    for paragraph, one in each_sentence(report, 3):
        if not _HINT.search(one.text) or not _GATE.search(one.text):
            continue
        message = _beyond(one)
        if message:
            yield finding_on(
                paragraph,
                one,
                message,
                "Correct the limit, or the figure that lies outside it.",
                Confidence.MEDIUM,
            )


_SOME_OF_THEM = Expression(
    r"\b(?:«C\d+»|two|three|four|five|six|seven|eight|nine|ten|some|most|many|several|half|"
    r"nearly all) "
    r"of (?:our|the|its|their|these|those|them)\b",
    re.IGNORECASE,
)
"""“Three of our four depots scored over 80”: one may be below."""


def _beyond(one: Sentence) -> str | None:
    if _SOME_OF_THEM.search(one.pattern):
        return None
    match = _LIMIT.search(one.pattern)
    if match is not None:
        bound = one.figure(match["x"])
        outside = re.match(r"none|neither", match["of"], re.IGNORECASE) is not None
        upper = re.fullmatch(_UPPER, match["how"], re.IGNORECASE) is not None
        if outside:
            return None
        low, high = (None, bound) if upper else (bound, None)
        unit = _unit(match["rest"])
        measure = match["rest"].split()[0] if unit else ""
        words = f"{match['how'].lower()} {bound.text} {measure}".strip()
    else:
        match = _RANGE.search(one.pattern)
        if match is None:
            return None
        low, high = one.figure(match["a"]), one.figure(match["b"])
        bound = high
        unit = _unit(match["rest"])
        words = f"between {low.text} and {high.text}"
    if _EXCEPT.search(match[0]):
        return None
    listed = _listed(one, match.end(), bound, unit)
    if len(listed) < _ENOUGH or _EXCEPT.search(one.pattern[match.end() :]):
        return None
    out = [
        figure
        for figure in listed
        if (high is not None and figure.size > high.size) or (low and figure.size < low.size)
    ]
    if not out or len(out) * 2 > len(listed):
        return None  # a list of something else
    return f"{out[0].text} is not {words}."


def _unit(after: str) -> str:
    match = _UNIT.match(after)
    return match[1].lower().rstrip("s") if match else ""


def _listed(one: Sentence, since: int, limit: Figure, unit: str) -> list[Figure]:
    """The figures of the list in the unit of the limit; none where they are of another size."""
    found: list[Figure] = []
    for mark in _MARK.finditer(one.pattern, since):
        figure = one.figure(mark[1])
        same_kind = figure.kind is limit.kind
        if not same_kind or figure.value < 0:
            continue
        own = _unit(one.pattern[mark.end() :])
        if limit.kind is Kind.COUNT and limit.amount.places + figure.amount.places and own != unit:
            continue
        if limit.kind is Kind.COUNT and own and own != unit and own not in ("and", "or", "awa"):
            continue
        if figure.size > limit.size * Decimal(20):
            return []
        found.append(figure)
    return found


RULES: tuple[Rule, ...] = (things_listed_keep_the_limit_told_of_them,)
