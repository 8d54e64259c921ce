"""File references: one decision or application under two numbers.

“24/00093” told five times and “24/00039” once, or one title with two numbers of one year.  Two
numbers that stand beside each other, or before titles of their own, are two files.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import how_often
from moothall.proofread.reading.written_names import letters_apart

_REFERENCE = Expression(
    r"(?<![\w/£.–-])(?P<reference>(?:[A-Z]{1,5}[ /-]?)?(?:\d{2}|(?:19|20)\d{2})[/-]\d{3,6}"
    r"(?:/[A-Z]{1,4})?"
    r"|[A-Z]{1,5}[/-]?\d{4,8}(?:/[A-Z]{1,4})?|[A-Z]{2,5}[/-]\d{2,5}[/-]\d{2,6})(?![\w/]|[.,-]\d)"
)
_CALLED_A_FILE = Expression(
    r"\b(?:decisions?|applications?|references?|refs?|case|file|permission|complaint|call-in|"
    r"called in|key decision|record|minute|tender|contract|petition|planning|proposal)\b",
    re.IGNORECASE,
)
_TITLE_AFTER = Expression(r"^\s*(?:[-–—:]\s*|\(\s*)(?P<title>[A-Z][\w’', &-]{6,90})")
_TITLE_WORD = Expression(r"[A-Za-z]{4,}")
_OTHER_YEAR = Expression(r"^\D*\d{2,4}(?=[/-])")
_FEWEST = 2
_MANY = 3
_FRONT = 8
"""Blocks: the head of a report, which names the decision that it is about."""
_MOST = 60
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    reference: str
    passage: Passage
    start: int
    title: frozenset[str]

    @property
    def cited(self) -> bool:
        """Whether the words just before call it a decision, an application, a reference."""
        before = self.passage.text[max(0, self.start - 40) : self.start]
        return _CALLED_A_FILE.search(before) is not None


def a_file_has_one_reference(report: Report) -> Iterator[TextFinding]:
    """A decision that is 24/00093 throughout is not 24/00039 once."""
    by_shape: defaultdict[str, dict[str, list[_Mention]]] = defaultdict(dict)
    for mention in _mentions(report):
        shape = re.sub(r"\d", "#", mention.reference)
        by_shape[shape].setdefault(mention.reference, []).append(mention)
    for named in by_shape.values():
        if not 1 < len(named) <= _MOST:
            continue
        told: set[str] = set()
        for one, other in combinations(named, 2):
            rare, common = sorted((named[one], named[other]), key=len)
            confidence = _sureness(rare, common, len(named))
            if confidence is None or rare[0].reference in told:
                continue
            told.add(rare[0].reference)
            yield _finding(rare, common, confidence)


def _mentions(report: Report) -> Iterator[_Mention]:
    for passage in passages(report):
        for match in _REFERENCE.finditer(passage.text):
            after = _TITLE_AFTER.match(passage.text[match.end() : match.end() + 100])
            yield _Mention(
                reference=match["reference"],
                passage=passage,
                start=match.start(),
                title=_words(after["title"]) if after else frozenset(),
            )


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:6].casefold() for word in _TITLE_WORD.findall(text))


def _sureness(rare: list[_Mention], common: list[_Mention], references: int) -> Confidence | None:
    """How sure it is that two references are one; None where they are two."""
    orders = {mention.passage.order for mention in common}
    if any(mention.passage.order in orders for mention in rare):
        return None  # set side by side: two files
    titles = [{m.title for m in mentions if m.title} for mentions in (rare, common)]
    if titles[0] and titles[1]:
        alike = any(_is_one_title(a, b) for a in titles[0] for b in titles[1])
        same_year = _year(rare[0]) == _year(common[0])
        return Confidence.MEDIUM if alike and same_year else None
    one, other = rare[0].reference, common[0].reference
    if len(rare) > 1 or len(common) < _FEWEST or letters_apart(one, other, 1) != 1:
        return None
    if not any(m.cited for m in rare) or not any(m.cited for m in common):
        return None
    if titles[0]:
        return None  # it has a title of its own
    if sorted(one) == sorted(other):
        return Confidence.MEDIUM
    # a digit off: decisions taken one after another are numbered so
    in_front = any(mention.passage.order < _FRONT for mention in common)
    alone = references == _FEWEST and (len(common) >= _MANY or in_front)
    return Confidence.MEDIUM if alone else Confidence.LOW


def _is_one_title(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = one & other
    return len(shared) >= _FEWEST_WORDS and len(shared) * 5 >= 4 * min(len(one), len(other))


def _year(mention: _Mention) -> str:
    match = _OTHER_YEAR.match(mention.reference)
    return match[0] if match else ""


def _finding(rare: list[_Mention], common: list[_Mention], confidence: Confidence) -> TextFinding:
    one, other = rare[0], common[0]
    swapped = sorted(one.reference) == sorted(other.reference)
    how = "the digits are exchanged" if swapped else "one of the two is wrong"
    return TextFinding(
        place=one.passage.place,
        quote=around(one.passage.text, one.start, one.start + len(one.reference)),
        message=f"“{one.reference}” ({how_often(len(rare))}) and “{other.reference}” "
        f"({how_often(len(common))}, first {other.passage.place}) look like one file: {how}.",
        confidence=confidence,
        cure="Give the number of the file as its register has it.",
    )


RULES: tuple[Rule, ...] = (a_file_has_one_reference,)
