"""The words of a paragraph that came back, and the figures that were put into them by reference."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from moothall.documents.word_marks import Mark, MarkKind, digest_of, on_one_line, read_mark
from moothall.files.reports.word.paragraph import ParagraphReader, WordParagraph
from moothall.files.reports.word.style_sheet import StyleSheet, W, attribute

# No XML file can hold these letters, so no words can be taken for them.
_BEGINS, _NAMED, _ENDS = "\x01", "\x02", "\x03"
_TOKEN = re.compile(f"({_BEGINS}[^{_NAMED}]*{_NAMED}|{_ENDS}[^{_NAMED}]*{_NAMED})")
_NUMBER = re.compile(r"\s*\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?\t\s*")
_TYPED_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,3}){1,4}\.?\s+(?=[A-Z])")
_PARTS = re.compile(r"\w+|[^\w\s]")
_LONGEST_FIGURE = 40
"""Words and signs in a figure, or in what is said beside one."""
_INLINE = frozenset({MarkKind.FIGURE, MarkKind.REMARK})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that came back in its own control: whose it is, and what it shows."""

    mark: Mark
    shown: str

    @property
    def was_changed(self) -> bool:
        """Whether somebody typed over it, though it is locked."""
        return digest_of((on_one_line(self.shown),)) != self.mark.digest


Piece = str | Figure


class PieceReader(ParagraphReader):
    """Reads paragraphs as any report's, with the marks of figures kept."""

    def __init__(self, styles: StyleSheet) -> None:
        super().__init__(styles)
        self._names: dict[str, str] = {}
        self._found: list[Mark] = []

    def read_pieces(
        self, element: etree._Element
    ) -> tuple[WordParagraph, tuple[Piece, ...], tuple[Mark, ...]]:
        """The paragraph, its pieces, and the marks of controls that stand inside it."""
        self._found = []
        paragraph = self.read(element)
        raw = paragraph.text
        paragraph.words = [_TOKEN.sub("", raw)]
        return paragraph, tuple(_pieces(raw)), tuple(self._found)

    def mark_of(self, properties: etree._Element | None) -> Mark | None:
        return read_mark(attribute(properties, f"{W}tag") or "")

    def _inside(self, element: Iterable[etree._Element], paragraph: WordParagraph) -> None:
        for child in element:
            if child.tag == f"{W}bookmarkStart":
                mark = read_mark(child.get(f"{W}name") or "")
                if mark is not None and mark.kind in _INLINE:
                    name = child.get(f"{W}name") or ""
                    self._names[child.get(f"{W}id") or ""] = name
                    paragraph.words.append(f"{_BEGINS}{name}{_NAMED}")
            elif child.tag == f"{W}bookmarkEnd":
                name = self._names.pop(child.get(f"{W}id") or "", "")
                if name:
                    paragraph.words.append(f"{_ENDS}{name}{_NAMED}")
            else:
                super()._inside([child], paragraph)  # type: ignore[arg-type]

    def _control(self, element: etree._Element, paragraph: WordParagraph) -> None:
        properties = element.find(f"{W}sdtPr")
        mark = self.mark_of(properties)
        if mark is None:
            super()._control(element, paragraph)
            return
        if mark.kind not in _INLINE:
            self._found.append(mark)
            if properties is None or properties.find(f"{W}showingPlcHdr") is None:
                super()._control(element, paragraph)
            return
        paragraph.words.append(f"{_BEGINS}{mark.tag}{_NAMED}")
        super()._control(element, paragraph)
        paragraph.words.append(f"{_ENDS}{mark.tag}{_NAMED}")


def _pieces(raw: str) -> list[Piece]:
    """Words and figures in turn.  A tag around a bookmark, or the other way, is one figure.

    Some programs leave a bookmark beside the words that it was around, or around more: such a
    figure is found again by the digest of what it showed.
    """
    pieces: list[Piece] = []
    astray: list[Mark] = []
    words: list[str] = []
    mark: Mark | None = None
    opened: list[str] = []
    for part in _TOKEN.split(raw):
        name = part[1:-1]
        if part.startswith(_BEGINS):
            if not opened:
                pieces.append("".join(words))
                words, mark = [], read_mark(name)
            opened.append(name)
        elif part.startswith(_ENDS):
            if name in opened:
                opened.remove(name)
                if not opened:
                    pieces += _closed(mark, "".join(words), by_tag=name.startswith("mh:"))
                    if mark is not None and not _is_whole(mark, "".join(words)):
                        astray.append(mark)
                    words, mark = [], None
        else:
            words.append(part)
    # A mark that never ends covers nothing: what follows it is words.
    pieces = _together([*pieces, "".join(words)])
    for each in astray:
        pieces = _found_again(pieces, each)
    return pieces


def _is_whole(mark: Mark, words: str) -> bool:
    return digest_of((on_one_line(words),)) == mark.digest


def _closed(mark: Mark | None, words: str, *, by_tag: bool) -> list[Piece]:
    if mark is None or (not by_tag and not _is_whole(mark, words)):
        return [words]
    return [Figure(mark, words)] if mark.kind is MarkKind.FIGURE and words.strip() else []


def _together(pieces: list[Piece]) -> list[Piece]:
    """Words that follow each other as one piece."""
    joined: list[Piece] = []
    for each in pieces:
        if isinstance(each, str) and joined and isinstance(joined[-1], str):
            joined[-1] += each
        elif each != "":
            joined.append(each)
    return joined


def _found_again(pieces: list[Piece], mark: Mark) -> list[Piece]:
    """The pieces with the first words that have the mark's digest as its figure, or taken out."""
    for place, piece in enumerate(pieces):
        span = _span(piece, mark) if isinstance(piece, str) else None
        if span is not None and isinstance(piece, str):
            before, words, after = piece[: span[0]], piece[span[0] : span[1]], piece[span[1] :]
            if mark.kind is MarkKind.REMARK:
                found: list[Piece] = [before.rstrip(" "), after]
            else:
                found = [before, Figure(mark, words), after]
            return _together([*pieces[:place], *found, *pieces[place + 1 :]])
    return pieces


def _span(words: str, mark: Mark) -> tuple[int, int] | None:
    """Where in the words those stand that have a digest."""
    parts = list(_PARTS.finditer(words))
    for first, start in enumerate(parts):
        for last in parts[first : first + _LONGEST_FIGURE]:
            if _is_whole(mark, words[start.start() : last.end()]):
                return start.start(), last.end()
    return None


def without_number(pieces: tuple[Piece, ...], *, numbered: bool) -> tuple[Piece, ...]:
    """Without the number printed before the words, which is the program's."""
    if not pieces or not isinstance(pieces[0], str):
        return pieces
    found = _NUMBER.match(pieces[0]) or (_TYPED_NUMBER.match(pieces[0]) if numbered else None)
    if found is None:
        return pieces
    rest = pieces[0][found.end() :]
    return (rest, *pieces[1:]) if rest else pieces[1:]
