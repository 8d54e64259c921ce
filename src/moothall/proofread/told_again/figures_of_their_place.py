"""Figures of their place: one that says where it comes from stands there.

“Approve the carry-forward of £8.3m (section 6)” is held against section 6, “Table 2 shows that
£440,000 was spent” against table 2: told where the place has another figure for the same thing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Heading, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around
from moothall.proofread.told_again.claim_index import Claim
from moothall.proofread.told_again.claims import claims
from moothall.proofread.told_again.fellows import Fellow, fellows, surest
from moothall.proofread.told_again.figures_borne_out import is_borne_out, is_made_of_two
from moothall.proofread.told_again.figures_put_to_members import (
    a_figure_put_to_members_stands_in_the_body,
    blocks_that_sum_up,
    is_told_for_sure,
)

_POINTER = Expression(
    r"\b(?P<kind>sections?|paragraphs?|paras?\.?|tables?|append(?:ix|ices)|annex(?:es)?|schedules?)"
    r"\s+(?P<label>[A-Z]?\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z])\b(?![/%]|[.,]\d)",
    re.IGNORECASE,
)
_ANOTHERS = Expression(
    r"\s*(?:of|to) (?:the|that|last|our) (?!report|paper)"
    r"|\s+(?:Act|agreement|notice|order|officer)\b",
)
"""“Section 106 of the Act”, “paragraph 3 of Schedule 12A”."""
_APPENDED = Expression(
    r"(?P<kind>appendix|annex|schedule)\s+(?P<label>[A-Z]?\d{0,2})\b", re.IGNORECASE
)
_TABLE = Expression(r"table\s+(?P<label>[A-Z]?\d{0,2}(?:\.\d+)?)\b", re.IGNORECASE)
_SHARE, _SHARE_IF_FAR, _COMMON = 0.3, 0.6, 1.5


@dataclass(frozen=True, slots=True)
class _Pointed:
    """Where a sentence points to: the words that do, and the blocks that stand there."""

    words: str
    blocks: frozenset[int]


class _Places:
    """The sections, numbered paragraphs, tables and appendices of a report by their labels."""

    def __init__(self, report: Report) -> None:
        self._blocks = report.blocks
        self._tables = {
            match["label"].upper(): frozenset({number})
            for number, grid in captioned_grids(report)
            if (match := _TABLE.match(grid.caption.strip(" *_#")))
        }

    def of(self, kind: str, label: str) -> frozenset[int]:
        """The blocks of a place, none where there is no such place or it is not known."""
        kind, label = kind.lower(), label.upper()
        if kind.startswith("table"):
            return self._tables.get(label, frozenset())
        if kind.startswith(("append", "annex", "schedule")):
            return self._appended(kind[:5], label)
        return self._numbered(label)

    def _appended(self, kind: str, label: str) -> frozenset[int]:
        """From the heading “Appendix B” to the next of its level."""
        found: set[int] = set()
        level = 0
        for number, block in enumerate(self._blocks):
            if isinstance(block, Heading):
                match = _APPENDED.match(block.text.strip(" *_#"))
                if match and match["kind"].lower().startswith(kind):
                    level = block.level if match["label"].upper() == label else 0
                elif block.level <= level:
                    level = 0
            if level:
                found.add(number)
        return frozenset(found)

    def _numbered(self, label: str) -> frozenset[int]:
        """Every block under a number, of a section or of one paragraph."""
        found: set[int] = set()
        under, level = "", 0
        for number, block in enumerate(self._blocks):
            own = getattr(block, "number", "").strip(" .()")
            if isinstance(block, Heading) and (own or block.level <= level):
                under, level = own, block.level
            elif own and own[0].isdigit() and ("." in own or "." not in under):
                under = own
            if under == label or under.startswith(f"{label}."):
                found.add(number)
        return frozenset(found)


def a_figure_stands_where_its_sentence_points(report: Report) -> Iterator[TextFinding]:
    """“The slippage of £8.3m (section 6)”, and section 6 has a slippage of £8.9m."""
    index = claims(report)
    places: _Places | None = None
    front = blocks_that_sum_up(report)
    said = [finding.quote for finding in a_figure_put_to_members_stands_in_the_body(report)]
    for one in index.all:
        if one.cell or not is_told_for_sure(one) or not _POINTER.search(one.sentence):
            continue
        places = places or _Places(report)
        pointed = _pointed(one, places)
        if pointed is None or one.block in pointed.blocks or _quote(one) in said:
            continue
        elsewhere = (
            held for held in index.all
            if held.block not in front and held.sentence != one.sentence
        )  # fmt: skip
        if is_borne_out(one, elsewhere):
            continue
        there = [held for held in index.all if held.block in pointed.blocks]
        fellow = surest(fellows(one, there, index))
        if fellow is None or not _is_enough(fellow) or is_made_of_two(one, index):
            continue
        yield _finding(one, fellow.claim, pointed)


def _pointed(one: Claim, places: _Places) -> _Pointed | None:
    """The place that a figure's part of the sentence points to: after it, or else before it."""
    text, start = one.sentence, one.value.start
    since = text.rfind(";", 0, start) + 1
    until = text.find(";", start)
    part = text[since : until if until >= 0 else len(text)]
    found = [match for match in _POINTER.finditer(part) if not _ANOTHERS.match(part, match.end())]
    after = [match for match in found if match.start() + since > start]
    for match in after[:1] or found[-1:]:
        blocks = places.of(match["kind"], match["label"])
        if blocks:
            return _Pointed(match[0], blocks)
    return None


def _is_enough(fellow: Fellow) -> bool:
    near = fellow.is_near or fellow.is_a_slip
    return fellow.common >= _COMMON and fellow.share >= (_SHARE if near else _SHARE_IF_FAR)


def _quote(one: Claim) -> str:
    return around(one.sentence, one.value.start, one.value.end, 90)


def _finding(one: Claim, other: Claim, pointed: _Pointed) -> TextFinding:
    return TextFinding(
        place=one.place,
        quote=_quote(one),
        message=f"{one.value.text} here; {pointed.words}, which the sentence points to, has "
        f"{other.value.text} for it (“{shortened(other.sentence, 100)}”, {other.place}), and "
        f"{one.value.text} stands nowhere in the body.",
        confidence=Confidence.MEDIUM,
        cure="Give one figure in both places, or say what makes them differ.",
    )


RULES: tuple[Rule, ...] = (a_figure_stands_where_its_sentence_points,)
