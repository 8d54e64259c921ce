"""Paragraphs whose label stands apart: "A1", a tab and the words, or a table of labels and words.

A label hides the words from the rules that read how a sentence begins.  It becomes the number of
its paragraph, as "2.13" does; the place stays where the words stand in the file.
"""

from collections import Counter
from dataclasses import replace

from moothall.documents.report import Block, Grid, Prose, Report
from moothall.proofread.reading.expressions import Expression

_LABEL = Expression(
    r"\(?(?:[A-Z]{1,3}[.-]?\d{1,3}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2}){0,3}|[ivxl]{1,6}|[a-z])[.)]?",
)
_LEADING = Expression(
    r"^(?P<label>(?P<stem>[A-Z]{1,2})[.-]?\d{1,3}(?:\.\d{1,2})*[.)]?)[\s:–-]+(?=[A-Z(“\"£])"
)
_SENTENCE = Expression(r"[.;:?!][”’)]?$")
_FEWEST_WORDS, _FEWEST_LETTERS = 5, 24
_FEWEST = 3
"""So many paragraphs with labels of one letter are needed: one alone may be a road or a form."""


def with_labels_taken_off(report: Report) -> Report:
    """The same report, each labelled paragraph as running text with its label as its number."""
    blocks: list[Block] = []
    for block in report.blocks:
        found = _paragraphs(block) if isinstance(block, Grid) else None
        blocks.extend(found if found is not None else [block])
    stems = Counter(
        match["stem"]
        for block in blocks
        if isinstance(block, Prose) and (match := _LEADING.match(block.text))
    )
    stems -= Counter(dict.fromkeys(stems, _FEWEST - 1))
    blocks = [_bare(block, stems) if isinstance(block, Prose) else block for block in blocks]
    if tuple(blocks) == report.blocks:
        return report
    return replace(report, blocks=tuple(blocks))


def _bare(block: Prose, stems: Counter[str]) -> Prose:
    match = _LEADING.match(block.text)
    if match is None or match["stem"] not in stems or block.number:
        return block
    return replace(block, text=block.text[match.end() :], number=match["label"])


def _paragraphs(grid: Grid) -> list[Block] | None:
    """The rows of a table that is none: in each a label and one cell of running text."""
    found: list[Block] = []
    whole = 0
    for row, cells in enumerate(grid.rows):
        filled = [(place, cell.strip()) for place, cell in enumerate(cells) if cell.strip()]
        if not filled:
            continue
        if len(filled) != 2 or not _LABEL.fullmatch(filled[0][1]):
            return None
        column, words = filled[1]
        if len(words) < _FEWEST_LETTERS or words.count(" ") < _FEWEST_WORDS - 1:
            return None
        whole += bool(_SENTENCE.search(words))
        place = grid.cell_place(row, column)
        found.append(Prose(text=words, place=place, number=filled[0][1]))
    return found if found and whole * 3 >= len(found) * 2 else None
