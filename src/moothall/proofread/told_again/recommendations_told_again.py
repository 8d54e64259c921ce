"""Recommendations told again: what stands at the head of a report and at its end is one thing.

The front page asks for £35,000 and the last paragraph for £53,000; the summary recommends Option B,
the resolution Option C.  Two recommendations are one where their words are; a figure, an option or
an appendix that stands in the same place of both must then be the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from moothall.documents.report import Heading, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import Paragraph, paragraphs
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.told_again.claim_conflicts import pairs_told_twice

_LEAD = Expression(
    r"^\W*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-z]{1,4})[.)]\s*)?"
    r"(?:(?:that )?(?:the )?(?:[a-z][\w’'-]+ ){0,5}?"
    r"(?:is|are) (?:asked|recommended|requested|invited)(?: to)?:?\s*|"
    r"that (?:the )?(?:[a-z][\w’'-]+ ){1,4}?(?=(?:approv|agre|not|endors|adopt|authoris)es?\b))?"
    r"(?:that )?(?:to )?",
    re.IGNORECASE,
)
_ACT = Expression(
    r"(?:note|agree|approve|endorse|recommend|authorise|delegate|adopt|confirm|support|consider|"
    r"accept|award|commit|allocate|grant|appoint|set|increase|proceed|publish|consult|enter|declare|"
    r"dispose|acquire|purchase|transfer|fund|contribute|implement|select|choose)s?\b",
    re.IGNORECASE,
)
_TOKEN = Expression(
    r"[£€]?\d[\d.,]*\d?(?:\s?(?:%|m|k|bn|million|billion|thousand|per cent)\b)?%?|[A-Za-z][\w’'-]*"
)
_LABELLED = word_set("option appendix annex phase lot policy scenario schedule model band")
_DATED = Expression(
    r"(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?|january|february|march|april|may|june|july|august|"
    r"september|october|november|december"
)
_LONGEST = 90
_LEAST_WORDS = 5
_ALIKE = 0.72
_MOST = 60


@dataclass(frozen=True, slots=True)
class _Asked:
    """A recommendation and its words, figures and all."""

    words: tuple[str, ...]
    """Without capitals, numbers in figures."""
    told: tuple[str, ...]
    """The same as they stand."""
    paragraph: Paragraph


def a_recommendation_told_again_asks_for_the_same(report: Report) -> Iterator[TextFinding]:
    """“Approve a grant of £35,000 to the Quay Trust”, and at the end “of £53,000”."""
    found = list(_asked(report))[:_MOST]
    said = _told_by_others(report)
    heads = [place for place, block in enumerate(report.blocks) if isinstance(block, Heading)]
    for place, one in enumerate(found):
        alike = [(_ratio(one, other), other) for other in found[place + 1 :]]
        close = [other for ratio, other in alike if ratio >= _ALIKE]
        if len(close) != 1 or _are_of_one_list(one, close[0], heads):
            continue  # of three or more each is of its own thing
        other = close[0]
        changed = list(_changed(one, other))
        if len(changed) != 1:
            continue
        first, second = changed[0]
        if frozenset((first, second)) in said:
            continue
        yield TextFinding(
            place=other.paragraph.place,
            quote=other.paragraph.text,
            message=f"“{second}” here, “{first}” at {one.paragraph.place} "
            f"(“{shortened(one.paragraph.text, 110)}”) in the same recommendation.",
            confidence=Confidence.HIGH,
            cure="Ask for the same in both places.",
        )


def _told_by_others(report: Report) -> frozenset[frozenset[str]]:
    """The pairs of figures that other rules of this room tell."""
    return frozenset(
        frozenset((one.value.text, pair.other.value.text))
        for one, pair in pairs_told_twice(report)
        if pair.is_sure
    )


def what_is_asked_in(text: str) -> int | None:
    """Where the act begins that a recommendation asks for, or None where the text is none.

    >>> what_is_asked_in("(b) approve the loan")
    4
    """
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    return start if _ACT.match(text, start) else None


def _asked(report: Report) -> Iterator[_Asked]:
    for paragraph in paragraphs(report):
        text = paragraph.text
        if not 30 <= len(text) <= 700 or paragraph.cell:
            continue
        start = what_is_asked_in(text)
        if start is None:
            continue
        told = tuple(match[0] for match in _TOKEN.finditer(text, start))
        if _LEAST_WORDS <= len(told) <= _LONGEST:
            yield _Asked(tuple(map(_plain, told)), told, paragraph)


def _plain(word: str) -> str:
    word = word.lower().rstrip(".,")
    return str(NUMBERS_TO_99.get(word, word)).replace(",", "")


def _ratio(one: _Asked, other: _Asked) -> float:
    if len(set(one.words) & set(other.words)) * 2 < min(len(one.words), len(other.words)):
        return 0.0
    return SequenceMatcher(None, one.words, other.words, autojunk=False).ratio()


def _are_of_one_list(one: _Asked, other: _Asked, heads: list[int]) -> bool:
    """Items of one list ask for one thing after the other."""
    first, last = one.paragraph.block, other.paragraph.block
    return last - first <= 3 or (last - first <= 12 and not any(first < h < last for h in heads))


def _changed(one: _Asked, other: _Asked) -> Iterator[tuple[str, str]]:
    """What stands in one place of both and is a figure or a label, unlike; dates are not looked at.

    Any other word in the place of another makes two recommendations of them.
    """
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    for how, a, b, c, d in matcher.get_opcodes():
        if how != "replace":
            continue
        first, second = one.words[a:b], other.words[c:d]
        around = (*first, *second, *one.words[b : b + 1], *other.words[d : d + 1])
        if any(_DATED.fullmatch(word) for word in around):
            yield from _OF_ANOTHER_MATTER
        elif len(first) == len(second) == 1 and _is_a_slot(one.words, a):
            if _is_a_slot(other.words, c):
                yield _as_told(one, a), _as_told(other, c)
        elif any(len(word) > 3 for word in first) and any(len(word) > 3 for word in second):
            yield from _OF_ANOTHER_MATTER


_OF_ANOTHER_MATTER = (("", ""), ("", ""))


def _as_told(one: _Asked, place: int) -> str:
    labelled = place and one.words[place - 1] in _LABELLED
    return " ".join(one.told[place - 1 : place + 1]) if labelled else one.told[place]


def _is_a_slot(words: tuple[str, ...], place: int) -> bool:
    """Whether a figure stands there, or the letter of an option."""
    word = words[place]
    if word.lstrip("£€")[:1].isdigit():
        return True
    return len(word) <= 2 and place > 0 and words[place - 1] in _LABELLED


RULES: tuple[Rule, ...] = (a_recommendation_told_again_asks_for_the_same,)
