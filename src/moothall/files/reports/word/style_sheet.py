"""The styles of a Word file: what a paragraph's style says of it, with the styles under that.

Word stores built-in styles under English names whatever language it speaks ("heading 1" for
Überschrift 1); only their ids are translated.  So names and outline levels are read, never ids.
"""

import re
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{W}val"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off", "none"})
_BODY_TEXT = 9  # the outline level by which Word says "no heading"


def attribute(parent: etree._Element | None, path: str, name: str = "val") -> str | None:
    """The value of a child's attribute, None where there is no child."""
    child = parent.find(path) if parent is not None else None
    return child.get(f"{W}{name}") if child is not None else None


def switched_on(parent: etree._Element | None, name: str) -> bool | None:
    """Whether a property such as bold is on, off, or (None) not spoken of."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return None if child is None else (child.get(_VAL) or "1").lower() not in _OFF


def whole_number(text: str | None, otherwise: int = 0) -> int:
    try:
        return int(text or "")
    except ValueError:
        return otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class WordStyle:
    """What a style comes to, with what it takes from the styles under it."""

    id: str
    name: str = ""
    outline: int | None = None
    """0 for the highest heading."""
    number_id: str | None = None
    number_level: int | None = None
    bold: bool = False
    hidden: bool = False

    @property
    def is_contents_list(self) -> bool:
        return bool(re.match(r"toc \d|table of figures|toc heading", self.name))

    @property
    def is_title(self) -> bool:
        return self.name == "title"

    @property
    def is_footnote_sized(self) -> bool:
        return self.name in {"footnote text", "endnote text"}


_PLAIN = WordStyle(id="")


class StyleSheet:
    """Styles by id; `paragraph(None)` is the default paragraph style."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, WordStyle] = {}
        self._default: str | None = None
        self.language: str | None = None
        if root is None:
            return
        for element in root.iter(f"{W}style"):
            name = element.get(f"{W}styleId")
            if name:
                self._elements[name] = element
                is_default = (element.get(f"{W}default") or "0").lower() not in _OFF
                if element.get(f"{W}type") == "paragraph" and is_default:
                    self._default = name
        self.language = attribute(root, f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        normal = self._elements.get(self._default or "")
        self.language = attribute(normal, f"{W}rPr/{W}lang") or self.language

    def paragraph(self, style_id: str | None) -> WordStyle:
        return self.style(style_id if style_id in self._elements else self._default)

    def style(self, style_id: str | None) -> WordStyle:
        if not style_id or style_id not in self._elements:
            return _PLAIN
        known = self._known.get(style_id)
        if known is None:
            self._known[style_id] = _PLAIN  # a style based on itself, over others or not
            known = self._known[style_id] = self._resolved(style_id)
        return known

    def number_id(self, style_id: str) -> str | None:
        """The numbering that a list style points to."""
        return attribute(self._elements.get(style_id), f"{W}pPr/{W}numPr/{W}numId")

    def _resolved(self, style_id: str) -> WordStyle:
        element = self._elements[style_id]
        under = self._under(element)
        paragraph, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
        name = (attribute(element, f"{W}name") or "").lower()
        outline = attribute(paragraph, f"{W}outlineLvl")
        level: int | None = under.outline
        if outline is not None:
            level = whole_number(outline, _BODY_TEXT)
            level = level if level < _BODY_TEXT else None
        elif match := _HEADING.fullmatch(name):
            level = int(match[1]) - 1
        number_id = attribute(paragraph, f"{W}numPr/{W}numId")
        number_level = attribute(paragraph, f"{W}numPr/{W}ilvl")
        bold, hidden = switched_on(run, "b"), switched_on(run, "vanish")
        return WordStyle(
            id=style_id,
            name=name,
            outline=level,
            number_id=number_id if number_id is not None else under.number_id,
            number_level=whole_number(number_level) if number_level else under.number_level,
            bold=under.bold if bold is None else bold,
            hidden=under.hidden if hidden is None else hidden,
        )

    def _under(self, element: etree._Element) -> WordStyle:
        """The style that a style is based on; a long chain is followed without recursion."""
        chain = []
        below = attribute(element, f"{W}basedOn")
        while below in self._elements and below not in self._known and below not in chain:
            chain.append(below)
            below = attribute(self._elements[below], f"{W}basedOn")
        for style_id in reversed(chain):
            self._known.setdefault(style_id, _PLAIN)
            self._known[style_id] = self._resolved(style_id)
        return self._known.get(attribute(element, f"{W}basedOn") or "", _PLAIN)
