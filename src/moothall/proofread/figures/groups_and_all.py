"""Groups and all of them: no group's share can be the highest and below that of everybody.

“A majority (55%) were for it.  Support was highest among those over 65 (52%)”: the share of all
lies between the highest and the lowest of the groups.  And what one year brought is no more than
what several years did together.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.running_totals import RULES as RUNNING
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
)

_GAP = r"[^«»;.]{0,90}?"
_HIGHEST = Expression(
    rf"\b(?:highest|greatest|strongest|largest|most|peak\w*|best|top)\b{_GAP}\b(?:among\w*|in|"
    rf"for|from|at|"
    rf"by|with|within|of)\b{_GAP}{mark('p', 'P')}",
    re.IGNORECASE,
)
_LOWEST = Expression(
    rf"\b(?:lowest|smallest|weakest|least|fewest|worst|poorest)\b{_GAP}\b(?:among\w*|in|for|from|"
    rf"at|by|with|"
    rf"within|of)\b{_GAP}{mark('p', 'P')}",
    re.IGNORECASE,
)
_OTHER = Expression(
    r"\b(?:target\w*|last year|previous\w*|rose|fell|increas\w*|decreas\w*|points?|national\w*|"
    r"england|region\w*|than|compared|of (?:which|these|those)|reason|theme|answer|cited)\b",
    re.IGNORECASE,
)
_MOVED = Expression(
    r"\b(?:by|rise of|rose|fell|up|down|increas\w* (?:of|to)|decreas\w* (?:of|to)|target\w*|"
    r"compared|"
    r"nationally|of (?:which|these|those))\b[^«»;,]{0,30}«P|«P\d+»\s(?:points|more|less|higher|"
    r"lower|"
    r"increase|of (?:which|these|those))",
    re.IGNORECASE,
)
_BACK = Expression(
    r"\b(?:support|agree\w*|satisf\w*|take-?up|uptake|attend\w*|approv\w*|opposition|turnout|"
    r"rates?|share|proportion|response|use|sickness|absence|it|this|figure|level|result)\b",
    re.IGNORECASE,
)
_ONE_YEAR = Expression(
    rf"\b(?:annual (?:sum|total|figure|amount)|this year|(?:in|for) the year|last year|in "
    rf"20\d\d(?:/\d\d)?|"
    rf"in the (?:last|past) (?:year|twelve months))\b[^«»;]{{0,60}}?{mark('a', 'M')}",
    re.IGNORECASE,
)
_YEARS = Expression(
    r"\b(?:past|last|previous|over the|in the|all)\s(?:past |last |previous )?(?:«C\d+»|two|"
    r"three|four|"
    r"five|six|seven|eight|nine|ten)\syears\b[^«»;]{0,40}?\b(?:total\w*|altogether|in all|raised|"
    r"sum)\b"
    rf"[^«»;]{{0,30}}?{mark('t', 'M')}",
    re.IGNORECASE,
)
_LATER = Expression(r"\b(?:average|per year|each year|a year|net|less|fell|reduc\w+)\b", re.I)
_CURE = "Correct the share or the sum that is wrong."
_TOLD = quotes_told(*RUNNING)


def no_group_is_highest_and_below_all(report: Report) -> Iterator[TextFinding]:
    """“55% were for it.  Support was highest among the old (52%) and lowest among the young”."""
    for paragraph in paragraphs(report):
        for place, one in enumerate(paragraph.sentences):
            if not one.figures:
                continue
            message = _beyond_the_groups(paragraph, place) or _more_than_all_years(one)
            if message and not told_by(_TOLD, report, paragraph, one):
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _beyond_the_groups(paragraph: Paragraph, place: int) -> str | None:
    one = paragraph.sentences[place]
    high, low = _HIGHEST.search(one.pattern), _LOWEST.search(one.pattern)
    if (high is None and low is None) or _OTHER.search(one.text):
        return None
    every = _share_of_all(paragraph, place)
    if every is None:
        return None
    if high is not None and (top := one.figure(high["p"])).high < every.low:
        return f"The highest share, {top.text}, is below that of all, {every.text}."
    if low is not None and (least := one.figure(low["p"])).low > every.high:
        return f"The lowest share, {least.text}, is above that of all, {every.text}."
    return None


def _share_of_all(paragraph: Paragraph, place: int) -> Figure | None:
    """The one percentage of the sentence before, or of the words before the groups."""
    one = paragraph.sentences[place]
    both = (_HIGHEST.search(one.pattern), _LOWEST.search(one.pattern))
    start = min(match.start() for match in both if match)
    ahead = re.findall(r"«(P\d+)»", one.pattern[:start])
    if len(ahead) == 1 and re.search(r"\b(?:overall|all|in all|average)\b", one.text[:80], re.I):
        return one.figure(ahead[0])
    if ahead or not place:
        return None
    before = paragraph.sentences[place - 1]
    shares = [figure for figure in before.figures if figure.kind is Kind.PERCENT]
    if len(shares) != 1 or shares[0].rough or _MOVED.search(before.pattern):
        return None
    return shares[0] if _BACK.search(one.text[:90]) else None


def _more_than_all_years(one: Sentence) -> str | None:
    year, years = _ONE_YEAR.search(one.pattern), _YEARS.search(one.pattern)
    if year is None or years is None or _LATER.search(one.text.replace("annual", "")):
        return None
    a, t = one.figure(year["a"]), one.figure(years["t"])
    if a.amount.start == t.amount.start or a.low <= t.size:
        return None
    return f"{a.text} in one year is more than the {t.text} of all the years."


RULES: tuple[Rule, ...] = (no_group_is_highest_and_below_all,)
