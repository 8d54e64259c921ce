"""The first among those that are named with their figures: “Place 11%, People 16% …; Place had the
highest”.

Each figure is put to the name that stands right beside it; the name of which a word for the most or
the least is said must have the most or the least.  Silent for the second, for one of several, and
where two have the same.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.relations.windows import Part, Played, Window, each_window
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import finding_on

_WORD = r"(?:[A-Z][\w’'-]*|Q[1-4])"
_NAME = rf"{_WORD}(?:\s(?:{_WORD}|\d{{1,2}}\b|of|and))*"
_BEFORE = Expression(
    rf"(?P<name>{_NAME})(?:[’']s)?,?\s?(?:\(|:|–|-|(?:(?:is|was|had|has|with|at|on|recorded|"
    rf"reported|scored|"
    rf"took|made|cost|costs|came in at|stood at|having|brought|sold|lost|received|saw)\s)"
    rf"(?:(?:brought|only|just|about|at|by|an?|the)\s)*)?$"
)
_AFTER = Expression(rf"^\)?\s?(?:[a-z]+\s){{0,3}}?(?:in|at|for|from)\s(?:the\s)?(?P<name>{_NAME})")
_MOST = (
    r"highest|largest|greatest|biggest|most expensive|dearest|busiest|longest|tallest|peak|fullest|"
    r"most(?! of| recent)|top|heaviest|steepest"
)
_LEAST = r"lowest|smallest|least|fewest|cheapest|quietest|shortest|slowest|lightest"
_SUPERLATIVE = rf"(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))"
_NAME_FIRST = Expression(
    rf"(?P<name>{_NAME})(?:,[^,«»]{{0,40}},)?\s(?:is|was|had|has|having|with|being|recorded|"
    rf"remains|came|"
    rf"again had|still has|comes)\s(?:(?:by far|again|still|in|at|out)\s)*(?:the|our|its|their)\s"
    rf"(?i:{_SUPERLATIVE})\b"
)
_NAME_LAST = Expression(
    rf"\b(?i:(?:the|our|its)\s{_SUPERLATIVE})\b[^«».;:]{{0,60}}?(?:,|\s(?:is|was|were|being|in|"
    rf"at|for))\s"
    rf"(?:the\s)?(?P<name>{_NAME})"
)
_PEAKED = Expression(
    rf"\b(?P<most>peaked|highest|busiest)\s(?:in|at)\s(?P<name>{_NAME})(?P<least>)"
)
_DOUBT = Expression(
    r"\b(?:second|third|next|one of|among the|joint|equal|except|apart from|other than|previous\w*|"
    r"last year|per head|relative|compared|proportion\w*|share|rank\w*|not|target|increase|rise|"
    r"fall|reduction|growth|improvement|change)\b",
    re.IGNORECASE,
)
_FEWEST = 3
_CURE = "Correct the name, the word or the figures."


def the_first_among_those_named_has_the_most(report: Report) -> Iterator[TextFinding]:
    """“Place 11%, People 16%, Resources 9%; Place had the highest”: People had."""
    told: set[int] = set()
    for paragraph, one, window in each_window(report, "est ", "est.", "most", "least", "peak"):
        if id(one) in told or _DOUBT.search(window.text):
            continue
        message = _wrong(window)
        if message:
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong(window: Window) -> str | None:
    named = _named(window)
    if len(named) < _FEWEST:
        return None
    for form in (_NAME_FIRST, _NAME_LAST, _PEAKED):
        for match in form.finditer(window.text):
            name = _plain(match["name"])
            first = named.get(name)
            if first is None:
                continue
            others = [one for key, one in named.items() if key != name and one.kind is first.kind]
            if len(others) + 1 < _FEWEST:
                continue
            if message := _beaten(match, first, others, named):
                return message
    return None


def _named(window: Window) -> dict[str, Played]:
    """The figures by the names right beside them; a name with two figures is left out."""
    found: dict[str, Played] = {}
    twice: set[str] = set()
    for one in window.of(Part.LEVEL, Part.SHARE, Part.TOTAL, Part.EACH, Part.TIME):
        match = _BEFORE.search(one.lead) or _AFTER.match(one.trail)
        if match is None or one.told.figure.rough:
            continue
        name = _plain(match["name"])
        if name in found:
            twice.add(name)
        found[name] = one
    return {name: one for name, one in found.items() if name not in twice}


def _plain(name: str) -> str:
    return re.sub(r"^the ", "", name.casefold().strip())


def _beaten(
    match: re.Match[str], first: Played, others: list[Played], named: dict[str, Played]
) -> str | None:
    most = bool(match["most"])
    size = first.told.figure.size
    if first.kind is Kind.POINTS:
        return None
    best = (max if most else min)(others, key=lambda one: one.told.figure.size)
    other = best.told.figure
    if other.size == size or (other.size > size) != most:
        return None
    name = next(key for key, one in named.items() if one is best)
    word = match["most"] or match["least"]
    is_so = "more" if most else "less"
    return (
        f"{name.title()} has {other.text}, {is_so} than {first.told.figure.text}: not the “{word}”."
    )


RULES: tuple[Rule, ...] = (the_first_among_those_named_has_the_most,)
