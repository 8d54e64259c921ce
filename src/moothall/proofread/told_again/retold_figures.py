"""Figures told again in other words: two digits changed about in the telling.

"The pools had 214,700 admissions" in the background and "241,700 swimmers" under
another heading.  `lone_figures` asks for like words; here the words may differ, for two figures of
one kind and size, each printed in full, hardly ever have the same digits in another order by
chance, least of all where they are of one subject and neither is borne out elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.concepts import names, say_opposite
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import found_once
from moothall.proofread.reading.quantities import Quantities, Quantity, quantities
from moothall.proofread.reading.statements import periods_named
from moothall.proofread.told_again.lone_figures import (
    BEYOND_CHANCE,
    are_of_two_times,
    is_worked_out,
    slips_of_the_pen,
    swapped,
)
from moothall.proofread.told_again.subjects_of_figures import Alike, Subjects
from moothall.proofread.told_again.told_apart import are_told_apart, is_set_beside

_LONGEST = 9
_ANOTHER_TIME = Expression(
    r"\b(?:(?:year|month|quarter|week)s? (?:before|earlier|ago|previously)|"
    r"previous|prior|preceding|formerly|originally|restated|revised from|"
    r"(?:up|down|rose|fell|increase\w*|decrease\w*|reduc\w+) from)\b",
    re.IGNORECASE,
)
_SINCE = Expression(
    r"\b(?:since|ever since|highest|lowest)\b[^,.;]*\b(?:19|20)\d\d\b", re.IGNORECASE
)


@found_once
def a_figure_told_again_keeps_its_digits(report: Report) -> Iterator[TextFinding]:
    """Said of one subject in two places, 214,700 and 241,700 are one figure and a slip."""
    index = quantities(report)
    said = [(finding.place, finding.quote) for finding in slips_of_the_pen(report)]
    slips = [
        finding.message
        for finding in slips_of_the_pen(report)
        if finding.confidence is not Confidence.LOW
    ]
    told: set[frozenset[str]] = set()
    subjects: Subjects | None = None
    for lone in index.all:
        if not _may_be_a_slip(lone, index) or (lone.place, lone.quote) in said:
            continue
        others = [
            other
            for digits in sorted(_adjacent_swaps(lone.digits) | _round_swaps(lone))
            for other in index.by_digits.get(digits, ())
            if _may_be_meant(lone, other, digits)
        ]
        if not others:
            continue
        subjects = subjects or Subjects(index)
        if len(lone.digits) < 3 and _is_borne_out(lone, index, subjects):
            continue
        ranked = sorted(others, key=lambda one: -subjects.alike(lone, one).weight)
        meant = next(
            (
                one
                for one in ranked
                if not is_worked_out(lone, one, index) and not is_set_beside(lone, one, index)
            ),
            None,
        )
        if meant is None or frozenset((lone.digits, meant.digits)) in told:
            continue
        if len(lone.digits) >= BEYOND_CHANCE and any(
            lone.text in words and meant.text in words for words in slips
        ):
            continue
        confidence = _sureness(lone, meant, subjects.alike(lone, meant))
        if confidence is not None:
            told.add(frozenset((lone.digits, meant.digits)))
            yield _finding(lone, meant, confidence)


def _may_be_a_slip(lone: Quantity, index: Quantities) -> bool:
    if lone.cell or not 2 <= len(lone.digits) <= _LONGEST or (lone.rough and _is_round(lone)):
        return False
    if index.is_said_of_each_in_turn(lone):
        return False
    return len(lone.digits) < 3 or not any(
        one is not lone and one.words != lone.words and _may_be_one(lone, one)
        for one in index.by_digits.get(lone.digits, ())
    )


def _may_be_one(lone: Quantity, other: Quantity) -> bool:
    """Whether two figures of the same digits are one sum, in whatever unit each is printed."""
    if len(other.digits) < len(lone.digits) or not other.value:
        return False
    times = max(lone.value / other.value, other.value / lone.value)
    return any(abs(times / unit - 1) < Decimal("0.01") for unit in (1, 1_000))


def _is_borne_out(lone: Quantity, index: Quantities, subjects: Subjects) -> bool:
    return any(
        one is not lone and one.words != lone.words and subjects.alike(lone, one).weight > 2
        for one in index.by_digits.get(lone.digits, ())
        if one.digits == lone.digits and one.kind is lone.kind
    )


def _is_round(one: Quantity) -> bool:
    """Whether "some" before it may be meant: "some 1,473 people" are counted to the last."""
    return len(one.digits) < 3 or one.text.rstrip("mk% ").endswith("0")


def _adjacent_swaps(digits: str) -> set[str]:
    """The digits with two neighbours changed about."""
    return {
        other
        for other in swapped(digits)
        if not other.startswith("0")
        and not other.endswith("0")
        and [one != two for one, two in zip(digits, other, strict=True)].count(True) == 2
        and _neighbours(digits, other)
    }


def _round_swaps(lone: Quantity) -> set[str]:
    """ "520" for "502": the nought that ends a count in full changed about with its neighbour."""
    full = re.sub(r"\D", "", lone.text)
    if lone.kind is not Kind.COUNT or "." in lone.text or len(full) != len(lone.digits) + 1:
        return set()
    return {full[:-2] + "0" + full[-2]} if len(full) > 2 and lone.value < 10_000 else set()


def _neighbours(one: str, other: str) -> bool:
    wrong = [place for place, pair in enumerate(zip(one, other, strict=True)) if len(set(pair)) > 1]
    return wrong[-1] - wrong[0] == 1


def _may_be_meant(lone: Quantity, other: Quantity, digits: str) -> bool:
    """Whether the other is of one kind and size, printed as finely, in another place."""
    if other.digits != digits or not _of_one_kind(lone, other):
        return False
    if other.block == lone.block and (len(digits) < _LONG or other.words == lone.words):
        return False
    if other.value <= 0 or not 0.4 <= float(lone.value / other.value) <= 2.5:
        return False
    since = periods_named(_SINCE.sub("", lone.own))
    if since == lone.when and are_of_two_times(lone, other):
        return False
    if since != lone.when and are_of_two_times(replace(lone, when=since), other):
        return False
    return not (
        _ANOTHER_TIME.search(lone.own)
        or (not other.cell and _ANOTHER_TIME.search(other.own))
        or say_opposite(lone.own, f"{other.own} {other.head if other.cell else ''}")
        or are_told_apart(lone, other)
    )


_LONG = 5
_BEYOND_CHANCE = 6
"""Of a hundred figures of so many digits, hardly two are one another's swap by chance."""


