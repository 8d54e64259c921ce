"""Plain text, as it is copied or extracted from a report: headings, numbers, bullets, tab tables.

Extraction leaves traces of markup (`**`, `##`, `[word](#)`, `<p>`), page numbers between paragraphs
and lines broken in mid-sentence.  The traces are taken off, broken lines are joined again.
"""

import re
from dataclasses import replace

from moothall.documents.report import Block, Grid, Heading, Place, Prose, Report
from moothall.files.reports.block_sequence import announces_table, is_caption
from moothall.files.reports.line_tables import line_tables
from moothall.files.reports.piped_tables import piped_tables
from moothall.files.reports.running_lines import without_running_lines
from moothall.files.reports.spaced_tables import SpacedTable, spaced_tables
from moothall.files.reports.table_heads import head_rows

_TAG = re.compile(
    r"</?(?:p|u|b|i|em|strong|br|sup|sub|span|div|ul|ol|li)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
_PARAGRAPH_TAG = re.compile(r"</p>\s*<p>|<br\s*/?>", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]\n]{0,500})\]\([^)\s]{0,2000}\)")
_EMPHASIS = re.compile(r"\*{1,3}([^*\n]+?)\*{1,3}")
_STRAY = re.compile(r"^(\W*[\d.]+)\*\*(?=\s)")
_TEX = re.compile(r"\$\\?(pounds)?\s*([^$]*?)\$")
_RAISED_POINT = re.compile(r"(?<=\d)·(?=\d)")
"""As Parliament and older papers print a decimal: £1·7 million."""
_HASHES = re.compile(r"^(#{1,6})\s+(.*)$")
_BULLET = re.compile(r"^\s*(?:(?:[-*•·▪◦➤>○●–]|\uf0b7)\s+)+(?=\S)")
_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s+(?=\S)")
_ITEM = re.compile(
    r"^(?:\([1-9]\d?\)|\(?(?:[a-z]|[ivx]{1,4})\)|[a-h]\.(?=\s+[A-Z])|\d{1,2}\)?\.?)\s+(?=\S)"
)
_FIELD = re.compile(r"^[A-Z][^:.;?]{1,60}: +[A-Z£\d]")
"""“Report author: …” and, in the line after it, “Legal clearance: …”: fields of a front sheet."""
_FIGURE_FIELD = re.compile(r"^[^:.;?]{2,60}: +[(£\d-][\d.,£%()]*\s?(?:k|m|bn)?\)?$", re.IGNORECASE)
"""“Children looked after: 412” and, under it, “of which in foster care: 278”."""
_LABELLED = re.compile(r"^[A-Z][a-z]+ (?:\d{1,2}|[A-Z]): (?=[A-Za-z])")
"""“Option B: lease the hall” begins an item, however long the line before it is."""
_PAGE_NUMBER = re.compile(r"^\s*(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?\s*$", re.IGNORECASE)
_PAGE_OF = re.compile(r"^[ \t]*page \d{1,3} of (?P<pages>\d{1,3})[ \t]*$", re.I | re.M)
_ENDED = (".", ":", ";", "?", "!", "”", '"', ")")
_ANSWERED = re.compile(r"\?\s*(?:yes|no|n/a|not applicable)$", re.IGNORECASE)
_QUESTION = re.compile(
    r"(?:Are|Can|Did|Do|Does|Has|Have|How|Is|Was|Were|What|When|Where|Which|Who|Why|Will|Would)\b"
    r"[^.;]*\?"
)
_UNIT_NOTE = re.compile(
    r"(?:all )?(?:figures|amounts|values) (?:are )?(?:shown )?in £", re.IGNORECASE
)
_SHORT_LINE = 50  # characters
_FULL_LINE = 70
_LONGEST_WRAPPED = 150
_SMALL_WORDS = {
    "a",
    "an",
    "and",
    "as",
    "at",
    "by",
    "for",
    "in",
    "of",
    "on",
    "or",
    "the",
    "to",
    "with",
}


