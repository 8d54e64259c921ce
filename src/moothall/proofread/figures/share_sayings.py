"""Shares that sentences tell, each with what it is of, what is said of it and whether it moved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.proofread.figures.words_of_change import CHANGE_NOUN, DOWN, UP
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.fraction_words import (
    FractionTold,
    fractions_told,
    majorities_told,
    percentages_told,
)
from moothall.proofread.reading.passages import Paragraph, Sentence
from moothall.proofread.reading.share_words import telling_words

_BEFORE = Expression(r"^.*[,;:–(]\s", re.DOTALL)
_AFTER = Expression(
    r"[;:–(]|,\s(?:and|but|which|while|whilst|with|compared|against|so|because)\b|[.,]\s"
)
_WHOLE = Expression(
    r"^\s?(?:of|out of)\s(?P<whole>.*?)(?=\s(?:who|whom|which|that|were|was|are|is|have|has|had|"
    r"said|say|felt|"
    r"will|would|can|could|do|did|does|comes?|came|live|lives|now|either|[a-z]{3,}ed|"
    r"[a-z]{3,}s\sthe)\b|"
    r"[,.;:()]|$)",
    re.IGNORECASE | re.DOTALL,
)
_WHO = Expression(
    r"^\s?(?:of|out of)\s(?:all\s)?(?:those|people|the people)\s(?:who|"
    r"that)\s(?P<whole>[a-z]+(?:\s(?:to|in|at)\s"
    r"(?:the|our|this)\s[a-z]+)?)",
    re.IGNORECASE,
)
_ANOTHER_WHOLE = Expression(
    r"\s?of\s(?:the\s|this\s|that\s|its\s|a\s)?(?:other|remaining|rest|£?\d|these\b|those (?!who)|"
    r"which|whom)",
    re.IGNORECASE,
)
_NARROWED = Expression(
    r"\s(?:(?:who|that|which)\s(?!replied|responded|answered|took part|gave|returned)|with|from|"
    r"aged|living|"
    r"attending|whose)\b",
    re.IGNORECASE,
)
"""Of a part of what the report counts: “half of the carers who came”."""
_EVERYTHING = Expression(
    r"^\s?of (?:everything|all (?:of )?(?:it|this)\b|the (?:total|whole)\b|it\b)", re.IGNORECASE
)
_CHANGE_BEFORE = Expression(
    rf"(?:\bby\s|\b(?:{CHANGE_NOUN})s?\sof\s|\b(?:tak\w+ away|los(?:e|es|ing)|lost|cut(?:s|ting)?|"
    rf"remov\w+|"
    rf"delet\w+|shed)\s(?:[a-z]+\s){{0,1}}?)$",
    re.IGNORECASE,
)
DOWNWARD = Expression(
    rf"\b(?:{DOWN}|tak\w+ away|los(?:e|es|ing|t)|cuts?|cutting|remov\w+|delet\w+|shed|fewer|less|"
    rf"down|lower)\b",
    re.IGNORECASE,
)
_UP = Expression(rf"\b(?:{UP}|up|more|higher)\b", re.IGNORECASE)
_PRINTED = Expression(
    r"^[^.;,]{0,60}?\(?\d[\d,.]*\s?(?:%|per cent)|^[^.;,(]{0,40}\(\d|^\s?(?:\(|,\sor\s|,\s)\d"
)
_OTHER_TIME = Expression(
    r"\b(?:last year|year before|previous\w*|national\w*|england|target|aim\w*|should|could|if|"
    r"would like|"
    r"ambition|by 20\d\d|used to|region\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareSaid:
    """A share in words with the words of its clause."""

    fraction: FractionTold
    clause: frozenset[str]
    whole: frozenset[str]
    everything: bool
    change: int
    """1 where it is a rise, -1 where it is a fall, 0 where it is no change."""
    words: str
    one: Sentence
    paragraph: Paragraph


def shares_said(paragraph: Paragraph, one: Sentence) -> Iterator[ShareSaid]:
    for fraction in (
        *fractions_told(one.text),
        *majorities_told(one.text),
        *percentages_told(one.text),
    ):
        before = _BEFORE.sub("", one.text[: fraction.start])
        rest = one.text[fraction.end :]
        cut = _AFTER.search(rest)
        after = rest[: cut.start()] if cut else rest
        moved = _CHANGE_BEFORE.search(one.text[: fraction.start])
        if _PRINTED.match(rest) or (_OTHER_TIME.search(f"{before} {after}") and not moved):
            continue
        whole = _WHO.match(rest) or _WHOLE.match(rest)
        if fraction.in_figures and _ANOTHER_WHOLE.match(rest):
            continue
        if whole and _NARROWED.match(rest, whole.end()):
            continue
        down, up = (bool(way.search(f"{before} {after}")) for way in (DOWNWARD, _UP))
        if moved and down == up:
            continue
        if not moved and not re.match(
            r"\s?(?:of|the|say|said|were|are|have|in every)\b|\s?[.,]", rest
        ):
            continue
        yield ShareSaid(
            fraction=fraction,
            clause=telling_words(f"{before} {after}"),
            whole=telling_words(whole["whole"])
            if whole
            else _subject(before)
            if moved
            else _NO_WORDS,
            everything=bool(_EVERYTHING.match(rest)),
            change=(1 if up else -1) if moved else 0,
            words=f"{before} {after}",
            one=one,
            paragraph=paragraph,
        )


_NO_WORDS: frozenset[str] = frozenset()


def _subject(before: str) -> frozenset[str]:
    """What is said to have grown: the words before the verb of change."""
    clause = re.split(r"\b(?:that|and|but)\s", before)[-1]
    way = _UP.search(clause) or DOWNWARD.search(clause)
    return telling_words(clause[: way.start()] if way else clause)
