"""Evidence that two claims are of one thing: what speaks for it, what against, and how strongly.

What makes two figures incomparable (`apart`) is held against them first: another sort, time, stage,
option, a target, a figure of another council.  What is left is weighed: words met, by how rare they
are in the report, units, periods, names, place in the report.  Each weight is a plain number.
"""

import re
from dataclasses import dataclass
from math import log1p

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.slips import looks_like_a_slip
from moothall.proofread.reading.statements import section_words
from moothall.proofread.reading.thesaurus import Words, lines_of, words_of
from moothall.proofread.told_again.claim_contradictions import are_of_two_bases, is_known
from moothall.proofread.told_again.claim_index import Claim, Claims
from moothall.proofread.told_again.claim_sameness import (
    STEPS,
    meets,
    of_one_kind_of_event,
    of_one_unit,
)
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claim_words import GENERIC, HUMAN, PEOPLE

_MORE = frozenset({"further", "additional", "another", "extra", "other", "more"})

_START = -4.0
_MOST_OF_A_SLIP = 2
"""A digit that went astray says nothing of how far off the figure is."""
_DAYS_APART = 0.03  # of a year
POINTS = {
    "bases apart": -1.5,
    "beside": -0.7,
    "both bounds": 0.5,
    "both told again": -1.0,
    "cell": -3.0,
    "day apart": 0.4,
    "event": 0.2,
    "gap in years": -0.5,
    "label": 0.1,
    "name shared": 0.1,
    "names apart": -1.0,
    "near share": 2.0,
    "neither told again": 1.0,
    "line of each": -3.0,
    "of one age": -2.0,
    "per": -0.7,
    "ratio": -2.1,
    "row of its words": 1.2,
    "role more": -0.7,
    "role part": -1.0,
    "role to": -1.0,
    "rough": -0.2,
    "section same": -0.3,
    "slip": 1.7,
    "sort count": -0.4,
    "sort date": 0.2,
    "sort length of time": 1.1,
    "sort money": -0.4,
    "sort percent": -0.5,
    "stage average": -1.1,
    "stage cost": 0.2,
    "stage gross": -1.0,
    "stage least": -0.4,
    "stage most": -0.1,
    "stage net": -0.7,
    "stage original": -0.5,
    "stage overspend": -0.6,
    "stage proposed": -0.3,
    "stage shared": 0.5,
    "steps apart": -1.5,
    "the earlier is known": -0.1,
    "the later is known": 0.9,
    "unit like": -0.4,
    "unit rare": 0.8,
    "unit same": 0.2,
    "unit unknown": -0.1,
    "when one": -0.3,
    "when other": -0.6,
    "when same": 0.4,
    "wide": 1.0,
    "wide share": 2.4,
}
"""What each sign counts for, fitted on labelled reports; below nothing it speaks against."""


@dataclass(frozen=True, slots=True)
class Met:
    """How much of the words of each of two claims the other has: weighed, and as a share."""

    near: float
    near_share: float
    wide: float
    wide_share: float


def met(one: Claim, other: Claim, index: Claims) -> Met:
    a, b = _met(one, other, index), _met(other, one, index)
    return Met(*((x + y) / 2 for x, y in zip(a, b, strict=True)))


def _met(one: Claim, other: Claim, index: Claims) -> tuple[float, float, float, float]:
    near = near_whole = wide = wide_whole = 0.0
    for word in one.near.roots:
        tells = _tells(word, index)
        found = _has(other.near, word, lines_of(word))
        if word in PEOPLE and other.unit.roots & HUMAN:
            found = max(found, 0.8)
        elif one.value.sort is Sort.PERCENT and word in HUMAN and other.near.roots & HUMAN:
            found = max(found, 0.5)
        near_whole += tells
        near += tells * found
        wide_whole += tells
        wide += tells * max(found, 0.7 * _has(other.wide, word, lines_of(word)),
                            0.45 * other.about.has(word))  # fmt: skip
    for word in one.wide.roots - one.near.roots:
        tells = 0.5 * _tells(word, index)
        wide_whole += tells
        wide += tells * max(other.near.has(word), 0.7 * other.wide.has(word),
                            0.45 * other.about.has(word))  # fmt: skip
    return (near, near / near_whole if near_whole else 0.0,
            wide, wide / wide_whole if wide_whole else 0.0)  # fmt: skip


def _has(words: Words, word: str, lines: frozenset[int]) -> float:
    if word in words.roots:
        return 1.0
    return 0.75 if lines & words.lines else 0.0


def _tells(word: str, index: Claims) -> float:
    tells = index.tells(word)
    return tells * (0.4 if word in GENERIC else 1.0)


