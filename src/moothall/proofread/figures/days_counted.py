"""Days counted and named: “met five times, on 18 July, 17 October, 16 January and 20 March”: four.

What is counted are times, meetings and the like, and the list of days follows in the same sentence,
after a comma and “on”, after “on” alone, or after a colon.  Left alone: several on one day (“six
sessions over two days”), a part of the days (“most lately on”, “including”), so many each, and a
list that goes on to say more of the number.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import finding_on, paragraphs

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?\d{1,2}(?:st|nd|rd|th)?"
    rf"(?:\s(?:of\s)?{_MONTH}(?:,?\s(?:19|20)\d\d)?)?"
)
_DAYS = rf"(?P<days>{_DAY}(?:(?:,|,?\sand)\s(?:on\s)?{_DAY}){{1,12}})"
_COUNTED = Expression(
    r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])\s"
    r"(?P<things>times|occasions|(?:[a-z]+\s){0,3}?(?:meetings|workshops|events|sessions|hearings|visits|"
    r"briefings|drop-ins|exhibitions|inspections|roadshows|dates))\b"
    rf"(?P<between>[^.:;()\d]{{0,60}}?)(?:,?\son\s|:\s){_DAYS}(?P<after>[^.;]{{0,60}})",
    re.IGNORECASE,
)
_A_DAY = Expression(
    rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?(?=\s(?:of\s)?{_MONTH}|,|\sand\s)", re.IGNORECASE
)
_NOT_ALL = Expression(
    r"\b(?:includ\w+|such as|for example|among\w*|latest|lately|last|recently|next|first|remaining|"
    r"other|further|additional|some|over|more than|at least|up to|each|every|both|days?|per|"
    r"between|of which|two of|three of|one of|starting|beginning|again|also|another|only)\b",
    re.IGNORECASE,
)
_SAID_OF_THEM = Expression(
    r"^\W*(?:two|three|four|one|twice|each|both|respectively|with\s\w+\s(?:on|in|at)\b|in the|"
    r"morning|(?:at|from)\s\d)",
    re.IGNORECASE,
)
_CURE = "Correct the number, or complete the days."


def as_many_days_are_named_as_are_counted(report: Report) -> Iterator[TextFinding]:
    """“Four public meetings were held, on 3 May, 10 May and 17 May” names three days."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            text = one.text
            if " and " not in text or len(text) > _LONGEST or not _A_DAY.search(text):
                continue
            match = _COUNTED.search(text)
            if match is None or _SAID_OF_THEM.match(match["after"]):
                continue
            around = text[max(0, match.start() - 30) : match.start("days")]
            if _NOT_ALL.search(around) or re.match(r"\W*\d|,\s*and\b", match["after"]):
                continue
            said = NUMBERS_TO_99.get(match["number"].lower()) or int(match["number"])
            named = len(_A_DAY.findall(match["days"]))
            if named == said or abs(named - said) > _MOST_APART:
                continue
            yield finding_on(
                paragraph,
                one,
                f"The text says {match['number']} {match['things']}; {named} days are named.",
                _CURE,
                Confidence.MEDIUM,
            )


_LONGEST = 500
_MOST_APART = 2

RULES: tuple[Rule, ...] = (as_many_days_are_named_as_are_counted,)
