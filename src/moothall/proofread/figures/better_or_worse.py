"""Better and worse: “improved from 94% to 92% on time” went down; “fewer (212) than last (198)”."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.stated_changes import FROM_TO
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, Sentence, each_sentence, finding_on

_BETTER = Expression(
    r"\b(?:(?P<better>improv(?:ed|es|ing|ement)|got better)|(?P<worse>worsen(?:ed|s|ing)|"
    r"deteriorat(?:ed|es|"
    r"ing|ion)|got worse|slipped back))\b",
    re.IGNORECASE,
)
_HIGH = Expression(
    r"\b(?:on time|on target|attendance|satisf\w+|collect(?:ed|ion)|recycl\w+|occupan\w+|"
    r"complet\w+|attain\w*|"
    r"pass(?:ed)?|complian\w+|achiev\w+|performance|success\w*|mended|repaired|answered|uptake|"
    r"take-up|"
    r"coverage|punctual\w*|reliab\w+|resolved|determined|processed within|availab\w+|confidence|"
    r"vaccinat\w+|"
    r"employment|score\w*|quality|within (?:target|the|a|\d+|\w+ (?:days|weeks|hours|minutes)))\b",
    re.IGNORECASE,
)
_LOW = Expression(
    r"\b(?:wait\w*|response times?|times? taken|absen\w+|sickness|vacan\w+|arrears|complaints?|"
    r"missed|late|"
    r"overdue|voids?|turnover|crimes?|accidents?|casualt\w+|deaths|backlog|delays?|delayed|"
    r"faults?|errors?|"
    r"rank\w*|place|position|debts?|unemploy\w+|reoffend\w+|exclu\w+|emissions?|quartile|"
    r"cancel\w+|failed|"
    r"failures?|loss(?:es)?|deficit|overspend\w*|cost|costs|burglar\w*|outages?|turnaround|not|"
    r"stage|level|"
    r"band|poverty|inequalit\w+|gap)\b",
    re.IGNORECASE,
)
_OF_TIME = Expression(
    r"^\s?(?:working |calendar )?(?:days?|weeks?|months?|hours?|minutes?|seconds?)\b", re.I
)
_NOT_SO = Expression(
    r"\b(?:if|would|could|target|should|aim|although|despite|after|not)\b", re.IGNORECASE
)
_THAN = Expression(
    r"\b(?P<how>fewer|less|more|higher|lower|larger|smaller|"
    r"greater)\b[^«»;.()]{0,70}?\((?P<a>«[MCP]\d+»)\)"
    r"[^«»;.()]{0,20}?\bthan\s[^«»;.()]{0,40}?\((?P<b>«[MCP]\d+»)\)",
    re.IGNORECASE,
)
_CURE = "Correct the word or the figures: they may have been put the wrong way round."


def what_improved_is_better_than_it_was(report: Report) -> Iterator[TextFinding]:
    """“Improved from 94.1% to 92.8% mended within a week” went down."""
    for paragraph, one in each_sentence(report, 2):
        message = _moved(one) or _more_or_fewer(one)
        if message:
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _moved(one: Sentence) -> str | None:
    word = _BETTER.search(one.pattern)
    if word is None or len(_BETTER.findall(one.pattern)) > 1 or _NOT_SO.search(one.text):
        return None
    match = FROM_TO.search(one.pattern, word.end())
    if (
        match is None
        or match.start() - word.end() > 60
        or "«" in one.pattern[word.end() : match.start()]
    ):
        return None
    a, b = one.figure(match["a"]), one.figure(match["b"])
    if a.kind is not b.kind or a.kind is Kind.MONEY or abs(a.size - b.size) <= a.spread:
        return None
    up_is_good = _good_is_up(one, match, a)
    if up_is_good is None:
        return None
    went_up = b.size > a.size
    better = word["better"] is not None
    if (went_up == up_is_good) == better:
        return None
    how = "a rise" if went_up else "a fall"
    return f"From {a.text} to {b.text} is {how}, which is no {'im' if better else 'de'}" + (
        "provement here." if better else "terioration here."
    )


def _good_is_up(one: Sentence, match: re.Match[str], a: Figure) -> bool | None:
    """Whether more of it is better; None where the words do not say."""
    near = one.pattern[max(0, match.start() - 110) : match.end() + 60]
    after = one.pattern[match.end() : match.end() + 20]
    low, high = _LOW.search(near) is not None, _HIGH.search(near) is not None
    if _OF_TIME.match(after) or _OF_TIME.match(one.text[a.amount.end : a.amount.end + 20]):
        return False if not re.search(r"\b(?:notice|live|life|availab|open)\w*\b", near) else None
    if low == high or (high and a.kind is not Kind.PERCENT):
        return None
    return high


def _more_or_fewer(one: Sentence) -> str | None:
    """“Fewer lamps failed this year (212) than last (198)”."""
    match = _THAN.search(one.pattern)
    if match is None or _NOT_SO.search(match[0]):
        return None
    a, b = one.figure(match["a"]), one.figure(match["b"])
    more = match["how"].lower() in ("more", "higher", "larger", "greater")
    if a.kind is not b.kind or a.size == b.size or (a.size > b.size) == more:
        return None
    return f"{a.text} is {'less' if more else 'more'} than {b.text}, not {match['how'].lower()}."


RULES: tuple[Rule, ...] = (what_improved_is_better_than_it_was,)
