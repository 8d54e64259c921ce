"""Words pasted from Word, freed of its markup: what the author wrote, and nothing else.

A browser hands over either plain text with Word's odd letters in it, or a page of its markup where
somebody pasted the source or a program in between did.  Text that is no such page is left as it
stands but for those letters: "costs < £5m" holds no markup.
"""

import html
import re
from html.parser import HTMLParser

_LONGEST = 2_000_000
# What only Word (or what copies it) writes; one of them makes a text a page of markup.
_OF_WORD = re.compile(
    r"<!--\[if\s|<!\[if\s|<!--StartFragment|<(?:/?(?:o|w|m|v|st1):[a-z]"
    r"|(?:p|span|div|table|td|li|b|i|a|h[1-6])\s[^<>]*(?:class=[\"']?Mso|mso-|style=)"
    r"|html[\s>]|\?xml:namespace)",
    re.IGNORECASE,
)
# A whole page or nothing but marked-up paragraphs, as web editors write them.
_MARKED_UP = re.compile(r"\s*<(p|div|ul|ol|table|h[1-6])\b[^<>]*>.*</\1\s*>\s*\Z", re.I | re.S)
_CONDITION = re.compile(r"<!\[[^\[\]<>]{0,200}\]>", re.IGNORECASE)
_PARAGRAPHS = frozenset(
    ("p", "div", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote")
)
_UNSEEN = frozenset(("style", "script", "title", "xml", "w:sdtpr", "o:officedocumentsettings"))
_VOID = frozenset(("br", "hr", "img", "meta", "link", "input", "col", "wbr"))
_IGNORED = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:mso-hide:\s*all|display:\s*none)", re.IGNORECASE)

# Word puts these letters of its own into plain text; \x80 to \x9f are Windows' letters misread.
_LETTERS = {
    ord("\x0b"): "\n",  # a line broken by hand
    ord("\x0c"): "\n",
    ord("\x07"): "\t",  # the end of a cell
    ord("\x1e"): "-",
    ord("\u2011"): "-",
    ord("\x1f"): None,
    ord("\u00ad"): None,
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F, 0xFFFC)),
    **dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF02D), "•"),
    **{code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)},
    ord("\x85"): "…",
    ord("\u2028"): "\n",
    ord("\u2029"): "\n",
}
_NOT_XML = re.compile("[\x00-\x08\x0e-\x1d\ud800-\udfff\ufffe\uffff]")
# A no-break space that holds a figure to its unit is meant; any other was for looks.
_NO_BREAK = re.compile("[\u00a0\u2007\u202f]")
_SPACES = re.compile(r"[ \t]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_BULLET = re.compile(r"^(?:[•·▪§]|o(?=[ \t]{2,}|\t)|-(?=\t))[ \t]*", re.MULTILINE)


def plain_from_word(pasted: str) -> str:
    """The words of what was pasted, paragraphs apart at empty lines where it was markup.

    Bullets become `• `; comments, hidden text, styles and the settings that Word sends along are
    left out.  Text without Word's marks comes back as it was, but for its odd letters and spaces.
    """
    text = pasted.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) <= _LONGEST and (_OF_WORD.search(text) or _MARKED_UP.match(text)):
        text = _words_of(text)
    return _tidied(text)


def _tidied(text: str) -> str:
    text = _NOT_XML.sub("", text.translate(_LETTERS))
    text = _NO_BREAK.sub(lambda found: "\u00a0" if _holds(found) else " ", text)
    lines = (_SPACES.sub(" ", line).strip() for line in _BULLET.sub("• ", text).split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _holds(found: re.Match[str]) -> bool:
    """Whether a no-break space stands between a figure and what it counts."""
    before = found.string[max(found.start() - 1, 0) : found.start()]
    after = found.string[found.end() : found.end() + 1]
    return before.isdigit() and after.isalnum()


def _words_of(markup: str) -> str:
    reader = _Words()
    reader.feed(_CONDITION.sub("", _without_comments(markup)))
    reader.close()
    return reader.text


def _without_comments(markup: str) -> str:
    """Comments hold Word's settings and whole copies for old browsers; one may never end."""
    kept, at = [], 0
    while (start := markup.find("<!--", at)) >= 0:
        kept.append(markup[at:start])
        end = markup.find("-->", start)
        at = len(markup) if end < 0 else end + 3
    return "".join([*kept, markup[at:]])


class _Words(HTMLParser):
    """Gathers what shows of some markup, a paragraph to each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._unseen: list[str] = []
        self._marker: list[str] = []
        self._markers: list[str] = []

    @property
    def text(self) -> str:
        """Paragraphs apart at empty lines, with no more than one between two."""
        lines = ("".join(self._parts)).split("\x1d")
        tidy = (re.sub(r"[ \t\n]+", " ", line.replace("\x1c", "\x1b")).strip() for line in lines)
        return "\n\n".join(line.replace("\x1b", "\n") for line in tidy if line.strip("\x1b "))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = next((value or "" for name, value in attrs if name == "style"), "")
        if tag in _VOID:
            self._parts.append("\x1c" if tag == "br" and not self._unseen else "")
            return
        if self._unseen or tag in _UNSEEN or _HIDDEN.search(style):
            self._unseen.append(tag)
        elif self._markers or _IGNORED.search(style):
            self._markers.append(tag)
        elif tag in _PARAGRAPHS:
            self._parts.append("\x1d")
            self._parts.append("• " if tag == "li" else "")
        elif tag in {"td", "th"}:
            self._parts.append("\t")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        for stack in (self._unseen, self._markers):
            if tag in stack:
                while stack.pop() != tag:
                    pass
                if stack is self._markers and not stack:
                    self._parts.append(_marker("".join(self._marker)))
                    self._marker = []
                return
        if tag in _PARAGRAPHS:
            self._parts.append("\x1d")

    def handle_data(self, data: str) -> None:
        if self._markers:
            self._marker.append(data)
        elif not self._unseen:
            self._parts.append(data)


def _marker(words: str) -> str:
    """What stands before an item of a list: its number as printed, or a bullet."""
    printed = html.unescape(words).replace("\u00a0", " ").strip()
    return f"{printed} " if any(letter.isalnum() for letter in printed[:-1]) else "• "
