"""The day on which a year of two numbers begins or ends: 2027/28 ends on 31 March 2028.

A financial year runs from 1 April to 31 March, an academic one from September to July or August;
which is meant follows from the day itself.  “The close of 2027/28, on 31 March 2027” is a year out.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.dates.quarters_and_terms import RULES as QUARTERS
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_KIND = r"(?:financial|municipal|council|tax|accounting|academic|school|budget)"
_YEAR = (
    rf"(?:the\s)?(?:{_KIND}\syear\s)?(?P<first>20\d\d)\s?[/–-]\s?(?:20)?(?P<second>\d\d)(?!\d)"
    rf"(?:\s{_KIND})?(?:\s(?:year|cycle|season))?"
)
_THAT_IS = (
    r"(?:\s?[,(–-]\s?|\s)(?:(?:that is|which is|being|i\.e\.|namely|or),?\s)?"
    r"(?:(?:up\s)?(?:to|on|from|until|by)\s)?(?:the\s)?"
)
_BEGINS = Expression(
    rf"\b(?:start|beginning|commencement|opening|outset|first day)\sof\s{_YEAR}{_THAT_IS}"
    r"(?P<day>1\s(?:april|september))\s(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_ENDS = Expression(
    rf"\b(?:end|close|finish|last day|conclusion|expiry)\sof\s{_YEAR}{_THAT_IS}"
    r"(?P<day>31\s(?:march|july|august))\s(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_DAY_FIRST = Expression(
    r"\b(?P<day>31\smarch|31\saugust|1\sapril|1\sseptember)\s(?P<year>20\d\d)"
    rf"(?:,\s|\s\(|,\swhich\sis\s|\s–\s)(?:the\s)?(?P<which>start|beginning|first day|end|close|"
    rf"last day)\sof\s{_YEAR}",
    re.IGNORECASE,
)


def a_year_of_two_numbers_has_its_own_days(report: Report) -> Iterator[TextFinding]:
    """“The start of the 2026/27 academic year, that is from 1 September 2027”: it is in 2026."""
    for passage in passages(report):
        if not passage.has("31 ", "1 april", "1 september"):
            continue
        for pattern in (_BEGINS, _ENDS, _DAY_FIRST):
            for match in pattern.finditer(passage.text):
                first, year = int(match["first"]), int(match["year"])
                if int(match["second"]) != (first + 1) % 100:
                    continue
                begins = match["day"].startswith("1 ")
                true = first if begins else first + 1
                if year == true:
                    continue
                if any(found.place == passage.place for rule in QUARTERS for found in rule(report)):
                    continue
                label = f"{first}/{match['second']}"
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end(), 60),
                    message=f"{label} {'begins' if begins else 'ends'} on {match['day']} {true}, "
                    f"not {year}.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the year or the day.",
                )


RULES: tuple[Rule, ...] = (a_year_of_two_numbers_has_its_own_days,)
