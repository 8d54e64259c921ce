"""Tagged PDFs: the file says itself what is a heading, a paragraph, a list, a table, a picture."""

import ctypes
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from moothall.files.reports import limits
from moothall.files.reports.pages.lines import lines_in_order
from moothall.files.reports.pages.page import Box, Page, PdfPage, Picture, Word
from moothall.files.reports.pages.page_table import PageTable, cell_text
from moothall.files.reports.pages.paragraphs import Paragraph, is_contents_line
from moothall.files.reports.printed_numbers import split_bullet, split_number, tidy

_HEADINGS = {"H": 1, "Title": 1, **{f"H{level}": level for level in range(1, 7)}}
_LINES = {"P", "Caption", "Note", "BlockQuote", "Lbl", "LBody", "Code", "Formula", "FENote"}
_CONTENTS = {"TOC", "TOCI"}
_INLINE = {"Span", "Link", "Reference", "Quote", "Em", "Strong", "Annot", "Sub", "BibEntry"}
_NUMBER = re.compile(r"\d{1,2}[.)]?$")
_DEEPEST = 60
_ENOUGH = 0.8
"""The part of the words on a page that must be tagged for the tags to be believed."""


@dataclass(slots=True)
class Element:
    kind: str
    alternative: str | None
    marks: list["int | Element"] = field(default_factory=list)
    across: int = 1
    down: int = 1

    def words(self, by_mark: dict[int, list[Word]]) -> Iterator[Word]:
        for child in self.marks:
            if isinstance(child, int):
                yield from by_mark.get(child, ())
            else:
                yield from child.words(by_mark)

    def inner(self, kinds: set[str]) -> Iterator["Element"]:
        """The elements of some kinds inside, not those inside one of them."""
        for child in self.marks:
            if isinstance(child, Element):
                if child.kind in kinds:
                    yield child
                else:
                    yield from child.inner(kinds)


PagePart = Paragraph | PageTable | tuple[Picture, str | None]


def read_tags(page: PdfPage) -> list[Element]:
    """The tags of a page, the outermost first; none where it has none."""
    with _tree(page.handle) as tree:
        return _read_tree(tree) if tree is not None else []


def tagged_parts(
    roots: list[Element], content: Page, join: Callable[[list[str]], str]
) -> list[PagePart] | None:
    """What stands on a page in the order of its tags; None where they leave too much out."""
    by_mark: dict[int, list[Word]] = {}
    for word in content.words:
        if word.mark >= 0:
            by_mark.setdefault(word.mark, []).append(word)
    reader = _Reader(by_mark, content, join)
    for root in roots:
        reader.walk(root)
    if reader.taken < _ENOUGH * len(content.words):
        return None
    return reader.parts


class _Reader:
    def __init__(
        self,
        by_mark: dict[int, list[Word]],
        content: Page,
        join: Callable[[list[str]], str],
    ) -> None:
        self.parts: list[PagePart] = []
        self.taken = 0
        self._by_mark = by_mark
        self._content = content
        self._join = join
        self._pictures = {
            picture.mark: picture for picture in content.pictures if picture.mark >= 0
        }

    def walk(self, element: Element) -> None:
        if element.kind in _CONTENTS:
            self.taken += sum(1 for _ in element.words(self._by_mark))
        elif element.kind in _HEADINGS:
            self._take_paragraph(element, level=_HEADINGS[element.kind])
        elif element.kind == "Table":
            self._take_table(element)
        elif element.kind == "LI":
            self._take_item(element)
        elif element.kind == "Figure":
            self._take_figure(element)
        elif element.kind in _LINES and not self._holds_blocks(element):
            self._take_paragraph(element)
        else:
            self._take_children(element)

    def _take_children(self, element: Element) -> None:
        """Inside a part of the document: blocks, and words that stand between them loose."""
        loose = Element("P", None)
        for child in element.marks:
            if isinstance(child, int) or (child.kind in _INLINE and not self._holds_blocks(child)):
                loose.marks.append(child)
                continue
            self._take_paragraph(loose)
            loose = Element("P", None)
            self.walk(child)
        self._take_paragraph(loose)

    def _holds_blocks(self, element: Element) -> bool:
        blocks = _LINES | {"Table", "L", "LI", "Figure"} | set(_HEADINGS)
        return next(element.inner(blocks), None) is not None

    def _take_paragraph(self, element: Element, level: int | None = None) -> None:
        words = list(element.words(self._by_mark))
        if words:
            self.taken += len(words)
            self._add(words, level, is_caption=element.kind == "Caption")
        for figure in element.inner({"Figure"}):
            self._take_figure(figure)

    def _add(
        self,
        words: list[Word],
        level: int | None = None,
        *,
        bullet: bool = False,
        number: str = "",
        is_caption: bool = False,
    ) -> None:
        lines = lines_in_order(words)
        texts = [line.text.strip() for line in lines]
        if len(texts) == 1 and is_contents_line(texts[0]):
            return
        self.parts.append(
            Paragraph(
                texts,
                self._content.number,
                lines[0].size,
                all(line.bold for line in lines),
                lines[0].left,
                lines[0].top,
                level=level,
                bullet=bullet,
                number=number,
                is_caption=is_caption,
            )
        )

    def _take_item(self, element: Element) -> None:
        """An item of a list: its bullet or number, its words, lists inside it after."""
        label: list[Word] = []
        body: list[Word] = []
        after: list[Element] = []

        def sort(part: Element, into: list[Word]) -> None:
            for child in part.marks:
                if isinstance(child, int):
                    into.extend(self._by_mark.get(child, ()))
                elif child.kind == "Lbl":
                    sort(child, label)
                elif child.kind in {"L", "Table", "Figure"} or (child.kind == "P" and body):
                    after.append(child)
                else:
                    sort(child, into)

        sort(element, body)
        self.taken += len(label) + len(body)
        mark = " ".join(word.text for word in label)
        bullet = bool(mark) and (split_bullet(f"{mark} x")[0] or not any(map(str.isalnum, mark)))
        if body:
            if not mark and len(body) > 1 and _is_mark(body[0].text):
                mark, body = body[0].text, body[1:]
                bullet = split_bullet(f"{mark} x")[0]
            bullet = bullet or mark in {"", "o"}
            self._add(body, bullet=bullet, number="" if bullet else mark)
            if not mark and isinstance(self.parts[-1], Paragraph):
                # some programs draw bullets instead of writing them
                self.parts[-1].bullet_assumed = True
        for child in after:
            self.walk(child)

    def _take_figure(self, element: Element) -> None:
        words = list(element.words(self._by_mark))
        self.taken += len(words)
        marks = [mark for mark in element.marks if isinstance(mark, int)]
        picture = next(
            (self._pictures[mark] for mark in marks if mark in self._pictures),
            Picture(Box(0, 0, 0, 0), -1, is_artifact=False),
        )
        self.parts.append((picture, element.alternative))

    # --- tables -------------------------------------------------------------------------------

    def _take_table(self, element: Element) -> None:
        for caption in element.inner({"Caption"}):
            self._take_paragraph(caption)
        rows: list[list[str]] = []
        taken: set[tuple[int, int]] = set()
        words: list[Word] = []
        nested: list[Element] = []
        heads = 0
        marked = False
        for row in element.inner({"TR"}):
            cells = list(row.inner({"TH", "TD"}))
            if len(rows) == heads and cells and all(cell.kind == "TH" for cell in cells):
                heads += 1
            marked = marked or any(cell.kind == "TH" for cell in cells)
            rows.append(self._row(cells, len(rows), taken, words, nested))
        self.taken += len(words)
        if any(any(row) for row in rows):
            box = _around(words)
            self.parts.append(PageTable(rows, box, head_rows=heads or None, marked_head=marked))
        for table in nested:
            self._take_table(table)

    def _row(
        self,
        cells: list[Element],
        at: int,
        taken: set[tuple[int, int]],
        words: list[Word],
        nested: list[Element],
    ) -> list[str]:
        texts: list[str] = []
        for cell in cells:
            while (at, len(texts)) in taken:
                texts.append("")
            inner = list(cell.inner({"Table"}))
            nested += inner
            elsewhere = {id(word) for table in inner for word in table.words(self._by_mark)}
            own = [w for w in cell.words(self._by_mark) if id(w) not in elsewhere]
            words += own
            if len(taken) < limits.CELLS:
                taken |= {
                    (at + below, len(texts) + beside)
                    for below in range(1, cell.down)
                    for beside in range(cell.across)
                }
            texts += [cell_text(own, self._join), *([""] * (cell.across - 1))]
        while (at, len(texts)) in taken:
            texts.append("")
        return texts