def read_plain_text(text: str, file: str) -> Report:
    """A report from plain text; every part knows its line."""
    reader = _Reader(wrapped=_is_wrapped(text))
    lines = without_running_lines(text)
    tables = spaced_tables(lines) | piped_tables(lines)
    taken = {line for table in tables.values() for line in range(table.begin, table.end)}
    tables |= line_tables(lines, taken)
    until = 0
    for place, line in enumerate(lines):
        if place in tables:
            until = tables[place].end
            reader.take_table(tables[place])
        elif place >= until and line is not None:
            reader.take(line, place + 1)
    reader.finish()
    return Report(
        file=file,
        blocks=tuple(reader.blocks),
        notes=tuple(reader.notes),
        pages_told=_pages_told(text),
    )


def _pages_told(text: str) -> int | None:
    """The pages that the lines “Page 2 of 25” count; None where none or several counts are told."""
    told = {int(match["pages"]) for match in _PAGE_OF.finditer(text)}
    return told.pop() if len(told) == 1 else None


def clean(text: str) -> str:
    """The text without the traces of markup, with single spaces."""
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\1", text)
    text = _STRAY.sub(r"\1", text)
    text = _TEX.sub(lambda match: ("£" if match[1] else "") + match[2].strip(), text)
    text = _TAG.sub(" ", text.replace("&nbsp;", " ").replace("&amp;", "&"))
    text = _RAISED_POINT.sub(".", text)
    return " ".join(text.replace("\u00a0", " ").replace("\ufeff", "").split())


def _is_wrapped(text: str) -> bool:
    """Whether paragraphs are broken at a margin, not one long line each."""
    lengths = [len(line) for line in text.splitlines() if line.strip()]
    full = sum(length >= _FULL_LINE for length in lengths)
    return bool(lengths) and max(lengths) <= _LONGEST_WRAPPED and full * 3 >= len(lengths)


