"""Answers that exclude: “82% were for it and 24% against it”; what is in time and what is late.

Two answers of which nobody can give both make no more than all; a half, a third and “the other
quarter” make exactly one; what is met in full is met by shares that make a hundred.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from moothall.documents.report import Report
from moothall.proofread.figures.listed_shares import a_list_of_shares_makes_a_hundred
from moothall.proofread.figures.majorities import RULES as MAJORITIES
from moothall.proofread.figures.shares_of_one_thing import (
    shares_of_one_thing_make_no_more_than_all_of_it,
)
from moothall.proofread.figures.shares_of_wholes import shares_of_a_whole_sum_to_100
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
    sentence,
)

_OPPOSITES = tuple(
    (Expression(rf"\b(?:{one})\b", re.IGNORECASE), Expression(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (
            r"support(?:ed|ing|ive)?|for|in favour|agree[ds]?|approv(?:e|ed|ing)|backed|welcomed",
            r"oppos(?:e|ed|ing)|against|disagree[ds]?|object(?:ed|ing)|rejected|unsupportive",
        ),
        (r"women|female|girls", r"men|male|boys"),
        (r"within|in time|on time", r"late|later than|after|outside|beyond|over"),
        (r"(?<!not )satisfied", r"dissatisfied|not satisfied|unsatisfied"),
        (r"yes", r"no"),
        (r"urban|towns?", r"rural|country(?:side)?"),
        (r"white", r"(?:black|minority|asian)[a-z, ]*"),
        (r"disabled|disability", r"not disabled|no disability|non-disabled"),
    )
)
_SPOT = Expression(r"«(P\d+)»")
_FRACTIONS = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "sixth": Fraction(1, 6),
    "tenth": Fraction(1, 10),
    "eighth": Fraction(1, 8),
}
_MANY = {"a": 1, "one": 1, "other": 1, "remaining": 1, "two": 2, "three": 3, "four": 4}
_FRACTION = Expression(
    rf"\b(?:(?P<many>{'|'.join(_MANY)})[\s-])?(?P<part>{'|'.join(_FRACTIONS)})s?\b"
    r"(?!\s(?:year|of (?:the|a) (?:year|century)|quarter|day|term|hour|party|parties|sector|phase|"
    r"report|\d))",
    re.IGNORECASE,
)
_REST = Expression(r"\b(?:other|remaining|rest)\b", re.IGNORECASE)
_ANOTHER = Expression(
    r"\b(?:compar\w+|than (?!«C)|last year|previous\w*|rose|fell|increas\w+|decreas\w+|target\w*|"
    r"points?|of (?:which|whom|these|them|those(?! who))|each|respectively|national\w*|"
    r"more than one|several|strongly|20\d\d|from «P|to «P|average|also|per)\b",
    re.IGNORECASE,
)
_BASE = Expression(r"«P\d+»\s(?:of|among|in)\s(?:the\s|our\s|all\s)?(?!total\b)([a-z]+)", re.I)
_AMONG = Expression(r"\b(?:among|amongst|by|from)\s(?:the\s)?(?:«C\d+»\s)?[a-z]+", re.IGNORECASE)
_CURE = "Correct the share that is wrong."
_TOLD = quotes_told(
    a_list_of_shares_makes_a_hundred,
    shares_of_one_thing_make_no_more_than_all_of_it,
    shares_of_a_whole_sum_to_100,
    *MAJORITIES,
)


def answers_that_exclude_make_no_more_than_all(report: Report) -> Iterator[TextFinding]:
    """“82% were for it and 24% against it” is 106%."""
    for paragraph in paragraphs(report):
        text = paragraph.text
        if "%" not in text and "per cent" not in text and not _FRACTION.search(text):
            continue
        for place, plain in enumerate(paragraph.sentences):
            found = (
                _opposed(_with_its_fraction(plain))
                or _in_turn(paragraph, place)
                or _fractions(plain)
                or _with_the_rest(plain)
                or _met_in_full(plain)
                or _profiled(plain)
                or _labelled(plain)
            )
            if found and not told_by(_TOLD, report, paragraph, plain):
                yield finding_on(paragraph, plain, found, _CURE, Confidence.MEDIUM)


def _with_its_fraction(plain: Sentence) -> Sentence:
    """The sentence with the fraction that opens it as a percentage."""
    match = _FRACTION.match(plain.text)
    if match is None or "%" not in plain.text:
        return plain
    size = int(_worth(match) * 100)
    return sentence(f"{size}%{plain.text[match.end() :]}")


def _worth(match: re.Match[str]) -> Fraction:
    return _MANY[(match["many"] or "a").lower()] * _FRACTIONS[match["part"].lower()]


def _opposed(one: Sentence) -> str | None:
    spots = list(_SPOT.finditer(one.pattern))
    if len(spots) != 2 or _ANOTHER.search(one.pattern):
        return None
    if len({noun.lower() for noun in _BASE.findall(one.pattern)}) > 1:
        return None
    if _AMONG.search(one.pattern, spots[0].start()):
        return None
    first = one.pattern[spots[0].end() : spots[1].start()]
    second = one.pattern[spots[1].end() :]
    if ";" in first or not re.search(r",|\band\b|\bwhile\b|\bwith\b|\bbut\b", first):
        return None
    if not _are_opposite(first, second) or _is_of_another_thing(first, second):
        return None
    return _too_much([one.figure(spot[1]) for spot in spots])


def _is_of_another_thing(first: str, second: str) -> bool:
    """Whether “82% were for the bridge and 24% against the tunnel” speaks of two things."""
    against = _OPPOSITES[0][1].search(second) or _OPPOSITES[0][0].search(second)
    if against is None:
        return False
    words = set(re.findall(r"[a-z]{4,}", second[against.end() :].lower()))
    meant = set(re.findall(r"[a-z]{4,}", first.lower()))
    return not words <= meant | {"them", "this", "these", "that", "idea", "proposal", "proposals"}


def _are_opposite(first: str, second: str) -> bool:
    return any(
        (a.search(first) and b.search(second) and not b.search(first))
        or (b.search(first) and a.search(second) and not b.search(second))
        for a, b in _OPPOSITES
    )


_LABEL = Expression(r"^(?P<label>[^«»:]{6,60}?(?:«C\d+»[^«»:]{0,20})?):\s«(?P<p>P\d+)»\.?$")


def _in_turn(paragraph: Paragraph, place: int) -> str | None:
    """“Paid within 30 days: 91.5%.  Paid later than 30 days: 10.5%.”"""
    if not place:
        return None
    pair = paragraph.sentences[place - 1 : place + 1]
    read = [_LABEL.match(one.pattern.strip()) for one in pair]
    if read[0] is None or read[1] is None:
        return None
    first, second = (re.sub(r"«C\d+»", "«C0»", match["label"]) for match in read if match)
    same_start = first.split()[0] == second.split()[0]
    if not same_start or not _are_opposite(first, second):
        return None
    return _too_much(
        [one.figure(match["p"]) for one, match in zip(pair, read, strict=True) if match]
    )


def _too_much(shares: list[Figure], most: int = 140) -> str | None:
    total = sum((share.size for share in shares), Decimal(0))
    slack = sum((share.spread for share in shares), Decimal(0))
    if any(share.rough for share in shares) or not HUNDRED + slack < total <= most:
        return None
    return f"{' + '.join(share.text for share in shares)} = {total:,f}%, more than all of it."


def _fractions(plain: Sentence) -> str | None:
    """Half, a third and “the other quarter” are more than one."""
    if not _REST.search(plain.text):
        return None
    found = list(_FRACTION.finditer(plain.text))
    if len(found) < 2 or (found[-1]["many"] or "").lower() not in ("other", "remaining"):
        return None
    if re.search(r"\bof (?:these|them|this|which|that)\b", plain.text):
        return None
    total = sum((_worth(match) for match in found), Fraction(0))
    if abs(total - 1) < Fraction(1, 30) or total > 2:
        return None
    listed = " + ".join(match[0] for match in found)
    return f"{listed} is {float(total) * 100:.0f}%, not the whole."


def _with_the_rest(plain: Sentence) -> str | None:
    """“46%, 19% and the remaining 45%” are 110%."""
    match = re.search(r"\bthe (?:other|remaining|rest,?) «P\d+»", plain.pattern)
    spots = _SPOT.findall(plain.pattern)
    if match is None or not 2 <= len(spots) <= 6 or _ANOTHER.search(plain.pattern):
        return None
    if f"«{spots[-1]}»" not in match[0]:
        return None
    return _too_much([plain.figure(spot) for spot in spots])


_IN_FULL = Expression(r"\b(?:in full|wholly|entirely|the whole|all of (?:it|the))\b", re.IGNORECASE)


def _met_in_full(plain: Sentence) -> str | None:
    """“Met in full by the partners: A 60%, B 30%, C 20%.”"""
    head, colon, listed = plain.pattern.partition(":")
    if not colon or not _IN_FULL.search(head) or "«P" in head or _ANOTHER.search(listed):
        return None
    spots = _SPOT.findall(listed)
    return _too_much([plain.figure(spot) for spot in spots]) if len(spots) > 1 else None


_RUN = Expression(
    r"(?<![\d.,£])(?P<run>\d{1,2}(?:\.\d)?(?:, \d{1,2}(?:\.\d)?){1,9},? and \d{1,2}(?:\.\d)?)\s?"
    r"(?:%|per cent)(?=\s(?:to|in|for|over|across|of)\s)",
    re.IGNORECASE,
)
_SHARED_OUT = Expression(
    r"\b(?:profiled?|phased|split|spread|divided|shared|apportioned|allocated|weighted|"
    r"distributed)\b",
    re.IGNORECASE,
)


def _profiled(plain: Sentence) -> str | None:
    """“Profiled 20, 25, 30 and 35 per cent to the four quarters” is 110 per cent."""
    match = _RUN.search(plain.text)
    if match is None or not _SHARED_OUT.search(plain.text):
        return None
    numbers = re.findall(r"\d+(?:\.\d)?", match["run"])
    total = sum((Decimal(number) for number in numbers), Decimal(0))
    if abs(total - HUNDRED) <= Decimal(len(numbers)) / 2 or not 80 <= total <= 140:
        return None
    return f"{' + '.join(numbers)} = {total:,f} per cent, not 100."


_OF_ALL = Expression(r"^(?P<head>[^:;%]{3,60}\(%\)):\s(?P<items>.+?)\.?$")
_ITEM = Expression(r"^[A-Za-z][^\d£%]{1,60}?\s(?P<n>\d{1,2}(?:\.\d)?)$")
_FEWEST = 4


def _labelled(plain: Sentence) -> str | None:
    """“Tenure of the homes (%): owned 71; let 14; …” is a whole list."""
    match = _OF_ALL.match(plain.text.strip())
    if match is None:
        return None
    items = [_ITEM.match(item.strip()) for item in re.split(r"[;,]\s", match["items"])]
    if len(items) < _FEWEST or not all(items):
        return None
    numbers = [item["n"] for item in items if item]
    total = sum((Decimal(number) for number in numbers), Decimal(0))
    half = max(Decimal(1).scaleb(-len(number.partition(".")[2])) for number in numbers) / 2
    if not HUNDRED + half * len(numbers) < total <= 130:
        return None
    return f"{' + '.join(numbers)} = {total:,f}%, more than all of them."


RULES: tuple[Rule, ...] = (answers_that_exclude_make_no_more_than_all,)
