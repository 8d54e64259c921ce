"""What tells two claims apart beyond doubt: another sort, time, stage, option, part or place."""

import re

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.thesaurus import root, words_of
from moothall.proofread.told_again.claim_grammar import is_told_as_a_change
from moothall.proofread.told_again.claim_index import Claim
from moothall.proofread.told_again.claim_sameness import (
    are_of_two_kinds_of_time,
    are_two_steps,
    meets,
    of_one_kind_of_event,
    of_one_unit,
)
from moothall.proofread.told_again.claim_stages import Stage, are_alternatives
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claim_words import ACTS, GENERIC, HUMAN

_OF_SEVERAL = ("option", "scenario", "bidder", "tenderer", "lot", "phase")
_NEVER = frozenset(
    {"part", "from", "by", "between", "than", "each", "every", "top", "first", "last"}
)
_HARD = frozenset(
    {
        Stage.TARGET,
        Stage.SUMMED,
        Stage.QUESTION,
        Stage.SAVING,
        Stage.UNDER,
        Stage.ALTERED,
        Stage.PRESENT,
    }
)


def apart(one: Claim, other: Claim) -> bool:
    """Whether something tells the two apart beyond doubt."""
    if one.value.sort is not other.value.sort:
        return True
    roles = {one.role, other.role}
    if one.role == other.role == "part":
        return True
    if len(roles) == 2 and roles & _NEVER and not _are_both_changes(one, other):
        return True
    if _is_a_part_only(one, other) or _is_a_part_only(other, one):
        return True
    if one.another_time != other.another_time and "to" not in roles:
        return True
    if one.another_time and other.another_time:
        return True
    if Stage.OTHERS in one.stage | other.stage:
        return True
    if Stage.FORMER in one.stage | other.stage and not _are_of_one_quarter(one, other):
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
    if are_two_steps(first, second):
        return True
    if one.value.sort is Sort.DATE:
        return of_one_kind_of_event(one, other) < 1
    if one.value.sort is Sort.TIME and are_of_two_kinds_of_time(one, other):
        return True
    if any(
        act in each.unit.roots and not (beside.near.has(act) or beside.wide.has(act))
        for each, beside in ((one, other), (other, one))
        if not beside.cell
        for act in ACTS
    ):
        return True
    if any(_is_of_those_so_far(*pair) for pair in ((one, other), (other, one))):
        return True
    sort_is_count = one.value.sort is Sort.COUNT
    if one.per != other.per and one.per and other.per:
        return True
    if sort_is_count and one.unit.roots and other.unit.roots and not of_one_unit(one, other):
        return True
    return bool(one.when and other.when) and not any(
        meets(a, b) for a in one.when for b in other.when
    )


def _are_of_one_quarter(one: Claim, other: Claim) -> bool:
    """Whether both tell of the same quarter by its number: then neither is the former."""
    named = [
        {label for label in each.labels if label.startswith("quarter ")} for each in (one, other)
    ]
    return bool(named[0]) and named[0] == named[1]


_SO_FAR = Expression(
    r"\s(?P<state>concluded|completed|closed|upheld|dismissed|pending|settled|resolved|finished)\s"
)


def _is_of_those_so_far(one: Claim, other: Claim) -> bool:
    """Whether one counts “1,150 concluded enquiries” and nothing of the other is concluded."""
    state = None if one.cell else _SO_FAR.match(one.sentence, one.value.end)
    return state is not None and not other.wide.has(root(state["state"]))


_BASE = Expression(
    r"\s+of (?!those|these|them|which|whom)(?:the |all |our |its |their )*"
    r"(?P<base>(?:[a-z][\w-]*\s?){1,3})"
)


def are_of_two_bases(one: Claim, other: Claim) -> bool:
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


def _are_both_changes(one: Claim, other: Claim) -> bool:
    """“Slashed by £50m” and “a £40m cut”: each says how much less, in a grammar of its own."""
    return all(
        each.role == "by" or (not each.cell and is_told_as_a_change(each.sentence, each.value))
        for each in (one, other)
    ) and {one.role, other.role} == {"by", ""}


_MORE = frozenset({"further", "additional", "another", "extra", "other", "more"})


def _is_a_part_only(one: Claim, other: Claim) -> bool:
    """“Of these, 25 are let”, and “a further 11”: not the whole that is told elsewhere."""
    if one.role == "of which" and other.role != "of which":
        return one.value.is_counted and one.value.size < other.value.size
    more = one.role in _MORE and other.role not in _MORE
    return more and not is_known(other) and not is_known(one)


_KNOWN = Expression(
    r"(?:\b(?:the|this|these|those|its|our|their|all|both|each of the|now|[A-Za-z]+[’']s)\s+"
    r"(?:some |about |around |total of |present |current |extra |additional |full )?|^With )$",
    re.IGNORECASE,
)
"""“The 29 employees whose …” speaks of what was told before."""


def is_known(one: Claim) -> bool:
    return not one.cell and bool(
        _KNOWN.search(one.sentence[max(0, one.value.start - 40) : one.value.start])
    )


def _subject(one: Claim) -> frozenset[str]:
    if one.near.roots - GENERIC:
        return one.near.roots
    return one.near.roots | one.wide.roots | one.about.roots
