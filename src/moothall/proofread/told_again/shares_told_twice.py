"""Shares told twice: how many respondents were in favour is one figure throughout."""

import re
from collections import defaultdict
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.concepts import concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.quantities import Quantity, quantities
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.statements import section_words

_ALL_OF_THEM = Expression(
    r"\b(?:(?:all|of|the) (?:the )?(?:respondents|responses|replies|participants|responders|"
    r"submissions)|"
    r"(?:all )?(?:those|people|everyone|residents) (?:who|that) (?:replied|responded|answered|"
    r"took part|"
    r"gave a view|participated)(?! (?:online|by|in writing))|respondents|overall)\b",
    re.IGNORECASE,
)
_WAYS = {
    "for": Expression(
        r"(?<!dis)(?<!un)(?<!not )\b(?:support\w*|in favour|favour\w*|agree[ds]?|satisfied|"
        r"approve[ds]?|happy)\b", re.I
    ),
    "against": Expression(
        r"\b(?:oppos\w+|disagree[ds]?|dissatisfied|object\w*|disapprove[ds]?|not (?:support|"
        r"agree|satisfied)|against)\b",
        re.I,
    ),
}  # fmt: skip
_LITTLE = word_set(
    "response support oppose question strong strongly tend third twothird twothirds quarter "
    "half clear majority overall extremely very fairly quite either total expres view survey "
    "consultation satisf say said net almost just approximately nearly two three four fifth"
)
_NO_LEVEL = Expression(
    r"\b(?:compared|nationally|regionally|england|average|last (?:year|time)|previous\w*|target|"
    r"points|increase|"
    r"of (?:the \d|these|them|whom|which|women|men)|among|amongst|from \w+ (?:users|groups)|"
    r"strongly(?! support\w* or))\b",
    re.I,
)  # fmt: skip


_SAYS_THAT = Expression(
    r"^.{0,160}?\b(?:shows?|showed|found|said|reports?|reported|indicates?|indicated|suggests?|"
    r"concluded|was|is) that\b",
    re.IGNORECASE,
)


def a_level_of_support_is_told_alike(report: Report) -> Iterator[TextFinding]:
    """“64% of those who answered supported the scheme”; “of all who replied 69% were in favour”."""
    told: defaultdict[tuple[str, frozenset[str]], list[Quantity]] = defaultdict(list)
    for one in quantities(report).all:
        if one.cell or one.kind is not Kind.PERCENT or one.rough or one.words.count("%") > 4:
            continue
        own = _SAYS_THAT.sub("", one.own)
        if not _ALL_OF_THEM.search(own) or _NO_LEVEL.search(own):
            continue
        ways = [way for way, words in _WAYS.items() if words.search(own)]
        of = concepts(own) - _LITTLE
        if len(ways) == 1 and of:
            told[ways[0], of].append(one)
    for alike in told.values():
        if len(alike) != 2:
            continue  # the same is asked of each thing in turn
        first, second = alike
        sections = {section_words(one.place.section) for one in alike}
        dated = first.when and second.when and not first.when & second.when
        if (
            first.block == second.block
            or dated
            or (len(sections - {frozenset()}) > 1 and not _early(first))
        ):
            continue
        if abs(first.value - second.value) <= max(first.step, second.step):
            continue
        yield TextFinding(
            place=second.place,
            quote=second.quote,
            message=f"{second.text} here; {first.text} at {first.place} (“{first.words[:100]}”).",
            confidence=Confidence.MEDIUM,
            cure="Give one figure, or say what makes the two differ.",
        )


def _early(one: Quantity) -> bool:
    """Whether it stands in a summary, which tells what comes later."""
    return bool(
        re.search(r"summar|introduc|purpose|key (?:point|message)", one.place.section, re.I)
    )


RULES: tuple[Rule, ...] = (a_level_of_support_is_told_alike,)