def _of_one_kind(lone: Quantity, other: Quantity) -> bool:
    """A column of money often says so nowhere."""
    if other.kind is lone.kind:
        return True
    return (
        other.cell
        and other.kind is Kind.COUNT
        and lone.kind is Kind.MONEY
        and other.value >= 1_000
        and len(other.digits) >= 3
    )


def _sureness(lone: Quantity, other: Quantity, alike: Alike) -> Confidence | None:
    whole = max(alike.of_lone, alike.of_other)
    if min(len(lone.digits), len(other.digits)) < 3 and len(other.digits) < 3:
        # 46 and 64 meet by chance: the one must say all that the other does
        if (
            other.rough
            or lone.kind is Kind.PERCENT
            or alike.weight < 4
            or whole < 0.95
            or _two_names(lone, other)
        ):
            return None
        return Confidence.MEDIUM
    if len(lone.digits) >= _BEYOND_CHANCE and len(other.digits) >= _BEYOND_CHANCE:
        return _graded(alike.weight, 0.0, 6.0)
    if lone.block == other.block:
        return _graded(alike.weight, 1.0, 20.0)
    if len(lone.digits) > 3:
        return _graded(alike.weight, 0.5, 6.0)
    if lone.kind is Kind.PERCENT and whole < 0.5:
        return Confidence.LOW  # of the percentages of one report, some share digits by chance
    return _graded(alike.weight, 1.0, 8.0)


def _graded(weight: float, enough: float, sure: float) -> Confidence:
    if weight >= sure:
        return Confidence.HIGH
    return Confidence.MEDIUM if weight >= enough else Confidence.LOW


def _two_names(lone: Quantity, other: Quantity) -> bool:
    one, two = names(f". {lone.own}"), names(f". {other.own}")
    return bool(one - names(other.words)) and bool(two - names(lone.words))


def _finding(lone: Quantity, other: Quantity, confidence: Confidence) -> TextFinding:
    words = " ".join(other.words.split())
    words = words if len(words) <= 90 else words[:90].rsplit(" ", 1)[0] + " …"
    return TextFinding(
        place=lone.place,
        quote=lone.quote,
        message=f"{lone.text} here, {other.text} at {other.place} (“{words}”), which seems to be "
        f"the same told in other words: two digits are changed about, and {lone.text} stands "
        "nowhere else.",
        confidence=confidence,
        cure="Give one figure in both places, or say what makes them differ.",
    )


RULES: tuple[Rule, ...] = (a_figure_told_again_keeps_its_digits,)
