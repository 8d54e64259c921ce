"""What tells two claims apart: their time, their stage (a budget is no outturn), unit and name."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.slips import looks_like_a_slip
from moothall.proofread.told_again.claim_index import Claim
from moothall.proofread.told_again.claim_stages import Stage, are_alternatives
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claim_words import GENERIC, HUMAN, PEOPLE

_HARD = frozenset(
    {
        Stage.TARGET,
        Stage.OTHERS,
        Stage.FORMER,
        Stage.OVER,
        Stage.UNDER,
        Stage.SAVING,
        Stage.MOST,
        Stage.LEAST,
        Stage.SUMMED,
        Stage.QUESTION,
        Stage.ALTERED,
    }
)
"""What both must be, or neither."""
STEPS = frozenset({Stage.BUDGET, Stage.FORECAST, Stage.ACTUAL})
_APART = ((Stage.GROSS, Stage.NET), (Stage.COST, Stage.INCOME), (Stage.COST, Stage.SAVING))
_OF_SEVERAL = ("option", "scenario", "bidder", "tenderer", "lot", "phase")


def _subject(one: Claim) -> frozenset[str]:
    """The words that say what it is of; those about it where its own do not."""
    if one.near.roots - GENERIC:
        return one.near.roots
    return one.near.roots | one.wide.roots | one.about.roots


def are_two_steps(one: frozenset[Stage], other: frozenset[Stage]) -> bool:
    """Whether the one is a budget only, and the other what was or will be spent."""
    return any(
        first & STEPS == {Stage.BUDGET} and second & STEPS and Stage.BUDGET not in second
        for first, second in ((one, other), (other, one))
    )


def may_be_of_one_thing(one: Claim, other: Claim) -> bool:
    """Whether nothing tells the two apart: unit, time, stage, role."""
    if one.value.sort is not other.value.sort or one.role != other.role or one.per != other.per:
        return False
    if one.value.sort is Sort.DATE:
        return _one_kind_of_event(one, other) and _of_one_name(one, other)
    if (one.stage | other.stage) & {Stage.FORMER, Stage.OTHERS}:
        return False
    if Stage.AVERAGE in one.stage ^ other.stage and not (one.per or one.value.sort is Sort.TIME):
        return False
    if one.labels != other.labels and (one.labels & other.labels or (one.labels and other.labels)):
        return False
    if any(label.startswith(_OF_SEVERAL) for label in one.labels ^ other.labels):
        return False
    if one.another_time or other.another_time or (one.stage ^ other.stage) & _HARD:
        return False
    if any(
        (a in one.stage and b in other.stage) or (b in one.stage and a in other.stage)
        for a, b in _APART
    ):
        return False
    both = one.stage & other.stage & _HARD
    if (
        not both
        and (one.stage & STEPS and other.stage & STEPS)
        and not one.stage & other.stage & STEPS
    ):
        return False
    if are_alternatives(_subject(one), _subject(other)):
        return False
    if one.role in ("part", "of which", "of whom") or (
        one.bullet and other.bullet and one.near.roots == other.near.roots
    ):
        return False
    if not _at_one_time(one, other):
        return False
    if one.value.is_counted and other.value.is_counted and not of_one_unit(one, other):
        return False
    return _of_one_name(one, other)


def _of_one_name(one: Claim, other: Claim) -> bool:
    return not (one.named - other.names_about and other.named - one.names_about)


_KINDS_OF_EVENTS = tuple(
    Expression(rf"\b(?:{words})", re.IGNORECASE)
    for words in (
        (
            r"expir|com(?:e|es|ing) to (?:an|its) (?:\w+ )?end|ends?\b|ending|finish|extended|"
            r"terminat|laps|until|ceas|(?:last|final) day|"
            r"runs? (?:to|out)|exhaust|be full"
        ),
        r"open|admit|first |in(?:to)? use|welcom|live|launch|install",
        r"complet|finish|hand|ready|into use|done|migrat|moved|open|deliver(?:ed|s)?\b",
        (
            r"start|begin|begun|began|with effect|commenc|planned|launch|on site|"
            r"tak(?:e|es|ing|en) effect|took effect|in(?:to)? force|effective|appl(?:y|ies)\b"
        ),
        r"spent|spend|used?\b|drawn|claim",
        r"inspect|visit|\bcame\b",
        r"approv|agreed|adopt",
        r"clos|shut|withdraw|(?:last|final) day",
        r"appl(?:y|ied|ication)|submi|lodg",
        r"appoint|award|chosen|let\b|sign",
        r"publish|issued?\b|releas",
        r"repa(?:id|y)|pay(?:ing)? back|paid back",
        r"deadline|closing date|no later than|\bdue\b",
    )
)


def _one_kind_of_event(one: Claim, other: Claim) -> bool:
    return any(read.search(one.event) and read.search(other.event) for read in _KINDS_OF_EVENTS)


_KINDS_OF_TIMES = tuple(
    Expression(rf"\b(?:{words})", re.IGNORECASE)
    for words in (
        r"pay(?:s|ing)?(?: for itself)?\b|payback|paid back|recover|repa(?:id|y)|break even",
        r"wait|delay|queue|respond|response|repl(?:y|ies|ied)|answer|deal|process|decid|determin",
        r"contract|agreement|concession|lease|licen[cs]e|term\b|tenancy|franchise|run\b|runs\b",
        r"consult|survey|engagement",
        r"clos|shut|away",
        r"stay|remain|bed|hospital",
        r"sick|absen|illness|ill health|lost",
        r"build|built|construct|works?\b|take|install|complet|deliver",
        r"notice|redundan|pay\b",
        r"old\b|age\b|life|last",
    )
)


def are_of_two_kinds_of_time(one: Claim, other: Claim) -> bool:
    """Whether one is the term of a contract, and the other how long it takes to pay back."""
    first, second = (
        {n for n, read in enumerate(_KINDS_OF_TIMES) if read.search(each.own)}
        for each in (one, other)
    )
    return bool(first and second and not first & second)


def of_one_kind_of_event(one: Claim, other: Claim) -> int:
    """1 where both dates are of one kind of event, -1 where of two, 0 where it is not known."""
    kinds = _kinds_of_event(one.event), _kinds_of_event(other.event)
    if kinds[0] & kinds[1]:
        return 1
    return -1 if all(kinds) else 0


@lru_cache(maxsize=4096)
def _kinds_of_event(event: str) -> frozenset[int]:
    """The kinds that the nearest word of an event before a date is of."""
    last: dict[int, int] = {}
    for number, read in enumerate(_KINDS_OF_EVENTS):
        for match in read.finditer(event):
            last[number] = match.start()
    nearest = max(last.values(), default=0)
    return frozenset(number for number, place in last.items() if place == nearest)


def _at_one_time(one: Claim, other: Claim) -> bool:
    if not one.when or not other.when:
        return True
    return any(meets(first, second) for first in one.when for second in other.when)


def of_one_unit(one: Claim, other: Claim) -> bool:
    if not one.unit.roots or not other.unit.roots:
        return True
    if one.unit.roots & PEOPLE or other.unit.roots & PEOPLE:
        return bool(one.unit.roots & HUMAN and other.unit.roots & HUMAN)
    if one.unit.roots & other.near.roots or other.unit.roots & one.near.roots:
        return True
    return bool(one.unit.lines & other.unit.lines)


def near_in_size(one: Claim, other: Claim) -> bool:
    if one.value.sort is Sort.DATE:
        return abs(one.value.size - other.value.size) < 1_900
    small, large = sorted((one.value.size, other.value.size))
    if small and large / small < 10 and looks_like_a_slip(small, large):
        return True
    return small > 0 and large / small <= Decimal("2.1")


def meets(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
