"""The lines of a web page: its marks tell headings, labels, rows and the numbers of items."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from moothall.files.minutes import limits
from moothall.files.minutes.lines import Line, Sort, line_from
from moothall.files.reports.printed_numbers import tidy
from moothall.files.reports.unreadable import too_much, unreadable
from moothall.files.reports.word.numbering import printed_as

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_TEXT = frozenset(
    (
        *("script", "style", "template", "noscript", "head", "canvas", "iframe", "object"),
        *("embed", "audio", "video", "map", "select", "option", "textarea", "svg", "button"),
        *("nav", "header", "footer", "aside"),
    )
)
_BLOCKS = frozenset(
    (
        *("html", "body", "main", "section", "article", "div", "p", "blockquote", "pre"),
        *("address", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody"),
        *("tfoot", "tr", "td", "th", "hr", "center", "form", "fieldset", "figure", "h1", "h2"),
        *("h3", "h4", "h5", "h6", "details", "summary", "legend"),
    )
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "legend"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def lines_of_html(text: str, name: str) -> Iterator[Line]:
    from lxml import etree

    if text.count("<") > limits.MARKS:
        raise too_much(name, f"has over {limits.MARKS:,} marks")
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        raise unreadable(
            name, "is damaged: no web page can be made out in it", "Save the page again."
        )
    return _Walk(name).through(_content(root))


def _content(root: "_Element") -> "_Element":
    """The part of the page that the committee system fills, where its marks say which it is."""
    for path in (
        ".//*[@id='modgov']",
        ".//*[contains(concat(' ', @class, ' '), ' mgContent ')]",
        ".//*[@id='mgContent']",
        ".//*[contains(concat(' ', @class, ' '), ' CMIS_ModuleWrapper ')]",
        ".//*[contains(concat(' ', @class, ' '), ' ModCMISMeetingsC ')]",
        ".//main",
        ".//*[@role='main']",
    ):
        found = root.xpath(path)
        if isinstance(found, list) and len(found) == 1 and _is_element(found[0]):
            return found[0]  # type: ignore[return-value]  # it was looked at
    body = root.find("body")
    return root if body is None else body


def _is_element(value: object) -> bool:
    return hasattr(value, "itertext")


class _Walk:
    """Goes through the elements, gathering words until one begins a new line."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._words: list[str] = []
        self._linked: list[str] = []
        self._at = 1
        self._marks: dict[str, object] = {}
        self._lines: list[Line] = []
        self._depth = 0
        self._in_link = False
        self._to = ""

    def through(self, element: "_Element") -> Iterator[Line]:
        self._inside(element)
        self._end()
        return iter(self._lines)

    def _inside(self, element: "_Element") -> None:
        self._depth += 1
        if self._depth > limits.DEEPEST:
            raise unreadable(
                self._name,
                f"nests its parts over {limits.DEEPEST} deep, as no page that was written does",
                "Copy its text into a .txt file.",
            )
        self._say(element.text)
        for child in element:
            self._child(child)
            self._say(child.tail)
        self._depth -= 1

    def _say(self, words: str | None) -> None:
        if words:
            self._words.append(words)
            if self._in_link:
                self._linked.append(words)

    def _child(self, element: "_Element") -> None:
        tag = element.tag
        if tag in _NOT_TEXT or _is_hidden(element):
            return
        if tag == "br":
            self._words.append(" ")
        elif tag == "table":
            self._end()
            self._table(element)
        elif tag == "li":
            self._end()
            self._marks = _entry(element)
            self._at = _line_of(element)
            self._inside(element)
            self._end()
        elif tag in _BLOCKS:
            kept = self._marks if not "".join(self._words).strip() else {}
            self._end()
            self._at = _line_of(element)
            self._marks = kept
            if tag in _HEADINGS:
                self._marks = {"sort": Sort.HEADING}
            self._inside(element)
            self._end()
        elif _has_class(element, "mgLabel"):
            self._end()
            self._at = _line_of(element)
            self._inside(element)
            self._marks = {"label": True}
        elif tag == "a":
            outer, self._in_link = self._in_link, True
            self._to = self._to or (element.get("href") or "")[: limits.ADDRESS_CHARACTERS]
            self._inside(element)
            self._in_link = outer
        else:
            self._inside(element)

    def _end(self) -> None:
        raw, linked, marks = "".join(self._words), "".join(self._linked), self._marks
        to, self._to = self._to, ""
        self._words, self._linked, self._marks = [], [], {}
        if marks.get("label"):
            marks = {"sort": Sort.LABEL}
        if linked.strip() and tidy(linked) == tidy(raw):
            marks = {**marks, "linked": True}
        if to:
            marks = {**marks, "to": to}
        if line := line_from(raw, self._at, **marks):
            self._lines.append(line)

    def _table(self, table: "_Element") -> None:
        """A table of an agenda's items as their numbers and contents, any other row by row."""
        for row in table.iter("tr"):
            if _above(row, "table") is not table:
                continue  # a table inside this one, met in its own cell
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            if cells and (
                _has_class(cells[0], "mgItemNumberCell") or _is_numbered(table, cells[0])
            ):
                self._item(cells)
            elif len(cells) == 1 or any(cell.find(".//table") is not None for cell in cells):
                for cell in cells:
                    self._inside(cell)
                    self._end()
            elif cells:
                said = tuple(tidy(" ".join(cell.itertext())) for cell in cells)  # type: ignore[arg-type]
                head = all(cell.tag == "th" for cell in cells)
                if any(said):
                    words = " | ".join(said)[: limits.LINE_CHARACTERS]
                    self._lines.append(Line(_line_of(row), words, Sort.ROW, cells=said, head=head))

    def _item(self, cells: list["_Element"]) -> None:
        number = tidy(" ".join(cells[0].itertext()))  # type: ignore[arg-type]
        self._lines.append(Line(_line_of(cells[0]), number, Sort.ITEM))
        for cell in cells[1:]:
            self._at = _line_of(cell)
            self._inside(cell)
            self._end()


def _entry(element: "_Element") -> dict[str, object]:
    """The number before an entry of a list, or that it has a bullet."""
    above = element.getparent()
    if above is None or above.tag != "ol":
        return {"bullet": True}
    place = [each for each in above if each.tag == "li"].index(element)
    first = above.get("start") or "1"
    value = (int(first) if first.isdecimal() and len(first) < 5 else 1) + place
    form = above.get("type") or "1"
    if form in ("a", "A") and value <= 26:
        return {"number": f"({chr(ord(form) + value - 1)})"}
    if form in ("i", "I"):
        return {"number": f"({printed_as(value, 'lowerRoman')})"}
    return {"number": f"{value}."}


def _is_numbered(table: "_Element", cell: "_Element") -> bool:
    """Whether a cell holds the number of an item, in a table that says it lists items."""
    return _has_class(table, "mgItemTable") and bool(
        re.fullmatch(r"\d{1,3}[a-z]?\.?(?:\([ivxa-z]+\))?", tidy(" ".join(cell.itertext())))  # type: ignore[arg-type]
    )


def _has_class(element: "_Element", name: str) -> bool:
    return name in (element.get("class") or "").split() or element.get("id") == name


def _is_hidden(element: "_Element") -> bool:
    return (
        element.get("hidden") is not None
        or _has_class(element, "mgHide")
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _above(element: "_Element", tag: str) -> "_Element | None":
    return next(iter(element.iterancestors(tag)), None)


def _line_of(element: "_Element") -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 1