def signs(one: Claim, other: Claim, index: Claims) -> dict[str, float]:
    """What speaks for and against the two being of one thing, each sign by its name."""
    words = met(one, other, index)
    found = {
        "near": log1p(words.near),
        "near share": words.near_share,
        "wide": log1p(words.wide),
        "wide share": words.wide_share,
    }
    sort = one.value.sort
    found[f"sort {sort.value}"] = 1
    if sort is not Sort.DATE and one.value.size and other.value.size:
        ratio = float(max(one.value.size, other.value.size) / min(one.value.size, other.value.size))
        slip = looks_like_a_slip(one.value.size, other.value.size)
        found["ratio"] = min(ratio, _MOST_OF_A_SLIP if slip else 4) - 1
        if slip:
            found["slip"] = 1
    if sort is Sort.DATE:
        gap = float(abs(one.value.size - other.value.size)) / 365
        found["gap in years"] = min(gap, 5)
        if (
            gap < _DAYS_APART
            and one.value.low == one.value.high
            and other.value.low == other.value.high
        ):
            found["day apart"] = 1
        kinds = of_one_kind_of_event(one, other)
        found["event"] = kinds
        found["no event"] = not kinds
    if sort is Sort.PERCENT and are_of_two_bases(one, other):
        found["bases apart"] = 1
    if sort is Sort.COUNT:
        if not one.unit.roots or not other.unit.roots:
            found["unit unknown"] = 1
        elif one.unit.roots & other.unit.roots:
            found["unit same"] = 1
            if index.rare_unit(one.unit.roots & other.unit.roots):
                found["unit rare"] = 1
        elif of_one_unit(one, other):
            found["unit like"] = 1
        else:
            found["unit apart"] = 1
    roles = {one.role, other.role}
    if len(roles) == 2:
        if roles & _MORE:
            found["role more"] = 1
        elif "to" in roles:
            found["role to"] = 1
        elif roles & {"of which", "of whom"}:
            found["role part"] = 1
        else:
            found["role apart"] = 1
    if bool(one.per) != bool(other.per):
        found["per"] = 1
    for stage in sorted((one.stage ^ other.stage) - STEPS):
        found[f"stage {stage.value}"] = 1
    if one.stage & STEPS and other.stage & STEPS and not one.stage & other.stage & STEPS:
        found["steps apart"] = 1
    if one.stage & other.stage:
        found["stage shared"] = 1
    if one.named & other.names_about or other.named & one.names_about:
        found["name shared"] = 1
    if one.named - other.names_about and other.named - one.names_about:
        found["names apart"] = 1
    if one.labels ^ other.labels:
        found["label"] = 1
    if any(label.startswith("aged") for label in one.labels ^ other.labels):
        found["of one age"] = 1
    if _is_a_line_of_each(one, other):
        found["line of each"] = 1
    if set(one.when) & set(other.when):
        found["when same"] = sort is not Sort.DATE
    elif bool(one.when) != bool(other.when):
        dated = one.when or other.when
        year = index.year
        found["when other" if year and not any(meets(s, year) for s in dated) else "when one"] = 1
    if set(one.when) & set(other.when) or not (one.when or other.when):
        found["row of its words"] = _is_named(one, other) or _is_named(other, one)
    first, second = section_words(one.section), section_words(other.section)
    if one.section == other.section:
        found["section same"] = 1
    elif first & second:
        found["section like"] = 1
    if abs(one.block - other.block) <= 2 and not (one.cell or other.cell):
        found["beside"] = 1
    if one.cell or other.cell:
        found["cell"] = 1
    if one.value.is_bound and other.value.is_bound:
        found["both bounds"] = 1
    if one.value.rough or other.value.rough:
        found["rough"] = 1
    if one.bullet and other.bullet and one.section == other.section:
        found["bullets"] = 1
    alone = [_stands_alone(each, index) for each in (one, other)]
    found["both told again"] = not any(alone)
    found["neither told again"] = all(alone)
    later = max(one, other, key=lambda each: each.number)
    earlier = other if later is one else one
    found["the later is known"] = is_known(later)
    found["the earlier is known"] = is_known(earlier)
    return found


_VERB = Expression(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|may|[a-z]{3,}(?:ed|ing)|totals?|"
    r"note|approve|agree|endorse|recommend|receive|consider)\b",
    re.IGNORECASE,
)


def _is_a_line_of_each(one: Claim, other: Claim) -> bool:
    """“Full-time staff: 36” under two headings: a line of each office, and no sentence."""
    return (
        one.near.roots == other.near.roots
        and one.value.sort is not Sort.DATE
        and not looks_like_a_slip(one.value.size, other.value.size)
        and not any(_VERB.search(each.sentence) for each in (one, other))
    )


def _is_named(cell: Claim, one: Claim) -> bool:
    """Whether the row and the column are told in full by the words of the other."""
    if not cell.cell:
        return False
    label, head = cell.label.roots - GENERIC, words_of(cell.head).roots - GENERIC
    if cell.label.roots and not label:
        return False
    if not set(cell.when) & set(one.when) and len(label or head) < _FEWEST_WORDS:
        return False
    return all(one.near.has(word) for word in label | head)


_FEWEST_WORDS = 2


def points(one: Claim, other: Claim, index: Claims) -> float:
    """How strongly everything together speaks for the two being of one thing."""
    return _START + sum(
        POINTS.get(sign, 0.0) * much for sign, much in signs(one, other, index).items()
    )


def _stands_alone(one: Claim, index: Claims) -> bool:
    """Whether no other place of the report has the value."""
    return not any(
        held.block != one.block and not held.value.differs(one.value)
        for held in index.of_size(one.value)
    )
