"""A paragraph of a Word file as it would print: its words, and what hangs from it.

Deletions that are tracked are left out, insertions kept; hidden words are left out; a field shows
its result, never its instruction; a content control or form field that is a box shows ☒ or ☐.
"""

from dataclasses import dataclass, field

from lxml import etree

from moothall.files.reports.printed_numbers import raised, tidy
from moothall.files.reports.word.style_sheet import (
    StyleSheet,
    W,
    WordStyle,
    attribute,
    switched_on,
    whole_number,
)

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
_VML = "{urn:schemas-microsoft-com:vml}"
TICKED, UNTICKED = "☒", "☐"
_PICTURE_FONTS = {
    "wingdings": {
        0x6F: UNTICKED,
        0x71: UNTICKED,
        0x72: UNTICKED,
        0xA8: UNTICKED,
        0xFB: "✗",
        0xFC: "✓",
        0xFD: TICKED,
        0xFE: TICKED,
        0xE0: "→",
    },
    "wingdings 2": {0x50: "✓", 0x4F: "✗", 0x51: TICKED, 0x52: TICKED, 0x53: TICKED, 0xA3: UNTICKED},
    "symbol": {0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB0: "°", 0xB1: "±"},
}
_PLAIN_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}


@dataclass(slots=True)
class WordParagraph:
    """What a paragraph holds; `pages` counts the page breaks that Word last laid out in it."""

    style: WordStyle
    properties: etree._Element | None
    words: list[str] = field(default_factory=list)
    pictures: list[str | None] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    charts: int = 0
    embedded: int = 0
    hidden: int = 0
    tracked: bool = False
    comments: bool = False
    goes_on: bool = False
    """Its end was deleted: the next paragraph goes on in it."""
    pages_before_words: int = 0
    pages: int = 0
    bold_letters: int = 0
    letters: int = 0

    @property
    def text(self) -> str:
        """With tabs and line breaks as they stand."""
        return "".join(self.words)

    @property
    def is_bold(self) -> bool:
        return self.letters > 0 and self.bold_letters >= self.letters * 0.95

    def take(self, words: str, *, bold: bool = False) -> None:
        self.words.append(words)
        letters = sum(map(str.isalnum, words))
        self.letters += letters
        self.bold_letters += letters if bold else 0


