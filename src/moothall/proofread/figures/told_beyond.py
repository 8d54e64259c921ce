"""Which of two figures is said to be the greater: “our rate of 41% is better than the average of
44%”; “above the average (78.5% compared with 79.6%)”.

What is higher, or lower, than the other, in orders of words that leave no doubt which is which.
Better and worse are read only of what everybody wants more of, or less.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.changes import (
    a_comparison_agrees_with_its_figures,
    a_direction_agrees_with_its_figures,
)
from moothall.proofread.figures.measures import more_of_it_is_good
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Sentence,
    each_sentence,
    finding_on,
    mark,
)

_OVER = (
    r"above|higher than|greater than|more than|in excess of|larger than|(?<!not )exceed(?:s|ed|"
    r"ing)|"
    r"outstrip(?:s|ped|ping)|surpass(?:es|ed|ing)|ahead of"
)
_UNDER = (
    r"below|lower than|less than|fewer than|smaller than|behind|(?:falls|fell) short of|"
    r"trail(?:s|ed|ing)"
)
_BETTER = (
    r"better than|worse than|compar(?:es?|ed|ing) (?:well|poorly|badly|(?:un)?favourably) "
    r"(?:with|to)|"
    r"outperform(?:s|ed|ing)|underperform(?:s|ed|ing)(?: against)?"
)
_WAY = rf"(?:(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<good>{_BETTER}))"
_REF = Expression(
    r"\b(?:national(?:ly)?|regional(?:ly)?|county|england|english|sector|average|mean|median|"
    r"comparator|"
    r"statistical|neighbours?|nearest|benchmark|elsewhere|country|rest of|london|midlands|north|"
    r"south|east|west|other (?:councils|authorities|districts|counties)|family group|peers?|"
    r"planned|budgeted|maximum|minimum|limit|ceiling|threshold|cap|permitted|allowed)\b",
    re.IGNORECASE,
)
_HOW = (
    r"(?:(?:slightly|well|just|far|much|significantly|still|now|considerably|also|"
    r"marginally)\s){0,2}"
)
_IS = r"(?:is|was|are|were|remains|remained|stands|stood|being)"
_TO = r"(?:compared (?:with|to)|against|versus|v\.?|as against)"
_FORMS = (
    # above the national average (78.5% compared with 79.6%)
    Expression(
        rf"\b{_WAY}\s(?:the\s|its\s|our\s|that of the\s|that of\s)?[^«»;.()]{{2,60}}?\s?"
        rf"(?:\(|,\s|:\s|–\s|at\s){mark('v')}[^«»;.()]{{0,40}}?\s(?:,\s)?{_TO}\s[^«»;.()]{{0,40}}?"
        rf"{mark('a')}",
        re.IGNORECASE,
    ),
    # our rate of 41% is better than the regional average of 44%; 71%, which exceeds …
    Expression(
        rf"{mark('v')}(?:\sper\s[\d,]+)?\)?(?P<mid>[^«»;.()]{{0,40}}?),?\s(?:which\s|and\s|"
        rf"that\s|so\s|this\s)?"
        rf"(?:{_IS}\s)?{_HOW}{_WAY}\s(?:that of\s|those of\s|the\s|its\s|our\s){{0,3}}"
        rf"(?P<what>[^«»;.()]{{0,60}}?)[\s(]{mark('a')}",
        re.IGNORECASE,
    ),
    # compared with the England average of 79.6%, our rate is higher at 78.5%
    Expression(
        rf"\b{_TO}\s(?P<what>[^«»;.()]{{2,60}}?)[\s(]{mark('a')}\)?,?\s[^«»;.()]{{2,60}}?\s{_IS}\s{_HOW}"
        rf"(?:(?P<over>higher|greater|more)|(?P<under>lower|less|fewer)|(?P<good>better|"
        rf"worse))\s?(?:,\s|at\s|\(|with\s)"
        rf"{mark('v')}",
        re.IGNORECASE,
    ),
    # 14%, against 11% in the sector, so lower than elsewhere
    Expression(
        rf"{mark('v')}[^«»;.()]{{0,30}}?[,\s(]{{1,2}}{_TO}\s[^«»;.()]{{0,40}}?{mark('a')}[^«»;.()]{{0,40}}?\)?,?\s"
        rf"(?:so\s|which is\s|and (?:so|is)\s|making it\s|and therefore\s){_HOW}"
        r"(?:(?P<over>higher|above)|(?P<under>lower|below)|(?P<good>better|worse))\s(?:than\s)?",
        re.IGNORECASE,
    ),
    # at 61%, fewer children are ready than the national average of 58%
    Expression(
        rf"^\W*at\s{mark('v')},\s(?:[a-z]+\s){{0,3}}?(?:(?P<over>more)|(?P<under>fewer|less)|"
        rf"(?P<good>better|worse))\s[^«»;.()]{{3,50}}?\sthan\s(?:in\s|at\s)?(?:the\s)?"
        rf"[^«»;.()]{{2,50}}?[\s(]{mark('a')}",
        re.IGNORECASE,
    ),
)
_BOTH_IN_BRACKETS = Expression(
    r"\b(?:(?P<over>more|higher|larger|greater|longer)|(?P<under>fewer|less|lower|smaller|shorter))"
    rf"\b[^«»;.()]{{0,70}}?\({mark('v')}\)[^«»;.()]{{0,20}}?\bthan\s[^«»;.()]{{0,40}}?\({mark('a')}\)",
    re.IGNORECASE,
)
"""“Lower in the second half of the year (318) than in the first (291)”: of whatever they are."""
_GATE = Expression(
    rf"\b(?:{_OVER}|{_UNDER}|{_BETTER}|better|worse|higher|lower|more|fewer|{_TO})\b", re.IGNORECASE
)
_NOT_TWO = Expression(
    r"\b(?:by|than|from|target|if|would|should|increas\w+|rise|rose|fell|fall|points?|per annum|"
    r"last year|previous|but|although|neither|nor|not|no|change|growth|when|where|while)\b",
    re.IGNORECASE,
)
_BY = Expression(
    r"\b(?:increase|rise|growth|fall|reduction|drop|change|gap|decrease|difference)s?\sof\s$|"
    r"\bby\s$|"
    r"\b(?:over|under|about)\s$",
    re.IGNORECASE,
)
_OTHERS = quotes_told(a_comparison_agrees_with_its_figures, a_direction_agrees_with_its_figures)
_MOST = 4


def what_is_told_beyond_another_is_so(report: Report) -> Iterator[TextFinding]:
    """“Above the national average (78.5% compared with 79.6%)” is below it."""
    for paragraph, one in each_sentence(report, 2):
        if len(one.figures) > _MOST or not _GATE.search(one.pattern):
            continue
        message = next(filter(None, (_misfit(one, form) for form in _FORMS)), None)
        if message and not told_by(_OTHERS, report, paragraph, one):
            cure = "Correct the word or the figures."
            yield finding_on(paragraph, one, message, cure, Confidence.MEDIUM)


def _misfit(one: Sentence, form: Expression) -> str | None:
    match = _BOTH_IN_BRACKETS.search(one.pattern) or form.search(one.pattern)
    if match is None or _BY.search(one.pattern[: match.start()]):
        return None
    v, a = one.figure(match["v"]), one.figure(match["a"])
    if v.kind is not a.kind or v.rough or a.rough or v.size == a.size or v.kind is Kind.POINTS:
        return None
    named = match.re is _BOTH_IN_BRACKETS.compiled or _REF.search(match[0])
    if not named and not _REF.search(one.pattern[match.end() :][:40]):
        return None
    between = match.groupdict().get("what") or ""
    if _NOT_TWO.search(between) or _NOT_TWO.search(match.groupdict().get("mid") or ""):
        return None
    over = _is_over(match, one.pattern)
    if over is None or (v.size > a.size) == over:
        return None
    word = match["over"] or match["under"] or match["good"]
    return f"{v.text} is {_than(v, a)} {a.text}; the text says “{word.lower()}”."


def _than(v: Figure, a: Figure) -> str:
    return "more than" if v.size > a.size else "less than"


def _is_over(match: re.Match[str], text: str) -> bool | None:
    """Whether the words say that the first is the greater."""
    if match.groupdict().get("good") is None:
        return match["over"] is not None
    more_is_good = more_of_it_is_good(text)
    if more_is_good is None:
        return None
    return bool(_PRAISES.search(match["good"])) == more_is_good


_PRAISES = Expression(r"^(?:better|outperform)|\b(?:well|favourably)\b", re.IGNORECASE)


RULES: tuple[Rule, ...] = (what_is_told_beyond_another_is_so,)
