"""Which way two levels went, whatever order and wording tells when each was.

“Usage continued to grow.  There were 41,306 swims …, against 43,870 in the same months of 2024”;
“absence has worsened: 6.2% …, where in 2023/24 it had been 8.7%”.  Two like figures, each with its
time; and one way told of them, in their clause or in the one that introduces them.  Silent where
ways of both kinds are told, where one of the figures is a target or of others, and in doubt.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.measures import more_of_it_is_good
from moothall.proofread.figures.relations.times import When, in_order, when_it_was
from moothall.proofread.figures.relations.windows import Part, Played, Window, each_window
from moothall.proofread.figures.ways_told import BAD_VERBS, DOWN_VERBS, GOOD_VERBS, UP_VERBS
from moothall.proofread.figures.worked_figures import are_alike
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import finding_on
from moothall.proofread.reading.share_words import met, telling_words

_UP_WORDS = (
    rf"{UP_VERBS}|grow(?:s|n)?|increases?|rises?|higher|greater|longer|busier|dearer|more|"
    rf"upward\w*|"
    r"lengthened|swelled|doubled|trebled|lengthens?|widens?|climbs?|expands?|swell|soars?|"
    r"deepen\w*|"
    r"mount(?:ed|ing)|snowball\w*|spiral\w*|(?:up|upwards)(?=\s(?:on|from|by|again|compared|this|"
    r"last)\b|"
    r"[,.;:])"
)
_DOWN_WORDS = (
    rf"{DOWN_VERBS}|falls?|decreases?|reduces?|declines?|drops?|lower|fewer|less|shorter|smaller|"
    r"quieter|cheaper|downward\w*|halved|"
    r"reduction|decrease|shortens?|narrows?|shrinks?|dips?|slips?|dwindl\w*|ebb\w*|wan(?:ed|ing)|"
    r"thinn\w+|(?:down|downwards)(?=\s(?:on|from|by|again|compared|this|last)\b|[,.;:])"
)
_WAY = Expression(
    rf"\b(?:(?P<turn>a turn for the (?P<turned>better|worse))|(?P<up>{_UP_WORDS}|increase|"
    rf"growth)|(?P<down>{_DOWN_WORDS}|decline)|"
    rf"(?P<good>{GOOD_VERBS}|better|improvement|"
    rf"(?:in )?the right direction|progress|encouraging\w*)|(?P<bad>{BAD_VERBS}|worse|"
    rf"deterioration|"
    rf"(?:in )?the wrong direction|disappoint\w*))\b",
    re.IGNORECASE,
)
_NO_WAY = Expression(
    r"\b(?:to|the|will|would|could|should|may|might|can|of|for|reduced|increased|no|not|any|how|"
    r"if|with|by|from|at|further|than|or|more|less)\s(?:[a-z]+ly\s)?$",
    re.IGNORECASE,
)
_GOES_ON = Expression(
    r"\b(?:continu\w+|began|started|beginning|proved|(?:forecast|expected|projected|due|set) "
    r")\s?to\s$",
    re.I,
)
_MORE_THAN = Expression(
    r"^\s(?:than\s(?!in\b|at\b|last\b|the (?:year|same|previous)\b|a year))", re.I
)
_DOUBT = Expression(
    r"\b(?:target\w*|aim(?:s|ed)?|goal|budget\w*|plan(?:s|ned)?|forecast\w*|expected|project\w+|"
    r"estimate\w*|would|could|should|if|unless|despite|although|though|national\w*|england|"
    r"region\w*|"
    r"average for|benchmark|ranges?|rank\w*|quartile|not|no|never|neither|n[’']t|"
    r"respectively|whereas|offset|hope\w*|require\w*|limit|threshold|capacity|slow(?:ed|er|ing)?|"
    r"rate of (?:increase|growth|decline)|ages?|aged)\b",
    re.IGNORECASE,
)
_FROM_TO = Expression(
    r"\b(?:forecast|expected|projected)\b(?=[^«»;.]{0,50}\bfrom\s«[MCP]\d+»[^«»;.]{0,40}\sto\s«)",
    re.I,
)
"""“Is forecast to shrink from 2,062 to 2,145”: the forecast is of both."""
_CLAUSE = Expression(r"[.;:]\s|,\s(?:but|while|although)\s|\s[–-]\s")
_ANOTHER_CLAUSE = Expression(
    rf"{_CLAUSE.pattern}|,\s(?:[a-z]+ing|due|because|since|as|after|with|thanks|owing|despite)\b",
    re.IGNORECASE,
)
"""After the figures: another clause, or the reason why."""
_TAKES_UP = Expression(
    r"^\W*(?:there|it|this|that|these|they|in|at|by|from|the (?:figure|number|rate|share|sum|"
    r"average|total|proportion|level|value|percentage)|on average|we|to|last|\d|«|average|some|"
    r"averag\w+|numbers?)\b",
    re.IGNORECASE,
)
_CURE = "Correct the word or the figures."
_LONGEST = 260
_TWO, _MOST_LEVELS = 2, 3
_MOVES = (Part.DIFFERENCE, Part.CHANGE)


def two_levels_went_the_way_that_is_told(report: Report) -> Iterator[TextFinding]:
    """“Usage grew: 41,306 swims, against 43,870 in the same months of 2024” is a fall."""
    told: set[int] = set()
    for paragraph, one, window in each_window(report):
        if id(one) in told or len(window.played) < _TWO:
            continue
        message = _wrong(window) or _wrong_in_the_next(window)
        if message:
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong(window: Window) -> str | None:
    pair = _pair(window) if len(window.text) <= _LONGEST else None
    if pair is None or not any(window.stands_here(one) for one in pair):
        return None
    last = max(one.place for one in pair)
    figures = [
        one
        for one in window.played
        if one.part is not Part.TIME and (one.part not in _MOVES or one.place != last + 1)
    ]
    if not all(window.stands_here(one) for one in pair) and len(figures) > len(pair):
        return None  # over two sentences, with figures of other things among them
    then, now = (one.told.figure for one in pair)
    if then.size == now.size or ((then.rough or now.rough) and _may_be_equal(pair)):
        return None
    told = _ways(window, pair)
    if not told or _DOUBT.search(_FROM_TO.sub(" ", window.pattern)):
        return None
    ways = {_is_up(match, window.text) for match in told}
    if len(ways) != 1 or None in ways:
        return None
    rose = now.size > then.size
    if ways.pop() == rose:
        return None
    word = told[-1][0]
    return f"From {then.text} to {now.text} is {'up' if rose else 'down'}, not “{word}”."


_THIS_WAY = Expression(
    r"\b(?:the|this|that)\s(?:[a-z]+\s)?(?:(?P<up>rise|increase|growth|jump|upturn)|(?P<down>fall|"
    r"reduction|decrease|drop|decline|downturn)|(?P<good>improvement)|(?P<bad>deterioration|"
    r"worsening))\b"
    r"|\b(?:an?|now)\s(?:(?P<up2>longer|higher|greater|larger)|(?P<down2>shorter|lower|"
    r"smaller))\s[a-z]+",
    re.IGNORECASE,
)


def _wrong_in_the_next(window: Window) -> str | None:
    """“It went from 410 to 362.  Officers believe the rise reflects …”."""
    last = window.text[window.here :]
    match = _THIS_WAY.search(last)
    if not window.here or match is None or any(sign.isdigit() for sign in last):
        return None
    if len(window.text) > _LONGEST + 60 or _DOUBT.search(_FROM_TO.sub(" ", window.pattern)):
        return None
    pair = _pair(window) or _from_to(window)
    if pair is None or len({match.lastgroup}) != 1:
        return None
    then, now = (one.told.figure for one in pair)
    if then.size == now.size or _may_be_equal(pair):
        return None
    if match["good"] or match["bad"]:
        up_is_good = more_of_it_is_good(window.text)
        if up_is_good is None:
            return None
        up = bool(match["good"]) == up_is_good
    else:
        up = bool(match["up"] or match["up2"])
    rose = now.size > then.size
    if up == rose:
        return None
    return (
        f"From {then.text} to {now.text} is {'up' if rose else 'down'}, not “{match[0].strip()}”."
    )


_FROM_A_TO_B = Expression(r"\bfrom\s«(?P<a>[MCP]\d+)»[^«».;]{0,60}?\sto\s«(?P<b>[MCP]\d+)»", re.I)


def _from_to(window: Window) -> tuple[Played, Played] | None:
    match = _FROM_A_TO_B.search(window.pattern)
    if match is None or len(window.played) > _MOST_LEVELS:
        return None
    a, b = window.at(match["a"]), window.at(match["b"])
    return (a, b) if a is not None and b is not None and a.kind is b.kind else None


def _may_be_equal(pair: tuple[Played, Played]) -> bool:
    a, b = (one.told.figure for one in pair)
    return a.high >= b.low and b.high >= a.low


def _pair(window: Window) -> tuple[Played, Played] | None:
    """The earlier and the later of the only two like figures; of three, the last two in time."""
    levels = [
        one
        for one in window.of(Part.LEVEL, Part.SHARE, Part.EACH, Part.TOTAL, Part.TIME, Part.REST)
        if one.kind in (Kind.COUNT, Kind.MONEY, Kind.PERCENT)
    ]
    for kind in (Kind.PERCENT, Kind.MONEY, Kind.COUNT):
        every = [one for one in levels if one.kind is kind]
        alike = [one for one in every if one.part is not Part.TIME]
        if len(alike) < _TWO and all(window.stands_here(one) for one in every):
            alike = every  # “31 days, against 26”
        if not 2 <= len(alike) <= _MOST_LEVELS:
            continue
        if not all(are_alike(alike[0].told, one.told, loose=True) for one in alike[1:]):
            continue
        if (pair := _last_two([(when_it_was(one), one) for one in alike])) is not None:
            return pair
    return None


def _last_two(timed: list[tuple[When, Played]]) -> tuple[Played, Played] | None:
    """The earlier and the later of two; of three, the last, and the others if on one side of it."""
    if all(when.month is not None and when.year is when.relative is None for when, _ in timed):
        timed = [(When(turn=number), one) for number, (_, one) in enumerate(timed)]  # as they come
    for when, last in timed:
        others = [one for one in timed if one[1] is not last]
        if any(in_order(when, other[0]) <= 0 for other in others):
            continue
        sizes = [one.told.figure.size - last.told.figure.size for _, one in others]
        if all(size > 0 for size in sizes) or all(size < 0 for size in sizes):
            return others[0][1], last
    return None


def _ways(window: Window, pair: tuple[Played, Played]) -> list[re.Match[str]]:
    """The ways told in the clause of the figures, and in the one that introduces it."""
    first = min(one.told.figure.amount.start for one in pair)
    last = max(one.told.figure.amount.end for one in pair)
    breaks = [match for match in _CLAUSE.finditer(window.text) if match.end() <= first]
    start = breaks[-1].end() if breaks else 0
    ahead = breaks[-2].end() if len(breaks) > 1 else 0
    found = [match for match in _WAY.finditer(window.text, start) if _is_told(window.text, match)]
    found = [
        m
        for m in found
        if m.start() < last + 60 and not _ANOTHER_CLAUSE.search(window.text[last : m.start()])
    ]
    if breaks:
        introduction = window.text[ahead : breaks[-1].start() + 1]
        clause = window.text[start : last + 30]
        if not any(sign.isdigit() for sign in introduction) and _introduces(
            introduction, clause, breaks[-1]
        ):
            found += [
                match
                for match in _WAY.finditer(window.text, ahead, breaks[-1].start())
                if _is_told(window.text, match)
            ]
    return found


def _introduces(introduction: str, clause: str, joint: re.Match[str]) -> bool:
    if joint[0].startswith((":", " –", " -")) or _TAKES_UP.match(clause):
        return True
    return bool(met(telling_words(introduction), telling_words(clause)))


def _is_told(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if _GOES_ON.search(before):
        return True
    if _NO_WAY.search(before) or _MORE_THAN.match(after):
        return False
    word = match[0].lower()
    if word in ("more", "less"):
        return bool(re.match(r"\s[a-z]{3,}", after)) and before.rstrip()[-1:] in ("", ".", ":", ";")
    return True


def _is_up(match: re.Match[str], text: str) -> bool | None:
    if match["up"] or match["down"]:
        return bool(match["up"])
    up_is_good = more_of_it_is_good(text)
    is_good = bool(match["good"]) or (match["turned"] or "").lower() == "better"
    return None if up_is_good is None else is_good == up_is_good


RULES: tuple[Rule, ...] = (two_levels_went_the_way_that_is_told,)
