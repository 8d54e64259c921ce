"""Moves told of a figure that stands before: “it was 97.1% in 2021/22.  It fell to 97.6%”.

The clause after a figure takes it up by a pronoun and says where it went; the sentence before two
figures, or after them, says in one word which way they went.  The two figures are held against that
word.  Silent where the sentence before holds several figures of the kind, for any might be meant,
unless it moved “again” or “further”: then it is the last of them.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.changes import RULES as CHANGES
from moothall.proofread.figures.measures import more_of_it_is_good
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    each_sentence,
    finding_on,
)

_UP = (
    r"rose|risen|rises|increased|grew|grown|climbed|jumped|went up|gone up|crept up|shot up|"
    r"lengthened|widened|soared"
)
_DOWN = (
    r"fell|fallen|falls|decreased|reduced|declined|dropped|shrank|shrunk|dipped|went down|"
    r"gone down|came down|come down|shortened|narrowed|slumped|was cut|were cut|was reduced"
)
_GOOD, _BAD = r"improved|recovered", r"worsened|deteriorated|slipped(?: back)?"
_WAY = rf"(?P<way>(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<good>{_GOOD})|(?P<bad>{_BAD}))"
_MOVED_TO = Expression(
    rf"(?:^|[,;:.–-]\s|\b(?:and|but|then|which|when|before)\s)"
    r"(?:(?:in|by|at|during)\s[^«»;.,]{2,30}?,?\s)?"
    r"(?:it|this|that|they|these|the (?:figure|rate|number|total|average|proportion|share|time|"
    r"score|level|balance|sum)|which|numbers?)\s(?:has |have |had |then |since |again |later )*"
    rf"{_WAY}(?P<between>[^«»;.:()]{{0,45}}?)\s(?:to|at)\s(?:just |about |only )?"
    r"«(?P<now>[MCP]\d+)»",
    re.IGNORECASE,
)
_NO_MOVE = Expression(
    r"\b(?:target|from|against|budget|not|no|if|would|should|forecast|than)\b", re.IGNORECASE
)
_ONCE_MORE = Expression(r"\b(?:again|further|still)\b", re.IGNORECASE)
"""What says that of several figures the last is the one that moved on."""
_HELD_AGAINST = Expression(
    r"\b(?:target|national|average for|england|budget|aim|benchmark|limit)\b", re.IGNORECASE
)
_WORTH = Expression(
    rf"\b(?:has|have|had|is|are|continu\w+ to)\s(?:[a-z]+ly\s|again\s|also\s|once more\s|"
    rf"further\s)*"
    rf"(?:{_WAY}|(?P<good2>improving|better|improve)|(?P<bad2>worsening|worse))\b",
    re.IGNORECASE,
)
_THIS = Expression(
    r"^(?:This|That|The)\s(?:[a-z]+\s)?(?P<way>(?P<up>increase|rise|growth|jump|lengthening)|"
    r"(?P<down>fall|reduction|decrease|drop|decline|cut|shortening)|"
    r"(?P<good>improvement)|(?P<bad>worsening|deterioration))\b",
    re.IGNORECASE,
)
_LAST_AND_THIS = Expression(
    r"«(?P<then>[MCP]\d+)»(?P<between>[^«»;.]{0,60}?)\b(?:last|the previous|the year before|in the "
    r"year before)\s?(?:year|quarter|month)?\b[^«»;.]{0,20}?\band\s(?:just |only |about )?"
    r"«(?P<now>[MCP]\d+)»(?P<rest>[^«»;.]{0,30}?)\b(?:this|now|the current)\b",
    re.IGNORECASE,
)
_FROM_TO = Expression(
    r"\b(?:went|moved|changed|was|were|is|are|now|stands?|from)\s(?:up\s|"
    r"down\s)?(?:from\s)?(?:about\s)?"
    r"«(?P<then>(?P<kind>[MCP])\d+)»(?P<between>[^«»;.]{0,60}?)\sto\s(?:about\s)?«(?P<now>(?P=kind)\d+)»",
    re.IGNORECASE,
)
_NO_MOVE_AT_ALL = Expression(r"\b(?:range[ds]?|ranging|between|aged?|vary|varied|varies)\b", re.I)
_DOUBT = Expression(
    r"\b(?:not|no|never|despite|although|but|while|however|hope\w*|should|could|would|if)\b|n[’']t",
    re.IGNORECASE,
)
_LONGEST_TOPIC = 90
_CURE = "Correct the word or the figures."
_TOLD = quotes_told(*CHANGES)


def what_moved_went_the_way_it_is_said_to(report: Report) -> Iterator[TextFinding]:
    """“In 2022/23 it was 14.2 days; in 2023/24 it rose to 11.6”: that is a fall."""
    for paragraph, one in each_sentence(report, 1):
        message = (
            _moved_to(paragraph, one)
            or _this_way(paragraph, one)
            or _as_the_topic_says(paragraph, one)
        )
        if message and not told_by(_TOLD, report, paragraph, one):
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _moved_to(paragraph: Paragraph, one: Sentence) -> str | None:
    """“It fell in the next year to 97.6%”, of the one figure of the kind before it."""
    for match in _MOVED_TO.finditer(one.pattern):
        if _NO_MOVE.search(match["between"]):
            continue
        now = one.figure(match["now"])
        ahead = [each for each in one.figures if each.amount.end < now.amount.start]
        text = one.text
        if not ahead:
            at = paragraph.sentences.index(one)
            if not at:
                continue
            ahead, text = (
                list(paragraph.sentences[at - 1].figures),
                f"{paragraph.sentences[at - 1].text} {one.text}",
            )
        alike = [each for each in ahead if each.kind is now.kind]
        if not alike or len(ahead) > 2 or _HELD_AGAINST.search(text):
            continue
        if len(alike) > 1 and not _ONCE_MORE.search(match[0]):
            continue
        message = _contradicts(match, alike[-1], now, text)
        if message:
            return message
    return None


def _this_way(paragraph: Paragraph, one: Sentence) -> str | None:
    """“31 days last year and 26 this year.  This worsening …”."""
    pair = _LAST_AND_THIS.search(one.pattern)
    at = paragraph.sentences.index(one)
    if pair is None or at + 1 >= len(paragraph.sentences):
        return None
    match = _THIS.match(paragraph.sentences[at + 1].text)
    if match is None:
        return None
    then, now = one.figure(pair["then"]), one.figure(pair["now"])
    if then.kind is not now.kind:
        return None
    before = paragraph.sentences[at - 1].text if at else ""
    return _contradicts(match, then, now, f"{before} {one.text}")


def _as_the_topic_says(paragraph: Paragraph, one: Sentence) -> str | None:
    """“Absence has improved again.  It went from 8.9 days to 9.7 …”."""
    at = paragraph.sentences.index(one)
    pair = _FROM_TO.search(one.pattern) if at else None
    if pair is None or _NO_MOVE_AT_ALL.search(one.text[: pair.start()]):
        return None
    topic = paragraph.sentences[at - 1]
    if topic.figures or len(topic.text) > _LONGEST_TOPIC or _DOUBT.search(topic.text):
        return None
    match = _WORTH.search(topic.text)
    if match is None:
        return None
    return _contradicts(
        match, one.figure(pair["then"]), one.figure(pair["now"]), f"{topic.text} {one.text}"
    )


def _contradicts(match: re.Match[str], then: Figure, now: Figure, text: str) -> str | None:
    if now.size == then.size:
        return None
    if (then.rough or now.rough) and then.high >= now.low and now.high >= then.low:
        return None
    rose = now.size > then.size
    told = match.groupdict()
    if told.get("up") or told.get("down"):
        way = bool(told.get("up"))
    else:
        up_is_good = more_of_it_is_good(text)
        if up_is_good is None:
            return None
        way = bool(told.get("good") or told.get("good2")) == up_is_good
    if way == rose:
        return None
    word = told.get("way") or told.get("good2") or told.get("bad2")
    return f"From {then.text} to {now.text} is {'up' if rose else 'down'}, not “{word}”."


RULES: tuple[Rule, ...] = (what_moved_went_the_way_it_is_said_to,)
