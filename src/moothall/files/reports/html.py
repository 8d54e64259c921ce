"""Web pages as reports: the words of the page without its menus; nothing is fetched or run."""

import re
from collections.abc import Iterator

from lxml import etree

from moothall.documents.report import Report
from moothall.files.reports import limits
from moothall.files.reports.block_sequence import BlockSequence
from moothall.files.reports.definition_lists import figures_defined
from moothall.files.reports.printed_numbers import (
    is_heading_like,
    raised,
    split_bullet,
    split_number,
    tidy,
)
from moothall.files.reports.unreadable import too_much, unreadable
from moothall.files.reports.word.numbering import printed_as

HIDDEN = "Hidden text was left out."
MENUS = "Menus, headers and footers of the page were left out."
NESTED = "A table inside another table was read as a table of its own, after it."

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NOT_TEXT = {"script", "style", "template", "noscript", "head", "canvas", "iframe", "object"}
_NOT_TEXT |= {"embed", "audio", "video", "map", "select", "option", "textarea", "datalist"}
_AROUND_THE_TEXT = frozenset(("nav", "header", "footer", "aside"))
_BLOCKS = {"html", "body", "main", "section", "article", "div", "p", "blockquote", "pre", "header"}
_BLOCKS |= {"address", "footer", "nav", "aside", "search", "hgroup", "ul", "ol", "li", "menu", "dl"}
_BLOCKS |= {"dt", "dd", "table", "caption", "tr", "hr", "center", "form", "fieldset", "legend"}
_BLOCKS |= {"details", "summary", "figure", "figcaption", *_HEADINGS}
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;]+)", re.IGNORECASE)
_NO_COLOUR = re.compile(
    r"(?:inherit|initial|transparent|none|white|gr[ae]y|silver|black|#?f{3,6}|#?([0-9a-f]{2})\1\1)$",
    re.IGNORECASE,
)
_LIST_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_WIDEST, _TALLEST = 200, 1000
_DEEPEST = 200


def read_html(text: str, file: str) -> Report:
    """The report in a web page.  Raises UnreadableError where it has no words."""
    root = _parsed(text, file)
    reader = _Reader(file)
    body = root.find("body")
    page = body if body is not None else root
    within = _main(page)
    if within is not page:
        reader.blocks.note(MENUS)
    reader.walk(within)
    if not reader.blocks.blocks:
        raise unreadable(
            file,
            "is a web page without any words in it",
            "It may build its text in the browser: copy the text, or save the page as PDF.",
        )
    title = root.findtext("head/title")
    return reader.blocks.report(
        marks_headings=reader.marks_headings,
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        title=tidy(title or "") or None,
    )


def page_title(text: str) -> str:
    """The title of a web page, for naming it."""
    match = re.search(r"<title[^>]*>([^<]{0,200})", text[:20_000], re.IGNORECASE)
    return tidy(match[1]) if match else ""


