"""Accessibility: what a reader who sees no picture, colour or layout is left without.

Heading levels are judged in `numbering`, since they are numbers that skip.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Heading, Image, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_NO_DESCRIPTION = Expression(
    r"^\s*(?:[\w\s().-]{1,80}\.(?:jpe?g|png|gif|bmp|tiff?|emf|wmf|svg|webp)|"
    r"(?:image|picture|img|graphic|photo|logo|chart|shape|graph|figure|diagram|screenshot|untitled|"
    r"text\s?box|table|icon|object)"
    r"[\s_-]*\d*)\s*$",
    re.IGNORECASE,
)
_GUESSED = Expression(r"description automatically generated|AI-generated content", re.IGNORECASE)


def a_picture_has_alternative_text(report: Report) -> Iterator[TextFinding]:
    """A picture says nothing to a reader who cannot see it: no text, or a file's name."""
    for order, block in enumerate(report.blocks):
        if not isinstance(block, Image):
            continue
        text = (block.alternative or "").strip()
        named = _caption_beside(report, order)
        if not text:
            which = f"The picture “{named}”" if named else "A picture"
            message, confidence = f"{which} has no alternative text.", Confidence.MEDIUM
        elif _NO_DESCRIPTION.match(text):
            message = f"A picture's alternative text is “{text}”, which describes nothing."
            confidence = Confidence.MEDIUM
        elif _GUESSED.search(text):
            message = "A picture's alternative text was guessed by the word processor."
            confidence = Confidence.LOW
        else:
            continue
        yield TextFinding(
            place=block.place,
            quote=text or named or "[picture]",
            message=message,
            confidence=confidence,
            cure="Say in a sentence what the picture shows, or mark it as decorative.",
        )


_FIGURE_NAMED = Expression(
    r"^\W*(?:figure|fig|chart|graph|diagram|map|image|picture|photograph|illustration)\b\.?\s*"
    r"(?:\d{1,2}[a-z]?|[:–—-])",
    re.IGNORECASE,
)


_TYPED = Expression(
    r"\[[^\[\]]{0,60}\balt(?:ernative)?[ -]text\s*[:=]?\s*[“\"'‘]?(?P<text>[^\[\]”\"'’]{0,90})",
    re.IGNORECASE,
)


def a_typed_description_describes(report: Report) -> Iterator[TextFinding]:
    """“[image, alt text: image3.png]”: a picture that came through as words tells no more."""
    for passage in passages(report):
        if not passage.has("alt"):
            continue
        for match in _TYPED.finditer(passage.text):
            if match["text"].strip() and not _NO_DESCRIPTION.match(match["text"]):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"A picture's alternative text is “{match['text']}”, which describes "
                "nothing.",
                confidence=Confidence.MEDIUM,
                cure="Say in a sentence what the picture shows, or mark it as decorative.",
            )


def _caption_beside(report: Report, order: int) -> str:
    """The caption under or over a picture, where one stands there."""
    for near in (order + 1, order - 1):
        block = report.blocks[near] if 0 <= near < len(report.blocks) else None
        if isinstance(block, Prose | Heading) and _FIGURE_NAMED.match(block.text):
            return " ".join(block.text.split())[:120]
    return ""


_EMPTY_LINK = Expression(
    r"\b(?:(?:please\s+)?click(?:ing)?\s+(?:on\s+)?(?:here|this link|the link)|"
    r"(?:follow|see|use)\s+this\s+link|read more here|"
    r"(?:available|found|viewed|accessed|read|downloaded)(?:\s+(?:online|by\s+clicking))?\s+"
    r"here(?=\s*(?:[.;,)]|$))|(?:information|details?|report|minutes|agenda|papers?|website|web ?"
    r"page|webpage|online)\s+here"
    r"(?=\s*(?:[.;,)]|$))|(?:see|view|download|access|link)\s+here(?=\s*(?:[.;,):]|$|for\b)))\b"
    r"|(?<=[a-z)]:\s)here(?=\W*$)",
    re.IGNORECASE,
)
_RAW_ADDRESS = Expression(r"\bhttps?://[^\s<>\"”)]{12,}")


