"""Figures of a table told in the text: a row and a column by their words, or by their company.

“Parks overspent by £55,000 because of the storms” is held against the row “Parks” and the column
“Variance”; “18 were done, 12 are on track” against the row that has the 18 and a column “On track”.
A figure that stands nowhere else is told where the cell that is meant has another.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around
from moothall.proofread.reading.quantities import digits_of
from moothall.proofread.reading.thesaurus import Words, root, words_of
from moothall.proofread.told_again.claim_conflicts import pairs_told_twice
from moothall.proofread.told_again.claim_index import Claim, Claims
from moothall.proofread.told_again.claim_stages import Stage
from moothall.proofread.told_again.claim_words import GENERIC
from moothall.proofread.told_again.claims import claims
from moothall.proofread.told_again.fellows import (
    TOTAL,
    Fellow,
    fellows,
    has_digits_changed_about,
    is_a_variance,
    is_of_a_variance,
    is_of_another_time,
    surest,
)
from moothall.proofread.told_again.figures_borne_out import (
    has_its_value,
    is_borne_out,
    is_made_of_two,
)
from moothall.proofread.told_again.figures_put_to_members import (
    a_figure_put_to_members_stands_in_the_body,
    is_told_for_sure,
)
from moothall.proofread.told_again.recommendations_told_again import what_is_asked_in

_OF_A_CAPTION, _SOME_OF_A_CAPTION = 0.5, 0.3
_NOTHING_ELSE, _LITTLE_ELSE, _MUCH_ELSE = 0.9, 0.7, 0.25
_LEAST_IN_COMPANY = 2  # digits
_TOTALS = frozenset(root(word) for word in ("total", "totalled", "altogether"))


class _Table:
    """The rows of the tables of a report, each cell with its row."""

    def __init__(self, index: Claims) -> None:
        self.index = index
        self.cells = [one for one in index.all if one.cell]
        self._rows: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
        for cell in self.cells:
            self._rows[cell.block, cell.row].append(cell)

    def row_of(self, cell: Claim) -> list[Claim]:
        return self._rows[cell.block, cell.row]


_STOPS = (".", ":", ";", ")")
_SAYS = Expression(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|may|[a-z]{3,}(?:ed|ing|es)|totals?|"
    r"rose|fell|grew|took|came|stood|stands?|spent|cost|note|approve|agree|makes?|shows?)\b"
)


def a_figure_told_of_a_table_stands_in_it(report: Report) -> Iterator[TextFinding]:
    """“Savings of £2.1m were delivered”, where the total under “Delivered” is 2.4."""
    index = claims(report)
    table = _Table(index)
    if not table.cells:
        return
    said = [finding.quote for finding in a_figure_put_to_members_stands_in_the_body(report)]
    told = {
        claim.number
        for one, found in pairs_told_twice(report)
        for claim in (one, found.other)
        if found.is_sure
    }
    for one in index.all:
        if one.cell or one.number in told or not is_told_for_sure(one):
            continue
        if not one.sentence.rstrip().endswith(_STOPS) and not _SAYS.search(one.sentence):
            continue  # a row of a table whose columns are lost
        if is_borne_out(one, (held for held in index.all if held.sentence != one.sentence)):
            continue
        fellow = _cell_meant(one, table)
        if fellow is None or is_made_of_two(one, index) or _quote(one) in said:
            continue
        yield _finding(one, fellow.claim)


def _cell_meant(one: Claim, table: _Table) -> Fellow | None:
    beside = [
        held
        for held in table.index.of_block(one.block)
        if held.sentence == one.sentence and held is not one
    ]
    return surest(
        [
            fellow
            for fellow in fellows(one, table.cells, table.index, of_any_year=True)
            if not any(has_its_value(held, fellow.claim) for held in beside)
            and not _stands_in_its_row(one, fellow.claim)
            and _is_meant(one, fellow, beside, table)
        ]
    )


def _stands_in_its_row(one: Claim, cell: Claim) -> bool:
    """Whether a figure stands in the label of the row that the cell is of: a part of it."""
    there, here = cell.place, one.place
    return here.table is not None and (here.table, here.row) == (there.table, there.row)


_COUNTS = Expression(
    r"\b(?:pupils?|people|children|homes|households|visits?|visitors|cases|posts|places|number|"
    r"students|residents|staff|complaints|applications|members)\b",
    re.IGNORECASE,
)
"""Words of a row or of a column by which its figures are no sums of money."""


def _is_meant(one: Claim, fellow: Fellow, beside: list[Claim], table: _Table) -> bool:
    """Whether the sentence names the row and the column, or little else, or has its company."""
    cell = fellow.claim
    if one.value.text.startswith("£") and _COUNTS.search(cell.own):
        return False
    alone = not any(held.value.sort is one.value.sort for held in beside)
    near = one.near | one.wide if alone else one.near
    company = sum(
        any(
            held is not cell
            and held.value.sort is cell.value.sort
            and len(digits_of(held.value.text)) >= _LEAST_IN_COMPANY
            and has_its_value(other, held)
            for held in table.row_of(cell)
        )
        for other in beside
    )
    column_named = _column_is_named(one, cell, near)
    like = fellow.is_near or has_digits_changed_about(one.value.size, cell.value.size)
    if company and column_named and like:
        return True
    else_said = _share_known(one, cell, table.index)
    if not _row_is_named(one, cell, near, table.index, else_said):
        return False
    label = cell.label.roots - GENERIC
    in_full = bool(label) and label <= words_of(one.own).roots
    if is_of_another_time(one, cell):  # of no year that is named: any of the row's would do
        alone = in_full and else_said >= _NOTHING_ELSE
        return alone and what_is_asked_in(one.sentence) is None
    if not like:
        return in_full and else_said >= (_LITTLE_ELSE if column_named else _NOTHING_ELSE)
    if company or else_said >= _LITTLE_ELSE:
        return True
    return else_said >= _MUCH_ELSE and column_named


def _column_is_named(one: Claim, cell: Claim, near: Words) -> bool:
    """Whether a word of the column is said, all of them where they are such as stand everywhere."""
    if is_a_variance(cell) and one.stage & {Stage.OVER, Stage.UNDER}:
        return True
    column = words_of(cell.head).roots - cell.label.roots
    told = column - GENERIC
    return any(map(near.has, told)) if told else bool(column) and all(map(near.has, column))


def _row_is_named(one: Claim, cell: Claim, near: Words, index: Claims, else_said: float) -> bool:
    """Whether all that the row is called is said; of a total, most of what its table is called."""
    is_total = bool(TOTAL.search(cell.own))
    label = cell.label.roots - GENERIC or (frozenset() if is_total else cell.label.roots)
    if label:
        return all(map(near.has, label)) and bool(label & near.roots)
    called = cell.about.roots - GENERIC or cell.about.roots
    whole = sum(map(index.tells, called))
    held = sum(index.tells(word) * max(near.has(word), one.about.has(word)) for word in called)
    enough = _SOME_OF_A_CAPTION if else_said >= _NOTHING_ELSE else _OF_A_CAPTION
    return is_total and whole > 0 and held / whole >= enough


def _share_known(one: Claim, cell: Claim, index: Claims) -> float:
    """How much of what leads to the figure the table says too, and so that nothing else is meant.

    What follows it is often the reason: “overspent by £55,000 because of the storms”.
    """
    known = cell.label | words_of(cell.head) | cell.about
    leading = one.near.roots & words_of(one.sentence[: one.value.start]).roots
    own = [word for word in leading or one.near.roots if word not in GENERIC | _TOTALS]
    whole = sum(map(index.tells, own))
    if not whole:
        return 1.0
    held = sum(
        index.tells(word) * max(is_of_a_variance(word, one, cell), known.has(word)) for word in own
    )
    return held / whole


def _quote(one: Claim) -> str:
    return around(one.sentence, one.value.start, one.value.end, 90)


def _finding(one: Claim, cell: Claim) -> TextFinding:
    return TextFinding(
        place=one.place,
        quote=_quote(one),
        message=f"{one.value.text} here; the table has {cell.value.text} for it "
        f"(“{shortened(cell.sentence, 100)}”, {cell.place}), and {one.value.text} stands nowhere "
        "else.",
        confidence=Confidence.MEDIUM,
        cure="Give one figure in both places, or say what makes them differ.",
    )


RULES: tuple[Rule, ...] = (a_figure_told_of_a_table_stands_in_it,)
