"""What a Word file says about itself: title, language, which paper it is; no time, no person."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from moothall.documents.document import Document
from moothall.render.wording import SYNTHETIC_LABEL, UNTITLED, plain

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# A file has to carry a time; the paper's own day is in its text.
FILE_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_AUTHOR = "Moothall"

_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
# Every custom property is of this set, by the format's own rule.
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_NUMBER = 2


def set_properties(word: "WordDocument", document: Document) -> None:
    """The properties that every reader of files shows."""
    properties = word.core_properties
    properties.title = plain(document.title)[:255] or UNTITLED
    properties.subject = ""
    properties.language = document.language
    properties.author = properties.last_modified_by = _AUTHOR
    properties.created = properties.modified = FILE_TIME
    properties.revision = 1
    properties.comments = SYNTHETIC_LABEL if document.synthetic else ""
    # The preview is of the empty file that python-docx starts from.
    relations = word.part.package.rels
    for name in [key for key, found in relations.items() if found.reltype.endswith("/thumbnail")]:
        del relations[name]
    _set_settings(word, document.language)


def set_custom_properties(word: "WordDocument", properties: Mapping[str, str]) -> None:
    """Our own properties, as texts in their order."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={"op": _CUSTOM, "vt": _VALUES})
    for number, (name, text) in enumerate(properties.items(), start=_FIRST_NUMBER):
        held = etree.SubElement(root, f"{{{_CUSTOM}}}property")
        held.set("fmtid", _SET)
        held.set("pid", str(number))
        held.set("name", name)
        etree.SubElement(held, f"{{{_VALUES}}}lpwstr").text = plain(text)
    package = word.part.package
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/docProps/custom.xml"), _CUSTOM_TYPE, blob, package)
    package.relate_to(part, _CUSTOM_RELATION)


def _set_settings(word: "WordDocument", language: str) -> None:
    from docx.oxml.ns import qn

    settings = word.settings.element
    for found in settings.iter(qn("w:themeFontLang")):
        found.set(qn("w:val"), language)
    for found in settings.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), "15")  # else Word opens the paper in compatibility mode