def _parsed(text: str, file: str) -> etree._Element:
    if text.count("<") > limits.ELEMENTS:
        raise too_much(file, f"has over {limits.ELEMENTS:,} marks")
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8"
    )
    damaged = unreadable(
        file, "is damaged: no web page can be made out in it", "Save the page again."
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        raise damaged from None
    if root is None:
        raise damaged
    return root


def _main(body: etree._Element) -> etree._Element:
    """The part of the page that holds its text, where the page says which it is."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = body.findall(path)
        if len(found) == 1 and len("".join(_texts(found[0]))) > 200:
            return found[0]
    return body


def _texts(element: etree._Element) -> Iterator[str]:
    return (str(part) for part in element.itertext())


class _Reader:
    """Walks through the elements, gathering words until an element begins a new block."""

    def __init__(self, file: str) -> None:
        self.blocks = BlockSequence(file)
        self.marks_headings = False
        self._words: list[str] = []
        self._number = ""
        self._bullet = False
        self._bold = False
        self._level = 0
        self._depth = 0
        self._pictures: list[str | None] = []

    def walk(self, element: etree._Element) -> None:
        self._inside(element)
        self._end_block()

    # --- blocks -------------------------------------------------------------------------------

    def _inside(self, element: etree._Element) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise unreadable(
                self.blocks.file,
                f"nests its parts over {_DEEPEST} deep, as no page that was written does",
                "Copy its text into a .txt file.",
            )
        self._words.append(element.text or "")
        for child in element:
            self._child(child)
            self._words.append(child.tail or "")
        self._depth -= 1

    def _child(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _NOT_TEXT:
            return
        if self._is_hidden(element):
            return
        if tag in _AROUND_THE_TEXT and not _holds_the_text(element):
            self.blocks.note(MENUS)
            return
        if tag == "br":
            self._words.append("\n")
        elif tag == "img":
            self._take_picture(element)
        elif tag == "svg":
            self._pictures.append(_drawing_name(element))
        elif tag == "input":
            self._words.append(_box(element))
        elif tag in _HEADINGS:
            self._take_heading(element, _HEADINGS[tag])
        elif tag in {"ul", "ol", "menu"}:
            self._end_block()
            self._take_list(element)
        elif tag == "table":
            self._end_block()
            self._take_table(element)
        elif tag == "dl" and (rows := figures_defined(element)):
            self._end_block()
            self.blocks.grid(rows, head_rows=0)
        elif tag == "sup":
            self._words.append(raised(" ".join(_texts(element)).strip()))
        elif tag in _BLOCKS:
            self._end_block()
            self._bold = tag == "p" and _is_bold(element)
            self._inside(element)
            self._end_block()
            self._bold = False
        else:
            self._inside(element)

    def _is_hidden(self, element: etree._Element) -> bool:
        hidden = element.get("hidden") is not None or bool(
            _HIDDEN_STYLE.search(element.get("style") or "")
        )
        if hidden and tidy("".join(_texts(element))):
            self.blocks.note(HIDDEN)
        return hidden

    def _end_block(self) -> None:
        # two line breaks end a paragraph, one only a line
        for part in re.split(r"\n[ \t\u00a0]*\n(?:\s*\n)*", self._gathered()):
            self._emit(tidy(part))
        for alternative in self._pictures:
            self.blocks.image(alternative)
        self._pictures.clear()

    def _gathered(self) -> str:
        """The words so far; only <br> breaks lines, not the way the page was typed."""
        words = "".join(
            part if part == "\n" else re.sub(r"[ \t\r\n\f]+", " ", part) for part in self._words
        )
        self._words.clear()
        return words

    def _emit(self, words: str) -> None:
        if not words:
            return
        number, bullet = self._number, self._bullet
        self._number, self._bullet = "", False
        if number:
            # lists that show no numbers of their own often have them typed
            typed = re.match(rf"\(?{re.escape(number[:-1])}[.)]?\s+(?=\S)", words)
            words = words[typed.end() :] if typed else words
        if not number:
            looks_bulleted, rest = split_bullet(words)
            printed, rest = split_number(rest)
            if printed and (not (bullet or looks_bulleted) or "." in printed):
                number, bullet, words = printed, False, rest
            elif looks_bulleted:
                bullet, words = True, split_bullet(words)[1]
        if self._bold and not bullet and is_heading_like(words, number, bold=True):
            self.blocks.heading(words, min(self._level + 1, 6), number=number)
            return
        self.blocks.prose(words, number=number, bullet=bullet)

    def _take_heading(self, element: etree._Element, level: int) -> None:
        self._end_block()
        self._inside(element)
        words = tidy(self._gathered())
        number, rest = split_number(words)
        if words:
            self.marks_headings = True
            self._level = level
            self.blocks.heading(rest, level, number=number)
        self._end_block()

    def _take_picture(self, element: etree._Element) -> None:
        alternative = element.get("alt")
        if element.get("role") in {"presentation", "none"}:
            alternative = ""
        tiny = {element.get("width"), element.get("height")} & {"0", "1"}
        if not tiny:  # a counter, not a picture
            self._pictures.append(None if alternative is None else tidy(alternative))

    def _take_list(self, element: etree._Element) -> None:
        numbered = element.tag == "ol"
        form = _LIST_FORMS.get(element.get("type") or "1", "decimal")
        items = [child for child in element if child.tag == "li"]
        step = -1 if numbered and element.get("reversed") is not None else 1
        value = _whole(element.get("start"), len(items) if step < 0 else 1)
        for child in element:
            if child.tag != "li":
                self._child(child)  # a list straight inside a list
                continue
            value = _whole(child.get("value"), value)
            if not self._is_hidden(child):
                self._number = f"{printed_as(value, form)}." if numbered else ""
                self._bullet = not numbered
                self._inside(child)
                self._end_block()
            self._number, self._bullet = "", False
            value += step

    # --- tables -------------------------------------------------------------------------------

    def _take_table(self, element: etree._Element) -> None:
        rows = list(_rows(element))
        if element.get("role") in {"presentation", "none"} or _is_frame(rows):
            for row in rows:
                for cell in row:
                    self._inside(cell)
                    self._end_block()
            return
        inner: list[etree._Element] = []
        texts: list[list[str]] = []
        coloured: list[tuple[int, int]] = []
        taken: dict[tuple[int, int], bool] = {}
        heads = 0
        for at, row in enumerate(rows):
            if heads == at and row and _is_head(row):
                heads += 1
            texts.append(self._row(row, at, taken, inner, coloured))
        caption = element.find("caption")
        self.blocks.grid(
            texts,
            head_rows=heads or None,
            marked_head=any(cell.tag == "th" for row in rows for cell in row),
            caption=tidy("".join(_texts(caption))) if caption is not None else "",
            coloured=[(row, column) for row, column in coloured if row >= max(heads, 1)],
        )
        self._end_block()
        for table in inner:
            self.blocks.note(NESTED)
            self._take_table(table)

    def _row(
        self,
        row: list[etree._Element],
        at: int,
        taken: dict[tuple[int, int], bool],
        inner: list[etree._Element],
        coloured: list[tuple[int, int]],
    ) -> list[str]:
        texts: list[str] = []

        def skip_taken() -> None:
            while (at, len(texts)) in taken:
                texts.append("")

        for cell in row:
            skip_taken()
            if len(texts) >= _WIDEST:
                break
            column = len(texts)
            across = min(max(_whole(cell.get("colspan"), 1), 1), _WIDEST - column)
            down = min(max(_whole(cell.get("rowspan"), 1), 1), _TALLEST)
            words = self._words_of(cell, inner)
            if not words and _is_coloured(cell):
                coloured.append((at, column))
            texts += [words, *([""] * (across - 1))]
            if len(taken) < limits.CELLS:
                for below in range(1, down):
                    for beside in range(across):
                        taken[at + below, column + beside] = True
        skip_taken()
        return texts

    def _words_of(self, cell: etree._Element, inner: list[etree._Element]) -> str:
        """The words of a cell on one line; tables in it are put by in `inner`."""
        words: list[str] = []
        waiting: list[etree._Element | str] = [cell]
        while waiting:
            here = waiting.pop()
            if isinstance(here, str):
                words.append(here)
                continue
            if here is not cell:
                if here.tag in _NOT_TEXT or self._is_hidden(here):
                    continue
                if here.tag == "table":
                    inner.append(here)
                    continue
                if here.tag == "img":
                    self._take_picture(here)
                elif here.tag == "input":
                    words.append(_box(here))
                elif here.tag == "sup":
                    words.append(raised(" ".join(_texts(here)).strip()))
                    continue
            apart = here.tag in _BLOCKS or here.tag == "br"
            if apart:
                words.append(" ")
                waiting.append(" ")
            for child in reversed(here):
                waiting.append(child.tail or "")
                waiting.append(child)
            waiting.append(here.text or "")
        return tidy("".join(words))


def _holds_the_text(element: etree._Element) -> bool:
    """Some pages put the title, or all of their text, into <header> or <aside>."""
    if element.tag == "header":
        return element.find(".//h1") is not None
    if element.tag == "aside":
        return len("".join(_texts(element))) > 0 and element.find(".//ul//a") is None
    return False


def _rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    """The cells of each row: those of the head first and of the foot last, as browsers do."""
    parts: dict[str, list[etree._Element]] = {"thead": [], "tbody": [], "tfoot": []}
    for child in table:
        if child.tag == "tr":
            parts["tbody"].append(child)
        elif child.tag in parts:
            parts[child.tag] += [row for row in child if row.tag == "tr"]
    for rows in parts.values():
        for row in rows:
            if row.get("hidden") is None:
                yield [cell for cell in row if cell.tag in {"td", "th"}]


def _is_head(row: list[etree._Element]) -> bool:
    parent = row[0].getparent()
    above = parent.getparent() if parent is not None else None
    if above is not None and above.tag == "thead":
        return True
    heads = [cell for cell in row if cell.tag == "th"]
    # a corner is often left as a plain, empty cell
    return bool(heads) and all(cell in heads or not tidy("".join(_texts(cell))) for cell in row)


def _is_frame(rows: list[list[etree._Element]]) -> bool:
    """Whether the table only frames something: one cell, or a layout around other tables."""
    cells = [cell for row in rows for cell in row]
    if len(cells) <= 1:
        return True
    return len(rows) <= 2 and any(cell.find(".//h1") is not None for cell in cells)


def _is_coloured(cell: etree._Element) -> bool:
    match = _BACKGROUND.search(cell.get("style") or "")
    colour = (match[1] if match else cell.get("bgcolor") or "").strip()
    return bool(colour) and not _NO_COLOUR.match(colour)


def _is_bold(paragraph: etree._Element) -> bool:
    """Whether a paragraph is no more than words in bold."""
    if len(paragraph) != 1 or paragraph[0].tag not in {"b", "strong"}:
        return False
    return not (paragraph.text or "").strip() and not (paragraph[0].tail or "").strip()


def _drawing_name(element: etree._Element) -> str | None:
    """The alternative text of a drawing; one that screen readers pass over has an empty one."""
    if element.get("aria-hidden") == "true" or element.get("role") in {"presentation", "none"}:
        return ""
    title = next((child for child in element if child.tag.endswith("title")), None)
    named = element.get("aria-label") or (title.text if title is not None else None)
    return tidy(named or "") or None


def _box(element: etree._Element) -> str:
    if (element.get("type") or "").lower() not in {"checkbox", "radio"}:
        return ""
    return "☒ " if element.get("checked") is not None else "☐ "


def _whole(text: str | None, otherwise: int) -> int:
    match = re.fullmatch(r"\s*(-?\d{1,6})\s*", text or "")
    return int(match[1]) if match else otherwise
