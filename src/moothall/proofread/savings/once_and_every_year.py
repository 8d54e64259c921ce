"""Once and every year: “a one-off contribution of £75 each year” is one or the other."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, paragraphs

_ONCE = (
    r"(?:one[- ]off|one[- ]time|once[- ]only|non[- ]recurr(?:ing|ent)|single)\s(?:[a-z-]+\s){0,2}?"
    r"(?:contribution|payment|grant|donation|sum|fee|award|gift|charge|cost|saving|allocation|"
    r"subsidy|"
    r"amount|bonus|receipt|levy)s?"
)
_YEARLY = (
    r"(?:(?:each|every|per)\s(?:year|month|annum|quarter|season)|a year|annually|yearly|p\.a\.?|"
    r"every "
    r"\w+ years)"
)
_BOTH = Expression(
    rf"\b(?P<once>{_ONCE})\b(?P<gap>(?:[^.;:£€]|\.(?=\d)){{0,60}}?)(?:[£€]\s?[\d,.]*\d\s?(?:k|m|"
    rf"million)?"
    rf"(?P<more>(?:\s(?!and\b|but\b|then\b|plus\b|with\b|which\b|instead\b|that\b|"
    rf"from\b)[a-z’'-]+){{0,6}}?)\s|\s)"
    rf"(?P<yearly>{_YEARLY})\b",
    re.IGNORECASE,
)
_YEARLY_FIRST = Expression(
    r"\b(?P<yearly>annual|yearly|monthly)\s(?P<once>one[- ]off|once[- ]only|non[- ]recurr(?:ing|"
    r"ent))\s"
    r"(?:contribution|payment|grant|donation|sum|award|cost|saving)s?\b",
    re.IGNORECASE,
)
_GATE = Expression(r"[Oo]ne[- ]off|[Ss]ingle|[Oo]nce|[Oo]ne[- ]time|recurr")
_APART = Expression(
    r"\b(?:and|but|then|plus|with|which|instead|rather|that|than|followed|while|whilst|saves?|"
    r"saving|"
    r"not|to replace|in place|or|worth|equivalent|previously|from|reduc\w+|cut)\b|,",
    re.IGNORECASE,
)


def what_is_paid_once_is_not_paid_every_year(report: Report) -> Iterator[TextFinding]:
    """“A one-off contribution of £75 each year”."""
    for paragraph in paragraphs(report):
        if not _GATE.search(paragraph.text):
            continue
        for one in paragraph.sentences:
            match = _BOTH.search(one.text) or _YEARLY_FIRST.search(one.text)
            if match is None or _APART.search(match.groupdict().get("gap") or ""):
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=around(one.text, match.start(), match.end(), 40),
                message=f"“{match['once'].strip()}” and “{match['yearly']}” are said of one sum.",
                cure="Say whether it is paid once or every year.",
                confidence=Confidence.MEDIUM,
            )


RULES: tuple[Rule, ...] = (what_is_paid_once_is_not_paid_every_year,)
