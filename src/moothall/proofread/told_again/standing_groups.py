"""Standing groups told with two numbers: “all six libraries”, and once “the seven libraries”.

A group is told by a word that makes it definite (the, its, our, all, each of the, the Council's), a
number and a noun with the same adjectives.  The number that stands at least twice is the group's;
the odd one stands once in the whole report, and is one more or less.  Where each stands once, both
are told as all that there are: “the trust has six academies”, and “all seven academies”.
Left alone: what is said of a part (“the five libraries in the north”, “the other five”), of a group
that grows or shrinks, of those just named one by one, and of options and lengths of time.
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

_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty"
)
_NUMBER = rf"(?P<number>{_WORDS}|[2-9]|[1-9]\d)"
_ADJECTIVE = (
    r"(?!(?:other|remaining|largest|smallest|biggest|highest|lowest|best|worst|next|last|first|new|"
    r"main|further|additional|extra|of|in|and|or|to|are|were|is|was|have|had|has|will|would|most|"
    r"per|that|which|who|with|at|from|by|on|for|as|than|separate|different|delayed|neighbouring|"
    r"following|key)\b)[a-z][\w’'-]*\s"
)
_NOUN = r"[a-z][a-z-]{2,}[^\s\Ws]s"
_THINGS = rf"(?P<things>(?:{_ADJECTIVE}){{0,2}}?{_NOUN})\b"
_GROUP = Expression(
    rf"(?P<lead>\b(?:all(?:\sof)?\s(?:the\s|our\s|its\s)?|each\sof\s(?:the|our|its)\s|the\s|its\s|our\s|"
    rf"\w{{3,20}}[’']s?\s)){_NUMBER}\s{_THINGS}(?P<after>[^.;:]{{0,40}})",
    re.IGNORECASE,
)
_OWNED = Expression(
    rf"\b(?P<lead>has|have|runs?|owns?|operates?|manages?|maintains?)\s"
    rf"(?:[\w,]{{1,15}}\s(?:[\w,]{{1,15}}\s){{0,6}}?and\s)?{_NUMBER}\s{_THINGS}(?P<after>[^.;:]{{0,40}})",
    re.IGNORECASE,
)
_BOTH = Expression(rf"\bboth\s(?:of\s)?(?:the\s|our\s|its\s)?{_THINGS}", re.IGNORECASE)
_NO_GROUPS = Expression(
    r"(?:years|months|weeks|days|hours|minutes|times|points|quarters|terms|options|seasons|others|"
    r"thirds|tenths|fifths|weekends|nights|mornings|evenings|pounds|metres|miles|phases|stages|"
    r"steps|rounds|ways|types|scenarios|cases|figures|numbers|proposals|questions|applications|"
    r"candidates|bids|tenders|bidders|tenderers|quotations|quotes|instances|occasions|visits|"
    r"meetings|sessions|votes|words|lines|rows|columns|pages|units|elements|factors|parts|things|"
    r"reasons|issues|matters|items|paragraphs|sections|periods|dates|changes|amendments|motions|"
    r"responses|objections|letters|complaints|examples|posts|goals|marks|percentages|shares)$"
)
_OF_A_PART = Expression(
    r"^\s(?!in\s(?:the\s(?:year|quarter|period)|(?:19|20)\d\d|all|total|future|[A-Z][a-z]+\s20\d\d)\b)"
    r"(?:that|which|who|whose|where|with|without|in|at|of|on|for|from|near|by|to\sbe|under|over|"
    r"above|below|without|not|named|listed|shown|proposed|due|affected|concerned|chosen|selected|"
    r"rated|whom|having|serving|most|least|closest|nearest|outside|within|across|between|there|then|"
    r"(?:\w+ing|\w+ed)\s(?:by|for|in|to|at|under|as|from|with)|and|or|[A-Z])\b"
)
_ONLY_IN_ALL = Expression(r"^\s(?:of|and|or|for\s(?:a|the)|to\sbe|[A-Z])\b")
_CHANGE = Expression(
    r"\b(?:open(?:s|ed|ing)?|clos(?:e|es|ed|ing|ure|ures)|merg\w+|now|new|join\w*|leav\w+|left|"
    r"previous\w*|former\w*|originally|then|until|since|after|before|reduc\w+|increas\w+|from\s\w+\sto|"
    r"remain\w*|addition\w*|extra|another|further|once|when|would|add(?:s|ed|ing)?|became|become|"
    r"another|abolish\w*|transfer\w*|withdraw\w*|withdrawn|replac\w+|instead|rather|other|first|"
    r"last|next|pilot\w*)\b",
    re.IGNORECASE,
)
_NAMES = Expression(
    r"(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3},\s){0,12}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3},?\sand\s"
    r"(?:the\s)?[A-Z]"
)
_ANY_NUMBER = rf"(?:{_WORDS}|\d{{1,3}})"
_FEWEST = 2
_BODIES = ("councils", "authorities", "boroughs", "districts", "trusts")
_CURE = "Give the number that is right in both places."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """A group told with its number."""

    passage: Passage
    start: int
    end: int
    number: int
    words: str
    whole: bool
    """Whether the words say that the group is all there is: all six, its six, the Council's six."""
    of_a_part: bool


