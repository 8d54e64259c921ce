"""Evidence that two claims are of one thing: what speaks for it, what against, and how strongly.

What makes two figures incomparable (`apart`) is held against them first: another sort, time, stage,
option, a target, a figure of another council.  What is left is weighed: words met, by how rare they
are in the report, units, periods, names, place in the report.  Each weight is a plain number.
"""

import re
from dataclasses import dataclass
from math import log1p

from moothall.proofread.reading.slips import looks_like_a_slip
from moothall.proofread.reading.statements import section_words
from moothall.proofread.reading.thesaurus import Words, lines_of, words_of
from moothall.proofread.told_again.claim_sameness import (
    STEPS,
    are_of_two_kinds_of_time,
    meets,
    of_one_kind_of_event,
    of_one_unit,
)
from moothall.proofread.told_again.claim_stages import Stage, are_alternatives
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claim_words import GENERIC, HUMAN, PEOPLE
from moothall.proofread.told_again.claims import Claim, Claims

_OF_SEVERAL = ("option", "scenario", "bidder", "tenderer", "lot", "phase")
_MORE = frozenset({"further", "additional", "another", "extra", "other", "more"})
_NEVER = frozenset(
    {"part", "from", "by", "between", "than", "each", "every", "top", "first", "last"}
)
_HARD = frozenset(
    {Stage.TARGET, Stage.SUMMED, Stage.QUESTION, Stage.SAVING, Stage.UNDER, Stage.ALTERED}
)


_START = -4.0
POINTS = {
    "bases apart": -1.5,
    "beside": -0.7,
    "both told again": -1.0,
    "cell": -3.0,
    "event": 0.2,
    "gap in years": -0.5,
    "label": 0.1,
    "name shared": 0.1,
    "names apart": -1.0,
    "near share": 2.0,
    "neither told again": 1.0,
    "per": -0.7,
    "ratio": -2.1,
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
    "wide": 1.0,
    "wide share": 2.4,
}
"""What each sign counts for, fitted on labelled reports; below nothing it speaks against."""


def apart(one: Claim, other: Claim) -> bool:
    """Whether something tells the two apart beyond doubt."""
    if one.value.sort is not other.value.sort:
        return True
    roles = {one.role, other.role}
    if (len(roles) == 2 and roles & _NEVER) or one.role == other.role == "part":
        return True
    if one.another_time != other.another_time and "to" not in roles:
        return True
    if one.another_time and other.another_time:
        return True
    if (one.stage | other.stage) & {Stage.FORMER, Stage.OTHERS}:
        return True
    if (one.stage ^ other.stage) & _HARD:
        return True
    if one.bullet and other.bullet and one.near.roots == other.near.roots:
        return True  # two lists of the same things: now and then
    if are_alternatives(_subject(one), _subject(other)):
        return True
    if any(label.startswith(_OF_SEVERAL) for label in one.labels ^ other.labels):
        return True
    both = {label.partition(" ")[0] for label in one.labels} & {
        label.partition(" ")[0] for label in other.labels
    }
    if both and one.labels != other.labels:
        return True
    first, second = one.stage, other.stage
    for a, b in ((Stage.GROSS, Stage.NET), (Stage.COST, Stage.INCOME), (Stage.COST, Stage.SAVING)):
        if (a in first and b in second and a not in second and b not in first) or (
            b in first and a in second and b not in second and a not in first
        ):
            return True
    if one.value.sort is Sort.DATE:
        return of_one_kind_of_event(one, other) < 1
    if one.value.sort is Sort.TIME and are_of_two_kinds_of_time(one, other):
        return True
    sort_is_count = one.value.sort is Sort.COUNT
    if one.per != other.per and one.per and other.per:
        return True
    if sort_is_count and one.unit.roots and other.unit.roots and not of_one_unit(one, other):
        return True
    return bool(one.when and other.when) and not any(
        meets(a, b) for a in one.when for b in other.when
    )


_BASE = re.compile(
    r"\s+of (?!those|these|them|which|whom)(?:the |all |our |its |their )*"
    r"(?P<base>(?:[a-z][\w-]*\s?){1,3})"
)


def _of_two_bases(one: Claim, other: Claim) -> bool:
    """Whether one is a share of the cost and the other of the tenants."""
    found = [_BASE.match(each.sentence, each.value.end) for each in (one, other) if not each.cell]
    bases = [words_of(base["base"]) for base in found if base]
    bases = [base for base in bases if base.roots]
    if len(bases) < 2:
        return False
    first, second = bases
    return not any(first.has(word) for word in second.roots) and not (
        first.roots & HUMAN and second.roots & HUMAN
    )