class ParagraphReader:
    """Reads paragraphs one after the other; a field may begin in one and end in another."""

    def __init__(self, styles: StyleSheet) -> None:
        self._styles = styles
        self._fields: list[bool] = []
        """For each field that is open: whether its result has begun."""

    def read(self, element: etree._Element) -> WordParagraph:
        # a field that never came to its result must not swallow the rest of the document
        self._fields = [begun for begun in self._fields if begun]
        properties = element.find(f"{W}pPr")
        style = self._styles.paragraph(attribute(properties, f"{W}pStyle"))
        paragraph = WordParagraph(style, properties)
        mark = properties.find(f"{W}rPr") if properties is not None else None
        if mark is not None:
            paragraph.goes_on = (
                mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None
            )
            paragraph.tracked = paragraph.goes_on or mark.find(f"{W}ins") is not None
        self._inside(element, paragraph)
        return paragraph

    def _inside(self, element: etree._Element, paragraph: WordParagraph) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, paragraph)
            elif tag in {f"{W}del", f"{W}moveFrom"}:
                paragraph.tracked = True
            elif tag in {f"{W}ins", f"{W}moveTo"}:
                paragraph.tracked = True
                self._inside(child, paragraph)
            elif tag == f"{W}sdt":
                self._control(child, paragraph)
            elif tag == f"{_MC}AlternateContent":
                self._inside(chosen(child), paragraph)
            elif tag in {f"{_MATHS}oMath", f"{_MATHS}oMathPara"}:
                paragraph.take("".join(part.text or "" for part in child.iter(f"{_MATHS}t")))
            elif tag == f"{W}pPr":
                continue
            elif len(child):
                # links, smart tags, simple fields, directions: wrappers around runs
                self._inside(child, paragraph)

    def _control(self, element: etree._Element, paragraph: WordParagraph) -> None:
        box = element.find(f"{W}sdtPr/{W14}checkbox")
        if box is not None:
            paragraph.take(TICKED if _is_ticked(box.find(f"{W14}checked")) else UNTICKED)
            return
        content = element.find(f"{W}sdtContent")
        if content is not None:
            self._inside(content, paragraph)

    def _run(self, element: etree._Element, paragraph: WordParagraph) -> None:
        properties = element.find(f"{W}rPr")
        style = self._styles.style(attribute(properties, f"{W}rStyle"))
        hidden = switched_on(properties, "vanish")
        if hidden is None:
            hidden = style.hidden or paragraph.style.hidden
        bold = switched_on(properties, "b")
        if bold is None:
            bold = style.bold or paragraph.style.bold
        superscript = (
            attribute(properties, f"{W}vertAlign") == "superscript"
            or whole_number(attribute(properties, f"{W}position")) > 0
        )
        font = (attribute(properties, f"{W}rFonts", "ascii") or "").lower()
        for child in element:
            tag = child.tag
            if tag == f"{W}fldChar":
                self._field(child, paragraph)
            elif tag == f"{W}lastRenderedPageBreak":
                paragraph.pages += 1
                if not paragraph.letters:
                    paragraph.pages_before_words += 1
            elif self._fields and not all(self._fields):
                continue  # the instruction of a field
            elif hidden:
                paragraph.hidden += len(child.text or "") if tag == f"{W}t" else 0
            elif tag == f"{W}t":
                words = child.text or ""
                if font in _PICTURE_FONTS:
                    words = "".join(_pictured(font, ord(letter)) for letter in words)
                paragraph.take(raised(words) if superscript else words, bold=bold)
            elif tag in _PLAIN_CHARACTERS:
                if tag != f"{W}br" or child.get(f"{W}type") not in {"page", "column"}:
                    paragraph.take(_PLAIN_CHARACTERS[tag])
                else:
                    paragraph.take(" ")
            elif tag == f"{W}sym":
                paragraph.take(_symbol(child))
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                kind = tag.removeprefix(W).removesuffix("Reference")
                paragraph.notes.append((kind, child.get(f"{W}id") or ""))
            elif tag == f"{W}commentReference":
                paragraph.comments = True
            elif tag == f"{_MC}AlternateContent":
                self._drawn(chosen(child), paragraph)
            elif tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
                self._drawn(child, paragraph)

    def _field(self, element: etree._Element, paragraph: WordParagraph) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            box = element.find(f"{W}ffData/{W}checkBox")
            if box is not None:
                ticked = switched_on(box, "checked")
                if ticked is None:
                    ticked = switched_on(box, "default")
                paragraph.take(TICKED if ticked else UNTICKED)
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawn(self, element: etree._Element, paragraph: WordParagraph) -> None:
        """A picture, a chart, a text box: each once, in whatever it is wrapped."""
        boxes = _outermost_boxes(element)
        paragraph.boxes += boxes
        if element.tag == f"{W}object" or element.find(f".//{W}object") is not None:
            paragraph.embedded += 1
        for graphic in element.iter(f"{_A}graphicData"):
            if graphic.get("uri", "").endswith(("/chart", "/diagram", "/chartex")):
                paragraph.charts += 1
        for properties in element.iter(f"{_WP}docPr"):
            if not boxes:  # else it names the box, whose words are read
                paragraph.pictures.append(_alternative(properties))
        for shape in element.iter(f"{_VML}shape", f"{_VML}rect"):
            if shape.find(f"{_VML}imagedata") is not None and not boxes:
                paragraph.pictures.append((shape.get("alt") or "").strip() or None)


def chosen(element: etree._Element) -> etree._Element:
    """Of the alternatives for newer and older programs, the newer."""
    choice = element.find(f"{_MC}Choice")
    fallback = element.find(f"{_MC}Fallback")
    for alternative in (choice, fallback):
        if alternative is not None and len(alternative):
            return alternative
    return element


def _outermost_boxes(element: etree._Element) -> list[etree._Element]:
    """The contents of the text boxes drawn here, not of those inside another box."""
    found: list[etree._Element] = []
    waiting = [element]
    while waiting:
        here = waiting.pop()
        if here.tag == f"{W}txbxContent":
            found.append(here)
            continue
        if here.tag == f"{_MC}AlternateContent" and here is not element:
            here = chosen(here)
        waiting.extend(reversed(here))
    return found


def _alternative(properties: etree._Element) -> str | None:
    for decorative in properties.iter(f"{_ADEC}decorative"):
        if decorative.get("val") in {"1", "true"}:
            return ""
    return tidy(properties.get("descr") or properties.get("title") or "") or None


def _is_ticked(checked: etree._Element | None) -> bool:
    return checked is not None and (checked.get(f"{W14}val") or "1") in {"1", "true", "on"}


def _symbol(element: etree._Element) -> str:
    font = (element.get(f"{W}font") or "").lower()
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    return _pictured(font, code) if font in _PICTURE_FONTS else ""


def _pictured(font: str, code: int) -> str:
    """What a letter of a font of pictures shows; old files lift the code into a private range."""
    if code == ord(" "):
        return " "
    if font == "symbol" and code < 0x80:
        return chr(code)
    return _PICTURE_FONTS[font].get(code & 0xFF, "•")
