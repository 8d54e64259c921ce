"""Tenses against the words for time beside them: “last month the Panel will”, “next year we spent”.

Left alone: what was said then of a time to come (“last month it was agreed that we will …”), and
what is told of the next meeting in an account of past ones.
"""

from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import passages, sentences

_SPAN = r"(?:year|month|week|quarter|spring|summer|autumn|winter|term)"
_PAST_TIME = Expression(
    rf"^\W*(?:Last {_SPAN}|At (?:the|its|our) (?:last|previous) meeting|(?:A|Two|Three|Some) "
    r"(?:weeks?|months?|years?) ago)\b(?:,? (?:in|on) [^,;]{3,25})?,?\s"
    r"(?P<subject>(?:(?!that\b|which\b|was\b|were\b|had\b|did\b|agreed\b|said\b|[a-z]+ed\b)"
    r"[\w’'-]+\s){1,6}?)will\b(?! have\b)"
)
_FUTURE_TIME = Expression(
    rf"^\W*(?:Next {_SPAN}|In the coming (?:year|months?|weeks?|quarter))\b,?\s"
    r"(?P<subject>(?:(?!will\b|would\b|is\b|are\b|should\b|must\b|can\b|may\b|’s\b)[\w’'-]+\s){1,5}?)"
    r"(?:(?:has|have|had)\s(?:[a-z]+ly\s)?[a-z]+ed\b(?! to)|spent|was\s[a-z]+ed|were\s[a-z]+ed|"
    r"considered|agreed|received|completed|opened|closed|reviewed|saved|cost\b(?= us| the)|took|"
    r"made|held|met\b)"
)
_BY_A_TIME_TO_COME = Expression(
    rf"\b(?:was|were|has been|have been)\s(?P<done>[a-z]+ed|built|let|sold|opened)\s(?:by|in|"
    rf"before)\s(?:the\s(?:end|start) of\s)?next {_SPAN}\b"
)
_EXPECTED = Expression(
    r"\b(?:to be|due|would|will|should|could|target|until|if|planned|agreed|scheduled|"
    r"deferred|postponed|moved|delayed|invited|asked|told|said|expected to|adjourned)\b"
)


def a_tense_is_that_of_its_time(report: Report) -> Iterator[TextFinding]:
    """“Last month, in May 2026, the Panel will consider the report.”"""
    for passage in passages(report):
        if not any(word in passage.text for word in ("ast ", "ext ", "revious", "ago", "coming")):
            continue
        for sentence in sentences(passage.text):
            message = _wrong(sentence)
            if message is not None:
                yield TextFinding(
                    place=passage.place,
                    quote=sentence,
                    message=message,
                    confidence=Confidence.MEDIUM,
                    cure="Correct the tense, or the time.",
                )


def _wrong(sentence: str) -> str | None:
    if match := _PAST_TIME.search(sentence):
        return f"“{match[0].strip()}”: what is past is told as to come."
    if match := _FUTURE_TIME.search(sentence):
        return f"“{match[0].strip()}”: what is to come is told as past."
    match = _BY_A_TIME_TO_COME.search(sentence)
    if match and (match["done"] not in _ASKED and not _EXPECTED.search(sentence[: match.start()])):
        return f"“{match[0].strip()}”: what is to come is told as past."
    return None


_ASKED = frozenset(
    {"expected", "planned", "needed", "required", "deferred", "promised", "requested"}
)

RULES: tuple[Rule, ...] = (a_tense_is_that_of_its_time,)