def a_standing_group_has_one_number(report: Report) -> Iterator[TextFinding]:
    """“Its six libraries”, “all six libraries”, and “the seven libraries”: one is a slip."""
    for things, tellings in _groups(report).items():
        by_number: defaultdict[int, list[_Telling]] = defaultdict(list)
        for telling in tellings:
            by_number[telling.number].append(telling)
        odd = [told[0] for told in by_number.values() if len(told) == 1]
        for one in odd if len(by_number) > 1 else ():
            kept = by_number.get(one.number - 1, []) + by_number.get(one.number + 1, [])
            if _are_told_of_one(one, kept) and _is_a_slip(report, one, kept, things):
                yield _finding(one, kept)
                break  # of two that stand once each, the second would say the same


def _are_told_of_one(odd: _Telling, kept: list[_Telling]) -> bool:
    """Whether the others are often enough told, or both are told as all that there are."""
    if len(kept) >= _FEWEST:
        return True
    return (
        bool(kept) and odd.whole and kept[0].whole and _FEWEST not in (odd.number, kept[0].number)
    )


def _finding(odd: _Telling, kept: list[_Telling]) -> TextFinding:
    passage, first = odd.passage, kept[0]
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, odd.start, odd.end, 90),
        message=f"“{odd.words}” here, “{first.words}” elsewhere ({first.passage.place})"
        + (f", and “{kept[1].words}”." if len(kept) > 1 else "."),
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


def _groups(report: Report) -> dict[str, list[_Telling]]:
    """What is told of each group, by its noun with its adjectives."""
    found: defaultdict[str, list[_Telling]] = defaultdict(list)
    for passage in passages(report):
        for form in (_GROUP, _OWNED, _BOTH) if _A_NUMBER.search(passage.text) else ():
            for match in form.finditer(passage.text):
                things = match["things"].casefold().replace("’", "'")
                if not _NO_GROUPS.search(things):
                    found[things].append(_telling(passage, match))
    return found


_A_NUMBER = Expression(rf"\b(?:both|{_NUMBER})\s", re.IGNORECASE)


def _telling(passage: Passage, match: re.Match[str]) -> _Telling:
    groups = match.groupdict()
    number = groups.get("number")
    whole = not (groups.get("lead") or "").casefold().startswith("the ")
    part = _ONLY_IN_ALL if whole else _OF_A_PART
    return _Telling(
        passage=passage,
        start=match.start(),
        end=match.end("things"),
        number=_value(number) if number else 2,
        words=" ".join(passage.text[match.start() : match.end("things")].split()),
        whole=whole,
        of_a_part=part.match(groups.get("after") or "") is not None,
    )


def _value(number: str) -> int:
    return NUMBERS_TO_99.get(number.lower()) or int(number)


def _is_a_slip(report: Report, odd: _Telling, kept: list[_Telling], things: str) -> bool:
    """Whether the number that stands once is of the very group that the others are of."""
    sure = [one for one in kept if not one.of_a_part]
    apart = len({one.passage.order for one in sure}) >= _FEWEST
    if odd.of_a_part or not (apart or (len(kept) == 1 and sure)):
        return False
    # “the two schools” may be any two just named; two councils that act together are the same
    loose = kept[0].number == _FEWEST and len(kept) == _FEWEST and not any(o.whole for o in kept)
    if loose and not things.endswith(_BODIES):
        return False
    if odd.number == _FEWEST and not odd.whole:
        return False
    text = odd.passage.text
    since = max(text.rfind(". ", 0, odd.start), text.rfind("; ", 0, odd.start)) + 1
    until = text.find(". ", odd.end)
    one = text[since : until if until > 0 else len(text)]
    if _CHANGE.search(one):
        return False
    before = text[max(0, since - 300) : odd.start]
    if _names_so_many(before, odd.number) or _names_so_many(text[odd.end :][:120], odd.number):
        return False
    return not _is_told_otherwise(report, odd, things)


def _names_so_many(text: str, number: int) -> bool:
    """Whether so many are named one by one: it is of these that the number is told."""
    return any(
        match[0].count(",") + 2 - (", and" in match[0]) == number for match in _NAMES.finditer(text)
    )


def _is_told_otherwise(report: Report, odd: _Telling, things: str) -> bool:
    """Whether the odd number is told of such things in any other place, in any words."""
    noun = things.split()[-1]
    words = [word for word, value in NUMBERS_TO_99.items() if value == odd.number]
    form = re.compile(
        rf"\b(?:{'|'.join(words)}|{odd.number})\s(?:[\w’'-]+\s){{0,4}}?{re.escape(noun)}\b", re.I
    )
    for passage in passages(report):
        if noun not in passage.folded:
            continue
        for match in form.finditer(passage.text):
            if passage is not odd.passage or match.end() != odd.end:
                return True
    return False


RULES: tuple[Rule, ...] = (a_standing_group_has_one_number,)