def links_say_where_they_lead(report: Report) -> Iterator[TextFinding]:
    """“Click here”, or a bare web address, in place of words that name what is there."""
    for passage in passages(report):
        if not passage.has("here", "link", "http"):
            continue
        for match in _EMPTY_LINK.finditer(passage.text):
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 60, after=20),
                message=f"A link is called “{_called(match[0])}”: read on its own, or in print, "
                "it does not say where it leads.",
                confidence=Confidence.LOW
                if _RAW_ADDRESS.search(passage.text) or "this link" in match[0].casefold()
                else Confidence.MEDIUM,
                cure="Make the name of the page or document the link.",
            )
        raw = _RAW_ADDRESS.search(passage.text)
        if raw and not passage.heading:
            yield TextFinding(
                place=passage.place,
                quote=raw[0],
                message="A bare web address stands in the text; a screen reader spells it out.",
                confidence=Confidence.LOW,
                cure="Make the name of the page or document the link.",
            )


def _called(words: str) -> str:
    """The words of the link itself: “website here” is the word before it and “here”."""
    return "here" if re.match(r"web|online", words, re.IGNORECASE) else words


def a_table_marks_its_header(report: Report) -> Iterator[TextFinding]:
    """Tables whose file does not mark the row that names the columns; one finding for all."""
    data = [grid for grid in report.grids if len(grid.rows) > 2 and len(grid.rows[0]) > 1]
    unmarked = [grid for grid in data if grid.marked_head is False and grid.head_rows > 0]
    if not unmarked:
        return
    numbers = [str(grid.place.table) for grid in unmarked if grid.place.table]
    named = f": {', '.join(numbers)}" if numbers and len(data) > 1 else ""
    yield TextFinding(
        place=unmarked[0].place,
        quote=" | ".join(cell for cell in unmarked[0].rows[0] if cell) or "[table]",
        message=f"{len(unmarked)} of {len(data)} tables do not mark the row that names their "
        f"columns as a header{named}."
        if len(data) > 1
        else "The table does not mark the row that names its columns as a header.",
        # true of most Word files and no fault of what they say: for whoever asks for everything
        confidence=Confidence.LOW,
        cure="Mark the first row as a header row (Word: Repeat Header Rows).",
    )


_FIGURE = Expression(r"^\(?[-–+]?\s?£?\s?\d[\d,]*(?:\.\d+)?\s?(?:%|m|k|bn)?\)?$")
_YEAR = Expression(r"^(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?$")
_FEWEST_ROWS = 3


def a_table_of_figures_names_its_columns(report: Report) -> Iterator[TextFinding]:
    """A table whose first row is a row of figures like the others: nothing names the columns."""
    for order, block in enumerate(report.blocks):
        if not isinstance(block, Grid) or block.marked_head is None or block.head_rows:
            continue
        rows = [row for row in block.rows if any(cell.strip() for cell in row)]
        before = report.blocks[order - 1] if order else None
        if len(rows) < _FEWEST_ROWS or isinstance(before, Grid):
            continue  # the second half of a table that was cut in two
        width = len(rows[0])
        figures = [n for n in range(1, width) if _is_column_of_figures(rows, n)]
        # of two columns the one is the label of the other: "Band D | 1,942.10"
        if len(figures) < 2 or not re.search(r"[A-Za-z]", rows[0][0]):
            continue
        yield TextFinding(
            place=block.place,
            quote=block.caption or " | ".join(cell for cell in rows[0] if cell),
            message=f"The table has no row of headings: its first row is already figures "
            f"(“{' | '.join(rows[0])[:80]}”), so that {len(figures)} columns have no name.",
            confidence=Confidence.MEDIUM,
            cure="Put a row of headings over the columns, marked as a header row.",
        )


def _is_column_of_figures(rows: list[tuple[str, ...]], column: int) -> bool:
    """Whether a column holds a figure in its first row and in most others, and no year on top."""
    cells = [row[column].strip() for row in rows if column < len(row)]
    figures = sum(bool(_FIGURE.match(cell)) for cell in cells)
    return bool(_FIGURE.match(cells[0]) and not _YEAR.match(cells[0])) and figures * 4 >= (
        len(rows) * 3
    )


RULES: tuple[Rule, ...] = (
    a_picture_has_alternative_text,
    a_typed_description_describes,
    links_say_where_they_lead,
    a_table_of_figures_names_its_columns,
    a_table_marks_its_header,
)
