"""Groups that the report knows: “the six libraries”, “all six libraries”, and once “the seven”.

A group with an article or a possessive before its number is one and the same throughout; a number
that stands once, where another stands again and again, is a slip.  Left alone: groups told apart by
another word, parts of a group, and what was before or will be.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import Passage, around, passages

_N = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|[2-9]|[1-4]\d)"
)
_GROUP = Expression(
    rf"\b(?P<the>the|its|our|all|all the|these|council[’']s|both)\s(?:(?P<n>{_N})\s)?"
    r"(?P<noun>(?!(?:years|months|weeks|days|hours|times|thirds|quarters|others|points|options|"
    r"areas|groups|things|reasons|questions|issues|parts|sides|sets|types|stages|phases|cases|"
    r"members|people|main|first|last|next|other|largest|biggest|smallest|remaining|new|"
    r"additional|further|following|most|best|worst)\b)[a-z]+s)\b(?=[^a-z’']|\s(?:and|are|were|in|of|"
    r"to|have|had|will|on|at|for|with|by|that|which|open|stay|from)\b)",
    re.IGNORECASE,
)
_OTHERWISE = Expression(
    r"\b(?:other|remaining|now|previously|former\w*|before|after|until|originally|increas\w+|"
    r"reduc\w+|clos\w+|open(?:ed|ing)|merg\w+|new|would|if|option|proposed|proposal|first|north\w*|"
    r"south\w*|east\w*|west\w*|neighbouring|each of|of the|out of|in 20\d\d|another|except|part of|"
    r"both)\b",
    re.IGNORECASE,
)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Told:
    number: int
    text: str
    passage: Passage
    start: int
    end: int


def a_group_that_is_known_keeps_its_number(report: Report) -> Iterator[TextFinding]:
    """“The six libraries … all six libraries …”, and once “the seven libraries”."""
    by_noun: defaultdict[str, list[_Told]] = defaultdict(list)
    for passage in passages(report):
        if passage.part == "heading":
            continue
        for match in _GROUP.finditer(passage.text):
            if match["n"] is None:
                continue
            number = NUMBERS_TO_99.get(match["n"].lower()) or int(match["n"])
            by_noun[match["noun"].lower()].append(
                _Told(number, match[0].strip(), passage, match.start(), match.end())
            )
    for told in by_noun.values():
        numbers = {one.number for one in told}
        sides = sorted(([one for one in told if one.number == n] for n in numbers), key=len)
        if len(told) < _FEWEST or len(sides[1:]) != 1:
            continue
        odd, usual = sides
        if len(odd) != 1 or abs(odd[0].number - usual[0].number) > max(1, usual[0].number // 4):
            continue
        one = odd[0]
        about = one.passage.text[max(0, one.start - 70) : one.end + 50]
        if _OTHERWISE.search(about):
            continue
        yield TextFinding(
            place=one.passage.place,
            quote=around(one.passage.text, one.start, one.end),
            message=f"“{one.text}” here; elsewhere “{usual[0].text}” "
            f"({len(usual)} times, first at {usual[0].passage.place}).",
            confidence=Confidence.MEDIUM,
            cure="Correct the number, or say which are meant.",
        )


RULES: tuple[Rule, ...] = (a_group_that_is_known_keeps_its_number,)
