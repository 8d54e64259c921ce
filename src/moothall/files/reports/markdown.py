"""Markdown as reports, whether somebody wrote it or a program extracted it from a PDF.

Extraction leaves more of plain text than of Markdown: tables of tabs, paragraphs broken by page
ends.  So all is read as plain text, after what only Markdown has (tables of bars, underlined
headings, wrapped lines, pictures, tables in HTML) was found and taken care of, line by line.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from moothall.documents.report import Block, Grid, Heading, Image, Place, Report
from moothall.files.problems import UnreadableError
from moothall.files.reports import limits
from moothall.files.reports.html import read_html
from moothall.files.reports.table_heads import head_rows
from moothall.files.reports.text import clean, read_plain_text
from moothall.files.reports.unreadable import too_much

_IMAGE = re.compile(r"!\[([^\]\n]{0,1000})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_REFERENCE = re.compile(r"\[([^\]\n]{1,500})\]\[[^\]\n]{0,200}\]")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:\s*\S+")
_CODE = re.compile(r"`([^`\n]{1,500})`")
_UNDERSCORED = re.compile(r"(?<![\w_])_{1,3}(?=\S)([^_\n]{1,500}?)(?<=\S)_{1,3}(?![\w_])")
_ESCAPED = re.compile(r"\\([!\"#%&'()+,\-./:;<=>?@\[\]^_`{|}~*])")
_ITEM = re.compile(r"(\s*)\d{1,9}([.)])(\s+)")
_QUOTED = re.compile(r"(?: {0,3}> ?)+")
_WRAPPED = range(50, 141)
_LONGEST_HEADING = 110
_HTML_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_HTML_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def read_markdown(text: str, file: str) -> Report:
    """The report in a Markdown file; every part knows its line."""
    if len(text) > limits.CHARACTERS:
        raise too_much(file, f"holds over {limits.CHARACTERS:,} characters")
    text = _HTML_COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    lines = text.splitlines()
    page = _Page(file, lines)
    # What is inside a line needs no parser, and that part of it is slow on lines made to harm;
    # so is each further level of quotes and lists.
    parser = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").disable("inline")
    for token, after in _with_next(parser.parse("\n".join(lines))):
        page.take(token, after)
    page.take_pictures()
    plain = read_plain_text("\n".join(page.lines), file)
    blocks = [found for block in plain.blocks for found in page.instead_of(block)]
    in_order = _numbered_in_order([*blocks, *page.pictures])
    return replace(plain, blocks=tuple(in_order), marks_headings=page.marks_headings)


def _with_next(tokens: list[Token]) -> Iterator[tuple[Token, Token | None]]:
    for place, token in enumerate(tokens):
        yield token, tokens[place + 1] if place + 1 < len(tokens) else None


@dataclass(slots=True)
class _Page:
    """The lines of the file, those that were understood as Markdown emptied or made plain."""

    file: str
    lines: list[str]
    pictures: list[Block] = field(default_factory=list)
    marks_headings: bool = False
    _counts: list[int] = field(default_factory=list)
    _rows: list[list[str]] = field(default_factory=list)
    _cells: int = 0
    _code: set[int] = field(default_factory=set)
    _kept: dict[str, list[Block]] = field(default_factory=dict)
    """Tables, by the sign that stands for them in the plain text."""
    _table: tuple[int, int] = (0, 0)

    def take(self, token: Token, after: Token | None) -> None:
        begin, end = token.map or (0, 0)
        if token.type == "heading_open" and after is not None:
            self.marks_headings = True
            if token.markup in {"=", "-"}:
                self._take_underlined(begin, end, "#" * int(token.tag[1]))
        elif token.type == "ordered_list_open":
            self._counts.append(int(token.attrs.get("start", 1)))
        elif token.type == "ordered_list_close":
            self._counts.pop()
        elif token.type == "list_item_open" and token.info and self._counts:
            self._count_item(begin)
        elif token.type == "paragraph_open":
            self._unwrap(begin, end)
        elif token.type in {"fence", "code_block"}:
            self._take_code(token, begin, end)
        elif token.type == "html_block" and _HTML_TABLE.search(token.content):
            self._take_html(token.content, begin, end)
        elif token.type == "hr":
            self._put(begin, end, "")
        elif token.type == "tr_open":
            self._rows.append([])
        elif token.type == "inline" and self._rows:
            self._take_cell(token.content)
        elif token.type in {"th_open", "td_open"} and after is not None and after.type != "inline":
            self._take_cell("")
        elif token.type == "table_open":
            self._table = (begin, end)
        elif token.type == "table_close":
            self._end_table()

    def take_pictures(self) -> None:
        """Pictures become blocks of their own; what else is Markdown's inside a line goes."""
        for place, line in enumerate(self.lines):
            if place in self._code:
                continue
            for match in _IMAGE.finditer(line):
                alternative = clean(match[1]) or None
                self.pictures.append(Image(alternative=alternative, place=Place(line=place + 1)))
            self.lines[place] = _plain(line)

    def instead_of(self, block: Block) -> list[Block]:
        """What a block of the plain text stands for."""
        if not isinstance(block, Grid) or block.rows[0][0] not in self._kept:
            return [block]
        return [
            replace(kept, place=replace(block.place, table=kept.place.table))
            for kept in self._kept[block.rows[0][0]]
        ]

    # --- parts --------------------------------------------------------------------------------

    def _put(self, begin: int, end: int, line: str) -> None:
        self.lines[begin:end] = [line, *([""] * (end - begin - 1))] if end > begin else []

    def _take_underlined(self, begin: int, end: int, hashes: str) -> None:
        words = " ".join(line.strip() for line in self.lines[begin : end - 1])
        if len(words) <= _LONGEST_HEADING:
            self._put(begin, end, f"{hashes} {words}")
        else:
            self._put(end - 1, end, "")  # a rule drawn straight under a paragraph

    def _keep(self, begin: int, end: int, blocks: list[Block]) -> None:
        """Puts blocks by, and in their place a row of a table, which ends what stands before it."""
        sign = f"\x01{len(self._kept)}"  # no text that was decoded holds this character
        self._kept[sign] = blocks
        self._put(begin, end, f"{sign}\t")

    def _count_item(self, line: int) -> None:
        """Lists are often numbered "1." throughout; they print as 1, 2, 3."""
        self.lines[line] = _ITEM.sub(
            lambda match: f"{match[1]}{self._counts[-1]}{match[2]}{match[3]}",
            self.lines[line],
            count=1,
        )
        self._counts[-1] += 1

    def _unwrap(self, begin: int, end: int) -> None:
        """A paragraph typed over several lines, each as long as a line of text is, is joined."""
        if any("\t" in line.strip(" ") for line in self.lines[begin:end]):
            return  # a table of tabs
        start = begin
        joined: dict[int, list[str]] = {begin: [self.lines[begin]]}
        before = self.lines[begin]
        for place in range(begin + 1, end):
            line = self.lines[place]
            if len(before.strip()) in _WRAPPED and not before.endswith(("  ", "\\")):
                joined[start].append(_QUOTED.sub("", line).strip())
                self.lines[place] = ""
            else:
                start = place
                joined[start] = [line]
            before = line
        for place, parts in joined.items():
            self.lines[place] = " ".join(parts)

    def _take_code(self, token: Token, begin: int, end: int) -> None:
        if token.type == "fence":
            self.lines[begin] = ""
            if end - 1 > begin and set(self.lines[end - 1].strip()) <= set("`~"):
                self.lines[end - 1] = ""
            self._code.update(range(begin, end))
        # an indented line is code by Markdown's rules, and a row whose first cell is empty by ours

    def _take_html(self, content: str, begin: int, end: int) -> None:
        try:
            inside = read_html(content, self.file)
        except UnreadableError:
            return
        self._keep(begin, end, list(inside.blocks))

    def _take_cell(self, content: str) -> None:
        self._cells += 1
        if self._cells > limits.CELLS:
            raise too_much(self.file, f"holds over {limits.CELLS:,} table cells")
        self._rows[-1].append(clean(_plain(content)))

    def _end_table(self) -> None:
        rows = tuple(map(tuple, self._rows))
        self._rows = []
        if not any(any(row) for row in rows):
            return
        named = any(rows[0])
        grid = Grid(
            rows=rows if named else rows[1:],
            head_rows=1 if named else head_rows(rows[1:]),
            marked_head=named,
            place=Place(),
        )
        self._keep(*self._table, [grid])


def _plain(line: str) -> str:
    line = _IMAGE.sub("", line)
    line = _QUOTED.sub("", line, count=1) if line.lstrip().startswith(">") else line
    if _DEFINITION.fullmatch(line):
        return ""
    line = _REFERENCE.sub(r"\1", line)
    line = _CODE.sub(r"\1", line)
    line = _UNDERSCORED.sub(r"\1", line)
    line = _ESCAPED.sub(r"\1", line)
    return html.unescape(line) if "&" in line else line


def _numbered_in_order(blocks: list[Block]) -> Iterator[Block]:
    """The blocks by their lines; tables numbered anew and placed under the heading before them."""
    section = paragraph = ""
    tables = 0
    for block in sorted(blocks, key=lambda block: block.place.line or 0):
        place = block.place
        if isinstance(block, Heading):
            section, paragraph = block.text, block.number
        elif isinstance(block, Grid):
            tables += 1
            place = replace(place, section=section, paragraph=paragraph, table=tables)
        elif isinstance(block, Image):
            place = replace(place, section=section, paragraph=paragraph)
        else:
            paragraph = place.paragraph
        yield replace(block, place=place)
