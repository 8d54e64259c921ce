"""Verdicts told after the figures: “they are forecast to be £7.6m, which is above the minimum”.

A word before one of two like figures says that it is a target, a limit or what others have; the
verdict, which has no figure of its own, says on which side the other lies, or that it was met.
What meets a minimum is no less and what keeps a limit no more; a target is met as the measure has
it.  And of figures told in their order in time: “42, 39 and 37; they have grown each month”.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.measures import more_of_it_is_good
from moothall.proofread.figures.relations.times import When, in_order, when_it_was
from moothall.proofread.figures.relations.windows import Part, Played, Window, window_of
from moothall.proofread.figures.words_of_change import DOWN, UP
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, Sentence, finding_on, paragraphs

_FLOOR = r"minimum|floor|required|requirement"
_CEILING = r"maximum|limit|cap|ceiling|threshold|allowance"
_NAMED = (
    rf"(?:(?P<floor>{_FLOOR})|(?P<ceiling>{_CEILING})|(?P<aim>target|goal|standard)|"
    r"(?P<other>budget|average|benchmark|national|england|median))"
)
_HELD_AGAINST = Expression(rf"\b{_NAMED}\b", re.IGNORECASE)
_SIDE = Expression(
    rf"(?:which|this|that|it|they|so|and)\s(?:is|are|was|were|remains?|lies?|will be|would be)\s"
    rf"(?:(?:still|well|just|therefore|now|slightly|comfortably|also)\s)*"
    rf"(?:(?P<over>above|over|higher than|more than|in excess of)|(?P<under>below|under|lower than|"
    rf"less than|short of|within))\s(?:the|that|this|our|its)\s(?:[a-z]+\s){{0,2}}?"
    rf"(?P<what>{_FLOOR}|{_CEILING}|target|goal|standard|budget|average|benchmark|figure|level|rate)",
    re.IGNORECASE,
)
_WAS_MET = Expression(
    r"\b(?:the|this|that|its|our)\s(?:[a-z]+\s){0,2}?(?:target|standard|goal|requirement|limit)s?\s"
    r"(?:was|is|has been|were|had been)\s(?:(?:therefore|thus|also|again|just|comfortably)\s)*"
    r"(?:(?P<met>met|achieved|exceeded|beaten|reached|surpassed)|"
    r"(?P<missed>missed|not (?:met|achieved|reached)))\b|"
    r"\b(?:meets|met|exceeds|exceeded|achieves|(?P<fails>misses|missed|fails to meet|"
    r"failed to meet))\s(?:the|this|that|its|our)\s(?:[a-z]+\s){0,2}?(?:target|standard|goal|"
    r"requirement)\b(?!\sof\b)",
    re.IGNORECASE,
)
_VERDICT = Expression(f"{_SIDE.pattern}|{_WAS_MET.pattern}", re.IGNORECASE)
_DOUBT = Expression(
    r"\b(?:if|until|unless|would|could|should|(?-i:may)|might|previous\w*|last year|whether|"
    r"expected to|except|but for|not all|partly|increase|rise|exceeded by)\b",
    re.IGNORECASE,
)
_TWO, _FEWEST, _REACH = 2, 3, 70
_CURE = "Correct the word or the figures."


def a_verdict_agrees_with_its_two_figures(report: Report) -> Iterator[TextFinding]:
    """“The minimum is £8.0m.  They will be £7.6m, which is above the minimum”: below it."""
    for paragraph, one, window in _windows_with(report, _VERDICT):
        if _DOUBT.search(window.text):
            continue
        if message := _against(window):
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _windows_with(
    report: Report, words: Expression
) -> Iterator[tuple[Paragraph, Sentence, Window]]:
    """Each sentence that has the words, which may hold no figure, with the one before it or alone.

    Of the two the shorter that holds enough figures tells.
    """
    for paragraph in paragraphs(report):
        if not words.search(paragraph.text):
            continue
        texts = [one.text for one in paragraph.sentences]
        for at, one in enumerate(paragraph.sentences):
            if not words.search(one.text):
                continue
            for since in (at, at - 1):
                window = window_of(tuple(texts[max(0, since) : at + 1]))
                if window is not None and len(window.played) >= _TWO:
                    yield paragraph, one, window
                    break


def _against(window: Window) -> str | None:
    held = window.of(Part.LEVEL, Part.SHARE, Part.TIME, Part.EACH, Part.TOTAL)
    if len(held) != _TWO or len(window.played) != _TWO or held[0].kind is not held[1].kind:
        return None
    limits = [(one, match) for one in held if (match := _limit(one)) is not None]
    if len(limits) != 1 or any(one.told.figure.rough for one in held):
        return None
    (limit, named), level = limits[0], next(one for one in held if one is not limits[0][0])
    last = max(one.told.figure.amount.end for one in held)
    verdict = window.text[last:]
    if level.told.figure.size == limit.told.figure.size:
        return None
    more = level.told.figure.size > limit.told.figure.size
    if side := _SIDE.search(verdict):
        told_over = side["over"] is not None
        if side["under"] and side["under"].lower() == "within" and not named["ceiling"]:
            return None
        return _message(level, limit, side[0]) if told_over != more else None
    met = _WAS_MET.search(verdict)
    if met is None:
        return None
    up = True if named["floor"] else False if named["ceiling"] else more_of_it_is_good(window.text)
    if up is None or named["other"]:
        return None
    told_met = met["missed"] is None and met["fails"] is None
    return _message(level, limit, met[0]) if told_met != (more == up) else None


def _limit(one: Played) -> re.Match[str] | None:
    """The word nearest before a figure that makes a limit of it: a national target is a target."""
    lead = re.split(r"[;.]", one.lead)[-1][-_REACH:]
    return next(reversed(list(_HELD_AGAINST.finditer(lead))), None)


def _message(level: Played, limit: Played, words: str) -> str:
    is_so = "more" if level.told.figure.size > limit.told.figure.size else "less"
    value, bound = level.told.figure.text, limit.told.figure.text
    return f"{value} is {is_so} than {bound}; the text says “{words}”."


# --- a run of figures, and which way it went ------------------------------------------------------

_EACH_TIME = Expression(
    rf"\b(?:(?P<up>{UP}|lengthen(?:s|ed|ing)?|climb(?:s|ed|ing)?)|"
    rf"(?P<down>{DOWN}|shorten(?:s|ed|ing)?))\s(?:(?:steadily|again|consistently|further)\s)?"
    r"(?:(?:in|over|with)\s)?(?:each|every|month[- ](?:on|by)[- ]month|year[- ](?:on|by)[- ]year|"
    r"steadily|throughout|consistently)\b",
    re.IGNORECASE,
)


def a_run_of_figures_went_the_way_that_is_told(report: Report) -> Iterator[TextFinding]:
    """“42 days in April, 39 in May and 37 in June.  They have lengthened each month”."""
    for paragraph, one, window in _windows_with(report, _EACH_TIME):
        match = _EACH_TIME.search(window.text, window.here)
        if match is None or _DOUBT.search(window.text):
            continue
        held = window.played
        if len(held) < _FEWEST or len({each.kind for each in held}) != 1:
            continue
        times = [when_it_was(each) for each in held]
        if not all(in_order(a, b) < 0 or _as_they_come(a, b) for a, b in pairwise(times)):
            continue
        steps = [b.told.figure.size - a.told.figure.size for a, b in pairwise(held)]
        up = match["up"] is not None
        if all(step < 0 for step in steps) if up else all(step > 0 for step in steps):
            figures = ", ".join(each.told.figure.text for each in held)
            message = f"{figures} go {'down' if up else 'up'}; the text says “{match[0]}”."
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _as_they_come(one: When, other: When) -> bool:
    """Whether two months are told without their years: then the first is the earlier."""
    return one.month is not None and other.month is not None and one.year is other.year is None


RULES: tuple[Rule, ...] = (
    a_verdict_agrees_with_its_two_figures,
    a_run_of_figures_went_the_way_that_is_told,
)
