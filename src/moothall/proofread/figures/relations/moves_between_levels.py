"""Moves between two levels by what was added or taken: “35 new places take it from 210 to 255”.

Two levels stand as “from … to …”; the one other figure of their kind in the sentence is what moved,
whatever it is called.  And what a sum comes to over so many years is what it is a year, so often.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.relations.windows import Part, Played, Window, each_window
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Sentence, each_sentence, finding_on, worded

_FROM_TO = Expression(
    r"\bfrom\s(?:the\s|its\s|a\s)?(?:current\s|present\s|existing\s)?«(?P<a>[MC]\d+)»(?P<mid>[^«»;.]{0,40}?)"
    r"\sto\s(?:a\s|the\s)?(?:new\s)?«(?P<b>[MC]\d+)»",
    re.IGNORECASE,
)
_MOVES = Expression(
    r"\b(?:extra|additional|further|new|more|fewer|after|bought|add\w*|bring\w*|tak(?:es?|ing|en)|"
    r"transfer\w*|us(?:e|ed|ing)|draw\w*|drawn|releas\w+|loss|los(?:e|ing|t)|clos\w+|sale|sold|"
    r"buil[dt]\w*|provid\w+|creat\w+|provision|saving|removal|deletion|recruit\w*|demolition|"
    r"reduc\w+|increas\w+|rais\w+|lift\w*)\b",
    re.IGNORECASE,
)
_NOT_IT = Expression(
    r"\b(?:each|per|of\swhich|of\swhom|includ\w+|compared|against|target|average|between|then|"
    r"net|partly|mainly|largely|over|cost(?:s|ing)?|at\sa\scost|respectively|within|for\s«|"
    r"another|also|while|and\s(?:from|by)|worth|aged?|years?|months?|weeks?|days?|hours?|minutes|"
    r"%|per\scent|\bof\sthe\s«)\b|%",
    re.IGNORECASE,
)
_FAR = 2
_CURE = "Correct the figure that is wrong, or say what else moved it."


def a_move_between_two_levels_is_what_moved(report: Report) -> Iterator[TextFinding]:
    """“An extra 35 places take it from 210 to 255”: 45."""
    for paragraph, one in each_sentence(report, 3):
        if message := _wrong_move(one):
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong_move(one: Sentence) -> str | None:
    match = _FROM_TO.search(one.pattern)
    if match is None or _FROM_TO.search(one.pattern, match.end()):
        return None
    a, b = one.figure(match["a"]), one.figure(match["b"])
    others = [f for f in one.figures if f.kind is a.kind and f is not a and f is not b]
    if a.kind is not b.kind or len(others) != 1 or len(one.figures) > len("abc"):
        return None
    moved, apart = others[0], abs(b.size - a.size)
    if moved.rough or a.rough or b.rough or not apart or not moved.size:
        return None
    if not _MOVES.search(one.pattern) or _NOT_IT.search(one.pattern):
        return None
    slack = a.spread + b.spread + moved.spread
    if abs(apart - moved.size) <= slack or moved.size in (a.size, b.size):
        return None
    if not apart / _FAR <= moved.size <= apart * _FAR:
        return None
    finest = min((a.amount, b.amount), key=lambda amount: amount.step)
    return f"From {a.text} to {b.text} is {worded(apart, finest)}, not {moved.text}."


_SO_LONG = Expression(
    r"\b(?:over|for|across|during|in)\s(?:the\s|a\s|its\s)?(?:next\s|first\s|whole\s|full\s)?$",
    re.I,
)
_YEARS = Expression(r"^[\s-](?P<unit>year|month|week)s?\b", re.IGNORECASE)
_A_YEAR = Expression(
    r"^\s?(?:an?|per|each|every)\s(?P<unit>year|month|week)\b|^\s?(?:per annum)\b", re.IGNORECASE
)
_OR = Expression(
    r"(?:,\s|\s\(|\s)(?:or|an average of|averaging|that is|which is|i\.e\.|equivalent to|"
    r"equal to|being|equating to|giving|making)\s(?:an average of\s|about\s|just\s)?$|\($",
    re.IGNORECASE,
)


def a_sum_over_years_is_so_much_a_year(report: Report) -> Iterator[TextFinding]:
    """“£12m over four years, or £4m a year”: £3m."""
    told: set[int] = set()
    for paragraph, one, window in each_window(report, "year", "month", "week", back=0):
        if id(one) not in told and (message := _wrong_rate(window)):
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong_rate(window: Window) -> str | None:
    for whole, time, each in zip(window.played, window.played[1:], window.played[2:], strict=False):
        if (whole.part, time.part, each.part) != (Part.LEVEL, Part.TIME, Part.EACH):
            continue
        unit, per = _YEARS.match(time.trail), _A_YEAR.match(each.trail)
        if unit is None or per is None or whole.kind is not each.kind:
            continue
        if (per["unit"] or "year").lower() != unit["unit"].lower():
            continue
        if not _SO_LONG.search(time.lead) or not _OR.search(each.lead):
            continue
        return _off(whole, time, each, unit["unit"].lower())
    return None


def _off(whole: Played, time: Played, each: Played, unit: str) -> str | None:
    total, many, told = (one.told.figure for one in (whole, time, each))
    if total.rough or not many.size or total.kind not in (Kind.MONEY, Kind.COUNT):
        return None
    true = total.size / many.size
    slack = told.spread + total.spread / many.size + true / Decimal(50)
    if abs(true - told.size) <= slack or not true / 3 <= told.size <= true * 3:
        return None
    return (
        f"{total.text} over {many.text} {unit}s is {worded(true, told.amount)} a {unit}, "
        f"not {told.text}."
    )


RULES: tuple[Rule, ...] = (
    a_move_between_two_levels_is_what_moved,
    a_sum_over_years_is_so_much_a_year,
)
