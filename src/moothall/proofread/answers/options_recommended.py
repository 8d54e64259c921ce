"""The option that is recommended is not the one that the text rejects.

By its label (“approve Option 3”, and “Option 3, which we do not recommend”), or by its words
(“agree to transfer the crew to the harbour office”, and “the transfer of the crew to the harbour
office was considered and is not recommended”).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import sentences
from moothall.proofread.reading.thesaurus import root

_OPTION = r"(?i:option|model|scenario|site|tender|bid|proposal)\s(?P<label>\d{1,2}[a-z]?|[A-Z])\b"
_CHOSEN = Expression(
    r"\b(?i:approves?|agrees?|adopts?|endorses?|supports?|proceeds? with|implements?|"
    r"recommends?(?: that)?|recommended(?: option)? is|preferred option(?: is|,)|take forward|"
    r"selects?|"
    rf"pursues?)\s(?:[a-z’-]+\s){{0,4}}?{_OPTION}(?!\s(?:is|was|not|and not))"
)
_REJECTED = (
    r"(?:(?:is|are|was|were|has been|have been) (?:therefore |also |considered (?:and|"
    r"but) (?:is |was )?)?"
    r"(?:not (?:being |considered |therefore )?(?:recommended|recommend|supported|preferred|"
    r"taken forward|"
    r"progressed|viable|pursued|proposed|favoured|feasible|affordable)|rejected|discounted|"
    r"dismissed|"
    r"ruled out)|(?:which )?(?:we|officers) (?:do|did|would) not (?:recommend|support|propose))\b"
)
_OPTION_REJECTED = Expression(
    rf"\b{_OPTION}(?:\s\([^()]*\))?(?:\s?[,:–-]\s?|\s)(?:[a-z][^.;]{{0,60}}?\s)??{_REJECTED}|"
    rf"\b(?i:do not recommend|not recommended to (?:pursue|adopt|approve)|reject(?:ed)?|"
    rf"discount(?:ed)?|"
    rf"ruled out)\s(?:[a-z]+\s){{0,2}}?(?i:option)\s(?P<other>\d{{1,2}}[a-z]?|[A-Z])\b"
)
_REJECTS = Expression(rf"^(?P<what>.{{12,220}}?)[,\s]{{1,2}}{_REJECTED}", re.IGNORECASE)
_ASKS = Expression(r"\b(?:asked to|recommended (?:to|that)|requested to|invited to)\b", re.I)
_SECTION = Expression(r"\brecommendations?\b", re.IGNORECASE)
_IF = Expression(
    r"\b(?:if|unless|should|would have|would be|previous(?:ly)?|in (?:19|20)\d\d|last year|"
    r"committee|"
    r"respondents|consultees|amendment|petition\w*|residents|rather than|instead of|"
    r"alternative\w*)\b",
    re.IGNORECASE,
)
_DULL = Expression(
    r"(?:approv|agree|option|propos|recommend|council|cabinet|committee|report|that$|this$|with$|"
    r"from$|"
    r"into$|have$|been$|consider|possib|alternative|authorit|delegat|member|decision|also$|"
    r"statutory|"
    r"function|includ|service|executive|board)"
)
_FEWEST = 5
_MOST_OF_IT = 0.8
_CURE = "Correct the recommendation or the text."


@dataclass(frozen=True, slots=True)
class _Chosen:
    words: str
    place: Place
    order: int


def what_is_recommended_is_not_rejected(report: Report) -> Iterator[TextFinding]:
    """“Approve Option 3”, and “Option 3, which we do not recommend”."""
    if are_minutes(report):
        return
    texts = passages(report)
    asked = _recommendations(texts)
    chosen: dict[str, _Chosen] = {}
    for passage in asked:
        for match in _CHOSEN.finditer(passage.text):
            words = around(passage.text, match.start(), match.end(), 30, after=60)
            chosen.setdefault(match["label"], _Chosen(words, passage.place, passage.order))
    recommended = [(passage, _content(passage.text)) for passage in asked]
    for passage in texts:
        if passage in asked or not passage.has(
            "not recommend",
            "reject",
            "discount",
            "dismiss",
            "ruled out",
            "not taken",
            "not support",
        ):
            continue
        for sentence in sentences(passage.text):
            found = _rejected_label(sentence, chosen) or _rejected_words(sentence, recommended)
            if found is None or passage.order == found.order:
                continue
            yield TextFinding(
                place=found.place,
                quote=found.words,
                message=f"“{shortened(found.words, 90)}” is recommended; the text says "
                f"“{shortened(sentence, 120)}” ({passage.place}).",
                confidence=Confidence.MEDIUM,
                cure=_CURE,
            )
            return


def _recommendations(texts: tuple[Passage, ...]) -> list[Passage]:
    """What a body is asked: under such a heading, in such a sentence, or in the list after it."""
    found: list[Passage] = []
    left = 0
    for passage in texts:
        if passage.heading or _NUMBERED.match(passage.text):
            left = 0
        asks = passage.has(" to") and _ASKS.search(passage.text) is not None
        under = _SECTION.search(passage.place.section) is not None
        if not passage.heading and (asks or left or (under and passage.has(*_VERBS))):
            found.append(passage)
        left = _LONGEST_LIST if asks and passage.text.rstrip().endswith(":") else max(0, left - 1)
    return found


_VERBS = ("approve", "agree", "adopt", "endorse", "support", "proceed", "recommend", "that ")
_NUMBERED = Expression(r"^\d{1,2}\.(?:\d|\s[A-Z][a-z]+$|\s[A-Z ]+$)")
_LONGEST_LIST = 10


def _rejected_label(sentence: str, chosen: dict[str, _Chosen]) -> _Chosen | None:
    if not chosen:
        return None
    match = _OPTION_REJECTED.search(sentence)
    if match is None or _IF.search(sentence[match.start() : match.end() + 40]):
        return None
    return chosen.get(match["label"] or match["other"])


def _content(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z]{4,}", text.casefold())
    return frozenset(root(word) for word in words if not _DULL.match(word))


def _rejected_words(
    sentence: str, recommended: list[tuple[Passage, frozenset[str]]]
) -> _Chosen | None:
    """The recommendation that has nearly all the words of what the sentence rejects."""
    match = _REJECTS.match(sentence)
    if match is None or _IF.search(match[0]):
        return None
    what = _content(match["what"])
    if len(what) < _FEWEST:
        return None
    for passage, words in recommended:
        if len(what & words) >= _MOST_OF_IT * len(what):
            return _Chosen(passage.text[:160], passage.place, passage.order)
    return None


RULES: tuple[Rule, ...] = (what_is_recommended_is_not_rejected,)
