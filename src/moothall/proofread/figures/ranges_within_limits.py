"""Ranges that are said to stay on one side of a limit: “always below 10%, between 9% and 11%”.

Left alone: limits and ranges of different kinds, and what only mostly kept to the limit.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import each_sentence, finding_on, mark

_KEPT = r"(?:always|consistently|throughout|all (?:year|month|along)|never|at all times|every)"
_STAYED = r"(?:stay(?:ed|s)|remain(?:ed|s)|kept|keeps|has been|have been|was|were|is|are|stood)"
_SIDE = (
    r"(?:(?P<under>below|under|beneath|less than|lower than|at or below|no more than)|"
    r"(?P<over>above|over|more than|higher than|at or above|no less than|at least))"
)
_RANGE = (
    rf"(?:rang(?:ing|ed|es)(?: from)?|var(?:y|ying|ied) (?:from|between)|between|from|"
    rf"moving between)\s{mark('a', 'MCP')}(?:\s[a-z]+)?\s(?:and|to)\s{mark('b', 'MCP')}"
)
_LIMIT_FIRST = Expression(
    rf"\b{_STAYED}\s(?:[a-z]+\s){{0,3}}?{_SIDE}\s(?:(?:the|our|its|a|an)\s)?(?:[a-z-]+\s){{0,3}}?"
    rf"{mark('limit', 'MCP')}[^«»;.]{{0,80}}?{_RANGE}",
    re.IGNORECASE,
)
_RANGE_FIRST = Expression(
    rf"\b{_RANGE}[^«»;.]{{0,60}}?\b(?:and |so |which )?(?:{_STAYED}|always|never)\s"
    rf"(?:[a-z]+\s){{0,3}}?{_SIDE}\s(?:(?:the|our|its|a|an)\s)?(?:[a-z-]+\s){{0,3}}?"
    rf"{mark('limit', 'MCP')}",
    re.IGNORECASE,
)
_MOSTLY = Expression(
    r"\b(?:mostly|mainly|generally|usually|largely|on average|not|except|apart from|but|until|"
    r"target range|compared)\b",
    re.IGNORECASE,
)
_ALL_ALONG = Expression(rf"\b{_KEPT}\b", re.IGNORECASE)


def a_range_stays_on_its_side_of_the_limit(report: Report) -> Iterator[TextFinding]:
    """“Consistently below the 10.5% target, ranging between 9.3% and 10.9%.”"""
    for paragraph, one in each_sentence(report, 3):
        match = _LIMIT_FIRST.search(one.pattern) or _RANGE_FIRST.search(one.pattern)
        if match is None or _MOSTLY.search(one.text) or not _ALL_ALONG.search(one.text):
            continue
        limit, *ends = (one.figure(match[name]) for name in ("limit", "a", "b"))
        if {end.kind for end in ends} != {limit.kind}:
            continue
        beyond = [
            end
            for end in ends
            if (end.low > limit.size if match["under"] else end.high < limit.size)
        ]
        if len(beyond) == 1:
            way = "above" if match["under"] else "below"
            yield finding_on(
                paragraph,
                one,
                f"{beyond[0].text} is {way} {limit.text}.",
                "Correct the range, the limit or the word.",
                Confidence.MEDIUM,
            )


RULES: tuple[Rule, ...] = (a_range_stays_on_its_side_of_the_limit,)
