"""A PDF as a report: its pages' parts put one after the other, over the ends of pages.

Where the PDF is tagged, the tags say what is what; else the looks of the page do.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from moothall.documents.report import Report
from moothall.files.reports import limits
from moothall.files.reports.block_sequence import BlockSequence
from moothall.files.reports.pages.aligned_tables import aligned_tables, rows_that_go_on
from moothall.files.reports.pages.lines import Line, in_reading_order, lines_of
from moothall.files.reports.pages.page import (
    PASSWORD,
    Box,
    NoPdfError,
    Page,
    PdfFile,
    Picture,
    opened,
)
from moothall.files.reports.pages.page_ends import append
from moothall.files.reports.pages.page_table import PageTable
from moothall.files.reports.pages.paragraphs import Paragraph, Vocabulary, paragraphs_of
from moothall.files.reports.pages.ruled_tables import ruled_tables
from moothall.files.reports.pages.running_heads import leave_out_running_heads
from moothall.files.reports.pages.tags import Element, PagePart, read_tags, tagged_parts
from moothall.files.reports.pages.worded_tables import worded_tables, words_that_go_on
from moothall.files.reports.pages.written_blocks import Writer, body_size, heading_sizes
from moothall.files.reports.printed_numbers import tidy
from moothall.files.reports.unreadable import too_much, unreadable

_LEAST_PICTURE = 24.0
_MOST_PICTURES = 20
_SCANNED = 0.5
_UNKNOWN = 0.3
_SAVE_AS_WORD = "Give the Word file that it was made from, or run text recognition (OCR) over it."

RECOGNISED = "The text was recognised from a scan (OCR): figures in it may be misread."


def report_of(data: bytes, file: str) -> Report:
    """The report in a PDF.  Raises UnreadableError with the cause where there is none."""
    try:
        with opened(data) as pdf:
            return _read(pdf, file)
    except NoPdfError as error:
        if error.code == PASSWORD:
            raise unreadable(
                file, "is locked with a password", "Save a copy without a password."
            ) from None
        raise unreadable(
            file,
            "is damaged or cut short: no PDF can be opened in it",
            "Fetch it again, or make the PDF anew from the document.",
        ) from None


@dataclass(slots=True)
class _Pages:
    contents: list[Page] = field(default_factory=list)
    tags: list[list[Element]] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    letters: int = 0


def _read(pdf: PdfFile, file: str) -> Report:
    if pdf.pages > limits.PAGES:
        raise too_much(file, f"has {pdf.pages:,} pages; at most {limits.PAGES} are read")
    pages = _pages(pdf, file)
    _refuse_without_words(pages, file)
    blocks = BlockSequence(file)
    for words in _notes(pages):
        blocks.note(words)
    leave_out_running_heads(pages.contents)
    vocabulary = Vocabulary.of([word.text for page in pages.contents for word in page.words])
    parts: list[tuple[int, PagePart]] = []
    logos = _logos(pages.contents)
    for content, tags in zip(pages.contents, pages.tags, strict=True):
        here = tagged_parts(tags, content, vocabulary.joined_in_cell) if tags else None
        if here is None:
            above = parts[-1][1] if parts else None
            here = _parts_by_looks(content, vocabulary, logos, above)
        append(parts, content.number, here)
    writer = Writer(blocks, vocabulary, body_size(pages.contents), heading_sizes(parts))
    for number, part in parts:
        writer.take(number, part)
    writer.finish()
    return blocks.report(
        marks_headings=writer.marks_headings,
        language=tidy(pdf.language) or None,
        title=tidy(pdf.title()) or None,
    )


def _pages(pdf: PdfFile, file: str) -> _Pages:
    pages = _Pages()
    for index in range(pdf.pages):
        with pdf.page(index) as page:
            if page is None:
                pages.broken.append(index + 1)
                continue
            content = page.read()
            pages.letters += content.letters
            if pages.letters > limits.CHARACTERS:
                raise too_much(file, f"holds over {limits.CHARACTERS:,} characters")
            pages.contents.append(content)
            pages.tags.append(read_tags(page) if pdf.is_tagged else [])
    return pages


# --- what cannot be read ----------------------------------------------------------------------


def _refuse_without_words(pages: _Pages, file: str) -> None:
    if (pages.broken and not pages.contents) or not pages.contents:
        raise unreadable(
            file,
            "is damaged: none of its pages can be opened",
            "Fetch it again, or make the PDF anew from the document.",
        )
    unknown = sum(page.unknown_letters for page in pages.contents)
    if pages.letters == 0:
        if any(map(_is_scan, pages.contents)) or any(p.pictures for p in pages.contents):
            raise unreadable(
                file, "holds pictures of pages without any text (a scan)", _SAVE_AS_WORD
            )
        raise unreadable(file, "has no text in it, only blank or drawn pages", _SAVE_AS_WORD)
    if unknown > pages.letters * _UNKNOWN:
        raise unreadable(
            file,
            "does not say which letters its signs stand for, so that its text cannot be read",
            _SAVE_AS_WORD,
        )


def _is_scan(page: Page) -> bool:
    area = sum(max(p.box.width, 0) * max(p.box.height, 0) for p in page.pictures)
    return len(page.words) < 3 and area > page.width * page.height * _SCANNED


def _notes(pages: _Pages) -> list[str]:
    notes = []
    scans = [page.number for page in pages.contents if _is_scan(page)]
    if scans:
        notes.append(f"{_listed(scans)} pictures without text (scanned) and could not be read.")
    if pages.broken:
        notes.append(f"{_listed(pages.broken)} damaged and could not be read.")
    dense = [page.number for page in pages.contents if page.too_dense]
    if dense:
        notes.append(f"{_listed(dense)} too full of letters to be text and not read.")
    words = sum(len(page.words) for page in pages.contents)
    if words and sum(page.invisible_words for page in pages.contents) > words * 0.5:
        notes.append(RECOGNISED)
    return notes


def _listed(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"Page {numbers[0]} is"
    shown = ", ".join(map(str, numbers[:12]))
    return f"Pages {shown}{' and others' if len(numbers) > 12 else ''} are"


# --- the parts of a page, by their looks ------------------------------------------------------


def _parts_by_looks(
    content: Page,
    vocabulary: Vocabulary,
    logos: set[tuple[int, ...]],
    above: PagePart | None,
) -> list[PagePart]:
    tables, words = ruled_tables(content, content.words, vocabulary.joined_in_cell)
    lines = lines_of(word for word in words if word.upright)
    tables, lines = _with_what_goes_on(tables, lines, above, vocabulary.joined_in_cell)
    worded, lines = worded_tables(lines, vocabulary.joined_in_cell)
    lines = in_reading_order(lines, content)
    aligned, lines = aligned_tables(lines, vocabulary.joined_in_cell)
    placed: list[tuple[int, int, PagePart]] = []
    for order, table in enumerate([*tables, *worded, *aligned]):
        placed.append((_place_among(lines, table.box), order, table))
    for order, picture in enumerate(_pictures(content, logos)):
        placed.append((_place_among(lines, picture[0].box), order, picture))
    placed.sort(key=lambda item: (item[0], _top(item[2])))
    parts: list[PagePart] = []
    begin = 0
    for end, _, part in placed:
        parts += paragraphs_of(lines[begin:end], content.number)
        parts.append(part)
        begin = end
    return [*parts, *paragraphs_of(lines[begin:], content.number)]


def _with_what_goes_on(
    tables: list[PageTable],
    lines: list[Line],
    above: PagePart | None,
    join: Callable[[list[str]], str],
) -> tuple[list[PageTable], list[Line]]:
    """The tables with the rest of the one with which the page before ended, and the other lines."""
    if not isinstance(above, PageTable) or not above.columns:
        return tables, lines
    rest = (words_that_go_on if above.of_words else rows_that_go_on)(lines, above, join)
    if rest is None or any(table.box.top < rest.box.bottom for table in tables):
        return tables, lines
    taken = sum(line.base <= rest.box.bottom for line in lines)
    rest.box.left, rest.box.right = above.box.left, above.box.right
    return [rest, *tables], lines[taken:]


def _top(part: PagePart) -> float:
    if isinstance(part, Paragraph):
        return part.top
    return part.box.top if isinstance(part, PageTable) else part[0].box.top


def _place_among(lines: list[Line], box: Box) -> int:
    """Before which line a table or picture comes: the first under it in its column."""
    for place, line in enumerate(lines):
        beside = line.right < box.left or line.left > box.right
        if line.base > box.bottom - 1 and not beside:
            return place
    return len(lines)


def _pictures(content: Page, logos: set[tuple[int, ...]]) -> list[tuple[Picture, str | None]]:
    found = [
        picture
        for picture in content.pictures
        if not picture.is_artifact
        and min(picture.box.width, picture.box.height) >= _LEAST_PICTURE
        and _outline(picture) not in logos
        and not (
            content.words
            and picture.box.width * picture.box.height > 0.8 * content.width * content.height
        )
    ]
    return [(picture, None) for picture in found[: 1 if len(found) > _MOST_PICTURES else None]]


def _outline(picture: Picture) -> tuple[int, ...]:
    box = picture.box
    return tuple(round(edge / 4) for edge in (box.left, box.top, box.right, box.bottom))


def _logos(contents: list[Page]) -> set[tuple[int, ...]]:
    """The places where the same picture comes on page after page."""
    seen = Counter(
        outline for page in contents for outline in {_outline(picture) for picture in page.pictures}
    )
    return {outline for outline, times in seen.items() if times >= 3}
