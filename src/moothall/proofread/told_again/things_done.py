"""Things done, counted twice: “creates four permanent posts”, and “creates three permanent posts”.

The verb, the noun and what qualifies the noun are the same, and only the number, in words, is not.
Left alone: a noun that nothing qualifies, save options consulted on; options, phases and years that
are set side by side; more of the like; and what is told of two places or people by their names.
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
from moothall.proofread.reading.passages import Passage, around, passages

_NUMBER = (
    r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
)
_VERBS = (
    r"creat|provid|clos|fund|build|recruit|buy|purchas|delet|employ|appoint|establish|install|sell|"
    r"deliver|replac|remov|acquir|construct|convert|commission"
)
_DONE = Expression(
    rf"\b(?P<verb>{_VERBS})(?:e?s|ed|ing|e)?\s{_NUMBER}\s(?P<things>(?:(?!and\b|or\b|of\b|to\b|in\b|"
    r"with\b|for\b|other\b|more\b|further\b|additional\b|extra\b|new\b)[a-z][\w-]*\s){1,2}?"
    r"[a-z][a-z-]{2,}[^\s\Ws])s?\b(?=\s?[.,;:)(]|$|\s(?:and|at|by|for|from|in|is|on|over|saves?|"
    r"so|to|until|which|who|with|within|would|will|was|were|are)\b)",
    re.IGNORECASE,
)
_CONSULTED = Expression(rf"\b(?P<verb>consult)(?:ed|ing|s)?\son\s{_NUMBER}\s(?P<things>option)s\b")
_SET_APART = Expression(
    r"\b(?:options?\s(?:\d|[A-H]\b)|proposals?\s(?:\d|[A-H]\b)|phases?|stages?|lots?\s\d|"
    r"rather than|instead|further|additional|another|other|more|extra|first|second|third|next|last|each|every|"
    r"originally|previous\w*|before|earlier|later|already|had|now|since|was\srejected|if|only|not)\b",
    re.IGNORECASE,
)
_YEAR = Expression(r"\b(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?\b")
_NAME = Expression(r"(?<=[a-z,;’'] )[A-Z][a-z]{2,}")
_BODIES = frozenset({"Council", "Cabinet", "Committee", "Authority", "Board", "Trust", "Executive"})
_CURE = "Give the number that is right in both places."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    passage: Passage
    start: int
    end: int
    number: int
    words: str
    sentence: str


def a_thing_done_has_one_number(report: Report) -> Iterator[TextFinding]:
    """A front sheet says “creates four permanent posts”, the report “creates three”."""
    for tellings in _done(report).values():
        numbers = {one.number for one in tellings}
        if len(numbers) != _TWO or any(_SET_APART.search(one.sentence) for one in tellings):
            continue
        first = tellings[0]
        other = next(one for one in tellings if one.number != first.number)
        if first.passage is other.passage or abs(first.number - other.number) > _TWO:
            continue
        if _are_of_two(first.sentence, other.sentence):
            continue
        yield TextFinding(
            place=first.passage.place,
            quote=around(first.passage.text, first.start, first.end, 80),
            message=f"“{first.words}” here, “{other.words}” elsewhere ({other.passage.place}).",
            confidence=Confidence.MEDIUM,
            cure=_CURE,
        )


_TWO = 2


def _done(report: Report) -> dict[tuple[str, str], list[_Done]]:
    """What is said to be done to so many things, by the verb and the things."""
    found: defaultdict[tuple[str, str], list[_Done]] = defaultdict(list)
    for passage in passages(report):
        for form in (_DONE, _CONSULTED):
            for match in form.finditer(passage.text):
                since = passage.text.rfind(". ", 0, match.start()) + 1
                until = passage.text.find(". ", match.end())
                found[match["verb"].casefold(), match["things"].casefold()].append(
                    _Done(
                        passage=passage,
                        start=match.start(),
                        end=match.end(),
                        number=NUMBERS_TO_99[match["number"].lower()],
                        words=match[0],
                        sentence=passage.text[since : until if until > 0 else None],
                    )
                )
    return found


def _are_of_two(one: str, other: str) -> bool:
    """Whether the sentences tell of two years, or each of a place or person that is named."""
    if set(_YEAR.findall(one)) ^ set(_YEAR.findall(other)) and _YEAR.search(one + other):
        return bool(_YEAR.search(one) and _YEAR.search(other))
    names, others = (set(_NAME.findall(text)) - _BODIES for text in (one, other))
    return bool(names and others and not names & others)


RULES: tuple[Rule, ...] = (a_thing_done_has_one_number,)
