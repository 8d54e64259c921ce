"""Figures put to members: those of recommendations, summaries and conclusions stand in the body.

“Approve a one-off budget of £410,000” where the table that sets it out comes to 450: a figure that
nothing in the body bears out is told where the body has its fellow, of the same thing and near it.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Heading, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, around, found_once, paragraphs, read_once
from moothall.proofread.told_again.claim_index import Claim, Claims
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claims import claims
from moothall.proofread.told_again.fellows import Fellow, fellows, surest
from moothall.proofread.told_again.figures_borne_out import (
    has_its_value,
    is_borne_out,
    is_made_of_two,
)
from moothall.proofread.told_again.recommendations_told_again import what_is_asked_in

_SUMS_UP = Expression(
    r"\b(?:recommend|summar|headline|highlight|conclu|overview|synopsis|abstract|in brief|"
    r"at a glance|key (?:message|point|finding|fact|issue|figure|result)|main (?:message|point|"
    r"finding)|decisions? (?:sought|required|requested|asked)|resol(?:ution|ved)|"
    r"(?:what (?:is|we)|matters?) (?:propos|ask)|proposals? in|purpose)",
    re.IGNORECASE,
)
_SORTS = frozenset({Sort.MONEY, Sort.COUNT, Sort.PERCENT})
_LEAST_COUNT = 13
_LONGEST_HEADING = 50
_SHARE, _COMMON = 0.5, 2.5
_SHARE_OF_A_SLIP = 0.3


@read_once
def blocks_that_sum_up(report: Report) -> frozenset[int]:
    """The recommendations, summaries and conclusions of a report, by their headings or their acts.

    The table of a front sheet, before the first heading with a number, is one of them.
    """
    found: set[int] = set()
    asked: set[int] = set()
    line = ""
    for paragraph in paragraphs(report):
        if _is_a_heading_line(paragraph):
            line = paragraph.text
        elif paragraph.section and paragraph.section not in line:
            line = ""
        if _SUMS_UP.search(line or paragraph.section):
            found.add(paragraph.block)
        elif not paragraph.cell and what_is_asked_in(paragraph.text) is not None:
            (found if paragraph.bullet else asked).add(paragraph.block)
    found = found or asked
    numbered = (
        number for number, block in enumerate(report.blocks)
        if isinstance(block, Heading) and block.number
    )  # fmt: skip
    for number, block in enumerate(report.blocks[: next(numbered, 0)]):
        if isinstance(block, Grid):
            found.add(number)
    return frozenset(found)


def _is_a_heading_line(paragraph: Paragraph) -> bool:
    """“Key messages” on a line of its own, in a text whose headings are not marked."""
    text = paragraph.text
    return (
        not (paragraph.bullet or paragraph.cell)
        and len(text) <= _LONGEST_HEADING
        and text[-1:] not in ".;,!?"
        and not any(sentence.figures for sentence in paragraph.sentences)
        and text[:1].isupper()
    )


@found_once
def a_figure_put_to_members_stands_in_the_body(report: Report) -> Iterator[TextFinding]:
    """“Note the overspend of £614,000”, and the table's net total is 596 thousand."""
    front = blocks_that_sum_up(report)
    if not front:
        return
    index = claims(report)
    body = [one for one in index.all if one.block not in front]
    told: set[str] = set()
    for one in index.all:
        if one.block not in front or one.value.text in told or not is_told_for_sure(one):
            continue
        if is_borne_out(one, body):
            continue
        fellow = _fellow(one, body, front, index)
        if fellow is None or is_made_of_two(one, index):
            continue
        told.add(one.value.text)
        yield _finding(one, fellow)


def is_told_for_sure(one: Claim) -> bool:
    """Whether a figure is given, not a bound, an estimate, a share of something or a date."""
    value = one.value
    if one.cell or value.sort not in _SORTS or value.rough or one.another_time:
        return False
    return value.sort is not Sort.COUNT or value.size >= _LEAST_COUNT


def _fellow(one: Claim, body: list[Claim], front: frozenset[int], index: Claims) -> Fellow | None:
    held = [
        fellow
        for fellow in fellows(one, body, index)
        if not any(
            has_its_value(beside, fellow.claim)
            for beside in index.all
            if beside.block in front and beside is not one
        )
    ]
    best = surest(held)
    return best if best is not None and _is_enough(best) else None


def _is_enough(fellow: Fellow) -> bool:
    if fellow.common < _COMMON:
        return False
    return fellow.share >= (
        _SHARE_OF_A_SLIP if fellow.is_a_slip else _SHARE if fellow.is_near else _SHARE * 1.5
    )


def _finding(one: Claim, fellow: Fellow) -> TextFinding:
    other = fellow.claim
    return TextFinding(
        place=one.place,
        quote=around(one.sentence, one.value.start, one.value.end, 90),
        message=f"{one.value.text} here and nowhere in the body; {other.value.text} at "
        f"{other.place} (“{shortened(other.sentence, 100)}”) seems to be the same.",
        confidence=Confidence.MEDIUM,
        cure="Give one figure in both places, or say what makes them differ.",
    )


RULES: tuple[Rule, ...] = (a_figure_put_to_members_stands_in_the_body,)
