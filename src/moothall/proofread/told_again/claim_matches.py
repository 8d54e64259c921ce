"""Matches of claims: how well two are of one thing.

Each says, by its own words, what the other says by its own or by those about it; a word that few
claims have tells most.
"""

from dataclasses import dataclass

from moothall.proofread.reading.slips import looks_like_a_slip
from moothall.proofread.reading.statements import section_words
from moothall.proofread.told_again.claim_index import Claim, Claims
from moothall.proofread.told_again.claim_sameness import STEPS, meets
from moothall.proofread.told_again.claim_stages import Stage
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claim_words import GENERIC, HUMAN, PEOPLE

_FEW = 3


@dataclass(frozen=True, slots=True)
class Match:
    """How well two claims are of one thing: `weight` by what both say, `cover` how much of each."""

    other: Claim
    weight: float
    cover: float
    score: float


def match(one: Claim, other: Claim, index: Claims) -> Match:
    first = _covered(one, other, index)
    second = _covered(other, one, index)
    weight, cover = (first[0] + second[0]) / 2, (first[1] + second[1]) / 2
    return Match(other, weight, cover, weight * cover * _likeness(one, other, index))


def _likeness(one: Claim, other: Claim, index: Claims) -> float:
    """Two values of one thing are near each other; of two headings, more often two things."""
    factor = 1.0
    if one.value.sort is not Sort.DATE and one.value.size and other.value.size:
        times = float(max(one.value.size, other.value.size) / min(one.value.size, other.value.size))
        factor *= 1.2 if times < 1.15 else 1.0 if times < 1.5 else 0.8 if times < 2 else 0.6
        if times > 1 and looks_like_a_slip(one.value.size, other.value.size):
            factor *= 1.5
    if one.unit.roots & other.unit.roots and index.rare_unit(one.unit.roots & other.unit.roots):
        factor *= 1.3
    first, second = section_words(one.section), section_words(other.section)
    if first and second and not first & second:
        factor *= 0.75
    if one.block != other.block and abs(one.block - other.block) <= 2:
        factor *= 0.6  # side by side, and so of two things
    if any(not label.startswith("month") for label in one.labels ^ other.labels):
        factor *= 0.4
    if Stage.PROPOSED in one.stage ^ other.stage:
        factor *= 0.75
    if set(one.when) != set(other.when) and Stage.FORECAST in one.stage ^ other.stage:
        return 0
    if len(one.stage & STEPS) != len(other.stage & STEPS):
        factor *= 0.85
    if one.value.sort is not Sort.DATE and set(one.when) != set(other.when):
        if not one.when or not other.when:
            dated = one.when or other.when
            year = index.year
            factor *= 0.9 if year is None or any(meets(span, year) for span in dated) else 0.5
        elif len(one.when) != len(other.when):
            factor *= 0.7
    return factor


def _covered(one: Claim, other: Claim, index: Claims) -> tuple[float, float]:
    """How much of one's own words the other has: weighed, and as a share of them."""
    met = whole = subject = 0.0
    for word in one.near.roots:
        generic = word in GENERIC
        rare = 0.35 if index.times(word) > _FEW else 0.7
        tells = index.tells(word) * (rare if generic else 1)
        whole += tells
        subject += 0 if generic else tells
        near = other.near.has(word)
        if word in PEOPLE and other.unit.roots & HUMAN:
            near = 0.8  # visitors are people
        met += tells * max(near, 0.7 * other.wide.has(word), 0.4 * other.about.has(word))
    if subject >= 1.5:
        return met, met / whole if whole else 0.0
    # "the target is 75%": what it is of stands about it, in the sentence or the one before
    best = (met, met / whole if whole else 0.0)
    for around_it in (one.wide.roots - one.near.roots, one.about.roots):
        more = [(word, index.tells(word) * 0.6) for word in around_it - GENERIC]
        held = sum(
            tells
            * max(other.near.has(word), 0.7 * other.wide.has(word), 0.6 * other.about.has(word))
            for word, tells in more
        )
        total = whole + sum(tells for _, tells in more)
        if total and more:
            best = max(best if best[0] > met else (0.0, 0.0), (met + held, (met + held) / total))
    return best
