"""Content controls in a Word file, by which its words find their way back to the facts.

Each has a tag for Word and hidden bookmarks for programs that drop the tag.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from moothall.documents.document import Paragraph, Quote, QuoteState
from moothall.documents.word_marks import (
    LONGEST_TAG,
    SPELLED_OUT,
    Mark,
    MarkKind,
    digest_of,
    hash_of,
    on_one_line,
    prompt_for,
    remark_on,
    shown_of,
)
from moothall.papers.insertions import OWN_PARTS

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

EDITABLE = ""
FIXED = "contentLocked"
"""Its words cannot be changed; with the sentence around it, it can be taken out."""
LOCKED = "sdtContentLocked"
MADE_TITLE = "Made by the program from facts"

_CHANGED_TITLE = "This figure has changed since the words were written"
_GONE_TITLE = "The fact behind this figure is no longer held"


class Controls:
    """Puts controls around what is written into one file, each with its own number.

    `words` gathers the marks of all words that may be changed.  With `marks` off, as in a copy
    that is not meant to come back, nothing is put around anything.
    """

    def __init__(self, *, marks: bool = True) -> None:
        self.marks = marks
        self.words: list[Mark] = []
        self._number = 0
        self._named: Counter[str] = Counter()

    @contextmanager
    def around(self, container: Any, mark: Mark, title: str, lock: str) -> Iterator[None]:
        """Put what is written to the end of a body or cell meanwhile into one control."""
        start = len(container) - _tail(container)
        yield
        if not self.marks:
            return
        self.wrap(list(container)[start : len(container) - _tail(container)], mark, title, lock)

    def wrap(self, written: list[Any], mark: Mark, title: str, lock: str) -> None:
        """Put blocks that follow each other into one control."""
        if not written:
            return
        control = self._control(mark.tag, title, lock)
        written[0].addprevious(control)
        control[-1].extend(written)
        if mark.kind is MarkKind.MADE:
            self._mark_made(written)
        else:
            self._bookmark_blocks(mark, written)
        if mark.kind is MarkKind.WORDS:
            self.words.append(mark)

    def within(self, paragraph: Any, mark: Mark, title: str, lock: str) -> None:
        """Put all that stands in a paragraph into one control, and leave the paragraph around it.

        A cell ends in a paragraph so, as every version of Word wants it.
        """
        inside = [each for each in paragraph if each.tag != _name_of("w:pPr")]
        if not self.marks or not inside:
            return
        control = self._control(mark.tag, title, lock)
        inside[0].addprevious(control)
        control[-1].extend(inside)
        if mark.kind is MarkKind.MADE:
            self._mark_made([paragraph])
        else:
            self._bookmark_blocks(mark, [paragraph])
        if mark.kind is MarkKind.WORDS:
            self.words.append(mark)

    def prompt(self, paragraph: "WordParagraph", heading: str) -> None:
        """Make of an empty paragraph a place to write."""
        words = prompt_for(heading)
        mark = Mark(MarkKind.PROMPT, on_one_line(heading), digest_of((words,)))
        paragraph.add_run(words, style="Placeholder Text")
        self.within(paragraph._p, mark, f"{_name(heading)}: write here", EDITABLE)
        for control in paragraph._p.findall(_name_of("w:sdt")):
            control[0].append(_element("w:showingPlcHdr"))

    def heading(self, paragraph: "WordParagraph", heading: str) -> None:
        """Remember under which heading of the format the words below stand."""
        if not self.marks:
            return
        mark = Mark(MarkKind.HEADING, on_one_line(heading), digest_of((paragraph.text,)))
        self._bookmark_blocks(mark, [paragraph._p])

    def fill(self, written: "WordParagraph", paragraph: Paragraph) -> None:
        """Write the words of a paragraph, every figure in them in a control of its own."""
        at = 0
        for quote in paragraph.quotes:
            _text(written, paragraph.text[at : quote.start], at == 0)
            self._figure(written, quote, shown_of(paragraph, quote))
            at = quote.end
        _text(written, paragraph.text[at:], at == 0, last=True)

    def _figure(self, written: "WordParagraph", quote: Quote, shown: str) -> None:
        if not shown:
            return
        stale = quote.state is not QuoteState.CURRENT
        mark = Mark(MarkKind.FIGURE, quote.of, digest_of((shown,)))
        titles = {QuoteState.CHANGED: _CHANGED_TITLE, QuoteState.GONE: _GONE_TITLE}
        if quote.of.startswith(SPELLED_OUT):
            usual = "Spelled out at its first use"
        elif quote.of.startswith(OWN_PARTS):
            usual = f"Names {shown} wherever it stands"
        else:
            usual = f"Figure from {quote.of}"
        self._inside(written, mark, titles.get(quote.state, usual), shown, marked=stale)
        if stale:
            remark = remark_on(quote)
            mark = Mark(MarkKind.REMARK, quote.of, digest_of((on_one_line(remark),)))
            self._inside(written, mark, titles[quote.state], remark, marked=True, slanted=True)

    def _inside(
        self,
        written: "WordParagraph",
        mark: Mark,
        title: str,
        words: str,
        *,
        marked: bool,
        slanted: bool = False,
    ) -> None:
        from docx.enum.text import WD_COLOR_INDEX

        run = written.add_run(words)
        if marked:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
            run.bold = not slanted
            run.italic = slanted
        if not self.marks:
            return
        control = self._control(mark.tag, title, FIXED)
        # Some versions of LibreOffice carry the words before a control inside another to the next
        # paragraph, unless the inner one is said to hold plain text.
        control[0].append(_element("w:text"))
        run._r.addprevious(control)
        start, end = self._bookmark(mark)
        control[-1].extend([start, run._r, end])

    def _mark_made(self, written: list[Any]) -> None:
        """A bookmark in each paragraph and table, so that each is known even without its tag."""
        for block in written:
            if block.tag == _name_of("w:p"):
                texts: tuple[str, ...] = (on_one_line(words_of(block)),)
            elif block.tag == _name_of("w:tbl"):
                lines = (on_one_line(words_of(p)) for p in block.iter(_name_of("w:p")))
                texts = tuple(filter(None, lines))
            else:
                continue
            if any(texts) or block.find(f".//{_name_of('w:drawing')}") is not None:
                inner = [block] if block.tag == _name_of("w:p") else _first_paragraph(block)
                mark = Mark(MarkKind.MADE, digest_of(texts), digest_of(texts))
                self._bookmark_blocks(mark, inner)

    def _bookmark_blocks(self, mark: Mark, written: list[Any]) -> None:
        """A bookmark from the first paragraph of some blocks to the last."""
        paragraphs = [p for block in written for p in block.iter(_name_of("w:p"))]
        if not paragraphs:
            return
        start, end = self._bookmark(mark)
        first = paragraphs[0]
        first.insert(1 if first.pPr is not None else 0, start)
        paragraphs[-1].append(end)

    def _bookmark(self, mark: Mark) -> tuple[Any, Any]:
        plain = mark.bookmark()
        name = mark.bookmark(self._named[plain])
        self._named[plain] += 1
        self._number += 1
        number = str(self._number)
        return (
            _element("w:bookmarkStart", {"w:id": number, "w:name": name}),
            _element("w:bookmarkEnd", {"w:id": number}),
        )

    def _control(self, tag: str, title: str, lock: str) -> Any:
        self._number += 1
        properties = _element("w:sdtPr")
        properties.append(_element("w:alias", {"w:val": on_one_line(title)[:LONGEST_TAG]}))
        properties.append(_element("w:tag", {"w:val": tag}))
        properties.append(_element("w:id", {"w:val": str(self._number)}))
        if lock:
            properties.append(_element("w:lock", {"w:val": lock}))
        control = _element("w:sdt")
        control.append(properties)
        control.append(_element("w:sdtContent"))
        return control


def made_mark(written: str) -> Mark:
    """What marks a stretch that the program made."""
    digest = digest_of((written,))
    return Mark(MarkKind.MADE, f"~{hash_of(written)}", digest)


def words_of(paragraph: Any) -> str:
    """The words of a paragraph of the file, those in controls too."""
    text, tab, line = _name_of("w:t"), _name_of("w:tab"), _name_of("w:br")
    breaks = {tab: "\t", line: "\n"}
    parts = []
    for each in paragraph.iter(text, tab, line):
        inside_run = each.getparent().tag == _name_of("w:r")
        parts.append((each.text or "") if each.tag == text else breaks[each.tag] * inside_run)
    return "".join(parts)


def _text(written: "WordParagraph", words: str, first: bool, *, last: bool = False) -> None:
    """Words between figures: on one line, with the spaces by which they are kept apart."""
    line = on_one_line(f"|{words}|")[1:-1]
    line = line.lstrip() if first else line
    line = line.rstrip() if last else line
    if line:
        written.add_run(line)


def _tail(container: Any) -> int:
    """The settings of the last section stand at the end of a body, after all that is written."""
    return int(len(container) > 0 and container[-1].tag == _name_of("w:sectPr"))


def _first_paragraph(block: Any) -> list[Any]:
    found = block.find(f".//{_name_of('w:p')}")
    return [] if found is None else [found]


def _name(heading: str) -> str:
    return on_one_line(heading).rstrip(":") or "The paper"


def _name_of(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def _element(name: str, attributes: dict[str, str] | None = None) -> Any:
    from docx.oxml import OxmlElement

    named = {_name_of(key): value for key, value in (attributes or {}).items()}
    return OxmlElement(name, attrs=named)
