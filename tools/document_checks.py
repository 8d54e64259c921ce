"""What a paper's files must have so that anybody can read them, looked for in the files themselves.

Each function gives the faults found in one file; an empty list is what one wants.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx.enum.section import WD_ORIENT

from moothall.documents.document import Bullets, Document, Note, Paragraph, Table
from moothall.render.wording import plain

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def faults_in_docx(content: bytes) -> list[str]:
    """Faults of a Word file: title, language, headings, header rows, text for drawings."""
    import docx

    word = docx.Document(BytesIO(content))
    return [
        *_without_title(word.core_properties.title),
        *_languages(word),
        *_out_of_order(
            [
                int(paragraph.style.name.removeprefix("Heading "))
                for paragraph in word.paragraphs
                if paragraph.style is not None and str(paragraph.style.name).startswith("Heading ")
            ]
        ),
        *_without_header_rows(word),
        *_too_wide(word),
        *_too_small(word),
        *_drawings_without_words(word),
    ]


def faults_of_order(content: bytes, document: Document) -> list[str]:
    """Whether what closes a paper (signature, contacts) stands before its appendices in Word."""
    import docx

    if not (document.closing and document.appendices):
        return []
    texts = [_text_of(each) for each in docx.Document(BytesIO(content)).element.body.iter(f"{W}p")]
    first = plain(f"{document.appendices[0].number} {document.appendices[0].heading}")
    last = next((_last_words(block) for block in reversed(document.closing)), "")
    if last not in texts or first not in texts:
        return [f"does not hold “{last or first}”"]
    after = texts.index(last) > texts.index(first)
    return ["closes after its appendices"] if after else []


def empty_pages(content: bytes) -> list[str]:
    """The pages of a PDF on which nothing stands but what stands on every page."""
    import pypdfium2  # type: ignore[import-untyped]

    pages = pypdfium2.PdfDocument(content)
    said, drawn = [], []
    for page in pages:
        text = _COUNTED.sub("", page.get_textpage().get_text_range())
        said.append({line.strip() for line in text.splitlines() if line.strip()})
        drawn.append(any(each.type == _IMAGE for each in page.get_objects(max_depth=3)))
    pages.close()
    everywhere = set.intersection(*said) if len(said) > 1 else set()
    return [
        f"page {place} is empty"
        for place, (lines, has_image) in enumerate(zip(said, drawn, strict=True), start=1)
        if not (lines - everywhere or has_image)
    ]


_COUNTED = re.compile(r"Page \d+ of \d+")
_IMAGE = 3  # as PDFium numbers the objects on a page


def _without_title(title: str | None) -> Iterator[str]:
    if not (title or "").strip():
        yield "has no title"


def _languages(word: Any) -> Iterator[str]:
    found = {each.get(f"{W}val") for each in word.styles.element.iter(f"{W}lang")}
    if len(found) != 1 or not all(found):
        yield f"names these languages, where one is wanted: {sorted(map(str, found))}"


def _out_of_order(levels: list[int]) -> Iterator[str]:
    """Headings that leave out a level; the first may be of level 1 or 2."""
    above = 1
    for level in levels:
        if level > above + 1:
            yield f"a heading of level {level} stands directly under one of level {above}"
        above = level


def _without_header_rows(word: Any) -> Iterator[str]:
    for place, table in enumerate(word.element.body.iter(f"{W}tbl"), start=1):
        look = next(table.iter(f"{W}tblLook"), None)
        heads = look is not None and look.get(f"{W}firstRow") == "1"
        names = look is not None and look.get(f"{W}firstColumn") == "1"
        marked = next(table.iter(f"{W}tblHeader"), None) is not None
        if heads and not marked:
            yield f"table {place} does not repeat its header row"
        if not heads and not names:
            yield f"table {place} has neither header row nor row headers"
        columns = len(list(table.iter(f"{W}gridCol")))
        if columns > _MOST_COLUMNS:
            yield f"table {place} has {columns} columns, and Word opens no more than 63"


_MOST_COLUMNS = 63


def _too_wide(word: Any) -> Iterator[str]:
    """Tables wider than the text of the page that they stand on: a wide one needs a turned page."""
    sections = iter(word.sections)
    section, place = next(sections), 0
    for element in word.element.body.iter(f"{W}tbl", f"{W}sectPr"):
        if element.tag == f"{W}sectPr":
            section = next(sections, section)
            continue
        place += 1
        text = (section.page_width - section.left_margin - section.right_margin) / _EMU_TO_A_TWIP
        width = sum(int(each.get(f"{W}w", "0")) for each in element.iter(f"{W}gridCol"))
        if width > text + _TWIPS_TO_SPARE:
            yield f"table {place} is {width / 20:.0f} points wide, on a page with {text / 20:.0f}"
    for number, each in enumerate(word.sections, start=1):
        if (each.page_width > each.page_height) != (each.orientation == WD_ORIENT.LANDSCAPE):
            yield f"section {number} says that its pages lie otherwise than they do"


_EMU_TO_A_TWIP, _TWIPS_TO_SPARE = 635, 40


def _too_small(word: Any) -> Iterator[str]:
    """Styles in use that are set smaller than anybody should have to read."""
    used = {each.get(f"{W}val") for each in word.element.body.iter(f"{W}pStyle")}
    for style in word.styles.element.iter(f"{W}style"):
        name = style.get(f"{W}styleId")
        for size in style.iter(f"{W}sz") if name in used else ():
            points = int(size.get(f"{W}val", "0")) / 2
            if points < _LEAST_POINTS:
                yield f"the style {name} is set in {points:g} points, under {_LEAST_POINTS}"


_LEAST_POINTS = 8


def _text_of(paragraph: Any) -> str:
    return plain("".join(each.text or "" for each in paragraph.iter(f"{W}t")))


def _last_words(block: Any) -> str:
    """The last paragraph that a block prints in Word."""
    if isinstance(block, Paragraph | Note):
        return plain(block.text)
    if isinstance(block, Bullets):
        return plain(block.items[-1])
    if isinstance(block, Table):
        return plain(block.rows[-1][-1][-1])
    return ""


def _drawings_without_words(word: Any) -> Iterator[str]:
    for place, drawing in enumerate(word.element.body.iter(f"{DRAWING}docPr"), start=1):
        if not (drawing.get("descr") or "").strip():
            yield f"drawing {place} has no alternative text"


def faults_in_pdf(content: bytes) -> list[str]:
    """Faults of a PDF: marks of PDF/UA-1 and PDF/A-2a, title, language, tags, headers, text for
    drawings, fonts within."""
    import pikepdf

    with pikepdf.open(BytesIO(content)) as pdf:
        faults = [*_about(pdf), *_fonts(pdf)]
        if "/StructTreeRoot" not in pdf.Root:
            return [*faults, "is not tagged"]
        elements = list(_elements(pdf.Root.StructTreeRoot))
        levels = [int(str(e.S)[2:]) for e in elements if str(e.S)[:2] == "/H" and e.S != "/H"]
        faults += _out_of_order(levels)
        if not levels or levels[0] != 1:
            faults.append("does not begin with a heading of level 1")
        tables = [element for element in elements if element.S == "/Table"]
        for place, table in enumerate(tables, start=1):
            faults += [f"table {place} {fault}" for fault in _table(table)]
        for place, figure in enumerate((e for e in elements if e.S == "/Figure"), start=1):
            if not str(figure.get("/Alt", "")).strip():
                faults.append(f"drawing {place} has no alternative text")
        return faults


def _about(pdf: Any) -> Iterator[str]:
    root = pdf.Root
    with pdf.open_metadata() as metadata:
        wanted = {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A"}
        for key, value in wanted.items():
            if str(metadata.get(key, "")) != value:
                yield f"does not say {key} {value}"
        if not str(metadata.get("dc:title", "")).strip():
            yield "has no title"
    if not bool(root.get("/MarkInfo", {}).get("/Marked", False)):
        yield "is not marked as tagged"
    if not str(root.get("/Lang", "")).strip():
        yield "has no language"
    if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "shows its file name for a title"
    if "/Outlines" not in root:
        yield "has no outline"
    for place, page in enumerate(pdf.pages, start=1):
        if page.get("/Tabs") != "/S":
            yield f"page {place} is not tabbed through in the order of its structure"


def _fonts(pdf: Any) -> Iterator[str]:
    import pikepdf

    fonts = (
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
    )
    for font in fonts:
        if not any(key in font for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"does not carry the font {font.get('/FontName')}"


def _table(table: Any) -> Iterator[str]:
    rows = [element for element in _elements(table) if element.S == "/TR"]
    headers = [cell for cell in _elements(table) if cell.S == "/TH"]
    if not headers and any(_says_something(cell) for cell in _elements(table) if cell.S == "/TD"):
        yield "has no header cell"
    for cell in headers:
        if _attribute(cell, "/Scope") is None:
            yield "has a header cell without scope"
    named = {str(cell.ID) for cell in headers if "/ID" in cell}
    for row in rows:
        for cell in _children(row):
            held = _attribute(cell, "/Headers")
            for name in () if held is None else held:
                if str(name) not in named:
                    yield f"has a cell under a header that is not there ({name})"


def _says_something(cell: Any) -> bool:
    import pikepdf

    held = cell.get("/K")
    return held is not None and not (isinstance(held, pikepdf.Array) and len(held) == 0)


def _attribute(cell: Any, key: str) -> Any:
    import pikepdf

    attributes = cell.get("/A")
    each_of = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    for each in each_of:
        if each is not None and key in each:
            return each[key]
    return None


def _children(element: Any) -> list[Any]:
    import pikepdf

    held = element.get("/K")
    found = list(held) if isinstance(held, pikepdf.Array) else [held]
    return [each for each in found if isinstance(each, pikepdf.Dictionary) and "/S" in each]


def _elements(above: Any) -> Iterator[Any]:
    """Every element below one, in reading order."""
    for child in _children(above):
        yield child
        yield from _elements(child)
