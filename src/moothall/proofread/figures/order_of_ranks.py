"""Figures in the order that their ranks say: “the most common was cost (21%), then time (34%)”.

What follows the highest is no higher, what follows the lowest no lower; and of the highest and the
lowest told in one sentence the highest is the higher.  Figures of other kinds, of changes beside
levels, and of other groups (“among women the highest …”) are left alone.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, Sentence, each_sentence, finding_on

_MOST = (
    r"highest|largest|biggest|greatest|longest|busiest|dearest|most\s(?:common|frequent|popular|often|"
    r"expensive|used|cited|favoured|mentioned)(?:ly)?(?:\s[a-z]+ed)?|commonest|main|top|best|most"
)
_LEAST = (
    r"lowest|smallest|fewest|shortest|quietest|cheapest|least\s(?:common|frequent|popular|"
    r"expensive|used)|worst|least"
)
_RANK = rf"(?P<rank>(?P<most>{_MOST})|(?:{_LEAST}))\b"
_FIGURE = r"«(?P<{}>[MCP]\d+)»"
_FOLLOWED = Expression(
    rf"\b{_RANK}(?P<first>[^«»;:.]{{3,110}}?){_FIGURE.format('a')}\)?(?P<then>[^«»;:.]{{0,60}}?)"
    rf"\b(?:closely\s)?followed\sby(?P<second>[^«»;:.]{{2,90}}?){_FIGURE.format('b')}"
    rf"(?:\)?(?P<third>,?\s(?:and\s(?:then\s|by\s)?|then\s|and\s)[^«»;:.]{{2,60}}?)"
    rf"{_FIGURE.format('c')})?",
    re.IGNORECASE,
)
_BOTH = Expression(
    rf"\b(?P<one>{_MOST})\b(?P<first>[^«»;:.]{{3,90}}?){_FIGURE.format('a')}\)?"
    rf"(?P<between>[^«»;:]{{3,70}}?)\b(?P<two>lowest|smallest|fewest|shortest|quietest|cheapest|"
    rf"least)\b(?P<second>[^«»;:.]{{3,90}}?){_FIGURE.format('b')}"
    rf"|\b(?P<two_>lowest|smallest|fewest|shortest|quietest|cheapest|least)\b(?P<first_>[^«»;:.]"
    rf"{{3,90}}?){_FIGURE.format('d')}\)?(?P<between_>[^«»;:]{{3,70}}?)\b(?P<one_>highest|largest|"
    rf"biggest|greatest|longest|busiest|dearest|most)\b(?P<second_>[^«»;:.]{{3,90}}?)"
    rf"{_FIGURE.format('e')}",
    re.IGNORECASE,
)
_OF_ANOTHER = Expression(
    r"\b(?:among|amongst|for\s(?:women|men|boys|girls)|while|whereas|but|compared|against|than|last\syear|"
    r"previous\w*|by|up|down|increase\sof|fall\sof|rise\sof|target|average|out\sof|rank\w*|at\sleast|"
    r"year[- ]olds?|aged?|least\sdeprived|most\sdeprived|deprived|respectively)\b",
    re.IGNORECASE,
)
_TIME = Expression(r"^\s?(?:years?|months?|weeks?|days?|hours?|minutes?)\b", re.IGNORECASE)
_CURE = "Correct the figure, or the order."


def figures_stand_in_the_order_that_is_told(report: Report) -> Iterator[TextFinding]:
    """“The largest was fostering (£0.4m), followed by transport (£0.7m)”: £0.7m is more."""
    for paragraph, one in each_sentence(report, 2):
        message = _followed(one) if "ollowed" in one.text else _both(one)
        if message is not None:
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _followed(one: Sentence) -> str | None:
    match = _FOLLOWED.search(one.pattern)
    if match is None:
        return None
    marks = [match[name] for name in "abc" if match[name]]
    held = [one.figure(mark) for mark in marks]
    words = (match["first"], match["then"], match["second"], match["third"] or "")
    if any(_OF_ANOTHER.search(each) for each in words) or not _are_alike(one, marks, held):
        return None
    falls = match["most"] is not None
    for place, (before, after) in enumerate(pairwise(held)):
        if place and "then" not in words[3]:
            break  # “followed by A (12%) and B (14%)” gives no order of the two
        wrong = after.low > before.high if falls else after.high < before.low
        if wrong:
            return (
                f"{after.text} is {'more' if falls else 'less'} than {before.text}, which is told "
                f"as the {match['rank'].lower()}."
                if not place
                else f"{after.text} is {'more' if falls else 'less'} than {before.text} before it."
            )
    return None


def _both(one: Sentence) -> str | None:
    match = _BOTH.search(one.pattern)
    if match is None:
        return None
    turned = match["two_"] is not None
    marks = [match["e"], match["d"]] if turned else [match["a"], match["b"]]
    highest, lowest = (one.figure(mark) for mark in marks)
    names = ("first_", "between_", "second_") if turned else ("first", "between", "second")
    if any(_OF_ANOTHER.search(match[name]) for name in names):
        return None
    if not _are_alike(one, marks, [highest, lowest]) or highest.high >= lowest.low:
        return None
    return f"{highest.text} is told as the highest and {lowest.text} as the lowest."


def _are_alike(one: Sentence, marks: list[str], held: list[Figure]) -> bool:
    """Whether all are of one kind, none of them rough and none a length of time."""
    after = [one.pattern.partition(f"«{mark}»")[2] for mark in marks]
    return (
        len({figure.kind for figure in held}) == 1
        and not any(figure.rough for figure in held)
        and not any(_TIME.match(words) for words in after)
        and (held[0].kind is not Kind.COUNT or all(figure.size > 1 for figure in held))
    )


RULES: tuple[Rule, ...] = (figures_stand_in_the_order_that_is_told,)
