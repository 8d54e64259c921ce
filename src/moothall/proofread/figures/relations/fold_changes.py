"""Changes told as so many times or a fraction: “halved: £2.4m in 2022/23, £1.6m in 2023/24”.

The two levels of the window, whatever their order, are so many times each other.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.relations.windows import Part, Window, each_window
from moothall.proofread.figures.worked_figures import are_alike
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import HUNDRED, Figure, finding_on, per_cent

_CUT = (
    r"(?:cut|fell|fallen|down|reduc(?:ed|tion of)|decreas(?:ed|e of)|dropp?(?:ed|ing)?|drop of|"
    r"fall "
    r"of|declin(?:ed|e of)|shr[au]nk|lower(?:ed)?|fewer|less)(?: by)? (?:about |around |nearly |"
    r"almost |over |more than |just (?:over|under) )?"
)
_GREW = (
    r"(?:grew|grown|rose|risen|increas(?:ed|e of)|up|rise of|higher|more|climbed|went up)(?: by)? "
    r"(?:about |around |nearly |almost |over |more than |just (?:over|under) )?"
)
_FRACTION = r"(?:(?:a|one)[ -](?P<{}>half|third|quarter|fifth|tenth|sixth|eighth)|(?P<{}>half))"
_TIMES = Expression(
    rf"\b(?P<roughly>(?:more than|nearly|almost|about|around|over|just (?:over|under)|roughly|well "
    rf"over) )?(?:(?P<halved>halved|halving)|(?P<doubled>doubl(?:ed|ing)|twice as (?:many|much))|"
    rf"(?P<trebled>trebl(?:ed|ing)|tripl(?:ed|ing)|three times as (?:many|much))|"
    rf"(?P<fourfold>quadrupl(?:ed|ing))|(?:by )?(?P<fold>two|three|four|five|six|seven|eight|ten|"
    rf"\d)[- ]?fold|(?:by a factor of )(?P<factor>two|three|four|five|ten|\d))\b"
    rf"|\b{_CUT}{_FRACTION.format('cut', 'cut2')}\b|\b{_GREW}{_FRACTION.format('grew', 'grew2')}\b",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_DOUBT = Expression(
    r"\b(?:target\w*|aim\w*|would|could|should|not|no|if|hope\w*|until|each|per|of (?:the|all|"
    r"which|these|those|them|whom))\b(?!\s(?:year|month|quarter))",
    re.IGNORECASE,
)
_TWO = 2
_NEARLY, _LOOSELY = Decimal("0.05"), Decimal("0.15")
_CURE = "Correct the words or the figures."


def what_is_told_as_so_many_times_is_so(report: Report) -> Iterator[TextFinding]:
    """“Exclusions had increased five-fold, from 8 to 32”: four-fold."""
    told: set[int] = set()
    for paragraph, one, window in each_window(report, back=1):
        if id(one) in told or len(window.played) < _TWO:
            continue
        message = _wrong(window)
        if message:
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong(window: Window) -> str | None:
    matches = list(_TIMES.finditer(window.text))
    if len(matches) != 1 or window.of(Part.CHANGE, Part.DIFFERENCE):
        return None
    match = matches[0]
    if _DOUBT.search(window.text[max(0, match.start() - 40) : match.start()]):
        return None
    for kind in (Kind.MONEY, Kind.PERCENT, Kind.COUNT):
        held = [
            one
            for one in window.of(Part.LEVEL, Part.SHARE, Part.TOTAL, Part.EACH)
            if one.kind is kind and not match.start() <= one.told.figure.amount.start < match.end()
        ]
        if len(held) != 2 or not are_alike(held[0].told, held[1].told, loose=True):
            continue
        small, large = sorted((one.told.figure for one in held), key=lambda one: one.size)
        if not small.size or small.rough or large.rough:
            return None
        return _unlike(match, small, large)
    return None


def _unlike(match: re.Match[str], small: Figure, large: Figure) -> str | None:
    true, told = large.size / small.size, _times(match)
    if told is None:
        return None
    slack = _LOOSELY if match["roughly"] or _HEDGED.search(match[0]) else _NEARLY
    low, high = large.low / small.high, large.high / max(small.low, Decimal("0.0001"))
    if low * (1 - slack) <= told <= high * (1 + slack):
        return None
    if match["roughly"] and match["roughly"].strip().lower() in _AT_LEAST and true >= told:
        return None
    share = per_cent((1 - small.size / large.size) * HUNDRED)
    return (
        f"{large.text} is {true:.2f} times {small.text}, and {small.text} is {share} less than "
        f"{large.text}: not “{match[0].strip()}”."
    )


_HEDGED = Expression(r"\b(?:nearly|almost|about|around|just|over|more than)\b", re.IGNORECASE)
_AT_LEAST = {"more than", "over", "well over"}


def _times(match: re.Match[str]) -> Decimal | None:
    """So many times the smaller is the larger."""
    if match["halved"] or match["doubled"]:
        return Decimal(2)
    if match["trebled"]:
        return Decimal(3)
    if match["fourfold"]:
        return Decimal(4)
    number = match["fold"] or match["factor"]
    if number:
        return Decimal(number) if number.isdigit() else Decimal(_NUMBERS[number.lower()])
    if cut := match["cut"] or match["cut2"]:
        parts = Decimal(_PARTS[cut.lower()])
        return parts / (parts - 1)
    if grew := match["grew"] or match["grew2"]:
        return 1 + 1 / Decimal(_PARTS[grew.lower()])
    return None


RULES: tuple[Rule, ...] = (what_is_told_as_so_many_times_is_so,)
