"""Claims told twice: one thing with two values, far apart and in other words.

Each claim of the text is held against every other of its sort, and told where the nearest of them
has another value and neither has a nearer one.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.claim_matches import Match, matches
from moothall.proofread.claim_sameness import may_be_of_one_thing, near_in_size
from moothall.proofread.claim_values import Sort
from moothall.proofread.claims import Claim, Claims, claims
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.passages import around, read_once
from moothall.proofread.proofread import Rule
from moothall.proofread.thesaurus import root

_LEAST = 2.2
_LEAST_COVER = 0.45
_LEAST_OF_A_SHARE = (3.5, 0.6)
"""Of two shares both must be said: what they are of, and what is so of them."""


def told_twice(index: Claims) -> Iterator[tuple[Claim, Match]]:
    """Each claim of the text and the nearest match that has another value, best first."""
    found: dict[int, list[Match]] = {}

    def of(number: int) -> list[Match]:
        if number not in found:
            found[number] = matches(number, index)
        return found[number]

    pairs = []
    for number, one in enumerate(index.all):
        if one.cell:
            continue
        best = next(iter(of(number)), None)
        if best is None or best.score < _LEAST or not _is_enough(best, one.value.sort):
            continue
        other = best.other
        if not one.value.differs(other.value) or not near_in_size(one, other):
            continue
        if one.block == other.block or is_explained(one, other, index):
            continue
        if is_worked_out(one, other, index) or is_worked_out(other, one, index):
            continue
        if not other.cell:
            back = of(other.number)
            nearer = next((m for m in back if m.other.value.differs(other.value)), None)
            if nearer is not None and nearer.other.value.differs(one.value):
                continue
            agreeing = any(
                not m.other.value.differs(other.value) and m.score > best.score / 2 for m in back
            )
            if agreeing and any(
                not m.other.value.differs(one.value) and m.score > best.score / 2
                for m in of(number)
            ):
                continue  # each is borne out: two things
        pairs.append((one, best))
    return iter(sorted(pairs, key=lambda pair: -pair[1].score))


def _is_enough(found: Match, sort: Sort) -> bool:
    if sort is Sort.PERCENT:
        return found.weight >= _LEAST_OF_A_SHARE[0] and found.cover >= _LEAST_OF_A_SHARE[1]
    return found.cover >= _LEAST_COVER


def is_explained(one: Claim, other: Claim, index: Claims) -> bool:
    """Whether the paragraph or the table of one holds the other's value too."""
    return any(
        held.value.sort is told.value.sort
        and not held.value.differs(told.value)
        and may_be_of_one_thing(held, told)
        and not (held.value.sort is Sort.COUNT and held.value.size < 10 and held.unit.roots)
        for place, told in ((one, other), (other, one))
        for held in index.of_block(place.block)
    )


def is_worked_out(one: Claim, other: Claim, index: Claims) -> bool:
    """Whether one value is the sum, or the rest, of what stands beside the other."""
    if one.value.sort in (Sort.DATE, Sort.TIME):
        return False
    sizes = [
        held.value.size
        for held in index.of_block(other.block)
        if held.value.sort is one.value.sort
        and held is not other
        and (not other.unit.roots or held.unit.roots & other.unit.roots)
    ][:12]
    whole = other.value.size
    worked = {abs(whole - size) for size in sizes} | {whole + size for size in sizes}
    low, high = one.value.low, one.value.high
    return any(low <= value <= high for value in worked if value)


@read_once
def pairs_told_twice(report: Report) -> tuple[tuple[Claim, Match], ...]:
    """What the rule finds, which other rules leave to it."""
    return tuple(told_twice(claims(report)))


def a_thing_told_twice_has_one_value(report: Report) -> Iterator[TextFinding]:
    """“243 families in accommodation arranged by the Council” and “217 households in temporary …”.

    The figures need be no slips of each other, and the words may be others.
    """
    told: set[frozenset[str]] = set()
    for one, found in pairs_told_twice(report):
        first, second = sorted((one, found.other), key=lambda claim: claim.number)
        key = frozenset((first.value.text, second.value.text))
        if key in told:
            continue
        told.add(key)
        yield TextFinding(
            place=second.place,
            quote=around(second.sentence, *_spot(second), 90),
            message=f"{second.value.text} here, {first.value.text} at {first.place} "
            f"(“{around(first.sentence, *_spot(first), 60)}”), which seem to be said of one thing: "
            f"{', '.join(_shared(first, second)) or 'the same'}.",
            confidence=Confidence.MEDIUM,
            cure="Give one value in both places, or say what makes them differ.",
        )


def _spot(one: Claim) -> tuple[int, int]:
    return one.value.start, one.value.end


def _shared(one: Claim, other: Claim) -> list[str]:
    """The words of the second that the first has too, in the same or in other words."""
    found = [
        word
        for word in re.findall(r"[A-Za-z][A-Za-z’'-]+", other.own)
        if root(word) in other.near.roots and one.near.has(root(word))
    ]
    return list(dict.fromkeys(found))[:6]


RULES: tuple[Rule, ...] = (a_thing_told_twice_has_one_value,)
