"""Rows told in the text: a row of a table named in full, with a figure that stands nowhere in it.

“The service dealt with 33 complaints” where the row “Complaints received” has 14 and 21.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around
from moothall.proofread.told_again.claim_conflicts import pairs_told_twice
from moothall.proofread.told_again.claim_sameness import may_be_of_one_thing, near_in_size
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claim_words import GENERIC
from moothall.proofread.told_again.claims import Claim, Claims, claims

_IS_A_BASE = Expression(r"(?:%|per cent|\d) of (?:the |these |those )?$", re.IGNORECASE)
_OF_A_NUMBER = Expression(r"\s?of (?:the |some |about )?\d", re.IGNORECASE)
"""A share with its own base, “36% of 311 carers”, is of another asking than the table's."""
_MOST_OTHER = 0.4
_MOST_CELLS = 8


def what_is_told_of_a_row_stands_in_it(report: Report) -> Iterator[TextFinding]:
    """A sentence that names a row of a table, and little else, gives one of its figures."""
    index = claims(report)
    rows: defaultdict[str, list[list[Claim]]] = defaultdict(list)
    for row in _rows(index):
        label = row[0].label.roots - GENERIC
        if label:
            rows[min(label, key=index.tells)].append(row)
    told = {
        claim.number
        for one, found in pairs_told_twice(report)
        for claim in (one, found.other)
        if found.is_sure
    }
    for one in index.all:
        if (
            one.cell
            or one.place.row is not None
            or one.value.rough
            or one.role
            or one.number in told
        ):
            continue
        if _IS_A_BASE.search(one.sentence[: one.value.start]):
            continue
        if _OF_A_NUMBER.match(one.sentence, one.value.end):
            continue
        if _WITH_IT.search(one.sentence):
            continue
        if one.value.sort not in (Sort.COUNT, Sort.MONEY, Sort.PERCENT):
            continue
        found = _row_of(one, rows, index)
        if found is not None:
            yield _finding(one, found)


_WITH_IT = Expression(
    r"^\W*(?:With|After|Including|Without|Once|If|Were)\b[^.]{0,160}?\b(?:will|would)\b|"
    r"\b(?:would|could) (?:be|rise|fall|have)\b"
)
"""“With it the places in North Quays will be 4,830”: what the table has is without."""


def _rows(index: Claims) -> list[list[Claim]]:
    found: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
    for one in index.all:
        if one.cell:
            found[one.block, one.row].append(one)
    return list(found.values())


def _row_of(one: Claim, rows: dict[str, list[list[Claim]]], index: Claims) -> list[Claim] | None:
    near = [row for key, found in rows.items() if one.near.has(key) for row in found]
    fitting = []
    for row in near:
        cells = [cell for cell in row if cell.value.sort is one.value.sort]
        if not cells or len(cells) > _MOST_CELLS or not _names(one, row[0], index):
            continue
        if any(
            not held.value.differs(one.value)
            for held in index.of_block(row[0].block)
            if held.value.sort is one.value.sort
        ):
            return None  # the table has the figure
        meant = [cell for cell in cells if may_be_of_one_thing(one, cell)]
        if one.when:
            meant = [cell for cell in meant if cell.when] or meant
        if meant and any(near_in_size(one, cell) for cell in meant):
            fitting.append(meant)
    if len(fitting) != 1 or _is_borne_out(one, index):
        return None
    return fitting[0]


def _names(one: Claim, cell: Claim, index: Claims) -> bool:
    """Whether the claim's own words are the row's label, and little else."""
    label = cell.label
    if not all(one.near.has(word) for word in label.roots - GENERIC):
        return False
    if len(label.roots) == 1 and not label.roots & one.near.roots:
        return False  # a lone word of like meaning: "Housing" is not the homes that were built
    known = label | cell.about | cell.near
    own = [word for word in one.near.roots if word not in GENERIC]
    whole = sum(index.tells(word) for word in own)
    other = sum(index.tells(word) for word in own if not known.has(word))
    return whole > 0 and other / whole <= _MOST_OTHER


def _is_borne_out(one: Claim, index: Claims) -> bool:
    return any(
        held is not one
        and held.block != one.block
        and held.value.sort is one.value.sort
        and not held.value.differs(one.value)
        and len(one.value.text) > 2
        for held in index.all
    )


def _finding(one: Claim, row: list[Claim]) -> TextFinding:
    cells = ", ".join(f"{cell.value.text} (“{cell.head}”)" for cell in row[:3])
    return TextFinding(
        place=one.place,
        quote=around(one.sentence, one.value.start, one.value.end, 90),
        message=f"{one.value.text} here; the row “{row[0].sentence.rpartition(',')[0]}” of the "
        f"table has {cells} ({row[0].place}).",
        confidence=Confidence.MEDIUM,
        cure="Give one figure in both places, or say what makes them differ.",
    )


RULES: tuple[Rule, ...] = (what_is_told_of_a_row_stands_in_it,)
