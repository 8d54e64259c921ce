"""Figures told as so many times another: “as few as 150 in Ash, and thirty times this, 3,291”.

The figure before the words and the one right after them are so many times each other, whichever is
the larger.  Silent where another figure of the sentence makes the words true, where the figures
count different things, and where the words speak of what is meant to be.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.relations.windows import Part, Played, Window, each_window
from moothall.proofread.figures.worked_figures import are_alike
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import finding_on

_HEDGE = (
    r"(?P<hedge>more than|over|at least|well over|upwards of|in excess of|nearly|almost|close to|"
    r"about|around|roughly|approximately|some|just over|just under|less than|under)\s"
)
_THAT = (
    r"(?:of\s)?(?:(?:that|this|it)\b|the (?:number|figure|rate|amount|level|total|sum|size|share|"
    r"proportion|average|price|cost)\b)(?:\s(?:number|figure|rate|amount|level|total|sum|size|share|"
    r"proportion|average|price|cost|of|in|for|the|previous|year|last))*"
)
_AS_MANY = r"as (?:many|much|high|often|large|great|big|frequently|common|likely|dear|long)\b"
_MANY_TIMES = (
    rf"(?P<times>«C\d+»(?:\sand a half)?)\stimes\s(?:{_AS_MANY}|(?P<more>more|larger|higher|"
    rf"greater|bigger|longer)\b|{_THAT})"
)
_IN_ONE_WORD = (
    r"(?P<word>twice|double|treble|triple|quadruple|half|(?:a|one)[ -](?:third|quarter|fifth|"
    rf"tenth))\s(?:{_AS_MANY}|{_THAT})"
)
_SO_MANY_TIMES = Expression(
    rf"«(?P<base>[MCP]\d+)»(?P<between>[^«»]{{1,110}}?)(?<!\w)(?:{_HEDGE})?(?:{_MANY_TIMES}|"
    rf"{_IN_ONE_WORD})(?P<what>[^«».;:]{{0,30}}?)(?:,|\sat|\swith|\sto|:|\s[-–]|\s\()\s?"
    r"(?:at\s|or\s|with\s|some\s|about\s|around\s|a total of\s|namely\s)?«(?P<told>[MCP]\d+)»",
    re.IGNORECASE,
)
_DOUBT = Expression(
    r"\b(?:target\w*|aim\w*|would|could|should|might|(?-i:may)|not|no|if|hop(?:e|es|ed|ing)|until|"
    r"cap(?:ped)?|limit\w*|maximum|minimum|up to)\b",
    re.IGNORECASE,
)
_OF_THESE = Expression(r"\b(?:of (?:the|these|those|them|which|whom)|for every)\b", re.I)
_WORDS = {
    "twice": Decimal(2),
    "double": Decimal(2),
    "treble": Decimal(3),
    "triple": Decimal(3),
    "quadruple": Decimal(4),
    "half": Decimal(2),
    "third": Decimal(3),
    "quarter": Decimal(4),
    "fifth": Decimal(5),
    "tenth": Decimal(10),
}
_AT_LEAST = {"more than", "over", "at least", "well over", "upwards of", "in excess of"}
_AT_MOST = {"nearly", "almost", "less than", "under", "close to", "just under"}
_PLAIN, _LOOSE = Decimal("0.12"), Decimal("0.2")
_LEAST = 10
"""Of fewer than these, a thing more or less changes how many times it is."""


def what_is_so_many_times_another_is_so(report: Report) -> Iterator[TextFinding]:
    """“150 residents in Ash, and thirty times this in Birch, at 3,291”: 21.9 times."""
    told: set[int] = set()
    words = ("times", "twice", "double", "treble", "triple", "half", "third", "quarter", "fifth")
    for paragraph, one, window in each_window(report, *words, "tenth", "quadruple", back=1):
        if id(one) in told:
            continue
        message = _wrong(window)
        if message:
            told.add(id(one))
            yield finding_on(
                paragraph, one, message, "Correct the words or the figures.", Confidence.MEDIUM
            )


def _wrong(window: Window) -> str | None:
    match = _SO_MANY_TIMES.search(window.pattern)
    if match is None or _DOUBT.search(match["between"]) or _OF_THESE.search(match["between"]):
        return None
    base, result = window.at(match["base"]), window.at(match["told"])
    if base is None or result is None or not _are_held_together(base, result):
        return None
    times = _times(window, match)
    if times is None or times <= 1:
        return None
    others = [one for one in window.played if one.kind is result.kind and one is not result]
    factor = window.at(match["times"].partition("»")[0]) if match["times"] else None
    if any(_is_so(match, times, one, result) for one in others if one is not factor):
        return None
    small, large = sorted((base.told.figure, result.told.figure), key=lambda one: one.size)
    said = (match["word"] or f"{times:f} times").lower()
    return (
        f"{large.text} is {large.size / small.size:.1f} times {small.text}: not "
        f"“{match['hedge'] + ' ' if match['hedge'] else ''}{said}”."
    )


def _are_held_together(base: Played, result: Played) -> bool:
    one, other = base.told.figure, result.told.figure
    return (
        base.kind is result.kind
        and base.part in _LEVELS
        and result.part in _LEVELS
        and not other.rough
        and min(one.size, other.size) >= (_LEAST if one.kind is Kind.COUNT else Decimal("0.5"))
        and are_alike(base.told, result.told, loose=True)
    )


_LEVELS = (Part.LEVEL, Part.TOTAL, Part.SHARE, Part.EACH)


def _times(window: Window, match: re.Match[str]) -> Decimal | None:
    """So many times the smaller is the larger."""
    if match["word"]:
        return _WORDS[match["word"].lower().replace("-", " ").split()[-1]]
    mark, _, half = match["times"].partition("»")
    return window.sentence.figure(mark).size + (Decimal("0.5") if half else 0)


def _is_so(match: re.Match[str], times: Decimal, one: Played, other: Played) -> bool:
    """Whether two figures are as the words say, read as widely as anybody would."""
    small, large = sorted((one.told.figure, other.told.figure), key=lambda figure: figure.size)
    if small.low <= 0:
        return True
    low, high = large.low / small.high, large.high / small.low
    hedge = (match["hedge"] or "").lower()
    if hedge in _AT_LEAST and high >= times * (1 - _PLAIN / 4):
        return True
    slack = _LOOSE if hedge else _PLAIN
    if hedge in _AT_MOST:
        high *= 1 + slack / 4
    wanted = (times, times + 1) if match["more"] else (times,)
    return any(low * (1 - slack) <= so <= high * (1 + slack) for so in wanted)


RULES: tuple[Rule, ...] = (what_is_so_many_times_another_is_so,)
