"""Times told again in the same words: dates, ages and lengths of time that change in the telling.

Where two sentences run in the same words up to a date, “by either April 2027 or April 2028”, they
speak of one thing, and the date is one too.  Items that stand side by side are of several things.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS
from moothall.proofread.reading.concepts import names
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import (
    Passage,
    around,
    passages,
    sentences,
    shortened,
    word_set,
)
from moothall.proofread.reading.statements import stem_of
from moothall.proofread.reading.written_dates import own_date, written_dates

_WORDS = {"one": 1, **NUMBER_WORDS}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_AGES = Expression(
    r"(?<![\d£.,/–-])(?P<low>\d{1,2})\s?[-–]\s?(?P<high>\d{1,2})(?![\d%.,/–-]|\s?(?:per|years? ago|"
    r"[ap]m|weeks?|months?|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
_LENGTH = Expression(
    rf"(?<![\w-])(?P<low>{_NUMBER})(?:\s(?:to|or|and)\s|\s?[-–]\s?)?(?P<high>{_NUMBER})?[\s-]"
    r"(?P<unit>year|month|week|day)s?\b(?![- ]olds?| of age)",
    re.IGNORECASE,
)
_JOINS = Expression(r"\s*(?:or|and|to|[-–])\s*(?:by|in|the)?\s*", re.IGNORECASE)
_SEVERAL = Expression(
    r"\b(?:originally|previous(?:ly)?|revis\w+|phases?|stages?|options?|lots?|rounds?|tranches?|"
    r"respectively|each|every|last year|extend\w*|extension|further|instead|rather than|compar\w+|"
    r"delay\w*|deferred|slipp\w*|brought forward|amend\w*|was to have|second|third|if|unless|"
    r"scenario|cohort|first|earlier|later|quarter|born|table|figure)\b",
    re.IGNORECASE,
)
_OF_NO_WEIGHT = frozenset(
    stem_of(word)
    for word in word_set(
        "with from that this which were been have will would their they there held meeting "
        "meetings committee cabinet council board report published agreed approved considered "
        "date between during over next since until before after year years month months week "
        "weeks period about into than these those when also only such more both made"
    )
)
_AROUND = 16
_BESIDE = 2
_MOST_ALIKE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A time as told, with the words that lead to it and those that follow."""

    value: tuple[object, ...]
    latest: date | None
    text: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    sentence: str
    quote: str
    before: str
    place: Place
    block: int


def a_time_told_again_in_the_same_words_is_the_same(report: Report) -> Iterator[TextFinding]:
    """“Reorganisation by either April 2026 or April 2027”, elsewhere “… 2027 or April 2028”."""
    alike: defaultdict[tuple[str, ...], list[_Told]] = defaultdict(list)
    for passage in passages(report):
        if passage.part in ("cell", "heading") or not _HAS_DIGIT.search(passage.text):
            continue
        for told in _times(passage):
            if len(told.left) >= 2:
                alike[(str(told.value[0]), *told.left[-2:])].append(told)
    own = own_date(report)
    told_of: set[frozenset[tuple[object, ...]]] = set()
    for group in alike.values():
        if not 2 <= len(group) <= _MOST_ALIKE:
            continue
        often = Counter(one.value for one in group)
        for place, one in enumerate(group):
            for other in group[:place]:
                key = frozenset((one.value, other.value))
                if one.value == other.value or key in told_of or not _are_one(one, other, own):
                    continue
                told_of.add(key)
                odd, usual = (other, one) if often[other.value] < often[one.value] else (one, other)
                yield TextFinding(
                    place=odd.place,
                    quote=odd.quote,
                    message=f"“{odd.text}” here, “{usual.text}” at {usual.place}, in the same "
                    f"words: “{shortened(usual.quote, 130)}”.",
                    confidence=Confidence.MEDIUM,
                    cure="Give one of the two in both places, or say what makes them differ.",
                )


_HAS_DIGIT = Expression(r"\d|\b(?:years?|months?|weeks?)\b")


def _times(passage: Passage) -> Iterator[_Told]:
    for sentence in sentences(passage.text):
        for start, end, value, latest in (*_dates(sentence), *_spans(sentence)):
            if _SEVERAL.search(sentence[max(0, start - 70) : end + 40]):
                continue
            yield _Told(
                value=value,
                latest=latest,
                text=sentence[start:end].strip(),
                left=tuple(_tokens(sentence[:start])[-_AROUND:]),
                right=tuple(_tokens(sentence[end:])[:_AROUND]),
                sentence=sentence,
                quote=around(sentence, start, end, 75),
                before=sentence[:start],
                place=passage.place,
                block=passage.block,
            )


def _tokens(text: str) -> list[str]:
    return [w for w in re.findall(r"[a-z0-9]+", text.lower()) if w not in ("either", "the", "a")]


