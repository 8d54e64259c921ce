"""A table of a Word file: its cells in rows and columns, merged ones filled once."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from moothall.files.reports import limits
from moothall.files.reports.word.paragraph import chosen
from moothall.files.reports.word.style_sheet import W, attribute, switched_on, whole_number

_MC_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_WIDEST = 200
_STATUS = re.compile(r"\b(?:rag|status|rating|rated|priority|colour)\b", re.IGNORECASE)


@dataclass(slots=True)
class WordTable:
    """Where the cells of a table stand; `cells` holds those with content of their own."""

    rows: list[list[etree._Element | None]] = field(default_factory=list)
    shades: dict[tuple[int, int], str] = field(default_factory=dict)
    marked_rows: int = 0
    tracked: bool = False
    hidden_rows: int = 0
    caption: str = ""

    @property
    def only_cell(self) -> etree._Element | None:
        """The cell of a table that is no more than a frame around some paragraphs."""
        if len(self.rows) == 1 and len(self.rows[0]) == 1:
            return self.rows[0][0]
        return None


def read_table(element: etree._Element) -> WordTable:
    table = WordTable(caption=attribute(element, f"{W}tblPr/{W}tblCaption") or "")
    heads_end = False
    for row in _wrapped(element, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            table.tracked = True
            continue
        if properties is not None and properties.find(f"{W}ins") is not None:
            table.tracked = True
        if switched_on(properties, "hidden"):
            table.hidden_rows += 1
            continue
        if switched_on(properties, "tblHeader") and not heads_end:
            table.marked_rows += 1
        else:
            heads_end = True
        _take_row(table, row, properties)
    return table


def _take_row(table: WordTable, row: etree._Element, properties: etree._Element | None) -> None:
    cells: list[etree._Element | None] = []
    cells += [None] * _span(attribute(properties, f"{W}gridBefore"), least=0)
    for cell in _wrapped(row, f"{W}tc"):
        described = cell.find(f"{W}tcPr")
        merged = described.find(f"{W}vMerge") if described is not None else None
        across = described.find(f"{W}hMerge") if described is not None else None
        goes_on = any(
            merge is not None and merge.get(f"{W}val") != "restart" for merge in (merged, across)
        )
        deleted = described is not None and described.find(f"{W}cellDel") is not None
        table.tracked = table.tracked or deleted
        shade = (attribute(described, f"{W}shd", "fill") or "").upper()
        if shade and not goes_on:
            table.shades[len(table.rows), len(cells)] = shade
        cells.append(None if goes_on or deleted else cell)
        cells += [None] * (_span(attribute(described, f"{W}gridSpan"), least=1) - 1)
        if len(cells) > _WIDEST:
            del cells[_WIDEST:]
    table.rows.append(cells)


def _span(text: str | None, *, least: int) -> int:
    return min(max(whole_number(text, least), least), _WIDEST)


def _wrapped(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also inside content controls and the like."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == _MC_ALTERNATE:
            yield from _wrapped(chosen(child), tag)
        elif child.tag in {
            f"{W}sdt",
            f"{W}sdtContent",
            f"{W}customXml",
            f"{W}ins",
            f"{W}moveTo",
        }:
            yield from _wrapped(child, tag)


def colour_signs(
    texts: list[list[str]], shades: dict[tuple[int, int], str], head_rows: int
) -> list[tuple[int, int]]:
    """The cells that say something by their colour alone.

    A shaded empty cell does where the column is one of ratings, or where other empty cells of its
    row or column differ from it.  Grey means "does not apply", and a row without any words is a
    line between parts of the table.
    """
    signs: list[tuple[int, int]] = []
    width = max((len(row) for row in texts), default=0)
    empty = {
        (row, column): _colour(shades.get((row, column), ""))
        for row in range(head_rows, len(texts))
        for column in range(len(texts[row]))
        if not texts[row][column] and any(texts[row])
    }
    for column in range(width):
        heads = " ".join(row[column] for row in texts[:head_rows] if column < len(row))
        seen = Counter(colour for (_, at), colour in empty.items() if at == column and colour)
        rated = bool(_STATUS.search(heads)) or len(seen) > 1
        for row in range(head_rows, len(texts)):
            colour = empty.get((row, column))
            if not colour:
                continue
            beside = {empty[row, at] for at in range(width) if (row, at) in empty}
            if rated or len(beside) > 1:
                signs.append((row, column))
    return sorted(signs)


def _colour(fill: str) -> str:
    """The shade if it is a colour; white, grey and black are none."""
    if not re.fullmatch(r"[0-9A-F]{6}", fill):
        return ""
    red, green, blue = (int(fill[at : at + 2], 16) for at in (0, 2, 4))
    return fill if max(red, green, blue) - min(red, green, blue) > 40 else ""


def too_many_cells(table: WordTable) -> bool:
    return sum(len(row) for row in table.rows) > limits.CELLS
