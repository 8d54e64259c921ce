"""A Word file that came back, as paragraphs that know what they were when they left.

Read as if every tracked change were accepted; nothing in the file is run, fetched or unpacked to
disk, and the limits are those of any report that is read in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from moothall.documents.word_marks import Mark, MarkKind, on_one_line
from moothall.files.reports import limits
from moothall.files.reports.unreadable import too_much, unreadable
from moothall.files.reports.word.archive import WordArchive
from moothall.files.reports.word.paragraph import WordParagraph, chosen
from moothall.files.reports.word.style_sheet import StyleSheet, W, attribute
from moothall.files.reports.word.table import read_table
from moothall.files.word_papers.bookmarks import Bookmarks
from moothall.files.word_papers.pieces import Piece, PieceReader, without_number
from moothall.files.word_papers.read_words import ReadComment, ReadFile, ReadTable, ReadWords

TRACKED = "Tracked changes were read as accepted."
HIDDEN = "Hidden text was left out."
MACROS = "The file holds macros; they were neither run nor read."
PICTURES = "Pictures that were put in were not taken: words are."
NOTES = "Footnotes and endnotes were not taken: write them into the words."
NESTED = "A table inside another table was not read."

_MC_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}lpwstr"
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("customXml", "ins", "moveTo", "smartTag", "customXmlInsRangeStart")
)
_LONGEST_COMMENT = 2000
MOST_PARAGRAPHS = 5_000
"""Outside tables: more than any paper has, and as many as a page of changes can show."""


def read_word_file(data: bytes, file: str) -> ReadFile:
    """What is in a Word file.  Raises UnreadableError with the cause where it is none."""
    if len(data) > limits.FILE_BYTES:
        raise too_much(file, f"is larger than {limits.FILE_BYTES // 2**20} MB")
    archive = WordArchive(data, file)
    document = archive.part(archive.main)
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise unreadable(file, "holds no text", "Bring back the file in which you wrote.")
    reader = _Reader(archive, body, file)
    if archive.holds_macros:
        reader.notes[MACROS] = None
    reader.walk(body, ())
    return ReadFile(
        items=tuple(reader.items),
        headings=tuple(reader.headings),
        properties=_properties(archive.part("docProps/custom.xml")),
        comments=tuple(reader.comments),
        notes=tuple(reader.notes),
    )


def _properties(part: etree._Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for held in part.iter(_PROPERTY) if part is not None else ():
        text = held.find(_TEXT)
        if text is not None:
            found[held.get("name", "")] = text.text or ""
    return found


@dataclass(slots=True)
class _Reader:
    """Walks through a body once, from top to bottom."""

    archive: WordArchive
    body: etree._Element
    file: str
    items: list[ReadWords | ReadTable] = field(default_factory=list)
    headings: list[ReadWords] = field(default_factory=list)
    comments: list[ReadComment] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    _groups: int = 0
    _cells: int = 0
    _letters: int = 0
    _unfinished: tuple[WordParagraph, ReadWords] | None = None
    _pieces: PieceReader = field(init=False)
    _bookmarks: Bookmarks = field(init=False)
    _commented: dict[str, tuple[str, str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self._pieces = PieceReader(StyleSheet(self.archive.part(self.archive.related("styles"))))
        self._bookmarks = Bookmarks(self.body)
        self._commented = _comments(self.archive.part(self.archive.related("comments")))

    def walk(
        self, container: Iterable[etree._Element], marks: tuple[tuple[Mark, int], ...]
    ) -> None:
        for child in container:
            tag = child.tag
            if tag == f"{W}p":
                self.items += self._paragraphs(child, marks)
            elif tag == f"{W}tbl":
                self._table(child, marks)
            elif tag == f"{W}sdt":
                self._control(child, marks)
            elif tag in {f"{W}del", f"{W}moveFrom"}:
                self.notes[TRACKED] = None
            elif tag == _MC_ALTERNATE:
                self.walk(chosen(child), marks)
            elif tag in _WRAPPERS:
                self.walk(child, marks)

    def _control(self, element: etree._Element, marks: tuple[tuple[Mark, int], ...]) -> None:
        content = element.find(f"{W}sdtContent")
        properties = element.find(f"{W}sdtPr")
        if content is None or _is_contents_list(properties):
            return
        mark = self._pieces.mark_of(properties)
        self._groups += 1
        if mark is not None:
            marks = (*marks, (mark, self._groups))
        if properties is not None and properties.find(f"{W}showingPlcHdr") is not None:
            # What shows there is no word of the author's, whatever it says.
            if mark is not None:
                empty = ReadWords(
                    pieces=(),
                    printed="",
                    mark=mark,
                    by_tag=True,
                    group=self._groups,
                    heading=len(self.headings) - 1,
                )
                self.items.append(empty)
            return
        self.walk(content, marks)

    # --- paragraphs ---------------------------------------------------------------------------

    def _paragraphs(
        self, element: etree._Element, marks: tuple[tuple[Mark, int], ...]
    ) -> Iterator[ReadWords]:
        read, pieces, inline = self._pieces.read_pieces(element)
        self._note(read)
        words = self._words(element, read, pieces, (*marks, *((each, 0) for each in inline)))
        if read.pictures and not (words.mark and words.mark.kind is MarkKind.MADE):
            self.notes[PICTURES] = None
        before = self._unfinished
        if before is not None and before[1].printed:
            # the end of the paragraph before is deleted: both are one
            words = _joined(before[1], words)
        self._unfinished = (read, words) if read.goes_on else None
        if read.goes_on or read.style.is_contents_list:
            return
        self._take_comments(element, words)
        self._letters += len(words.printed)
        if self._letters > limits.CHARACTERS or len(self.items) > MOST_PARAGRAPHS:
            raise too_much(self.file, f"has over {MOST_PARAGRAPHS:,} paragraphs or is as long")
        if words.is_heading:
            self.headings.append(words)
        yield words
        for box in read.boxes:
            for inner in box.iter(f"{W}p"):
                yield from self._paragraphs(inner, ())

    def _words(
        self,
        element: etree._Element,
        read: WordParagraph,
        pieces: tuple[Piece, ...],
        marks: tuple[tuple[Mark, int], ...],
    ) -> ReadWords:
        tagged = [each for each in marks if each[0].kind in _OF_PARAGRAPHS]
        mark, group, by_tag = (*tagged[-1], True) if tagged else (None, 0, False)
        beside = self._bookmarks.around(element)
        if mark is None or mark.kind is MarkKind.MADE:
            # A control of the program's holds several paragraphs: its bookmark knows this one.
            near = next((each for each in beside if each[0].kind in _OF_PARAGRAPHS), None)
            if near is not None and (mark is None or near[0].kind is MarkKind.MADE):
                (mark, group), by_tag = near, mark is not None
        heading = next((each for each, _ in beside if each.kind is MarkKind.HEADING), None)
        printed = on_one_line(read.text)
        is_heading = bool(printed) and (heading is not None or _outline(read) is not None)
        if not is_heading:
            pieces = without_number(pieces, numbered=read.style.name == "numbered paragraph")
        return ReadWords(
            pieces=pieces,
            printed=printed,
            mark=mark if not is_heading else None,
            by_tag=by_tag,
            group=group,
            heading=len(self.headings) - (0 if is_heading else 1),
            is_heading=is_heading,
            heading_mark=heading,
        )

    def _note(self, read: WordParagraph) -> None:
        found = {
            TRACKED: read.tracked,
            HIDDEN: read.hidden,
            NOTES: read.notes,
        }
        self.notes |= {note: None for note, there in found.items() if there}

    def _take_comments(self, element: etree._Element, words: ReadWords) -> None:
        for reference in element.iter(f"{W}commentReference"):
            held = self._commented.get(reference.get(f"{W}id") or "")
            if held is not None:
                author, on, text = held
                beside = words.shown
                self.comments.append(ReadComment(author, on, text, beside, words.heading))

    # --- tables -------------------------------------------------------------------------------

    def _table(self, element: etree._Element, marks: tuple[tuple[Mark, int], ...]) -> None:
        grid = read_table(element)
        if grid.tracked:
            self.notes[TRACKED] = None
        self._cells += sum(len(row) for row in grid.rows)
        if self._cells > limits.CELLS:
            raise too_much(self.file, f"has tables of over {limits.CELLS:,} cells")
        outer, self.items = self.items, []
        rows = []
        for row in grid.rows:
            cells = []
            for cell in row:
                self.items = []
                self.walk(cell if cell is not None else (), marks)
                if any(isinstance(each, ReadTable) for each in self.items):
                    self.notes[NESTED] = None
                cells.append(tuple(each for each in self.items if isinstance(each, ReadWords)))
            rows.append(tuple(cells))
        first = element.find(f".//{W}p")
        beside = self._bookmarks.around(first) if first is not None else ()
        mark = next((each for each, _ in beside if each.kind is MarkKind.MADE), None)
        self.items = outer
        self.items.append(ReadTable(rows=tuple(rows), heading=len(self.headings) - 1, mark=mark))


_OF_PARAGRAPHS = frozenset({MarkKind.WORDS, MarkKind.PROMPT, MarkKind.MADE})


def _joined(first: ReadWords, second: ReadWords) -> ReadWords:
    kept = first if first.mark is not None else second
    return ReadWords(
        pieces=(*first.pieces, *second.pieces),
        printed=on_one_line(f"{first.printed}{second.printed}"),
        mark=kept.mark,
        by_tag=kept.by_tag,
        group=kept.group,
        heading=first.heading,
    )


def _outline(read: WordParagraph) -> int | None:
    direct = attribute(read.properties, f"{W}outlineLvl")
    if direct is not None and direct.isdigit():
        return int(direct) if int(direct) < 9 else None
    return read.style.outline if not read.style.is_title else None


def _is_contents_list(properties: etree._Element | None) -> bool:
    kind = attribute(properties, f"{W}docPartObj/{W}docPartGallery")
    return kind == "Table of Contents"


def _comments(part: etree._Element | None) -> dict[str, tuple[str, str, str]]:
    """(who, when, what) of each comment by its id."""
    found = {}
    for comment in part.iter(f"{W}comment") if part is not None else ():
        words = " ".join(
            "".join(text.text or "" for text in line.iter(f"{W}t"))
            for line in comment.iter(f"{W}p")
        )
        found[comment.get(f"{W}id") or ""] = (
            on_one_line(comment.get(f"{W}author") or ""),
            on_one_line(comment.get(f"{W}date") or "")[:10],
            on_one_line(words)[:_LONGEST_COMMENT],
        )
    return found
