"""Levels and what they are held against: “at £106,000 it remains within the £100,000 limit”.

One figure stands beside a word for a limit, a target or an average; a word says on which side of it
the other lies.  And of a list: “all below 5% (3.1%, 4.6%, 5.4% and 2.8%)”, “nobody waited longer
than 28 days, although one took 33”.
"""

import re
from collections.abc import Callable, Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.measures import more_of_it_is_good
from moothall.proofread.figures.relations.windows import Part, Played, Window, each_window
from moothall.proofread.figures.worked_figures import are_alike
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import finding_on

_HOW = (
    r"(?:(?:just|well|far|comfortably|slightly|marginally|still|now|narrowly|considerably|"
    r"significantly|also)\s){0,2}"
)
_OVER = (
    r"above|over|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|more than|higher than|"
    r"greater than|longer than|later than|beyond|outside|outstrip(?:s|ped|ping)?|top(?:s|ped|ping)|"
    r"an overspend against|overspent against|over[- ]?spen[dt] (?:on|against)"
)
_UNDER = (
    r"below|under|less than|lower than|fewer than|shorter than|short of|within|inside|beneath|"
    r"an underspend against|underspent against|under[- ]?spen[dt] (?:on|against)"
)
_BETTER = r"beat(?:s|ing|en)?|better than|ahead of|outperform(?:s|ed|ing)?|me(?:t|ets|eting)"
_WORSE = r"worse than|behind|miss(?:es|ed|ing)|fail(?:s|ed|ing) to (?:meet|reach|hit)"
_WAY = rf"(?P<way>(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<good>{_BETTER})|(?P<bad>{_WORSE}))"
_LIMIT = (
    r"(?:target|limit|threshold|ceiling|cap|maximum|minimum|standard|allowance|boundary|budget|"
    r"estimate|average|benchmark|floor|goal|norm|tolerance|trigger|requirement|allocation|median|"
    r"planned|permitted|allowed|"
    r"required|expected|approved|set ourselves|aim|england|national|regional)"
)
_ONE = Expression(
    rf"\b{_WAY}\s(?:(?:the|our|its|their|a|an|that|this|statutory|national|agreed|net|overall|"
    rf"approved|corporate|local|annual|council[’']s|"
    rf"of)\s){{0,4}}(?P<before>(?:[a-z’'-]+\s){{0,5}}?)"
    rf"«(?P<limit>[MCP]\d+)»(?P<after>[^«».;:]{{0,40}})",
    re.IGNORECASE,
)
_A_LIMIT = Expression(rf"\b{_LIMIT}s?\b", re.IGNORECASE)
_BEATS = Expression(
    rf"\b{_WAY}\s(?:the |our |its )?(?:[a-z]+ ){{0,2}}?{_LIMIT}\b[^«»]{{0,40}}?«(?P<a>[MCP]\d+)»"
    rf"[^«»]{{0,40}}?\b(?:on an?|against|compared (?:with|to)|for a|to a|with a)\s(?:[a-z]+ )"
    rf"{{0,2}}?{_LIMIT} of\s«(?P<limit>[MCP]\d+)»",
    re.IGNORECASE,
)
"""“Beat the budget: £1.08m was earned on an estimate of £1.24m”."""
_EVERY = Expression(
    r"\b(?:all|every|each|both|none|no(?! (?:more|less|fewer|later|longer|higher|lower)\b)|nobody|"
    r"no[- ]one|never|at no time|nowhere|not one)\b",
    re.IGNORECASE,
)
_NONE = Expression(
    r"\b(?:none|no(?! (?:more|less|fewer|later|longer|higher|lower)\b)|nobody|no[- ]one|never|"
    r"at no time|nowhere|not one)\b",
    re.IGNORECASE,
)
_OF_ALL = Expression(
    rf"(?P<at>at or )?\b{_WAY}(?P<or_at>(?:,)? or (?:at|equal to|on))?\s(?:the\s|its\s|our\s|a\s|"
    rf"[a-z]+\s){{0,5}}?(?:[A-Z][a-z]+\s\d\s)?(?:[a-z]+\s){{0,3}}?«(?P<limit>[MCP]\d+)»",
    re.IGNORECASE,
)
_DOUBT = Expression(
    r"\b(?:not|n[’']t|would|could|should|may|might|if|until|unless|except|apart from|but for|"
    r"other than|whether|expected to|aims? to|by (?:the end|20\d\d)|previous\w*|last year|"
    r"increas\w+ (?:of|by)|up from|down from|improv\w+|of which)\b",
    re.IGNORECASE,
)
_BUT_ONE = Expression(r"\b(?:except|apart from|but for|other than|save for|bar)\b", re.IGNORECASE)
_TWO, _MOST = 2, 7
_CURE = "Correct the word or the figures."


def a_level_is_on_the_side_of_its_limit_that_is_told(report: Report) -> Iterator[TextFinding]:
    """“At 23.4 days, relet times are comfortably inside our 21-day target”: they are over it."""
    yield from _each(report, _wrong_side)


