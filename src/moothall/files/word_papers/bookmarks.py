"""Which of our bookmarks each paragraph of a Word file stands in.

Programs move the ends of bookmarks about: to the body between two paragraphs, to the start of the
next one, and some write one bookmark once for each paragraph that it covers.
"""

from collections.abc import Iterator

from lxml import etree

from moothall.documents.word_marks import Mark, read_mark
from moothall.files.reports.word.style_sheet import W

_START, _END, _PARAGRAPH = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}p"
_WORDS = frozenset((f"{W}t", f"{W}drawing", f"{W}delText"))


class Bookmarks:
    """Our bookmarks of a body, by paragraph."""

    def __init__(self, body: etree._Element) -> None:
        starts: dict[str, int] = {}
        ends: dict[str, int] = {}
        names: dict[str, str] = {}
        place, has_words = -1, False
        self._places: dict[etree._Element, int] = {}
        for element in body.iter(_START, _END, _PARAGRAPH, *_WORDS):
            if element.tag == _PARAGRAPH:
                place, has_words = place + 1, False
                self._places[element] = place
            elif element.tag in _WORDS:
                has_words = True
            elif element.tag == _START:
                name = element.get(f"{W}name") or ""
                if read_mark(name) is None:
                    continue
                names[element.get(f"{W}id") or ""] = name
                inside = any(each.tag == _PARAGRAPH for each in element.iterancestors())
                starts.setdefault(name, place if inside else place + 1)
            elif name := names.get(element.get(f"{W}id") or "", ""):
                inside = any(each.tag == _PARAGRAPH for each in element.iterancestors())
                last = place if has_words or not inside or starts[name] == place else place - 1
                ends[name] = max(last, ends.get(name, last))
        spans = [(start, ends.get(name, start), name) for name, start in starts.items()]
        self._covering: dict[int, list[tuple[int, int, str]]] = {}
        for number, (start, end, name) in enumerate(sorted(spans), start=1):
            for covered in range(start, end + 1):
                self._covering.setdefault(covered, []).append((start, number, name))

    def around(self, paragraph: etree._Element) -> tuple[tuple[Mark, int], ...]:
        """The marks around a paragraph, the nearest first, each with a number of its own."""
        place = self._places.get(paragraph, -1)
        return tuple(self._marks(self._covering.get(place, ())))

    @staticmethod
    def _marks(covering: "list[tuple[int, int, str]] | tuple[()]") -> Iterator[tuple[Mark, int]]:
        for _, number, name in sorted(covering, reverse=True):
            mark = read_mark(name)
            if mark is not None:
                yield mark, -number