class _Reader:
    """Takes lines one by one and gathers them into blocks."""

    def __init__(self, *, wrapped: bool) -> None:
        self._wrapped = wrapped
        self.blocks: list[Block] = []
        self.notes: list[str] = []
        self._rows: list[tuple[str, ...]] = []
        self._table_line = 0
        self._tables = 0
        self._section = ""
        self._paragraph = ""
        self._blank = True
        self._last_length = 0

    def take(self, line: str, number: int) -> None:
        if "\t" in line.strip("\r\n ") and line.strip():
            self._take_row(line, number)
            return
        if not line.strip():
            self._end_table()
            self._blank = True
            return
        self._end_table()
        if _PAGE_NUMBER.match(line):
            return  # page numbers intrude between paragraphs
        self._take_words(line, number)
        self._blank = False
        self._last_length = len(line)

    def finish(self) -> None:
        self._end_table()

    # --- tables -------------------------------------------------------------------------------

    def take_table(self, table: SpacedTable) -> None:
        """A table whose columns spaces keep apart."""
        self._end_table()
        rows = tuple(tuple(clean(cell) for cell in row) for row in table.rows)
        head = table.head_rows or head_rows(rows)
        self._add_grid(rows, head, table.begin + 1)
        self._blank = True

    def _take_row(self, line: str, number: int) -> None:
        if not self._rows:
            self._table_line = number
        cells = line.rstrip("\r\n").split("\t")
        self._rows.append(tuple(_cell(cell) for cell in cells))
        self._blank = False

    def _end_table(self) -> None:
        if not self._rows:
            return
        width = max(len(row) for row in self._rows)
        rows = tuple(row + ("",) * (width - len(row)) for row in self._rows)
        self._rows = []
        before = self.blocks[-1] if self.blocks else None
        if isinstance(before, Grid) and len(before.rows[0]) == width and width > 2:
            # a page break went through the table
            self.blocks[-1] = replace(before, rows=before.rows + rows)
            return
        self._add_grid(rows, head_rows(rows), self._table_line)

    def _add_grid(self, rows: tuple[tuple[str, ...], ...], head: int, line: int) -> None:
        self._tables += 1
        place = Place(
            line=line,
            section=self._section,
            paragraph=self._paragraph,
            table=self._tables,
        )
        above = self.blocks[-1] if self.blocks else None
        caption = above.text if isinstance(above, Prose | Heading) else ""
        caption = caption if announces_table(caption) else ""
        self.blocks.append(Grid(rows=rows, place=place, head_rows=head, caption=caption))

    # --- words --------------------------------------------------------------------------------

    def _take_words(self, line: str, number: int) -> None:
        hashes = _HASHES.match(line.strip())
        bold = _is_bold(line)
        words = clean(hashes[2] if hashes else line)
        bullet = bool(_BULLET.match(line)) and not hashes
        if bullet:
            words = clean(_BULLET.sub("", line))
        if not words:
            return
        match = _printed_number(words)
        printed = match[1] if match else ""
        rest = words[match.end() :] if match else words
        if self._is_heading(rest, printed, hashed=bool(hashes), bold=bold, bullet=bullet):
            level = len(hashes[1]) if hashes else max(1, printed.rstrip(".").count(".") + 1)
            self._section, self._paragraph = rest, printed
            place = Place(line=number, section=rest, paragraph=printed)
            self.blocks.append(Heading(text=rest, level=level, place=place, number=printed))
            return
        if printed and (bullet or "." in printed.rstrip(".") or self._blank):
            # "- 1.1 To share …": the number is the paragraph's, the dash only the extraction's
            self._paragraph = printed
            self._add(rest, number, printed, bullet=False)
            return
        if self._continues(words, bullet=bullet):
            self._join(words)
            return
        self._add(words, number, "", bullet=bullet)

    def _add(self, words: str, line: int, printed: str, *, bullet: bool) -> None:
        place = Place(line=line, section=self._section, paragraph=printed or self._paragraph)
        self.blocks.append(Prose(text=words, place=place, number=printed, bullet=bullet))

    def _continues(self, words: str, *, bullet: bool) -> bool:
        """Whether the line goes on with the sentence before it."""
        if bullet or not self.blocks or not isinstance(self.blocks[-1], Prose):
            return False
        before = self.blocks[-1].text
        if _ITEM.match(words) or _UNIT_NOTE.match(words) or _LABELLED.match(words):
            return False
        if _FIGURE_FIELD.match(before) or (_FIELD.match(words) and _FIELD.match(before)):
            return False
        if before.endswith(_ENDED):
            # a full line of a paragraph that is broken at the margin may end with a sentence
            full = self._wrapped and not self._blank and self._last_length >= _FULL_LINE
            return full and not before.endswith((":", ";"))
        if words[0].islower() or before.split()[-1].lower() in _SMALL_WORDS:
            return True
        if _ANSWERED.search(before) or _QUESTION.match(words):
            return False
        # a line that stops well short of the margin was ended on purpose: an entry of a list;
        # one that goes far beyond any margin is a whole paragraph
        return not self._blank and _SHORT_LINE <= self._last_length <= _LONGEST_WRAPPED

    def _join(self, words: str) -> None:
        before = self.blocks[-1]
        if isinstance(before, Prose):
            self.blocks[-1] = replace(before, text=f"{before.text} {words}")

    def _is_heading(
        self, words: str, printed: str, *, hashed: bool, bold: bool, bullet: bool
    ) -> bool:
        short = len(words) <= 110 and len(words.split()) <= 14
        if hashed:
            return short or not printed
        if bullet or not short or words.endswith((".", ";", ",")):
            return False
        if words.isupper() and len(words) > 3:
            return True
        if is_caption(words):
            return False
        if bold and self._blank:
            return True
        # "2. MAIN ISSUES" is upper case; "3.1 Developing the local economy" stands alone and short
        return (
            bool(printed)
            and self._blank
            and len(words.split()) <= 8
            and words[0].isupper()
            and (not words.endswith(":") and _title_like(words))
        )


def _printed_number(words: str) -> re.Match[str] | None:
    """A number that the report gives a paragraph; "15 schools" and "4.2 million" have none."""
    match = _NUMBER.match(words)
    if match is None:
        return None
    rest = words[match.end() :]
    dotted = "." in match[1]
    return match if rest.isupper() or (dotted and not rest[0].islower()) else None


def _is_bold(line: str) -> bool:
    stripped = line.strip()
    return stripped.startswith("**") and stripped.endswith("**") and stripped.count("**") == 2


def _title_like(words: str) -> bool:
    """Whether most words that can be are capitalised, as in headings."""
    main = [
        word for word in words.split() if word.lower() not in _SMALL_WORDS and word[0].isalpha()
    ]
    return bool(main) and sum(word[0].isupper() for word in main) >= len(main) * 0.6


def _cell(text: str) -> str:
    return clean(_PARAGRAPH_TAG.sub(" \n ", text))
