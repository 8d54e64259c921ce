"""Percentage points told as per cent: from 40% to 44% is a rise of 4 points, or of 10%.

A change is told by a noun or a verb of moving; the two levels stand on either side of "from … to",
"up from", "compared with" and the like.  Nothing is said where the change is told of another thing.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import HUNDRED, Figure, Sentence, each_sentence, finding_on
from moothall.proofread.reading.passages import per_cent as shown

_NOUN = (
    r"(?:increase|rise|growth|improvement|gain|decrease|fall|drop|decline|reduction|dip|jump|"
    r"deterioration)"
)
_VERB = (
    r"(?:increas(?:ed|es|ing)|ros[e]|rises|risen|grew|grown|grows|improved|improves|gained|climbed|"
    r"jumped|decreased|decreases|fell|fallen|falls|dropped|drops|declined|declines|reduced|"
    r"(?:went|gone|goes|is|was|were|are)\s(?:up|down)|up|down|worsened|slipped|dipped)"
)
_CHANGE_BEFORE = Expression(
    rf"(?:\b{_NOUN}\s(?:of|by)|\b(?:{_VERB}|{_NOUN})(?:\sby)?)\s(?:just\s|only\s)?$", re.IGNORECASE
)
_CHANGE_AFTER = Expression(
    rf"^\s(?:{_NOUN}\b|(?:higher|lower|more|less|better|worse|up|down)\b)", re.IGNORECASE
)
_ONE_THING = Expression(
    rf"^[\s,(–-]*(?:{_NOUN}\s?)?(?:in\s(?!(?:the\s)?(?:year|quarter|month|number))"
    r"[a-z -]{2,40}?)?[\s,(–-]*from\s(?:the\s)?$",
    re.IGNORECASE,
)
"""What may stand between a change and the "from" of the levels that it is the change of."""
_OTHER_THING = Expression(
    r"\b(?:as|because|while|whilst|whereas|took|tak(?:es|ing)|brought|meant|led|although|"
    r"respectively|target|relative)\b",
    re.IGNORECASE,
)
_COMPARED = Expression(
    r"\b(?:from|than|compared|against|last|previous(?:ly)?|was|earlier|before|20\d\d|on the|"
    r"and)\b|\((?:20\d\d|was)",
    re.IGNORECASE,
)
_MARK = Expression(r"«([A-Z]\d+)»")


def a_change_between_percentages_is_told_in_points(report: Report) -> Iterator[TextFinding]:
    """“From 40% to 44%, a rise of 4%”: 4 percentage points, or 10%."""
    for paragraph, one in each_sentence(report, 3):
        marks = list(_MARK.finditer(one.pattern))
        if len(marks) != 3 or any(figure.kind is not Kind.PERCENT for figure in one.figures):
            continue
        if _OTHER_THING.search(one.pattern):
            continue
        for at, match in enumerate(marks):
            levels = [m for m in marks if m is not match]
            if not _is_change(one, match) or any(_is_change(one, m) for m in levels):
                continue
            a, b = (one.figure(m[1]) for m in levels)
            former, later = _in_time(one, levels, a, b)
            d = one.figure(match[1])
            if _is_of_the_levels(one, marks, at) and _is_the_gap(d, former, later):
                got = abs(later.size - former.size) / former.size * HUNDRED
                yield finding_on(
                    paragraph,
                    one,
                    f"From {former.text} to {later.text} is {d.size:f} percentage points, or "
                    f"{shown(got)}, not {d.text}.",
                    "Write “percentage points”.",
                    Confidence.MEDIUM,
                )
            break


def _is_change(one: Sentence, match: re.Match[str]) -> bool:
    after = one.pattern[match.end() : match.end() + 24]
    if re.match(r"\sof\b", after):
        return False  # a share of something
    before = one.pattern[max(0, match.start() - 40) : match.start()]
    return bool(_CHANGE_BEFORE.search(before) or _CHANGE_AFTER.match(after))


def _is_of_the_levels(one: Sentence, marks: list[re.Match[str]], at: int) -> bool:
    """Whether the change is that of the two levels, by where it stands among the three."""
    gaps = [one.pattern[x.end() : y.start()] for x, y in pairwise(marks)]
    if at == 0:
        far = re.fullmatch(r"[^«»]{0,30}\bto\s", gaps[1]) is not None
        return far and _ONE_THING.match(gaps[0]) is not None
    if at == 1:
        return bool(
            re.search(rf"\b(?:{_NOUN}\s(?:on|from)|higher than|lower than|better than)\b", gaps[1])
        )
    apart = len(gaps[1]) < 60 and re.search(r"[,;:(–-]|\bwhich is\b|\band\b", gaps[1])
    return bool(apart and (_COMPARED.search(gaps[0]) or re.search(r"\bto\s$", gaps[0])))


def _is_the_gap(d: Figure, former: Figure, later: Figure) -> bool:
    """Whether the change is the difference of the levels, and not in proportion to them."""
    if not former.size or abs(later.size - former.size) != d.size or d.rough:
        return False
    step = max(figure.amount.step for figure in (former, later, d))
    return abs(d.size / former.size * HUNDRED - d.size) > step


def _in_time(
    one: Sentence, levels: list[re.Match[str]], a: Figure, b: Figure
) -> tuple[Figure, Figure]:
    """The level before and the level after."""
    between = one.pattern[levels[0].end() : levels[1].start()]
    back = re.search(r"\b(?:from|compared|against|than|on the)\b|\((?:20\d\d|was)", between, re.I)
    return (b, a) if back else (a, b)


RULES: tuple[Rule, ...] = (a_change_between_percentages_is_told_in_points,)