def _dates(sentence: str) -> Iterator[tuple[int, int, tuple[object, ...], date]]:
    """The dates of a sentence; two that are joined by “or” or “to” are told together."""
    found = written_dates(sentence)
    number = 0
    while number < len(found):
        one = found[number]
        after = found[number + 1] if number + 1 < len(found) else None
        if after is not None and _JOINS.fullmatch(sentence[one.end : after.start]):
            yield one.start, after.end, ("dates", one.first, after.first), after.last
            number += 2
        else:
            yield one.start, one.end, ("date", one.first, one.last), one.last
            number += 1


def _spans(sentence: str) -> Iterator[tuple[int, int, tuple[object, ...], None]]:
    for match in _AGES.finditer(sentence):
        if int(match["low"]) < int(match["high"]):
            value: tuple[object, ...] = ("ages", int(match["low"]), int(match["high"]))
            yield match.start(), match.end(), value, None
    for match in _LENGTH.finditer(sentence):
        low, high = _value(match["low"]), _value(match["high"] or match["low"])
        yield match.start(), match.end(), ("length", low, high, match["unit"].lower()), None


def _value(text: str) -> int:
    return int(text) if text.isdigit() else int(_WORDS[text.lower()])


def _are_one(one: _Told, other: _Told, own: date | None) -> bool:
    if abs(one.block - other.block) <= _BESIDE:
        return False
    left = _common(one.left[::-1], other.left[::-1])
    right = _common(one.right, other.right)
    shared = {stem for word in (*left, *right) if len(word) >= 4 and (stem := stem_of(word))}
    weight = len(shared - _OF_NO_WEIGHT)
    length = len(left) + len(right)
    if weight < 3 or length < (4 if one.value[0] == "dates" else 6):
        return False
    named, others = names(f"x {one.before}"), names(f"x {other.before}")
    if named - others and others - named and not named & others:
        return False
    if isinstance(one.latest, date) and isinstance(other.latest, date):
        return _may_be_one_date(one, other, own, weight)
    return True


def _may_be_one_date(one: _Told, other: _Told, own: date | None, weight: int) -> bool:
    """What comes round every year is told of several; what is to come is told of one day."""
    if one.latest is None or other.latest is None or weight >= _MANY_WORDS:
        return True
    if own is not None:
        return max(one.latest, other.latest) > own - timedelta(days=30)
    return bool(_TO_COME.search(one.sentence) and _TO_COME.search(other.sentence))


_MANY_WORDS = 7
_TO_COME = Expression(
    r"\b(?:will|to be|commit\w*|deadline|due|expected|planned|shall|must|agree to)\b", re.IGNORECASE
)


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    found = []
    for word, twin in zip(one, other, strict=False):
        if word != twin:
            break
        found.append(word)
    return found


# --- the years to come ---------------------------------------------------------------------------

_YEARS_TO_COME = Expression(
    rf"\b(?:next|coming|following|first)\s(?P<low>{_NUMBER})(?:\s(?:to|or|and)\s|\s?[-–]\s?)"
    rf"(?P<high>{_NUMBER})\s(?P<unit>years|months|weeks)\b",
    re.IGNORECASE,
)
_FEWEST_SHARED = 4


def years_to_come_are_told_alike(report: Report) -> Iterator[TextFinding]:
    """Actions “over the next one to three years”, elsewhere “over the coming two or three”."""
    found = [
        (match, sentence, passage)
        for passage in passages(report)
        for sentence in sentences(passage.text)
        for match in _YEARS_TO_COME.finditer(sentence)
    ]
    often = Counter(_range(match) for match, _, _ in found)
    told: set[tuple[int, int, str]] = set()
    for match, sentence, passage in found:
        for other, words, elsewhere in found:
            one, twin = _range(match), _range(other)
            if one == twin or one[2] != twin[2] or one in told or twin in told:
                continue
            if often[one] > often[twin] or passage.block == elsewhere.block:
                continue
            if len((_stems(sentence) & _stems(words)) - _OF_NO_WEIGHT) < _FEWEST_SHARED:
                continue
            told |= {one, twin}
            yield TextFinding(
                place=passage.place,
                quote=sentence,
                message=f"“{match[0]}” here, “{other[0]}” at {elsewhere.place}: "
                f"“{shortened(words, 130)}”.",
                confidence=Confidence.MEDIUM,
                cure="Give one length of time in both places, or say what makes them differ.",
            )
            break


def _range(match: re.Match[str]) -> tuple[int, int, str]:
    return _value(match["low"]), _value(match["high"]), match["unit"].lower()


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in re.findall(r"[A-Za-z’'-]{4,}", text))


RULES: tuple[Rule, ...] = (
    a_time_told_again_in_the_same_words_is_the_same,
    years_to_come_are_told_alike,
)
