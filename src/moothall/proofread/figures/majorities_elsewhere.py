"""A majority told in one place, and a share of the same people that says the contrary in another.

“Most children in care live in the county”, and “60% of children in care live outside the county”.
The two predicates must exclude each other: in a place and outside it, for and against, and so on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, Sentence, finding_on, mark, paragraphs
from moothall.proofread.reading.thesaurus import root

_MOST = Expression(
    r"(?:^\W*(?:[\d.]+\s)?|[.;:,]\s|\bthat\s|\b(?:a|the)\s)(?:(?:vast|large|great|overwhelming|clear)\s)?"
    r"(?:majority of|most(?: of)?)\s(?:the\s|our\s|all\s|these\s)?"
    r"(?P<group>[a-z][a-z’ -]{3,50}?)\s(?P<predicate>(?:are|were|live|lived|is|was|remain|"
    r"support\w*|"
    r"oppos\w+|agree\w*|disagree\w*|prefer\w*|favour\w*|rent|own|work|felt|feel|want\w*|travel)\b"
    r"[^.;«»]{2,80})",
    re.IGNORECASE,
)
_SHARE = Expression(
    rf"{mark('p', 'P')}\sof\s(?:the\s|our\s|all\s)?(?P<group>[A-Za-z][A-Za-z’ -]{{3,60}}?)\s"
    r"(?P<predicate>(?:are|were|live|lived|is|was|remain|had been|have been|support\w*|oppos\w+|"
    r"agree\w*|disagree\w*|prefer\w*|favour\w*|rent|own|work|felt|feel|want\w*|travel)\b"
    r"[^.;«»]{2,80})",
    re.IGNORECASE,
)
_OPPOSITES = tuple(
    (Expression(rf"\b(?:{one})\b", re.IGNORECASE), Expression(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (r"in favour|support(?:ed|s|ive)?|for it", r"against|oppos(?:e|ed|es)|not in favour"),
        (r"(?<!dis)agree[ds]?", r"disagree[ds]?|not agree"),
        (r"(?<!dis)satisfied|happy", r"dissatisfied|unhappy|not satisfied"),
        (r"employed|in work", r"unemployed|out of work|not in work"),
        (r"rent(?:ed|ing)?", r"own(?:ed|ing)? (?:their|a|by)"),
        (r"men|male|boys", r"women|female|girls"),
        (r"urban", r"rural"),
        (r"full[- ]time", r"part[- ]time"),
    )
)
_INSIDE = Expression(r"\b(?:in|within|inside)\s(?:the\s)?(?P<place>[A-Z][a-z]+|county|borough|city|"
                     r"district|parish|village)\b")  # fmt: skip
_OUTSIDE = Expression(
    r"\boutside(?:\sof)?\s(?:the\s)?(?P<place>[A-Z][a-z]+|county|borough|city|district|parish|"
    r"village)\b"
)
_PARTS_ONLY = Expression(
    r"\b(?:who|which|that|aged|under|over|new|other|referred|national\w*|england)\b", re.IGNORECASE
)
_ANOTHER_TIME = Expression(
    r"\b(?:who|which|aged|last year|previous\w*|in (?:19|20)\d\d|national\w*|england)\b", re.I
)


@dataclass(frozen=True, slots=True)
class _Told:
    paragraph: Paragraph
    one: Sentence
    group: frozenset[str]
    predicate: str
    whose: str


def a_majority_is_not_denied_by_a_share(report: Report) -> Iterator[TextFinding]:
    """“Most children in care are in the county”, and 60% of them are outside it."""
    most: list[_Told] = []
    shares: list[tuple[_Told, str]] = []
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if "ajority of" in one.text or "most " in one.text.casefold():
                match = _MOST.search(one.text)
                if match is not None:
                    most.append(_told(paragraph, one, match))
            for share in _SHARE.finditer(one.pattern) if "»" in one.pattern else ():
                p = one.figure(share["p"])
                if p.low > 50:
                    shares.append((_told(paragraph, one, share), p.text))
    for told in most:
        for other, text in shares:
            if other.one is told.one or not _one_group(told, other):
                continue
            if not _exclude(told.predicate, other.predicate):
                continue
            quote = f"“{shortened(other.one.text, 110)}” ({other.paragraph.place})"
            yield finding_on(
                told.paragraph,
                told.one,
                f"A majority is told here, but {text} is told of the contrary: {quote}.",
                "Correct the word or the share.",
                Confidence.MEDIUM,
            )
            break


def _told(paragraph: Paragraph, one: Sentence, match: re.Match[str]) -> _Told:
    words = re.findall(r"[a-z]{4,}", match["group"].casefold())
    group = frozenset(root(word) for word in words if word not in ("people", "those", "looked"))
    return _Told(paragraph, one, group, match["predicate"], match["group"])


def _one_group(one: _Told, other: _Told) -> bool:
    """Whether both speak of one group: their words shared, and none of them a part of it only."""
    for told in (one, other):
        if _PARTS_ONLY.search(told.whose) or _ANOTHER_TIME.search(told.predicate):
            return False
    return bool(one.group & other.group)


def _exclude(one: str, other: str) -> bool:
    for a, b in ((one, other), (other, one)):
        inside, outside = _INSIDE.search(a), _OUTSIDE.search(b)
        if inside and outside and inside["place"].casefold() == outside["place"].casefold():
            return True
        for left, right in _OPPOSITES:
            if left.search(a) and right.search(b) and not right.search(a) and not left.search(b):
                return True
    return False


RULES: tuple[Rule, ...] = (a_majority_is_not_denied_by_a_share,)
