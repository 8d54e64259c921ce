"""Things counted in the text under a label of a table: “three are rated red”, “two are overdue”.

The label is that of a row or the head of a column; the number is the figure of that row, of the
rows named together, or of the total under that head.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import finding_on, mark, paragraphs, read_once
from moothall.proofread.reading.share_words import met, telling_words
from moothall.proofread.reading.slips import in_figures
from moothall.proofread.reading.statements import periods_named
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures
from moothall.proofread.reading.thesaurus import root
from moothall.proofread.tables.table_shares import TOTAL_ROW

_RATED = (
    r"(?:rated|judged|graded|classed|classified|assessed|scored|shown|reported|recorded|ranked|"
    r"marked|flagged|"
    r"categorised)"
)
_COUNTED = Expression(
    r"(?:^|^(?:Today|Currently|At present|Now|There|In all),?\s|[,;:(]\s|"
    rf"\b(?:and|that|with|while|of which|but)\s){mark('n', 'C')}"
    rf"(?P<things>(?:\sof\s(?:the|our|these|those|its)(?:\s[a-z-]+){{1,4}}|(?:\s(?!are|is|was|were|"
    rf"have|has)[a-z-]+){{0,4}}))"
    rf"\s(?:are|were|is|was|remain|remained|have been|has been)\s(?:now\s|currently\s|still\s|"
    rf"also\s)?"
    rf"(?:{_RATED}\s(?:as\s|to be\s|at\s)?)?(?P<label>[A-Za-z][^«».;:(]{{1,70}}?)(?=[,.;:(]|"
    rf"\sand\s«|\s(?:so|because|while|"
    rf"but|which)\b|$)",
    re.IGNORECASE,
)
_OF_A_PART = Expression(
    r"\b(?:of|among)\s(?:the|these|those|our)\s[^.;]*$|:\s[^.;]*$", re.IGNORECASE
)
"""“Of the 33 council-run schools 31 are …”: of a part of what the table counts."""
_NO_LABEL = frozenset(
    root(word)
    for word in [
        "the",
        "a",
        "an",
        "as",
        "being",
        "rated",
        "judged",
        "graded",
        "or",
        "and",
        "either",
        "both",
        "now",
        "currently",
        "already",
        "at",
    ]
)
_GENERAL = frozenset(
    root(word)
    for word in [
        "current",
        "existing",
        "present",
        "our",
        "these",
        "those",
        "all",
        "remaining",
        "other",
        "same",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """A row or a column of a table of counts, by its words, with its figures."""

    words: frozenset[str]
    text: str
    values: tuple[Decimal, ...]
    about: frozenset[str]
    block: int
    row: bool
    place: Place


@read_once
def _labels(report: Report) -> tuple[_Label, ...]:
    return tuple(
        label for block, grid in captioned_grids(report) for label in _of_grid(block, grid)
    )


def _of_grid(block: int, grid: Grid) -> Iterator[_Label]:
    cells = figures(grid)
    if len(grid.rows) > 40 or any(cell.kind is Kind.MONEY for cell in cells):
        return
    counts = [cell for cell in cells if cell.kind is Kind.COUNT and cell.step == 1]
    totals = [cell for cell in counts if TOTAL_ROW.search(cell.label)]
    if not totals or len({cell.row for cell in totals}) > 1:
        return
    heads = " ".join(grid.rows[0])
    about = telling_words(f"{grid.caption} {grid.place.section} {heads}")
    columns = {cell.column for cell in totals}
    whole = {cell.column for cell in totals if TOTAL_ROW.search(cell.head)} or columns
    for row in sorted({cell.row for cell in counts} - {cell.row for cell in totals}):
        mine = [cell for cell in counts if cell.row == row and cell.column in whole]
        if mine and not periods_named(mine[0].head):
            yield _label(mine, mine[0].label, about, block, grid, row=True)
    if len(columns) >= 3:
        for cell in totals:
            if not TOTAL_ROW.search(cell.head) and not periods_named(cell.head):
                yield _label([cell], cell.head, about, block, grid, row=False)


def _label(
    cells: list[Cell], text: str, about: frozenset[str], block: int, grid: Grid, *, row: bool
) -> _Label:
    return _Label(
        words=_words(text),
        text=" ".join(text.split()),
        values=tuple(cell.value for cell in cells),
        about=about,
        block=block,
        row=row,
        place=grid.cell_place(cells[0].row, cells[0].column),
    )


def _words(text: str) -> frozenset[str]:
    found = {root(word) for word in re.findall(r"[A-Za-z]{2,}", text.lower())}
    return frozenset(found - _NO_LABEL)


def as_many_are_counted_under_a_label_as_its_table_has(report: Report) -> Iterator[TextFinding]:
    """“Three measures are rated red”, where the table has four under “Red”."""
    labels = _labels(report)
    if not labels:
        return
    for paragraph in paragraphs(report):
        if paragraph.cell:
            continue
        for plain in paragraph.sentences:
            one = with_all_numbers(plain.text)
            for match in _COUNTED.finditer(one.pattern) if one.figures else ():
                n = one.figure(match["n"])
                if (
                    _OF_A_PART.search(one.pattern[: match.start("n")])
                    or not match["things"].strip()
                ):
                    continue
                if n.rough or n.amount.places or not n.counts_exactly:
                    continue
                found = _unlike(match["things"], match["label"], n.size, labels)
                if found is None:
                    continue
                sums = " + ".join(in_figures(label.values[0]) for label in found)
                names = " and ".join(f"“{label.text}”" for label in found)
                total = sum((label.values[0] for label in found), Decimal(0))
                shown = f"{sums} = {in_figures(total)}" if len(found) > 1 else sums
                yield finding_on(
                    paragraph,
                    plain,
                    f"{n.text} here; the table has {shown} for {names} ({found[0].place}).",
                    "Give one number in both places.",
                    Confidence.MEDIUM,
                )
                break


def _unlike(things: str, told: str, n: Decimal, labels: tuple[_Label, ...]) -> list[_Label] | None:
    """The labels named where no table that has them all gives the number."""
    said = _words(told)
    wanted = telling_words(things) - _GENERAL
    best: list[_Label] | None = None
    blocks: dict[tuple[int, bool], list[_Label]] = {}
    for label in labels:
        if label.words and label.words <= said and met(wanted, label.about) >= wanted:
            blocks.setdefault((label.block, label.row), []).append(label)
    for held in blocks.values():
        named = frozenset(word for label in held for word in label.words)
        if said - named:
            continue  # more is said of them than the labels say
        held = [one for one in held if not any(one.words < other.words for other in held)]
        if len(held) > 1 and not re.search(r"\b(?:or|and|either)\b", told):
            continue
        values = {
            sum(label.values[place] for label in held) for place in range(len(held[0].values))
        }
        if n in values or any(n in label.values for label in held):
            return None
        if len(values) == 1 and (wanted or len(held[0].about) > 0):
            best = best or held
    return best


RULES: tuple[Rule, ...] = (as_many_are_counted_under_a_label_as_its_table_has,)