def _is_mark(text: str) -> bool:
    """Whether the first word of an item is its bullet or its number."""
    followed = f"{text} x"
    return bool(split_bullet(followed)[0] or split_number(followed)[0] or _NUMBER.match(text))


def _around(words: list[Word]) -> Box:
    boxes = [word.box for word in words]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


# --- the tree in the file ---------------------------------------------------------------------


@contextmanager
def _tree(page: Any) -> Iterator[Any]:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        yield tree or None
    finally:
        if tree:
            pdfium.FPDF_StructTree_Close(tree)


def _read_tree(tree: Any) -> list[Element]:
    budget = [limits.PAGE_OBJECTS]
    count = min(int(pdfium.FPDF_StructTree_CountChildren(tree)), limits.PAGE_OBJECTS)
    roots = (pdfium.FPDF_StructTree_GetChildAtIndex(tree, place) for place in range(count))
    return [_read_element(root, 0, budget) for root in roots if root]


def _read_element(handle: Any, depth: int, budget: list[int]) -> Element:
    budget[0] -= 1
    kind = _text(pdfium.FPDF_StructElement_GetType, handle)
    element = Element(kind, None)
    if kind == "Figure":
        element.alternative = tidy(_text(pdfium.FPDF_StructElement_GetAltText, handle)) or None
    elif kind in {"TH", "TD"}:
        element.across = _attribute(handle, b"ColSpan")
        element.down = _attribute(handle, b"RowSpan")
    if depth > _DEEPEST:
        return element
    for place in range(int(pdfium.FPDF_StructElement_CountChildren(handle))):
        if budget[0] < 0:
            break
        child = pdfium.FPDF_StructElement_GetChildAtIndex(handle, place)
        if child:
            element.marks.append(_read_element(child, depth + 1, budget))
            continue
        mark = int(pdfium.FPDF_StructElement_GetChildMarkedContentID(handle, place))
        if mark >= 0:
            element.marks.append(mark)
        elif kind == "TR":
            element.marks.append(Element("TD", None))  # a cell that holds nothing on this page
    return element


def _attribute(handle: Any, name: bytes) -> int:
    for place in range(max(0, int(pdfium.FPDF_StructElement_GetAttributeCount(handle)))):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(handle, place)
        value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name)
        number = ctypes.c_float()
        if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, ctypes.byref(number)):
            return min(max(int(number.value), 1), 200)
    return 1


def _text(get: Any, handle: Any) -> str:
    buffer = ctypes.create_string_buffer(512)
    size = int(get(handle, buffer, 512))
    if size > 512:
        size = min(size, 20_000)
        buffer = ctypes.create_string_buffer(size)
        get(handle, buffer, size)
    return buffer.raw[: max(0, size - 2)].decode("utf-16-le", "replace")
