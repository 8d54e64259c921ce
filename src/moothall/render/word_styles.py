"""The styles of a paper in Word: real ones, so that a reader can restyle it and find the way."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

_STYLES = Path(__file__).parent / "templates" / "word_styles.xml"

TABLE_STYLE = "Moothall Table"
# Both as the style sheet has them; the widths of columns are reckoned from them.
TABLE_TEXT_POINTS = 9.5
CELL_PADDING_POINTS = 2 * 85 / 20

_CAME_WITH_US = "ours"
# The list definitions of python-docx's empty file name them.
_OF_THE_NUMBERING = {f"List{kind}{level}" for kind in ("Bullet", "Number") for level in ("2", "3")}


def give_style(paragraph: "WordParagraph", name: str) -> None:
    """Give a paragraph one of our styles; looking it up by its name takes ten times as long."""
    paragraph._p.style = name.replace(" ", "")


def set_styles(word: "WordDocument", language: str) -> None:
    """Give the document our styles, in that language throughout (a tag such as `en-GB`)."""
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import qn

    held = word.styles.element
    ours = parse_xml(_STYLES.read_bytes())
    held.replace(held.find(qn("w:docDefaults")), ours.find(qn("w:docDefaults")))
    for style in ours.findall(qn("w:style")):
        for old in held.findall(qn("w:style")):
            if old.get(qn("w:styleId")) == style.get(qn("w:styleId")):
                held.remove(old)
        style.set(_CAME_WITH_US, "1")
        held.append(style)
    _drop_unused(held)
    for properties in held.iter(qn("w:rPr")):
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        lang = OxmlElement("w:lang", {qn("w:val"): language, qn("w:eastAsia"): language})
        properties.append(lang)


def _drop_unused(held: Any) -> None:
    """Take out python-docx's styles that no paper uses: Word has all of them built in, and looking
    each paragraph's style up among 170 took half the time of writing a paper."""
    from docx.oxml.ns import qn

    of_id = {style.get(qn("w:styleId")): style for style in held.findall(qn("w:style"))}
    ours = {name for name, style in of_id.items() if style.get(_CAME_WITH_US)}
    needed = {name for name, style in of_id.items() if style.get(qn("w:default")) == "1"}
    needed |= ours | _OF_THE_NUMBERING
    new = needed
    while new:
        named = {
            each.get(qn("w:val"))
            for name in new
            for tag in ("w:basedOn", "w:next", "w:link")
            for each in of_id[name].iter(qn(tag))
        }
        new = (named & set(of_id)) - needed
        needed |= new
    for name, style in of_id.items():
        if name not in needed:
            held.remove(style)
        style.attrib.pop(_CAME_WITH_US, None)