def what_is_said_of_all_is_so_of_each(report: Report) -> Iterator[TextFinding]:
    """“Arrears in the four areas (3.1%, 4.6%, 5.4% and 2.8%) are all below 5%”: 5.4% is not."""
    yield from _each(report, _one_beyond)


def _each(report: Report, judge: Callable[[Window], str | None]) -> Iterator[TextFinding]:
    told: set[int] = set()
    for paragraph, one, window in each_window(report, back=1):
        if id(one) in told or len(window.played) < _TWO:
            continue
        message = judge(window)
        if message:
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong_side(window: Window) -> str | None:
    if _DOUBT.search(window.text) or _EVERY.search(window.text):
        return None
    match = _BEATS.search(window.pattern) or _ONE.search(window.pattern)
    limit = window.at(match["limit"]) if match else None
    others = [
        one
        for one in window.of(Part.LEVEL, Part.SHARE, Part.TOTAL, Part.EACH, Part.TIME, Part.REST)
        if limit is not None and one.kind is limit.kind and one is not limit
    ]
    if match is None or limit is None or not window.stands_here(limit):
        return None
    if len(others) > 1 and limit is not None:
        others = [one for one in others if _measure(one) == _measure(limit) != ""]
    if len(others) != 1 or (limit.told.figure.rough and not _rough_word(match)):
        return None
    level = others[0]
    named = match.groupdict()
    words = f"{named.get('before') or ''} {named.get('after') or ''} {match[0]}"
    if not _A_LIMIT.search(words.replace(match["way"], " ", 1)):
        return None
    if not are_alike(level.told, limit.told, loose=True) or level.told.figure.rough:
        return None
    return _misplaced(window, match, level, limit)


_MEASURE = Expression(r"\b(?P<noun>[a-z]+) (?:of|is|was|at|to be)\s$")


def _measure(one: Played) -> str:
    """The noun whose value a figure is: “a rate of 42”."""
    match = _MEASURE.search(one.lead)
    return match["noun"] if match else ""


def _rough_word(match: re.Match[str]) -> bool:
    """“Over” right before the figure is the word itself, and makes nothing rough."""
    return bool(
        re.search(
            r"(?:over|under|above|below|than|of)\s$", match.string[: match.start("limit") - 1]
        )
    )


def _misplaced(window: Window, match: re.Match[str], level: Played, limit: Played) -> str | None:
    value, bound = level.told.figure, limit.told.figure
    if value.size == bound.size:
        return None
    over = _says_over(match, window.text)
    if over is None or over == (value.size > bound.size):
        return None
    is_so = "more" if value.size > bound.size else "less"
    return f"{value.text} is {is_so} than {bound.text}; the text says “{match['way']}”."


def _says_over(match: re.Match[str], text: str) -> bool | None:
    if match["over"] or match["under"]:
        word = match["way"].lower()
        if word in ("outside", "inside", "within", "top", "tops", "topped", "short of"):
            up_is_good = more_of_it_is_good(text.replace(match["way"], " "))
            if up_is_good and word in ("outside", "inside", "within"):
                return None
        return bool(match["over"])
    up_is_good = more_of_it_is_good(text)
    if up_is_good is None:
        return None
    return bool(match["good"]) == up_is_good


def _one_beyond(window: Window) -> str | None:
    every = _EVERY.search(window.text)
    if every is None or _BUT_ONE.search(window.text):
        return None
    match = _OF_ALL.search(window.pattern)
    limit = window.at(match["limit"]) if match else None
    if match is None or limit is None or not (match["over"] or match["under"]):
        return None
    ahead = window.pattern[: match.start()]
    said = next(reversed(list(_EVERY.finditer(ahead))), None)
    if said is None or len(ahead) - said.end() > _REACH or "«" in ahead[said.end() :]:
        return None
    if ". " in ahead[said.end() :]:
        return None
    if _SINCE.search(match[0]):
        return None  # “over the last 5 years”
    others = [
        one
        for one in window.of(Part.LEVEL, Part.SHARE, Part.TOTAL, Part.TIME)
        if one.kind is limit.kind and one is not limit and not one.told.figure.rough
    ]
    if not 1 <= len(others) <= _MOST or not all(
        are_alike(one.told, limit.told, loose=True) for one in others
    ):
        return None
    if len(others) == 1 and not _ONE_IS.search(window.text):
        return None
    over = bool(match["over"]) != bool(_NONE.search(window.text))
    bound = limit.told.figure
    for one in others:
        size = one.told.figure.size
        beyond = size < bound.size if over else size > bound.size
        if beyond:
            is_so = "less" if over else "more"
            said_of_all = match[0].split("«")[0].strip()
            return f"{one.told.figure.text} is {is_so} than {bound.text}, not “{said_of_all}”."
    return None


_ONE_IS = Expression(r"\b(?:one|longest|highest|lowest|largest|most|shortest|worst|best)\b", re.I)
_REACH = 70
_SINCE = Expression(r"\b(?:last|next|past|most|coming|first)\b", re.IGNORECASE)


RULES: tuple[Rule, ...] = (
    a_level_is_on_the_side_of_its_limit_that_is_told,
    what_is_said_of_all_is_so_of_each,
)
