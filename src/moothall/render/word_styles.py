"""The styles of a paper in Word: real ones, so that a reader can restyle it and find the way."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_STYLES = Path(__file__).parent / "templates" / "word_styles.xml"

TABLE_STYLE = "Moothall Table"
# Both as the style sheet has them; the widths of columns are reckoned from them.
TABLE_TEXT_POINTS = 9.5
CELL_PADDING_POINTS = 2 * 85 / 20


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
        held.append(style)
    for properties in held.iter(qn("w:rPr")):
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        lang = OxmlElement("w:lang", {qn("w:val"): language, qn("w:eastAsia"): language})
        properties.append(lang)
