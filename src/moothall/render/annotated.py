"""A report with the findings beside its text: HTML to keep, and comments in a copy of a DOCX."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from moothall.documents.report import Block, Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.finding import TextFinding

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
_AUTHOR = "Moothall"
_KINDS: dict[type[Block], str] = {
    Heading: "heading",
    Prose: "prose",
    Grid: "grid",
    Image: "image",
}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with the number under which it stands beside the text."""

    number: int
    finding: TextFinding


def annotated_html(report: Report, findings: Iterable[TextFinding]) -> str:
    """The report as a whole page, each finding in the margin of the part that it is about.

    No script, nothing fetched; the text of the report is escaped.
    """
    from markupsafe import Markup

    body = annotated_fragment(report, findings, name="report", top_level=1)
    styles = (_TEMPLATES / "annotated.css").read_text(encoding="utf-8")
    page = _environment().get_template("annotated_page.html")
    return page.render(
        report=report,
        name="report",
        body=Markup(body),  # noqa: S704 -- our own template's output, escaped there
        styles=Markup(styles),  # noqa: S704 -- our own file
    )


def annotated_fragment(
    report: Report, findings: Iterable[TextFinding], *, name: str, top_level: int
) -> str:
    """The same as one `<article class="annotated">` for a page that has its own frame.

    `name` keeps the ids of several reports on one page apart; `templates/annotated.css` is written
    for it.
    """
    numbered = [Numbered(n, finding) for n, finding in enumerate(findings, start=1)]
    beside = _beside(report, numbered)
    return (
        _environment()
        .get_template("annotated.html")
        .render(
            report=report,
            name=name,
            level=top_level,
            blocks=[
                (_KINDS[type(block)], block, beside.get(place, []))
                for place, block in enumerate(report.blocks)
            ],
            whole=beside.get(None, []),
            numbered=numbered,
            marked=_marked,
        )
    )


def commented_docx(original: bytes, findings: Iterable[TextFinding]) -> bytes:
    """A copy of a Word file with each finding as a comment on the words that it is about.

    What cannot be placed by its quotation is put on the first paragraph, so that none is lost.
    """
    import docx

    document = docx.Document(BytesIO(original))
    paragraphs = list(_word_paragraphs(document))
    for finding in findings:
        wanted = _plain(finding.quote.removesuffix(" …"))
        paragraph = next(
            (p for p in paragraphs if p.runs and wanted and wanted in _plain(p.text)),
            next((p for p in paragraphs if p.runs), None),
        )
        if paragraph is not None:
            cure = f" {finding.cure}" if finding.cure else ""
            document.add_comment(
                paragraph.runs,
                text=f"{finding.message}{cure} ({finding.rule}, {finding.confidence.value})",
                author=_AUTHOR,
                initials="M",
            )
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _word_paragraphs(document: "WordDocument") -> Iterable["WordParagraph"]:
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def _beside(report: Report, numbered: list[Numbered]) -> dict[int | None, list[Numbered]]:
    """Block → the findings about it; None → those about the report as a whole."""
    by_place: dict[Place, int] = {}
    tables: dict[int, int] = {}
    for number, block in enumerate(report.blocks):
        by_place.setdefault(block.place, number)
        if isinstance(block, Grid) and block.place.table is not None:
            tables.setdefault(block.place.table, number)
    words = [_plain(_text(block)) for block in report.blocks]
    beside: dict[int | None, list[Numbered]] = {}
    for each in numbered:
        beside.setdefault(_block_of(each.finding, by_place, tables, words), []).append(each)
    return beside


def _block_of(
    finding: TextFinding, by_place: dict[Place, int], tables: dict[int, int], words: list[str]
) -> int | None:
    place = finding.place
    if place.table is not None and place.row is not None and place.table in tables:
        return tables[place.table]
    quote = _plain(finding.quote.removesuffix(" …"))
    at = by_place.get(replace(place, row=None, column=None))
    if at is not None and (not quote or quote in words[at]):
        return at
    found = next((n for n, text in enumerate(words) if quote and quote in text), None)
    return found if found is not None else at


def _text(block: Block) -> str:
    if isinstance(block, Grid):
        return " ".join(cell for row in block.rows for cell in row)
    return (block.alternative or "") if isinstance(block, Image) else block.text


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _marked(text: str, notes: list[Numbered]) -> list[tuple[str, int]]:
    """The text in pieces, each with the number of the finding that quotes it, 0 for none."""
    spans: list[tuple[int, int, int]] = []
    for note in notes:
        quote = note.finding.quote.removesuffix(" …")
        start = text.find(quote) if quote else -1
        if start >= 0 and all(start >= end or start + len(quote) <= s for s, end, _ in spans):
            spans.append((start, start + len(quote), note.number))
    pieces, last = [], 0
    for start, end, number in sorted(spans):
        pieces += [(text[last:start], 0), (text[start:end], number)]
        last = end
    return [*pieces, (text[last:], 0)]


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