def _subject(one: Claim) -> frozenset[str]:
    if one.near.roots - GENERIC:
        return one.near.roots
    return one.near.roots | one.wide.roots | one.about.roots


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
        found["ratio"] = min(ratio, 4) - 1
        if looks_like_a_slip(one.value.size, other.value.size):
            found["slip"] = 1
    if sort is Sort.DATE:
        gap = float(abs(one.value.size - other.value.size)) / 365
        found["gap in years"] = min(gap, 5)
        kinds = of_one_kind_of_event(one, other)
        found["event"] = kinds
        found["no event"] = not kinds
    if sort is Sort.PERCENT and _of_two_bases(one, other):
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
    if set(one.when) & set(other.when):
        found["when same"] = 1
    elif bool(one.when) != bool(other.when):
        dated = one.when or other.when
        year = index.year
        found["when other" if year and not any(meets(s, year) for s in dated) else "when one"] = 1
    first, second = section_words(one.section), section_words(other.section)
    if one.section == other.section:
        found["section same"] = 1
    elif first & second:
        found["section like"] = 1
    if abs(one.block - other.block) <= 2 and not (one.cell or other.cell):
        found["beside"] = 1
    if one.cell or other.cell:
        found["cell"] = 1
    if one.value.rough or other.value.rough:
        found["rough"] = 1
    if one.bullet and other.bullet and one.section == other.section:
        found["bullets"] = 1
    alone = [_stands_alone(each, index) for each in (one, other)]
    found["both told again"] = not any(alone)
    found["neither told again"] = all(alone)
    later = max(one, other, key=lambda each: each.number)
    earlier = other if later is one else one
    found["the later is known"] = _is_known(later)
    found["the earlier is known"] = _is_known(earlier)
    return found


def points(one: Claim, other: Claim, index: Claims) -> float:
    """How strongly everything together speaks for the two being of one thing."""
    return _START + sum(
        POINTS.get(sign, 0.0) * much for sign, much in signs(one, other, index).items()
    )


_KNOWN = re.compile(
    r"(?:\b(?:the|these|those|its|our|their|all|both|each of the|now|[A-Za-z]+[’']s)\s+"
    r"(?:some |about |around |total of |present |current |extra |additional |full )?|^With )$",
    re.IGNORECASE,
)
"""“The 29 employees whose …” speaks of what was told before."""


def _is_known(one: Claim) -> bool:
    return not one.cell and bool(
        _KNOWN.search(one.sentence[max(0, one.value.start - 40) : one.value.start])
    )


def _stands_alone(one: Claim, index: Claims) -> bool:
    """Whether no other place of the report has the value."""
    return not any(
        held.block != one.block and not held.value.differs(one.value)
        for held in index.of_size(one.value)
    )


def is_explained(one: Claim, other: Claim, index: Claims) -> bool:
    """Whether the paragraph or the table of one holds the other's value too."""
    return any(
        held.value.sort is told.value.sort
        and held is not place
        and not held.value.differs(told.value)
        and not apart(held, told)
        and (held.value.sort is not Sort.DATE or of_one_kind_of_event(held, told) > 0)
        and not (held.value.sort is Sort.COUNT and held.value.size < 10 and held.unit.roots)
        for place, told in ((one, other), (other, one))
        for held in index.of_block(place.block)
    )


_PUT_FORWARD = re.compile(
    r"^\W*(?:\(?[a-z0-9]{1,3}[).]\s*)?(?:that \w+ |to )?(?:notes?|approves?|agrees?|"
    r"endorse|endorses|recommend)\b(?![^.;]*\b(?:from|compar\w+|previous\w*|last|further|"
    r"increas\w+|decreas\w+|reduc\w+|remain\w+|net|less|additional|of which|balance)\b)",
    re.IGNORECASE,
)


def _is_put_forward(one: Claim) -> bool:
    """“Note the forecast overspend of £26.8m”: what is put to members is to be today's figure."""
    return bool(_PUT_FORWARD.match(one.sentence))


def is_worked_out(one: Claim, other: Claim, index: Claims) -> bool:
    """Whether one value is the sum, or the rest, of what stands beside the other."""
    if one.value.sort in (Sort.DATE, Sort.TIME) or _is_put_forward(one):
        return False
    sizes = [
        held.value.size
        for held in index.of_block(other.block)
        if held.value.sort is one.value.sort
        and held is not other
        and (not other.unit.roots or held.unit.roots & other.unit.roots)
        and not any(  # "268 and 41", "309 and 41": no sum, for the part stands in both
            beside is not one and beside.value.size == held.value.size
            for beside in index.of_block(one.block)
        )
    ][:12]
    whole = other.value.size
    worked = {abs(whole - size) for size in sizes} | {whole + size for size in sizes}
    low, high = one.value.low, one.value.high
    return any(low <= value <= high for value in worked if value)
